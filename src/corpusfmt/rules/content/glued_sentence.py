"""Sentences that are glued together.

### What it does

Reports words without a space between them:

- where a sentence ends: `Monday.Residents`, `late. »The`, and `مغلق.العبارة` in scripts without
  upper case
- where a lower-case word is directly followed by a capitalized one (`rottenRepairs should`), if the
  joined word occurs only once in the article
- around a comma: `Monday,and`
- a year and a word: `2019The ferry`, `1911and the ferry`, `in1911`
- a word and a link of several words: `the[ferry office](https://…)`

Names such as `Node.js`, initials, abbreviations, file names, URLs and accounts are not reported.
Neither are words with a capital inside (as in `rottenRepairs`) if the article is about code, or in
a language that writes names in this way, such as Zulu or Irish.

### Why

Scrapers join two elements of a page without a space: two paragraphs, or a heading and the text
below it. Sentences and words are then counted wrongly, and a search does not find the words.

### Fix

The fix writes a space after the full stop. It is unsafe: it may be a name, or a new paragraph may
begin there. There is no fix for two words without a full stop or a comma between them.

### Example

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.Residents lined the quay.
```

```findings
5:31: warning: two sentences are glued together in “Monday.Residents”
  expected: Monday. Residents
```

Use instead:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday. Residents lined the quay.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from corpusfmt.lint import Context, Edit, Finding, Findings, Fix
from corpusfmt.rules._shared.code import is_about_code
from corpusfmt.rules._shared.glued_words import glued_words
from corpusfmt.rules._shared.open_words import languages
from corpusfmt.rules._shared.shape import (
    around_digits,
    has_small_after_stop,
    other_capitals,
    shape,
)
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.text.characters import places_of
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
WHY = "it may be a name, or a new paragraph may begin there"

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŲŹŻŽƠƯȘȚΆΈ-ΊΌΎΏΑ-ΫЀ-Я"
_LOWER = rf"[^\W\d_{_UPPER}]"
_GATE = regex(
    rf"[{_UPPER}](?<!\s.)(?:(?<={_LOWER}[.!?][{_UPPER}])|(?<={_LOWER}[.!?][\"”’»)“«„][{_UPPER}])"
    rf"|(?<={_LOWER}{{5}}[{_UPPER}])|(?<=\b[12][09][0-9]{{2}}[{_UPPER}]))"
)
"""An upper-case letter after a full stop without a space, or after five lower-case letters."""
_JOINED = regex(rb"A(?<=[ab\x800.!?)\"]A)(?<![^.!?]\"A)(?<![^.!?]\xe2\x80bA)")
"""An ASCII capital after a letter, a digit or a full stop: found faster than by `_GATE`.

