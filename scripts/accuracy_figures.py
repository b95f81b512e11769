"""The figures about the accuracy of the rules.

They are in benchmarks/accuracy.json, which benchmarks/accuracy.py writes, and in
benchmarks/judged.json, which has what readers judged.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import NotRequired, TypedDict

BENCHMARKS = Path(__file__).resolve().parents[1] / "benchmarks"


class KindFigures(TypedDict):
    """What was counted for a kind of damage; the scripts have the damaged and the found."""

    rules: dict[str, int]
    damaged: int
    found: int
    scripts: dict[str, list[int]]


class Figures(TypedDict):
    """The content of benchmarks/accuracy.json."""

    articles: int
    kinds: dict[str, KindFigures]


class SecondJudgement(TypedDict):
    """What the second reader judged of a rule."""

    judged: int
    right: int
    doubtful: int
    reasons: list[str]


class Repair(TypedDict):
    """How many findings a reader judged wrong or doubtful before the rule was repaired, and why."""

    reader: int
    wrong: int
    judged: int
    reason: str


class Judgement(TypedDict):
    """What readers judged of a rule, with the reasons why findings were wrong or doubtful."""

    findings: int
    judged: int
    right: int
    doubtful: int
    readers: int
    reasons: list[str]
    second: NotRequired[SecondJudgement]
    repaired: NotRequired[list[Repair]]


class Judged(TypedDict):
    """The content of benchmarks/judged.json."""

    articles: int
    rules: dict[str, Judgement]


def figures() -> Figures:
    """Return what benchmarks/accuracy.py counted."""
    content: Figures = json.loads((BENCHMARKS / "accuracy.json").read_text("utf-8"))
    return content


def judged() -> Judged:
    """Return what readers judged."""
    content: Judged = json.loads((BENCHMARKS / "judged.json").read_text("utf-8"))
    return content
