"""The rules, in the order of their levels: each a module with a page, a level, a severity and a check."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any, Literal

from corpusfmt.lint.context import Option, Subject
from corpusfmt.lint.corpus import Corpus, CorpusFinding
from corpusfmt.model.diagnostic import Finding, Severity

RULES: dict[str, tuple[str, ...]] = {
    "bytes": (
        "invalid-utf8",
        "byte-order-mark",
        "carriage-return",
        "control-character",
        "not-nfc",
        "invisible-character",
        "replacement-character",
        "mojibake",
        "html-entity",
        "html-tag",
    ),
    "layout": (
        "layout",
        "second-title",
        "hard-wrapped-paragraph",
        "misplaced-url",
        "ambiguous-credit",
        "possible-credit",
        "ambiguous-date",
        "date-form",
        "byline-form",
        "related-form",
        "unlabelled-url",
    ),
    "document": (
        "impossible-date",
        "schema",
        "missing-field",
    ),
    "content": (
        "repeated-paragraph",
        "doubled-heading",
        "empty-heading",
        "boilerplate",
        "embedded-post",
        "stranded-byline",
        "stranded-date",
        "stranded-credit",
        "bad-address",
        "placeholder-link",
        "tracking-parameter",
        "date-against-address",
        "future-date",
        "title-against-address",
        "site-name-in-title",
        "split-paragraph",
        "broken-hyphen",
        "lost-hyphen",
        "broken-address",
        "truncated-article",
        "too-short",
    ),
    "corpus": (
        "same-address",
        "same-text",
        "near-duplicate",
        "shared-paragraph",
        "coverage",
    ),
}
"""The names of the rules of each level. A rule is a module of that folder, its name with underscores."""

NAMES = tuple(name for names in RULES.values() for name in names)
"""Every rule, in the order in which they run."""

HOMES = {name: level for level, names in RULES.items() for name in names}


Blocks = Literal["nothing", "guess", "always"]
"""What a rule's findings mean for the canonical text.

"always": the text cannot be rewritten. "guess": canonical text would settle for good what was read by a guess, so only
an unsafe fix may write it.
"""


def _nothing(_: object) -> Iterator[Any]:
    return iter(())


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, level of validity (1 to 5), severity, page, and the check that yields its findings.

    ``is_on`` says whether it runs where the settings do not say, ``options`` what the settings may say of it.
    ``needs`` names what a text must have one of for the rule to find anything: signs, parts of the document, or what
    `corpusfmt.lint.context` has words for; empty for a rule that looks at every text. It saves the call, and means
    nothing.
    ``blocks_rewriting`` says whether its findings keep a text from being rewritten as canonical text.
    A rule of level 5 has no check: it gathers what it needs of each article, and then compares what it has gathered.
    """

    name: str
    level: int
    severity: Severity
    page: str
    check: Callable[[Subject], Iterator[Finding]]
    is_on: bool = True
    options: tuple[Option[Any], ...] = ()
    needs: frozenset[str] = frozenset()
    gather: Callable[[Subject], Any] = _nothing
    compare: Callable[[Corpus], Iterator[CorpusFinding]] = _nothing
    blocks_rewriting: Blocks = "nothing"

    @property
    def summary(self) -> str:
        """The first sentence of the page, without its full stop: what the rule finds."""
        return self.page.partition("\n")[0].removesuffix(".")


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, in the order of NAMES."""
    return tuple(_load(name) for name in NAMES)


@cache
def rules_that_block(kind: Blocks) -> tuple[Rule, ...]:
    """Return the rules whose findings keep a text from being rewritten, always or because of a guess."""
    return tuple(rule for rule in all_rules() if rule.blocks_rewriting == kind)


def is_blocked(subject: Subject, kind: Blocks) -> bool:
    """Return whether a rule of this kind finds anything in a text, whatever rules are on."""
    return any(next(rule.check(subject), None) for rule in rules_that_block(kind))


def _page(path: str) -> str:
    """The page in the source of a rule, where Python runs without docstrings (-OO)."""
    import ast

    with open(path, encoding="utf-8") as file:
        return ast.get_docstring(ast.parse(file.read()), clean=False) or ""


def _load(name: str) -> Rule:
    module = import_module(f"corpusfmt.rules.{HOMES[name]}.{name.replace('-', '_')}")
    return Rule(
        name,
        module.LEVEL,
        module.SEVERITY,
        module.__doc__ or _page(module.__file__ or ""),
        getattr(module, "check", _nothing),
        getattr(module, "IS_ON", True),
        getattr(module, "OPTIONS", ()),
        frozenset(getattr(module, "NEEDS", ())),
        getattr(module, "gather", _nothing),
        getattr(module, "compare", _nothing),
        getattr(module, "BLOCKS_REWRITING", "nothing"),
    )
