"""A guess about a credit is never sealed: what is reported is still reported after fmt and fixes.

That is law 8 for credits: canonical text is written for a guess only where a person asks for it.
"""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.config.policy import default_policy
from corpusfmt.lint.context import Context
from corpusfmt.lint.fixer import fix
from corpusfmt.rules import NAMES
from corpusfmt.run.format_file import FormatTask, format_bytes
from corpusfmt.testing.text import credit_lines, texts
from tests.property.scraped import scraped
from tests.rules.cases import RULES

POLICY = default_policy(only=frozenset(NAMES))
RULES_OF_CREDITS = ("ambiguous-credit", "possible-credit")


def reported(text: str) -> Counter[str]:
    """Return the findings of the rules of credits, by their messages."""
    context = Context(text)
    found: Counter[str] = Counter()
    for name in RULES_OF_CREDITS:
        found.update([finding.message for finding in RULES[name].check(context)])
    return found


def formatted(text: str, *, unsafe: bool) -> tuple[str, str]:
    """Return the status of formatting a text, and the text after it."""
    task = FormatTask(POLICY, None, unsafe, shows_patch=False, name="-")
    result, data = format_bytes(text.encode("utf-8", "replace"), "-", task)
    return result.status, data.decode()


def lines() -> st.SearchStrategy[str]:
    """Return articles whose first line after the gap, or without a gap, has words of credits."""
    return st.builds(
        "# T\n{}{}\n{}Some words.\n\nMore words.\n".format,
        st.sampled_from(("\n\n\n", "\n", "\nBy Ada Brook\n\n\n\n", "\nIntro.\n\n\n\n")),
        credit_lines(),
        st.sampled_from(("\n", "", "- one\n\n", "\n\n\n\n")),
    )


@given(st.one_of(lines(), lines(), texts(), scraped()))
def test_neither_fmt_nor_a_safe_fix_seals_a_credit(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    before = reported(text)
    status, after = formatted(text, unsafe=False)
    if status == "changed":
        assert reported(after) >= before
    else:
        assert after == text
    left = reported(fix(Context(text), POLICY).context.text)
    assert left.total() > 0 or not before


@given(lines())
def test_what_is_accepted_is_listed(text: str) -> None:
    task = FormatTask(POLICY, None, unsafe=True, shows_patch=False, name="-")
    result, _ = format_bytes(text.encode(), "-", task)
    listed = [one.message for one in result.diagnostics if one.rule == "ambiguous-credit"]
    wanted = [
        f"guess accepted: {finding.message}"
        for finding in RULES["ambiguous-credit"].check(Context(text))
    ]
    assert result.status != "changed" or listed == wanted
