"""Heads and feet of printed pages among the blocks of a body."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from corpusfmt.lint import Context
from corpusfmt.rules._shared.blocks import heads, short_texts, sizes, unstopped
from corpusfmt.rules._shared.prose import is_caseless, is_dense, is_whole
from corpusfmt.rules._shared.site_tags import is_domain, is_full_name, is_of_outlet
from corpusfmt.rules._shared.word_lists import list_pattern
from corpusfmt.text.patterns import regex

_DIGIT = regex(r"\d")
_NUMBER = regex(r"\d{1,4}")
_AFTER_NUMBER = 6
"""The last characters of the number of a page: its last digit, a word of Chinese, and marks."""
_OF = r"(?:\s?(?:of|von|sur|de|di|van|z|из|av|/)\s?\d{1,4})?"
_FEWEST = 2
_FEWEST_LETTERS = 6
_NOTE = regex(r"\[\d{1,3}\]|\(\d{1,3}\)")
"""What a footnote begins with: it may name a page of its source."""
_TITLE = 30
"""How much of the title must be on the edge of a printed page."""
_SHORTEST_PRINTED, _LONGEST_PRINTED = 12, 240
_ADDRESS = regex(r"(?:^|\s)https?://\S+(?=\s|$)")
_DAY = r"\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{2,4}"
_HOUR = r"(?:um |at |à )?\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?|\sUhr)?"
_MOMENT = regex(rf"^{_DAY},?\s+{_HOUR}(?=\s|$)|\s{_DAY},?\s+{_HOUR}$", re.IGNORECASE)
_PAGE = r"(?:(?:page|seite|pagina|página|side|sida|strona|strana|страница|стр\.)\s)?"
_COUNTED = rf"{_PAGE}[1-9]\d{{0,2}}\s?(?:/|of|von|sur|de|di|van|z|из|av)\s?\d{{1,3}}"
_COUNT = regex(rf"^{_COUNTED}(?=\s|$)|\s{_COUNTED}$", re.IGNORECASE)
_TYPES = frozenset({"paragraph", "heading", "item"})
_HALF, _DENSE_HALF = 40, 15
"""The fewest characters of half a paragraph, where it is not the lower case that shows it."""
_MOST_BESIDE = 20
"""How many blocks beside the head of a page are examined."""
_AROUND_TITLE = 40
"""The most characters that the head of a page has besides the title."""


def numbered_texts(context: Context) -> list[tuple[int, str]]:
    """Return the short texts that have a digit, with the numbers of their blocks."""
    return [pair for pair in context.memo(short_texts) if _DIGIT.search(pair[1])]


def title_lines(context: Context) -> list[int]:
    """Return the numbers of the blocks that repeat the title, and little else, if several do."""
    title = context.reading.document.get("title", "")
    head, most = title[:_TITLE], len(title) + _AROUND_TITLE
    found = [number for number, text in context.memo(short_texts) if head in text]
    if len(found) < _FEWEST or len(head) < _SHORTEST_PRINTED:
        return []
    return [number for number in found if len(context.texts[number]) <= most]


def paper_lines(context: Context) -> list[list[int]]:
    """Return the numbers of blocks that are equal names of papers, URLs or hosts, by group."""
    short = context.memo(short_texts)
    if len({text for _, text in short}) == len(short):  # as in most
        return []
    lines: defaultdict[str, list[int]] = defaultdict(list)
    for number, text in short:
        lines[text].append(number)
    return [group for text, group in lines.items() if len(group) > 1 and _is_of_paper(text)]


def _is_of_paper(text: str) -> bool:
    """Return whether a line is the name of a paper, a URL or a host."""
    name = text.title() if text.isupper() else text
    if is_domain(text) or _ADDRESS.fullmatch(text) is not None:
        return True
    return is_of_outlet(name) and is_full_name(name)


def running_heads(context: Context) -> list[int]:
    """Return the numbers of the blocks that are the head or foot of a page."""
    numbered = context.memo(numbered_texts)
    titles = title_lines(context)
    papers = paper_lines(context)
    pages = print_lines(context)
    if numbered:
        pages.update(number for number, text in numbered if _is_number_of_page(text))
    if len(numbered) >= _FEWEST or titles or papers:
        pages.update(_find_heads(context, numbered, [titles, *papers]))
    return sorted(number for number in pages if context.types[number] in _TYPES)


def _find_heads(
    context: Context, numbered: Iterable[tuple[int, str]], others: list[list[int]]
) -> Iterator[int]:
    """Yield the numbers of the blocks that differ in their numbers only, as heads of pages do."""
    lines: defaultdict[str, list[int]] = defaultdict(list)
    for number, text in numbered:
        lines[_NUMBER.sub("0", text)].append(number)
    rising = [group for group in lines.values() if len(group) >= _FEWEST and _rise(context, group)]
    heads = frozenset().union(*rising, *others)
    for group in rising:
        if _have_page(context, group) or _cut_text(context, group, heads):
            yield from group
    for group in others:
        if len(group) >= _FEWEST and _cut_text(context, group, heads):
            yield from group


def _is_number_of_page(text: str) -> bool:
    """Return whether a line is the number of a page and nothing else."""
    if _DIGIT.search(text, max(0, len(text) - _AFTER_NUMBER)) is None:
        return False  # as most
    return _page().fullmatch(text) is not None


@cache
def _page() -> re.Pattern[str]:
    """Return the pattern of such a line. It has a digit among its last characters."""
    words = list_pattern("page_words")
    return regex(
        rf"(?i)\W{{0,3}}{words}\s?\d{{1,4}}{_OF}(?:\s?[页頁])?\W{{0,3}}|[-–—]?\s?[1-9]\d{{0,3}}\s?[-–—]"
        rf"|https?://\S+\s+\d{{1,3}}\s?/\s?\d{{1,3}}"
        rf"|\W{{0,3}}(?:[^.!?]{{1,40}}[,:–-]\s+)?{list_pattern('jump_phrases')}\s?"
        rf"[a-z]{{0,2}}-?\d{{1,3}}\W{{0,3}}"
        rf"|see [^.!?,]{{2,30}}, (?:on )?page [a-z]{{0,2}}-?\d{{1,3}}\W{{0,3}}"
    )


@cache
def _page_inside() -> str:
    return rf"(?i)(?<!\w){list_pattern('page_words')}\s?\d{{1,4}}(?!\d)"


def _have_page(context: Context, numbers: list[int]) -> bool:
    """Return whether each of some lines has words, and one for a page beside its number."""
    texts = [context.texts[number] for number in numbers]
    if sum(map(str.isalpha, texts[0])) < _FEWEST_LETTERS or all(map(_NOTE.match, texts)):
        return False
    return all(re.search(_page_inside(), text) for text in texts)


def _rise(context: Context, numbers: list[int]) -> bool:
    """Return whether the numbers of each text are those of the one before, or greater."""
    texts = [context.texts[number] for number in numbers]
    rows = [list(map(int, _NUMBER.findall(text))) for text in texts]
    for before, after in pairwise(rows):
        pairs = list(zip(before, after, strict=True))
        if before == after or any(first > second for first, second in pairs):
            return False
    return True


def _cut_text(context: Context, numbers: list[int], heads: frozenset[int]) -> bool:
    """Return whether some blocks are between the two halves of paragraphs, as heads of pages are.

    Other heads of pages may be beside them. All second halves begin in lower case; or each first
    half is long and breaks off, and one second half begins so, or has no lower case. Of lines of
    words, one is enough: other pages may end with a paragraph.
    """
    halves = [_texts_around(context, number, heads) for number in numbers]
    if not all(map(all, halves)):
        return False
    cut = [(before, after) for before, after in halves if not is_whole(before)]
    if len(cut) == len(halves) and (all(map(_begins_lower, cut)) or _break_off(cut)):
        return True
    has_words = sum(map(str.isalpha, context.texts[numbers[0]])) >= _FEWEST_LETTERS
    return has_words and any(_begins_lower(one) for one in cut if _is_first_long(one))


def _break_off(cut: list[tuple[str, str]]) -> bool:
    """Return whether all first halves are long, and a second one begins as no sentence does."""
    if not all(map(_is_first_long, cut)):
        return False
    return any(_begins_lower(one) or is_caseless(one[1][0]) for one in cut)


def _begins_lower(halves: tuple[str, str]) -> bool:
    return halves[1][0].islower()


def _is_first_long(halves: tuple[str, str]) -> bool:
    return _is_long(halves[0])


def _texts_around(context: Context, number: int, heads: frozenset[int]) -> tuple[str, str]:
    """Return the texts above and below a block, without a few other heads; empty where none is."""
    above = range(number - 1, max(number - _MOST_BESIDE, 0) - 1, -1)
    below = range(number + 1, min(number + _MOST_BESIDE, len(context.texts)))
    return _first_text(context, above, heads), _first_text(context, below, heads)


def _first_text(context: Context, numbers: Iterable[int], heads: frozenset[int]) -> str:
    for number in numbers:
        if number not in heads:
            return context.texts[number]
    return ""


def _is_long(text: str) -> bool:
    """Return whether a text is long enough for half a paragraph."""
    return len(text) >= (_DENSE_HALF if is_dense(text) else _HALF)


def print_lines(context: Context) -> set[int]:
    """Return the numbers of the blocks that a browser prints above and below each page.

    They have two of these: the title, the URL, the time of printing, the number of the page.
    """
    lengths = context.memo(sizes)
    title = context.reading.document.get("title", "")[:_TITLE].casefold()
    found: set[int] = set()
    for number in _with_digits_or_urls(context):
        if not _SHORTEST_PRINTED <= lengths[number] <= _LONGEST_PRINTED:
            continue
        text = context.texts[number]
        if _may_be_printed(text) and _is_printed(text, title) and context.types[number] in _TYPES:
            found.add(number)
    return found


def _with_digits_or_urls(context: Context) -> Iterable[int]:
    """Return the numbers of blocks that begin with a digit or end as no sentence, or of all.

    Some may be there twice.
    """
    if not context.is_canonical or "://" in context.rare:
        return range(len(context.texts))
    found = enumerate(context.memo(heads))
    with_digits = [number for number, head in found if head[:1].isdigit()]
    return with_digits + context.memo(unstopped)


def _may_be_printed(text: str) -> bool:
    """Return whether a text has a URL, or a number and what it is: a fast test."""
    if "://" in text or text[0].isdigit() or text[-1].isdigit():
        return True
    return text[-1] in "mMr" and _DIGIT.search(text) is not None


def _is_printed(text: str, title: str) -> bool:
    """Return whether a line has nothing but what a browser prints on the edge of a page."""
    rest, parts = text, 0
    for pattern in (_ADDRESS, _MOMENT, _COUNT):
        match = pattern.search(rest)
        if match is not None:
            parts += 1
            rest = f"{rest[: match.start()]} {rest[match.end() :]}"
    rest = rest.strip(" |·–—-").casefold()
    if parts and len(title) >= _SHORTEST_PRINTED and rest.startswith(title):
        return "doi:" not in rest  # or else it is how to cite the article
    return parts > 1 and not rest
