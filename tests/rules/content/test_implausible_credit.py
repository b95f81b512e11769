"""A credit that is a sentence or a date is found; one that names makers of pictures is not."""

import pytest

from tests.rules.cases import article, found

SENTENCE = "The first ferry since October sailed on Monday with 61 passengers."
IMPLAUSIBLE = {
    "a sentence": (SENTENCE, "a sentence"),
    "a question": ("Will the ferry sail to the island again before the winter?", "a sentence"),
    "Russian": ("Первый с октября паром вышел в понедельник утром в море.", "a sentence"),
    "Arabic": (
        "أبحرت العبارة الأولى منذ أكتوبر إلى الجزيرة صباح يوم الاثنين الماضي.",
        "a sentence",
    ),
    "Chinese": ("前往斯凯瑞岛的渡轮周一恢复航行，这是自去年十月以来的第一次航行。", "a sentence"),
    "a date": ("March 14, 2023", "a date"),
    "a date and a time": ("March 14, 2023, 10:32 a.m.", "a date"),
    "a date in German": ("14. März 2023", "a date"),
}


@pytest.mark.parametrize(("credit", "what"), IMPLAUSIBLE.values(), ids=IMPLAUSIBLE)
def test_it_is_found(credit: str, what: str) -> None:
    [(place, _, message)] = found("implausible-credit", article(f"**{credit}**", "The sea."))
    assert place == "5:1"
    assert message.startswith(f"the credit is {what}: ")


CREDITS = {
    "a name": "Ada Brook",
    "an agency": "Ada Brook / TASS",
    "a label": "Photo: the friends of the old ferry and of its crew.",
    "courtesy": "This picture is courtesy of the friends of the old ferry.",
    "few words": "Drawn by hand.",
    "no full stop": "the friends of the old ferry and of its crew on the island",
    "a company": "The Ferry Company of Skerry and Skarv Ltd.",
}


@pytest.mark.parametrize("credit", CREDITS.values(), ids=CREDITS)
def test_who_may_have_made_a_picture_is_not_found(credit: str) -> None:
    assert found("implausible-credit", article(f"**{credit}**", "The sea.")) == []


def test_an_article_without_a_credit_has_none() -> None:
    assert found("implausible-credit", article(SENTENCE)) == []
