"""What is checked: one text, its bytes if it has any, and what is found out about it no sooner than a rule asks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from corpusfmt.builder import Reading
from corpusfmt.diagnostic import Finding
from corpusfmt.files import Decoded, decode, lossy_text
from corpusfmt.serializer import write_document
from corpusfmt.source import SourceText
from corpusfmt.validator import Problem, problems


class Subject:
    """A text under examination. ``text`` is what offsets count in; bytes that are no text stand in it as U+FFFD."""

    def __init__(self, content: str | bytes, name: str = "-", require: Sequence[str] = ()) -> None:
        self.name = name
        self.require = tuple(require)
        self.decoded = decode(content) if isinstance(content, bytes) else Decoded(content, (), None)
        self.is_text = self.decoded.text is not None
        text = self.decoded.text
        self.text = text if text is not None else lossy_text(content if isinstance(content, bytes) else b"")
        self.source = SourceText(self.text, name)

    @cached_property
    def reading(self) -> Reading:
        """The document as it is read, and its places."""
        return Reading(self.text)

    @cached_property
    def canonical(self) -> str:
        """The canonical text of the document."""
        return write_document(self.reading.document)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What the schema and the calendar say against the document."""
        return problems(self.reading.document)

    @cached_property
    def _places(self) -> dict[str, tuple[int, int]]:
        return self.reading.places()

    def place(self, pointer: str) -> tuple[int, int]:
        """Where a part of the document stands, or else the nearest part it belongs to, or else the title."""
        while pointer:
            if pointer in self._places:
                return self._places[pointer]
            pointer = pointer.rpartition("/")[0]
        return self._places.get("/title") or self._first_line()

    def _first_line(self) -> tuple[int, int]:
        start = len(self.text) - len(self.text.lstrip("\ufeff \t\r\n"))
        end = self.text.find("\n", start)
        return (start, end if end >= 0 else len(self.text)) if start < len(self.text) else (0, 0)


def find(rule: str, message: str, span: tuple[int, int], expected: str | None = None) -> Finding:
    """A finding of a rule at a span, with what was expected there."""
    return Finding(rule, message, span[0], span[1], expected)
