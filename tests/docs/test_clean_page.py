"""What docs/clean.md shows and lists is what the command does."""

import json
import re
import shlex
import tomllib
from pathlib import Path

import pytest

from corpusfmt.cli.parsers import whole_parser
from corpusfmt.config.load import load
from corpusfmt.config.policy import make_policy
from corpusfmt.config.settings import Settings
from corpusfmt.run import clean_article, clean_file
from tests.checkout import ROOT
from tests.command_line import run

PAGE = (ROOT / "docs" / "clean.md").read_text(encoding="utf-8")
RECIPES: list[str] = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def members(heading: str) -> set[str]:
    """Return the names in the first column of the table below a heading."""
    section = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (`.*?) \|", section, re.MULTILINE)
    return set(re.findall(r"`([^`]+)`", " ".join(rows)))


def test_the_first_recipe_has_the_defaults() -> None:
    assert tomllib.loads(RECIPES[0])["clean"] == {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in Settings("/").clean.items()
    }


@pytest.mark.parametrize("text", RECIPES)
def test_the_recipes_are_settings(text: str, tmp_path: Path) -> None:
    (tmp_path / "corpusfmt.toml").write_text(text, "utf-8")
    make_policy(load(str(tmp_path / "corpusfmt.toml")))


def test_every_command_is_one() -> None:
    [block] = re.findall(r"^```sh\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    for line in block.splitlines():
        assert whole_parser().parse_args(shlex.split(line)[1:]).command == "clean"


def test_the_report_and_the_log_have_what_is_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run("clean", ROOT / "docs" / "scraped", "out")
    assert members("The report") == set(json.loads(Path("out/report.json").read_text()))
    log = [json.loads(line) for line in Path("out/log.jsonl").read_text().splitlines()]
    [about] = re.findall(r"^\| `log.jsonl` \| (.*) \|$", PAGE, re.MULTILINE)
    listed = set(re.findall(r"`([^`]+)`", about))
    assert {key for line in log for key in line} <= listed
    assert {line["outcome"] for line in log} <= listed


def test_every_failure_is_on_the_page() -> None:
    failures = (
        clean_article.NOT_CONVERTED,
        clean_article.NOT_FIXED,
        clean_file.CRASHED,
        clean_file.NOT_DECODED,
        clean_file.NOT_IMPORTED,
        clean_file.PROCESS_KILLED,
        clean_file.UNREADABLE,
    )
    assert [failure for failure in failures if f"`{failure}`" not in PAGE] == []
