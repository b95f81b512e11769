"""What the table of settings may hold: a judge for the value of each key, and the words for what is wrong with it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from corpusfmt.files.globs import BadGlob, compile_globs
from corpusfmt.files.trust import leading_out
from corpusfmt.syntax.date_order import DATE_ORDERS
from corpusfmt.text.suggestion import describe_unknown, quoted

REQUIRABLE = ("subtitle", "byline", "date", "updated", "intro", "caption", "credit", "url")
"""What ``require`` may ask every article for, and what ``coverage`` counts."""

SEVERITIES = ("error", "warning", "info")
"""How much a finding of a rule may weigh."""

LIST_OF_KEYS = "corpusfmt check --show-settings"
"""The command that lists the keys of the settings."""

HOSTS = "hosts"
PER_FILE_IGNORES = "per-file-ignores"

Judge = Callable[[str, Any], Iterator[str]]
"""Yields what is wrong with a value, which is called by the name given."""

_TYPES = {str: "a string", bool: "a boolean", int: "an integer", float: "a float", list: "an array", dict: "a table"}


def find_faults(table: Mapping[str, Any], keys: Mapping[str, Judge], within: str = "") -> Iterator[str]:
    """Yield what is wrong with a table: unknown keys, with the nearest known one, and values that cannot be meant."""
    for key, value in table.items():
        if key in keys:
            yield from keys[key](within + key, value)
        else:
            problem = f"unknown key {quoted(within + key)}"
            yield describe_unknown(problem, key, sorted(keys), LIST_OF_KEYS)


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
        return
    body = pattern.removeprefix("!")
    if os.pardir in body.split("/"):
        yield f"{name}: {pattern!r} leads out of the folder of the settings; remove '..'"
    elif body.startswith("./"):
        yield f"{name}: {pattern!r} matches nothing; expected {body[1:]!r}"
    elif re.match(r"[A-Za-z]:[\\/]|~/", body):
        yield f"{name}: {pattern!r} is an absolute path; {_RELATIVE}"


def find_absolute(table: Mapping[str, Any], root: str) -> Iterator[str]:
    """Yield the patterns that begin with the path of the folder ``root``, to which they are relative."""
    listed = {key: _texts(table.get(key)) for key in ("include", "exclude")}
    named = {f"{key}[{place}]": item for key, texts in listed.items() for place, item in texts}
    per_file = table.get(PER_FILE_IGNORES)
    if isinstance(per_file, Mapping):
        named |= {f"{PER_FILE_IGNORES}.{pattern!r}": pattern for pattern in per_file}
    for name, pattern in named.items():
        body = pattern.removeprefix("!")
        if root != os.sep and f"{body}/".startswith(f"{root}/"):
            rest = body[len(root) :] or "/"
            yield f"{name}: {pattern!r} is an absolute path; {_RELATIVE}, as {rest!r} is"


_RELATIVE = "patterns are relative to the folder of the settings"
_ALWAYS = {
    "title": "a title is always required",
    "body": "a body is always required",
}


def _parts(name: str, value: Any) -> Iterator[str]:
    yield from _strings(name, value)
    for place, item in _texts(value):
        if item in _ALWAYS:
            yield f"{name}[{place}]: {_ALWAYS[item]}; remove {item!r}"
        elif item not in REQUIRABLE:
            yield describe_unknown(f"{name}[{place}] has the unknown value {item!r}", item, REQUIRABLE)


def _severity(name: str, value: Any) -> Iterator[str]:
    yield from _one_of(name, value, SEVERITIES)


def _fail_on(name: str, value: Any) -> Iterator[str]:
    yield from _one_of(name, value, SEVERITIES[:2])


def _date_order(name: str, value: Any) -> Iterator[str]:
    yield from _one_of(name, value, DATE_ORDERS)


def _one_of(name: str, value: Any, known: Sequence[str]) -> Iterator[str]:
    if not isinstance(value, str):
        yield f"{name} is {type_of(value)}; expected a string"
    elif value not in known:
        yield describe_unknown(f"{name} has the unknown value {value!r}", value, known)


def _path(name: str, value: Any) -> Iterator[str]:
    if not isinstance(value, str) or not value:
        yield f"{name} is {type_of(value) if value != '' else 'empty'}; expected the path of a file"
        return
    problem = leading_out(value)
    if problem is not None:
        yield f"{name} {value!r} {problem}; expected a path below the folder of the settings"


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
        if part in _ALWAYS:
            yield f"{name}.{part}: {_ALWAYS[part]}; remove {part!r}"
        elif part not in REQUIRABLE:
            yield describe_unknown(f"unknown key {f'{name}.{part}'!r}", part, REQUIRABLE)
        elif isinstance(share, bool) or not isinstance(share, int | float) or not 0 <= share <= 100:
            yield f"{name}.{part} is {share!r}; expected a number from 0 to 100: of a hundred articles, how many"


def _per_file_ignores(name: str, value: Any) -> Iterator[str]:
    yield from _table(name, value)
    for pattern, rules in value.items() if isinstance(value, dict) else ():
        yield from _glob(name, pattern)
        yield from _strings(f"{name}.{pattern!r}", rules)


def _is_host(name: str) -> bool:
    """Return whether a name may be that of a host: parts with dots between them, none of them empty."""
    return all(name.split(".")) and not any(character in name for character in "/:*?@# ")


def _hosts(name: str, value: Any) -> Iterator[str]:
    yield from _table(name, value)
    for host, demands in value.items() if isinstance(value, dict) else ():
        own = f"{name}.{host!r}"
        if not _is_host(host):
            yield f"{own} is not a host; expected a name such as 'example.org', which includes its subdomains"
        yield from _table(own, demands)
        yield from find_faults(demands, DEMANDS, f"{own}.") if isinstance(demands, dict) else ()


DEMANDS: Mapping[str, Judge] = {
    "require": _parts,
    "select": _strings,
    "extend-select": _strings,
    "ignore": _strings,
    "rules": _rules,
    "coverage": _coverage,
    "date-order": _date_order,
}
"""What may be asked of all articles, or of those of a host."""

KEYS: Mapping[str, Judge] = {
    **DEMANDS,
    "include": _globs,
    "exclude": _globs,
    PER_FILE_IGNORES: _per_file_ignores,
    HOSTS: _hosts,
    "fail-on": _fail_on,
    "baseline": _path,
}
"""Every key of the table, each with the judge of its value."""
