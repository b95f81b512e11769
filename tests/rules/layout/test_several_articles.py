"""Each article of a file but the first is reported where it begins, and blocks rewriting."""

import pytest

from tests.rules.cases import article, found

URL = "Original url:\n\n<https://skerrynews.example/{}>"
OTHER = "# Bakery Closes"
BODY = "The ferry sailed on Monday with 61 passengers, four cows and all of the winter’s mail."
FIRST = article("Body.", URL.format("a"))
SEVERAL = {
    "a title and a URL": (FIRST + f"\n{OTHER}\n\nThe end.\n", [OTHER]),
    "a title and a byline": (article("Body.", OTHER, "By Tom Reed", "The end."), [OTHER]),
    "a title and a date": (article("Body.", OTHER, "March 17, 2023", "The end."), [OTHER]),
    "a title below a kicker": (
        article("Body.", OTHER, "Business", "By Tom Reed", "The end."),
        [OTHER],
    ),
    "a title above a subtitle": (
        article("Body.", OTHER, "## After 40 Years", "By Tom Reed", "The end."),
        [OTHER],
    ),
    "no title, but two URLs": (
        FIRST + "\nBakery Closes\n\nThe end.\n\n" + URL.format("b") + "\n",
        ["Bakery Closes"],
    ),
    "a URL without a scheme": (
        article("Body.", "Original url:\n\nwww.skerrynews.example/a", "See http://skerry.example.")
        + f"\nMore.\n\n{URL.format('c')}\n",
        ["See http://skerry.example."],
    ),
    "a line with a byline and a date": (
        article(BODY, "Bakery Closes on Quay Street", "By Tom Reed", "March 17, 2023", BODY),
        ["Bakery Closes on Quay Street"],
    ),
    "a line with a date and a byline": (
        article(BODY, "Bakery Closes on Quay Street", "March 17, 2023", "By Tom Reed", BODY),
        ["Bakery Closes on Quay Street"],
    ),
    "a line above a gap, below a URL": (
        FIRST + f"\n---\n\nBakery on the Quay Closes\n\n\n\n{BODY}\n",
        ["Bakery on the Quay Closes"],
    ),
    "three": (
        FIRST + f"\n{OTHER}\n\nThe end.\n\n{URL.format('b')}\n\n# Third\n\nBody.\n",
        [OTHER, "# Third"],
    ),
    "a document of an export": (
        "1 of 2 DOCUMENTS\n\nOne\n\nBody.\n\n   2 of 2 DOCUMENTS\n\nTwo\n",
        ["   2 of 2 DOCUMENTS"],
    ),
    "two exports": (
        "Cover\n\n1 of 1 DOCUMENT\n\nOne\n\n1 of 2 DOCUMENTS\n\nTwo\n\n2 of 2 DOCUMENTS\n\nThree\n",
        ["1 of 2 DOCUMENTS", "2 of 2 DOCUMENTS"],
    ),
}
ONE = {
    "an article": article("Body."),
    "a second title": article("Body.", OTHER, "The end of it came on Friday."),
    "the URL twice": FIRST + "\nMore.\n\n" + URL.format("a") + "\n",
    "a text below the URL": FIRST + "\nMore.\n",
    "a line below the URL": FIRST + f"\nBakery on the Quay Closes\n\n{BODY}\n",
    "a short line above a gap": FIRST + f"\nComments\n\n\n\n{BODY}\n",
    "a late title": "Body.\n\n# Title\n\nBy Ada Brook\n\nBody.\n",
    "a title in two pieces": "# Ferry Runs\n\n# Again on Monday\n\nBy Ada Brook\n\n\n\nBody.\n",
    "a line of a poem": article(BODY, "The sea is wide, the", "By Tom Reed", "March 17, 2023"),
    "the title again": article(BODY, "Ferry Runs Again", "By Tom Reed", "March 17, 2023", BODY),
    "a sentence above a date": article(BODY, "He wrote it.", "By Tom Reed", "May 4, 2023", BODY),
    "headings": article("Body.", "## Bakery Closes", "March 17, 2023"),
    "a document of an export": "\n  2 of 3 DOCUMENTS\n\nTwo\n",
    "the words": article("Nobody read 2 of 2 documents."),
}


@pytest.mark.parametrize(("text", "starts"), SEVERAL.values(), ids=SEVERAL)
def test_later_articles_are_reported(text: str, starts: list[str]) -> None:
    assert [span for _, span, _ in found("several-articles", text)] == starts


@pytest.mark.parametrize("text", ONE.values(), ids=ONE)
def test_one_article_is_not(text: str) -> None:
    assert found("several-articles", text) == []


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize(("text", "starts"), SEVERAL.values(), ids=SEVERAL)
def test_the_ends_of_lines_do_not_matter(text: str, starts: list[str], end: str) -> None:
    spans = [span for _, span, _ in found("several-articles", text.replace("\n", end))]
    assert [span.rstrip("\r") for span in spans] == starts


def test_the_consequences_are_not_reported_as_well() -> None:
    text, _ = SEVERAL["three"]
    assert found("extra-title", text) == []
    assert found("misplaced-url", text) == []
