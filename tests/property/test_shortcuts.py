"""What saves time changes nothing: a look that says no sooner says what the long way would have said."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpusfmt.config.policy import Policy, default_policy
from corpusfmt.lint import checker
from corpusfmt.lint.checker import prepare
from corpusfmt.lint.context import Subject
from corpusfmt.rules import NAMES, all_rules
from corpusfmt.syntax import inline, writer
from corpusfmt.syntax.normal_form import normalize_document
from corpusfmt.syntax.reading import read_document
from corpusfmt.syntax.roundtrip import format, serialize_document
from corpusfmt.syntax.writer import write_document
from corpusfmt.testing import documents, mutated_articles, texts
from tests.property.scraped import scraped

POLICY = default_policy(("byline", "date", "url"), frozenset(NAMES))
RULES = [rule for rule in all_rules() if rule.level < 5]


@given(st.one_of(texts(), scraped(), documents().map(serialize_document)), st.booleans())
@example("0\n\n\n**0**\n>0", False)
@example("\n\n\n\n**:** [0]()\n", False)
@example("# 0\n\n\n\n**:** [0]()\n", False)
@example("\n\n\n\n0\n", False)
@example("# 0\n\n\n\nAFP\n# 0\n", False)
@example("# 0\n\n\n\nA\nB\n\nC\n", False)
@example("# 0\n\n\n\nOriginal url: 0\n\nC\n", True)
def test_the_canonical_text_is_what_is_written_without_knowing_the_text(text: str, is_formatted: bool) -> None:
    subject = Subject(format(text) if is_formatted else text)
    written = write_document(read_document(subject.text))
    assert subject.canonical == written
    assert Subject(subject.text).is_canonical == (subject.text == written)
    assert subject.is_empty == (not written)


@given(st.one_of(texts(), scraped(), mutated_articles().map(format)))
@example("# 0\n\nBy By 0\n\n\n\n0\n")
@example("# 0\n\nFebruary 30, 2020\n\n\n\n0\n")
def test_a_rule_finds_nothing_in_a_text_that_lacks_what_it_needs(text: str) -> None:
    subject = Subject(text)
    prepare(subject, POLICY)
    features = checker._features(subject, checker._wanted(POLICY.on))
    for rule in RULES:
        if rule.needs and not rule.needs & features:
            assert list(rule.check(subject)) == [], rule.name


@given(st.one_of(texts(), scraped(), mutated_articles()))
@example("a\n\x00\nb \t \nc\x00\x0bd\n")
@example("e\n\u0301\n\u0338\n")
@example("a [b\n](c) &\n#65; x]\n(y\n")
@example("!\n[a\n-\n>\n\u0338\n")
def test_lines_without_marks_are_read_and_written_as_with_the_grammar(text: str) -> None:
    document = read_document(text)
    written = write_document(document)
    with pytest.MonkeyPatch.context() as patch:
        for module in (inline, writer):
            patch.setattr(module, "unmarked_text", lambda _: None)
        patch.setattr(inline, "_may_hold_marks", lambda _: True)
        assert read_document(text) == document
        assert write_document(document) == written


@given(documents())
def test_lists_without_marks_have_the_normal_form_of_others(document: dict[str, object]) -> None:
    normal = normalize_document(document)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(inline, "unmarked_text", lambda _: None)
        assert normalize_document(document) == normal


def test_the_gates_are_used() -> None:
    """A gate that is always open, or always shut, is a mistake."""
    article = "# Ferry Runs Again\n\n\n\nThe ferry sailed.\n"  # and nothing that a rule needs, but no address
    subject = Subject(article)
    shut = {rule.name for rule in RULES} - set(checker._rules(POLICY.on, features(subject)))
    assert {"layout", "not-nfc", "mojibake", "html-entity", "replacement-character", "future-date"} <= shut
    assert shut == {rule.name for rule in RULES if rule.needs} - {"unlabelled-url"}


def features(subject: Subject) -> frozenset[str]:
    prepare(subject, Policy(POLICY.on))
    return checker._features(subject, checker._wanted(POLICY.on))
