"""Rows with the same key are found together, as a dictionary would find them."""

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.lint.groups import Group, Groups, Row, key_of

KEYS = st.one_of(st.integers(-3, 3), st.sampled_from(("a", "b", "é")))
ROWS = st.lists(st.builds(Row, KEYS, st.integers(1, 6), st.integers(0, 3), st.integers(0, 3)))


@given(ROWS, st.integers(1, 3))
def test_the_groups_are_those_of_a_dictionary(rows: list[Row], least: int) -> None:
    expected: defaultdict[object, list[Row]] = defaultdict(list)
    for row in rows:
        expected[row.key].append(row)
    groups = Groups(rows)
    found = [*groups.repeated(least)]
    large: list[Group] = []
    for key, members in expected.items():
        size = len({row.value for row in members})
        if size >= least:
            large.append(Group(members[0].key, size))
            assert [*groups.members(large[-1])] == [(row.number, row.place) for row in members]
        assert members[0].key == key
    assert found == large
    groups.close()


@given(st.lists(st.lists(KEYS, min_size=1, max_size=4), max_size=6))
def test_articles_with_a_common_key_are_found_in_order(articles: list[list[str | int]]) -> None:
    numbered = [*enumerate(articles, 10)]
    groups = Groups(Row(key, number, 0, 0) for number, keys in numbered for key in keys)
    for place, (number, keys) in enumerate(numbered):
        before = [other for other, own in numbered[:place] if not set(own).isdisjoint(keys)]
        assert groups.together(number, keys) == before
    groups.close()


def test_a_key_is_made_of_eight_bytes() -> None:
    assert key_of(b"\0" * 7 + b"\1more") == 1
    assert key_of(b"\xff" * 8) == -1
