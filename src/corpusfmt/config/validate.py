"""Validation of the table of settings: a validator for each key, which describes problems."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence

from corpusfmt.files.globs import GlobError, compile_globs
from corpusfmt.files.paths import escape_reason
from corpusfmt.model.diagnostic import SEVERITIES
from corpusfmt.syntax.date_order import DATE_ORDERS
from corpusfmt.text.patterns import regex
from corpusfmt.text.suggestion import describe_unknown, quoted

REQUIRABLE = ("subtitle", "byline", "date", "updated", "intro", "caption", "credit", "url")
"""The fields that ``require`` may demand of every article, and that ``coverage`` counts."""

FAIL_ON = ("error", "warning")
"""The values of ``fail-on``."""

LIST_OF_KEYS = "corpusfmt check --show-settings"
"""The command that lists the keys of the settings."""

HOSTS = "hosts"
PER_FILE_IGNORES = "per-file-ignores"

Validator = Callable[[str, object], Iterator[str]]
"""Yields the problems of a value; the first argument is the name of the value."""

_TYPES = {
    str: "a string",
    bool: "a boolean",
    int: "an integer",
    float: "a float",
    list: "an array",
    dict: "a table",
}
"""What TOML calls the types."""

_ALWAYS_REQUIRED = {
    "title": "a title is always required",
    "body": "a body is always required",
}

_RELATIVE = "patterns are relative to the folder of the settings"
_ABSOLUTE_PATH = regex(r"[A-Za-z]:[\\/]|~/")


def find_problems(
    table: Mapping[str, object], keys: Mapping[str, Validator], prefix: str = ""
) -> Iterator[str]:
    """Yield the problems of a table: unknown keys, with the nearest known one, and bad values."""
    for key, value in table.items():
        validate = keys.get(key)
        if validate is None:
            problem = f"unknown key {quoted(prefix + key)}"
            yield describe_unknown(problem, key, sorted(keys), LIST_OF_KEYS)
        else:
            yield from validate(prefix + key, value)


def find_absolute(table: Mapping[str, object], root: str) -> Iterator[tuple[str, str]]:
    """Yield ``(key, problem)`` for patterns that start with the path of the folder ``root``."""
    if root == os.sep:
        return
    for key, name, pattern in _patterns(table):
        body = pattern.removeprefix("!")
        if f"{body}/".startswith(f"{root}/"):
            rest = body[len(root) :] or "/"
            problem = f"{name}: {pattern!r} is an absolute path; {_RELATIVE}, as {rest!r} is"
            yield key, problem


def type_of(value: object) -> str:
    """Return what TOML calls the type of a value."""
    return _TYPES.get(type(value), "a date or time")


def _patterns(table: Mapping[str, object]) -> Iterator[tuple[str, str, str]]:
    """Yield the key, the name and the text of each pattern."""
    for key in ("include", "exclude"):
        for index, pattern in _indexed_strings(table.get(key)):
            yield key, f"{key}[{index}]", pattern
    per_file = table.get(PER_FILE_IGNORES)
    if isinstance(per_file, Mapping):
        for pattern in per_file:
            yield PER_FILE_IGNORES, f"{PER_FILE_IGNORES}.{pattern!r}", pattern


def _indexed_strings(value: object) -> Iterator[tuple[int, str]]:
    """Yield the strings of an array, each with its index."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, str):
                yield index, item


def _validate_strings(name: str, value: object) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"{name} is {type_of(value)}; expected an array of strings"
        return
    for index, item in enumerate(value):
        if not isinstance(item, str):
            yield f"{name}[{index}] is {type_of(item)}; expected a string"


def _validate_globs(name: str, value: object) -> Iterator[str]:
    yield from _validate_strings(name, value)
    for index, item in _indexed_strings(value):
        yield from _validate_glob(f"{name}[{index}]", item)


