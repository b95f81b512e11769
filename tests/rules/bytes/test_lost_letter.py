"""Articles without their letters with accents are found, and others are not."""

import pytest

from tests.for_each import for_each
from tests.rules.cases import article, found

LOST = {
    "German": (
        "Der Prsident und die Brger wrden auf der Insel nicht mssen, und das ist nicht mit ihm.",
        "Prsident",
    ),
    "French": (
        "Le prsident de la Rpublique tait sur le bateau, les annes dans le port pour une scurit.",
        "prsident",
    ),
    "Spanish": (
        "El barco de la isla tambin sale, segn la informacin de los aos que el puerto con ella.",
        "tambin",
    ),
    "Russian": (
        "Россиискии паром вышел, сообщил городскои совет, и старыи мост закрыт.",
        "Россиискии",
    ),
}
SOUND = {
    "German without accents": "Der Mann und die Frau sind auf der Insel, und das ist nicht so.",
    "German with ue": "Der Buergermeister wuerde fuer die Insel nicht mit dem Boot sein.",
    "French without accents": "Le president etait sur le bateau apres les annees dans le port.",
    "two words": "Der Prsident und die Brger auf der Insel sind nicht das, was der Mann ist.",
    "another language": "The Prsident, the Brger and the wrde of the isle are in the bay.",
    "one letter is left": "Der Prsident und die Brger wrden für die Insel nicht mssen, das ist es.",
    "Russian": "Российский паром вышел, сообщил городской совет, и мои герои в России.",
    "Russian without the letter": "Мои герои в России, твои бои и свои слои, линии и станции.",
}


@pytest.mark.parametrize(("text", "word"), LOST.values(), ids=LOST)
def test_lost_letters_are_found(text: str, word: str) -> None:
    assert [span for _, span, _ in found("lost-letter", article(text))] == [word]


@for_each(SOUND)
def test_sound_text_is_not_found(text: str) -> None:
    assert found("lost-letter", article(text)) == []
