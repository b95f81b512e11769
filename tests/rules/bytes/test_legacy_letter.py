"""Letters of old encodings are found by frequent words; those of names are not."""

import pytest

from tests.rules.cases import article, fixed, found

WRONG = {
    "Romanian": (
        "Consilierii au plecat şi au spus că staţia şi oraşul sunt închise.",
        "Consilierii au plecat și au spus că stația și orașul sunt închise.",
    ),
    "Persian": (
        "مهندس گفت كه كارها آغاز مي‌شود و يك پل باز است.",
        "مهندس گفت که کارها آغاز می‌شود و یک پل باز است.",
    ),
    "Urdu": (
        "وزير نے كہا كہ شہر ميں كام جاری ہے اور پل كے كنارے لوگ تھے۔",
        "وزیر نے کہا کہ شہر میں کام جاری ہے اور پل کے کنارے لوگ تھے۔",
    ),
}


@pytest.mark.parametrize(("text", "right"), WRONG.values(), ids=WRONG)
def test_the_letters_are_found_and_replaced(text: str, right: str) -> None:
    [(_, _, message)] = found("legacy-letter", article(text))
    assert "letters that are not of " in message
    assert fixed("legacy-letter", article(text)) == article(right)


SOUND = {
    "Romanian": "Orașul Eskişehir și stația din Muş au fost închise, a spus Aydın Şahin.",
    "one word": "Trupa Şapte cântă și în oraș.",
    "Turkish": "Şimdi Eskişehir’de işçi ve şef aynı yerde çalışıyor, dedi başkan.",
    "Persian": "مهندس گفت که کارها آغاز می‌شود و یک پل باز است.",
    "Urdu": "وزیر نے کہا کہ شہر میں کام جاری ہے اور پل کے کنارے لوگ تھے۔",
    "Arabic": "قال المهندس إن الجسر مغلق، وإن ذلك كان في اليوم الأول، كما كرد وكار.",
    "Arabic with a Persian name": "قال پرويز چمران في طهران إن الجسر مغلق.",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_letters_of_the_language_are_not_found(text: str) -> None:
    assert found("legacy-letter", article(text)) == []
