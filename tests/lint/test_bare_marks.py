"""Fixes that would leave a mark without a text are not offered."""

import pytest

from corpusfmt.api.checking import fix
from corpusfmt.lint.bare_marks import without_bare_marks
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.rules import NAMES
from corpusfmt.syntax.reading import read_document
from corpusfmt.text.edits import Edit, Fix

CASES = {
    "a title": ("# \\\n\nWords.", [(2, 3, "")], 0),
    "a heading": ("### <p>\n", [(4, 7, "")], 0),
    "an item": ("a\n- \\", [(4, 5, "")], 0),
    "an item with a number": ("12. x", [(4, 5, " ")], 0),
    "two fixes of a title": ("# ab\n\nc", [(2, 3, ""), (3, 4, ""), (6, 7, "d")], 1),
    "two fixes that overlap": ("# ab", [(2, 4, ""), (3, 4, "")], 2),
    "a part of a title": ("# a\\", [(3, 4, "")], 1),
    "a title and its mark": ("# a\n\nb", [(0, 5, "")], 1),
    "another title": ("# a", [(2, 3, "b")], 1),
    "a mark that is bare before": ("# \n\na\\", [(1, 2, "")], 1),
    "a word": ("a - b", [(0, 1, "")], 1),
    "a star that is no mark": ("*a*", [(1, 2, "")], 1),
}


def diagnostic(edit: tuple[int, int, str]) -> Diagnostic:
    """Return a diagnostic whose fix is an edit."""
    fixed = Fix("fix it", (Edit(*edit),), False, "a reason")
    return Diagnostic("-", "rule", 2, "warning", "message", 1, 1, 1, 1, "", fix=fixed)


@pytest.mark.parametrize(("text", "edits", "left"), CASES.values(), ids=CASES)
def test_fixes_that_leave_a_line_of_a_mark_alone_are_dropped(
    text: str, edits: list[tuple[int, int, str]], left: int
) -> None:
    found = without_bare_marks(text, [diagnostic(edit) for edit in edits])
    assert len(found) == len(edits)
    assert len([one for one in found if one.fix is not None]) == left


@pytest.mark.parametrize("line", ["# \\", "# \u200b", "# <span></span>", "# ::: note"])
def test_no_fix_takes_the_title_from_an_article(line: str) -> None:
    text = f"{line}\n\nBy Ada Brook\n\n\n\nThe ferry sailed on Monday.\n"
    fixed = fix(text, unsafe=True, extend_select=NAMES).content
    assert "title" in read_document(text)
    assert "title" in read_document(fixed)
