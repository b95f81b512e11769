"""Results that arrived before their turn: in memory, in a file, or with neither."""

import pickle

import pytest

from corpusfmt.files.arrived import Arrived


def test_the_parts_of_a_chunk_are_returned_in_order() -> None:
    results = Arrived()
    results.split(3, 2)
    results.add(3, 1, pickle.dumps(["c"]))
    assert not results.has(3)
    results.add(3, 0, pickle.dumps(["a", "b"]))
    assert results.has(3)
    assert list(results.take(3)) == ["a", "b", "c"]
    assert not results.has(3)


def test_more_than_fits_into_memory_comes_back_from_the_file() -> None:
    results = Arrived(in_memory=1000)
    for number in range(100):
        results.add(number, 0, pickle.dumps([str(number) * 100]))
    assert results.has_room
    assert sum(isinstance(kept, bytes) for kept in results._kept.values()) < 10
    for number in range(100):
        assert list(results.take(number)) == [str(number) * 100]
    assert results._size == 0
    results.close()


def test_an_exception_is_raised_in_its_turn() -> None:
    results = Arrived()
    results.add(0, 0, pickle.dumps(ValueError("wrong")))
    with pytest.raises(ValueError, match="wrong"):
        list(results.take(0))
