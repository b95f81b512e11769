"""Samples are the same whatever the order of the items, and however they were filtered before."""

from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.stats.sample import Sample, key_of, largest_share

KEYS = st.lists(st.integers(0, 1 << 64), unique=True)


def sample_of(keys: list[int], limit: int) -> list[int]:
    sample: Sample[int] = Sample(limit)
    for key in keys:
        sample.add(key, key)
    return sample.items()


@given(KEYS, st.integers(1, 9))
def test_the_smallest_keys_are_kept(keys: list[int], limit: int) -> None:
    assert sample_of(keys, limit) == sorted(keys)[:limit]


@given(KEYS, st.integers(1, 9), st.integers(1, 4))
def test_processes_may_filter_their_parts(keys: list[int], limit: int, processes: int) -> None:
    filters: list[Sample[None]] = [Sample(limit) for _ in range(processes)]
    whole: Sample[int] = Sample(limit)
    for number, key in enumerate(keys):
        own = filters[number % processes]
        if own.admits(key):
            own.add(key, None)
            whole.add(key, key)
    assert whole.items() == sorted(keys)[:limit]


def test_of_equal_keys_the_first_items_are_kept() -> None:
    sample: Sample[str] = Sample(2)
    for name in "abc":
        sample.add(1, name)
    assert sample.items() == ["a", "b"]
    assert not sample.admits(1)


def test_keys_depend_on_all_parts() -> None:
    assert key_of("a", "b", 1) == key_of("a", "b", 1)
    assert len({key_of("a", "b"), key_of("ab"), key_of("ab", ""), key_of("b", "a")}) == 4
    assert key_of("file\udc80") != key_of("file")


@given(st.lists(st.integers(0, 50), max_size=8), st.integers(0, 200))
def test_the_share_is_the_largest_that_fits(sizes: list[int], total: int) -> None:
    share = largest_share(sizes, total)

    def used(limit: int) -> int:
        return sum(min(size, limit) for size in sizes)

    assert used(share) <= total
    assert used(share + 1) > total or used(share) == sum(sizes)
