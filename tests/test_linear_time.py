"""The work grows in proportion to the length of a text.

The rules are run on one long line and on a long body, all of them and each on its own worst texts.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from functools import partial

import pytest

import corpusfmt
from corpusfmt.convert.json_positions import find_positions
from corpusfmt.convert.reading import read_documents
from corpusfmt.lint.context import Context
from corpusfmt.model.document import Node
from corpusfmt.rules import all_rules
from corpusfmt.syntax.normal_form import normalize_inline, text_node
from corpusfmt.text.decode import decode
from corpusfmt.validation.validator import problems
from tests.budget import LONG
from tests.rules.cases import article, findings

ENOUGH = 0.15
"""Seconds in which nothing that is quadratic ends."""

SENTENCE = "The first ferry since October sailed on Monday with 61 passengers."

LINES = {
    "letters": "a",
    "words": "word ",
    "capitals": "Word ",
    "numbers": "1",
    "spaces": " ",
    "spaces and a letter": " a  ",
    "no-break spaces": "\u00a0",
    "points": ".",
    "commas": ", a",
    "hyphens": "a-",
    "hyphens and spaces": "a- ",
    "slashes": "/",
    "URLs": "https://a.example/?utm_source=x ",
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

BODIES = {
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

LINES_OF_PAGES = (
    "A line of the ferry.",
    "LONDON (Reuters) - The boat left.",
    "https://skerry.example/ferry",
    "Page 1 of 2",
    "“We sail,” she said.",
    "Jane Roe is a reporter.",
    "Read more: The winter without a ferry",
    "THE PIER",
    "Advertisement",
)

PIECES = {
    "boilerplate": ["Advertisement\n\nFollow us\n\nFacebook\n\nTwitter\n\nSign up \n\n"],
    "broken-entity": ["#39;", "quot;", "&", "& ", "lt;b", "&# ", "a.a#", "amp;"],
    "broken-link": ["[a](http:", "[a] ", "[a](", "](http://a", "<http://", "![", "[a][1", "[a]:"],
    "broken-hyphen": ["infor- mation information ", "-a ", "aa- bb ", "http://a- b "],
    "data-uri": ["data:image/a;", "data:image/a,", "![](data:image/a)\n\n", "iVBORw0KGgo"],
    "date-url-mismatch": ["/2023", "/2023/03", "-2023", "/2023/mar/1", "2"],
    "duplicate-heading": ["### Costs\n\n"],
    "duplicate-paragraph": [f"{SENTENCE}\n\nThe next one sails.\n\nOn Friday.\n\n"],
    "embedded-post": ["(@a) ", "pic."],
    "escape-sequence": ["\\n", "\\x", "\\u2019", "=E2", "%E2", "a\\b", "u201", "\\\\a\\a", ".\\na"],
    "glued-sentence": ["a.A", "abcdeF", "a.A ", "abcdeFghi a ", "ab-", "a.Abcd’"],
    "footnote-mark": ["a[1]", "[^1]", "[^", "[1] a\n", "a [1]"],
    "glyph-name": ["(cid:1", "(cid:1) ", "/uni2019", "/a/space", "/a", "<0x0A", "glyph<", "a.a."],
    "hard-wrapped-paragraph": ["a\n", "word " * 12 + "\n", "面" * 20 + "\n", "> a\n"],
    "html-entity": ["&amp; ", "&#38;", "&a", "&amp;http://(", "](", "<aa:&amp;", "\\"],
    "html-tag": ["&#60;p", "&#60;p&#62;", "<p a=", "\\<span>", "</title", "<!--->", "<title>"],
    "hyphenless-url": ["ferry-runsagain", "http://a-b ", "//"],
    "indented-paragraph": ["a.\n  ", "a\n\t\t", f"{'a' * 60}.\n  b", "\n \u3000"],
    "invalid-url": ["[a](", "](", "<a:", "a.", "[a](/b)"],
    "invisible-character": ["\u202a", "אּ\u2066", "\u200dक", "\U000e0041", "\ufe0f\U000e0100"],
    "ligature": ["ﬁ", "ﻣﺍ "],
    "lost-apostrophe": ["the didn t ", "n t", "it s the ", " s"],
    "latex-markup": ["$a^", "$$", "\\a{", "\\alpha", "$", ".~", "$a_b$"],
    "lost-hyphen": ["infor-mation information ", "-a ", "Aa-bbbb Aabbbb ", "EU-Regeln EURegeln "],
    "lost-ligature": ["of ce ", "con fi ", "f rst ", "a b c "],
    "masked-text": ["@", "@ ", "[MASK", "#.", "#", "a _", "\\_", "<|", "█"],
    "extra-title": ["# A\n\n\n\n", f"# A\n\n\n\n{SENTENCE} {SENTENCE}\n\n"],
    "ambiguous-mark": ["- ", "<u>#</u> ", "- # a\n\n", "\\", "<u>*</u>", "&#", "1. "],
    "misplaced-url": ["Original url: x "],
    "mojibake": [
        "Ïàðîìå ",
        "µÄÖÐ",
        "wyp³yn¹³ ",
        "óït ",
        "ХЮПБЙ",
        "cafÃ© ",
        "Ã© É ",
        "Ã",
        "Рµ",
        "â€ ",
    ],
    "mixed-script-word": ["fеrry ", "aа", "аa ", "тнιếт "],
    "parted-drop-cap": ["\n\nX y", "\n\nD\n\nabcd", "\n\nT he", "\n\nA line of the ferry."],
    "markdown-table": ["|", "| a ", "|---", "+--", "|---|\n", "a | b |\n", "| a |\n\n", "-|"],
    "pandoc-markup": ["[a]{", "{.a ", "{a=b ", "{a=", ":::\n", "^a", "~2", "==a", "[a"],
    "placeholder-link": ["](", "](#)", "[a](#"],
    "question-mark-in-word": ["a?b ", "a?", " ?ab", "?? ", "a?b", "a? b "],
    "plain-heading": [f"{SENTENCE}\n\nA line\n\n", "A line "],
    "repeated-text": [
        f"{'the ferry sails ' * 4}\n\n",
        f"{'a b c d e f g h ' * 4}\n\nx ",
        "\n\nThe ferry of Skerry sails today.",
    ],
    "replacement-character": ["\ufffd", "\ufffda"],
    "stray-emphasis": [
        "**",
        "** ",
        " *a",
        "* ",
        " _a",
        "a* ",
        "***a ",
        " __a",
        "*重",
        "* A ",
        "**a ",
    ],
    "strikethrough": ["~~", "~~a", " ~~a ", "~~a~~ ", "~ "],
    "stray-backslash": ["a\\b", "\\a", "\\“", "\\\\", "\\ ", "a:\\", "a\\a\\"],
    "detached-accent": ["e ´", "´e ", "´", "e´ "],
    "doubled-letters": ["((aa", "aa((", "aa aab ", "hhaa", "““aa"],
    "field-label": ["Title: ", "Title:\n\n"],
    "ruby-text": ["港(み", "港《み》", "港(みな)", "(み", "港（ㄍ）"],
    "script-link": ["javascript:a(", "](javascript:;", "[a](javascript:a())", "javascript:"],
    "site-name-in-title": [" | ", " - ", "| a", "skerry ", " - skerry", "s k e "],
    "space-before-punctuation": ["a , ", "a . ", " ,", "a .\n"],
    "spaced-letters": ["的 ", "a ", "渡 ，", "한 다", "的 a"],
    "split-paragraph": [
        f"{'a' * 70}\n\n",
        "(a",
        "a.",
        "в-",
        "a\n\n1\n\n",
        f"{'the A ' * 20}\n\n",
        f"{'lea ' * 20}zo\n\nZo.\n\n",
        f"{'面，' * 20}面\n\n面。\n\n",
        f"{'lea ' * 20}\n\n### Zo.\n\n",
        f"{'a@' * 40}\n\n",
    ],
    "stranded-byline": [f"By Ana Lind\n\nBy {'x ' * 40}\n\n"],
    "stranded-credit": [
        "Photo: Ida Holm\n\n",
        f"{'Photo ' * 60}:\n\n",
        f"{'(AP' * 100})\n\n",
        f"{'a/' * 150}AP\n\n",
        f"{':' * 390}\n\n",
    ],
    "stranded-date": [f"March 14, 2023\n\n{'1 ' * 30}2023\n\n{'a' * 80} 2023\n\n"],
    "template-code": ["[b]", "[a b=", "[/a", "{{a", "{%", "<%", "${a", "<?php", "%%a", "[[{"],
    "title-url-mismatch": ["-abc", "/", ".abc", "ü"],
    "too-short": ["—\n\n", "ก"],
    "tokenized-text": ["a , ", "-LRB-", "'", "l' ", "@@ ", "▁a", "a ##", "` ", "n't "],
    "tracking-parameter": ["&utm_source=x", "?", "=", "&a=", "#"],
    "truncated-article": ["read ", "…", "[…] ", "[1", "read more\n\n", "the, "],
    "wiki-markup": [
        "[[a",
        "a\n\n[[a]]\n\n",
        "[[a]]",
        "[http://a ",
        "'''a",
        "{{a|",
        "== a\n",
        "{|",
        "<ref",
        "==a",
    ],
    "unlabelled-url": ["https://a.b/", "](", ":", "a:"],
}
"""What the worst texts of a rule are made of."""


def long(piece: str, length: int) -> str:
    """Return a piece so often that it is so long."""
    return piece * (length // len(piece))


def with_url(path: str, head: str = "") -> str:
    """Return an article with this path in its URL."""
    return article(SENTENCE, f"Original url:\n\n<https://skerry.example/{path}>", head=head)


def with_title(piece: str) -> str:
    """Return an article with a long title."""
    return with_url("").replace("Again", f"Again | x{piece}", 1)


def dated(path: str) -> str:
    """Return an article with a date, and numbers in its URL."""
    return with_url(f"20{path}", head="January 09, 2019")


def with_link(query: str) -> str:
    """Return an article with a link."""
    return article(f"The [timetable](https://a.example/b?a=1&utm_id=1&{query}) is new.")


def between_halves(piece: str) -> str:
    """Return an article with long text in a paragraph that is split."""
    return article("The ferry sailed with the last", piece, "sacks of mail on board.")


FRAMES: dict[str, Callable[[str], str]] = {
    "date-url-mismatch": dated,
    "hyphenless-url": with_url,
    "site-name-in-title": with_title,
    "split-paragraph": between_halves,
    "title-url-mismatch": with_url,
    "tracking-parameter": with_link,
}
"""Where the worst texts of a rule are, if they are not the body."""


def run_rules(make: Callable[[int], str], length: int) -> None:
    """Run every rule on a text."""
    text = make(length)
    context = Context(text)
    for rule in all_rules():
        assert sum(1 for _ in rule.check(context)) <= len(text), rule.name


def run_rule(rule: str, piece: str, length: int) -> None:
    """Run a rule on a text that is made of a piece."""
    frame = FRAMES.get(rule, article)
    findings(rule, frame(f"x{long(piece, length)}"))


def with_line(unit: str, length: int) -> str:
    """Return an article with a long line."""
    above = "By [Ana Lind](#)\n\nFebruary 04, 2020\n\n\n\n"
    return with_url("b").replace("\n\n\n\n", f"{above}{long(unit, length)}", 1)


def with_body(unit: str, length: int) -> str:
    """Return an article with a long body."""
    return article(long(unit, length // 4))


def check_a_quotation_of_escapes(length: int) -> None:
    """Check a line that begins with a mark and has many escapes, which are found and fixed."""
    corpusfmt.check(article("> " + long("\\n ", length)))


def with_equal_paragraphs(length: int) -> str:
    """Return an article of some lines that occur again and again, longer than the other texts."""
    return article(*(LINES_OF_PAGES * (8 * length // len("".join(LINES_OF_PAGES)))))


def find_after_a_long_string(length: int) -> None:
    text = json.dumps({"a": long("x\\", length), "b": 1})
    assert text[slice(*find_positions(text, ["/b"])["/b"])] == "1"


def join_many_nodes(length: int) -> None:
    nodes: list[Node] = []
    for _ in range(length // 4):
        nodes += (text_node("a"), text_node(" ", em=True))
    assert normalize_inline(nodes) == [text_node(("a " * (length // 4)).strip())]


def decode_many_bad_bytes(length: int) -> None:
    assert decode(b"\xff" * length).problems[length - 1].column == length


def find_many_unknown_keys(length: int) -> None:
    unknown = {f"x{number}": number for number in range(length // 10)}
    assert (
        len(problems({"corpusfmt": "1.0", "title": "Title", "body": [], **unknown})) > length // 10
    )


def find_many_bad_blocks(length: int) -> None:
    blocks = [{"type": "separator", "x": number} for number in range(length // 100)]
    found = problems({"corpusfmt": "1.0", "title": "Title", "body": blocks})
    assert len(found) >= length // 100


def import_many_bad_records(length: int) -> None:
    record = {"title": "T", "maintext": "x", "date_publish": "soon", "source_domain": "a"}
    number = length // 16
    found = list(read_documents(json.dumps([record] * number).encode(), "a", "news-please"))
    assert sum(len(one.diagnostics) for one in found) == number
    assert found[-1].diagnostics[0].pointer == f"/{number - 1}/date_publish"


def import_spaces(source: str, length: int) -> None:
    """Import an export of a database that has a long line of nothing but spaces."""
    head = "1 of 1 DOCUMENTS\n\nHEADLINE: A\n\nTitle: A\n\n"
    spaces = long(" \t", length)
    for _ in read_documents(f"{head}{spaces}\n\nB\n".encode(), "a", source):
        pass


def find_words_that_differ(length: int) -> None:
    words = [
        f"A{chr(0x4E00 + number)}-B A{chr(0x4E00 + number)}B" for number in range(length // 10)
    ]
    findings("lost-hyphen", article(" ".join(words)))


def all_cases() -> dict[str, Callable[[int], None]]:
    """Return what has to be linear in a length, by a name."""
    cases: dict[str, Callable[[int], None]] = {
        "JSON": find_after_a_long_string,
        "nodes": join_many_nodes,
        "bytes": decode_many_bad_bytes,
        "keys": find_many_unknown_keys,
        "blocks": find_many_bad_blocks,
        "records": import_many_bad_records,
        "spaces of LexisNexis": partial(import_spaces, "lexisnexis"),
        "spaces of ProQuest": partial(import_spaces, "proquest"),
        "spaces of Factiva": partial(import_spaces, "factiva"),
        "words that differ": find_words_that_differ,
        "a quotation of escapes": check_a_quotation_of_escapes,
        "equal paragraphs": partial(run_rules, with_equal_paragraphs),
    }
    for name, unit in LINES.items():
        cases[f"a line of {name}"] = partial(run_rules, partial(with_line, unit))
    for name, unit in BODIES.items():
        cases[f"a body of {name}"] = partial(run_rules, partial(with_body, unit))
    for rule, pieces in PIECES.items():
        for number, piece in enumerate(pieces):
            cases[f"{rule} {number}"] = partial(run_rule, rule, piece)
    return cases


CASES = all_cases()


@pytest.mark.parametrize("name", CASES)
def test_it_is_linear(name: str) -> None:
    """Sixteen times the length takes sixteen times the time, or 256 times if it is quadratic.

    The bound is 60 times. What is fast enough at its full length is not measured twice.
    """
    case = CASES[name]
    first = seconds(case, LONG)
    if first <= ENOUGH:
        return
    most = 60 * min(seconds(case, LONG // 16) for _ in range(3))
    assert first < most or min(seconds(case, LONG) for _ in range(3)) < most


def seconds(case: Callable[[int], None], length: int) -> float:
    """Return the processor time that a case takes for a length."""
    start = time.process_time()
    case(length)
    return time.process_time() - start
