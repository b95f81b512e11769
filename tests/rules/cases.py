"""What the tests of the rules share: an article around a block, and the findings of one rule."""

from __future__ import annotations

from collections.abc import Sequence

from corpusfmt.lint.context import Context
from corpusfmt.lint.rule import Rule
from corpusfmt.model.diagnostic import Finding
from corpusfmt.rules import all_rules
from corpusfmt.text.edits import apply

RULES: dict[str, Rule] = {rule.name: rule for rule in all_rules()}

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
    return list(RULES[rule].check(Context(content, require=require)))


def found(rule: str, content: str | bytes, require: Sequence[str] = ()) -> list[Found]:
    """What a rule finds: place, span and message of each finding."""
    context = Context(content, require=require)
    return [
        (
            "{}:{}".format(*context.source.position(finding.start)),
            context.text[finding.start : finding.end],
            finding.message,
        )
        for finding in RULES[rule].check(context)
    ]


def expected(rule: str, content: str | bytes) -> list[str | None]:
    """What a rule expected, finding by finding."""
    return [finding.expected for finding in findings(rule, content)]


def fixed(rule: str, text: str) -> str:
    """The text after the fix of the one finding of a rule."""
    [finding] = findings(rule, text)
    assert finding.fix is not None
    return apply(text, finding.fix.edits)
