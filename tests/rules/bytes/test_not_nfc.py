"""The first character that is not composed is found, with all that composes with it."""

from unicodedata import normalize

import pytest

from tests.rules.cases import article, expected, findings, fixed, found

CASES = {
    "ascii": ("cafe", []),
    "composed": ("café 스케리", []),
    "an accent": ("a\ncafe\u0301s e\u0301", [("2:4", "e\u0301", "U+0065 U+0301")]),
    "two accents": ("a\u0323\u0301b", [("1:1", "a\u0323\u0301", "U+0061 U+0323 U+0301")]),
    "accents out of order": ("q\u0307\u0323", [("1:2", "\u0307\u0323", "U+0307 U+0323")]),
    "an accent on a composed letter": ("ê\u0301", [("1:1", "ê\u0301", "U+00EA U+0301")]),
    "one character for another": ("5 \u212b", [("1:3", "\u212b", "U+212B")]),
    "hangul": (
        "\u1112\u1161\u11ab\u1100\u1173",
        [("1:1", "\u1112\u1161\u11ab", "U+1112 U+1161 U+11AB")],
    ),
    "very many accents": (
        "e" + "\u0301" * 500,
        [("1:1", "e" + "\u0301" * 15, "U+0065" + " U+0301" * 15)],
    ),
}


@pytest.mark.parametrize(("text", "shown"), CASES.values(), ids=CASES)
def test_the_first_is_found(text: str, shown: list[tuple[str, str, str]]) -> None:
    assert found("not-nfc", text) == [
        (place, span, f"{codes} is not in NFC") for place, span, codes in shown
    ]


def test_the_composed_character_is_expected() -> None:
    assert expected("not-nfc", "cafe\u0301") == ["U+00E9"]


def test_the_fix_composes_the_whole_text() -> None:
    text = article("Le cafe\u0301 du the\u0301a\u0302tre.")
    assert fixed("not-nfc", text) == normalize("NFC", text)


def test_there_is_no_fix_where_a_mark_would_compose() -> None:
    text = article("See <https://skerrynews.example/>\u0338 and cafe\u0301.")
    assert findings("not-nfc", text)[0].fix is None
