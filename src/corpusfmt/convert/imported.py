"""An article of a file of another program, or why there is none."""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.convert.foreign_article import FieldProblem, ForeignArticle
from corpusfmt.convert.importer import Importer, Record
from corpusfmt.convert.json_positions import RecordPlace, Span
from corpusfmt.lint.checker import MOST_LISTED
from corpusfmt.model.document import Document
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.validation.validator import is_valid, problems


class ImportProblem(NamedTuple):
    """A problem of a file, with its span in the text it is about, and its JSON pointer."""

    message: str
    span: tuple[int, int]
    expected: str | None
    pointer: str | None
    is_warning: bool


class Imported(NamedTuple):
    """An article of a file, or why there is none.

    ``text`` is the text that the problems are about, which is a line of the file if ``row`` is the
    number of that line. ``number`` is that of the article in a file of many, and ``original`` is
    then its record, or its part of the text.
    """

    document: Document | None
    problems: tuple[ImportProblem, ...]
    text: str
    number: int | None = None
    row: int | None = None
    original: str | Record | None = None


def finish(
    article: ForeignArticle,
    importer: Importer,
    text: str,
    number: int | None,
    place: RecordPlace | Span | None,
    row: int | None = None,
) -> Imported:
    """Return the document of an article, with everything that is wrong with it.

    ``place`` is where the article is in the text: that of its record, or its span.
    """
    document = article.document()
    if not article.problems and article.is_surely_valid():
        return Imported(document, (), text, number, row)
    found = list(article.problems)
    if not any(not problem.is_warning for problem in found):
        found += _missing(document, importer, place)
    is_whole = all(problem.is_warning for problem in found)
    if is_whole and not is_valid(article.to_validate(document)):
        for one in problems(document):
            message = f"{one.message} (at {one.pointer} of the document)"
            found.append(FieldProblem("", message, one.expected))
        is_whole = False
    located = _locate(found[:MOST_LISTED], place)
    return Imported(document if is_whole else None, located, text, number, row)


def _missing(
    document: Document, importer: Importer, place: RecordPlace | Span | None
) -> Iterator[FieldProblem]:
    where = place if isinstance(place, tuple) else ""
    if not document.get("title"):
        yield FieldProblem(where, "the article has no title", importer.reads["title"])
    if not document.get("body"):
        yield FieldProblem(where, "the article has no text", importer.reads["body"])


def _locate(
    found: list[FieldProblem], place: RecordPlace | Span | None
) -> tuple[ImportProblem, ...]:
    prefix = ""
    spans: dict[str, Span] = {}
    if isinstance(place, RecordPlace):
        prefix = place.pointer
        pointers = {prefix + one.place for one in found if isinstance(one.place, str)}
        if pointers:
            spans = place.positions.find(prefix, pointers)
    located: list[ImportProblem] = []
    for problem in found:
        pointer = None
        if isinstance(problem.place, tuple):
            span = problem.place
        else:
            pointer = prefix + problem.place
            span = place if isinstance(place, tuple) else spans.get(pointer, (0, 0))
        located.append(
            ImportProblem(problem.message, span, problem.expected, pointer, problem.is_warning)
        )
    return tuple(located)
