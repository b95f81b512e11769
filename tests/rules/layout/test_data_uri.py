"""Data URIs are found wherever they are, and the word “data” is not one."""

import pytest

from corpusfmt.api.articles import format
from tests.rules.cases import article, findings, fixed, found

DATA = "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4"

LEFT = {
    "an image": f"![A pier](data:image/png;base64,{DATA})",
    "cut off": "![A pier](data:image/jpeg;base64...)",
    "without data": "![](data:image/svg+xml;base64,)",
    "a placeholder": "![](data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAE)",
    "not in Base64": "![](data:image/svg+xml,%3Csvg%20xmlns='http://a.example/svg'%3E%3C/svg%3E)",
    "with a character set": "![](data:image/svg+xml;charset=utf-8;base64,PHN2ZyB4bWxucz0)",
    "in a paragraph": f"So ![](data:image/png;base64,{DATA}) it sailed",
    "in a link": f"[![](data:image/png;base64,{DATA})](https://a.example/pier)",
    "of a link": "The [timetable](data:application/pdf;base64,JVBERi0xLjQK)",
    "in the text": f"data:image/png;base64,{DATA}",
    "a font": "src: url(data:font/woff2;base64,d09GMgABAAAAA)",
    "in capitals": "![](Data:image/png;base64,AAAA)",
    "without its start": f"{DATA}{DATA}==",
}


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_data_uris_are_found(text: str) -> None:
    assert len(findings("data-uri", article("It sailed.", text))) == 1
    assert len(findings("data-uri", format(article("It sailed.", text)))) == 1


SOUND = {
    "the word": "The data: image quality is poor. Metadata:image/png so.",
    "numbers": "According to the data:12 ferries, data:text",
    "a media type": "an image/png file; big data: application/json",
    "a URL": "https://a.example/data:12",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_the_word_is_not_found(text: str) -> None:
    assert [span for _, span, _ in found("data-uri", article(text))] == []


def test_the_message_says_what_is_there() -> None:
    text = article("So.", "![a](data:image/png;base64,AAAA)", "![a](data:image/png;base64)", DATA)
    assert [message for _, _, message in found("data-uri", text)] == [
        "data URI of type “image/png” with 4 characters of data",
        "data URI of type “image/png” without its data",
        "60 characters of a picture in Base64",
    ]


def test_the_fix_removes_an_image_without_a_description() -> None:
    text = article("So.", "![](data:image/png;base64,AAAA)", "Then.")
    assert fixed("data-uri", text) == article("So.", "Then.")
    kept = article("So.", "![A pier](data:image/png;base64,AAAA)", "Then.")
    assert [one.fix for one in findings("data-uri", kept)] == [None]
