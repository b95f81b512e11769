"""The options of ``corpusfmt convert`` that only some formats have."""

from __future__ import annotations

import argparse

from corpusfmt.cli.argv import ArgumentsError
from corpusfmt.convert.format import Format, Options
from corpusfmt.convert.formats import FORMATS
from corpusfmt.convert.formats.rows import FIELDS
from corpusfmt.convert.row_template import TemplateError, check_template
from corpusfmt.text.suggestion import describe_unknown, quoted

_NAMES = ("fields", "template")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that some formats have, and --strict."""
    parser.add_argument(
        "--strict",
        action="store_true",
        help="do not convert an article if the format drops something of it: report the field",
    )
    group = parser.add_argument_group("options of --to rows")
    which = group.add_mutually_exclusive_group()
    which.add_argument(
        "--fields",
        type=_fields,
        metavar="NAMES",
        help=f"the fields of each row, with commas between them; all are: {', '.join(FIELDS)}",
    )
    which.add_argument(
        "--template",
        type=_template,
        metavar="LINE",
        help="the line of each article instead of JSON, such as '{title}\\t{text:line}'; :line "
        "puts a text on one line, :json writes a value as JSON",
    )


def options_of(arguments: argparse.Namespace) -> Options:
    """Return the options; raise ArgumentsError for one that the format does not have."""
    given = {name: getattr(arguments, name) for name in _NAMES if getattr(arguments, name)}
    for name in given:
        if name not in FORMATS[arguments.to].options:
            having = " and ".join(f"--to {form.name}" for form in _formats_with(name))
            raise ArgumentsError(f"--{name} is only for {having}")
    return Options(**given)


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


def _template(text: str) -> str:
    try:
        check_template(text, tuple(FIELDS))
    except TemplateError as error:
        raise ArgumentsError(f"--template: {error.message}") from error
    return text
