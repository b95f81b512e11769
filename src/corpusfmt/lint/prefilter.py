r"""One pass over a text finds the rules that can have findings in it.

A rule may have a function ``prefilter``, which returns regular expressions. Every text with
findings of the rule matches one of them, so for other texts the rule is not called. The findings
are the same without this pass, which takes a tenth of the time of all rules.

The text is searched as it is written. If it has marks, escapes or references, which can divide
words, the strings of its document are searched as well. The syntax is that which ``re`` and
hyperscan have in common: ``^`` and ``$`` match at the ends of lines, and ``\s``, ``\w``, ``\d``
and ``\b`` match as in ASCII. Write ``SPACE`` between two words, since a line may end there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from threading import local

from corpusfmt.lint.context import Context
from corpusfmt.lint.rule import CORPUS, Rule
from corpusfmt.syntax.inline import plain_text
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.pattern_set import (
    Expression,
    PatternSet,
    can_keep,
    kept_beside_bytecode,
    load_set,
    make_set,
)
from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    from corpusfmt.model.document import Node

_PARTING = frozenset("*_[<`")
"""Marks, which part the words of a block."""

_CHANGED = frozenset("\\\x7f").union(map(chr, range(1, 0x20))).difference("\n")
"""What a document does not have as it is written, beside references: escapes, control characters.

Characters that are not in ASCII may change as well, where the text is not canonical.
"""

_CHANGED_IN_URL = regex(f"[{re.escape(''.join(sorted(_CHANGED)))}]")
_REFERENCE = regex("&(?:#|[A-Za-z0-9]{1,31};)")

FEWEST, FEWEST_COMPILED, FEWEST_NOT_KEPT = 100, 4000, 64_000
"""How many texts a process checks before it loads the expressions, and before it compiles them.

Until then, it takes longer than it saves. To compile them takes as long as to check 4,000 texts,
and saves a third of a millisecond for each text: it pays in one run only if the run is long, and
sooner if the expressions can be kept for other runs.
"""

_MOST_SETS = 4


_Gate = tuple[str, Callable[[], Sequence[str]]]
"""The name of a rule, and its expressions."""


class Prefilter:
    """The expressions of some rules."""

    def __init__(self, gates: Sequence[_Gate]) -> None:
        self.names = [name for name, _ in gates]
        self._gates = gates
        self._texts = 0
        self._own = local()  # a set belongs to one thread

    def expressions(self) -> list[Expression]:
        """Return all expressions, each with the number of its rule."""
        found: list[Expression] = []
        for owner, (_, expressions) in enumerate(self._gates):
            found += [Expression(text, owner) for text in expressions()]
        return found

    def find(self, contexts: Sequence[Context]) -> Mapping[str, Sequence[int]]:
        """Return the numbers of the texts that each of these rules can find something in, in order.

        Empty where all rules have to be called: for the first few texts of a process, where no rule
        has expressions, and where these cannot be looked for.
        """
        if not self.names:
            return {}
        self._texts += len(contexts)
        patterns = self._patterns()
        if patterns is None:
            return {}
        numbers: list[list[int]] = [[] for _ in self.names]
        for number, context in enumerate(contexts):
            for owner in self._owners(context, patterns):
                numbers[owner].append(number)
        return dict(zip(self.names, numbers, strict=True))

    def _owners(self, context: Context, patterns: PatternSet) -> Iterable[int]:
        """Return the owners of the expressions that a text matches, each once.

        They are all if the text has surrogates.
        """
        try:
            found = patterns.owners(_in_utf8(context))
            if _is_changed(context):
                others = "\n\n".join([*context.texts, *_strings(context.reading.document)])
            elif _PARTING.isdisjoint(context.signs):  # as in most articles
                return found
            else:
                others = "\n\n".join(_parted(context))
            return {*found, *patterns.owners(others.encode())} if others else found
        except UnicodeEncodeError:
            return range(len(self.names))

    def prepare(self) -> bool:
        """Load or compile the expressions for this thread; return whether that is possible.

        Another process may have compiled and kept them meanwhile.
        """
        expressions, kept = self.expressions(), kept_beside_bytecode()
        patterns = load_set(expressions, kept)
        if patterns is None and kept is not None:
            from corpusfmt.text.compiling import keep_set

            keep_set(expressions, kept)
            patterns = load_set(expressions, kept)
        self._own.patterns = patterns or make_set(expressions, kept)
        self._own.is_compiled = True
        return self._own.patterns is not None

    def _patterns(self) -> PatternSet | None:
        """Return the set of this thread, if it has one or needs one by now."""
        own = self._own
        if not hasattr(own, "patterns") and self._texts >= FEWEST:
            own.patterns = load_set(self.expressions(), kept_beside_bytecode())
            own.is_compiled = own.patterns is not None
        patterns: PatternSet | None = getattr(own, "patterns", None)
        if patterns is None and self._is_long_run() and not own.is_compiled:
            self.prepare()
            patterns = own.patterns
        return patterns

    def _is_long_run(self) -> bool:
        """Return whether to compile the expressions saves time, in this run or in later ones."""
        if self._texts < FEWEST_COMPILED:
            return False
        return self._texts >= FEWEST_NOT_KEPT or can_keep()


def prefilter_of(rules: Iterable[Rule]) -> Prefilter:
    """Return the prefilter of some rules, the same for the same rules."""
    gates = [(rule.name, rule.prefilter) for rule in rules if rule.level != CORPUS]
    return _make(tuple((name, gate) for name, gate in gates if gate is not None))


@lru_cache(_MOST_SETS)
def _make(gates: tuple[_Gate, ...]) -> Prefilter:
    return Prefilter(gates)


def _in_utf8(context: Context) -> bytes:
    """Return the bytes of a file, or its text in UTF-8; raise UnicodeEncodeError for surrogates."""
    raw = context.reading.content.raw
    return raw if isinstance(raw, bytes) and context.is_text else context.text.encode()


def _is_changed(context: Context) -> bool:
    """Return whether the document may not have all strings as they are written."""
    text, signs = context.text, context.signs
    if not _CHANGED.isdisjoint(signs) or not (text.isascii() or context.is_canonical):
        return True
    if _CHANGED_IN_URL.search(text, context.body_end) is not None:
        return True
    return "&" in text and _REFERENCE.search(text) is not None


def _parted(context: Context) -> Iterator[str]:
    """Yield the texts of the blocks in which marks part words, and of the intro."""
    document = context.reading.document
    for paragraph in document.get("intro", ()):
        yield plain_text(paragraph)
    for text, block in zip(context.texts, document["body"], strict=True):
        if "content" in block and not _is_text(block["content"]):
            yield text


def _is_text(content: Sequence[Node]) -> bool:
    return len(content) == 1 and content[0]["type"] == "text"


def _strings(document: object) -> list[str]:
    """Return all strings in a document, in no order."""
    found: list[str] = []
    values = [document]
    for value in values:  # and those that are added meanwhile
        match value:
            case str():
                found += [value]
            case list():
                values += value
            case dict():
                values += value.values()
    return found
