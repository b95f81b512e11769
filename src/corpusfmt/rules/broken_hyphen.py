"""A hyphen that a line end left in a word, or that was lost there.

Converters put wrapped lines together, and keep the hyphen of a divided word (“infor- mation”), or drop one that
belongs there (“EURules” for “EU-Rules”, “on-trackto-hit” in an address). A search finds neither. Articles are not
consistent in their hyphens either, so it is told only where the article itself says what is right:

- a word with a hyphen and a blank in it, that the article has elsewhere without the blank, or without both;
- a word without a hyphen, that stands with it as often at least, if its second part begins in upper case, or if its
  first part is a name that stands alone elsewhere;
- an address that stands elsewhere with a hyphen more, or that joins two words which are neighbours in the title.

A hyphen within a word in lower case (“infor-mation”) is not told: to look for each such word once more takes long, and
hardly an article has one. Suspended hyphens (“two- and three-year”) are left alone. The fix is unsafe, as it changes
words of the article.

```article
# New EU-Rules for Ferries



The EU-Rules are to be in force by May. The captain said she had too little infor- mation about the EURules.

The ferry office has more information.
```

```findings
5:77: warning: “infor- mation” is broken by a hyphen
  expected: information
5:101: warning: “EURules” has lost its hyphen
  expected: EU-Rules
```

As it should be:

```article
# New EU-Rules for Ferries



The EU-Rules are to be in force by May. The captain said she had too little information about the EU-Rules.

The ferry office has more information.
```
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from unicodedata import normalize

from corpusfmt.diagnostic import Edit, Finding, Fix, Severity
from corpusfmt.parser import Token
from corpusfmt.prose import HANGING
from corpusfmt.subject import Subject, find

LEVEL = 4
SEVERITY: Severity = "warning"
WHY = "what the article has elsewhere is not always what is meant here"

_HYPHEN = re.compile(r"-(?<=[^\W\d_]-)([ \n]?)([^\W\d_]{2,40})(?![\w-])")
_OPENING = "\"'“„«»‚‘’([*"
_WINDOW = 50_000
_MOST = 1_000
"""How many characters are searched for another copy of a word, and how many hyphens: bounds keep it linear."""
_LONGEST = 2_000
"""How many characters of an address and of a title are compared."""
_BLANKS = frozenset(" \n")
_PART = re.compile("(?:-|/(?=[a-z0-9]+-))([a-z0-9]{5,})")
"""A word of an address that may be two, with the hyphen on one of its sides."""
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"“”]+")
_EDGES = "\"'“”„‘’«»‹›()[].,:;!?¿¡–—-"
_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "ı": "i", "đ": "d"}
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each word and each address whose hyphen the article tells to be wrong."""
    url = subject.token("URL")
    end = len(subject.text) if url is None else url.start_pos
    candidates = _candidates(subject.text, end)
    places = set(_words(subject.text, end, candidates)) if candidates else set()
    if url is not None and "-" in url:
        places.update(_addresses(subject, url))
    for start, stop, right in sorted(places):
        yield _find(subject, start, stop, right)


_Place = tuple[int, int, str]
"""Where what is wrong starts and ends, and what would be right."""


# ---------------------------------------------------------------------------------------------------- words


def _words(text: str, end: int, candidates: list[int]) -> Iterator[_Place]:
    window = text[: min(end, _WINDOW)]
    pairs: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for hyphen in candidates:
        match = _HYPHEN.match(text, hyphen, end)
        first = _word_before(text, hyphen) if match is not None else ""
        if match is not None and first.isalpha():
            place = hyphen - len(first), match.end()
            if match[1] and match[2] not in HANGING:
                yield from _divided(window, (first, match[2]), place)
            elif not match[1]:
                pairs.setdefault((first, match[2]), []).append(place)
    for (first, second), places in pairs.items():
        if _may_be_wrong(first, second, len(places)) and first + second in window:
            yield from _joined(window, first, second, places)


def _candidates(text: str, end: int) -> list[int]:
    """The hyphens between a letter and a blank or upper case, and those of words that the article has again.

    To cut a text at one character is much faster than to search for a pattern.
    """
    found, others = list[int](), list[int]()
    place = -1
    for left, right in pairwise(text[: end + 1].split("-")):
        place += len(left) + 1
        following = right[:1]
        if following.isalpha():
            if not following.isupper():
                others.append(place)
            elif len(found) < _MOST:
                found.append(place)
        elif following in _BLANKS and left[-1:].isalpha() and len(found) < _MOST:
            found.append(place)
    return found + _again(text, others)


