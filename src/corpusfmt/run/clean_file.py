"""Clean the articles of one text for ``corpusfmt clean``: read it as what it is, and clean each."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from corpusfmt.convert.file_bytes import decode_requested
from corpusfmt.convert.guessing import guess_kind
from corpusfmt.convert.kinds import AUTO, FOREIGN, UTF_8
from corpusfmt.convert.read_result import ReadResult
from corpusfmt.convert.reading import read_documents
from corpusfmt.convert.row_kinds import kind_of_row
from corpusfmt.convert.source_entry import make_source
from corpusfmt.convert.unread_formats import find_unread_bytes
from corpusfmt.convert.writing import render
from corpusfmt.files.input import Input
from corpusfmt.files.pool import LOST
from corpusfmt.files.read import ReadError
from corpusfmt.lint.context import Context
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.model.document import Document, SourceEntry
from corpusfmt.project.cleaned_article import FAILED, CleanedArticle, Head, pack
from corpusfmt.run.article_bytes import row_text
from corpusfmt.run.clean_article import NOT_CONVERTED, CleanPolicies, clean_article
from corpusfmt.run.crash import crash
from corpusfmt.run.naming import Naming, part_name, row_stem
from corpusfmt.run.split_file import Part, find_parts
from corpusfmt.syntax.reading import Reading
from corpusfmt.syntax.roundtrip import RoundTripError
from corpusfmt.text.display import count

UNREADABLE = "unreadable"
NOT_IMPORTED = "not-imported"
NOT_DECODED = "not-decoded"
CRASHED = "internal-error"
PROCESS_KILLED = "process-killed"

_ENDINGS = {"html": ".html"}
"""The endings of what archives have, by its kind; others are JSON."""

_NO_PLACE: SourceEntry = {"path": "", "sha256": ""}


@dataclass(frozen=True, slots=True)
class CleanTask:
    """What to do with each text: how its files are named, and what the recipe says."""

    policies: CleanPolicies
    naming: Naming


@dataclass(frozen=True, slots=True)
class CleanResult:
    """The articles of a text, and what is to be reported about it at once.

    ``diagnostics`` say why articles could not be read, and ``problems`` are other failures: where,
    and why.
    """

    path: str
    articles: tuple[CleanedArticle, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def problems(self) -> Iterator[tuple[str, str]]:
        """The failures without diagnostics: the file and row, and why."""
        for article in self.articles:
            if article.outcome == FAILED and article.reason not in (NOT_IMPORTED, NOT_DECODED):
                yield article.head.origin, article.message

    @property
    def outcome(self) -> str:
        """What came of it, in a few words."""
        failed = sum(article.outcome == FAILED for article in self.articles)
        found = f"read, {count(len(self.articles) - failed, 'article')}"
        return f"{found}, {failed} failed" if failed else found


def clean_one(item: Input, task: CleanTask) -> CleanResult:
    """Clean the articles of a text; any failure is in the result."""
    reading = _Reading(item, task)
    try:
        reading.read()
    except ReadError as error:
        reading.fail(UNREADABLE, error.reason)
    except Exception as error:
        reading.fail(CRASHED, crash(error))
    if not reading.articles:
        reading.fail(UNREADABLE, "has no articles")
    return CleanResult(item.path, tuple(reading.articles), tuple(reading.diagnostics))


def lost_cleaning(item: Input, task: CleanTask) -> CleanResult:
    """Return the result of a text that has ended the processes that cleaned it."""
    reading = _Reading(item, task)
    reading.fail(PROCESS_KILLED, LOST)
    return CleanResult(item.path, tuple(reading.articles))


class _Reading:
    """The articles of a text, as they are read."""

    def __init__(self, item: Input, task: CleanTask) -> None:
        self.item = item
        self.policies = task.policies
        self.recipe = task.policies.recipe
        self.naming = task.naming
        self.articles: list[CleanedArticle] = []
        self.diagnostics: list[Diagnostic] = []
        self._data = b""
        self._head = self._make_head()

    def read(self) -> None:
        """Read the text, and clean its articles; raise ReadError if it cannot be read."""
        self._data = self.item.read()
        data, kind = self._content()
        source = make_source(data, self.naming.source(self.item), self.naming.place(self.item))
        self._head = replace(self._head, source=source, read_as=kind)
        if kind == "text":
            self._clean_text(data)
            return
        found = read_documents(
            data,
            self.item.path,
            kind,
            self.policies.fixing.date_orders,
            source_path=self.naming.source(self.item),
            encoding=self.item.encoding if kind in UTF_8 else self.recipe.encoding,
            place=self.naming.place(self.item),
            columns=self.recipe.columns,
        )
        for result in found:
            self._clean_result(result)

    def fail(self, reason: str, message: str) -> None:
        """Add an article that failed: the text, or what is left of it."""
        self.articles.append(CleanedArticle(self._head, FAILED, reason, message))

    def _content(self) -> tuple[bytes, str]:
        """Return the bytes that are read, and their kind."""
        item, kind, data = self.item, self.recipe.source, self._data
        if item.kind is not None and kind == AUTO:
            return data, item.kind
        if item.field is None:
            is_text_of_table = item.row is not None
            if kind != AUTO:
                return data, kind
            return data, "text" if is_text_of_table else guess_kind(data, item.path)
        if kind == AUTO:
            kind = kind_of_row(data, self.recipe.columns) or "jsonl"
        if kind in FOREIGN:
            return data, kind
        text = row_text(data, item)
        return (data, "json") if text is None else (text, "text")

    def _clean_text(self, data: bytes) -> None:
        unread = find_unread_bytes(data) if self.recipe.source == AUTO else None
        if unread is not None:
            self._head = replace(self._head, read_as="")
            self.fail(NOT_IMPORTED, f"this looks like {unread[0]}; expected {unread[1]}")
            return
        if self.recipe.encoding is not None and self.item.row is None:  # rows are UTF-8
            text, found = decode_requested(data, self.item.path, self.recipe.encoding)
            if text is None:
                self.diagnostics += found
                self.fail(NOT_DECODED, _describe(found))
                return
            data = text.encode("utf-8", "surrogatepass")
        context = self._context(data)
        parts: list[Part] = []
        if self.recipe.split and context.is_text:
            parts += find_parts(context, self.policies.fixing)
        if len(parts) < 2:
            self._clean(context, self._head, None)
            return
        for number, part in enumerate(parts, 1):
            head = self._head_of_part(number)
            self._clean(self._context(part.data), head, None, part.data)

    def _clean_result(self, result: ReadResult) -> None:
        """Clean an article that was read as a document, or report why there is none."""
        head = self._head_of(result)
        if result.document is None:
            self.diagnostics += result.diagnostics
            failed = CleanedArticle(head, FAILED, NOT_IMPORTED, _describe(result.diagnostics))
            self.articles.append(failed)
            return
        try:
            text = render(result.document, "text")
        except RoundTripError as error:
            failed = CleanedArticle(head, FAILED, NOT_CONVERTED, str(error))
            self.articles.append(failed)
            return
        original = None if result.original is None else _to_bytes(result.original)
        self._clean(self._context(text), head, result.document, original)

    def _context(self, text: bytes) -> Context:
        orders = self.policies.fixing.date_orders
        return Context(Reading.from_bytes(text, orders), self.item.path)

    def _clean(
        self,
        context: Context,
        head: Head,
        document: Document | None,
        original: bytes | None = None,
    ) -> None:
        """Clean an article; ``original`` is what was read of it, None for the whole text."""
        source = head.source if document is None else document["source"]
        try:
            article = clean_article(context, head, source, self.policies)
        except Exception as error:  # of this article; the others go on
            article = CleanedArticle(head, FAILED, CRASHED, crash(error))
        if article.outcome != FAILED:
            article = replace(article, original=self._packed(original))
        self.articles.append(article)

    def _packed(self, original: bytes | None) -> bytes | None:
        """Return what was read as it is stored, None for all of a file on the disk."""
        if original is not None:
            return pack(original)
        return None if self._head.path else pack(self._data)

    def _make_head(self) -> Head:
        item = self.item
        stem = self.naming.stem(item)
        if item.row is None:
            ending = os.path.splitext(item.member or item.path)[1]
        else:
            stem = f"{stem}-{item.row:06}"
            is_text = item.field is None and item.kind is None
            ending = ".txt" if is_text else _ENDINGS.get(item.kind or "", ".json")
        path = item.path if item.data is None and item.error is None else ""
        source: SourceEntry = {**_NO_PLACE, **self.naming.place(item)}
        source["path"] = self.naming.source(item)
        return Head(item.path, path, stem, stem + ending, source)

    def _head_of_part(self, number: int) -> Head:
        """Return the head of an article of a text that is split."""
        head = self._head
        own_name = head.own_name
        if self.item.row is not None:  # the whole row is JSON
            own_name = f"{head.stem}.txt"
        return replace(
            head,
            origin=f"{head.origin}#{number}",
            path="",
            stem=f"{head.stem}-{number}",
            own_name=part_name(own_name, number),
            source={**head.source, "part": number},
        )

    def _head_of(self, result: ReadResult) -> Head:
        """Return the head of an article that was read as a document."""
        head, document, stem = self._head, result.document, self.naming.stem(self.item)
        row = result.line or self.item.row
        if row is not None:
            found = document or _without_document(row, head)
            head = replace(head, stem=row_stem(stem, row, found))
        if result.line is not None:
            ending = _ending(result.original, head.read_as)
            head = replace(
                head,
                origin=f"{head.origin}:{result.line}",
                path="",
                own_name=f"{stem}-{row:06}{ending}",
                source={**head.source, "line": result.line},
            )
        if document is None:
            return head
        return replace(head, notes=tuple(one.message for one in result.diagnostics))


def _without_document(row: int, head: Head) -> Document:
    source: SourceEntry = {**head.source, "line": row}
    return {"corpusfmt": "1.0", "title": "", "body": [], "source": source}


def _ending(original: object, kind: str) -> str:
    """Return the ending of the file of what was read of one of several articles."""
    return ".json" if isinstance(original, Mapping) or kind == "jsonl" else ".txt"


def _to_bytes(original: str | Mapping[str, object]) -> bytes:
    if isinstance(original, str):
        return original.encode("utf-8", "surrogatepass")
    return (json.dumps(original, ensure_ascii=False, indent=2) + "\n").encode(
        "utf-8", "surrogatepass"
    )


def _describe(found: tuple[Diagnostic, ...]) -> str:
    """Return the first of some diagnostics as a message, and how many others there are."""
    first = found[0]
    more = f", and {len(found) - 1:,} more" if len(found) > 1 else ""
    return f"{first.line}:{first.column}: {first.message}{more}"
