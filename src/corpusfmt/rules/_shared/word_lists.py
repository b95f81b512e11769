"""The lists of words and phrases in the folder data: one entry a line.

Each file begins with what an entry does.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from itertools import product

from corpusfmt.text.annotations import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from importlib.abc import ResourceLoader

_ANOTHER_WORD = "…"
"""Ends an entry, after a space, in place of the word that must follow it."""

_FIRST_LINES = 200
"""How many bytes the end of the first line is within."""


def read_list(name: str) -> tuple[str, ...]:
    """Return the entries of a list, in the order of the file.

    They are the lines below the first empty one; above it are comments. Of an entry that another
    word must follow the space at its end is kept.
    """
    text = read_bytes(name).decode()
    entries = text.partition("\n\n")[2].removesuffix("\n").split("\n")
    if _ANOTHER_WORD in text:
        return tuple([entry.removesuffix(_ANOTHER_WORD) for entry in entries])
    return tuple(entries)


def read_bytes(name: str) -> bytes:
    """Return the bytes of a list, with its comments."""
    path = os.path.join(os.path.dirname(__file__), "data", f"{name}.txt")
    # By the module's own loader: importlib.resources brings tempfile with it, which takes long to
    # import.
    loader = cast("ResourceLoader", __spec__.loader)
    data = loader.get_data(path)
    # A checkout may have put them in. To look for them in a long list takes as long as to read it.
    return data.replace(b"\r\n", b"\n") if b"\r\n" in data[:_FIRST_LINES] else data


def read_frames(name: str) -> tuple[str, ...]:
    """Return the entries of a list, with one entry for each choice of what is between braces."""
    texts: list[str] = []
    for choices in _frames(name):
        texts += map("".join, product(*choices))
    return tuple(dict.fromkeys(texts))


def read_heads_of_frames(name: str, size: int) -> set[str]:
    """Return the first characters of what `read_frames` returns, without making all of it."""
    found: set[str] = set()
    for choices in _frames(name):
        heads = {""}
        for part in choices:
            heads = {(head + choice)[:size] for head, choice in product(heads, part)}
            if min(map(len, heads)) == size:
                break
        found |= heads
    return found


def _frames(name: str) -> Iterator[list[list[str]]]:
    """Yield the choices for each part of each entry; outside of braces there is one."""
    for entry in read_list(name):
        yield [part.split("|") for part in entry.replace("{", "}").split("}")]


def list_pattern(name: str, space: str = " ") -> str:
    """Return a pattern that matches one entry of a list; ``space`` is the pattern of a space."""
    entries = [re.escape(entry).replace("\\ ", space) for entry in read_list(name)]
    return f"(?:{'|'.join(entries)})"
