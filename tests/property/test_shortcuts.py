"""What saves time changes nothing: where a rule does not apply, it finds nothing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpusfmt.api.articles import format, serialize_document
from corpusfmt.lint.context import Context
from corpusfmt.lint.needs import has_one
from corpusfmt.model.document import Document
from corpusfmt.rules import all_rules
from corpusfmt.rules._shared import tokenized
from corpusfmt.rules._shared.shape import other_capitals, shape
from corpusfmt.rules.bytes import parted_drop_cap
from corpusfmt.rules.content import glued_sentence
from corpusfmt.syntax import inline, normal_form
from corpusfmt.syntax.normal_form import normalize_document
from corpusfmt.syntax.reading import read_document
from corpusfmt.syntax.writer import body as body_writer
from corpusfmt.syntax.writer import inline as inline_writer
from corpusfmt.syntax.writer import write_document
from corpusfmt.testing import documents, mutated_articles, texts
from tests.property.scraped import scraped

REQUIRED = ("byline", "date", "url")

SHORTCUTS: tuple[tuple[ModuleType, str, Callable[[Any], object]], ...] = (
    (normal_form, "unmarked_text", lambda _: None),
    (inline_writer, "unmarked_text", lambda _: None),
    (inline, "_may_have_marks", lambda _: True),
    (body_writer, "write_unmarked", lambda blocks: [""] * len(blocks)),
)
"""What treats a text without marks apart, and what does not."""


@contextmanager
def without_shortcuts() -> Iterator[None]:
    """Treat every text as one with marks."""
    with pytest.MonkeyPatch.context() as patch:
        for module, name, function in SHORTCUTS:
            patch.setattr(module, name, function)
        yield


@given(st.one_of(texts(), scraped(), documents().map(serialize_document)), st.booleans())
@example("0\n\n\n**0**\n>0", False)
@example("## Feb 0,0000\n", False)
@example("# 0\n\n\n\nOriginal url: 0\n\nC\n", True)
def test_an_empty_text_is_one_that_nothing_is_written_for(text: str, is_formatted: bool) -> None:
    context = Context(format(text) if is_formatted else text)
    written = write_document(read_document(context.text))
    assert context.canonical == written
    assert context.is_canonical == (context.text == written)
    assert context.is_empty == (not written)


@given(st.one_of(texts(), scraped(), mutated_articles().map(format), st.binary()))
@example("# 0\n\nBy By 0\n\n\n\n0\n")
@example("# 0\n\nFebruary 30, 2020\n\n\n\n0\n")
def test_a_rule_finds_nothing_in_a_text_that_it_does_not_apply_to(content: str | bytes) -> None:
    context = Context(content, require=REQUIRED)
    for rule in all_rules():
        lacks_need = bool(rule.needs) and not has_one(context, rule.needs)
        if lacks_need or (rule.applies is not None and not rule.applies(context)):
            assert list(rule.check(context)) == [], rule.name


@given(st.one_of(texts(), scraped(), mutated_articles().map(format)))
@example("# 0\n\nabcdeF ab.C ab.”D ab!”E éA éÉ рA ⱡⱡⱡⱡⱡA 2019The ,a ,é 東京A\n")
@example("# 0\n\n**A** he\n\nT he. T he. Éa. É a , b . c\n\nX\n\nY\n\nabc\n")
def test_what_rules_look_for_is_in_the_shape_of_the_text(text: str) -> None:
    context = Context(text)
    body = context.text[: context.body_end]
    found = [match.start() for match in glued_sentence._GATE.finditer(body)]
    assert list(glued_sentence._gates(context)) == found
    if b" ." not in context.memo(shape):
        assert tokenized._COMMA.search(body) is None
        assert tokenized._FULL_STOP.search(body) is None
    tokens = context.reading.body_tokens
    first = tokens[0].start_pos - 1 if tokens else len(body)
    if not parted_drop_cap._may_start_with_letter(context):
        assert parted_drop_cap._START.search(body, max(0, first)) is None
    capitals = context.memo(other_capitals)
    for match in parted_drop_cap._IN_TEXT.finditer(body):
        is_upper = match["letter"].isupper()
        assert not is_upper or capitals or b". A " in context.memo(shape)


@given(st.one_of(texts(), scraped(), mutated_articles()))
@example("a\n\x00\nb \t \nc\x00\x0bd\n")
@example("e\n\u0301\n\u0338\n")
@example("a [b\n](c) &\n#65; x]\n(y\n")
@example("!\n[a\n-\n>\n\u0338\n")
def test_lines_without_marks_are_read_and_written_as_with_the_grammar(text: str) -> None:
    document = read_document(text)
    written = write_document(document)
    with without_shortcuts():
        assert read_document(text) == document
        assert write_document(document) == written


@given(documents())
def test_lists_without_marks_have_the_normal_form_of_others(document: Document) -> None:
    normal = normalize_document(document)
    with without_shortcuts():
        assert normalize_document(document) == normal
