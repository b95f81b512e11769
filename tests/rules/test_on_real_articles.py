"""What the rules find in real articles, in the folder that CORPUSFMT_FIELD names."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from corpusfmt.config.policy import default_policy
from corpusfmt.lint.context import Context
from corpusfmt.lint.fixer import fix
from corpusfmt.model.diagnostic import Finding
from tests.budget import EVERY
from tests.rules.cases import RULES

FOUND, FIRED = 0.91, 0.0005
"""The least share of paragraphs cut by a page break that is found, and the most of the others."""


@pytest.fixture(scope="module")
def field() -> Path:
    folder = os.environ.get("CORPUSFMT_FIELD")
    if not folder:
        pytest.skip("CORPUSFMT_FIELD names no folder of real articles")
    return Path(folder)


def subjects(folder: Path, every: int = 1) -> Iterator[Context]:
    paths = sorted(folder.iterdir())[::every]
    assert paths, f"{folder.name} holds no articles"
    return (Context(path.read_bytes(), path.name) for path in paths)


def folded(text: str) -> str:
    return " ".join(text.split())


def is_at(finding: Finding, context: Context, before: str, after: str) -> bool:
    """Return whether a finding is between these two ends of a paragraph."""
    left = folded(context.text[max(0, finding.end - 200) : finding.end])
    right = folded(context.text[finding.end : finding.end + 400].replace("#", "").replace("*", ""))
    return left.endswith(folded(before)[-25:]) and right.startswith(
        folded(after.lstrip("# *"))[:20]
    )


def test_paragraphs_that_a_page_break_has_cut_are_found(field: Path) -> None:
    rows = [
        json.loads(line) for line in (field / "pdf.truth.jsonl").read_text("utf-8").splitlines()
    ]
    cuts = {row["file"]: row["split_paragraphs"] for row in rows}
    found = 0
    for context in subjects(field / "pdf"):
        findings = [*RULES["split-paragraph"].check(context)]
        found += sum(
            any(is_at(one, context, *cut) for one in findings) for cut in cuts[context.name]
        )
    assert found >= FOUND * sum(map(len, cuts.values()))


def test_paragraphs_that_are_whole_are_hardly_ever_found(field: Path) -> None:
    pairs = fired = 0
    for context in subjects(field / "layout"):
        pairs += sum(
            one.type == other.type == "paragraph" for one, other in pairwise(context.blocks)
        )
        fired += sum(1 for _ in RULES["split-paragraph"].check(context))
    assert fired < FIRED * pairs


@pytest.mark.parametrize("kind", ["layout", "print", "pdf"])
def test_fixes_converge(field: Path, kind: str) -> None:
    for context in subjects(field / kind, EVERY):
        for unsafe in (False, True):
            fixed = fix(context, default_policy(), unsafe=unsafe)
            assert (fixed.conflicting, fixed.unfaithful) == ((), False), (context.name, unsafe)
            left = [
                one.fix
                for one in fixed.report.diagnostics
                if one.fix is not None and (one.fix.safe or unsafe)
            ]
            assert left == [], (context.name, unsafe)
            if not fixed.made and all(one.fix is None for one in fixed.report.diagnostics):
                break  # nothing more could be applied
