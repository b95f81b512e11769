"""What a file is, by its content: for ``--from auto``, and for files of the wrong kind."""

from __future__ import annotations

from collections.abc import Mapping

from corpusfmt.convert.front_matter import (
    ForeignFileError,
    read_front_matter,
    write_front_matter,
)
from corpusfmt.convert.importer import Importer
from corpusfmt.convert.importers import RECORDS, TEXTS
from corpusfmt.convert.importers.html import IMPORTER as HTML
from corpusfmt.convert.importers.html import recognises as is_page
from corpusfmt.convert.importers.table import CSV, ROWS, TSV, column_of, is_row
from corpusfmt.convert.json_records import first_record, first_records
from corpusfmt.convert.json_text import JsonProblem
from corpusfmt.convert.kinds import kind_of, kind_of_data
from corpusfmt.convert.markdown_reading import KEYS
from corpusfmt.convert.problem_diagnostics import to_foreign_diagnostics
from corpusfmt.convert.unread_formats import find_unread
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.decode import decode
from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    from corpusfmt.model.diagnostic import Diagnostic

_TABLES = ("csv", "tsv")
_OWN = "corpusfmt"
_PAGES = ("html", "htm", "xhtml", "shtml")
_TAG = regex(rb"<(?:/?[A-Za-z][A-Za-z0-9]{0,15}[\s/>]|!--)")
_START = 10_000  # characters


def guess_kind(data: bytes, path: str) -> str:
    """Return the kind of a file by its bytes and the ending of its name.

    That is that of a table, of Markdown, or of a page that does not begin as one: a fragment, or a
    page below messages of its server.
    """
    ending = path.lower().rpartition(".")[2]
    if ending in _TABLES:
        return ending
    if not data.strip():
        return kind_of(path)
    if is_page(data):
        return "html"
    text = _text_of(data)
    found = guess_text(text)
    if found is not None:
        return "markdown" if found.name == "front-matter" and is_own_markdown(text) else found.name
    kind = kind_of_data(data)
    if kind == "text":
        return _guess_by_name(data, text, path)
    return ROWS.name if _is_own_row(first_record(text)) else kind


def is_own_markdown(text: str) -> bool:
    """Return whether Markdown has front matter exactly as it is written here."""
    try:
        values, body = read_front_matter(text)
    except ForeignFileError:
        return False
    is_own = values.keys() <= KEYS and write_front_matter(values.items()) + body == text
    return is_own and not body.lstrip("\n").startswith("# ")


def _guess_by_name(data: bytes, text: str, path: str) -> str:
    """Return the kind of a text by the ending of its name, if it may have markup."""
    ending = path.lower().rpartition(".")[2]
    if ending in _PAGES and _TAG.search(data[:_START]) is not None:
        return "html"
    is_markdown = kind_of(path) == "text" and ending in ("md", "markdown")
    return "markdown" if is_markdown and text.startswith("---") else "text"


def _is_own_row(record: object) -> bool:
    """Return whether a JSON value has a title and a text, and is no document."""
    return is_row(record) and isinstance(record, Mapping) and _OWN not in record


def guess_text(text: str) -> Importer | None:
    """Return the format of another program that a text is in, or None."""
    text = text.replace("\r\n", "\n")
    for importer in TEXTS:
        if importer.recognises(text):
            return importer
    if not text.lstrip().startswith(("{", "[")):
        return None
    found = map(guess_record, first_records(text))
    return next((importer for importer in found if importer is not None), None)


def guess_format(text: str) -> tuple[str, str] | None:
    """Return the title and the name of the format of a text; None if it may be any text."""
    if is_page(text[:_START].encode("utf-8", "replace")):
        return HTML.title, HTML.name
    if text.lstrip().startswith(("{", "[")):
        records = first_records(text)
        found = [*filter(None, map(own_or_guessed, records))]
        if found:
            return found[0]
        return ("JSON", "json") if records else None
    table = _guess_table(text.partition("\n")[0])
    importer = guess_text(text) if table is None else table
    return None if importer is None else (importer.title, importer.name)


def name_foreign(data: bytes) -> str | None:
    """Return what a file is that was read as a text and has none, or None if it may be one."""
    unread = find_unread(data)
    if unread is not None:
        return unread[0]
    found = guess_format(_text_of(data))
    return None if found is None else found[0]


def report_format(data: bytes, path: str) -> tuple[Diagnostic, ...]:
    """Return the problem of a text that is in another format; none if it may be any text."""
    text = _text_of(data)
    found = guess_format(text)
    if found is None:
        return ()
    title, name = found
    problem = JsonProblem(f"this looks like {title}", (0, 1), f"--from {name}")
    return to_foreign_diagnostics(problem, text, path)


def _text_of(data: bytes) -> str:
    return (decode(data).text or data.decode("latin-1")).removeprefix("\ufeff")


def _guess_table(line: str) -> Importer | None:
    """Return the format of a table whose columns a line names."""
    for table, separator in ((CSV, ","), (CSV, ";"), (TSV, "\t")):
        names = [name.strip('" \r\ufeff') for name in line.split(separator)]
        if is_row(dict.fromkeys(names, "")):
            return table
    return None


def guess_record(record: object) -> Importer | None:
    """Return the format of another program that a JSON value is an article of, or None."""
    if not isinstance(record, Mapping) or _OWN in record:
        return None
    return next((importer for importer in RECORDS if importer.recognises(record)), None)


def find_text_field(record: object) -> str | None:
    """Return the field of a JSON object that has its text; None for a document, and without one."""
    if not isinstance(record, Mapping) or _OWN in record:
        return None
    field = column_of(record, "text")
    return field if field is not None and isinstance(record[field], str) else None


def own_or_guessed(record: object) -> tuple[str, str] | None:
    """Return the title and the name of the format that a JSON value is an article of, or None."""
    if isinstance(record, Mapping) and _OWN in record:
        return "a document of corpusfmt", "json"
    found = guess_record(record)
    return None if found is None else (found.title, found.name)
