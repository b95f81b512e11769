"""Measure time and memory of reading or formatting texts as they double in length.

    python -m benchmarks.growth [--sizes 1.25 2.5 5 10] [--only article …] [--work read|format]

Every figure comes from a process of its own. What is linear doubles with the text: the ratios are
about 2.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from itertools import pairwise

SIZES = (1.25, 2.5, 5.0, 10.0)
"""Megabytes: millions of bytes."""
LONGEST = 300
"""Seconds after which a process is given up."""

Figure = tuple[float, float]
"""CPU time in seconds and peak memory in megabytes, both without what the imports and the text
itself take.
"""

_GAP = "# Title\n\n\n\n"


def text_of(name: str, megabytes: float) -> str:
    """Return the text of that name, of about so many bytes."""
    return _TEXTS[name](int(megabytes * 1e6))


def measure(work: str, name: str, megabytes: float) -> Figure | None:
    """Do the work on the text in a new process; None where it takes too long."""
    command = (
        sys.executable,
        "-m",
        "benchmarks.growth",
        "--one",
        name,
        str(megabytes),
        "--work",
        work,
    )
    try:
        done = subprocess.run(command, capture_output=True, check=True, timeout=LONGEST)
    except subprocess.TimeoutExpired:
        return None
    seconds, memory = json.loads(done.stdout)
    return seconds, memory


def report(name: str, figures: Sequence[Figure | None]) -> str:
    """Return a line of the table: time and memory of each size, then the ratios of the sizes."""
    cells = [
        f"{figure[0]:>7.2f} s {figure[1]:>6.0f} MB" if figure else f"{'—':>19}"
        for figure in figures
    ]
    return (
        f"{name:<26}{''.join(cells)}   time ×{_ratios(figures, 0)}   memory ×{_ratios(figures, 1)}"
    )


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Time and memory as texts double in length.")
    parser.add_argument("--sizes", type=float, nargs="+", default=SIZES)
    parser.add_argument(
        "--only", action="append", choices=list(_TEXTS), help="may be given several times"
    )
    parser.add_argument("--work", choices=list(_WORKS), default="read")
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        print(json.dumps(_do(arguments.work, text_of(arguments.one[0], float(arguments.one[1])))))
        return
    print(
        f"{arguments.work}: CPU time and peak memory at "
        f"{', '.join(f'{size:g}' for size in arguments.sizes)} MB"
    )
    for name in arguments.only or _TEXTS:
        print(
            report(name, [measure(arguments.work, name, size) for size in arguments.sizes]),
            flush=True,
        )


# -------------------------------------------------------------------------------------------- texts


def _repeated(unit: str, before: str = _GAP, after: str = "\n") -> Callable[[int], str]:
    return lambda size: before + unit * (size // len(unit.encode())) + after


def _ordinary(size: int) -> str:
    """Return a long article of the benchmark corpus' paragraphs, headings, items and links."""
    from benchmarks.make_corpus import article

    blocks: list[str] = []
    number = length = 0
    while length < size:
        body = article(number, 1).partition("\n\n\n\n")[2].partition("\n\nOriginal url:")[0]
        blocks.append(body.strip("\n"))
        length += len(body.encode())
        number += 1
    return "# Title\n\nBy [Ida Holm](#)\n\nFebruary 04, 2020\n\n\n\n" + "\n\n".join(blocks) + "\n"


_UNITS = (
    "[",
    "*",
    "**",
    "\\",
    "_",
    "`",
    "<",
    "&#",
    "a_",
    "a*",
    "**a ",
    "*a ",
    "_a ",
    "[a](",
    "[a](b) ",
    "**a** ",
    "a\\*",
)
_TEXTS: dict[str, Callable[[int], str]] = {
    "article": _ordinary,
    "one line of words": _repeated("word and "),
    "lines of words": _repeated("some words of a line\n"),
    "blanks": _repeated(" "),
    "blanks before a word": _repeated(" ", after="x\n"),
    "blank lines": _repeated("\n"),
    "blank lines before a word": _repeated("\n", after="x\n"),
    "names of a byline": _repeated(
        "Ida Holm, ", before="By ", after="and Ole Ås\n\nFebruary 04, 2020\n"
    ),
    "links of a byline": _repeated(
        "[Ida Holm](#), ", before="By ", after="and [Ole Ås](#)\n\nFebruary 04, 2020\n"
    ),
    "capitals after the gap": _repeated("Ida Holm "),
    "items": _repeated("- an item\n\n"),
    "deeper items": lambda size: (
        _GAP + "".join(f"{'  ' * (index % 40)}- a\n" for index in range(size // 44))
    ),
    "quotes": _repeated("> a line of it\n"),
    "headings": _repeated("### a heading\n\n"),
    "related": _repeated("**A:** [a](#)\n\n"),
    "pictures": _repeated("![a](b)\nwhat it shows **A / B**\n\n"),
    "addresses": _repeated("Original url:\n\n<https://example.org/a>\n\n"),
    "control characters": _repeated("\x00\x0b\u2028"),
    **{f"a million {unit.strip()!r} or more": _repeated(unit) for unit in _UNITS},
}


# --------------------------------------------------------------------------------------- one figure


def _read(text: str) -> None:
    from corpusfmt.syntax.reading import read_document

    read_document(text)


def _format(text: str) -> None:
    from corpusfmt.api.articles import format

    format(text)


_WORKS = {"read": _read, "format": _format}


def _do(work: str, text: str) -> Figure:
    _WORKS[work]("# Title\n\nBy A B\n\n\n\nC / AP\n\nA *b*\n")  # imports, tables and patterns
    before, start = _peak(), time.process_time()
    _WORKS[work](text)
    return time.process_time() - start, _peak() - before


def _peak() -> float:
    """Return the peak memory of this process in megabytes.

    The system gives kilobytes, that of Apple bytes.
    """
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1e6 if sys.platform == "darwin" else 1e3
    )


def _ratios(figures: Sequence[Figure | None], part: int) -> str:
    pairs = pairwise(figures)
    return " ".join(
        f"{b[part] / a[part]:.1f}" if a and b and a[part] > 0.01 else "—" for a, b in pairs
    )


if __name__ == "__main__":
    main()
