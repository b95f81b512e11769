"""Struck-out words are found, and other tildes are not."""

import pytest

from corpusfmt.api.articles import format
from tests.rules.cases import article, found

LEFT = {
    "a word": ("It costs ~~twelve~~ fourteen crowns", "~~twelve~~"),
    "several words": ("The ~~harbour master~~ office", "~~harbour master~~"),
    "a sentence": ("~~It sailed on Sunday.~~ It did not.", "~~It sailed on Sunday.~~"),
    "over a line end": ("The ~~harbour\nmaster~~ office", "~~harbour\nmaster~~"),
    "spaces inside": ("The ~~ harbour master ~~ office", "~~ harbour master ~~"),
    "in a bracket": ("The (~~old~~) ferry", "~~old~~"),
    "Russian": ("Паром ~~вчера~~ сегодня", "~~вчера~~"),
    "Arabic": ("العبارة ~~أمس~~ اليوم", "~~أمس~~"),
    "escaped": ("It costs \\~~twelve\\~~ crowns", "\\~~twelve\\~~"),
}


@pytest.mark.parametrize(("text", "span"), LEFT.values(), ids=LEFT)
def test_struck_out_words_are_found(text: str, span: str) -> None:
    for content in (article(text), format(article(text))):
        [(_, shown, _)] = found("strikethrough", content)
        assert shown.replace("\\", "") == span.replace("\\", "")


SOUND = {
    "drawn out": "So good~~ and really so~~ nice~~",
    "Japanese": "いいね〜〜 えー~~すごい~~",
    "Korean": "하하~~ 정말 좋아요~~",
    "about": "~12 and ~ 13 ~~ 14",
    "more than two": "~~~ so ~~~",
    "code": "In Markdown and HTML ~~so~~ is struck out.",
    "a URL": "https://a.example/~~a~~ so",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_other_tildes_are_not_found(text: str) -> None:
    assert found("strikethrough", article(text)) == []
