"""What the commands read: paths good and bad, the standard input, settings; and what they make of
wrong arguments.
"""

import errno
import json
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from corpusfmt.cli.main import main
from corpusfmt.lint.context import Context
from corpusfmt.lint.rule import Rule
from corpusfmt.model.diagnostic import Diagnostic, Finding, Severity
from tests.command_line import (
    CLEAN,
    LOOSE,
    WESTERN,
    fail_to_open,
    read,
    run,
    run_program,
    write,
)

COMMANDS = (("check",), ("fmt", "--check"), ("convert", "--to", "jsonl"))
every_command = pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def nothing() -> None:
    """Make no file."""


BAD_PATHS: dict[str, tuple[str, Callable[[], object], str]] = {
    "missing": ("gone.txt", nothing, "gone.txt: does not exist"),
    "empty name": ("", nothing, "'': does not exist"),
    "NUL in the name": ("a\0b", nothing, "a\\u0000b: is not a valid file name"),
    "long name": ("n" * 5000, nothing, ": has too long a name"),
    "below a file": ("good.txt/x", nothing, "is below a path that is not a folder"),
    "named pipe": ("pipe", lambda: os.mkfifo("pipe"), "pipe: is a named pipe, not a file"),
    "device": ("/dev/null", nothing, "/dev/null: is a device, not a file"),
    "link to nothing": (
        "link",
        lambda: os.symlink("gone", "link"),
        "link: is a broken symbolic link",
    ),
    "link to itself": (
        "loop",
        lambda: os.symlink("loop", "loop"),
        "loop: is a loop of symbolic links",
    ),
    "line break in the name": ("a\nb", nothing, "a\\u000ab: does not exist"),
    "name that is not UTF-8": ("a\udcff", nothing, "a\\xff: does not exist"),
    "path of another system": ("C:\\x\\y.txt", nothing, "C:\\x\\y.txt: does not exist"),
}


@every_command
@pytest.mark.parametrize("name", BAD_PATHS)
def test_a_bad_path_is_reported_and_the_others_go_on(
    command: tuple[str, ...], name: str, folder: Path
) -> None:
    path, make, reason = BAD_PATHS[name]
    write(folder, {"good.txt": LOOSE})
    make()
    ended = run(*command, path, "good.txt")
    assert ended.code == 2
    assert f"{reason}\n" in ended.err
    assert "good.txt" in ended.out
    assert "report" not in ended.err


@every_command
@pytest.mark.parametrize(
    "files", [{}, {"notes.csv": "1"}, {".hidden/a.txt": CLEAN}], ids=["empty", "other", "hidden"]
)
def test_a_folder_without_articles_is_no_clean_run(
    command: tuple[str, ...], files: dict[str, str | bytes], folder: Path
) -> None:
    write(folder, files)
    ended = run(*command, ".")
    assert (ended.code, ended.out) == (2, "")
    [line, *more] = ended.err.splitlines()
    reason = {
        "notes.csv": "1 not matched by include (*.txt, *.md)",
        ".hidden/a.txt": "1 hidden folder",
    }
    empty = "the folders contain no files (include: *.txt, *.md)"
    expected = "".join(reason[name] for name in files) if files else empty
    assert line == f"corpusfmt: no files to read: {expected}"
    assert len(more) == (command[0] == "convert")


@every_command
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read_is_reported(command: tuple[str, ...], folder: Path) -> None:
    write(folder, {"a.txt": CLEAN, "b.txt": LOOSE})
    (folder / "a.txt").chmod(0)
    ended = run(*command, ".")
    assert ended.code == 2
    assert "a.txt: permission denied" in ended.err
    assert "b.txt" in ended.out


