"""The format ``junit``: a test case for each file, as Ant writes them and Jenkins or GitLab read.

Ant's schema allows a test case one failure, and readers show no more than one: it contains all
errors and warnings of the file. Infos fail no test; they are in the output of the suite. The schema
requires times and a host, which would make reports of the same corpus differ: all times are zero.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from corpusfmt.model.diagnostic import SEVERITIES, Diagnostic, Report, Severity, fails
from corpusfmt.report import Run
from corpusfmt.report.counts import count_run
from corpusfmt.report.diagnostic_text import diagnostic_line
from corpusfmt.report.fingerprint import SCHEME, results_with_fingerprints, with_fingerprints
from corpusfmt.report.wording import by_severity, summary, unfixed_line
from corpusfmt.report.workflow import harmless_xml
from corpusfmt.text.display import printable, shown_path
from corpusfmt.text.patterns import regex

_NAME = "corpusfmt"
_NO_TIME = "1970-01-01T00:00:00"

_ILLEGAL = regex("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters not allowed in XML 1.0, and the carriage return, which its readers change."""


@dataclass(frozen=True, slots=True)
class _Problem:
    """Why a test case does not pass: the element for it, its attributes, and its text."""

    element: str
    message: str
    type: str
    text: str = ""


def lines(run: Run) -> Iterator[str]:
    """Yield the document, in ASCII, so that every encoding of it is the one declared.

    Its lines are those of `ElementTree.indent`, written while the results are read.
    """
    yield "<?xml version='1.0' encoding='us-ascii'?>\n<testsuites>\n"
    suite = _to_xml(Element("testsuite", _attributes(run)))
    yield f"  {suite.removesuffix(' />')}>\n"
    yield _indented(_properties(run))
    for case in _cases(run):
        yield _indented(case)
    before = "    <system-out>"
    for text in _passing(run):
        yield harmless_xml(f"{before}{_escape_text(text)}\n")
        before = ""
    yield harmless_xml(f"{before}{_escape_text(summary(run))}</system-out>\n")
    errors = Element("system-err")
    errors.text = "\n".join(_undone_lines(run))
    yield _indented(errors)
    yield "  </testsuite>\n</testsuites>\n"


def _indented(element: Element) -> str:
    """Return a child of the suite, on lines of its own."""
    ElementTree.indent(element, level=2)
    return f"{harmless_xml(f'    {_to_xml(element)}')}\n"


def _to_xml(element: Element) -> str:
    written: bytes = ElementTree.tostring(element, encoding="us-ascii")
    return written.decode("ascii")


def _escape_text(text: str) -> str:
    """Return a text as `ElementTree` writes that of an element."""
    for character, reference in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        text = text.replace(character, reference)
    return text.encode("us-ascii", "xmlcharrefreplace").decode("ascii")


def _attributes(run: Run) -> dict[str, str]:
    counts = _count_cases(run)
    return {
        "name": _NAME,
        "package": _NAME,
        "id": "0",
        "hostname": "localhost",
        "timestamp": _NO_TIME,
        "time": "0",
        "tests": str(counts.total()),
        "failures": str(counts["failure"]),
        "errors": str(counts["error"]),
    }


def _count_cases(run: Run) -> Counter[str]:
    """Return how many test cases there are, by the element of their problem."""
    counts = Counter(error=bool(run.trouble) + len(run.missing))
    for report in run.reports:
        if report.error is not None:
            counts["error"] += 1
        elif any(fails(diagnostic, run.fail_on) for diagnostic in report.diagnostics):
            counts["failure"] += 1
        else:
            counts["none" if report.unfixed is None else "error"] += 1
    return counts


def _properties(run: Run) -> Element:
    counts = count_run(run)
    values = {"version": run.version, "exit code": run.exit_code, "checked": counts.checked}
    for reason, number in run.skipped:
        values[f"skipped: {printable(reason)}"] = number
    values |= {
        "could not be checked": counts.could_not_check,
        "not fixed": counts.not_fixed,
        "interrupted": str(run.interrupted).lower(),
    }
    properties = Element("properties")
    for name, value in values.items():
        SubElement(properties, "property", name=name, value=str(value))
    return properties


def _passing(run: Run) -> Iterator[str]:
    """Yield the findings that do not fail a test."""
    for diagnostic, fingerprint in with_fingerprints(run.diagnostics, run.root):
        if not fails(diagnostic, run.fail_on):
            yield _describe(diagnostic, fingerprint)


def _undone_lines(run: Run) -> Iterator[str]:
    for path, reason in run.unchecked:
        yield f"{shown_path(path)}: {printable(reason)}"
    yield from map(unfixed_line, run.unfixed)


def _cases(run: Run) -> Iterator[Element]:
    if run.trouble:
        yield _case("the run", _Problem("error", run.trouble, "unfinished"))
    for path, reason in run.missing:
        yield _unchecked_case(path, reason)
    for result, findings in results_with_fingerprints(run):
        report = result.report
        if report.error is not None:
            yield _unchecked_case(report.path, report.error)
        else:
            yield _case(shown_path(report.path), _find_problem(report, findings, run.fail_on))


def _unchecked_case(path: str, reason: str) -> Element:
    return _case(shown_path(path), _Problem("error", printable(reason), "could-not-check"))


def _find_problem(
    report: Report, findings: Iterable[tuple[Diagnostic, str]], fail_on: str
) -> _Problem | None:
    """Return why the test of a file does not pass, or None; the type is the worst severity."""
    numbers: dict[Severity, int] = dict.fromkeys(SEVERITIES, 0)
    texts = []
    for diagnostic, fingerprint in findings:
        if fails(diagnostic, fail_on):
            numbers[diagnostic.severity] += 1
            texts.append(_describe(diagnostic, fingerprint))
    if not texts:
        if report.unfixed is None:
            return None
        return _Problem("error", printable(report.unfixed), "not-fixed")
    if report.unfixed is not None:
        texts.append(unfixed_line((report.path, report.unfixed)))
    worst = next(severity for severity in SEVERITIES if numbers[severity])
    return _Problem("failure", by_severity(numbers), worst, "\n".join(texts))


def _case(name: str, problem: _Problem | None) -> Element:
    case = Element("testcase", name=name, classname=_NAME, time="0")
    if problem is not None:
        element = SubElement(case, problem.element, message=problem.message, type=problem.type)
        element.text = problem.text
    return case


def _describe(diagnostic: Diagnostic, fingerprint: str) -> str:
    """Return a finding in one line, and below it the excerpt and the fingerprint."""
    lines = [diagnostic_line(diagnostic)]
    if diagnostic.excerpt.strip():
        for line in diagnostic.excerpt.split("\n"):
            lines.append(f"    {_escape_illegal(line)}".rstrip())
    lines.append(f"    {SCHEME}:{fingerprint}")
    return "\n".join(lines)


def _escape_illegal(text: str) -> str:
    return _ILLEGAL.sub(lambda match: printable(match[0]), text)
