"""Pages that are no articles by their form: lists, live tickers, exports of databases."""

from __future__ import annotations

import re
from functools import cache

from corpusfmt.lint import Context
from corpusfmt.rules._shared.blocks import broken_texts, ends, short_texts, sizes
from corpusfmt.rules._shared.prose import STOPS
from corpusfmt.rules._shared.urls import path_of
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.syntax.dates import is_relative_date
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

_ENOUGH = 5
"""The weight of signs with which a page is a list of articles, or an export."""

_FEWEST_ENTRIES = 5
_LONGEST_ENTRY = 150
_MOST_PROSE = 0.2
"""The largest share of blocks that end as a sentence in a list of articles."""

_YEAR = regex(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_LONGEST_DATE = 40
_FEWEST_DATES = 3
_DATE_AT_END = regex(
    r"[0-9](?:(?:[./年-][0-9]{1,2}[./月-][0-9]{1,4}|月[0-9]{1,2})日?"
    r"|(?:\.|th|st|nd|rd)?,? (?:de )?[^\W\d_]{3,10}\.?,? (?:de )?(?:19|20)[0-9]{2})"
    r"(?:[ ,–|-]{0,3}[0-2]?[0-9][:.h時시点][0-5][0-9]分?)?\W*\Z"
)
_TAIL = 32
_ENDS_OF_VERSES, _FEWEST_VERSES = frozenset(",;—–"), 2
_PARTS = regex(r"\s?[:：|»›·]\s?|\s[-–—]\s")
"""What is between the parts of a title: a section and “Latest news”, a label and a tag."""
_SECTION_PATH = regex(
    r"/(?:tags?|topics?|categor(?:y|ies)|sections?|authors?|search|archives?|themen?|thema"
    r"|rubri[kc]s?|rubrique|etiquetas?|temas?|secciones?|kategori[ea]?|page|label)(?:/|\Z)"
)
_TIME = regex(
    r"\W{0,3}(?:(?i:ore|kl\.?|klo|godz\.?|um|a las|às|alle|saat|lúc|ora|at) )?[0-9]{1,2}"
    r"(?:[:.h時시点]|\s?Uhr|\s?[ap]\.?m)"
)
_FEWEST_TIMES, _FEWEST_HEADINGS = 3, 4
_TIME_OF_MESSAGE = regex(r"[0-2]?[0-9][:.][0-5][0-9](?= ?(?:[ap]\.?m\.?)?\W+\w)")
_FEWEST_MESSAGES, _SHARE_OF_MESSAGES = 5, 0.8
_LONGEST_HEADING = 100
_LONGEST_TIME = 30
_FIELD = regex(r"(?m)^[^\S\n]*(?:\*\*)?([A-Za-zÀ-ÿ][\w/-]*(?: [\w-]+){0,3})[^\S\n]*:")
_EXPORT_MARK = regex(
    r"[DLPARWCG·文](?:(?<=D)(?:OCUMENTS|ocument [A-Z]{3})"
    r"|(?<=L)(?:ENGTH|ength:|OAD-DATE|oad-Date|ÄNGE|ONGUEUR|ONGITUD|ENGTE)"
    r"|(?<=P)(?:roQuest|(?:UBLICATION|ublication)-T|UBLICACIÓN:|ublication title:)"
    r"|(?<=A)ccession N|(?<=R)e(?:cord N|adability:)|(?<=^W)C\b"
    r"|(?<=C)(?:ertificat émis le|ARGA:)|(?<=news·)[0-9]|(?<=A)uthor/Byline:|(?<=G)ale Document"
    r"|(?<=文)章[编編][号號][:：])",
    re.MULTILINE,
)
"""One of these is in each export."""

WORDS_OF_EXPORTS = frozenset(
    b"document documents length load l\xc3\xa4nge longueur longitud lengte proquest publication"
    b" publicaci\xc3\xb3n accession record readability wc certificat carga news author gale".split()
)
"""One of these words, or this character, is in each of these marks: a fast test."""

_UNSPACED_MARK = "文"

_LONGEST_FIELDS = 500
_DOCUMENT_LINE = regex(
    r"(?m)^[^\S\n]*(?:\d+ of \d+ DOCUMENTS?|Document [A-Z0-9]{20,}|End of Document"
    r"|[^\n]{3,60} - [^\W\d_]+ \d{1,2}, \d{4} - page [A-Z]?\d+)\s*$"
)
"""A line that only exports have: the number of the document, its end, or the issue and page."""

_FACTIVA_CODE = regex(r"(?m)^(HD|BY|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|NS|RE|IPD|PUB|AN)\b")
_FEWEST_CODES = 6
_ONLY_IN_EXPORTS = regex(
    r"(?m:^Document [A-Z]{3,9}[0-9]{9,14}[a-z0-9]{6,12}$)|Certificat émis le"
    r"|GALE\|[A-Z]{1,2}[0-9]{6,}|(?m:^news·[0-9]{8}·\w+·)"
    r"|文章[编編][号號][:：]\s?[0-9]{12,}"
)
"""What Factiva, Europresse and Wisers print with each article."""

_EBSCOHOST = regex(r"Copyright of .{3,90} is the property of .{3,90} and its content may not be")


_NEWSBANK = regex(
    r"newsbank\.com/(?:apps/news|openurl|resources)\S{0,40}|NewsBank: (?:Access World|America)\S*"
)
"""What the citation or the bookmark at the end of an article of NewsBank has."""

_LAST = 4
"""How many blocks at the end may have it."""


class Export(NamedTuple):
    """An export of a press database: the fields that it has."""

    fields: tuple[str, ...]


def find_export(context: Context, words: frozenset[bytes]) -> Export | None:
    """Return the fields of an export of a press database, or None where a text is not one.

    ``words`` are those of the page that `WORDS_OF_EXPORTS` has, and any others.
    """
    at_end = _find_export_at_end("\n".join(context.texts[-_LAST:]))
    if at_end is not None:
        return at_end
    has_word = _UNSPACED_MARK in context.signs or not WORDS_OF_EXPORTS.isdisjoint(words)
    if not has_word or _EXPORT_MARK.search(_fields_of(context)) is None:
        return None  # as for nearly all articles
    text = context.text
    codes = dict.fromkeys(_FACTIVA_CODE.findall(text))
    if len(codes) >= _FEWEST_CODES and {"HD", "WC"} <= codes.keys():
        return Export(tuple(codes))
    mark = _ONLY_IN_EXPORTS.search(text)
    if mark is not None:
        return Export((mark[0],))
    return _find_fields(text)


def _find_export_at_end(end: str) -> Export | None:
    """Return what NewsBank and EBSCOhost write below an article, or None."""
    if "ewsbank.com/" in end or "NewsBank: " in end:
        bookmark = _NEWSBANK.search(end)
        if bookmark is not None:
            return Export((bookmark[0],))
    if " is the property of " in end and _EBSCOHOST.search(end) is not None:
        return Export(("Copyright of",))
    return None


def _find_fields(text: str) -> Export | None:
    """Return the fields of an export if they, and a line that counts documents, are enough."""
    weights = _export_fields()
    names = dict.fromkeys(_FIELD.findall(text))
    fields = {name: weights[name.lower()] for name in names if name.lower() in weights}
    weight = sum(fields.values())
    if _DOCUMENT_LINE.search(text):
        weight += _ENOUGH - 2
    return Export(tuple(fields)) if fields and weight >= _ENOUGH else None


def _fields_of(context: Context) -> str:
    """Return the start of each block that is short or has several lines: where fields are.

    Without a title, the first fields can be read as a header, and the start of the text is one.
    """
    return "\n".join([*[text for _, text in context.memo(short_texts)], *starts_of_fields(context)])


def starts_of_fields(context: Context) -> list[str]:
    """Return the start of each block of several lines, and of a text without a title."""
    starts = [text[:_LONGEST_FIELDS] for text in context.memo(broken_texts)]
    if "title" not in context.reading.document:
        starts.append(context.text[:_LONGEST_FIELDS])
    return starts


@cache
def _export_fields() -> dict[str, int]:
    return {entry[2:]: int(entry[0]) for entry in read_list("export_fields")}


def is_list_of_articles(context: Context) -> bool:
    """Return whether a page lists articles: short blocks that are no sentences, and dates."""
    lengths = context.memo(sizes)
    if len(lengths) < _FEWEST_ENTRIES:
        return False
    sentences = sum(map(STOPS.__contains__, context.memo(ends)))
    if sentences > _MOST_PROSE * len(lengths):  # as in nearly all articles
        return False
    short = sum(0 < length <= _LONGEST_ENTRY for length in lengths)
    if short < (1 - _MOST_PROSE) * len(lengths):
        return False
    document = context.reading.document
    weight = 2 if short == len(lengths) else 1
    weight += 2 * _is_section(document.get("url", ""))
    weight += "date" not in document and "byline" not in document
    weight += 2 * _is_of_links(context)
    if weight < _ENOUGH and not _is_verse(context):
        weight += _weigh_title(document.get("title", "").lower())
        weight += 2 * (context.types.count("heading") == len(lengths))
    if weight < _ENOUGH <= weight + 2 and _has_dates(context):
        weight += 2
    return weight >= _ENOUGH


_AFTER_SIGN = regex(r" ?[/|·•] ")
"""What is between the name of a section and the age of an entry."""


def _has_dates(context: Context) -> bool:
    """Return whether several blocks are hardly more than a date, or most end in one."""
    dated = ending = 0
    for text in context.texts:
        if 0 < len(text) <= _LONGEST_DATE:
            dated += _YEAR.search(text) is not None or is_relative_date(_AFTER_SIGN.split(text)[-1])
        ending += _DATE_AT_END.search(text[-_TAIL:]) is not None
    return dated >= _FEWEST_DATES or 2 * ending > len(context.texts)


def _is_verse(context: Context) -> bool:
    """Return whether several blocks end as verses do, or in a comma as entries of lists do."""
    return sum(map(_ENDS_OF_VERSES.__contains__, context.memo(ends))) >= _FEWEST_VERSES


def _weigh_title(title: str) -> int:
    """Return how much a title says that a page is a list: as a whole, or a part of it."""
    parts = list(map(str.strip, _PARTS.split(title)))
    if not _index_titles().isdisjoint(parts):
        return 3
    return 0 if _sections().isdisjoint(parts) else 2


@cache
def _index_titles() -> frozenset[str]:
    return frozenset(read_list("index_titles"))


@cache
def _sections() -> frozenset[str]:
    return frozenset((*read_list("title_sections"), *read_list("author_sections")))


def _is_section(url: str) -> bool:
    """Return whether a URL is that of a front page, a section, a tag or an author."""
    if not url:
        return False
    path = path_of(url).lower()
    if _SECTION_PATH.search(path):
        return True
    parts = path.strip("/").split("/")
    return len(parts) == 1 and parts[0].count("-") < 2 and not any(map(str.isdigit, parts[0]))


def _is_of_links(context: Context) -> bool:
    """Return whether at least half of the blocks are a link and nothing else."""
    links = 0
    for node in context.reading.document["body"]:
        if "content" in node:
            content = node["content"]
            links += len(content) == 1 and content[0]["type"] == "link"
    return 2 * links >= len(context.texts)


def is_live_ticker(context: Context) -> bool:
    """Return whether a text is that of a live ticker: by its title, and by blocks with a time.

    Without times it has a title that means nothing else, and a heading for each entry.
    """
    if _begin_with_times(context):
        return True
    title = context.reading.document.get("title", "").lower()
    if not _has_live_title(title):
        return False
    times = 0
    for text in context.texts:
        times += _TIME.match(text) is not None
        times += len(text) <= _LONGEST_TIME and is_relative_date(text)
    return times >= _FEWEST_TIMES or (_is_live_only(title) and _has_entries(context))


def _begin_with_times(context: Context) -> bool:
    """Return whether nearly all blocks begin with a time and a short message, in their order."""
    texts = context.texts
    if len(texts) < _FEWEST_MESSAGES or not any(text[:1].isdigit() for text in texts[:2]):
        return False  # as most
    found = [match[0] for match in map(_TIME_OF_MESSAGE.match, texts) if match is not None]
    if len(found) < max(_FEWEST_MESSAGES, _SHARE_OF_MESSAGES * len(texts)):
        return False
    times = [time.strip().zfill(5) for time in found]
    return times in (sorted(times), sorted(times, reverse=True)) and len(set(times)) > 2


def _is_live_only(title: str) -> bool:
    """Return whether a title has a phrase that only live tickers have."""
    return any(map(title.__contains__, read_list("live_only_titles")))


def _has_entries(context: Context) -> bool:
    """Return whether a fifth of the blocks, and four at least, are headings or like them."""
    entries = 0
    for type_, text in zip(context.types, context.texts, strict=True):
        is_short = 0 < len(text) <= _LONGEST_HEADING and text[-1] not in STOPS
        entries += type_ == "heading" or (is_short and type_ == "paragraph")
    return entries >= max(_FEWEST_HEADINGS, len(context.texts) // 5)


def _has_live_title(title: str) -> bool:
    """Return whether a title in lower case has one of the live titles."""
    titles = _live_titles(title.isascii())
    for stem in filter(title.__contains__, titles):
        if any(map(title.__contains__, titles[stem])):
            return True
    return False


@cache
def _live_titles(is_ascii: bool) -> dict[str, list[str]]:
    """Return the live titles that a title in ASCII, or any, can have, by their first characters."""
    found: dict[str, list[str]] = {}
    for title in read_list("live_titles"):
        if title.isascii() or not is_ascii:
            found.setdefault(title[:4], []).append(title)
    return found
