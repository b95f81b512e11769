"""Read an archive from memory."""

import io

from corpusfmt.files.archives.limits import Limits
from corpusfmt.files.archives.members import Archive, read_archive
from corpusfmt.files.globs import compile_globs
from corpusfmt.files.input import Input
from corpusfmt.files.patterns import Patterns

PATTERNS = Patterns("/", compile_globs(["*.txt"]), compile_globs([]), "not included", None)


def read_all(data: bytes, kind: str = "tar", limits: Limits | None = None) -> list[Input]:
    """Return the members of an archive; what is skipped is not among them."""
    archive = Archive("a", kind, PATTERNS, limits or Limits(), "text")
    found = read_archive(archive, io.BytesIO(data))
    return [item for item in found if isinstance(item, Input)]


def names_and_error(found: list[Input]) -> tuple[list[str], str | None]:
    """Return the names of what was read, and what is wrong with the archive, the last input."""
    names = [item.member for item in found if item.error is None]
    last = found[-1]
    return names, last.error if last.path == "a" else None
