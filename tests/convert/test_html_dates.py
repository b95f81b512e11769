"""Tests for the times of publication that a page declares."""

import pytest
from lxml import html

from corpusfmt.convert.html_dates import most_exact, published_of


@pytest.mark.parametrize(
    "element",
    [
        "<meta property='article:published_time' content='{}'>",
        "<meta itemprop='datePublished' content='{}'>",
        "<meta name='parsely-pub-date' content='{}'>",
        "<meta name='sailthru.date' content='{}'>",
        "<meta name='DC.date.issued' content='{}'>",
        "<meta name='PubDate' content=' {} '>",
        "<time itemprop='datePublished' datetime='{}'>today</time>",
        "<span itemprop='datePublished'>{}</span>",
        "<time pubdate datetime='{}'>today</time>",
    ],
)
def test_a_time_is_read_from_its_element(element: str) -> None:
    tree = html.document_fromstring(f"<body>{element.format('2024-03-05 09:02')}<p>x</p>")
    assert published_of(tree, ()) == ["2024-03-05 09:02"]


@pytest.mark.parametrize(
    "element",
    [
        "<meta property='article:modified_time' content='2024-03-05'>",
        "<meta name='last-modified' content='2024-03-05'>",
        "<time datetime='2024-03-05'>tomorrow</time>",
        "<meta name='pubdate' content=''>",
    ],
)
def test_other_times_are_not_read(element: str) -> None:
    assert published_of(html.document_fromstring(f"<body>{element}<p>x</p>"), ()) == []


def test_the_json_ld_for_baidu_is_read() -> None:
    context = "https://ziyuan.baidu.com/contexts/cambrian.jsonld"
    tree = html.document_fromstring("<p>x</p>")
    objects = [{"@context": context, "pubDate": "2024-03-05T09:02:00"}, {"pubDate": "2023-01-01"}]
    assert published_of(tree, objects) == ["2024-03-05T09:02:00"]


def test_the_first_date_counts_with_the_time_of_that_day() -> None:
    assert most_exact(["2024-03-05", "2024-03-06T09:02", "2024-03-05T09:02"]) == "2024-03-05T09:02"
    assert most_exact(["2024-03-05T08:00", "2024-03-05T09:02"]) == "2024-03-05T08:00"
    assert most_exact(["", "soon", "2024-03-05"]) == "2024-03-05"
    assert most_exact(["soon"]) is None
