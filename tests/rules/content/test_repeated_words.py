"""Words that follow themselves again and again are found; songs, chants and lists are not."""

import pytest

from tests.rules.cases import article, found

LINE = "The ferry of the island sails again on Monday with the old crew"
LOOPS = {
    "a word": ("The number of the " + "second " * 12).strip(),
    "two words": "It was seen" + " by the crew of the ship" * 3,
    "a passage": f"{LINE} and only {LINE} and only {LINE} and",
    "a line twice": f"{LINE}\n{LINE}\nand the captain, who said so.",
    "a sentence twice": f"{LINE}. {LINE}. The captain said so.",
    "Spanish": "El barco " + "encalló en los bajos de la isla y solo " * 3,
    "Russian": "Паром " + "снова вышел в море утром и " * 4,
    "Chinese": "议会" + "推迟了就下桥进行的表决并且再次" * 4 + "推迟了",
    "Arabic": "العبارة " + "أبحرت مرة أخرى إلى الجزيرة " * 4,
}


@pytest.mark.parametrize("text", LOOPS.values(), ids=LOOPS)
def test_a_loop_is_found(text: str) -> None:
    [(_, _, message)] = found("repeated-words", article("The sea.", text.strip()))
    assert "times in a row" in message


def test_the_words_and_their_number_are_named() -> None:
    [(place, span, message)] = found("repeated-words", article(LOOPS["two words"]))
    assert message == "“by the crew of the ship” is repeated 3 times in a row"
    assert place == "5:13"
    assert span.startswith("by the crew")


SOUND = {
    "a chant": "They sang “" + "Lock the gate! " * 5 + "” all night.",
    "laughter": "“" + "ha " * 30 + "”, said the old captain.",
    "a song": "la " * 30 + ", sang the crew of the ferry.",
    "commas": "no, " * 30 + "said the captain.",
    "a table": "0 " * 50 + "0",
    "a name twice": "The town of Walla Walla and New York, New York, agreed with her today.",
    "two copies of few words": "He said that the ferry the ferry was late, and its crew was there.",
    "an anaphora": "A bridge for the north, a bridge for the south, and a bridge for the people.",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_other_repetition_is_not_found(text: str) -> None:
    assert found("repeated-words", article(text)) == []
