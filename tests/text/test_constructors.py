"""Compiled constructors that are kept define the same functions."""

import sys
from pathlib import Path

import pytest

from corpusfmt.text.constructors import CONSTRUCTORS, KeptConstructors, make_function
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.values import dataclass

SOURCE = "def made(a, b=_of_b):\n    return a + b"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return str(tmp_path / "kept")


def test_what_is_kept_is_not_compiled(path: str) -> None:
    first = KeptConstructors(path)
    first.compile("1 + 1")
    first.save()
    again = KeptConstructors(path)
    again.entries[SOURCE] = again.entries["1 + 1"]
    assert again.compile(SOURCE).co_names == ()
    assert not again.is_changed


def test_what_is_kept_is_the_same_code(path: str) -> None:
    first = KeptConstructors(path)
    code = first.compile(SOURCE)
    first.save()
    assert KeptConstructors(path).compile(SOURCE) == code == KeptConstructors(None).compile(SOURCE)


def test_a_function_knows_the_names_that_it_is_made_with() -> None:
    assert make_function("made", SOURCE, {"_of_b": 2})(1) == 3


@pytest.mark.skipif(CONSTRUCTORS.path is None, reason="nothing is kept of constructors here")
def test_a_constructor_is_compiled_when_the_first_value_is_made() -> None:
    @dataclass(frozen=True)
    class Value:
        first_of_value: int

    class Row(NamedTuple):
        first_of_row: int

    def kept(name: str) -> list[str]:
        return [source for source in CONSTRUCTORS.entries if name in source]

    assert kept("first_of_value") == kept("first_of_row") == []
    assert Value(1).first_of_value == Row(1).first_of_row == 1
    sources = [*kept("first_of_value"), *kept("first_of_row")]
    assert len(sources) == 2
    for source in sources:
        del CONSTRUCTORS.entries[source]
