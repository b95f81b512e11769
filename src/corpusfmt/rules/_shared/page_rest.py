"""Pages of which nothing is an article: all of it is furniture, or the fields of a record."""

from __future__ import annotations

from corpusfmt.lint import Context
from corpusfmt.rules._shared.blocks import short_texts, sizes
from corpusfmt.rules._shared.boilerplate_phrases import bare_words, begins, is_whole_block
from corpusfmt.rules._shared.page_counts import is_count
from corpusfmt.rules._shared.page_kinds import prose_size
from corpusfmt.rules._shared.page_rows import is_row
from corpusfmt.rules._shared.page_terms import combines
from corpusfmt.text.patterns import regex

_FEWEST, _MOST_TEXT, _LONGEST = 3, 1_500, 200
_SHARE = 0.8
"""The fewest blocks of such a page, the most characters, and the share that is of the page."""

_KEY = regex(r"[\"']?(?P<key>[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*)[\"']?\s?[:=](?!//)\s?")
_PROGRAM_KEYS = frozenset(
    {"guid", "id", "permalink", "published", "slug", "status", "timestamp", "uuid"}
)
"""Keys that a program writes, but no person; those with an underscore are others."""

_NO_FIELDS = ("#", "<", "Original url:")
_FEWEST_KEYS, _SHARE_OF_KEYS = 4, 0.6
_LONGEST_KEY = 30


def is_page_of_furniture(context: Context) -> bool:
    """Return whether nearly all blocks are buttons, calls and counts of a page, and none is prose.

    A text with a byline or a date may be an article of which these are left.
    """
    lengths = context.memo(sizes)
    if len(lengths) < _FEWEST or max(lengths) > _LONGEST or sum(lengths) > _MOST_TEXT:
        return False  # as nearly all
    document = context.reading.document
    if "byline" in document or "date" in document:
        return False
    if context.memo(prose_size) > _LONGEST:
        return False
    texts = [text for text in context.texts if text]
    known = sum(map(_is_furniture, texts))
    return known >= max(_FEWEST, _SHARE * len(texts))


def _is_furniture(text: str) -> bool:
    words = bare_words(text)
    if is_whole_block(words) or begins("beginnings", words):
        return True
    return is_count(text) or is_row(text) or combines(text, is_at_edge=True)


def record_keys(context: Context) -> tuple[str, ...]:
    """Return the keys of a record of a program, such as ``slug: ferry``, if a text is one."""
    if not _may_be_record(context):
        return ()  # as most
    lines = [line for line in context.text.split("\n") if line and not line.startswith(_NO_FIELDS)]
    keys = [match["key"] for match in map(_KEY.match, lines) if match is not None]
    distinct = dict.fromkeys(keys)
    if len(distinct) < max(_FEWEST_KEYS, _SHARE_OF_KEYS * len(lines)):
        return ()
    is_program = not _PROGRAM_KEYS.isdisjoint(distinct) and any("_" in key for key in distinct)
    return tuple(distinct) if is_program else ()


def _may_be_record(context: Context) -> bool:
    """Return whether most texts have a colon: a fast test."""
    texts = context.texts
    if not context.memo(short_texts) or ("_" not in context.text and "slug" not in context.text):
        return False
    return sum(map(_has_colon, texts)) >= _SHARE_OF_KEYS * len(texts)


def _has_colon(text: str) -> bool:
    head = text[:_LONGEST_KEY]
    return ":" in head or "=" in head
