"""Check arguments of the public functions; errors contain what to do instead."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping, Sequence

_DECODE = 'decode it first, e.g. data.decode("utf-8")'
_READ = 'read it first, e.g. path.read_text(encoding="utf-8")'
_READ_BYTES = "read it first, e.g. path.read_bytes()"
_READ_FILE = "read it first, e.g. file.read()"
_TO_TEXT = "make it text first, e.g. corpusfmt.serialize(article)"
_DOCUMENT_TO_TEXT = (
    "make it text first, with corpusfmt.serialize(corpusfmt.Article.from_document(document))"
)
_TO_ARTICLE = "make it an article first, e.g. corpusfmt.Article.from_document(document)"
_PARSE = "parse it first, e.g. corpusfmt.parse(text)"

_FEW = 10


def expect_text(function: str, value: object) -> None:
    """Raise TypeError unless the value is text."""
    if isinstance(value, str):
        return
    hint = _DECODE if isinstance(value, (bytes, bytearray, memoryview)) else _hint(value, _READ)
    raise _wrong(function, "text (str)", value, hint)


def expect_content(function: str, value: object) -> None:
    """Raise TypeError unless the value is text or bytes."""
    if isinstance(value, (str, bytes)):
        return
    is_buffer = isinstance(value, (bytearray, memoryview))
    hint = "make it bytes first, e.g. bytes(data)" if is_buffer else _hint(value, _READ_BYTES)
    raise _wrong(function, "text (str) or bytes", value, hint)


def expect_article(function: str, value: object, article: type) -> None:
    """Raise TypeError unless the value is an article."""
    if isinstance(value, article):
        return
    hint = _PARSE if isinstance(value, (str, bytes)) else None
    raise _wrong(function, "an Article", value, _TO_ARTICLE if isinstance(value, dict) else hint)


def expect_document(function: str, value: object) -> None:
    """Raise TypeError unless the value is a document: a mapping, as a JSON parser returns it."""
    if isinstance(value, (str, bytes)):
        raise _wrong(function, "a document (dict)", value, "read it first, e.g. json.loads(text)")
    if not isinstance(value, Mapping):
        raise _wrong(function, "a document (dict)", value, None)


def expect_string(function: str, argument: str, value: object) -> None:
    """Raise TypeError unless the value of an argument is text."""
    if not isinstance(value, str):
        raise TypeError(f"{function}() takes text (str) as {argument}, not {_name(value)}")


def expect_string_keys(function: str, argument: str, value: Mapping[str, object]) -> None:
    """Raise TypeError unless all keys of a mapping are text."""
    for key in value:
        if not isinstance(key, str):
            expected = f"a mapping with names (str) as {argument}"
            raise TypeError(f"{function}() takes {expected}, not one with the key {key!r}")


def expect_names(function: str, argument: str, value: object) -> None:
    """Raise TypeError unless the value is a collection of strings; a single string is not one."""
    if isinstance(value, str):
        raise _wrong_argument(function, argument, f"{value!r}; put it in a list: [{value!r}]")
    if not isinstance(value, Collection):
        raise _wrong_argument(function, argument, _name(value))
    for item in value:
        if not isinstance(item, str):
            raise _wrong_argument(function, argument, f"one that contains {_name(item)}")


def expect_known(
    function: str, argument: str, names: Collection[str], known: Sequence[str]
) -> None:
    """Raise ValueError for an unknown name, with the nearest known one, or all if they are few."""
    for name in names:
        if name not in known:
            problem = f"{function}() does not know {name!r} in {argument}"
            raise ValueError(problem + _nearest(name, known))


def _nearest(name: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name.lower(), known, n=1)
    if near:
        return f"; did you mean {near[0]!r}?"
    return f"; expected one of {', '.join(known)}" if len(known) <= _FEW else ""


def path_text(function: str, argument: str, value: str | os.PathLike[str]) -> str:
    """Return a path as text; TypeError where it is not one."""
    path = os.fspath(value) if isinstance(value, os.PathLike) else value
    if not isinstance(path, str):
        expected = "a path (str or PathLike)"
        raise TypeError(f"{function}() takes {expected} as {argument}, not {_name(value)}")
    return path


def path_texts(function: str, argument: str, value: object) -> list[str]:
    """Return one path, or several, as text; TypeError where any is not one."""
    if isinstance(value, (str, os.PathLike)):
        return [path_text(function, argument, value)]
    if isinstance(value, bytes) or not isinstance(value, Iterable):
        expected = "a path (str or PathLike) or several"
        raise TypeError(f"{function}() takes {expected}, not {_name(value)}")
    return [path_text(function, argument, path) for path in value]


def expect_number(function: str, argument: str, value: object) -> None:
    """Raise TypeError unless the value is an integer or None, ValueError if it is less than 1."""
    if value is None:
        return
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"{function}() takes a number or None as {argument}, not {_name(value)}")
    if value < 1:
        raise ValueError(f"{function}() takes 1 or more as {argument}, not {value}")


def _hint(value: object, read: str) -> str | None:
    """Return what to do with a value that is often given in the place of text."""
    if isinstance(value, os.PathLike):
        return read
    if hasattr(value, "read"):
        return _READ_FILE
    if hasattr(value, "to_document"):
        return _TO_TEXT
    if isinstance(value, dict):
        return _DOCUMENT_TO_TEXT
    return None


def _wrong(function: str, expected: str, value: object, hint: str | None) -> TypeError:
    end = f"; {hint}" if hint else ""
    return TypeError(f"{function}() takes {expected}, not {_name(value)}{end}")


def _wrong_argument(function: str, argument: str, what: str) -> TypeError:
    return TypeError(f"{function}() takes a list of names (str) as {argument}, not {what}")


def _name(value: object) -> str:
    return "None" if value is None else type(value).__name__
