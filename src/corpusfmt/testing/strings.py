"""Strategies for strings of documents, many of which look like something else."""

from __future__ import annotations

from datetime import date
from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
BLANKS = (
    " \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000"
)
"""Spaces of a document; U+2000 and U+2001 are others in NFC."""

LETTERS = (
    "abeuyzABLTZ019éßñǅłøﬁйЩא־ש\u05b0عـ\u064bคำกिम中京ばハ\uff76\uff9e한ᄒ\u1161\u11abΩά𝔘ª²½٣ⅷ"
)
COMBINING = "\u0301\u0308\u0323\u0327\u0338\u3099\u0345\u20dd\ufe0f\u093c"
SYMBOLS = "“”‘’«»„…–—•·。、「」！？§¶€£©±×→■😀👩🏽\ufffd"
SINGLETONS = "\u037e\u1fef\u2126\u212b\u0374\u0387\u0340\u2329"
"""Characters that are others in NFC, among them a semicolon and a backtick."""

INVISIBLE = "\u00ad\u200b\u200d\u200e\u202e\u2060\u2066\u180e\ufff9"
EDGES = (
    " ~;=?\u00a0\u00a1\u167f\u1681\u1fff\u200b\u2027\u202a\u202e\u2030\u205e\u2060\u2fff\u3001"
    "\ufefe\uff00\ud7ff\ue000\uffff\U00010000\U0010ffff"
)
"""The characters just outside of those that no document or URL may contain."""

FRAGMENTS = (
    "and", " and ", ", ", "By ", "by", "By: ", "&", " & ", "A", "AP", "TASS", "Reuters", "東京",
    "新华社", "Ida Holm", "Photo: ", "X / AFP", "(Photo)", "Getty Images",
    "Defence Ministry / TASS", "Ann Lee / Moskva News Agency", "Supplied",
    "February 04, 2020", "Feb. 30, 2020", "2020-02-04",
    "07/27/2016", "20200204", "Updated: ", "Last Updated", " - 09:02", "Original url:",
    "Original url", "original  URL :", "https://example.org/a_b?c=d&e", "http://[::1]/",
    "<https://x.y/z>", "# ", "#", "##", "###### ", " #", "> ", "- ", "* ", "+ ", "— ", "• ", "1. ",
    "2) ", "10.", "***", "---", "===", "```", "*", "**", "_", "__", "*a*", "**a**", "_a_", " * ",
    " _ ", "a*b", "a_b", "***a***", "\\", "\\\\", "\\*", "\\ ", "~~~", "[", "]", "(", ")", "](",
    "](u)", "[a](u)", "[a]", "[A B](#)", "![", "![a](u)", "!", "<", ">", "<u>", "</u>", "<b>",
    "<!--", "<?", "</", "&amp;", "&#66;", "&#x42;", "&#", "&lt;", "&copy", ":", "a:", "[a]: b",
    "Related article", "|", "Related articles: ", "Read more:", "See also", "See also:", ". ", "? ",
    "Dr.", "e\u0301", "<\u0338", ">\u0338", "| - |",
)  # fmt: skip
"""What looks like a mark, an escape, a byline, a date, a credit, a URL or the start of a block."""

_NOTED = "".join((PUNCTUATION, LETTERS, BLANKS, COMBINING, SYMBOLS, SINGLETONS, INVISIBLE, EDGES))
_ANY = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\u2028\u2029\ufeff")
_PIECES = st.one_of(
    st.sampled_from(FRAGMENTS),
    st.text(_NOTED, min_size=1, max_size=4),
    st.text(PUNCTUATION + BLANKS, min_size=1, max_size=3),
    st.text(_ANY, min_size=1, max_size=3),
)


@cache
def runs(max_size: int = 3) -> SearchStrategy[str]:
    """Return pieces of a line: not empty, spaces anywhere.

    At most so many fragments of one to four characters.
    """
    return st.lists(_PIECES, min_size=1, max_size=max_size).map("".join)


@cache
def lines(max_size: int = 3) -> SearchStrategy[str]:
    """Return lines of text: not empty, no space at either end."""
    words = st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=max_size).map(" ".join)
    return st.one_of(runs(max_size), runs(max_size), words).map(str.strip).filter(bool)


@cache
def lines_or_empty() -> SearchStrategy[str]:
    """Return lines, the empty string, and the ``#`` of a placeholder link."""
    return st.one_of(st.sampled_from(("", "#")), lines(3), article_addresses())


@cache
def article_addresses() -> SearchStrategy[str]:
    """Return URLs of an article, without spaces and angle brackets; not all are valid."""
    paths = runs(2).map(
        lambda run: "".join(run.split()).translate({ord("<"): None, ord(">"): None})
    )
    schemes = st.sampled_from(
        ("https://example.org/", "http://x.y/a_(b)/", "mailto:", "tag:", "www.example.org/", "")
    )
    return st.builds(str.__add__, schemes, paths).filter(bool)


@cache
def dates() -> SearchStrategy[str]:
    """Return days of the calendar in every form: alone, with a time, with a zone."""
    edge_days = st.sampled_from((date.min, date.max, date(2020, 2, 29), date(1999, 12, 31)))
    return st.builds(_dated, st.one_of(st.dates(), edge_days), st.none() | _times())


def _dated(day: date, time: str | None) -> str:
    return day.isoformat() if time is None else f"{day.isoformat()}T{time}"


def _times() -> SearchStrategy[str]:
    fraction = st.one_of(st.just(""), st.integers(1, 9).flatmap(_digits).map(".{}".format))
    seconds = st.one_of(st.just(""), st.builds(":{:02}{}".format, _below(60), fraction))
    signed = st.builds("{}{:02}:{:02}".format, st.sampled_from("+-"), _below(24), _below(60))
    zone = st.one_of(st.sampled_from(("", "Z")), signed)
    return st.builds("{:02}:{:02}{}{}".format, _below(24), _below(60), seconds, zone)


def _digits(count: int) -> SearchStrategy[str]:
    return st.text("0123456789", min_size=count, max_size=count)


def _below(end: int) -> SearchStrategy[int]:
    """Return whole numbers below a bound, both ends often."""
    return st.one_of(st.sampled_from((0, end - 1)), st.integers(0, end - 1))
