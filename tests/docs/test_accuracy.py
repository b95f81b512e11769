"""The figures of docs/accuracy.md are those of the kinds of damage and of the rules."""

from __future__ import annotations

from benchmarks.damage import kinds
from corpusfmt.rules import all_rules
from scripts.accuracy_figures import figures, judged
from scripts.accuracy_page import MOST_DRAWN, accuracy_notes, accuracy_page
from tests.checkout import ROOT

RULES = {rule.name: rule for rule in all_rules()}


def test_each_kind_of_damage_was_measured() -> None:
    measured = figures()["kinds"]
    assert set(measured) == {kind.name for kind in kinds()}, "run benchmarks/accuracy.py"
    for kind in kinds():
        assert set(measured[kind.name]["rules"]) == set(kind.rules)


def test_the_counts_of_a_kind_agree() -> None:
    for name, counts in figures()["kinds"].items():
        scripts = counts["scripts"].values()
        assert counts["damaged"] == sum(made for made, _ in scripts), name
        assert counts["found"] == sum(found for _, found in scripts), name
        assert max(counts["rules"].values()) <= counts["found"] <= counts["damaged"], name


def test_the_counts_of_readers_agree() -> None:
    for name, counts in judged()["rules"].items():
        assert RULES[name].severity != "info", name
        assert counts["right"] + counts["doubtful"] <= counts["judged"] <= counts["findings"]
        assert bool(counts["reasons"]) == (counts["right"] < counts["judged"]), name
        assert counts["readers"] >= 1


def test_the_second_reader_judged_all_findings_or_forty() -> None:
    for name, counts in judged()["rules"].items():
        second = counts["second"]
        # Those that are newer than the sample are judged as well.
        assert min(counts["findings"], MOST_DRAWN) <= second["judged"] <= counts["findings"], name
        assert second["right"] + second["doubtful"] <= second["judged"]
        assert bool(second["reasons"]) == (second["right"] < second["judged"]), name


def test_each_repair_is_on_the_page() -> None:
    page = accuracy_page().splitlines()
    repairs = 0
    for name, counts in judged()["rules"].items():
        for repair in counts.get("repaired", []):
            repairs += 1
            assert 0 < repair["wrong"] <= repair["judged"]
            shown = f"{repair['wrong']} of {repair['judged']}: {repair['reason']}"
            assert any(line.startswith(f"- [{name}]") and shown in line for line in page)
    assert repairs


def test_findings_that_the_first_reader_has_not_judged_are_named() -> None:
    page = " ".join(accuracy_page().split())
    for name, counts in judged()["rules"].items():
        missing = min(counts["findings"], MOST_DRAWN) - counts["judged"]
        is_named = f"{missing} of [{name}](rules.md#{name})" in page
        assert is_named == (missing > 0), name


def test_the_page_and_the_rules_show_the_figures() -> None:
    page = (ROOT / "docs" / "accuracy.md").read_text("utf-8")
    assert page == accuracy_page(), "run `make generate`"
    rules = (ROOT / "docs" / "rules.md").read_text("utf-8")
    for note in accuracy_notes().values():
        assert note in rules


def test_a_rule_below_its_target_is_on_the_page() -> None:
    page = accuracy_page()
    for name, counts in judged()["rules"].items():
        row = next(
            line
            for line in page.splitlines()
            if line.startswith(f"| [{name}]")
            and f"| {counts['findings']} | {counts['judged']} |" in line
        )
        assert f"| {counts['right']} |" in row
