"""The format junit: what Ant's schema (JUnit.xsd) and the Jenkins xUnit plugin's (junit-10.xsd)
both ask for.

Neither schema can be installed with a package, so what both allow is written here as a table.
"""

import re
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.model.diagnostic import Report
from corpusfmt.report import Run
from corpusfmt.report.fingerprint import SCHEME, with_fingerprints
from corpusfmt.report.formats import FORMATS
from tests.report.runs import EVERYTHING, ODD_TEXT, RUNS, WIDE, diagnostic, run_of, run_with

render = FORMATS["junit"]

ANY = ".*"
COUNT = "[0-9]+"
SECONDS = r"[0-9]+(\.[0-9]+)?"
NAME = r"\S(.*\S)?"


class Kind(NamedTuple):
    """An element: its attributes, all of them required; its children, in this order; whether it
    holds text.
    """

    attributes: dict[str, str]
    children: str = ""
    has_text: bool = False


SCHEMA = {
    "testsuites": Kind({}, "(testsuite )*"),
    "testsuite": Kind(
        {
            "name": NAME,
            "package": ANY,
            "id": COUNT,
            "hostname": NAME,
            "timestamp": r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}",
            "time": SECONDS,
            "tests": COUNT,
            "failures": COUNT,
            "errors": COUNT,
        },
        "properties (testcase )*system-out system-err ",
    ),
    "properties": Kind({}, "(property )*"),
    "property": Kind({"name": NAME, "value": ANY}),
    "testcase": Kind({"name": ANY, "classname": ANY, "time": SECONDS}, "(failure |error )?"),
    "failure": Kind({"message": ANY, "type": ANY}, has_text=True),
    "error": Kind({"message": ANY, "type": ANY}, has_text=True),
    "system-out": Kind({}, has_text=True),
    "system-err": Kind({}, has_text=True),
}


def faults(root: Element) -> list[str]:
    """What is wrong with a report by the schema."""
    found = [] if root.tag == "testsuites" else [f"the root is {root.tag}"]
    for element in root.iter():
        kind = SCHEMA[element.tag]
        if set(element.attrib) != set(kind.attributes):
            found.append(f"{element.tag}: {sorted(element.attrib)}")
        for name, pattern in kind.attributes.items():
            if not re.fullmatch(pattern, element.attrib.get(name, ""), re.DOTALL):
                found.append(f"{element.tag}/@{name}: {element.attrib.get(name)!r}")
        children = "".join(f"{child.tag} " for child in element)
        if not re.fullmatch(kind.children, children):
            found.append(f"{element.tag}: {children}")
        if not kind.has_text and (element.text or "").strip():
            found.append(f"{element.tag}: {element.text!r}")
    return found


def suite_of(run: Run) -> Element:
    [suite] = ElementTree.fromstring(render(run).encode("ascii"))
    return suite


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_the_report_is_valid_and_counts_right(run: Run) -> None:
    root = ElementTree.fromstring(render(run).encode("ascii"))
    assert faults(root) == []
    [suite] = root
    for name, path in (
        ("tests", "testcase"),
        ("failures", "testcase/failure"),
        ("errors", "testcase/error"),
    ):
        assert int(suite.attrib[name]) == len(suite.findall(path))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('time="0"', 'time=""'),
        ('hostname="localhost"', ""),
        ("<system-err", "<testcase/><system-err"),
        ("</failure>", '</failure><failure message="" type=""/>'),
        ("<properties>", "<properties>x"),
        ('id="0"', 'id="0" file="a.txt"'),
    ],
)
def test_the_table_sees_what_is_wrong(old: str, new: str) -> None:
    report = render(run_with(diagnostic()))
    assert old in report
    assert faults(ElementTree.fromstring(report.replace(old, new, 1))) != []


