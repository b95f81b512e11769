"""A digest for many short values, without what hashlib loads."""

from __future__ import annotations

from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import blake2b
else:
    try:  # hashlib loads OpenSSL, which takes as long as an article takes to check
        from _blake2 import blake2b
    except ImportError:
        from hashlib import blake2b

__all__ = ["blake2b"]
