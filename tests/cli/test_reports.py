"""What ``corpusfmt check`` tells: text, colours, reports in files, statistics, and what it says of
itself.
"""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from corpusfmt.report.formats import FORMATS
from corpusfmt.rules import NAMES, all_rules
from tests.command_line import (
    CLEAN,
    CORPUS,
    ENVIRONMENT,
    LOOSE,
    PROGRAM,
    WESTERN,
    fail_to_open,
    run,
    write,
)
from tests.systems import needs_posix

WIDE = "# T\n\n\n\n東京 👩\u200d🚀 cafe\u0301 𐐀 a\x01b\n"
"""A control character after wide, joined and combining characters: in the 17th column, counted in
characters.
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


# ------------------------------------------------------------------------------------------ reports


def test_several_reports_come_from_one_run(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": WESTERN, "c.txt": CLEAN})
    words = [word for name in FORMATS for word in ("--report", f"{name}={name}.out")]
    ended = run("check", *words, "a.txt", "b.txt", "c.txt", "gone.txt")
    assert (ended.code, ended.out) == (2, "")
    for name in FORMATS:
        text = (folder / f"{name}.out").read_text("utf-8")
        assert "invalid-utf8" in text, name
        assert "gone.txt" in text, name


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_is_the_same_on_the_standard_output_and_in_a_file(name: str, folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": WESTERN})
    ended = run("check", "--report", name, ".")
    run("check", "--report", f"{name}=out", ".")
    written = (folder / "out").read_text("utf-8")
    if name == "text":  # what it says at its end goes to the standard error
        assert written.startswith(ended.out)
    else:
        assert written == ended.out


def test_columns_are_characters_in_every_report(folder: Path) -> None:
    write(folder, {"a.txt": WIDE})
    run(
        "check",
        "--select",
        "control-character",
        "--report",
        "json=j",
        "--report",
        "sarif=s",
        "--report",
        "concise=c",
        ".",
    )
    [file] = json.loads((folder / "j").read_text())["files"]
    [found] = file["findings"]
    assert (found["line"], found["column"], found["end_column"]) == (5, 17, 18)
    [log] = json.loads((folder / "s").read_text())["runs"]
    region = log["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (log["columnKind"], region["startLine"], region["startColumn"]) == (
        "unicodeCodePoints",
        5,
        17,
    )
    assert (folder / "c").read_text().startswith("a.txt:5:17: error: ")


def test_a_fingerprint_is_the_same_from_every_folder_and_in_the_baseline(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, {"in/a.txt": LOOSE, "corpusfmt.toml": ""})
    run("check", "--report", "json=1.json", "in/a.txt")
    run("check", "--report", "gitlab=2.json", str(folder / "in" / "a.txt"))
    run("baseline", "in")
    monkeypatch.chdir(folder / "in")
    run("check", "--report", "jsonl=../3.jsonl", ".")
    [file] = json.loads((folder / "1.json").read_text())["files"]
    one = {finding["fingerprint"] for finding in file["findings"]}
    two = {
        issue["fingerprint"]
        for issue in json.loads((folder / "2.json").read_text())
        if issue["check_name"] in NAMES
    }
    rows = [json.loads(line) for line in (folder / "3.jsonl").read_text().splitlines()]
    three = {row["fingerprint"] for row in rows if row["type"] == "finding"}
    known = {
        json.loads(line)["fingerprint"]
        for line in (folder / "corpusfmt-baseline.jsonl").read_text().splitlines()[1:]
    }
    assert one == two == three == known != set()


def test_a_report_that_cannot_be_written_is_reported(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    ended = run("check", "--report", f"json={'n' * 300}", "--report", "concise", "a.txt")
    assert ended.code == 2
    assert "a.txt:5:1: " in ended.out
    assert ": the report could not be written: has too long a name" in ended.err


def test_an_interrupted_run_leaves_partial_reports(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, {"a.txt": WESTERN, "b.txt": LOOSE})
    fail_to_open(monkeypatch, "b.txt", KeyboardInterrupt())
    ended = run("check", "--report", "json=out.json", "--report", "junit=out.xml", ".")
    assert ended.code == 130
    reported = json.loads((folder / "out.json").read_text())
    assert (reported["interrupted"], reported["exit_code"], reported["counts"]["checked"]) == (
        True,
        130,
        1,
    )
    assert reported["trouble"] == "the run was interrupted: this report is partial"
    assert "interrupted" in (folder / "out.xml").read_text()


def test_the_summary_of_a_job_is_added_to_its_page(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, {"a.txt": LOOSE, "page.md": "# Before\n"})
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / "page.md"))
    run("check", "a.txt")
    assert (folder / "page.md").read_text() == "# Before\n"
    run("check", "--report", "github", "a.txt")
    page = (folder / "page.md").read_text()
    assert page.startswith("# Before\n## corpusfmt\n")
    assert "| layout | warning | 1 |" in page


def test_every_report_counts_what_was_skipped(folder: Path) -> None:
    write(
        folder,
        {
            "a.txt": LOOSE,
            "b.csv": "",
            "drafts/c.txt": "",
            "corpusfmt.toml": 'exclude = ["drafts/"]',
        },
    )
    for name in FORMATS:
        run("check", "--report", f"{name}=out.x", ".", "gone.txt")
        assert "excluded" in (folder / "out.x").read_text(), name


# ----------------------------------------------------------------------------------------- the text


def test_the_findings_of_a_file_stand_together_and_rules_are_explained_once(folder: Path) -> None:
    write(
        folder,
        {"a.txt": LOOSE, "b.txt": WESTERN + b"\xe9\xe9\n", "c.txt": LOOSE.replace("Text", "Word")},
    )
    ended = run("check", "--ignore", "level-5", ".")
    groups, _, rules = ended.out.partition("rules (“corpusfmt rule NAME” explains each):\n")
    paths = [
        re.findall(r"^(\S+\.txt):", group, re.MULTILINE) for group in groups.split("\n\n") if group
    ]
    assert [set(names) for names in paths] == [{"a.txt"}, {"b.txt"}, {"c.txt"}]
    found = set(re.findall(r"\[([a-z0-9-]+)\]$", groups, re.MULTILINE))
    assert sorted(line.split()[0] for line in rules.splitlines() if line) == sorted(found)
    assert rules.count("Text that is not canonical\n") == 1
    assert rules.count("Bytes that are not UTF-8\n") == 1


def test_fold_prints_equal_findings_of_a_file_once(folder: Path) -> None:
    items = "".join(f"\nThe caf&eacute; {number}.\n" for number in range(13))
    write(folder, {"a.txt": f"# T\n\n\n{items}"})
    command = ("check", "--select", "html-entity", "a.txt")
    assert run(*command).out.count("[html-entity]") == 13
    out = run(*command, "--fold").out
    assert out.count("[html-entity]") == 1
    assert "  and 12 more, in lines 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, …\n" in out


def test_statistics_say_how_often_each_rule_has_found_something(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": LOOSE.replace("Text", "Word"), "c.txt": WESTERN})
    ended = run("check", "--ignore", "level-5", "--statistics", ".")
    assert "        2  layout (warning, 2 with a fix)\n" in ended.out
    assert "        1  invalid-utf8 (error)\n" in ended.out
    ended = run("check", "--statistics", "--report", "json", ".")
    json.loads(ended.out)
    assert "invalid-utf8 (error)\n" in ended.err


@needs_posix
@pytest.mark.parametrize(
    ("variables", "is_coloured"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "dumb"}, False),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
    ],
)
def test_colours_are_for_terminals_that_have_them(
    variables: dict[str, str], is_coloured: bool, folder: Path
) -> None:
    write(folder, {"a.txt": LOOSE})
    pty = pytest.importorskip("pty", reason="this system has no terminals of its own making")
    ours, theirs = pty.openpty()
    done = subprocess.Popen(
        (*PROGRAM, "check", "a.txt"), stdout=theirs, stderr=theirs, env=ENVIRONMENT | variables
    )
    os.close(theirs)
    reported = b""
    try:
        while piece := os.read(ours, 65536):
            reported += piece
    except OSError:  # the other end is closed
        pass
    os.close(ours)
    assert done.wait() == 1
    assert (b"\x1b[33mwarning\x1b[0m" in reported) is is_coloured
    assert b"\x1b[" not in run("check", "a.txt").out.encode()


# ---------------------------------------------------------------------------------------- of itself


def test_a_rule_is_explained(folder: Path) -> None:
    ended = run("rule", "layout", "schema")
    assert ended.code == 0
    assert ended.out.startswith(
        "## layout\n\nText that is not canonical. Level 2, warning. Fix is "
    )
    assert "## schema\n" in ended.out
    ended = run("rule", "laout")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("corpusfmt: unknown rule 'laout'; did you mean 'layout'? (see")


def test_the_rules_are_listed_as_the_settings_have_them(folder: Path) -> None:
    settings = (
        'ignore = ["not-nfc"]\nextend-select = ["too-short"]\n[rules.layout]\nseverity = "error"\n'
    )
    write(folder, {"corpusfmt.toml": settings})
    lines = {line.split()[1]: line.split() for line in run("rules").out.splitlines()}
    assert list(lines) == list(NAMES)
    assert [lines[name][2] for name in ("not-nfc", "too-short", "layout", "schema")] == [
        "off",
        "warning",
        "error",
        "error",
    ]
    rows = {row["name"]: row for row in json.loads(run("rules", "--json").out)}
    assert list(rows) == list(NAMES)
    assert (rows["not-nfc"]["on"], rows["not-nfc"]["on_by_default"]) == (False, True)
    assert rows["near-duplicate"]["options"][0] == {
        "name": "share",
        "default": 0.8,
        "help": "the share of their sequences that two bodies must have in common",
    }
    assert all(row["page"] and row["summary"] for row in rows.values())


def test_pages_are_there_where_python_has_no_docstrings() -> None:
    done = subprocess.run(
        (PROGRAM[0], "-OO", *PROGRAM[1:], "rules"),
        capture_output=True,
        env=ENVIRONMENT,
        check=False,
    )
    assert done.stdout.decode() == run("rules").out
    assert len(done.stdout.splitlines()) == len(all_rules())


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "tcsh", "powershell"])
def test_a_shell_is_given_what_completes_commands(shell: str, folder: Path) -> None:
    ended = run("completion", shell)
    assert (ended.code, ended.err) == (0, "")
    for word in ("check", "baseline", "undo", "quarantine", "statistics"):
        assert word in ended.out


def test_bash_completes_commands_options_and_rules(folder: Path) -> None:
    (folder / "completion.bash").write_text(run("completion", "bash").out)
    script = """
source completion.bash
complete_words() { COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); COMPREPLY=()
  $(complete -p corpusfmt | sed 's/.*-F \\([^ ]*\\).*/\\1/') corpusfmt "${COMP_WORDS[-1]}"
  echo "${COMPREPLY[@]}"; }
complete_words corpusfmt ch
complete_words corpusfmt check --quar
complete_words corpusfmt rule lost-h
complete_words corpusfmt check --ignore level-4
"""
    try:
        done = subprocess.run(
            ("bash", "-c", script), cwd=folder, capture_output=True, encoding="utf-8", check=False
        )
    except FileNotFoundError:
        pytest.skip("there is no bash")
    assert done.stdout.splitlines() == ["check", "--quarantine", "lost-hyphen", "level-4"], (
        done.stderr
    )


def test_an_unknown_shell_is_reported() -> None:
    assert run("completion", "cmd").code == 2


def test_the_sample_corpus_is_clean_across_its_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CORPUS.parent)
    ended = run(
        "check",
        "--select",
        "all",
        "--ignore",
        "placeholder-link,title-url-mismatch,too-short",
        "corpus",
    )
    assert (ended.code, ended.out) == (0, "")
