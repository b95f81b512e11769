"""What modules need of `typing` when they run: to import that takes 3 % of a run over one file.

Type checkers see `typing` itself. Names that only annotations have are imported from there, where
`TYPE_CHECKING` is true. The forms are good for annotations and as base classes: they check nothing,
and a `Literal` is `str`.
"""

from __future__ import annotations

__all__ = [
    "TYPE_CHECKING",
    "Generic",
    "Literal",
    "Protocol",
    "TypeVar",
    "TypedDict",
    "cast",
    "overload",
]

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Generic, Literal, Protocol, TypedDict, TypeVar, cast, overload
else:

    class _Strings:
        """The form of literals, all of which are strings here."""

        def __getitem__(self, _):
            return str

    class Generic:
        """The base class of a class with parameters, which it ignores."""

        __slots__ = ()

        def __class_getitem__(cls, _):
            return cls

    class Protocol(Generic):
        """The base class of a description of other classes."""

        __slots__ = ()

    class TypedDict(dict):
        """The base class of a dictionary with known keys."""

        def __init_subclass__(cls, total=True):
            """Ignore whether all keys are required."""

    def _name(name, *_, **__):
        return name

    Literal = _Strings()
    TypeVar = _name

    def cast(_, value):
        """Return the value."""
        return value

    def overload(function):
        """Return the function."""
        return function
