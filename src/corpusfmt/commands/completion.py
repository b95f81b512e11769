"""``corpusfmt completion``: the script that lets a shell complete commands, options and paths."""

from __future__ import annotations

import argparse

from corpusfmt import console
from corpusfmt.commands import common

SHELLS = ("bash", "zsh", "fish", "tcsh", "powershell")

DESCRIPTION = """Print the script that lets a shell complete the commands of corpusfmt, their options and paths."""
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

    console.put(shtab.complete(arguments.whole_parser(), arguments.shell).rstrip("\n") + "\n")
    return common.CLEAN
