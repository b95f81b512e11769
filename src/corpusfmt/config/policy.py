"""Make the policy of settings and of the command line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, cast

from corpusfmt.config.settings import Demands, Settings, SettingsError
from corpusfmt.config.validate import type_of
from corpusfmt.files.globs import compile_globs
from corpusfmt.lint.option import Option
from corpusfmt.lint.policy import Policy
from corpusfmt.lint.rule import Rule
from corpusfmt.model.diagnostic import Severity
from corpusfmt.rules import NAMES, all_rules
from corpusfmt.syntax.date_order import NO_ORDERS, DateOrders
from corpusfmt.text.suggestion import describe_unknown, quoted

ALL = "all"
LEVELS = tuple(f"level-{number}" for number in range(1, 6))
"""What stands for every rule, and for those of a level, wherever rules are named."""

LIST_OF_RULES = "corpusfmt rules"
"""The command that lists the rules."""


def default_policy(
    require: Sequence[str] = (),
    only: Iterable[str] | None = None,
    date_orders: DateOrders = NO_ORDERS,
) -> Policy:
    """The policy where there are no settings; ``only`` names the only rules to run."""
    on = _default() if only is None else frozenset(only)
    return Policy(rules_of(on), _blockers(), tuple(require), date_orders=date_orders)


def make_policy(
    settings: Settings,
    *,
    select: Sequence[str] | None = None,
    extend_select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    faults: list[str] | None = None,
) -> Policy:
    """The policy of settings, and of what the command line says on top of them.

    SettingsError names each rule, level and option that is unknown, with the nearest one; or, if there is a list for
    the ``faults``, those of the settings are added to it, and the policy is that of all the others.
    """
    wrong = [*_unknown("--select", select or ()), *_unknown("--ignore", ignore)]
    wrong += _unknown("--extend-select", extend_select)
    found = [*_faults(settings)]
    if wrong or (found and faults is None):
        raise SettingsError("\n".join([*wrong, *found]))
    if found and faults is not None:
        faults += found
        settings = _sound(settings)
    given = Demands(None, None if select is None else tuple(select), tuple(extend_select), tuple(ignore))
    own = _joined(settings.demands, given)
    base = _policy(own, settings, given)
    hosts = {
        host: _policy(_joined(_joined(settings.demands, demands), given), settings, given)
        for host, demands in settings.hosts.items()
    }
    hosts = {host: replace(policy, coverage=settings.hosts[host].coverage) for host, policy in hosts.items()}
    return replace(base, hosts=hosts)


def expand(names: Iterable[str]) -> frozenset[str]:
    """The rules that names stand for, of rules, of levels, or of all."""
    return frozenset(rule for name in names for rule in _meaning(name))


def rules_of(names: Collection[str]) -> tuple[Rule, ...]:
    """Return the rules of these names, in the order in which they run."""
    return tuple(rule for rule in all_rules() if rule.name in names)


def find_rule(name: str) -> Rule:
    """The rule of a name; SettingsError says which name is the nearest, if there is no such rule."""
    for rule in all_rules():
        if rule.name == name:
            return rule
    raise SettingsError(describe_unknown(f"unknown rule {quoted(name)}", name, NAMES, LIST_OF_RULES))


def _policy(demands: Demands, settings: Settings, given: Demands) -> Policy:
    """The policy of demands; a rule that the command line itself names runs, whatever the settings ignore."""
    chosen = _default() if demands.select is None else expand(demands.select)
    named = expand(name for name in (*(given.select or ()), *given.extend_select) if name in NAMES)
    rules = demands.rules
    severities = {name: cast(Severity, said["severity"]) for name, said in rules.items() if "severity" in said}
    options = {(name, key): value for name, said in rules.items() for key, value in said.items() if key != "severity"}
    on = ((chosen | expand(demands.extend_select)) - expand(demands.ignore) | named) - expand(given.ignore)
    return Policy(
        rules_of(on),
        _blockers(),
        demands.require or (),
        severities,
        options,
        demands.coverage,
        per_file=tuple((compile_globs([glob]), expand(names)) for glob, names in settings.per_file_ignores),
        root=settings.root,
        date_orders=settings.date_orders,
    )


def _joined(base: Demands, own: Demands) -> Demands:
    """What is asked where the one holds for all, and the other says more."""
    rules = {name: {**base.rules.get(name, {}), **own.rules.get(name, {})} for name in (*base.rules, *own.rules)}
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
def _default() -> frozenset[str]:
    return frozenset(rule.name for rule in all_rules() if rule.is_on)


@cache
def _blockers() -> tuple[Rule, ...]:
    return tuple(rule for rule in all_rules() if rule.is_blocker)


@cache
def _meaning(name: str) -> frozenset[str]:
    if name in LEVELS:
        return frozenset(rule.name for rule in all_rules() if rule.level == 1 + LEVELS.index(name))
    return frozenset(NAMES if name == ALL else (name,))


# ---------------------------------------------------------------------------------------------------- what is wrong


def _faults(settings: Settings) -> Iterator[str]:
    found = [*_demand_faults("", settings.demands)]
    for host, demands in settings.hosts.items():
        found += _demand_faults(f"hosts.{host!r}.", demands)
    for glob, names in settings.per_file_ignores:
        found += _unknown(f"per-file-ignores.{glob!r}", names)
    return (f"{settings.source}: {fault}" for fault in found)


def _sound(settings: Settings) -> Settings:
    """The settings without what is wrong with them."""
    per_file = tuple((glob, _known(names)) for glob, names in settings.per_file_ignores)
    hosts = {host: _sound_demands(demands) for host, demands in settings.hosts.items()}
    return replace(settings, demands=_sound_demands(settings.demands), per_file_ignores=per_file, hosts=hosts)


def _sound_demands(demands: Demands) -> Demands:
    rules = {
        name: {key: value for key, value in said.items() if not [*_option_faults("", find_rule(name), {key: value})]}
        for name, said in demands.rules.items()
        if name in NAMES
    }
    select = _known(demands.select or ()) or None  # one that names nothing there is asks for nothing
    extend_select, ignore = _known(demands.extend_select), _known(demands.ignore)
    return replace(demands, select=select, extend_select=extend_select, ignore=ignore, rules=rules)


def _known(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name in NAMES or name in LEVELS or name == ALL)


def _demand_faults(within: str, demands: Demands) -> Iterator[str]:
    named = {"select": demands.select, "extend-select": demands.extend_select, "ignore": demands.ignore}
    for key, names in named.items():
        yield from _unknown(within + key, names or ())
    for name, said in demands.rules.items():
        if name in NAMES:
            yield from _option_faults(f"{within}rules.{name}", find_rule(name), said)
        else:
            problem = f"unknown rule {quoted(within + 'rules.' + name)}"
            yield describe_unknown(problem, name, NAMES, LIST_OF_RULES)


def _unknown(where: str, names: Iterable[str]) -> Iterator[str]:
    names = [*names]
    return (describe_unknown_rule(name, where) for name in names if name not in _known(names))


def describe_unknown_rule(name: str, where: str) -> str:
    """Return what to say of a name in a list of rules that is neither a rule nor a level."""
    problem = f"unknown rule {quoted(name)} in {where}"
    return describe_unknown(problem, name, (*NAMES, *LEVELS, ALL), LIST_OF_RULES)


def _option_faults(where: str, rule: Rule, said: Mapping[str, Any]) -> Iterator[str]:
    defaults = {option.name: option.default for option in rule.options}
    for name, value in said.items():
        if name == "severity":
            continue
        if name not in defaults:
            problem = f"unknown key {quoted(where + '.' + name)}"
            yield describe_unknown(problem, name, ("severity", *defaults), f"corpusfmt rule {rule.name}")
        elif not _fits(value, defaults[name]):
            kind = type_of(list(defaults[name]) if isinstance(defaults[name], tuple) else defaults[name])
            told = type_of(list(value) if isinstance(value, tuple) else value)
            yield f"{where}.{name} is {told}; expected {kind} such as {_shown(defaults[name])}"
        else:
            [option] = [option for option in rule.options if option.name == name]
            yield from _bound_faults(f"{where}.{name}", option, value)


def _bound_faults(where: str, option: Option[Any], value: Any) -> Iterator[str]:
    """What is wrong with a value of the right type: a number out of bounds, a text that cannot be meant."""
    for text in (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ():
        if not re.fullmatch(option.pattern, text):
            yield f"{where} has {text!r}, which cannot be meant; expected {option.help}"
    if isinstance(value, int | float) and not isinstance(value, bool):
        most = option.most
        if not value >= option.least or (most is not None and value > most):
            bounds = f"{option.least:g} or more" if most is None else f"{option.least:g} to {most:g}"
            yield f"{where} is {value!r}; expected {bounds}: {option.help}"


def _fits(value: object, default: object) -> bool:
    if isinstance(default, tuple):
        return isinstance(value, tuple) and all(isinstance(item, str) for item in value)
    if isinstance(default, float) and not isinstance(value, bool):
        return isinstance(value, int | float)
    return type(value) is type(default)


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return str(list(value))
    return str(value).lower() if isinstance(value, bool) else repr(value)
