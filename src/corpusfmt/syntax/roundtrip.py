"""The canonical text of a text or an article, and the proof that nothing is lost in writing it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from corpusfmt.model.arguments import expect_article, expect_text
from corpusfmt.model.article import Article
from corpusfmt.syntax.date_order import NO_ORDERS, DateOrder, DateOrders, date_orders
from corpusfmt.syntax.normal_form import LOST_CONTROL, normalize_document
from corpusfmt.syntax.reading import read_document
from corpusfmt.syntax.writer import write_document
from corpusfmt.validation.validator import Problem, problems


class InvalidDocument(ValueError):  # noqa: N818 - named for what is so
    """A document that the schema does not accept, and what is wrong with it, in the order of the document."""

    def __init__(self, faults: tuple[Problem, ...]) -> None:
        super().__init__(faults)  # the arguments again, as pickle makes the exception from its args
        self.problems = faults

    def __str__(self) -> str:
        return "; ".join(map(_in_words, self.problems))


def _in_words(problem: Problem) -> str:
    end = f" (expected: {problem.expected})" if problem.expected else ""
    return f"{problem.pointer or 'document'}: {problem.message}{end}"


class Unfaithful(Exception):  # noqa: N818 - named for what is so
    """A text that the canonical text cannot hold whole; ``offset`` is where, in characters, or None."""

    def __init__(self, reason: str, offset: int | None = None) -> None:
        super().__init__(reason, offset)
        self.reason = reason
        self.offset = offset

    def __str__(self) -> str:
        return self.reason


def parse(text: str, *, date_order: DateOrder | None = None) -> Article:
    """The article of a text. Any text has one: what is not recognised is a paragraph.

    It may lack a title or a body, if the text does. What is wrong with the text is for ``check`` to say.
    ``date_order`` is ``"month-first"`` or ``"day-first"``, for numeric dates such as ``05/03/2024``; without it the
    month is first. TypeError where the text is not a ``str``: bytes must be decoded first.
    """
    expect_text("parse", text)
    return Article.from_document(read_document(text, date_orders("parse", date_order)))


def serialize(article: Article) -> str:
    """The canonical text of an article, from which ``parse`` gives the same article (in normal form, sourceless).

    InvalidDocument where the schema does not accept it, or a date is not in the calendar; TypeError where it is not
    an ``Article``: ``Article.from_document`` makes one from a document.
    """
    expect_article("serialize", article, Article)
    return serialize_document(article.to_document())


def serialize_document(document: Mapping[str, Any]) -> str:
    """The canonical text of a document, as ``serialize`` writes it; InvalidDocument names each fault's pointer."""
    faults = problems(document)
    if faults:
        raise InvalidDocument(faults)
    return write_document(normalize_document(document))


def format(text: str, *, date_order: DateOrder | None = None) -> str:
    """The canonical text of any text: the same document, and canonical text as it is.

    Characters that no document can hold are not in it; ``format_whole`` refuses them. A numeric date is read as
    ``parse`` reads it, and the month is then a word. TypeError where the text is not a ``str``.
    """
    expect_text("format", text)
    return write_document(read_document(text, date_orders("format", date_order)))


def format_whole(text: str, orders: DateOrders = NO_ORDERS) -> str:
    """The canonical text of a text, proved: the same document comes back from it, and it comes to rest.

    Unfaithful where a control character or lone surrogate would be lost, or the proof fails.
    """
    lost = LOST_CONTROL.search(text)
    if lost is not None:
        raise Unfaithful(f"holds U+{ord(lost[0]):04X}, which canonical text cannot hold", lost.start())
    document = read_document(text, orders)
    canonical = write_document(document)
    if canonical != text and (read_document(canonical, orders) != document or format(canonical) != canonical):
        raise Unfaithful("its canonical text would not be read as the same document; please report this text")
    return canonical
