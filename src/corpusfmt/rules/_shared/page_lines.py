"""Lines of a page that are known by their form: comments, what is loading, lists of articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from corpusfmt.lint import Context
from corpusfmt.rules._shared.blocks import HEAD, edges, ends, lower_heads
from corpusfmt.rules._shared.prose import STOPS
from corpusfmt.rules._shared.stranded_bylines import stranded_bylines
from corpusfmt.rules._shared.word_lists import list_pattern, read_frames, read_list
from corpusfmt.text.patterns import regex

_LONGEST, _LONGEST_HEADING, _LONGEST_LOADING = 110, 60, 45
_LONGEST_CALL = 300
_LONGEST_TITLE, _LAST = 200, 4
"""The most characters of a label with a title, and the last blocks that may have one."""

_DOTS, _ELLIPSES = ".....", "………"
_LEADERS = regex(r"[^\n]{0,160}?(?:\.{5,}|(?: \.){5,}|…{3,})\s?[0-9]{1,4}")
"""An entry of a table of contents."""

_TAGS = regex(r"(?:#[^\W\d_]\w{1,60}[ ,\n]{0,2}){3,20}")
"""A row of tags."""

_FULL_STOPS = frozenset(".。।")
_FIRST = 2
"""How many blocks at the start may have the byline and date of the article itself."""

_AT_THE_END = 4
"""How many blocks at the end may have what only the end of a page has."""

_MARKS = "*>»►▶[ "
_TIME = r"[0-2]?[0-9][:.h][0-5][0-9](?::[0-9]{2})?(?: ?[ap]\.?m\.?)?(?: ?(?:uhr|h))?"
_DATE = (
    r"(?:[0-9]{1,2}(?:st|nd|rd|th|\.)? (?:de )?[^\W\d_]{3,10}\.?,? (?:de )?(?:19|20)[0-9]{2}"
    r"|[^\W\d_]{3,10}\.? [0-9]{1,2},? (?:19|20)[0-9]{2}"
    r"|[0-9]{1,2}[./-][0-9]{1,2}[./-](?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2})"
)
_AT = r",?(?: (?:[|–—-]|at|um|à|a las|às|alle|om|o|в|kl\.?))? "
_MOMENT = regex(rf"\W{{0,3}}(?:(?:on|am|le|el|il|op|em) )?{_DATE}{_AT}{_TIME}\W{{0,3}}")
_NAMED = regex(
    r"(?:[^\n:.!?“”\"]|(?<=\b\w)\.){2,40} (?:says|said|writes|wrote|sagt|schreibt|schrieb|dit|a dit"
    r"|a écrit|dice|dijo|escribió|disse|diz|escreveu|ha scritto|scrive|zegt|schreef|pisze|napisał"
    r"|napisała|пишет|написал|написала|skriver|skrev|kirjoitti):"
)
_CAPITALS = regex(r"\W{0,4}(?:READ|WATCH|LISTEN) ON [^\Wa-z_][^a-z:]{2,40}: ?\S.*")
_HEADLINES = regex(
    r"(?:[^\W_][\w'’&.-]* ){0,4}(?:top|latest|morning|evening) headlines for (?:today"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? [0-9]{1,2}(?:, 20[0-9]{2})?)"
)
_TO_VISIT = (
    "(?:, | please | just )(?:please )?(?:visit|go to|head to|follow|check out|click|read|see) "
)
_CALLS = regex(
    r"for (?:more|further|all the latest|the latest) (?!than)"
    rf"(?=[^\n]*\b(?:news|coverage|stories|our)\b)[^\n.!?]*{_TO_VISIT}[^\n]*"
    r"|(?:a|our|the) (?:free )?(?:daily|weekly|monthly) newsletter (?:listing|featuring|delivering"
    r"|rounding up) (?:(?! (?:is|are|was|were|has|had|have|will|can|could|said|says)\b)[^\n])+"
    r"|you can (?:hear|listen to|read|get|watch) this (?:story|report|episode|article)\b[^\n]*"
    r"(?:subscrib|podcast|newsletter)[^\n]*"
    r"|mehr (?:nachrichten|meldungen|news) (?:[^\n.!?]* )?(?:lesen|finden|hören|sehen) sie"
    r" (?:auf|unter|in|bei|hier)\b[^\n]*"
    r"|pour plus d['’](?:actualités|actus) [^\n.!?]*(?:visitez|rendez-vous|consultez|suivez)[^\n]*"
    r"|para más noticias [^\n.!?]*(?:visite|visita|consulte|entra en|siga|sigue)[^\n]*"
    r"|para mais notícias [^\n.!?]*(?:visite|acesse|aceda|siga)[^\n]*"
    r"|per altre notizie [^\n.!?]*(?:visita|visitate|segui|consulta)[^\n]*"
    r"|(?:voor )?meer nieuws [^\n.!?]*(?:bezoek|ga naar|kijk op|lees je op)[^\n]*"
)
_LINKS_THAT_PAY = regex(
    r"(?:just )?(?:a )?(?:quick )?heads[ -]up\W+some of the links [^\n]*\baffiliate\b[^\n]*"
)
_STARTS_OF_CALLS = (
    "for more|for further|for all|for the latest|a daily|a weekly|a monthly|a free|our daily"
    "|our weekly|our monthly|our free|the daily|the weekly|the monthly|the free|you can|mehr"
    "|pour plus|para m|per altre|meer|voor|just|heads"
)
_STARTS_OF_CAPITALS = ("read on", "watch on", "listen on")
_HAN = r"[\u3400-\u9fff·]{2,4}"
_HAN_NAMES = rf"{_HAN}(?:[ 　、，,]{{1,3}}{_HAN}){{0,4}}"
_REPORTER = "(?:本[报報]|[实實][习習]|[见見][习習]|特[约約])?(?:[记記]者|通[讯訊][员員])"
_EDITOR = (
    "(?:[责責任值班新媒体體本期]{0,4}[编編](?:[辑輯]|[审審])?|校[对對]|[审審][核校]|[监監][制製]"
    "|[统統][筹籌]|主[编編]|[终終初复復一二三][审審])"
)
_COLON = "[ 　]{0,2}[:：/｜|丨 　][ 　]{0,2}"
_CREDITS = rf"(?:{_REPORTER}|{_EDITOR}){_COLON}{_HAN_NAMES}"
_CHINESE = regex(
    rf"[（(【\[]{_CREDITS}(?:[ 　，,；;、|｜/]{{1,3}}{_CREDITS}){{0,5}}[）)】\]]"
    rf"|{_EDITOR}{_COLON}{_HAN_NAMES}(?:[ 　，,；;、|｜/]{{1,3}}{_CREDITS}){{0,5}}"
    r"|[（(]本文来自[^\n（）()，,]{2,20}[，,][^\n（）()，,]{0,20}(?:下载|关注)[^\n（）()]{2,20}[）)]"
)
_OF_CHINESE = frozenset("载注记記编編校审審监監统統")
_START, _MOST_MARKS = 9, 8
"""How many characters of a line are looked up before all of it, and how many marks before them."""


def page_lines(context: Context) -> Iterator[int]:
    """Yield the numbers of the blocks whose form only lines of a page have."""
    found = context.memo(lower_heads)
    if not _heads().isdisjoint(found):
        yield from _known_by_heads(context, found)
    if not _heads_of_neighbours().isdisjoint(found):
        yield from _neighbours(context, found)
    if ":" in context.memo(ends):
        yield from _named_comments(context)
    if not _OF_CHINESE.isdisjoint(context.signs):
        yield from _chinese_credits(context)
    if _DOTS in context.rare or _ELLIPSES in context.rare:
        yield from _contents(context)
    for number in edges(len(context.texts)):
        if _is_line_of_edge(context.texts[number]):
            yield number


def _is_line_of_edge(text: str) -> bool:
    """Return whether a block is a row of hashtags, or the heading of today's headlines."""
    if text[:1] == "#" and _TAGS.fullmatch(text) is not None:
        return True
    if len(text) > _LONGEST_HEADING or "eadlines" not in text:
        return False  # as nearly all
    return _HEADLINES.fullmatch(text.lower()) is not None


