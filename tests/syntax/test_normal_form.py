"""The normal form of inline lists and documents."""

import pytest

from corpusfmt.model.document import Document, LinkNode, Node
from corpusfmt.syntax.normal_form import clean, normalize_document, normalize_inline, text_node

BREAK: Node = {"type": "break"}


def link(text: str) -> LinkNode:
    return {"type": "link", "url": "u", "content": [text_node(text)]}


@pytest.mark.parametrize(
    ("nodes", "normal"),
    [
        ([], []),
        ([text_node(" a ")], [text_node("a")]),
        ([text_node(" ")], []),
        ([text_node("a"), text_node("b")], [text_node("ab")]),
        ([text_node("a", em=True), text_node(" b", em=True)], [text_node("a b", em=True)]),
        (
            [text_node("a"), text_node(" b ", strong=True)],
            [text_node("a "), text_node("b", strong=True)],
        ),
        ([text_node("a"), text_node(" ", em=True), text_node("b")], [text_node("a b")]),
        (
            [BREAK, text_node("a "), BREAK, BREAK, text_node(" b"), BREAK],
            [text_node("a"), BREAK, text_node("b")],
        ),
        ([text_node("a"), link(" b ")], [text_node("a "), link("b")]),
        ([link(" "), text_node("a")], [text_node("a")]),
        ([text_node("e"), text_node("\u0301")], [text_node("é")]),
    ],
)
def test_inline_lists(nodes: list[Node], normal: list[Node]) -> None:
    assert normalize_inline(nodes) == normal
    assert normalize_inline(normal) == normal


def test_documents() -> None:
    document: Document = {
        "corpusfmt": "1.0",
        "title": "e\u0301",
        "byline": [{"name": "e\u0301", "url": "e\u0301"}],
        "intro": [[text_node(" a ")]],
        "body": [
            {"type": "heading", "level": 2, "content": [text_node("a"), text_node("b")]},
            {"type": "related", "label": "e\u0301", "links": [{"title": "e\u0301", "url": "#"}]},
        ],
        "source": {"path": "a.txt"},
    }
    assert normalize_document(document) == {
        "corpusfmt": "1.0",
        "title": "é",
        "byline": [{"name": "é", "url": "é"}],
        "intro": [[text_node("a")]],
        "body": [
            {"type": "heading", "level": 2, "content": [text_node("ab")]},
            {"type": "related", "label": "é", "links": [{"title": "é", "url": "#"}]},
        ],
    }
    assert document["intro"] == [[text_node(" a ")]], "the document is left as it is"


def test_strings() -> None:
    assert clean("a\tb\x0bc") == "a bc"
