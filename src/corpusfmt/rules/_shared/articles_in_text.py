"""Where the articles after the first begin in a text of several."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import islice

from corpusfmt.lint import Context
from corpusfmt.rules._shared.blocks import short_texts, sizes
from corpusfmt.rules._shared.prose import is_whole
from corpusfmt.rules._shared.url_labels import misplaced_labels
from corpusfmt.syntax.byline import read_byline
from corpusfmt.syntax.byline_likeness import looks_like_byline
from corpusfmt.syntax.dates import read_date_line
from corpusfmt.text.patterns import regex

Span = tuple[int, int]

_LINE = regex(r"^.*\S.*$", re.MULTILINE)
_WORDS = regex(r"^.*\w.*$", re.MULTILINE)
_URL = regex(r"[\s*\[<]*((?:https?://|www\.)[^\s<>()\[\]]+)", re.IGNORECASE)
_DOCUMENT = regex(r"^[^\S\n]*(\d{1,6}) of \d{1,6} DOCUMENTS?[^\S\n]*$", re.MULTILINE)
_ADDRESSED = regex(r":[\s*\[<]*(?:://|\.)")
"""A colon and the start of an address, without letters: a label has these before a URL."""

_HEADER_LINES = 6
"""The lines below a title among which a byline or a date makes it that of an article."""

_LONGEST_DATE, _SHORTEST_TITLE, _LONGEST_TITLE = 60, 15, 150
_BLANK_LINES = 2
"""More line ends than that between two lines are a gap: two blank lines or more."""
_GAP, _MOST_GAPS = regex(r"\n[^\S\n]*\n[^\S\n]*\n"), 2
"""The gaps above a title: that of the first article, and one between the articles."""
_SHORTEST_TEXT = 80
"""The fewest characters of a block that is text of an article."""

_LONG_LINE = regex(rf"^.{{{_SHORTEST_TEXT}}}", re.MULTILINE)


def later_articles(context: Context) -> list[Span]:
    """Return the spans of the first lines of the articles after the first, in text order.

    One begins with a title that follows the URL of an article, or that has a byline or a date of
    its own; below the URL of an article, where another URL ends the text and no subheading follows;
    at a line that has a byline and a date of its own below it, though it is not marked as a title;
    or at the number of a document of an export.
    """
    text = context.reading.prepared  # a line ends in "\n", wherever the text has it
    found: set[Span] = set()
    if " DOCUMENT" in text:
        found.update(_documents(text))
    urls = _labelled_urls(context)
    titles = _extra_titles(context)
    first_url = min(urls, default=len(text))
    for start, end in _without_pieces(context, titles):
        if first_url < start or _has_header(text, end):
            found.add((start, end))
    found.update(_below_urls(context, urls, titles))
    found.update(_with_plain_titles(context))
    return sorted(found)


def _documents(text: str) -> Iterator[Span]:
    """Yield the numbers of documents but that of the first: an export can have a cover page."""
    first_line = _LINE.search(text)
    is_first = True
    for match in _DOCUMENT.finditer(text):
        is_first = is_first and int(match[1]) == 1
        begins_text = first_line is not None and match.start() <= first_line.start()
        if not is_first and not begins_text:
            yield match.span()
        is_first = False


def _labelled_urls(context: Context) -> list[int]:
    """Return where the labelled URLs end that are not the article's own."""
    if context.is_canonical and _ADDRESSED.search(context.rare) is None:  # as in most
        return []
    own = context.reading.document.get("url")
    ends = []
    for label in context.memo(misplaced_labels):
        url = _URL.match(context.text, label.span[1]) if label.has_url else None
        if url is not None and url[1] != own:
            ends.append(url.end())
    return ends


def _extra_titles(context: Context) -> list[Span]:
    """Return the spans of the headings of level 1 but for the article's title."""
    if context.is_canonical:  # as most articles are: then there is none
        return []
    headings = context.tokens_by_type.get("HEADING", ())
    titles = [token for token in headings if not token.lstrip().startswith("##")]
    if "title" not in context.reading.document:
        titles = titles[1:]
    return list(map(context.reading.span, titles))


def _without_pieces(context: Context, titles: list[Span]) -> Iterator[Span]:
    """Yield the titles but for those directly below the article's own: they are pieces of it."""
    own = context.tokens_by_type.get("TITLE", ())
    end = context.reading.span(own[0])[1] if own and titles else None
    for span in titles:
        if end is None or context.text[end : span[0]].strip():
            end = None
            yield span
        else:
            end = span[1]


