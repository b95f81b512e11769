"""What corpus rules have collected comes back in order, however much it is."""

import random

import pytest

from corpusfmt.lint.facts import FactStore, RuleFacts
from corpusfmt.model.diagnostic import Report
from corpusfmt.model.file_result import FileResult

FACTS: tuple[object, ...] = ("text", b"\0\xff", 7, (), ("a", b"b", (1, 2)), None)
SIZES = pytest.mark.parametrize("size", [1, 10, 5000])


def stored(paths: list[str]) -> RuleFacts:
    store = FactStore()
    for number, path in enumerate(paths):
        fact = FACTS[number % len(FACTS)]
        store.add(FileResult(Report(path), f"host{number}", {"rule": fact}))
    facts = store.of_rule("rule")
    assert facts is not None
    return facts


def paths_of(size: int) -> list[str]:
    return [f"{number % 3}/é\udcff/{number:05}.txt" for number in range(size)]


@SIZES
@pytest.mark.parametrize("is_sorted", [True, False])
def test_the_articles_are_sorted_by_path(size: int, is_sorted: bool) -> None:
    paths = sorted(paths_of(size))
    if not is_sorted:
        random.Random(1).shuffle(paths)
    facts = stored(paths)
    assert len(facts) == size
    for _ in range(2):
        entries = [*facts.entries()]
        assert [entry.path for entry in entries] == sorted(paths)
    for entry in entries[:: max(1, size // 50)]:
        number = paths.index(entry.path)
        assert entry.host == f"host{number}"
        assert entry.fact == FACTS[number % len(FACTS)]
        assert facts.entry(entry.number) == entry
        assert facts.path(entry.number) == entry.path
    assert [entry.number for entry in entries] == [*range(1, size + 1)]


def test_articles_can_be_added_after_others_were_read() -> None:
    store = FactStore()
    for number in range(700):
        store.add(FileResult(Report(f"{number:03}"), facts={"rule": number}))
        facts = store.of_rule("rule")
        assert facts is not None
        if number % 100 == 0:
            assert [entry.fact for entry in facts.entries()] == [*range(number + 1)]


def test_rules_are_apart() -> None:
    store = FactStore()
    for number in range(600):
        store.add(FileResult(Report(f"{number:03}"), facts={"one": 1, "two": "2"}))
    store.add(FileResult(Report("clean")))
    one, two = store.of_rule("one"), store.of_rule("two")
    assert one is not None
    assert two is not None
    assert {entry.fact for entry in one.entries()} == {1}
    assert {entry.fact for entry in two.entries()} == {"2"}
    assert store.of_rule("three") is None
