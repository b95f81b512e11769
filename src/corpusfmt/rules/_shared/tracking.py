"""Parameters of URLs that only record how a reader came to the page."""

from __future__ import annotations

from collections.abc import Collection

from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

_LIST = read_list("tracking_parameters")
_NAMES = frozenset(name for name in _LIST if name[-1] != "*")
_PREFIXES = tuple(name[:-1] for name in _LIST if name[-1] == "*")
_LONGEST_VALUE = 8
"""The most characters of a value in the list."""
_SEPARATOR = regex("(&(?:amp;)?)")


class Sifted(NamedTuple):
    """A URL without its tracking parameters, and the names of these, as they are written."""

    address: str
    names: list[str]


def sift(address: str, more: Collection[str]) -> Sifted:
    """Return the URL without its tracking parameters.

    After the ``#`` they are removed only if nothing else is there.
    """
    if "=" not in address:
        return Sifted(address, [])
    rest, _, fragment = address.partition("#")
    path, _, query = rest.partition("?")
    query, names = _sift_query(query, more)
    kept, others = _sift_query(fragment, more) if "=" in fragment else (fragment, [])
    if kept and others:
        kept, others = fragment, []
    return Sifted(
        path + ("?" + query if query else "") + ("#" + kept if kept else ""), names + others
    )


def _sift_query(query: str, more: Collection[str]) -> tuple[str, list[str]]:
    """Return what is left of a query, and the names of what is removed."""
    pieces = ["&", *_SEPARATOR.split(query)]
    kept: list[str] = []
    names: list[str] = []
    for separator, parameter in zip(pieces[::2], pieces[1::2], strict=True):
        name = parameter.partition("=")[0]
        if "=" in parameter and _is_tracking(name.lower(), parameter, more):
            names.append(name)
        else:
            kept += [separator, parameter] if kept else [parameter]
    return "".join(kept), names


def _is_tracking(name: str, parameter: str, more: Collection[str]) -> bool:
    if name in _NAMES or name.startswith(_PREFIXES) or name in more:
        return True
    return len(parameter) - len(name) <= _LONGEST_VALUE and parameter.lower() in _NAMES
