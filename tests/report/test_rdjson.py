"""The format rdjson: what reviewdog.proto allows, read as strictly as reviewdog does, and columns
in bytes.
"""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.api.checking import check
from corpusfmt.model.diagnostic import Diagnostic, Report
from corpusfmt.report import Run
from corpusfmt.report.fingerprint import SCHEME, with_fingerprints
from corpusfmt.report.formats import FORMATS
from corpusfmt.report.positions import byte_columns, last_line, least_edit
from corpusfmt.text.edits import Edit, Fix, apply
from corpusfmt.text.source import SourceText
from tests.report.runs import (
    ARTICLES,
    RUNS,
    WIDE,
    checked_run,
    diagnostic,
    run_of,
    run_with,
    text_of_articles,
)

render = FORMATS["rdjson"]

# The messages of reviewdog.proto and the types of their fields; a list has the type of its items in
# it.
MESSAGES: dict[str, dict[str, Any]] = {
    "DiagnosticResult": {"diagnostics": ["Diagnostic"], "source": "Source", "severity": "Severity"},
    "Diagnostic": {
        "message": str,
        "location": "Location",
        "severity": "Severity",
        "source": "Source",
        "code": "Code",
        "suggestions": ["Suggestion"],
        "original_output": str,
    },
    "Location": {"path": str, "range": "Range"},
    "Range": {"start": "Position", "end": "Position"},
    "Position": {"line": int, "column": int},
    "Suggestion": {"range": "Range", "text": str},
    "Source": {"name": str, "url": str},
    "Code": {"value": str, "url": str},
}
SEVERITIES = ("UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO")


def faults(value: Any, kind: Any) -> list[str]:
    """What is wrong with a value by the types of the fields; a field that the message has not is
    refused.
    """
    if kind == "Severity":
        return [] if value in SEVERITIES else [f"severity {value!r}"]
    if isinstance(kind, list):
        return [fault for item in value for fault in faults(item, kind[0])]
    if isinstance(kind, type):
        return (
            []
            if type(value) is kind and value not in (0, -1)
            else [f"{value!r} is no {kind.__name__}"]
        )
    known = MESSAGES[kind]
    unknown = [f"{kind} has no {name}" for name in value if name not in known]
    return unknown + [
        fault for name in value if name in known for fault in faults(value[name], known[name])
    ]


def read(run: Run) -> list[dict[str, Any]]:
    reported = json.loads(render(run))["diagnostics"]
    assert isinstance(reported, list)
    return reported


def range_of(found: Diagnostic, text: str | None = None) -> dict[str, Any]:
    [reported] = read(run_with(found, texts={} if text is None else {found.path: text}))
    range_ = reported["location"]["range"]
    assert isinstance(range_, dict)
    return range_


def cut(text: str, range_: dict[str, Any]) -> tuple[bytes, bytes, bytes]:
    """A text as reviewdog parts it: before, in and after a range of lines and columns in bytes."""
    data = text.encode("utf-8", "surrogatepass")
    starts = [0, *(index + 1 for index, byte in enumerate(data) if byte == 0x0A)]
    start, end = (
        starts[range_[name]["line"] - 1] + range_[name]["column"] - 1 for name in ("start", "end")
    )
    return data[:start], data[start:end], data[end:]


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_reviewdog_takes_the_report(run: Run) -> None:
    report = json.loads(render(run))
    assert faults(report, "DiagnosticResult") == []
    for reported in report["diagnostics"]:
        assert {"message", "location", "severity", "code"} <= set(reported)
        assert reported["message"]
        assert reported["location"]["path"]


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("DiagnosticResult", {"diagnostics": [], "counts": {}}),
        ("Diagnostic", {"message": "a", "severity": "error"}),
        ("Position", {"line": 0}),
        ("Position", {"line": "1"}),
        ("Diagnostic", {"location": {"range": {"start": {"col": 1}}}}),
    ],
)
def test_the_table_sees_what_is_wrong(kind: str, value: object) -> None:
    assert faults(value, kind) != []


