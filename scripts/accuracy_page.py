"""The page docs/accuracy.md, and the line about accuracy on the page of each rule.

`scripts.accuracy_figures` has the figures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from benchmarks.damage import Kind, kinds
from corpusfmt.lint.rule import CORPUS, Rule
from corpusfmt.rules import all_rules
from scripts.accuracy_figures import Judgement, KindFigures, figures, judged
from scripts.accuracy_texts import (
    ALARMS,
    INTRODUCTION,
    MISSED,
    NEW,
    OTHERS,
    PRECISION,
    REPAIRED,
    SCRIPTS,
    SILENT,
    UNMEASURED,
    WRONG,
)

FEWEST = 10
"""How many damaged articles of a script a share is shown for."""

MOST_DRAWN = 40
"""How many findings of a rule are drawn, if it has more."""

_READERS = {1: "first reader", 2: "second reader"}


@dataclass(frozen=True, slots=True)
class Recall:
    """How much of the damage that a rule is for was found, by script in two counts.

    ``own`` is what the rule itself found, ``found`` what it or another rule for the kind did.
    """

    damaged: int
    found: int
    own: int
    scripts: dict[str, tuple[int, int]]


def accuracy_page() -> str:
    """Return docs/accuracy.md."""
    parts = [
        INTRODUCTION.format(articles=figures()["articles"]),
        "".join(_recall_rows()),
        MISSED,
        "".join(_missed()),
        SCRIPTS.format(fewest=FEWEST),
        _script_table(),
        PRECISION.format(articles=judged()["articles"], new=_new()),
        "".join(_precision_rows()),
        ALARMS.format(rules=_names(rule for rule in _rules() if _alarms(rule.name) > 1)),
        WRONG,
        "".join(_reasons()),
        REPAIRED,
        "".join(_repairs()),
        SILENT.format(rules=_names(rule for rule in _judgeable() if _is_silent(rule))),
        OTHERS,
        UNMEASURED.format(rules=_names(rule for rule in _rules() if rule.name not in recalls())),
    ]
    return "".join(parts)


def accuracy_notes() -> dict[str, str]:
    """Return the line about accuracy for each rule that was measured."""
    notes = {}
    for rule in _rules():
        parts = [*_recall_note(rule.name), *_precision_note(rule.name)]
        if parts:
            text = "; ".join(parts)
            notes[rule.name] = f"{text[0].upper()}{text[1:]} ([accuracy](accuracy.md))."
    return notes


def _recall_note(name: str) -> Iterator[str]:
    recall = recalls().get(name)
    if recall is not None:
        share = round(100 * recall.own / recall.damaged)
        yield f"finds {share} % of artificial damage"


def _precision_note(name: str) -> Iterator[str]:
    judgement = judged()["rules"].get(name)
    if judgement is None:
        if name in {rule.name for rule in _judgeable()}:
            yield f"no finding in {judged()['articles']} real articles"
        return
    right, judged_ones = judgement["right"], judgement["judged"]
    yield f"{right} of {judged_ones} examined findings in real articles are right"
    yield f"about {_alarms(name):.1f} false alarms in 200 articles"


@cache
def recalls() -> dict[str, Recall]:
    """Return the recall of each rule that is the first of a kind of damage."""
    by_rule: dict[str, list[KindFigures]] = defaultdict(list)
    for kind in _measured_kinds():
        by_rule[kind.rules[0]].append(figures()["kinds"][kind.name])
    return {name: _summed(name, counts) for name, counts in by_rule.items()}


def _summed(name: str, counts: list[KindFigures]) -> Recall:
    scripts: dict[str, tuple[int, int]] = {}
    for count in counts:
        for script, (made, found) in count["scripts"].items():
            made_before, found_before = scripts.get(script, (0, 0))
            scripts[script] = made_before + made, found_before + found
    damaged = sum(count["damaged"] for count in counts)
    found = sum(count["found"] for count in counts)
    own = sum(count["rules"][name] for count in counts)
    return Recall(damaged, found, own, scripts)


def _measured_kinds() -> list[Kind]:
    known = figures()["kinds"]
    return [kind for kind in kinds() if kind.name in known and known[kind.name]["damaged"]]


def _recall_rows() -> Iterator[str]:
    for rule in _rules():
        for kind in _measured_kinds():
            if kind.rules[0] == rule.name:
                yield _recall_row(rule, kind, figures()["kinds"][kind.name])


def _missed() -> Iterator[str]:
    for kind in _measured_kinds():
        if kind.missed:
            yield f"- {kind.name}: {kind.missed}\n"


def _recall_row(rule: Rule, kind: Kind, counts: KindFigures) -> str:
    damaged = counts["damaged"]
    found = _percent(counts["found"], damaged)
    shares = [
        f"{name} {_percent(number, damaged)}" for name, number in counts["rules"].items() if number
    ]
    if len(shares) > 1:
        found += f" ({', '.join(shares)})"
    return f"| {_link(rule)} | {kind.name}: {kind.summary} | {damaged} | {found} |\n"


def _script_table() -> str:
    enough = {
        name: {script for script, (made, _) in recall.scripts.items() if made >= FEWEST}
        for name, recall in recalls().items()
    }
    scripts = sorted(set().union(*enough.values()) - {"latin"})
    columns = ["latin", *scripts]
    lines = [
        f"| rule | {' | '.join(columns)} |",
        f"| --- |{' ---: |' * len(columns)}",
    ]
    for rule in _rules():
        if enough.get(rule.name, set()) - {"latin"}:
            cells = [_share(recalls()[rule.name], script, enough[rule.name]) for script in columns]
            lines.append(f"| {_link(rule)} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _share(recall: Recall, script: str, enough: set[str]) -> str:
    if script not in enough:
        return ""
    made, found = recall.scripts[script]
    return str(round(100 * found / made))


def _precision_rows() -> Iterator[str]:
    for rule in _rules():
        judgement = judged()["rules"].get(rule.name)
        if judgement is None:
            continue
        count, right = judgement["judged"], judgement["right"]
        cells = (
            _link(rule),
            rule.severity,
            judgement["findings"],
            count,
            right,
            judgement["doubtful"],
            _percent(right, count),
            _second(judgement),
            f"{_alarms(rule.name):.1f}",
        )
        yield f"| {' | '.join(map(str, cells))} |\n"


def _second(judgement: Judgement) -> str:
    if "second" not in judgement:
        return ""
    return f"{judgement['second']['right']} of {judgement['second']['judged']}"


def _alarms(name: str) -> float:
    """Return the estimate of false alarms for 200 articles; 0 where nothing was judged."""
    judgement = judged()["rules"].get(name)
    if judgement is None:
        return 0
    wrong = 1 - judgement["right"] / judgement["judged"]
    return judgement["findings"] * wrong / judged()["articles"] * 200


def _reasons() -> Iterator[str]:
    for rule in _rules():
        judgement = judged()["rules"].get(rule.name)
        if judgement is not None and judgement["reasons"]:
            yield f"- {_link(rule)}: {'; '.join(judgement['reasons'])}\n"
        if judgement is not None and "second" in judgement and judgement["second"]["reasons"]:
            reasons = "; ".join(judgement["second"]["reasons"])
            yield f"- {_link(rule)}, second reader: {reasons}\n"


def _repairs() -> Iterator[str]:
    for rule in _rules():
        judgement = judged()["rules"].get(rule.name)
        for repair in judgement.get("repaired", []) if judgement is not None else []:
            share = f"{repair['wrong']} of {repair['judged']}"
            yield f"- {_link(rule)}, {_READERS[repair['reader']]}, {share}: {repair['reason']}\n"


def _new() -> str:
    """Return how many findings of which rules the first reader has not judged, as a sentence."""
    counts = []
    for rule in _rules():
        judgement = judged()["rules"].get(rule.name)
        if judgement is not None:
            missing = min(judgement["findings"], MOST_DRAWN) - judgement["judged"]
            if missing > 0:
                counts.append(f"{missing} of {_link(rule)}")
    return NEW.format(rules=", ".join(counts)) if counts else ""


def _rules() -> list[Rule]:
    return [rule for rule in all_rules() if rule.level != CORPUS]


def _judgeable() -> list[Rule]:
    return [rule for rule in _rules() if rule.severity != "info" and rule.is_on]


def _is_silent(rule: Rule) -> bool:
    return rule.name not in judged()["rules"]


def _names(rules: Iterator[Rule]) -> str:
    return ", ".join(_link(rule) for rule in rules) or "none"


def _link(rule: Rule) -> str:
    return f"[{rule.name}](rules.md#{rule.name})"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %"
