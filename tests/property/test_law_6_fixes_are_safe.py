"""Law 6: a safe fix changes nothing in the document but what its rule names; fixes come to rest; clean stays clean."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any
from unicodedata import category

from hypothesis import given

from corpusfmt.builder import read_document
from corpusfmt.checker import check
from corpusfmt.diagnostic import Diagnostic, Fix
from corpusfmt.testing import mutated_articles, texts

ROUNDS = 4
"""How often all fixes are made, one after another, before they must have come to rest: so often, and once for each."""


def without_invisible(string: str) -> str:
    return "".join(each for each in string if category(each) != "Cf" and each not in "\u034f\ufe0e\ufe0f")


def without_references(string: str) -> str:
    while (plain := unescape(string)) != string:
        string = plain
    return string


NAMED: dict[str, Callable[[str], str]] = {
    "invisible-character": without_invisible,
    "html-entity": without_references,
    "html-tag": lambda string: re.sub("<[^<>]*>", "", string),
    "mojibake": lambda string: "".join(filter(str.isascii, string)),
}
"""What the strings of two documents must have in common if they may differ only in what these rules name."""


def applied(fix: Fix, text: str) -> str:
    """The text after all edits of a fix."""
    for edit in reversed(fix.edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def safe(text: str) -> list[Diagnostic]:
    return [found for found in check(text).diagnostics if found.fix is not None and found.fix.safe]


def safe_fixes(text: str) -> list[Fix]:
    return [found.fix for found in safe(text) if found.fix is not None]


def but_for(rule: str, part: Any) -> Any:
    """The document, or a part of it, without what a rule names, and without blocks that show nothing else."""
    if rule not in NAMED:
        return part
    if isinstance(part, dict):
        return {name: but_for(rule, value) for name, value in part.items()}
    if isinstance(part, list):
        return [member for each in part if shows(member := but_for(rule, each))]
    return NAMED[rule](part) if isinstance(part, str) else part


def shows(part: Any) -> bool:
    return not isinstance(part, dict) or (part.get("content") != [] and part.get("text", "-").strip() != "")


@given(texts() | mutated_articles())
def test_a_safe_fix_changes_nothing_but_what_its_rule_names(text):
    document = read_document(text)
    for found in safe(text):
        assert found.fix is not None
        changed = read_document(applied(found.fix, text))
        assert but_for(found.rule, changed) == but_for(found.rule, document)


@given(texts() | mutated_articles())
def test_fixes_come_to_rest(text):
    for _ in range(ROUNDS + len(safe_fixes(text))):
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
