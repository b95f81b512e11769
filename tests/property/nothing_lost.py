"""Whether a text's visible characters are all in its document, each in its place and in order, but
for named markup.

Each part of the document says where in the text it stands. What stands there is walked through
beside what the part says: a character of the text is the next character of the part, or a reference
to it, or belongs to a mark of the few that this kind of part can have, and that the serializer
writes back. What stands outside of all parts is blank, or a word that joins names. Combining marks
are counted, not walked, since a canonical order moves them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any
from unicodedata import combining, normalize

from corpusfmt.syntax.prepare import prepare
from corpusfmt.syntax.reading import Reading

Marks = tuple[str, ...]
"""Patterns of what stands in the text, but not in the document."""

Said = list[tuple[str, bool]]
"""Strings of a document, and whether they must be in the text."""

_ESCAPE = r"\\(?=[!-/:-@\[-`{-~])"
_UNDERLINE = "</?u>"
_EMPHASIS = "[*_]"
_LINK = (r"\[", r"\]\(<?", r">?\)")
_AUTOLINK = ("<", ">")
_REFERENCE = re.compile(r"&#(?:([0-9]{1,7})|[xX]([0-9a-fA-F]{1,6}));")
_BETWEEN_PARTS = re.compile(rf"(?:\s|B[yY](?:\s*:)?(?=[\s<])|and\b|[,&|•·–-]|{_UNDERLINE})*")


def assert_nothing_lost(text: str) -> None:
    """The law of this page, and that the tokens tile the text, which has been prepared without
    moving anything.
    """
    prepared, reading = prepare(text), Reading(text)
    assert "".join(reading.tokens) == prepared
    starts = [token.start_pos for token in reading.tokens]
    assert (
        starts == [len("".join(reading.tokens[:index])) for index in range(len(starts))]
        or len(starts) > 200
    )
    _assert_prepared(text, prepared)
    behind = 0
    for (start, end), pointers in sorted(_parts(reading).items()):
        assert behind <= start <= end, (pointers, "stands before what it follows")
        assert _BETWEEN_PARTS.fullmatch(prepared, behind, start), ("lost", prepared[behind:start])
        values = [_resolve(reading.document, pointer) for pointer in pointers]
        assert _is_said(prepared[start:end], pointers[0], values), (
            prepared[start:end],
            pointers,
            values,
        )
        behind = end
    assert _BETWEEN_PARTS.fullmatch(prepared, behind), ("lost", prepared[behind:])


def _assert_prepared(text: str, prepared: str) -> None:
    """Every visible character stands where it stood.

    A lone surrogate is U+FFFD, other things are blanks.
    """
    assert len(prepared) <= len(text) + 1
    for index, (before, after) in enumerate(zip(text, prepared, strict=False)):
        if before != after:
            assert after == "\ufffd" if "\ud800" <= before <= "\udfff" else after.isspace(), index
            assert not before.isprintable() or before.isspace(), index
    assert not text[len(prepared) :].strip(
        "".join(map(chr, (*range(33), *range(127, 161)))) + _INVISIBLE
    )


_INVISIBLE = "".join(
    c
    for c in map(chr, range(0x10000))
    if c.isspace() or (not c.isprintable() and c not in "\u200b")
)


def _parts(reading: Reading) -> dict[tuple[int, int], list[str]]:
    """The smallest parts of the document by where they stand.

    A caption and its credit stand in one place.
    """
    places = reading.places()
    parts: dict[tuple[int, int], list[str]] = {}
    for pointer, span in places.items():
        if pointer not in ("/byline", "/intro"):
            parts.setdefault(span, []).append(pointer)
    return parts


def _resolve(document: Any, pointer: str) -> Any:
    for step in pointer.split("/")[1:]:
        document = document[int(step) if isinstance(document, list) else step]
    return document


# ----------------------------------------------------------------------------------- kinds of parts


def _is_said(written: str, pointer: str, values: list[Any]) -> bool:
    """Whether a piece of the text is said by these values, the first of which stands at this
    pointer.
    """
    return any(
        walk(piece, said, marks) for piece, said, marks in _readings(written, pointer, values)
    )


def _readings(written: str, pointer: str, values: list[Any]) -> Iterator[tuple[str, Said, Marks]]:
    """What remains of the piece without its opening mark, what it says, and the marks that it may
    hold.
    """
    name = pointer.split("/")[1]
    value = values[0]
    if name in ("title", "subtitle"):
        line = re.sub(r"\A#{1,2}", "", written).strip()
        yield line, _once(value), ()
        if line.startswith("**") and line.endswith("**"):
            yield line[2:-2], _once(value), ()
    elif name == "byline":
        yield written, _once(value["name"], value.get("url", "")), _LINK if "url" in value else ()
    elif name in ("date", "updated"):
        if (
            value[:4] in written and value[8:10].removeprefix("0") in written
        ):  # printed dates have many forms
            yield "", _once(), ()
    elif name in ("caption", "credit"):
        yield re.sub(r"\A#{1,6}(?=\s)", "", written), _once(*values), (r"\*\*",)
    elif name == "url":
        address = re.sub(r"(?i)\Aoriginal\s+url\s*:", "", written).strip()
        yield address, _once(value), _AUTOLINK
        yield address, _once(value, value), _LINK
    elif name == "intro":
        yield written, _strings(value), _inline_marks(value)
    else:
        yield from _readings_of_block(written, value)


def _readings_of_block(written: str, block: dict[str, Any]) -> Iterator[tuple[str, Said, Marks]]:
    kind = block["type"]
    content = block.get("content", [])
    if kind == "separator":
        yield re.sub(r"[-*_\s]", "", written), _once(), ()
    elif kind == "heading":
        yield re.sub(r"\A#{1,6}", "", written), _strings(content), _inline_marks(content)
    elif kind == "quote":
        yield re.sub(r"(?m)^[^\S\n]*>", "", written), _strings(content), _inline_marks(content)
    elif kind == "item":
        marker = re.match(r"([-*+•])|(—)|([0-9]{1,9})[.)]", written)
        if marker and (marker[2], int(marker[3]) if marker[3] else None) == (
            block.get("marker"),
            block.get("number"),
        ):
            yield written[marker.end() :], _strings(content), _inline_marks(content)
    elif kind == "related":
        links = [part for link in block["links"] for part in (link["title"], link["url"])]
        yield (
            written,
            _once(block["label"], *links),
            (r"\*\*", ":", "[,;|·]", r"and\b", _UNDERLINE, *_LINK),
        )
    elif kind == "image":
        parts = [block.get(name, "") for name in ("alt", "url", "caption", "credit")]
        yield written, _once(*parts), (r"!\[", *_LINK[1:], r"\*\*")
    else:
        yield written, _strings(content), _inline_marks(content)


def _once(*strings: str) -> Said:
    return [(string, True) for string in strings]


def _strings(content: list[dict[str, Any]]) -> Said:
    """What an inline list says, in the order of the text.

    An address that shows itself may be written only once.
    """
    strings = []
    for node in content:
        if node["type"] == "text":
            strings.append((node["text"], True))
        elif node["type"] == "link":
            said = "".join(text["text"] for text in node["content"])
            strings += [(said, True), (node["url"], said != node["url"])]
    return strings


def _inline_marks(content: list[dict[str, Any]]) -> Marks:
    """The marks that an inline list can have been written with: emphasis only where it has some,
    and so with links.
    """
    texts = [text for node in content for text in node.get("content", [node])]
    marks: list[str] = [_UNDERLINE]
    if any("strong" in text or "em" in text for text in texts):
        marks.append(_EMPHASIS)
    for link in (node for node in content if node["type"] == "link"):
        said = "".join(text["text"] for text in link["content"])
        marks += [*_LINK, *(_AUTOLINK if said == link["url"] else ())]
    return tuple(marks)


# ----------------------------------------------------------------------------------------- the walk


def walk(written: str, said: Said, marks: Marks) -> bool:
    """Whether the piece holds just the characters of these strings, in their order, but for blanks
    and the marks.
    """
    goal, leaps = _goal(said)
    patterns = [re.compile(mark) for mark in (*marks, _ESCAPE)]
    piece = normalize("NFD", written)
    if not _combining_marks_are_counted(piece, said):
        return False
    reached: dict[int, set[int]] = {0: {0}}
    for index in range(len(piece)):
        for told in reached.pop(index, ()):
            for end, more in _steps(piece, index, goal, told, patterns):
                reached.setdefault(end, set()).update((more, leaps.get(more, more)))
    return len(goal) in reached.get(len(piece), ())


def _goal(said: Said) -> tuple[str, dict[int, int]]:
    """What is to be told, and the leaps over what may be left out of it."""
    goal, leaps = "", {}
    for string, needed in said:
        start = len(goal)
        goal += _starters(string)
        if not needed:
            leaps[start] = len(goal)
    return goal, leaps


def _combining_marks_are_counted(piece: str, said: Said) -> bool:
    """Whether as many combining marks are said as are written, as themselves or as references."""
    fewest = Counter(
        c for string, needed in said if needed for c in normalize("NFD", string) if combining(c)
    )
    most = Counter(c for string, _ in said for c in normalize("NFD", string) if combining(c))
    written = (
        Counter(filter(combining, normalize("NFD", text)))
        for text in (piece, _REFERENCE.sub(_resolved, piece))
    )
    return any(fewest <= counted <= most for counted in written)


def _steps(
    piece: str, index: int, goal: str, told: int, patterns: list[re.Pattern[str]]
) -> Iterable[tuple[int, int]]:
    """Where the walk may go on: the next index in the piece, and how much of the goal has been told
    by then.
    """
    character = piece[index]
    if character.isspace() or combining(character):
        return [(index + 1, told)]
    steps = [(index + 1, told + 1)] if goal.startswith(character, told) else []
    reference = _REFERENCE.match(piece, index)
    if reference:
        meant = _starters(_resolved(reference))
        steps += [(reference.end(), told + len(meant))] if goal.startswith(meant, told) else []
    skipped = (pattern.match(piece, index) for pattern in patterns)
    return [*steps, *((match.end(), told) for match in skipped if match)]


def _resolved(reference: re.Match[str]) -> str:
    code = int(reference[1]) if reference[1] else int(reference[2], 16)
    return chr(code) if code < 0x110000 else reference[0]


def _starters(text: str) -> str:
    """The visible characters of a text that are no combining marks, in order."""
    return "".join(c for c in normalize("NFD", text) if not c.isspace() and not combining(c))
