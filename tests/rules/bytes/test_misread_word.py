"""Misread words are found if there are several, and replaced; other words are not."""

import pytest

from tests.rules.cases import article, fixed, found

MISREAD = {
    "English": ("Tlie crew said tliat it sailed.", "The crew said that it sailed."),
    "m": ("The governrnent and the cornpany met.", "The government and the company met."),
    "German": ("Sie ist nicbt da, uud er wartet.", "Sie ist nicht da, und er wartet."),
    "capitals": ("TBE FERRY witb the crew.", "THE FERRY with the crew."),
}


@pytest.mark.parametrize(("text", "right"), MISREAD.values(), ids=MISREAD)
def test_misread_words_are_found_and_replaced(text: str, right: str) -> None:
    [(_, _, message)] = found("misread-word", article(text))
    assert "misread words, the first" in message
    assert fixed("misread-word", article(text)) == article(right)


SOUND = {
    "one word": "Tlie is the name of a boat, she said.",
    "a company": "TBE Ltd. and the crew of the TBE sailed.",
    "a URL": "See https://a.example/tlie/tliat and a@tbe.example now.",
    "the right words": "The crew said that the government was late.",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_other_words_are_not_found(text: str) -> None:
    assert found("misread-word", article(text)) == []