@pytest.mark.parametrize(
    ("severity", "reported"), [("error", "ERROR"), ("warning", "WARNING"), ("info", "INFO")]
)
def test_a_finding_is_a_diagnostic(severity: str, reported: str) -> None:
    assert read(run_with(diagnostic(severity=severity)))[0] == {
        "message": "2 blank lines (expected: 1 blank line)",
        "location": {
            "path": "a.txt",
            "range": {"start": {"line": 6, "column": 1}, "end": {"line": 6, "column": 1}},
        },
        "severity": reported,
        "code": {"value": "layout"},
        "original_output": f"{SCHEME}:{next(with_fingerprints([diagnostic()]))[1]}",
    }


def test_the_run_is_reported_at_the_end() -> None:
    run = run_of(
        Report("a.txt", error="is a folder"),
        missing=(("b.txt", "does not exist"),),
        interrupted=True,
    )
    reported = [
        (one["severity"], one["location"]["path"], one["code"]["value"]) for one in read(run)
    ]
    assert reported == [
        ("ERROR", "b.txt", "could-not-check"),
        ("ERROR", "a.txt", "could-not-check"),
        ("ERROR", ".", "unfinished"),
        ("INFO", ".", "summary"),
    ]


# ------------------------------------------------------------------------------------------ columns


def test_the_specifications_own_example() -> None:
    """The column of b in a𐐀b is 6, since 𐐀 has 4 bytes."""
    found = diagnostic(line=1, column=3, end_line=1, end_column=4, excerpt="a𐐀b\n  ^")
    wanted = {"start": {"line": 1, "column": 6}, "end": {"line": 1, "column": 7}}
    assert range_of(found) == range_of(found, "a𐐀b") == wanted


@pytest.mark.parametrize("path", ARTICLES)
def test_a_range_is_the_span_that_was_found(path: str) -> None:
    text = text_of_articles()[path]
    source = SourceText(text, path)
    for found in check(ARTICLES[path], path, ("byline",)).diagnostics:
        range_ = range_of(found, text)
        if "column" not in range_["start"]:
            assert path == "bytes.txt"
            continue
        lines = [0]
        for line in range(1, found.end_line):
            lines.append(text.index("\n", lines[-1]) + 1)
            assert source.line_text(line) in text
        start, end = (
            lines[found.line - 1] + found.column - 1,
            lines[found.end_line - 1] + found.end_column - 1,
        )
        assert cut(text, range_)[:2] == (text[:start].encode(), text[start:end].encode())


def test_half_a_surrogate_pair_has_three_bytes() -> None:
    found = diagnostic(
        line=1, column=3, end_line=1, end_column=3, fix=Fix("cut it", (Edit(2, 3, ""),), safe=True)
    )
    text = "a\ud83db\n"
    assert range_of(found, text)["start"] == {"line": 1, "column": 5}
    assert suggestions_of(found, text)[0]["range"]["start"] == {"line": 1, "column": 5}


LINES = st.text(
    st.sampled_from("ab \t…·\u2400\x07\u200b\u200d東👩𐐀e\u0301\ufffd\u2028"), max_size=150
)


