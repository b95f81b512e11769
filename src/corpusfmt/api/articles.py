"""Text to article and back: parse, serialize and format.

Unlike ``corpusfmt.api.checking`` it needs neither rules nor settings, and loads in a fraction of
the time.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from corpusfmt.model.arguments import expect_article, expect_known, expect_string, expect_text
from corpusfmt.model.article import Article
from corpusfmt.model.document import Document
from corpusfmt.model.errors import CorpusfmtError
from corpusfmt.model.fields import VERSION
from corpusfmt.syntax.date_order import DateOrder, date_orders
from corpusfmt.syntax.normal_form import normalize_document
from corpusfmt.syntax.reading import read_document
from corpusfmt.syntax.writer import write_document
from corpusfmt.validation.validator import Problem, problems


class InvalidDocumentError(CorpusfmtError, ValueError):
    """A document that the schema does not accept; ``problems`` are in the order of the document."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)  # pickle makes the exception again from its arguments
        self.problems = problems

    def __str__(self) -> str:
        return "; ".join(map(_describe, self.problems))


def parse(text: str, *, date_order: DateOrder | None = None) -> Article:
    """Return the article of a text. Any text has one: what is not recognised is a paragraph.

    It lacks a title or a body if the text does; ``check`` reports what is wrong with the text.
    ``date_order`` is ``"month-first"`` or ``"day-first"``, for numeric dates such as
    ``05/03/2024``; without it the month is first. Raise TypeError for bytes, which must be decoded
    first.
    """
    expect_text("parse", text)
    return Article.from_document(read_document(text, date_orders("parse", date_order)))


def serialize(article: Article) -> str:
    """Return the canonical text of an article, from which ``parse`` gives the same article.

    It comes back in normal form, without its source. Raise InvalidDocumentError where the schema
    does not accept it or a date is not in the calendar, TypeError where it is not an ``Article``:
    ``Article.from_document`` makes one from a document.
    """
    expect_article("serialize", article, Article)
    return serialize_document(article.to_document())


def serialize_document(document: Mapping[str, object] | Document) -> str:
    """Return the canonical text of a document, as ``serialize`` writes it.

    Raise InvalidDocumentError with everything that is wrong.
    """
    found = problems(document)
    if found:
        raise InvalidDocumentError(found)
    return write_document(normalize_document(cast("Document", document)))


def render_article(
    article: Article, target: str, *, strict: bool, options: Mapping[str, object]
) -> str:
    """Return an article in a format, as ``Article.to`` does."""
    from corpusfmt.api.format_options import checked_options
    from corpusfmt.convert.formats import FORMATS
    from corpusfmt.convert.writing import refuse_loss, render

    expect_string("Article.to", "format", target)
    texts = [name for name, form in FORMATS.items() if form.is_joined and form.layout != "dataset"]
    if target in FORMATS and target not in texts:
        reason = f"{target} is not text: “corpusfmt convert --to {target}” writes it"
        raise ValueError(f"Article.to() returns text, and {reason}")
    expect_known("Article.to", "format", [target], texts)
    chosen = checked_options(FORMATS[target], options)
    document = article.to_document()
    found = problems(document)
    if found:
        raise InvalidDocumentError(found)
    valid = cast("Document", document)
    if strict:
        refuse_loss(valid, target, chosen)
    data = FORMATS[target].join([render(valid, target, chosen)], chosen)
    return b"".join(data).decode()


def show_article(article: Article) -> str:
    """Return an article as HTML for a notebook; one that is not valid as its canonical text."""
    from html import escape

    from corpusfmt.convert.formats.html import write_article

    document = cast("Document", article.to_document())
    if problems(document):
        lacking: Document = {"corpusfmt": VERSION, "body": [], **document}
        return f"<pre>{escape(write_document(normalize_document(lacking)))}</pre>"
    return "\n".join(write_article(normalize_document(document)))


def format(text: str, *, date_order: DateOrder | None = None) -> str:
    """Return the canonical text of any text: the same document, and canonical text as it is.

    Characters that no document can hold are removed. A numeric date is read as ``parse`` reads it,
    and the month is then a word. Raise TypeError where the text is not a ``str``.
    """
    expect_text("format", text)
    return write_document(read_document(text, date_orders("format", date_order)))


def _describe(problem: Problem) -> str:
    end = f" (expected: {problem.expected})" if problem.expected else ""
    return f"{problem.pointer or 'document'}: {problem.message}{end}"
