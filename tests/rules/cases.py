"""What the tests of the rules share: an article around a block, and the findings of one rule."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import nullcontext
from functools import cache
from importlib.util import find_spec

import pytest
from filelock import FileLock

from corpusfmt.config.policy import default_policy
from corpusfmt.lint.context import Context
from corpusfmt.lint.needs import has_one
from corpusfmt.lint.prefilter import Prefilter, prefilter_of
from corpusfmt.lint.rule import Rule
from corpusfmt.model.diagnostic import Finding
from corpusfmt.rules import all_rules
from corpusfmt.rules._shared import passages
from corpusfmt.text.edits import apply
from corpusfmt.text.pattern_set import kept_beside_bytecode

DEFAULT = default_policy()
RULES: dict[str, Rule] = {rule.name: rule for rule in all_rules()}
OTHERS = tuple(rule for name, rule in RULES.items() if name not in DEFAULT.on)
"""The rules that are off by default, whose expressions are compiled at once."""

Found = tuple[str, str, str]
"""The place of a finding, as ``line:column``, the text in its span, and its message."""


def article(*body: str, head: str = "") -> str:
    """A canonical article with these blocks as its body, and these lines below its title."""
    return (
        "# Ferry Runs Again\n\n"
        + (f"{head}\n\n" if head else "")
        + "\n\n"
        + "\n\n".join(body)
        + "\n"
    )


def findings(rule: str, content: str | bytes, require: Sequence[str] = ()) -> list[Finding]:
    """What a rule finds."""
    return find(rule, Context(content, require=require))


def find(rule: str, context: Context) -> list[Finding]:
    """What a rule finds, which its prefilter has to let through, and where it looks by parts."""
    if not may_have_findings(RULES[rule], context):
        return []
    made = list(RULES[rule].check(context))
    if rule in by_passages():
        assert made == find_in_every_passage(rule, context), f"{rule} skips a passage"
    if made and RULES[rule].prefilter is not None:
        rules = DEFAULT.rules if rule in DEFAULT.on else OTHERS
        likely = prepared(*rules).find([context])
        assert likely.get(rule, [0]) == [0], f"no expression of {rule} matches {context.text!r}"
    return made


def may_have_findings(rule: Rule, context: Context) -> bool:
    """Whether the rule is called for a text at all."""
    has_what_it_needs = not rule.needs or has_one(context, rule.needs)
    return has_what_it_needs and (rule.applies is None or rule.applies(context))


@cache
def by_passages() -> frozenset[str]:
    """The rules that look with `re` which passages their expressions match."""
    return frozenset(
        name
        for name, rule in RULES.items()
        if rule.prefilter is not None
        and hasattr(sys.modules[rule.loaded().check.__module__], "remains")
    )


def find_in_every_passage(rule: str, context: Context) -> list[Finding]:
    """What a rule finds if it skips no passage."""
    whole = Context(context.reading, context.name, context.require, context.options)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passages, "_compile", lambda _: ())
        return list(RULES[rule].check(whole))


@cache
def prepared(*rules: Rule) -> Prefilter:
    """The prefilter of some rules, whose expressions are loaded or compiled once for all tests.

    Compiling them takes seconds: the processes that run the tests wait for the first one.
    """
    prefilter = prefilter_of(rules)
    kept = kept_beside_bytecode()
    with nullcontext() if kept is None else FileLock(f"{kept}.lock"):
        is_ready = prefilter.prepare()
    assert is_ready or find_spec("hyperscan") is None, "hyperscan refuses the expressions"
    return prefilter


def found(rule: str, content: str | bytes, require: Sequence[str] = ()) -> list[Found]:
    """What a rule finds: place, span and message of each finding."""
    context = Context(content, require=require)
    return [
        (
            "{}:{}".format(*context.source.position(finding.start)),
            context.text[finding.start : finding.end],
            finding.message,
        )
        for finding in find(rule, context)
    ]


def expected(rule: str, content: str | bytes) -> list[str | None]:
    """What a rule expected, finding by finding."""
    return [finding.expected for finding in findings(rule, content)]


def fixed(rule: str, text: str) -> str:
    """The text after the fix of the one finding of a rule."""
    [finding] = findings(rule, text)
    assert finding.fix is not None
    return apply(text, finding.fix.edits)
