"""Rules that are known from a table, whose modules are imported when they run.

A run that finds all results in the cache needs the names and levels of the rules, and none of their
functions; to import all of them takes as long as the rest of such a run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from corpusfmt.lint.rule import Rule, load_rule
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.values import defaults_of

if TYPE_CHECKING:
    from corpusfmt.lint.context import Context, Findings
    from corpusfmt.lint.corpus import Corpus, CorpusFinding, Entry, Row
    from corpusfmt.lint.groups import Cluster, Group
    from corpusfmt.lint.option import AnyOption

_OF_MODULE = (
    "page",
    "check",
    "applies",
    "prefilter",
    "collect",
    "rows",
    "find",
    "find_connected",
    "options",
)
"""The fields that only the module has."""

_DEFAULTS = {name: value for name, value in defaults_of(Rule).items() if name not in _OF_MODULE}

_ESCAPES = str.maketrans(
    {" ": "_"} | {char: f"%{ord(char):04x}" for char in "%,_\t\n\xa0\u2002\u2003\u3000"}
)
"""How spaces are written, what separates values, and the sign of these."""

_FLAGS = {"yes": True, "no": False}


class DeclaredRule(Rule):
    """A rule with the fields of the table; the others are those of its module."""

    __slots__ = ("_declared", "_module")

    _module: str
    _declared: Mapping[str, object]

    def __init__(self, module: str, declared: Mapping[str, object]) -> None:
        for name, value in {**_DEFAULTS, **declared}.items():
            object.__setattr__(self, name, value)
        object.__setattr__(self, "_module", module)
        object.__setattr__(self, "_declared", declared)

    def __reduce__(self) -> tuple[type[DeclaredRule], tuple[str, Mapping[str, object]]]:
        return DeclaredRule, (self._module, self._declared)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rule) and self.loaded() == other.loaded()

    def __hash__(self) -> int:
        return hash(self.name)

    def loaded(self) -> Rule:
        """Return the rule with all that its module has."""
        return _load(self._module)

    @property
    def page(self) -> str:
        """The page of the rule."""
        return self.loaded().page

    @property
    def check(self) -> Callable[[Context], Findings]:
        """The function that finds."""
        return self.loaded().check

    @property
    def applies(self) -> Callable[[Context], bool] | None:
        """The function that tells whether there can be findings."""
        return self.loaded().applies

    @property
    def prefilter(self) -> Callable[[], Sequence[str]] | None:
        """The function that returns expressions that a text with findings has a match of."""
        return self.loaded().prefilter

    @property
    def collect(self) -> Callable[[Context], object]:
        """The function that keeps facts of an article."""
        return self.loaded().collect

    @property
    def rows(self) -> Callable[[Entry, Corpus], Iterator[Row]]:
        """The function that returns what articles are grouped by."""
        return self.loaded().rows

    @property
    def find(self) -> Callable[[Corpus, Group], Iterator[CorpusFinding]]:
        """The function that finds in a group."""
        return self.loaded().find

    @property
    def find_connected(self) -> Callable[[Corpus, Cluster], Iterator[CorpusFinding]] | None:
        """The function that finds in articles that are connected."""
        return self.loaded().find_connected

    @property
    def options(self) -> tuple[AnyOption, ...]:
        """The options."""
        return self.loaded().options


def to_line(rule: Rule) -> str:
    """Return the line of the table for a rule."""
    words = [rule.name]
    declared: dict[str, object] = {"severity": rule.severity}
    for name, default in _DEFAULTS.items():
        value = getattr(rule, name)
        if value != default:
            declared[name] = value
    words += [f"{name}={_to_text(value)}" for name, value in declared.items()]
    return " ".join(words)


def from_line(line: str, module: str, level: int) -> DeclaredRule:
    """Return the rule of a line; raise ValueError or KeyError for another line."""
    name, *words = line.split()
    declared: dict[str, object] = {"name": name, "level": level}
    for word in words:
        key, _, text = word.partition("=")
        declared[key] = text if key == "severity" else _from_text(text, _DEFAULTS[key])
    return DeclaredRule(module, declared)


@cache
def _load(module: str) -> Rule:
    return load_rule(module)


def _to_text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ",".join(map(_to_text, value))
    return str(value).translate(_ESCAPES)


def _from_text(text: str, default: object) -> object:
    if isinstance(default, bool):
        return _FLAGS[text]
    if isinstance(default, tuple):
        return tuple(map(_unescape, text.split(",")))
    return int(text) if isinstance(default, int) else _unescape(text)


def _unescape(text: str) -> str:
    first, *others = text.replace("_", " ").split("%")
    return first + "".join(chr(int(other[:4], 16)) + other[4:] for other in others)
