"""Sets of expressions are compiled in a process of their own."""

import sys
from pathlib import Path

import pytest

from corpusfmt.text.compiling import keep_set
from corpusfmt.text.pattern_set import Expression, load_set

pytest.importorskip("hyperscan", reason="hyperscan is not installed")

EXPRESSIONS = (Expression("ferry", 0), Expression("(?i)fähre", 1))


def test_the_set_is_kept(tmp_path: Path) -> None:
    start = str(tmp_path / "kept")
    keep_set(EXPRESSIONS, start)
    patterns = load_set(EXPRESSIONS, start)
    assert patterns is not None
    assert sorted(patterns.owners("Die FÄHRE, a ferry".encode())) == [0, 1]


def test_no_module_of_the_current_folder_is_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("json", "hyperscan", "corpusfmt"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(1)", "utf-8")
    monkeypatch.chdir(tmp_path)
    keep_set(EXPRESSIONS, str(tmp_path / "kept"))
    assert load_set(EXPRESSIONS, str(tmp_path / "kept")) is not None


@pytest.mark.parametrize("executable", ["", "/opt/app/server", "/nowhere/python3"])
def test_without_an_interpreter_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, executable: str
) -> None:
    monkeypatch.setattr(sys, "executable", executable)
    keep_set(EXPRESSIONS, str(tmp_path / "kept"))
    assert list(tmp_path.iterdir()) == []


def test_an_expression_that_is_not_known_keeps_nothing(tmp_path: Path) -> None:
    keep_set([Expression(r"(a)\1", 0)], str(tmp_path / "kept"))
    assert list(tmp_path.iterdir()) == []
    keep_set(EXPRESSIONS, None)
