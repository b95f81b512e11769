"""A plain-text format for news articles, and the tools that check, repair and convert it.

``parse`` reads any text into an ``Article``; ``serialize`` writes any valid article back as its one
canonical text; ``format`` gives the canonical text of a text; ``check`` reports everything that is
wrong with one, and ``fix`` fixes what it can. ``check_paths`` and ``fix_paths`` do the same for
files and folders, with the project's settings, which ``load_settings`` reads.

An article's body is a tuple of blocks (``Block``): ``Paragraph``, ``Heading``, ``Related``,
``Item``, ``Quote``, ``Image``, ``Separator``. Their content is a tuple of nodes (``Inline``):
``Text``, ``Link``, ``Break``. All are frozen dataclasses that can be compared, hashed and pickled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"

# `format` is public too, but a star import must not hide the builtin.
__all__ = [
    "Article",
    "Author",
    "Block",
    "Break",
    "BrokenSettings",
    "DateOrder",
    "Diagnostic",
    "Edit",
    "Fix",
    "FixResult",
    "Heading",
    "Image",
    "Inline",
    "InvalidDocument",
    "InvalidDocumentError",
    "Item",
    "Link",
    "LockError",
    "Paragraph",
    "Problem",
    "Quote",
    "Related",
    "RelatedLink",
    "Report",
    "RunResult",
    "Separator",
    "Settings",
    "SettingsError",
    "Severity",
    "Source",
    "Text",
    "UnsupportedPythonError",
    "__version__",
    "check",
    "check_paths",
    "fix",
    "fix_paths",
    "load_settings",
    "parse",
    "serialize",
]

if TYPE_CHECKING:
    from corpusfmt.api import check, check_paths, fix, fix_paths, load_settings
    from corpusfmt.articles import InvalidDocument, InvalidDocumentError, parse, serialize
    from corpusfmt.articles import format as format
    from corpusfmt.config.settings import BrokenSettings, Settings, SettingsError
    from corpusfmt.model.article import (
        Article,
        Author,
        Block,
        Break,
        Heading,
        Image,
        Inline,
        Item,
        Link,
        Paragraph,
        Quote,
        Related,
        RelatedLink,
        Separator,
        Source,
        Text,
    )
    from corpusfmt.model.diagnostic import Diagnostic, Report, Severity
    from corpusfmt.project.lock import LockError
    from corpusfmt.run.results import FixResult, RunResult
    from corpusfmt.syntax.date_order import DateOrder
    from corpusfmt.syntax.interpreter import UnsupportedPythonError
    from corpusfmt.text.edits import Edit, Fix
    from corpusfmt.validation.validator import Problem
else:
    # Imported at their first use: `corpusfmt --version` needs neither lark nor the schema. Type
    # checkers see the imports above instead: to them, an unknown name is an error.
    _HOMES = {
        "api": "check check_paths fix fix_paths load_settings",
        "config.settings": "BrokenSettings Settings SettingsError",
        "model.article": (
            "Article Author Block Break Heading Image Inline Item Link Paragraph Quote Related "
            "RelatedLink Separator Source Text"
        ),
        "model.diagnostic": "Diagnostic Report Severity",
        "project.lock": "LockError",
        "run.results": "FixResult RunResult",
        "syntax.date_order": "DateOrder",
        "syntax.interpreter": "UnsupportedPythonError",
        "articles": "InvalidDocument InvalidDocumentError format parse serialize",
        "text.edits": "Edit Fix",
        "validation.validator": "Problem",
    }
    _HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}

    def __getattr__(name):
        home = _HOME_OF.get(name)
        if home is None:
            import sys

            raise AttributeError(
                f"module 'corpusfmt' has no attribute {name!r}",
                name=name,
                obj=sys.modules[__name__],
            )
        from importlib import import_module

        value = globals()[name] = getattr(import_module(f"corpusfmt.{home}"), name)
        return value


def __dir__() -> list[str]:
    return sorted([*__all__, "format"])
