"""Marks of emphasis that mark nothing are found, and stars with a meaning are not."""

import pytest

from corpusfmt.api.articles import format
from tests.rules.cases import article, findings, fixed, found

LEFT = {
    "an underscore before the next word": "The paper _The Skerry Echo _has a list.",
    "an escaped pair": "The book \\*The Winter Ferry\\* is out",
    "over a line end": "**The ferry sailed\n** on Monday",
    "a space inside": "The ** ferry ** sailed",
    "a space before the end": "The **tide **clock costs **twelve** crowns",
    "a space after the start": "It was ** calm** then",
    "without an end": "**Related: the ferry sails again on Monday",
    "without an end in the text": "The **ferry sailed on Monday",
    "three": "***The ferry sailed",
    "without an end before a short word": "The ferry is gone **for a week and more",
    "without an end before a vowel": "The ferry **is considered the best",
    "underscores before a quotation": "__“The ferry sailed on Monday, said the captain.",
    "an underscore before one letter": "_A ferry sailed on Monday",
    "Russian": "Это **очень **важно",
    "German": "Die **Fähre **fährt",
    "Arabic": "قال **إن العبارة **غادرت",
    "Chinese": "渡轮 **启航 **了很多",
    "escaped": "\\*\\*Related: the ferry sails",
    "a date": "The **2023 ferry **sailed",
    "underscores": "The __ferry sailed on Monday",
    "a single star with spaces": "The * ferry * sailed",
    "single stars": "The *tide *clock costs twelve",
    "a single star before a space": "It was *calm * then",
    "an underscore before a space": "It was _calm _ then",
    "a space before the last star": "It was **calm **",
    "all escaped": "It was \\*\\*rather calm\\*\\* then",
    "a star without spaces": "渡轮是*最快*的",
    "an underscore over a line end": "_The ferry sailed\n_ on Monday",
    "a star without an end": "The *ferry sailed on Monday",
    "an underscore without an end": "The _ferry sailed on Monday",
    "underscores with spaces": "The clock and _ nobody _ minds",
    "stars without a start": "The ferry** sailed on Monday",
    "one star of three": "The ***ferry sailed** on Monday",
    "items": "New: * Fares are lower * Dogs may board * Bicycles too",
    "items in Russian": "Новое: * Цены * Собаки",
}


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_stray_marks_are_found(text: str) -> None:
    assert len(findings("stray-emphasis", article(text))) == 1
    assert len(findings("stray-emphasis", format(article(text)))) == 1


LEFT_MARKS = {
    "nothing": "The ferry**** sailed on Monday",
    "two paragraphs": "**The ferry sailed\n\non Monday** and came back",
    "a name": "**Ada Holm****:** We sail on Monday",
}


@pytest.mark.parametrize("text", LEFT_MARKS.values(), ids=LEFT_MARKS)
def test_marks_are_found_before_and_after_they_are_escaped(text: str) -> None:
    assert len(findings("stray-emphasis", article(text))) == 1
    assert len(findings("stray-emphasis", format(article(text)))) == 1


SOUND = {
    "names with an underscore": "The fields _id and _name are in it.",
    "escaped sounds and stars": "\\*sighs\\* A 5\\* hotel and a 4\\* one; 3 \\* 4 \\* 5",
    "marks": "The **ferry** *sailed* ***on*** __Monday__ _again_",
    "masked words": "That s**t f***ing f****** ***hole of a f** s**, **ck and b*tch",
    "masked ends": "What the **it, you little ***t, ***ing and **cker",
    "a masked end": "They beat the sh** out of it, this bullsh**, Sche** and f***",
    "masked names": "La signora *** e il signor *** di ** anni, 李***和**公司",
    "a footnote of its own": "The price* is low, and the *fare too.",
    "a note below": "The ferry sails *daily but not on Sundays.\n\n\\* From May",
    "a name with a line": "The file _ferry and the file old_boat",
    "a footnote": "Prices** include tax* here.",
    "gender": "Die Beamt*innen und Lehrer*innen kamen",
    "sums of three": "The hold is 5 * 4 * 3 metres",
    "sums": "2*3*4, 5 * 3 = 15, 2**3, a*b",
    "stars": "The film gets *** 1/2 or *** out of five, ***** from us",
    "codes": "Dial *100# or **61*11# or *#06#",
    "a card": "the card ending **1234",
    "names": "@_ada_, @__ada, ada_, snake_case_name and _ada on Instagram",
    "marks that are named": 'The signs «***», “**” and "**" mean run',
    "gaps": "Dear ______, fill in ____ and __",
    "names of outlets": "# 渡轮启航 _探索者 _光明网",
    "C": "`**p` is a pointer in JSON and HTML: **p and **q ** r",
    "a correction": "*their ferry",
    "URLs": "https://a.example/_a/__b/**c",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_what_has_a_meaning_is_not_found(text: str) -> None:
    assert found("stray-emphasis", article(text)) == []


def test_a_star_between_a_caption_and_its_credit_is_found() -> None:
    for star in ("***Ida Holm**", "* **Ida Holm**"):
        assert len(found("stray-emphasis", article(f"The ferry {star}", "It sailed."))) == 1


def test_footnotes_are_not_found() -> None:
    text = article("The crossing costs 12 crowns** each.", "** Children pay half.", "**Dogs too.")
    assert found("stray-emphasis", text) == []


FIXED = {
    "over a line end": ("**The ferry sailed\n** on Monday", "The ferry sailed\non Monday"),
    "a space inside": ("The ** ferry ** sailed", "The ferry sailed"),
    "a space before the end": ("The **tide **clock is **new**", "The tide clock is **new**"),
}


@pytest.mark.parametrize(("text", "wanted"), FIXED.values(), ids=FIXED)
def test_the_fix_removes_them(text: str, wanted: str) -> None:
    assert fixed("stray-emphasis", article(text)) == article(wanted)
    assert found("stray-emphasis", article(wanted)) == []


def test_there_is_no_fix_for_a_block_that_is_only_marks() -> None:
    for block in ("**", "### **", "**###"):
        text = article("Words.", block, "Words.")
        assert [finding.fix for finding in findings("stray-emphasis", text)] in ([], [None])
