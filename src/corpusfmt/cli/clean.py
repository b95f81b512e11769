"""``corpusfmt clean``: dirty scrapes to clean articles, in one pass."""

from __future__ import annotations

import argparse
import os
from dataclasses import replace

from corpusfmt.cli import console, options, session
from corpusfmt.cli.argv import ArgumentsError
from corpusfmt.cli.clean_session import Cleaning
from corpusfmt.cli.convert_options import (
    add_format_options,
    column_of,
    encoding_of,
    given_options,
    require_modules,
    target_options,
)
from corpusfmt.cli.page_reader import require_for_pages
from corpusfmt.cli.showing import show_files
from corpusfmt.config.settings import Settings, SettingsError
from corpusfmt.convert.formats import FORMATS
from corpusfmt.convert.importer import Importer, install, missing_module
from corpusfmt.convert.importers import IMPORTERS
from corpusfmt.convert.importers.table import record_reader
from corpusfmt.convert.kinds import AUTO, FOREIGN, KINDS, TABLE_FIELDS, TABLES, patterns_of
from corpusfmt.files.discovery import Selection, texts_of
from corpusfmt.files.inputs import Inputs
from corpusfmt.files.paths import is_inside, is_url
from corpusfmt.files.project_folder import folder_of
from corpusfmt.files.read import STANDARD_INPUT
from corpusfmt.project.clean_store import NAME as STORE
from corpusfmt.run.exit_codes import COULD_NOT
from corpusfmt.text.display import shown_path
from corpusfmt.text.suggestion import describe_unknown

