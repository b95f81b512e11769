"""corpusfmt: a plain-text format for news articles, and the tools that check, repair and convert it.

``parse`` reads any text into an ``Article``; ``serialize`` writes any valid article back as its one canonical text;
``format`` gives the canonical text of a text; ``check`` says everything that is wrong with one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Diagnostic",
    "InvalidDocument",
    "Report",
    "__version__",
    "check",
    "format",
    "parse",
    "serialize",
]

if TYPE_CHECKING:
    from corpusfmt.article import Article
    from corpusfmt.checker import check
    from corpusfmt.diagnostic import Diagnostic, Report
    from corpusfmt.formatter import InvalidDocument, format, parse, serialize

_HOMES = {
    "Article": "article",
    "Diagnostic": "diagnostic",
    "InvalidDocument": "formatter",
    "Report": "diagnostic",
    "check": "checker",
    "format": "formatter",
    "parse": "formatter",
    "serialize": "formatter",
}


def __getattr__(name: str) -> Any:
    # Imported when asked for: `corpusfmt --version` needs neither lark nor the schema.
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'corpusfmt' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"corpusfmt.{home}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