@every_command
def test_a_file_that_vanishes_after_it_was_found_is_reported(
    command: tuple[str, ...], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": LOOSE})
    fail_to_open(monkeypatch, "a.txt", FileNotFoundError(errno.ENOENT, "gone"))
    ended = run(*command, ".")
    assert ended.code == 2
    assert "a.txt: does not exist" in ended.err
    assert "b.txt" in ended.out


@every_command
def test_a_file_named_twice_is_read_once(command: tuple[str, ...], folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    os.symlink("a.txt", "link.txt")
    once = run(*command, "a.txt")
    more = run(*command, "a.txt", "./a.txt", "link.txt", ".", "a.txt")
    assert more.out == once.out != ""
    assert "already named" in more.err


@every_command
def test_a_loop_of_folders_ends(command: tuple[str, ...], folder: Path) -> None:
    write(folder, {"a.txt": CLEAN})
    os.symlink(".", "loop")
    ended = run(*command, ".")
    assert ended.code == 0
    assert "1 file" in ended.err
    assert "symbolic link to a folder" in ended.err


@every_command
def test_a_name_that_is_not_text_does_no_harm(command: tuple[str, ...], folder: Path) -> None:
    path = b"n\xff\n.txt"
    Path(os.fsdecode(path)).write_text(LOOSE)
    for arguments in ((os.fsdecode(path),), (".",)):
        ended = run(*command, *arguments)
        assert ended.code == (0 if command[0] == "convert" else 1)
        assert "n\\xff" in ended.out.replace("\\\\", "\\")


@every_command
@pytest.mark.parametrize("paths", [("-",), ("-", "-"), ("a.txt", "-"), ("-", ".")])
def test_the_standard_input_is_read_once(
    command: tuple[str, ...], paths: tuple[str, ...], folder: Path
) -> None:
    write(folder, {"a.txt": LOOSE})
    ended = run(*command, "--stdin-filename", "piped.txt", *paths, stdin=LOOSE.encode())
    assert "piped.txt" in ended.out
    assert ("a.txt" in ended.out) is (set(paths) != {"-"})
    assert f"{len(set(paths))} file" in ended.err


@every_command
def test_a_closed_standard_input_is_reported(
    command: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert main([*command, "-"]) == 2
    assert "-: the standard input is closed" in capsys.readouterr().err


@every_command
def test_an_error_of_ours_costs_one_file_and_no_traceback(
    command: tuple[str, ...], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, {"a.txt": CLEAN, "b.txt": LOOSE})
    fail_to_open(monkeypatch, "a.txt", KeyError("lost"))
    ended = run(*command, ".")
    assert ended.code == 2
    [line] = [line for line in ended.err.splitlines() if "a.txt" in line]
    assert "KeyError: 'lost' at command_line.py:" in line
    assert "please report" in line
    assert "b.txt" in ended.out


@pytest.mark.slow
@pytest.mark.program
def test_among_many_files_one_that_fails_costs_the_others_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Many files are checked together, rule by rule, but for what cannot be."""
    from corpusfmt.lint import checker

    whole = checker.sign

    def fail(finding: Finding, rule: Rule, context: Context, severity: Severity) -> Diagnostic:
        if context.name.endswith("017.txt"):
            raise KeyError("lost")
        return whole(finding, rule, context, severity)

    monkeypatch.setattr(checker, "sign", fail)
    fail_to_open(monkeypatch, "018.txt", KeyError("lost as well"))
    long = CLEAN + "\nA line of the ferry.\n" * 30_000
    write(folder, {f"{number:03}.txt": long if number == 40 else LOOSE for number in range(420)})
    (folder / "100.txt").unlink()
    (folder / "100.txt").symlink_to("gone.txt")
    paths = [f"{number:03}.txt" for number in range(420)]
    # With a cache, the result of an article of the same content is known.
    options = ("--no-cache", "--ignore", "level-5", "--report", "concise")
    ended = run("check", "--jobs", "1", *options, *paths)
    assert ended.code == 2
    found = re.findall(r"^(.*?):5:1: warning: .*\[layout\]$", ended.out, re.MULTILINE)
    assert found == [
        path for path in paths if path not in ("017.txt", "018.txt", "040.txt", "100.txt")
    ]
    assert "017.txt: internal error: KeyError: 'lost' at test_inputs.py:" in ended.err
    assert "018.txt: internal error: KeyError: 'lost as well' at command_line.py:" in ended.err
    assert ended.out.endswith("; 3 paths could not be checked\n")
    assert "checked 417 files" in ended.out
    several = run("check", "--jobs", "2", *options, *paths)
    assert several.out == ended.out


def test_an_error_of_ours_outside_of_files_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "scandir", lambda *_: 1 // 0)
    ended = run("check", ".")
    assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert "ZeroDivisionError" in ended.err
    assert "please report" in ended.err


# --- settings -------------------------------------------------------------------------------------


@every_command
def test_settings_say_what_is_read(command: tuple[str, ...], folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "b.news": LOOSE, "old/c.news": LOOSE})
    write(folder, {"corpusfmt.toml": 'include = ["*.news"]\nexclude = ["old/"]\n'})
    ended = run(*command, ".")
    assert "b.news" in ended.out
    assert "a.txt" not in ended.out
    assert "c.news" not in ended.out
    assert "1 excluded" in ended.err


def test_settings_say_what_is_required(folder: Path) -> None:
    write(
        folder,
        {"a.txt": CLEAN, "pyproject.toml": '[tool.corpusfmt]\nrequire = ["byline", "url"]\n'},
    )
    ended = run("check", "a.txt")
    assert ended.code == 1
    assert ended.out.count("[missing-field]") == 2


@every_command
@pytest.mark.parametrize(
    ("settings", "reported"),
    [
        ('requires = ["byline"]', "unknown key 'requires'; did you mean 'require'?"),
        ('require = ["headline"]', "unknown value 'headline'"),
        ('include = "*.txt"', "include is a string; expected an array of strings"),
        ('include = ["*.txt"', "corpusfmt.toml:1:19: invalid TOML"),
        ("\udc80", "not UTF-8"),
    ],
)
def test_broken_settings_end_the_run_before_it_begins(
    command: tuple[str, ...], settings: str, reported: str, folder: Path
) -> None:
    write(folder, {"a.txt": LOOSE, "corpusfmt.toml": settings.encode(errors="surrogateescape")})
    before = read(folder)
    ended = run(*command, "a.txt")
    assert ended.code == 2
    assert reported in ended.err
    assert read(folder) == before
    if command != ("check",):
        assert ended.out == ""
        return
    assert "a.txt:5:1: warning: " in ended.out
    assert "; some settings were invalid and were ignored\n" in ended.err


@pytest.mark.parametrize(
    "words", [("--fix",), ("--fix", "--unsafe-fixes"), ("--quarantine", "aside")]
)
def test_nothing_is_written_under_broken_settings(words: tuple[str, ...], folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "corpusfmt.toml": 'ignore = ["layuot"]'})
    before = read(folder)
    ended = run("check", *words, "a.txt")
    assert (ended.code, ended.out) == (2, "")
    assert "unknown rule 'layuot' in ignore; did you mean 'layout'?" in ended.err
    assert read(folder) == before


def test_what_writes_nothing_goes_on_under_broken_settings(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "corpusfmt.toml": 'ignore = ["layuot"]'})
    before = read(folder)
    for words in (("--unsafe-fixes",), ("--fix", "--diff"), ()):
        ended = run("check", *words, "a.txt")
        assert (ended.code, bool(ended.out)) == (2, True)
        assert read(folder) == before


def test_what_is_right_in_broken_settings_is_used(folder: Path) -> None:
    settings = """
        requires = ["date"]
        require = ["byline"]
        ignore = ["layout", "boilerplat"]
        select = "all"
        [rules.too-short]
        words = 10
        severity = "info"
        wrods = 3
        [rules.to-short]
        words = 5
        [per-file-ignores]
        "b.txt" = ["missing-field", "schemata"]
    """
    write(folder, {"a.txt": LOOSE, "b.txt": LOOSE, "corpusfmt.toml": settings})
    ended = run(
        "check",
        "--extend-select",
        "too-short",
        "--report",
        "json=out.json",
        "--report",
        "concise",
        ".",
    )
    assert ended.code == 2
    reported = ended.err.splitlines()
    for fault in (
        "'requires'",
        "select is a string",
        "'boilerplat'",
        "wrods'",
        "to-short'",
        "'schemata'",
    ):
        assert sum(fault in line for line in reported) == 1, fault
    assert [
        line.split(": ", 2)[0] + line[-16:] for line in ended.out.splitlines() if "missing" in line
    ] == ["a.txt:1:1 [missing-field]"]
    assert "[layout]" not in ended.out
    assert "info: the body has" in ended.out
    trouble = json.loads((folder / "out.json").read_text())["trouble"]
    assert trouble == "some settings were invalid and were ignored"


HOST = "http://a.example"
"""The host of an article, for which there are settings."""


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ('select = ["layuot"]', ()),
        ('[hosts."a.example"]\nselect = ["layuot"]', ()),
        ('[hosts."a.example"]\nrequire = []\n[hosts."www.A.example"]\nignore = ["layout"]', ()),
    ],
)
def test_what_asks_for_nothing_that_there_is_asks_for_nothing(
    settings: str, words: tuple[str, ...], folder: Path
) -> None:
    write(folder, {"a.txt": f"{LOOSE}\nOriginal url:\n\n<{HOST}/b>\n", "corpusfmt.toml": settings})
    ended = run("check", *words, "--report", "json=out.json", "--report", "concise", "a.txt")
    assert ended.code == 2
    assert "[layout]" in ended.out
    assert re.search("did you mean 'layout'|is the same host as", ended.err)
    assert json.loads((folder / "out.json").read_text())["exit_code"] == 2


def test_a_patch_is_shown_under_broken_settings_and_every_problem_is_reported(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "corpusfmt.toml": 'foo = 1\nignore = ["layuot"]'})
    shown = run("check", "--fix", "--diff", "a.txt")
    assert (shown.code, shown.out.startswith("--- ")) == (2, True)
    refused = run("check", "--fix", "a.txt")
    assert (refused.code, refused.out) == (2, "")
    for ended in (shown, refused):
        assert "unknown key 'foo'" in ended.err
        assert "did you mean 'layout'" in ended.err


@every_command
def test_every_command_reports_all_problems_of_the_settings(
    command: tuple[str, ...], folder: Path
) -> None:
    write(folder, {"a.txt": CLEAN, "corpusfmt.toml": 'foo = 1\nignore = ["layuot"]'})
    ended = run(*command, "a.txt")
    assert ended.code == 2
    assert "unknown key 'foo'" in ended.err
    assert "did you mean 'layout'" in ended.err


@every_command
def test_named_settings_must_exist(command: tuple[str, ...], folder: Path) -> None:
    write(folder, {"a.txt": CLEAN})
    ended = run(*command, "--config", "gone.toml", "a.txt")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("corpusfmt: gone.toml: does not exist\n")
    assert ended.err.count("\n") == 1


# --- arguments ------------------------------------------------------------------------------------


@pytest.mark.program
@pytest.mark.parametrize(
    "variables", [{"PYTHONOPTIMIZE": "2"}, {"PYTHONWARNINGS": "error"}], ids=["-OO", "-Werror"]
)
def test_no_behaviour_hangs_on_assertions_or_warnings(
    variables: dict[str, str], folder: Path
) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": WESTERN, "c.txt": "", "d.json": "{"})
    for words in (
        ("check", "."),
        ("fmt", "--diff", "."),
        ("convert", "--to", "json", ".", "d.json"),
        ("chek",),
    ):
        assert run_program(*words, variables=variables) == run(*words)
