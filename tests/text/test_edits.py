"""Edits are applied in one way, and differences of texts are made into one edit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.text.edits import Edit, apply, common_prefix, minimal_edit

TEXTS = st.text("ab", max_size=8)


@pytest.mark.parametrize(
    ("edits", "text"),
    [
        ([], "abcdef"),
        ([Edit(0, 0, "x")], "xabcdef"),
        ([Edit(6, 6, "x")], "abcdefx"),
        ([Edit(1, 3, "")], "adef"),
        ([Edit(4, 5, "y"), Edit(0, 1, "x")], "xbcdyf"),
        ([Edit(1, 2, "x"), Edit(2, 2, "y"), Edit(2, 3, "z")], "axyzdef"),
    ],
)
def test_edits_are_applied_in_any_order(edits: list[Edit], text: str) -> None:
    assert apply("abcdef", edits) == text
    assert apply("abcdef", reversed(edits)) == text


@given(TEXTS, TEXTS)
def test_a_minimal_edit_changes_one_text_into_another(before: str, after: str) -> None:
    edit = minimal_edit(before, after)
    assert apply(before, [edit]) == after
    removed = before[edit.start : edit.end]
    assert not (removed and edit.text and removed[0] == edit.text[0])
    assert not (removed and edit.text and removed[-1] == edit.text[-1])


@given(TEXTS, TEXTS)
def test_a_common_prefix_is_the_longest(one: str, other: str) -> None:
    length = common_prefix(one, other)
    assert one[:length] == other[:length]
    assert length in (len(one), len(other)) or one[length] != other[length]
