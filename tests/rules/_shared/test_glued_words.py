"""Words that are glued to a year or at a quotation mark."""

from corpusfmt.lint.context import Context
from corpusfmt.rules._shared.glued_words import glued_words
from tests.for_each import for_each
from tests.rules.cases import article

GLUED = {
    "in1921": "The ferry opened in1921 and closed.",
    "im1921": "Die Fähre wurde im1921 gebaut.",
    "»Il": "« Une belle soirée. »Il est parti.",
    ".«": "« Oui », dit-il. Le maire part.« Une soirée », dit-il.",
}
SOUND = {
    "a name": "The covid2019 and G2019 and lin1921 and in19210 are names.",
    "quotations": "« Une soirée ! » Il part. « Une autre. » «Une soirée.» Il part.",
    "German quotations": "»Eine Fähre«, sagte er. »Wir fahren.« Dann ging er.",
    "an address": "skerry.example/in1921 and @in1921",
}


@for_each(GLUED)
def test_it_is_found(text: str) -> None:
    context = Context(article(text))
    [(start, place, end)] = glued_words(context)
    assert start < place < end
    assert context.text[start:end][:3] in {"in1", "im1", "»Il", "»I", ".«"}


@for_each(SOUND)
def test_sound_text_is_not_found(text: str) -> None:
    assert list(glued_words(Context(article(text)))) == []
