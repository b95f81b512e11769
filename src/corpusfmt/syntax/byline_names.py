"""Whether the authors of a line read as names, and not as a sentence."""

from __future__ import annotations

from corpusfmt.syntax.byline_authors import Author
from corpusfmt.syntax.byline_words import is_caseless, is_small, words
from corpusfmt.syntax.credit_lists import agencies
from corpusfmt.text.patterns import regex

_LONGEST_NAME = 80
_LONGEST_WORD = 40
_FEW, _MOST_BARE = 5, 6
_MOST_SMALL = 5
_MOST_WORDS = 8
_ELISIONS = ("d'", "d’", "l'", "l’")
_DIGIT = regex(r"\d")
_BRACKET = regex(r"[*<>\[\]|\"“”«»]|(?<!\S)#")
_CONTACT = regex(r"[^\s@]@|@\w|https?://")
_REFERENCE = regex(r"&#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6});")
_CASELESS = regex(r"[^\W\d_]")
_SENTENCE_ENDS = frozenset(".!?:;…,。！？")
_ABBREVIATION = regex(r"(?:(?<!\w)(?:[JS]r|[^\W\d_a-z]|[MDLB]\.?[A-Z]|Ph\.?D|Esq))\.\Z")
_NOT_IN_A_NAME = regex(r"[\d*<>\[\]|{}()\"“”«»„:：=＝]|(?<!\S)#")
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
    first = authors[0]
    if first.url is not None:
        return all(author.url is not None for author in authors)
    if is_small(first.name) and first.name not in agencies():
        return False
    return all(map(_is_bare_name, authors))


def _is_read_as_it_is(author: Author) -> bool:
    """Return whether an author is a link, or begins with a reference."""
    return author.url is not None or _REFERENCE.match(author.name) is not None


def _has_enough_words(name: str) -> bool:
    """Return whether a name has two words, or needs no second one: an agency, one without case."""
    if len(name.split()) > 1:
        return True
    return is_caseless(name[:1]) or name.isupper() or is_listed(name)


def _is_bare_name(author: Author) -> bool:
    """Return whether an author is a person or an agency without any label to say so."""
    if _is_read_as_it_is(author):
        return True
    pieces = author.name.split()
    if len(pieces) < 2:
        may_be_one = is_caseless(author.name[:1]) or is_listed(author.name)
        return may_be_one and _is_name(author, is_strict=True)
    if is_listed(author.name):
        return True
    if len(pieces) > _MOST_BARE or _has_words_of_sentence(pieces):
        return False
    if not _is_name(author, is_strict=False):
        return False
    return all(_may_be_of_a_name(piece) or piece in words("roles") for piece in pieces)


def ends_sentence(text: str) -> bool:
    """Return whether a text ends in a character that ends a sentence or a clause."""
    return text[-1:] in _SENTENCE_ENDS


def _ends_as_sentence(text: str) -> bool:
    return ends_sentence(text) and not _ABBREVIATION.search(text)


def _is_name(author: Author, is_strict: bool) -> bool:
    """Return whether an author reads as a name. A link does, and a name that begins escaped."""
    name = author.name
    if _is_read_as_it_is(author) or is_listed(name):
        return True
    if not 2 <= len(name) <= _LONGEST_NAME or _NOT_IN_A_NAME.search(_REFERENCE.sub("", name)):
        return False
    if _ends_as_sentence(name) or _SENTENCE.search(name) or not _begins_name(name):
        return False
    if name.lower() in words("no_names"):
        return False
    return _are_of_a_name(name.split(), is_strict)


def _are_of_a_name(pieces: list[str], is_strict: bool) -> bool:
    """Return whether words are few, and neither the last nor one inside is of another phrase."""
    if len(pieces) > _MOST_WORDS or _has_words_of_other_phrase(pieces):
        return False
    return not is_strict or all(map(_may_be_of_a_name, pieces))


def _has_words_of_other_phrase(pieces: list[str]) -> bool:
    """Return whether the last word joins names, or one inside is the label of a helper."""
    if pieces[-1].lower() in words("joins"):
        return True
    return any(map(_is_label_of_helper, pieces[1:-1]))


def _is_label_of_helper(word: str) -> bool:
    return f"{word.lower()}:" in words("helpers")


def is_listed(name: str) -> bool:
    """Return whether a name is that of an agency, or of several authors, such as "agencies"."""
    return name in agencies() or name.lower() in words("collectives")


def _begins_name(name: str) -> bool:
    return name[0].isalpha() and not "a" <= name[0] <= "z"


def _may_be_of_a_name(word: str) -> bool:
    letter = _CASELESS.search(word)
    if letter is None:
        return False
    return not is_small(letter[0]) or word in words("particles") or word[:2] in _ELISIONS


def _may_begin_name(pieces: list[str]) -> bool:
    """Return whether words begin as names do, or are those of a role or an agency."""
    first = pieces[0]
    if not is_small(first[:1]) or first in agencies():
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
    if ends_sentence(name) or any(pattern.search(name) for pattern in (_BRACKET, _DIGIT, _CONTACT)):
        return False
    if name.lower() in words("no_names") or _has_words_of_other_phrase(pieces):
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
        and not is_small(letter[0])
        and word.lower() not in words("sentence_starts")
    )


def are_in_small_letters(names: str) -> bool:
    """Return whether a text is a few words in small letters, as names are that lost their case."""
    pieces = names.split()
    if not 1 <= len(pieces) <= _MOST_SMALL or names.lower() in words("no_names"):
        return False
    return names.islower() and names[0].isalpha() and not _has_words_of_sentence(pieces)
