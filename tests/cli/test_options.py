"""Options that users of other linters look for: quiet, verbose, colours, exit codes, what is read
and under what.
"""

import json
import os
import re
import shlex
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

from corpusfmt.config.validate import KEYS
from tests.command_line import CLEAN, LOOSE, WESTERN, read, run, write

RED, BOLD = "\x1b[31m", "\x1b[1m"
COMMANDS = (("check",), ("fmt", "--check"), ("convert", "--to", "jsonl"), ("baseline",))
every_command = pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


# --- quiet and verbose ----------------------------------------------------------------------------


@every_command
def test_quiet_leaves_findings_and_errors(command: tuple[str, ...], folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": WESTERN})
    loud = run(*command, ".", "gone.txt")
    quiet = run(*command, "-q", ".", "gone.txt")
    assert quiet.code == loud.code
    errors = [line for line in loud.err.splitlines() if "gone.txt" in line or "no baseline" in line]
    assert [line for line in quiet.err.splitlines() if line.startswith("corpusfmt: ")] == errors
    if command[0] == "check":
        assert quiet.out == loud.out[: loud.out.index("rules (")]
    else:
        assert quiet.out == loud.out


@every_command
def test_a_quiet_run_without_findings_prints_nothing(
    command: tuple[str, ...], folder: Path
) -> None:
    write(folder, {"a.txt": CLEAN, "b.csv": ""})
    words = ("-o", "out.jsonl") if command[0] in ("convert", "baseline") else ()
    assert run(*command, *words, "--quiet", ".") == (0, "", "")


def test_a_quiet_undo_prints_nothing(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    assert run("check", "--fix", "-q", ".") == (0, "", "")
    assert run("undo", "-q") == (0, "", "")
    assert (folder / "a.txt").read_text() == LOOSE


@every_command
def test_verbose_names_the_settings_and_what_is_skipped(
    command: tuple[str, ...], folder: Path
) -> None:
    write(folder, {"a.txt": CLEAN, "b.csv": "", "x/c.csv": "", ".git/d": "", "drafts/e.txt": ""})
    write(folder, {"corpusfmt.toml": 'exclude = ["drafts/"]'})
    ended = run(*command, "-v", ".")
    assert ended.code == 0
    reported = ended.err.splitlines()
    assert f"corpusfmt: {folder / 'corpusfmt.toml'}: these settings are used" in reported
    for path, reason in {
        ".git": "hidden folder",
        "b.csv": "not matched by include",
        "drafts": "excluded",
        "x/c.csv": "not matched by include",
    }.items():
        assert any(line.startswith(f"corpusfmt: {path}: skipped: {reason}") for line in reported), (
            path
        )


@pytest.mark.parametrize(
    ("words", "outcomes"),
    [
        (("check", "--no-cache"), ("checked, 0 findings", "checked, 1 finding")),
        (("check", "--fix"), ("checked, 0 findings", "checked, 0 findings, 1 fix")),
        (("fmt", "--diff"), ("canonical", "changed")),
        (("convert", "--to", "jsonl"), ("read, 1 document", "read, 1 document")),
        (("split", "--dry-run", "-o", "out"), ("read, 1 article", "read, 1 article")),
        (("baseline", "-o", "known.json"), ("checked, 0 findings", "checked, 1 finding")),
    ],
    ids=lambda words: words[0],
)
def test_verbose_reports_every_file_and_how_long_it_took(
    words: tuple[str, ...], outcomes: tuple[str, str], folder: Path
) -> None:
    write(folder, {"a.txt": CLEAN, "b.txt": LOOSE.replace("Text", "Other words")})
    write(folder, {"c.txt": CLEAN.replace("Text", "Third")})
    for jobs in ("1", "2"):
        write(folder, {"b.txt": LOOSE.replace("Text", "Other words")})
        ended = run(*words, "-v", "--jobs", jobs, "a.txt", "b.txt", "c.txt")
        for path, outcome in zip(
            ("a.txt", "b.txt", "c.txt"), (*outcomes, outcomes[0]), strict=True
        ):
            assert f"corpusfmt: {path}: {outcome}\n" in ended.err
        assert re.search(r"^corpusfmt: finding the files took \d+\.\d\d s$", ended.err, re.M)
        processes = "1 process" if jobs == "1" else "2 processes"
        assert re.search(
            rf"^corpusfmt: working on the files with {processes} took ", ended.err, re.M
        )
        assert ("comparing the articles took" in ended.err) == (words[0] == "check")
        Path("known.json").unlink(missing_ok=True)


def test_verbose_counts_what_was_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, {"a.txt": CLEAN, "b.txt": CLEAN.replace("Text", "Other words")})
    later = time.time_ns() + 3600 * 10**9
    monkeypatch.setattr(time, "time_ns", lambda: later)  # the files were modified long ago
    command = ("check", "-v", "--cache-dir", "cache", "a.txt", "b.txt")
    assert "not read" not in run(*command).err
    ended = run(*command).err
    assert "corpusfmt: 2 files not read: as in an earlier run, no findings\n" in ended
    assert "a.txt: checked" not in ended


# --- colours --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "variables", "is_coloured"),
    [
        ((), {}, False),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": ""}, False),
        ((), {"FORCE_COLOR": "1", "TERM": "dumb"}, True),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
        (("--color", "auto"), {"FORCE_COLOR": "1"}, True),
        (("--color", "always"), {}, True),
        (("--color=always",), {"NO_COLOR": "1"}, True),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
    ],
)
@pytest.mark.parametrize("command", [("check",), ("fmt",), ("convert", "--to", "json")])
def test_an_option_and_variables_decide_about_colours(
    command: tuple[str, ...],
    words: tuple[str, ...],
    variables: dict[str, str],
    is_coloured: bool,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write(folder, {"b.txt": WESTERN})
    unset = {"NO_COLOR": "", "FORCE_COLOR": "", "TERM": "xterm"}
    for name, value in (unset | variables).items():
        monkeypatch.setenv(name, value)
    ended = run(*command, *words, "b.txt")
    printed = ended.out + ended.err
    assert (f"{BOLD}b.txt:1:6:" in printed) is is_coloured
    assert (f"{RED}error" in printed) is is_coloured
    assert ("\x1b" in printed) is is_coloured


# --- exit codes -----------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [("check",), ("fmt", "--check"), ("fmt", "--diff")])
def test_findings_can_be_no_failure(command: tuple[str, ...], folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    fails = run(*command, ".")
    passes = run(*command, "--exit-zero", ".")
    assert (fails.code, passes.code) == (1, 0)
    assert passes[1:] == fails[1:]
    assert run(*command, "--exit-zero", ".", "gone.txt").code == 2


def test_a_report_has_the_exit_code_of_the_run(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    assert run("check", "--exit-zero", "--report", "json=out.json", ".").code == 0
    assert json.loads((folder / "out.json").read_text())["exit_code"] == 0


@pytest.mark.parametrize(
    ("command", "codes"),
    [
        ("clean", "  0    every article was written, set aside or dropped\n  1    articles that "),
        (
            "check",
            "  0    no errors and no warnings\n  1    errors or warnings (0 with --exit-zero)\n",
        ),
        ("plan", "  0    success\n  2    invalid arguments or settings"),
    ],
)
def test_the_help_of_a_command_has_its_exit_codes(command: str, codes: str) -> None:
    assert f"exit codes:\n{codes}" in run(command, "--help").out


# --- settings and files ---------------------------------------------------------------------------


@every_command
def test_an_isolated_run_has_no_settings(command: tuple[str, ...], folder: Path) -> None:
    write(
        folder, {"a.txt": CLEAN, "b.news": CLEAN, "corpusfmt.toml": 'include = ["*.news"]\nfoo = 1'}
    )
    assert run(*command, ".").code == 2
    ended = run(*command, "--isolated", ".")
    assert ended.code == 0
    assert "1 file" in ended.err or "0 new" in ended.err
    assert run("rules", "--isolated").code == 0


@every_command
def test_the_files_that_would_be_read_are_listed(command: tuple[str, ...], folder: Path) -> None:
    write(folder, {"b.txt": LOOSE, "x/a.md": WESTERN, "c.csv": ""})
    before = read(folder)
    ended = run(*command, "--show-files", "-q", "x", ".")
    assert (ended.code, ended.err) == (0, "")
    assert sorted(ended.out.splitlines()) == ["b.txt", "x/a.md"]
    assert re.search("2 files listed|listed 2 files", run(*command, "--show-files", ".").err)
    assert run(*command, "--show-files", "gone.txt").code == 2
    assert run(*command, "--show-files", "--", "b.txt").out == "b.txt\n"
    assert read(folder) == before


SETTINGS = """
include = ["*.news", "ünï.txt"]
ignore = ["layout"]
fail-on = "error"
[per-file-ignores]
"a b/" = ["schema"]
[rules.too-short]
words = 3
[coverage]
date = 95.5
[hosts."coast.example"]
require = ["url"]
[hosts."coast.example".rules.layout]
severity = "info"
[hosts."coast.example".coverage]
byline = 98
"""


@every_command
def test_the_settings_are_shown_with_their_source(command: tuple[str, ...], folder: Path) -> None:
    write(folder, {"corpusfmt.toml": SETTINGS, "in/a.txt": WESTERN})
    ended = run(*command, "--show-settings")
    assert (ended.code, ended.err) == (0, "")
    assert "exclude = []  # default\n" in ended.out
    assert 'fail-on = "error"  # corpusfmt.toml\n' in ended.out
    assert f"# settings file: {folder / 'corpusfmt.toml'}\n" in ended.out
    shown, given = tomllib.loads(ended.out), tomllib.loads(SETTINGS)
    assert {key: shown[key] for key in given} == given
    for key in KEYS:
        assert f"\n{key} = " in ended.out or f"# {key}: " in ended.out
    write(folder, {"again.toml": ended.out})
    again = run(*command, "--config", "again.toml", "--show-settings")
    assert tomllib.loads(again.out) == shown
    assert run(*command, "--show-settings", "--isolated").out.startswith("# settings file: none")


def test_shown_settings_have_what_the_command_line_adds(folder: Path) -> None:
    ended = run("check", "--show-settings", "--ignore", "layout,schema", "--fail-on", "error")
    assert (
        "# on the command line, on top of these: --ignore layout,schema --fail-on error\n"
        in ended.out
    )


def test_invalid_settings_are_not_shown(folder: Path) -> None:
    write(folder, {"corpusfmt.toml": 'ignore = ["layuot"]'})
    ended = run("check", "--show-settings")
    assert (ended.code, ended.out) == (2, "")
    assert "did you mean 'layout'?" in ended.err


def test_completion_knows_the_options(folder: Path) -> None:
    script = run("completion", "bash").out
    for word in ("--quiet", "-q", "--isolated", "--show-settings", "--exit-zero", "-V", "help"):
        assert word in script, word
    assert "always" in script


COMMANDS_OF_ANY_KIND = (
    "check a.txt",
    "check -q a.txt",
    "check --slect a.txt",
    "help",
    "-V",
    "check --show-files .",
    "check -",
)

# One Python that was started without some streams, and a copy of it for each command.
RUN_EACH = """
import os, sys
from corpusfmt.cli.main import main
codes = []
for words in sys.argv[1:]:
    child = os.fork()
    if child == 0:
        sys.argv[1:] = words.split()
        sys.exit(main())
    codes.append(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
with open("codes", "w") as file:
    print(*codes, file=file)
"""


@pytest.mark.skipif(os.name != "posix", reason="a POSIX system closes streams so")
@pytest.mark.parametrize("redirection", [">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.slow
def test_closed_streams_cause_no_traceback(redirection: str, folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    command = shlex.join((sys.executable, "-c", RUN_EACH, *COMMANDS_OF_ANY_KIND))
    done = subprocess.run(
        ("sh", "-c", f"{command} {redirection}"),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    for word in ("Traceback", "internal error"):
        assert word not in done.stderr + done.stdout
    assert done.returncode == 0
    codes = (folder / "codes").read_text().split()
    assert len(codes) == len(COMMANDS_OF_ANY_KIND)
    assert set(codes) <= {"0", "1", "2"}
