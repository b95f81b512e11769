"""What is compared again after files have changed is what a comparison of all files finds."""

from __future__ import annotations

import os
from array import array
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpusfmt.config.policy import default_policy
from corpusfmt.lint import compare as comparing
from corpusfmt.lint import many_findings
from corpusfmt.lint.checker import Checker
from corpusfmt.lint.compare import compare
from corpusfmt.lint.context import Context
from corpusfmt.lint.policy import Policy
from corpusfmt.lint.rule import CORPUS
from corpusfmt.model.diagnostic import Diagnostic, Report
from corpusfmt.model.file_result import FileResult
from corpusfmt.project.cache.cache import Cache
from corpusfmt.project.cache.location import COMPARISON
from corpusfmt.run import found_table
from corpusfmt.run.cached_results import content_digest, make_record
from corpusfmt.run.kept_comparison import KeptComparison
from tests.rules.across import article

MILL = "The Skerry News is printed on paper from the island's own mill."
STORM = "The ferry to Skerry sailed on Monday, the first crossing since a storm tore its ramp away."
LONG = " ".join(f"{word} passengers waited patiently" for word in "abcdefghijklm")
ROOF = "The roof was finished on Thursday, and the children are in their rooms for the first time."
GERMAN = "Die Uhr wird nicht mit dem Schiff gebracht, und das ist für den Hafen auch nicht gut."
BODIES = (
    (STORM,),
    (STORM, MILL),
    (STORM, MILL, LONG),
    (LONG,),
    (f"{LONG} again",),
    (f"Now {LONG}", MILL),
    (f"{LONG} for the third time, and nobody knows why", STORM),
    (f"{GERMAN} {GERMAN}",),
    ("Text.",),
)
HEADS = ("", "By [Ada Brook](#)", "By Your Island News")
URLS = ("", "https://merrow.example/a", "https://merrow.example/b", "https://skarv.example/c")
NAMES = tuple(f"{folder}/{name}.txt" for folder in "abc" for name in ("1", "2", "3", "é\udcff"))
SITE = tuple(f"e/{name}.txt" for name in "12345")
"""The articles of one site, with one author, and one of them in another language."""

Texts = dict[str, str | None]
"""The articles by their paths; None for a file that cannot be read."""


def policy() -> Policy:
    """The corpus rules, which report what few articles have in common."""
    base = default_policy()
    names = {rule.name for rule in base.every_rule() if rule.level == CORPUS}
    options = {
        ("shared-paragraph", "articles"): 2,
        ("site-author", "articles"): 2,
        ("unexpected-language", "articles"): 3,
        ("near-duplicate", "words"): 10,
        ("near-duplicate", "share"): 0.6,
    }
    own = replace(default_policy(only=names), options=options, coverage={"byline": 70, "url": 50})
    host = replace(own, coverage={"byline": 90}, severities={"duplicate-url": "error"})
    return replace(own, hosts={"merrow.example": host})


@cache
def checker() -> Checker:
    return Checker(policy())


@lru_cache(6000)
def result_of(path: str, text: str) -> FileResult:
    """Return the result of an article: most of them are those of the last comparison."""
    checked = checker().check_one(Context(text, path))
    return FileResult(checked.report, checked.host, checked.facts)


class Corpus:
    """Articles, their cache, and those that are new."""

    def __init__(self, folder: Path) -> None:
        self.policy = policy()
        self.cache = Cache(str(folder), str(folder), b"key")
        self.file = Path(self.cache.path + COMPARISON)
        self.texts: Texts = {}
        self.new: set[str] = set()
        self.has_changed = False

    def find_new(self, paths: Collection[str]) -> Collection[str]:
        return self.new.intersection(paths)

    def read(self, path: str) -> Context | None:
        text = self.texts.get(path)
        return None if text is None else Context(text, path)

    def results(self) -> Iterator[FileResult]:
        for path, text in sorted(self.texts.items()):
            if text is None:
                yield FileResult(Report(path, error="is gone"))
            else:
                yield result_of(path, text)

    def expected(self, *, asks: bool = True) -> list[Diagnostic]:
        return [*compare(self.results(), self.policy, self.read, self.find_new if asks else None)]

    def found(self, *, asks: bool = True, lacks_facts: bool = False) -> list[Diagnostic] | None:
        contents = array("q")
        for result in self.results():
            text = self.texts[result.path]
            if text is None:
                contents.append(0)
                continue
            digest = content_digest(text.encode(), "", self.policy)
            record = make_record(result, b"", digest, ())
            if lacks_facts:
                record = replace(record, facts=None)
            self.cache.put("a.txt", record)
            self.cache.flush()
            contents.append(self.cache.content_of("a.txt"))
        kept = KeptComparison(
            self.cache, self.policy, sorted(self.texts), contents, lambda: self.has_changed
        )
        found = kept.compare(self.read, self.find_new if asks else None)
        return None if found is None else [*found]

    def number(self) -> int:
        """The number of the file, which is another one if it was replaced."""
        return self.file.stat().st_ino


