"""Patterns over the kinds of words."""

from __future__ import annotations

import pytest

from corpusfmt.syntax.credit_patterns import (
    ending,
    is_certain,
    is_slashed,
    is_sourced,
    matches,
    without_brackets,
)


@pytest.mark.parametrize(
    ("kinds", "bare"),
    [("(N)", "N"), ("(N", "N"), ("(N)(N)", "(N)(N)"), ("N(N)", "N(N)"), ("(N)x", "(N)x"), ("", "")],
)
def test_brackets_are_removed_from_around_all(kinds: str, bare: str) -> None:
    assert without_brackets(kinds) == bare


@pytest.mark.parametrize(
    "kinds", ["A", "NN/A", "NN,A", "NN(A)", "A/xxx", "x/A", "NN-A", "UU/AvA", "NN/A(NN)", "C/A"]
)
def test_sourced(kinds: str) -> None:
    assert is_sourced(kinds)
    assert is_certain(kinds)


@pytest.mark.parametrize(
    "kinds", ["", "N", "xx/A", "A/xxxxx", "A-xx", "A.N", "N(A", "A(xx)N", "Axxx", 'A"N"']
)
def test_not_sourced(kinds: str) -> None:
    assert not is_sourced(kinds)


def test_slashed() -> None:
    assert is_slashed("NN/ND")
    assert is_slashed("W/NNN")
    assert not is_slashed("NN|ND")
    assert not is_slashed("U/U")
    assert not is_slashed("NN/x")
    assert not is_slashed("/".join(["NN"] * 7))


def test_a_label_of_a_gallery_needs_an_agency() -> None:
    assert is_certain("lNN/A")
    assert not is_certain("lNN")
    assert is_certain("LNN")
    assert not is_certain("LNxxxx")


def test_matches_any_of_the_patterns_as_a_whole() -> None:
    assert matches("NpN", "paper", "person")
    assert not matches("NpNx", "paper", "person")


def test_an_ending_is_the_longest_that_follows_no_slash() -> None:
    assert ending("xNNN/A", "ending agency") == "NN/A"
    assert ending("N/NN/A", "ending agency") == "N/NN/A"
    assert ending("xx", "ending agency") == ""
