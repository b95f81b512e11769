"""``clean --split``: the articles of a text of several, and that the numbers add up."""

import json
import shutil
from pathlib import Path

import pytest

from corpusfmt.cli.pace import Pace
from tests.cli.test_clean import clean, interrupt_cleaning, log, report, written
from tests.cli.test_split import FIRST, SECOND, THIRD
from tests.command_line import CLEAN, read, run, write

EACH = Pace(kept=-1)
"""Each text is a transaction."""
NO_BODY = "# Tram\n\nBy Ada Brook\n\n"
FILES = {
    "in/a.txt": FIRST + NO_BODY + THIRD.replace("It sailed.", "It\u200b sailed again."),
    "in/b.txt": CLEAN,
    "in/r.jsonl": json.dumps({"text": SECOND + NO_BODY}) + "\n",
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, which has texts of several articles."""
    monkeypatch.chdir(tmp_path)
    return write(tmp_path, FILES)


def test_each_article_is_cleaned_and_counted() -> None:
    ended = clean("--split")
    assert ended.code == 0
    assert ended.out == (
        "in                  6\n"
        "  out               3\n"
        "  set aside         3\n"
        "    schema          2\n"
        "    duplicate-body  1\n"
        "  failed            0\n"
    )
    assert ended.err == (
        "corpusfmt: cleaned 3 files: 3 articles written to out; 2 texts of several articles split\n"
    )
    value = report()
    assert (value["in"], value["split"], value["recipe"]["split"]) == (6, 2, True)
    assert read(Path("out/articles")) == {
        "a-1.txt": FIRST.rstrip("\n").encode() + b"\n",
        "a-3.txt": THIRD.replace("It sailed.", "It sailed again.").encode(),
        "b.txt": CLEAN.encode(),
    }
    places = [(one["source"].get("line"), one["source"].get("part")) for one in log()]
    assert places == [(None, 1), (None, 2), (None, 3), (None, None), (1, 1), (1, 2)]
    assert log()[4]["message"] == "7:1: the body is the same as in in/a.txt#1:7:1"
    assert log()[2]["fixes"] == {"invisible-character": 1}


def test_what_is_set_aside_is_the_part_of_the_text_that_was_read() -> None:
    write(
        Path(),
        {"recipe.toml": "[clean]\nsplit = true\nset-aside = ['several-articles', 'layout']\n"},
    )
    clean("--split", "--config", "recipe.toml")
    aside = read(Path("out/set-aside"))
    assert aside["schema/a-2.txt"] == NO_BODY.encode()
    assert aside["schema/r-000001-2.txt"] == NO_BODY.encode()


def test_a_text_of_several_is_set_aside_whole_without_it() -> None:
    assert clean().code == 0
    value = report()
    assert (value["in"], value["split"]) == (3, 0)
    assert value["reasons"]["set_aside"] == {"several-articles": 2}
    assert read(Path("out/set-aside"))["several-articles/a.txt"] == FILES["in/a.txt"].encode()
    assert clean("--split").err.endswith("with another recipe; expected a new folder\n")


def test_the_recipe_splits_and_a_dry_run_prints_the_same(folder: Path) -> None:
    write(folder, {"corpusfmt.toml": "[clean]\nsplit = true\n"})
    dry = clean("--dry-run")
    assert not Path("out").exists()
    wet = clean()
    assert (dry.code, dry.out) == (wet.code, wet.out)
    assert dry.err.endswith("3 articles would be written; 2 texts of several articles split\n")
    again = clean()
    assert (again.code, again.out) == (wet.code, wet.out), "the numbers of the report"


def test_the_number_of_processes_changes_nothing() -> None:
    clean("--split", "--jobs", "1")
    clean("--split", "--jobs", "2", out="other")
    assert written() == written("other")


def test_a_run_that_is_interrupted_goes_on_after_a_whole_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clean("--split", out="whole")
    added = interrupt_cleaning(monkeypatch, 2)
    assert clean("--split", pace=EACH).code == 130
    assert clean("--split", pace=EACH).code == 0
    assert added == [0, 1, 1, 2]
    assert written() == written("whole")


def test_documents_of_parts_have_names_and_identifiers_of_their_own() -> None:
    clean("--split", "--to", "jsonl")
    run("convert", "out/articles.jsonl", "--to", "text", "-o", "texts")
    assert sorted(read(Path("texts"))) == ["in/a-1.txt", "in/a-3.txt", "in/b.txt"]
    ended = run("convert", "out/articles.jsonl", "--to", "rows", "--fields", "id")
    assert [json.loads(line)["id"] for line in ended.out.splitlines()] == [
        "in/a.txt#1",
        "in/a.txt#3",
        "in/b.txt",
    ]
    shutil.rmtree("out")
    clean("--split", "--to", "atom", "--updated", "2024-03-05T09:02:00Z")
    feed = Path("out/articles.atom").read_text()
    assert feed.count("<entry>") == feed.count("<id>urn:uuid:") - 1 == 3


@pytest.mark.parametrize("data", [b"\xff" + FIRST.encode() + SECOND.encode(), b"\xff\xfe"])
def test_bytes_that_are_no_text_are_not_split(folder: Path, data: bytes) -> None:
    shutil.rmtree("in")
    write(folder, {"in/a.txt": data})
    clean("--split")
    assert read(Path("out/set-aside")) == {"invalid-utf8/a.txt": data}
