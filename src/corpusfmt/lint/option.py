"""An option of a rule: what the settings may set for it, and what it is when they do not."""

from __future__ import annotations

from collections.abc import Mapping

from corpusfmt.text.annotations import TYPE_CHECKING, Generic, TypeVar, cast
from corpusfmt.text.values import dataclass, field

if TYPE_CHECKING:
    from typing import TypeAlias

Value = TypeVar("Value", bool, int, float, str, tuple[str, ...])
"""What the value of an option may be."""


@dataclass(frozen=True, slots=True)
class Option(Generic[Value]):
    """An option, which settings set as ``name = value`` in the table ``[rules.RULE]``.

    The type of ``default`` is the type of the value. A number is between ``least`` and ``most``,
    both included; a string matches all of ``pattern``, and so does each string of a tuple. ``rule``
    is the name of the rule: the rule that lists the option in its ``OPTIONS`` sets it when it is
    loaded.
    """

    name: str
    default: Value
    help: str
    least: float = 0
    most: float | None = None
    pattern: str = ".*"
    rule: str = field(default="", init=False)

    @property
    def key(self) -> tuple[str, str]:
        """The key of the option among the options of all rules: the rule and the name."""
        return self.rule, self.name

    def bind(self, rule: str) -> None:
        """Set the name of the rule that the option belongs to."""
        object.__setattr__(self, "rule", rule)


AnyOption = Option[bool] | Option[int] | Option[float] | Option[str] | Option[tuple[str, ...]]
"""An option, whatever the type of its value is."""

Options: TypeAlias = Mapping[tuple[str, str], bool | int | float | str | tuple[str, ...]]
"""The values that settings set, by the keys of their options."""

NO_OPTIONS: Options = {}
"""The values of settings that set none."""


def value_of(option: Option[Value], options: Options) -> Value:
    """Return the value of an option: that of the settings, or its default."""
    value = options.get(option.key, option.default) if options else option.default
    return cast("Value", value)  # the settings are validated against the option
