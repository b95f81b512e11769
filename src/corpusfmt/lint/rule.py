"""What a rule is, and how one is made of a module: named after its file, its level its folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from types import ModuleType

from corpusfmt.text.annotations import TYPE_CHECKING, Literal
from corpusfmt.text.values import dataclass

if TYPE_CHECKING:
    from typing import Never

    from corpusfmt.lint.context import Context, Findings
    from corpusfmt.lint.corpus import Corpus, CorpusFinding, Entry, Row
    from corpusfmt.lint.groups import Cluster, Group
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


def _nothing(_: object, __: object) -> Iterator[Never]:
    return iter(())


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its functions, and what its module declares.

    ``applies`` returns whether a text can have findings at all; None where every text can. It saves
    calls of ``check`` and changes no result. ``prefilter`` returns expressions: a text without a
    match of one of them has no findings, while the options are those by default;
    ``corpusfmt.lint.prefilter`` says in which syntax, and where they are looked for. A corpus rule
    has other functions in place of ``check``: ``collect`` returns what to keep of an article, or
    None; ``rows`` what articles are grouped by; and ``find`` yields the findings in a group. They
    depend on nothing else than the articles of the group, since only groups with a changed article
    are compared again. A rule with ``find_connected`` has that in place of ``find``: it gets
    articles with all that are connected with them by common keys.
    """

    name: str
    level: int
    severity: Severity
    page: str
    check: Callable[[Context], Findings] = _no_findings
    applies: Callable[[Context], bool] | None = None
    prefilter: Callable[[], Sequence[str]] | None = None
    collect: Callable[[Context], object] = _no_findings
    rows: Callable[[Entry, Corpus], Iterator[Row]] = _nothing
    find: Callable[[Corpus, Group], Iterator[CorpusFinding]] = _nothing
    find_connected: Callable[[Corpus, Cluster], Iterator[CorpusFinding]] | None = None
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
    """The fewest articles of a group that a corpus rule reports something in."""
    changes_daily: bool = False
    """Whether a finding may be none on a later day. No such finding is kept in the cache."""
    outside_text: bool = False
    """Whether findings are about leading characters that SARIF does not count as part of the text.
    """
    problem: str = ""
    """The problem that it reports, where other rules report it in other places; else empty."""
    of_form: bool = False
    """Whether findings are about the form alone, so that a file that is rewritten has none."""
    place_is_sign: bool = False
    """Whether the place of a finding only shows a defect of the article, which is still there if
    the words of the place are removed.
    """
    sets_aside: bool = False
    """Whether “corpusfmt clean” sets articles with findings aside, unless the recipe names others.
    """
    kinds: tuple[str, ...] = ()
    """The kinds that its findings have, where it tells several kinds of problem apart."""
    needs: tuple[str, ...] = ()
    """What every text with findings has one of: strings, or facts of `lint.needs`; none if empty.

    The module of the rule is not imported for a text that has none of them.
    """

    @property
    def summary(self) -> str:
        """The first line of the page, without its full stop: what the rule finds."""
        return self.page.partition("\n")[0].removesuffix(".")

    @property
    def is_blocker(self) -> bool:
        """Whether a finding blocks something that is done with a text."""
        return self.blocks_rewriting != "nothing" or self.blocks_reading != "nothing"

    def loaded(self) -> Rule:
        """Return the rule with all that its module has."""
        return self


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
        prefilter=getattr(module, "prefilter", None),
        collect=getattr(module, "collect", _no_findings),
        rows=getattr(module, "rows", _nothing),
        find=getattr(module, "find", _nothing),
        find_connected=getattr(module, "find_connected", None),
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
        problem=getattr(module, "PROBLEM", ""),
        of_form=getattr(module, "OF_FORM", False),
        place_is_sign=getattr(module, "PLACE_IS_SIGN", False),
        sets_aside=getattr(module, "SETS_ASIDE", False),
        kinds=getattr(module, "KINDS", ()),
        needs=getattr(module, "NEEDS", ()),
    )


def _read_page(module: ModuleType) -> str:
    """Return the docstring from the source, where Python runs without docstrings (-OO)."""
    import ast

    with open(module.__file__ or "", encoding="utf-8") as file:
        return ast.get_docstring(ast.parse(file.read()), clean=False) or ""
