"""The tables beside the grammars are those of the grammars, and reading with them is reading without them."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpusfmt.syntax import grammar as compiled
from corpusfmt.syntax.grammar import block_tokens, inline_tokens, prepare, table
from corpusfmt.syntax.tables import GRAMMARS, write_tables
from tests.checkout import ROOT

ARTICLES = [path.read_text("utf-8") for path in sorted((ROOT / "corpus").glob("*.txt"))]


@pytest.fixture(autouse=True)
def _fresh_machines() -> Iterator[None]:
    compiled._machine.cache_clear()
    yield
    compiled._machine.cache_clear()


def test_every_grammar_has_a_table() -> None:
    assert {path.stem for path in (ROOT / "grammar").glob("*.lark")} == set(GRAMMARS)


@pytest.mark.parametrize("ready", ["", "corpusfmt machine 1, grammar 00000000\n{}\n{}\n[]\n[]\n"])
def test_without_its_table_a_grammar_reads_the_same_tokens(ready: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ARTICLES
    expected = [read(text) for text in ARTICLES]
    monkeypatch.setattr(compiled, "grammar_table", lambda _: ready)
    compiled._machine.cache_clear()
    assert [read(text) for text in ARTICLES] == expected


def read(text: str) -> list[tuple[str, str, int]]:
    """Return the tokens of both grammars: type, text and start."""
    tokens = [*block_tokens(prepare(text)), *inline_tokens(text)]
    return [(token.type, str(token), token.start_pos) for token in tokens]


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    assert write_tables(tmp_path) == [tmp_path / f"{grammar}.table" for grammar in GRAMMARS]
    (tmp_path / "inline.table").write_text("stale", "utf-8")
    assert write_tables(tmp_path) == [tmp_path / "inline.table"]
    assert write_tables(tmp_path) == []


@pytest.mark.parametrize(
    ("grammar", "reason"),
    [
        ('start: A\nA: "a"\n', "patterns"),
        ("start: A\nA: /a/\nB: / /\n%ignore B\n", "ignores no tokens"),
        ("start: A start? B\nA: /a/\nB: /b/\n", "flat"),
    ],
)
def test_a_grammar_that_is_no_list_of_tokens_is_refused(
    grammar: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiled, "grammar_text", lambda _: grammar)
    monkeypatch.setattr(compiled, "_MOST_STATES", 50)
    with pytest.raises(ValueError, match=reason):
        table("any")


def test_reading_with_the_tables_needs_no_lark() -> None:
    program = "import sys; from corpusfmt.syntax.reading import Reading; Reading('# T'); print('lark' in sys.modules)"
    done = subprocess.run((sys.executable, "-c", program), capture_output=True, check=True, text=True)
    assert done.stdout == "False\n"
