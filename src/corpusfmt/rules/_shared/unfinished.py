"""How a text ends in mid-sentence, and how another one continues it, in any script."""

from __future__ import annotations

from corpusfmt.lint import Context
from corpusfmt.rules._shared.credit_labels import has_picture_label
from corpusfmt.rules._shared.open_words import ends_open
from corpusfmt.rules._shared.prose import CLOSING, STOPS, is_hyphenated
from corpusfmt.syntax.byline_words import words
from corpusfmt.text.patterns import regex

LONG = 100
"""The fewest characters of a text that is not a cross-heading."""
_LONGEST_LABELLED = 150
"""The most characters of a line with a label: longer ones are paragraphs with a colon."""
_LEAD_IN = 30
"""The most characters of a lead-in, such as “As the Post reports,”."""

_COMMAS = frozenset(",،、，")
_LABEL = regex(r"\W{0,3}\w+(?: \w+){0,2}\s?[:：]")
"""A label, such as that of a link to another article."""
_PARTICLES = regex(
    r"(?:[의을를은는에며와과]|에서|으로|면서|지만|는데|부터|까지|에게|하고|해서|하여|위해|통해|대한|위한|따라)$"
    r"|[とのをはがにへや的和与把被及]$"
)
"""Korean, Japanese and Chinese particles and endings that end no sentence."""
_BOUND = regex(
    r"[をんっゃゅょぁぃぅぇぉッャュョァィゥェォー々]"
    r"|(?:का|की|के|में|से|को|ने|کا|کی|کے|میں|سے|کو|نے|را)\s"
)
"""What begins no sentence: Japanese characters that begin no word, and postpositions."""
_ASIDE = regex(r"[(（][^()（）]{1,60}[)）](?:[,;.，、]|\s[^\W\d_A-Z])")
_TAKES_PLACE = regex(r"\bf(?:inde[nt]?|and(?:en)?|ände[nt]?)\b[^.!?]*$")
"""The first part of the German verb “findet … statt”, whose second part ends a sentence."""
_BRACKETS = (
    *(("(", ")"), ("[", "]"), ("（", "）"), ("「", "」"), ("『", "』")),
    *(("【", "】"), ("《", "》"), ("«", "»"), ("„", "“"), ("“", "”")),
)
_NUMBER = regex(
    r"\d[\d.,]{0,12}(?:[-–]\d{1,9})?\s?(?![年月日号號时時点點년월일])"
    r"(%|[^\W\d_]{2}|[\u3040-\ud7a3])"
)
"""A number and the start of a word: no sentence begins so if the word is in lower case.

A day or a time, with which many sentences begin, is not one.
"""
_WORD = regex(r"[^\W\d_]\w*")
_SENTENCE_END = regex(r"[^\W\d_]{2}[\"”’»)]{0,2}[.!?…](?:[\"”’»)]{0,2}|\[\d+\])\s|[।۔؟。！？]")
"""The end of a sentence inside a text, but not of an abbreviation or a number."""


def is_labelled(text: str) -> bool:
    """Return whether a text has the label of a picture's credit, or starts with another label."""
    if ":" not in text and "：" not in text:
        return False
    if len(text) < _LONGEST_LABELLED and _LABEL.match(text) is not None and not has_sentence(text):
        return True
    return has_picture_label(text)


def has_sentence(text: str) -> bool:
    """Return whether a sentence ends inside a text."""
    return _SENTENCE_END.search(text) is not None


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, without their ends."""
    return _SENTENCE_END.split(text)


def is_prose(text: str) -> bool:
    """Return whether a text is too long for a cross-heading, or has a sentence that ends."""
    return len(text) >= LONG or has_sentence(text)


def must_continue(first: str, second: str) -> bool:
    """Return whether the characters where two texts meet are of one sentence."""
    return (
        is_hyphenated(first)
        or _BOUND.match(second) is not None
        or _ASIDE.match(second) is not None
        or _closes_bracket(first, second)
    )


def is_unfinished(context: Context, first: str, second: str) -> bool:
    """Return whether the end of a text cannot be the end of a sentence.

    The second text, which follows, is complete.
    """
    if first.endswith((" –", " —")) or _PARTICLES.search(first[-3:]) is not None:
        return True
    if first.rstrip(CLOSING)[-1:] in _COMMAS:
        return not _is_lead_in(first, second) and not _starts_sentence(first, second)
    before, _, last = first.rpartition(" ")
    if last == "statt" and _TAKES_PLACE.search(before) is not None:
        return False
    if last.endswith(("’s", "'s")) and last[0].islower():
        return True
    return ends_open(context, _lowered(before, last))


def _lowered(before: str, last: str) -> str:
    """Return the last word, in lower case where its capital says nothing: “… in the paper The”."""
    may_be_lowered = before[-1:] in STOPS or before[-1:].islower()
    return last.lower() if may_be_lowered and last.istitle() else last


def occur_together(text: str, first: str, second: str) -> bool:
    """Return whether a text has the last word of one and the first word of another in a row.

    Numbers are all alike.
    """
    last, word = first.rpartition(" ")[2], _WORD.match(second)
    if word is None or not last[-1:].isalnum():
        return False
    is_number = last[-1].isdigit()
    both = f" {word[0]}" if is_number else f"{last} {word[0]}"
    # Not by a pattern: to compile one takes longer than to search.
    place = text.find(both)
    while place >= 0:
        before, after = text[place - 1 : place], text[place + len(both) : place + len(both) + 1]
        is_word = before.isdecimal() if is_number else not _continues_word(before)
        if is_word and not _continues_word(after):
            return True
        place = text.find(both, place + 1)
    return False


def _continues_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def starts_with_quantity(text: str) -> bool:
    """Return whether a text starts with a number and a word in lower case."""
    number = _NUMBER.match(text)
    return number is not None and number[1] == number[1].lower()


def _closes_bracket(first: str, second: str) -> bool:
    """Return whether a text closes a bracket that the first one opens."""
    for opening, closing in _BRACKETS:
        if opening not in first or closing not in second:  # as most are
            continue
        if first.rfind(opening) > first.rfind(closing):
            return opening not in second.partition(closing)[0]
    return False


def _starts_sentence(first: str, second: str) -> bool:
    """Return whether a text starts a sentence after a quotation that ends with a comma."""
    word = second.split(maxsplit=1)[0]
    if first[-1] not in CLOSING or not word[0].isupper():
        return False
    return word.endswith(",") or word.lower() in words("sentence_starts")


def _is_lead_in(first: str, second: str) -> bool:
    """Return whether a short last sentence with a comma may introduce a quotation."""
    if not second[0].isalnum():
        return True
    begins = max(map(first.rfind, (". ", "… ", "! ", "? "))) + 2
    return len(first) - begins < _LEAD_IN