def _known_by_heads(context: Context, found: list[str]) -> Iterator[int]:
    """Yield the numbers of the blocks that are such a line, of those that begin as one does."""
    keys = _heads()
    for number, head in enumerate(found):
        if head not in keys:
            continue  # as most
        text = context.texts[number]
        if len(text) > _LONGEST_CALL or not _starts_with(text, _starts(head)):
            continue
        if _is_line(context, number, text.lower().strip(_MARKS)):
            yield number


def _starts_with(text: str, starts: tuple[str, ...]) -> bool:
    """Return whether a text has one of these starts behind its marks: a fast test."""
    return text[: _MOST_MARKS + _START].lower().lstrip(_MARKS).startswith(starts)


def _is_line(context: Context, number: int, words: str) -> bool:
    """Return whether a block is a line of the page; ``words`` are its text in lower case."""
    if _is_loading(words) or _is_label(words) or _LINKS_THAT_PAY.fullmatch(words) is not None:
        return True
    if _CAPITALS.fullmatch(context.texts[number]) is not None:
        return True
    if _is_heading(words) and _has_list(context, number):
        return True
    if _is_at_end(context, number) and _CALLS.fullmatch(words) is not None:
        return True
    return number >= _FIRST and _is_record(context, number, words)


def _neighbours(context: Context, found: list[str]) -> Iterator[int]:
    """Yield the numbers of the last blocks that name the article before or after this one.

    The title follows the label after a colon or in a line of its own, or the label has run into it.
    """
    for number in range(max(0, len(found) - _LAST), len(found)):
        text = context.texts[number]
        if found[number] not in _heads_of_neighbours() or len(text) > _LONGEST_TITLE:
            continue
        match = _neighbour().match(text)
        if match is not None and text[-1] not in _FULL_STOPS:
            rest = text[match.end() :]
            if match[0][-1] in ":：»→\n" or rest.lstrip()[:1].isupper():
                yield number
            elif rest[:1] != " " and rest[:1].lower() == rest[:1].upper():
                yield number  # in a script without capitals


