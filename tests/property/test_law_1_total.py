"""Law 1: any text is read without an exception, in time linear in its length.

Any bytes give text or located problems.
"""

import gc
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import product
from types import FrameType
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lark import Token as LarkToken
from lark.exceptions import UnexpectedInput

from corpusfmt import check
from corpusfmt.api.articles import format
from corpusfmt.syntax import inline
from corpusfmt.syntax.grammar import lark_parser
from corpusfmt.syntax.lexer import Token
from corpusfmt.syntax.prepare import prepare
from corpusfmt.syntax.reading import Reading, read_document
from corpusfmt.syntax.tokens import block_tokens, inline_tokens
from corpusfmt.testing import damaged_bytes, mutated_articles, texts
from corpusfmt.text.decode import decode, lossy_text
from corpusfmt.text.source import SourceText


@pytest.mark.parametrize("grammar", ["article", "inline"])
def test_whatever_the_grammar_offers_next_is_accepted(grammar: str) -> None:
    """All forms of the stack are tried: merged LALR states could offer what they reject."""
    # The methods of Lark's interactive parser have no types.
    todo: list[Any] = [lark_parser(grammar).parse_interactive("")]
    seen: set[tuple[int, ...]] = set()
    while todo:
        parser = todo.pop()
        stack = tuple(parser.parser_state.state_stack)
        if stack in seen:
            continue
        seen.add(stack)
        for name in filter(str.isupper, parser.choices()):
            following = parser.copy(deepcopy_values=False)
            try:
                following.feed_token(LarkToken(name, ""))
            except UnexpectedInput:
                pytest.fail(f"{name} is offered, and rejected")
            if name != "$END":
                todo.append(following)
    assert len(seen) > 10


_lark = cache(lark_parser)


@given(texts())
def test_lark_itself_reads_the_same_tokens(text: str) -> None:
    assert types_and_texts(block_tokens(prepare(text))) == lark_tokens("article", prepare(text))
    assert types_and_texts(inline_tokens(text)) == lark_tokens("inline", text)


def types_and_texts(tokens: Iterable[Token]) -> list[tuple[str, str]]:
    return [(token.type, str(token)) for token in tokens]


def lark_tokens(grammar: str, text: str) -> list[tuple[str, str]]:
    """Return the types and the texts of the tokens that Lark finds."""
    found: list[tuple[str, str]] = []
    for token in _lark(grammar).parse(text).children:
        assert isinstance(token, LarkToken)
        found.append((token.type, str(token)))
    return found


# Bytes


@given(
    st.one_of(
        damaged_bytes(),
        st.binary(),
        st.lists(st.sampled_from([b"\xe2", b"\x82", b"\xac", b"\xf0", b"a", b"\xff"])).map(
            b"".join
        ),
    )
)
@example(b"\xf0\x9f\x98")
@example(b"\xed\xa0\x80\xc0\xaf")
def test_any_bytes_give_text_or_one_located_fault_a_bad_sequence(data: bytes) -> None:
    decoded = decode(data)
    expected = list(bad_sequences(data))
    assert [(fault.offset, fault.length) for fault in decoded.problems] == expected
    assert (decoded.text is None) is bool(expected)
    shown = SourceText(lossy_text(data), "")
    for fault in decoded.problems:
        assert fault.raw == data[fault.offset : fault.offset + fault.length]
        assert shown.text[fault.start] == "\ufffd"
        assert (fault.line, fault.column) == shown.position(fault.start)
    if decoded.text is not None:
        assert decoded.text.encode() == data
        assert read_document(decoded.text)["corpusfmt"] == "1.0"


