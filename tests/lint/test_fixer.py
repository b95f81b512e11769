"""Fixes are made all that can be at once, until the text rests.

Rules that fight are named and change nothing.
"""

from collections.abc import Iterator
from dataclasses import replace

from corpusfmt.config.policy import default_policy
from corpusfmt.lint.checker import Checker
from corpusfmt.lint.context import Context
from corpusfmt.lint.fixer import MOST_ROUNDS, FixResult, fix, fix_all
from corpusfmt.lint.policy import Policy
from corpusfmt.lint.rule import Rule
from corpusfmt.model.diagnostic import Finding
from corpusfmt.text.edits import Edit, Fix, apply

POLICY = default_policy()


def rule(name: str, old: str, new: str, *, safe: bool = True, once: bool = True) -> Rule:
    """A rule that finds a text, and would have another in its place."""

    def check(context: Context) -> Iterator[Finding]:
        at = context.text.find(old)
        while at >= 0:
            edits = (Edit(at, at + len(old), new),)
            yield context.finding(
                (at, at + len(old)), "a problem", fix=Fix("fix it", edits, safe, "a reason")
            )
            at = -1 if once else context.text.find(old, at + len(old))

    return Rule(name, 1, "warning", "A fault.", check)


def test_fixes_are_made_until_none_is_left() -> None:
    policy = Policy(
        (
            rule("a", "1", "2"),
            rule("b", "2", "3"),
            rule("c", "x", "y", once=False),
        )
    )
    fixed = fix(Context("1 x x x 1"), policy)
    assert (fixed.text, fixed.conflicting) == ("3 y y y 3", ())
    assert fixed.made == {"a": 2, "b": 2, "c": 3}
    assert fixed.report.diagnostics == ()


def test_unsafe_fixes_need_the_option() -> None:
    policy = Policy(
        (
            rule("a", "1", "2", safe=False),
            rule("b", "x", "y"),
        )
    )
    assert fix(Context("1 x"), policy).text == "1 y"
    assert fix(Context("1 x"), policy, unsafe=True).text == "2 y"


def test_of_fixes_that_touch_the_narrower_is_made_first() -> None:
    policy = Policy(
        (
            rule("wide", "abc", "-"),
            rule("narrow", "b", "B"),
        )
    )
    fixed = fix(Context("abc"), policy)
    assert (fixed.text, fixed.made) == ("aBc", {"narrow": 1})


def test_rules_that_fight_are_named_and_nothing_is_changed() -> None:
    policy = Policy(
        (
            rule("there", "1", "2"),
            rule("back", "2", "1"),
            rule("other", "x", "y"),
        )
    )
    fixed = fix(Context("1 x"), policy)
    assert (fixed.text, fixed.made) == ("1 x", {})
    assert set(fixed.conflicting) == {"there", "back"}


def test_a_fix_that_never_ends_is_stopped() -> None:
    policy = Policy((rule("grows", "a", "aa"),))
    fixed = fix(Context("a"), policy)
    assert (fixed.text, fixed.conflicting) == ("a", ("grows",))
    assert MOST_ROUNDS < 100


def test_edits_are_made_in_any_order() -> None:
    assert apply("abcdef", [Edit(4, 5, ""), Edit(0, 1, "A"), Edit(2, 2, "-")]) == "Ab-cdf"


def test_very_many_fixes_are_made_in_one_round() -> None:
    policy = Policy((rule("many", "x", "y", once=False),))
    fixed = fix(Context("x " * 900), policy)
    assert (fixed.text, fixed.made) == ("y " * 900, {"many": 900})


def test_a_canonical_text_of_another_document_is_never_written() -> None:
    policy = Policy((replace(rule("last", "few", "many"), apply_last=True),))
    text = "# T\n\n\n\nText of more than a few words.\n"
    fixed = fix(Context(text), policy)
    assert (fixed.text, fixed.unfaithful) == (text, True)


GUESS = "# T\n\n\n\nIda Holm\n\nThe first ferry sailed.\n"


def accepted(policy: Policy, *, unsafe: bool) -> list[str]:
    report = fix(Context(GUESS), policy, unsafe=unsafe).report
    return [one.message for one in report.diagnostics if one.rule == "ambiguous-credit"]


