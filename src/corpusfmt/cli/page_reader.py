"""What reads web pages: where it is not installed, that is reported once, before any work."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from corpusfmt.cli.argv import ArgumentsError
from corpusfmt.files.archives.kinds import archive_kind, possible_archives
from corpusfmt.text.display import shown_path

_ENDINGS = (".html", ".htm")
_START = 1 << 16
"""How many bytes of a page show whether it was written here: the mark is above its title."""


def require_for_archives(files: Iterable[str]) -> None:
    """Raise ArgumentsError if a file is an archive of web pages, and these cannot be read."""
    _require(path for path in possible_archives(files) if archive_kind(path) == "warc")


def require_for_pages(files: Iterable[str], kind: str | None) -> None:
    """Raise ArgumentsError if a file that is read as a kind is a page that cannot be read.

    Pages that were written here are read without any package.
    """
    from corpusfmt.convert.kinds import AUTO

    if kind in ("html", AUTO):
        _require(_find_pages(files, kind))


def _require(pages: Iterator[str]) -> None:
    page = next(pages, None)
    if page is None:
        return
    from corpusfmt.convert.importer import install, missing_module
    from corpusfmt.convert.importers.html import IMPORTER

    missing = missing_module(IMPORTER)
    if missing is not None:
        what = "has" if archive_kind(page) == "warc" else "is one of the"
        needed = f"{shown_path(page)} {what} web pages, which need {missing}"
        raise ArgumentsError(f"{needed}: {install(IMPORTER)}")


def _find_pages(files: Iterable[str], kind: str) -> Iterator[str]:
    """Yield the files that are pages of others; not those that cannot be read."""
    from corpusfmt.convert.formats.html import GENERATOR
    from corpusfmt.convert.kinds import AUTO

    mark = GENERATOR.encode()
    for path in files:
        if archive_kind(path) is not None or not os.path.isfile(path):
            continue
        if kind != AUTO or path.lower().endswith(_ENDINGS):
            try:
                with open(path, "rb") as file:
                    is_own = mark in file.read(_START)
            except OSError:  # which is reported when the file is read
                continue
            if not is_own:
                yield path
