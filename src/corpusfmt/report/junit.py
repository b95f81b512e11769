"""The format ``junit``: a test case for each file, as Ant writes them and Jenkins, GitLab and others read them.

Ant's schema allows a test case one failure, and readers show no more than one: it holds all errors and warnings of the
file. What is found for information fails no test; it is told in the output of the suite. The schema asks for times
and a host, which a report of the same corpus must not change with: the times are none, the start is 1970.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from corpusfmt.model.diagnostic import SEVERITIES, Diagnostic, Report, fails
from corpusfmt.report import Run
from corpusfmt.report.counts import count_run
from corpusfmt.report.diagnostic_text import diagnostic_line
from corpusfmt.report.fingerprint import SCHEME, signed, signed_reports
from corpusfmt.report.wording import by_severity, summary, unfixed_line
from corpusfmt.report.workflow import harmless_xml
from corpusfmt.text.display import printable, shown_path

_NAME = "corpusfmt"
_Signed = tuple[Diagnostic, str]
"""A finding and its fingerprint."""

_NEVER = "1970-01-01T00:00:00"
_ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold even as a reference, and the carriage return, which its readers change."""


def render(run: Run) -> str:
    """The document, in ASCII, so that it is what it says it is in every encoding."""
    cases = [*_cases(run)]
    root = Element("testsuites")
    suite = SubElement(root, "testsuite", _attributes(cases))
    suite.append(_properties(run))
    suite.extend(cases)
    infos = [
        _told(*pair)
        for pair in signed(run.diagnostics, run.root)
        if not fails(pair[0], run.fail_on)
    ]
    SubElement(suite, "system-out").text = "\n".join([*infos, summary(run)])
    SubElement(suite, "system-err").text = "\n".join(
        [
            *(f"{shown_path(path)}: {printable(reason)}" for path, reason in run.unchecked),
            *map(unfixed_line, run.unfixed),
        ]
    )
    ElementTree.indent(root)
    document: bytes = ElementTree.tostring(root, encoding="us-ascii", xml_declaration=True)
    return harmless_xml(document.decode("ascii")) + "\n"


def _attributes(cases: list[Element]) -> dict[str, str]:
    return {
        "name": _NAME,
        "package": _NAME,
        "id": "0",
        "hostname": "localhost",
        "timestamp": _NEVER,
        "time": "0",
        "tests": str(len(cases)),
        "failures": str(sum(case.find("failure") is not None for case in cases)),
        "errors": str(sum(case.find("error") is not None for case in cases)),
    }


def _properties(run: Run) -> Element:
    counts = count_run(run)
    values = {"version": run.version, "exit code": run.exit_code, "checked": counts.checked}
    values |= {f"skipped: {printable(reason)}": number for reason, number in run.skipped}
    values |= {
        "could not be checked": counts.could_not_check,
        "not fixed": counts.not_fixed,
        "interrupted": str(run.interrupted).lower(),
    }
    properties = Element("properties")
    for name, value in values.items():
        SubElement(properties, "property", name=name, value=str(value))
    return properties


def _cases(run: Run) -> Iterator[Element]:
    if run.trouble:
        yield _case("the run", "error", run.trouble, "unfinished", "")
    for path, reason in run.missing:
        yield _unchecked(path, reason)
    for report, told in signed_reports(run):
        yield (
            _file(report, told, run)
            if report.error is None
            else _unchecked(report.path, report.error)
        )


def _unchecked(path: str, reason: str) -> Element:
    return _case(shown_path(path), "error", printable(reason), "could-not-check", "")


def _file(report: Report, told: Iterable[_Signed], run: Run) -> Element:
    """A test case, failed where the file has what makes the run fail, whose type is then the gravest of that."""
    found = [pair for pair in told if fails(pair[0], run.fail_on)]
    if not found and report.unfixed is not None:
        return _case(shown_path(report.path), "error", printable(report.unfixed), "not-fixed", "")
    if not found:
        return _case(shown_path(report.path))
    numbers = {
        severity: sum(one.severity == severity for one, _ in found) for severity in SEVERITIES
    }
    gravest = next(severity for severity in SEVERITIES if numbers[severity])
    undone = [] if report.unfixed is None else [unfixed_line((report.path, report.unfixed))]
    text = _join([*(_told(*pair) for pair in found), *undone])
    return _case(shown_path(report.path), "failure", by_severity(numbers), gravest, text)


def _case(
    name: str, fault: str | None = None, message: str = "", kind: str = "", text: str = ""
) -> Element:
    case = Element("testcase", name=name, classname=_NAME, time="0")
    if fault is not None:
        SubElement(case, fault, message=message, type=kind).text = text
    return case


def _told(diagnostic: Diagnostic, fingerprint: str) -> str:
    """The finding in one line, and below it the excerpt and the fingerprint."""
    excerpt = diagnostic.excerpt.split("\n") if diagnostic.excerpt.strip() else []
    shown = [f"    {_legal(shown)}".rstrip() for shown in excerpt]
    return _join([diagnostic_line(diagnostic), *shown, f"    {SCHEME}:{fingerprint}"])


def _join(lines: Iterable[str]) -> str:
    return "\n".join(lines)


def _legal(text: str) -> str:
    return _ILLEGAL.sub(lambda match: printable(match[0]), text)
