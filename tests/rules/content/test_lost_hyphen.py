"""A hyphen that a word has lost is found where the article itself says so, and no other."""

import pytest

from tests.rules.cases import article, expected, findings, fixed, found


def shown(*body: str) -> list[tuple[str, str | None]]:
    """The words that are found, and what was expected."""
    text = article(*body)
    return [
        (each[1], right)
        for each, right in zip(
            found("lost-hyphen", text), expected("lost-hyphen", text), strict=True
        )
    ]


WRONG = {
    "before upper case": (["Die EU-Regeln gelten.", "Neue EURegeln."], "EURegeln", "EU-Regeln"),
    "before upper case beyond ASCII": (
        ["Die EU-Öffnung kommt.", "Eine EUÖffnung."],
        "EUÖffnung",
        "EU-Öffnung",
    ),
    "behind a name": (
        ["Norland-based here, US-Norland.", "Norland-based there.", "Norland.", "Norlandbased."],
        "Norlandbased",
        "Norland-based",
    ),
    "behind a name, before a letter beyond ASCII": (
        ["Skerry-överfart här.", "Skerry-överfart där.", "Skerry.", "Skerryöverfart."],
        "Skerryöverfart",
        "Skerry-överfart",
    ),
}


@pytest.mark.parametrize(("body", "wrong", "right"), WRONG.values(), ids=WRONG)
def test_what_the_article_has_otherwise_is_found(body: list[str], wrong: str, right: str) -> None:
    assert shown(*body) == [(wrong, right)]
    text = fixed("lost-hyphen", article(*body))
    assert right in text
    assert wrong not in text
    assert findings("lost-hyphen", text) == []


def test_each_copy_is_found() -> None:
    assert len(shown("Die EU-Regeln und EU-Regeln.", "Neue EURegeln.", "Alte EURegeln.")) == 2


RIGHT = {
    "a single letter": ["The C-Poll is out.", "The CPoll says so."],
    "suspended": ["Haupt- und Nebenfach, Hauptund."],
    "no other copy": ["A longterm plan for Skerry-Linie and SkerryLinie2."],
    "either way": ["A long-term plan.", "A longterm plan."],
    "as often without": ["A long-term plan, long-term.", "A longterm plan, longterm."],
    "once, with its first half": ["A super-power.", "A superpower is super."],
    "of two letters": ["An e-mail, an e-mail.", "An email.", "A re-run, a re-run.", "A rerun."],
    "either way, with a prefix": ["An anti-war song.", "An antiwar song.", "Two antiwar songs."],
    "words of their own": [
        "A data-store.",
        "One datastore.",
        "Two datastores, one datastore.",
        "The data.",
    ],
    "a name with a hyphen once": ["US-Skerry. Norland-based here.", "Norland.", "Norlandbased."],
    "left": ["More infor- mation.", "No information."],
    "without a hyphen as a rule": ["A Mac-Book.", "A MacBook.", "Another MacBook."],
    "German, in lower case": [
        "Der Feuerwehr-Sprecher.",
        "Der Feuerwehrsprecher.",
        "Die Feuerwehr.",
    ],
    "a part of another word": ["Die EU-Regeln.", "Neue EURegelnhaft."],
    "dashes": ["He said - and meant - it.", "Page 2-3, B-2 and 1-a."],
}


@pytest.mark.parametrize("body", RIGHT.values(), ids=RIGHT)
def test_what_may_be_meant_is_left_alone(body: list[str]) -> None:
    assert shown(*body) == []


MAY_BE = {
    "a second part that is seldom joined": [
        "A market-based plan.",
        "Market-based, a marketbased way.",
    ],
    "an adjective": ["A first-class ticket.", "Two first-class seats.", "A firstclass cabin."],
    "a name, and no odd hyphen": [
        "Norland-based here.",
        "Norland-based there.",
        "Norland.",
        "Norlandbased.",
    ],
    "a name that never occurs alone": [
        "US-Skerry. Norland-based here.",
        "Norland-based there.",
        "Norlandbased.",
    ],
    "once, with its second half": ["A first-choice kicker.", "The firstchoice one is a choice."],
    "French": ["Un porte-parole.", "La porte-parole.", "Le porteparole du port."],
}


@pytest.mark.parametrize("body", MAY_BE.values(), ids=MAY_BE)
def test_a_word_that_has_its_hyphen_more_often_may_have_lost_it(body: list[str]) -> None:
    [finding] = findings("lost-hyphen", article(*body))
    assert finding.is_uncertain
    assert "may have lost its hyphen" in finding.message


def test_what_is_certain_is_no_guess() -> None:
    [finding] = findings("lost-hyphen", article("Die EU-Regeln gelten.", "Neue EURegeln."))
    assert not finding.is_uncertain


def test_only_so_much_of_an_article_is_looked_at_and_whole_words() -> None:
    start = len(article(""))
    filler = "a " * ((20_000 - start - 40) // 2)
    assert len(shown("Die EU-Regeln gelten. " + filler[200:] + "Neue EURegeln gelten.")) == 1
    for shift in range(20):
        assert shown("Die EU-Regeln gelten. " + filler + "b" * shift + " EURegelnhaft " * 3) == []
    assert shown("Die EU-Regeln gelten. " + filler * 2 + "Neue EURegeln gelten.") == []
    assert (
        shown(
            "Neue EURegeln gelten, EURegeln gelten. EU-Regeln. "
            + filler * 2
            + "EU-Regeln, EU-Regeln."
        )
        == []
    )


def test_no_fix_where_the_content_is_no_text() -> None:
    [finding] = findings(
        "lost-hyphen", article("Die EU-Regeln.", "Neue EURegeln.").encode() + b"\xff\n"
    )
    assert finding.fix is None
