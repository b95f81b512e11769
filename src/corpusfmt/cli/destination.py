"""The output of ``corpusfmt convert`` and ``split``: the standard output, a file or a folder."""

from __future__ import annotations

import argparse
import os

from corpusfmt.config.settings import Settings
from corpusfmt.convert.format import Format
from corpusfmt.convert.formats import FORMATS
from corpusfmt.convert.kinds import MANY, kind_of
from corpusfmt.files.archives.encoders import compression_of
from corpusfmt.files.archives.kinds import archive_kind, is_plain_rows
from corpusfmt.files.discovery import Selection, searches
from corpusfmt.files.paths import is_url
from corpusfmt.files.read import STANDARD_INPUT, input_name
from corpusfmt.files.streams import descriptor_of, is_stream
from corpusfmt.run.output import identities
from corpusfmt.text.display import shown_path


def is_piped(arguments: argparse.Namespace) -> bool:
    """Return whether the output is the standard output."""
    output = arguments.output
    return output in (None, STANDARD_INPUT) or descriptor_of(output) == 1


def is_file_wanted(arguments: argparse.Namespace) -> bool:
    """Return whether the output is a file: a stream, or the document of one input file."""
    output, target = arguments.output, FORMATS[arguments.to]
    if target.layout == "stream" or is_stream(output):
        return True
    if target.layout == "dataset":
        return not compression_of(output) and _ending(output) in target.suffixes
    return not _is_folder(output) and _is_one_document(arguments)


def find_problem(arguments: argparse.Namespace, chosen: Selection) -> str | None:
    """Return why the output cannot be written, if that is known before anything is read."""
    output = arguments.output
    if is_piped(arguments):
        return None
    if not output:
        return "is not a valid name for the output"
    if arguments.shards is not None:
        return _find_shards_problem(output)
    if not is_file_wanted(arguments):
        return _find_folder_problem(output)
    if _is_folder(output):
        return "is a folder; expected the name of a file"
    return _find_file_problem(arguments, chosen)


def find_split_problem(arguments: argparse.Namespace, settings: Settings) -> str | None:
    """Return why the articles of files cannot be written to the folder for them."""
    output = arguments.output
    if output is None:
        return None
    if os.path.lexists(output) and not os.path.isdir(output):
        return "is a file; expected a folder"
    for path in arguments.paths:
        if searches(path, output, settings):
            problem = f"its articles would be read with those of {shown_path(path)}"
            return f"{problem}; expected another folder, one in `exclude`, or --in-place"
    return None


def _is_one_document(arguments: argparse.Namespace) -> bool:
    """Return whether the input is one file that has one document."""
    path = arguments.paths[0]
    if len(arguments.paths) > 1 or os.path.isdir(path) or is_url(path):
        return False
    if archive_kind(path) is not None and not is_plain_rows(path):
        return False
    name = input_name(path, arguments.stdin_filename)
    return (arguments.kind or kind_of(name)) not in MANY


def _find_file_problem(arguments: argparse.Namespace, chosen: Selection) -> str | None:
    """Return why the output cannot be a file: it is read, or has another format's ending."""
    output = arguments.output
    if set(identities([output])) & set(identities(chosen.files)):
        return "is one of the input files; expected another name for the output"
    ending, target = _ending(output), FORMATS[arguments.to]
    others = _formats_with(ending)
    if others and target not in others:
        written = f"--to {target.name} writes {target.title}"
        expected = f"expected another extension, or --to {others[0].name}"
        return f"has the extension of {others[0].title}, but {written}; {expected}"
    return None


def _find_shards_problem(output: str) -> str | None:
    if _is_folder(output):
        return None
    if os.path.lexists(output):
        return "is a file; expected a folder for the shards"
    if _formats_with(_ending(output)):
        return "looks like the name of a file; expected a folder for the shards; add / if it is one"
    return None


def _find_folder_problem(output: str) -> str | None:
    """Return why the output cannot be a folder: it is a file, or has the name of one."""
    if _is_folder(output):
        return None
    hint = "because there can be more than one article (--to jsonl writes one file)"
    if os.path.lexists(output):
        return f"is a file; expected a folder, {hint}"
    if _formats_with(_ending(output)):
        return f"looks like the name of a file; expected a folder, {hint}; add / if it is a folder"
    return None


def _formats_with(ending: str) -> list[Format]:
    """Return the formats whose files can have an ending, those of their own first."""
    return [form for form in FORMATS.values() if ending in form.suffixes]


def _is_folder(output: str) -> bool:
    """Return whether the output is a folder, or has the name of one that is still to be made."""
    return os.path.isdir(output) or output.endswith(("/", os.sep))


def _ending(output: str) -> str:
    """Return the end of a name that says the format, without that of a compression."""
    name = output.lower()
    return os.path.splitext(name.removesuffix(compression_of(name)))[1]
