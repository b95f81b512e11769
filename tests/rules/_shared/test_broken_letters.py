"""Letters in parts are found with what they are."""

import pytest

from corpusfmt.lint.context import Context
from corpusfmt.rules._shared.broken_letters import broken_letters, may_be_broken
from tests.rules.cases import article

BROKEN = {
    "a Turkish i": ("Belediye i\u0307lk seferi yapt\u0131.", ["i"]),
    "a Thai vowel": ("\u0e19\u0e4d\u0e32", ["\u0e33"]),
    "a Thai vowel with a tone": ("\u0e19\u0e49\u0e4d\u0e32", ["\u0e33"]),
    "a tone inside": ("\u0e19\u0e4d\u0e49\u0e32", ["\u0e49\u0e33"]),
    "a Lao vowel": ("\u0e99\u0ecd\u0eb2", ["\u0eb3"]),
}


@pytest.mark.parametrize(("text", "meant"), BROKEN.values(), ids=BROKEN)
def test_parts_are_joined(text: str, meant: list[str]) -> None:
    context = Context(article(text))
    assert may_be_broken(context)
    [broken] = broken_letters(context)
    assert [edit.text for edit in broken.edits] == meant


def test_a_lithuanian_accent_is_sound() -> None:
    [broken] = broken_letters(Context(article("i\u0307\u0301")))
    assert broken.spans == []
