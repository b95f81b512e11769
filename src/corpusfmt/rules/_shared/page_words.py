"""Words of a page that the lists of pages, calls and rows have: one test for several rules."""

from __future__ import annotations

from functools import cache

from corpusfmt.lint import Context
from corpusfmt.rules._shared.blocks import SHORT, edges, short_texts, sizes
from corpusfmt.rules._shared.page_counts import WORDS_OF_COUNTS
from corpusfmt.rules._shared.page_forms import WORDS_OF_EXPORTS, starts_of_fields
from corpusfmt.rules._shared.page_kinds import words_of_walls
from corpusfmt.rules._shared.page_rounds import words_of_controls
from corpusfmt.rules._shared.page_rows import words_of_rows
from corpusfmt.rules._shared.reader_calls import LONGEST, words_of_calls
from corpusfmt.text.characters import runs_of_letters


def page_words(context: Context) -> frozenset[bytes]:
    """Return the words of the lists that a page may have, in lower case and UTF-8.

    These are the words of its short blocks, of those at its edges that calls may be, and of the
    texts that fields may be in. Made once for a text, by ``context.memo``.
    """
    texts, lengths = context.texts, context.memo(sizes)
    looked_at = [text for _, text in context.memo(short_texts)]
    looked_at += [
        texts[number] for number in edges(len(texts)) if SHORT < lengths[number] <= LONGEST
    ]
    looked_at += starts_of_fields(context)
    return _all_words().intersection(runs_of_letters("\n".join(looked_at)))


@cache
def _all_words() -> frozenset[bytes]:
    return frozenset().union(
        words_of_calls(),
        words_of_controls(),
        words_of_rows(),
        words_of_walls(),
        WORDS_OF_COUNTS,
        WORDS_OF_EXPORTS,
    )
