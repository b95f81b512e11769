"""Plain text: the words alone."""

from corpusfmt.convert.writing import render
from tests.convert.whole import PLAIN, WHOLE

WORDS = """Lamp <Relit> & Burning

After 40 years

The lamp burns.

At last.

It shone again on Friday
night, they said.

Why now

One

Two

Three

So dark.

The end.
"""


def test_the_words_are_those_of_the_running_text() -> None:
    assert render(WHOLE, "plain").decode() == WORDS


def test_what_is_absent_leaves_no_empty_block() -> None:
    assert render(PLAIN, "plain") == b"Title\n\nWords.\n"
    assert render(PLAIN | {"body": [{"type": "separator"}]}, "plain") == b"Title\n"
