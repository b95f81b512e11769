"""The options of ``corpusfmt convert`` that only some formats have."""

from __future__ import annotations

import argparse
from importlib.util import find_spec

from corpusfmt.cli.argv import ArgumentsError
from corpusfmt.cli.destination import is_piped
from corpusfmt.convert.format import NO_OPTIONS, Format, Options
from corpusfmt.convert.formats import FORMATS
from corpusfmt.convert.formats.rows import FIELDS
from corpusfmt.convert.instants import moment, to_instant
from corpusfmt.convert.row_template import TemplateError, check_template
from corpusfmt.text.suggestion import describe_unknown, quoted

_NAMES = ("fields", "template", "feed_title", "updated")

_INSTANT = "a time such as 2024-03-05T09:02:00+01:00"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that some formats have, and --strict."""
    parser.add_argument(
        "--strict",
        action="store_true",
        help="do not convert an article if the format drops something of it: report the field",
    )
    group = parser.add_argument_group("options of single formats")
    which = group.add_mutually_exclusive_group()
    which.add_argument(
        "--fields",
        type=_fields,
        metavar="NAMES",
        help="rows: the fields of each row, with commas between them; all are: "
        f"{', '.join(FIELDS)}",
    )
    which.add_argument(
        "--template",
        type=_template,
        metavar="LINE",
        help="rows: the line of each article instead of JSON, such as '{title}\\t{text:line}'; "
        ":line puts a text on one line, :json writes a value as JSON",
    )
    group.add_argument(
        "--feed-title",
        metavar="NAME",
        help=f"atom, jsonfeed: the title of the feed (default: {NO_OPTIONS.feed_title})",
    )
    group.add_argument(
        "--updated",
        type=_instant,
        metavar="TIME",
        help="atom: the time of articles without a time and an offset, which each entry must have; "
        f"{_INSTANT}",
    )


def options_of(arguments: argparse.Namespace) -> Options:
    """Return the options; raise ArgumentsError for one that the format does not have."""
    form = FORMATS[arguments.to]
    require_modules(form)
    if not form.is_joined and is_piped(arguments):
        raise ArgumentsError(f"--to {form.name} writes files, not the standard output: use -o")
    given = {name: getattr(arguments, name) for name in _NAMES if getattr(arguments, name)}
    for name in given:
        if name not in form.options:
            having = " and ".join(f"--to {other.name}" for other in _formats_with(name))
            option = name.replace("_", "-")
            raise ArgumentsError(f"--{option} is only for {having}")
    return Options(**given)


def require_modules(form: Format) -> None:
    """Raise ArgumentsError if a module is not installed that a format needs."""
    missing = [name for name in form.modules if find_spec(name) is None]
    if missing:
        install = f"pip install 'corpusfmt[{form.extra}]'"
        raise ArgumentsError(f"--to {form.name} needs {missing[0]}: {install}")


def _formats_with(option: str) -> list[Format]:
    return [form for form in FORMATS.values() if option in form.options]


def _fields(text: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in text.split(","))
    for index, name in enumerate(names):
        if name not in FIELDS:
            problem = f"unknown value {quoted(name)} for --fields"
            raise ArgumentsError(describe_unknown(problem, name, tuple(FIELDS)))
        if name in names[:index]:
            raise ArgumentsError(f"--fields has {quoted(name)} twice")
    return names


def _instant(text: str) -> str:
    try:
        instant = to_instant(text)
        if instant is not None and moment(instant).tzinfo is not None:
            return instant
    except ValueError:
        pass
    raise ArgumentsError(f"--updated is {quoted(text)}; expected {_INSTANT}")


def _template(text: str) -> str:
    try:
        check_template(text, tuple(FIELDS))
    except TemplateError as error:
        raise ArgumentsError(f"--template: {error.message}") from error
    return text