def bad_sequences(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield the offset and length of each sequence that is not UTF-8, by decoding repeatedly."""
    start = 0
    while True:
        try:
            data[start:].decode()
            return
        except UnicodeDecodeError as error:
            yield start + error.start, error.end - error.start
            start += error.end


# Growth

HOSTILE = [
    "[", "]", "(", "*", "**", "***", "_", "__", "\\", "`", "<", ">", "&", "&#", "&#6", "!", "![",
    "#", "-", "+", "—", "|", ":", " ", "\t", "\n", " \n", "\n \n", "\u00a0", "\x00", "\r", "\u0301",
    "\ud800", "a", "A ", "A b ", "ab. ", "1", "1. ", "0", "**a", "**a ", "*a ", "*a **b ",
    "**a *b ", "_a ", "__a _b ", "***a ", "a_", "a*", "*a* ", "**a** ", "_a_ ", "\\*", "a\\",
    "[a](", "[a](b", "[a](b) ", "[a](<", "[a][", "[[a]", "[a [b] ", "](", ") (", "](a)[", "<u>",
    "</u>", "<a:", "<a:b> ", "&#66;", "> ", "> a\n", "- ", "- a\n", "  - a\n", "1. a\n", "# ",
    "# a\n", "***\n", "* * ", "- - ", "_ _ ", "---", "===\n", "a\n", "a\n\n", "a, ", "A, ",
    "A and ", "A & ", "By A\n", "and ", "A <u>", "Jr. ", "February 04, 2020\n", "Feb ",
    "2020-02-04 ", "20200204", "A / ", "AP / ", "A Photo ", "AFP ", "Photo: ", "(", "A (", "© ",
    "A. B ", "东", "東京 ", "日 / ", "А / ", "“A” ", "'s ", "via ", "**A:** [a](b), ", ": [a](b) ",
    "[a](b), ", "Related:", "Read more: [a](b)\n", "![a](b)\n", "![a](b)\na **b**\n", "a **b**",
    "Original url: ", "Original url:\n", "http://a.b/c ", "http://a.b/c\n", "a/b\n", "Updated: ",
    "## **", "_a **b_ c**d ", "_a **b_ c\\\\**d ", "\\**a ", "[**](a) ", "[a](\\", "a\n> ",
    "&#66;y ",
]  # fmt: skip
PLACES = (
    "",
    "# T\n",
    "By ",
    "# T\n\n\n\n",
    "# T\n\n\n\nA ",
    "# T\n\n\n\n**A:** ",
    "T\n\n> ",
    "T\n\n- ",
    "T\n\nOriginal url: ",
)
ENDS = ("", "x\n") if settings().max_examples > 1000 else ("",)
FEW, MANY = (4_000, 64_000) if settings().max_examples > 1000 else (320, 5_120)
"""Characters of a hostile text, short and long; it takes the long profile to be thorough here."""


@pytest.mark.parametrize("unit", HOSTILE)
def test_reading_is_linear_in_the_length(unit: str) -> None:
    """Sixteen times the text takes sixteen times the time, or 256 times if it is quadratic.

    The bound is 60 times. What is fast enough at its full length is not measured twice.
    """
    for place, end in product(PLACES, ENDS):
        text = place + unit * (MANY // len(unit)) + end
        if seconds(text) > MANY / 200_000:
            short = place + unit * (FEW // len(unit)) + end
            assert min(seconds(text) for _ in range(3)) < 60 * min(
                seconds(short) for _ in range(3)
            ), (place, end)


def seconds(text: str) -> float:
    """Return the processor time that it takes to read a text and to write it."""
    gc.disable()  # its rounds grow with the number of objects
    try:
        start = time.process_time()
        format(text)
        return time.process_time() - start
    finally:
        gc.enable()


LINES_AT_FIRST, MORE_LINES = 1_000, 1_000
MOST_CALLS = 38
"""The most calls for one more line without marks; a line with a mark takes up to 80.

A line that is not canonical takes 20 of them to tell how it differs from the canonical one.
"""


@pytest.mark.parametrize("function", [format, check])
@pytest.mark.parametrize("line", ["a\n", "ab c\n", "é  \n", " a\n", "> a\n", "a\x0bb\n"])
def test_a_line_without_marks_costs_few_calls(function: Callable[[str], object], line: str) -> None:
    """A text may have a million of them: the calls for each line are counted, not the time."""
    few, many = (
        f"# T\n\n\n\n{line * count}" for count in (LINES_AT_FIRST, LINES_AT_FIRST + MORE_LINES)
    )
    assert calls(function, many) - calls(function, few) < MOST_CALLS * MORE_LINES


def calls(function: Callable[[str], object], text: str) -> int:
    """Return how many calls a function makes when it is called the second time."""
    count = 0

    def profile(_: FrameType | None, event: str, __: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    function(text)
    sys.setprofile(profile)
    try:
        function(text)
    finally:
        sys.setprofile(None)
    return count


@given(
    st.one_of(
        texts(),
        texts(),
        mutated_articles(),
        st.text(st.characters()),
        st.sampled_from(HOSTILE).map(lambda unit: "# T\n\n\n\n" + unit * 200),
    )
)
@example("\ud800")
@example("\x00")
def test_any_text_is_read_and_no_character_many_times(text: str) -> None:
    """The inline grammar is run again on what a mark encloses.

    No mark encloses its own delimiter, so that this ends soon.
    """
    seen = 0

    def counted(piece: str) -> Iterator[Token]:
        nonlocal seen
        seen += len(piece)
        return inline_tokens(piece)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(inline, "inline_tokens", counted)
        assert Reading(text).document["corpusfmt"] == "1.0"
    assert seen <= 8 * len(text)
    assert isinstance(format(text), str)
