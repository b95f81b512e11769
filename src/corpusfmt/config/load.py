"""Finding and reading the file of settings: ``corpusfmt.toml`` or ``pyproject.toml``."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping

from corpusfmt.config.recipe import find_repeated, make_recipe
from corpusfmt.config.settings import (
    DEFAULT_FAIL_ON,
    DEFAULT_INCLUDE,
    DEFAULT_TEXT_FIELD,
    Demands,
    OptionValue,
    Settings,
    SettingsError,
    optional_tuple,
)
from corpusfmt.config.validate import HOSTS, KEYS, find_absolute, find_problems, type_of
from corpusfmt.files.archives.limits import DEFAULT_LIMITS, Limits
from corpusfmt.files.git import work_tree
from corpusfmt.files.ownership import foreign_owner
from corpusfmt.files.read import ReadError
from corpusfmt.files.untrusted import read_untrusted
from corpusfmt.syntax.date_order import DateOrder
from corpusfmt.text.annotations import TYPE_CHECKING, cast
from corpusfmt.text.decode import decode
from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    from typing import TypedDict

    from corpusfmt.config.recipe import RecipeTable

    _TomlOption = bool | int | float | str | list[str]

    _DemandsTable = TypedDict(
        "_DemandsTable",
        {
            "require": list[str],
            "select": list[str],
            "extend-select": list[str],
            "ignore": list[str],
            "rules": dict[str, dict[str, _TomlOption]],
            "coverage": dict[str, float],
            "date-order": DateOrder,
        },
        total=False,
    )

    _InputsTable = TypedDict(
        "_InputsTable",
        {
            "text-field": str,
            "max-member-bytes": int,
            "max-total-bytes": int,
            "max-ratio": int,
        },
        total=False,
    )

    _FileTable = TypedDict(
        "_FileTable",
        {
            "include": list[str],
            "exclude": list[str],
            "per-file-ignores": dict[str, list[str]],
            "hosts": dict[str, _DemandsTable],
            "fail-on": str,
            "baseline": str,
            "inputs": _InputsTable,
            "clean": RecipeTable,
        },
        total=False,
    )

LARGEST = 1 << 24
"""The largest file of settings that is read, in bytes."""

_OWN_FILE = "corpusfmt.toml"
_SHARED_FILE = "pyproject.toml"

_POSITION = regex(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
"""The position at the end of a message of the TOML parser."""

_Table = dict[str, object]
"""A table of TOML that has not been checked."""


def load(path: str | None = None, start: str = ".", problems: list[str] | None = None) -> Settings:
    """Return the settings of the file ``path``, or of the nearest one in ``start`` or above it.

    ``corpusfmt.toml`` has priority over ``pyproject.toml``, which counts only if it has a table
    ``[tool.corpusfmt]``. Without a file the defaults are returned. A file that is named must exist
    and have settings. A file that is found counts only if it belongs to this user or to root.

    Raise SettingsError if the file cannot be read, is not TOML, or has invalid settings. But if
    there is a list for the ``problems``, append them to it, and return what is valid, with the
    defaults for the rest.
    """
    errors: list[SettingsError] = []
    if path is None:
        settings = _load_nearest(os.path.abspath(start), errors)
    else:
        settings = _load_named(path, errors)
    if errors and problems is None:
        raise errors[0]
    if problems is not None:
        for error in errors:
            problems += error.message.splitlines()
    return settings


def default_settings(start: str = ".") -> Settings:
    """Return the settings without a file; their root is the git work tree around ``start``."""
    folder = os.path.abspath(start)
    return Settings(root=work_tree(folder) or folder)


def _load_named(path: str, errors: list[SettingsError]) -> Settings:
    """Return the settings of a file; raise SettingsError if it has none."""
    data = _read(path)
    try:
        table = _find_table(path, data)
    except SettingsError as error:
        errors.append(error)
        return Settings(os.path.dirname(os.path.abspath(path)), path)
    if table is None:
        raise SettingsError(f"{path}: has no table [tool.corpusfmt]")
    return _build(path, table, errors)


def _load_nearest(start: str, errors: list[SettingsError]) -> Settings:
    folder = start
    while True:
        for name in (_OWN_FILE, _SHARED_FILE):
            path = os.path.join(folder, name)
            try:
                table = _read_table(path)
            except SettingsError as error:
                errors.append(error)
                return Settings(folder, path)
            if table is not None:
                return _build(path, table, errors)
        parent = os.path.dirname(folder)
        if parent == folder:
            return default_settings(start)
        folder = parent


def _read_table(path: str) -> _Table | None:
    """Return the table of settings in a file that was found.

    Return None if there is no file, or it is a pyproject.toml without settings.
    """
    if not os.path.lexists(path):
        return None
    table = _find_table(path, _read(path))
    if table is not None:
        _check_owner(path)
    return table


def _check_owner(path: str) -> None:
    problem = foreign_owner(path)
    if problem is not None:
        hint = f"use --config {os.path.relpath(path)} to use it anyway"
        raise SettingsError(f"{path}: {problem}; {hint}")


def _read(path: str) -> bytes:
    try:
        return read_untrusted(path, LARGEST, any_owner=True, follow_links=True)
    except ReadError as error:
        raise SettingsError(str(error)) from error


def _find_table(path: str, data: bytes) -> _Table | None:
    if os.path.basename(path) != _SHARED_FILE:
        return _parse(path, data)
    if b"corpusfmt" not in data:  # the syntax errors of another project are not reported
        return None
    tools = _parse(path, data).get("tool")
    table = tools.get("corpusfmt") if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        raise SettingsError(f"{path}: tool.corpusfmt is {type_of(table)}; expected a table")
    return table


def _parse(path: str, data: bytes) -> _Table:
    import tomllib

    decoded = decode(data)
    if decoded.text is None:
        first = decoded.problems[0]
        place = f"{path}:{first.line}:{first.column}"
        raise SettingsError(f"{place}: not UTF-8; a TOML file must be UTF-8")
    text = decoded.text.removeprefix("\ufeff")
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        message = f"{path}: nested too deeply; expected a flat table of settings"
        raise SettingsError(message) from error
    except ValueError as error:
        raise SettingsError(_describe_syntax_error(path, text, str(error))) from error


def _describe_syntax_error(path: str, text: str, message: str) -> str:
    """Return the parser's message, with the position moved from its end to the path."""
    position = _POSITION.search(message)
    if position is None:
        return f"{path}: invalid TOML: {message}"
    line, column = position.groups()
    if line is None:
        lines = text.removesuffix("\n").split("\n")
        line, column = str(len(lines)), str(len(lines[-1]) + 1)
    return f"{path}:{line}:{column}: invalid TOML: {message[: position.start()]}"


