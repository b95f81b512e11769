"""Counts by name, of which the rare ones are dropped where there are too many."""

from corpusfmt.stats.counter import TopCounter, by_count


def test_the_most_frequent_come_first_and_equal_ones_by_name() -> None:
    counter = TopCounter(10)
    counter.update({"b": 1, "c": 2, "a": 1})
    counter.add("c")
    assert counter.top() == [("c", 3), ("a", 1), ("b", 1)]
    assert counter.top(1) == [("c", 3)]
    assert len(counter) == 3
    assert not counter.dropped
    assert by_count([("b", 1), ("a", 1)]) == [("a", 1), ("b", 1)]


def test_rare_names_are_dropped_where_there_are_too_many() -> None:
    counter = TopCounter(2)
    counter.update({"a": 5, "b": 3, "c": 2, "d": 1})
    assert (len(counter), counter.dropped) == (4, False)
    counter.add("e")
    assert counter.dropped
    assert counter.top() == [("a", 5), ("b", 3)]
