"""Rows with the same key are found together, as a dictionary would find them."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import closing, contextmanager

from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.lint.corpus import Row
from corpusfmt.lint.groups import Groups, fill, key_of, open_groups

KEYS = st.one_of(st.integers(-3, 3), st.sampled_from(("a", "b", "é")))
VALUES = st.one_of(st.none(), st.integers(0, 3), st.sampled_from(("x", "y")))
ROWS = st.lists(
    st.builds(Row, KEYS, st.integers(1, 6), st.integers(0, 3), VALUES),
    unique_by=lambda row: row[:3],
)


@contextmanager
def grouped(rows: list[Row], added: list[Row] | None = None) -> Iterator[Groups]:
    """Groups of rows of the rule 1, with those of another rule beside them."""
    with closing(open_groups()) as database:
        fill(database, [*((1, *row) for row in rows), *((0, *row) for row in rows[::2])])
        groups = Groups(database, 1)
        groups.add(added or [])
        yield groups


@given(ROWS, st.integers(1, 3), st.sets(st.integers(1, 6)), st.booleans())
def test_the_groups_are_those_of_a_dictionary(
    rows: list[Row], fewest: int, last: set[int], is_filled: bool
) -> None:
    expected: defaultdict[str | int, list[Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row[1:3]):
        expected[row.key].append(row)
    with grouped(rows if is_filled else [], [] if is_filled else rows) as groups:
        found = {group.key: group for group in groups.repeated(fewest)}
        assert found.keys() == {key for key, own in expected.items() if len(own) >= fewest}
        again = {group.key: group for group in groups.some([*expected, "none"], fewest)}
        assert again.keys() == found.keys()
        for key, group in found.items():
            own = expected[key]
            values = [row.number if row.value is None else row.value for row in own]
            assert (group.rows, group.size) == (len(own), len(set(values)))
            assert (again[key].rows, again[key].size) == (len(own), len(set(values)))
            assert [*group.members()] == [(row.number, row.place) for row in own]
            counts = Counter(row.value for row in own)
            for value in group.values():
                alike = [row for row in own if row.value == value.value]
                assert (value.rows, value.first) == (counts[value.value], alike[0].number)
                if value.value is not None:
                    places = [(row.number, row.place) for row in alike]
                    assert [*group.members(value.value)] == places
            moved = sorted(own, key=lambda row: (row.number in last, row[1:3]))
            members = [*group.with_last(last).members()]
            assert members == [(row.number, row.place) for row in moved]


@given(ROWS, st.sets(st.integers(1, 6)), st.lists(KEYS))
def test_a_cluster_has_the_articles_with_a_common_key_in_order(
    rows: list[Row], last: set[int], keys: list[str | int]
) -> None:
    counts = Counter(row.key for row in rows)
    common = sorted({row.number for row in rows if counts[row.key] > 1})
    with_keys = sorted({row.number for row in rows if row.key in keys})
    with grouped(rows) as groups:
        cluster = groups.clusters()
        assert [*cluster] == common
        assert len(cluster) == len(common)
        assert groups.numbers_with(keys) == with_keys
        moved = cluster.with_last(last)
        assert [*moved] == sorted(common, key=lambda number: (number in last, number))
        index = moved.index()
        keys_of = {number: [row.key for row in rows if row.number == number] for number in moved}
        for number in moved:
            assert number not in index.with_any(keys)
            index.insert(number, keys_of[number])
        wanted = [number for number in moved if not {*keys}.isdisjoint(keys_of[number])]
        assert index.with_any(keys) == wanted
        assert groups.cluster(common).index().with_any(keys) == []
        assert [*groups.cluster(with_keys)] == with_keys


@given(ROWS, st.data())
def test_rows_that_are_removed_are_found_no_more(rows: list[Row], data: st.DataObject) -> None:
    removed = data.draw(st.lists(st.sampled_from(rows)) if rows else st.just([]))
    left = [row for row in rows if row not in removed]
    with grouped(rows) as groups:
        groups.remove(removed)
        found = {group.key: [*group.members()] for group in groups.repeated(1)}
        assert {key: len(own) for key, own in found.items()} == Counter(row.key for row in left)
        assert groups.numbers_with([row.key for row in rows]) == sorted({row[1] for row in left})


def test_many_keys_are_looked_up_in_parts() -> None:
    rows = [Row(key, key + 1) for key in range(2000)]
    with grouped(rows) as groups:
        assert groups.numbers_with([*range(2000)]) == [*range(1, 2001)]


def test_a_key_is_made_of_eight_bytes() -> None:
    assert key_of(b"\0" * 7 + b"\1more") == 1
    assert key_of(b"\xff" * 8) == -1
