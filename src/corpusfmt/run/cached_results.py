"""Results of checked files as the cache keeps them."""

from __future__ import annotations

from collections.abc import Collection

from corpusfmt.lint.policy import Policy
from corpusfmt.model.diagnostic import Report
from corpusfmt.model.file_result import CacheRecord, FileResult
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.digests import blake2b
from corpusfmt.text.values import replace

if TYPE_CHECKING:
    from corpusfmt.project.cache.reader import CacheReader

_DIGEST_SIZE = 20


def content_digest(data: bytes, path: str, policy: Policy) -> bytes:
    """Return a digest of a file and of the rules that the settings ignore in it."""
    digest = blake2b(data, digest_size=_DIGEST_SIZE)
    ignored = policy.ignored_in(path)
    if ignored:
        digest.update("\0".join(["", *sorted(ignored)]).encode())
    return digest.digest()


def make_record(
    result: FileResult, stamp: bytes, digest: bytes, volatile: Collection[str]
) -> CacheRecord:
    """Return what the cache keeps of a result; findings of ``volatile`` rules are not kept."""
    from corpusfmt.project.cache.encoding import from_diagnostics, from_facts, seal

    diagnostics = result.report.diagnostics
    found: bytes | None = b""
    if any(diagnostic.rule in volatile for diagnostic in diagnostics):
        found = None
    elif diagnostics:
        found = seal(from_diagnostics(diagnostics))
    facts = seal(from_facts(result.host, result.facts)) if result.facts else b""
    return CacheRecord(stamp, digest, found, facts)


def find_result(
    cache: CacheReader, path: str, stamp: bytes, digest: bytes, *, needs_facts: bool
) -> FileResult | None:
    """Return the result for the content of a file, or None if the cache has none."""
    from corpusfmt.project.cache.encoding import DamagedEntryError

    stored = cache.find(digest)
    if stored is None or stored.found is None or (needs_facts and stored.facts is None):
        return None
    try:
        result = decode_result(path, stored.found, stored.facts or b"")
    except DamagedEntryError:
        return None
    record = CacheRecord(stamp, digest, stored.found, stored.facts)
    return replace(result, record=record)


def decode_result(path: str, found: object, facts: object = b"") -> FileResult:
    """Return the result of a file; raise DamagedEntryError for what is not one."""
    from corpusfmt.project.cache.encoding import to_diagnostics, to_facts, unseal

    diagnostics = () if found == b"" else to_diagnostics(unseal(found), path)
    host, own = ("", {}) if facts == b"" else to_facts(unseal(facts))
    return FileResult(Report(path, diagnostics), host, own)
