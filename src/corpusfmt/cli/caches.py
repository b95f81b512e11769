"""The cache of a run: opened if it can be used, closed at the end."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Iterator
from contextlib import contextmanager

from corpusfmt.cli import console
from corpusfmt.config.settings import Settings
from corpusfmt.files.inputs import Inputs
from corpusfmt.files.read import STANDARD_INPUT
from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from corpusfmt.project.cache.cache import Cache


@contextmanager
def cache_for(
    arguments: argparse.Namespace,
    settings: Settings,
    texts: Inputs,
    command: str,
    *selectors: Collection[str] | None,
) -> Iterator[Cache | None]:
    """Provide the cache for a command over files, or None if there can be none.

    There is none for archives, revisions and the standard input. ``selectors`` are the options that
    change results. Why there is none is printed with --verbose.
    """
    has_others = texts.is_streamed or STANDARD_INPUT in texts.files
    if arguments.no_cache or not texts.files or has_others:
        yield None
        return
    from corpusfmt.project.cache.database import CacheError
    from corpusfmt.run.opening_cache import open_cache

    try:
        cache = open_cache(arguments.cache_dir, settings, command, *selectors)
    except CacheError as error:
        console.explain(f"no cache is used: {error.message}")
        yield None
        return
    console.explain_path(cache.path, "results of earlier runs are kept here")
    try:
        yield cache
    finally:
        cache.close()
        if cache.problem is not None:
            console.explain(f"the cache was not used for the rest of the run: {cache.problem}")
