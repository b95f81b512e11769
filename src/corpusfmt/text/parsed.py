"""The tables and the schema that ship with the package, parsed, and kept from one run to the next.

To load them takes a third of the time of ``json``, which most of them are read with.
"""

from __future__ import annotations

from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.kept_results import results_beside

if TYPE_CHECKING:
    from typing import Any, Final

PARSED: Final = results_beside(__spec__, ".parsed")
"""What this installation has parsed."""


def parse_json(text: str) -> Any:
    """Return the value of a text in JSON that ships with the package."""
    return PARSED.of(_from_json, text)


def checksum(text: str) -> int:
    """Return the CRC-32 of a text that ships with the package, in UTF-8."""
    return PARSED.of(_crc32, text)


def _from_json(text: str) -> Any:
    import json

    return json.loads(text)


def _crc32(text: str) -> int:
    from zlib import crc32

    return crc32(text.encode())
