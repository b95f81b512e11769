"""What ``corpusfmt fmt`` has done with a file, and how the cache keeps that."""

from __future__ import annotations

from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.model.file_result import CacheRecord
from corpusfmt.text.annotations import TYPE_CHECKING, Literal
from corpusfmt.text.values import dataclass, replace

if TYPE_CHECKING:
    from corpusfmt.project.cache.reader import CacheReader

Status = Literal["canonical", "changed", "not rewritten", "not read", "not written"]
"""What happened to a file; "changed" is also one that would change."""

_STATUSES: tuple[Status, ...] = (
    "canonical",
    "changed",
    "not rewritten",
    "not read",
    "not written",
)


@dataclass(frozen=True, slots=True)
class FormatResult:
    """What happened to a file.

    ``reason`` is why it was not read or not written, ``diagnostics`` why it was not rewritten, or
    which guesses were accepted, and ``is_guess`` whether it was not rewritten only
    because its reading contains a guess. ``output`` is what the
    standard input is replaced by. ``record`` is what the cache keeps, if there is a cache.
    """

    path: str
    status: Status
    reason: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()
    is_guess: bool = False
    patch: bytes = b""
    output: bytes | None = None
    record: CacheRecord | None = None

    @property
    def outcome(self) -> str:
        """What came of it, in a few words; empty if that is reported anyway."""
        return "" if self.reason else self.status


def with_record(result: FormatResult, stamp: bytes, digest: bytes) -> FormatResult:
    """Return a result of a run that writes nothing, with what the cache keeps of it."""
    from corpusfmt.project.cache.encoding import from_diagnostics, seal

    found = b""
    if result.status != "canonical":
        diagnostics = from_diagnostics(result.diagnostics)
        found = seal([result.status, result.reason, result.is_guess, diagnostics])
    return replace(result, record=CacheRecord(stamp, digest, found, b""))


def find_format_result(
    cache: CacheReader, path: str, stamp: bytes, digest: bytes
) -> FormatResult | None:
    """Return the result for the content of a file, or None if the cache has none."""
    from corpusfmt.project.cache.encoding import DamagedEntryError

    stored = cache.find(digest)
    if stored is None or stored.found is None:
        return None
    try:
        result = decode_format_result(path, stored.found)
    except DamagedEntryError:
        return None
    return replace(result, record=CacheRecord(stamp, digest, stored.found, b""))


def decode_format_result(path: str, found: object) -> FormatResult:
    """Return the result of a file; raise DamagedEntryError for what is not one."""
    from corpusfmt.project.cache.encoding import (
        DamagedEntryError,
        to_diagnostics,
        to_list,
        unseal,
    )

    if found == b"":
        return FormatResult(path, "canonical")
    fields = to_list(unseal(found))
    if len(fields) != 4:
        raise DamagedEntryError("another number of fields")
    status, reason, is_guess, rows = fields
    if status not in _STATUSES or not isinstance(reason, str):
        raise DamagedEntryError("not a result")
    diagnostics = to_diagnostics(rows, path)
    return FormatResult(path, status, reason, diagnostics, bool(is_guess))
