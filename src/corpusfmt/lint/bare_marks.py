"""Marks that fixes would leave without a text: a line of nothing but `#` or `-`."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.text.edits import Edit, add_apart, apply
from corpusfmt.text.patterns import regex
from corpusfmt.text.values import replace

_MARK = regex(r"[^\S\n]*(?:#{1,6}|[-*+•>]|[0-9]{1,9}[.)])(?![^\s])")


def without_bare_marks(
    text: str, diagnostics: Sequence[Diagnostic], others: Collection[str] = ()
) -> Sequence[Diagnostic]:
    """Return the diagnostics without the fixes that would together take all but the mark of a line.

    What was the title, a heading or an item would then be a paragraph of its mark. ``others`` are
    rules whose fixes are not applied together with those of the rest.
    """
    dropped: set[int] = set()
    for start, edits in _edits_after_marks(text, diagnostics, others).items():
        if _is_bare_after(text, start, [edit for _, edit in edits]):
            dropped.update([number for number, _ in edits])
    if not dropped:  # as in nearly all
        return diagnostics
    kept = enumerate(diagnostics)
    return [replace(one, fix=None) if number in dropped else one for number, one in kept]


def _edits_after_marks(
    text: str, diagnostics: Sequence[Diagnostic], others: Collection[str]
) -> dict[int, list[tuple[int, Edit]]]:
    """Return the edits of each line that begins with a mark, by the offset where the line starts.

    Each edit is with the number of its diagnostic. Edits across lines are not among them.
    """
    lines: dict[int, list[tuple[int, Edit]]] = {}
    for number, one in enumerate(diagnostics):
        if one.fix is None or one.rule in others:
            continue
        for edit in one.fix.edits:
            start = text.rfind("\n", 0, edit.start) + 1
            if _MARK.match(text, start) and "\n" not in text[start : edit.end]:
                lines.setdefault(start, []).append((number, edit))
    return lines


def _is_bare_after(text: str, start: int, edits: Sequence[Edit]) -> bool:
    """Return whether nothing but a mark is left in a line after edits; narrow ones go first."""
    end = text.find("\n", start)
    line = text[start : len(text) if end < 0 else end]
    spans: list[tuple[int, int]] = []
    moved: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.end - edit.start, edit.start)):
        if add_apart(spans, (edit.start, edit.end)):
            moved.append(replace(edit, start=edit.start - start, end=edit.end - start))
    mark, after = _MARK.match(line), apply(line, moved)
    left = _MARK.match(after)
    if mark is None or left is None or mark[0] == line.rstrip():
        return False
    return not after[left.end() :].strip()
