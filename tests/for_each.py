"""Many small cases of one test, which would each cost more as a test than they do as a call."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

import pytest

_GROUP = 50

Case = TypeVar("Case")
Group = Callable[[tuple[str, ...]], None]
Each = Callable[[Callable[[Case], None]], Group]


def for_each(cases: Mapping[str, Case]) -> Each[Case]:
    """Return a decorator that runs a test for each case, 50 in one; a failure names its case."""
    names = list(cases)
    groups = [tuple(names[start : start + _GROUP]) for start in range(0, len(names), _GROUP)]

    def decorate(function: Callable[[Case], None]) -> Group:
        @pytest.mark.parametrize("names", groups, ids=lambda group: f"{group[0]}...{group[-1]}")
        def test(names: tuple[str, ...]) -> None:
            for name in names:
                try:
                    function(cases[name])
                except BaseException as error:
                    error.add_note(f"The case is {name!r}.")
                    raise

        return test

    return decorate


def for_each_text(texts: Iterable[str]) -> Each[str]:
    """Return what `for_each` does for texts that are their own names."""
    return for_each({text: text for text in texts})
