"""Strategies for damaged texts: their lines, characters or bytes changed as conversions do."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from corpusfmt.syntax.normal_form import normalize_document
from corpusfmt.syntax.writer import write_document
from corpusfmt.testing.document import documents
from corpusfmt.testing.strings import FRAGMENTS
from corpusfmt.testing.text import BREAKS, soups

_MARKERS = st.sampled_from(
    (
        "# ",
        "## ",
        "### **",
        "> ",
        "- ",
        "* ",
        "1. ",
        "— ",
        "By ",
        "**",
        " ",
        "    ",
        "\t",
        "\ufeff",
        "&#65;",
        "\\",
        "<u>",
    )
)
_BAD_BYTES = (
    b"\x80",
    b"\xbf",
    b"\xc0\xaf",
    b"\xc3",
    b"\xe2\x80",
    b"\xed\xa0\x80",
    b"\xf0\x9f\x98",
    b"\xf5",
    b"\xff\xfe",
    b"\x00",
)
_BYTES = st.one_of(st.sampled_from(_BAD_BYTES), st.binary(max_size=4))
_PIECES = st.one_of(
    st.just(""), st.sampled_from(FRAGMENTS), st.sampled_from(BREAKS), st.text(max_size=2)
)
_COUNTS = st.integers(1, 4)
# A strategy that is made once is also validated once, and not in each draw.


@st.composite
def mutations(draw: DrawFn, text: str) -> str:
    """Draw the text with one to four lines removed, doubled, swapped, joined or marked.

    Characters lost or put in.
    """
    return _mutate(draw, text)


@cache
def mutated_articles() -> SearchStrategy[str]:
    """Return mutations of the canonical texts of documents."""
    return _mutated_articles()


@st.composite
def _mutated_articles(draw: DrawFn) -> str:
    return _mutate(draw, draw(_canonical_texts()))


def _mutate(draw: DrawFn, text: str) -> str:
    for _ in range(draw(_COUNTS)):
        change = draw(_CHANGES)
        text = change(draw, text)
    return text


@st.composite
def damaged_bytes(draw: DrawFn) -> bytes:
    """Draw bytes of a text with one to four changes: removed, inserted, changed or cut off."""
    text = draw(_texts())
    data: bytes = text.encode("utf-8", "surrogatepass")
    for _ in range(draw(_COUNTS)):
        start = draw(st.integers(0, len(data)))
        end = draw(st.one_of(st.integers(start, min(start + 4, len(data))), st.just(len(data))))
        data = data[:start] + draw(_BYTES) + data[end:]
    return data


@cache
def _texts() -> SearchStrategy[str]:
    return st.one_of(_canonical_texts(), soups())


@cache
def _canonical_texts() -> SearchStrategy[str]:
    return documents().map(normalize_document).map(write_document)


# One change each


def _cut_line(draw: DrawFn, text: str) -> str:
    lines, index = _pick_line(draw, text)
    return "".join(lines[:index] + lines[index + 1 :])


def _double_line(draw: DrawFn, text: str) -> str:
    lines, index = _pick_line(draw, text)
    return "".join(lines[:index] + lines[index : index + 1] + lines[index:])


def _swap_lines(draw: DrawFn, text: str) -> str:
    lines, index = _pick_line(draw, text)
    return "".join(
        lines[:index] + lines[index + 1 : index + 2] + lines[index : index + 1] + lines[index + 2 :]
    )


def _add_blank_line(draw: DrawFn, text: str) -> str:
    lines, index = _pick_line(draw, text)
    return "".join([*lines[:index], "\n", *lines[index:]])


def _join_lines(draw: DrawFn, text: str) -> str:
    lines, index = _pick_line(draw, text)
    return "".join(
        [
            *lines[:index],
            *(line.rstrip("\n") for line in lines[index : index + 1]),
            *lines[index + 1 :],
        ]
    )


def _mark_line(draw: DrawFn, text: str) -> str:
    lines, index = _pick_line(draw, text)
    return "".join([*lines[:index], draw(_MARKERS), *lines[index:]])


def _damage_characters(draw: DrawFn, text: str) -> str:
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, min(start + 3, len(text))))
    return f"{text[:start]}{draw(_PIECES)}{text[end:]}"


def _pick_line(draw: DrawFn, text: str) -> tuple[list[str], int]:
    """Return the lines of a text with their ends, and the index of one of them."""
    lines = text.split("\n")
    lines = [line + "\n" for line in lines[:-1]] + lines[-1:]
    return lines, draw(st.integers(0, len(lines) - 1))


_CHANGES: SearchStrategy[Callable[[DrawFn, str], str]] = st.sampled_from(
    (
        _cut_line,
        _double_line,
        _swap_lines,
        _add_blank_line,
        _join_lines,
        _mark_line,
        _damage_characters,
        _damage_characters,
    )
)
