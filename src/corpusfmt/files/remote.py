"""Files at a URL such as ``s3://bucket/corpus/``, through fsspec."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO, cast

from corpusfmt.files.archives.names import name_problem, skip_reason
from corpusfmt.files.globs import Globs, compile_globs, is_pattern, split_pattern
from corpusfmt.files.patterns import Patterns
from corpusfmt.files.read import ReadError
from corpusfmt.files.walk import FoundFile, FoundItem, MissingFile, SkippedFile

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_MARK = "://"
_STATUSES_OF_MISSING = (404, 410)
_MISSING = "is a URL; install the extra: pip install 'corpusfmt[remote]'"


def find_remote(url: str, patterns: Patterns) -> Iterator[FoundItem]:
    """Yield what a URL selects: a file, the files of a folder, or those that a pattern matches."""
    try:
        yield from _find(url, patterns)
    except ReadError as error:
        yield MissingFile(url, error.reason)
    except Exception as error:  # each file system has its own
        yield MissingFile(url, reason_of_failure(error))


def open_remote(url: str) -> BinaryIO:
    """Open a file; raise ReadError if that fails."""
    try:
        system, path = _connect(url)
        return cast("BinaryIO", system.open(path, "rb"))
    except ReadError:
        raise
    except Exception as error:
        raise ReadError(url, reason_of_failure(error)) from error


def read_remote(urls: Sequence[str], limit: int) -> list[bytes | str]:
    """Return the bytes of files of one file system, or why one cannot be read.

    Of a file that is larger than the limit, only so many bytes and one more are returned.
    """
    try:
        system, _ = _connect(urls[0])
        paths = [_connect(url)[1] for url in urls]
        answers = system.cat_ranges(
            paths, [0] * len(paths), [limit + 1] * len(paths), on_error="return"
        )
    except ReadError as error:
        return [error.reason] * len(urls)
    except Exception as error:
        return [reason_of_failure(error)] * len(urls)
    return [reason_of_failure(one) if isinstance(one, Exception) else bytes(one) for one in answers]


def system_of(url: str) -> str:
    """Return the part of a URL that names its file system and, for most, the bucket."""
    protocol, _, rest = url.partition(_MARK)
    return f"{protocol}{_MARK}{rest.partition('/')[0]}"


def _connect(url: str) -> tuple[AbstractFileSystem, str]:
    """Return the file system of a URL, and the path in it."""
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise ReadError(url, _MISSING) from error
    system, path = url_to_fs(url)
    return system, str(path)


def _find(url: str, patterns: Patterns) -> Iterator[FoundItem]:
    system, path = _connect(url)
    try:
        kind = system.info(path)["type"]
    except FileNotFoundError:
        if not is_pattern(url):
            raise
        folder, globs = split_pattern(url)
        everything = replace(patterns, include=compile_globs(["*"]))
        yield from _find_below(folder, everything, globs)
        return
    if kind == "directory":
        yield from _find_below(url.rstrip("/"), patterns, None)
    else:
        yield FoundFile(url, url)


def _find_below(url: str, patterns: Patterns, globs: Globs | None) -> Iterator[FoundItem]:
    """Yield the files of a folder, sorted by path; with ``globs`` only those that match."""
    system, top = _connect(url)
    found: list[FoundFile | SkippedFile] = []
    for folder, _, files in system.walk(top):
        below = str(folder).strip("/").removeprefix(top.strip("/")).strip("/")
        for file in files:
            relative = f"{below}/{file}" if below else str(file)
            if name_problem(relative) is None and (globs is None or globs.match(relative)):
                found.append(_classify(url, relative, patterns))
    if not found and globs is not None:
        raise FileNotFoundError
    yield from sorted(found, key=lambda item: item.path)


def _classify(url: str, relative: str, patterns: Patterns) -> FoundFile | SkippedFile:
    path = f"{url}/{relative}"
    reason = skip_reason(relative, "", patterns)
    return FoundFile(path, path) if reason is None else SkippedFile(reason, path)


def reason_of_failure(error: Exception) -> str:
    """Return why a file system refused a URL."""
    if isinstance(error, FileNotFoundError):
        cause = _failure_of_http(error)
        return "does not exist" if cause is None else reason_of_failure(cause)
    if isinstance(error, PermissionError):
        return "permission denied"
    text = str(error).partition("\n")[0]
    return f"cannot be read ({type(error).__name__}{': ' if text else ''}{text})"


def _failure_of_http(error: FileNotFoundError) -> Exception | None:
    """Return why a server did not answer, or None if a file is missing.

    For fsspec, a file is also missing if the server cannot be reached, or has failed.
    """
    cause = error.__cause__
    if isinstance(cause, OSError) and not isinstance(cause, FileNotFoundError):
        return cause
    status = getattr(cause, "status", None)
    has_failed = isinstance(status, int) and status not in _STATUSES_OF_MISSING
    return cause if has_failed and isinstance(cause, Exception) else None