def test_a_file_is_a_test_case() -> None:
    run = run_of(
        Report("a.txt"),
        Report("b.txt", (diagnostic(severity="info"),)),
        Report(
            "c.txt",
            (diagnostic(), diagnostic(severity="info"), diagnostic(severity="error"), diagnostic()),
        ),
        Report("d.txt", (diagnostic(),)),
        Report("e.txt", error="is a folder"),
        missing=(("f.txt", "does not exist"),),
    )
    reported = [
        (
            case.attrib["name"],
            *((fault.tag, fault.attrib["type"], fault.attrib["message"]) for fault in case),
        )
        for case in suite_of(run).iter("testcase")
    ]
    assert reported == [
        ("f.txt", ("error", "could-not-check", "does not exist")),
        ("a.txt",),
        ("b.txt",),
        ("c.txt", ("failure", "error", "1 error, 2 warnings")),
        ("d.txt", ("failure", "warning", "1 warning")),
        ("e.txt", ("error", "could-not-check", "is a folder")),
    ]


def test_a_failure_holds_all_errors_and_warnings_with_their_excerpts() -> None:
    excerpt = f"{WIDE}\n  ^^"
    one = diagnostic(message=f"“{WIDE[:2]}”", excerpt=excerpt, severity="error")
    run = run_with(one, diagnostic(severity="info", message="perhaps"), diagnostic())
    suite = suite_of(run)
    marks = [f"    {SCHEME}:{fingerprint}" for _, fingerprint in with_fingerprints(run.diagnostics)]
    assert suite.findtext("testcase/failure") == "\n".join(
        [
            "a.txt:6:1: error: “東京” (expected: 1 blank line) [layout]",
            f"    {WIDE}",
            "      ^^",
            marks[0],
            "a.txt:6:1: warning: 2 blank lines (expected: 1 blank line) [layout]",
            "",
            "    ^",
            marks[2],
        ]
    )
    information, _, summary = (suite.findtext("system-out") or "").partition(
        f"\n\n    ^\n{marks[1]}\n"
    )
    assert information == "a.txt:6:1: info: perhaps (expected: 1 blank line) [layout]"
    assert summary == "checked 1 file: 1 error, 1 warning, 1 info"


def test_a_finding_without_an_excerpt_is_a_line() -> None:
    reported = suite_of(run_with(diagnostic(excerpt=""))).findtext("testcase/failure") or ""
    first, mark = reported.split("\n")
    assert first == "a.txt:6:1: warning: 2 blank lines (expected: 1 blank line) [layout]"
    assert mark.startswith(f"    {SCHEME}:")


def test_the_properties_are_the_counts() -> None:
    properties = {
        item.attrib["name"]: item.attrib["value"] for item in suite_of(EVERYTHING).iter("property")
    }
    assert properties == {
        "version": "0.1.0",
        "exit code": "2",
        "checked": "3",
        "skipped: hidden & <odd>": "17",
        "skipped: already named": "2",
        "could not be checked": "3",
        "not fixed": "0",
        "interrupted": "false",
    }


def test_what_could_not_be_checked_is_the_error_output() -> None:
    run = run_of(Report("a.txt", error="is a folder"), missing=(("b.txt", "does not exist"),))
    assert suite_of(run).findtext("system-err") == "b.txt: does not exist\na.txt: is a folder"


def test_a_run_that_was_not_finished_is_an_error() -> None:
    first = suite_of(RUNS["interrupted"]).find("testcase")
    assert first is not None
    assert (first.attrib["name"], [fault.tag for fault in first]) == ("the run", ["error"])


def test_what_xml_cannot_hold_is_reported_as_an_escape() -> None:
    text = suite_of(
        run_with(diagnostic(message=ODD_TEXT, excerpt="a\x0b\ufffe\ud83d\rb 👩\u200d🚀\n^"))
    ).findtext(".//failure")
    assert text is not None
    assert "{0} [link](#) **bold** | `code` \\u0000\\u001b[31m\\u0085\\ud83d\\ufffe %0A" in text
    assert "a\\u000b\\ufffe\\ud83d\\u000db 👩\u200d🚀\n" in text


@given(st.text(st.characters(codec=None)), st.text(st.characters(codec=None)))
def test_every_text_makes_a_document(one: str, other: str) -> None:
    run = run_with(
        diagnostic(path=one, message=other, excerpt=one, expected=other, severity="info"),
        diagnostic(path=one, message=one, excerpt=other),
        missing=((other, one),),
        skipped=((one or "-", 1),),
    )
    assert [
        fault
        for fault in faults(ElementTree.fromstring(render(run)))
        if "property/@name" not in fault
    ] == []
