"""Parts of the text exports of databases: paragraphs, and those that begin with a label."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from corpusfmt.convert.foreign_article import ForeignArticle, Place
from corpusfmt.convert.json_positions import Span
from corpusfmt.syntax.byline import read_byline
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

_PARAGRAPH = regex(r"(?m:^)[^\n\S]*+\S(?>(?:[^\n]|\n(?![^\n\S]*\n))*)")
_LABEL = regex(r"\s*([^\W\d_][^\W\d_ '’/-]{0,1}[\w '’/-]{1,40}?)[ \u00a0]?:(?:\s+|$)")
_MARKUP = regex(r"[*_\[\]\\&<`]")
_BY = regex(r"by:?\s+", re.IGNORECASE)


class Part(NamedTuple):
    """A paragraph: its text, where that is, its label in capitals or "", and all of it."""

    text: str
    span: Span
    label: str = ""
    whole: str = ""

    @property
    def line(self) -> str:
        """The text on one line."""
        return " ".join(self.text.split())

    @property
    def whole_line(self) -> str:
        """The text with its label on one line."""
        return " ".join((self.whole or self.text).split())


def read_labels(name: str, english: Iterable[str]) -> dict[str, str]:
    """Return the English label for each label of a database, in capitals.

    The list of this name in the folder data has those of other languages.
    """
    path = os.path.join(os.path.dirname(__file__), "importers", "data", f"{name}.txt")
    labels = {label: label for label in english}
    with open(path, encoding="utf-8") as file:
        entries = file.read().partition("\n\n")[2].splitlines()
    for entry in entries:
        label, _, known = entry.partition(" = ")
        labels[label] = known
    return labels


def parts_of(text: str, start: int, end: int, labels: Mapping[str, str]) -> Iterator[Part]:
    """Yield the paragraphs of a piece of a text; those that begin with a label are without it.

    A line with a label begins a paragraph, whether or not an empty line is before it.
    """
    for match in _PARAGRAPH.finditer(text, start, end):
        yield from _split_labels(match[0], match.start(), labels)


def split_at(border: re.Pattern[str], text: str, labels: Mapping[str, str]) -> Iterator[list[Part]]:
    """Yield the paragraphs of each piece of a text between borders that has a label."""
    start = 0
    for match in [*border.finditer(text), None]:
        end = len(text) if match is None else match.start()
        parts = list(parts_of(text, start, end, labels))
        if any(part.label for part in parts):
            yield parts
        start = end if match is None else match.end()


def _split_labels(paragraph: str, start: int, labels: Mapping[str, str]) -> Iterator[Part]:
    found: list[tuple[int, int, str]] = []
    position = 0
    for line in paragraph.split("\n"):
        label = _LABEL.match(line)
        named = None if label is None else labels.get(_folded(label[1]))
        if label is not None and named is not None:
            found.append((position, position + label.end(), named))
        elif _folded(line) in labels and line.strip() != line.strip().lower():
            found.append((position, position + len(line), labels[_folded(line)]))
        elif position == 0:
            found.append((0, 0, ""))
        position += len(line) + 1
    ends = [begin for begin, _, _ in found[1:]] + [len(paragraph)]
    for (begin, content, name), stop in zip(found, ends, strict=True):
        text = paragraph[content : max(stop, content)]
        span = (start + content, start + content + len(text.rstrip()))
        yield Part(text, span, name, paragraph[begin:stop])


def _folded(label: str) -> str:
    return label.strip().upper().replace("’", "'")


def add_byline(article: ForeignArticle, names: str, place: Place) -> None:
    """Add the authors of a line of names, read as a byline; as one name if it is none."""
    for name, role in _split_byline(names):
        article.add_author(name, place, role=role)


@lru_cache(maxsize=4096)  # the articles of a newspaper share their authors
def _split_byline(names: str) -> tuple[tuple[str, str], ...]:
    """Return the names and the roles of the authors of a line of names."""
    match = _BY.match(names)
    names = names[match.end() :] if match is not None else names
    if _MARKUP.search(names):
        return ((names, ""),)
    # In other languages the word before the names is read with them: “Von Ada Brook”.
    read = (None if match is not None else read_byline(names)) or read_byline(f"By {names}")
    if read is None:
        return ((names, ""),)
    return tuple([(author["name"], author.get("role", "")) for author in read.authors])
