"""Teaser or pull quote that occurs again in another paragraph.

### What it does

Reports a paragraph that occurs again inside a longer one. If there are small changes, the message
contains “most of the text”. The texts are compared by their sequences of three words. The following
are reported:

- a teaser, if the other paragraph has 65 % of its sequences, and half of those in each
  longer sentence; a teaser is the subtitle, the intro or one of the first two paragraphs
  or headings
- a pull quote, if the other paragraph has nine tenths of its sequences; a pull quote is a paragraph
  that does not end with a full stop, or has one only before a closing quotation mark
- a paragraph of one sentence, if the other paragraph contains it word for word
- a paragraph that begins like another, if each has 60 % of the sequences of the
  other, and one has 70 %

Texts that differ in the names of persons are not reported, as those about the winners of a prize.
Titles of books or pictures are not reported, and neither is a paragraph that begins with an
ellipsis, since the writer quotes it again. A quote (`>`) may repeat the text, as pull quotes do. A
caption with a credit is reported by `stranded-credit`, and a paragraph that is repeated as a whole
by `duplicate-paragraph`.

### Why

Pages show a sentence twice: in the teaser and in the text, or in large type beside the text.
Scrapers take both for paragraphs. Word counts and language models then see the sentence twice.

### Fix

There is none: in about a quarter of the cases, the repetition is intended, or one of the texts has
words that the other lacks.

### Example

```article
# Ferry Runs Again



“Nobody on the island believed that we would sail before May”

The captain was calm. “Nobody on the island believed that we would sail before May,” she said.
```

```findings
5:1: warning: the text occurs again in line 7
  expected: each text only once
```

Use instead:

```article
# Ferry Runs Again



The captain was calm. “Nobody on the island believed that we would sail before May,” she said.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from operator import itemgetter

from corpusfmt.lint import Context, Finding, Findings
from corpusfmt.rules._shared.blocks import ends, sizes, unstopped, whole_text
from corpusfmt.rules._shared.prose import STOPS
from corpusfmt.rules._shared.stranded_credits import stranded_credits
from corpusfmt.syntax.inline import plain_text
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

SEVERITY = "warning"

_FIRST = 2
"""How many blocks at the start may be a teaser."""
_TEASERS, _TEXTS = ("paragraph", "heading"), ("paragraph",)
_SHORTEST, _LONGEST, _LONGEST_QUOTE = 45, 500, 300
"""How many characters a teaser or a pull quote has."""
_PROBE = 20
"""How many characters are searched for in the other paragraphs, at each of the places."""
_PLACES, _PLACE = (0.25, 0.65), (0.4,)
"""Where they are in a teaser and in a pull quote, as a share of its length."""
_SHORTEST_EXACT, _FEWEST_EXACT = 30, 5
"""How many characters and words a sentence has, at least, that occurs again word for word."""
_FEWEST_WORDS, _GROUP = 8, 3
_SHARE_OF_TEASER, _SHARE_OF_QUOTE, _SHARE_OF_SENTENCE = 0.65, 0.9, 0.5
_SHARE_OF_CHANGED, _SHARE_OF_SHORTER = 0.6, 0.7
_BEGINNING = itemgetter(slice(20))
"""What two texts have in common that are the same but for a few changes."""
_MOST_CAPITALS = 0.5
"""The largest share of words in upper case: a title or a list of names has more."""
_TWICE = 2
_MOST = 40
"""How many paragraphs of an article are examined: it is linear."""
_DIGITS = regex(r"\d+")
_WORD = regex(r"[^\W_]+")
_SENTENCE_END = regex(r"(?<=[.!?…؟।])[\"'”’»)]*\s+|(?<=[。！？])")
_ELLIPSIS = ("…", "...", "“…", '"…', "“...", '"...', "«…", "„…")


class _Copy(NamedTuple):
    """A text that may occur again: its pointer, or the number of its block (else -1)."""

    pointer: str
    number: int
    text: str

    @property
    def is_teaser(self) -> bool:
        return self.number < _FIRST


def check(context: Context) -> Findings:
    """Yield a finding for each teaser or pull quote that another paragraph contains."""
    texts = context.texts
    whole = context.memo(whole_text)
    for copy in islice(_copies(context), _MOST):
        found = _block_with(whole, texts, copy)
        if found >= 0 and context.types[found] == "paragraph" and not _is_meant(context, copy):
            yield _find(context, copy, found)
    yield from _sentences(context, whole)
    yield from _changed(context)


def _changed(context: Context) -> Findings:
    """Yield a finding for each paragraph that occurs again with a few changes."""
    texts, types = context.texts, context.types
    starts = list(map(_BEGINNING, texts))
    without_text = max(starts.count("") - 1, 0)
    if len(set(starts)) == len(starts) - without_text:  # as in most
        return
    known: dict[str, int] = {}
    for number, start in enumerate(starts):
        other = known.setdefault(start, number)
        if other == number or not types[number] == types[other] == "paragraph":
            continue
        if other >= _FIRST and _are_alike(texts[other], texts[number]):
            yield _find(context, _Copy("", other, texts[other]), number)


def _are_alike(first: str, second: str) -> bool:
    """Return whether two texts have most of their groups of words in common, and are not equal."""
    if not _SHORTEST <= len(first) <= _LONGEST or not _SHORTEST <= len(second) <= _LONGEST:
        return False
    if first == second:
        return False
    words, others = _WORD.findall(first), _WORD.findall(second)
    if not (_are_prose(words, _FEWEST_WORDS) and _are_prose(others, _FEWEST_WORDS)):
        return False
    groups, rest = _groups(words), _groups(others)
    ours = _count_known(groups, set(rest))
    theirs = _count_known(rest, set(groups))
    less, more = sorted((ours / len(groups), theirs / len(rest)))
    if less < _SHARE_OF_CHANGED or more < _SHARE_OF_SHORTER or _name_others(words, others):
        return False
    if _DIGITS.sub("", first) == _DIGITS.sub("", second):
        return False
    return not (_has_words_of(first, second) or _has_words_of(second, first))


def _name_others(words: list[str], others: list[str]) -> bool:
    """Return whether each of two texts has a name that the other has not, of its own person."""
    ours, theirs = ({word for word in each[1:] if word.istitle()} for each in (words, others))
    return bool(ours - theirs) and bool(theirs - ours)


def _sentences(context: Context, whole: str) -> Findings:
    """Yield a finding for each paragraph of one sentence that another has word for word."""
    texts, types = context.texts, context.types
    for number, found in _repeated_sentences(context, whole):
        copy = _Copy("", number, texts[number])
        is_prose = types[found] == types[number] == "paragraph"
        words = _WORD.findall(copy.text)
        if is_prose and _are_prose(words, _FEWEST_EXACT) and not _is_meant(context, copy):
            yield _find(context, copy, found)


def _repeated_sentences(context: Context, whole: str) -> Iterator[tuple[int, int]]:
    """Yield the numbers of blocks of one sentence, and of the first block that has it and more."""
    known: dict[str, int] = {}
    lengths, last = context.memo(sizes), context.memo(ends)
    fit = [n for n, size in enumerate(lengths) if _SHORTEST_EXACT <= size <= _LONGEST_QUOTE]
    for number in fit:
        text = context.texts[number]
        if number < _FIRST or ". " in text or last[number] not in STOPS:
            continue
        if text not in known:
            known[text] = _first_with(context, whole, text)
        if known[text] >= 0:
            yield number, known[text]


def _first_with(context: Context, whole: str, part: str) -> int:
    """Return the number of the first block that has a text and more; -1 if none does."""
    count = whole.count(part)
    if count < _TWICE or count == context.texts.count(part):  # as most
        return -1
    for number, text in enumerate(context.texts):
        if _has_more(text, part):
            return number
    return -1


def _has_more(text: str, part: str) -> bool:
    return part in text and text != part


def _is_meant(context: Context, copy: _Copy) -> bool:
    """Return whether a text is repeated on purpose, or is reported as the caption of a picture."""
    return copy.text.startswith(_ELLIPSIS) or copy.number in context.memo(stranded_credits)


def _copies(context: Context) -> Iterator[_Copy]:
    """Yield the texts that may be a teaser or a pull quote."""
    yield from _copies_in_header(context)
    title = context.reading.document.get("title", "")
    lengths, open_ = context.memo(sizes), context.memo(unstopped)
    numbers = [n for n in range(min(_FIRST, len(lengths))) if lengths[n] <= _LONGEST]
    numbers += [n for n in open_ if n >= _FIRST and lengths[n] <= _LONGEST_QUOTE]
    for number in numbers:
        text = context.texts[number]
        kinds = _TEASERS if number < _FIRST else _TEXTS
        is_kind = context.types[number] in kinds
        if is_kind and lengths[number] >= _SHORTEST and text != title:
            yield _Copy("", number, text)


def _copies_in_header(context: Context) -> Iterator[_Copy]:
    """Yield the subtitle and the paragraphs of the intro that may be a teaser."""
    document = context.reading.document
    header = [("/subtitle", document.get("subtitle", ""))]
    for index, content in enumerate(document.get("intro", ())):
        header.append((f"/intro/{index}", plain_text(content)))
    for pointer, text in header:
        if _SHORTEST <= len(text) <= _LONGEST:
            yield _Copy(pointer, -1, text)


def _block_with(whole: str, texts: list[str], copy: _Copy) -> int:
    """Return the number of another block that contains most of a text; -1 if none does."""
    needed = 2 if copy.number >= 0 else 1
    for share in _PLACES if copy.is_teaser else _PLACE:
        start = int(len(copy.text) * share)
        probe = copy.text[start : start + _PROBE]
        if whole.count(probe) < needed:
            continue
        for number, text in enumerate(texts):
            if number != copy.number and probe in text and _contains(text, copy):
                return number
    return -1


def _contains(text: str, copy: _Copy) -> bool:
    """Return whether a text has most of the groups of words of another, and is not equal to it."""
    if len(text) < len(copy.text) or text == copy.text:
        return False
    words = _WORD.findall(copy.text)
    if not _are_prose(words, _FEWEST_WORDS):
        return False
    groups, others = _groups(words), _WORD.findall(text)
    known = set(_groups(others))
    share = _SHARE_OF_TEASER if copy.is_teaser else _SHARE_OF_QUOTE
    if _count_known(groups, known) < share * len(groups):
        return False  # as most
    if words == others:  # as rows of two tables, one of which has a colon
        return False
    if _DIGITS.sub("", text) == _DIGITS.sub("", copy.text):
        return False
    return _has_each_sentence(copy.text, known)


def _are_prose(words: list[str], fewest: int) -> bool:
    """Return whether words are enough to compare, and no title and no list of names."""
    if len(words) < fewest:
        return False
    capitalized = sum([word[0].isupper() for word in words])
    return capitalized <= _MOST_CAPITALS * len(words)


def _has_each_sentence(text: str, known: set[tuple[str, ...]]) -> bool:
    """Return whether half the groups of words of each longer sentence are known."""
    for sentence in _SENTENCE_END.split(text):
        groups = _groups(_WORD.findall(sentence))
        if len(groups) < _FEWEST_WORDS - _GROUP:
            continue
        if _count_known(groups, known) < _SHARE_OF_SENTENCE * len(groups):
            return False
    return True


def _count_known(groups: list[tuple[str, ...]], known: set[tuple[str, ...]]) -> int:
    return sum(map(known.__contains__, groups))


def _groups(words: list[str]) -> list[tuple[str, ...]]:
    """Return each word with those that follow it, as many as a group has, in lower case."""
    words = list(map(str.casefold, words))
    return list(zip(*[words[start:] for start in range(_GROUP)], strict=False))


def _has_words_of(text: str, part: str) -> bool:
    """Return whether a text has all words of another in their order."""
    words, others = (" ".join(_WORD.findall(each.casefold())) for each in (part, text))
    return words in others


def _find(context: Context, copy: _Copy, other: int) -> Finding:
    line = context.source.position(context.span(context.block(other))[0])[0]
    is_whole = _has_words_of(context.texts[other], copy.text)
    what = "the text" if is_whole else "most of the text"
    message, expected = f"{what} occurs again in line {line}", "each text only once"
    if copy.number < 0:
        return context.finding(context.place(copy.pointer), message, expected)
    block = context.block(copy.number)
    return context.finding(context.span(block), message, expected)
