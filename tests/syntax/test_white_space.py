"""White space parts words wherever they are, whatever its character.

Other controls are skipped and part nothing.
"""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

import corpusfmt
from corpusfmt.syntax.prepare import prepare

SPACES = sorted(set(filter(str.isspace, map(chr, range(sys.maxunicode + 1)))) - {"\n", "\r"})
SKIPPED = [character for code in range(256) if unicodedata.category(character := chr(code)) == "Cc"]
SKIPPED = [character for character in (*SKIPPED, "\ufeff") if not character.isspace()]

TEXT = """# Title one<>two

## Under one<>two

By Anna<>Lund and [Ida<>Holm](#)

February<>04, 2020



Rolf<>Berg / Reuters

one<>two **one<>two** [one<>two](#)

### Head one<>two

- item one<>two

**Related<>article:** [one<>two](#)
"""


def words(document: object) -> list[str]:
    """Return the words of all strings of a document, in order."""
    if isinstance(document, str):
        return document.split()
    if isinstance(document, dict):
        return [word for value in document.values() for word in words(value)]
    return (
        [word for value in document for word in words(value)]
        if isinstance(document, list | tuple)
        else []
    )


def document_of(text: str) -> dict[str, object]:
    return corpusfmt.parse(text).to_document()


def test_vertical_tabs_are_among_them() -> None:
    assert {"\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\xa0", "\t"} <= set(SPACES)
    assert {"\0", "\x1b", "\x7f", "\x80", "\ufeff"} <= set(SKIPPED)


@pytest.mark.parametrize("space", SPACES, ids=ascii)
def test_white_space_parts_words(space: str) -> None:
    assert words(document_of(TEXT.replace("<>", space))) == words(
        document_of(TEXT.replace("<>", " "))
    )


@pytest.mark.parametrize("space", SPACES, ids=ascii)
def test_white_space_parts_words_in_the_canonical_text(space: str) -> None:
    assert (
        corpusfmt.format(TEXT.replace("<>", space)).split()
        == corpusfmt.format(TEXT.replace("<>", " ")).split()
    )


@pytest.mark.parametrize("skipped", SKIPPED, ids=ascii)
def test_other_controls_part_nothing(skipped: str) -> None:
    text = TEXT.replace("February<>04", "February 04").replace("Rolf<>Berg", "Rolf Berg")
    assert document_of(text.replace("<>", skipped)) == document_of(text.replace("<>", ""))


@given(st.text())
def test_what_is_skipped_is_marked_by_what_no_text_can_hold(text: str) -> None:
    """In a prepared text U+000B is a skipped character; one in the data is a space."""
    marked = [
        character for character, kept in zip(text, prepare(text), strict=False) if kept == "\x0b"
    ]
    assert "\x0b" not in marked
    assert not any(character.isspace() for character in marked)
