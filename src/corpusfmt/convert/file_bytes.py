"""The text of the bytes of a file, or what is wrong with them."""

from __future__ import annotations

from collections.abc import Sequence

from corpusfmt.config.policy import default_policy
from corpusfmt.convert.encodings import InvalidBytes, contradicting_mark, decode_as
from corpusfmt.convert.json_text import JsonProblem
from corpusfmt.convert.problem_diagnostics import to_encoding_diagnostics
from corpusfmt.lint.checker import Checker
from corpusfmt.lint.context import Context
from corpusfmt.lint.rule import Stage
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.syntax.reading import Reading
from corpusfmt.text.content import Content
from corpusfmt.text.decode import decode, decode_plain
from corpusfmt.text.values import replace

_MOST_INVALID_BYTES = 20
"""How many invalid sequences of one file are reported, if its encoding was requested."""


def text_of(
    data: bytes, path: str, encoding: str | None
) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Return the text of a file of another program, or None and what is wrong with its bytes."""
    if encoding is not None:
        return decode_requested(data, path, encoding)
    text = decode_plain(data)
    if text is not None:
        return text.removeprefix("\ufeff"), ()
    found = find_invalid_bytes(data, path)
    if found:
        return None, found
    return data.decode().removeprefix("\ufeff"), ()


def decode_requested(
    data: bytes, path: str, encoding: str
) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Return the text of bytes in the requested encoding, or None and what is wrong with them."""
    marked = contradicting_mark(data, encoding)
    if marked is not None:
        message = f"the file starts with a byte order mark of {marked}, not of {encoding}"
        problem = JsonProblem(message, (0, 0), f"--encoding {marked}")
        return None, to_encoding_diagnostics([problem], "", path)
    decoded = decode_as(data, encoding, _MOST_INVALID_BYTES)
    if decoded.text is not None:
        return decoded.text, ()
    found = [_describe_invalid_bytes(invalid, encoding) for invalid in decoded.invalid]
    unlisted = decoded.invalid_count - len(found)
    if unlisted > 0:
        message = f"{unlisted:,} more sequences of bytes that are not {encoding}"
        found.append(JsonProblem(message, (0, 0)))
    return None, to_encoding_diagnostics(found, decoded.invalid[0].lossy, path)


def with_encoding(found: Sequence[Diagnostic], data: bytes) -> list[Diagnostic]:
    """Return diagnostics in which invalid bytes are said to be read with ``--encoding``.

    That is so if all of the data is in the encoding that it most likely has.
    """
    if all(one.byte_offset is None for one in found):
        return list(found)
    encoding = decode(data).encoding
    try:
        data.decode(encoding or "utf-8")
    except (LookupError, UnicodeError):
        return list(found)
    changed: list[Diagnostic] = []
    for one in found:
        expected = f"--encoding {encoding}, or {one.expected}"
        changed.append(one if one.byte_offset is None else replace(one, expected=expected))
    return changed


def _describe_invalid_bytes(invalid: InvalidBytes, encoding: str) -> JsonProblem:
    noun, verb = ("bytes", "are") if len(invalid.raw) > 1 else ("byte", "is")
    digits = invalid.raw.hex(" ").upper()
    message = f"{noun} {digits} at offset {invalid.offset} {verb} not {encoding}"
    span = (invalid.start, invalid.start + 1)
    return JsonProblem(message, span, "a file in that encoding, or another --encoding")


def find_blocking(context: Context, *stages: Stage) -> tuple[Diagnostic, ...]:
    """Return the findings that prevent reading a text at these stages."""
    policy = default_policy(date_orders=context.reading.orders)
    return Checker(policy).find(context, policy.blocking_reading(*stages))


def find_invalid_bytes(data: bytes, path: str) -> tuple[Diagnostic, ...]:
    """Return the findings about the bytes of a file that is not an article."""
    content = Content.from_bytes(data)
    if content.is_text:
        return ()
    return find_blocking(Context(Reading(content), path), "bytes")


def find_invalid_row(row: bytes, path: str, number: int) -> tuple[Diagnostic, ...]:
    """Return the findings about the bytes of a row, at its line; offsets are those in the row."""
    found: list[Diagnostic] = []
    for one in find_invalid_bytes(row, path):
        line, end_line = one.line + number - 1, one.end_line + number - 1
        found.append(replace(one, line=line, end_line=end_line))
    return tuple(found)
