"""Put the parts of a byline together to authors with their roles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from corpusfmt.syntax.byline_edges import span_of_name
from corpusfmt.syntax.byline_parts import BylinePart, byline_parts
from corpusfmt.syntax.byline_persons import is_certain, is_person
from corpusfmt.syntax.byline_places import is_place
from corpusfmt.syntax.byline_words import (
    CONTACT,
    GUARD,
    helper_inside_pattern,
    helper_pattern,
    is_caseless,
    is_small,
    join_pattern,
    preposition_pattern,
    suffix_pattern,
    words,
)
from corpusfmt.syntax.credit_lists import agencies
from corpusfmt.syntax.inline import read_string, read_url
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.patterns import regex
from corpusfmt.text.values import dataclass, field

if TYPE_CHECKING:
    from corpusfmt.model.document import AuthorEntry

_FIRST_IDEOGRAPH = "\u4e00"
_NO_SPACES = regex(r"\S+")
_SHORT_NAME = 2
_IN_CAPITALS = regex(r"(?<=\w)\s+(?=(?:IN|AT|FROM)\s+(?!THE\b)[A-Z]{2})")
"""The space before a place after a name, in a line of capitals."""

_OF = regex(r"\s(?:of|at|for|in)\s")
_LINE_END = regex(r"\s*\n\s*")
_WORD_CHARACTER = regex(r"\w")
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
    if part.kind == "group" and part.join != "and":
        author.roles.append(part.text)
        author.ends_in_group = True
        return True
    if part.join in ("comma", "space", "") and suffix_pattern().fullmatch(part.text):
        _add_suffix(part, author)
        return True
    if part.join == "and" or helper_pattern().match(part.text):
        return False
    if not _is_role_after(part.join, part.text) and not _is_place_of(author, part):
        return False
    author.roles.append(part.text)
    author.ends_in_group = False
    return True


def _add_suffix(part: BylinePart, author: Author) -> None:
    """Add a suffix to a name, or to the role in brackets that is directly before it."""
    if part.join == "comma":
        author.name += f", {part.text}"
    elif author.ends_in_group:
        author.roles.append(part.text)
    else:
        author.name += f" {part.text}"


def _is_role_after(join: str, text: str) -> bool:
    """Return whether a text after a separator is a role, and not the name of another author."""
    if join == "bar":
        return _WORD_CHARACTER.search(text) is not None
    return _is_role(text) or (join == "dash" and not is_person(text))


def _is_place_of(author: Author, part: BylinePart) -> bool:
    """Return whether a text after a comma is a place, and the author before it cannot be one."""
    if part.join != "comma" or not is_place(part.text):
        return False
    if author.url is not None or is_certain(read_string(author.name)):
        return True
    return is_caseless(author.name[:1]) and len(author.name.split()) > 1


def _new_authors(part: BylinePart, *, is_first: bool) -> Iterator[Author]:
    if part.kind == "link":
        yield Author(part.text, part.start, part.end, part.url, part.helper)
        return
    if part.kind == "group":
        yield Author(part.written, part.start, part.end)
        return
    text, start = part.text, part.start
    if GUARD.match(text):
        yield Author(text, start, part.end)
        return
    for phrase, names, offset in _split_helpers(text, is_first=is_first):
        authors = _authors_of_text(names, start + offset)
        if phrase is not None:
            authors[0].start = start + phrase.start("role")
            authors[0].roles.insert(0, phrase["role"])
        yield from authors


def _split_helpers(text: str, *, is_first: bool) -> Iterator[tuple[re.Match[str] | None, str, int]]:
    """Yield the phrase before names in a text, if there is one, the names, and their place."""
    phrase = None if is_first else helper_pattern().match(text)
    start = 0 if phrase is None else phrase.end()
    for following in helper_inside_pattern().finditer(text, start):
        yield phrase, text[start : following.start()], start
        phrase, start = following, following.end()
    yield phrase, text[start:], start


def _authors_of_text(text: str, start: int) -> list[Author]:
    """Return the authors that a text names; the first has the role before it, the last others.

    They are several where a word such as "und" is between whole names.
    """
    end = start + len(text)
    text, marked_roles = _split_marked_roles(text)
    words = [*_NO_SPACES.finditer(text)]
    pieces = [word[0] for word in words]
    first, last = span_of_name(pieces)
    is_cut = last - first < len(pieces)
    if is_cut:
        text = text[: words[last - 1].end()]
    joined = [*_split_joined(text, words[first].start() if is_cut else 0)]
    authors: list[Author] = []
    for name, offset in joined:
        author = Author(name, start + offset, start + offset + len(name))
        author.name = " ".join(name.split()) if is_cut else name
        if len(joined) > 1:
            _cut_roles(author)
        authors.append(author)
    authors[0].start, authors[-1].end = start, end
    if first:
        authors[0].roles.insert(0, " ".join(pieces[:first]))
    authors[-1].roles += filter(None, [" ".join(pieces[last:]), *marked_roles])
    return authors


def _cut_roles(author: Author) -> None:
    """Move the words of roles at the edges of one of several joined names to its roles."""
    pieces = author.name.split()
    first, last = span_of_name(pieces)
    if last - first < len(pieces):
        author.name = " ".join(pieces[first:last])
        author.roles += filter(None, [" ".join(pieces[:first]), " ".join(pieces[last:])])


def _split_joined(text: str, start: int) -> Iterator[tuple[str, int]]:
    """Yield the names in a text from a place on, and where they are: two with "und" between them.

    Each name has two words or more or is an agency, or all of the rest is one name. Chinese names
    may have only a space between them.
    """
    pieces = [*_NO_SPACES.finditer(text, start)]
    if len(pieces) > 1 and _are_chinese([piece[0] for piece in pieces]):
        for piece in pieces:
            yield piece[0], piece.start()
        return
    match = join_pattern().search(text, start)
    if match is not None:
        before, after = text[start : match.start()], text[match.end() :]
        if _may_be_joined(before) and _may_be_joined(after):
            yield before, start
            yield from _split_joined(text, match.end())
            return
    yield text[start:], start


def _may_be_joined(name: str) -> bool:
    """Return whether a name beside a word such as "und" is whole: two words, or an agency."""
    return len(name.split()) > 1 or name in agencies()


def _are_chinese(pieces: Sequence[str]) -> bool:
    """Return whether each word is the whole name of a person, in Chinese characters.

    A name may have two of them, as the family name alone has in Japanese, where another has three.
    """
    if any(piece[0] < _FIRST_IDEOGRAPH for piece in pieces):
        return False
    others = [piece for piece in pieces if not is_person(piece)]
    if len(others) == len(pieces):
        return False
    return all(len(piece) == _SHORT_NAME and is_person(" ".join(piece)) for piece in others)


def _split_marked_roles(text: str) -> tuple[str, list[str]]:
    """Return the text before the roles that their form sets apart from the name, and these.

    They are a word such as "記者", what follows a preposition, and a contact, in this order.
    """
    roles: list[str] = []
    contact = CONTACT.search(text)
    if contact is not None and contact.start():
        roles.append(contact[0].strip())
        text = text[: contact.start()]
    for pattern in (preposition_pattern(), _IN_CAPITALS, _label_behind()):
        separator = pattern.search(text)
        if separator is not None and _is_behind_name(text[: separator.start()], pattern):
            roles.insert(0, text[separator.end() :])
            text = text[: separator.start()]
    return text, roles


@cache
def _label_behind() -> re.Pattern[str]:
    """Return the pattern of the space before a word such as "記者" or "선임기자" at the end."""
    titles = "|".join(sorted(words("korean_titles")))
    chinese = r"記者|记者|[\u4e00-\u9fff]{1,8}(?:報導|報道|报道|電|电)"
    return regex(rf"\s+(?=(?:(?:{titles})?(?:기자|특파원)|{chinese})\Z)")


def _is_behind_name(name: str, pattern: re.Pattern[str]) -> bool:
    """Return whether a text before a role can be a name: IN is a part of Korean ones."""
    return bool(name) and (pattern is not _IN_CAPITALS or len(name.split()) > 1)


def _is_role(text: str) -> bool:
    """Return whether a text after a name says what the author is, or where."""
    if GUARD.match(text):
        return False
    if CONTACT.search(text):
        return True
    place = preposition_pattern().match(text)
    if place is not None and place.end() == 0:
        return True
    if has_word_of_role(text):
        return True
    of = None if is_small(text[:1]) else _OF.search(text)
    return of is not None and (of[0].strip() != "in" or not is_person(text[: of.start()]))


def has_word_of_role(text: str) -> bool:
    """Return whether a text has an entry of the list of words of roles."""
    found = _WORD.findall(text.lower())
    pairs = [f"{first} {second}" for first, second in pairwise(found)]
    return not words("roles").isdisjoint(found + pairs)
