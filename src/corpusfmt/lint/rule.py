"""What a rule is, and how one is made of a module: named after its file, its level its folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import Literal, Never

from corpusfmt.lint.context import Context, Findings
from corpusfmt.lint.corpus import Corpus, CorpusFinding
from corpusfmt.lint.option import AnyOption
from corpusfmt.model.diagnostic import Severity

BYTES, LAYOUT, DOCUMENT, CONTENT, CORPUS = range(1, 6)

LEVELS = {
    "bytes": BYTES,
    "layout": LAYOUT,
    "document": DOCUMENT,
    "content": CONTENT,
    "corpus": CORPUS,
}
"""The levels of the rules, by the names of their folders."""

Blocks = Literal["nothing", "guess", "always"]
"""What the findings of a rule mean for rewriting a text as canonical text.

"always": the text cannot be rewritten. "guess": part of its reading is a guess, which canonical
text would make permanent, so only an unsafe fix may write it.
"""

Stage = Literal["nothing", "bytes", "text", "document"]
"""What a text with findings is not: bytes well-formed, text fully in the document, document valid.
"""

FixKind = Literal["none", "safe", "unsafe", "sometimes unsafe"]
"""Whether the findings of a rule have fixes, and of which kind."""

Scope = Literal["place", "file"]
"""What a finding is about: its place, or the whole file, of which it reports the first place."""


def _no_findings(_: object) -> Iterator[Never]:
    return iter(())


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its functions, and what its module declares.

    ``applies`` returns whether a text can have findings at all; None where every text can. It saves
    calls of ``check`` and changes no result. A corpus rule has ``collect`` and ``compare`` in place
    of ``check``: the one returns what to keep of an article, or None, the other yields findings
    among the articles of a run.
    """

    name: str
    level: int
    severity: Severity
    page: str
    check: Callable[[Context], Findings] = _no_findings
    applies: Callable[[Context], bool] | None = None
    collect: Callable[[Context], object] = _no_findings
    compare: Callable[[Corpus], Iterator[CorpusFinding]] = _no_findings
    options: tuple[AnyOption, ...] = ()
    is_on: bool = True
    """Whether the rule runs where the settings do not name it."""
    fix: FixKind = "none"
    scope: Scope = "place"
    blocks_rewriting: Blocks = "nothing"
    blocks_reading: Stage = "nothing"
    apply_last: bool = False
    """Whether its fix writes the canonical text: applied alone and last, if nothing blocks it."""
    blames_file: bool = True
    """Whether a finding is a defect of the file that it is reported in.

    Such a file goes to the quarantine.
    """
    fewest: int = 2
    """The fewest articles that a corpus rule reports something in."""
    changes_daily: bool = False
    """Whether a finding may be none on a later day. No such finding is kept in the cache."""
    outside_text: bool = False
    """Whether findings are about leading characters that SARIF does not count as part of the text.
    """

    @property
    def summary(self) -> str:
        """The first line of the page, without its full stop: what the rule finds."""
        return self.page.partition("\n")[0].removesuffix(".")

    @property
    def is_blocker(self) -> bool:
        """Whether a finding blocks something that is done with a text."""
        return self.blocks_rewriting != "nothing" or self.blocks_reading != "nothing"


def load_rule(module_name: str) -> Rule:
    """Return the rule of a module such as ``corpusfmt.rules.layout.date_form``."""
    module = import_module(module_name)
    folder, _, file = module_name.rpartition(".")
    name = file.replace("_", "-")
    options: tuple[AnyOption, ...] = getattr(module, "OPTIONS", ())
    for option in options:
        option.bind(name)
    return Rule(
        name=name,
        level=LEVELS[folder.rpartition(".")[2]],
        severity=module.SEVERITY,
        page=module.__doc__ or _read_page(module),
        check=getattr(module, "check", _no_findings),
        applies=getattr(module, "applies", None),
        collect=getattr(module, "collect", _no_findings),
        compare=getattr(module, "compare", _no_findings),
        options=options,
        is_on=getattr(module, "IS_ON", True),
        fix=getattr(module, "FIX", "none"),
        scope=getattr(module, "SCOPE", "place"),
        blocks_rewriting=getattr(module, "BLOCKS_REWRITING", "nothing"),
        blocks_reading=getattr(module, "BLOCKS_READING", "nothing"),
        apply_last=getattr(module, "APPLY_LAST", False),
        blames_file=getattr(module, "BLAMES_FILE", True),
        fewest=getattr(module, "FEWEST", 2),
        changes_daily=getattr(module, "CHANGES_DAILY", False),
        outside_text=getattr(module, "OUTSIDE_TEXT", False),
    )


def _read_page(module: ModuleType) -> str:
    """Return the docstring from the source, where Python runs without docstrings (-OO)."""
    import ast

    with open(module.__file__ or "", encoding="utf-8") as file:
        return ast.get_docstring(ast.parse(file.read()), clean=False) or ""
