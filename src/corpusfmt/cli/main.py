"""The command line: ``corpusfmt check``, ``fmt``, ``convert`` and what belongs to them."""

from __future__ import annotations

import argparse
import os
import shlex
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from corpusfmt import __version__
from corpusfmt.cli import console
from corpusfmt.cli.argv import ArgumentsError, Parser, UnknownOptionError
from corpusfmt.run.crash import crash
from corpusfmt.syntax.interpreter import UnsupportedPythonError, require_correct_patterns
from corpusfmt.text.display import printable
from corpusfmt.text.suggestion import describe_unknown, quoted

COMMANDS = {
    "check": "report every problem of every article, and fix what can be fixed",
    "fmt": "rewrite articles as canonical text",
    "convert": "convert text to JSON or JSON Lines, and back to text",
    "baseline": "record today's findings, so that only new ones fail a check",
    "quarantine": "list the files in a quarantine, and move them back",
    "undo": "put back what the last run of fmt or check --fix has rewritten",
    "rules": "list the rules",
    "rule": "explain a rule",
    "completion": "print the script that completes commands in a shell",
}
_HELP = "describe a command, or list the commands"

EXIT_CODES = """exit codes:
  0    clean: no errors and no warnings
  1    findings, or files that would be rewritten (0 with --exit-zero)
  2    wrong arguments, invalid settings, or something could not be read, written or found
  130  interrupted"""

DESCRIPTION = """Check, repair and convert news articles in a plain-text format.

A corpus of articles is kept as text files in one layout (docs/spec.md). A bad file does not end a run: it is
reported, and the others are read."""

EXAMPLES = """examples:
  corpusfmt check corpus/
  corpusfmt fmt --diff corpus/
  corpusfmt convert corpus/ --to jsonl -o corpus.jsonl

settings: [tool.corpusfmt] in pyproject.toml, or corpusfmt.toml:
  include = ["*.txt", "*.md"]           which files of a folder are articles
  exclude = ["drafts/"]                 and which of them are not
  require = ["byline", "date", "url"]   what every article of this corpus must have
"""

_COULD_NOT, _INTERRUPTED = 2, 130
_VERSION = f"corpusfmt {__version__}"
_VERSION_OPTIONS = ("-V", "--version")

_OTHER_NAMES = {
    "explain": "rule",
    "format": "fmt",
    "lint": "check",
    "restore": "undo",
    "revert": "undo",
    "version": "--version",
}
"""What other tools call our commands."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0 clean, 1 findings, 2 could not, 130 interrupted."""
    console.prepare()
    try:
        code = _run_guarded(list(sys.argv[1:] if arguments is None else arguments))
        console.flush()
    except console.OutputError as problem:
        if problem.reason is not None:
            console.note(f"the standard output could not be written: {problem.reason}")
        return _COULD_NOT
    except KeyboardInterrupt:  # once more, while the first was told
        return _INTERRUPTED
    return code


def _run_guarded(given: Sequence[str]) -> int:
    """Run the command; an interrupt, and an error that should not be, end in a line and a code too."""
    try:
        with _endings_as_interrupts():
            return _run(given)
    except (ArgumentsError, UnsupportedPythonError) as problem:
        console.note(printable(str(problem)))
        return _COULD_NOT
    except KeyboardInterrupt:
        console.note("interrupted")
        return _INTERRUPTED
    except console.OutputError:
        raise
    except Exception as error:
        console.note(crash(error))
        return _COULD_NOT


def _run(given: Sequence[str]) -> int:
    """Run the command that the first argument names; raise ArgumentsError where it names none."""
    if not given:
        raise ArgumentsError("no command is given (list them with `corpusfmt help`)")
    name, *rest = given
    if name == "--":
        return _run(rest)
    if name in _VERSION_OPTIONS:
        console.put(f"{_VERSION}\n")
        return 0
    if name in ("-h", "--help", "help"):
        _parser_of_help(rest if name == "help" else ()).print_help()
        return 0
    if name not in COMMANDS:
        raise _unknown_command(name, rest)
    # Only the command that is asked for is imported: --version needs none.
    command = import_module(f"corpusfmt.cli.{name}")
    parser = _parser_of(name, command)
    try:
        parsed = parser.parse_words(rest)
    except UnknownOptionError as problem:
        owner = _command_with(problem.option)
        if problem.option in _VERSION_OPTIONS:
            owner = problem.option
        if owner is None:
            raise
        message = f"unknown option {quoted(problem.option)} for {name}; `corpusfmt {owner}` has it"
        raise ArgumentsError(message) from problem
    if parsed is None:
        parser.print_help()
        return 0
    parsed.whole_parser = _whole_parser
    return _run_command(command, parsed)


