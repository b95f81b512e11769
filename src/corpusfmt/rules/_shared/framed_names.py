"""Names of authors in a short line of other words, such as “Posted in News by Ada Brook”."""

from __future__ import annotations

from functools import cache

from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.syntax.byline import are_certain, are_persons, read_bare_byline
from corpusfmt.syntax.byline_authors import has_word_of_role
from corpusfmt.syntax.byline_names import ends_sentence, is_listed
from corpusfmt.syntax.byline_persons import is_person
from corpusfmt.syntax.byline_places import is_place
from corpusfmt.syntax.byline_words import is_small
from corpusfmt.syntax.byline_words import words as byline_words
from corpusfmt.syntax.credit_lists import agencies, credit_words
from corpusfmt.text.patterns import regex

_LONGEST = 100
_MOST_BEFORE = 6
"""The most words before names that end a line."""

_FEWEST, _MOST_OF_ONE, _MOST = 2, 4, 9
"""The words of the names that begin a line: the fewest, the most of one person, and of several."""

_ELISION = regex(r"[dD]['’](?=[^\W\d_a-z])")
_CAPITALIZED = regex(r"[^\W\d_a-z][^\W\d_]+")
_INITIALS = regex(r"[A-Z]{2,6}")
_PLACE = regex(r"(?P<place>[^\W\d_a-z][^\W\d_]+(?: [^\W\d_a-z][^\W\d_]+)?)(?:,\s|\.\s|\s[-–—]\s)")
_TWO = regex(r"(?P<first>[^,/]+)(?:,\s|/)(?P<second>[^,/]+)")
_READING_TIME = regex(r"\W*\d{1,3}\W?\s?(?i:min|мин|хв|dakika|dk)")
_ENDED = regex(r"[^\W\d_]{2,}[.!?…:;](?:\s|\Z)")
"""The end of a sentence or of a label among words."""
_QUOTES = "«“„\"'‘"
_WORD, _DIGIT = regex(r"[^\W_]+"), regex(r"\d")


def framed_names(text: str) -> str | None:
    """Return the byline without its label that a short line of names and other words may be.

    It is empty where the line has names, but does not say which of them are those of authors; and
    None for any other line. The other words become a role, in parentheses.
    """
    if not 1 < len(text) <= _LONGEST or "(" in text:
        return None
    if ends_sentence(text):
        return _biography(text.rstrip("."))
    for read in (_biography, _after_person, _names_at_end, _of_agency, _after_place, _of_page):
        found = read(text)
        if found is not None:
            return found
    return None


def is_of_persons(text: str) -> bool:
    """Return whether a text is names of persons, without a label."""
    byline = read_bare_byline(text)
    return byline is not None and byline.date_start is None and are_persons(byline)


def _are_certain(text: str) -> bool:
    byline = read_bare_byline(text)
    return byline is not None and byline.date_start is None and are_certain(byline)


# A person, and what follows


def _parted(text: str) -> tuple[str, str] | None:
    """Return the persons that begin a line, one or several, and what follows, or None."""
    pieces = text.split()
    most = min(_MOST, len(pieces) - 1, _count_before_sentence(pieces))
    for count in range(most, _FEWEST - 1, -1):
        name, after = " ".join(pieces[:count]).removesuffix(","), pieces[count]
        if after[0].isupper() and count > _MOST_OF_ONE:
            continue
        if is_person(name) or (count > _MOST_OF_ONE and is_of_persons(name)):
            return name, " ".join(pieces[count:])
    return None


def _count_before_sentence(pieces: list[str]) -> int:
    """Return how many words precede the first one that is in small letters and of no name or role.

    They are all if punctuation or the first word of a role is before it, since a role may have any
    words. Without this test it takes twice the time to look for names in the lines of an article.
    """
    for number, piece in enumerate(pieces[:_MOST]):
        if not piece.isalpha() or piece.lower() in _words_of_roles():
            break
        if number and is_small(piece):
            return number
    return len(pieces)


@cache
def _words_of_roles() -> frozenset[str]:
    """Return the first words of what may be beside the name of a person, in lower case."""
    lists = ("roles", "role_kinds", "sections", "suffixes", "particles", "joins", "helpers")
    entries = list(byline_words("prepositions"))
    for name in lists:
        entries += byline_words(name)
    return frozenset(entry.split()[0].rstrip(":").lower() for entry in entries)


def _biography(text: str) -> str | None:
    """Return the byline of a line that says what a person is, as in “Ada Brook is a reporter”.

    Or what the person writes, as in “Ada Brook reports from Skarv”.
    """
    if not _has_one(text, "words_after_authors", "words_of_being"):  # as most
        return None
    parts = _parted(text)
    if parts is None:
        return None
    name, after = parts
    if _begins_with(after.lower(), "words_after_authors"):
        return f"{name} ({after})"
    being, _, role = after.partition(" ")
    if being not in _words("words_of_being") or not has_word_of_role(role):
        return None
    return f"{name} ({role})"


def _after_person(text: str) -> str | None:
    """Return the byline of a person, and for whom or where; or "" of two persons who talk."""
    has_phrase = _has_one(text, "words_after_guests", "words_before_papers")
    if not has_phrase and _DIGIT.search(text) is None:  # as most
        return None
    parts = _parted(text)
    if parts is None:
        return None
    name, after = parts
    lower = after.lower()
    if _READING_TIME.match(after) or _begins_with(lower, "words_after_guests"):
        return ""
    phrase = _begins_with(lower, "words_before_papers")
    paper = after[len(phrase) :].lstrip()
    if phrase and after[0].islower() and (paper[:1].isupper() or paper[:1] in _QUOTES):
        return f"{name} ({after})"
    return None


