"""What the table of settings may hold: a judge for the value of each key, and the words for what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from corpusfmt.files.globs import BadGlob, compile_globs

REQUIRABLE = ("subtitle", "byline", "date", "updated", "intro", "caption", "credit", "url")
"""What ``require`` may ask every article for, and what ``coverage`` counts."""

SEVERITIES = ("error", "warning", "info")
"""How much a finding of a rule may weigh."""

HOSTS = "hosts"

Judge = Callable[[str, Any], Iterator[str]]
"""Yields what is wrong with a value, which is called by the name given."""

_TYPES = {str: "a string", bool: "a boolean", int: "an integer", float: "a float", list: "an array", dict: "a table"}


def find_faults(table: Mapping[str, Any], keys: Mapping[str, Judge], within: str = "") -> Iterator[str]:
    """Yield what is wrong with a table: unknown keys, with the nearest known one, and values that cannot be meant."""
    for key, value in table.items():
        if key in keys:
            yield from keys[key](within + key, value)
        else:
            yield describe_unknown(f"unknown key {within + key!r}", key, sorted(keys))


def describe_unknown(fault: str, word: str, known: Sequence[str]) -> str:
    """The fault, the known word that is nearest to the one given, and all that are known."""
    import difflib

    near = difflib.get_close_matches(word.lower(), known, n=1)
    hint = f"did you mean {near[0]!r}? " if near else ""
    return f"{fault}; {hint}expected one of {', '.join(known)}"


def type_of(value: object) -> str:
    """What TOML calls a value."""
    return _TYPES.get(type(value), "a date or time")


# ---------------------------------------------------------------------------------------------------- the judges


def _strings(name: str, value: Any) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"{name} is {type_of(value)}; expected an array of strings"
        return
    for place, item in enumerate(value):
        if not isinstance(item, str):
            yield f"{name}[{place}] is {type_of(item)}; expected a string"


def _texts(value: Any) -> Iterable[tuple[int, str]]:
    """The strings of an array, each with its place."""
    items = enumerate(value) if isinstance(value, list) else ()
    return ((place, item) for place, item in items if isinstance(item, str))


def _globs(name: str, value: Any) -> Iterator[str]:
    yield from _strings(name, value)
    for place, item in _texts(value):
        yield from _glob(f"{name}[{place}]", item)


def _glob(name: str, pattern: str) -> Iterator[str]:
    try:
        compile_globs([pattern])
    except BadGlob as problem:
        yield f"{name}: {problem}"


def _parts(name: str, value: Any) -> Iterator[str]:
    yield from _strings(name, value)
    for place, item in _texts(value):
        if item not in REQUIRABLE:
            yield describe_unknown(f"{name}[{place}] has the unknown value {item!r}", item, REQUIRABLE)


def _severity(name: str, value: Any) -> Iterator[str]:
    yield from _one_of(name, value, SEVERITIES)


def _fail_on(name: str, value: Any) -> Iterator[str]:
    yield from _one_of(name, value, SEVERITIES[:2])


def _one_of(name: str, value: Any, known: Sequence[str]) -> Iterator[str]:
    if not isinstance(value, str):
        yield f"{name} is {type_of(value)}; expected a string"
    elif value not in known:
        yield describe_unknown(f"{name} has the unknown value {value!r}", value, known)


def _path(name: str, value: Any) -> Iterator[str]:
    if not isinstance(value, str) or not value:
        yield f"{name} is {type_of(value) if value != '' else 'empty'}; expected the path of a file"


def _table(name: str, value: Any) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{name} is {type_of(value)}; expected a table"


def _rules(name: str, value: Any) -> Iterator[str]:
    """The options of a rule are judged where the rules are known."""
    yield from _table(name, value)
    for rule, options in value.items() if isinstance(value, dict) else ():
        yield from _table(f"{name}.{rule}", options)
        if isinstance(options, dict) and "severity" in options:
            yield from _severity(f"{name}.{rule}.severity", options["severity"])


def _coverage(name: str, value: Any) -> Iterator[str]:
    yield from _table(name, value)
    for part, share in value.items() if isinstance(value, dict) else ():
        if part not in REQUIRABLE:
            yield describe_unknown(f"unknown key {f'{name}.{part}'!r}", part, REQUIRABLE)
        elif isinstance(share, bool) or not isinstance(share, int | float) or not 0 <= share <= 100:
            yield f"{name}.{part} is {share!r}; expected a number from 0 to 100: of a hundred articles, how many"


def _per_file_ignores(name: str, value: Any) -> Iterator[str]:
    yield from _table(name, value)
    for pattern, rules in value.items() if isinstance(value, dict) else ():
        yield from _glob(name, pattern)
        yield from _strings(f"{name}.{pattern!r}", rules)


def _hosts(name: str, value: Any) -> Iterator[str]:
    yield from _table(name, value)
    for host, demands in value.items() if isinstance(value, dict) else ():
        own = f"{name}.{host!r}"
        if not host or any(character in host for character in "/:*? "):
            yield f"{own} is no host; expected a name such as 'example.org', which stands for its subdomains too"
        yield from _table(own, demands)
        yield from find_faults(demands, DEMANDS, f"{own}.") if isinstance(demands, dict) else ()


DEMANDS: Mapping[str, Judge] = {
    "require": _parts,
    "select": _strings,
    "extend-select": _strings,
    "ignore": _strings,
    "rules": _rules,
    "coverage": _coverage,
}
"""What may be asked of all articles, or of those of a host."""

KEYS: Mapping[str, Judge] = {
    **DEMANDS,
    "include": _globs,
    "exclude": _globs,
    "per-file-ignores": _per_file_ignores,
    HOSTS: _hosts,
    "fail-on": _fail_on,
    "baseline": _path,
}
"""Every key of the table, each with the judge of its value."""
