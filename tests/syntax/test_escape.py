"""What would be a mark is escaped, and nothing else."""

import pytest

from corpusfmt.syntax.escape import (
    escape,
    escape_heading,
    escape_label,
    escape_line_start,
    escape_name,
    is_punctuation,
    may_be_punctuation,
    reference,
    write_url,
)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("plain", "plain"),
        ("a*b", r"a\*b"),
        ("2 * 3", "2 * 3"),
        ("snake_case", "snake_case"),
        ("_a", r"\_a"),
        ("a _ b", "a _ b"),
        ("`a`", r"\`a\`"),
        ("a < b", "a < b"),
        ("a<b", r"a\<b"),
        ("AT&T", "AT&T"),
        ("&amp;", r"\&amp;"),
        ("[a](b)", r"[a\](b)"),
        ("[a] b", "[a] b"),
        (r"\a", r"\a"),
        (r"\*", r"\\\*"),
        ("end\\", "end\\\\"),
    ],
)
def test_marks_are_escaped(text: str, escaped: str) -> None:
    assert escape(text) == escaped


def test_what_is_a_mark_depends_on_what_is_around() -> None:
    assert escape("a!", after="[") == r"a\!"
    assert escape("*", before=" ", after=" ") == "*"
    assert escape(" * ", marked=True) == r" \* "
    assert escape("_", before="a", after="b", marked=True) == "_"
    assert escape("[a]", in_link=True) == r"\[a\]"


@pytest.mark.parametrize(
    ("line", "escaped"),
    [
        ("# a", r"\# a"),
        ("#a", "#a"),
        ("> a", r"\> a"),
        ("- a", r"\- a"),
        ("-a", "-a"),
        ("12. a", r"12\. a"),
        ("123456789) a", r"123456789\) a"),
        ("1234567890. a", "1234567890. a"),
        ("12.5", "12.5"),
        ("• a", "&#x2022; a"),
        ("— a", "— a"),
        ("~~~", r"\~~~"),
        ("===", r"\==="),
        ("", ""),
    ],
)
def test_a_line_begins_no_block(line: str, escaped: str) -> None:
    assert escape_line_start(line) == escaped


@pytest.mark.parametrize(
    ("name", "escaped"),
    [
        ("Ida Holm", "Ida Holm"),
        ("A, B", "A&#44; B"),
        ("A and B", "A &#97;nd B"),
        ("Anderson", "Anderson"),
        ("A & B", "A &#38; B"),
        ("A_B_", r"A_B\_"),
    ],
)
def test_a_name_is_one_name(name: str, escaped: str) -> None:
    assert escape_name(name) == escaped


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://example.org/a_(b)", "https://example.org/a_(b)"),
        ("a b", "<a b>"),
        ("a(b", "<a(b>"),
        ("", ""),
        ("<a>", r"<\<a\>>"),
        ("a&amp;b", r"a\&amp;b"),
        ("\u0338 a", "<&#824; a>"),
    ],
)
def test_a_url_is_written_between_parentheses(url: str, written: str) -> None:
    assert write_url(url) == written


def test_the_ends_of_headings_and_the_label_of_the_url_are_escaped() -> None:
    assert escape_heading("a #") == r"a \#"
    assert escape_heading("C#") == "C#"
    assert escape_label("Original url: x") == r"Original url\: x"
    assert escape_label("The original url: x") == "The original url: x"


def test_characters() -> None:
    assert reference("A") == "&#65;"
    assert is_punctuation("—")
    assert not is_punctuation("€")
    assert may_be_punctuation("€")
