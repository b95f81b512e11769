"""Damage that tools do to articles: a module a kind, written without a look at the rules.

Each module has a docstring that says what leaves the damage, ``RULES`` with the rules that ought to
report it, and ``damage(article, random)``, which returns the damaged text with the numbers of its
damaged lines, or None where the damage does not apply. A finding of any of ``RULES`` counts; the
recall is shown beside the first. ``MISSED`` describes what the rules cannot find.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from random import Random

from benchmarks.damage.article import Article, Damaged

HELPERS = {"article", "fonts", "languages", "pages"}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of damage: its name, what leaves it, the rules that ought to report it."""

    name: str
    summary: str
    rules: tuple[str, ...]
    damage: Callable[[Article, Random], Damaged | None]
    missed: str = ""

    def of(self, article: Article, seed: str) -> Damaged | None:
        """Return the damaged article; the same for the same seed."""
        damaged = self.damage(article, Random(f"{self.name} {seed}"))
        if damaged is None or damaged.content in (article.text, article.text.encode()):
            return None
        return damaged


def kinds() -> Iterator[Kind]:
    """Yield the kinds of damage by name."""
    for info in pkgutil.iter_modules(__path__):
        if info.name in HELPERS:
            continue
        module = import_module(f"{__name__}.{info.name}")
        summary = (module.__doc__ or "").strip().removesuffix(".")
        missed = getattr(module, "MISSED", "")
        yield Kind(info.name.replace("_", "-"), summary, module.RULES, module.damage, missed)
