"""Offsets become lines, columns and excerpts."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.text.source import EXCERPT_COLUMNS, SourceText
from tests.budget import LONG


@pytest.mark.parametrize(
    ("text", "offset", "position"),
    [
        ("", 0, (1, 1)),
        ("abc", 3, (1, 4)),
        ("a\nb", 1, (1, 2)),
        ("a\nb", 2, (2, 1)),
        ("a\n", 2, (2, 1)),
        ("a\r\nb", 1, (1, 2)),
        ("a\r\nb", 2, (1, 3)),
        ("a\r\nb", 3, (2, 1)),
        ("a\rb", 2, (2, 1)),
        ("a\r\r\nb", 2, (2, 1)),
        ("a\n\nb", 2, (2, 1)),
        ("a\n\nb", 3, (3, 1)),
        ("\N{GRINNING FACE}x\ny", 1, (1, 2)),
        ("\N{GRINNING FACE}x\ny", 3, (2, 1)),
        ("a\u2028b\u0085c\u2029d\x0be\x0cf\x1cg", 13, (1, 14)),
        ("東京\nb", 2, (1, 3)),
        ("e\u0301x", 2, (1, 3)),
    ],
)
def test_offset_has_line_and_column(text: str, offset: int, position: tuple[int, int]) -> None:
    assert SourceText(text, "name").position(offset) == position


@pytest.mark.parametrize("offset", [-1, 4])
def test_offset_outside_the_text_is_refused(offset: int) -> None:
    with pytest.raises(IndexError, match=f"a.txt: no offset {offset} in a text of 3 characters"):
        SourceText("abc", "a.txt").position(offset)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("a", ["a"]),
        ("a\n", ["a", ""]),
        ("a\r\nb\rc\nd", ["a", "b", "c", "d"]),
        ("\r\n\r\n", ["", "", ""]),
        ("a\u2028b\n", ["a\u2028b", ""]),
        ("\n\r", ["", "", ""]),
    ],
)
def test_line_text_leaves_out_the_line_break(text: str, lines: list[str]) -> None:
    source = SourceText(text, "name")
    assert [source.line_text(number + 1) for number in range(len(lines))] == lines
    for line in (0, len(lines) + 1):
        with pytest.raises(IndexError, match=f"no line {line} "):
            source.line_text(line)


@given(st.text(alphabet="ab\r\n\u2028é", max_size=30))
def test_every_offset_lies_in_the_line_it_is_given(text: str) -> None:
    source = SourceText(text, "name")
    places = [source.position(offset) for offset in range(len(text) + 1)]
    assert places == sorted(places)
    for offset, (line, column) in enumerate(places):
        within = source.line_text(line)[column - 1 : column]
        assert within == (text[offset : offset + 1] if within else "")


@pytest.mark.parametrize(
    ("text", "start", "end", "excerpt"),
    [
        ("abc def", 4, 7, "abc def\n    ^^^"),
        ("abc", 1, 1, "abc\n ^"),
        ("abc", 3, 3, "abc\n   ^"),
        ("", 0, 0, "\n^"),
        ("one\ntwo\n", 4, 5, "two\n^"),
        ("one\ntwo\n", 1, 6, "one\n ^^"),
        ("one\r\ntwo", 4, 5, "one\n   ^"),
        ("one\ntwo", 2, 99, "one\n  ^"),
        ("東京x", 1, 2, "東京x\n  ^^"),
        ("東京x", 2, 3, "東京x\n    ^"),
        ("\N{GRINNING FACE}x", 1, 2, "\N{GRINNING FACE}x\n  ^"),
        ("e\u0301x", 2, 3, "e\u0301x\n ^"),
        ("e\u0301x", 1, 2, "e\u0301x\n^"),
        ("한".encode().decode() + "x", 1, 2, "한x\n  ^"),
        ("\u1112\u1161\u11abx", 3, 4, "\u1112\u1161\u11abx\n  ^"),
        ("a\tb", 2, 3, "a b\n  ^"),
        ("a\x1b[31mb", 1, 2, "a\u241b[31mb\n ^"),
        ("a\x7f\x9bb\u202eb\u2028\ufeff", 1, 3, "a\u2421·b·b··\n ^^"),
        ("می\u200cخواهم", 2, 3, "می\u200cخواهم\n ^"),
        ("a\ud800b", 1, 2, "a·b\n ^"),
    ],
)
def test_excerpt_underlines_the_span(text: str, start: int, end: int, excerpt: str) -> None:
    assert SourceText(text, "name").excerpt(start, end) == excerpt


@pytest.mark.parametrize("place", [0, 50, 99, 100, 150, 199, 200])
def test_excerpt_of_a_long_line_shows_a_window(place: int) -> None:
    text = "".join(chr(ord("a") + number % 26) for number in range(200))
    shown, carets = SourceText(text, "name").excerpt(place, place + 1).split("\n")
    assert len(shown.strip("…")) == EXCERPT_COLUMNS
    assert shown.strip("…") in text
    assert shown.startswith("…") == (place > 40)
    assert shown.endswith("…") == (place < 140)
    column = carets.index("^")
    assert shown[column : column + 1] == text[place : place + 1]


def test_excerpt_of_a_line_that_fits_is_not_cut() -> None:
    text = "x" * EXCERPT_COLUMNS
    assert SourceText(text, "name").excerpt(90, 91) == f"{text}\n{' ' * 90}^"


def test_carets_stop_where_the_window_stops() -> None:
    shown, carets = SourceText("x" * 500, "name").excerpt(0, 500).split("\n")
    assert shown == "x" * EXCERPT_COLUMNS + "…"
    assert carets == "^" * EXCERPT_COLUMNS


@pytest.mark.parametrize("character", ["x", "東", "\u0301", "\x1b", "\t"])
def test_excerpts_of_a_huge_line_are_small(character: str) -> None:
    source = SourceText(character * (20 * LONG), "name")
    # Many, which would take minutes were each to read the line.
    for place in range(0, 20 * LONG, LONG // 10):
        assert len(source.excerpt(place, place + 10 * LONG)) < 1_000


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 300))
def test_excerpts_drive_no_terminal(text: str, start: int, end: int) -> None:
    shown, carets = SourceText(text, "name").excerpt(min(start, len(text)), end).split("\n")
    assert not set(shown) & set(map(chr, [*range(32), *range(127, 160), 0x202E, 0x2066]))
    assert carets.strip(" ").strip("^") == ""
    assert carets.endswith("^")


def test_source_survives_pickling() -> None:
    source = SourceText("a\nb", "name")
    assert source.position(2) == pickle.loads(pickle.dumps(source)).position(2)
