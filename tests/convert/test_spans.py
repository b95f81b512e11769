"""The running text, and the spans of its links, marks and blocks."""

from hypothesis import given

from corpusfmt.convert.plain_words import plain_body
from corpusfmt.convert.spans import SpannedText
from corpusfmt.model.document import Document
from corpusfmt.syntax.normal_form import normalize_document
from corpusfmt.testing import documents
from tests.convert.whole import PLAIN, WHOLE


def test_a_span_is_where_its_words_are() -> None:
    spanned = SpannedText(WHOLE)
    words = [(span.kind, spanned.text[span.start : span.end], span.url) for span in spanned.spans]
    assert words == [
        ("intro", "The lamp burns.", None),
        ("intro", "At last.", None),
        ("strong", "again", None),
        ("em", "Friday", None),
        ("strong", "said", None),
        ("em", "said", None),
        ("link", "they said", "https://coast.example/a?b=1&c=2"),
        ("heading", "Why now", None),
        ("item", "One", None),
        ("item", "Two", None),
        ("item", "Three", None),
        ("quote", "So dark.", None),
    ]
    assert SpannedText(PLAIN).spans == []


@given(documents())
def test_the_text_is_that_of_plain_text(document: Document) -> None:
    normal = normalize_document(document)
    spanned = SpannedText(normal)
    assert spanned.text == plain_body(normal)
    for span in spanned.spans:
        assert 0 <= span.start < span.end <= len(spanned.text)
        assert (span.url is not None) is (span.kind == "link")
