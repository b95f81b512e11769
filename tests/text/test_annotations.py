"""The forms that take the place of those of `typing` when modules run."""

import typing

import pytest

import corpusfmt.types
from corpusfmt.model import diagnostic
from corpusfmt.syntax import date_order
from corpusfmt.text import annotations


def test_a_class_with_parameters_is_the_same_class_with_each_of_them() -> None:
    class Box(annotations.Generic[annotations.TypeVar("Item")]):  # type: ignore[misc]
        __slots__ = ("item",)

    assert Box[int] is Box  # type: ignore[misc]
    assert not hasattr(Box(), "__dict__")


def test_a_protocol_can_be_that_of_another_type() -> None:
    class Named(annotations.Protocol):
        name: str

    class Titled(Named, annotations.Protocol[int]):  # type: ignore[misc]
        title: str

    assert Titled.__mro__[1] is Named


def test_a_dictionary_with_known_keys_is_a_dictionary_with_their_types() -> None:
    class Entry(annotations.TypedDict, total=False):
        size: int

    assert typing.get_type_hints(Entry) == {"size": int}
    assert Entry(size=1) == {"size": 1}


def test_the_functions_return_what_they_are_for() -> None:
    assert annotations.cast("str", 1) == 1  # type: ignore[comparison-overlap]
    assert annotations.overload(len) is len


@pytest.mark.parametrize("name", annotations.__all__)
def test_type_checkers_see_the_names_of_typing(name: str) -> None:
    assert hasattr(typing, name)


def test_public_literals_can_be_examined() -> None:
    assert typing.get_args(corpusfmt.types.Severity) == diagnostic.SEVERITIES
    assert typing.get_args(corpusfmt.types.DateOrder) == date_order.DATE_ORDERS
