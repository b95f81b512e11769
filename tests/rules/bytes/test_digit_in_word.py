"""Digits in place of letters are found in several words; numbers and names are not."""

import pytest

from tests.rules.cases import article, found

MISREAD = {
    "English": "The c0uncil t0ld the c1ty that w0rk on the p1er w0uld take e1even months.",
    "at the start": "The 0ffice was 0pen and the 1sland c1osed, he said.",
    "German": "Der Gemeinderat w0llte die Fähre gest0hlen haben, s0gar be1de, sagte er.",
    "Spanish": "El c0ncejo ap1azó la v0tación y el a1calde se fue.",
}


@pytest.mark.parametrize("text", MISREAD.values(), ids=MISREAD)
def test_misread_words_are_found(text: str) -> None:
    [(_, _, message)] = found("digit-in-word", article(text))
    assert "words have a digit in place of a letter" in message


SOUND = {
    "names": "The B2B firm took the A1 and M25, the MP3 of the G7, h1n1, u0026 and h1b visas.",
    "ordinals": "On the 1st and 10th, 100m and 11km, the 0er years, 1er, 10min, 101a and 110s.",
    "two words": "The c0uncil t0ld them.",
    "users": "See @ada0brook, @tom1reed, #skarv0ferry and skarv0.example or lo1g@a.example.",
    "a URL": "See https://a.example/c0uncil/t0ld/w0rk-p1er now.",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_other_digits_are_not_found(text: str) -> None:
    assert found("digit-in-word", article(text)) == []
