"""Reading with the compiled tables is reading without them, and needs no Lark."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from corpusfmt.syntax import tokens
from corpusfmt.syntax.prepare import prepare
from corpusfmt.syntax.tokens import block_tokens, inline_tokens, terminal
from tests.checkout import ROOT

ARTICLES = [path.read_text("utf-8") for path in sorted((ROOT / "corpus").glob("*.txt"))]


@pytest.fixture(autouse=True)
def _fresh_lexers() -> Iterator[None]:
    tokens._lexer.cache_clear()
    yield
    tokens._lexer.cache_clear()


@pytest.mark.slow
@pytest.mark.parametrize("kept", ["", "corpusfmt machine 1, grammar 00000000\n{}\n{}\n[]\n[]\n"])
def test_without_its_tables_a_grammar_reads_the_same_tokens(
    kept: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ARTICLES
    expected = [read(text) for text in ARTICLES]
    monkeypatch.setattr(tokens, "grammar_table", lambda _: kept)
    tokens._lexer.cache_clear()
    assert [read(text) for text in ARTICLES] == expected


def read(text: str) -> list[tuple[str, str, int]]:
    """Return the tokens of both grammars: type, text and start."""
    found = [*block_tokens(prepare(text)), *inline_tokens(text)]
    return [(token.type, str(token), token.start_pos) for token in found]


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
