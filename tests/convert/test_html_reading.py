"""Pages of HTML that are read back, and those that are not."""

import pytest

from corpusfmt.convert.front_matter import ForeignFileError
from corpusfmt.convert.html_reading import read_html_document
from corpusfmt.convert.html_tree import parse_page
from corpusfmt.convert.reading import read_documents
from corpusfmt.convert.writing import render
from tests.convert.whole import PLAIN, WHOLE


def test_a_page_is_read_back() -> None:
    assert read_html_document(render(WHOLE, "html").decode()) == WHOLE
    assert read_html_document(render(PLAIN, "html").decode()) == PLAIN


def test_a_page_of_another_program_is_an_error() -> None:
    with pytest.raises(ForeignFileError, match="not from corpusfmt"):
        read_html_document("<!DOCTYPE html><h1>T</h1><p>Words.</p>")
    [result] = read_documents(b"<h1>T</h1>", "a.html", "html")
    [diagnostic] = result.diagnostics
    assert (diagnostic.rule, diagnostic.line) == ("foreign-file", 1)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<p>Words.</p>", "<h9x>Words.</h9x>"),
        ("<p>Words.</p>", "<blockquote>Words.</blockquote>"),
        ("<p>Words.</p>", "<p><a>Words.</a></p>"),
        ("<p>Words.</p>", "<p><em><em>Words.</em></em></p>"),
        ("<p>Words.</p>", "<ul><li value=x>Words.</ul>"),
    ],
)
def test_a_page_that_was_changed_is_an_error_and_no_crash(old: str, new: str) -> None:
    page = render(PLAIN, "html").decode().replace(old, new)
    with pytest.raises(ForeignFileError, match="elements are not those"):
        read_html_document(page)


@pytest.mark.parametrize("body", ["", "<p>a <u>b</u></p>"])
def test_a_document_that_the_schema_does_not_accept_is_reported(body: str) -> None:
    page = render(PLAIN, "html").decode().replace("<p>Words.</p>", body)
    [result] = read_documents(page.encode(), "a.html", "html")
    assert result.document is None
    assert {diagnostic.rule for diagnostic in result.diagnostics} == {"schema"}


def test_an_element_is_found_by_tag_and_class() -> None:
    root = parse_page('<div><p class="a">x<b>y</b></p><p class="b">z<br>w</p></div>')
    found = root.find("p", "b")
    assert found is not None
    assert found.text() == "zw"
    assert root.find("p", "c") is root.find("u") is None
    first = root.find("p")
    assert first is not None
    assert first.text() == "xy"
