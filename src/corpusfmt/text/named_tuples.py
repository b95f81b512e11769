"""Named tuples that are made in a fifth of the time: a short run makes few values of their classes.

``NamedTuple`` of the standard library compiles the constructor of a class and each annotation: a
tenth of the instructions of `corpusfmt check FILE`. This one compiles the constructor when the
first value is made. Its classes are named tuples to type checkers, and have what those of the
standard library have.
"""

from __future__ import annotations

from collections import _tuplegetter  # type: ignore[attr-defined]  # it is private
from collections.abc import Callable, Iterable, Iterator, Mapping

from corpusfmt.text.annotations import TYPE_CHECKING, cast
from corpusfmt.text.constructors import make_function

__all__ = ["NamedTuple"]

if TYPE_CHECKING:
    from typing import Any, NamedTuple, Protocol, TypeAlias

    _Function: TypeAlias = Callable[..., Any]

    class _Value(Protocol):
        """A value of such a class."""

        _fields: tuple[str, ...]

        def __iter__(self) -> Iterator[object]:
            """Yield the values of the fields."""

        def _make(self, values: Iterable[object]) -> _Value:
            """Return another value."""

else:

    class _Maker(type):
        """Makes a subclass of ``tuple`` of each class that names ``NamedTuple`` as its base."""

        def __new__(cls, name, bases, own):
            """Return the class; ``NamedTuple`` itself has no base."""
            return _make(name, own) if bases else super().__new__(cls, name, bases, own)

    class NamedTuple(metaclass=_Maker):
        """The base class of a named tuple; see the standard library."""


def _make(name: str, own: Mapping[str, object]) -> type:
    fields = tuple(cast("Iterable[str]", own.get("__annotations__", ())))
    defaults = {field: own[field] for field in fields if field in own}
    made: dict[str, object] = {
        **_METHODS,
        **own,
        "__slots__": (),
        "__match_args__": fields,
        "_fields": fields,
        "_field_defaults": defaults,
        "__new__": _Constructor(),
    }
    for index, field in enumerate(fields):
        made[field] = _tuplegetter(index, f"Alias for field number {index}")
    return type(name, (tuple,), made)


class _Constructor:
    """The ``__new__`` of a class until it is first looked up, and is then compiled."""

    def __set_name__(self, owner: type, _: str) -> None:
        self._owner = owner

    def __get__(self, _: object, cls: type) -> _Function:
        made = _constructor(self._owner)
        self._owner.__new__ = staticmethod(made)  # type: ignore[method-assign]
        return made


def _constructor(cls: Any) -> _Function:
    """Return ``__new__``, with the fields as its arguments."""
    names: dict[str, _Function] = {"_new": tuple.__new__}
    source = (
        f"def __new__(_cls, {', '.join(cls._fields)}):\n"
        f"    return _new(_cls, ({''.join(f'{field}, ' for field in cls._fields)}))"
    )
    made = make_function("__new__", source, names)
    made.__defaults__ = tuple(cls._field_defaults.values())
    made.__annotations__ = cls.__annotations__
    made.__qualname__ = f"{cls.__qualname__}.__new__"
    made.__module__ = cls.__module__
    return made


# ------------------------------------------------------------------------------------ the methods


def _repr(self: _Value) -> str:
    values = ", ".join(
        f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True)
    )
    return f"{type(self).__name__}({values})"


def _arguments(self: _Value) -> tuple[object, ...]:
    return tuple(self)


def _as_dict(self: _Value) -> dict[str, object]:
    return dict(zip(self._fields, self, strict=True))


def _replaced(self: _Value, /, **changes: object) -> _Value:
    result = self._make(map(changes.pop, self._fields, self))
    if changes:
        raise ValueError(f"Got unexpected field names: {list(changes)!r}")
    return result


def _made(cls: type, values: Iterable[object]) -> object:
    return cls(*values)


_METHODS: Mapping[str, object] = {
    "__repr__": _repr,
    "__getnewargs__": _arguments,
    "_asdict": _as_dict,
    "_make": classmethod(_made),
    "_replace": _replaced,
}
