"""Inline text is read as text, links and line breaks."""

import pytest

from corpusfmt.model.document import Node
from corpusfmt.syntax.inline import plain_text, read_inline, read_string, read_url
from corpusfmt.syntax.normal_form import text_node


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("", []),
        (" a ", [text_node("a")]),
        ("a *b*", [text_node("a "), text_node("b", em=True)]),
        ("**a**", [text_node("a", strong=True)]),
        ("***a***", [text_node("a", strong=True, em=True)]),
        ("**a *b***", [text_node("**a *b***")]),
        ("<u>a</u>", [text_node("a")]),
        ("** **", [text_node("** **")]),
        (r"\*a\*", [text_node("*a*")]),
        ("&#65;", [text_node("A")]),
        ("&#0;", [text_node("&#0;")]),
        ("&#xD800;", [text_node("&#xD800;")]),
        ("a\nb", [text_node("a"), {"type": "break"}, text_node("b")]),
        ("[a](u)", [{"type": "link", "url": "u", "content": [text_node("a")]}]),
        ("[a\nb](u)", [{"type": "link", "url": "u", "content": [text_node("a b")]}]),
        ("*[a](u)*", [{"type": "link", "url": "u", "content": [text_node("a", em=True)]}]),
        ("[<u>](u)", [text_node("[<u>](u)")]),
        ("<tag:a>", [{"type": "link", "url": "tag:a", "content": [text_node("tag:a")]}]),
    ],
)
def test_marks_are_read(text: str, nodes: list[Node]) -> None:
    assert read_inline(text) == nodes


def test_strings_have_no_marks() -> None:
    assert read_string(r" \*a\* *b* &#65; ") == "*a* *b* A"
    assert read_url(r"<a b\>>") == "a b>"
    assert read_url("a_(b)") == "a_(b)"


def test_plain_text_has_a_line_feed_for_a_break() -> None:
    assert plain_text(read_inline("a **b**\n[c](u)")) == "a b\nc"
    assert plain_text([]) == ""
