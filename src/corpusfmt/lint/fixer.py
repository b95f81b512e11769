"""Fixes made: all that do not touch each other at once, and again until the text rests."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from corpusfmt.config.policy import Policy
from corpusfmt.lint.checker import MOST_OF_ONE, check_subject
from corpusfmt.lint.context import Subject
from corpusfmt.model.diagnostic import Diagnostic, Report
from corpusfmt.syntax.reading import read_document
from corpusfmt.text.edits import Edit, Fix

MOST_ROUNDS = 25
"""How often a text is checked and fixed before it must have come to rest."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """What became of a text: as it is now, how many fixes of which rule were made, and the report of what is left.

    ``fighting`` names the rules whose fixes undo each other, so that the text came to no rest, and ``unfaithful`` says
    that the canonical text was not read as the same document: the text is then as it was.
    """

    text: str
    report: Report
    made: Mapping[str, int] = field(default_factory=dict)
    fighting: tuple[str, ...] = ()
    unfaithful: bool = False

    @property
    def reason(self) -> str | None:
        """Why the text is as it was, though there were fixes to make; otherwise None."""
        if self.fighting:
            return f"the fixes of {' and '.join(self.fighting)} undo each other; please report this text"
        if self.unfaithful:
            return "its canonical text would not be read as the same document; please report this text"
        return None


def fix(subject: Subject, policy: Policy, *, unsafe: bool = False) -> Fixed:
    """The text after all safe fixes of the rules that run on it, and all unsafe ones if they are asked for.

    A file that is not UTF-8 is rewritten as UTF-8 by the unsafe fix of ``invalid-utf8`` where it has one, and then
    fixed as any other. Without it the file is left as it is: what its bytes mean is not known.
    """
    before, report = subject.text, check_subject(subject, policy)
    if not subject.is_text:
        rule = next((one.rule for one in report.diagnostics if one.fix and one.fix.encoding), None)
        if rule is None or not unsafe:
            return Fixed(before, report)
        fixed = fix(Subject(before, subject.name), policy, unsafe=unsafe)
        return replace(fixed, made={rule: 1, **fixed.made})
    text, made, last = before, Counter[str](), report
    rounds: dict[str, int] = {before: 0}
    rules: list[set[str]] = []
    number = left = 0
    while left < MOST_ROUNDS:
        number += 1
        chosen = [*_choose(last.diagnostics, unsafe)]
        if not chosen:
            return Fixed(text, last, dict(made))
        changed = apply(text, [edit for _, one in chosen for edit in one.edits])
        made.update(rule for rule, _ in chosen)
        rules.append({rule for rule, _ in chosen})
        left += len(chosen) < MOST_OF_ONE  # a rule that has more to say than is told goes on as it must
        if changed in rounds:
            return Fixed(before, report, {}, _named(rules[rounds[changed] :]))
        if "layout" in rules[-1] and not _is_same_document(text, changed, policy):
            return Fixed(before, report, unfaithful=True)
        text = changed
        rounds[text] = number
        last = check_subject(Subject(text, subject.name), policy)
    return Fixed(before, report, {}, _named(rules[-2:]))


def _is_same_document(text: str, changed: str, policy: Policy) -> bool:
    orders = policy.date_orders
    return read_document(text, orders) == read_document(changed, orders)


def _named(rules: Iterable[set[str]]) -> tuple[str, ...]:
    return tuple(sorted(set().union(*rules)))


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text after edits that do not overlap, in any order."""
    parts, behind = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        parts += [text[behind : edit.start], edit.text]
        behind = edit.end
    return "".join([*parts, text[behind:]])


def _choose(diagnostics: Iterable[Diagnostic], unsafe: bool) -> Iterator[tuple[str, Fix]]:
    """Yield fixes that can be made at once, each with its rule: a wider one waits until the narrower are made.

    The fix that makes the text canonical comes last and alone, when what the others had to say is said.
    """
    offered = [
        (diagnostic.rule, fix)
        for diagnostic in diagnostics
        if (fix := diagnostic.fix) is not None and (fix.safe or unsafe) and fix.edits
    ]
    offered = [pair for pair in offered if pair[0] != "layout"] or offered
    taken: list[tuple[int, int]] = []  # sorted, and apart from each other
    for rule, one in sorted(offered, key=lambda pair: (_width(pair[1]), pair[1].edits[0].start)):
        span = one.edits[0].start, one.edits[-1].end
        place = bisect(taken, span)
        is_left_free = place == 0 or _are_apart(taken[place - 1], span)
        if is_left_free and (place == len(taken) or _are_apart(span, taken[place])):
            taken.insert(place, span)
            yield rule, one


def _are_apart(left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether two spans can both be replaced: one may end where the other begins, unless both only insert there."""
    return left[1] <= right[0] and left != right


def _width(one: Fix) -> int:
    return one.edits[-1].end - one.edits[0].start
