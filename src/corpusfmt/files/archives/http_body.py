"""The body of an HTTP message, as a server has sent it: its parts put together and decompressed."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping

from corpusfmt.files.archives.limits import MemberError
from corpusfmt.text.patterns import regex

_CHUNK_SIZE = regex(rb"[ \t]*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_CHARSET = regex(r"(?i)charset[ ]*=[ ]*[\"']?([\w.:+-]{1,40})")
_PIECE = 1 << 16

_NO_BROTLI = "is compressed with Brotli; install the extra: pip install 'corpusfmt[warc]'"


def decode_body(body: bytes, headers: Mapping[str, str], most: int) -> bytes:
    """Return a body without its transfer and content encodings.

    The names of headers are in lower case. Crawlers that have removed an encoding may have kept its
    header: a body that does not begin as the encoding does is taken as it is. Raise MemberError for
    one that is damaged, or has more than ``most`` bytes.
    """
    if "chunked" in headers.get("transfer-encoding", "").lower() and _CHUNK_SIZE.match(body):
        body = _join_chunks(body)
    names = [*map(str.strip, headers.get("content-encoding", "").lower().split(","))]
    for name in reversed(names):
        decode = _DECODERS.get(name)
        if decode is not None:
            body = decode(body, most)
        elif name not in ("", "identity"):
            raise MemberError(f"has the content encoding {name!r}, which is not read")
    return body


def charset_of(content_type: str) -> str | None:
    """Return the encoding that a content type names, or None."""
    match = _CHARSET.search(content_type)
    return match[1].lower() if match else None


def _join_chunks(body: bytes) -> bytes:
    """Return the chunks of a body as one."""
    parts: list[bytes] = []
    place = 0
    while True:
        match = _CHUNK_SIZE.match(body, place)
        if match is None:
            raise MemberError(f"is damaged (no chunk size at byte {place:,} of the body)")
        size = int(match[1], 16)
        if size == 0:
            return b"".join(parts)
        start = match.end()
        if start + size > len(body):
            missing = start + size - len(body)
            raise MemberError(f"is truncated ({missing:,} bytes of a chunk are missing)")
        parts.append(body[start : start + size])
        place = start + size
        if body.startswith(b"\r\n", place):
            place += 2
        elif body.startswith(b"\n", place):
            place += 1


def _gunzip(body: bytes, most: int) -> bytes:
    if not body.startswith(b"\x1f\x8b"):
        return body
    return _inflate(body, zlib.MAX_WBITS | 16, most)


def _deflate(body: bytes, most: int) -> bytes:
    """Return what a body expands to; some servers send it without the header of zlib."""
    has_header = len(body) > 1 and body[0] & 0x0F == 8 and (body[0] << 8 | body[1]) % 31 == 0
    if has_header:
        return _inflate(body, zlib.MAX_WBITS, most)
    if body.lstrip()[:1] == b"<":
        return body
    return _inflate(body, -zlib.MAX_WBITS, most)


def _inflate(body: bytes, bits: int, most: int) -> bytes:
    decoder = zlib.decompressobj(bits)
    try:
        data = decoder.decompress(body, most + 1)
    except zlib.error as error:
        raise MemberError(f"is damaged ({error})") from error
    _refuse_large(len(data), most)
    if not decoder.eof:
        raise MemberError("is truncated: its compressed data has no end")
    return data


def _unbrotli(body: bytes, most: int) -> bytes:
    if body.lstrip()[:1] == b"<":
        return body
    try:
        import brotli
    except ImportError as error:
        raise MemberError(_NO_BROTLI) from error
    decoder = brotli.Decompressor()
    parts: list[bytes] = []
    size = 0
    data = body
    try:
        while not decoder.is_finished():
            part = decoder.process(data, output_buffer_limit=_PIECE)
            if not part and not data:
                raise MemberError("is truncated: its compressed data has no end")
            data = b""
            parts.append(part)
            size += len(part)
            _refuse_large(size, most)
    except brotli.error as error:
        raise MemberError(f"is damaged ({error})") from error
    return b"".join(parts)


def _refuse_large(size: int, most: int) -> None:
    if size > most:
        raise MemberError(f"expands to more than {most:,} bytes (max-member-bytes)")


_DECODERS: Mapping[str, Callable[[bytes, int], bytes]] = {
    "gzip": _gunzip,
    "x-gzip": _gunzip,
    "deflate": _deflate,
    "br": _unbrotli,
}
