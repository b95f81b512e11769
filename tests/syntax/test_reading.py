"""A reading has its document and the places of its fields, and is made from text or bytes."""

import copy
import pickle

import pytest

from corpusfmt.syntax.reading import Reading, read_document

TEXT = """# Title

## Subtitle

By Ida Holm and [Ann Lee](#)

February 04, 2020

Updated: February 05, 2020

First.

Second.



A ship **Ann Lee / AFP**

Words.

- one

Original url:

<https://example.org/a>
"""


def test_every_part_has_a_place() -> None:
    reading = Reading(TEXT)
    shown = {pointer: TEXT[start:end] for pointer, (start, end) in reading.places().items()}
    assert shown == {
        "/title": "# Title",
        "/subtitle": "## Subtitle",
        "/byline": "Ida Holm",
        "/byline/0": "Ida Holm",
        "/byline/1": "[Ann Lee](#)",
        "/date": "February 04, 2020",
        "/updated": "Updated: February 05, 2020",
        "/intro": "First.\n\nSecond.",
        "/intro/0": "First.",
        "/intro/1": "Second.",
        "/caption": "A ship **Ann Lee / AFP**",
        "/credit": "A ship **Ann Lee / AFP**",
        "/body/0": "Words.",
        "/body/1": "- one",
        "/url": "Original url:\n\n<https://example.org/a>",
    }


def test_a_credit_that_is_a_block_has_the_place_of_the_block() -> None:
    reading = Reading("\n\n\n**Ann Lee / AFP**\n\nWords.\n")
    assert sorted(reading.places()) == ["/body/0", "/body/1"]
    assert len(reading.body_tokens) == 2


def test_each_block_has_a_token() -> None:
    reading = Reading(TEXT)
    assert [token.type for token in reading.body_tokens] == ["PARAGRAPH", "ITEM"]
    assert reading.url_token is not None
    assert reading.gap is not None
    assert [str(token).strip() for token in reading.header.foreign] == ["First.", "Second."]


@pytest.mark.parametrize(
    "duplicate", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))]
)
def test_a_copy_is_read_again(duplicate) -> None:  # type: ignore[no-untyped-def]
    again = duplicate(Reading(TEXT))
    assert again.document == Reading(TEXT).document
    assert again.places() == Reading(TEXT).places()


def test_bytes_that_are_text_are_read() -> None:
    reading = Reading.from_bytes("# Ä\x00\n".encode())
    assert reading.is_text
    assert reading.document == read_document("# Ä\x00\n")


@pytest.mark.parametrize(
    ("data", "text", "foreign"),
    [
        (b"# \xff\n", "# \ufffd\n", None),
        ("# Title\n".encode("utf-16"), "# Title\n", "utf-16"),
    ],
)
def test_bytes_that_are_not_text_are_read_too(data: bytes, text: str, foreign: str | None) -> None:
    reading = Reading.from_bytes(data)
    assert not reading.is_text
    assert reading.content.data == data
    assert reading.content.foreign == foreign
    assert reading.text == text
    assert reading.document == read_document(text)


@pytest.mark.parametrize(
    ("text", "offset"),
    [("# A\n", None), ("# Ä\u200b\n", None), ("# A\x07\n", 3), ("\ud800", 0), ("a\x0cb", None)],
)
def test_the_first_character_that_would_be_lost_is_found(text: str, offset: int | None) -> None:
    assert Reading(text).lost_offset == offset
