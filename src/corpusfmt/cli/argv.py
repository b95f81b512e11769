"""Arrange the words of a command line for argparse, and report errors in one line."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Iterator, Sequence

from corpusfmt.cli import console
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.suggestion import describe_unknown, nearest, quoted

if TYPE_CHECKING:
    from typing import NoReturn

# The words of corpusfmt are English, so those of argparse are, too. To translate these, it imports
# `locale` and searches folders: 2 % of the instructions of a short run.
argparse._ = str  # type: ignore[attr-defined]


class ArgumentsError(Exception):
    """Arguments are invalid. The message is one line, with a suggestion where there is one."""


class UnknownOptionError(ArgumentsError):
    """The command does not have the option; it may have one that other tools call so."""

    def __init__(self, message: str, option: str = "", *, is_other_name: bool = False) -> None:
        super().__init__(message, option)
        self.option = option
        self.is_other_name = is_other_name

    def __str__(self) -> str:
        return str(self.args[0])


class Parser(argparse.ArgumentParser):
    """The parser of a command: options and paths in any order, no usage block."""

    def format_help(self) -> str:
        """Return the help, as wide as the terminal."""
        self.formatter_class = argparse.RawDescriptionHelpFormatter
        return super().format_help()

    def parse_words(self, words: Sequence[str]) -> argparse.Namespace | None:
        """Return the arguments, or None where help is requested; raise ArgumentsError."""
        arranged = _Words(self, words)
        if arranged.wants_help:
            return None
        return self.parse_args(arranged.in_order())

    def has_option(self, option: str) -> bool:
        """Return whether the parser has an option, given with its dashes."""
        return option in self._option_string_actions

    def error(self, message: str) -> NoReturn:
        """Raise an error of argparse as an ArgumentsError."""
        plain = re.sub(r"^argument (?:-\w/)?", "", message)
        other = r": not allowed with argument (?:-\w/)?(--\S+)"
        missing = re.fullmatch(r"one of the arguments (.+) is required", plain)
        if missing is not None:
            names = " or ".join(missing[1].split())
            plain = f"{names} is missing (see `{self.prog} --help`)"
        raise ArgumentsError(re.sub(other, r" cannot be used with \1", plain))

    def print_help(self, file: object = None) -> None:
        """Print the help; unlike argparse, notice where it cannot be written."""
        console.put(self.format_help())

    def _check_value(self, action: argparse.Action, value: object) -> None:
        """Refuse a value that is not among the choices; argparse has no public method for it."""
        if action.choices is not None and value not in action.choices:
            known = [*map(str, action.choices)]
            name = _name_of(action)
            problem = f"unknown value {quoted(str(value))} for {name}"
            raise ArgumentsError(describe_unknown(problem, str(value), known))


_OTHER_NAMES = {
    "--autofix": "--fix",
    "--colour": "--color",
    "--disable": "--ignore",
    "--dry-run": "--diff",
    "--enable": "--extend-select",
    "--format": "--report",
    "--in-place": "--fix",
    "--no-config": "--isolated",
    "--output-format": "--report",
    "--processes": "--jobs",
    "--rules": "--select",
    "--silent": "--quiet",
    "--threads": "--jobs",
    "--workers": "--jobs",
}
"""What other tools call the options."""

_DASHES = "\u2010\u2012\u2013\u2014\u2212"
"""What word processors and web pages make of two hyphens."""


_NEEDS_NO_PATH = "--show-settings"
_NAMES_PATHS = ("files_from", "git")
"""The options, by their destinations, that replace the paths."""

_NEVER_EMPTY = {
    "FILE": "the path of a file",
    "DIR": "the path of a folder",
    "OUT": "the path of a file or folder",
    "NAME": "a name",
    "REV": "a revision",
}
"""What is expected as a value, by what the help calls it."""


class _Words:
    """The words after a command, sorted into options with their values, and the rest."""

    def __init__(self, parser: Parser, words: Sequence[str]) -> None:
        self.parser = parser
        self.options: list[str] = []
        self.others: list[str] = []
        self.wants_help = False
        self._given: set[str] = set()
        self._ahead = list(reversed(words))
        while self._ahead and not self.wants_help:
            self._take(self._ahead.pop())
        if not self.others and _NEEDS_NO_PATH in self.options:
            self.others = ["."]
        if not self.wants_help:
            self._refuse_missing()

    def in_order(self) -> list[str]:
        """Return the options, then everything else."""
        return [*self.options, "--", *self.others] if self.others else self.options

    def _take(self, word: str) -> None:
        if word == "--":
            self.others += reversed(self._ahead)
            self._ahead.clear()
        elif word.startswith("--"):
            self._take_long(word)
        elif word.startswith("-") and word != "-":
            self._take_short(word)
        else:
            self._take_other(word)

    def _take_long(self, word: str) -> None:
        name, equals, value = word.partition("=")
        action = self._find(name, word)
        if not _takes_value(action):
            if equals:
                raise ArgumentsError(f"{name} takes no value, but {quoted(value)} is given")
            self._add_flag(action, name)
        else:
            self._add(action, name, value if equals else self._pop_value(action, name))

    def _take_short(self, word: str) -> None:
        """Take one letter, or some together; the last one may have its value attached."""
        for place, letter in enumerate(word[1:], 2):
            action = self._find(f"-{letter}", word)
            if _takes_value(action):
                attached = word[place:].removeprefix("=")
                value = attached if word[place:] else self._pop_value(action, f"-{letter}")
                self._add(action, f"-{letter}", value)
                return
            self._add_flag(action, f"-{letter}")

    def _take_other(self, word: str) -> None:
        # In the C locale an argument has its bytes as surrogates.
        text = word.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        if text.startswith(tuple(_DASHES)) and not os.path.lexists(word):
            option = f"--{text.lstrip(_DASHES + '-')}"
            raise self._unknown(text, nearest(option, self._names()))
        self.others.append(word)

    def _find(self, name: str, word: str) -> argparse.Action:
        action = self.parser._option_string_actions.get(name)
        if action is None:
            raise self._unknown(name, _OTHER_NAMES.get(name), word)
        return action

    def _unknown(self, name: str, near: str | None, word: str = "") -> UnknownOptionError:
        problem = f"unknown option {quoted(name)}"
        if word not in ("", name) and not word.startswith("--"):
            problem += f" in {quoted(word)}"
        if word and os.path.lexists(word):
            problem += f" (if it is a file, write {'./' + word!r})"
        names = self._names()
        listed_by = f"{self.parser.prog} --help"
        if near in names:
            message = f"{problem}; did you mean {near!r}? (see `{listed_by}`)"
        else:
            known = names if name.startswith("--") else []  # one letter is near to every other
            message = describe_unknown(problem, name, known, listed_by)
        return UnknownOptionError(message, name, is_other_name=near in names)

    def _names(self) -> list[str]:
        return [name for name in self.parser._option_string_actions if name.startswith("--")]

    def _pop_value(self, action: argparse.Action, name: str) -> str:
        ahead = self._ahead[-1] if self._ahead else None
        if ahead is None or (ahead[:1] == "-" and ahead[1:] and not ahead[1].isdecimal()):
            help_of = f"(see `{self.parser.prog} --help`)"
            raise ArgumentsError(f"{name} needs a value: {_shown_value(action)} {help_of}")
        return self._ahead.pop()

    def _add_flag(self, action: argparse.Action, name: str) -> None:
        self.wants_help = self.wants_help or isinstance(action, argparse._HelpAction)
        self.options.append(name)

    def _add(self, action: argparse.Action, name: str, value: str) -> None:
        if action.dest in self._given and isinstance(action, argparse._StoreAction):
            raise ArgumentsError(f"{_name_of(action)} is given twice; expected it once")
        if not value and action.metavar in _NEVER_EMPTY:
            expected = _NEVER_EMPTY[str(action.metavar)]
            raise ArgumentsError(f"{_name_of(action)} is empty; expected {expected}")
        if "\0" in value:
            raise ArgumentsError(f"{_name_of(action)} contains a NUL character")
        self._refuse_value(action, value)
        self._given.add(action.dest)
        self.options.append(f"{_name_of(action)}={value}")

    def _refuse_value(self, action: argparse.Action, value: str) -> None:
        """Refuse an invalid value before a missing path: the value may be that path."""
        converted: object = value
        if callable(action.type):
            try:
                converted = action.type(value)
            except argparse.ArgumentTypeError as problem:
                raise ArgumentsError(f"{_name_of(action)}: {problem}") from problem
        self.parser._check_value(action, converted)

    def _refuse_missing(self) -> None:
        positional = [action for action in self.parser._actions if not action.option_strings]
        most = len(positional)
        many = any(action.nargs in ("+", "*") for action in positional)
        if len(self.others) > most and not many:
            first = quoted(self.others[most])
            raise ArgumentsError(f"unexpected argument {first} (see `{self.parser.prog} --help`)")
        for name, expected in self._missing():
            help_of = f"(see `{self.parser.prog} --help`)"
            raise ArgumentsError(f"{name} is missing: {expected} {help_of}")

    def _missing(self) -> Iterator[tuple[str, str]]:
        for action in self.parser._actions:
            is_given = action.dest in self._given
            if not action.option_strings:
                is_given = bool(self.others or self._given.intersection(_NAMES_PATHS))
            if action.required and not is_given:
                known = ", ".join(map(str, action.choices or ()))
                yield _name_of(action), f"expected one of {known}" if known else f"{action.help}"


def _takes_value(action: argparse.Action) -> bool:
    return action.nargs != 0


def _name_of(action: argparse.Action) -> str:
    """Return the long form of an option, or what the help calls a positional argument."""
    if action.option_strings:
        return max(action.option_strings, key=len)
    return str(action.metavar or action.dest)


def _shown_value(action: argparse.Action) -> str:
    return str(action.metavar or "{" + ",".join(map(str, action.choices or ("VALUE",))) + "}")