def _run_command(command: Any, parsed: argparse.Namespace) -> int:
    from corpusfmt.config.settings import SettingsError
    from corpusfmt.project.lock import LockError

    require_correct_patterns()  # before any file is read: one line for the run, not one a file
    console.configure(
        quiet=getattr(parsed, "quiet", False),
        verbose=getattr(parsed, "verbose", False),
        color=getattr(parsed, "color", "auto"),
    )
    run = command.run
    if getattr(parsed, "show_settings", False):
        from corpusfmt.cli.showing import show_settings as run
    try:
        code: int = run(parsed)
    except LockError as problem:
        console.note(problem.message)
        return _COULD_NOT
    except SettingsError as broken:
        for line in broken.message.splitlines():
            console.note(printable(line))
        return _COULD_NOT
    return code


def _unknown_command(name: str, rest: Sequence[str]) -> ArgumentsError:
    if name.startswith("-"):
        return _option_before_command(name)
    if os.path.exists(name):
        words = shlex.join(["corpusfmt", "check", name, *rest][:3])
        return ArgumentsError(f"unknown command {quoted(name)}; did you mean `{words}`?")
    other = _OTHER_NAMES.get(name)
    if other is not None:
        words = f"corpusfmt {other}"
        return ArgumentsError(f"unknown command {quoted(name)}; did you mean `{words}`?")
    known = [*COMMANDS, "help"]
    problem = f"unknown command {quoted(name)}"
    return ArgumentsError(describe_unknown(problem, name, known, "corpusfmt help"))


def _option_before_command(word: str) -> ArgumentsError:
    owner = _command_with(word.partition("=")[0])
    if owner is not None:
        message = (
            f"{quoted(word)} is before the command; options follow it: `corpusfmt {owner} {word}`"
        )
        return ArgumentsError(message)
    known = ["--help", "--version"]
    problem = f"unknown option {quoted(word)}"
    return ArgumentsError(describe_unknown(problem, word, known, "corpusfmt help"))


def _command_with(option: str) -> str | None:
    """Return the first command that has an option."""
    for name in COMMANDS:
        parser = _parser_of(name, import_module(f"corpusfmt.cli.{name}"))
        if option in parser._option_string_actions:
            return name
    return None


def _parser_of(name: str, module: Any) -> Parser:
    parser = Parser(
        f"corpusfmt {name}",
        description=module.DESCRIPTION,
        epilog=f"{module.EXAMPLES}\n{EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    module.add(parser)
    return parser


def _parser_of_help(words: Sequence[str]) -> Parser:
    """Return the parser whose help is requested: that of the command named, or of all."""
    if len(words) > 1:
        raise ArgumentsError("help describes one command at a time, as in `corpusfmt help check`")
    if words and words[0] not in ("help", "-h", "--help"):
        [name] = words
        if name not in COMMANDS:
            raise _unknown_command(name, ())
        return _parser_of(name, import_module(f"corpusfmt.cli.{name}"))
    parser = Parser(
        "corpusfmt",
        description=DESCRIPTION,
        epilog=f"{EXAMPLES}\n{EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("-V", "--version", action="version", version=_VERSION)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, summary in COMMANDS.items():
        commands.add_parser(name, help=summary)
    commands.add_parser("help", help=_HELP)
    return parser


def _whole_parser() -> argparse.ArgumentParser:
    """The parser of every command, which only the completion needs."""
    parser = Parser("corpusfmt", description="check, repair and convert news articles")
    parser.add_argument("-V", "--version", action="version", version=_VERSION)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, summary in COMMANDS.items():
        module = import_module(f"corpusfmt.cli.{name}")
        module.add(commands.add_parser(name, help=summary, description=summary))
    topic = commands.add_parser("help", help=_HELP, description=_HELP)
    topic.add_argument(
        "topic", nargs="?", choices=tuple(COMMANDS), metavar="COMMAND", help="a command"
    )
    return parser


@contextmanager
def _endings_as_interrupts() -> Iterator[None]:
    """Take being ended, or losing the terminal, for an interrupt: what is under way is cleared away and told."""
    before = {}
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        try:
            if number is not None and signal.getsignal(number) is signal.SIG_DFL:
                before[number] = signal.signal(number, signal.default_int_handler)
        except ValueError:  # not in the main thread, where no signal arrives
            break
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


if __name__ == "__main__":
    sys.exit(main())
