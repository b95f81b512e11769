"""A file that lists paths: one on each line, or separated by NUL characters."""

from __future__ import annotations

import os

from corpusfmt.files.read import STANDARD_INPUT, read_input


def read_path_list(path: str) -> list[str]:
    """Return the paths that a file lists, or the standard input; raise ReadError without it.

    With a NUL character in it, paths are separated by these, as ``find -print0`` does it, and may
    have line breaks. A path "-" is a file of that name.
    """
    data = read_input(path)
    if b"\0" in data:
        parts = data.split(b"\0")
    else:
        parts = [line.removesuffix(b"\r") for line in data.split(b"\n")]
    paths: list[str] = []
    for part in filter(None, parts):
        name = os.fsdecode(part)
        paths.append(os.path.join(".", name) if name == STANDARD_INPUT else name)
    return paths
