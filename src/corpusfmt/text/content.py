"""The content of a file as text, whatever its bytes are."""

from __future__ import annotations

from collections.abc import Callable

from corpusfmt.text.decode import DecodeResult, decode, decode_plain, lossy_text
from corpusfmt.text.values import dataclass


@dataclass(frozen=True, slots=True)
class Content:
    """What a file contains: its ``text``, and how that was decoded.

    ``raw`` is the string or the bytes that were given. A file that is wholly in another encoding
    (``foreign``) is decoded from that, so that its other problems are found too; other bytes that
    are not UTF-8 are U+FFFD in the text. ``is_reencodable`` is whether all bytes are valid in the
    likely encoding only: the file can be rewritten.
    """

    raw: str | bytes
    text: str
    decoded: DecodeResult
    foreign: str | None = None
    is_reencodable: bool = False

    @classmethod
    def from_text(cls, text: str) -> Content:
        """Return the content of a string."""
        return cls(text, text, DecodeResult(text, (), None))

    @classmethod
    def from_bytes(cls, data: bytes) -> Content:
        """Return the content of the bytes of a file."""
        text = decode_plain(data)
        if text is not None:
            return cls(data, text, DecodeResult(text, (), "utf-8"))
        return _decode_others(data)

    @property
    def is_text(self) -> bool:
        """Whether the content is well-formed: a string, or bytes that are UTF-8."""
        return self.decoded.text is not None and self.foreign is None

    @property
    def data(self) -> bytes:
        """The bytes of the file; those of the text where it was given as a string."""
        if isinstance(self.raw, str):
            return self.raw.encode("utf-8", "surrogatepass")
        return self.raw

    def __reduce__(self) -> tuple[Callable[..., Content], tuple[str | bytes]]:
        # Problems of bytes cannot be pickled: a copy decodes them again.
        make = Content.from_text if isinstance(self.raw, str) else Content.from_bytes
        return make, (self.raw,)


def _decode_others(data: bytes) -> Content:
    from corpusfmt.text.reencoding import reencoded  # rare, and it takes long to load

    decoded = decode(data)
    is_reencodable = reencoded(data, decoded.encoding) is not None
    foreign = decoded.encoding if decoded.is_wide or is_reencodable else None
    if foreign is not None:
        text = data.decode(foreign, "replace")
    elif decoded.text is None:
        text = lossy_text(data)
    else:
        text = decoded.text
    return Content(data, text, decoded, foreign, is_reencodable)
