"""The rules, in the order of their levels: each a module with a page, a level, a severity and a check."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from corpusfmt.diagnostic import Finding, Severity
from corpusfmt.subject import Option, Subject

NAMES = (
    "invalid-utf8",
    "byte-order-mark",
    "carriage-return",
    "control-character",
    "not-nfc",
    "layout",
    "second-title",
    "misplaced-url",
    "ambiguous-credit",
    "possible-credit",
    "ambiguous-date",
    "impossible-date",
    "schema",
    "missing-field",
)
"""Every rule there is. A rule's module is its name with underscores."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, level of validity (1 to 5), severity, page, and the check that yields its findings.

    ``is_on`` says whether it runs where the settings do not say, ``options`` what the settings may say of it.
    """

    name: str
    level: int
    severity: Severity
    page: str
    check: Callable[[Subject], Iterator[Finding]]
    is_on: bool = True
    options: tuple[Option[Any], ...] = ()

    @property
    def summary(self) -> str:
        """The first sentence of the page, without its full stop: what the rule finds."""
        return self.page.partition("\n")[0].removesuffix(".")


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, in the order of NAMES."""
    return tuple(_load(name) for name in NAMES)


def _load(name: str) -> Rule:
    module = import_module(f"corpusfmt.rules.{name.replace('-', '_')}")
    is_on, options = getattr(module, "IS_ON", True), getattr(module, "OPTIONS", ())
    return Rule(name, module.LEVEL, module.SEVERITY, module.__doc__ or "", module.check, is_on, options)