DESCRIPTION = """Clean scraped articles in one pass, and write them to the new folder OUT.

A PATH is a file, folder, archive or table. The format of each file is guessed, unless --from names
it. The safe fixes are applied to each article, and it is written as canonical text. Some articles
are set aside: those that cannot be made canonical without a guess, duplicates (the same words, or
nearly), and pages that are not articles. The others are written in the format --to. Input files
are never changed.

OUT must not exist, or be empty. It gets:
  articles/     the articles (for formats with all articles in one file: articles.jsonl and so on)
  set-aside/    what is set aside, byte for byte as it was read, in a folder for each reason
  log.jsonl     the outcome of each article and the reason, in the order in which they were read
  report.json   the numbers, the recipe, the release, and the version of each rule
The numbers add up: in = out + set aside + dropped + failed.

To continue a run that was stopped or killed, run the same command again. If OUT is complete, that
writes nothing. An OUT with other files, or of a run with another recipe or input, is an error. The
recipe is the table [clean] of the settings (docs/clean.md); the options override it."""
EXAMPLES = """examples:
  corpusfmt clean scraped/ cleaned/                    texts, JSON, HTML and tables
  corpusfmt clean scraped/ cleaned/ --dry-run          the same report; nothing is written
  corpusfmt clean crawl.jsonl.zst news.tar.gz cleaned/ --to jsonl
  corpusfmt clean news.csv cleaned/ --map title=headline --to parquet
  corpusfmt clean scraped/ cleaned/ --config recipe.toml

a recipe:
  [clean]
  to = "jsonl"
  drop = ["not-an-article:error-page", "duplicate-body"]   # not copied to set-aside/
  keep = ["not-an-article:live-ticker"]                    # counts as an article
  [rules.near-duplicate]
  share = 0.9
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    options.add_inputs(parser)
    parser.add_argument(
        "output",
        metavar="OUT",
        help="the folder for the articles and the report: new, or empty; not needed with --dry-run",
    )
    parser.add_argument(
        "--from",
        dest="kind",
        choices=(*KINDS, *FOREIGN, AUTO),
        metavar="NAME",
        help="the input format (default: auto, which guesses it by the content of each file)",
    )
    parser.add_argument(
        "--to",
        choices=tuple(FORMATS),
        metavar="NAME",
        help="the output format (default: text)",
    )
    parser.add_argument(
        "--encoding",
        type=encoding_of,
        metavar="NAME",
        help="the encoding of texts, such as windows-1252 (default: UTF-8); not for JSON",
    )
    parser.add_argument(
        "--map",
        type=column_of,
        action="append",
        metavar="FIELD=COLUMN",
        help="the column of a table that a field is read from, such as title=headline",
    )
    add_format_options(parser.add_argument_group("options of single formats"))
    parser.add_argument(
        "--unsafe-fixes",
        action="store_true",
        help="also apply unsafe fixes, and accept guesses, such as the order of day and month",
    )
    parser.add_argument(
        "--split",
        action="store_true",
        help="split a text of several articles, as corpusfmt split does, and clean each of them; "
        "without it the text is set aside",
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="print the same report, and write nothing"
    )


def run(arguments: argparse.Namespace) -> int:
    """Clean, print the report, and return the exit code."""
    _refuse_conflicts(arguments)
    settings, chosen, texts = _choose(arguments)
    if arguments.show_files:
        return show_files(chosen, texts)
    require_for_pages(chosen.files, settings.recipe.source)
    problem = None if arguments.dry_run else _find_problem(arguments)
    if problem is not None:
        console.note_path(arguments.output, problem)
        return COULD_NOT
    return Cleaning(arguments, settings, chosen, texts).run()


def _refuse_conflicts(arguments: argparse.Namespace) -> None:
    if arguments.dry_run and _has_other_things(arguments.output):
        arguments.paths.append(arguments.output)  # OUT is left out: nothing could be written there
    if not (arguments.paths or arguments.files_from or arguments.git):
        if arguments.dry_run or arguments.show_files:  # OUT can be omitted
            arguments.paths = [arguments.output]
            return
        only = shown_path(arguments.output)
        raise ArgumentsError(f"OUT is missing: expected a folder after {only}")
    if STANDARD_INPUT in (*arguments.paths, arguments.output):
        hint = "it could not be read again after the run was stopped"
        raise ArgumentsError(f"clean cannot be used with the path -: {hint}")


def _choose(arguments: argparse.Namespace) -> tuple[Settings, Selection, Inputs]:
    """Return the settings, whose recipe the options override, the files, and their texts."""
    settings = _with_options(session.settings_of(arguments), arguments)
    kind = settings.recipe.source
    patterns = patterns_of(kind)
    settings, chosen = session.choose(arguments, patterns, settings=settings)
    is_record = record_reader(kind, settings.recipe.columns)
    return settings, chosen, texts_of(chosen, settings, patterns, is_record=is_record)


def _with_options(settings: Settings, arguments: argparse.Namespace) -> Settings:
    recipe = settings.recipe
    columns = {**recipe.columns, **dict(arguments.map or ())}
    recipe = replace(
        recipe,
        source=arguments.kind or recipe.source,
        target=arguments.to or recipe.target,
        encoding=arguments.encoding or _encoding_of(settings),
        columns=columns,
        options={**recipe.options, **_given_options(arguments)},
        unsafe_fixes=arguments.unsafe_fixes or recipe.unsafe_fixes,
        split=arguments.split or recipe.split,
    )
    settings = replace(settings, recipe=recipe)
    _refuse_unknown(settings, "to", recipe.target, tuple(FORMATS))
    _refuse_unknown(settings, "from", recipe.source, (*KINDS, *FOREIGN, AUTO))
    _check_columns(settings, arguments)
    require_modules(FORMATS[recipe.target])
    _check_target_options(settings, arguments)
    if recipe.source in FOREIGN:
        _refuse_missing_module(IMPORTERS[recipe.source])
    return settings


def _check_columns(settings: Settings, arguments: argparse.Namespace) -> None:
    """Raise ArgumentsError for columns of unknown fields, or of a format without columns."""
    recipe = settings.recipe
    for name in recipe.columns:
        _refuse_unknown(settings, "map", name, TABLE_FIELDS)
    if recipe.columns and recipe.source not in (*TABLES, AUTO):
        problem = f"is only for csv, tsv, rows and {AUTO}, not for {recipe.source}"
        named = "--map" if arguments.map else f"{settings.source}: clean.map"
        raise ArgumentsError(f"{named} {problem}")


def _check_target_options(settings: Settings, arguments: argparse.Namespace) -> None:
    """Raise ArgumentsError for invalid options of the format, with the place they are from."""
    try:
        target_options(settings.recipe)
    except ArgumentsError as error:
        if given_options(arguments) or arguments.to:
            raise
        raise ArgumentsError(f"{settings.source}: clean: {error}") from error


def _refuse_missing_module(importer: Importer) -> None:
    """Raise ArgumentsError if a module that an importer needs is not installed."""
    missing = missing_module(importer)
    if missing is not None:
        raise ArgumentsError(f"--from {importer.name} needs {missing}: {install(importer)}")


def _given_options(arguments: argparse.Namespace) -> dict[str, str | tuple[str, ...]]:
    """Return the options of the format that are given, by their keys in a recipe."""
    return {name.replace("_", "-"): value for name, value in given_options(arguments).items()}


def _encoding_of(settings: Settings) -> str | None:
    """Return the encoding of the recipe by the name that Python has for it."""
    from corpusfmt.convert.encodings import EncodingError, encoding_named

    name = settings.recipe.encoding
    try:
        return None if name is None else encoding_named(name)
    except EncodingError as error:
        raise SettingsError(f"{settings.source}: clean.encoding: {error.message}") from error


def _refuse_unknown(settings: Settings, key: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        problem = f"{settings.source}: clean.{key} has the unknown value {value!r}"
        raise SettingsError(describe_unknown(problem, value, known))


def _has_other_things(path: str) -> bool:
    """Return whether a path is a file, or a folder with files that clean has not written."""
    try:
        names = os.listdir(path)
    except OSError:
        return os.path.isfile(path)
    return bool(names) and not os.path.lexists(os.path.join(folder_of(path), STORE))


def _find_problem(arguments: argparse.Namespace) -> str | None:
    """Return why the output cannot be written, if that is known before anything is read."""
    output = arguments.output
    if is_url(output):
        return options.NOT_WRITTEN
    if os.path.lexists(output) and not os.path.isdir(output):
        return "is a file; expected a new folder"
    for path in arguments.paths:
        if os.path.isdir(path) and is_inside(output, path):
            if os.path.realpath(output) == os.path.realpath(path):
                return "is an input; expected another folder"
            return f"is in {shown_path(path)}, which is an input; expected another folder"
        if is_inside(path, output):  # what is below a path need not be looked at
            return f"contains {shown_path(path)}, which is an input; expected another folder"
    return None
