"""Writes tests/conformance/valid and tests/conformance/invalid, their index and a copy of them in
one file, from the examples of the specification and of more.md.

Run it after a change to either: ``python -m tests.make_conformance``. It needs nothing but Python,
so that the data say what the examples say, and not what an implementation does.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from tests.spec_examples import MORE, SPEC, TESTS, Example, read_examples

FOLDER = TESTS / "conformance"
INDEX = "index.json"
COPY = "cases.json"

# The sections of the specification that the headings of more.md are about.
_SECTIONS = {
    "Whole articles, as conversions leave them": 5,
    "The header": 6,
    "Caption and credit": 7,
    "Blocks": 8,
    "The address": 9,
    "Inside a block": 10,
    "Documents that are not in normal form": 11,
    "Documents as they are written": 12,
    "Documents that are refused": 13,
    "Bytes that are not UTF-8": 4,
}


def make_files() -> dict[str, bytes]:
    """Return every file of the folders: its path below ``tests/conformance``, and its bytes."""
    examples = [*read_examples(SPEC), *read_examples(MORE)]
    files: dict[str, bytes] = {}
    for example in examples:
        for path, data in _files(example):
            if path in files:
                raise ValueError(f"{example.place}: there is another {path}")
            files[path] = data
    cases = [case for example, section in _placed(examples) for case in _cases(example, section)]
    files[COPY] = _lines(cases)
    files[INDEX] = _lines([{key: case[key] for key in _INDEXED} for case in cases])
    return files


_INDEXED = ("name", "folder", "section", "heading", "laws")


def _placed(examples: list[Example]) -> Iterator[tuple[Example, int]]:
    """Yield each example with the number of the section it belongs to."""
    section = 0
    for example in examples:
        level, _, title = example.heading.partition(" ")
        number = title.partition(".")[0]
        if level == "##":
            section = int(number) if number.isdigit() else _SECTIONS[title]
        elif example.place.startswith("spec.md"):
            section = _section_of(example)
        yield example, section


def _section_of(example: Example) -> int:
    """Return the section of an example of the specification that is below a heading of level 3."""
    line = int(example.place.partition(":")[2])
    return [number for start, number in _numbered_headings() if start < line][-1]


@cache
def _numbered_headings() -> list[tuple[int, int]]:
    """Return the line and the number of each section of the specification."""
    found: list[tuple[int, int]] = []
    for line, text in enumerate(SPEC.read_text("utf-8").splitlines(), 1):
        match = re.match(r"## ([0-9]+)\. ", text)
        if match:
            found.append((line, int(match[1])))
    return found


def _cases(example: Example, section: int) -> Iterator[dict[str, Any]]:
    """Yield the cases of an example as they are in the index and in the copy."""
    case: dict[str, Any] = {
        "name": example.name,
        "folder": "valid" if example.pointers is None and example.kind != "bytes" else "invalid",
        "section": section,
        "heading": example.heading.lstrip("# "),
        "laws": _laws(example),
    }
    if example.kind == "bytes":
        yield {**case, "bytes": example.data.hex(), "offsets": example.offsets}
        return
    case["document"] = example.document
    if example.pointers is not None:
        case["pointers"] = example.pointers
    if not example.texts:
        yield case
    for number, text in enumerate(example.texts, 1):
        name = f"{example.name}-{number}" if number > 1 else example.name
        written = {"written": example.written} if number == 1 and example.written else {}
        yield {**case, "name": name, "text": text, "canonical": example.canonical, **written}


def _laws(example: Example) -> list[int]:
    """Return the numbers of the laws (section 15) that an example is an instance of."""
    if example.kind == "bytes":
        return [1]
    if not example.texts:
        return [3]
    laws = [2, 4] if example.pointers is not None else [2, 3, 4]
    return [*laws, 5] if example.html is not None else laws


def _lines(cases: list[dict[str, Any]]) -> bytes:
    """Return a JSON list with a line for each case."""
    lines = [_line(case) for case in cases]
    return b"[\n" + b",\n".join(lines) + b"\n]\n"


def _line(case: dict[str, Any]) -> bytes:
    try:
        return json.dumps(case, ensure_ascii=False).encode()
    except UnicodeEncodeError:  # a lone surrogate
        return json.dumps(case).encode()


def present_files() -> dict[str, bytes]:
    """Return the files that the folders hold now."""
    paths = [path for kind in ("valid", "invalid") for path in (FOLDER / kind).glob("*")]
    paths += [path for path in (FOLDER / INDEX, FOLDER / COPY) if path.exists()]
    return {path.relative_to(FOLDER).as_posix(): path.read_bytes() for path in paths}


def _files(example: Example) -> Iterator[tuple[str, bytes]]:
    if example.kind == "bytes":
        yield f"invalid/{example.name}.bin", example.data
        yield (
            f"invalid/{example.name}.offsets.json",
            _json([list(offset) for offset in example.offsets]),
        )
        return
    folder = "valid" if example.pointers is None else "invalid"
    texts: list[str | None] = [*example.texts] or [None]
    for number, text in enumerate(texts, 1):
        stem = f"{folder}/{example.name}" + (f"-{number}" if number > 1 else "")
        yield f"{stem}.json", _json(example.document)
        if text is not None:
            yield f"{stem}.txt", text.encode()
            if example.canonical != text:
                yield f"{stem}.canonical.txt", (example.canonical or "").encode()
        if example.pointers is not None:
            yield f"{stem}.pointers.json", _json(example.pointers)
        if number == 1 and example.written:
            yield f"{stem}.written.json", _json(example.written)


def _json(value: Any) -> bytes:
    text = json.dumps(value, ensure_ascii=False, indent=1)
    try:
        return (text + "\n").encode()
    except UnicodeEncodeError:  # a lone surrogate
        return (json.dumps(value, indent=1) + "\n").encode()


def main() -> None:
    """Write the files, and remove those that no example makes any more."""
    files = make_files()
    for path in present_files().keys() - files.keys():
        (FOLDER / path).unlink()
    for path, data in files.items():
        (FOLDER / path).parent.mkdir(exist_ok=True)
        (FOLDER / path).write_bytes(data)
    print(f"{len(files)} files")


if __name__ == "__main__":
    main()
