"""``corpusfmt stats``: the figures of a corpus, the same for any number of processes."""

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_git_revision import git
from tests.command_line import run, run_forked
from tests.stats.corpora import small_corpus, write_corpus
from tests.systems import needs_posix


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, with a corpus in it."""
    monkeypatch.chdir(tmp_path)
    write_corpus(tmp_path / "in", small_corpus())
    return tmp_path


def figures(*words: str) -> Any:
    ended = run("stats", "--report", "json", *words)
    assert ended.code == 0, ended.err
    return json.loads(ended.out)


def test_the_figures_of_a_corpus() -> None:
    found = figures("in")
    assert (found["version"], found["articles"], found["not_read"]) == (1, 12, 0)
    assert found["months"] == [
        ["", 2],
        ["2016-03", 1],
        ["2020-03", 1],
        ["2021-03", 2],
        ["2022-03", 1],
        ["2023-03", 1],
        ["2024-03", 4],
    ]
    assert [(host["host"], host["articles"]) for host in found["hosts"]] == [
        ("harbourpost.example", 5),
        ("skerrynews.example", 5),
        ("", 2),
    ]
    assert found["authors"] == [["Ana Lind", 10]]
    assert dict(map(tuple, found["languages"])) == {"en": 9, "de": 1, "": 2}
    assert found["fields"]["byline"] == 10
    assert found["fields"]["url"] == 10
    assert found["hosts"][1]["fields"]["gap"] == 5
    assert sum(found["states"].values()) == 12
    assert found["states"]["clean"] == 6
    assert found["words"]["total"] == sum(host["words"] for host in found["hosts"])


def test_the_findings_are_those_of_check() -> None:
    files = json.loads(run("check", "--report", "json", "in").out)["files"]
    checked = [finding for file in files for finding in file["findings"]]
    counted = {row["rule"]: row for row in figures("in")["rules"]}
    assert {row["rule"]: row["findings"] for row in counted.values()} == {
        rule: sum(finding["rule"] == rule for finding in checked)
        for rule in {finding["rule"] for finding in checked}
    }
    for rule, row in counted.items():
        paths = {finding["path"] for finding in checked if finding["rule"] == rule}
        assert row["articles"] == len(paths)
    assert counted["not-an-article"]["kinds"] == {"robot-check": 1}


def test_articles_that_are_alike_are_grouped() -> None:
    found = figures("in")
    groups = {group["rule"]: group for group in found["groups"]}
    assert groups["duplicate-body"]["first"] == "in/harbour/a.txt"
    assert groups["duplicate-body"]["others"] == ["in/harbour/c.txt"]
    assert groups["near-duplicate"]["others"] == ["in/harbour/b.txt"]
    assert groups["duplicate-url"]["articles"] == 2
    [paragraph] = found["shared_paragraphs"]
    assert (paragraph["host"], paragraph["articles"]) == ("skerrynews.example", 5)
    assert paragraph["path"] == "in/skerry/1.txt"
    assert paragraph["excerpt"].startswith("The Skerry News is printed")


def test_rules_are_chosen_as_for_check() -> None:
    assert figures("--ignore", "level-5", "in")["groups"] == []
    assert [row["rule"] for row in figures("--select", "ambiguous-date", "in")["rules"]] == [
        "ambiguous-date"
    ]


def test_the_order_of_the_paths_changes_nothing() -> None:
    assert figures("in/skerry", "in/harbour") == figures("in/harbour", "in/skerry")


@needs_posix
@pytest.mark.slow
@pytest.mark.parametrize("report", ["text", "json"])
def test_the_number_of_processes_changes_nothing(folder: Path, report: str) -> None:
    files = small_corpus()
    for number in range(60):
        text = files["harbour/a.txt"].replace("Monday", f"day {number} of {number % 7}")
        (folder / "in" / f"more-{number}.txt").write_text(text, encoding="utf-8")
    one = run_forked("stats", "--report", report, "--jobs", "1", "in")
    assert one.code == 0
    assert run_forked("stats", "--report", report, "--jobs", "3", "in") == one


def test_the_tables() -> None:
    ended = run("stats", "--top", "2", "in")
    assert (ended.code, ended.err) == (0, "corpusfmt: counted 12 files\n")
    lines = ended.out.split("\n")
    assert lines[0].startswith("12 articles, ")
    assert lines[0].endswith(" words, 2 hosts, 1 author, 2016-03 to 2024-03")
    assert "  harbourpost.example  5  41.7 %" in lines
    assert "  skerrynews.example   5  41.7 %" in lines
    assert "  … 1 more" in lines
    assert "  no URL               2  16.7 %" in run("stats", "in").out
    assert "  robot-check  1  8.3 %" in lines
    assert "\x1b" not in ended.out


def test_tables_are_coloured_on_request() -> None:
    assert "\x1b[1mHosts\x1b[0m" in run("stats", "--color", "always", "in").out


def test_a_report_can_go_to_a_file(folder: Path) -> None:
    ended = run("stats", "--report", "json=out.json", "in")
    assert (ended.code, ended.out) == (0, "")
    assert json.loads((folder / "out.json").read_text())["articles"] == 12


def test_what_cannot_be_read_is_reported(folder: Path) -> None:
    ended = run("stats", "in", "missing.txt")
    assert ended.code == 2
    assert "missing.txt: does not exist" in ended.err
    (folder / "in" / "skerry" / "gone.txt").symlink_to("nowhere")
    assert run("stats", "--top", "1", "in/skerry/gone.txt").code == 2


def test_the_standard_input_is_counted() -> None:
    ended = run("stats", "--report", "json", "-", stdin=b"# One\n\n\n\nTwo words\n")
    assert (ended.code, json.loads(ended.out)["words"]["total"]) == (0, 2)


@needs_posix
@pytest.mark.parametrize("jobs", ["1", "3"])
def test_archives_are_read_as_folders_are(folder: Path, jobs: str) -> None:
    with zipfile.ZipFile(folder / "in.zip", "w") as archive:
        for name, text in small_corpus().items():
            archive.writestr(name, text)
        archive.writestr("picture.png", "")
    words = ("stats", "--report", "json=out.json", "--html", "out.html", "--jobs", jobs)
    pages: list[str] = []
    for name in ("in", "in.zip"):
        ended = run_forked(*words, name)
        assert ended.code == 0, ended.err
        for file in ("out.json", "out.html"):
            text = (folder / file).read_text(encoding="utf-8")
            pages.append(text.replace("in.zip/", "in/"))
    assert "counted 12 files (skipped: 1 not matched by include" in ended.err
    report, page, report_of_archive, page_of_archive = pages
    assert report_of_archive == report
    # The samples have other keys, since the paths are others.
    assert len(page_of_archive) == len(page)


def test_a_revision_is_counted(folder: Path) -> None:
    git("init", "--quiet")
    git("add", "in")
    git("commit", "--quiet", "--message", "all")
    whole = figures("in")
    (folder / "in" / "harbour" / "a.txt").unlink()
    assert figures("in")["articles"] == 11
    assert figures("--git", "HEAD", "in") == whole


def test_rows_are_counted(folder: Path) -> None:
    rows = [{"text": text} for text in small_corpus().values()]
    lines = [json.dumps(row) for row in rows] + ['{"corpusfmt": "1.0"}', "{}"]
    (folder / "rows.jsonl").write_text("\n".join(lines), encoding="utf-8")
    ended = run("stats", "--report", "json", "rows.jsonl")
    assert ended.code == 2
    found = json.loads(ended.out)
    assert (found["articles"], found["not_read"]) == (12, 2)
    assert [path for path, _ in found["unread"]] == ["rows.jsonl/13", "rows.jsonl/14"]
    assert "is not a valid document" in found["unread"][0][1]


def test_nothing_to_count(folder: Path) -> None:
    (folder / "empty").mkdir()
    ended = run("stats", "empty")
    assert (ended.code, ended.out) == (2, "")


def test_the_files_are_listed() -> None:
    assert run("stats", "--show-files", "in/harbour/a.txt").out == "in/harbour/a.txt\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--report", "xml"), "unknown format 'xml' for --report; expected text or json"),
        (("--report", "json="), "--report json= has no file name"),
        (("--report", "json=no/x.json"), "--report: the folder of 'no/x.json' does not exist"),
        (("--report", "json=in"), "--report: 'in' is a folder"),
        (("--report", "json=in/skerry/1.txt"), "is one of the files to count"),
        (("--top", "0"), "--top is '0'"),
    ],
)
def test_arguments_that_cannot_be_used(words: tuple[str, ...], message: str) -> None:
    ended = run("stats", *words, "in")
    assert (ended.code, ended.out) == (2, "")
    assert message in ended.err
