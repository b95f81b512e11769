"""``--show-files`` and ``--show-settings``: print what a run would read and use."""

from __future__ import annotations

import argparse
import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence

from corpusfmt.cli import console, session
from corpusfmt.config.policy import make_policy
from corpusfmt.config.settings import Demands, Settings
from corpusfmt.config.validate import DEMANDS, KEYS
from corpusfmt.files.discovery import Selection
from corpusfmt.files.inputs import Inputs
from corpusfmt.run.exit_codes import CLEAN
from corpusfmt.text.display import printable, shown_path

_OVERRIDES = ("select", "extend_select", "ignore", "fail_on", "baseline")


def show_files(chosen: Selection, texts: Inputs) -> int:
    """Print what would be read, one name on each line, and return the exit code.

    The members of archives are read for that: a damaged archive is reported.
    """
    number = failed = 0
    for item in texts:
        if item.error is not None:
            failed += 1
            console.note_path(item.path, item.error)
        else:
            number += 1
            console.put(f"{shown_path(item.path)}\n")
    chosen = session.after_reading(chosen, texts, number + failed)
    if chosen.files:
        session.summarize("listed", number, chosen)
    return session.code(chosen, found=False, failed=failed > 0)


def show_settings(arguments: argparse.Namespace) -> int:
    """Print the settings of a run as TOML, with the source of each, and return the exit code."""
    settings = session.settings_of(arguments)
    make_policy(settings)  # reports unknown rules and options
    for line in _lines(settings, arguments):
        console.put(f"{line}\n")
    return CLEAN


def _lines(settings: Settings, arguments: argparse.Namespace) -> Iterator[str]:
    source = printable(settings.source or "") or "none (the defaults are used)"
    yield f"# settings file: {source}"
    yield f"# patterns are relative to: {printable(settings.root)}"
    given = list(_given(arguments))
    if given:
        yield f"# on the command line, on top of these: {printable(' '.join(given))}"
    tables: dict[str, Mapping[str, object]] = {}
    for key in KEYS:
        value = _value(settings, key)
        if isinstance(value, Mapping) and value:
            tables[key] = value
        else:
            yield _assignment(key, value, _source(settings, key))
    for key, table in tables.items():
        yield ""
        yield f"# {key}: {_source(settings, key)}"
        yield from _tables((key,), table)


def _given(arguments: argparse.Namespace) -> Iterator[str]:
    for name in _OVERRIDES:
        value = getattr(arguments, name, None)
        if value:
            text = value if isinstance(value, str) else ",".join(value)
            yield f"--{name.replace('_', '-')} {text}"


def _value(settings: Settings, key: str) -> object:
    name = key.replace("-", "_")
    if key in DEMANDS:
        return getattr(settings.demands, name)
    value = getattr(settings, name)
    if key == "per-file-ignores":
        return dict(value)
    if key == "hosts":
        return {host: _given_demands(demands) for host, demands in value.items()}
    return value


def _given_demands(demands: Demands) -> dict[str, object]:
    """Return the settings of a host that are not the defaults."""
    defaults = Demands()
    from dataclasses import fields

    given: dict[str, object] = {}
    for field in fields(demands):
        value = getattr(demands, field.name)
        if value != getattr(defaults, field.name):
            given[field.name.replace("_", "-")] = value
    return given


def _source(settings: Settings, key: str) -> str:
    return os.path.basename(settings.source or "") if key in settings.given else "default"


def _assignment(key: str, value: object, source: str) -> str:
    if value is None or value == {}:
        meaning = "the rules that are on by default" if key == "select" else "not set"
        return f"# {key}: {meaning}"
    return f"{key} = {_toml(value)}  # {source}"


def _tables(path: Sequence[str], table: Mapping[str, object]) -> Iterator[str]:
    """Yield a table: its header, its values, and the tables in it."""
    inner = {key: value for key, value in table.items() if isinstance(value, Mapping)}
    yield f"[{'.'.join(map(_key, path))}]"
    for key, value in table.items():
        if key not in inner:
            yield f"{_key(key)} = {_toml(value)}"
    for key, value in inner.items():
        yield from _tables((*path, key), value)


def _key(key: str) -> str:
    return key if re.fullmatch(r"[\w-]+", key, re.ASCII) else _toml(key)


def _toml(value: object) -> str:
    """Return a value as TOML, whose strings, numbers and arrays are written as in JSON."""
    return json.dumps(list(value) if isinstance(value, tuple) else value)
