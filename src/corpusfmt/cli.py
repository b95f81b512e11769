"""The command line: ``corpusfmt check``, ``fmt`` and ``convert``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from corpusfmt import __version__, console

COMMANDS = {
    "check": "say everything that is wrong with each file",
    "fmt": "write each file as its canonical text",
    "convert": "convert text to JSON or JSON Lines, and back to text",
}

EXIT_CODES = """exit codes:
  0    clean: nothing was found
  1    findings
  2    something could not be done: a path, a file, the settings, or nothing was selected
  130  interrupted"""

DESCRIPTION = """corpusfmt: a plain-text format for news articles, and the tools that check, repair and convert it.

A corpus of articles is kept as text files in one layout (docs/spec.md). check says everything that is wrong with each
file, fmt writes each as its canonical text, convert makes documents of them (JSON, JSON Lines) and texts of
documents."""

EXAMPLES = """examples:
  corpusfmt check corpus/
  corpusfmt fmt --diff corpus/
  corpusfmt convert corpus/ --to jsonl -o corpus.jsonl

settings: [tool.corpusfmt] in pyproject.toml, or corpusfmt.toml:
  include = ["*.txt", "*.md"]           which files of a folder are articles
  exclude = ["drafts/"]                 and which of them are not
  require = ["byline", "date", "url"]   what every article of this corpus must have
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0 clean, 1 findings, 2 could not, 130 interrupted."""
    console.prepare()
    given = list(sys.argv[1:] if arguments is None else arguments)
    named = next((word for word in given if word in COMMANDS), None)
    # Only the command that is asked for is imported: --version and the help need none.
    command = import_module(f"corpusfmt.commands.{named}") if named else None
    parsed = _parser(named, command).parse_args(given)
    assert command is not None
    try:
        return _run(command, parsed)
    except KeyboardInterrupt:
        console.note("interrupted")
        return 130
    except BrokenPipeError:  # whoever read our output has gone, and wants no more
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2


def _run(command: Any, parsed: argparse.Namespace) -> int:
    from corpusfmt.settings import BrokenSettings

    try:
        code: int = command.run(parsed)
        sys.stdout.flush()
    except BrokenSettings as broken:
        for line in broken.message.splitlines():
            console.note(line)
        return 2
    return code


def _parser(named: str | None, module: Any) -> argparse.ArgumentParser:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        "corpusfmt", description=DESCRIPTION, epilog=f"{EXAMPLES}\n{EXIT_CODES}", formatter_class=raw
    )
    parser.add_argument("--version", action="version", version=f"corpusfmt {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, summary in COMMANDS.items():
        if name == named:
            epilog = f"{module.EXAMPLES}\n{EXIT_CODES}"
            module.add(
                commands.add_parser(
                    name, help=summary, description=module.DESCRIPTION, epilog=epilog, formatter_class=raw
                )
            )
        else:
            commands.add_parser(name, help=summary)
    return parser


if __name__ == "__main__":
    sys.exit(main())
