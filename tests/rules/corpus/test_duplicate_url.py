"""Addresses that name the same article are the same, and others are not."""

import pytest

from corpusfmt.rules.corpus.duplicate_url import same

SAME = [
    ("https://news.example/a", "http://news.example/a"),
    ("https://news.example/a", "https://www.news.example/a/"),
    ("https://news.example/a", "https://NEWS.example/a#part"),
    ("https://news.example/a", "https://news.example/a?utm_source=x&utm_medium=y"),
    ("https://news.example/a?id=1", "https://news.example/a?id=1&fbclid=x"),
    ("https://news.example/a?id=1", "https://news.example/a?fbclid=x&id=1"),
]
OTHER = [
    ("https://news.example/a", "https://news.example/b"),
    ("https://news.example/a", "https://news.example/A"),
    ("https://news.example/a?id=1", "https://news.example/a?id=2"),
    ("https://news.example/a", "https://m.news.example/a"),
    ("https://news.example/", "https://news.example/a"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_addresses_of_one_article_are_the_same(one: str, other: str) -> None:
    assert same(one) == same(other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_other_addresses_are_not(one: str, other: str) -> None:
    assert same(one) != same(other)
