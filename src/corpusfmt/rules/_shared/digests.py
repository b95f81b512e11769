"""Short values that stand for long texts, to compare articles by."""

from __future__ import annotations


def digest(text: str) -> bytes:
    """Return eight bytes that stand for a text, the same on every machine. A million texts hardly share any."""
    from hashlib import blake2b  # as long to import as a file takes to check

    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def folded(text: str) -> str:
    """Return a text in which whitespace and case make no difference."""
    return " ".join(text.split()).casefold()
