"""Where caches are: a folder of the user, and in it one file for each corpus."""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from time import time

from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

SUFFIX = ".sqlite"
COMPARISON = "-comparison"
"""What is appended to the name of a cache for the file with what corpus rules have compared."""

COMPANIONS = ("-wal", "-shm", "-journal", COMPARISON)
"""What is appended to the name of a cache for the files beside it, those of SQLite first."""

UNUSED_DAYS = 90
"""After how many days without a run the cache of another corpus is removed."""

_DAY = 86400
_LONGEST_NAME = 40
_MOST_DIGITS = 9
_OTHER = regex(r"[^\w.-]+", re.ASCII)
_OWN_NAME = regex(r"[\w.-]+-[0-9a-f]{16}-\d{1,9}\.sqlite", re.ASCII)


class CacheFile(NamedTuple):
    """The file of a cache: its path and size in bytes, with those of the files beside it."""

    path: str
    size: int


def default_folder() -> str:
    """Return the folder of the caches of this user, as the system has it."""
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
        return os.path.join(base, "corpusfmt", "Cache")
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Caches", "corpusfmt")
    base = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):  # the specification says to ignore a relative one
        base = os.path.join(home, ".cache")
    return os.path.join(base, "corpusfmt")


def stem_of(root: str) -> str:
    """Return how the names of the caches of a corpus start; ``root`` is its folder."""
    from corpusfmt.text.digests import blake2b

    real = os.path.realpath(root)
    name = os.path.basename(real)
    if not (name.isascii() and name.isalnum()):  # as many are
        name = _OTHER.sub("_", name).strip("._-")
    digest = blake2b(os.fsencode(real), digest_size=8).hexdigest()
    return f"{name[:_LONGEST_NAME] or 'corpus'}-{digest}-"


def newest(folder: str, stem: str) -> int:
    """Return the number of the newest cache with this start of its name, or 0."""
    numbers = [0]
    for name in _names(folder):
        number = name[len(stem) : -len(SUFFIX)]
        if name == f"{stem}{number}{SUFFIX}" and _is_number(number):
            numbers.append(int(number))
    return max(numbers)


def path_of(folder: str, stem: str, number: int) -> str:
    """Return the path of a cache.

    One that is damaged gets a successor with the next number, and not the same name: another run
    may still have it open, and would remove the files beside it by their names.
    """
    return os.path.join(folder, f"{stem}{number}{SUFFIX}")


def cache_files(folder: str) -> list[CacheFile]:
    """Return the caches in a folder, sorted by path."""
    files: list[CacheFile] = []
    for name in sorted(filter(_OWN_NAME.fullmatch, _names(folder))):
        path = os.path.join(folder, name)
        sizes = (_size(path + suffix) for suffix in ("", *COMPANIONS))
        files.append(CacheFile(path, sum(sizes)))
    return files


def remove(path: str) -> None:
    """Remove a cache and the files beside it; raise OSError if it cannot be removed."""
    os.unlink(path)
    for suffix in COMPANIONS:
        with suppress(OSError):
            os.unlink(path + suffix)


def remove_unused(folder: str) -> None:
    """Remove the caches that no run has written for a long time."""
    oldest = time() - UNUSED_DAYS * _DAY
    for file in cache_files(folder):
        with suppress(OSError):
            if os.stat(file.path).st_mtime < oldest:
                remove(file.path)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _size(path: str) -> int:
    try:
        return os.lstat(path).st_size
    except OSError:
        return 0
