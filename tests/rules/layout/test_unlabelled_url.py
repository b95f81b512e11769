"""A URL at the end that may be the article's is found, and one to something else is not."""

import pytest

from corpusfmt.syntax.reading import read_document
from tests.rules.cases import article, findings, fixed, found

OWN = "https://skerrynews.example/2023/03/14/ferry-runs-again"
OTHER = "https://skerrynews.example/a/7781"
BODY = "The ferry to Skerry sailed on Monday."
NO_LABEL = "the URL at the end has no label, and is read as a paragraph"

SURE = {
    "bare": (OWN, NO_LABEL),
    "in brackets": (f"<{OWN}>", NO_LABEL),
    "a link that shows it": (f"[{OWN}]({OWN})", NO_LABEL),
    "a link that shows it without its scheme": (f"[{OWN[8:]}]({OWN})", NO_LABEL),
    "labelled url": (
        f"url: {OTHER}",
        "the URL at the end is labelled “url:”, and is read as a paragraph",
    ),
    "labelled permalink": (
        f"Permalink: <{OTHER}>",
        "the URL at the end is labelled “Permalink:”, and is read as a paragraph",
    ),
    "labelled by the link": (
        f"[Original article]({OTHER})",
        "the URL at the end is labelled “Original article”, and is read as a paragraph",
    ),
    "another label, and words of the title": (
        f"Quelle: {OWN}",
        "the URL at the end is labelled “Quelle:”, and is read as a paragraph",
    ),
    "a label of another script, and words of the title": (
        f"Источник: {OWN}",
        "the URL at the end is labelled “Источник:”, and is read as a paragraph",
    ),
}
GUESSED = {"bare": OTHER, "in brackets": f"<{OTHER}>"}
NONE = {
    "labelled as it should be": f"Original url: {OWN}",
    "another label": f"Source: {OTHER}",
    "a home page": "https://skerrynews.example/",
    "a host": "https://skerrynews.example",
    "a video": "https://www.youtube.com/watch?v=ferry",
    "a post": "https://twitter.com/skerrynews/status/1",
    "a short link": "https://t.co/x7781",
    "a picture host": "https://m.facebook.com/skerrynews/posts/1",
    "in a sentence": f"More at {OTHER}",
    "a link with words": f"[The timetable]({OTHER})",
    "two links": f"[The timetable]({OTHER}) [The fares]({OTHER})",
    "an item": f"- {OTHER}",
    "a quote": f"> {OTHER}",
    "a mail address": "mailto:news@skerrynews.example",
    "text": "Skerry News: a paper of the islands",
    "a line break": f"{OTHER}\n{OTHER}",
}


@pytest.mark.parametrize(("last", "message"), SURE.values(), ids=SURE)
def test_an_address_that_is_surely_the_article_s_own_has_a_safe_fix(
    last: str, message: str
) -> None:
    text = article(BODY, last)
    assert found("unlabelled-url", text) == [("7:1", last, message)]
    [finding] = findings("unlabelled-url", text)
    assert finding.fix is not None
    assert finding.fix.safe
    after = fixed("unlabelled-url", text)
    assert read_document(after)["url"] in (OWN, OTHER)
    assert findings("unlabelled-url", after) == []


@pytest.mark.parametrize("last", GUESSED.values(), ids=GUESSED)
def test_one_that_may_be_something_else_has_an_unsafe_one(last: str) -> None:
    assert [
        finding.fix.safe
        for finding in findings("unlabelled-url", article(BODY, last))
        if finding.fix
    ] == [False]


@pytest.mark.parametrize("last", NONE.values(), ids=NONE)
def test_what_leads_to_something_else_is_not_found(last: str) -> None:
    assert found("unlabelled-url", article(BODY, last)) == []


@pytest.mark.parametrize(
    "blocks",
    [
        (OTHER,),
        (BODY, OTHER, BODY),
        (BODY, "More on this:", OTHER),
        (BODY, "更多信息：", OTHER),
        (BODY, OTHER, OTHER),
    ],
    ids=["the only block", "before the end", "announced", "announced in Chinese", "one of two"],
)
def test_what_is_around_it_counts(blocks: tuple[str, ...]) -> None:
    assert found("unlabelled-url", article(*blocks)) == []


def test_an_article_has_one_address() -> None:
    assert found("unlabelled-url", article(BODY, OWN, f"Original url:\n\n<{OWN}>")) == []


def test_what_is_no_text_has_no_fix() -> None:
    text = article("\ufffd" + BODY, OWN).encode().replace("\ufffd".encode(), b"\xff")
    assert [finding.fix for finding in findings("unlabelled-url", text)] == [None]
