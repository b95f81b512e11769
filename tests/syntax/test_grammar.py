"""Lark's parsers say what may follow, and read the sample articles as the lexer does."""

import pytest

from corpusfmt.syntax.grammar import GRAMMARS, ParserState, lark_parser, ordered_terminals
from corpusfmt.syntax.prepare import prepare
from corpusfmt.syntax.tokens import block_tokens
from tests.checkout import ROOT


@pytest.mark.parametrize("grammar", GRAMMARS)
def test_terminals_have_an_order(grammar: str) -> None:
    terminals = ordered_terminals(lark_parser(grammar))
    assert len(terminals) > 5
    if grammar == "article":
        assert list(terminals).index("TITLE") < list(terminals).index("PARAGRAPH")


def test_a_state_accepts_what_may_follow() -> None:
    start = ParserState.start(lark_parser("article"))
    assert start.is_end
    assert {"TITLE", "PARAGRAPH"} <= start.accepted
    after = start.after("TITLE")
    assert "SUBTITLE" in after.accepted
    assert "TITLE" not in after.accepted
    assert after.stack != start.stack


def test_lark_reads_an_article_as_the_lexer_does() -> None:
    text = prepare(next((ROOT / "corpus").glob("*.txt")).read_text("utf-8"))
    tree = lark_parser("article").parse(text)
    expected = [(token.type, str(token)) for token in block_tokens(text)]
    assert [(token.type, str(token)) for token in tree.scan_values(lambda _: True)] == expected
