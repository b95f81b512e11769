"""Markdown that is read back, and what is not written here."""

import pytest

from corpusfmt.convert.front_matter import ForeignFileError
from corpusfmt.convert.markdown_reading import read_markdown_document
from corpusfmt.convert.reading import read_documents
from corpusfmt.convert.writing import render
from tests.convert.whole import PLAIN, WHOLE


def test_a_page_is_read_back() -> None:
    assert read_markdown_document(render(WHOLE, "markdown").decode()) == WHOLE
    assert read_markdown_document(render(PLAIN, "markdown").decode()) == PLAIN


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("# T\n", "no front matter", 1),
        ('---\ntitle: "T"\n', "front matter without an end", 1),
        ('---\ntitle: "T"\ndate: 2024-03-05\n---\n\nx\n', "unreadable front matter", 3),
        ('---\ntitle: "T"\ntags: ["x"]\n---\n\nx\n', "unknown key tags", 3),
        ('---\ntitle: "T"\n\n---\n\nx\n', "unreadable front matter", 3),
    ],
)
def test_front_matter_of_others_is_reported_with_its_line(
    text: str, message: str, line: int
) -> None:
    with pytest.raises(ForeignFileError, match=message):
        read_markdown_document(text)
    [result] = read_documents(text.encode(), "a.md", "markdown")
    [diagnostic] = result.diagnostics
    assert (diagnostic.rule, diagnostic.message, diagnostic.line) == ("foreign-file", message, line)
    assert diagnostic.expected


@pytest.mark.parametrize(
    ("text", "pointer"),
    [
        ('---\ntitle: ["T"]\n---\n\nx\n', "/title"),
        ('---\ntitle: "T"\nauthor: "A"\n---\n\nx\n', "/byline"),
        ('---\ntitle: "T"\nauthor_url: ["#"]\nauthor: [null]\n---\n\nx\n', "/byline/0"),
        ('---\ntitle: "T"\ndate: "2024-02-30"\n---\n\nx\n', "/date"),
        ('---\ntitle: "T"\nintro_paragraphs: 1\n---\n\n***\n\nx\n', "/intro/0"),
        ('---\ntitle: "T"\n---\n', "/body"),
        ('---\ntitle: "T"\n---\n\nOriginal url:\n\n<https://x.example/>\n', "/body"),
    ],
)
def test_what_the_schema_does_not_accept_is_reported_with_its_pointer(
    text: str, pointer: str
) -> None:
    [result] = read_documents(text.encode(), "a.md", "markdown")
    assert result.document is None
    assert pointer in {diagnostic.pointer for diagnostic in result.diagnostics}


def test_control_characters_and_bytes_that_are_not_text_are_reported() -> None:
    for data in (b'---\ntitle: "T"\n---\n\na\0b\n', b'---\ntitle: "\xe9"\n---\n\nx\n'):
        [result] = read_documents(data, "a.md", "markdown")
        assert result.document is None
        assert result.diagnostics
