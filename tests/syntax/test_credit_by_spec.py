"""The rules for credits in the specification are those of the reader: two readers, one result.

The lines are drawn from the patterns that the specification prints, are pieces of lines at random,
and changed examples.
"""

from __future__ import annotations

import random
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpusfmt.model.document import Block
from corpusfmt.model.document import Document as Article
from corpusfmt.syntax.credit import Around, find_credit
from corpusfmt.syntax.credit_patterns import PATTERNS
from corpusfmt.syntax.credit_words import words_of
from corpusfmt.syntax.inline import read_string
from corpusfmt.syntax.normal_form import text_node
from corpusfmt.testing.text import credit_lines
from tests.for_each import for_each
from tests.syntax import credit_by_spec as spec
from tests.syntax import credit_lines as examples

TITLE, AUTHOR = "Ida Holm and the Ferry", "Tom Reed"
TEXTS = ("The first ferry since October sailed.", "Captain Anna Lind saw the causes of cancer.")
DOCUMENT = spec.Document((TITLE,), (AUTHOR,), TEXTS)

WORDS = {
    "A": ("AP", "Getty Images", "REUTERS", "dpa-Wire", "新华社"),
    "B": ("Photo by", "Foto von"),
    "C": ("山川太郎", "홍나래", "דנה", "港に戻ったフェリーの乗客"),
    "D": ("Press", "Archiv"),
    "G": ("NATO", "White House"),
    "H": ("The", "Breaking", "NEWS"),
    "I": ("J.", "J.-P.", "U.S."),
    "K": ("Illustration", "credit"),
    "L": ("Photo:", "Foto =", "사진："),
    "M": ("Post", "Times"),
    "N": ("Ida", "Holm", "Reed", "Lind", "Wiórek", "Вітер"),
    "O": ("press service", "пресс-служба"),
    "P": ("photo", "Bild"),
    "Q": ("Photo credit:", "Image source,"),
    "R": ("©", "(c)", "courtesy of"),
    "S": ("撮影", "기자", "撮影・山川太郎"),
    "U": ("IDA", "HOLM", "NRK"),
    "W": ("skarv.no", "www.a-b.example", "@ida.holm"),
    "Z": ("北港新聞社", "한빛일보"),
    "e": ("and", "&", "и"),
    "l": ("Source:", "Photos:"),
    "o": ("politi", "kommune"),
    "p": ("van", "de"),
    "r": ("copyright", "Courtesy"),
    "v": ("via", "for"),
    "x": ("ferry", "reports", "causes", "#1"),
    "9": ("2021", "1LIVE"),
    '"': ("“", "«", "*"),
    ".": ("back.", "!", "…", "…"),
    "(": ("(", "["),
    ")": (")", "]"),
    "-": ("–", "-"),
    ":": (":", "="),
}
"""Words of each kind; a separator is itself."""


@cache
def around() -> Around:
    body: list[Block] = [{"type": "paragraph", "content": [text_node(text)]} for text in TEXTS]
    article: Article = {
        "corpusfmt": "1.0",
        "title": TITLE,
        "byline": [{"name": AUTHOR}],
        "body": body,
    }
    return Around(article, body)


def assert_read_alike(line: str) -> None:
    string = read_string(line)
    found = find_credit(string, around()) if string else None
    assert (None if found is None else tuple(found)) == spec.read(string, DOCUMENT), string
    ours = [tuple(word) for word in words_of(string)]
    assert ours == [tuple(word) for word in spec.words_of(string)], string


def test_the_specification_has_the_patterns() -> None:
    assert spec.patterns() == PATTERNS


@for_each(
    {
        line: line
        for line in (
            *[" ".join(filter(None, pair)) for pair in (*examples.CREDITS, *examples.MORE_CREDITS)],
            *examples.NO_CREDITS,
            *examples.MORE_NO_CREDITS,
        )
    }
)
def test_examples(line: str) -> None:
    assert_read_alike(line)


@st.composite
def lines_of_patterns(draw: st.DrawFn) -> str:
    """Return a line whose words have kinds that a pattern matches, perhaps after others."""
    before = draw(st.sampled_from(("", "", "x", "xx.", "Nx(N)", "NNxNx-", "HxxNx")))
    name = draw(st.sampled_from(sorted(PATTERNS)))
    kinds = draw(
        st.from_regex(spec.compiled(name), fullmatch=True, alphabet="".join(WORDS) + "/|,")
    )
    after = draw(st.sampled_from(("", "", "", ")", ".", "/A", "(A)", "-", "x")))
    words: list[str] = []
    for kind in before + kinds + after:
        words.append(draw(st.sampled_from(WORDS.get(kind, (kind,)))))
        words.append(draw(st.sampled_from((" ", " ", " ", ""))))
    return "".join(words)


@pytest.mark.slow
@settings(max_examples=200)
@given(lines_of_patterns())
def test_lines_of_the_patterns(line: str) -> None:
    assert_read_alike(line)


@pytest.mark.slow
@settings(max_examples=200)
@given(credit_lines())
def test_lines_of_words_in_any_order(line: str) -> None:
    assert_read_alike(line)


@settings(max_examples=200)
@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=200))
def test_lines_of_any_characters(line: str) -> None:
    assert_read_alike(line.replace("\n", " "))


@pytest.mark.slow
def test_changed_examples() -> None:
    lines = [" ".join(filter(None, pair)) for pair in (*examples.CREDITS, *examples.MORE_CREDITS)]
    lines += [*examples.NO_CREDITS, *examples.MORE_NO_CREDITS]
    chance = random.Random(7)
    for _ in range(1000):
        line = chance.choice(lines)
        at = chance.randrange(len(line) + 1)
        changed = chance.choice(
            (
                line[:at] + line[at + 1 :],
                line[:at] + chance.choice(" ./|,:()-–“”©*") + line[at:],
                line[:at] + " " + chance.choice(lines),
                line + " " + line[:at],
                line.upper(),
                line[:at].lower() + line[at:],
            )
        )
        assert_read_alike(changed)
