"""Lines that look like bylines to a reader, whether or not they are read as one."""

from __future__ import annotations

import re
from functools import cache

from corpusfmt.syntax.byline import (
    LONGEST_SEEN,
    are_certain,
    is_loose,
    part_date,
    read_bare_byline,
    read_byline,
)
from corpusfmt.syntax.byline_authors import has_word_of_role
from corpusfmt.syntax.byline_behind import find_label_behind, may_end_in_label, may_have_label
from corpusfmt.syntax.byline_marks import without_brackets
from corpusfmt.syntax.byline_names import are_in_small_letters, begins_as_name, ends_sentence
from corpusfmt.syntax.byline_persons import is_person
from corpusfmt.syntax.byline_places import find_place_before, report_starts
from corpusfmt.syntax.byline_words import (
    helper_pattern,
    label_pattern,
    may_begin_with_helper,
    may_begin_with_label,
    words,
)
from corpusfmt.syntax.credit_lists import agencies
from corpusfmt.text.patterns import regex

_ELISION = regex(r"\A[dlDL]['’]")
_MOST_SEEN = 14
_MOST_OF_ROLE = 5
_FEWEST_CAPITALIZED, _LONG = 3, 4
"""The fewest words of a slogan, and the letters from which each of them is capitalized."""
_BARS = regex(r"\s*[|·•]\s*|\s[–—-]\s|\s+(?=[^\W\d_]{1,12}\s?[:：])")
_SIGNS_OF_BARS = "|·•–—-:："
_ARTICLE = regex(r"the (?=(?:Rev|Hon|Very|Most|Right)\b)")
_AND_OTHERS = regex(r",?\s(?:et al|u\. ?a|и др)\Z")
_MOST_PARTS = 4
_CAPITALS = regex(r"[^\W\d_a-z]\w*\s[^\W\d_a-z]\w*(?:,|\Z)")


def looks_like_byline(line: str) -> bool:
    """Return whether a line may be a byline, to a reader: a label, then words as names begin.

    Whether or not it is read as one. A sentence is not: it ends as one, or is long.
    """
    line = without_brackets(line.strip()).strip()
    if len(line) > LONGEST_SEEN:
        return False
    if ends_sentence(line):
        may_be_one = line.endswith(".") and _may_be_byline(line.lstrip("*_["))
        return may_be_one and _is_of_certain_names(line[:-1])
    if names_before_label(line) is not None:
        return True
    if _is_of_helper(line) or _is_person_with_role(line) or _has_byline_after_bar(line):
        return True
    return _may_be_byline(line) and _begins_as_byline(line)


def names_before_label(line: str) -> str | None:
    """Return the names in a line that ends in a label, as in “Ada Brook tarafından”, or None."""
    pieces = line.split()
    if not 2 <= len(pieces) <= _MOST_SEEN or pieces[-1].lower() not in _last_words():
        return None
    for count in range(len(pieces) - 1, 0, -1):
        if " ".join(pieces[-count:]).lower() in words("postpositions"):
            names = " ".join(pieces[:-count])
            byline = read_bare_byline(names)
            return None if byline is None or not begins_as_name(pieces[0]) else names
    return None


@cache
def _last_words() -> frozenset[str]:
    return frozenset(entry.split()[-1] for entry in words("postpositions"))


def _may_be_byline(line: str) -> bool:
    """Return whether a line may begin with a label or a place, or end in a label: a fast test."""
    if may_begin_with_label(line) or may_end_in_label(line):
        return True
    return line.lstrip()[:2].lower() in report_starts()


def _is_of_certain_names(line: str) -> bool:
    """Return whether a line is a byline of persons or agencies; a full stop can be between them."""
    byline = read_byline(_AND_OTHERS.sub("", line))
    return byline is not None and are_certain(byline)


def _has_byline_after_bar(line: str) -> bool:
    """Return whether a byline of persons or agencies is after a bar, a dot or a dash.

    Or after other words, if its label has a colon.
    """
    if not any(map(line.__contains__, _SIGNS_OF_BARS)):  # as in most lines, and soon seen
        return False
    for part in _BARS.split(line, _MOST_PARTS)[1:]:
        if _may_be_byline(part) and _is_of_certain_names(part):
            return True
    return False


def _begins_as_byline(line: str) -> bool:
    """Return whether a line is a byline, or a label and words as names begin."""
    if read_byline(line) is not None or may_have_label(line) or find_label_behind(line):
        return True
    place = find_place_before(line)
    if place is not None:
        return all(map(begins_as_name, line[place.end() :].split()[:2]))
    label = label_pattern().match(line)
    return label is not None and _are_after_label(line[label.end() :], label)


def _are_after_label(names: str, label: re.Match[str]) -> bool:
    """Return whether what is after a label begins as names do."""
    names = _ARTICLE.sub("", names.replace("[", " ").replace("<u>", " "), 1)
    if " " in (label["label"] or label["plain"] or "") and _CAPITALS.search(names):
        return True
    if _ends_in_role(names.split()):
        return True
    if label[0].strip().lower() == "by" and _are_capitalized(names.split()):
        return True
    if (is_loose(label) or label["colon"]) and are_in_small_letters(part_date(names)[0]):
        return True
    return _begin_as_names(names.split(), label)


def _ends_in_role(pieces: list[str]) -> bool:
    """Return whether two to five words are a role, such as "our Skarv correspondent"."""
    return 2 <= len(pieces) <= _MOST_OF_ROLE and has_word_of_role(pieces[-1])


def _are_capitalized(pieces: list[str]) -> bool:
    """Return whether three words or more, but for short ones and numbers, are capitalized."""
    if not _FEWEST_CAPITALIZED <= len(pieces) <= _MOST_SEEN or not pieces[0].istitle():
        return False
    if any(piece.endswith(":") for piece in pieces):
        return False
    return all(piece[:1].isupper() or piece.isdigit() or len(piece) < _LONG for piece in pieces)


def _is_of_helper(line: str) -> bool:
    """Return whether a line is a phrase of words, such as "reporting by", and names."""
    helper = helper_pattern().match(line) if may_begin_with_helper(line) else None
    if helper is None or " " not in helper["role"]:
        return False
    return read_byline(f"By {line[helper.end() :]}") is not None


def _is_person_with_role(line: str) -> bool:
    """Return whether a line is the name of a person and, after a comma, what the person is."""
    if "," not in line or not has_word_of_role(line):
        return False
    byline = read_bare_byline(line)
    if byline is None or len(byline.authors) > 1 or not is_person(byline.authors[0]["name"]):
        return False
    return has_word_of_role(byline.authors[0].get("role", ""))


def _is_of_agency(word: str) -> bool:
    """Return whether a word is that of an agency, as in “l'AFP” and “dpa/AFP”."""
    parts = _ELISION.sub("", word, 1).rstrip(",").split("/")
    return not agencies().isdisjoint(parts)


def _begin_as_names(pieces: list[str], label: re.Match[str]) -> bool:
    """Return whether the words after a label begin as names do: two words, or one of an agency."""
    if not 1 <= len(pieces) <= _MOST_SEEN or pieces[0].lower() in words("no_names"):
        return False
    if _is_of_agency(pieces[0]):
        return True
    needs_two = not label["colon"] and not label["tight"]
    if needs_two and len(pieces) < 2:
        return False
    return begins_as_name(pieces[0]) and (not needs_two or begins_as_name(pieces[1]))