def _again(text: str, hyphens: list[int]) -> list[int]:
    """The hyphens that stand between the same letters as another."""
    around = [text[place - 3 : place + 5] for place in hyphens]
    if len(set(around)) == len(around):
        return []
    counts = Counter(around)
    return [place for place, letters in zip(hyphens, around, strict=True) if counts[letters] > 1]


def _word_before(text: str, end: int) -> str:
    return text[max(0, end - 40) : end].rsplit(None, 1)[-1].lstrip(_OPENING)


def _divided(text: str, parts: tuple[str, str], place: tuple[int, int]) -> Iterator[_Place]:
    """A word with a hyphen and a blank in it."""
    for right in ("".join(parts), "-".join(parts)):
        if right in text and _whole(text, right):
            yield (*place, right)
            return


def _may_be_wrong(first: str, second: str, count: int) -> bool:
    """Whether a word with a hyphen is of a kind that tells of its copies without one that they have lost it."""
    return second[0].isupper() or (first[0].isupper() and count >= 2 and len(first) >= 3 and len(second) >= 4)


def _joined(text: str, first: str, second: str, places: list[tuple[int, int]]) -> Iterator[_Place]:
    """The copies without a hyphen of a word that the article has with one as often at least."""
    without = _whole(text, first + second)
    if len(without) <= len(places) and (second[0].isupper() or _whole(text, first)):
        yield from ((*each, f"{first}-{second}") for each in without)


def _whole(text: str, word: str) -> list[tuple[int, int]]:
    """Where a word stands that is no part of another."""
    return [match.span() for match in re.finditer(rf"(?<![\w/.-]){word}(?![\w/-])", text)]


# ---------------------------------------------------------------------------------------------------- addresses


def _addresses(subject: Subject, own: Token) -> Iterator[_Place]:
    url = subject.reading.document["url"]
    yield from _copies(subject.text, own.start_pos)
    title = subject.reading.document.get("title", "")[:_LONGEST]
    for joined, right in _neighbours(title, own.lower(), url[:_LONGEST].lower()):
        for match in re.finditer(rf"(?<=-)(?i:{joined})(?![^\W_])|(?<=/)(?i:{joined})(?=-)", own):
            start = own.start_pos + match.start()
            yield start, own.start_pos + match.end(), match[0][: len(right)] + "-" + match[0][len(right) :]


def _copies(text: str, end: int) -> Iterator[_Place]:
    """The article's address where another copy of it in the text has hyphens more."""
    place = text.find("/", 0, end)
    while place >= 0 and not text.startswith("//", place):
        place = text.find("/", place + 1, end)
    if place < 0:  # as in many articles
        return
    last = _ADDRESS.search(text, end)
    if last is None:
        return
    bare = last[0].replace("-", "")
    for match in _ADDRESS.finditer(text, 0, end):
        if match[0].replace("-", "") == bare and len(match[0]) != len(last[0]):
            shorter, longer = sorted((match, last), key=lambda each: len(each[0]))
            yield (*shorter.span(), longer[0])
            return


def _neighbours(title: str, own: str, url: str) -> Iterator[tuple[str, str]]:
    """The words of an address that are two of the title: both as one, and the first."""
    lowered = title.lower()
    others = [part for part in _PART.findall(own) if part not in lowered]
    title = _ascii(lowered) if others else ""
    if not [part for part in others if part[:3] in title or part[-3:] in title]:  # one word is that long at least
        return
    words = [word.strip(_EDGES) for word in title.split()]
    for first, second in pairwise(words):
        joined = first + second
        if joined in others and joined in url and second.isalnum() and first.isalnum() and joined not in words:
            yield joined, first


def _ascii(title: str) -> str:
    """A title in lower case as addresses spell it."""
    title = title.replace("’", "'")
    if title.isascii():
        return title
    return normalize("NFKD", title.translate(_LETTERS)).encode("ascii", "ignore").decode()


# ---------------------------------------------------------------------------------------------------- the finding


def _find(subject: Subject, start: int, end: int, right: str) -> Finding:
    written = subject.text[start:end]
    fault = (
        "is broken by a hyphen"
        if written.count("-") > right.count("-") or len(written.split()) > 1
        else "has lost its hyphen"
    )
    shown = " ".join(written.split())
    fix = Fix(f"write “{right}”", (Edit(start, end, right),), False, WHY) if subject.is_text else None
    return find("broken-hyphen", f"“{shown}” {fault}", (start, end), right, fix=fix)
