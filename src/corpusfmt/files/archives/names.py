"""The names of members: plain ones, those that lead out of the archive, and what is not read."""

from __future__ import annotations

from corpusfmt.files.paths import escape_reason
from corpusfmt.files.patterns import Patterns
from corpusfmt.files.unused_patterns import TOOL_FOLDERS
from corpusfmt.files.walk import OWN
from corpusfmt.text.patterns import regex

_DRIVE = regex(r"[A-Za-z]:")
_MACOS_FOLDER, _MACOS_FILE = "__MACOSX", "._"


def plain_name(name: str) -> str:
    """Return the name of a member without "./" and doubled slashes."""
    if "./" not in name and "//" not in name:
        return name
    start = "/" if name.startswith("/") else ""
    return start + "/".join(part for part in name.split("/") if part not in ("", "."))


def name_problem(name: str) -> str | None:
    """Return why the name of a member may lead out of the archive, or None if it cannot."""
    slashed = name.replace("\\", "/")
    reason = "is an absolute path" if _DRIVE.match(slashed) else escape_reason(slashed)
    return None if reason is None else f"has a name that {reason}, and is not read"


def escape_name(name: str) -> str:
    """Return a name with what leads out of the archive escaped: ``%2E%2E/x.txt``."""
    path = name.replace("\0", "%00").replace("\\", "/")
    relative = path.lstrip("/")
    parts = (relative if relative == path else f"%2F{relative}").split("/")
    if _DRIVE.match(parts[0]):
        parts[0] = parts[0].replace(":", "%3A", 1)
    return "/".join("%2E%2E" if part == ".." else part for part in parts) or "%"


def skip_reason(name: str, prefix: str, patterns: Patterns) -> str | None:
    """Return why a member is skipped, as a file of a folder is, or None if it is read.

    ``prefix`` is the path of the archive below the root of the patterns, ending in "/", or "".
    """
    *folders, file = name.split("/")
    for folder in folders:
        if folder.startswith("."):
            return "hidden folder"
        if folder in TOOL_FOLDERS:
            return "folder of a tool"
    path = prefix + name
    if not patterns.include.match(path):
        return patterns.not_included
    if patterns.is_own(path) or patterns.exclude.match_above(path):
        return OWN if patterns.is_own(path) else "excluded"
    if _MACOS_FOLDER in folders or file.startswith(_MACOS_FILE):
        return "metadata of macOS"
    return None
