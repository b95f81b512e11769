"""A text to read: a file, or a member of an archive that was read already."""

from __future__ import annotations

from corpusfmt.files.read import ReadError, read_input
from corpusfmt.files.row_part import RowPart
from corpusfmt.text.values import dataclass


@dataclass(frozen=True, slots=True)
class Input:
    """A text to read.

    ``path`` is its path or, in an archive, its virtual path. ``data`` has its bytes; None for a
    file, which is read when it is needed. ``error`` is why it cannot be read, or None. ``archive``
    is the path of its archive, ``member`` its name there, ``row`` its number if it is a row.
    ``field`` is the field of a JSON object that has the text, if the bytes are those of an object.
    ``kind`` is the format of the bytes if the archive says so, such as ``html``, and ``encoding``
    that of their text; None if it says neither. ``rows`` is set for a part of a large file of rows:
    the bytes are then whole lines, and ``kind`` is their format.
    """

    path: str
    data: bytes | None = None
    error: str | None = None
    archive: str = ""
    member: str = ""
    row: int | None = None
    field: str | None = None
    kind: str | None = None
    encoding: str | None = None
    rows: RowPart | None = None

    @property
    def is_end(self) -> bool:
        """Whether nothing follows of the same text."""
        return self.rows is None or self.rows.is_last

    def read(self) -> bytes:
        """Return the bytes; raise ReadError if they cannot be read."""
        if self.error is not None:
            raise ReadError(self.path, self.error)
        return read_input(self.path) if self.data is None else self.data
