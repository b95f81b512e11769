"""Strategies for texts: from the grammars, from pieces of layout, or of any characters."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st
from hypothesis.extra.lark import from_lark
from hypothesis.strategies import SearchStrategy

from corpusfmt.syntax.grammar import lark_parser
from corpusfmt.testing.strings import (
    BLANKS,
    FRAGMENTS,
    LETTERS,
    PUNCTUATION,
    SYMBOLS,
    dates,
    lines,
    runs,
)

BREAKS = (
    "\n", "\n", "\n\n", "\n\n", "\n\n\n", "\n\n\n\n", "  \n", "\r\n", "\r", "\n ", "\n    ", "\n> ",
    "\n- ", "\n  - ", "\n1. ", " ", "  ", "\t", "\u00a0", "\u3000", "\ufeff", "\u200b", "\x00",
    "\x0b", "\x0c", "\x85", "\u2028", "\ud800", "\udfff",
)  # fmt: skip
"""Line ends, spaces, and what no document can hold."""

# The lines of the layout, part by part, in several forms.
_TITLES = ("", "# T\n", "# **T**\n\n", "# T\n## S\n", "# T\n\n## **S**\n\n", "\n\n# T #\n\n### S\n")
_BYLINES = (
    "", "By Ida Holm\n\n", "By [A](#) and B\n", "By <u>[A](#)</u>, B, February 04, 2020\n",
    "BY: Ann Lee & Ole Ås 07/27/2016\n", "Ida Holm\n2020-02-04\n",
    "[A](<u v>), [B](#)\nUpdated: 2020-02-04\n", "By &#66;y and &#97;nd\n",
    "Ida Holm\n\nEditor, Norland Press\n\n", "BY IDA HOLM AND ANN LEE\n", "Text: A B, Fotos: C D\n",
    "新华社记者林若溪，周伯言\n", "By Ida Holm. Photos by Ann Lee\n",
    "February 04, 2020 | Ida Holm\n", "By Ida Holm, February 04, 2020\n", "Author\nIda Holm\n",
    "Published\nBy Ida Holm\n", "By\n\nIda Holm\n\nPublished\n",
)  # fmt: skip
_DATES = (
    "", "February 04, 2020\n\n", "Feb. 4, 2020\n", "Last Updated: 07/27/2016\n",
    "Feb. 19 2018 - 09:02\nUpdated on 20180220\n", "## **July 4, 2020**\n", "February 30, 2020\n",
    "4 Feb. 2020, 9:02 p.m.\n", "4. Februar 2020\n",
)  # fmt: skip
_GAPS = ("\n", "\n\n", "\n\n\n", "\n\n\n\n", "A first word.\n\n\n\n")
_CREDITS = (
    "", "**A / B**\n\n", "What it shows **A / B**\n\n", "It burned. X / AFP\n\n",
    "### **X / AFP**\n\n", "AP\n\n", "東京\n\n", "DDP\n\n", "NASA\n\n", "Photo: Ida Holm\n\n",
    "Defence Ministry / TASS\n\n", "A ship (Ann Lee / AFP)\n\n",
)  # fmt: skip
_BLOCKS = (
    "Words.\n\n", "Words\nand **words**.\n", "**Related article:** [a](#)\n\n",
    "__Related article:__ [a](#)\n\n",
    "**Read more** : [a](u), [b](v)\n", ": [a](u)\n", "See also: [a](u) and [b](<v w>),\n\n",
    "### **Sub**\n", "# Late\n\n", "> said\n> he\n", "- one\n  - two\n\n1) three\n",
    "— Direct speech\n", "![x](y)\n", "![](#)\n\n", "![x](<y z>)\nWhat it shows **A / B**\n\n",
    "***\n", "- - -\n\n", "===\n", "\n", "***a*** and ___b___, __c__ _d_ <u>e</u>\n",
    "<https://x.y/z> &#8364; \\* [a *b*](c)\n\n",
)  # fmt: skip
_ENDS = (
    "", "\n", "Original url:\n\n<https://example.org/a>\n",
    "Original url: https://example.org/a\nb-c\n", "Original URL : [http://a.b](http://a.b)",
    "Original url:",
)  # fmt: skip


@cache
def texts() -> SearchStrategy[str]:
    """Return any text: most are near the layout, some of any characters, with lone surrogates."""
    bodies = st.one_of(soups(), _inline_texts()).map("# T\n\n\n\n".__add__)
    near = st.one_of(soups(), layouts(), layouts(), _article_texts(), _inline_texts(), bodies)
    return st.one_of(near, near, near, st.text(st.characters()))


@cache
def soups() -> SearchStrategy[str]:
    """Return pieces of layout and of lines, joined at random."""
    layout = st.sampled_from(_TITLES + _BYLINES + _DATES + _CREDITS + _BLOCKS + _ENDS)
    piece = st.one_of(st.sampled_from(BREAKS), layout, st.sampled_from(FRAGMENTS), runs(2))
    return st.lists(piece, max_size=14).map("".join)


@cache
def layouts() -> SearchStrategy[str]:
    """Return the parts of an article in their order, some of them lines of any text."""
    parts: list[SearchStrategy[str]] = []
    for part in (_TITLES, _BYLINES, _DATES):
        parts.append(st.one_of(st.sampled_from(part), lines(2).map("{}\n".format)))
    block = st.one_of(
        st.sampled_from(_BLOCKS), st.sampled_from(_BLOCKS), lines().map("{}\n\n".format)
    )
    body = st.lists(block, max_size=4)
    rest = (
        st.sampled_from(_GAPS),
        st.one_of(st.sampled_from(_CREDITS), credit_lines().map("{}\n\n".format)),
        body.map("".join),
        st.sampled_from(_ENDS),
    )
    return st.tuples(*parts, *rest).map("".join)


_CREDIT_PIECES = (
    "Ida", "Holm", "IDA", "J.", "van", "de", "and", "via", "AP", "AFP", "Getty Images", "ＡＰ",
    "Reuters", "共同", "山川太郎", "撮影", "홍나래", "기자", "Norland Press", "The Post",
    "Norland.no",
    "photo", "Photo:", "Foto", "Source:", "by", "©", "(c)", "courtesy of", "the", "The",
    "ferry",
    "is back.", "back。", "Pier!", "/", "/", "|", ",", "(", ")", "[", "]", "-", "–", "“", "”", "=",
    "\\*", "*", "T", "2021", "é", "e\u0301", "&amp;", "\u3000",
)  # fmt: skip


@cache
def credit_lines() -> SearchStrategy[str]:
    """Return lines of the words that credits and captions have, in any order."""
    space = st.sampled_from((" ", " ", " ", "", "  "))
    pieces = st.tuples(st.sampled_from(_CREDIT_PIECES), space).map("".join)
    return st.lists(pieces, min_size=1, max_size=9).map("".join).map(str.strip).filter(bool)


# From the grammars

_ALPHABET = st.sampled_from(PUNCTUATION + LETTERS + BLANKS + SYMBOLS + "\t\x0b\r")
_NAMES = st.sampled_from(
    ("Ida Holm", "Ann Lee", "J. R. Roe Jr.", "Reuters", "Ole Ås", "Ann de la Cruz", "Łucja <u>Ż")
)
_DAYS = st.one_of(
    st.sampled_from(("February 04, 2020", "4 Feb. 2020", "07/27/2016", "Feb. 31, 2020")), dates()
)
_SOURCES = st.sampled_from(
    ("Defence Ministry / TASS", "Ann Lee / AFP", "Getty Images", "Photo: Ida Holm", "(Photo)")
)


def _line(text: SearchStrategy[str]) -> SearchStrategy[str]:
    return st.builds("{}{}".format, text, st.sampled_from(("\n", "\n\n", " \n")))


_AUTHORS = st.one_of(
    _NAMES, st.sampled_from(("[Ida Holm](#)", "[A](u)", "[A B](<u v>)", "Ann Lee (Editor)", "MD"))
)
_BYLINE_LINES = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(("By ", "By: ", "BY <u>", " By ", "Von ", "Par ", "Автор: ", "記者")),
    _AUTHORS,
    st.sampled_from((", ", " and ", ", and ", " & ", "</u> and <u>", " <u>", " | ", " with ")),
    _AUTHORS,
)
_DATE_LINES = st.builds(
    "{}{}".format, st.sampled_from(("", "", "Updated: ", "Last Updated: ", "Updated on ")), _DAYS
)

_DATED_NAMES = st.builds(
    "{}{}{}".format, _DATE_LINES, st.sampled_from((" | ", " ", " by ", ", Von ")), _AUTHORS
)
_LABELS_ALONE = st.sampled_from(("By", "Author", "Published", "**Updated:**", "〔記者林若溪〕"))
_NUMBERED = st.sampled_from(("4. Februar 2020 | Ida Holm", "4. Februar 2020 Von Ann Lee"))

# Terminals that depend on what is around them: drawing them by their patterns alone finds next to
# nothing.
_EXPLICIT = {
    "HEADER_LINE": _line(
        st.one_of(
            *(_BYLINE_LINES, _DATE_LINES, _NAMES, _DATED_NAMES, _LABELS_ALONE, _NUMBERED),
            *(lines(3), _DAYS.map("## {}".format)),
        )
    ),
    "CAPTION": lines(3).map("{} ".format),
    "CREDIT_LINE": _line(st.one_of(_SOURCES, credit_lines())),
    "CREDIT_HEADED": _line(_SOURCES.map("### **{}**".format)),
    "IMAGE_ABOVE": st.sampled_from(("![x](y)\n", "![](#)\n", " ![a b](<c d>)\n")),
}


@cache
def _article_texts() -> SearchStrategy[str]:
    """Return texts of the layout's grammar: blocks in an order that it accepts.

    Without a line feed in the alphabet no line could end, and all texts would be empty.
    """
    alphabet = st.one_of(_ALPHABET, st.just("\n"))
    return st.deferred(
        lambda: from_lark(lark_parser("article"), explicit=_EXPLICIT, alphabet=alphabet)
    )


@cache
def _inline_texts() -> SearchStrategy[str]:
    """Return texts of the inline grammar."""
    return st.deferred(lambda: from_lark(lark_parser("inline"), alphabet=_ALPHABET))
