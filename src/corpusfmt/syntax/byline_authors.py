"""Put the parts of a byline together to authors with their roles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from corpusfmt.model.document import AuthorEntry
from corpusfmt.syntax.byline_parts import BylinePart, byline_parts
from corpusfmt.syntax.byline_persons import is_person
from corpusfmt.syntax.byline_words import (
    CONTACT,
    GUARD,
    helper_inside_pattern,
    helper_pattern,
    join_pattern,
    preposition_pattern,
    suffix_pattern,
    words,
)
from corpusfmt.syntax.inline import read_string, read_url
from corpusfmt.text.patterns import regex

_OF = regex(r"\s(?:of|at|for|in)\s")
_LINE_END = regex(r"\s*\n\s*")
_LABEL_BEHIND = regex(
    r"\s+(?=(?:기자|특파원|記者|记者|[\u4e00-\u9fff]{1,8}(?:報導|報道|报道|電|电))\Z)"
)
_WORD = regex(r"(?:[^\W\d_]|[\u0900-\u0fff])+")  # with the vowel signs of Indic scripts


@dataclass(slots=True)
class Author:
    """An author while a line is read: as written, and where in the line."""

    name: str
    start: int
    end: int
    url: str | None = None
    roles: list[str] = field(default_factory=list)
    ends_in_group: bool = False

    def entry(self) -> AuthorEntry:
        """Return the author as the document has it."""
        entry: AuthorEntry = {"name": read_string(_LINE_END.sub(" ", self.name))}
        if self.url is not None:
            entry["url"] = read_url(self.url)
        roles = [read_string(_LINE_END.sub(" ", role)) for role in self.roles]
        role = ", ".join(filter(None, roles))
        if role:
            entry["role"] = role
        return entry


def authors_of(names: str, start: int) -> Iterator[Author]:
    """Yield the authors of a line; the last one takes roles until the next begins."""
    last: Author | None = None
    for part in byline_parts(names, start):
        if last is not None and _belongs_to(part, last):
            last.end = part.end
            continue
        for author in _new_authors(part, is_first=last is None):
            if last is not None:
                yield last
            last = author
    if last is not None:
        yield last


def _belongs_to(part: BylinePart, author: Author) -> bool:
    """Add a part to the author before it, and return whether it was one of its own."""
    if part.kind == "link":
        return False
    if part.kind == "group":
        author.roles.append(part.text)
        author.ends_in_group = True
        return True
    author.ends_in_group = False
    if part.join in ("comma", "space", "") and suffix_pattern().fullmatch(part.text):
        author.name += f", {part.text}" if part.join == "comma" else f" {part.text}"
        return True
    if part.join == "and" or helper_pattern().match(part.text):
        return False
    if not _is_role_after(part.join, part.text):
        return False
    author.roles.append(part.text)
    return True


def _is_role_after(join: str, text: str) -> bool:
    """Return whether a text after a separator is a role, and not the name of another author."""
    if join == "bar" or _is_role(text):
        return True
    return join == "dash" and not is_person(text)


def _new_authors(part: BylinePart, *, is_first: bool) -> Iterator[Author]:
    if part.kind == "link":
        yield Author(part.text, part.start, part.end, part.url, part.helper)
        return
    if part.kind == "group":
        yield Author(f"({part.text})", part.start, part.end)
        return
    text, start = part.text, part.start
    if GUARD.match(text):
        yield Author(text, start, part.end)
        return
    roles: list[str] = []
    helper = helper_pattern().match(text)
    if helper is not None and not is_first:
        roles.append(helper["role"])
        text, start = text[helper.end() :], start + helper.end()
    for name, offset, role in _split_helpers(text):
        author = _author_of_text(name, start + offset)
        author.roles[:0] = roles if offset == 0 else [role]
        yield from _split_joined(author)


def _split_helpers(text: str) -> Iterator[tuple[str, int, str]]:
    """Yield the names in a text, the place of each, and the role of a helper."""
    start, role = 0, ""
    for match in helper_inside_pattern().finditer(text):
        yield text[start : match.start()], start, role
        start, role = match.end(), match["role"] or match["next"]
    yield text[start:], start, role


def _split_joined(author: Author) -> Iterator[Author]:
    """Yield the author, or two where a word such as "und" is between two whole names."""
    match = join_pattern().search(author.name)
    if match is not None:
        before, after = author.name[: match.start()], author.name[match.end() :]
        if len(before.split()) > 1 and len(after.split()) > 1:
            middle = author.start + match.start()
            yield Author(before, author.start, middle)
            rest = Author(after, author.start + match.end(), author.end, roles=author.roles)
            yield from _split_joined(rest)
            return
    yield author


def _author_of_text(text: str, start: int) -> Author:
    """Return the author that a text names, with the role that is printed before or after it."""
    end = start + len(text)
    text, marked_roles = _split_marked_roles(text)
    pieces = text.split()
    first, last = _span_of_name(pieces)
    if last - first < len(pieces):
        text = " ".join(pieces[first:last])
    roles = [" ".join(pieces[:first]), " ".join(pieces[last:]), *marked_roles]
    return Author(text, start, end, roles=list(filter(None, roles)))


def _split_marked_roles(text: str) -> tuple[str, list[str]]:
    """Return the text before the roles that their form sets apart from the name, and these.

    They are a word such as "記者", what follows a preposition, and a contact, in this order.
    """
    roles: list[str] = []
    contact = CONTACT.search(text)
    if contact is not None and contact.start():
        roles.append(contact[0].strip())
        text = text[: contact.start()]
    for pattern in (preposition_pattern(), _LABEL_BEHIND):
        separator = pattern.search(text)
        if separator is not None and separator.start():
            roles.insert(0, text[separator.end() :])
            text = text[: separator.start()]
    return text, roles


def _span_of_name(pieces: list[str]) -> tuple[int, int]:
    """Return which of the words are the name: those between words of roles.

    A name has two words or more; a role after it has as many, or it is a part of the name.
    """
    plain = [piece.lower().strip(".") for piece in pieces]
    first, last = _end_of_role(plain), _start_of_role(plain)
    if len(pieces) - first < 2:
        first = 0
    if len(pieces) - last < 2 or last - first < 2:
        last = len(pieces)
    return first, last


def _end_of_role(pieces: list[str]) -> int:
    """Return where the words of a role end that are the first ones."""
    end = 0
    while end < len(pieces):
        if pieces[end] in words("roles"):
            end += 1
        elif " ".join(pieces[end : end + 2]) in words("roles"):
            end += 2
        else:
            break
    return end


def _start_of_role(pieces: list[str]) -> int:
    """Return where the words of a role begin that are the last ones."""
    start = len(pieces)
    while start > 0:
        if pieces[start - 1] in words("roles"):
            start -= 1
        elif " ".join(pieces[max(0, start - 2) : start]) in words("roles"):
            start -= 2
        else:
            break
    return start


def _is_role(text: str) -> bool:
    """Return whether a text after a name says what the author is, or where."""
    if GUARD.match(text):
        return False
    if CONTACT.search(text):
        return True
    place = preposition_pattern().match(text)
    if place is not None and place.end() == 0:
        return True
    if not text[:1].islower() and _OF.search(text):
        return True
    return has_word_of_role(text)


def has_word_of_role(text: str) -> bool:
    """Return whether a text has an entry of the list of words of roles."""
    found = _WORD.findall(text.lower())
    pairs = [f"{first} {second}" for first, second in pairwise(found)]
    return not words("roles").isdisjoint(found + pairs)
