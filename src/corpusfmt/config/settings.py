"""The settings of a project, as values."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping

from corpusfmt.config.recipe import DEFAULT_RECIPE, Recipe
from corpusfmt.files.archives.limits import DEFAULT_LIMITS, Limits
from corpusfmt.files.paths import is_inside
from corpusfmt.model.errors import CorpusfmtError
from corpusfmt.syntax.date_order import DateOrder, DateOrders
from corpusfmt.text.values import dataclass, field

DEFAULT_INCLUDE = ("*.txt", "*.md")
"""The patterns of the articles in a folder."""

DEFAULT_FAIL_ON = "warning"

DEFAULT_TEXT_FIELD = "text"
"""The field of a row, or the column of a table, that has the text of an article."""

OptionValue = bool | int | float | str | tuple[str, ...]
"""The value of an option of a rule."""


class SettingsError(CorpusfmtError):
    """Settings that cannot be used.

    Each line of ``message`` names the file, the problem, and what was expected.
    """


def optional_tuple(values: Collection[str] | None) -> tuple[str, ...] | None:
    """Return values as a tuple, and None as None, which means that none are set."""
    return None if values is None else tuple(values)


@dataclass(frozen=True, slots=True)
class Demands:
    """What is demanded of articles: of all, or of those of a host, where None means as for all.

    ``select``, ``extend_select`` and ``ignore`` hold names of rules or levels; ``rules`` has the
    severity and options of rules by name; ``coverage`` the percentage of articles that must have a
    field; ``date_order`` is whether the day or the month is first in a numeric date.
    """

    require: tuple[str, ...] | None = None
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: Mapping[str, Mapping[str, OptionValue]] = field(default_factory=dict)
    coverage: Mapping[str, float] = field(default_factory=dict)
    date_order: DateOrder | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a project. Patterns are relative to the folder ``root``, an absolute path.

    ``source`` is the path of the file they were read from, or None for the defaults.
    ``per_file_ignores`` pairs patterns with names of rules, ``hosts`` has the demands on the
    articles of a host, ``baseline`` is the path of the known findings, relative to the root.
    ``text_field`` and ``limits`` are how archives are read, ``recipe`` how articles are cleaned.
    ``given`` holds the keys that the file sets.
    """

    root: str
    source: str | None = None
    include: tuple[str, ...] = DEFAULT_INCLUDE
    exclude: tuple[str, ...] = ()
    demands: Demands = Demands(require=())
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    hosts: Mapping[str, Demands] = field(default_factory=dict)
    fail_on: str = DEFAULT_FAIL_ON
    baseline: str | None = None
    text_field: str = DEFAULT_TEXT_FIELD
    limits: Limits = DEFAULT_LIMITS
    recipe: Recipe = DEFAULT_RECIPE
    given: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def require(self) -> tuple[str, ...]:
        """The fields that every article must have."""
        return self.demands.require or ()

    @property
    def inputs(self) -> dict[str, str | int]:
        """How archives are read, by the keys of the settings."""
        return {
            "text-field": self.text_field,
            "max-member-bytes": self.limits.member,
            "max-total-bytes": self.limits.total,
            "max-ratio": self.limits.ratio,
        }

    @property
    def clean(self) -> dict[str, object]:
        """How articles are cleaned, by the keys of the settings; without what is not set."""
        recipe = self.recipe
        values: dict[str, object] = {
            "from": recipe.source,
            "to": recipe.target,
            "encoding": recipe.encoding,
            "map": dict(recipe.columns),
            **recipe.options,
            "fixes": recipe.fixes,
            "unsafe-fixes": recipe.unsafe_fixes,
            "split": recipe.split,
            "set-aside": recipe.setting_aside(),
            "drop": recipe.drop,
            "keep": recipe.keep,
        }
        return {key: value for key, value in values.items() if value not in (None, {})}

    @property
    def date_orders(self) -> DateOrders:
        """How numeric dates are read; a host without an order of its own has that of all."""
        default = self.demands.date_order
        hosts = {host: demands.date_order or default for host, demands in self.hosts.items()}
        if all(order == default for order in hosts.values()):
            hosts = {}
        return DateOrders(default, hosts)


def baseline_path(settings: Settings, default: str) -> str:
    """Return the path of the baseline, relative to the current folder.

    ``default`` is used if the settings name none. Raise SettingsError if a symbolic link leads it
    out of the folder of the settings.
    """
    name = settings.baseline or default
    path = os.path.join(settings.root, name)
    if not is_inside(path, settings.root):
        source = settings.source or settings.root
        raise SettingsError(
            f"{source}: baseline {name!r} points outside of {settings.root} "
            "through a symbolic link; expected a path below the folder of the settings"
        )
    return os.path.relpath(path)
