"""The policy of settings and of the command line."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache

from corpusfmt.config.rule_names import expand, rules_of
from corpusfmt.config.settings import Demands, OptionValue, Settings, SettingsError, optional_tuple
from corpusfmt.config.validate_rules import (
    find_rule_problems,
    find_unknown_names,
    without_problems,
)
from corpusfmt.files.globs import Globs, compile_globs
from corpusfmt.lint.policy import Policy
from corpusfmt.lint.rule import Rule
from corpusfmt.model.diagnostic import Severity
from corpusfmt.rules import NAMES, all_rules
from corpusfmt.syntax.date_order import NO_ORDERS, DateOrders
from corpusfmt.text.annotations import cast
from corpusfmt.text.values import replace


def default_policy(
    require: Sequence[str] = (),
    only: Iterable[str] | None = None,
    date_orders: DateOrders = NO_ORDERS,
) -> Policy:
    """Return the policy without settings; ``only`` names the only rules to run."""
    enabled = _enabled_by_default() if only is None else frozenset(only)
    return Policy(rules_of(enabled), _blockers(), tuple(require), date_orders=date_orders)


def make_policy(
    settings: Settings,
    *,
    select: Collection[str] | None = None,
    extend_select: Collection[str] = (),
    ignore: Collection[str] = (),
    problems: list[str] | None = None,
) -> Policy:
    """Return the policy of settings, with what the command line adds to them.

    Raise SettingsError, with the nearest name, for unknown rules, levels and options. But if there
    is a list for the ``problems``, append those of the settings to it, and ignore what is invalid.
    """
    own_problems = [
        *find_unknown_names("--select", select or ()),
        *find_unknown_names("--ignore", ignore),
        *find_unknown_names("--extend-select", extend_select),
    ]
    found = list(find_rule_problems(settings))
    if own_problems or (found and problems is None):
        raise SettingsError("\n".join([*own_problems, *found]))
    if found and problems is not None:
        problems += found
        settings = without_problems(settings)
    arguments = Demands(
        select=optional_tuple(select),
        extend_select=tuple(extend_select),
        ignore=tuple(ignore),
    )
    hosts: dict[str, Policy] = {}
    for host, demands in settings.hosts.items():
        joined = _join(_join(settings.demands, demands), arguments)
        policy = _make(joined, settings, arguments)
        hosts[host] = replace(policy, coverage=demands.coverage)
    base = _make(_join(settings.demands, arguments), settings, arguments)
    return replace(base, hosts=hosts)


def _make(demands: Demands, settings: Settings, arguments: Demands) -> Policy:
    """Return the policy of demands.

    A rule that the command line names runs even if the settings ignore it.
    """
    severities: dict[str, Severity] = {}
    options: dict[tuple[str, str], OptionValue] = {}
    for name, values in demands.rules.items():
        for key, value in values.items():
            if key == "severity":
                severities[name] = cast(Severity, value)
            else:
                options[name, key] = value
    per_file: list[tuple[Globs, frozenset[str]]] = []
    for glob, names in settings.per_file_ignores:
        per_file.append((compile_globs([glob]), expand(names)))
    return Policy(
        rules_of(_enabled(demands, arguments)),
        _blockers(),
        demands.require or (),
        severities,
        options,
        demands.coverage,
        per_file=tuple(per_file),
        root=settings.root,
        date_orders=settings.date_orders,
    )


def _enabled(demands: Demands, arguments: Demands) -> frozenset[str]:
    """Return the names of the rules that run."""
    selected = _enabled_by_default() if demands.select is None else expand(demands.select)
    enabled = (selected | expand(demands.extend_select)) - expand(demands.ignore)
    named = (*(arguments.select or ()), *arguments.extend_select)
    enabled |= expand(set(named).intersection(NAMES))
    return enabled - expand(arguments.ignore)


def _join(base: Demands, own: Demands) -> Demands:
    """Return the demands of ``base``, with additions and replacements by ``own``."""
    rules = dict(base.rules)
    for name, values in own.rules.items():
        rules[name] = {**rules.get(name, {}), **values}
    return Demands(
        base.require if own.require is None else own.require,
        base.select if own.select is None else own.select,
        base.extend_select + own.extend_select,
        base.ignore + own.ignore,
        rules,
        {**base.coverage, **own.coverage},
        own.date_order or base.date_order,
    )


@cache
def _enabled_by_default() -> frozenset[str]:
    return frozenset(rule.name for rule in all_rules() if rule.is_on)


@cache
def _blockers() -> tuple[Rule, ...]:
    return tuple(rule for rule in all_rules() if rule.is_blocker)
