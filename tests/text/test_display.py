"""Nothing in a shown text drives a terminal."""

import sys

import pytest

from corpusfmt.text.display import (
    column_width,
    columns_of,
    count,
    is_narrow,
    pictured,
    printable,
    quoted,
    shortened,
    shown_path,
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("é 中", "é 中"),
        ("a\nb", "a\\u000ab"),
        ("\x1b[31m", "\\u001b[31m"),
        ("\u202e", "\\u202e"),
        ("\udcff", "\\xff"),
        ("\ud800", "\\ud800"),
        ("\U000e0001", "\\U000e0001"),
    ],
)
def test_what_cannot_be_seen_is_an_escape(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("é\n", "“é\\u000a”"),
        ("a" * 60, "“" + "a" * 60 + "”"),
        ("a" * 61, "“" + "a" * 59 + "…”"),
    ],
)
def test_quoted_text_is_cut(text: str, shown: str) -> None:
    assert quoted(text) == shown


def test_paths_and_counts() -> None:
    assert (shown_path("a\n"), shown_path("")) == ("a\\u000a", "''")
    assert (count(1, "file"), count(1200, "file"), count(2, "entry", "entries")) == (
        "1 file",
        "1,200 files",
        "2 entries",
    )


def test_a_long_text_is_cut() -> None:
    assert (shortened("abc", 3), shortened("abcd", 3)) == ("abc", "ab…")


@pytest.mark.parametrize(
    ("text", "picture"),
    [("a\tb", "a b"), ("\x1b", "␛"), ("\x7f", "␡"), ("\u202e\u2028", "··"), ("\u200d", "\u200d")],
)
def test_an_excerpt_has_one_character_for_each(text: str, picture: str) -> None:
    assert pictured(text) == picture


@pytest.mark.parametrize(
    ("character", "columns"), [("a", 1), ("中", 2), ("\u0301", 0), ("\u200d", 0), ("\u1161", 0)]
)
def test_columns(character: str, columns: int) -> None:
    assert column_width(character) == columns
    assert columns_of(character * 3) == 3 * columns


def test_narrow_characters_take_one_column() -> None:
    characters = [chr(code) for code in range(sys.maxunicode + 1) if is_narrow(chr(code))]
    assert {column_width(character) for character in characters} == {1}
    assert is_narrow("Ida Bergs “lampe” – пожи, φωσ…")
    assert not is_narrow("e\u0301")
    assert not is_narrow("漢")
