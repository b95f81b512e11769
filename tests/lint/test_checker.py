"""The checker runs every rule, signs what they find, and accepts any text."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpusfmt.api.articles import format, serialize_document
from corpusfmt.api.checking import check
from corpusfmt.config.policy import default_policy
from corpusfmt.lint.checker import MOST_LISTED, Checker
from corpusfmt.lint.context import Context
from corpusfmt.lint.policy import Policy
from corpusfmt.lint.rule import Rule
from corpusfmt.model.diagnostic import Diagnostic, Finding
from corpusfmt.rules import NAMES
from corpusfmt.syntax.normal_form import LOST_CONTROL
from corpusfmt.syntax.reading import read_document
from corpusfmt.testing import documents, mutated_articles, texts
from corpusfmt.text.edits import Edit, Fix, apply
from tests.budget import LONG

CORPUS = Path(__file__).resolve().parents[2] / "corpus"

CLEAN = "# Ferry Runs Again\n\n\n\nThe ferry to Skerry sailed on Monday.\n"


def shown(content: str | bytes, *require: str) -> list[tuple[str, int, int]]:
    return [
        (each.rule, each.line, each.column) for each in check(content, require=require).diagnostics
    ]


def test_a_clean_text_has_no_diagnostics() -> None:
    report = check(CLEAN, "page.txt")
    assert (report.path, report.diagnostics, report.error, report.exit_code) == (
        "page.txt",
        (),
        None,
        0,
    )


def test_every_problem_is_reported_in_one_run_and_in_the_order_of_the_text() -> None:
    data = b"\xef\xbb\xbf# T \r\n\r\nFebruary 30, 2020\r\n\r\n\r\n\r\n"
    data += b"ca\xfe a\x01 e\xcc\x81\r\n\r\n# U\r\n"
    assert shown(data, "byline") == [
        ("byte-order-mark", 1, 1),
        ("missing-field", 1, 2),
        ("layout", 1, 5),
        ("carriage-return", 1, 6),
        ("impossible-date", 3, 1),
        ("invalid-utf8", 7, 3),
        ("control-character", 7, 6),
        ("not-nfc", 7, 8),
        ("extra-title", 9, 1),
        ("empty-heading", 9, 1),
    ]


def test_a_diagnostic_is_signed_with_place_level_severity_and_excerpt() -> None:
    [diagnostic] = check(CLEAN.replace("Monday.", "Mon\0day."), "page.txt").diagnostics
    assert diagnostic == Diagnostic(
        path="page.txt",
        rule="control-character",
        level=1,
        severity="error",
        message="control character U+0000",
        line=5,
        column=34,
        end_line=5,
        end_column=35,
        excerpt="The ferry to Skerry sailed on Mon␀day.\n" + " " * 33 + "^",
        expected="no such character",
    )


@pytest.mark.parametrize(
    ("count", "more"),
    [(1000, None), (1001, "1 other"), (3000, "2,000 other"), (200_000, "more than 100,000 other")],
)
def test_so_many_findings_of_one_rule_are_listed_and_no_more(count: int, more: str | None) -> None:
    def find(context: Context) -> Iterator[Finding]:
        return (context.finding((0, 1), "a problem") for _ in range(count))

    rule = Rule("some-rule", 1, "error", "A problem.", find)
    diagnostics = Checker(Policy((rule,))).check(Context("text")).diagnostics
    assert len(diagnostics) == min(count, MOST_LISTED) + (more is not None)
    if more is not None:
        assert (
            diagnostics[-1].message
            == f"{more} finding{'' if more == '1 other' else 's'} of this rule"
        )


@pytest.mark.parametrize("content", ["", b"", "\n", " \t\n", "\ufeff", b"\xef\xbb\xbf", "\0"])
def test_a_file_with_nothing_in_it_is_one_error_of_the_schema(content: str | bytes) -> None:
    report = check(content, require=("date", "url"))
    assert [
        diagnostic.message for diagnostic in report.diagnostics if diagnostic.rule == "schema"
    ] == ["the file contains no article"]
    assert {diagnostic.rule for diagnostic in report.diagnostics} <= {
        "schema",
        "byte-order-mark",
        "control-character",
    }


HOSTILE = {
    "NULs": b"\0" * LONG,
    "carriage returns": b"\r" * LONG,
    "line feeds": b"\n" * LONG,
    "bytes that are not UTF-8": b"\xff" * (LONG // 4),
    "surrogates": "\ud800a" * (LONG // 8),
    "one line": "a" * LONG,
    "accents": "a" + "\u0301" * (LONG // 4),
    "labels": CLEAN + "Original url: x " * (LONG // 32),
    "titles": "# T\n\n" * (LONG // 64),
    "wide": ("a\r\n" * (LONG // 32)).encode("utf-16"),
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_what_is_hostile_is_reported_briefly(content: str | bytes) -> None:
    diagnostics = check(content).diagnostics
    assert diagnostics
    assert max(len(diagnostic.message) for diagnostic in diagnostics) < 200
    assert max(len(diagnostic.excerpt) for diagnostic in diagnostics) < 1000


# --------------------------------------------------------------------------------------------- laws

SAME_DOCUMENT = ("byte-order-mark", "carriage-return", "not-nfc", "layout")
"""The rules whose fixes leave the document as it is, whatever the text."""

FORM = {
    *SAME_DOCUMENT,
    "ambiguous-credit",
    "ambiguous-date",
    "ambiguous-mark",
    "control-character",
    "date-form",
    "extra-title",
    "invalid-utf8",
    "missing-field",
    "related-form",
    "schema",
}
"""The rules that look at how a document is written, and not at what it says."""


@given(st.one_of(texts(), st.text(), mutated_articles(), st.binary()))
@example("Defence Ministry / TASS東京\n\nand\u2060")
@example("000000000000000000000000\u3040\n\na")
def test_anything_is_checked_and_every_place_is_in_it(content: str | bytes) -> None:
    lines = Context(content).text
    last = len(re.findall("\r\n|\r|\n", lines)) + 1
    for diagnostic in check(content, require=("date",)).diagnostics:
        start, end = (
            (diagnostic.line, diagnostic.column),
            (diagnostic.end_line, diagnostic.end_column),
        )
        assert (1, 1) <= start <= end
        assert end[0] <= last
        assert diagnostic.message.isprintable()


@given(st.one_of(texts(), mutated_articles()))
def test_a_safe_fix_keeps_the_document_and_is_idempotent(text: str) -> None:
    for diagnostic in check(text, rules=SAME_DOCUMENT).diagnostics:
        if diagnostic.fix is not None:
            fixed = apply(text, diagnostic.fix.edits)
            assert read_document(fixed) == read_document(text)
            assert diagnostic.rule not in {
                left.rule for left in check(fixed, rules=SAME_DOCUMENT).diagnostics
            }


@given(st.one_of(texts(), mutated_articles()))
def test_what_is_clean_is_canonical(text: str) -> None:
    if all(diagnostic.severity == "info" for diagnostic in check(text).diagnostics):
        assert format(text) == text


@given(documents())
def test_the_canonical_text_of_a_document_has_no_finding_on_how_it_is_written(
    document: dict[str, object],
) -> None:
    text = serialize_document(document)
    assert LOST_CONTROL.search(text) is None
    found = {diagnostic.rule for diagnostic in check(text).diagnostics}
    assert found & FORM == set()


def test_texts_that_are_checked_together_come_to_what_each_comes_to_alone() -> None:
    paths = sorted(CORPUS.rglob("*.txt"))
    policy = default_policy(("date",), frozenset(NAMES))
    subjects = [Context(path.read_bytes(), str(path)) for path in paths]
    checker = Checker(policy)
    together = [*checker.check_all(subjects)]
    alone = [checker.check_one(Context(path.read_bytes(), str(path))) for path in paths]
    assert [(one.report, one.host, [*one.facts]) for one in together] == [
        (one.report, one.host, [*one.facts]) for one in alone
    ]
    assert [*checker.check_all([])] == []


def test_an_exception_of_a_rule_costs_one_text_its_result() -> None:
    def fail(context: Context) -> Iterator[Finding]:
        if "x" in context.text:
            raise KeyError("lost")
        yield context.finding((0, 1), "a problem")

    checker = Checker(Policy((Rule("some-rule", 1, "error", "A problem.", fail),)))
    results = [*checker.check_all([Context("a", "1"), Context("x", "2"), Context("b", "3")])]
    assert [result.report.path for result in results] == ["1", "2", "3"]
    assert [len(result.report.diagnostics) for result in results] == [1, 0, 1]
    assert [repr(result.error) for result in results] == ["None", "KeyError('lost')", "None"]


def test_the_rules_of_a_batch_are_those_of_each_text() -> None:
    """Texts of one batch may have different policies."""
    rules = tuple(
        Rule(name, 1, "error", "A problem.", lambda c: iter([c.finding((0, 1), "a problem")]))
        for name in "ab"
    )
    policy = Policy(rules, hosts={"a.example": Policy(rules[:1])})
    texts = [
        f"# T\n\n\n\nText.\n\nOriginal url:\n\n<https://{host}.example/x>\n" for host in "abab"
    ]
    found = [
        [one.rule for one in each.report.diagnostics]
        for each in Checker(policy).check_all(map(Context, texts))
    ]
    assert found == [["a"], ["a", "b"], ["a"], ["a", "b"]]


def test_a_fix_is_dropped_where_the_content_is_not_text() -> None:
    fix = Fix("remove it", (Edit(0, 1, ""),), True)
    assert Context("a").finding((0, 1), "a problem", fix=fix).fix == fix
    assert Context(b"a\xff").finding((0, 1), "a problem", fix=fix).fix is None
