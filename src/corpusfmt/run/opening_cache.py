"""Open the cache of a corpus for a command."""

from __future__ import annotations

from collections.abc import Collection

from corpusfmt import __version__
from corpusfmt.config.fingerprint import settings_fingerprint
from corpusfmt.config.settings import Settings
from corpusfmt.project.cache.cache import Cache
from corpusfmt.project.cache.location import default_folder
from corpusfmt.project.cache.release import release_digest
from corpusfmt.text.digests import blake2b


def open_cache(
    folder: str | None, settings: Settings, command: str, *selectors: Collection[str] | None
) -> Cache:
    """Return the cache of a corpus in a folder, or else in that of the user.

    ``command`` is what the results are of, and ``selectors`` are the options that change them.
    Raise CacheError if no cache can be used.
    """
    key = blake2b(release_digest(__version__), digest_size=16)
    key.update(command.encode())
    key.update(settings_fingerprint(settings, *selectors))
    return Cache(folder or default_folder(), settings.root, key.digest())
