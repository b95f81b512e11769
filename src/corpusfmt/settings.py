"""A project's settings: where they are found, what they may say, and what is wrong with them."""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from corpusfmt.files import Unreadable, decode, read_bytes
from corpusfmt.globs import BadGlob, compile_globs

REQUIRABLE = ("subtitle", "byline", "date", "updated", "intro", "caption", "credit", "url")
"""What ``require`` may ask every article for."""


class BrokenSettings(Exception):  # noqa: N818 - named for what is so
    """Settings that cannot be used: each line of ``message`` names the file, the fault, and what was expected."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project asks for. Patterns are relative to the folder ``root``, an absolute path.

    ``source`` is the path of the file they were read from, or None where the defaults hold.
    """

    root: str
    source: str | None = None
    include: tuple[str, ...] = ("*.txt", "*.md")
    exclude: tuple[str, ...] = ()
    require: tuple[str, ...] = ()


def load(path: str | None = None, start: str = ".") -> Settings:
    """Return the settings of the file ``path``, or of the nearest one in ``start`` or above it, or the defaults.

    ``corpusfmt.toml`` comes before ``pyproject.toml``, which counts only if it has a table ``[tool.corpusfmt]``.
    Raise BrokenSettings where the file cannot be read, is not TOML, or says what no setting can mean.
    """
    if path is None:
        return _load_nearest(os.path.abspath(start))
    table = _read_table(path)
    if table is None:
        raise BrokenSettings(f"{path}: has no table [tool.corpusfmt]")
    return _build(path, table)


_Table = dict[str, Any]  # TOML's own values: only here, until they are checked
_OWN, _SHARED = "corpusfmt.toml", "pyproject.toml"
_KEYS = ("exclude", "include", "require")
_TYPES = {str: "a string", bool: "a boolean", int: "an integer", float: "a float", list: "an array", dict: "a table"}
_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def _load_nearest(start: str) -> Settings:
    folder = start
    while True:
        for name in (_OWN, _SHARED):
            path = os.path.join(folder, name)
            table = _read_table(path) if os.path.lexists(path) else None
            if table is not None:
                return _build(path, table)
        above = os.path.dirname(folder)
        if above == folder:
            return Settings(root=start)
        folder = above


def _read_table(path: str) -> _Table | None:
    """Return the table of settings in a file, or None for a pyproject.toml without one."""
    try:
        data = read_bytes(path)
    except Unreadable as problem:
        raise BrokenSettings(str(problem)) from problem
    if os.path.basename(path) != _SHARED:
        return _parse(path, data)
    if b"corpusfmt" not in data:
        return None  # spares the parse, and another project's faults
    tools = _parse(path, data).get("tool")
    table = tools.get("corpusfmt") if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        raise BrokenSettings(f"{path}: tool.corpusfmt is {_type_of(table)}; expected a table")
    return table


def _parse(path: str, data: bytes) -> _Table:
    import tomllib

    decoded = decode(data)
    if decoded.text is None:
        fault = decoded.faults[0]
        raise BrokenSettings(f"{path}:{fault.line}:{fault.column}: not UTF-8; expected TOML, which is UTF-8")
    text = decoded.text.removeprefix("\ufeff")
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise BrokenSettings(f"{path}: nested too deeply; expected a flat table of settings") from error
    except ValueError as error:
        raise BrokenSettings(_describe_syntax(path, text, str(error))) from error


def _describe_syntax(path: str, text: str, message: str) -> str:
    """Return the parser's message with its place, which it says at the end, put after the path."""
    place = _PLACE.search(message)
    if place is None:
        return f"{path}: not TOML: {message}"
    line, column = place.groups()
    if line is None:
        lines = text.removesuffix("\n").split("\n")
        line, column = str(len(lines)), str(len(lines[-1]) + 1)
    return f"{path}:{line}:{column}: not TOML: {message[: place.start()]}"


def _build(path: str, table: _Table) -> Settings:
    faults = tuple(_find_faults(table))
    if faults:
        raise BrokenSettings("\n".join(f"{path}: {fault}" for fault in faults))
    values = {key: tuple(value) for key, value in table.items()}
    return Settings(os.path.dirname(os.path.abspath(path)), path, **values)


def _find_faults(table: _Table) -> Iterator[str]:
    for key, value in table.items():
        if key not in _KEYS:
            yield _describe_unknown(f"unknown key {key!r}", key, _KEYS)
        elif not isinstance(value, list):
            yield f"{key} is {_type_of(value)}; expected an array of strings"
        else:
            for place, item in enumerate(value):
                yield from _find_item_faults(key, f"{key}[{place}]", item)


def _find_item_faults(key: str, place: str, item: object) -> Iterator[str]:
    if not isinstance(item, str):
        yield f"{place} is {_type_of(item)}; expected a string"
    elif key == "require":
        if item not in REQUIRABLE:
            yield _describe_unknown(f"{place} has the unknown value {item!r}", item, REQUIRABLE)
    else:
        try:
            compile_globs([item])
        except BadGlob as problem:
            yield f"{place}: {problem}"


def _describe_unknown(fault: str, word: str, known: Sequence[str]) -> str:
    import difflib

    near = difflib.get_close_matches(word.lower(), known, n=1)
    hint = f"did you mean {near[0]!r}? " if near else ""
    return f"{fault}; {hint}expected one of {', '.join(known)}"


def _type_of(value: object) -> str:
    return _TYPES.get(type(value), "a date or time")
