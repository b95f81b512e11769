"""Date lines in the body of the article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from corpusfmt.lint import Block, Context
from corpusfmt.rules._shared.articles_in_text import later_articles
from corpusfmt.rules._shared.blocks import short_texts
from corpusfmt.rules._shared.prose import is_whole
from corpusfmt.rules._shared.word_lists import list_pattern
from corpusfmt.syntax.byline_persons import is_person
from corpusfmt.syntax.dates import read_date
from corpusfmt.text.patterns import regex

_LONGEST = 90
_AT_THE_START, _AT_THE_END = 4, 2
_LONG = 60
"""The fewest characters of a block that is text, so that what follows it is not at the start."""

_FEWEST_OF_A_CALENDAR = 2
_YEAR = regex(r"(?:19|20)[0-9]{2}")
_NO_MONTH = regex(
    r"(?i)\s(?:auflage|ausgabe|edition|édition|edición|edição|edizione|editie|druk|utgave|utgåva|upplaga"
    r"|oplag|wydanie|издание|issue|quarter|quartal|trimestre|semester|semestre|halbjahr|season|saison)\b"
)
"""What is counted by a number before a year and is not a month: the second edition, a quarter."""
_EVENT = (
    r"(?:release|start|end|opening|closing|launch|birth|due|expiry|expiration|effective|event)\s"
)
"""What is before the word “date” if it is that of something else, such as a game."""
_LABEL = rf"{list_pattern('date_labels')}\s?[:：]?\s*"
_DAY = (
    r"(?:[0-9]{1,2}(?:st|nd|rd|th|er|º|ª|\.)?\s(?:de\s|of\s)?[^\W\d_]{3,12}\.?,?\s(?:de\s|del\s)?(?:19|20)[0-9]{2}"
    r"|[^\W\d_]{3,12}\.?\s[0-9]{1,2}(?:st|nd|rd|th)?,?\s(?:19|20)[0-9]{2}"
    r"|[0-9]{1,2}[./-][0-9]{1,2}[./-](?:19|20)[0-9]{2}"
    r"|(?:19|20)[0-9]{2}[./-][0-9]{1,2}[./-][0-9]{1,2}\.?"
    r"|(?:19|20)[0-9]{2}\s?[年년]\s?[0-9]{1,2}\s?[月월]\s?[0-9]{1,2}\s?[日일])"
)
_TIME = (
    r"(?:[\s,|·•T–—-]{0,3}(?:at|um|à|a las|às|alle|om|kl\.?|o godz\.|в|о|saat)?[\s(]{0,2}"
    r"[0-9]{1,2}\s?[:.h時시]\s?[0-9]{2}분?(?::[0-9]{2})?(?:\s?[ap]\.?m\.?)?(?:\s?uhr)?"
    r"(?:\s?(?:\(?[a-z]{1,4}\)?|(?:utc|gmt)?[+−-][0-9]{1,2}:?(?:[0-9]{2})?))?)?"
)
_LINE = (
    rf"(?i:(?P<label>{_LABEL})?(?!{_EVENT})(?:[^\W\d_]{{2,12}}(?:\s[^\W\d_]{{2,6}})?\.?,?\s)?(?P<day>{_DAY}){_TIME}"
    rf"(?:[\s,|/–—-]{{0,3}}(?:{_LABEL})?(?:{_DAY}){_TIME})?"
    r"(?:\s(?:by|von|par|por)\s[^\d,;:!?]{2,40})?[\s.]*)"
)
"""Compiled when the first line is tried, since few runs need it."""

DateLine = tuple[Block, re.Match[str]]
"""A block that is a date line, and its parts: ``label`` and ``day``."""


def stranded_dates(context: Context) -> list[DateLine]:
    """Return the date lines that are certainly of the article, unless it is a calendar."""
    found = context.memo(date_lines)
    if not found:  # as in most
        return []
    blocks = context.blocks
    start = _end_of_start(blocks)
    last = max(start, len(blocks) - _AT_THE_END)
    return [line for line in found if _is_certain(context, line, start, last)]


def possible_dates(context: Context) -> list[DateLine]:
    """Return the only date line of an article if it may be of the article, but not certainly.

    It has a label, or the article has no date and this one is between or below sentences.
    """
    found = context.memo(date_lines)
    if len(found) != 1 or context.memo(stranded_dates):
        return []
    block, match = found[0]
    if match["label"]:
        return found
    if "date" in context.reading.document or _is_below_name(context, block):
        return []
    above, below = context.texts[: block.number][-1:], context.texts[block.number + 1 :][:1]
    return found if all(map(_is_sentence, [*above, *below])) else []


def date_lines(context: Context) -> list[DateLine]:
    """Return the date lines of the body, unless it is a calendar."""
    short = context.memo(short_texts)
    if not _may_have_year("\n".join([text for _, text in short])):  # as in most
        return []
    if not context.reading.document.get("title"):
        return []  # which is found, and without it nothing below is read as a date
    if context.memo(later_articles):
        return []  # it may be that of another article, which is found
    numbers = [number for number, text in short if _may_have_year(text)]
    found = list(_date_lines(map(context.block, numbers)))
    unlabelled = [match for _, match in found if match["label"] is None]
    return [] if len(unlabelled) >= _FEWEST_OF_A_CALENDAR else found


def _is_certain(context: Context, line: DateLine, start: int, last: int) -> bool:
    """Return whether a date line is of the article: by its place, or by the URL."""
    block, match = line
    if block.number < start or _is_of_url(context, match):
        return True
    return block.number >= last and _is_of_article(context, line)


def _is_of_url(context: Context, match: re.Match[str]) -> bool:
    """Return whether the URL of an article has the date of a line."""
    url = context.reading.document.get("url", "")
    day = read_date(match["day"]) if _may_have_year(url) else None
    if day is None:
        return False
    year, month, number = day[:4], day[5:7], day[8:10]
    short = f"/{year}/{int(month)}/{int(number)}/"
    return f"{year}{month}{number}" in url.replace("/", "").replace("-", "") or short in url


def _is_sentence(text: str) -> bool:
    return len(text) >= _LONG and is_whole(text)


def _end_of_start(blocks: tuple[Block, ...]) -> int:
    """Return where the last blocks of an article begin, or what is above them has the text."""
    last = len(blocks) - _AT_THE_END
    for block in blocks[:_AT_THE_START]:
        if len(block.text) >= _LONG and block.number + 1 >= last:
            return block.number + 1
    return _AT_THE_START


def _is_of_article(context: Context, line: DateLine) -> bool:
    """Return whether a date at the end has a label, or is that of the article.

    Any other may be the date of a letter or a signature, and so may one below a name.
    """
    block, match = line
    if not match["label"] and _is_below_name(context, block):
        return False
    known = context.reading.document.get("date", "")[:10]
    return bool(match["label"]) or (known != "" and read_date(match["day"]) == known)


def _is_below_name(context: Context, block: Block) -> bool:
    return is_person(context.texts[block.number - 1] if block.number else "")


def _may_have_year(text: str) -> bool:
    return "20" in text or "19" in text


def _date_lines(blocks: Iterable[Block]) -> Iterator[DateLine]:
    for block in blocks:
        if len(block.text) > _LONGEST or not _YEAR.search(block.text):
            continue
        if block.type in ("paragraph", "item"):
            match = re.fullmatch(_LINE, _line(block))
            if match is not None and _NO_MONTH.search(match["day"]) is None:
                yield block, match


def _line(block: Block) -> str:
    """Return the text of a block; ``14. März 2023`` is read as an item with the number 14."""
    return f"{block.node['number']}. {block.text}" if "number" in block.node else block.text
