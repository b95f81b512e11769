"""Text of the web page that is not part of the article: a button, a call to action, a notice.

### What it does

Reports a block that is, or starts with, a known phrase in one of about 50 languages; a block that
addresses the reader and names a channel (a newsletter, a social network); a block that combines
words of a page (comments that are closed, a summary by a machine, reproduction without permission)
and has no word for what someone said; a count of shares, views or comments; and the line that a
feed adds below an article (`The post … appeared first on …`). Of the first two and the last four
blocks, it also reports those that call on the reader in other words (to write to the newsroom,
donate or log in to comment; a long one after a question may be the author's, and is info), and
those with the address of an author. Filler text (`Lorem ipsum`) is reported as such. Names of
social networks alone are reported if there are three or more in a row, and a button such as `Share`
if it is among the lines of the header. A subtitle that is one of these is reported, too. Related
links (`**Read more:** [title](#)`) are part of the format, and are not reported.

Texts of the interface of websites (comments, pagination, players, consent to cookies), in up to 69
languages, are reported at the start and the end of an article and in rows. A word that articles
have as a heading, too (`Archive`, `Comments`), is reported only at the end or beside another one.
The last blocks are also reported if they are labels or notices that combine words of a page (an
older, newer or hidden comment, the next page, a password for a text), in about 60 languages. Lines
of a form of their own are, too: who wrote a comment and when, what the page is loading, headings of
lists of other articles, and the reporters, editors and proofreaders of a Chinese article.

### Why

Requests to subscribe, share and comment, notices of advertisements, cookies and copyright, and the
labels of players and buttons are on all pages of a site. Word counts and language models see them
once for each article.

### Fix

The fix removes the block. It is unsafe: the phrase may belong to the article. There is no fix for
a block that shows that the article is cut off (`truncated-article`).

### Example

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

Sign up for our weekly newsletter, The Harbour.

The next one sails on Friday.

© 2023 Skerry News. All rights reserved.

Vorheriger Beitrag
```

```findings
7:1: warning: “Sign up for our weekly newsletter, The Harbour.” is part of the page, not of the article
  expected: the article without it
11:1: warning: “© 2023 Skerry News. All rights reserved.” is part of the page, not of the article
  expected: the article without it
13:1: warning: “Vorheriger Beitrag” is part of the page, not of the article
  expected: the article without it
```

Use instead:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

The next one sails on Friday.

**Read more:** [The Winter Without a Ferry](#)
```
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from corpusfmt.lint import Block, Context, Finding, Findings, Fix, Option, quoted
from corpusfmt.rules._shared.block_edits import leave_out
from corpusfmt.rules._shared.blocks import HEAD, edges, lower_heads, short_texts, sizes
from corpusfmt.rules._shared.boilerplate_phrases import (
    DOTTED,
    LONGEST_WHOLE,
    MARKS,
    bare_words,
    begins,
    has_plain_case,
    heads_of_beginnings,
    heads_of_phrases,
    is_whole_block,
    may_have_phrase,
    may_share_page,
    phrases,
    shares_page,
)
from corpusfmt.rules._shared.cut_marks import shows_a_cut
from corpusfmt.rules._shared.intro_lines import IntroParagraph, intro_paragraphs, removal
from corpusfmt.rules._shared.page_counts import (
    WORDS_OF_COUNTS,
    copyrights,
    feed_footers,
    is_count,
    leads_on,
)
from corpusfmt.rules._shared.page_kinds import is_wall, likely_walls, page_signs
from corpusfmt.rules._shared.page_labels import page_labels
from corpusfmt.rules._shared.page_lines import page_lines
from corpusfmt.rules._shared.page_rows import FEWEST_LABELS, is_row, rows_of_labels, words_of_rows
from corpusfmt.rules._shared.page_terms import combines, reports
from corpusfmt.rules._shared.page_texts import page_texts
from corpusfmt.rules._shared.page_words import page_words
from corpusfmt.rules._shared.prose import CLOSING, STOPS
from corpusfmt.rules._shared.reader_calls import may_be_of_author, reader_calls
from corpusfmt.rules._shared.running_heads import numbered_texts
from corpusfmt.rules._shared.word_lists import read_list

SEVERITY = "warning"
FIX = "unsafe"
WHY = "the phrase may belong to the article"

PHRASES: Option[tuple[str, ...]] = Option(
    "phrases",
    (),
    "more phrases that boilerplate starts with, in upper or lower case",
    pattern=r"[^\n]*\S[^\n]*",
)
OPTIONS = (PHRASES,)

_LONGEST = 250
"""A longer block that starts with a phrase has content of its own as well."""

_LONGEST_CALL = 160
_SENTENCE, _LONG_WORD, _FEWEST_OF_TITLE = 60, 4, 2
"""What is below the heading of a section, and the words that its heading shares with the title."""

_FILLER, _PAGE = "lorem ipsum", "part of the page, not of the article"

_SECTIONS = frozenset({"up next", "next up"})
"""The labels of players that are headings as well, as in reports of games by news agencies."""

_KEY = HEAD
"""How many characters are looked up before anything else is done with a block."""

_TAIL = 60


def check(context: Context) -> Findings:
    """Yield a finding for each block that is boilerplate, in the order of the text."""
    found = {*_with_ending(context), *_with_phrase(context), *_with_own_phrase(context)}
    words = context.memo(page_words)
    found.update(_counts(context, words), _calls(context, words))
    found.update(copyrights(context, words), feed_footers(context), page_lines(context))
    found.update(page_labels(context, found))
    found.update(page_texts(context, found))
    calls = {*reader_calls(context, words)} - found
    for number in sorted(found | calls):
        is_uncertain = number in calls and may_be_of_author(context.texts[number])
        yield _find(context, context.blocks[number], is_uncertain=is_uncertain)
    yield from _in_header(context)
    for paragraph in intro_paragraphs(context):
        if _is_of_page(context, paragraph.text):
            yield _find_in_intro(context, paragraph)


def _with_ending(context: Context) -> Iterator[int]:
    """Yield the numbers of the blocks at the edges of the article that end as boilerplate does."""
    texts, lengths = context.texts, context.memo(sizes)
    for number in edges(len(texts)):
        if lengths[number] <= _LONGEST:
            end = texts[number][-_TAIL:].rstrip(MARKS)
            if end[-_KEY:].lower() in _ENDING_KEYS and end.lower().endswith(_ENDINGS):
                yield number


def _with_phrase(context: Context) -> Iterator[int]:
    """Yield the numbers of blocks that are a phrase or start with one, and of rows of labels."""
    found = context.memo(lower_heads)
    if "İ" in context.signs:
        found = [head.replace(DOTTED, "i") for head in found]
    keys, long = heads_of_phrases(found), heads_of_beginnings()
    if not keys:  # as in most articles
        return
    candidates = []
    for number, head in enumerate(found):
        if head not in keys or not _may_have_phrase(context, number, head in long):
            continue  # as most
        candidates.append((number, context.texts[number]))
        is_found = _is_boilerplate(context.types[number], context.texts[number])
        if is_found and not _is_section(context, number):
            yield number
    if len(candidates) >= FEWEST_LABELS:
        yield from rows_of_labels(candidates)


def _may_have_phrase(context: Context, number: int, is_long: bool) -> bool:
    """Return whether a block is as short as one with a phrase, and has its letters: a fast test."""
    if context.memo(sizes)[number] > (_LONGEST if is_long else LONGEST_WHOLE):
        return False
    return may_have_phrase(context.texts[number], is_long=is_long)


def _with_own_phrase(context: Context) -> Iterator[int]:
    """Yield the numbers of the blocks that begin with a phrase of the settings."""
    own = tuple(map(str.casefold, context.option(PHRASES)))
    for number, text in enumerate(context.texts if own else ()):
        if text.casefold().startswith(own):
            yield number


def _counts(context: Context, words: frozenset[bytes]) -> Iterator[int]:
    """Yield the numbers of the blocks that count shares, views or comments."""
    have_digits = WORDS_OF_COUNTS.isdisjoint(words)  # as in most articles
    for number, text in context.memo(numbered_texts if have_digits else short_texts):
        if is_count(text):
            yield number


def _calls(context: Context, words: frozenset[bytes]) -> Iterator[int]:
    """Yield the numbers of the blocks that ask to sign in or subscribe, or to read on at a URL."""
    short = context.memo(short_texts)
    if not context.is_canonical or "://" in context.rare:  # a URL
        yield from _numbers_of(leads_on, short)
    if not words_of_rows().isdisjoint(words):
        yield from _numbers_of(is_row, short)
    heads = context.memo(lower_heads)
    if may_share_page(heads):
        yield from [number for number, text in short if shares_page(text, heads[number])]
    for number, text in likely_walls(words, short):
        if _is_wall(context, text):
            yield number


def _numbers_of(test: Callable[[str], bool], texts: Iterable[tuple[int, str]]) -> list[int]:
    """Return the numbers of the texts that pass a test."""
    return [number for number, text in texts if test(text)]


def _is_wall(context: Context, text: str) -> bool:
    """Return whether a text asks to sign in or subscribe, in an article and in its own words."""
    is_page = context.memo(page_signs) is not None  # which is reported at the same place
    return is_wall(text) and not (is_page or reports(text))


def _is_boilerplate(type_: str, text: str) -> bool:
    if type_ not in ("paragraph", "heading", "item"):
        return False
    words = bare_words(text)
    if is_whole_block(words):
        return type_ != "heading" or " " in words
    return (begins("beginnings", words) or _is_call(words)) and not reports(text)


def _is_section(context: Context, number: int) -> bool:
    """Return whether a block is the heading of a section of the article, with a sentence below.

    A player has the title of a video below its label; a report of a game has sentences there. A
    call is one if it has words of the title: an article about an app has how to get it.
    """
    below = "".join(context.texts[number + 1 : number + 2])
    if below.rstrip(CLOSING)[-1:] not in STOPS:
        return False
    words = bare_words(context.texts[number])
    if words in _SECTIONS:
        return True
    if len(below) < _SENTENCE or not _is_call(words):
        return False
    title = bare_words(context.reading.document.get("title", "")).split()
    long = {word for word in words.split() if len(word) >= _LONG_WORD}
    return len(long.intersection(title)) >= _FEWEST_OF_TITLE


def _is_call(words: str) -> bool:
    """Whether a text calls the reader to a channel."""
    is_opened = len(words) <= _LONGEST_CALL and begins("openers", words)
    return is_opened and any(channel in words for channel in phrases("channels"))


def _is_of_page(context: Context, text: str) -> bool:
    """Return whether a paragraph of the intro is boilerplate; there, one button is enough."""
    if len(text) > _LONGEST:
        return False
    if text.casefold().startswith(tuple(map(str.casefold, context.option(PHRASES)))):
        return True
    if has_plain_case(text[:_KEY]) and _is_boilerplate("paragraph", text):
        return True
    if is_count(text) or is_row(text) or leads_on(text) or bare_words(text) in _IN_HEADER:
        return True
    return combines(text, is_at_edge=True)


def _in_header(context: Context) -> Findings:
    """Yield a finding for the line below the gap or a subtitle, if it is boilerplate."""
    document = context.reading.document
    credit, subtitle = document.get("credit", ""), document.get("subtitle", "")
    if credit and is_whole_block(bare_words(credit)):
        yield _find_field(context, "/credit", credit)
    if subtitle and _is_of_page(context, subtitle):
        yield _find_field(context, "/subtitle", subtitle)


def _find_field(context: Context, pointer: str, text: str) -> Finding:
    place, message = context.place(pointer), f"{quoted(text)} is {_PAGE}"
    return context.finding(place, message, "the article without it")


def _find_in_intro(context: Context, paragraph: IntroParagraph) -> Finding:
    edits = removal(context, paragraph)
    fix = Fix("remove the paragraph", edits, False, WHY) if edits else None
    message = f"{quoted(' '.join(paragraph.text.split()))} is {_PAGE}"
    place, expected = context.place(paragraph.pointer), "the article without it"
    return context.finding(place, message, expected, fix=fix, pointer=paragraph.pointer)


def _find(context: Context, block: Block, *, is_uncertain: bool) -> Finding:
    edits = () if shows_a_cut(context, block) else leave_out(context, block, block)
    fix = Fix("remove the block", edits, False, WHY) if edits else None
    what = "filler text, not an article" if bare_words(block.text).startswith(_FILLER) else _PAGE
    message, span = f"{quoted(' '.join(block.text.split()))} is {what}", context.span(block)
    expected = "the article without it"
    return context.finding(span, message, expected, fix=fix, is_uncertain=is_uncertain)


_IN_HEADER = frozenset(read_list("boilerplate_in_header"))
_ENDINGS = read_list("boilerplate_endings")
_ENDING_KEYS = frozenset(phrase[-_KEY:] for phrase in _ENDINGS)
