"""Short values in place of long texts, to compare articles by."""

from __future__ import annotations


def digest(text: str) -> bytes:
    """Return eight bytes computed from a text, the same on every machine.

    A collision is unlikely even among a million texts.
    """
    from hashlib import blake2b  # as long to import as a file takes to check

    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def folded(text: str) -> str:
    """Return a text in which whitespace and case make no difference."""
    return " ".join(text.split()).casefold()
