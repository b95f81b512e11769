"""The table of the rules has what their modules declare, and is not used when it is outdated."""

from __future__ import annotations

import pickle
from dataclasses import fields
from pathlib import Path

import pytest

from corpusfmt.lint.declared_rule import DeclaredRule, from_line, to_line
from corpusfmt.lint.rule import Rule
from corpusfmt.rules import TABLE, all_rules, loaded_rules, rules_of
from tests.checkout import ROOT

FOLDER = ROOT / "src" / "corpusfmt" / "rules"


def test_the_rules_are_those_of_the_modules() -> None:
    declared, loaded = all_rules(), loaded_rules()
    assert all(isinstance(rule, DeclaredRule) for rule in declared)
    assert len(declared) == len(loaded)
    for one, other in zip(declared, loaded, strict=True):
        for field in fields(Rule):
            assert getattr(one, field.name) == getattr(other, field.name), (one.name, field.name)
        assert one == other
        assert other == one
        assert one.summary == other.summary


def test_a_rule_survives_pickle() -> None:
    for rule in all_rules():
        again = pickle.loads(pickle.dumps(rule))
        assert again == rule
        assert hash(again) == hash(rule)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "",
        lambda text: text.replace("invalid-utf8", "valid-utf8"),
        lambda text: text.partition("\n")[2],
        lambda text: text.replace("=", " =", 1),
        lambda text: text.replace("=yes", "=maybe"),
    ],
)
def test_an_outdated_table_is_not_used(change: object, tmp_path: Path) -> None:
    assert callable(change)
    text = change((FOLDER / TABLE).read_text("utf-8"))
    (tmp_path / TABLE).write_text(text, "utf-8")
    found = rules_of(str(tmp_path / TABLE))
    assert not any(isinstance(rule, DeclaredRule) for rule in found)
    assert found == loaded_rules()


def test_without_a_table_the_rules_are_those_of_the_modules(tmp_path: Path) -> None:
    assert rules_of(str(tmp_path / TABLE)) == loaded_rules()


@pytest.mark.parametrize("need", ["_ _", "a,b", "\n\t", "%41", "=", "|", "\u3000", "not canonical"])
def test_a_need_survives_the_table(need: str) -> None:
    rule = Rule("a-rule", 4, "warning", "A page.", needs=(need, "&"))
    again = from_line(to_line(rule), "corpusfmt.rules.content.a_rule", 4)
    assert again.needs == (need, "&")


def test_a_line_has_what_differs_from_the_defaults() -> None:
    rule = Rule("a-rule", 4, "warning", "A page.", kinds=("a", "b"), is_on=False, fewest=1)
    line = to_line(rule)
    assert line == "a-rule severity=warning is_on=no fewest=1 kinds=a,b"
    again = from_line(line, "corpusfmt.rules.content.a_rule", 4)
    assert (again.name, again.level, again.severity) == ("a-rule", 4, "warning")
    assert (again.kinds, again.is_on, again.fewest, again.fix) == (("a", "b"), False, 1, "none")
