"""The report formats by name. The module of a format is imported when the format is used."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib import import_module

from corpusfmt.report import Run

Render = Callable[[Run], str]
"""Returns the report of a run: a text that ends with a line feed, the same for the same run."""

_PIECE = 1 << 16
"""How many characters of a report are written at once."""


_MODULES = {
    "text": "text",
    "concise": "concise",
    "json": "json_",
    "jsonl": "jsonl",
    "sarif": "sarif",
    "junit": "junit",
    "github": "github",
    "gitlab": "gitlab",
    "rdjson": "rdjson",
}


def _lines(name: str, run: Run) -> Iterator[str]:
    module = import_module(f"corpusfmt.report.{_MODULES[name]}")
    lines: Iterator[str] = module.lines(run)
    return lines


def pieces(name: str, run: Run) -> Iterator[str]:
    """Yield the report of a format in pieces of whole lines, while the results are read."""
    waiting: list[str] = []
    length = 0
    for line in _lines(name, run):
        waiting.append(line)
        length += len(line)
        if length >= _PIECE:
            yield "".join(waiting)
            waiting.clear()
            length = 0
    if waiting:
        yield "".join(waiting)


def _render(name: str, run: Run) -> str:
    return "".join(_lines(name, run))


FORMATS: Mapping[str, Render] = {name: partial(_render, name) for name in _MODULES}
"""Every report format, with what renders a whole report."""
