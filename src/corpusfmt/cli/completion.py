"""``corpusfmt completion``: the script that lets a shell complete commands, options, paths and the names of rules."""

from __future__ import annotations

import argparse

from corpusfmt.cli import console
from corpusfmt.config.rule_names import ALL, LEVELS
from corpusfmt.rules import NAMES
from corpusfmt.run.exit_codes import CLEAN

_NAMED = frozenset({"names", "select", "extend_select", "ignore"})
"""The arguments that name rules."""

SHELLS = ("bash", "zsh", "fish", "tcsh", "powershell")

DESCRIPTION = """Print the script that lets a shell complete the commands of corpusfmt, their options, paths, and the
names of rules."""
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

    parser: argparse.ArgumentParser = arguments.whole_parser()
    _offer_rules(parser)
    console.put(shtab.complete(parser, arguments.shell).rstrip("\n") + "\n")
    return CLEAN


def _offer_rules(parser: argparse.ArgumentParser) -> None:
    """Make the names of rules, and of their levels, what may be given where rules are named.

    Only here, as choices: the commands themselves take lists with commas, and say which name was meant.
    """
    for action in parser._actions:  # shtab reads them there as well
        if action.dest in _NAMED:
            action.choices = NAMES if action.dest == "names" else (*NAMES, *LEVELS, ALL)
        for command in action.choices.values() if isinstance(action.choices, dict) else ():
            _offer_rules(command)
