"""A property that is computed once."""

from __future__ import annotations

from collections.abc import Callable

from corpusfmt.text.annotations import Generic, TypeVar

Owner = TypeVar("Owner")
Made = TypeVar("Made")


class view(Generic[Owner, Made]):  # noqa: N801 - used as `property` is
    """A ``functools.cached_property`` without its lock, which is slow up to Python 3.11."""

    def __init__(self, make: Callable[[Owner], Made]) -> None:
        self.make = make
        self.name = make.__name__
        self.__doc__ = make.__doc__

    def __get__(self, context: Owner, _: type) -> Made:
        made = context.__dict__[self.name] = self.make(context)
        return made
