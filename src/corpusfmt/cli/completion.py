"""``corpusfmt completion``: print the script that lets a shell complete commands."""

from __future__ import annotations

import argparse

from corpusfmt.cli import console
from corpusfmt.cli.parsers import whole_parser
from corpusfmt.config.rule_names import ALL, LEVELS
from corpusfmt.rules import NAMES
from corpusfmt.run.exit_codes import CLEAN

_RULE_ARGUMENTS = frozenset({"names", "select", "extend_select", "ignore"})
"""The arguments that name rules."""

SHELLS = ("bash", "zsh", "fish", "tcsh", "powershell")

DESCRIPTION = """Print the script that lets a shell complete commands, options, paths and rules."""
EXAMPLES = """examples:
  corpusfmt completion bash > ~/.local/share/bash-completion/completions/corpusfmt
  corpusfmt completion zsh > ~/.zfunc/_corpusfmt            (where ~/.zfunc is in fpath)
  corpusfmt completion fish > ~/.config/fish/completions/corpusfmt.fish
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("shell", choices=SHELLS, metavar="SHELL", help=", ".join(SHELLS))


def run(arguments: argparse.Namespace) -> int:
    """Print the script and return the exit code."""
    import shtab

    parser = whole_parser()
    _offer_rules(parser)
    console.put(shtab.complete(parser, arguments.shell).rstrip("\n") + "\n")
    return CLEAN


def _offer_rules(parser: argparse.ArgumentParser) -> None:
    """Make the names of rules and levels the choices of the arguments that name rules.

    The commands do not have these choices: they take lists with commas, and suggest the name that
    was probably meant.
    """
    for action in parser._actions:  # shtab reads them there too
        if action.dest in _RULE_ARGUMENTS:
            action.choices = NAMES if action.dest == "names" else (*NAMES, *LEVELS, ALL)
        elif isinstance(action.choices, dict):
            for command in action.choices.values():
                _offer_rules(command)
