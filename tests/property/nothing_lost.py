"""Check that the visible characters of a text are all in its document, in order, but for marks.

Each field of a document has a place in the text. The text there is compared with the strings of the
field: each character of the text is the next character of the strings, or a reference to it, or
belongs to one of the few marks that this kind of field can have, and that are written back. Text
outside of all fields is whitespace, or a word that joins names. Combining marks are counted only,
since normalization reorders them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any
from unicodedata import combining, digit, normalize

from corpusfmt.syntax.byline_words import suffix_pattern, words
from corpusfmt.syntax.prepare import prepare
from corpusfmt.syntax.reading import Reading

Marks = tuple[str, ...]
"""Patterns of what is in the text, but not in the document."""

Strings = list[tuple[str, bool]]
"""Strings of a document, and whether they must be in the text."""

_ESCAPE = r"\\(?=[!-/:-@\[-`{-~])"
_UNDERLINE = "</?u>"
_EMPHASIS = "[*_]"
_LINK = (r"\[", r"\]\(<?", r"\]\(", r">?\)")
_AUTOLINK = ("<", ">")
_SUFFIX = rf"(?:{suffix_pattern().pattern})(?!\w)"
_EMPTY_BRACKETS = re.compile(r"\(\s*\)(?=\s*[,、，،])|（\s*）(?=\s*[,、，،])")
_OTHER_COMMA = re.compile(rf"[、，،;；](?=\s*{_SUFFIX})")
_ONE_SUFFIX = re.compile(rf",?\s{_SUFFIX}")
_SUFFIXES = re.compile(rf"(?:{_ONE_SUFFIX.pattern})+\Z")
_EMPHASISED = re.compile(r"(?<!\w)(?:[*_]{1,3})(?=\S)|(?<=\S)(?:[*_]{1,3})(?!\w)")
_WORD = re.compile(r"[^\W_]+")
_REFERENCE = re.compile(r"&#(?:([0-9]{1,7})|[xX]([0-9a-fA-F]{1,6}));")
_NUMERALS = "〇一二三四五六七八九"
_BYLINE_MARKS = r"[()（）,、，،;|／｜＝=՝•·・–—:：/&＆.\[\]【】〔〕［］-]"
_BYLINE_WORDS = "|".join(
    re.escape(word.rstrip(":")).replace(r"\ ", r"\s+")
    for name in ("labels", "joins", "activities")
    for word in sorted(words(name), key=len, reverse=True)
)
_BETWEEN_PARTS = re.compile(
    rf"(?i:\s|\*{{1,3}}|_{{1,3}}|(?:{_BYLINE_WORDS})|{_BYLINE_MARKS}|{_UNDERLINE})*"
)


def assert_nothing_lost(text: str) -> None:
    """Check law 2, that the tokens tile the text, and that preparing it keeps all offsets."""
    prepared, reading = prepare(text), Reading(text)
    assert "".join(reading.tokens) == prepared
    starts = [token.start_pos for token in reading.tokens]
    if len(starts) <= 200:
        assert starts == [len("".join(reading.tokens[:index])) for index in range(len(starts))]
    _assert_prepared(text, prepared)
    after = 0
    fields = _fields(reading)
    fields.update(_repeated_dates(reading))
    for (start, end), pointers in sorted(fields.items()):
        assert after <= start <= end, (pointers, "overlaps the preceding field")
        assert _BETWEEN_PARTS.fullmatch(prepared, after, start), ("lost", prepared[after:start])
        values = [_resolve(reading.document, pointer) for pointer in pointers]
        assert _contains(prepared[start:end], pointers[0], values), (
            prepared[start:end],
            pointers,
            values,
        )
        after = end
    assert _BETWEEN_PARTS.fullmatch(prepared, after), ("lost", prepared[after:])


def _assert_prepared(text: str, prepared: str) -> None:
    """Check that visible characters keep their places, but for lone surrogates (U+FFFD)."""
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


def _fields(reading: Reading) -> dict[tuple[int, int], list[str]]:
    """Return the smallest fields of the document by their spans; a caption and credit share one."""
    places = reading.places()
    parts: dict[tuple[int, int], list[str]] = {}
    for pointer, span in places.items():
        if pointer not in ("/byline", "/intro"):
            parts.setdefault(span, []).append(pointer)
    return parts


def _repeated_dates(reading: Reading) -> dict[tuple[int, int], list[str]]:
    """Return the date of the document that each repeated one is, by the spans of these."""
    found: dict[tuple[int, int], list[str]] = {}
    for start, end in reading.header.repeated:
        written = prepare(reading.text)[start:end]
        for name in ("updated", "date"):
            value = reading.document.get(name)
            if value is not None and _contains(written, f"/{name}", [value]):
                found[start, end] = [f"/{name}"]
    return found


def _resolve(document: Any, pointer: str) -> Any:
    for step in pointer.split("/")[1:]:
        document = document[int(step) if isinstance(document, list) else step]
    return document


# Kinds of fields


def _contains(written: str, pointer: str, values: list[Any]) -> bool:
    """Return whether a piece of the text has the strings of the values of a field."""
    readings = _readings(written, pointer, values)
    return any(walk(piece, strings, marks) for piece, strings, marks in readings)


def _readings(
    written: str, pointer: str, values: list[Any]
) -> Iterator[tuple[str, Strings, Marks]]:
    """Yield the piece without its opening mark, its strings, and the marks that it may have."""
    name = pointer.split("/")[1]
    value = values[0]
    if name in ("title", "subtitle"):
        line = re.sub(r"\A#{1,2}", "", written).strip()
        yield line, _once(value), ()
        if line.startswith("**") and line.endswith("**"):
            yield line[2:-2], _once(value), ()
    elif name == "byline":
        yield from readings_of_author(written, value)
    elif name in ("date", "updated"):
        digits = _in_digits(written)
        is_year = value[:4] in digits or str(int(value[:4]) + 543) in digits
        if is_year and value[8:10].removeprefix("0") in digits:  # printed dates have many forms
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


def _in_digits(written: str) -> str:
    """Return a date with ASCII digits, also in place of Chinese numerals."""
    for number in range(31, 9, -1):
        tens, ones = divmod(number, 10)
        numeral = ("" if tens == 1 else _NUMERALS[tens]) + "十" + (_NUMERALS[ones] if ones else "")
        written = re.sub(rf"(?<=[年月]){numeral}(?=[月日])", str(number), written)
    written = re.sub("[零○]", "〇", written)
    for number, numeral in enumerate(_NUMERALS):
        written = written.replace(numeral, str(number))
    return "".join(str(digit(c)) if c.isdigit() else c for c in written)


def readings_of_author(
    written: str, author: dict[str, Any]
) -> Iterator[tuple[str, Strings, Marks]]:
    """Yield the strings of an author; some of its roles may be before the name."""
    roles = author["role"].split(", ") if "role" in author else []
    between_roles: Marks = (_BYLINE_MARKS, _UNDERLINE) if roles else ()
    if _SUFFIXES.search(author["name"]):  # which may be in a tag
        between_roles += (_UNDERLINE,)
    emphasis = (_EMPHASIS,) if _EMPHASISED.search(written) else ()
    marks = (*(_LINK if "url" in author else ()), *between_roles, *emphasis)
    yield from _readings_of_suffixes(written, author)
    for count in range(len(roles) + 1):
        before, behind = ", ".join(roles[:count]), ", ".join(roles[count:])
        for first, last in ((before, behind), (before.replace(",", ""), behind.replace(",", ""))):
            for name in _orders_of_name(author):
                yield written, [*_once(first), *name, *_once(last)], marks


def _orders_of_name(author: dict[str, Any]) -> Iterator[Strings]:
    """Yield the name and its URL; suffixes at the end of the name may be after the link."""
    name: str = author["name"]
    yield _once(name, author.get("url", ""))
    suffixes = _SUFFIXES.search(name) if "url" in author else None
    if suffixes is not None:
        for suffix in _ONE_SUFFIX.finditer(name, suffixes.start()):
            yield _once(name[: suffix.start()], author["url"], name[suffix.start() :])


def _readings_of_suffixes(
    written: str, author: dict[str, Any]
) -> Iterator[tuple[str, Strings, Marks]]:
    """Yield an author whose name has a comma before a suffix that another comma was written for.

    Brackets around nothing may be before it.
    """
    unlike = _OTHER_COMMA.sub(",", _EMPTY_BRACKETS.sub("", written))
    if ", " in author["name"] and unlike != written:
        yield from readings_of_author(unlike, author)


def _readings_of_block(written: str, block: dict[str, Any]) -> Iterator[tuple[str, Strings, Marks]]:
    kind = block["type"]
    content = block.get("content", [])
    if kind == "separator":
        yield re.sub(r"[-*_\s]", "", written), _once(), ()
    elif kind == "heading":
        yield re.sub(r"\A#{1,6}", "", written), _strings(content), _inline_marks(content)
    elif kind == "quote":
        yield re.sub(r"(?m)^[^\S\n]*>", "", written), _strings(content), _inline_marks(content)
    elif kind == "item":
        marker = re.match(r"[-*+•]|([0-9]{1,9})[.)]", written)
        if marker and (int(marker[1]) if marker[1] else None) == block.get("number"):
            yield written[marker.end() :], _strings(content), _inline_marks(content)
    elif kind == "related":
        links = [part for link in block["links"] for part in (link["title"], link["url"])]
        yield (
            written,
            _once(block["label"], *links),
            (r"\*\*", "__", ":", "[,;|·]", r"and\b", _UNDERLINE, *_LINK),
        )
    elif kind == "image":
        parts = [block.get(name, "") for name in ("alt", "url", "caption", "credit")]
        yield written, _once(*parts), (r"!\[", *_LINK[1:], r"\*\*")
    else:
        yield written, _strings(content), _inline_marks(content)


def _once(*strings: str) -> Strings:
    return [(string, True) for string in strings]


def _strings(content: list[dict[str, Any]]) -> Strings:
    """Return the strings of an inline list; a URL that is its own text may be written once."""
    strings: Strings = []
    for node in content:
        if node["type"] == "text":
            strings.append((node["text"], True))
        elif node["type"] == "link":
            shown = "".join(text["text"] for text in node["content"])
            strings += [(shown, True), (node["url"], shown != node["url"])]
    return strings


def _inline_marks(content: list[dict[str, Any]]) -> Marks:
    """Return the marks that an inline list may be written with, for the nodes that it has."""
    texts = [text for node in content for text in node.get("content", [node])]
    marks: list[str] = [_UNDERLINE]
    if any("strong" in text or "em" in text for text in texts):
        marks.append(_EMPHASIS)
    for link in (node for node in content if node["type"] == "link"):
        shown = "".join(text["text"] for text in link["content"])
        marks += _LINK
        if shown == link["url"]:
            marks += _AUTOLINK
    return tuple(marks)


# The walk


def walk(written: str, strings: Strings, marks: Marks) -> bool:
    """Return whether a piece has the characters of these strings in order, but for marks."""
    goal, leaps = _goal(strings)
    patterns = [re.compile(mark) for mark in (*marks, _ESCAPE)]
    piece = normalize("NFD", written)
    if not _combining_marks_are_counted(piece, strings):
        return False
    # Where no mark begins with a letter, and no string is optional, words can only be themselves.
    has_plain_words = not leaps and not any(mark[0].isalnum() for mark in marks)
    reached: dict[int, set[int]] = {0: {0}}
    for index in range(len(piece)):
        for matched in reached.pop(index, ()):
            word = _WORD.match(piece, index) if has_plain_words else None
            if word and goal.startswith(word[0], matched):
                reached.setdefault(word.end(), set()).add(matched + len(word[0]))
                continue
            for end, more in _steps(piece, index, goal, matched, patterns):
                reached.setdefault(end, set()).update((more, leaps.get(more, more)))
    return len(goal) in reached.get(len(piece), ())


def _goal(strings: Strings) -> tuple[str, dict[int, int]]:
    """Return the characters to find, and where optional strings start and end in them."""
    goal, leaps = "", {}
    for string, needed in strings:
        start = len(goal)
        goal += _starters(string)
        if not needed:
            leaps[start] = len(goal)
    return goal, leaps


def _combining_marks_are_counted(piece: str, strings: Strings) -> bool:
    """Return whether the strings have the combining marks of the piece, written or referred to."""
    fewest, most = Counter[str](), Counter[str]()
    for string, needed in strings:
        counted = _count_combining(string)
        most += counted
        if needed:
            fewest += counted
    written = (piece, _REFERENCE.sub(_resolved, piece))
    return any(fewest <= _count_combining(text) <= most for text in written)


def _count_combining(text: str) -> Counter[str]:
    return Counter(filter(combining, normalize("NFD", text)))


def _steps(
    piece: str, index: int, goal: str, matched: int, patterns: list[re.Pattern[str]]
) -> Iterable[tuple[int, int]]:
    """Return where the walk may continue: indexes in the piece and in the characters to find."""
    character = piece[index]
    if character.isspace() or combining(character):
        return [(index + 1, matched)]
    steps: list[tuple[int, int]] = []
    if goal.startswith(character, matched):
        steps.append((index + 1, matched + 1))
    reference = _REFERENCE.match(piece, index)
    if reference:
        meant = _starters(_resolved(reference))
        if goal.startswith(meant, matched):
            steps.append((reference.end(), matched + len(meant)))
    for pattern in patterns:
        match = pattern.match(piece, index)
        if match:
            steps.append((match.end(), matched))
    return steps


def _resolved(reference: re.Match[str]) -> str:
    code = int(reference[1]) if reference[1] else int(reference[2], 16)
    return chr(code) if code < 0x110000 else reference[0]


def _starters(text: str) -> str:
    """Return the visible characters of a text that are not combining marks, in order."""
    return "".join(c for c in normalize("NFD", text) if not c.isspace() and not combining(c))
