"""An article that is cleaned, and what came of it."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corpusfmt.model.document import SourceEntry

OUT, SET_ASIDE, DROPPED, FAILED = "out", "set-aside", "dropped", "failed"
"""What came of an article."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the log has of an article, and how its files are called.

    ``origin`` is the file and row that it was read from, as messages call it, and ``path`` is that
    of a file on the disk that can be read again, or "". ``stem`` is the name of its output without
    the ending, ``own_name`` that of what is set aside. ``read_as`` is the kind of the file,
    ``fixes`` counts the fixes by rule, and ``notes`` are what was not read of it.
    """

    origin: str
    path: str
    stem: str
    own_name: str
    source: SourceEntry
    read_as: str = ""
    fixes: Mapping[str, int] = field(default_factory=dict)
    notes: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class CleanedArticle:
    """An article, and what came of it.

    ``reason`` is why it is set aside or failed, and ``message`` says so for people. ``text`` is its
    canonical text and ``output`` what is written, None if that is the text; ``original`` is what
    was read, None if that is a file on the disk. All three are compressed: see `pack`. ``facts``
    are what corpus rules have collected, with the ``host`` of its URL.
    """

    head: Head
    outcome: str
    reason: str = ""
    message: str = ""
    host: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    text: bytes | None = None
    output: bytes | None = None
    original: bytes | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What corpus rules have collected from an article, whose number is the path."""

    path: str
    host: str
    facts: Mapping[str, object]


def pack(data: bytes) -> bytes:
    """Return bytes as they are stored."""
    return zlib.compress(data, 1)


def unpack(data: bytes) -> bytes:
    """Return the bytes that were stored."""
    return zlib.decompress(data)
