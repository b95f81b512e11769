"""Tests for what a page declares about its article."""

import pytest
from lxml import html

from corpusfmt.convert.html_facts import json_ld_of, title_among

HEADLINE = "Ferry Runs Again After Storm"


@pytest.mark.parametrize(
    "title",
    [
        f"{HEADLINE} | Merrow Post",
        f"{HEADLINE} -- Merrow Post",
        f"{HEADLINE} - Islands - News - Merrow Post",
        f"{HEADLINE}_Merrow Post",
        f"{HEADLINE} - Ada Brook, Tom Reed and Ida Holm",
        f"Islands | {HEADLINE}",
        f"Merrow Post: {HEADLINE}",
    ],
)
def test_the_name_of_the_website_is_left_out(title: str) -> None:
    assert title_among(title, "", ["Merrow Post", "", HEADLINE]) == HEADLINE


@pytest.mark.parametrize(
    ("title", "headings"),
    [
        ("Harbour | Merrow Post of the Islands", ["Harbour"]),
        ("Ferry Runs Again | Merrow", ["Merrow"]),
        (HEADLINE, ["More news", "Ferry Runs Again"]),
        (HEADLINE, []),
        ("Ferry-Runs", ["Ferry"]),
    ],
)
def test_other_titles_stay(title: str, headings: list[str]) -> None:
    assert title_among(title, "", headings) == title


def test_a_title_cut_at_a_quotation_mark_is_that_of_the_heading() -> None:
    heading = 'Captain of "Skerry Star" retires'
    assert title_among("Captain of", "", [heading]) == heading


def test_a_declared_headline_is_the_title_if_it_is_a_heading_too() -> None:
    title = "What to know about the ferry | Merrow Post"
    assert title_among(title, HEADLINE, ["Merrow Post", HEADLINE]) == HEADLINE
    assert title_among(title, HEADLINE, ["Merrow Post"]) == title


def test_json_ld_that_is_not_json_or_too_deep_is_ignored() -> None:
    written = "".join(
        f"<script type='application/ld+json'>{one}</script>"
        for one in ("{", "[" * 200_000, '[{"a": 1}, 2]', '{"b": "\n"}')
    )
    assert json_ld_of(html.document_fromstring(f"<body>{written}<p>x</p>")) == [
        {"a": 1},
        {"b": "\n"},
    ]
