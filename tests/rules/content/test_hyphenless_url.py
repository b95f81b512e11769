"""A hyphen that a URL has lost is found where the title or another copy has it."""

import pytest

from tests.rules.cases import article, findings, fixed, found

URL = "Original url:\n\n<https://skerrynews.example/news/from-the-north-isles-today/{}>"

ADDRESSES = {
    "two words of the title": (
        "Ferry Runs Again",
        "islands/ferry-runsagain-1234",
        "runsagain",
        "runs-again",
    ),
    "at the start": ("Ferry Runs Again", "islands/ferryruns-again", "ferryruns", "ferry-runs"),
    "German": ("Fähre fährt früher", "faehre-faehrtfrueher", "faehrtfrueher", "faehrt-frueher"),
    "accents": (
        "Où la sécheresse gagne",
        "ou-la-secheressegagne-1",
        "secheressegagne",
        "secheresse-gagne",
    ),
    "in upper case": (
        "Fähre fährt früher",
        "Faehre-FaehrtFrueher",
        "FaehrtFrueher",
        "Faehrt-Frueher",
    ),
}


@pytest.mark.parametrize(("title", "path", "wrong", "right"), ADDRESSES.values(), ids=ADDRESSES)
def test_an_address_is_reported_by_the_title(title: str, path: str, wrong: str, right: str) -> None:
    text = article("Body.", URL.format(path)).replace("Ferry Runs Again", title)
    assert [(each[1], each[2]) for each in found("hyphenless-url", text)] == [
        (wrong, f"“{wrong}” in the URL has lost its hyphen")
    ]
    assert path.replace(wrong, right) in fixed("hyphenless-url", text)


JOINED = {
    "a hyphen of the title": ("Well-Being on Skerry", "islands/wellbeing-on-skerry", True),
    "three words": ("The Up-To-Date Ferry", "islands/the-up-todate-ferry", True),
    "no hyphen in the title": ("Ferry Runs on Well-Being", "islands/ferryruns-on-it", False),
    "another hyphen is kept": (
        "Ex-Captain on Ferry-Runs",
        "islands/ex-captain-on-ferryruns",
        False,
    ),
}


@pytest.mark.parametrize(("title", "path", "is_info"), JOINED.values(), ids=JOINED)
def test_the_hyphens_of_a_title_may_be_lost_by_the_website(
    title: str, path: str, is_info: bool
) -> None:
    text = article("Body.", URL.format(path)).replace("Ferry Runs Again", title)
    [finding] = findings("hyphenless-url", text)
    assert finding.is_uncertain is is_info
    assert finding.message.endswith("or the website joins these words") is is_info


def test_an_address_is_reported_by_its_copy() -> None:
    body = "See https://skerrynews.example/news/from-the-north-isles-today/two-more-words for more."
    text = article(body, URL.format("two-morewords"))
    assert URL.format("two-more-words") in fixed("hyphenless-url", text)
    text = article(body.replace("two-more", "twomore"), URL.format("two-more-words"))
    assert body in fixed("hyphenless-url", text)


RIGHT = {
    "the words of the title": URL.format("ferry-runs-again-1234"),
    "a host": "Original url:\n\n<https://runsagain.example/2023-03/ferry>",
    "a folder": URL.format("runsagain/a-long-way"),
    "a number": URL.format("ferry-runs-20232024"),
    "other words": URL.format("a-long-waiting-time"),
}


@pytest.mark.parametrize("address", RIGHT.values(), ids=RIGHT)
def test_what_may_be_meant_is_left_alone(address: str) -> None:
    assert findings("hyphenless-url", article("Body.", address)) == []
    numbered = article("Body.", address).replace(
        "Ferry Runs Again", "The Ferry Runs in 2023 2024 Again"
    )
    assert findings("hyphenless-url", numbered) == []


TEXTS = {
    "a possessive of the title": ("Mayor Recounts Wanda’s Days", "mayor-recountswandas-days"),
    "words of the text": ("Ferry", "a-harbourcrane-1"),
    "a word and a number": ("Ferry", "the-crane1234567"),
    "a number and a word": ("Ferry", "2023crane-falls"),
    "words of sections": ("Ferry", "goldmetals-and-more"),
    "a word of the text and a short one": ("Ferry", "harbourof-the-isles"),
    "another URL": ("Ferry", "skerryisles/one-xyzzyplugh-more"),
    "a date": ("Ferry", "2023-0314/ferry"),
    "a date with its month joined": ("Ferry", "202303-14/ferry"),
}


@pytest.mark.parametrize(("title", "path"), TEXTS.values(), ids=TEXTS)
def test_an_address_is_reported_by_the_text(title: str, path: str) -> None:
    body = "The crane of the harbour fell. <https://skerrynews.example/two-xyzzy-plugh>"
    text = article(body, URL.format(path)).replace("Ferry Runs Again", title)
    after = fixed("hyphenless-url", text)
    assert after != text
    assert after.replace("-", "") == text.replace("-", "")
    assert len(after) == len(text) + 1


KNOWN = {
    "in the text": ("A breakwater was built where the water would break.", "the-breakwater-1"),
    "with an apostrophe": ("Ida O’Brien rows.", "ida-obrien-rows"),
    "with a point": ("In TP.HCM the tp was full, and hcm too.", "the-tphcm-mayor"),
    "with a slash": ("It sold tea/coffee to coffee and tea people.", "a-teacoffee-shop"),
    "of another URL": (
        "Harbour, crane: <https://skerrynews.example/harbourcrane>",
        "a-harbourcrane-1",
    ),
    "a year": ("The cup is ours.", "the-cup2023"),
    "an article's number": ("This article is long.", "the-article1234567"),
}


@pytest.mark.parametrize(("body", "path"), KNOWN.values(), ids=KNOWN)
def test_what_the_article_writes_as_one_word_is_left_alone(body: str, path: str) -> None:
    assert findings("hyphenless-url", article(body, URL.format(path))) == []


def test_initials_that_the_website_joins_are_left_alone() -> None:
    body = "The N. Norland ferry sailed to S. Norland."
    url = URL.format("the-long-winter-of-the-isles-and-the-nnorland-ferry-snorland")
    text = article(body, url).replace("Ferry Runs Again", "N. Norland Ferry Sails to S. Norland")
    assert findings("hyphenless-url", text) == []


def test_a_hyphen_at_the_start_of_a_line_is_not_lost() -> None:
    long = "Original url:\n\n<https://skerrynews.example/the-harbour-the-isles-and-the-sea/{}>"
    short = "Original url:\n\n<https://skerry.example/{}>"
    assert len(findings("hyphenless-url", article("Body.", long.format("ferry-runsagain")))) == 1
    assert findings("hyphenless-url", article("Body.", short.format("ferry-runsagain"))) == []


@pytest.mark.parametrize("word", ["airplane", "onboard", "breakouts"])
def test_what_english_writes_as_one_word_is_left_alone(word: str) -> None:
    body = "The plane in the air took men on a board. They made a break out of it, and outs."
    assert findings("hyphenless-url", article(body, URL.format(f"the-{word}-of-the-year"))) == []


def test_no_fix_where_the_content_is_no_text() -> None:
    text = article("Body.", URL.format("ferry-runsagain")).encode().replace(b"Body", b"B\xffdy")
    [finding] = findings("hyphenless-url", text)
    assert finding.fix is None
