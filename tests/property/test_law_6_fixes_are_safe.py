"""Law 6: a safe fix changes nothing in the document but what its rule names; fixing is idempotent.

Clean stays clean. The texts are damaged as scrapers damage them, so that every rule with a fix has
something to fix: a test at the end proves that each was met.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

from hypothesis import Phase, example, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample
from hypothesis.strategies import SearchStrategy

from corpusfmt.api.articles import format
from corpusfmt.api.checking import check
from corpusfmt.config.policy import default_policy
from corpusfmt.lint.context import Context
from corpusfmt.lint.fixer import fix
from corpusfmt.model.diagnostic import Report
from corpusfmt.model.document import Document
from corpusfmt.rules import NAMES, all_rules
from corpusfmt.rules._page import examples
from corpusfmt.syntax.reading import read_document
from corpusfmt.text.edits import Fix, apply
from tests.property.scraped import scraped

ALL = frozenset(NAMES)
POLICY = default_policy(only=ALL)

# What a document contains


def text_of(part: Any) -> str:
    """Return all strings of a document in order, without whitespace."""
    return "".join("".join(strings(part)).split())


def strings(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        for key, value in part.items():
            if key not in ("type", "strong", "em"):
                yield from strings(value)
    elif isinstance(part, list):
        for item in part:
            yield from strings(item)
    else:
        yield str(part)


def same(document: Document) -> object:
    return document


def without_invisible(document: Document) -> str:
    """Return the text without format characters, variation selectors and the grapheme joiner."""
    unlike = re.sub("[\u034f\ufe00-\ufe0f\U000e0100-\U000e01ef]", "", text_of(document))
    return "".join(c for c in unlike if unicodedata.category(c) != "Cf")


def without_tags(document: Document) -> str:
    text = text_of(document)
    while text != (rest := re.sub(r"<!--.*?-->|<[^<>]*>", "", text)):
        text = rest
    return text


def without_references(document: Document) -> str:
    """Return the text with all references resolved, until there are none left."""
    text = " ".join(strings(document))
    while text != (meant := html.unescape(text)):
        text = meant
    return text_of(text)


def without_queries(document: Document) -> str:
    """Return the text without what follows the first "?", "&" or "#" of a URL, up to a bracket."""
    return "".join(
        re.sub(r"[?&#][^)\s]*", "", text) if "://" in text else text for text in strings(document)
    )


def in_ascii(document: Document) -> str:
    return re.sub(r"[^!-~]", "", text_of(document))


def without_ligatures(document: Document) -> str:
    return unicodedata.normalize("NFKC", text_of(document))


def in_ordinary_letters(document: Document) -> str:
    """Return the text without letters in filled circles and squares, which have no other form."""
    return re.sub("[\U0001f150-\U0001f189A-Z]", "", without_ligatures(document))


def without_label(document: Document) -> set[str]:
    """Return the characters of the text without the label of the URL and brackets."""
    text = re.sub(r"(?i)original\s*url\s*:?|url\s*:|[<>*]", "", text_of(document))
    return set(text.replace("1.0", "", 1))


CHANGED: dict[str, Callable[[Document], object]] = {
    "invisible-character": without_invisible,
    "html-tag": without_tags,
    "html-entity": without_references,
    "mojibake": in_ascii,
    "ligature": without_ligatures,
    "styled-letters": in_ordinary_letters,
    "tracking-parameter": without_queries,
    "unlabelled-url": without_label,
}
"""The rules whose safe fixes change the document, and what they leave unchanged in it."""

DECLARED = {rule.name: rule.fix for rule in all_rules()}

SAFE = {rule.name for rule in all_rules() if rule.fix in ("safe", "sometimes unsafe")}
"""The rules with safe fixes; those that are not in CHANGED leave the document as it is."""


def page_texts() -> list[str]:
    """Return the texts on the pages of the rules: those of a new rule are there at once."""
    texts: list[str] = []
    for rule in all_rules():
        for shown in examples(rule):
            if isinstance(shown.content, str):
                texts.append(shown.content)
    return texts


def damaged() -> SearchStrategy[str]:
    """Return texts damaged as scrapers damage them, and those on the pages of the rules."""
    return st.one_of(scraped(), scraped(), st.sampled_from(page_texts()))


def fixes(text: str, *, safe: bool) -> list[tuple[str, Fix]]:
    return fixes_of(check(text, rules=ALL), safe=safe)


def fixes_of(report: Report, *, safe: bool) -> list[tuple[str, Fix]]:
    return [
        (one.rule, one.fix)
        for one in report.diagnostics
        if one.fix is not None and one.fix.edits and one.fix.safe is safe
    ]


def assert_declared(report: Report) -> None:
    """Check that each fix is as safe as its rule declares."""
    for one in report.diagnostics:
        if one.fix is not None:
            expected = ("safe" if one.fix.safe else "unsafe", "sometimes unsafe")
            assert DECLARED[one.rule] in expected, one.rule


def assert_edits_are_in(text: str, report: Report) -> None:
    """Check that the edits of each fix are spans of the text, in order and apart."""
    for one in report.diagnostics:
        edits = one.fix.edits if one.fix is not None else ()
        places = [place for edit in edits for place in (edit.start, edit.end)]
        assert places == sorted(places), one.rule
        assert not places or (places[0] >= 0 and places[-1] <= len(text)), one.rule


# The law


@given(damaged())
@example("000[0\r\n0]()")
@example("PUBLISHED\n## **Jul 1,0001**")
@example("AAA B\n\nPUBLISHED\nFEB1;0001")
@example("PUBLISHED\n\x1fPUBLISHED\nFEB1;0001")
@example("0\n\n\n00000000000000000000000[0](http://0.AA?FBCLID=)' Aa Aa\n\n0")
@example(f"# T\n\n{'a ' * 60}b\n\n{'a ' * 40}[b](http://0.AA?fbclid=b)d\n\nBy Ada Brook\n\n\n\nA\n")
@example("::: {.lead}\n\nIt sailed.")
@example(f"{'0' * 61}\n# Ferry Runs Again\n\n\n\nURL:[.](http://.)")
@example("0\u034f\U000e0100\u180e\U000e0020")
@example("# E\ufb03cient Ferry\n\n\n\nThe o\ufb03ce on the \ufb01rst \ufb02oor was closed.\n")
def test_a_safe_fix_changes_nothing_but_what_its_rule_names(text: str) -> None:
    document, report = read_document(text), check(text, rules=ALL)
    assert_declared(report)
    assert_edits_are_in(text, report)
    for rule, one in fixes_of(report, safe=True):
        left = CHANGED.get(rule, same)
        fixed = apply(text, one.edits)
        assert fixed != text, rule
        assert left(read_document(fixed)) == left(document), rule


@given(damaged())
@example("## 0\n0\n\n0\n\n0\n\n0\n\nORIGINAL URL:<A://[]>")
@example("## 0\n0\n\n0\n\n0\n\n0\n\nORIGINAL URL:<A://[>")
@example(f"`0`\\\n`{'0' * 53}&amp;00000`")  # code, without the reference: not too long then
def test_safe_fixes_converge_to_canonical_text(text: str) -> None:
    """A text in which no rule of the bytes or the layout has anything left to find is canonical.

    A fix that would hide what another rule has found is not made: no fix is left but such ones.
    """
    fixed = fix(Context(text), POLICY)
    assert fixed.conflicting == ()
    assert not fixed.unfaithful
    assert fixes_of(fixed.report, safe=True) == []
    if fixes(fixed.text, safe=True):
        assert fix(Context(fixed.text), POLICY).text == fixed.text
    if not any(
        one.level == 1 or one.rule in ("layout", "schema") for one in fixed.report.diagnostics
    ):
        assert format(fixed.text) == fixed.text


@given(damaged())
@example("BY\n•\n:")
@example(
    "# T\n\n## S\n\nAuthor\nFotos: Tom Reed | Ada and 林若溪\n\n文 | Reuters & Reporter\n\n"
    + "a " * 65
    + "\n\nAuthor\n김하늘 기자\n\n5 May 2021timer3 min\n\n"
)
@example("00\n\n\n[a](https://a.example/?utm_source=x&id=1)!Ao\n\n&amp;")
@example("# T[a](https://a.example/?utm_source=x&id=1)\n\n\n\n")
@example("[a[a](https://a.example/?utm_source=x&id=1)](https://a.example/?utm_source=x&id=1)")
@example("\n\n<https://a.example\x07[a](https://a.example/?utm_source=x&id=1).org/b>\n")
@example("<https://a.example[a](https://a.example&amp;/?utm_source=x&id=1).org/b>\n")
@example(":::{\\:\\Ã©:â€™\n\nAdvertisement\n\n\\:\\{\\:")
@example("&amp;#\xa0**\\0\\ば\\0**\n0\n\xa0\r\xa0\xa0\rb\n0\n0中0\n0\n000000000\u30000000\n0\n\n")
@example(
    "&amp;#\xa0**\\0\\0\\0\\0\\0\\0\\ば\\0\\0**\n0\n0\n0\n0\n\xa0\xa0\r\xa0\xa0\rb\n0\n0\n0中0\n"
    "0\n0\n0\n0\n0\n000000000\u30000000\n0\n0\n0\n0\n0\n0\n\n"
)
def test_all_fixes_converge(text: str) -> None:
    """No fix is left, but such as would hide what another rule has found: they are not made."""
    fixed = fix(Context(text), POLICY, unsafe=True)
    assert fixed.conflicting == ()
    assert not fixed.unfaithful
    assert fixes_of(fixed.report, safe=True) == fixes_of(fixed.report, safe=False) == []
    assert fix(Context(fixed.text), POLICY, unsafe=True).text == fixed.text
    if all(one.fix is None for one in check(text, rules=ALL).diagnostics):
        assert fixed.text == text


@given(st.binary())
@example(b"   \x91")
@example(b"\x00\x00\x00A")
def test_bytes_that_are_not_utf_8_have_no_fix_but_to_be_made_utf_8(data: bytes) -> None:
    context = Context(data)
    if context.is_text:
        return
    fixed = fix(context, POLICY)
    assert (fixed.text, fixed.made) == (context.text, {})
    found = [one for one in fixed.report.diagnostics if one.fix is not None]
    assert [one.rule for one in found] in ([], ["invalid-utf8"])
    if not found:
        assert fix(context, POLICY, unsafe=True).made == {}


def test_every_rule_with_a_fix_is_met() -> None:
    missed = set(SAFE)

    def are_all_met(text: str) -> bool:
        report = check(text, rules=frozenset(missed))  # no rule is asked again
        missed.difference_update(rule for rule, _ in fixes_of(report, safe=True))
        return not missed

    with suppress(NoSuchExample):
        find(damaged(), are_all_met, settings=settings(max_examples=3000, phases=[Phase.generate]))
    assert missed == set()


def test_the_rules_whose_fixes_change_the_document_are_rules_with_safe_fixes() -> None:
    assert set(CHANGED) <= SAFE
