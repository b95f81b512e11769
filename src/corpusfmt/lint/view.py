"""A property that is computed once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

Made = TypeVar("Made")


class view(Generic[Made]):  # noqa: N801 - used as `property` is
    """A ``functools.cached_property`` without its lock, which is slow up to Python 3.11."""

    def __init__(self, make: Callable[[Any], Made]) -> None:
        self.make = make
        self.name = make.__name__
        self.__doc__ = make.__doc__

    def __get__(self, context: Any, _: type) -> Made:
        made = context.__dict__[self.name] = self.make(context)
        return made
