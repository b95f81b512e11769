"""``corpusfmt convert``: text to documents, documents back to text."""

from __future__ import annotations

import argparse
import textwrap

from corpusfmt.cli import console, options, session
from corpusfmt.cli.convert_options import (
    add_options,
    encoding_of,
    options_of,
    require_importer,
)
from corpusfmt.cli.convert_session import ConvertSession
from corpusfmt.cli.destination import find_problem, is_file_wanted, is_piped
from corpusfmt.cli.page_reader import require_for_pages
from corpusfmt.config.settings import Settings, SettingsError
from corpusfmt.convert.formats import FORMATS
from corpusfmt.convert.kinds import AUTO, FOREIGN, KINDS, TABLES, UTF_8, kind_of, patterns_of
from corpusfmt.convert.row_kinds import row_files
from corpusfmt.files.discovery import Selection, texts_of
from corpusfmt.files.inputs import Inputs
from corpusfmt.files.read import WriteError, input_name
from corpusfmt.files.streams import is_stream
from corpusfmt.project.output_log import OutputLog
from corpusfmt.run.exit_codes import COULD_NOT
from corpusfmt.run.writing import writing
from corpusfmt.text.display import count

_SOURCES = textwrap.fill(
    ", ".join(FOREIGN), 96, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False
)
_FORMATS = "\n".join(f"  {form.name:<10}{form.summary}" for form in FORMATS.values())

DESCRIPTION = f"""Convert articles to documents and other formats, and documents back to text.

output formats (docs/convert.md has the fields that each of them carries or drops):
{_FORMATS}

input formats of other programs, for --from (docs/import.md has what is read of each):
{_SOURCES}

The input format follows from the file name: .json is one document, .jsonl and .ndjson have one
document per line, everything else is text; --from overrides this. To read the files of a scraper
or database, name its format with --from; --from auto guesses the format of each file. In a folder,
convert reads the articles that the settings include; with --to text, the documents; with --from,
the files with the extensions of that format. A standard input that begins like JSON is read as JSON
or JSON Lines, unless --from or --stdin-filename is given.

A file is reported, and the others are converted, if it has bytes that are invalid in its
encoding, contains control characters, or does not satisfy the schema. Findings are printed on the
standard output or, if the documents are printed there, on the standard error.

An output file is written completely or not at all, and input files are never overwritten. An
existing file is replaced only if it is empty, or still has the content that convert wrote
(.corpusfmt/outputs.jsonl has the hashes); --force replaces other files, too. A file that already
has the right content is not written again. A file whose name ends in .gz, .xz or .zst is
compressed."""
EXAMPLES = """examples:
  corpusfmt convert page.txt --to json                  to the standard output
  corpusfmt convert corpus/ --to jsonl -o corpus.jsonl  one document per line, sorted by path
  corpusfmt convert corpus/ --to json -o documents/     one file per article, in the same folders
  corpusfmt convert corpus/ --to markdown -o site/ --strict
  corpusfmt convert corpus/ --to parquet -o dataset/    a table, a dataset card, and Croissant
  corpusfmt convert corpus/ --to rows --fields id,title,text -o rows.jsonl
  corpusfmt convert corpus/ --to jsonl --shards 64MB -o shards/
  corpusfmt convert scraped/ --from news-please --to text -o corpus/
  corpusfmt convert news.csv --from csv --map title=headline --to jsonl -o news.jsonl
  corpusfmt convert documents/ --to text -o corpus/     and back to text
  corpusfmt convert corpus.jsonl --to text -o corpus/   each document to the file in its "source"

The "source" of a document describes the file that it was read from: its "path", relative to the
folder of the settings or, without settings, to the folder on the command line, and the "sha256" of
its bytes. A document that already has a "source" keeps it. The output file for a line without a
"source" is named after its line number. "source" is never part of the text.

In file names that are taken from "source", characters that some file systems do not allow are
escaped: a:b.txt becomes a%3Ab.txt.
"""

