"""What is wrong with the name of an author that is neither a person nor an organization."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise

from corpusfmt.rules._shared.boilerplate_phrases import begins, is_whole_block
from corpusfmt.rules._shared.page_counts import is_count
from corpusfmt.rules._shared.site_tags import is_domain, is_full_name, is_of_outlet
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.syntax.byline_words import words
from corpusfmt.syntax.dates import is_weekday, read_date_line
from corpusfmt.text.patterns import regex

DESKS = frozenset(("bureau", "desk", "newsroom", "staff", "studio", "team"))
"""The last words of names of several people of an outlet, who are an author together."""

_MOST_WORDS = 8
_SHARE_OF_CAPITALS = 0.7
_CONTACT = regex(r"\S@\S|(?:\A|\s)@\s?\w|://|\bwww\.|\A(?i:www)\s\S|\A(?i:https?)\Z")
_BESIDE_CONTACT = regex(r"(?:\A|\s)[^\W\d_][^\s@/:]*\s+[(\[<]?(?:\S+@|@|https?://|www\.)")
"""A word, such as the last of a name, and an address after it."""

_PHRASES = (
    *("enter your", "your name", "name here", "author name", "{{", "[[", "seu nome aqui"),
    *("tu nombre aquí", "su nombre aquí", "votre nom ici", "ihr name", "dein name", "twoje imię"),
    *("ваше имя", "ваше ім'я", "您的姓名"),
)
_PAGE_WORDS = regex(
    r"(?i)\A(?:©|\(c\)|copyright ©) ?\S|\A\d{1,3}[\s-]?min(?:ute)?s?\.? (?:read|lesezeit|de)\b"
    r"|\A(?:follow|suivre|folgen|seguir|contact|email|e-mail|view|more (?:from|by)) \S"
    r"|\b(?:hours?|minutes?|days?) ago\b|\bon (?:twitter|facebook|instagram|linkedin)\Z"
    r"|\Asend an? e-?mail\b"
    r"|\A[\d.,]+\s?[km]?\s(?:comments?|views?|shares?|likes?|kommentare?|commentaires?"
    r"|comentarios?|comentários?|commenti|reacties|kommentarer|vues?|просмотр\w*|комментари\w*)\Z"
    r"|\A(?:photos?|photographs?|pictures?|images?|video) (?:by|courtesy|provided|submitted)\b"
    r"|\S \S+ (?:follow|share|subscribe|comments?|tweet|email|posted|published|updated|suivre"
    r"|folgen|seguir|segui|volgen|følg|följ|obserwuj|подписаться|підписатися|aktualisiert|publié"
    r"|veröffentlicht|actualizado|publicado|atualizado|aggiornato|pubblicato|bijgewerkt|uppdaterad"
    r"|gepubliceerd|publicerad|oppdatert|publisert|opdateret|päivitetty|julkaistu|zaktualizowano"
    r"|opublikowano|aktualizováno|publikováno|frissítve|actualizat|обновлено|опубликовано"
    r"|оновлено|опубліковано|güncelleme|yayınlanma|diperbarui|diterbitkan)\Z|\S\s(?:关注|關注)\Z"
)
"""What a page prints around the name of an author."""

_JOINED_LABEL = regex(
    r"[a-zà-öø-ÿ](?:Published|Updated|Posted|Follow|Staff|Senior|Special|Editor|Reporter"
    r"|Correspondent|Contribut(?:or|ing))(?:\s|\Z)"
)
_EMPTY_BRACKETS = regex(r"\(\s*\)|\[\s*\]|（\s*）")
_AFTER_TIME = regex(r"(?i)(?<=[\d\s])(?:[ap]\.?m\.?|uhr|h|k)\Z")
_TIME = regex(r"(?i),?\s[\d:.]+(?:\s?[ap]m)?\Z")
_BY_INSIDE = regex(r"\S \S+ (?:By|BY) [^\W\d_a-z]\S* \S")
_HOST_ENDING = "(?:news|info|online|media|press|today|live|blog|club|world|site|asia)"
_USER = regex(
    rf"[a-z]{{2,20}}[._](?!{_HOST_ENDING}\Z)[a-z]{{4,20}}|[A-Za-z][a-z_]{{2,20}}[0-9]{{3,8}}"
)
_LABEL = regex(
    r"(?:posted|published|written|submitted|added|created|uploaded) by |author: "
    r"|(?:von|par|por|da|di|av|af|door|przez|autor|auteur|автор|yazar):? "
)
_LABEL_BEFORE = regex(
    r"(?:Par|Por|Door|Przez|Autora?|Auteur|Autore|Автор)\s(?:[^\W\d_a-zà-ÿ]\S*\s)+\S"
    r"|(?:作者|记者|記者|(?:责任|責任)?[编編][辑輯]|撰文|来源|來源)\s?[:：]"
)
"""A label in the name: of three words, since an author may be called Por."""
_SHORT_DATE = regex(r"(?:\A|\S \S+ )(?:Feb|Apr|Aug|Sept|Oct|Nov|Tues?|Wed|Thu|Thurs|Fri)\.?\Z")
"""Short names of months and days that are not those of persons, as Jan and May are."""
_TAG = regex(r"\s(?:\||::|[»·•–—-])\s")
_WORD = regex(r"[^\W\d_]+")
_MOST_IN_NAME = 4
_FEWEST_IN_SLOGAN, _FEWEST_IN_SENTENCE = 3, 6
_SHORTEST_DAY, _SHORTEST_SPELLED_DAY = 5, 2
"""The fewest letters of a day of the week in ASCII, and of others: short ones are names, as Tor."""


@cache
def _placeholders() -> frozenset[str]:
    return frozenset(read_list("author_placeholders"))


@lru_cache(maxsize=4096)  # the articles of a corpus share their authors
def fact_of(name: str) -> str | None:
    """Return what is wrong with a name, or None."""
    folded = name.casefold().strip(" .!:_-[](){}<>")
    if _without_label(folded) in _placeholders() or any(map(folded.__contains__, _PHRASES)):
        return "is a placeholder, or a label of the page"
    if _PAGE_WORDS.search(name) or _is_of_page(folded):
        return "has words of the page"
    if _CONTACT.search(name):
        is_beside = _BESIDE_CONTACT.search(name) is not None
        return "has an address or a handle" if is_beside else "is an address, not a name"
    fact = _fact_of_edge(name)
    if fact is not None:
        return fact
    if _is_joined(name):
        return "is a name with a word joined to it"
    return _fact_of_tag(name) or _fact_of_names(name) or _fact_of_words(name)


def _fact_of_edge(name: str) -> str | None:
    """Return what is wrong with a name that is or has a date, or begins with a label, or None."""
    if read_date_line(name) is not None:
        return "is a date"
    if _SHORT_DATE.search(name) is not None:
        return "ends in a date" if " " in name else "is a date"
    return "has a label before it" if _LABEL_BEFORE.match(name) is not None else None


def _without_label(folded: str) -> str:
    """Return a name without a label before it: what is behind may be a placeholder."""
    label = _LABEL.match(folded)
    return folded if label is None else folded[label.end() :]


def _is_of_page(folded: str) -> bool:
    """Return whether a name of several words is a button, a call, or names its source."""
    if " " not in folded:
        return False
    is_labelled = ":" in folded and folded.startswith(read_list("source_phrases"))
    if is_labelled or is_whole_block(folded) or begins("beginnings", folded):
        return True
    return is_count(folded)


def _fact_of_names(name: str) -> str | None:
    """Return what is wrong with a name that is several, or None."""
    if _is_twice(name):
        return "is the same name twice"
    return "is more than one name" if _BY_INSIDE.search(name) else None


def _fact_of_tag(name: str) -> str | None:
    """Return what is wrong with a name that a bar and a website follow, or any sign and a host."""
    *before, last = _TAG.split(name)
    if not before:
        return None
    has_bar = "|" in name or "::" in name
    is_tag = is_domain(last) or (has_bar and is_of_outlet(last) and is_full_name(last))
    return "has the name of a website after it" if is_tag else None


def _fact_of_words(name: str) -> str | None:
    """Return what is wrong with a name that has too many words or none, or ends as a sentence."""
    if not any(map(str.isalpha, _AFTER_TIME.sub("", name))):
        return "is a number" if any(map(str.isdigit, name)) else "has no letters"
    if _EMPTY_BRACKETS.search(name):
        return "has empty brackets"
    if len(name.split()) > _MOST_WORDS:
        return "is more than one name" if _is_list(name) else "is a sentence"
    if name.endswith(("?", "!", "？", "！")) or _ends_as_sentence(name):
        return "is a sentence"
    return None


def _ends_as_sentence(name: str) -> bool:
    """Return whether a name ends in a full stop, and most of its many words are in lower case."""
    words = name.split()
    small = sum(word[0].islower() for word in words)
    return name.endswith(".") and len(words) >= _FEWEST_IN_SENTENCE and 2 * small > len(words)


def _is_joined(name: str) -> bool:
    """Return whether a name has a label after its last word, or itself, with nothing between."""
    half = len(name) // 2
    if _JOINED_LABEL.search(name) is not None:
        return True
    return len(name.split()) > 1 and half * 2 == len(name) and name[:half] == name[half:]


def _is_twice(name: str) -> bool:
    """Return whether a name of two words or more is written twice."""
    words = name.casefold().split()
    half = len(words) // 2
    return half > 1 and words[:half] == words[half:]


@lru_cache(maxsize=4096)
def doubt_of(name: str) -> str | None:
    """Return what a name may be other than an author, or None: a few have such a name."""
    day = _TIME.sub("", name)
    fewest = _SHORTEST_DAY if day[:1].isascii() else _SHORTEST_SPELLED_DAY
    if len(day) >= fewest and is_weekday(day):
        return "is a day of the week"
    if name.casefold() in _sections():
        return "is the name of a section"
    if _is_of_no_person(name):
        return "may be the name of an organisation or a subject, not of a person"
    if _USER.fullmatch(name) and not is_domain(name):
        return "may be the name of a user"
    return "may be a slogan or a sentence" if _is_slogan(name) else None


@cache
def _sections() -> frozenset[str]:
    return frozenset(read_list("author_sections"))


def _is_of_no_person(name: str) -> bool:
    """Return whether a few words that may be a name have one that no person is called by.

    Two words that are surnames as well are enough side by side.
    """
    words = name.casefold().split()
    if not 1 < len(words) <= _MOST_IN_NAME or words[-1] in DESKS:
        return False
    known = _words_of_no_person()
    pairs = map(" ".join, pairwise(words))
    if not known.isdisjoint(words) or not known.isdisjoint(pairs):
        return True
    return all(f"~{word}" in known for word in words)


@cache
def _words_of_no_person() -> frozenset[str]:
    return frozenset(map(str.casefold, read_list("words_of_no_person")))


def _is_slogan(name: str) -> bool:
    """Return whether a name has a word that slogans and sentences have, but names have not."""
    found = _WORD.findall(name)
    if len(name.split()) < _FEWEST_IN_SLOGAN:
        return False
    known = _slogan_words()
    if any(word in known for word in found[1:]):
        return True
    count = sum(word.lower() in known for word in found)
    return count > 1 or (count > 0 and _begins_sentence(name))


def _begins_sentence(name: str) -> bool:
    """Return whether a name of four words or more begins as sentences do: “The Way It Is”."""
    first, *others = name.lower().split()
    return len(others) >= _FEWEST_IN_SLOGAN and first in words("sentence_starts")


@cache
def _slogan_words() -> frozenset[str]:
    return frozenset(read_list("slogan_words"))


def _is_list(name: str) -> bool:
    """Return whether words are names with commas: most begin with a capital."""
    words = name.split()
    capitals = sum(word[0].isupper() for word in words)
    return "," in name and capitals > _SHARE_OF_CAPITALS * len(words)
