"""What the files of an output folder are called: the tree of the input is kept, and nothing leaves the folder."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from corpusfmt.files.paths import escape_reason
from corpusfmt.files.read import STANDARD_INPUT
from corpusfmt.files.safe_names import safe_name

ENDINGS = {"json": ".json", "jsonl": ".jsonl", "text": ".txt"}
"""The ending of a written file's name, by its format."""

_DRIVE = re.compile(r"^[A-Za-z]:(?=/)")


def stems(files: Iterable[str], paths: Sequence[str], stdin_name: str) -> dict[str, str]:
    """The name of each input file without its ending, relative to the folder that holds all the paths named.

    One folder named is that folder; of files, it is the deepest that holds them all. "/" stands between folders. The
    standard input is called by the last part of its name.
    """
    root = _common_folder(paths)
    return {
        path: _stem(_relative(path, root) if path != STANDARD_INPUT else _plain_name(stdin_name))
        for path in files
    }


def row_stem(stem: str, line: int, document: Mapping[str, Any]) -> str:
    """The name of a row of the JSON Lines ``stem``, without an ending: what its ``source`` says it was, or its number.

    What would leave the folder is removed from the name, as tar does: "C:", a "/" at the start, and all up to a "..".
    What a file system does not allow in a name is escaped (see safe_names).
    """
    source = document.get("source", {})
    said = _inside(source.get("path", "")) if "line" not in source else ""
    return safe_name(_stem(said)) if said else f"{stem}-{line:06}"


def source_paths(
    files: Iterable[str], paths: Sequence[str], stdin_name: str, root: str
) -> dict[str, str]:
    """Return what ``source.path`` says of each input file: its path below the root, the folder of the settings.

    Outside of the root it is the path below the folder that holds all the paths named, so that no document publishes
    where on a machine the files were.
    """
    common = _common_folder(paths)
    is_whole_disk = os.path.dirname(root) == root
    found = {}
    for path in files:
        is_piped = path == STANDARD_INPUT
        below = None if is_whole_disk else _below(stdin_name if is_piped else path, root)
        if is_piped and escape_reason(stdin_name) is None:
            found[path] = stdin_name
        elif below is not None:
            found[path] = below
        else:
            found[path] = _plain_name(stdin_name) if is_piped else _relative(path, common)
    return found


def _below(path: str, root: str) -> str | None:
    """Return the path below the root, "/" between its parts, or None outside of it."""
    for resolve in (os.path.abspath, os.path.realpath):  # the same folder may be known by two names
        whole, above = resolve(path), resolve(root).rstrip(os.sep) + os.sep
        if whole.startswith(above):
            return whole[len(above) :].replace(os.sep, "/")
    return None


def _inside(path: str) -> str:
    kept: list[str] = []
    for part in _DRIVE.sub("", path.replace("\\", "/")).split("/"):
        if part == "..":
            kept.clear()
        elif part not in ("", "."):
            kept.append(part)
    return "/".join(kept)


def _common_folder(paths: Sequence[str]) -> str:
    folders = [
        os.path.abspath(path) if os.path.isdir(path) else os.path.dirname(os.path.abspath(path))
        for path in paths
        if path not in ("", STANDARD_INPUT)
    ]
    try:
        return os.path.commonpath(folders)
    except ValueError:  # none, or on two drives
        return ""


def _relative(path: str, root: str) -> str:
    absolute = os.path.abspath(path)
    above = root.rstrip(os.sep) + os.sep
    return (absolute[len(above) :] if absolute.startswith(above) else _inside(absolute)).replace(
        os.sep, "/"
    )


def _plain_name(name: str) -> str:
    return "stdin" if name == "-" else safe_name(_inside(name).rpartition("/")[2]) or "stdin"


def _stem(path: str) -> str:
    folder, slash, name = path.rpartition("/")
    stem, dot, _ = name.rpartition(".")
    return folder + slash + (stem if dot and stem else name)
