"""Wrong command lines end at once with one line; help and version are printed."""

import os
from pathlib import Path

import pytest

from corpusfmt import __version__
from corpusfmt.cli.parsers import COMMANDS
from corpusfmt.convert import formats
from tests.command_line import CLEAN, LOOSE, Ended, read, run, run_program, write

RULES = "(see `corpusfmt rules`)"
CHECK = "(see `corpusfmt check --help`)"
FORMATS = ", ".join(formats.FORMATS)

WRONG: dict[str, tuple[tuple[str, ...], str]] = {
    "nothing": ((), "no command given (see `corpusfmt help`)"),
    "a mistyped command": (
        ("chekc", "a.txt"),
        "unknown command 'chekc'; did you mean 'check'? (see `corpusfmt help`)",
    ),
    "no command, but a path": (
        ("a.txt",),
        "unknown command 'a.txt'; did you mean `corpusfmt check a.txt`?",
    ),
    "an empty command": (("",), "unknown command '' (see `corpusfmt help`)"),
    "an option of a command before it": (
        ("--jobs", "2", "check", "a.txt"),
        "'--jobs' comes before the command; options come after it: `corpusfmt check --jobs`",
    ),
    "a mistyped option before a command": (
        ("--versoin",),
        "unknown option '--versoin'; did you mean '--version'? (see `corpusfmt help`)",
    ),
    "help for what is no command": (
        ("help", "fnt"),
        "unknown command 'fnt'; did you mean 'fmt'? (see `corpusfmt help`)",
    ),
    "help for two commands": (
        ("help", "check", "fmt"),
        "help describes one command at a time, as in `corpusfmt help check`",
    ),
    "no path": (
        ("check",),
        "PATH is missing: a file, a folder, a pattern, an archive or JSON Lines "
        "(see docs/inputs.md), or - for the standard input "
        "(see `corpusfmt check --help`)",
    ),
    "no rule": (
        ("rule",),
        "NAME is missing: the name of a rule (see `corpusfmt rule --help`)",
    ),
    "no target": (
        ("convert", "a.txt"),
        f"--to is missing: expected one of {FORMATS} (see `corpusfmt convert --help`)",
    ),
    "a mistyped option": (
        ("check", "--slect", "layout", "a.txt"),
        f"unknown option '--slect'; did you mean '--select'? {CHECK}",
    ),
    "an option with its value in one word": (
        ("check", "--select layout", "a.txt"),
        f"unknown option '--select layout'; did you mean '--select'? {CHECK}",
    ),
    "an abbreviation": (
        ("check", "--job", "2", "a.txt"),
        f"unknown option '--job'; did you mean '--jobs'? {CHECK}",
    ),
    "an option that is like no other": (
        ("check", "--xyzzy", "a.txt"),
        f"unknown option '--xyzzy' {CHECK}",
    ),
    "what ruff calls it": (
        ("check", "--output-format", "json", "a.txt"),
        f"unknown option '--output-format'; did you mean '--report'? {CHECK}",
    ),
    "a dash from a web page": (
        ("check", "–fix", "a.txt"),
        f"unknown option '–fix'; did you mean '--fix'? {CHECK}",
    ),
    "an unknown letter": (("check", "-z", "a.txt"), f"unknown option '-z' {CHECK}"),
    "an unknown letter among others": (
        ("check", "-xj2", "a.txt"),
        f"unknown option '-x' in '-xj2' {CHECK}",
    ),
    "the name of a file that begins with a dash": (
        ("check", "-dash.txt"),
        f"unknown option '-d' in '-dash.txt' (if it is a file, write './-dash.txt') {CHECK}",
    ),
    "the option of another command": (
        ("fmt", "--fix", "a.txt"),
        "unknown option '--fix' for fmt; use `corpusfmt check`",
    ),
    "an option without its value": (
        ("check", "a.txt", "--jobs"),
        "--jobs needs a value: N (see `corpusfmt check --help`)",
    ),
    "an option in place of a value": (
        ("check", "--select", "--fix", "a.txt"),
        "--select needs a value: RULES (see `corpusfmt check --help`)",
    ),
    "a value for a flag": (
        ("check", "--fix=all", "a.txt"),
        "--fix takes no value, but 'all' is given",
    ),
    "an option twice": (
        ("convert", "--to", "json", "--to", "jsonl", "a.txt"),
        "--to is given twice; expected it once",
    ),
    "no processes": (
        ("check", "--jobs", "0", "a.txt"),
        "--jobs is '0'; expected a number of processes, 1 or more",
    ),
    "fewer than no processes": (
        ("check", "--jobs", "-1", "a.txt"),
        "--jobs is '-1'; expected a number of processes, 1 or more",
    ),
    "processes in words": (
        ("fmt", "-j", "two", "a.txt"),
        "--jobs is 'two'; expected a number of processes, 1 or more",
    ),
    "processes without end": (
        ("check", "--jobs", "9" * 5000, "a.txt"),
        f"--jobs is '{'9' * 59}…'; expected a number of processes, 1 or more",
    ),
    "a mistyped rule": (
        ("check", "--select", "layuot", "a.txt"),
        f"unknown rule 'layuot' in --select; did you mean 'layout'? {RULES}",
    ),
    "a mistyped rule among others": (
        ("check", "--ignore", "layout, boilerplat", "a.txt"),
        f"unknown rule 'boilerplat' in --ignore; did you mean 'boilerplate'? {RULES}",
    ),
    "a rule that is like no other": (
        ("check", "--extend-select", "E501", "a.txt"),
        f"unknown rule 'E501' in --extend-select {RULES}",
    ),
    "a rule without end": (
        ("check", "--select", "x" * 100_000, "a.txt"),
        f"unknown rule '{'x' * 59}…' in --select {RULES}",
    ),
    "no name of a rule": (
        ("check", "--select", "", "a.txt"),
        f"--select names no rule; expected names separated by commas {RULES}",
    ),
    "a rule to explain": (
        ("rule", "laout"),
        f"unknown rule 'laout'; did you mean 'layout'? {RULES}",
    ),
    "a mistyped format": (
        ("check", "--report", "jsn", "a.txt"),
        "unknown format 'jsn' for --report; did you mean 'json'?",
    ),
    "a report in a folder that is missing": (
        ("check", "--report", "json=gone/out.json", "a.txt"),
        "--report: the folder of 'gone/out.json' does not exist",
    ),
    "a report over a folder": (
        ("check", "--report", "json=folder", "a.txt"),
        "--report: 'folder' is a folder; expected the name of a file",
    ),
    "a mistyped severity": (
        ("check", "--fail-on", "eror", "a.txt"),
        "unknown value 'eror' for --fail-on; did you mean 'error'?",
    ),
    "a target that there is not": (
        ("convert", "a.txt", "--to", "xml"),
        f"unknown value 'xml' for --to; expected one of {FORMATS}",
    ),
    "an invalid day": (
        ("baseline", "--expires", "soon", "a.txt"),
        "--expires is 'soon'; expected a date such as 2027-01-31",
    ),
    "an unknown shell": (
        ("completion", "fsh"),
        "unknown value 'fsh' for SHELL; did you mean 'fish'?",
    ),
    "a path where none is read": (
        ("undo", "a.txt"),
        "unexpected argument 'a.txt' (see `corpusfmt undo --help`)",
    ),
    "a name for a standard input that is not read": (
        ("check", "--stdin-filename", "x.txt", "a.txt"),
        "--stdin-filename can only be used with the path -",
    ),
    "settings that are missing": (
        ("check", "--config", "gone.toml", "."),
        "gone.toml: does not exist",
    ),
    "a path taken for a value": (
        ("check", "-j", "a.txt"),
        "--jobs is 'a.txt'; expected a number of processes, 1 or more",
    ),
    "quiet and verbose": (
        ("check", "-qv", "a.txt"),
        "--verbose cannot be used with --quiet",
    ),
    "the version of a command": (
        ("check", "--version"),
        "unknown option '--version' for check; use `corpusfmt --version`",
    ),
    "a command of another tool": (
        ("lint", "a.txt"),
        "unknown command 'lint'; did you mean `corpusfmt check`?",
    ),
    "no runs": (
        ("undo", "--runs", "0"),
        "--runs: '0' is invalid; expected a number of runs, 1 or more",
    ),
    "an encoding that there is not": (
        ("convert", "--to", "json", "--encoding", "uft8", "a.txt"),
        "--encoding: unknown encoding 'uft8'; did you mean 'utf8'?",
    ),
    "a NUL in a value": (
        ("check", "--report", "json=a\0b", "a.txt"),
        "--report contains a NUL character",
    ),
    "settings without a name": (
        ("check", "--config", "", "."),
        "--config is empty; expected the path of a file",
    ),
    "invalid settings": (
        ("check", "--config", "pyproject.toml", "."),
        "pyproject.toml: has no table [tool.corpusfmt]",
    ),
    "a quarantine and fixes": (
        ("check", "--quarantine", "aside", "--fix", "a.txt"),
        "--quarantine cannot be used with --fix",
    ),
    "two ways that exclude each other": (
        ("quarantine", "--list", "--restore", "aside"),
        "--restore cannot be used with --list",
    ),
    "a baseline and none": (
        ("check", "--baseline", "b.jsonl", "--no-baseline", "a.txt"),
        "--baseline cannot be used with --no-baseline",
    ),
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, with an article that is not canonical."""
    monkeypatch.chdir(tmp_path)
    files: dict[str, str | bytes] = {"a.txt": LOOSE, "-dash.txt": LOOSE, "folder/b.txt": LOOSE}
    return write(tmp_path, files | {"pyproject.toml": "[project]\n"})


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_on_the_command_line_ends_the_run_with_one_line(
    name: str, folder: Path
) -> None:
    words, message = WRONG[name]
    before = read(folder)
    assert run(*words) == Ended(2, "", f"corpusfmt: {message}\n")
    assert read(folder) == before


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("word", ["--xyzzy", "-Z", "–bogosity"])
def test_every_command_refuses_unknown_options(command: str, word: str) -> None:
    ended = run(command, word, "a.txt")
    assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert ended.err.startswith(f"corpusfmt: unknown option {word!r}")


def test_a_word_that_is_not_text_is_printed_as_an_escape() -> None:
    ended = run_program("check", b"--\xff".decode(errors="surrogateescape"), "a.txt")
    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert "'--\\udcff'" in ended.err


EMPTY = (
    ("check", "--config"),
    ("check", "--stdin-filename"),
    ("check", "--baseline"),
    ("check", "--changed-since"),
    ("check", "--quarantine"),
    ("convert", "--to", "json", "-o"),
    ("baseline", "-o"),
    ("undo", "--config"),
    ("rules", "--config"),
)


@pytest.mark.parametrize("words", EMPTY, ids=" ".join)
def test_an_empty_value_is_never_a_default(words: tuple[str, ...], folder: Path) -> None:
    """A variable of a script that is not set must not mean: the usual place."""
    before = read(folder)
    ended = run(*words, "", "a.txt")
    assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert " is empty; expected " in ended.err
    assert read(folder) == before


def test_a_rule_in_the_place_of_a_path_has_a_hint() -> None:
    ended = run("check", "--select", "layout", "schema", "a.txt")
    hint = "(to name several rules, put commas between them, as in --select layout,schema)"
    assert f"corpusfmt: schema: does not exist {hint}\n" in ended.err


def test_ten_thousand_paths_are_no_matter(folder: Path) -> None:
    paths = [f"gone/{number}.txt" for number in range(10_000)]
    ended = run("check", "--report", "concise", *paths, "a.txt")
    assert ended.code == 2
    assert "10,000 paths could not be checked" in ended.out + ended.err
    assert "a.txt:5:1: " in ended.out


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8", "xx_XX.nothing"])
def test_any_locale_will_do(locale: str, folder: Path) -> None:
    variables = {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    name = b"caf\xe9.txt".decode(errors="surrogateescape")
    ended = run_program("check", name, "–fix", variables=variables)
    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert "Traceback" not in ended.err
    assert "did you mean '--fix'?" in ended.err


def test_options_and_paths_come_in_any_order(folder: Path) -> None:
    expected = run("check", "--select", "layout", "--report", "concise", "a.txt", "folder/b.txt")
    assert expected.code == 1
    for words in (
        ("a.txt", "--select", "layout", "folder/b.txt", "--report=concise"),
        ("a.txt", "--report", "concise", "--select=layout", "--", "folder/b.txt"),
        ("-j1", "a.txt", "folder/b.txt", "--select", "layout", "--report", "concise"),
        ("-j", "1", "a.txt", "folder/b.txt", "--select", "layout", "--report", "concise"),
    ):
        assert run("check", *words) == expected
    assert run("check", "--", "-dash.txt").out.startswith("-dash.txt:5:1: warning: ")


def test_lists_of_rules_add_up() -> None:
    both = run("check", "--ignore", "layout", "--ignore", "level-5", "a.txt")
    assert (both.code, both.out) == (0, "")


# --- help and version -----------------------------------------------------------------------------


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_examples_and_exit_codes(command: str) -> None:
    ended = run("help", command)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith(f"usage: corpusfmt {command} ")
    assert "examples:\n  corpusfmt " in ended.out
    for code in ("0 ", "2 ", "130"):
        assert f"\n  {code}  " in ended.out
    assert max(map(len, ended.out.splitlines())) <= 120
    assert run(command, "--help") == run(command, "-h") == run(command, "x", "-h") == ended


def test_help_lists_every_command() -> None:
    ended = run("help")
    assert ended.code == 0
    assert all(f"\n    {command} " in ended.out for command in (*COMMANDS, "help"))
    assert run("--help") == run("-h") == run("help", "help") == ended


@pytest.mark.parametrize("word", ["-V", "--version"])
def test_the_version_is_printed(word: str) -> None:
    assert run(word) == Ended(0, f"corpusfmt {__version__}\n", "")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no such device")
@pytest.mark.parametrize(
    ("words", "unbuffered"),
    [
        (("--help",), ""),
        (("--help",), "1"),
        (("--version",), ""),
        (("check", "--help"), ""),
        (("help", "fmt"), ""),
        (("rules",), ""),
        (("rules",), "1"),
    ],
)
def test_help_that_cannot_be_written_is_an_error(words: tuple[str, ...], unbuffered: str) -> None:
    with open("/dev/full", "wb") as full:
        ended = run_program(*words, stdout=full, variables={"PYTHONUNBUFFERED": unbuffered})
    message = "the standard output could not be written: no space left on the disk"
    assert ended == Ended(2, "", f"corpusfmt: {message}\n")


@pytest.mark.parametrize(
    "words",
    [
        ("convert", "a.txt", "--to", "jsonl", "-o"),
        ("convert", "a.txt", "--to", "jsonl", "--shards", "1MB", "-o"),
        ("split", "a.txt", "-o"),
        ("plan", "a.txt", "--tasks", "2", "-o"),
        ("baseline", "a.txt", "-o"),
        ("stats", "a.txt", "--html"),
        ("check", "a.txt", "--quarantine"),
        ("check", "a.txt", "--cache-dir"),
        ("clean", "a.txt"),
    ],
    ids=" ".join,
)
def test_no_output_is_written_to_a_folder_that_is_named_like_a_url(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"a.txt": CLEAN})
    ended = run(*words, "memory://bucket/out")
    message = "corpusfmt: memory://bucket/out: is a URL, which can only be read; expected a path"
    assert (ended.code, ended.out, ended.err) == (2, "", f"{message} on the disk\n")
    assert not (tmp_path / "memory:").exists()
