"""``corpusfmt fmt``: every file made canonical, or left alone and the reason told."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from corpusfmt import console
from corpusfmt.commands import common
from corpusfmt.console import count
from corpusfmt.runner import in_order

DESCRIPTION = """Make articles canonical. Before a file is written it is proved that the same document is read from its
canonical text; it is then replaced in one step and keeps its mode. A file that cannot be kept whole, because it is not
UTF-8 or holds control characters, is left alone, and the reason told."""
EXAMPLES = """examples:
  corpusfmt fmt corpus/                 rewrite what is not canonical
  corpusfmt fmt --check corpus/         only say which files would change (exit code 1 if any)
  corpusfmt fmt --diff page.txt         show the change, write nothing
  cat page.txt | corpusfmt fmt -        from the standard input to the standard output
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    common.add_inputs(parser)
    parser.add_argument("--check", action="store_true", help="write nothing; say which files are not canonical")
    parser.add_argument("--diff", action="store_true", help="write nothing; show what would change")


@dataclass(frozen=True, slots=True)
class Formatted:
    """What became of a file: its change as a diff, or why it was left alone or could not be read or written."""

    path: str
    changed: bool = False
    diff: str = ""
    refused: str | None = None
    failed: str | None = None
    output: bytes | None = None


def run(arguments: argparse.Namespace) -> int:
    """Format, say what was done, and return the exit code."""
    _, chosen = common.choose(arguments)
    dry = arguments.check or arguments.diff
    work = partial(_format, write=not dry, diff=arguments.diff, name=arguments.stdin_filename)
    changed = refused = failed = done = 0
    try:
        for result in in_order(work, chosen.files, 1 if "-" in chosen.files else arguments.jobs):
            _tell(result, arguments.check)
            done += 1
            changed += result.changed
            refused += result.refused is not None
            failed += result.failed is not None
    except KeyboardInterrupt:
        console.note(f"interrupted: {count(done, 'file')} done, of {count(len(chosen.files), 'file')}")
        return common.INTERRUPTED
    if chosen.files:
        told = f"{changed:,} {'would be' if dry else 'were'} rewritten"
        told += f", {refused:,} left alone" if refused else ""
        told += f", {failed:,} could not be read or written" if failed else ""
        console.note(common.summary("looked at", done, chosen) + f": {told}")
    return common.code(chosen, found=bool(refused or (changed and dry)), failed=failed > 0)


def _tell(result: Formatted, check: bool) -> None:
    if result.output is not None:
        console.put_bytes(result.output)
    if result.failed is not None:
        console.note(f"{result.path}: {result.failed}")
    elif result.refused is not None:
        console.put(f"{result.path}{result.refused}\n")
    elif result.diff:
        console.put(result.diff)
    elif result.changed and check:
        console.put(f"{result.path}: not canonical\n")


def _format(path: str, write: bool, diff: bool, name: str) -> Formatted:
    from corpusfmt.files import FileProblem, decode, read_bytes, write_atomically
    from corpusfmt.formatter import Unfaithful, format_whole

    piped = common.is_standard_input(path)
    shown = name if piped else path
    try:
        data = common.read_standard_input() if piped else read_bytes(path)
        decoded = decode(data)
        if decoded.text is None or (decoded.encoding or "").startswith(("utf-16", "utf-32")):
            return Formatted(shown, refused=_not_text(decoded), output=data if piped and write else None)
        canonical = format_whole(decoded.text)
        changed = canonical != decoded.text
        if changed and write and not piped:
            write_atomically(path, canonical.encode())
        told = "".join(_diff(decoded.text, canonical, shown)) if diff and changed else ""
        return Formatted(shown, changed, told, output=canonical.encode() if piped and write else None)
    except Unfaithful as fault:
        return Formatted(
            shown,
            refused=_place(decoded.text or "", fault.offset) + fault.reason,
            output=data if piped and write else None,
        )
    except FileProblem as problem:
        return Formatted(shown, failed=problem.reason)


def _not_text(decoded: object) -> str:
    from corpusfmt.files import Decoded

    assert isinstance(decoded, Decoded)
    likely = f"; it is most likely {decoded.encoding}" if decoded.encoding and decoded.encoding != "utf-8" else ""
    if not decoded.faults:
        return f": left alone: it is not UTF-8{likely}"
    first = decoded.faults[0]
    return f":{first.line}:{first.column}: left alone: byte {first.offset} is not UTF-8{likely}"


def _place(text: str, offset: int | None) -> str:
    from corpusfmt.source import SourceText

    if offset is None:
        return ": left alone: "
    line, column = SourceText(text, "").position(offset)
    return f":{line}:{column}: left alone: "


def _diff(before: str, after: str, name: str) -> Iterator[str]:
    """A unified diff whose lines end at line feeds only, as everywhere here."""
    import difflib

    old, new = _split(before), _split(after)
    for line in difflib.unified_diff(old, new, name, f"{name} (canonical)"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _split(text: str) -> list[str]:
    lines = [line + "\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]
