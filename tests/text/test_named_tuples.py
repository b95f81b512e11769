"""Named tuples are like those of the standard library, whatever they are made by."""

from __future__ import annotations

import copy
import inspect
import pickle
import typing
from collections.abc import Callable
from typing import Any

import pytest

from corpusfmt.text import named_tuples


def make(base: Any) -> Any:
    """Return a class with every kind of field."""

    class Value(base):  # type: ignore[misc]  # the base is that of one library or the other
        """A value."""

        name: str
        size: int = 3
        names: tuple[str, ...] = ()

        @property
        def double(self) -> int:
            """Twice the size."""
            return 2 * self.size

        @classmethod
        def of_size(cls, size: int) -> Any:
            """Return a value without a name."""
            return cls("", size)

    return Value


class Pair(named_tuples.NamedTuple):
    """A value that pickle finds."""

    left: int
    right: tuple[int, ...] = ()


class Triple(Pair):
    """A class of a named tuple, which adds to it."""

    __slots__ = ()

    def total(self) -> int:
        """Return the sum of all numbers."""
        return self.left + sum(self.right)


CALLS: dict[str, Callable[[Any], object]] = {
    "shown": lambda cls: repr(cls("a", names=("x",))),
    "fields": lambda cls: (cls._fields, cls._field_defaults, cls.__match_args__),
    "dict": lambda cls: cls("a", 1)._asdict(),
    "unpacked": lambda cls: [*cls("a", 1)],
    "attributes": lambda cls: (cls("a").name, cls("a").size, cls("a").double),
    "equal to a tuple": lambda cls: cls("a", 1) == ("a", 1, ()),
    "hash": lambda cls: hash(cls("a")) == hash(("a", 3, ())),
    "replaced": lambda cls: cls("a")._replace(size=9, name="b"),
    "made": lambda cls: cls._make(["a", 1, ("x",)]),
    "method of the class": lambda cls: cls.of_size(4),
    "matched": lambda cls: _match(cls, cls("a", 8)),
    "dictionary": lambda cls: hasattr(cls("a"), "__dict__"),
    "doc": lambda cls: (cls.__doc__, cls.name.__doc__, cls.__name__, cls.__module__),
    "parameters": lambda cls: [
        (one.name, str(one.kind), one.default) for one in inspect.signature(cls).parameters.values()
    ],
    "copied": lambda cls: copy.deepcopy(cls("a", names=("x",))),
    "types": lambda cls: cls.__annotations__.keys(),
    "base": lambda cls: cls.__mro__[1:],
    "mutable": lambda cls: hasattr(cls, "__setattr__"),
}
FAILING: dict[str, Callable[[Any], object]] = {
    "too many": lambda cls: cls("a", 1, (), "more"),
    "too few": lambda cls: cls(),
    "unknown": lambda cls: cls("a", other=1),
    "unknown in place of another": lambda cls: cls("a")._replace(other=1),
    "too few to make one": lambda cls: cls._make([]),
    "set": lambda cls: setattr(cls("a"), "name", "b"),
}


def _match(cls: Any, value: object) -> object:
    match value:
        case cls("a", size):
            return size
    return None


@pytest.mark.parametrize("name", CALLS)
def test_a_named_tuple_does_what_one_of_the_standard_library_does(name: str) -> None:
    own, standard = make(named_tuples.NamedTuple), make(typing.NamedTuple)
    assert CALLS[name](own) == CALLS[name](standard)


@pytest.mark.parametrize("name", FAILING)
def test_it_refuses_what_one_of_the_standard_library_refuses(name: str) -> None:
    with pytest.raises((TypeError, ValueError, AttributeError)) as expected:
        FAILING[name](make(typing.NamedTuple))
    with pytest.raises(expected.type):
        FAILING[name](make(named_tuples.NamedTuple))


def test_a_named_tuple_survives_pickle() -> None:
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        found = pickle.loads(pickle.dumps(Triple(1, (2, 3)), protocol))
        assert (type(found), found) == (Triple, (1, (2, 3)))


def test_a_class_of_a_named_tuple_has_what_this_has() -> None:
    assert Triple(1, (2, 3)).total() == 6
    assert Triple._make((4,)).total() == 4
    assert Triple(1)._replace(right=(5,)) == (1, (5,))


def test_the_constructor_is_made_when_it_is_first_needed() -> None:
    cls = make(named_tuples.NamedTuple)
    assert not isinstance(vars(cls)["__new__"], staticmethod)
    assert cls("a") == ("a", 3, ())
    assert isinstance(vars(cls)["__new__"], staticmethod)
