"""A project's settings: where they are found, what they may say, and what is wrong with them."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from corpusfmt.config.validate import DEMANDS, HOSTS, KEYS, REQUIRABLE, SEVERITIES, find_absolute, find_faults, type_of
from corpusfmt.files.git import work_tree
from corpusfmt.files.read import Unreadable
from corpusfmt.files.trust import foreign_owner, is_inside, read_beside
from corpusfmt.syntax.date_order import DateOrder, DateOrders
from corpusfmt.text.decode import decode

LARGEST = 1 << 24
"""The largest file of settings that is read, in bytes."""

__all__ = ["REQUIRABLE", "SEVERITIES", "BrokenSettings", "Demands", "Settings", "load"]


class BrokenSettings(Exception):  # noqa: N818 - named for what is so
    """Settings that cannot be used: each line of ``message`` names the file, the fault, and what was expected."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, slots=True)
class Demands:
    """What is asked of articles: all of them, or those of a host, for which what is None is as for all.

    ``select``, ``extend_select`` and ``ignore`` hold names of rules, or of levels; ``rules`` the severity and options
    of rules by name; ``coverage`` how many of a hundred articles must have a part; ``date_order`` whether the day or
    the month is first in a numeric date.
    """

    require: tuple[str, ...] | None = None
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    coverage: Mapping[str, float] = field(default_factory=dict)
    date_order: DateOrder | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project asks for. Patterns are relative to the folder ``root``, an absolute path.

    ``source`` is the path of the file they were read from, or None where the defaults hold. ``per_file_ignores`` pairs
    patterns with names of rules, ``hosts`` has the demands on the articles of a host, ``baseline`` the path of the
    findings that are known, relative to the root. ``given`` holds the keys that the file sets.
    """

    root: str
    source: str | None = None
    include: tuple[str, ...] = ("*.txt", "*.md")
    exclude: tuple[str, ...] = ()
    demands: Demands = Demands(require=())
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    hosts: Mapping[str, Demands] = field(default_factory=dict)
    fail_on: str = "warning"
    baseline: str | None = None
    given: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def require(self) -> tuple[str, ...]:
        """What every article must have."""
        return self.demands.require or ()

    @property
    def date_orders(self) -> DateOrders:
        """How numeric dates are read: for a host without an order of its own, as for all articles."""
        default = self.demands.date_order
        hosts = {host: demands.date_order or default for host, demands in self.hosts.items()}
        return DateOrders(default, {} if all(order == default for order in hosts.values()) else hosts)


def baseline_path(settings: Settings, default: str) -> str:
    """Return the path of the baseline that the settings name, or of the default, for the current folder.

    BrokenSettings where a symbolic link leads it out of the folder of the settings.
    """
    name = settings.baseline or default
    path = os.path.join(settings.root, name)
    if not is_inside(path, settings.root):
        source = settings.source or settings.root
        raise BrokenSettings(
            f"{source}: baseline {name!r} leads out of {settings.root} by a "
            "symbolic link; expected a path below the folder of the settings"
        )
    return os.path.relpath(path)


def load(path: str | None = None, start: str = ".", faults: list[str] | None = None) -> Settings:
    """Return the settings of the file ``path``, or of the nearest one in ``start`` or above it, or the defaults.

    ``corpusfmt.toml`` comes before ``pyproject.toml``, which counts only if it has a table ``[tool.corpusfmt]``.
    Raise BrokenSettings where the file cannot be read, is not TOML, or says what no setting can mean; or, if there is a
    list for the ``faults``, add them to it, and return what is right: the defaults in the place of a file that cannot
    be read, and of each key of the table with a fault. A file that was named must be there and have settings.

    A file that is found, and not named, counts only where it belongs to this user or to root (see trust).
    """
    broken: list[BrokenSettings] = []
    if path is None:
        settings = _load_nearest(os.path.abspath(start), broken)
    else:
        settings = _load(path, broken)
    if broken and faults is None:
        raise broken[0]
    for problem in broken:
        faults += problem.message.splitlines()  # type: ignore[operator]  # there is a list
    return settings


def default_settings(start: str = ".") -> Settings:
    """Return the settings where no file is used; their root is the git work tree around ``start``, or ``start``."""
    folder = os.path.abspath(start)
    return Settings(root=work_tree(folder) or folder)


def _load(path: str, broken: list[BrokenSettings]) -> Settings:
    """Return the settings of a file that was named; raise BrokenSettings where it has none."""
    data = _read(path)
    try:
        table = _table_in(path, data)
    except BrokenSettings as problem:
        broken.append(problem)
        return Settings(os.path.dirname(os.path.abspath(path)), path)
    if table is None:
        raise BrokenSettings(f"{path}: has no table [tool.corpusfmt]")
    return _build(path, table, broken)


_Table = dict[str, Any]  # TOML's own values: only here, until they are checked
_OWN, _SHARED = "corpusfmt.toml", "pyproject.toml"
_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def _load_nearest(start: str, broken: list[BrokenSettings]) -> Settings:
    folder = start
    while True:
        for name in (_OWN, _SHARED):
            path = os.path.join(folder, name)
            try:
                table = _read_table(path) if os.path.lexists(path) else None
                if table is not None:
                    _check_owner(path)
            except BrokenSettings as problem:
                broken.append(problem)
                return Settings(folder, path)
            if table is not None:
                return _build(path, table, broken)
        above = os.path.dirname(folder)
        if above == folder:
            return default_settings(start)
        folder = above


def _check_owner(path: str) -> None:
    problem = foreign_owner(path)
    if problem is not None:
        hint = f"--config {os.path.relpath(path)} uses it all the same"
        raise BrokenSettings(f"{path}: {problem}; {hint}")


def _read_table(path: str) -> _Table | None:
    """Return the table of settings in a file, or None for a pyproject.toml without one."""
    return _table_in(path, _read(path))


def _read(path: str) -> bytes:
    try:
        return read_beside(path, LARGEST, named=True, links=True)
    except Unreadable as problem:
        raise BrokenSettings(str(problem)) from problem


def _table_in(path: str, data: bytes) -> _Table | None:
    if os.path.basename(path) != _SHARED:
        return _parse(path, data)
    if b"corpusfmt" not in data:
        return None  # spares the parse, and another project's faults
    tools = _parse(path, data).get("tool")
    table = tools.get("corpusfmt") if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        raise BrokenSettings(f"{path}: tool.corpusfmt is {type_of(table)}; expected a table")
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


def _build(path: str, table: _Table, broken: list[BrokenSettings]) -> Settings:
    by_key = {key: [*find_faults({key: value}, KEYS)] for key, value in table.items()}
    for problem in find_absolute(table, os.path.dirname(os.path.abspath(path))):
        by_key[re.split(r"[\[.]", problem, maxsplit=1)[0]].append(problem)
    if not by_key.get(HOSTS):
        by_key |= {HOSTS: [*_same_hosts(table.get(HOSTS, {}))]}
    if any(by_key.values()):
        told = (f"{path}: {fault}" for faults in by_key.values() for fault in faults)
        broken.append(BrokenSettings("\n".join(told)))
        table = {key: value for key, value in table.items() if not by_key[key]}
    values = {key.replace("-", "_"): _frozen(value) for key, value in table.items() if key not in DEMANDS}
    values["per_file_ignores"] = tuple(values.get("per_file_ignores", {}).items())
    values["hosts"] = {_host(name): _demands(demands) for name, demands in table.get(HOSTS, {}).items()}
    demands = _demands({"require": []} | {key: value for key, value in table.items() if key in DEMANDS})
    root = os.path.dirname(os.path.abspath(path))
    return Settings(root, path, demands=demands, given=frozenset(table), **values)


def _host(name: str) -> str:
    return name.lower().removeprefix("www.")


def _same_hosts(names: Iterable[str]) -> Iterator[str]:
    """Yield a fault for each host that has a table already."""
    known: dict[str, str] = {}
    for name in names:
        other = known.setdefault(_host(name), name)
        if other != name:
            yield f"hosts.{name!r} is the same host as hosts.{other!r}; expected one table for both"


def _demands(table: _Table) -> Demands:
    return Demands(**{key.replace("-", "_"): _frozen(value) for key, value in table.items()})


def _frozen(value: Any) -> Any:
    """A value of TOML with tuples in place of arrays."""
    if isinstance(value, dict):
        return {key: _frozen(part) for key, part in value.items()}
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
