"""How often texts are parsed, which takes most of the time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from corpusfmt.syntax import reading
from corpusfmt.syntax.lexer import Token
from corpusfmt.syntax.tokens import block_tokens


@contextmanager
def count_parses() -> Iterator[list[str]]:
    """Return a list that each text is appended to when it is cut into tokens."""
    parsed: list[str] = []

    def count(prepared: str) -> list[Token]:
        parsed.append(prepared)
        return block_tokens(prepared)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "block_tokens", count)
        yield parsed
