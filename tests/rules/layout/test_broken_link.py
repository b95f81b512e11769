"""Links that are not read as such are found, and brackets with another meaning are not."""

import pytest

from corpusfmt.api.articles import format
from tests.rules.cases import article, findings, fixed, found

URL = "https://a.example/b"

LEFT = {
    "a space between": f"See the [timetable] ({URL}) now",
    "a line end between": f"See the [timetable]\n({URL}) now",
    "a title": f'See the [timetable]({URL} "The times") now',
    "a curly title": f"See the [timetable]({URL} “The times”) now",
    "a space in the URL": f"See the [timetable]({URL} c.html) now",
    "without its end": f"See the [timetable]({URL}",
    "a URL over a line end": "See the [timetable](https://a.example/\nb) now",
    "without its start": f"See the timetable]({URL}) now",
    "without its URL": "See the [timetable](",
    "an open angle bracket": f"See <{URL} now",
    "a relative URL": "See the [timetable](/times and places) now",
    "an image": "See ![the pier] there",
    "an empty image": "See ![] there",
    "an image without its last bracket": "![the pier](img/pier.jpg",
    "an image without its bracket": f"See ![the pier({URL}) now",
    "swapped brackets": f"See the (timetable)[{URL}] now",
    "without a bracket inside": f"See the [timetable({URL}) now",
    "without its words": f"({URL}) says the timetable.",
    "by reference, without its URL": "See the [new timetable][1] now",
    "Russian": f"См. [расписание] ({URL})",
    "Arabic": f"انظر [الجدول] ({URL})",
    "Chinese": f"见[时间表] ({URL})",
    "escaped": f"See the \\[timetable\\] ({URL}) now",
}


def test_a_relative_link_with_a_title_is_no_half() -> None:
    text = article('By the [pier](/places/pier.html "The pier") of Skerry')
    [(_, span, message)] = found("broken-link", text)
    assert span == '[pier](/places/pier.html "The pier")'
    assert message.startswith("link that is not read as one: ")


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_broken_links_are_found(text: str) -> None:
    assert len(findings("broken-link", article(text))) == 1
    assert len(findings("broken-link", format(article(text)))) == 1


def test_links_by_reference_are_found_with_their_urls() -> None:
    text = article("See the [timetable][1] and the [pier] [two].", f"[1]: {URL}", f"[two]: <{URL}>")
    assert [span for _, span, _ in found("broken-link", text)] == [
        "[timetable][1]",
        f"[1]: {URL}",
        f"[two]: <{URL}>",
    ]


SOUND = {
    "links": f"See the [timetable]({URL}) and <{URL}> and ![a pier]({URL})",
    "a link in brackets": f"See [the [new] timetable]({URL}) ([{URL}]({URL}))",
    "a URL after a word": f"See the timetable ({URL}) now [sic]",
    "a footnote": "See [citation needed][1] and [his][2] now",
    "a list of URLs": f"({URL})",
    "words": "He said [the ferry] (which was late) [sic] (so) left [it](or so)",
    "references": "As in [1][2] and [48][49] (the same) and [citation needed][3]",
    "a label": f"[PINTEREST]: {URL}",
    "a URL in brackets": f"The pier ({URL}) and [{URL}]",
    "comparisons": "a <b and c> d, ![, no!",
    "a shout": "So late! [Laughter] (applause)",
    "code": f"In Markdown and HTML [a] ({URL}) is none",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_other_brackets_are_not_found(text: str) -> None:
    assert found("broken-link", article(text)) == []


FIXED = {
    "a space between": f"See the [timetable] ({URL}) now",
    "a title": f'See the [timetable]({URL} "The times") now',
    "spaces inside": f"See the [timetable]( {URL} ) now",
}


@pytest.mark.parametrize("text", FIXED.values(), ids=FIXED)
def test_the_fix_writes_the_link(text: str) -> None:
    assert fixed("broken-link", article(text)) == article(f"See the [timetable]({URL}) now")


def test_an_image_inside_a_sentence_is_found() -> None:
    text = "The ferry![A picture](https://skerrynews.example/a.jpg)sailed on Monday."
    [(_, span, message)] = found("broken-link", article(text))
    assert span.startswith("![A picture]")
    assert message.startswith("image inside a sentence")


def test_a_link_after_an_exclamation_mark_is_not_found() -> None:
    text = "It sailed! [The ferry](https://skerrynews.example/a) is back."
    assert found("broken-link", article(text)) == []
