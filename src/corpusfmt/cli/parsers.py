"""The commands of ``corpusfmt``, and the parsers of their arguments."""

from __future__ import annotations

import argparse
from importlib import import_module

from corpusfmt import __version__
from corpusfmt.cli.argv import Parser
from corpusfmt.text.annotations import Protocol, cast

COMMANDS = {
    "clean": "clean scraped articles in one pass, and write them to a new folder",
    "check": "report the problems of articles, and fix those that can be fixed",
    "fmt": "rewrite articles as canonical text",
    "convert": "convert text to JSON, Markdown and other formats, and back to text",
    "split": "write each article of a file with several to a file of its own",
    "stats": "report what a corpus consists of, as tables, JSON or a page for the browser",
    "plan": "divide the files of a corpus into lists of about equal size, for many machines",
    "baseline": "record the current findings, so that only new ones make a check fail",
    "quarantine": "list the files in a quarantine, or move them back",
    "undo": "revert the last run of fmt, check --fix or split --in-place",
    "cache": "show where results are kept between runs, or remove them",
    "rules": "list the rules",
    "rule": "explain a rule",
    "completion": "print the completion script for a shell",
}
HELP = "describe a command, or list the commands"

EXIT_CODES = {
    "clean": (
        "every article was written, set aside or dropped",
        "articles that could not be cleaned (failed)",
    ),
    "check": ("no errors and no warnings", "errors or warnings (0 with --exit-zero)"),
    "fmt": (
        "every file was canonical, or was rewritten",
        "files that were not rewritten, or would be (0 with --exit-zero)",
    ),
    "convert": ("everything was converted", "files that were not converted, because of findings"),
    "split": (
        "nothing is left to split",
        "files that were not split, because of findings, or would be (with --dry-run)",
    ),
    "undo": ("everything was restored", "files that were changed after the run"),
    "quarantine": ("files were listed, or all moved back", "files that stay in DIR"),
}
"""What the codes 0 and 1 of a command mean. The other commands end with 0 or 2."""

_OTHER_CODES = """
  2    invalid arguments or settings, or something could not be found, read or written
  130  interrupted"""

DESCRIPTION = """Check, repair and convert news articles in a plain-text format.

An article is a text file in the layout that docs/spec.md describes. A file that cannot be read is
reported, and the others are processed."""

EXAMPLES = """examples:
  corpusfmt clean scraped/ corpus/
  corpusfmt check corpus/
  corpusfmt fmt --diff corpus/
  corpusfmt convert corpus/ --to jsonl -o corpus.jsonl

settings: [tool.corpusfmt] in pyproject.toml, or corpusfmt.toml:
  include = ["*.txt", "*.md"]           which files of a folder are articles
  exclude = ["drafts/"]                 and which of them are not
  require = ["byline", "date", "url"]   the fields that every article must have
"""

VERSION = f"corpusfmt {__version__}"


class Command(Protocol):
    """The module of a command."""

    DESCRIPTION: str
    EXAMPLES: str

    def add(self, parser: argparse.ArgumentParser) -> None:
        """Add the arguments of the command."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Run the command and return its exit code."""


def load_command(name: str) -> Command:
    """Return a command; only that one is imported."""
    return cast(Command, import_module(f"corpusfmt.cli.{name}"))


def command_parser(name: str) -> Parser:
    """Return the parser of a command."""
    command = load_command(name)
    epilog = f"{command.EXAMPLES}\n{_exit_codes(*EXIT_CODES.get(name, ('success', '')))}"
    parser = _parser(f"corpusfmt {name}", command.DESCRIPTION, epilog)
    command.add(parser)
    return parser


def help_parser() -> Parser:
    """Return the parser whose help lists the commands."""
    codes = _exit_codes("no errors and no warnings", "errors or warnings, or files not rewritten")
    parser = _parser("corpusfmt", DESCRIPTION, f"{EXAMPLES}\n{codes}")
    commands = _add_commands(parser)
    for name, summary in COMMANDS.items():
        commands.add_parser(name, help=summary)
    commands.add_parser("help", help=HELP)
    return parser


def whole_parser() -> argparse.ArgumentParser:
    """Return the parser of every command, which only shell completion needs."""
    description = "check, repair and convert news articles"
    parser = Parser("corpusfmt", description=description, allow_abbrev=False)
    commands = _add_commands(parser)
    for name, summary in COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=summary, allow_abbrev=False)
        load_command(name).add(command)
    topic = commands.add_parser("help", help=HELP, description=HELP)
    names = tuple(COMMANDS)
    topic.add_argument("topic", nargs="?", choices=names, metavar="COMMAND", help="a command")
    return parser


def command_with(option: str) -> str | None:
    """Return the first command that has an option; of many, “check” is the one to name."""
    for name in ("check", *COMMANDS):
        if command_parser(name).has_option(option):
            return name
    return None


def _exit_codes(success: str, findings: str) -> str:
    """Return the exit codes of a command; without findings it has no code 1."""
    lines = ["exit codes:", f"  0    {success}"]
    if findings:
        lines.append(f"  1    {findings}")
    return "\n".join(lines) + _OTHER_CODES


def _parser(prog: str, description: str, epilog: str) -> Parser:
    return Parser(
        prog,
        description=description,
        epilog=epilog,
        formatter_class=_of_some_width,
        allow_abbrev=False,  # a new option would make the short forms of the old ones ambiguous
    )


def _of_some_width(prog: str) -> argparse.HelpFormatter:
    """Return a formatter that does not ask for the width of the terminal.

    argparse makes one for each argument, and `Parser` another one that prints the help.
    """
    return argparse.RawDescriptionHelpFormatter(prog, width=80)


def _add_commands(parser: Parser) -> argparse._SubParsersAction[Parser]:
    parser.add_argument("-V", "--version", action="version", version=VERSION)
    return parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
