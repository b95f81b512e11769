"""The lists of words and phrases in the folder data: one entry a line.

Each file begins with what an entry does.
"""

from __future__ import annotations

import os
import re
from itertools import product

from corpusfmt.text.annotations import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from importlib.abc import ResourceLoader

_ANOTHER_WORD = "…"
"""Ends an entry, after a space, in place of the word that must follow it."""


def read_list(name: str) -> tuple[str, ...]:
    """Return the entries of a list, in the order of the file.

    Empty lines and comments (``#``) are ignored. Of an entry that another word must follow the
    space at its end is kept.
    """
    path = os.path.join(os.path.dirname(__file__), "data", f"{name}.txt")
    # By the module's own loader: importlib.resources brings tempfile with it, which takes long to
    # import.
    loader = cast("ResourceLoader", __spec__.loader)
    lines = loader.get_data(path).decode().splitlines()
    entries = [line for line in lines if line and not line.startswith("#")]
    return tuple(entry.removesuffix(_ANOTHER_WORD) for entry in entries)


def read_frames(name: str) -> tuple[str, ...]:
    """Return the entries of a list, with one entry for each choice of what is between braces."""
    texts: list[str] = []
    for entry in read_list(name):
        parts = entry.replace("{", "}").split("}")  # outside of braces there is one choice
        texts += map("".join, product(*(part.split("|") for part in parts)))
    return tuple(dict.fromkeys(texts))


def list_pattern(name: str, space: str = " ") -> str:
    """Return a pattern that matches one entry of a list; ``space`` is the pattern of a space."""
    entries = [re.escape(entry).replace("\\ ", space) for entry in read_list(name)]
    return f"(?:{'|'.join(entries)})"