def _has_one(text: str, *names: str) -> bool:
    """Return whether a text has the first word of an entry of these lists: a fast test."""
    return not _first_words(names).isdisjoint(_WORD.findall(text.lower()))


@cache
def _first_words(names: tuple[str, ...]) -> frozenset[str]:
    found: set[str] = set()
    for name in names:
        found.update(_WORD.findall(entry)[0] for entry in _words(name))
    return frozenset(found)


def _begins_with(text: str, name: str) -> str:
    """Return the longest entry of a list that a text begins with as whole words, or ""."""
    found = ""
    for entry in _words(name):
        if text.startswith(entry) and not text[len(entry) : len(entry) + 1].isalnum():
            found = max(found, entry, key=len)
    return found


# Words, and the names after them


def _names_at_end(text: str) -> str | None:
    """Return the byline of names that end a line, after words that say that they are authors."""
    pieces = text.split()
    for count in range(1, min(_MOST_BEFORE, len(pieces) - 1) + 1):
        before, names = pieces[:count], " ".join(pieces[count:])
        if not names[:1].isupper() and not _ELISION.match(names):
            continue
        found = _names_after(before, names)
        if found is not None:
            return found
    return None


def _names_after(before: list[str], names: str) -> str | None:
    """Return the byline of names with these words before them, or None."""
    words = [word.lower().strip(",.") for word in before]
    has_writing = not _words("words_of_writing").isdisjoint(words)
    if _ENDED.search(" ".join(before[:-1])) or _are_of_helper(words, has_writing):
        return None
    if _end_in(words, "agent_words"):
        return _certain_names_after(" ".join(before[:-1]), names)
    if _end_in(words, "words_of_authors"):
        return _certain_names_after(" ".join(before[:-1]), names) if has_writing else None
    if _ELISION.match(names):
        return _persons_after(" ".join(before), names[2:]) if has_writing else None
    if words[-1] in _words("words_before_guests"):
        return None
    return _persons_after_role(before, names, has_writing)


def _are_of_helper(words: list[str], has_writing: bool) -> bool:
    """Return whether words end as those before the name of a helper, and none is of writing."""
    return " ".join(words[-2:]) in byline_words("helpers") and not has_writing


def _end_in(words: list[str], name: str) -> bool:
    """Return whether several words end in an entry of a list."""
    return len(words) > 1 and words[-1] in _words(name)


def _certain_names_after(role: str, names: str) -> str | None:
    """Return the byline of certain names with this role, or None."""
    return f"{names} ({role})" if _are_certain(names) else None


def _persons_after(role: str, names: str) -> str | None:
    """Return the byline of names of persons with this role, or None."""
    return f"{names} ({role})" if is_of_persons(names) else None


def _persons_after_role(before: list[str], names: str, has_writing: bool) -> str | None:
    """Return the byline of names of persons after words that are a role, or None.

    Words with one of writing are a role, and so are those with a word such as “editor”. A comma at
    their end is not of the role; a colon or a dash there shows that they are something else.
    """
    role = " ".join(before)
    if role.endswith((":", "-", "–", "—")):
        return None
    if not has_writing and not has_word_of_role(role):
        return None
    return _persons_after(role.rstrip(","), names)


def _of_page(text: str) -> str | None:
    """Return "" for a phrase of a page, or a word such as "with", and then the name of a person."""
    phrase = _begins_with(text.lower(), "words_before_authors")
    if phrase:
        return None if _parted(f"{text[len(phrase) :]} ,") is None else ""
    first, _, rest = text.partition(" ")
    if first.lower() not in _words("words_before_guests"):
        return None
    parts = _parted(rest)
    if parts is None:
        return None
    return "" if is_of_persons(parts[1].partition(" ")[2]) else None


# Names beside an agency or a place


def _of_agency(text: str) -> str | None:
    """Return the byline of an agency and one other name: a place, or the first name of a person."""
    match = _TWO.fullmatch(text)
    if match is None or text.isupper():
        return None
    first, second = match["first"], match["second"]
    if _is_agency(first) and _CAPITALIZED.fullmatch(second):
        return f"{first} ({second})"
    if not _CAPITALIZED.fullmatch(first) or not _is_agency(second):
        return text if is_listed(first) and is_listed(second) else None
    return "" if is_place(first) else text


def _is_agency(name: str) -> bool:
    """Return whether a name is that of an agency, has initials, or ends as one of a paper."""
    if is_listed(name):
        return True
    pieces = name.split()
    if not all(map(_CAPITALIZED.fullmatch, pieces)):
        return False
    if pieces[0] in agencies() or _INITIALS.fullmatch(pieces[0]):
        return True
    return len(pieces) > 1 and pieces[-1] in credit_words("paper_names")


def _after_place(text: str) -> str | None:
    """Return the byline of persons after one or two words that may be a place, or None."""
    match = _PLACE.match(text)
    if match is None or not is_of_persons(text[match.end() :]):
        return None
    return f"{text[match.end() :]} ({match['place']})"


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read_list(name))
