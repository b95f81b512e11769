"""A pattern finds documents that need no other check; whatever it accepts is valid."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.convert.json_characters import has_c1_controls
from corpusfmt.convert.json_text import read_json
from corpusfmt.convert.plain_document import read_plain_document
from corpusfmt.convert.writing import render
from corpusfmt.model.document import Document
from corpusfmt.model.fields import FIELDS
from corpusfmt.testing import documents
from corpusfmt.validation.validator import is_valid

SOURCE = {"path": "a.json", "sha256": "0" * 64, "member": "b", "line": 1, "part": 2}
LINK: Any = {"type": "link", "url": "#", "content": [{"type": "text", "text": "the plan"}]}
TEXT: Any = {"type": "text", "text": 'He said "no".', "strong": True, "em": True}
WHOLE: Any = {
    "corpusfmt": "1.0",
    "title": "Ferry «Skarv» Returns",
    "subtitle": "A subtitle",
    "byline": [{"name": "Ada Brook", "url": "", "role": "Reporter"}, {"name": "Tom Osei"}],
    "date": "2024-03-31",
    "updated": "2024-04-30T09:02:00.5+01:00",
    "intro": [[TEXT, {"type": "break"}, {"type": "text", "text": " and "}, LINK]],
    "caption": "The ferry",
    "credit": "Ida Berg",
    "body": [
        {"type": "paragraph", "content": [LINK, TEXT]},
        {"type": "heading", "level": 2, "content": [TEXT, LINK]},
        {"type": "related", "label": "", "links": [{"title": "Other", "url": "#"}]},
        {"type": "item", "content": [TEXT]},
        {"type": "item", "content": [TEXT], "number": 12},
        {"type": "quote", "content": [TEXT]},
        {"type": "image", "url": "#", "alt": "A ferry", "caption": "It", "credit": "Ida Berg"},
        {"type": "separator"},
    ],
    "url": "https://merrow.example/ferry",
    "source": SOURCE,
}

LAYOUTS: list[Callable[[Any], str]] = [
    lambda document: render(document, "json").decode(),
    lambda document: render(document, "jsonl").decode(),
    lambda document: json.dumps(document, ensure_ascii=False),
    json.dumps,
]

PIECES = (
    '"', "\\", "\\\\", '\\"', '"a":1,', '"text":"a",', '"type":"break",', " ", "\n", "\t", ":", ",",
    "{", "}", "[", "]", "0", "-", "\u00a0", "\u2028", "\x7f", "\x85", "\ufeff", "\\u0041", "NaN",
    "\\u00a0", "\\u0020", "\\u2003", "\\u202F", "\\u205f", "\\u1680", "\\u3000", "\\u0085",
    "\\u2029", "\\uFEFF", "\\u007F", "\\u001f", "\\ud83d", "\\uDE00", "\\\\ud83d\\ude00",
    "\\u005c", "\\u0022",
    ',"source":{"path":"', '","url":"x',
)  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_part_of_a_document_is_found(layout: Callable[[Any], str]) -> None:
    assert is_valid(WHOLE)
    assert read_plain_document(layout(WHOLE)) == WHOLE
    for name in WHOLE.keys() - {"corpusfmt", "title", "body", "credit"}:
        document: Any = {key: value for key, value in WHOLE.items() if key != name}
        assert read_plain_document(layout(document)) == document
    for block in WHOLE["body"]:
        document = WHOLE | {"body": [block]}
        assert read_plain_document(layout(document)) == document


@given(documents(), st.sampled_from(LAYOUTS), st.data())
def test_what_is_found_has_no_problem(
    document: Document, layout: Callable[[Any], str], data: st.DataObject
) -> None:
    text = layout(document)
    for _ in range(data.draw(st.integers(0, 2))):
        start = data.draw(st.integers(0, len(text)))
        end = start + data.draw(st.integers(0, 2))
        text = text[:start] + data.draw(st.sampled_from(PIECES)) + text[end:]
    assert_is_sound(text)


def assert_is_sound(text: str) -> None:
    """Assert that a text is found only if the other way of reading it has the same result."""
    found = None if has_c1_controls(text.encode()) else read_plain_document(text)
    if found is not None:
        assert read_json(text) == (found, ())
        assert is_valid(found)


def paragraph(text: str) -> Any:
    return {"type": "paragraph", "content": [{"type": "text", "text": text}]}


SMALL: Any = {"corpusfmt": "1.0", "title": "Ferry", "body": [paragraph("It sailed.")]}

INVALID = [
    SMALL | {"title": ""},
    SMALL | {"title": "Ferry "},
    SMALL | {"title": "\u3000Ferry"},
    SMALL | {"title": '" '},
    SMALL | {"title": "a\\"},
    SMALL | {"title": "a\nb"},
    SMALL | {"title": "a\x7fb"},
    SMALL | {"title": "a\u2029b"},
    SMALL | {"title": 7},
    SMALL | {"date": "2023-02-29"},
    SMALL | {"date": "2023-04-31"},
    SMALL | {"date": "0000-01-01"},
    SMALL | {"date": "2023-04-30T24:00"},
    SMALL | {"url": "a b"},
    SMALL | {"url": "a\u00a0b"},
    SMALL | {"byline": []},
    SMALL | {"caption": "The ferry"},
    SMALL | {"source": {}},
    SMALL | {"source": {"path": "a", "line": 0}},
    SMALL | {"source": {"path": "a", "line": 2**53}},
    SMALL | {"corpusfmt": "1x0"},
    SMALL | {"body": []},
    SMALL | {"body": [paragraph(" ")]},
    SMALL | {"body": [{"type": "paragraph", "content": [{"type": "break"}]}]},
    SMALL | {"body": [{"type": "heading", "level": 7, "content": [TEXT]}]},
    SMALL | {"body": [{"type": "heading", "level": 2, "content": [TEXT, {"type": "break"}]}]},
    SMALL | {"body": [{"type": "item", "content": [TEXT], "number": 10**9}]},
    SMALL | {"body": [{"type": "image", "url": "#", "caption": "The ferry"}]},
    SMALL | {"body": [{"type": "quote", "content": [LINK | {"content": [LINK]}]}]},
]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("document", INVALID)
def test_an_invalid_document_is_not_found(document: Any, layout: Callable[[Any], str]) -> None:
    """The escapes of backslashes and line feeds are examined by the other way of reading, too."""
    assert read_plain_document(layout(SMALL)) == SMALL
    text = layout({name: document[name] for name in FIELDS if name in document})
    assert read_plain_document(text) is None
    if "\\" not in text:
        assert not is_valid(document)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"title"', '"title":"x","title"'),
        ('"title"', '"x":1,"title"'),
        ('"Ferry"', '"Fe\trry"'),
        ('"Ferry"', '"Fe\nrry"'),
        ('"Ferry"', '"\\u00a0Ferry"'),
        ('"Ferry"', '"Ferry\\u0020"'),
        ('"Ferry"', '"Ferry\\u2003"'),
        ('"Ferry"', '"Ferry\\u202f"'),
        ('"Ferry"', '"Ferry\\u205F"'),
        ('"Ferry"', '"Ferry\\u1680"'),
        ('"Ferry"', '"Ferry\\u3000"'),
        ('"Ferry"', '"Fe\\u0085rry"'),
        ('"Ferry"', '"Fe\\u2028rry"'),
        ('"Ferry"', '"Fe\\uFEFFrry"'),
        ('"Ferry"', '"Fe\\u007frry"'),
        ('"Ferry"', '"Fe\\ud83drry"'),
        ('"Ferry"', '"Fe\\\\ud83d\\ude00rry"'),
        ('"Ferry"', '"Fe\\u00e"'),
        ('"url":"u"', '"url":"\\u003c"'),
        ('"Ferry"', '"Ferry"x'),
        ('"url":"u"', '"url":"u\\","source":{"path":"x"}'),
        ('"url":"u"', '"url":"u","url":"u"'),
        ('"url":"u"', '"url":"u","source":{"line":01}'),
    ],
)
def test_a_text_that_needs_other_checks_is_not_found(old: str, new: str) -> None:
    text = render(SMALL | {"url": "u"}, "jsonl").decode()
    assert read_plain_document(text) is not None
    assert old in text
    assert read_plain_document(text.replace(old, new)) is None


@pytest.mark.parametrize(
    "written", ["Fe\\u00e9rry", "\\ud83d\\uDE00", "\\u0022x\\u0022", "\\u200bx"]
)
def test_other_escapes_are_found(written: str) -> None:
    text = render(SMALL, "jsonl").decode().replace("Ferry", written)
    document = read_plain_document(text)
    assert document == json.loads(text)
    assert is_valid(document)


def test_a_text_with_many_escapes_is_not_found() -> None:
    text = render(SMALL, "jsonl").decode()
    assert read_plain_document(text.replace("Ferry", "\\u00e9" * 40)) is None
