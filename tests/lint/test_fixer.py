"""Fixes are made all that can be at once, until the text rests; rules that fight are named and change nothing."""

from collections.abc import Iterator

import pytest

from corpusfmt.config.policy import default_policy
from corpusfmt.lint import checker
from corpusfmt.lint.context import Subject
from corpusfmt.lint.fixer import MOST_ROUNDS, apply, fix
from corpusfmt.model.diagnostic import Finding
from corpusfmt.rules import Rule
from corpusfmt.text.edits import Edit, Fix

POLICY = default_policy()


def rule(name: str, old: str, new: str, *, safe: bool = True, once: bool = True) -> Rule:
    """A rule that finds a text, and would have another in its place."""

    def check(subject: Subject) -> Iterator[Finding]:
        at = subject.text.find(old)
        while at >= 0:
            edits = (Edit(at, at + len(old), new),)
            yield Finding(name, "a fault", at, at + len(old), fix=Fix("mend it", edits, safe, "a reason"))
            at = -1 if once else subject.text.find(old, at + len(old))

    return Rule(name, 1, "warning", "A fault.", check)


@pytest.fixture
def rules(monkeypatch: pytest.MonkeyPatch) -> list[Rule]:
    """The rules that there are: none, until a test puts some in."""
    chosen: list[Rule] = []
    monkeypatch.setattr(checker, "all_rules", lambda: tuple(chosen))
    monkeypatch.setattr(checker, "_rules", lambda *_: tuple(rule.name for rule in chosen))
    return chosen


def test_fixes_are_made_until_none_is_left(rules: list[Rule]) -> None:
    rules += [rule("a", "1", "2"), rule("b", "2", "3"), rule("c", "x", "y", once=False)]
    fixed = fix(Subject("1 x x x 1"), POLICY)
    assert (fixed.text, fixed.fighting) == ("3 y y y 3", ())
    assert fixed.made == {"a": 2, "b": 2, "c": 3}
    assert fixed.report.diagnostics == ()


def test_unsafe_fixes_wait_until_they_are_asked_for(rules: list[Rule]) -> None:
    rules += [rule("a", "1", "2", safe=False), rule("b", "x", "y")]
    assert fix(Subject("1 x"), POLICY).text == "1 y"
    assert fix(Subject("1 x"), POLICY, unsafe=True).text == "2 y"


def test_of_fixes_that_touch_the_narrower_is_made_first(rules: list[Rule]) -> None:
    rules += [rule("wide", "abc", "-"), rule("narrow", "b", "B")]
    fixed = fix(Subject("abc"), POLICY)
    assert (fixed.text, fixed.made) == ("aBc", {"narrow": 1})


def test_rules_that_fight_are_named_and_nothing_is_changed(rules: list[Rule]) -> None:
    rules += [rule("there", "1", "2"), rule("back", "2", "1"), rule("other", "x", "y")]
    fixed = fix(Subject("1 x"), POLICY)
    assert (fixed.text, fixed.made) == ("1 x", {})
    assert set(fixed.fighting) == {"there", "back"}


def test_a_fix_that_never_ends_is_stopped(rules: list[Rule]) -> None:
    rules += [rule("grows", "a", "aa")]
    fixed = fix(Subject("a"), POLICY)
    assert (fixed.text, fixed.fighting) == ("a", ("grows",))
    assert MOST_ROUNDS < 100


def test_edits_are_made_in_any_order() -> None:
    assert apply("abcdef", [Edit(4, 5, ""), Edit(0, 1, "A"), Edit(2, 2, "-")]) == "Ab-cdf"


def test_very_many_fixes_are_made_in_one_round(rules: list[Rule]) -> None:
    rules += [rule("many", "x", "y", once=False)]
    fixed = fix(Subject("x " * 900), POLICY)
    assert (fixed.text, fixed.made) == ("y " * 900, {"many": 900})


def test_a_canonical_text_that_says_something_else_is_never_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpusfmt.lint.fixer.read_document", lambda text, orders: text)
    text = "# T\n\n\n\n\n\nText of more than a few words.\n"
    fixed = fix(Subject(text), POLICY)
    assert (fixed.text, fixed.unfaithful) == (text, True)
