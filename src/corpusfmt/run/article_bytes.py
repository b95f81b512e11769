"""The bytes of the text of an article: those of a file or member, or what a row contains."""

from __future__ import annotations

from corpusfmt.files.input import Input
from corpusfmt.files.read import ReadError
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.model.errors import CorpusfmtError
from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from corpusfmt.model.document import SourceEntry

DOCUMENT_KEY = "corpusfmt"
"""The key that every document has."""

_TYPES = {str: "a string", bool: "a boolean", int: "a number", float: "a number", list: "an array"}


class InvalidRowError(CorpusfmtError):
    """A row that is a document, but not a valid one; ``diagnostics`` are about its JSON."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__(diagnostics)
        self.diagnostics = diagnostics


def article_bytes(item: Input) -> bytes:
    """Return the text of an input: that of a file, or what a row contains.

    The text of a row that is a document, and that of a web page, is its canonical one. Raise
    ReadError if there is no text, InvalidRowError if the document is invalid.
    """
    data = item.read()
    if item.kind is not None:
        return _document_text(data, item, item.kind)
    if item.field is None:
        return data
    text = row_text(data, item)
    return _document_text(data, item, "json") if text is None else text


def row_text(data: bytes, item: Input) -> bytes | None:
    """Return the text in the field of a row, None if the row is a document.

    Raise ReadError if it has neither.
    """
    import json

    try:
        row = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ReadError(item.path, _describe_invalid(data)) from error
    expected = f"expected a document, or a text in the field {item.field!r}"
    if not isinstance(row, dict):
        raise ReadError(item.path, f"is {_type_of(row)}; {expected} of an object")
    if DOCUMENT_KEY in row:
        return None
    if item.field not in row:
        advice = _advice_on(row) or f"{expected} (--text-field names another)"
        raise ReadError(item.path, f"has no text; {advice}")
    text = row[item.field]
    if not isinstance(text, str):
        raise ReadError(item.path, f"has {_type_of(text)} in the field {item.field!r}; {expected}")
    return text.encode("utf-8", "surrogatepass")


def _advice_on(row: dict[str, object]) -> str | None:
    """Return how a row is read that is in the format of another program; None for another row."""
    from corpusfmt.convert.guessing import guess_record

    found = guess_record(row)
    if found is None:
        return None
    return f"it looks like {found.title}, which convert --from {found.name} reads"


def _describe_invalid(data: bytes) -> str:
    """Return why a row is not JSON, in the words of `convert`, and its column."""
    from corpusfmt.convert.json_text import read_json

    try:
        text = data.decode().rstrip("\r\n")
    except UnicodeDecodeError as error:
        return f"byte {data[error.start]:02X} at offset {error.start} is not valid UTF-8"
    problem = read_json(text)[1][0]
    return f"{problem.message} (column {problem.span[0] + 1})"


def _document_text(data: bytes, item: Input, kind: str) -> bytes:
    from corpusfmt.convert.reading import read_documents
    from corpusfmt.convert.writing import render

    place: SourceEntry = {"member": item.member}
    found = read_documents(data, item.path, kind, encoding=item.encoding, place=place)
    [result] = found
    if result.document is None:
        raise InvalidRowError(result.diagnostics)
    return render(result.document, "text")


def _type_of(value: object) -> str:
    if value is None:
        return "null"
    return _TYPES.get(type(value), "an object")
