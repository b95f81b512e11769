"""The options of ``corpusfmt convert`` that only some formats have."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from importlib.util import find_spec

from corpusfmt.cli.argv import ArgumentsError
from corpusfmt.cli.destination import is_piped
from corpusfmt.cli.options import size_of
from corpusfmt.config.recipe import Recipe
from corpusfmt.convert.format import NO_OPTIONS, Format, Options
from corpusfmt.convert.formats import FORMATS
from corpusfmt.convert.formats.rows import FIELDS
from corpusfmt.convert.instants import complete_instant
from corpusfmt.convert.kinds import AUTO, FOREIGN, TABLE_FIELDS, TABLES
from corpusfmt.convert.row_template import TemplateError, check_template
from corpusfmt.files.archives.encoders import COMPRESSIONS, compression_of, find_missing
from corpusfmt.files.archives.kinds import archive_kind
from corpusfmt.files.read import STANDARD_INPUT
from corpusfmt.files.streams import is_stream
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.suggestion import describe_unknown, quoted

if TYPE_CHECKING:
    from typing import Any

_Given = dict[str, str | tuple[str, ...]]
"""Options of single formats by their names: a text each, or the names of several fields."""

_NAMES = ("fields", "template", "feed_title", "updated")

_INSTANT = "a time such as 2024-03-05T09:02:00+01:00"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that some formats have, and --strict."""
    parser.add_argument(
        "--strict",
        action="store_true",
        help="do not convert an article if the format drops something of it: report the field",
    )
    shards = parser.add_argument_group("shards")
    shards.add_argument(
        "--shards",
        type=_shard_size,
        metavar="SIZE",
        help="write files of this size, such as 64MB before compression, and a manifest to the "
        "folder OUT; after a stop or a kill, run the same command again to continue",
    )
    shards.add_argument(
        "--compression",
        choices=COMPRESSIONS,
        help="how the shards are compressed (default: zst); a single file is compressed if its "
        "name ends in .gz, .xz or .zst",
    )
    group = parser.add_argument_group("options of single formats")
    group.add_argument(
        "--map",
        type=column_of,
        action="append",
        metavar="FIELD=COLUMN",
        help="--from csv, tsv, rows, and Parquet: the column that a field is read from, such as "
        "title=headline; "
        f"fields are: {', '.join(TABLE_FIELDS)}",
    )
    add_format_options(group)


def add_format_options(group: argparse._ArgumentGroup) -> None:
    """Add the options of single formats."""
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
    _check_compression(arguments, form)
    if not form.is_joined and is_piped(arguments):
        raise ArgumentsError(f"--to {form.name} writes files, not the standard output: use -o")
    return format_options(form, given_options(arguments))


def given_options(arguments: argparse.Namespace) -> _Given:
    """Return the options of single formats that are given, by their names."""
    return {name: getattr(arguments, name) for name in _NAMES if getattr(arguments, name)}


def format_options(form: Format, given: Mapping[str, Any]) -> Options:
    """Return the options of a format; raise ArgumentsError for one that it does not have."""
    for name in given:
        if name not in form.options:
            having = " and ".join(f"--to {other.name}" for other in _formats_with(name))
            option = name.replace("_", "-")
            raise ArgumentsError(f"--{option} is only for {having}")
    return Options(**given)


def _check_compression(arguments: argparse.Namespace, form: Format) -> None:
    """Raise ArgumentsError for shards, or a compression, that cannot be written."""
    if arguments.shards is not None:
        _check_shards(arguments, form)
        default = "none" if form.layout == "dataset" else "zst"
        arguments.compression = arguments.compression or default
        ending = f".{arguments.compression}"
    elif arguments.compression is not None:
        hint = "a single file is compressed by the end of its name, as in -o corpus.jsonl.zst"
        raise ArgumentsError(f"--compression is only for --shards; {hint}")
    else:
        ending = compression_of(arguments.output or "")
    missing = find_missing(ending)
    if missing:
        other = " (or use --compression gz)" if arguments.shards is not None else ""
        raise ArgumentsError(f"writing {ending} needs {missing}{other}")


