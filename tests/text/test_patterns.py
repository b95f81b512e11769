"""Patterns are compiled when they are first used, and then are as those of re."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from corpusfmt.text.pattern_cache import KeptPatterns
from corpusfmt.text.patterns import regex


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the patterns that are compiled from now on."""
    found: list[str] = []
    compile_pattern = KeptPatterns.compile

    def record(self: KeptPatterns, pattern: str, flags: int) -> re.Pattern[str]:
        found.append(pattern)
        return compile_pattern(self, pattern, flags)

    monkeypatch.setattr(KeptPatterns, "compile", record)
    return found


def test_a_pattern_is_compiled_once_when_it_is_first_used(compiled: list[str]) -> None:
    year = regex("[0-9]{4}")
    assert year.pattern == "[0-9]{4}"
    assert compiled == []
    assert year.fullmatch("2016")
    assert year.search("in 2016")
    assert not year.fullmatch("16")
    assert compiled == ["[0-9]{4}"]


def test_a_pattern_has_its_options() -> None:
    assert regex("ferry", re.IGNORECASE).match("Ferry")
    assert not regex("ferry").match("Ferry")


def test_a_pattern_of_bytes() -> None:
    assert regex(rb"[\x80-\xff]").sub(b"?", "né".encode()) == b"n??"


PUBLIC = [name for name in dir(re.compile("")) if name.isalpha() and name != "scanner"]


@pytest.mark.parametrize("name", PUBLIC)
def test_each_attribute_is_that_of_a_compiled_pattern(name: str) -> None:
    right: Any = re.compile("(?P<day>[0-9]+)", re.ASCII)
    lazy: Any = regex("(?P<day>[0-9]+)", re.ASCII)
    words = {"sub": ("?", "1 May"), "subn": ("?", "1 May")}.get(name, ("1 May",))
    for _ in range(2):
        found, expected = getattr(lazy, name), getattr(right, name)
        if callable(expected):
            found, expected = found(*words), expected(*words)
        assert shown(found) == shown(expected)


def shown(result: Any) -> Any:
    """Return a result in a form that can be compared."""
    if isinstance(result, Iterator):
        return [shown(match) for match in result]
    return result.span() if isinstance(result, re.Match) else result


def test_an_unknown_attribute_is_an_error() -> None:
    pattern = regex("a")
    for _ in range(2):
        with pytest.raises(AttributeError, match="fullmatched"):
            pattern.fullmatched  # type: ignore[attr-defined]  # noqa: B018 - the error is the point
        assert pattern.fullmatch("a")


def test_an_invalid_pattern_is_an_error_when_it_is_used() -> None:
    pattern = regex("(")
    for _ in range(2):
        with pytest.raises(re.error, match="missing"):
            pattern.match("a")
