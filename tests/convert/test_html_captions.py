"""Tests for the caption and the credit of a picture in a page."""

from __future__ import annotations

import pytest
from lxml import html

from corpusfmt.convert.html_captions import Caption, caption_of

FERRY = "The ferry in the harbour."


def read(inside: str) -> Caption:
    """Return the caption of a figure with these elements."""
    return caption_of(html.fromstring(f"<figure><img src='a.jpg'>{inside}</figure>"))


@pytest.mark.parametrize(
    "inside",
    [
        f"<figcaption>{FERRY} <span class='credit'>Ada Brook / AP</span></figcaption>",
        f"<figcaption>{FERRY} (<span class='photo__copyright'>Ada Brook / AP</span>)</figcaption>",
        f"<figcaption>{FERRY} <span class='caption__source'>Ada Brook / AP</span></figcaption>",
        f"<figcaption>{FERRY} | <cite>Ada Brook / AP</cite></figcaption>",
        f"<figcaption>{FERRY}</figcaption><p class='ImageCredit-x7'>Ada Brook / AP</p>",
        f"<figcaption>{FERRY}<meta itemprop='copyrightHolder' content='Ada Brook / AP'>"
        "</figcaption>",
        f"<p class='image-credit-wrap'><span class='cutline'>{FERRY}</span>"
        "<span class='credit'>Ada Brook / AP</span></p>",
        f"<div class='CaptionWrapper'><span class='caption__text'>{FERRY}</span>"
        "<span class='CaptionCredit'>Ada Brook / AP</span></div>",
        f"<figcaption class='caption'>{FERRY} <span class='has-credit'></span>"
        "<span class='sr-only'>Image credit</span><b class='credits'>Ada Brook / AP</b>"
        "<button>Hide caption</button></figcaption>",
        f"<p class='wp-caption-text'>{FERRY} <i class='credit'>Ada Brook / AP</i></p>",
    ],
)
def test_a_credit_is_what_is_marked_as_one(inside: str) -> None:
    assert read(inside)[:2] == (FERRY, "Ada Brook / AP")


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (f"<figcaption>{FERRY}</figcaption>", (FERRY, "")),
        (f"<figcaption>{FERRY} <small>(click to enlarge)</small></figcaption>", None),
        (f"<figcaption class='caption with-credit'>{FERRY}</figcaption>", (FERRY, "")),
        (f"<figcaption hidden>{FERRY}</figcaption>", ("", "")),
        ("<figcaption>. Photo: Ada Brook</figcaption>", ("", "Photo: Ada Brook")),
        ("<figcaption class='image__credit'>Ada Brook / AP</figcaption>", ("", "Ada Brook / AP")),
        ("<figcaption>Ada Brook at the harbour of Skerry</figcaption>", None),
        ("<img src='b.jpg'>", ("", "")),
    ],
)
def test_what_is_not_marked_is_not_a_credit(inside: str, expected: tuple[str, str] | None) -> None:
    found = read(inside)[:2]
    if expected is None:
        assert found[1] == ""
        assert found[0]
    else:
        assert found == expected


def test_a_caption_is_divided_where_canonical_text_is_surely_divided() -> None:
    assert read(f"<figcaption>{FERRY} Photo: Ada Brook</figcaption>")[:2] == (
        FERRY,
        "Photo: Ada Brook",
    )
    assert read(f"<figcaption>{FERRY} <small>Photo: Ada Brook</small></figcaption>")[:2] == (
        FERRY,
        "Photo: Ada Brook",
    )


def test_several_names_are_one_credit_without_those_that_are_repeated() -> None:
    inside = (
        "<figcaption><span class='photographer'>Ada Brook</span> "
        "<span class='credit'>AP</span><span class='copyright'>(Photo: Ada Brook)</span>"
        "</figcaption>"
    )
    assert read(inside)[:2] == ("", "AP, (Photo: Ada Brook)")


def test_a_box_with_very_many_credits_has_none() -> None:
    many = "".join(f"<b class='credit'>Name {number}</b> " for number in range(20))
    found = read(f"<figcaption>{FERRY} {many}</figcaption>")
    assert found.credit == ""
    assert found.caption.startswith(f"{FERRY} Name 0 Name 1")


def test_the_letters_of_all_that_is_shown_are_known() -> None:
    inside = f"<figcaption>{FERRY} <span class='credit'>Ada Brook</span></figcaption>"
    shown = read(inside).shown
    assert {"theferryintheharbour", "adabrook", "theferryintheharbouradabrook"} <= shown
