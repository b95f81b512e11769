"""``corpusfmt check``: all that is wrong with each file, in one run."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from corpusfmt.model.diagnostic import Severity
from tests.command_line import ARTICLES, CLEAN, CORPUS, LOOSE, WESTERN, read, run, write

HEAD = re.compile(r"^(\S+):(\d+):(\d+): (error|warning|info): .+ \[([a-z0-9-]+)\]$", re.MULTILINE)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_corpus_is_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CORPUS.parent)
    assert len(ARTICLES) > 30
    ended = run("check", *ARTICLES)
    assert (ended.code, ended.out) == (0, "")
    assert ended.err == f"corpusfmt: checked {len(ARTICLES)} files: no findings\n"


def test_every_problem_of_every_file_is_reported_in_one_run(folder: Path) -> None:
    write(
        folder,
        {
            "a.txt": "\ufeff# T\r\n\r\nBy A\n\nFebruary 30, 2020\n\nx\x01y\n",
            "b.txt": WESTERN,
            "c.txt": CLEAN,
        },
    )
    ended = run("check", ".")
    found = {(path, rule) for path, _, _, _, rule in HEAD.findall(ended.out)}
    faults = (
        "byte-order-mark",
        "carriage-return",
        "control-character",
        "impossible-date",
        "layout",
    )
    assert {("a.txt", rule) for rule in faults} | {("b.txt", "invalid-utf8")} <= found
    assert ended.code == 1
    assert "checked 3 files: " in ended.err
    assert " in 2 files\n" in ended.err
    assert ended.err.endswith("corpusfmt: 2 findings can be fixed with --fix\n")


def test_findings_are_in_the_order_of_the_paths_and_of_the_text(folder: Path) -> None:
    write(folder, {f"{name}.txt": "# T\n\n\n\na\x01b\n\nc\x02d\n\ne\x03f\n" for name in "abc"})
    ended = run("check", "--ignore", "level-5", "c.txt", "a.txt", "b.txt")
    places = [(path, int(line)) for path, line, *_ in HEAD.findall(ended.out)]
    assert list(dict.fromkeys(path for path, _ in places)) == ["a.txt", "b.txt", "c.txt"]
    assert all(one[0] != two[0] or one[1] <= two[1] for one, two in pairwise(places))


def test_a_finding_shows_its_line_and_its_place_in_it(folder: Path) -> None:
    write(folder, {"a.txt": "# T\n\n\n\nA line with a control\x01character.\n"})
    lines = run("check", "a.txt").out.splitlines()
    [at] = [index for index, line in enumerate(lines) if "[control-character]" in line]
    assert lines[at].startswith("a.txt:5:22: error: ")
    assert lines[at + 1] == "  5 | A line with a control␁character."
    assert lines[at + 2] == "    | " + " " * 21 + "^"
    assert lines[at + 3].startswith("  expected: ")


def test_bytes_that_are_not_utf_8_are_a_finding_with_place_and_likely_encoding(
    folder: Path,
) -> None:
    write(folder, {"a.txt": WESTERN})
    [head] = [line for line in run("check", "a.txt").out.splitlines() if "[invalid-utf8]" in line]
    assert head.startswith("a.txt:1:6: error: ")
    assert "offset 5 " in head
    assert "windows-1252" in head


def test_a_fault_of_the_document_is_shown_in_the_text_with_its_pointer(folder: Path) -> None:
    write(folder, {"a.txt": "# Only a title\n"})
    ended = run("check", "a.txt")
    assert ended.code == 1
    assert re.search(r"^a\.txt:1:\d+: error: .* \(at /body\) \[schema\]$", ended.out, re.MULTILINE)


@pytest.mark.parametrize(("severity", "code"), [("info", 0), ("warning", 1), ("error", 1)])
def test_information_is_no_finding(severity: Severity, code: int, folder: Path) -> None:
    settings = f'select = ["not-nfc"]\n[rules.not-nfc]\nseverity = "{severity}"\n'
    write(folder, {"a.txt": CLEAN.replace("Text", "Te\u0301xt"), "corpusfmt.toml": settings})
    ended = run("check", "a.txt")
    assert f"a.txt:5:2: {severity}: " in ended.out
    assert ended.code == code
    assert ended.err.startswith("corpusfmt: checked 1 file: 1 ")


def test_checking_changes_nothing(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": WESTERN})
    before = read(folder)
    run("check", ".")
    assert read(folder) == before


@pytest.mark.parametrize(
    "data", [b"", b"\n", b" \n\t\n", b"\xef\xbb\xbf", b"\0", b"\0" * 5000, b"\xff" * 5000], ids=repr
)
def test_what_is_no_article_is_a_finding(data: bytes, folder: Path) -> None:
    write(folder, {"a.txt": data})
    ended = run("check", "a.txt")
    assert ended.code == 1
    assert HEAD.search(ended.out)
    assert "report" not in ended.err


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_wide_encoding_is_one_finding_about_bytes(encoding: str, folder: Path) -> None:
    write(folder, {"a.txt": CLEAN.encode(encoding)})
    ended = run("check", "a.txt")
    assert ended.code == 1
    assert ended.out.count("[invalid-utf8]") == 1
    assert encoding.upper() in ended.out
