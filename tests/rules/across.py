"""What the tests of corpus rules share: the findings among articles given by their paths."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from corpusfmt.config.policy import default_policy
from corpusfmt.lint.checker import Checker
from corpusfmt.lint.compare import compare
from corpusfmt.lint.context import Context
from corpusfmt.lint.policy import Policy
from corpusfmt.model.diagnostic import Diagnostic

Found = tuple[str, str]
"""The path of an article, and what is said of it."""


def article(title: str, *body: str, url: str = "", head: str = "") -> str:
    """A canonical article."""
    parts = [
        f"# {title}\n" + (f"\n{head}\n" if head else "") + "\n\n",
        *(f"{block}\n" for block in body),
    ]
    if url:
        parts.append(f"Original url:\n\n<{url}>\n")
    return "\n".join(parts)


def found_across(
    rule: str, texts: Mapping[str, str], policy: Policy | None = None, **options: Any
) -> list[Found]:
    """What a rule finds among articles."""
    found = diagnostics_across(rule, texts, policy, **options)
    return [(diagnostic.path, diagnostic.message) for diagnostic in found]


def diagnostics_across(
    rule: str, texts: Mapping[str, str], policy: Policy | None = None, **options: Any
) -> list[Diagnostic]:
    """What a rule finds among articles, which must be the same in whatever order they come."""
    if policy is None:
        values = {(rule, name): value for name, value in options.items()}
        policy = replace(default_policy(only={rule}), options=values)
    examined = [Checker(policy).check_one(Context(text, path)) for path, text in texts.items()]
    orders = [examined, examined[::-1], random.Random(1).sample(examined, len(examined))]
    shown = []
    for order in orders:
        found = compare(order, policy, lambda path: Context(texts[path], path))
        shown.append([diagnostic for diagnostic in found if diagnostic.rule == rule])
    assert shown[0] == shown[1] == shown[2]
    return shown[0]