@given(LINES, st.data())
def test_a_column_is_right_or_is_left_out(line: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    source = SourceText(f"above\n{line}\nbelow\n", "a.txt")
    found = diagnostic(
        line=2,
        column=start + 1,
        end_line=2,
        end_column=end + 1,
        excerpt=source.excerpt(6 + start, 6 + end),
    )
    wanted = len(line[:start].encode()) + 1, len(line[:end].encode()) + 1
    assert byte_columns(found, None) in (None, wanted)
    assert byte_columns(found, source) == (None if "\ufffd" in line[:end] else wanted)


@pytest.mark.parametrize(
    ("excerpt", "column", "wanted"),
    [
        (f"{WIDE}\n^", len(WIDE), len(WIDE[:-1].encode()) + 1),
        ("…the end of a long line\n^", 9, None),
        ("a hidden · character\n^", 13, None),
        ("a bell ␇ rings\n^", 10, None),
        ("a bad \ufffd byte\n^", 9, None),
        ("a bad \ufffd byte\n^", 4, 4),
        ("東\n^", 3, 5),
        ("東\n^", 4, None),
        ("", 2, None),
        ("", 1, 1),
    ],
)
def test_an_excerpt_gives_a_column_where_it_shows_all_before_it(
    excerpt: str, column: int, wanted: int | None
) -> None:
    found = diagnostic(column=column, end_column=column, excerpt=excerpt)
    assert byte_columns(found, None) == (None if wanted is None else (wanted, wanted))


def test_without_columns_whole_lines_are_meant() -> None:
    found = diagnostic(line=3, column=9, end_line=5, end_column=1, excerpt="…\n^")
    assert range_of(found) == {"start": {"line": 3}, "end": {"line": 4}}
    assert range_of(replace(found, end_column=2)) == {"start": {"line": 3}, "end": {"line": 5}}
    assert last_line(replace(found, line=5)) == 5


def test_a_file_that_has_changed_gives_no_columns() -> None:
    found = diagnostic(line=3, column=9, end_line=3, end_column=9)
    lines = {"start": {"line": 3}, "end": {"line": 3}}
    assert range_of(found, "one line\n") == range_of(found, "one\ntwo\nthree\n") == lines


# -------------------------------------------------------------------------------------- suggestions


def suggestions_of(found: Diagnostic, text: str | None) -> list[dict[str, Any]]:
    reported = read(run_with(found, texts={} if text is None else {found.path: text}))[0]
    return [*reported.get("suggestions", [])]


def test_a_suggestion_does_what_the_fix_does() -> None:
    seen = 0
    run, texts = checked_run(), text_of_articles()
    for found, reported in zip(run.diagnostics, read(run), strict=False):
        assert ("suggestions" in reported) == (found.fix is not None and found.fix.safe)
        if found.fix is not None and found.fix.safe:
            text = texts[found.path]
            fixed = apply(text, found.fix.edits)
            [suggestion] = reported["suggestions"]
            before, _, after = cut(text, suggestion["range"])
            assert before + suggestion["text"].encode() + after == fixed.encode()
            seen += 1
    assert seen > 5


def test_a_suggestion_leaves_alone_what_stays() -> None:
    text = "東京\nx😀y\nz"
    fix = Fix("write it again", (Edit(0, len(text), "東京\nx👩y\nz"),), safe=True)
    places = {"start": {"line": 2, "column": 2}, "end": {"line": 2, "column": 6}}
    assert suggestions_of(diagnostic(fix=fix), text) == [{"range": places, "text": "👩"}]


@pytest.mark.parametrize(
    ("safe", "text"),
    [(False, "abc\n"), (True, None), (True, "abc\rdef\n")],
    ids=["unsafe", "no text", "lone carriage return"],
)
def test_what_cannot_be_suggested_is_not(safe: bool, text: str | None) -> None:
    fix = Fix("leave the first letter out", (Edit(0, 1, ""),), safe)
    assert suggestions_of(diagnostic(fix=fix), text) == []
    assert suggestions_of(diagnostic(fix=replace(fix, safe=True)), "abc\r\n") != []


@given(st.text("ab\n", max_size=12), st.text("ab\n", max_size=12), st.data())
def test_the_least_edit_does_what_the_fix_does(text: str, new: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    fix = Fix(
        "repair it", (Edit(places[0], places[1], new), Edit(places[2], places[3], "")), safe=True
    )
    fixed = text[: places[0]] + new + text[places[1] : places[2]] + text[places[3] :]
    edit = least_edit(fix, text)
    assert apply(text, [edit]) == fixed
    assert edit.start <= edit.end
    if fixed != text and edit.text and edit.start < edit.end:
        assert text[edit.start] != edit.text[0]
        assert text[edit.end - 1] != edit.text[-1]
