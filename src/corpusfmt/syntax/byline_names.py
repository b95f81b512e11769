"""Whether the authors of a line read as names, and not as a sentence."""

from __future__ import annotations

from corpusfmt.syntax.byline_authors import Author
from corpusfmt.syntax.byline_words import CONTACT, words
from corpusfmt.syntax.credit_lists import agencies
from corpusfmt.text.patterns import regex

_LONGEST_NAME = 80
_LONGEST_WORD = 40
_FEW = 5
_MOST_SMALL = 5
_MOST_WORDS = 8
_ELISIONS = ("d'", "d’", "l'", "l’")
_DIGIT = regex(r"\d")
_BRACKET = regex(r"[*<>\[\]|\"“”«»]")
_REFERENCE = regex(r"&#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6});")
_CASELESS = regex(r"[^\W\d_]")
SENTENCE_END = regex(r"[.!?:;…,。！？]\Z")
_ABBREVIATION = regex(r"(?:(?<!\w)(?:[JS]r|[^\W\d_a-z]|[MDLB]\.?[A-Z]|Ph\.?D|Esq))\.\Z")
_NOT_IN_A_NAME = regex(r"[\d*<>\[\]|{}()\"“”«»„]")
_SENTENCE = regex(r"\s[a-z]++\s[a-z]{4}")


def are_names(is_strict: bool, needs_two: bool, authors: list[Author]) -> bool:
    """Return whether the authors after a label read as names.

    After a strict label each word is one of a name. ``needs_two`` is where a first name of one word
    must be an agency or the like.
    """
    first = authors[0]
    if len(authors) == 1 and not is_strict and _is_of_few_words(first):
        return True
    if needs_two and not _is_read_as_it_is(first) and not _has_enough_words(first.name):
        return False
    last = authors[-1]
    last_role = last.roles[-1] if last.roles and not last.ends_in_group else ""
    if _ends_as_sentence(last_role):
        return False
    return all(_is_name(author, is_strict) for author in authors)


def are_bare_names(authors: list[Author]) -> bool:
    """Return whether the authors of a line without a label read as names, or are links."""
    if authors[0].url is not None:
        return all(author.url is not None for author in authors)
    return all(map(_is_bare_name, authors))


def _is_read_as_it_is(author: Author) -> bool:
    """Return whether an author is a link, or begins with a reference."""
    return author.url is not None or _REFERENCE.match(author.name) is not None


def _has_enough_words(name: str) -> bool:
    """Return whether a name has two words, or needs no second one: an agency, one without case."""
    if len(name.split()) > 1:
        return True
    is_caseless = name[:1].lower() == name[:1].upper()
    return is_caseless or name.isupper() or name in agencies()


def _is_bare_name(author: Author) -> bool:
    """Return whether an author is a person or an agency without any label to say so."""
    if _is_read_as_it_is(author):
        return True
    pieces = author.name.split()
    if len(pieces) < 2:
        is_caseless = author.name[:1].lower() == author.name[:1].upper()
        return (is_caseless or author.name in agencies()) and _is_name(author, is_strict=True)
    if len(pieces) > _FEW or _has_words_of_sentence(pieces):
        return False
    if not _is_name(author, is_strict=False):
        return False
    return all(_may_be_of_a_name(piece) or piece in words("roles") for piece in pieces)


def _ends_as_sentence(text: str) -> bool:
    return SENTENCE_END.search(text) is not None and not _ABBREVIATION.search(text)


def _is_name(author: Author, is_strict: bool) -> bool:
    """Return whether an author reads as a name. A link does, and a name that begins escaped."""
    if _is_read_as_it_is(author):
        return True
    name = author.name
    if not 2 <= len(name) <= _LONGEST_NAME or _NOT_IN_A_NAME.search(_REFERENCE.sub("", name)):
        return False
    if _ends_as_sentence(name) or _SENTENCE.search(name) or not _begins_name(name):
        return False
    pieces = name.split()
    if pieces[-1].lower() in words("joins") or name.lower() in words("no_names"):
        return False
    if len(pieces) > _MOST_WORDS:
        return False
    return not is_strict or all(map(_may_be_of_a_name, pieces))


def _begins_name(name: str) -> bool:
    return name[0].isalpha() and not "a" <= name[0] <= "z"


def _may_be_of_a_name(word: str) -> bool:
    letter = _CASELESS.search(word)
    if letter is None:
        return False
    return not letter[0].islower() or word in words("particles") or word[:2] in _ELISIONS


def _may_begin_name(pieces: list[str]) -> bool:
    """Return whether words begin as names do, or are those of a role or an agency."""
    first = pieces[0]
    if not first[:1].islower() or first in agencies():
        return True
    if "/" in first or "." in first[:-1]:
        return True
    return not words("roles").isdisjoint(map(str.lower, pieces))


def _is_of_few_words(author: Author) -> bool:
    """Return whether a name has few words, none of which only a sentence has there."""
    if author.url is not None or author.roles:
        return False
    name = author.name
    pieces = name.split()
    if len(pieces) > _FEW or max(map(len, pieces)) > _LONGEST_WORD:
        return False
    if any(pattern.search(name) for pattern in (_BRACKET, SENTENCE_END, _DIGIT, CONTACT)):
        return False
    if name.lower() in words("no_names") or pieces[-1].lower() in words("joins"):
        return False
    return _may_begin_name(pieces) and not _has_words_of_sentence(pieces)


def _has_words_of_sentence(pieces: list[str]) -> bool:
    """Return whether the first word, or another, is one that only a sentence has there."""
    if pieces[0].lower() in words("sentence_starts"):
        return True
    return not words("sentence_words").isdisjoint(map(str.lower, pieces[1:]))


def begins_as_name(word: str) -> bool:
    """Return whether a word begins as names do."""
    letter = _CASELESS.search(word)
    return (
        letter is not None
        and not letter[0].islower()
        and word.lower() not in words("sentence_starts")
    )


def are_in_small_letters(names: str) -> bool:
    """Return whether a text is a few words in small letters, as names are that lost their case."""
    pieces = names.split()
    if not 1 <= len(pieces) <= _MOST_SMALL or names.lower() in words("no_names"):
        return False
    return names.islower() and names[0].isalpha() and not _has_words_of_sentence(pieces)
