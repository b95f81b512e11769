"""A member as the reader of an archive finds it, before names and limits are checked."""

from __future__ import annotations

from collections.abc import Callable

from corpusfmt.text.values import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A member of an archive: its name and size as the archive has them.

    ``read`` returns its bytes, until the next member is requested; it raises MemberError if it
    cannot be read, and ArchiveError if the rest of the archive cannot be read either. ``problem``
    is why it must not be read, or None. ``is_device`` is whether it is a device or a named pipe.
    """

    name: str
    size: int
    read: Callable[[], bytes]
    problem: str | None = None
    is_device: bool = False