It is skipped after a quotation mark that follows no full stop: those that are not ASCII are U+2000
to U+203F, of which the first bytes are the same.
"""
_BEFORE = regex(
    r"(?:^|[\s\"'“„«‘(\[*—–-])(?P<word>(?:[^\W\d_]+['’-]){1,4}[^\W\d_]+|[^\W\d_]{2,})"
    r"(?P<stop>[.!?][\"”’»)“«„]?)?\Z"
)
"""The word before such a letter, and the full stop."""
_AFTER = regex(
    rf"(?:[{_UPPER}](?:{_LOWER}|['’]){{1,40}}|[{_UPPER}](?= {_LOWER}))"
    r"(?=[\s,;:\"”»)\]*_?!-]|\.(?!\w)|\Z)"
)
_RUN_ON = regex(rf"(?:{_LOWER}{{3,40}},?|(?<=[EHILUW])[aelnst]) {_LOWER}")
"""The rest of a word after its upper-case letter, in the middle of a sentence."""
_SHORT = regex(rf"{_LOWER}{{1,3}} {_LOWER}")
_YEAR = regex(r"(?:^|[\s(])((?:19|20)[0-9]{2})\Z")
_YEAR_BEFORE = regex(
    r"(?<![\w.,/-])((?:1[89]|20)[0-9]{2})"
    r"(and|the|in|by|to|of|for|from|with|when|but|was|und|der|die|das|von|mit|et|les|des|dans|para|por"
    r"|con|que|della|nel|met|van|het|och)(?= )"
)
"""A year and a short word of which a space is lost."""
_LINK = regex(r"\[(?<=[^\W\d_]{2}\[)(?=[a-z])[^\[\]\n]{1,80} [^\s\[\]][^\[\]\n]{0,80}\]\(http")
"""Words of a link, and a word before them."""
_COMMA = regex(r",(?<=[a-zà-öø-ÿа-яё]{3},)(?=[a-zà-öø-ÿа-яё]{3})")
_WORDS = regex(r"(?:^|\s)[\"“„«(]?((?:[^\W\d_]+['’-])?[^\W\d_]{3,30}),\Z")
_WORD = regex(r"([^\W\d_]{3,30})[\s.;:?!)\"”»]")
_ARABIC, _HEBREW = "[\u0620-\u0652\u066e-\u06d3]", "[\u05d0-\u05ea]"
_INDIC = "[\u0900-\u0963\u0966-\u09ff]"
_CASELESS = regex(
    f"[.؟?!।](?:(?<={_ARABIC}{{2}}.)(?={_ARABIC}{{3}})|(?<={_HEBREW}{{3}}.)(?={_HEBREW}{{3}})"
    f"|(?<={_INDIC}{{2}}।)(?={_INDIC}{{2}}))"
)
_FIRST_HALF, _SECOND_HALF = regex(r"[^\s.]*\Z"), regex(r"[^\s.؟?!।،,]*")
"""The words around such a full stop."""
_CASELESS_SIGNS = frozenset("ابهםיש।")
"""Characters that any text of these scripts has, or that end its sentences."""

_AROUND = 80
"""How many characters on both sides are looked at."""
_NAMES = frozenset(read_list("endings_of_names"))
_ABBREVIATIONS = frozenset(read_list("abbreviations_before_names"))
_OPENING = {"“": "„", "«": " »", "„": ""}
"""Quotation marks before which there is a space, with what texts have in which they are closing."""
_LONG, _SHORTEST = 5, 4
"""The fewest letters of a word with a capital, and without, that is not an abbreviation."""
_MARKS_BEFORE, _MARKS_AFTER = frozenset('(«„“‚‘"'), frozenset(')»“”’"')
_PRONOUNS = "AI"
"""English words of one letter; others may be those of a figure or a vitamin."""
_LONGEST_URL = 300
_MAIL = regex(r"[\w.+-]{0,40}@[\w-]{1,40}\.")
"""The rest of an e-mail address."""
_MARKED = frozenset(("zu", "xh", "ga", "sw"))
"""Languages that write names with a prefix in lower case."""
_MOST, _MOST_LETTERS = 50, 500
"""How many findings an article has, and how many letters are looked at: it is linear."""


def check(context: Context) -> Findings:
    """Yield a finding for each place where two sentences or words meet without a space."""
    count = 0
    for place in islice(_gates(context), _MOST_LETTERS):
        finding = _find(context, place)
        if finding is not None:
            yield finding
            count += 1
            if count == _MOST:
                return
    yield from _find_links(context)
    yield from _find_years(context)
    yield from _find_commas(context)
    yield from _find_caseless(context)
    for start, place, end in glued_words(context):
        message = f"two words are glued together in “{context.text[start:end]}”"
        fix = Fix("write a space", (Edit(place, place, " "),), False, WHY)
        expected = f"{context.text[start:place]} {context.text[place:end]}"
        yield context.finding((start, end), message, expected, fix=fix)


def _gates(context: Context) -> Iterator[int]:
    """Yield where `_GATE` matches."""
    places = {*_ascii_capitals(context)}
    for capital in context.memo(other_capitals):
        places.update(places_of(capital, context.text, context.body_end))
    for place in sorted(places):
        if _GATE.match(context.text, place) is not None:
            yield place


def _ascii_capitals(context: Context) -> Iterator[int]:
    """Yield where ASCII letters in upper case follow a letter, a digit or a full stop, or may."""
    body = context.body_utf8
    joined = _JOINED.finditer(context.memo(shape))
    if len(body) == context.body_end:
        yield from [match.start() for match in joined]
        return
    read = count = 0
    for match in joined:
        place = match.start()
        count += len(body[read:place].decode("utf-8", "surrogatepass"))
        read = place
        yield count


def _find(context: Context, place: int) -> Finding | None:
    """Return the finding at an upper-case letter; None where it is in a name or a URL."""
    text = context.text
    before = _BEFORE.search(text[max(0, place - _AROUND) : place])
    if before is None:
        return _find_year(context, place)
    if before["stop"] is None:
        return _find_words(context, place, before["word"])
    after = _AFTER.match(text, place, place + _AROUND)
    if after is None or _may_be_name(before["word"], before["stop"], after[0]):
        return None
    start = place - len(before["stop"]) - len(before["word"])
    if _is_in_address(text, start, after.end()):
        return None
    message = f"two sentences are glued together in “{text[start : after.end()]}”"
    gap = place - _opens(text, before["stop"][-1])
    expected = f"{text[start:gap]} {text[gap:place]}{after[0]}"
    fix = Fix("write a space", (Edit(gap, gap, " "),), False, WHY)
    return context.finding((start, after.end()), message, expected, fix=fix)


def _is_in_address(text: str, start: int, end: int) -> bool:
    """Return whether a span is in a URL or an e-mail address, or alone in marks, as a name."""
    if text[start - 1 : start] in _MARKS_BEFORE and text[end : end + 1] in _MARKS_AFTER:
        return True
    before = text[max(0, start - _LONGEST_URL) : start].rpartition(" ")[2].rpartition("\n")[2]
    if "://" in before.rpartition(")")[2]:
        return True
    return _MAIL.match(text, end) is not None


def _opens(text: str, mark: str) -> bool:
    """Return whether a mark is a quotation mark that begins a quotation in a text."""
    opening = _OPENING.get(mark)
    return opening is not None and (not opening or opening not in text)


def _find_year(context: Context, place: int) -> Finding | None:
    """Return the finding at an upper-case letter after a year."""
    text = context.text
    year = _YEAR.search(text[max(0, place - _AROUND) : place])
    rest = _RUN_ON.match(text, place + 1, place + _AROUND) or _SHORT.match(text, place + 1)
    if year is None or rest is None:
        return None
    second = text[place : place + 1] + rest[0].partition(" ")[0].rstrip(",")
    message = f"two sentences are glued together in “{year[1]}{second}”"
    expected = f"{year[1]} {second}, or two sentences"
    return context.finding((place - len(year[1]), place + len(second)), message, expected)


def _find_years(context: Context) -> Findings:
    """Yield a finding for each year and short word in lower case without a space between them."""
    if b"0000aa" not in context.memo(around_digits):  # “1990s” is no year and a word
        return
    for match in islice(_YEAR_BEFORE.finditer(context.text, 0, context.body_end), _MOST):
        place = match.start(2)
        message = f"a year and a word are glued together in “{match[0]}”"
        fix = Fix("write a space", (Edit(place, place, " "),), False, WHY)
        yield context.finding(match.span(), message, f"{match[1]} {match[2]}", fix=fix)


def _find_links(context: Context) -> Findings:
    """Yield a finding for each link of several words that follows a word without a space."""
    text = context.text
    if "](:" not in context.rare or not _has_glued_bracket(context):
        return
    for match in islice(_LINK.finditer(text, 0, context.body_end), _MOST):
        before = text[max(0, match.start() - _AROUND) : match.start()].split()[-1]
        start, end = match.start() - len(before), match.end() - len("](http")
        message = f"a word and a link are glued together in “{text[start:end]}]”"
        fix = Fix("write a space", (Edit(match.start(), match.start(), " "),), False, WHY)
        expected = f"{before} {text[match.start() : end]}]"
        yield context.finding((start, end), message, expected, fix=fix)


def _find_caseless(context: Context) -> Findings:
    """Yield a finding for each full stop between two words of a script without upper case."""
    if _CASELESS_SIGNS.isdisjoint(context.signs):
        return
    text = context.text
    for match in islice(_CASELESS.finditer(text, 0, context.body_end), _MOST):
        place = match.end()
        first = _FIRST_HALF.search(text[max(0, place - 1 - _AROUND) : place - 1])
        second = _SECOND_HALF.match(text, place, place + _AROUND)
        if first is None or second is None or second[0] in _NAMES:
            continue
        span = place - 1 - len(first[0]), second.end()
        message = f"two sentences are glued together in “{text[slice(*span)]}”"
        fix = Fix("write a space", (Edit(place, place, " "),), False, WHY)
        yield context.finding(span, message, f"{text[span[0] : place]} {second[0]}", fix=fix)


def _has_glued_bracket(context: Context) -> bool:
    """Return whether a bracket follows a letter."""
    text = context.text
    return any(text[place - 1 : place].isalpha() for place in places_of("[", text))


def _find_commas(context: Context) -> Findings:
    """Yield a finding for each two words in lower case with a comma and no space between them."""
    text = context.text
    if not context.memo(has_small_after_stop):  # as in most
        return
    for match in islice(_COMMA.finditer(text, 0, context.body_end), _MOST):
        place = match.end()
        before = _WORDS.search(text[max(0, place - _AROUND) : place])
        after = _WORD.match(text, place)
        if before is not None and after is not None and not context.memo(is_about_code):
            span = place - len(before[1]) - 1, after.end(1)
            message = f"two words are glued together in “{text[slice(*span)]}”"
            fix = Fix("write a space", (Edit(place, place, " "),), False, WHY)
            yield context.finding(span, message, f"{before[1]}, {after[1]}", fix=fix)


def _may_be_name(first: str, stop: str, second: str) -> bool:
    """Return whether words with a full stop between them may be a name or an abbreviation."""
    if second.lower() in _NAMES or first.lower() in _ABBREVIATIONS:
        return True
    if len(second) == 1 and second not in _PRONOUNS and len(first) < _SHORTEST:
        return True
    if first.islower():
        return False
    return len(first) < _LONG or not first[1:].islower() or stop[0] != "."


def _find_words(context: Context, place: int, first: str) -> Finding | None:
    """Return the finding at an upper-case letter in a word, if it occurs once."""
    text = context.text
    rest = _RUN_ON.match(text, place + 1, place + _AROUND)
    if rest is None or not first.islower() or not first.isalpha():
        return None
    second = text[place : place + 1] + rest[0].partition(" ")[0].rstrip(",")
    if text.count(first + second) > 1 or context.memo(is_about_code):
        return None
    if not _MARKED.isdisjoint(context.memo(languages)):
        return None
    span = place - len(first), place + len(second)
    message = f"two words are glued together in “{first}{second}”"
    return context.finding(span, message, f"{first} {second}, or two sentences")
