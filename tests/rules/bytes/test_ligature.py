"""Ligatures are found and written as letters; letters and signs that look alike are not."""

import pytest

from tests.for_each import for_each
from tests.rules.cases import article, findings, fixed, found

DAMAGED = {
    "English": ("The oﬃce on the ﬁrst ﬂoor", "The office on the first floor"),
    "a title": ("Eﬀort by the staﬀ", "Effort by the staff"),
    "German": ("Die Aﬀäre der Schiﬀfahrt", "Die Affäre der Schifffahrt"),
    "French": ("Le coﬀre, diﬃcile à déﬁnir", "Le coffre, difficile à définir"),
    "Italian": ("L’uﬃcio aﬃtta", "L’ufficio affitta"),
    "a long s": ("Poſt: ﬅern", "Poſt: stern"),
    "small letters": ("Hoﬆ", "Host"),
    "Armenian": ("ﬓ", "մն"),
    "four letters": ("waﬄe ruﬄed", "waffle ruffled"),
}

SOUND = {
    "letters of a language": "cœur, Æther, mañana, ĳsje, straße, naïve",
    "letters beside each other": "office, first, floor, waffle",
    "an Arabic sign": "النبي ﷺ و ٥٠ ﷼",
    "Arabic letters": "مهرجان المطر في المدينة",
    "Hebrew points": "שּׁבת",
    "full width": "ＡＰ通信",
}


@pytest.mark.parametrize(("text", "meant"), DAMAGED.values(), ids=DAMAGED)
def test_ligatures_are_written_as_letters(text: str, meant: str) -> None:
    assert fixed("ligature", article(text)) == article(meant)
    [finding] = findings("ligature", article(text))
    assert finding.fix is not None
    assert finding.fix.safe


@for_each(SOUND)
def test_other_characters_are_not_found(text: str) -> None:
    assert found("ligature", article(text)) == []


def test_the_first_word_is_shown_and_the_others_are_counted() -> None:
    assert found("ligature", "a ﬁsh\n\nofﬁce") == [
        ("1:3", "ﬁ", "2 typographic ligatures, the first one here: “ﬁsh”")
    ]
    assert found("ligature", "ﬁ") == [("1:1", "ﬁ", "typographic ligature in “ﬁ”")]


def test_arabic_forms_have_an_unsafe_fix() -> None:
    text = article("ﻣﺪﻳﻨﺔ ﺍﻟﻘﺎﻫﺮﺓ")
    assert fixed("ligature", text) == article("مدينة القاهرة")
    [finding] = findings("ligature", text)
    assert finding.fix is not None
    assert not finding.fix.safe


def test_a_url_is_left() -> None:
    [finding] = findings("ligature", article("[oﬃce](https://a.example/oﬃce)"))
    assert finding.fix is not None
    assert not finding.fix.safe


def test_letters_in_place_of_latin_ligatures_are_found() -> None:
    text = article("The ofÞce said the Þrst ßight was difÞcult.")
    assert fixed("ligature", text) == article("The office said the first flight was difficult.")


def test_icelandic_and_german_letters_are_sound() -> None:
    assert (
        found("ligature", article("Þetta er Þór, sagði Þorgerður. Straße, ß, groß, STRAßE.")) == []
    )


def test_swapped_letters_of_the_arabic_article_are_found() -> None:
    text = article("إن األمم المتحدة واإلدارة المحلية تدعمان العبارة.")
    assert [span for _, span, _ in found("ligature", text)] == ["األ"]
    assert found("ligature", article("إن الأمم المتحدة والإدارة واألمم في العبارة.")) == []
