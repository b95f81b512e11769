"""Copies of a word are those that are not a part of another word."""

import re

from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.rules._shared.hyphens import copies, has_copy

ALONE = r"(?<![\w/.-])ab(?![\w/-])"


@given(st.lists(st.sampled_from(["ab", "a", "b", "-", ".", "/", "_", " ", "é", "²", "’"])))
def test_copies_are_alone(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = [match.span() for match in re.finditer(ALONE, text)]
    assert copies(text, "ab") == found
    assert has_copy(text, "ab") == bool(found)
