"""A fix that escapes a character is never safe: the escape says that it is no mark."""

import pytest

from corpusfmt.api.checking import check
from corpusfmt.lint.escapes import WHY_UNSAFE, without_sealing
from corpusfmt.rules import NAMES
from corpusfmt.text.edits import Edit, Fix

CASES = {
    "a star": ("a *b", Edit(2, 4, "\\*b"), False),
    "a reference": ("By Ada", Edit(0, 1, "&#66;"), False),
    "a hexadecimal reference": ("• a", Edit(0, 1, "&#x2022;"), False),
    "a number": ("1. a", Edit(1, 2, "\\."), False),
    "an escape that moves": ("\\*a", Edit(0, 3, "a \\*"), True),
    "an escape that is made with the text beside it": ("\\x*a", Edit(1, 2, ""), False),
    "an escape of another character": ("\\*a_", Edit(0, 4, "*a\\_"), False),
    "no escape": ("By  Ada", Edit(2, 4, " "), True),
    "a backslash before a letter": ("a", Edit(0, 1, "\\a"), True),
}


@pytest.mark.parametrize(("text", "edit", "safe"), CASES.values(), ids=CASES)
def test_a_fix_that_adds_an_escape_is_unsafe(text: str, edit: Edit, safe: bool) -> None:
    fix = without_sealing(text, Fix("fix it", (edit,), True, "a reason"))
    assert (fix.safe, fix.why) == (safe, "a reason" if safe else WHY_UNSAFE)


def test_an_unsafe_fix_keeps_its_reason() -> None:
    fix = Fix("fix it", (Edit(0, 1, "\\*"),), False, "a reason")
    assert without_sealing("*", fix) == fix


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("byline-form", "# T\n\nBy [*Ada Brook](#)\n\n\n\nWords.\n"),
        ("byline-form", "# T\n\nBy Ada Brook*\n\n\n\nWords.\n"),
        ("related-form", "# T\n\n\n\nWords.\n\n**Related**: [a *b](#)\n"),
        ("html-entity", "# T\n\n\n\nWords &amp;#42;a.\n"),
        ("layout", "# T\n\n\n\nWords `a`.\n"),
    ],
)
def test_no_rule_has_a_safe_fix_that_escapes(rule: str, text: str) -> None:
    found = check(text, rules=frozenset(NAMES)).diagnostics
    fixes = [one.fix for one in found if one.rule == rule and one.fix is not None]
    assert all(fix.safe is False for fix in fixes)
