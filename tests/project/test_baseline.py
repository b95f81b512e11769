"""Known findings are recognized, and the file of a baseline is read line by line."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

import corpusfmt
from corpusfmt.config.settings import SettingsError
from corpusfmt.model.diagnostic import Report
from corpusfmt.project.baseline import (
    Baseline,
    Entry,
    entries_of,
    is_day,
    load_baseline,
    stale_diagnostics,
    write_baseline,
)

TODAY = "2027-01-31"
REPORT: Report = corpusfmt.check("\n# T\n\n\n\nText.  \n", "a.txt", rules=["layout"])


def entries(expires: str | None = None) -> list[Entry]:
    return list(entries_of(REPORT, "", "old", expires))


def test_a_known_finding_is_removed_from_the_report() -> None:
    baseline = Baseline("b", entries(), "", TODAY)
    assert REPORT.diagnostics
    assert baseline.sift(REPORT).diagnostics == ()
    assert baseline.known == len(REPORT.diagnostics)
    assert baseline.stale(["a.txt"], ["layout"], []) == []


@pytest.mark.parametrize(("day", "counts"), [(TODAY, True), ("2027-01-30", False)])
def test_an_entry_counts_on_its_last_day(day: str, counts: bool) -> None:
    left = Baseline("b", entries(day), "", TODAY).sift(REPORT).diagnostics
    assert (left == ()) is counts
    if not counts:
        assert left[0].message.endswith(f" (known until {day})")


def test_an_entry_without_a_finding_is_stale_where_its_rule_ran() -> None:
    [entry] = entries()
    baseline = Baseline("b", [replace(entry, line=2)], "", TODAY)
    baseline.sift(replace(REPORT, diagnostics=()))
    assert baseline.stale(["a.txt"], ["schema"], []) == []
    assert baseline.stale(["a.txt"], [], ["layout"]) == baseline.stale(["a.txt"], ["layout"], [])
    [stale] = baseline.stale(["a.txt"], ["layout"], [])
    [diagnostic] = stale_diagnostics("b", [stale])
    assert (diagnostic.path, diagnostic.line, diagnostic.severity) == ("b", 2, "error")


def test_the_entries_of_a_missing_file_are_stale() -> None:
    baseline = Baseline("b", entries(), "", TODAY)
    assert len(baseline.stale(["b.txt"], [], [])) == len(entries())


def test_a_baseline_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "known.jsonl"
    path.write_bytes(write_baseline([*entries(TODAY), *entries(TODAY)]))
    loaded = load_baseline(str(path), "", TODAY, named=True)
    assert [replace(entry, line=0) for entry in loaded.entries] == entries(TODAY)
    assert [entry.line for entry in loaded.entries] == [2]
    assert loaded.damaged == []


DAMAGED = {
    "not an object": ("[]", "is not an entry of a baseline"),
    "another key": ({"more": ""}, "is not an entry of a baseline"),
    "a number": ({"rule": 1}, "rule is not a string"),
    "no reason": ({"reason": None}, "reason is not a string"),
    "no day": ({"expires": "2027-02-30"}, "expires is '2027-02-30'; expected a date"),
    "a path outside": ({"path": "../a.txt"}, "path '../a.txt' contains '..'"),
}


@pytest.mark.parametrize(("change", "message"), DAMAGED.values(), ids=list(DAMAGED))
def test_a_damaged_line_is_reported(
    tmp_path: Path, change: str | dict[str, object], message: str
) -> None:
    header, line = write_baseline(entries()).decode().splitlines()
    damaged = change if isinstance(change, str) else json.dumps(json.loads(line) | change)
    path = tmp_path / "known.jsonl"
    path.write_text("\n".join([header, damaged, "", line]), "utf-8")
    loaded = load_baseline(str(path), "", TODAY, named=True)
    assert [entry.line for entry in loaded.entries] == [4]
    [problem] = loaded.damaged
    assert problem.startswith(f"{path}:2: {message}")


@pytest.mark.parametrize("data", [b"", b"{}\n", b"\xff", b'{"corpusfmt-baseline": 2}\n'])
def test_another_file_is_not_a_baseline(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "known.jsonl"
    path.write_bytes(data)
    with pytest.raises(SettingsError, match="not the header of a baseline of this version"):
        load_baseline(str(path), "", TODAY, named=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2027-01-31", True), ("2027-02-29", False), ("20270131", False), ("", False)],
)
def test_a_day_is_one_of_the_calendar(text: str, expected: bool) -> None:
    assert is_day(text) is expected
