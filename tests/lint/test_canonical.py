"""Whether a text is canonical is known without writing most of it."""

import pytest

from corpusfmt.api.articles import format
from corpusfmt.lint.canonical import Facts, is_written_so
from corpusfmt.lint.context import Context
from corpusfmt.syntax.reading import read_document
from corpusfmt.syntax.writer import write_document
from tests.property.damaging import damaged_sample

HEADER = "# Ferry Runs Again\n\nBy Ada Brook\n\nFebruary 04, 2020\n\n\n\n"
TEXTS = {
    "plain": f"{HEADER}The ferry sails.\n\nIt sails again.\n",
    "marks": f"{HEADER}The *ferry* [sails](#) at 5.\n\n> A & B\n> C\n\n- D\n\n![](#)\n",
    "other starts": f"{HEADER}1 ferry sails.\n\nOriginals and _ and ].\n\n~ & ;\n",
    "heading": f"{HEADER}## The Ferry\n\n### It Sails\n\nAgain.\n",
    "line break": f"{HEADER}The ferry\n\\# sails.\n\nAgain.\n",
    "url": f"{HEADER}The ferry.\n\nOriginal url:\n\n<https://a.example/b>\n",
    "no header": "The ferry sails.\n\nAgain.\n",
}
"""Canonical texts without a guard."""

WITH_GUARDS = {
    "credit": "# Ferry\n\n\n\n&#80;hoto: Ada Brook\n\nIt sails.\n",
    "date": "# Ferry\n\n&#70;ebruary 04, 2020\n\n\n\nIt sails.\n",
}
"""Texts with what may be a guard."""


def is_known(context: Context) -> bool:
    facts = Facts(context.reading, context.texts, context.types, context.signs, context.rare)
    return is_written_so(facts)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_without_guards_is_known_to_be_canonical(text: str) -> None:
    assert format(text) == text
    context = Context(text)
    assert is_known(context)
    assert "canonical" not in vars(context)


@pytest.mark.parametrize("text", WITH_GUARDS.values(), ids=WITH_GUARDS)
def test_a_text_with_a_guard_is_compared_with_what_is_written(text: str) -> None:
    written = write_document(read_document(text))
    context = Context(written)
    assert not is_known(context)
    assert context.is_canonical


def test_more_lines_than_a_header_has_are_compared() -> None:
    """Beyond the bound of the header, its lines are paragraphs."""
    text = "# World\n\n" + "".join(f"[Line number {number}](#)\n\n" for number in range(20))
    context = Context(text)
    assert {token.type for token in context.reading.header.foreign} == {"HEADER_LINE", "PARAGRAPH"}
    assert not context.is_canonical


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("mark", ["*", "_", "&#65;", "\\", " ", "\n", "[a](#)", "**b**", "é"])
def test_what_differs_from_the_canonical_text_is_found(text: str, mark: str) -> None:
    for place in range(0, len(text), 7):
        changed = f"{text[:place]}{mark}{text[place:]}"
        written = write_document(read_document(changed))
        assert Context(changed).is_canonical == (changed == written), changed


@pytest.mark.parametrize("number", range(60))
def test_damaged_articles_are_canonical_if_they_are_what_is_written(number: int) -> None:
    damaged = damaged_sample(number)
    for text in (damaged, format(damaged)):
        context = Context(text)
        written = write_document(context.reading.document)
        assert context.is_canonical == (text == written)
        assert context.canonical == written
        assert not is_known(context) or text == written
