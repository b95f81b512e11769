"""How the files of a run differ from those of the last one, of which blocks are kept."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from corpusfmt.model.errors import CorpusfmtError
from corpusfmt.text.named_tuples import NamedTuple

GAP = 1 << 20
"""How far apart the numbers of files are at first, so that others fit in between."""

_BLOCK = 4096
_ENCODING, _ERRORS = "utf-8", "surrogatepass"  # bytes are in the order of the paths


class NoNumbersError(CorpusfmtError):
    """There are too many new files between two others, or the kept files are damaged."""


class NumberedFile(NamedTuple):
    """A file: its number, which is in the order of the paths, its path, and that of its content."""

    number: int
    path: str
    content: int


class Differences(NamedTuple):
    """What has changed: files that were there, and that are there now, by their numbers.

    A file with another content is in both. ``numbers`` are those of all files of the run.
    """

    before: list[NumberedFile]
    after: list[NumberedFile]
    numbers: array[int]


def number_files(count: int) -> array[int]:
    """Return numbers for so many files."""
    return array("q", range(GAP, GAP * (count + 1), GAP))


def put_files(
    database: sqlite3.Connection,
    files: Sequence[str],
    contents: array[int],
    numbers: array[int],
    first: int = 0,
) -> None:
    """Keep the files from a block on; ``files`` are all of the run."""
    database.execute("DELETE FROM files WHERE block >= ?", (first,))
    paths = islice(files, first * _BLOCK, None)
    for block in range(first, -(-len(numbers) // _BLOCK)):
        part = slice(block * _BLOCK, (block + 1) * _BLOCK)
        row = (block, _join(paths, _BLOCK), contents[part].tobytes(), numbers[part].tobytes())
        database.execute("INSERT INTO files VALUES (?, ?, ?, ?)", row)


def take_differences(
    database: sqlite3.Connection, files: Sequence[str], contents: array[int]
) -> Differences:
    """Return how files differ from those that are kept, and keep them instead.

    ``contents`` are the numbers of the contents of the files, which are sorted by path. Raise
    NoNumbersError where all must be numbered again.
    """
    found = Differences([], [], array("q"))
    rows = iter(database.execute("SELECT paths, contents, numbers FROM files ORDER BY block"))
    paths = iter(files)
    changed: list[int] = []
    read = b""
    kept: list[Sequence[bytes]] = []
    for block, row in enumerate(rows):
        numbers = _to_array(row[2])
        read = _join(paths, len(numbers))
        if read != row[0]:
            kept.append(row)
            break
        start = len(found.numbers)
        now = contents[start : start + len(numbers)]
        if row[1] != now.tobytes():
            changed.append(block)
            _compare_contents(row, now, found)
        found.numbers.extend(numbers)
        read = b""
    done = len(found.numbers)
    now_files = zip(chain(_split(read), map(_encode, paths)), contents[done:], strict=True)
    _merge(_kept_files(chain(kept, rows)), now_files, found)
    if found.before or found.after:
        _keep(database, files, contents, found.numbers, changed, done)
    return found


def _keep(
    database: sqlite3.Connection,
    files: Sequence[str],
    contents: array[int],
    numbers: array[int],
    changed: Iterable[int],
    done: int,
) -> None:
    """Keep the blocks whose contents have changed, and all files after those that are the same."""
    for block in changed:
        part = slice(block * _BLOCK, (block + 1) * _BLOCK)
        update = "UPDATE files SET contents = ? WHERE block = ?"
        database.execute(update, (contents[part].tobytes(), block))
    put_files(database, files, contents, numbers, done // _BLOCK)


def _compare_contents(row: Sequence[bytes], now: array[int], found: Differences) -> None:
    """Add the files of a block that have other contents now."""
    same_files = zip(_to_array(row[2]), _split(row[0]), _to_array(row[1]), now, strict=True)
    for number, path, before, after in same_files:
        if before != after:
            found.before.append(NumberedFile(number, _decode(path), before))
            found.after.append(NumberedFile(number, _decode(path), after))


def _kept_files(rows: Iterable[Sequence[bytes]]) -> Iterator[tuple[int, bytes, int]]:
    """Yield the number, the path and the content of each file of some blocks."""
    for paths, contents, numbers in rows:
        yield from zip(_to_array(numbers), _split(paths), _to_array(contents), strict=True)


def _merge(
    kept: Iterator[tuple[int, bytes, int]],
    now: Iterable[tuple[bytes, int]],
    found: Differences,
) -> None:
    """Add the differences of two sequences of files that are sorted by path."""
    between: list[tuple[bytes, int]] = []  # new files since the last one that was kept
    own = next(kept, None)
    for path, content in now:
        while own is not None and own[1] < path:
            found.before.append(_numbered(*own))
            own = next(kept, None)
        if own is None or own[1] != path:
            between.append((path, content))
            continue
        _number(between, own[0], found)
        between = []
        found.numbers.append(own[0])
        if own[2] != content:
            found.before.append(_numbered(*own))
            found.after.append(_numbered(own[0], path, content))
        own = next(kept, None)
    if own is not None:
        found.before.extend(_numbered(*one) for one in chain((own,), kept))
    _number(between, None, found)


def _number(files: Sequence[tuple[bytes, int]], before: int | None, found: Differences) -> None:
    """Add new files, with numbers after the last one and before that of the next file, if any."""
    last = found.numbers[-1] if found.numbers else 0
    step = GAP if before is None else (before - last) // (len(files) + 1)
    if files and step < 1:
        raise NoNumbersError("no numbers are left")
    for place, (path, content) in enumerate(files, 1):
        found.numbers.append(last + place * step)
        found.after.append(_numbered(last + place * step, path, content))


def _numbered(number: int, path: bytes, content: int) -> NumberedFile:
    return NumberedFile(number, _decode(path), content)


def _to_array(data: bytes) -> array[int]:
    return array("q", data)


def _join(paths: Iterator[str], count: int) -> bytes:
    """Return the next paths as bytes, with a NUL character after each."""
    return _encode("".join(f"{path}\0" for path in islice(paths, count)))


def _split(paths: bytes) -> list[bytes]:
    return paths.split(b"\0")[:-1]


def _encode(path: str) -> bytes:
    return path.encode(_ENCODING, _ERRORS)


def _decode(path: bytes) -> str:
    return path.decode(_ENCODING, _ERRORS)
