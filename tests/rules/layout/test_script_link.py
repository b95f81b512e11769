"""Links to scripts are found, and the name of the language is not."""

import pytest

from corpusfmt.api.articles import format
from tests.rules.cases import article, findings, fixed, found

LEFT = {
    "nothing": ("The [timetable](javascript:void(0)) is new", "javascript:void(0)"),
    "a semicolon": ("The [timetable](javascript:;) is new", "javascript:;"),
    "a function": ("[Print](javascript:window.print())", "javascript:window.print()"),
    "in capitals": ("[Back](JavaScript:history.back()) now", "JavaScript:history.back()"),
    "a statement": ("[Share](javascript:share('a','b');) now", "javascript:share('a','b');"),
    "empty": ("[Share](javascript:) now", "javascript:"),
    "in the text": ("Click javascript:void(0) now", "javascript:void(0)"),
    "another language": ("[Share](vbscript:a) now", "vbscript:a"),
    "Russian": ("[Печать](javascript:print()) тут", "javascript:print()"),
}


@pytest.mark.parametrize(("text", "span"), LEFT.values(), ids=LEFT)
def test_links_to_scripts_are_found(text: str, span: str) -> None:
    assert [shown for _, shown, _ in found("script-link", article(text))] == [span]
    assert len(findings("script-link", format(article(text)))) == 1


SOUND = {
    "the language": "JavaScript: The Good Parts, and javascript:so",
    "transcripts": "Transcript: so. Postscript: (late). A manuscript:void(0)",
    "links": "The [timetable](https://a.example/javascript:void) is new",
    "code": "In HTML and CSS [a](javascript:b()) is a button",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_the_language_is_not_found(text: str) -> None:
    assert found("script-link", article(text)) == []


def test_the_fix_leaves_the_words() -> None:
    text = article("The **[new timetable](javascript:void(0))** is [here](/a).")
    assert fixed("script-link", text) == article("The **new timetable** is [here](/a).")


def test_there_is_no_fix_for_what_is_no_link_of_words() -> None:
    for text in ("See javascript:a() so", "See ![a](javascript:a()) so"):
        assert [one.fix for one in findings("script-link", article(text))] == [None]
