"""What fixes hide is found: problems that are neither repaired nor still reported."""

from __future__ import annotations

from corpusfmt.config.policy import default_policy
from corpusfmt.lint.checker import Checker
from corpusfmt.lint.context import Context
from corpusfmt.lint.hidden import hidden_problems
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.rules import NAMES

POLICY = default_policy(only=frozenset(NAMES))
HEADER = "# Ferry Runs Again\n\nBy Ada Brook\n\n\n\n"
TEASER = HEADER + "It sailed.\n\nTo continue reading, subscribe.\n"


def found(text: str) -> tuple[Diagnostic, ...]:
    return Checker(POLICY).check(Context(text)).diagnostics


def hidden(before: str, after: str, **made: int) -> set[str]:
    named = {name.replace("_", "-"): count for name, count in made.items()}
    return {*hidden_problems(before, found(before), after, found(after), named, POLICY)}


def test_nothing_is_hidden_where_all_is_reported() -> None:
    text = HEADER + "It sailed.\n\nwords ## words and a [half link](\n"
    assert hidden(text, text) == set()


def test_a_finding_whose_line_is_left_is_hidden() -> None:
    before = HEADER + "It sailed.\n\nThe **ferry was late.\n"
    assert "stray-emphasis" in {one.rule for one in found(before)}
    after = before.replace("**", "")
    assert hidden(before, after) == {"stray-emphasis"}
    assert hidden(before, after, stray_emphasis=1) == set()


def test_a_finding_whose_words_are_removed_is_not_hidden() -> None:
    before = HEADER + "It sailed.\n\nThe **ferry was late.\n"
    assert hidden(before, HEADER + "It sailed.\n") == set()


def test_a_sign_of_a_defect_of_the_article_must_not_be_removed() -> None:
    before = HEADER + "It sailed on Monday with 61 passengers.\n\nRead the full story →\n"
    rules = {one.rule for one in found(before)}
    assert "truncated-article" in rules
    after = HEADER + "It sailed on Monday with 61 passengers.\n"
    assert "truncated-article" in hidden(before, after, boilerplate=1)


def test_the_form_is_repaired_by_any_rewriting() -> None:
    before = HEADER.replace("\n\n\n\n", "\n\n \n\n") + "Cafe\u0301.\n"
    after = HEADER + "Caf\xe9.\n"
    assert {"not-nfc", "layout"} <= {one.rule for one in found(before)}
    assert hidden(before, after, layout=1) == set()


def test_rules_that_report_the_same_problem_count_together() -> None:
    before = HEADER + "It sailed.\n\nMarch 14, 2023\n\nMore of it.\n"
    after = (
        "# Ferry Runs Again\n\nMarch 14, 2023\n\nBy Ada Brook\n\n\n\nIt sailed.\n\nMore of it.\n"
    )
    problems = {rule.name: rule.problem for rule in POLICY.every_rule() if rule.problem}
    dated = [one.rule for one in found(before) if problems.get(one.rule) == "date"]
    assert dated == ["stranded-date"]
    assert hidden(before, after, unread_date=1) == set()
