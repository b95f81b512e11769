"""What corpus rules collect, as values of JSON: bytes as an object, a tuple as a list."""

from __future__ import annotations

_BYTES = "bytes"
"""The key of the object that bytes are written as, which JSON does not have."""


def from_fact(fact: object) -> object:
    """Return a fact as a value of JSON."""
    if isinstance(fact, bytes):
        return {_BYTES: fact.hex()}
    if isinstance(fact, tuple):
        return list(map(from_fact, fact))
    return fact


def to_fact(value: object) -> object:
    """Return the fact in a value of JSON; raise ValueError for any other."""
    if isinstance(value, list):
        return tuple(map(to_fact, value))
    if not isinstance(value, dict):
        return value
    digits = value.get(_BYTES)
    if len(value) != 1 or not isinstance(digits, str):
        raise ValueError("not bytes")
    return bytes.fromhex(digits)