def _contents(context: Context) -> Iterator[int]:
    """Yield the numbers of the blocks that are a title, dots and the number of a page."""
    for number, text in enumerate(context.texts):
        if text[-1:].isdigit() and _LEADERS.fullmatch(text) is not None:
            yield number


def _is_at_end(context: Context, number: int) -> bool:
    return number >= len(context.texts) - _AT_THE_END


def _is_loading(words: str) -> bool:
    """Return whether a text in lower case is what a page shows while it loads a part of itself."""
    if len(words) > _LONGEST_LOADING or not words.endswith(("...", "…")):
        return False
    return _loading().fullmatch(words) is not None


def _is_label(words: str) -> bool:
    """Return whether a text in lower case is several labels of times, and nothing else."""
    return words[-1:] in (":", "：") and _labels().fullmatch(words) is not None


def _is_heading(words: str) -> bool:
    """Return whether a text in lower case is the heading of a list of other articles."""
    if len(words) > _LONGEST_HEADING or words[-1:] in STOPS:
        return False
    return words.startswith(_headings())


def _has_list(context: Context, number: int) -> bool:
    """Return whether a block is a heading, or at the end, and no paragraph is below it."""
    below = "".join(context.texts[number + 1 : number + 2])
    if len(below) > _LONGEST and below[-1] in STOPS:
        return False
    return context.types[number] == "heading" or _is_at_end(context, number)


def _is_record(context: Context, number: int, words: str) -> bool:
    """Return whether a text in lower case names who wrote a comment, and when."""
    if len(words) > _LONGEST or _record().fullmatch(words) is None:
        return False
    return all(block.text != context.texts[number] for block, _ in context.memo(stranded_bylines))


def _named_comments(context: Context) -> Iterator[int]:
    """Yield the numbers of the names of readers above the date and time of a comment."""
    texts = context.texts
    for number in range(_FIRST, len(texts) - 1):
        if texts[number][-1:] != ":" or len(texts[number]) > _LONGEST_HEADING:
            continue
        is_name = _NAMED.fullmatch(texts[number]) is not None
        if is_name and _MOMENT.fullmatch(texts[number + 1].lower()) is not None:
            yield number


def _chinese_credits(context: Context) -> Iterator[int]:
    """Yield the numbers of the last blocks that name reporters, editors or readers of proofs."""
    for number in edges(len(context.texts))[-_AT_THE_END:]:
        text = context.texts[number]
        if len(text) <= _LONGEST_HEADING and _CHINESE.fullmatch(text) is not None:
            yield number


@cache
def _heads() -> frozenset[str]:
    """Return the first characters in lower case of the lines, without and with marks before."""
    entries = [*_entries()]
    entries += [f"{entry}{dots}" for entry in read_list("words_of_loading") for dots in " .…"]
    found = {entry[:HEAD] for entry in entries}
    return frozenset(found | {f">> {head}"[:HEAD] for head in found})


@cache
def _starts(head: str) -> tuple[str, ...]:
    """Return the first characters of the lines with such a head, without the marks before them."""
    bare = head.removeprefix(">> ")
    found: set[str] = set()
    for entry in _entries():
        if entry.startswith(bare) or bare.startswith(entry):
            found.add(entry[:_START])
    return tuple(sorted(found))


@cache
def _entries() -> tuple[str, ...]:
    """Return what the lines start with."""
    entries = [*_headings(), *_STARTS_OF_CALLS.split("|"), *_STARTS_OF_CAPITALS]
    for name in ("words_of_loading", "labels_of_records", "labels_of_times"):
        entries += read_list(name)
    return tuple(entries)


@cache
def _heads_of_neighbours() -> frozenset[str]:
    labels = read_list("labels_of_neighbours")
    short = [label + colon for label in labels if len(label) < HEAD for colon in ":： "]
    return frozenset(label[:HEAD] for label in (*labels, *short))


@cache
def _neighbour() -> re.Pattern[str]:
    """Return the pattern of such a label, with what may be between it and the title."""
    return regex(rf"(?i)\W{{0,3}}{list_pattern('labels_of_neighbours')}(?: ?[:：»→]\s?|\n|(?=.))")


@cache
def _headings() -> tuple[str, ...]:
    return read_frames("headings_of_lists")


@cache
def _loading() -> re.Pattern[str]:
    part = r"(?: (?!(?:the|a|an|his|her|their|my|our) )[\w'’-]+){0,4}"
    return regex(rf"{list_pattern('words_of_loading')}{part} ?(?:\.\.\.|…)")


@cache
def _labels() -> re.Pattern[str]:
    return regex(rf"(?:{list_pattern('labels_of_times')} ?[:：]\s?){{2,4}}")


@cache
def _record() -> re.Pattern[str]:
    start = rf"{list_pattern('labels_of_records')} ?:? [^\n:|]{{2,50}}?(?:,| \||  ?[–—-])?"
    return regex(rf"{start} (?:(?:on|am|le|el|il|op|em|den) )?{_DATE}{_AT}{_TIME}\W{{0,3}}")
