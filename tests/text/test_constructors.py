"""The constructors that are kept define the same functions."""

from typing import cast

import pytest

from corpusfmt.text.constructors import CONSTRUCTORS, make_function
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.values import dataclass


def test_a_function_knows_the_names_that_it_is_made_with() -> None:
    source = "def made(a, b=_of_b):\n    return a + b"
    assert make_function("made", source, {"_of_b": 2})(1) == 3


@pytest.mark.skipif(CONSTRUCTORS.path is None, reason="nothing is kept of constructors here")
def test_a_constructor_is_compiled_when_the_first_value_is_made() -> None:
    @dataclass(frozen=True)
    class Value:
        first_of_value: int

    class Row(NamedTuple):
        first_of_row: int

    def kept(name: str) -> list[tuple[str, str]]:
        keys = cast("list[tuple[str, str]]", list(CONSTRUCTORS.entries))
        return [key for key in keys if name in key[1]]

    assert kept("first_of_value") == kept("first_of_row") == []
    assert Value(1).first_of_value == Row(1).first_of_row == 1
    sources = [*kept("first_of_value"), *kept("first_of_row")]
    assert len(sources) == 2
    for source in sources:
        del CONSTRUCTORS.entries[source]
