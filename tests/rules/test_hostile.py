"""No rule can be blown up by a line: what is quadratic here would not end today."""

from __future__ import annotations

import pytest

from corpusfmt.lint.context import Context
from corpusfmt.lint.rule import Rule
from corpusfmt.rules import all_rules

SIZE = 200_000
ARTICLE = (
    "# Ferry Runs Again\n\nBy [Ana Lind](#)\n\nFebruary 04, 2020\n\n\n\n{}\n\nThe end.\n\n"
    "Original url:\n\n<https://a.example/b>\n"
)

UNITS = {
    "letters": "a",
    "words": "word ",
    "capitals": "Word ",
    "numbers": "1",
    "blanks": " ",
    "blanks and a letter": " a  ",
    "no-break spaces": "\u00a0",
    "points": ".",
    "commas": ", a",
    "hyphens": "a-",
    "hyphens and blanks": "a- ",
    "slashes": "/",
    "addresses": "https://a.example/?utm_source=x ",
    "schemes": "http://",
    "parameters": "&utm_a=b",
    "links": "[a](#) ",
    "links to nothing": "[a]()",
    "brackets": "[",
    "parentheses": "(",
    "tags": "<p>",
    "brackets of tags": "<",
    "openings of tags": "<p ",
    "comments": "<!--",
    "references": "&amp;",
    "ampersands": "&",
    "numbers of references": "&#",
    "mojibake": "Ã©",
    "halves of mojibake": "â€",
    "invisible": "\u200b",
    "soft hyphens": "a\u00ad",
    "joiners": "\u200d",
    "marks": "e\u0301",
    "quotes": "“",
    "bylines": "By Ana ",
    "dates": "Feb. 4, 2020 ",
    "credits": "Photo: A / B ",
    "labels": "Original url: ",
    "dashes": "— ",
    "stars": "*",
    "wide": "東",
    "emoji": "👩\u200d🚀",
}
"""What a hostile line is made of."""

BLOCKS = {
    "paragraphs": "a\n\n",
    "equal paragraphs": "The same paragraph is here again and again, and is long enough.\n\n",
    "headings": "## A\n\n",
    "credits": "Photo: A / AFP\n\n",
    "bylines": "By Ana Lind\n\n",
    "items": "- a\n",
    "lines": "a line that is broken\n",
    "halves": "and then the\n\nother half\n\n",
    "gaps": "a\n\n\n\n",
    "dates": "Feb. 4, 2020\n\n",
    "shares": "Share on Facebook\n\n",
}
"""What a hostile body is made of."""

TEXTS = {
    f"a line of {name}": ARTICLE.format(unit * (SIZE // len(unit))) for name, unit in UNITS.items()
}
TEXTS |= {
    f"a body of {name}": ARTICLE.format(unit * (SIZE // 4 // len(unit)))
    for name, unit in BLOCKS.items()
}


@pytest.mark.parametrize("name", TEXTS)
def test_every_rule_comes_to_an_end(name: str) -> None:
    context = Context(TEXTS[name])
    for rule in all_rules():
        assert count(rule, context) <= len(context.text)


def count(rule: Rule, context: Context) -> int:
    return sum(1 for _ in rule.check(context))