def _with_plain_titles(context: Context) -> Iterator[Span]:
    """Yield the lines that are no headings, with a byline and a date of their own below them."""
    texts = context.texts
    for number, text in context.memo(short_texts):
        if len(text) > _LONGEST_DATE or not ("20" in text or "19" in text) or number < 2:
            continue
        if read_date_line(text) is None:
            continue
        title = number - 2
        if read_byline(texts[number - 1]) is None:
            title = number - 1
            if read_byline("".join(texts[number + 1 : number + 2])) is None:
                continue
        if _begins_article(context, title, number + 1):
            yield context.span(context.block(title))


def _begins_article(context: Context, title: int, below: int) -> bool:
    """Return whether a block may be a title, with text of articles above and below it."""
    text = context.texts[title]
    if context.types[title] not in ("paragraph", "heading") or is_whole(text):
        return False
    if text == context.reading.document.get("title"):
        return False
    if not _SHORTEST_TITLE <= len(text) <= _LONGEST_TITLE or text[0].islower() or text[-1] in ",;-":
        return False
    first, last = context.memo(_long_blocks)
    return first < title and below <= last


def _long_blocks(context: Context) -> Span:
    """Return the numbers of the first and the last block that are long enough to be text."""
    lengths = context.memo(sizes)
    long = [number for number, length in enumerate(lengths) if length >= _SHORTEST_TEXT]
    return (long[0], long[-1]) if long else (len(lengths), -1)


def _has_header(text: str, start: int) -> bool:
    """Return whether a byline or a date is among the lines below a title and its subtitle."""
    for number, match in enumerate(_LINE.finditer(text, start)):
        line = match[0].strip()
        if number == 0 and line.startswith("##"):
            continue
        if number == _HEADER_LINES or line.startswith("#"):
            return False
        if read_date_line(line) is not None or read_byline(line) is not None:
            return True
        if looks_like_byline(line):
            return True
    return False


def _below_urls(context: Context, urls: list[int], titles: list[Span]) -> Iterator[Span]:
    """Yield the lines below the URLs of articles, where no title follows.

    Another URL ends the text, or the line is above a gap as a title is.
    """
    if not urls:
        return
    text = context.reading.prepared
    has_own = context.reading.url_token is not None
    starts = sorted(start for start, _ in titles)
    for url, following in zip(urls, [*urls[1:], context.body_end], strict=True):
        line = _LINE if has_own else _WORDS
        below = line.search(text, text.find("\n", url) + 1, following)
        if below is None or bisect_right(starts, url) < bisect_left(starts, following):
            continue
        if not has_own and not _is_above_gap(text, below.span()):
            continue
        if not below[0].lstrip().startswith("#") or _has_header(text, below.end()):
            yield below.span()


def _is_above_gap(text: str, span: Span) -> bool:
    """Return whether a line may be a title, with a gap below it and then text of some length."""
    line = text[slice(*span)].strip()
    below = _LINE.search(text, span[1])
    if below is None or len(below[0]) < _SHORTEST_TEXT or is_whole(line):
        return False
    is_gap = text.count("\n", span[1], below.start()) > _BLANK_LINES
    return is_gap and _SHORTEST_TITLE <= len(line) <= _LONGEST_TITLE


def is_title_above_gap(context: Context, span: Span) -> bool:
    """Return whether a second title has text above and a gap below it, as titles of articles have.

    In a text with more gaps than titles, a gap below one shows nothing.
    """
    text, (start, end) = context.reading.prepared, span
    below = _LINE.search(text, end)
    if below is None or len(below[0].strip()) < _SHORTEST_TEXT:
        return False
    end_of_text, end_of_gaps = context.memo(_text_and_gaps)
    is_gap = text.count("\n", end, below.start()) > _BLANK_LINES
    return is_gap and end_of_text <= start < end_of_gaps


def _text_and_gaps(context: Context) -> Span:
    """Return where a first line of text is long enough, and where there are more gaps than usual.

    The places are in the prepared text. Both are after its end where there is no such place.
    """
    text = context.reading.prepared
    long = _LONG_LINE.search(text)
    gap = next(islice(_GAP.finditer(text), _MOST_GAPS, None), None)
    none = len(text) + 1
    return (none if long is None else long.end(), none if gap is None else gap.end())