def _check_shards(arguments: argparse.Namespace, form: Format) -> None:
    if form.layout == "articles":
        names = [other.name for other in FORMATS.values() if other.layout != "articles"]
        problem = f"--shards is only for formats with many articles in a file: {', '.join(names)}"
        raise ArgumentsError(f"{problem}; {form.name} has one")
    if form.layout == "dataset" and arguments.compression not in (None, "none"):
        raise ArgumentsError(f"--compression is not for --to {form.name}, which is compressed")
    if is_piped(arguments) or is_stream(arguments.output):
        raise ArgumentsError("--shards writes files to a folder: use -o DIR")
    if STANDARD_INPUT in arguments.paths:
        hint = "the standard input could not be read again after the run was stopped"
        raise ArgumentsError(f"--shards cannot be used with the path -: {hint}")


def require_modules(form: Format) -> None:
    """Raise ArgumentsError if a module is not installed that a format needs."""
    missing = [name for name in form.modules if find_spec(name) is None]
    if missing:
        install = f"pip install 'corpusfmt[{form.extra}]'"
        raise ArgumentsError(f"--to {form.name} needs {missing[0]}: {install}")


def require_importer(arguments: argparse.Namespace) -> None:
    """Raise ArgumentsError if the input format lacks a module, or does not have an option."""
    if arguments.map and not _has_columns(arguments):
        raise ArgumentsError("--map is only for --from csv, tsv and rows, and for Parquet")
    if arguments.kind in FOREIGN:
        from corpusfmt.convert.importer import install, missing_module
        from corpusfmt.convert.importers import IMPORTERS

        importer = IMPORTERS[arguments.kind]
        missing = missing_module(importer)
        if missing is not None:
            raise ArgumentsError(f"--from {importer.name} needs {missing}: {install(importer)}")


def _has_columns(arguments: argparse.Namespace) -> bool:
    """Return whether tables are read, whose columns can be named."""
    if arguments.kind is None:
        return any(archive_kind(path) == "table" for path in arguments.paths)
    return arguments.kind in (*TABLES, AUTO)


def column_of(text: str) -> tuple[str, str]:
    """Return the field and the column of --map; raise ArgumentsError if they are none."""
    name, _, column = text.partition("=")
    if name not in TABLE_FIELDS:
        problem = f"unknown field {quoted(name)} for --map"
        raise ArgumentsError(describe_unknown(problem, name, TABLE_FIELDS))
    if not column:
        raise ArgumentsError(f"--map {name} has no column; expected {name}=COLUMN")
    return name, column


def encoding_of(name: str) -> str:
    """Return the name that Python has for an encoding."""
    from corpusfmt.convert.encodings import EncodingError, encoding_named

    try:
        return encoding_named(name)
    except EncodingError as problem:
        raise argparse.ArgumentTypeError(problem.message) from problem


def target_options(recipe: Recipe) -> Options:
    """Return the options of the target of a recipe; raise ArgumentsError for invalid ones."""
    return format_options(FORMATS[recipe.target], _parse_options(recipe.options))


def _parse_options(values: Mapping[str, str | tuple[str, ...]]) -> _Given:
    """Return the options of a recipe; raise ArgumentsError for an invalid value."""
    parsers: dict[str, Callable[[str], str | tuple[str, ...]]] = {
        "fields": _fields,
        "template": _template,
        "updated": _instant,
    }
    found: _Given = {}
    for name, value in values.items():
        text = value if isinstance(value, str) else ",".join(value)
        found[name.replace("-", "_")] = parsers.get(name, str)(text)
    return found


def _formats_with(option: str) -> list[Format]:
    return [form for form in FORMATS.values() if option in form.options]


def _fields(text: str) -> tuple[str, ...]:
    names = tuple(map(str.strip, text.split(",")))
    for index, name in enumerate(names):
        if name not in FIELDS:
            problem = f"unknown value {quoted(name)} for --fields"
            raise ArgumentsError(describe_unknown(problem, name, tuple(FIELDS)))
        if name in names[:index]:
            raise ArgumentsError(f"--fields has {quoted(name)} twice")
    return names


def _shard_size(text: str) -> int:
    return size_of(text, "--shards")


def _instant(text: str) -> str:
    instant = complete_instant(text)
    if instant is None:
        raise ArgumentsError(f"--updated is {quoted(text)}; expected {_INSTANT}")
    return instant


def _template(text: str) -> str:
    try:
        check_template(text, tuple(FIELDS))
    except TemplateError as error:
        raise ArgumentsError(f"--template: {error.message}") from error
    return text
