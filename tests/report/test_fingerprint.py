"""Fingerprints: the same in every format, and where they were when lines have moved."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.api.checking import check
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.report import Run
from corpusfmt.report.fingerprint import SCHEME, with_fingerprints
from corpusfmt.report.formats import FORMATS
from tests.report.runs import ARTICLES, EVERYTHING, ODD, PLAIN, checked_run, diagnostic


def prints(*diagnostics: Diagnostic) -> list[str]:
    return [fingerprint for _, fingerprint in with_fingerprints(diagnostics)]


@pytest.mark.parametrize("run", [checked_run(), EVERYTHING], ids=["checked", "everything"])
def test_a_fingerprint_is_the_same_in_every_format(run: Run) -> None:
    wanted = prints(*run.diagnostics)
    assert len(wanted) > 3
    lines = map(json.loads, FORMATS["jsonl"](run).splitlines())
    assert [line["fingerprint"] for line in lines if line["type"] == "finding"] == wanted
    files = json.loads(FORMATS["json"](run))["files"]
    assert [finding["fingerprint"] for file in files for finding in file["findings"]] == wanted
    results = json.loads(FORMATS["sarif"](run))["runs"][0]["results"]
    assert [result["partialFingerprints"] for result in results] == [
        {SCHEME: one} for one in wanted
    ]
    issues = json.loads(FORMATS["gitlab"](run))
    assert [issue["fingerprint"] for issue in issues][: len(wanted)] == wanted
    reported = json.loads(FORMATS["rdjson"](run))["diagnostics"]
    assert [one["original_output"] for one in reported if "original_output" in one] == [
        f"{SCHEME}:{one}" for one in wanted
    ]
    for name in ("junit", "github"):  # not all of them, and in an order of their own
        found = re.findall(rf"{SCHEME}:([0-9a-f]{{32}})(?=\n|<)", FORMATS[name](run))
        assert len(found) == len(set(found)) > 3, name
        assert set(found) <= set(wanted), name


def test_a_fingerprint_is_never_made_of_anything_else() -> None:
    """If this fails, every baseline is worth nothing: give the scheme a new name."""
    assert SCHEME == "corpusfmt/v1"
    assert prints(PLAIN, PLAIN) == [
        "d03db8bf0ba3e64d9ea1923d365b8d9f",
        "6066f3355338ccec39b0a0880f663543",
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"line": 60, "end_line": 61},
        {"column": 5, "end_column": 9},
        {"message": "2 lines that are blank"},
        {"expected": None},
        {"severity": "error", "level": 4},
        {"byte_offset": 7},
        {"excerpt": "\n    ^^^^"},
        {"path": "./a.txt"},
        {"fix": ODD.fix},
    ],
    ids=",".join,
)
def test_a_fingerprint_stays(changes: dict[str, object]) -> None:
    assert prints(diagnostic(**changes)) == prints(PLAIN)


@pytest.mark.parametrize(
    "changes",
    [{"rule": "schema"}, {"path": "sub/a.txt"}, {"pointer": "/byline"}],
    ids=",".join,
)
def test_a_fingerprint_changes(changes: dict[str, object]) -> None:
    assert prints(diagnostic(**changes)) != prints(PLAIN)


def test_a_fingerprint_changes_with_the_line_unless_the_finding_is_one_for_the_file() -> None:
    for rule, is_of_the_file in (("schema", False), ("layout", True), ("carriage-return", True)):
        one, other = (diagnostic(rule=rule, excerpt=excerpt) for excerpt in ("x\n^", "y\n^"))
        assert (prints(one) == prints(other)) is is_of_the_file


def test_parts_do_not_run_into_each_other() -> None:
    assert prints(diagnostic(rule="a", path="b/c")) != prints(diagnostic(rule="a/b", path="c"))


def test_a_pointer_counts_without_its_numbers() -> None:
    pointers = ["/body/3/text", "/body/12/text", "/body/3/caption", "/body/3a/text", "/body/3"]
    first, *others = (prints(diagnostic(pointer=pointer)) for pointer in pointers)
    assert [other == first for other in others] == [True, False, False, False]


def test_of_equal_findings_the_last_one_is_new() -> None:
    before, after = prints(PLAIN, PLAIN), prints(PLAIN, replace(PLAIN, line=2), PLAIN)
    assert after[:2] == before
    assert len(set(after)) == 3


@pytest.mark.parametrize(
    "path", [path for path, text in ARTICLES.items() if isinstance(text, str) and text]
)
@pytest.mark.parametrize("added", ["", "A paragraph.\n\n", "東京 👩\u200d🚀\n\n" * 30])
def test_findings_stay_when_lines_are_added_above_them(path: str, added: str) -> None:
    title, gap, rest = str(ARTICLES[path]).replace("\r\n", "\n").partition("\n\n\n\n")
    fault = "Before. Original url: <https://news.example/1>\n\n"
    before, after = (
        [
            pair
            for pair in with_fingerprints(
                check(title + gap + more + fault + rest, path).diagnostics
            )
            if pair[0].line > 4
        ]
        for more in ("", added)
    )
    moved = added.count("\n")
    assert [found.line + moved for found, _ in before if found.rule != "layout"] == [
        found.line for found, _ in after if found.rule != "layout"
    ]
    assert [one for _, one in before] == [one for _, one in after]
    assert before


_TEXTS = st.sampled_from(["", "a", "b", "/1", "/1/a"])


@given(
    st.lists(
        st.builds(diagnostic, path=_TEXTS, rule=_TEXTS, pointer=_TEXTS, excerpt=_TEXTS), max_size=30
    )
)
def test_no_two_fingerprints_are_the_same(diagnostics: list[Diagnostic]) -> None:
    assert len(set(prints(*diagnostics))) == len(diagnostics)
