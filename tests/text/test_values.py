"""The values are dataclasses like those of the standard library, whatever they are made by."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
import typing
from collections.abc import Callable
from typing import Any, ClassVar

import pytest

from corpusfmt.text import values
from corpusfmt.text.values import dataclass

STANDARD = dataclasses.dataclass
OWN = dataclass


def make(decorator: Any, field: Any, **options: bool) -> Any:
    """Return a class with every kind of field."""

    @decorator(**options)
    class Value:
        """A value."""

        kinds: ClassVar[int] = 5
        name: str
        size: int = 3
        names: list[str] = field(default_factory=list)
        note: str = field(default="", compare=False)
        secret: str = field(default="s", repr=False)
        made: str = field(default="m", init=False)

        @property
        def double(self) -> int:
            """Twice the size."""
            return 2 * self.size

    return Value


@dataclass(frozen=True, slots=True)
class Pair:
    """A value that pickle finds."""

    left: int
    right: tuple[int, ...] = ()


@dataclass(slots=True)
class Counter:
    """A value that changes."""

    number: int = 0

    def __post_init__(self) -> None:
        self.number += 1


OPTIONS: list[dict[str, bool]] = [
    {"frozen": True, "slots": True},
    {"frozen": True},
    {"slots": True},
    {},
    {"frozen": True, "slots": True, "kw_only": True},
]

CALLS: dict[str, Callable[[Any], object]] = {
    "shown": lambda cls: repr(cls(name="a", names=["x"])).replace(cls.__qualname__, "Value"),
    "fields": lambda cls: [
        (one.name, one.type, one.compare, one.repr, one.init) for one in dataclasses.fields(cls)
    ],
    "dict": lambda cls: dataclasses.asdict(cls(name="a")),
    "tuple": lambda cls: dataclasses.astuple(cls(name="a", size=1)),
    "is one": dataclasses.is_dataclass,
    "equal": lambda cls: cls(name="a") == cls(name="a", note="x"),
    "not equal": lambda cls: cls(name="a") == cls(name="b"),
    "another": lambda cls: cls(name="a") == "a",
    "replaced": lambda cls: dataclasses.asdict(dataclasses.replace(cls(name="a"), size=9)),
    "matched": lambda cls: cls.__match_args__,
    "slots": lambda cls: hasattr(cls(name="a"), "__dict__"),
    "property": lambda cls: cls(name="a").double,
    "shared": lambda cls: cls.kinds,
    "own lists": lambda cls: cls(name="a").names is cls(name="b").names,
    "parameters": lambda cls: [
        (one.name, str(one.kind), one.annotation)
        for one in inspect.signature(cls.__init__).parameters.values()
    ],
    "copied": lambda cls: copy.deepcopy(cls(name="a", names=["x"])) == cls(name="a", names=["x"]),
    "doc": lambda cls: cls.__doc__,
}
FAILING: dict[str, Callable[[Any], object]] = {
    "too many": lambda cls: cls("a", 1, [], "", "s", "m", "more"),
    "too few": lambda cls: cls(),
    "unknown": lambda cls: cls(name="a", other=1),
    "not an argument": lambda cls: cls(name="a", made="x"),
    "hashed list": lambda cls: hash(cls(name="a")),
}


@pytest.mark.parametrize("options", OPTIONS, ids=str)
@pytest.mark.parametrize("name", CALLS)
def test_a_value_does_what_a_dataclass_does(name: str, options: dict[str, bool]) -> None:
    own = make(OWN, values.field, **options)
    standard = make(STANDARD, dataclasses.field, **options)
    assert CALLS[name](own) == CALLS[name](standard)


@pytest.mark.parametrize("options", OPTIONS, ids=str)
@pytest.mark.parametrize("name", FAILING)
def test_a_value_refuses_what_a_dataclass_refuses(name: str, options: dict[str, bool]) -> None:
    for cls in (
        make(OWN, values.field, **options),
        make(STANDARD, dataclasses.field, **options),
    ):
        with pytest.raises(TypeError):
            FAILING[name](cls)


@pytest.mark.parametrize("slots", [True, False])
def test_a_frozen_value_is_not_changed(slots: bool) -> None:
    value = make(OWN, values.field, frozen=True, slots=slots)(name="a")
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'name'"):
        value.name = "b"
    with pytest.raises(dataclasses.FrozenInstanceError):
        del value.name
    assert value.name == "a"


def test_equal_values_have_one_hash() -> None:
    assert hash(Pair(1, (2,))) == hash(Pair(1, (2,)))
    assert len({Pair(1), Pair(1, ()), Pair(2)}) == 2
    with pytest.raises(TypeError):
        hash(Counter())


def test_a_value_survives_pickle() -> None:
    pair = Pair(1, (2, 3))
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(pair, protocol)) == pair
    assert pickle.loads(pickle.dumps(Counter(4))) == Counter(4)


class Triple(Pair):
    """A class of a value."""


def test_a_class_of_a_value_is_made_as_the_value_is() -> None:
    assert Triple(1).right == ()
    assert repr(Triple(1, (2,))) == "Triple(left=1, right=(2,))"


def test_the_constructor_is_compiled_when_it_is_first_needed() -> None:
    cls = make(OWN, values.field, frozen=True, slots=True)
    assert not inspect.isfunction(vars(cls)["__init__"])
    assert cls("a").size == 3
    assert inspect.isfunction(vars(cls)["__init__"])


def test_the_method_after_init_is_called() -> None:
    assert Counter(4).number == 5


def test_replace_takes_values_of_both_kinds() -> None:
    standard = make(STANDARD, dataclasses.field, frozen=True)
    assert values.replace(standard(name="a"), size=1).size == 1
    assert values.replace(Pair(1), right=(5,)) == Pair(1, (5,))
    with pytest.raises(TypeError):
        values.replace(Pair(1), other=1)  # type: ignore[call-arg]


def test_the_types_are_known() -> None:
    assert typing.get_type_hints(Pair) == {"left": int, "right": tuple[int, ...]}
    assert typing.get_type_hints(Pair.__init__)["left"] is int


def test_own_methods_are_kept() -> None:
    @dataclass(frozen=True)
    class Own:
        """A value with methods of its own."""

        name: str

        def __repr__(self) -> str:
            return "own"

        def __eq__(self, other: object) -> bool:
            return True

        def __hash__(self) -> int:
            return 5

    assert (repr(Own("a")), Own("a") == Own("b"), hash(Own("a"))) == ("own", True, 5)


def test_the_defaults_are_those_without_a_factory() -> None:
    assert values.defaults_of(Pair) == {"right": ()}
