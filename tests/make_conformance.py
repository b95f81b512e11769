"""Writes tests/conformance/valid and tests/conformance/invalid from the examples of the
specification and of more.md.

Run it after a change to either: ``python tests/make_conformance.py``. It needs nothing but Python,
so that the data say what the examples say, and not what an implementation does.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tests.spec_examples import MORE, SPEC, TESTS, Example, read_examples

FOLDER = TESTS / "conformance"


def make_files() -> dict[str, bytes]:
    """Return every file of the folders: its path below ``tests/conformance``, and its bytes."""
    examples = [*read_examples(SPEC), *read_examples(MORE)]
    files: dict[str, bytes] = {}
    for example in examples:
        for path, data in _files(example):
            if path in files:
                raise ValueError(f"{example.place}: there is another {path}")
            files[path] = data
    return files


def present_files() -> dict[str, bytes]:
    """Return the files that the folders hold now."""
    paths = [path for kind in ("valid", "invalid") for path in (FOLDER / kind).glob("*")]
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