@contextmanager
def corpus(names: Sequence[str] = NAMES) -> Iterator[Corpus]:
    with TemporaryDirectory() as folder:
        made = Corpus(Path(folder))
        for number, name in enumerate(names):
            head, url = HEADS[number % 3], URLS[number % 4]
            body = BODIES[number % len(BODIES)]
            made.texts[name] = article(f"T{number % 5}", *body, head=head, url=url)
        for name, text in zip(SITE, (STORM, MILL, f"{MILL} {STORM}", ROOF, GERMAN), strict=True):
            blocks = (f"{text} {text}", f"{name}.")
            url = f"https://island.example/{name}"
            made.texts[name] = article(name, *blocks, head=HEADS[2], url=url)
        try:
            yield made
        finally:
            made.cache.close()


CONTENTS = st.builds(
    lambda title, body, head, url: article(title, *body, head=head, url=url),
    st.sampled_from(["T1", "T2", "T3", "A longer title"]),
    st.sampled_from(BODIES),
    st.sampled_from(HEADS),
    st.sampled_from(URLS),
)
MORE_NAMES = st.sampled_from((*NAMES, *SITE, "0.txt", "a/11.txt", "b/0.txt", "d.txt", "a.txt"))
EDITS = st.one_of(
    st.tuples(st.just("write"), MORE_NAMES, CONTENTS),
    st.tuples(st.just("lose"), MORE_NAMES, st.just("")),
    st.tuples(st.just("remove"), MORE_NAMES, st.just("")),
    st.tuples(st.just("move"), MORE_NAMES, MORE_NAMES),
    st.tuples(st.just("commit or not"), MORE_NAMES, st.just("")),
)
STEPS = st.lists(st.lists(EDITS, min_size=1, max_size=4), min_size=1, max_size=5)


def edit(made: Corpus, kind: str, name: str, other: str) -> None:
    if kind == "write":
        made.texts[name] = other
    elif kind == "commit or not":
        made.new ^= {name}
    elif name in made.texts:
        text = made.texts.pop(name)
        if kind == "move":
            made.texts[other] = text
        elif kind == "lose":
            made.texts[name] = None


