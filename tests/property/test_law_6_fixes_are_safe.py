"""Law 6: a safe fix changes nothing in the document but what its rule names; fixes come to rest; clean stays clean."""

from hypothesis import given

from corpusfmt.builder import read_document
from corpusfmt.checker import check
from corpusfmt.diagnostic import Fix
from corpusfmt.testing import mutated_articles, texts

ROUNDS = 4
"""How often all fixes are made, one after another, before they must have come to rest."""


def applied(fix: Fix, text: str) -> str:
    """The text after all edits of a fix."""
    for edit in reversed(fix.edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def safe_fixes(text: str) -> list[Fix]:
    return [found.fix for found in check(text).diagnostics if found.fix is not None and found.fix.safe]


@given(texts() | mutated_articles())
def test_a_safe_fix_leaves_the_document_as_it_is(text):
    document = read_document(text)
    for fix in safe_fixes(text):
        assert read_document(applied(fix, text)) == document


@given(texts() | mutated_articles())
def test_fixes_come_to_rest(text):
    for _ in range(ROUNDS):
        fixes = safe_fixes(text)
        if not fixes:
            return
        text = applied(fixes[0], text)
    assert not safe_fixes(text)


@given(mutated_articles())
def test_what_has_been_fixed_has_no_finding_of_layout(text):
    for fix in safe_fixes(text):
        if fix.title == "write the canonical text":
            assert "layout" not in {found.rule for found in check(applied(fix, text)).diagnostics}
