"""The command line: run a command, and end with an exit code and no traceback."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial

from corpusfmt.cli import console
from corpusfmt.cli.argv import ArgumentsError, UnknownOptionError
from corpusfmt.cli.pace import PACE, Pace
from corpusfmt.cli.parsers import (
    COMMANDS,
    VERSION,
    command_parser,
    command_with,
    help_parser,
    load_command,
)
from corpusfmt.run.crash import crash_of_run
from corpusfmt.run.exit_codes import CLEAN, COULD_NOT, INTERRUPTED
from corpusfmt.syntax.interpreter import UnsupportedPythonError, require_correct_patterns
from corpusfmt.text.constructors import CONSTRUCTORS
from corpusfmt.text.display import printable
from corpusfmt.text.parsed import PARSED
from corpusfmt.text.pattern_cache import KEPT
from corpusfmt.text.suggestion import describe_unknown, quoted

_HELP_WORDS = ("help", "-h", "--help")
_VERSION_OPTIONS = ("-V", "--version")

_OTHER_NAMES = {
    "explain": "rule",
    "format": "fmt",
    "lint": "check",
    "restore": "undo",
    "revert": "undo",
    "version": "--version",
}
"""What other tools call the commands."""


def main(arguments: Sequence[str] | None = None, pace: Pace = PACE) -> int:
    """Run a command and return its exit code: 0 clean, 1 findings, 2 could not, 130 interrupted."""
    console.prepare()
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = _run_safely(words, pace)
        console.note_more_crashes()
        console.flush()
        for kept in (CONSTRUCTORS, KEPT, PARSED):
            kept.save()
    except console.OutputError as error:
        if error.reason is not None:
            console.note(f"the standard output could not be written: {error.reason}")
        return COULD_NOT
    except KeyboardInterrupt:  # a second one, while the first was reported
        return INTERRUPTED
    return code


def _run_safely(words: Sequence[str], pace: Pace) -> int:
    """Run the command; report an interrupt or an unexpected exception in one line."""
    try:
        with _signals_as_interrupts():
            return _run(words, pace)
    except (ArgumentsError, UnsupportedPythonError) as error:
        console.note(printable(str(error)))
        return COULD_NOT
    except KeyboardInterrupt:
        console.note("interrupted")
        return INTERRUPTED
    except console.OutputError:
        raise
    except Exception as error:
        console.note(crash_of_run(error))
        return COULD_NOT


def _run(words: Sequence[str], pace: Pace) -> int:
    """Run the command that the first word names; raise ArgumentsError where it names none."""
    if not words:
        raise ArgumentsError("no command given (see `corpusfmt help`)")
    name, *rest = words
    if name == "--":
        return _run(rest, pace)
    if name in _VERSION_OPTIONS:
        console.put(f"{VERSION}\n")
        return CLEAN
    if name in _HELP_WORDS:
        _print_help(rest if name == "help" else ())
        return CLEAN
    if name not in COMMANDS:
        raise _unknown_command(name, rest)
    arguments = _parse(name, rest)
    if arguments is None:
        return CLEAN
    arguments.pace = pace
    return _run_command(name, arguments)


def _parse(name: str, words: Sequence[str]) -> argparse.Namespace | None:
    """Return the arguments of a command; print its help and return None if that is requested."""
    parser = command_parser(name)
    try:
        arguments = parser.parse_words(words)
    except UnknownOptionError as error:
        owner = None if error.is_other_name else _owner(error.option)
        if owner is None:
            raise
        option = quoted(error.option)
        message = f"unknown option {option} for {name}; use `corpusfmt {owner}`"
        raise ArgumentsError(message) from error
    if arguments is None:
        parser.print_help()
    return arguments


def _owner(option: str) -> str | None:
    """Return what comes after ``corpusfmt`` where an option is known.

    Other commands than ``split`` that write do so in place: they need no option for that.
    """
    if option == "--in-place":
        return None
    return option if option in _VERSION_OPTIONS else command_with(option)


def _run_command(name: str, arguments: argparse.Namespace) -> int:
    from corpusfmt.config.settings import SettingsError
    from corpusfmt.project.lock import LockError

    require_correct_patterns()  # before any file is read: one line for the run, not one a file
    console.configure(
        quiet=getattr(arguments, "quiet", False),
        verbose=getattr(arguments, "verbose", False),
        color=getattr(arguments, "color", "auto"),
    )
    try:
        if getattr(arguments, "show_settings", False):
            from corpusfmt.cli.showing import show_settings

            return show_settings(arguments)
        return load_command(name).run(arguments)
    except LockError as error:
        console.note(error.message)
    except SettingsError as error:
        for line in error.message.splitlines():
            console.note(printable(line))
    return COULD_NOT


def _print_help(words: Sequence[str]) -> None:
    """Print the help of the command that is named, or of all."""
    if len(words) > 1:
        raise ArgumentsError("help describes one command at a time, as in `corpusfmt help check`")
    if not words or words[0] in _HELP_WORDS:
        help_parser().print_help()
    elif words[0] in COMMANDS:
        command_parser(words[0]).print_help()
    else:
        raise _unknown_command(words[0], ())


def _unknown_command(name: str, rest: Sequence[str]) -> ArgumentsError:
    if name.startswith("-"):
        return _option_before_command(name)
    problem = f"unknown command {quoted(name)}"
    if os.path.exists(name):
        import shlex

        words = shlex.join(["corpusfmt", "check", name, *rest][:3])
        return ArgumentsError(f"{problem}; did you mean `{words}`?")
    other = _OTHER_NAMES.get(name)
    if other is not None:
        return ArgumentsError(f"{problem}; did you mean `corpusfmt {other}`?")
    return ArgumentsError(describe_unknown(problem, name, [*COMMANDS, "help"], "corpusfmt help"))


def _option_before_command(word: str) -> ArgumentsError:
    owner = command_with(word.partition("=")[0])
    if owner is not None:
        where = f"options come after it: `corpusfmt {owner} {word}`"
        return ArgumentsError(f"{quoted(word)} comes before the command; {where}")
    problem = f"unknown option {quoted(word)}"
    known = ["--help", "--version"]
    return ArgumentsError(describe_unknown(problem, word, known, "corpusfmt help"))


@contextmanager
def _signals_as_interrupts() -> Iterator[None]:
    """Treat SIGINT, SIGTERM and SIGHUP as an interrupt: the run cleans up and reports."""
    before = {}
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        try:
            if number is not None and signal.getsignal(number) is signal.SIG_DFL:
                before[number] = signal.signal(number, signal.default_int_handler)
        except ValueError:  # not in the main thread, where no signal arrives
            break
    hook = sys.unraisablehook
    sys.unraisablehook = partial(_end_if_interrupted, hook)
    try:
        yield
    finally:
        sys.unraisablehook = hook
        for number, handler in before.items():
            signal.signal(number, handler)


def _end_if_interrupted(
    hook: Callable[[sys.UnraisableHookArgs], object], ignored: sys.UnraisableHookArgs
) -> None:
    """End the program where Python would ignore an interrupt: in a callback of an import."""
    if issubclass(ignored.exc_type, KeyboardInterrupt):
        with suppress(OSError):
            os.write(2, b"corpusfmt: interrupted\n")
        os._exit(INTERRUPTED)
    hook(ignored)


if __name__ == "__main__":
    sys.exit(main())
