"""Atom: what feedparser and an XML parser read is the article."""

import json
from collections.abc import Iterable
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.convert.format import ConversionError, Options
from corpusfmt.convert.formats.atom import FORMAT
from corpusfmt.convert.html_article import write_content
from corpusfmt.convert.writing import render
from corpusfmt.model.document import Document
from corpusfmt.syntax.normal_form import normalize_document
from corpusfmt.testing import documents
from tests.convert.whole import PLAIN, WHOLE

ATOM = "{http://www.w3.org/2005/Atom}"
TERMS = "{http://purl.org/dc/terms/}"
_NOT_XML = {"\ufffe", "\uffff"}
LATER = Options(updated="2026-01-01T00:00:00Z")


def written(articles: Iterable[Document], options: Options = LATER) -> bytes:
    entries = [render(document, "atom", options) for document in articles]
    return b"".join(FORMAT.join(entries, options))


def assert_has_what_is_required(feed: ElementTree.Element) -> None:
    """What RFC 4287 requires of a feed and of an entry, each once."""
    assert feed.tag == f"{ATOM}feed"
    for element in (feed, *feed.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(ATOM + name)) == 1
    for entry in feed.iter(f"{ATOM}entry"):
        assert entry.findall(f"{ATOM}author/{ATOM}name")
        assert len(entry.findall(f"{ATOM}content")) == 1


def test_feedparser_reads_the_whole_article() -> None:
    data = written([WHOLE, PLAIN], Options(feed_title="Coast & Post", updated=LATER.updated))
    assert_has_what_is_required(ElementTree.fromstring(data))
    feed = feedparser.parse(data, sanitize_html=False)
    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.feed.title == "Coast & Post"
    whole, plain = feed.entries
    assert whole.link == "https://coast.example/2024/lamp?x=1&y=2"
    assert [author.get("name") for author in whole.authors] == ["Mara Lindqvist", "Reuters"]
    assert whole.published == "2024-03-05T09:02:00+01:00"
    assert whole.updated == "2024-03-06T10:00:30Z"
    assert whole.summary == "The lamp burns.\n\nAt last."
    assert "<blockquote><p>So dark.</p></blockquote>" in whole.content[0].value
    assert plain.updated == "2026-01-01T00:00:00Z"
    assert "published" not in plain


def test_the_time_of_the_feed_is_that_of_its_last_entry() -> None:
    dates = ("2024-03-05T09:00:00+02:00", "2024-03-05T08:00:00Z", "2024-03-05T08:30:00+01:00")
    articles: list[Any] = [PLAIN | {"date": date} for date in dates]
    feed = ElementTree.fromstring(written(articles))
    assert feed.findtext(f"{ATOM}updated") == "2024-03-05T08:00:00Z"


def test_a_day_is_written_as_it_is() -> None:
    document: Any = PLAIN | {"date": "2024-03-05", "updated": "2024-03-06T10:00"}
    entry = ElementTree.fromstring(written([document])).find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{TERMS}issued") == "2024-03-05"
    assert entry.findtext(f"{TERMS}modified") == "2024-03-06T10:00"
    assert entry.find(f"{ATOM}published") is None


@pytest.mark.parametrize("date", ["2024-03-05", "2024-03-05T10:00"])
def test_without_a_time_an_article_is_not_an_entry(date: str) -> None:
    with pytest.raises(ConversionError, match="--updated"):
        render(PLAIN | {"date": date}, "atom")
    with pytest.raises(ConversionError, match="--updated"):
        render(PLAIN, "atom")


def test_what_xml_cannot_contain_is_an_error() -> None:
    with pytest.raises(ConversionError, match=r"contains U\+FFFE"):
        render(PLAIN | {"title": "a\ufffe"}, "atom", LATER)


@given(st.lists(documents(), min_size=1, max_size=3))
def test_an_xml_parser_reads_every_article(articles: list[Document]) -> None:
    valid = [one for one in articles if not _NOT_XML & set(json.dumps(one, ensure_ascii=False))]
    if not valid:
        return
    feed = ElementTree.fromstring(written(valid))
    assert_has_what_is_required(feed)
    for entry, document in zip(feed.iter(f"{ATOM}entry"), valid, strict=True):
        normal = normalize_document(document)
        assert entry.findtext(f"{ATOM}title") == normal["title"]
        assert entry.findtext(f"{ATOM}content") == "\n".join(write_content(normal))


def test_without_articles_there_is_no_feed() -> None:
    assert written([]) == b""
