"""Short words that are written as one are found, and words that look alike are not."""

from tests.for_each import for_each
from tests.rules.cases import article, findings, fixed, found

SOUND = {
    "words": "The beider, parle, peril, perla, comas, breathe, bathe and lathe are words.",
    "names": "In Delos, Enel and Ofthe Street, the Forthe Club met.",
    "parts of names": "@ofthe wrote in #inthe and skerry.example/ofthe of the-inthe.",
}


def test_they_are_found_and_parted() -> None:
    text = article("The captain ofthe ferry was late.")
    assert fixed("glued-word", text) == article("The captain of the ferry was late.")


def test_all_of_a_text_are_found() -> None:
    text = article(
        "El barco delos vecinos y conel puerto, dijo.", "A ferry ofthe isle, “inthe” bay."
    )
    assert [span for _, span, _ in found("glued-word", text)] == [
        "delos",
        "conel",
        "ofthe",
        "inthe",
    ]


@for_each(SOUND)
def test_sound_text_is_not_found(text: str) -> None:
    assert findings("glued-word", article(text)) == []
