"""In a job of GitHub Actions, no name and no text is printed so that the runner takes it for a
command.
"""

import json
import os
import re
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from corpusfmt.report.formats import FORMATS
from tests.command_line import ENVIRONMENT, PROGRAM, document, run, write

NAMES = (
    "::error::x.txt",
    " ::warning file=a::x.txt",
    "##[error]x.txt",
    "##vso[task.complete]x.txt",
    "::set-output.txt",
)
EVIL = "::error::Title ##[error]here"
TEXT = f"""# {EVIL}

By ::error:: and ##[group]
Feb. 4, 2020


::warning::a caption **::notice:: / AFP**

::error file=x::body

 ::error::body \t
##[error]body ##teamcity[x]
::add-mask::body
<u>##vso[x]</u>
Original url: <::error::>
"""
LOOSE_TEXT = "# Title\n\n\n\n::error::text\n\n##[error]text\n\n\n\n\nMore text.\n"
"""What a safe fix rewrites."""

COMMANDS = ("error", "warning", "notice")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with hostile names and texts."""
    write(tmp_path, dict.fromkeys(NAMES, TEXT))
    write(
        tmp_path,
        {
            "::error::bytes.txt": TEXT.encode() + b"\xff",
            "::dup.txt": TEXT,
            "::bad.json": '{"::error::": 1}',
        },
    )
    write(tmp_path, {"::error::.jsonl": json.dumps(document(title=EVIL)) + "\n"})
    return tmp_path


def printed(folder: Path, *words: str, ci: str = "GITHUB_ACTIONS") -> tuple[str, str]:
    """Return what a command prints in a job."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(ci, "true")
        patch.chdir(folder)
        ended = run(*words)
    assert ended.code in (0, 1, 2)
    return ended.out, ended.err


def commands(text: str) -> list[str]:
    """Return the lines that the runner carries out; those between lines that stop and resume
    commands are none.
    """
    found, token = [], None
    for line in re.split(r"\r\n|\r|\n", text):
        stripped = line.strip()
        if token is not None:
            token = None if stripped == f"::{token}::" else token
        elif stripped.startswith("::stop-commands::"):
            token = stripped.removeprefix("::stop-commands::")
        elif stripped.startswith("::") or "##[" in line:
            found.append(line)
    assert token is None
    return found


WORDS = {
    "check": ("check", "."),
    "names": ("check", *(f"./{name}" if name.startswith("-") else name for name in NAMES)),
    "missing names": ("check", "::error::gone.txt", "##[error]gone.txt"),
    "statistics": ("check", "--statistics", "."),
    "diff": ("check", "--diff", "."),
    "unsafe diff": ("check", "--diff", "--unsafe-fixes", "."),
    "fmt": ("fmt", "."),
    "fmt --check": ("fmt", "--check", "."),
    "fmt --diff": ("fmt", "--diff", "--unsafe-fixes", "."),
    "quarantine": ("check", "--quarantine", "::error::aside", "."),
    "baseline": ("baseline", ".", "-o", "::error::known.jsonl"),
    "convert": ("convert", ".", "--to", "json", "-o", "::error::out/"),
    "convert back": (
        "convert",
        "::error::.jsonl",
        "::bad.json",
        "--to",
        "text",
        "-o",
        "::error::out/",
    ),
    "a wrong option": ("check", "--::error::", "."),
    "a wrong rule": ("check", "--select", "::error::", "."),
    "a wrong rule's page": ("rule", "##[error]"),
}


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_nothing_printed_is_a_command(folder: Path, words: tuple[str, ...]) -> None:
    assert [commands(text) for text in printed(folder, *words)] == [[], []]


@pytest.mark.program
@pytest.mark.skipif(not os.path.exists("/dev/stdout"), reason="a POSIX system")
def test_nothing_printed_through_a_descriptor_is_a_command(folder: Path) -> None:
    reports = ("--report", "text=/dev/stdout", "--report", "concise=/dev/stderr")
    done = subprocess.run(
        (*PROGRAM, "check", *reports, "."),
        cwd=folder,
        env={**ENVIRONMENT, "GITHUB_ACTIONS": "true"},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    assert done.returncode == 1
    assert "x.txt" in done.stdout
    assert "x.txt" in done.stderr
    assert [commands(text) for text in (done.stdout, done.stderr)] == [[], []]


@pytest.mark.parametrize("name", FORMATS)
def test_no_report_holds_a_command_but_those_that_are_meant(folder: Path, name: str) -> None:
    out, err = printed(folder, "check", "--report", name, ".")
    assert commands(err) == []
    if name != "github":
        assert commands(out) == []
        return
    assert {line.partition(" ")[0].removeprefix("::") for line in commands(out)} <= set(COMMANDS)


def test_a_report_holds_the_same_names_and_texts(folder: Path) -> None:
    reported = json.loads(printed(folder, "check", "--report", "json", ".")[0])
    assert {file["path"] for file in reported["files"]} >= {f"./{name}" for name in NAMES} or {
        file["path"] for file in reported["files"]
    } >= set(NAMES)
    root = ElementTree.fromstring(printed(folder, "check", "--report", "junit", ".")[0])
    assert {case.attrib["name"].removeprefix("./") for case in root.iter("testcase")} >= set(NAMES)


@pytest.mark.parametrize("ci", ["TF_BUILD", "TEAMCITY_VERSION"])
def test_marks_of_other_services_are_changed_too(folder: Path, ci: str) -> None:
    out, err = printed(folder, "check", ".", ci=ci)
    assert not re.search(r"##(vso|teamcity)?\[", out + err)


def test_elsewhere_nothing_is_changed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.chdir(folder)
    assert re.search(r"^::error::x\.txt:", run("check", ".").out, re.MULTILINE)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a POSIX system")
def test_a_patch_can_be_applied_from_a_pipe_and_a_file_holds_nothing_else(folder: Path) -> None:
    (folder / "a.txt").write_text(LOOSE_TEXT)
    environment = {**ENVIRONMENT, "GITHUB_ACTIONS": "true"}
    words = (*PROGRAM, "check", "--diff", "a.txt")
    piped = subprocess.run(
        words, cwd=folder, env=environment, capture_output=True, check=False
    ).stdout
    assert piped.startswith(b"::stop-commands::")
    with (folder / "patch").open("wb") as file:
        subprocess.run(words, cwd=folder, env=environment, stdout=file, check=False)
    patch = (folder / "patch").read_bytes()
    assert patch.startswith(b"--- a.txt")
    assert patch in piped
    subprocess.run(("git", "apply", "-p0", "--check"), cwd=folder, input=piped, check=True)
