"""The recipe of a cleaning: the table ``[clean]`` of the settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from corpusfmt.rules import all_rules
from corpusfmt.text.annotations import TYPE_CHECKING, Literal
from corpusfmt.text.values import dataclass, field

if TYPE_CHECKING:
    from typing import TypedDict

    RecipeTable = TypedDict(
        "RecipeTable",
        {
            "from": str,
            "to": str,
            "encoding": str,
            "map": dict[str, str],
            "fields": list[str],
            "template": str,
            "feed-title": str,
            "updated": str,
            "fixes": list[str],
            "unsafe-fixes": bool,
            "split": bool,
            "set-aside": list[str],
            "drop": list[str],
            "keep": list[str],
        },
        total=False,
    )

Action = Literal["keep", "set-aside", "drop"]
"""What is done with an article for a reason."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How articles are cleaned.

    ``source`` and ``target`` are formats, as ``--from`` and ``--to`` name them; ``encoding`` is
    that of texts, None for UTF-8; ``columns`` are those of a table, by the fields of an article.
    ``options`` are those of the target: ``fields``, ``template``, ``feed-title`` and ``updated``.
    ``fixes`` are rules and levels whose fixes are applied, None for those that are on. ``split`` is
    whether a text of several articles is split into these. The entries of the other lists are
    rules, or rules with one of their kinds after a colon; None are the rules that declare that they
    set articles aside.
    """

    source: str = "auto"
    target: str = "text"
    encoding: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    fixes: tuple[str, ...] | None = None
    unsafe_fixes: bool = False
    split: bool = False
    set_aside: tuple[str, ...] | None = None
    drop: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()

    def entries(self) -> tuple[tuple[str, str], ...]:
        """Return the lists that have entries about rules, each entry after the key of its list."""
        lists = {"set-aside": self.set_aside or (), "drop": self.drop, "keep": self.keep}
        found: list[tuple[str, str]] = []
        for key, entries in lists.items():
            for entry in entries:
                found.append((key, entry))
        return tuple(found)

    def setting_aside(self) -> tuple[str, ...]:
        """Return the entries of the list ``set-aside``, those of the default if there is none."""
        return _default() if self.set_aside is None else self.set_aside

    def judging(self) -> tuple[str, ...]:
        """Return the rules whose findings set an article aside, or drop it."""
        names = {rule_of(entry): None for entry in (*self.drop, *self.setting_aside())}
        return tuple(names)

    def action(self, reason: str) -> Action:
        """Return what is done with an article for a reason: a rule, or a rule with a kind.

        The entry of the kind has priority over that of the rule. What no list names is set aside.
        """
        for name in (reason, rule_of(reason)):
            if name in self.keep:
                return "keep"
            if name in self.drop:
                return "drop"
            if name in self.setting_aside():
                return "set-aside"
        return "set-aside"


DEFAULT_RECIPE = Recipe()


@cache
def _default() -> tuple[str, ...]:
    return tuple(rule.name for rule in all_rules() if rule.sets_aside)


def rule_of(entry: str) -> str:
    """Return the rule of an entry, without a kind."""
    return entry.partition(":")[0]


def make_recipe(table: RecipeTable) -> Recipe:
    """Return the recipe of a table without problems."""
    fixes, set_aside = table.get("fixes"), table.get("set-aside")
    return Recipe(
        source=table.get("from", "auto"),
        target=table.get("to", "text"),
        encoding=table.get("encoding"),
        columns=dict(table.get("map", {})),
        options=_options(table),
        fixes=None if fixes is None else tuple(fixes),
        unsafe_fixes=table.get("unsafe-fixes", False),
        split=table.get("split", False),
        set_aside=None if set_aside is None else tuple(set_aside),
        drop=tuple(table.get("drop", ())),
        keep=tuple(table.get("keep", ())),
    )


def _options(table: RecipeTable) -> dict[str, str | tuple[str, ...]]:
    """Return the options of the target."""
    values = {name: table.get(name) for name in ("fields", "template", "feed-title", "updated")}
    found: dict[str, str | tuple[str, ...]] = {}
    for name, value in values.items():
        if isinstance(value, list):
            found[name] = tuple(value)
        elif isinstance(value, str):
            found[name] = value
    return found


def find_repeated(recipe: Recipe) -> Iterator[str]:
    """Yield a problem for each entry that is in two lists."""
    known: dict[str, str] = {}
    for key, entry in recipe.entries():
        other = known.setdefault(entry, key)
        if other != key:
            yield f"clean.{key} has {entry!r}, which clean.{other} has, too; expected it once"
