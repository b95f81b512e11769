"""Large files of rows, such as JSON Lines, in parts of whole lines.

The digest of the file is in the ``source`` of each row, and one invalid byte can be a problem of
the whole file. So the file is read twice: first to survey it, then for its parts.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from corpusfmt.files.input import Input
from corpusfmt.files.read import STANDARD_INPUT, reason_of
from corpusfmt.files.row_part import RowFiles, RowPart
from corpusfmt.text.encoding_guess import SAMPLE_BYTES, guess_wide_encoding
from corpusfmt.text.values import dataclass

if TYPE_CHECKING:
    from typing import BinaryIO

LARGE = 8_000_000
"""How many bytes a file has at most that is read as a whole."""

_PART = 1 << 20
"""How many bytes of a file are read at once. A part has so many, unless a line is longer."""

_WHITESPACE = " \t\r\n"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_CHANGED = "was changed while it was read"


@dataclass(frozen=True, slots=True)
class _Survey:
    """What is known of a file before its parts are read.

    ``first`` is the first row that is not only whitespace, and ``has_more`` whether there are
    others. ``is_wide`` is whether the file is UTF-16 or UTF-32, whose lines cannot be split.
    """

    sha256: str
    is_utf8: bool
    is_wide: bool
    first: str
    has_more: bool


def is_large(path: str) -> bool:
    """Return whether a file is too large to be read as a whole; unknown of the standard input."""
    if path == STANDARD_INPUT:
        return True
    try:
        return os.stat(path).st_size > LARGE
    except (OSError, ValueError):
        return False


def read_parts(path: str, file: BinaryIO, files: RowFiles) -> Iterator[Input]:
    """Yield the parts of a large file, which can be read twice; one input if it has no rows."""
    before = _state(file)
    survey = _survey(file)
    file.seek(0)
    kind = files.kind_of(path, survey.first, survey.has_more)
    if kind is None:
        yield Input(path) if path != STANDARD_INPUT else Input(path, file.read())
    elif survey.is_wide or not survey.first:  # one problem is reported of all of it
        yield Input(path, file.read(SAMPLE_BYTES), kind=kind, rows=_part(1, survey, is_last=True))
    else:
        yield from _read_again(Input(path, kind=kind), file, survey, before)


def read_standard_input_in_parts(files: RowFiles) -> Iterator[Input]:
    """Yield the standard input; if it is large, in parts of what is first copied to a file."""
    if sys.stdin is None:
        yield Input(STANDARD_INPUT, error="the standard input is closed")
        return
    try:
        start = sys.stdin.buffer.read(LARGE + 1)
        if len(start) <= LARGE:
            yield Input(STANDARD_INPUT, start)
            return
        with _copied([start], sys.stdin.buffer) as file:
            del start
            yield from read_parts(STANDARD_INPUT, file, files)
    except OSError as error:
        yield Input(STANDARD_INPUT, error=f"the standard input {reason_of(error)}")


def _read_again(
    item: Input, file: BinaryIO, survey: _Survey, before: tuple[int, int]
) -> Iterator[Input]:
    """Yield the parts of a file; the last is an error if it was changed since it was surveyed."""
    line = 1
    waiting: Input | None = None
    for block in _blocks(file):
        if waiting is not None:
            yield waiting
        data = block.removeprefix(_BYTE_ORDER_MARK) if line == 1 else block
        part = _part(line, survey, is_last=False)
        waiting = Input(item.path, data, kind=item.kind, rows=part)
        line += block.count(b"\n")
    last = _part(line if waiting is None or waiting.rows is None else waiting.rows.line, survey)
    if waiting is None or _state(file) != before:
        yield Input(item.path, error=_CHANGED, kind=item.kind, rows=last)
    else:
        yield Input(item.path, waiting.data, kind=item.kind, rows=last)


def _part(line: int, survey: _Survey, *, is_last: bool = True) -> RowPart:
    return RowPart(line, survey.sha256, survey.is_utf8 and not survey.is_wide, is_last)


def _survey(file: BinaryIO) -> _Survey:
    from hashlib import sha256

    digest = sha256()
    head, first = b"", ""
    is_utf8, has_nul, has_more = True, False, False
    for block in _blocks(file):
        digest.update(block)
        head += block[: SAMPLE_BYTES - len(head)]
        text = _decoded(block)
        is_utf8 = is_utf8 and text is not None
        has_nul = has_nul or b"\0" in block
        if has_more:
            continue
        rows = block.decode("utf-8", "replace") if text is None else text
        if not first:
            first, _, rows = rows.removeprefix("\ufeff").lstrip(_WHITESPACE).partition("\n")
        has_more = bool(rows.strip())
    is_wide = (has_nul or not is_utf8) and guess_wide_encoding(head) is not None
    return _Survey(digest.hexdigest(), is_utf8, is_wide, first, has_more)


def _decoded(data: bytes) -> str | None:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None


def _blocks(file: BinaryIO) -> Iterator[bytes]:
    """Yield the bytes of a file in blocks of whole lines; their bounds depend on the bytes only."""
    pieces: list[bytes] = []
    while piece := file.read(_PART):
        end = piece.rfind(b"\n") + 1
        if not end:
            pieces.append(piece)
            continue
        pieces.append(piece[:end])
        yield b"".join(pieces)
        pieces = [piece[end:]]
    rest = b"".join(pieces)
    if rest:
        yield rest


def _state(file: BinaryIO) -> tuple[int, int]:
    """Return the size of a file and the time of its last change."""
    status = os.fstat(file.fileno())
    return status.st_size, status.st_mtime_ns


@contextmanager
def _copied(start: list[bytes], stream: BinaryIO) -> Iterator[BinaryIO]:
    """Copy a stream, whose start was read, to a temporary file; the start is taken out."""
    import shutil
    import tempfile

    with tempfile.TemporaryFile(prefix="corpusfmt-") as file:
        file.write(start.pop())
        shutil.copyfileobj(stream, file, _PART)
        file.seek(0)
        yield file
