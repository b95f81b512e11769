"""Reading with the compiled tables is reading without them, and needs no Lark."""

import subprocess
import sys
from collections.abc import Iterable

import pytest

from corpusfmt.syntax.lexer import Token
from corpusfmt.syntax.prepare import prepare
from corpusfmt.syntax.resources import grammar_text
from corpusfmt.syntax.tokens import block_tokens, inline_tokens, lexer_of, terminal
from tests.checkout import ROOT

ARTICLES = [path.read_text("utf-8") for path in sorted((ROOT / "corpus").glob("*.txt"))]


@pytest.mark.slow
@pytest.mark.parametrize("kept", ["", "corpusfmt machine 1, grammar 00000000\n{}\n{}\n[]\n[]\n"])
def test_without_its_table_a_grammar_reads_the_same_tokens(kept: str) -> None:
    assert ARTICLES
    blocks = lexer_of(grammar_text("article.lark"), kept)
    inline = lexer_of(grammar_text("inline.lark"), kept)
    for text in ARTICLES:
        assert shown(blocks.tokens(prepare(text))) == shown(block_tokens(prepare(text)))
        assert shown(inline.tokens(text)) == shown(inline_tokens(text))


def shown(tokens: Iterable[Token]) -> list[tuple[str, str, int]]:
    """Return the type, the text and the start of each token."""
    return [(token.type, str(token), token.start_pos) for token in tokens]


def test_a_terminal_is_found_by_its_name() -> None:
    assert terminal("article", "TITLE").match("# T\n")
    with pytest.raises(KeyError):
        terminal("article", "ABSENT")


def test_reading_with_the_tables_needs_no_lark() -> None:
    program = (
        "import sys; from corpusfmt.syntax.reading import Reading;"
        "Reading('# T'); print('lark' in sys.modules)"
    )
    done = subprocess.run(
        (sys.executable, "-c", program), capture_output=True, check=True, text=True
    )
    assert done.stdout == "False\n"
