"""A diagnostic as text: in one line, or with the source line it is about."""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.text.display import BOLD, COLOURS, DIM, painted, printable, shown_path
from corpusfmt.text.edits import Fix

_CORPUS = 5


def diagnostic_lines(
    diagnostic: Diagnostic, *, colour: bool = False, with_fix: bool = True
) -> Iterator[str]:
    """Yield the lines of a diagnostic.

    They are place, severity, message and rule; the source line with carets under the place; what
    was expected; and the fix.
    """
    place = f"{shown_path(diagnostic.path)}:{diagnostic.line}:{diagnostic.column}:"
    severity = painted(diagnostic.severity, COLOURS[diagnostic.severity], colour)
    message = printable(diagnostic.message) + _pointer(diagnostic)
    rule = painted(f"[{diagnostic.rule}]", DIM, colour)
    yield f"{painted(place, BOLD, colour)} {severity}: {message} {rule}"
    yield from _excerpt_lines(diagnostic, colour)
    if diagnostic.expected:
        yield f"  expected: {printable(diagnostic.expected)}"
    if with_fix and diagnostic.fix is not None:
        yield f"  {describe_fix(diagnostic.fix)}"


def diagnostic_line(diagnostic: Diagnostic) -> str:
    """Return a diagnostic in one line: place, severity, message and rule."""
    place = f"{shown_path(diagnostic.path)}:{diagnostic.line}:{diagnostic.column}"
    return f"{place}: {diagnostic.severity}: {message_line(diagnostic)} [{diagnostic.rule}]"


def message_line(diagnostic: Diagnostic) -> str:
    """Return the message, what was expected, and the fix, in one line."""
    line = printable(diagnostic.message)
    if diagnostic.expected:
        line += f" (expected: {printable(diagnostic.expected)})"
    if diagnostic.fix is not None and diagnostic.fix.is_change:
        line += f" [{describe_fix(diagnostic.fix)}]"
    return line


def describe_fix(fix: Fix) -> str:
    """Return what a fix does, whether it is safe, and why, such as ``safe fix: remove …``."""
    kind = "safe" if fix.safe else "unsafe"
    description = f"{kind} fix: {printable(fix.title)}"
    if fix.why:
        description += f" ({printable(fix.why)})"
    return description


def _pointer(diagnostic: Diagnostic) -> str:
    """Return the pointer, but not after a place in another file, whose pointer it would seem."""
    if not diagnostic.pointer or diagnostic.level >= _CORPUS:
        return ""
    return f" (at {printable(diagnostic.pointer)})"


def _excerpt_lines(diagnostic: Diagnostic, colour: bool) -> Iterator[str]:
    if not diagnostic.excerpt.strip():
        return
    number = str(diagnostic.line)
    margin = " " * len(number)
    source, _, carets = diagnostic.excerpt.partition("\n")
    yield f"  {number} | {source}".rstrip()
    yield f"  {margin} | {painted(carets, COLOURS[diagnostic.severity], colour)}"
