"""The command line: ``corpusfmt check``, ``fmt``, ``convert`` and what belongs to them."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from corpusfmt import __version__
from corpusfmt.cli import console
from corpusfmt.text.display import printable

COMMANDS = {
    "check": "say everything that is wrong with each file",
    "fmt": "write each file as its canonical text",
    "convert": "convert text to JSON or JSON Lines, and back to text",
    "baseline": "record the findings of today, so that only new ones fail a check",
    "quarantine": "list the files in a quarantine, and move them back",
    "undo": "put back what the last run of check --fix has rewritten",
    "rules": "list the rules",
    "rule": "explain a rule",
    "completion": "print the script that completes commands in a shell",
}

EXIT_CODES = """exit codes:
  0    clean: nothing was found
  1    findings
  2    something could not be done: a path, a file, the settings, or there was nothing to read
  130  interrupted"""

DESCRIPTION = """corpusfmt: a plain-text format for news articles, and the tools that check, repair and convert it.

A corpus of articles is kept as text files in one layout (docs/spec.md). check says everything that is wrong with each
file, fmt writes each as its canonical text, convert makes documents of them (JSON, JSON Lines) and texts of
documents. None of them stops at a bad file."""

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


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0 clean, 1 findings, 2 could not, 130 interrupted."""
    console.prepare()
    try:
        code = _run_guarded(list(sys.argv[1:] if arguments is None else arguments))
        console.flush()
    except console.Unprintable as problem:
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
    except KeyboardInterrupt:
        console.note("interrupted")
        return _INTERRUPTED
    except console.Unprintable:
        raise
    except Exception as error:
        from corpusfmt.cli.session import crash

        console.note(crash(error))
        return _COULD_NOT


def _run(given: Sequence[str]) -> int:
    """Run the command that the arguments name; what the argument parser ends with is a code too."""
    named = next((word for word in given if word in COMMANDS), None)
    # Only the command that is asked for is imported: --version needs none.
    command = import_module(f"corpusfmt.cli.{named}") if named else None
    parser = _parser(named, command)
    try:
        parsed = parser.parse_args(given)
        if command is None:
            parser.error("no command")
        parsed.whole_parser = _whole_parser
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else _COULD_NOT
    return _run_command(command, parsed)


def _run_command(command: Any, parsed: argparse.Namespace) -> int:
    from corpusfmt.config.load import BrokenSettings
    from corpusfmt.project.lock import LockError

    try:
        code: int = command.run(parsed)
    except LockError as problem:
        console.note(problem.message)
        return _COULD_NOT
    except BrokenSettings as broken:
        for line in broken.message.splitlines():
            console.note(printable(line))
        return _COULD_NOT
    return code


def _parser(named: str | None, module: Any) -> argparse.ArgumentParser:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        "corpusfmt",
        description=DESCRIPTION,
        epilog=f"{EXAMPLES}\n{EXIT_CODES}",
        formatter_class=raw,
        allow_abbrev=False,  # a new option would take the short forms of the old ones away
    )
    parser.add_argument("--version", action="version", version=f"corpusfmt {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, summary in COMMANDS.items():
        if name != named:
            commands.add_parser(name, help=summary)
            continue
        epilog = f"{module.EXAMPLES}\n{EXIT_CODES}"
        described = {"description": module.DESCRIPTION, "epilog": epilog, "formatter_class": raw}
        module.add(commands.add_parser(name, help=summary, allow_abbrev=False, **described))
    return parser


def _whole_parser() -> argparse.ArgumentParser:
    """The parser of every command, which only the completion needs."""
    modules = {name: import_module(f"corpusfmt.cli.{name}") for name in COMMANDS}
    parser = argparse.ArgumentParser("corpusfmt", description="check, repair and convert news articles")
    parser.add_argument("--version", action="version", version=f"corpusfmt {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, summary in COMMANDS.items():
        modules[name].add(commands.add_parser(name, help=summary, description=summary))
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