def _validate_glob(name: str, pattern: str) -> Iterator[str]:
    try:
        compile_globs([pattern])
    except GlobError as error:
        yield f"{name}: {error}"
        return
    body = pattern.removeprefix("!")
    if os.pardir in body.split("/"):
        yield f"{name}: {pattern!r} points outside of the folder of the settings; remove '..'"
    elif body.startswith("./"):
        yield f"{name}: {pattern!r} matches nothing; expected {body[1:]!r}"
    elif _ABSOLUTE_PATH.match(body):
        yield f"{name}: {pattern!r} is an absolute path; {_RELATIVE}"


def _validate_fields(name: str, value: object) -> Iterator[str]:
    yield from _validate_strings(name, value)
    for index, item in _indexed_strings(value):
        if item in _ALWAYS_REQUIRED:
            yield f"{name}[{index}]: {_ALWAYS_REQUIRED[item]}; remove {item!r}"
        elif item not in REQUIRABLE:
            problem = f"{name}[{index}] has the unknown value {item!r}"
            yield describe_unknown(problem, item, REQUIRABLE)


def _validate_severity(name: str, value: object) -> Iterator[str]:
    yield from _validate_choice(name, value, SEVERITIES)


def _validate_fail_on(name: str, value: object) -> Iterator[str]:
    yield from _validate_choice(name, value, FAIL_ON)


def _validate_date_order(name: str, value: object) -> Iterator[str]:
    yield from _validate_choice(name, value, DATE_ORDERS)


def _validate_choice(name: str, value: object, known: Sequence[str]) -> Iterator[str]:
    if not isinstance(value, str):
        yield f"{name} is {type_of(value)}; expected a string"
    elif value not in known:
        yield describe_unknown(f"{name} has the unknown value {value!r}", value, known)


def _validate_path(name: str, value: object) -> Iterator[str]:
    if not isinstance(value, str) or not value:
        problem = "empty" if value == "" else type_of(value)
        yield f"{name} is {problem}; expected the path of a file"
        return
    reason = escape_reason(value)
    if reason is not None:
        yield f"{name} {value!r} {reason}; expected a path below the folder of the settings"


def _validate_table(name: str, value: object) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{name} is {type_of(value)}; expected a table"


def _validate_rules(name: str, value: object) -> Iterator[str]:
    """Validate the severities of rules; their options are validated where the rules are known."""
    yield from _validate_table(name, value)
    for rule, options in _items(value):
        yield from _validate_table(f"{name}.{rule}", options)
        if isinstance(options, dict) and "severity" in options:
            yield from _validate_severity(f"{name}.{rule}.severity", options["severity"])


def _validate_coverage(name: str, value: object) -> Iterator[str]:
    yield from _validate_table(name, value)
    for field, share in _items(value):
        own_name = f"{name}.{field}"
        if field in _ALWAYS_REQUIRED:
            yield f"{own_name}: {_ALWAYS_REQUIRED[field]}; remove {field!r}"
        elif field not in REQUIRABLE:
            yield describe_unknown(f"unknown key {own_name!r}", field, REQUIRABLE)
        elif not _is_percentage(share):
            expected = "a percentage from 0 to 100"
            yield f"{own_name} is {share!r}; expected {expected}"


