"""Results that are kept are those of the functions."""

import sys
from pathlib import Path
from types import CodeType

import pytest

from corpusfmt.text.kept_results import KeptResults


def compiled(source: str) -> CodeType:
    return compile(source, "<string>", "exec")


def words(text: str) -> list[str]:
    return text.split()


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return str(tmp_path / "kept")


def test_what_is_kept_is_not_made_again(path: str) -> None:
    first = KeptResults(path)
    first.of(words, "a b")
    first.save()
    again = KeptResults(path)
    again.entries["words", "c"] = again.entries["words", "a b"]
    assert again.of(words, "c") == ["a", "b"]
    assert not again.is_changed


def test_functions_have_results_of_their_own(path: str) -> None:
    kept = KeptResults(path)
    assert kept.of(words, "1 + 1") == ["1", "+", "1"]
    assert kept.of(compiled, "1 + 1") == compiled("1 + 1")


def test_code_is_kept(path: str) -> None:
    first = KeptResults(path)
    code = first.of(compiled, "a = 1")
    first.save()
    assert KeptResults(path).of(compiled, "a = 1") == code == compiled("a = 1")


def test_a_result_that_is_changed_is_not_kept_so(path: str) -> None:
    first = KeptResults(path)
    first.of(words, "a b").append("c")
    assert first.of(words, "a b") == ["a", "b"]
    first.of(words, "a b").append("c")
    first.save()
    assert KeptResults(path).of(words, "a b") == ["a", "b"]


def test_without_a_file_nothing_is_kept() -> None:
    kept = KeptResults(None)
    assert kept.of(words, "a b") == ["a", "b"]
    assert kept.entries == {}