def test_a_guess_that_an_unsafe_fix_accepts_is_still_reported() -> None:
    message = "“Ida Holm” is read as the credit, but may not be one"
    assert accepted(POLICY, unsafe=False) == [message]
    assert accepted(POLICY, unsafe=True) == [f"guess accepted: {message}"]


def test_a_guess_is_not_reported_if_its_rule_does_not_run() -> None:
    others = frozenset(rule.name for rule in POLICY.rules) - {"ambiguous-credit"}
    assert accepted(default_policy(only=others), unsafe=True) == []


def test_texts_that_are_fixed_together_come_out_as_alone() -> None:
    policy = default_policy()
    texts = [f"# Ferry {number}  \n\n\n\n\nIt sailed  .\n" for number in range(5)]
    texts += [
        "# Bakery\n\n\n\nIt is canonical.\n",
        "",
        "# A\n\n\n\nAn &eacute; **bold** <b>x</b>.\n",
    ]
    contexts = [Context(text, f"{number}.txt") for number, text in enumerate(texts)]
    for unsafe in (False, True):
        together = fix_all(contexts, Checker(policy), unsafe=unsafe)
        for text, one in zip(texts, together, strict=True):
            assert isinstance(one, FixResult)
            alone = fix(Context(text, one.context.name), policy, unsafe=unsafe)
            assert (one.text, one.report, one.made) == (alone.text, alone.report, alone.made)
            assert one.reason == alone.reason
            again = Checker(policy).check_one(Context(one.text, one.context.name))
            assert (one.checked.facts, one.checked.host) == (again.facts, again.host)


def test_a_rule_that_fails_costs_its_text_alone() -> None:
    def fail(context: Context) -> Iterator[Finding]:
        if "Bakery" in context.text:
            raise KeyError("bakery")
        yield from ()

    broken = Rule("broken", 4, "error", "", check=fail)
    policy = replace(default_policy(), rules=(*default_policy().rules, broken))
    texts = (
        "# Ferry\n\n\n\n\nIt sailed.\n",
        "# Bakery\n\n\n\n\nIt closed.\n",
        "# Roof\n\n\n\n\nNew.\n",
    )
    contexts = [Context(text, "a.txt") for text in texts]
    first, second, third = fix_all(contexts, Checker(policy))
    assert isinstance(second, KeyError)
    for one in (first, third):
        assert isinstance(one, FixResult)
        assert one.made


def _hiding(name: str, old: str, new: str, sign: str) -> Rule:
    """A rule that finds a text, if a sign is in the text as well."""
    finds = rule(name, old, new)

    def check(context: Context) -> Iterator[Finding]:
        if sign in context.text:
            yield from finds.check(context)

    return replace(finds, check=check)


def test_a_fix_that_hides_what_another_rule_has_found_is_not_made() -> None:
    found = _hiding("found", "a problem", "", sign="x")
    policy = Policy((rule("hides", "x", "y"), replace(found, fix="none"), rule("other", "1", "2")))
    without = Policy((policy.rules[0], policy.rules[2]))
    text = "a problem\nx\n1\n"
    assert fix(Context(text), without).text == "a problem\ny\n2\n"
    fixed = fix(Context(text), Policy((policy.rules[0], _unfixed(found), policy.rules[2])))
    assert (fixed.text, fixed.made) == ("a problem\nx\n2\n", {"other": 1})
    left = {one.rule: one.fix for one in fixed.report.diagnostics}
    assert left == {"hides": None, "found": None}


def _unfixed(one: Rule) -> Rule:
    """Return a rule whose findings have no fixes."""

    def check(context: Context) -> Iterator[Finding]:
        for finding in one.check(context):
            yield replace(finding, fix=None)

    return replace(one, check=check)


def test_the_settings_of_another_host_hide_nothing() -> None:
    """A fix that adds the URL may end findings of rules that do not run for its host."""
    finds = rule("finds", "words", "")
    adds = rule("adds", "URL", "Original url: <https://a.example/b>")
    policy = Policy((_unfixed(finds), adds), hosts={"a.example": Policy((adds,))})
    text = "# T\n\n\n\nSome words.\n\nURL\n"
    fixed = fix(Context(text), policy)
    assert (fixed.made, fixed.report.diagnostics) == ({"adds": 1}, ())