_STREAMS = ", ".join(form.name for form in FORMATS.values() if form.layout == "stream")
_NAMES = {"markdown": "Markdown", "html": "HTML"}


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    options.add_inputs(parser)
    parser.add_argument(
        "--to", required=True, choices=tuple(FORMATS), metavar="NAME", help="the output format"
    )
    parser.add_argument(
        "--from",
        dest="kind",
        choices=(*KINDS, *FOREIGN, AUTO),
        metavar="NAME",
        help="the input format (default: by the file name); auto guesses it by the content",
    )
    parser.add_argument(
        "--encoding",
        type=encoding_of,
        metavar="NAME",
        help="the encoding of text files, such as windows-1252 (default: UTF-8); not for JSON",
    )
    parser.add_argument(
        "--force",
        action="store_true",
        help="also replace existing files that were not written by convert",
    )
    parser.add_argument(
        "-o",
        "--output",
        type=options.written_path,
        metavar="OUT",
        help="the output (default: the standard output): a file for the formats that have all "
        f"articles in one ({_STREAMS}); for parquet a file that ends in .parquet, or the folder "
        "of a data set; otherwise a file for a single input, and a folder for "
        "several inputs, for a folder, for JSON Lines, or if OUT is a folder or ends in /; missing "
        "folders are created, but not if the name looks like that of a file, such as x.json",
    )
    add_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Convert, say what did not, and return the exit code."""
    require_importer(arguments)
    options_of(arguments)  # reports what does not fit before any file is read
    settings, chosen, texts = _choose(arguments)
    if arguments.show_files:
        from corpusfmt.cli.showing import show_files

        return show_files(chosen, texts)
    _refuse_encoding_of_json(arguments, chosen)
    require_for_pages(chosen.files, arguments.kind)
    if not chosen.files:
        return _convert_all(arguments, settings, chosen, texts)
    problem = find_problem(arguments, chosen)
    if problem:
        console.note_path(arguments.output, problem)
        return COULD_NOT
    if arguments.shards is not None:
        from corpusfmt.cli.convert_shards import convert_to_shards

        return convert_to_shards(arguments, settings, chosen, texts)
    if is_piped(arguments) or is_stream(arguments.output):
        return _convert_all(arguments, settings, chosen, texts)
    with writing(settings, "convert"):
        return _convert_all(arguments, settings, chosen, texts)


def _convert_all(
    arguments: argparse.Namespace, settings: Settings, chosen: Selection, texts: Inputs
) -> int:
    log = OutputLog(settings.root)
    converting = ConvertSession(arguments, settings, texts, log)
    try:
        if chosen.files:
            converting.write()
    except session.STOPPED as error:
        done = session.so_far("read", converting.read, chosen)
        return session.stopped(error, done, converting.outcome_when_stopped())
    except WriteError as error:
        console.note_path(error.path, error.reason)
        return COULD_NOT
    finally:
        log.close()
    chosen = session.after_reading(chosen, texts, converting.read + converting.unread)
    if chosen.files:
        converting.note_guesses()
        outcome = [converting.outcome()]
        if chosen.missing:
            outcome.append(f"{count(len(chosen.missing), 'path')} could not be read")
        session.summarize("read", converting.read, chosen, outcome)
    failed = converting.unread + converting.failed > 0
    return session.code(chosen, found=converting.refused > 0, failed=failed)


def _choose(arguments: argparse.Namespace) -> tuple[Settings, Selection, Inputs]:
    """Return the settings, the files, and their texts."""
    settings, chosen, patterns = _choose_files(arguments)
    reads_rows = arguments.text_field is not None
    is_record = None
    if arguments.map or arguments.kind in (*TABLES, AUTO):
        from corpusfmt.convert.importers.table import record_reader

        is_record = record_reader(arguments.kind, dict(arguments.map or ()))
    texts = texts_of(chosen, settings, patterns, reads_rows=reads_rows, is_record=is_record)
    if _may_have_many(arguments):
        stdin_name = arguments.stdin_filename
        files = row_files(arguments.kind, lambda path: input_name(path, stdin_name))
        texts = texts.in_parts(files)
    return settings, chosen, texts


def _may_have_many(arguments: argparse.Namespace) -> bool:
    """Return whether an input may be JSON Lines, and is not one article for one file."""
    if arguments.encoding is not None:
        return False
    if is_piped(arguments) or FORMATS[arguments.to].layout != "articles":
        return True
    return arguments.shards is not None or not is_file_wanted(arguments)


def _choose_files(
    arguments: argparse.Namespace,
) -> tuple[Settings, Selection, tuple[str, ...] | None]:
    """Return the settings, the files, and the patterns of files in folders and archives."""
    if arguments.kind is not None or arguments.encoding is not None:
        # With --encoding and --to text, texts are made canonical.
        named = patterns_of(arguments.kind or "text")
        return *session.choose(arguments, named), named
    patterns = patterns_of("json") if arguments.to == "text" else None
    wanted, other = "articles", "json or --from jsonl"
    if arguments.to == "text":
        wanted, other = "documents", "text"
    settings, chosen = session.choose(arguments, patterns)
    if not chosen.files and not chosen.missing:
        hint = f"only {wanted} are read from folders; to read others, use --from {other}"
        console.note(f"with --to {arguments.to}, {hint}")
    return settings, chosen, patterns


def _refuse_encoding_of_json(arguments: argparse.Namespace, chosen: Selection) -> None:
    if arguments.encoding is None:
        return
    for path in chosen.files:
        shown = input_name(path, arguments.stdin_filename)
        kind = arguments.kind or kind_of(shown)
        if kind in UTF_8:
            raise SettingsError(
                f"--encoding is for texts: {shown} is read as {_NAMES.get(kind, 'JSON')}, "
                "which is always UTF-8"
            )
