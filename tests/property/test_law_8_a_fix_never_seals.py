"""Law 8: a fix never seals a problem.

What a finding reported is repaired, or is still reported, after every fix and after ``fmt``. A fix
that does not change the document repairs its form alone, so it leaves what is reported about the
document. And no safe fix writes an escape, which would hide what could be a mark.
"""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import example, given

from corpusfmt.api import check
from corpusfmt.articles import format
from corpusfmt.rules import NAMES
from corpusfmt.syntax.reading import read_document
from corpusfmt.text.edits import apply
from tests.property.test_law_6_fixes_are_safe import damaged, fixes

ALL = frozenset(NAMES)

FORM = frozenset(
    {
        "byte-order-mark",
        "carriage-return",
        "control-character",
        "not-nfc",
        "invisible-character",
        "layout",
        "extra-title",
        "hard-wrapped-paragraph",
        "date-form",
        "byline-form",
        "related-form",
    }
)
"""The rules about the form of the text, which canonical text repairs."""

GUESSES = frozenset({"ambiguous-credit", "ambiguous-date", "misplaced-url"})
"""The rules about what was guessed: ``fmt`` and safe fixes leave a file that has such a finding."""

_ESCAPE = re.compile(r"\\[!-/:-@\[-`{-~]|&#[0-9]{1,7};|&#[xX][0-9a-fA-F]{1,6};")

SEALED = (
    "# Ferry Runs Again\n\nHARBOUR NEWS\n\nBy Ada Brook\n\nMarch 14, 2023\n\n\n\nIt sailed.\n",
    "# Ferry Runs Again\n\nBy Ada Brook\n\nBy Tom Reed\n\n\n\nIt sailed.\n",
    "# Ferry Runs Again\n\n2 hours ago\n\nBy [By\nAda Brook](#)\n\n\n\nIt sailed.\n",
    "# Ferry *Runs* Again\n\n\n\nA <div> and [a half link](.\n",
    "# Ferry Runs Again\n\nBy Ada Brook, 24\n\nMarch 14, 23\n\n\n\nIt sailed.\n",
)


def about_the_document(text: str) -> Counter[str]:
    """Return how often each rule about the document has found something."""
    found = Counter(one.rule for one in check(text, rules=ALL).diagnostics)
    return Counter({rule: count for rule, count in found.items() if rule not in FORM})


@given(damaged())
@example(SEALED[3])
def test_what_is_not_repaired_is_still_reported(text: str) -> None:
    document, before = read_document(text), about_the_document(text)
    for is_safe in (True, False):
        if not is_safe and not GUESSES.isdisjoint(before):
            continue
        for rule, one in fixes(text, safe=is_safe):
            fixed = apply(text, one.edits)
            if rule in FORM and read_document(fixed) == document:
                assert about_the_document(fixed) >= before, rule


@given(damaged())
def test_formatting_leaves_what_is_reported_of_the_document(text: str) -> None:
    before = about_the_document(text)
    if GUESSES.isdisjoint(before):
        assert about_the_document(format(text)) >= before


@given(damaged())
@example("# T\n\nBy [**Ada Brook**](#)\n\n\n\nWords.\n")
@example("# T\n\nBy Ada Brook*\n\n\n\nWords `a`.\n")
@example("# T\n\n\n\nWords.\n\n**Related**: [a *b](#)\n")
@example("# T\n\n\n\nWords &amp;#42;a.\n")
@example("# T\n\n\n\nWords \\\u200b*a.\n")
def test_no_safe_fix_writes_an_escape(text: str) -> None:
    escapes = Counter(_ESCAPE.findall(text))
    for rule, one in fixes(text, safe=True):
        assert Counter(_ESCAPE.findall(apply(text, one.edits))) <= escapes, rule


@pytest.mark.parametrize("text", SEALED)
def test_no_byline_or_date_is_sealed(text: str) -> None:
    before = about_the_document(text)
    written = format(text)
    assert about_the_document(written) >= before
    assert "&#" not in written
