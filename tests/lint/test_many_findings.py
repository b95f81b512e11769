"""Many findings of corpus rules are those of few, in the same order, and are not all in memory."""

import gc
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from random import Random

import pytest

from corpusfmt.config.policy import default_policy
from corpusfmt.lint import compare as comparing
from corpusfmt.lint import many_findings
from corpusfmt.lint.checker import Checker, CheckResult
from corpusfmt.lint.compare import compare
from corpusfmt.lint.context import Context
from corpusfmt.lint.corpus import CorpusFinding
from corpusfmt.lint.many_findings import KeptFindings, SortedDiagnostics, in_parts
from corpusfmt.lint.policy import Policy
from corpusfmt.model.diagnostic import Diagnostic
from tests.rules.across import article

STORM = "The ferry to Skerry sailed on Monday, the first crossing since a storm tore its ramp away."


def set_number(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Set how many findings are in memory at once."""
    for module in (many_findings, comparing):
        monkeypatch.setattr(module, "AT_ONCE", number)


def finding(number: int) -> CorpusFinding:
    return CorpusFinding(number, f"message {number}", None, "/body/0")


@pytest.mark.parametrize("count", [0, 1, 3, 4, 10])
def test_findings_are_iterated_over_again(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    set_number(monkeypatch, 3)
    findings = [finding(number) for number in range(count)]
    kept = KeptFindings(iter(findings))
    assert [*kept] == [*kept] == findings
    parts = [*in_parts(kept)]
    assert all(0 < len(part) <= 3 for part in parts)
    assert [*chain.from_iterable(parts)] == findings


def diagnostic(path: str, line: int, column: int, message: str) -> Diagnostic:
    return Diagnostic(path, "rule", 5, "warning", message, line, column, line, column, "")


@pytest.mark.parametrize("number", [2, 1000])
def test_diagnostics_are_sorted_by_rule_path_and_place(
    number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_number(monkeypatch, number)
    rows: list[tuple[int, Diagnostic]] = []
    for path in ("a", "a/b", "é", "\udcff", "𝒜"):
        for line in (1, 2, 10):
            rows.append((line % 2, diagnostic(path, line, 3 - line % 3, path)))
            rows.append((line % 2, diagnostic(path, line, 3 - line % 3, "the same place")))
    Random(1).shuffle(rows)
    store = SortedDiagnostics()
    for rule, one in rows:
        store.add(rule, [one])
    expected = sorted(rows, key=lambda row: (row[0], row[1].path, row[1].line, row[1].column))
    assert [*store] == [*store] == [one for _, one in expected]


def corpus_policy() -> Policy:
    names = {"duplicate-body", "duplicate-url", "near-duplicate", "shared-paragraph"}
    options = {("shared-paragraph", "articles"): 2, ("near-duplicate", "words"): 10}
    return replace(default_policy(only=names), options=options)


def check(texts: Mapping[str, str], policy: Policy) -> list[CheckResult]:
    return [Checker(policy).check_one(Context(text, path)) for path, text in texts.items()]


@pytest.mark.parametrize("new", [(), ("a03",), ("a00", "a01", "b02", "b03", "c00")])
def test_large_groups_have_the_findings_of_small_ones(
    new: Sequence[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    texts: dict[str, str] = {}
    for number in range(8):
        url = f"https://skerry.example/{number // 4}"
        texts[f"a{number:02}"] = article(f"A{number}", STORM, url=url)
        texts[f"b{number:02}"] = article(f"B{number}", f"{STORM} Number {number}.", url=url)
        texts[f"c{number:02}"] = article(f"C{number}", STORM, f"The {number}.", url=url)
    policy = corpus_policy()
    results = check(texts, policy)

    def find() -> list[Diagnostic]:
        def find_new(paths: Collection[str]) -> Collection[str]:
            return {*new}.intersection(paths)

        return [*compare(results, policy, lambda path: Context(texts[path], path), find_new)]

    expected = find()
    assert {one.rule for one in expected} == {rule.name for rule in policy.every_rule()}
    for at_once in (1, 2, 5):
        set_number(monkeypatch, at_once)
        assert find() == expected


def test_few_findings_are_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    set_number(monkeypatch, 20)
    policy = replace(default_policy(only={"duplicate-body"}))
    results = check({f"{number:04}": article("T", STORM) for number in range(400)}, policy)

    def count() -> int:
        return sum(type(one) in (Diagnostic, CorpusFinding) for one in gc.get_objects())

    before, most = count(), 0

    def read(path: str) -> Context | None:
        nonlocal most
        if path.endswith("9"):
            most = max(most, count() - before)
        return None

    found: Iterator[Diagnostic] = compare(results, policy, read)
    assert sum(1 for _ in found) == 399
    assert most <= 5 * 20
