"""How much an archive may hold, and what is wrong with one, or with a member."""

from __future__ import annotations

from corpusfmt.model.errors import CorpusfmtError
from corpusfmt.text.values import dataclass

_RATIO_FLOOR = 10_000_000
"""How many bytes an archive may expand to whatever its size; small texts can repeat a lot."""


class ArchiveError(CorpusfmtError):
    """An archive whose rest is not read; ``reason`` follows its path and a colon."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class MemberError(CorpusfmtError):
    """A member that is not read; ``reason`` follows its path and a colon."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest member in bytes, the most bytes of an archive, and its largest expansion."""

    member: int = 10_000_000
    total: int = 100_000_000_000
    ratio: int = 200


DEFAULT_LIMITS = Limits()


class Budget:
    """Counts the bytes of an archive: those read from it, and those they have expanded to.

    ``members`` counts its members so far.
    """

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.packed = 0
        self.unpacked = 0
        self.members = 0

    def add(self, packed: int, unpacked: int) -> None:
        """Count bytes; raise ArchiveError if the archive has expanded too much."""
        self.packed += packed
        self.unpacked += unpacked
        if self.unpacked > self.limits.total:
            most = f"{self.limits.total:,} bytes (max-total-bytes)"
            raise ArchiveError(f"expands to more than {most}; the rest is not read")
        if self.is_over_ratio(self.packed, self.unpacked):
            most = f"{self.limits.ratio:,} times its size (max-ratio)"
            raise ArchiveError(f"expands to more than {most}; the rest is not read")

    def is_over_ratio(self, packed: int, unpacked: int) -> bool:
        """Return whether bytes have expanded more than they may."""
        return unpacked > _RATIO_FLOOR and unpacked > self.limits.ratio * packed

    def refuse_large(self, size: int) -> None:
        """Raise MemberError for a member of so many bytes, if that is too many."""
        if size > self.limits.member:
            most = f"{self.limits.member:,} bytes (max-member-bytes)"
            raise MemberError(f"has {size:,} bytes; a member may have {most}")
