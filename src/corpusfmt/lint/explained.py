"""One finding for one problem: a rule applied last skips what the fixes of others repair."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpusfmt.lint.context import Context
from corpusfmt.lint.rule import Rule
from corpusfmt.model.diagnostic import Diagnostic, Finding
from corpusfmt.text.edits import Edit, apply
from corpusfmt.text.values import replace


def without_explained(
    context: Context, rule: Rule, finding: Finding, diagnostics: Iterable[Diagnostic]
) -> Finding | None:
    """Return the finding of a rule without what the safe fixes of other findings repair.

    None if that is all. Where the rule finds something else, the finding is at the first such
    place. Its fix stays as it is.
    """
    edits = _without_overlaps(_safe_edits(diagnostics))
    if not edits:
        return finding
    fixed = Context(apply(context.text, edits), context.name, date_orders=context.reading.orders)
    if rule.applies is not None and not rule.applies(fixed):
        return None
    rest = next(rule.check(fixed), None)
    if rest is None:
        return None
    start, end = (_place_before(edits, place) for place in (rest.start, rest.end))
    return replace(
        finding, message=rest.message, expected=rest.expected, start=start, end=max(start, end)
    )


def _safe_edits(diagnostics: Iterable[Diagnostic]) -> list[Edit]:
    edits: list[Edit] = []
    for diagnostic in diagnostics:
        if diagnostic.fix is not None and diagnostic.fix.safe:
            edits += diagnostic.fix.edits
    return edits


def _without_overlaps(edits: Iterable[Edit]) -> Sequence[Edit]:
    """Return the edits in the order of the text, without those that overlap an earlier one."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


def _place_before(edits: Sequence[Edit], place: int) -> int:
    """Return the place in the text before the edits of what is at a place after them."""
    shift = 0
    for edit in edits:
        start = edit.start + shift
        if place < start:
            break
        if place < start + len(edit.text):
            return edit.start
        shift += len(edit.text) - (edit.end - edit.start)
    return place - shift