@given(STEPS)
@settings(max_examples=settings().max_examples // 4, deadline=None)
def test_the_findings_are_those_of_a_comparison_of_all_files(
    steps: list[list[tuple[str, str, str]]],
) -> None:
    with corpus() as made:
        assert made.found() == made.expected()
        kept = made.number()
        for edits in steps:
            for one in edits:
                edit(made, *one)
            expected = made.expected()
            assert made.found() == expected
            assert made.found() == expected
            assert len(made.texts) < 9 or made.number() == kept  # nothing was compared in full


@given(STEPS)
@settings(max_examples=settings().max_examples // 8, deadline=None)
def test_the_findings_are_the_same_in_small_parts(
    steps: list[list[tuple[str, str, str]]],
) -> None:
    with corpus() as made, pytest.MonkeyPatch.context() as patch:
        for edits in ([], *steps):
            for one in edits:
                edit(made, *one)
            patch.undo()
            expected = made.expected()
            for module in (many_findings, comparing):
                patch.setattr(module, "AT_ONCE", 2)
            patch.setattr(found_table, "_ROWS_AT_ONCE", 1)
            patch.setattr(found_table, "_ANSWERS_KEPT", 1)
            assert made.found() == expected
            assert made.found() == expected


def test_every_rule_finds_something() -> None:
    with corpus() as made:
        expected = made.expected()
        assert {one.rule for one in expected} == {rule.name for rule in made.policy.every_rule()}
        assert made.found() == expected


def many(made: Corpus, count: int) -> list[str]:
    names = [f"{number:04}.txt" for number in range(count)]
    made.texts = {name: article(name, f"The {name} sailed.") for name in names}
    return names


@pytest.mark.slow
def test_files_of_several_blocks_are_numbered_in_order() -> None:
    with corpus() as made:
        names = many(made, 4200)
        assert made.found() == made.expected()
        kept = made.number()
        for name in (names[4100], "0000a.txt", names[4095]):
            made.texts[name] = article("Same", "The ferry to Skerry sailed.")
            found = made.found()
            assert found == made.expected()
        del made.texts[names[3]]
        assert made.found() == made.expected()
        assert made.number() == kept


def test_so_many_changes_are_compared_in_full() -> None:
    with corpus() as made:
        names = many(made, 200)
        assert made.found() == made.expected()
        kept = made.number()
        for name in names[:64]:
            made.texts[name] = article("Same", f"The {name} sailed away.")
        assert made.found() == made.expected()
        assert made.number() == kept
        for name in names[:65]:
            made.texts[name] = article("Same", "The ferry to Skerry sailed.")
        assert made.found() == made.expected()
        assert made.number() != kept


def test_a_place_without_numbers_left_is_compared_in_full() -> None:
    with corpus(NAMES[:2]) as made:
        made.texts = {"a": article("A", "Text."), "b": article("B", "Text.")}
        made.found()
        kept = made.number()
        for number in range(40):
            made.texts["b" + "0" * (40 - number)] = article("B", f"Text {number}.")
            assert made.found() == made.expected()
        assert made.number() != kept


def test_a_run_over_some_of_the_files_keeps_what_was_compared() -> None:
    with corpus() as made:
        made.found()
        texts = made.texts
        made.texts = dict(sorted(texts.items())[:8])
        assert made.found() is None
        made.texts = texts
        kept = made.number()
        assert made.found() == made.expected()
        assert made.number() == kept


def test_where_no_file_counts_as_new_all_are_compared() -> None:
    with corpus() as made:
        made.new = {NAMES[0], NAMES[4]}
        assert made.found() == made.expected() != made.expected(asks=False)
        assert made.found(asks=False) == made.expected(asks=False)
        assert made.found() == made.expected()


def test_nothing_is_kept_if_an_article_has_changed_meanwhile() -> None:
    with corpus() as made:
        made.has_changed = True
        assert made.found() == made.expected()
        assert not made.file.exists()
        made.has_changed = False
        made.found()
        before = made.file.read_bytes()
        made.has_changed = True
        made.texts["0.txt"] = article("T1", STORM)
        assert made.found() == made.expected()
        assert made.file.read_bytes() == before


def test_files_whose_facts_are_not_in_the_cache_are_left_to_others() -> None:
    with corpus() as made:
        assert made.found(lacks_facts=True) is None
        assert not made.file.exists()


def zero(data: bytes) -> bytes:
    return data[: len(data) // 2] + bytes(200) + data[len(data) // 2 + 200 :]


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "another content": zero,
    "the same content": lambda data: data,
    "no database": lambda data: b"text",
    "empty": lambda data: b"",
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_file_that_anything_else_has_written_is_replaced(
    damage: Callable[[bytes], bytes],
) -> None:
    with corpus() as made:
        made.found()
        kept = made.number()
        made.file.write_bytes(damage(made.file.read_bytes()))
        os.utime(made.file, ns=(1, 1))
        assert made.found() == made.expected()
        assert made.number() != kept
        made.texts["0.txt"] = article("T1", STORM)
        kept = made.number()
        assert made.found() == made.expected()
        assert made.number() == kept


def test_a_file_that_is_gone_is_written_again() -> None:
    with corpus() as made:
        made.found()
        made.file.unlink()
        assert made.found() == made.expected()
        assert made.file.exists()
