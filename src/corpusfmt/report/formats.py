"""The report formats by name. The module of a format is imported when the format is used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module

from corpusfmt.report import Run

Render = Callable[[Run], str]
"""Returns the report of a run: a text that ends with a line feed, the same for the same run."""


def _render(module: str, run: Run) -> str:
    render: Render = import_module(f"corpusfmt.report.{module}").render
    return render(run)


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

FORMATS: Mapping[str, Render] = {
    name: partial(_render, module) for name, module in _MODULES.items()
}
"""Every report format."""
