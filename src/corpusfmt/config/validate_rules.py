"""Validation of the names and options of rules in settings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from corpusfmt.config.recipe import Recipe
from corpusfmt.config.rule_names import (
    LIST_OF_RULES,
    describe_unknown_rule,
    find_rule,
    is_known,
    known_names,
)
from corpusfmt.config.settings import Demands, OptionValue, Settings
from corpusfmt.config.validate import type_of
from corpusfmt.lint.option import AnyOption
from corpusfmt.lint.rule import Rule
from corpusfmt.rules import NAMES
from corpusfmt.text.suggestion import describe_unknown, quoted
from corpusfmt.text.values import replace

_SEVERITY = "severity"


def find_rule_problems(settings: Settings) -> Iterator[str]:
    """Yield the problems of the rules in settings, each after the path of their file."""
    for problem in _settings_problems(settings):
        yield f"{settings.source}: {problem}"


def find_unknown_names(place: str, names: Iterable[str]) -> Iterator[str]:
    """Yield a problem for each name in a list of rules that selects none."""
    for name in names:
        if not is_known(name):
            yield describe_unknown_rule(name, place)


def without_problems(settings: Settings) -> Settings:
    """Return the settings without unknown rules and invalid options."""
    per_file = tuple((glob, known_names(names)) for glob, names in settings.per_file_ignores)
    hosts = {host: _valid_demands(demands) for host, demands in settings.hosts.items()}
    return replace(
        settings,
        demands=_valid_demands(settings.demands),
        per_file_ignores=per_file,
        hosts=hosts,
        recipe=_valid_recipe(settings.recipe),
    )


def _settings_problems(settings: Settings) -> Iterator[str]:
    yield from _demands_problems("", settings.demands)
    for host, demands in settings.hosts.items():
        yield from _demands_problems(f"hosts.{host!r}.", demands)
    for glob, names in settings.per_file_ignores:
        yield from find_unknown_names(f"per-file-ignores.{glob!r}", names)
    yield from find_unknown_names("clean.fixes", settings.recipe.fixes or ())
    for key, entry in settings.recipe.entries():
        yield from _entry_problems(f"clean.{key}", key, entry)


def _entry_problems(place: str, key: str, entry: str) -> Iterator[str]:
    """Yield the problems of an entry of a recipe: a rule, or a rule with a kind of its findings."""
    name, colon, kind = entry.partition(":")
    if name not in NAMES:
        problem = f"unknown rule {quoted(name)} in {place}"
        yield describe_unknown(problem, name, NAMES, LIST_OF_RULES)
        return
    rule = find_rule(name)
    if colon and kind not in rule.kinds:
        problem = f"unknown kind {quoted(kind)} of {name} in {place}"
        yield describe_unknown(problem, kind, rule.kinds, f"corpusfmt rule {name}")
    elif key == "keep" and rule.is_blocker:
        yield f"{place} has {name}, which cannot be kept: such a text has no canonical form"


def _demands_problems(prefix: str, demands: Demands) -> Iterator[str]:
    yield from find_unknown_names(f"{prefix}select", demands.select or ())
    yield from find_unknown_names(f"{prefix}extend-select", demands.extend_select)
    yield from find_unknown_names(f"{prefix}ignore", demands.ignore)
    for name, values in demands.rules.items():
        if name in NAMES:
            yield from _options_problems(f"{prefix}rules.{name}", find_rule(name), values)
        else:
            problem = f"unknown rule {quoted(f'{prefix}rules.{name}')}"
            yield describe_unknown(problem, name, NAMES, LIST_OF_RULES)


def _valid_recipe(recipe: Recipe) -> Recipe:
    def valid(key: str, entries: Iterable[str]) -> tuple[str, ...]:
        return tuple(entry for entry in entries if not any(_entry_problems("", key, entry)))

    return replace(
        recipe,
        fixes=None if recipe.fixes is None else known_names(recipe.fixes),
        set_aside=None if recipe.set_aside is None else valid("set-aside", recipe.set_aside),
        drop=valid("drop", recipe.drop),
        keep=valid("keep", recipe.keep),
    )


def _valid_demands(demands: Demands) -> Demands:
    rules: dict[str, dict[str, OptionValue]] = {}
    for name, values in demands.rules.items():
        if name in NAMES:
            rules[name] = _valid_options(find_rule(name), values)
    return replace(
        demands,
        select=known_names(demands.select or ()) or None,  # None if no name is known
        extend_select=known_names(demands.extend_select),
        ignore=known_names(demands.ignore),
        rules=rules,
    )


def _valid_options(rule: Rule, values: Mapping[str, OptionValue]) -> dict[str, OptionValue]:
    valid: dict[str, OptionValue] = {}
    for key, value in values.items():
        if not any(_options_problems("", rule, {key: value})):
            valid[key] = value
    return valid


def _options_problems(place: str, rule: Rule, values: Mapping[str, OptionValue]) -> Iterator[str]:
    options = {option.name: option for option in rule.options}
    for key, value in values.items():
        if key == _SEVERITY:
            continue
        option = options.get(key)
        if option is None:
            problem = f"unknown key {quoted(f'{place}.{key}')}"
            command = f"corpusfmt rule {rule.name}"
            yield describe_unknown(problem, key, (_SEVERITY, *options), command)
        else:
            yield from _value_problems(f"{place}.{key}", option, value)


def _value_problems(place: str, option: AnyOption, value: OptionValue) -> Iterator[str]:
    if not _has_type_of(value, option.default):
        expected = f"{_toml_type(option.default)} such as {_format(option.default)}"
        yield f"{place} is {_toml_type(value)}; expected {expected}"
    elif isinstance(value, str):
        yield from _pattern_problems(place, option, (value,))
    elif isinstance(value, tuple):
        yield from _pattern_problems(place, option, value)
    elif not isinstance(value, bool):
        yield from _number_problems(place, option, value)


def _pattern_problems(place: str, option: AnyOption, texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        if not re.fullmatch(option.pattern, text):
            yield f"{place} has the invalid value {text!r}; expected {option.help}"


def _number_problems(place: str, option: AnyOption, value: float) -> Iterator[str]:
    is_too_large = option.most is not None and value > option.most
    if value >= option.least and not is_too_large:  # false for NaN
        return
    bounds = f"{option.least:g} or more"
    if option.most is not None:
        bounds = f"{option.least:g} to {option.most:g}"
    yield f"{place} is {value!r}; expected {bounds}: {option.help}"


def _has_type_of(value: OptionValue, default: OptionValue) -> bool:
    if isinstance(default, tuple):
        return isinstance(value, tuple) and all(isinstance(item, str) for item in value)
    if isinstance(default, float) and not isinstance(value, bool):
        return isinstance(value, int | float)
    return type(value) is type(default)


def _toml_type(value: OptionValue) -> str:
    return type_of(list(value) if isinstance(value, tuple) else value)


def _format(value: OptionValue) -> str:
    if isinstance(value, tuple):
        return str(list(value))
    if isinstance(value, bool):
        return str(value).lower()
    return repr(value)
