"""Lines of names in forms that no reader takes for a byline, though a person does."""

from __future__ import annotations

import re
from functools import cache

from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.syntax.byline import are_certain, read_bare_byline
from corpusfmt.syntax.byline_authors import has_word_of_role
from corpusfmt.syntax.byline_names import ends_sentence
from corpusfmt.syntax.byline_persons import is_person
from corpusfmt.syntax.byline_words import words
from corpusfmt.syntax.credit_lists import agencies
from corpusfmt.text.patterns import regex

_LONGEST = 80
_BAR = regex(r"\s*[|•·]\s*")
_INITIALS_AND_SURNAME = regex(r"(?:[^\W\d_a-z]\.){1,2}[^\W\d_a-z][^\W\d_A-Z]{2,}")
_ICON = regex(r"[a-z]{3,}(?:_[a-z]+)*(?=[^\W\d_a-z])")
_OTHERS = regex(
    r"\s+(?:and|&|und|et|y|e|og|och|en|i|и|та)\s+(?:\d{1,2}|others?|more|andere|autres|otros|outros"
    r"|altri|andre|andra|anderen|inni|другие|інші)(?:\s+[^\W\d_]+){0,2}"
)
_HANDLE = regex(r"\s*\(?(?P<handle>@\w+)\)?\Z")
_WITH_AGENCY = regex(r"(?:\S+\s+){1,4}(?:avec|with|mit|con|com|met|med|og|och|and|et|und|y|e)\s+")
_MOST_WORDS = 7
_JOINED = regex(r"[/–-]")


def names_in(text: str) -> str | None:
    """Return the byline without its label that a short line may be, or None.

    A section before the names becomes a role, and the name of an icon that is joined to them, as in
    ``personAda Brook``, is dropped.
    """
    names = _beside_section(text) or _before_handle(text)
    if names is not None:
        return names
    role = _start_of_role(text)
    if role:
        return f"{text[:role].rstrip()} ({text[role:]})"
    if _INITIALS_AND_SURNAME.fullmatch(text) is not None:
        return text
    icon = _ICON.match(text)
    if icon is not None and _is_of_persons(text[icon.end() :]):
        return text[icon.end() :]
    return _agencies_in(text.strip(" ()"))


def _beside_section(text: str) -> str | None:
    """Return the byline of the name of a section and the names of persons."""
    section, bar, names = _parted(text)
    is_section = bar and not is_person(" ".join(section.split()[-2:]))
    if is_section and not _are_names(section) and _is_of_persons(names):
        return f"{names} ({section})"
    return None


def _before_handle(text: str) -> str | None:
    """Return the byline of persons before a handle, such as ``@ada``."""
    handle = _HANDLE.search(text) if "@" in text else None
    if handle is not None and _is_of_persons(text[: handle.start()]):
        return f"{text[: handle.start()]} ({handle['handle']})"
    return None


def _agencies_in(text: str) -> str | None:
    """Return the byline of agencies with a slash or a dash between them, or of one and its desk."""
    if " " in text:  # as in most lines
        return None
    parts: list[str] = []
    for part in _JOINED.split(text):
        parts.append(part.upper() if part.upper() in agencies() else part)
    if len(parts) < 2 or parts[0] not in agencies():
        return None
    if all(part in agencies() for part in parts):
        return f"{', '.join(parts[:-1])} and {parts[-1]}"
    return text if "/" in text else None


def _start_of_role(text: str) -> int:
    """Return where words with a role begin after the two words of a person, or 0."""
    pieces = text.split()
    if not 2 < len(pieces) <= _MOST_WORDS or "," in text or not has_word_of_role(pieces[-1]):
        return 0
    start = len(text) - len(text.split(maxsplit=2)[2])
    return start if is_person(text[:start].rstrip()) else 0


def may_be_of_authors(text: str) -> bool:
    """Return whether a short line is about authors, without the names of all.

    It names some and counts the others, has an agency after a word such as "with", begins with a
    phrase such as "staff report", or is nothing but a role.
    """
    if len(text) > _LONGEST:
        return False
    if text.lower().rstrip(".") in _phrases_alone() or _is_only_role(text):
        return True
    return not ends_sentence(text) and _names_some(text)


def _names_some(text: str) -> bool:
    """Return whether a line names some of the authors, or begins with a phrase for a newsroom."""
    others = _OTHERS.search(text)
    if others is not None and others.end() == len(text) and _are_names(text[: others.start()]):
        return True
    with_agency = _WITH_AGENCY.match(text)
    if with_agency is not None and text[with_agency.end() :] in agencies():
        return True
    return _phrases().match(text) is not None


def _is_only_role(text: str) -> bool:
    """Return whether two words or more are those of a role, such as "Senior Sports Reporter"."""
    pieces = text.lower().split()
    if not 2 <= len(pieces) <= _MOST_WORDS or not has_word_of_role(pieces[-1]):
        return False
    return all(map(_is_of_role, pieces))


def _is_of_role(word: str) -> bool:
    """Return whether a word, in lower case, is one of a role."""
    return word in words("roles") or word in words("role_kinds") or word in words("sections")


def _parted(text: str) -> tuple[str, str, str]:
    """Return a line of two parts with a bar between them, or no bar."""
    if "|" not in text and "•" not in text and "·" not in text:  # as in most lines
        return text, "", ""
    bars = list(_BAR.finditer(text))
    if len(bars) != 1:
        return text, "", ""
    return text[: bars[0].start()], bars[0][0], text[bars[0].end() :]


def _are_names(text: str) -> bool:
    byline = read_bare_byline(text)
    return byline is not None and are_certain(byline)


def _is_of_persons(text: str) -> bool:
    byline = read_bare_byline(text)
    if byline is None or byline.date_start is not None:
        return False
    return all(is_person(author["name"]) and "role" not in author for author in byline.authors)


@cache
def _phrases_alone() -> frozenset[str]:
    return frozenset(read_list("unnamed_authors_alone"))


@cache
def _phrases() -> re.Pattern[str]:
    """Return the pattern of a phrase at the start of a line, as whole words."""
    entries = sorted(read_list("unnamed_authors"), key=len, reverse=True)
    return regex(rf"(?i:{'|'.join(map(re.escape, entries))})(?!\w)")
