"""The exceptions. ``CorpusfmtError`` is the base of all of them."""

from __future__ import annotations

from corpusfmt.api.articles import InvalidDocumentError
from corpusfmt.config.settings import SettingsError
from corpusfmt.convert.format import ConversionError
from corpusfmt.model.errors import CorpusfmtError
from corpusfmt.project.lock import LockError
from corpusfmt.run.loading import ArticleError
from corpusfmt.syntax.interpreter import UnsupportedPythonError

__all__ = [
    "ArticleError",
    "ConversionError",
    "CorpusfmtError",
    "InvalidDocumentError",
    "LockError",
    "SettingsError",
    "UnsupportedPythonError",
]
