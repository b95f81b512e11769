"""Texts as a reader may meet them: drawn from both grammars, put together from pieces of layout, or of anything."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st
from hypothesis.extra.lark import from_lark
from hypothesis.strategies import SearchStrategy

from corpusfmt.parser import built
from corpusfmt.testing.strings import BLANKS, FRAGMENTS, LETTERS, PUNCTUATION, SYMBOLS, dates, lines, runs

LAYOUT = (
    *(
        "\n",
        "\n",
        "\n\n",
        "\n\n",
        "\n\n\n",
        "\n\n\n\n",
        "  \n",
        "\r\n",
        "\r",
        "\n ",
        "\n    ",
        "\n> ",
        "\n- ",
        "\n  - ",
        "\n1. ",
    ),
    *(
        " ",
        "  ",
        "\t",
        "\u00a0",
        "\u3000",
        "\ufeff",
        "\u200b",
        "\x00",
        "\x0b",
        "\x0c",
        "\x85",
        "\u2028",
        "\ud800",
        "\udfff",
    ),
    *(
        "# T\n",
        "## S\n",
        "By Ida Holm\n",
        "By [A](#) and B\n",
        "By <u>[A](#)</u>, B, February 04, 2020\n",
        "**A / B**\n",
    ),
    *(
        "February 04, 2020\n",
        "Feb. 4, 2020\n",
        "Last Updated: 07/27/2016\n",
        "Feb. 19 2018 - 09:02\n",
        "## **July 4, 2020**\n",
    ),
    *(
        "What it shows **A / B**\n",
        "It burned. X / AFP\n",
        "### **X / AFP**\n",
        "AP\n",
        "東京\n",
        "Photo: Ida Holm\n",
        "![x](y)\n",
    ),
    *(
        "**Related article:** [a](#)\n",
        "**Read more:** [a](u), [b](v)\n",
        ": [a](u)\n",
        "Also read: [a](u)\n",
        "### **Sub**\n",
    ),
    *(
        "Original url:\n\n<https://example.org/a>\n",
        "Original url: https://example.org/a\nb-c\n",
        "***\n",
        "- - -\n",
        "===\n",
    ),
)
"""Line ends, blanks, what no document can hold, and lines of the layout in their several forms."""


def texts() -> SearchStrategy[str]:
    """Any text: most of them near the layout, some of any characters whatever, lone surrogates included."""
    near = st.one_of(soups(), soups(), _article_texts(), _inline_texts())
    bodies = st.one_of(soups(), _inline_texts()).map("# T\n\n\n\n".__add__)
    return st.one_of(near, near, bodies, st.text(st.characters()))


def soups(max_size: int = 14) -> SearchStrategy[str]:
    """Pieces of layout and of lines, put together at random."""
    piece = st.one_of(st.sampled_from(LAYOUT), st.sampled_from(FRAGMENTS), runs(2))
    return st.lists(piece, max_size=max_size).map("".join)


# ---------------------------------------------------------------------------------------------------- from the grammars

_ALPHABET = st.sampled_from(PUNCTUATION + LETTERS + BLANKS + SYMBOLS + "\t\x0b\r")
_NAMES = st.sampled_from(("Ida Holm", "Ann Lee", "J. R. Roe Jr.", "Reuters", "Ole Ås", "Ann de la Cruz", "Łucja <u>Ż"))
_DATES = st.one_of(st.sampled_from(("February 04, 2020", "4 Feb. 2020", "07/27/2016", "Feb. 31, 2020")), dates())
_CREDITS = st.sampled_from(
    ("Defence Ministry / TASS", "Ann Lee / AFP", "Getty Images", "Photo: Ida Holm", "(Photo)", "NASA")
)


def _line(text: SearchStrategy[str]) -> SearchStrategy[str]:
    return st.builds("{}{}".format, text, st.sampled_from(("\n", "\n\n", " \n")))


# Terminals that hang on what stands around them: drawing them by their patterns alone finds next to nothing.
_EXPLICIT = {
    "BY": st.sampled_from(("By ", "By: ", "BY <u>", " By ")),
    "JOIN": st.sampled_from((", ", " and ", ", and ", " & ", "</u> and <u>", " <u>", "</u> ")),
    "BARE_LINK": st.sampled_from(("[Ida Holm](#)", "[A](u)", " [A B](<u v>)")),
    "BARE_NAME": _NAMES,
    "AUTHOR_NAME": _NAMES,
    "DATE": _line(_DATES),
    "UPDATED": _line(st.builds("{}{}".format, st.sampled_from(("Updated: ", "Last Updated: ", "Updated on ")), _DATES)),
    "CAPTION": lines(3).map("{} ".format),
    "CREDIT": _line(_CREDITS),
    "CREDIT_HEADED": _line(_CREDITS.map("### **{}**".format)),
    "CREDIT_RUN_ON": _line(st.builds("{}{}".format, st.sampled_from(("It burned. ", "A ship (")), _CREDITS)),
    "IMAGE_ABOVE": st.sampled_from(("![x](y)\n", "![](#)\n", " ![a b](<c d>)\n")),
}


@cache
def _article_texts() -> SearchStrategy[str]:
    """Texts of the layout's grammar: an order of blocks that it allows, each made by its terminal's pattern."""
    return st.deferred(lambda: from_lark(built("article"), explicit=_EXPLICIT, alphabet=_ALPHABET))


@cache
def _inline_texts() -> SearchStrategy[str]:
    """Texts of the inline grammar."""
    return st.deferred(lambda: from_lark(built("inline"), alphabet=_ALPHABET))
