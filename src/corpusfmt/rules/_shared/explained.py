"""One finding for one problem: what the fixes of other findings make canonical is no finding of layout too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpusfmt.lint.context import Subject
from corpusfmt.model.diagnostic import Finding
from corpusfmt.rules._shared.safe_edits import changed
from corpusfmt.rules.layout import layout
from corpusfmt.text.edits import Edit, Fix


def without_explained(subject: Subject, finding: Finding, fixes: Iterable[Fix]) -> Finding | None:
    """Return the finding of layout without what the safe fixes of the other findings settle; None if that is all.

    Where something else is not canonical, the finding is at the first such place. Its fix stays as it is.
    """
    edits = _apart(edit for fix in fixes if fix.safe for edit in fix.edits)
    if not edits:
        return finding
    fixed = Subject(changed(subject.text, edits), subject.name)
    fixed.read_dates_by(subject.date_orders)
    rest = next(layout.check(fixed), None)
    if rest is None:
        return None
    start, end = (_place_before(edits, place) for place in (rest.start, rest.end))
    return replace(finding, message=rest.message, expected=rest.expected, start=start, end=max(start, end))


def _apart(edits: Iterable[Edit]) -> Sequence[Edit]:
    """The edits in the order of the text, without those that overlap an earlier one."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


def _place_before(edits: Sequence[Edit], place: int) -> int:
    """The place in the text before the edits of what is at a place after them."""
    shift = 0
    for edit in edits:
        start = edit.start + shift
        if place < start:
            break
        if place < start + len(edit.text):
            return edit.start
        shift += len(edit.text) - (edit.end - edit.start)
    return place - shift
