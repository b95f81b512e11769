"""Results as bytes: they come back as they were, or not at all."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.api.checking import check
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.project.cache.encoding import (
    DamagedEntryError,
    from_diagnostics,
    from_facts,
    seal,
    to_diagnostics,
    to_facts,
    unseal,
)
from corpusfmt.text.edits import Edit, Fix
from tests.checkout import ROOT

FULL = Diagnostic(
    path="a.txt",
    rule="layout",
    level=2,
    severity="info",
    message="“\ud800” is a lone surrogate",
    line=1,
    column=2,
    end_line=3,
    end_column=4,
    excerpt="a\n^",
    expected="another",
    pointer="/body/0",
    byte_offset=7,
    fix=Fix("repair it", (Edit(0, 1, "é"), Edit(2, 2, "")), safe=False, why="guess", encoding="x"),
    kind="kind",
    others=("b.txt", "\udcff.txt"),
    articles=3,
)
FACTS = st.recursive(
    st.text() | st.binary() | st.integers(-(2**40), 2**40),
    lambda inner: st.lists(inner, max_size=3).map(tuple),
)


def test_every_field_of_a_diagnostic_comes_back() -> None:
    empty = [
        field.name for field in fields(Diagnostic) if getattr(FULL, field.name) == field.default
    ]
    assert empty == [], "the example must set every field"
    assert to_diagnostics(unseal(seal(from_diagnostics([FULL]))), "a.txt") == (FULL,)


def test_the_findings_of_articles_come_back() -> None:
    found = 0
    for path in sorted((ROOT / "corpus" / "faulty").glob("*.txt")):
        diagnostics = check(path.read_bytes(), path="a.txt").diagnostics
        found += len(diagnostics)
        sealed = seal(from_diagnostics(diagnostics))
        assert to_diagnostics(unseal(sealed), "a.txt") == diagnostics
    assert found > 100


@given(st.text(), st.dictionaries(st.text(), FACTS, max_size=3))
def test_facts_come_back(host: str, facts: dict[str, object]) -> None:
    assert to_facts(unseal(seal(from_facts(host, facts)))) == (host, facts)


def test_a_changed_byte_is_noticed() -> None:
    sealed = seal(from_diagnostics([FULL]))
    for place in range(len(sealed)):
        changed = bytearray(sealed)
        changed[place] ^= 1
        with pytest.raises(DamagedEntryError):
            unseal(bytes(changed))


@pytest.mark.parametrize("value", [None, "", 1, b"", b"abc", b"\0\0\0\0"])
def test_what_was_never_sealed_is_refused(value: object) -> None:
    with pytest.raises(DamagedEntryError):
        unseal(value)


ROW = unseal(seal(from_diagnostics([FULL])))[0]  # type: ignore[index]  # a list


@pytest.mark.parametrize("place", range(len(ROW)))
@pytest.mark.parametrize("value", [{}, 1.5, [1], True])
def test_a_field_of_another_type_is_refused(place: int, value: object) -> None:
    row = [*ROW]
    row[place] = value
    with pytest.raises(DamagedEntryError):
        to_diagnostics([row], "a.txt")


@pytest.mark.parametrize(
    "value",
    [
        None,
        {},
        [ROW[:-1]],
        [[*ROW, 1]],
        [[*ROW[:2], "fatal", *ROW[3:]]],
        [[*ROW[:-2], [1], ROW[-1]]],
        [[*ROW[:-1], ["title", [[0, 1]], True, "", None]]],
        [[*ROW[:-1], ["title", [[0, 1, 2]], True, "", None]]],
    ],
)
def test_another_shape_is_refused(value: object) -> None:
    with pytest.raises(DamagedEntryError):
        to_diagnostics(value, "a.txt")


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        ["host"],
        [1, {}],
        ["host", []],
        ["h", {"r": {"x": ""}}],
        ["h", {"r": {"bytes": "0"}}],
        ["h", {"r": {"bytes": 1}}],
    ],
)
def test_other_facts_are_refused(value: object) -> None:
    with pytest.raises(DamagedEntryError):
        to_facts(value)