def _build(path: str, table: _Table, errors: list[SettingsError]) -> Settings:
    """Return the settings of a table; a key with a problem has its default."""
    root = os.path.dirname(os.path.abspath(path))
    by_key = _find_problems(table, root)
    messages: list[str] = []
    for problems in by_key.values():
        messages += (f"{path}: {problem}" for problem in problems)
    if messages:
        errors.append(SettingsError("\n".join(messages)))
    valid = {key: value for key, value in table.items() if not by_key[key]}
    file_table = cast("_FileTable", valid)
    per_file_ignores: list[tuple[str, tuple[str, ...]]] = []
    for glob, names in file_table.get("per-file-ignores", {}).items():
        per_file_ignores.append((glob, tuple(names)))
    hosts = file_table.get("hosts", {})
    inputs = file_table.get("inputs", {})
    return Settings(
        root,
        path,
        include=tuple(file_table.get("include", DEFAULT_INCLUDE)),
        exclude=tuple(file_table.get("exclude", ())),
        demands=_build_demands({"require": [], **cast("_DemandsTable", valid)}),
        per_file_ignores=tuple(per_file_ignores),
        hosts={_host(name): _build_demands(demands) for name, demands in hosts.items()},
        fail_on=file_table.get("fail-on", DEFAULT_FAIL_ON),
        baseline=file_table.get("baseline"),
        text_field=inputs.get("text-field", DEFAULT_TEXT_FIELD),
        limits=_build_limits(inputs),
        recipe=make_recipe(file_table.get("clean", {})),
        given=frozenset(valid),
    )


def _build_limits(table: _InputsTable) -> Limits:
    return Limits(
        table.get("max-member-bytes", DEFAULT_LIMITS.member),
        table.get("max-total-bytes", DEFAULT_LIMITS.total),
        table.get("max-ratio", DEFAULT_LIMITS.ratio),
    )


def _find_problems(table: _Table, root: str) -> dict[str, list[str]]:
    """Return the problems of a table by its keys."""
    by_key = {key: [*find_problems({key: value}, KEYS)] for key, value in table.items()}
    for key, problem in find_absolute(table, root):
        by_key[key].append(problem)
    hosts = table.get(HOSTS)
    if isinstance(hosts, Mapping) and not by_key[HOSTS]:
        by_key[HOSTS] += _duplicate_hosts(hosts)
    recipe = table.get("clean")
    if isinstance(recipe, dict) and not by_key["clean"]:
        by_key["clean"] += find_repeated(make_recipe(cast("RecipeTable", recipe)))
    return by_key


def _host(name: str) -> str:
    return name.lower().removeprefix("www.")


def _duplicate_hosts(names: Iterable[str]) -> Iterator[str]:
    """Yield a problem for each host that has another table already."""
    known: dict[str, str] = {}
    for name in names:
        other = known.setdefault(_host(name), name)
        if other != name:
            same = f"hosts.{name!r} is the same host as hosts.{other!r}"
            yield f"{same}; expected one table for both"


def _build_demands(table: _DemandsTable) -> Demands:
    rules = table.get("rules", {})
    return Demands(
        require=optional_tuple(table.get("require")),
        select=optional_tuple(table.get("select")),
        extend_select=tuple(table.get("extend-select", ())),
        ignore=tuple(table.get("ignore", ())),
        rules={name: _build_options(options) for name, options in rules.items()},
        coverage=table.get("coverage", {}),
        date_order=table.get("date-order"),
    )


def _build_options(options: Mapping[str, _TomlOption]) -> dict[str, OptionValue]:
    frozen: dict[str, OptionValue] = {}
    for key, value in options.items():
        frozen[key] = tuple(value) if isinstance(value, list) else value
    return frozen
