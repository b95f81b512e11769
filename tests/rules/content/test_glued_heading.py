"""A heading that is glued to a paragraph is found; other words in bold are not."""

import pytest

from tests.rules.cases import article, found

GLUED = {
    "a heading": ("**The new ferry**It sailed on Monday.", "The new ferry"),
    "German": ("**Die neue Fähre**Am Montag fuhr sie.", "Die neue Fähre"),
    "Russian": ("**Новый паром**Он вышел в понедельник.", "Новый паром"),
    "two runs": ("**The new ferry****It sailed** on Monday.", "The new ferry"),
    "a question": ("**Why did it sail?**Because of the tide.", "Why did it sail?"),
}


@pytest.mark.parametrize(("text", "words"), GLUED.values(), ids=GLUED)
def test_a_glued_heading_is_found(text: str, words: str) -> None:
    [(_, span, message)] = found("glued-heading", article("The sea.", text))
    assert span == words
    assert message.startswith("a heading is glued")


SOUND = {
    "a space": "**The new ferry** It sailed on Monday.",
    "a colon": "**The new ferry:** It sailed on Monday.",
    "a colon after it": "**The new ferry**: It sailed on Monday.",
    "an initial": "**T**he new ferry sailed on Monday.",
    "a part of a name": "**Mc**Donald sailed on Monday.",
    "in lower case": "**the new ferry**s of the island sailed.",
    "an ending": "**The new ferry**s of the island sailed.",
    "inside a sentence": "It is **the New Ferry**Man, he said.",
    "all of it": "**The new ferry sailed on Monday.**",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_other_bold_words_are_not_found(text: str) -> None:
    assert found("glued-heading", article("The sea.", text)) == []
