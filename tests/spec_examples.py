"""The examples of docs/spec.md and tests/conformance/more.md, read as section 1 of the
specification says.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parent
SPEC = TESTS.parent / "docs" / "spec.md"
MORE = TESTS / "conformance" / "more.md"

# What is around an example of one kind: before its text, after it, and around its document.
_FRAMES: dict[str, tuple[str, str]] = {
    "text": ("", ""),
    "header": ("", "\n\n\nBody.\n"),
    "blocks": ("# Title\n\n\n\nFirst.\n\n", ""),
    "refused": ("", ""),
    "bytes": ("", ""),
}
_PARTS = ("or", "each", "json", "canonical", "written", "html", "pointers", "offsets")
_FENCE = re.compile(r"^````(?P<info>[^`\n]+)\n(?P<content>(?:(?!````).*\n)*)````$", re.MULTILINE)
_INFO = re.compile(
    r"(?P<part>[a-z]+)(?P<escaped> escaped)?(?: example: (?P<name>[a-z0-9]+(?:-[a-z0-9]+)*))?"
)
_ESCAPED = re.compile(r"\\(?:u(?P<code>[0-9a-f]{4})|(?P<letter>[trn]))")


@dataclass
class Example:
    """One example: its kind, the texts of it, and what is said of them; all as the whole article.

    ``texts`` are read as ``document``, whose canonical text is ``canonical``; ``written`` are
    documents that have the same. ``pointers`` are the faults of the document. ``data`` is not
    UTF-8, at the ``offsets``, which have a length. ``heading`` is the nearest one above, of the
    second or third level.
    """

    name: str
    kind: str
    place: str
    heading: str = ""
    texts: list[str] = field(default_factory=list)
    document: Any = None
    canonical: str | None = None
    written: list[Any] = field(default_factory=list)
    html: str | None = None
    pointers: list[str] | None = None
    data: bytes = b""
    offsets: list[tuple[int, int]] = field(default_factory=list)


def read_examples(path: Path) -> list[Example]:
    """Return the examples of a Markdown file, in its order; ValueError where one breaks the rules
    of the notation.
    """
    text = path.read_text(encoding="utf-8")
    found: list[Example] = []
    headings = _headings(text)
    for name, place, parts in _groups(text, path.name):
        line = int(place.partition(":")[2])
        heading = [title for start, title in headings if start < line][-1]
        for example in _variants(name, place, parts):
            example.heading = heading
            found.append(example)
    names = [example.name for example in found]
    repeated = sorted({name for name in names if names.count(name) > 1})
    if repeated:
        raise ValueError(f"{path.name}: examples of one name: {', '.join(repeated)}")
    return found


def _headings(text: str) -> list[tuple[int, str]]:
    """Return the headings of the second and third level, each with its line."""
    prose = _FENCE.sub(lambda fence: re.sub(r"[^\n]", " ", fence[0]), text)
    found = [(0, "")]
    for match in re.finditer(r"^(##|###) (.+)$", prose, re.MULTILINE):
        found.append((text.count("\n", 0, match.start()) + 1, f"{match[1]} {match[2]}"))
    return found


Part = tuple[str, str]
"""What a fence is, and what it holds."""


def _groups(text: str, file: str) -> Iterator[tuple[str, str, list[Part]]]:
    """Yield each example's name, its place and its fences: the named one and those that follow it
    directly.
    """
    current: tuple[str, str, list[Part]] | None = None
    end = -1
    for fence in _FENCE.finditer(text):
        if fence["info"].startswith("words:"):
            continue
        place = f"{file}:{text.count(chr(10), 0, fence.start()) + 1}"
        info = _INFO.fullmatch(fence["info"].strip())
        if info is None:
            raise ValueError(f"{place}: cannot read the fence {fence['info']!r}")
        part = (info["part"], _unescaped(fence["content"]) if info["escaped"] else fence["content"])
        if info["name"]:
            if current:
                yield current
            current = (info["name"], place, [part])
        elif info["part"] in _PARTS and current and not text[end : fence.start()].strip():
            current[2].append(part)
        else:
            raise ValueError(f"{place}: the fence {fence['info']!r} belongs to no example")
        end = fence.end()
    if current:
        yield current


def word_lists(path: Path) -> dict[str, list[str]]:
    """Return the fences ``words: name`` of a file, as the words in them, which commas part."""
    lists = re.findall(
        r"^````words: ([a-z ]+)\n((?:(?!````).*\n)*)````$", path.read_text("utf-8"), re.MULTILINE
    )
    return {
        name: [word.strip() for word in content.replace("\n", " ").split(",")]
        for name, content in lists
    }


def _unescaped(content: str) -> str:
    """The content of an escaped fence: its last line feed does not count."""
    letters = {"t": "\t", "r": "\r", "n": "\n"}
    return _ESCAPED.sub(
        lambda match: chr(int(match["code"], 16)) if match["code"] else letters[match["letter"]],
        content[:-1],
    )


# -------------------------------------------------------------------------------------- one example


def _variants(name: str, place: str, parts: list[Part]) -> Iterator[Example]:
    """Yield the example, or one for each line of its fence ``each``."""
    lines = [line for part, content in parts if part == "each" for line in content.splitlines()]
    others = [part for part in parts if part[0] != "each"]
    if not lines:
        yield _example(name, place, others)
    for number, line in enumerate(lines, 1):
        filled = [
            (part, content.replace("{each}", _json_inner(line) if part == "json" else line))
            for part, content in others
        ]
        yield _example(f"{name}-{number:02}", place, filled)


def _json_inner(line: str) -> str:
    return json.dumps(line, ensure_ascii=False)[1:-1]


def _example(name: str, place: str, parts: list[Part]) -> Example:
    kind, first = parts[0]
    if kind not in _FRAMES:
        raise ValueError(f"{place}: no kind of example: {kind}")
    example = Example(name, kind, place)
    before, after = _FRAMES[kind]
    if kind in ("text", "header", "blocks"):
        example.texts.append(before + first + after)
    elif kind == "refused":
        example.document = whole_document(json.loads(first))
    else:
        example.data = _bytes(first)
    for part, content in parts[1:]:
        _add_part(example, part, content)
    if example.texts and example.document is None:
        raise ValueError(f"{place}: the example has no document")
    if example.texts and example.canonical is None:
        example.canonical = example.texts[0]
    return example


def _add_part(example: Example, part: str, content: str) -> None:
    """Add a part of an example after the first."""
    kind = example.kind
    before, after = _FRAMES[kind]
    if part == "or":
        example.texts.append(before + content + after)
    elif part == "json":
        example.document = _framed(kind, json.loads(content))
    elif part == "canonical":
        example.canonical = before + content + after
    elif part == "written":
        example.written.append(_framed(kind, json.loads(content)))
    elif part == "html":
        example.html = content
    elif part == "pointers":
        example.pointers = content.splitlines()
    elif part == "offsets":
        example.offsets = [
            (int(line.split()[0]), int(line.split()[1])) for line in content.splitlines()
        ]
    else:
        raise ValueError(
            f"{example.place}: {part} does not belong to an example of the kind {kind}"
        )


def _bytes(content: str) -> bytes:
    """The bytes of a fence: UTF-8, but for ``\\xff``, which is that byte."""
    escaped = re.sub(
        r"\\x([89a-f][0-9a-f])", lambda match: chr(0xDC00 + int(match[1], 16)), content
    )
    return escaped.encode("utf-8", "surrogateescape")


# ---------------------------------------------------------------------------------------- documents


def _framed(kind: str, value: Any) -> Any:
    if kind == "header":
        value = {**value, "body": ["Body."]}
    elif kind == "blocks":
        value = {"title": "Title", "body": ["First.", *value]}
    return whole_document(value)


def whole_document(short: Any) -> Any:
    """Return the document of an example's short form; anything else is returned as it is."""
    if not isinstance(short, dict):
        return short
    document = {"corpusfmt": "1.0", **short}
    if isinstance(document.get("intro"), list):
        document["intro"] = [_inline(paragraph) for paragraph in document["intro"]]
    if isinstance(document.get("body"), list):
        document["body"] = [_block(block) for block in document["body"]]
    return document


def _block(short: Any) -> Any:
    if isinstance(short, (str, list)):
        return {"type": "paragraph", "content": _inline(short)}
    if isinstance(short, dict) and "content" in short:
        return {**short, "content": _inline(short["content"])}
    return short


def _inline(short: Any) -> Any:
    if isinstance(short, str):
        return [_node(short)]
    return [_node(node) for node in short] if isinstance(short, list) else short


def _node(short: Any) -> Any:
    if short == "\n":
        return {"type": "break"}
    if isinstance(short, str):
        return {"type": "text", "text": short}
    if isinstance(short, dict) and "type" not in short:
        if "content" in short:
            return {"type": "link", **short, "content": _inline(short["content"])}
        return {"type": "text", **short}
    return short
