"""A note that corrects the article is reported as an info."""

import pytest

from tests.rules.cases import article, found

NOTES = [
    "Correction: The ferry has 61 seats.",
    "*Correction (March 3): The ferry has 61 seats.*",
    "An earlier version of this article misstated the day.",
    "Editor’s note: This story was changed.",
    "Korrektur: Die Fähre hat 61 Plätze.",
    "In einer früheren Version stand ein anderer Tag.",
    "Fe de erratas: el ferry tiene 61 asientos.",
    "Уточнение: на пароме 61 место.",
    "訂正：座席は61です。",
]
SOUND = [
    "The correction came late.",
    "Corrections are rare.",
    "An earlier version of the ferry sank.",
]


@pytest.mark.parametrize("text", NOTES)
def test_notes_are_reported(text: str) -> None:
    messages = [message for _, _, message in found("correction", article("Body.", text))]
    assert messages == ["a note that corrects the article"]


@pytest.mark.parametrize("text", SOUND)
def test_sentences_are_not(text: str) -> None:
    assert found("correction", article("Body.", text)) == []
