"""What the commands print: findings to the standard output, progress and errors to the standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from corpusfmt.diagnostic import Diagnostic, Report


def prepare() -> None:
    """Make both streams print any text, in UTF-8 where the terminal leaves the choice, and file names of any bytes."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def put(text: str) -> None:
    """Print what was asked for."""
    sys.stdout.write(text)


def put_bytes(data: bytes) -> None:
    """Print bytes as they are, after what was printed before them."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def note(text: str) -> None:
    """Print progress, a summary or an error: one line."""
    sys.stdout.flush()
    print(f"corpusfmt: {text}", file=sys.stderr, flush=True)


def put_report(report: Report) -> None:
    """Print the diagnostics of a file; why it could not be checked goes to the standard error."""
    if report.error is not None:
        note(f"{report.path}: {report.error}")
    put_diagnostics(report.diagnostics)


def put_diagnostics(diagnostics: Iterable[Diagnostic]) -> None:
    """Print diagnostics: place, severity, rule and message; then the line with a caret; then what was expected."""
    for diagnostic in diagnostics:
        put("\n".join(_lines(diagnostic)) + "\n")


def _lines(diagnostic: Diagnostic) -> list[str]:
    place = f"{diagnostic.path}:{diagnostic.line}:{diagnostic.column}"
    pointer = f" at {_printable(diagnostic.pointer)}" if diagnostic.pointer else ""
    lines = [f"{place}: {diagnostic.severity}: {_printable(diagnostic.message)}{pointer} [{diagnostic.rule}]"]
    if diagnostic.excerpt.strip():
        number = str(diagnostic.line)
        source, _, carets = diagnostic.excerpt.partition("\n")
        lines += [f"  {number} | {source}", f"  {' ' * len(number)} | {carets}"]
    if diagnostic.expected:
        lines.append(f"  expected: {_printable(diagnostic.expected)}")
    if diagnostic.fix is not None:
        lines.append(f"  fix ({'safe' if diagnostic.fix.safe else 'unsafe'}): {diagnostic.fix.title}")
    return lines


def _printable(text: str) -> str:
    """The text on one line, control characters shown as what they are called."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


def count(number: int, one: str, many: str | None = None) -> str:
    """A number and its noun: ``1 file``, ``2 files``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
