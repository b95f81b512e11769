"""Decode bytes in an encoding other than UTF-8, if it is certain enough to rewrite the file.

A guess is good enough for a message; to rewrite a file it must hold for every byte: all bytes
decode, without a character that no article contains, the text is written as a language writes it,
and no other encoding gives another text that is as plausible.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise

from corpusfmt.text.encoding_guess import ALPHABETS, is_written
from corpusfmt.text.patterns import regex

_WIDE = ("utf-16", "utf-32")
_NEVER = regex("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffd-\uffff]")
_BEYOND_ASCII = regex("[^\0-\x7f]")
_WORD = regex(r"[^\W\d_]+")
_PUNCTUATION = frozenset("“”‘’‚„…–—•€™«»‹›§©®°·£¥½¼¾¿¡ªº´№\u00a0\u00ad")

_EAST_ASIAN = frozenset(("HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "FULLWIDTH", "HANGUL"))
"""Scripts that occur in one word with Chinese characters."""

_FEWEST = 8
"""The fewest letters of a script other than Latin that are evidence."""

_FEWEST_IN_UTF8 = 3
"""The fewest characters beyond ASCII in a line that is UTF-8 on purpose."""


def decode_wholly(data: bytes, encoding: str) -> str | None:
    """Return the text of the bytes in an encoding, or None if some are invalid in it."""
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    return None if _NEVER.search(text) else text


def place_in(data: bytes, encoding: str, offset: int) -> int:
    """Return the index of the character that the byte at an offset belongs to."""
    import codecs

    return len(codecs.getincrementaldecoder(encoding)("replace").decode(data[:offset]))


def reencoded(data: bytes, encoding: str | None) -> str | None:
    """Return the text of bytes that are all plausibly in an encoding other than UTF-8, or None."""
    if encoding is None or encoding == "utf-8":
        return None
    text = decode_wholly(data, encoding)
    if text is None or not _is_assigned(text):
        return None
    if encoding.startswith(_WIDE):
        return text if _is_mostly_letters(text) else None
    if not any(map(str.isalpha, text)):  # a mark alone says nothing of its encoding
        return None
    if _holds_utf8(data, encoding) or not _is_plausible(text, encoding):
        return None
    return text


def _is_assigned(text: str) -> bool:
    """Return whether every character is assigned, and none is for private use."""
    categories = set(map(unicodedata.category, set(text)))
    return categories.isdisjoint(("Cn", "Co", "Cs"))


def _is_mostly_letters(text: str) -> bool:
    """Return whether a text has words, few of which have letters of two scripts.

    Bytes in two encodings would give many of those.
    """
    words = _WORD.findall(text)
    mixed = 0
    for word in words:
        if not word.isascii():
            mixed += len(set(map(_script, set(word)))) > 1
    return bool(words) and 50 * mixed <= len(words)


def _script(character: str) -> str:
    name = unicodedata.name(character, "").partition(" ")[0]
    return "CJK" if name in _EAST_ASIAN else name


def _holds_utf8(data: bytes, encoding: str) -> bool:
    """Return whether some bytes beyond ASCII are UTF-8: the file then has two encodings.

    A Latin text hardly ever has two bytes in sequence that are a character of UTF-8; other texts
    have some by chance, but not whole lines of them.
    """
    if encoding in _LATIN:
        beyond = _BEYOND_ASCII.findall(data.decode("utf-8", "replace"))
        return 50 * (len(beyond) - beyond.count("\ufffd")) > len(beyond)
    return any(_is_utf8(line) for line in data.split(b"\n") if not line.isascii())


def _is_utf8(line: bytes) -> bool:
    try:
        return len(_BEYOND_ASCII.findall(line.decode())) >= _FEWEST_IN_UTF8
    except UnicodeDecodeError:
        return False


# Plausible texts


def _is_plausible(text: str, encoding: str) -> bool:
    """Return whether a text is written as the languages of its encoding are."""
    if encoding in _LATIN:
        return _is_plausible_latin(text, encoding)
    is_written_so = _SCRIPTS.get(encoding)
    if is_written_so is None:
        return False
    beyond = _BEYOND_ASCII.findall(text)
    letters = [character for character in beyond if character not in _PUNCTUATION]
    return len(letters) >= _FEWEST and is_written_so(text, letters)


def _is_plausible_latin(text: str, encoding: str) -> bool:
    """Return whether one language explains a text, and other encodings give no better one."""
    data = text.encode(encoding)
    if _is_odd_latin(text) or not _ALONE.search(data) or not _SURE.search(text):
        return False
    own = _count_foreign(text, _LATIN[encoding])
    if 20 * own > len(_BEYOND_ASCII.findall(text)):
        return False
    least = own + _count_lone(text)
    words = Counter(_WORD.findall(text.lower()))
    for name, family in _FAMILIES.items():
        other = decode_wholly(data, name)
        if other is None or other == text:
            continue
        is_as_good = _count_foreign(other, _ALL) + _count_lone(other) <= least
        if not is_as_good or _is_odd_latin(other):
            continue
        if not _speak_against(words, _FAMILIES[encoding], family):
            return False
    return True


def _speak_against(words: Counter[str], family: str, other: str) -> bool:
    """Return whether the frequent words of a text belong to one family, and not to the other."""
    if family == other:
        return False
    own = _count_words(words, family)
    return own >= 3 and own >= 5 * _count_words(words, other)


def _count_words(words: Counter[str], family: str) -> int:
    return sum(map(words.__getitem__, _FREQUENT_WORDS[family].split()))


def _count_foreign(text: str, alphabets: Iterable[str]) -> int:
    """Return how many characters beyond ASCII the best language does not have."""
    beyond = Counter(_BEYOND_ASCII.findall(text))
    return min(
        sum(number for character, number in beyond.items() if not is_written(character, alphabet))
        for alphabet in alphabets
    )


def _count_lone(text: str) -> int:
    """Return how many words are one letter beyond ASCII, as dashes in a wrong encoding are."""
    return sum(len(word) == 1 and not word.isascii() for word in _WORD.findall(text))


def _is_odd_latin(text: str) -> bool:
    return _FAR_BEYOND_ASCII.search(text) is not None or _is_odd(text)


def _is_odd(text: str) -> bool:
    """Return whether characters beyond ASCII occur together as in no language.

    Examples are a small letter before a capital (“cafÈ”), a symbol inside a word (“caf‚s”), an
    opening quotation mark after a letter, and a digit, a currency sign or a fraction next to a
    letter.
    """
    if "\u201a" in text and "\u2018" not in text:  # an opening quotation mark that nothing closes
        return True
    pairs = any(_is_odd_pair(one, two) for one, two in pairwise(text) if not (one + two).isascii())
    threes = zip(text, text[1:], text[2:], strict=False)
    return pairs or any(_is_odd_inside(*three) for three in threes if not three[1].isascii())


def _is_odd_pair(one: str, two: str) -> bool:
    if one.isalpha() and (
        two in _NOT_AFTER_LETTERS or (two in "0123456789" and one.lower() != one.upper())
    ):
        return True
    if two.isalpha() and one in _NOT_BEFORE_LETTERS:
        return True
    return (one.islower() and two.isupper()) or (one == "ς" and two.isalpha())


def _is_odd_inside(one: str, two: str, three: str) -> bool:
    if one.isupper() and two.isupper() and three.islower():
        return True
    return one.isalpha() and three.isalpha() and not two.isalpha() and two not in _INSIDE_WORDS


_SURE = regex("[^\\W\\d_a-zA-Zªº]|[“”‘’–—…€£©™]")
"""Characters that are evidence against encodings that have letters in their place."""

_FAR_BEYOND_ASCII = regex("[^\0-\x7f\\W\\d_]{4}")
"""So many letters beyond ASCII in sequence are of another script."""

_ALONE = regex(rb"(?<![\x80-\xff])(?:[\x80-\xff]{2})*[\x80-\xff](?![\x80-\xff])")
"""Bytes beyond ASCII in an odd number: the encodings of East Asia have two for a character."""

_INSIDE_WORDS = "’‘–—·…\u00ad\u00a0"
_NOT_AFTER_LETTERS = "„‚¿¡½¼¾¥€£°·´©"
_NOT_BEFORE_LETTERS = "½¼¾¥ªº´®©"

_LATIN: Mapping[str, tuple[str, ...]] = dict(ALPHABETS)
_ALL = tuple(alphabet for alphabets in _LATIN.values() for alphabet in alphabets)

_FAMILIES = {
    **dict.fromkeys(("windows-1252", "iso-8859-15", "mac-roman", "cp850", "cp437"), "western"),
    **dict.fromkeys(
        ("windows-1250", "iso-8859-2", "iso-8859-16", "cp852", "mac-latin2"), "central"
    ),
    **dict.fromkeys(("windows-1254", "cp857", "mac-turkish"), "turkish"),
    **dict.fromkeys(("windows-1257", "iso-8859-13", "iso-8859-4", "cp775"), "baltic"),
}
"""The families of encodings that may give text from the same bytes, guessed or not."""

_FREQUENT_WORDS = {
    "western": "le les des du et une nous vous avec sur dans pour que qui est el los las del por "
    "para con der die und das den von mit ist nicht ein im auf zu het een van dat och att det som "
    "og til os em com uma il che di della sono",
    "central": "nie jest oraz przez jako je ve ale hogy egy nem az ez meg este din sau pe nu su "
    "da koji",
    "turkish": "bir ve bu ile da de olarak olan",
    "baltic": "ir kad yra buvo tai su apie bet par no ka ar ja on ei see oli",
}


def _count_among(letters: Iterable[str], characters: str) -> int:
    return sum(letter in characters for letter in letters)


def _count_between(letters: Iterable[str], first: str, last: str) -> int:
    return sum(first <= letter <= last for letter in letters)


def _is_alphabetic(name: str, frequent: str) -> Callable[[str, list[str]], bool]:
    """Return a test: letters beyond ASCII are of one script, the frequent ones are frequent."""

    def is_written_so(text: str, letters: list[str]) -> bool:
        for letter in set(letters):
            if not unicodedata.name(letter, "").startswith(name):
                return False
        marks = sum(unicodedata.category(letter) == "Mn" for letter in letters)
        often = _count_among(letters, frequent)
        return not _is_odd(text) and 5 * often >= 2 * (len(letters) - marks)

    return is_written_so


def _is_cyrillic(text: str, letters: list[str]) -> bool:
    """Return whether a text is Cyrillic.

    Letters of South Slavic languages occur only in texts that have their j too.
    """
    is_south = any(letter in _SOUTH_SLAVIC for letter in letters)
    return (not is_south or "ј" in text) and _CYRILLIC(text, letters)


_CYRILLIC = _is_alphabetic("CYRILLIC", "оеаинтіОЕАИНТІ")
_SOUTH_SLAVIC = "ЂЃЉЊЌЋЏђѓљњќћџ"


def _is_chinese(text: str, letters: list[str]) -> bool:
    """Return whether a text has the most frequent Chinese characters often, and no kana."""
    if _count_between(letters, "\u3041", "\u30ff"):
        return False
    ideographs = _count_between(letters, "\u4e00", "\u9fff")
    frequent = _count_among(letters, "的一是不了在有人我他這这個个們们中來来上大為为和國国到說说")
    marks = _count_among(letters, "，。、：；？！（）《》〈〉「」『』【】“”‘’—…·　﹑．％")
    return 20 * frequent >= ideographs and 20 * (ideographs + marks) >= 19 * len(letters)


def _is_japanese(text: str, letters: list[str]) -> bool:
    """Return whether a text has hiragana, and no halfwidth kana, as wrong encodings give."""
    hiragana = _count_between(letters, "\u3041", "\u3096")
    halfwidth = _count_between(letters, "\uff61", "\uff9f")
    frequent = _count_among(letters, "のにはをたがでてとしれさるい")
    return not halfwidth and 5 * hiragana >= len(letters) and 3 * frequent >= hiragana


def _is_korean(text: str, letters: list[str]) -> bool:
    """Return whether nearly all letters are Hangul, in words with spaces between them."""
    hangul = _count_between(letters, "\uac00", "\ud7a3")
    frequent = _count_among(letters, "이다의는에을가고은지하한로를도기서사리")
    return 20 * hangul >= 19 * len(letters) and 6 * frequent >= hangul and " " in text


_SCRIPTS: Mapping[str, Callable[[str, list[str]], bool]] = {
    **dict.fromkeys(("windows-1251", "koi8-r", "koi8-u", "cp866"), _is_cyrillic),
    "windows-1253": _is_alphabetic("GREEK", "αοιετσνηάόίέήΑΟΙΕΤΣΝΗ"),
    "windows-1255": _is_alphabetic("HEBREW", "יוהלאבמרת"),
    "windows-1256": _is_alphabetic("ARABIC", "اليمنوتره"),
    "cp874": _is_alphabetic("THAI", "านรอกเงมยลว"),
    **dict.fromkeys(("shift_jis", "cp932", "euc-jp"), _is_japanese),
    **dict.fromkeys(("gb18030", "big5"), _is_chinese),
    **dict.fromkeys(("euc-kr", "cp949"), _is_korean),
}
