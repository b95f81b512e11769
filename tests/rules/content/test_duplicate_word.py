"""Words that occur twice in a row are found, and words that may do so are not."""

import pytest

from tests.for_each import for_each
from tests.rules.cases import article, fixed, found

DOUBLED = {
    "English": ("It is the ferry that left the the pier and the quay.", "the the"),
    "over a line end": (
        "It is the ferry and it went to\nto the pier that was the old one.",
        "to\nto",
    ),
    "before a full stop": ("It is the one that was there and it was the the.", "the the"),
    "Spanish": ("El barco de la isla es para los que van de de Skerry a la costa.", "de de"),
    "Russian": ("Паром на остров вышел из порта и в в полдень был уже на месте.", "в в"),
    "Arabic": (
        "وصلت العبارة إلى الجزيرة في في الصباح وهي التي كانت من القديمة على النهر.",
        "في في",
    ),
    "Hindi": ("नाव ने ने द्वीप से घाट तक का सफर किया और वह घाट पर है और उस के लिए ही था।", "ने ने"),
    "Vietnamese": ("Phà của của đảo là phà cũ và các người trên phà không còn được đi.", "của của"),
    "Japanese": ("フェリーは島をを出た。", "をを"),
}
SOUND = {
    "sound English": "All he had had had that that was it is is what is is the isle and is.",
    "phrasal verbs": "You log in in May, go on on Friday, and the ferry is the one that was.",
    "three times": "It is the ferry of the song: the the the, and the end of it was the end.",
    "a de facto name": "De man is de de facto baas van de boot en die van het eiland is het niet.",
    "German": "Das sind die, die die Fähre und das das wer der der mit mit Gas ist nicht.",
    "French": "Nous nous sommes dans le port et vous vous avez tout en en parlant avec les gens.",
    "Portuguese": "Disse que se se tratasse de uma balsa do porto não não seria com os da ilha.",
    "another language": "Der Verein of of Skerry ist nicht auf der Insel und das ist die Lage.",
    "a company": "Jest to firma z o o i nie ma na tej wyspie tego, co w porcie, a to Prom z o o.",
    "a part of a word": "The breathe the ferry and of offers to today, it is the best of the isle.",
    "a hyphen": "It is the ferry of the-the isle and of of-late it was the one that is.",
    "Vietnamese words": "Người ta nói rằng ngày ngày và các nhà nhà của đảo đều vui vui là được.",
    "Hindi words": "धीरे धीरे लोग घर घर में जाते हैं और कभी कभी का है।",
}


@pytest.mark.parametrize(("text", "word"), DOUBLED.values(), ids=DOUBLED)
def test_a_doubled_word_is_found(text: str, word: str) -> None:
    assert [where[1] for where in found("duplicate-word", article(text))] == [word]


@for_each(SOUND)
def test_sound_text_is_not_found(text: str) -> None:
    assert found("duplicate-word", article(text)) == []


def test_the_second_word_is_removed() -> None:
    meant = article("It is the ferry of the isle, and it left.")
    assert (
        fixed("duplicate-word", article("It is the ferry of the\nthe isle, and it left.")) == meant
    )
    assert (
        fixed("duplicate-word", article("It is the ferry of the the isle, and it left.")) == meant
    )
