"""Posts of networks are found by their signature, their picture or their placeholder."""

import pytest

from tests.rules.cases import article, findings, fixed, found

BODY = "The first ferry since October sailed on Monday with 61 passengers."
SIGNATURE = "— Skerry Ferries (@skerryferries) March 14, 2023"

POSTS = [
    f"Back on board at last! {SIGNATURE}",
    f"Endlich wieder an Bord! {SIGNATURE.replace('March 14,', '14. März')}",
    "Снова на борту! — Паром (@parom) 14 марта 2023",
    "Back on board! #ferry pic.twitter.com/x1Y2z3",
    "View this post on Instagram",
    "A post shared by Skerry Ferries (@skerryferries)",
    "Ein Beitrag geteilt von Skerry Ferries (@skerryferries)",
    "この投稿をInstagramで見る",
    "@skerryferries Back on board! ♬ original sound - Skerry Ferries",
    "♬ Originalton - Skerry Ferries",
    "Posted by Skerry Ferries on Tuesday, March 14, 2023",
    "Gepostet von Skerry Ferries am Dienstag, 14. März 2023",
    "Publiée par Skerry Ferries sur Mardi 14 mars 2023",
    "Publicada por Skerry Ferries en Martes, 14 de marzo de 2023",
    "Geplaatst door Skerry Ferries op Dinsdag 14 maart 2023",
]

PROSE = [
    "The ferry company (@skerryferries) wrote in March 2023 that it would sail.",
    "A fan account (@skerryferry) on Instagram shows the ferry.",
    "She was on Instagram until 2023",
    "“View this post on Instagram,” it said where the picture had been.",
    "Posted by Ada Brook on March 14, 2023",
    "Posted by the owners on the door of the office in a town by the sea in the winter of 2023",
    "The song ♬ was by @skerryferries.",
    "Write to ana@skerrynews.example (2023)",
]


@pytest.mark.parametrize("text", POSTS)
def test_a_post_is_found(text: str) -> None:
    assert found("embedded-post", article(BODY, text, BODY)) == [
        ("7:1", text, "the paragraph is an embedded post")
    ]


@pytest.mark.parametrize("text", PROSE)
def test_prose_is_not(text: str) -> None:
    assert found("embedded-post", article(BODY, text, BODY)) == []


def test_a_signature_of_its_own_is_found_and_a_quote_is_not() -> None:
    assert found("embedded-post", article(BODY, SIGNATURE)) == [
        ("7:1", SIGNATURE, "the paragraph is an embedded post")
    ]
    assert found("embedded-post", article(BODY, f"> Back! {SIGNATURE}")) == []


LONG = " ".join([BODY] * 9)
PICTURE = "pic.twitter.com/x1Y2z3"
INSIDE = {
    "a picture": (f"{LONG} Back on board! {PICTURE} The captain agreed.", PICTURE, "an"),
    "a link": (f"{LONG} Back! [{PICTURE}](https://t.co/x1) He agreed.", PICTURE, "an"),
    "two pictures": (f"{LONG} Back! {PICTURE} Hm. {PICTURE} He agreed.", PICTURE, "2"),
    "a signature": (f"{LONG} Back! {SIGNATURE}", f"gers. Back! {SIGNATURE}"[-60:], "an"),
    "a placeholder": (f"View this post on Instagram {LONG}", None, "an"),
}


@pytest.mark.parametrize(("text", "place", "count"), INSIDE.values(), ids=INSIDE)
def test_a_post_in_a_long_text_is_found_where_it_is(
    text: str, place: str | None, count: str
) -> None:
    [(_, shown, message)] = found("embedded-post", article(BODY, text, BODY))
    assert shown == (place or text[:60])
    posts = "post" if count == "an" else "posts"
    assert message == f"the paragraph has {count} embedded {posts} in its text"
    [finding] = findings("embedded-post", article(BODY, text, BODY))
    assert finding.fix is None


def test_the_fix_makes_it_a_quote() -> None:
    assert fixed("embedded-post", article(BODY, f"Back!\nAt last! {SIGNATURE}", BODY)) == article(
        BODY, f"> Back!\n> At last! {SIGNATURE}", BODY
    )


def test_bytes_that_are_no_text_have_no_fix() -> None:
    data = article(f"Back! {SIGNATURE}").encode() + b"\n\xff\n"
    assert [finding.fix for finding in findings("embedded-post", data)] == [None]


@pytest.mark.parametrize(
    "url",
    [
        "https://twitter.com/skerry/status/1393214587",
        "<https://www.youtube.com/watch?v=a1b2c3>",
        "https://www.instagram.com/p/BbNjuG0DM6q/",
    ],
)
def test_the_url_of_a_post_alone_is_found(url: str) -> None:
    [(_, _, message)] = found("embedded-post", article("The ferry sailed.", url, "It is back."))
    assert message == "the paragraph is the URL of an embedded post or video"


@pytest.mark.parametrize("url", ["https://skerrynews.example/a", "https://twitter.com/skerry"])
def test_other_urls_are_not_found(url: str) -> None:
    assert found("embedded-post", article("The ferry sailed.", url, "It is back.")) == []
