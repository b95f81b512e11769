"""Sets of expressions find what `re` finds, and are kept beside the bytecode."""

import re
import sys
from pathlib import Path

import pytest

from corpusfmt.text.pattern_set import (
    LETTER,
    OTHER,
    SPACE,
    Expression,
    kept_beside_bytecode,
    load_set,
    make_set,
)

pytest.importorskip("hyperscan", reason="hyperscan is not installed")

EXPRESSIONS = (
    Expression("ferry", 0),
    Expression("(?i)skerry", 1),
    Expression(f"^{LETTER}{{3}}$", 2),
    Expression(f"two{SPACE}words", 3),
    Expression(f"{OTHER}x", 4),
    Expression("boat", 0),
)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The ferry and the boat",
        "SKERRY",
        "one\nabc\ntwo\u00a0words",
        "two\n> words éx",
        "日本語\n",
        "\x00ferry",
    ],
)
def test_the_owners_of_what_matches_are_found_once(text: str) -> None:
    patterns = make_set(EXPRESSIONS)
    assert patterns is not None
    expected = {
        owner for expression, owner in EXPRESSIONS if re.search(expression, text, re.MULTILINE)
    }
    found = patterns.owners(text.encode())
    assert sorted(found) == sorted(expected)


def test_there_is_no_set_of_an_expression_that_is_not_known() -> None:
    assert make_set([Expression("a", 0), Expression(r"(a)\1", 0)]) is None


def test_a_set_is_kept(tmp_path: Path) -> None:
    start = str(tmp_path / "kept")
    assert load_set(EXPRESSIONS, start) is None
    make_set(EXPRESSIONS, start)
    again = load_set(EXPRESSIONS, start)
    assert again is not None
    assert again.owners(b"boat") == [0]
    assert load_set(EXPRESSIONS[1:], start) is None


@pytest.mark.parametrize("content", [b"", b"\x00" * 64, b"damaged"])
def test_a_damaged_set_is_not_loaded(tmp_path: Path, content: bytes) -> None:
    start = str(tmp_path / "kept")
    make_set(EXPRESSIONS, start)
    [path] = tmp_path.iterdir()
    path.write_bytes(content)
    assert load_set(EXPRESSIONS, start) is None
    make_set(EXPRESSIONS, start)
    assert load_set(EXPRESSIONS, start) is not None


def test_a_set_with_a_changed_bit_is_not_loaded(tmp_path: Path) -> None:
    start = str(tmp_path / "kept")
    make_set(EXPRESSIONS, start)
    [path] = tmp_path.iterdir()
    whole = path.read_bytes()
    path.write_bytes(whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:])
    assert load_set(EXPRESSIONS, start) is None


def test_few_sets_are_kept(tmp_path: Path) -> None:
    for number in range(6):
        make_set([Expression(f"ferry{number}", 0)], str(tmp_path / "kept"))
    assert len(list(tmp_path.iterdir())) == 4


def test_nothing_is_kept_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert make_set(EXPRESSIONS, str(tmp_path / "no" / "kept")) is not None
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_kept_where_python_writes_no_bytecode(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert kept_beside_bytecode() is None


def test_without_hyperscan_there_is_no_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hyperscan", None)
    assert make_set(EXPRESSIONS) is None
    assert load_set(EXPRESSIONS, None) is None
