"""The rows of JSON Lines, read forward only."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from corpusfmt.files.archives.entry import Entry
from corpusfmt.files.archives.limits import Limits
from corpusfmt.files.archives.streams import ByteStream

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def read_rows(stream: ByteStream, limits: Limits) -> Iterator[Entry]:
    """Yield the rows that are not empty, each with its number, from 1, as its name.

    A row that is too large is not held in memory: its bytes are b"".
    """
    number = 0
    while True:
        row, size = stream.read_line(limits.member)
        if not size:
            return
        number += 1
        row = row.removeprefix(_BYTE_ORDER_MARK) if number == 1 else row
        if row.strip() or size > limits.member:
            yield Entry(str(number), size, partial(bytes, row))
