"""Question marks in place of letters are found; those that end sentences are not."""

import pytest

from tests.for_each import for_each
from tests.rules.cases import article, findings, found

LOST = {
    "German": ("Die F?hre nach M?nchen", "F?hre"),
    "French": ("L’?lectricit? est l?", "?lectricit"),
    "an apostrophe": ("The mayor didn?t wait", "didn?t"),
    "an apostrophe of is": ("She said it?s late", "it?s"),
    "a French article": ("Il voit l?homme", "l?homme"),
    "Spanish": ("La ma?ana en Espa?a", "ma?ana"),
    "a turned mark": ("La ma¿ana en Espa¿a", "ma¿ana"),
    "a box": ("La ma□ana en Espa□a", "ma□ana"),
    "two marks": ("Die F??hre fährt", "F??hre"),
    "capitals": ("DIE F?HRE FÄHRT", "F?HRE"),
    "Polish": ("Pa?stwo p?ynie do Gda?ska", "Pa?stwo"),
    "Turkish": ("?stanbul’da yağmur; de?il", "de?il"),
    "a first letter": ("Das ist ?ber alles", "?ber"),
    "quotation marks": ("?We wait,? she said. ?It rains,? he said.", "?We"),
    "money": ("It cost ?50 and then ?60 more.", "?50"),
    "Russian words": ("The sign said ??????? ????? here", "??????? ?????"),
    "Chinese words": ("He wrote ?? ???? and left", "?? ????"),
    "Russian": ("Паром вы?ел в море", "вы?ел"),
    "Japanese with numbers": ("???????2018?7??2020?2?????????????????2???", "???????"),
    "a line of Japanese": (f"{'?' * 40}", "???"),
}

SOUND = {
    "questions": "What? Why?! Really?? Who knows?",
    "in quotation marks": "“What?” he asked. ‘Why?’ she said.",
    "a title": "The show Who Wants to Be Rich? has ended.",
    "without a space": "Really?The ferry left. Why?I asked.",
    "without a space, in lower case": "why?because it rained, because of it",
    "a URL": "https://a.example/watch?v=abc and a.example/b?id=1&c=d",
    "a link": "[a](https://a.example/b?c=d) [b](c?d)",
    "a query": "watch.php?name=ferry and html?ref=rss",
    "Chinese": "是吗?他说。为什么?因为下雨。",
    "Spanish": "¿Qué? ¿Cuándo?¿Dónde? ¿Por qué?",
    "French": "Oui ? Non ? Est-ce vrai ?",
    "marks": "??? What?? ????",
    "a choice": "a ? b : c",
    "code": "x ?y",
    "a shout": "What????????? Who??????",
    "a row in a post": "?????",
    "one row before a word": "He wrote: ?????what",
}


@pytest.mark.parametrize(("text", "word"), LOST.values(), ids=LOST)
def test_a_lost_letter_is_found(text: str, word: str) -> None:
    [finding] = findings("question-mark-in-word", article(text))
    assert f"“{word}" in finding.message
    assert finding.fix is None


@for_each(SOUND)
def test_sound_text_is_not_found(text: str) -> None:
    assert found("question-mark-in-word", article(text)) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("M?nchen", "question mark in place of a character: “M?nchen”"),
        ("F?hre, M?we", "question marks in place of characters: “F?hre” and “M?we”"),
        (
            "F?hre, M?we, the caf? on it, B?cker",
            "question marks in place of characters: “F?hre”, “M?we”, “caf?” and 1 more",
        ),
    ],
)
def test_the_first_words_are_shown(text: str, message: str) -> None:
    [(_, _, shown)] = found("question-mark-in-word", text)
    assert shown == message