def _is_percentage(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return 0 <= value <= 100


def _validate_per_file_ignores(name: str, value: object) -> Iterator[str]:
    yield from _validate_table(name, value)
    for pattern, rules in _items(value):
        yield from _validate_glob(name, pattern)
        yield from _validate_strings(f"{name}.{pattern!r}", rules)


def _validate_hosts(name: str, value: object) -> Iterator[str]:
    yield from _validate_table(name, value)
    for host, demands in _items(value):
        own_name = f"{name}.{host!r}"
        if not _is_host(host):
            expected = "expected a name such as 'example.org', which includes its subdomains"
            yield f"{own_name} is not a host; {expected}"
        yield from _validate_table(own_name, demands)
        if isinstance(demands, dict):
            yield from find_problems(demands, DEMANDS, f"{own_name}.")


def _is_host(name: str) -> bool:
    """Return whether a name may be that of a host: non-empty labels with dots between them."""
    return all(name.split(".")) and not any(character in name for character in "/:*?@# ")


def _validate_inputs(name: str, value: object) -> Iterator[str]:
    yield from _validate_table(name, value)
    if isinstance(value, dict):
        yield from find_problems(value, INPUTS, f"{name}.")


def _validate_clean(name: str, value: object) -> Iterator[str]:
    yield from _validate_table(name, value)
    if isinstance(value, dict):
        yield from find_problems(value, CLEAN, f"{name}.")


def _validate_columns(name: str, value: object) -> Iterator[str]:
    yield from _validate_table(name, value)
    for field, column in _items(value):
        yield from _validate_string(f"{name}.{field}", column, "the name of a column")


def _validate_flag(name: str, value: object) -> Iterator[str]:
    if not isinstance(value, bool):
        yield f"{name} is {type_of(value)}; expected true or false"


def _validate_name(name: str, value: object) -> Iterator[str]:
    yield from _validate_string(name, value, "the name of a field")


def _validate_format(name: str, value: object) -> Iterator[str]:
    yield from _validate_string(name, value, "the name of a format")


def _validate_text(name: str, value: object) -> Iterator[str]:
    yield from _validate_string(name, value, "a text")


def _validate_encoding(name: str, value: object) -> Iterator[str]:
    yield from _validate_string(name, value, "the name of an encoding")


def _validate_string(name: str, value: object, expected: str) -> Iterator[str]:
    if not isinstance(value, str) or not value:
        problem = "empty" if value == "" else type_of(value)
        yield f"{name} is {problem}; expected {expected}"


def _validate_number(name: str, value: object) -> Iterator[str]:
    if not isinstance(value, int) or isinstance(value, bool):
        yield f"{name} is {type_of(value)}; expected an integer"
    elif value < 1:
        yield f"{name} is {value}; expected 1 or more"


def _items(value: object) -> Iterator[tuple[str, object]]:
    """Yield the items of a table; none for another value."""
    if isinstance(value, dict):
        yield from value.items()


DEMANDS: Mapping[str, Validator] = {
    "require": _validate_fields,
    "select": _validate_strings,
    "extend-select": _validate_strings,
    "ignore": _validate_strings,
    "rules": _validate_rules,
    "coverage": _validate_coverage,
    "date-order": _validate_date_order,
}
"""The keys for all articles, or for those of a host."""

INPUTS: Mapping[str, Validator] = {
    "text-field": _validate_name,
    "max-member-bytes": _validate_number,
    "max-total-bytes": _validate_number,
    "max-ratio": _validate_number,
}
"""The keys for how archives are read."""

CLEAN: Mapping[str, Validator] = {
    "from": _validate_format,
    "to": _validate_format,
    "encoding": _validate_encoding,
    "map": _validate_columns,
    "fields": _validate_strings,
    "template": _validate_text,
    "feed-title": _validate_text,
    "updated": _validate_text,
    "fixes": _validate_strings,
    "unsafe-fixes": _validate_flag,
    "split": _validate_flag,
    "set-aside": _validate_strings,
    "drop": _validate_strings,
    "keep": _validate_strings,
}
"""The keys for how articles are cleaned."""

KEYS: Mapping[str, Validator] = {
    **DEMANDS,
    "include": _validate_globs,
    "exclude": _validate_globs,
    PER_FILE_IGNORES: _validate_per_file_ignores,
    HOSTS: _validate_hosts,
    "fail-on": _validate_fail_on,
    "baseline": _validate_path,
    "inputs": _validate_inputs,
    "clean": _validate_clean,
}
"""The keys of the table, each with the validator of its value."""
