"""A hyphen that was left or lost at a line end is found where the article itself says so, and no other."""

import pytest

from rules.cases import article, expected, findings, fixed, found

URL = "Original url:\n\n<https://skerrynews.example/{}>"


def told(*body: str) -> list[tuple[str, str | None]]:
    """The words that are found, and what was expected."""
    text = article(*body)
    return [
        (each[1], right)
        for each, right in zip(found("broken-hyphen", text), expected("broken-hyphen", text), strict=True)
    ]


WRONG = {
    "left, with a blank": (["More infor- mation.", "No information."], "infor- mation", "information"),
    "left, at a break": (["More infor-\nmation.", "No information."], "infor-\nmation", "information"),
    "left, in a compound": (["A long- term plan.", "The long-term plan."], "long- term", "long-term"),
    "left, German": (["Mehr Infor- mationen.", "Keine Informationen."], "Infor- mationen", "Informationen"),
    "left, Russian": (["Новая инфор- мация.", "Старая информация."], "инфор- мация", "информация"),
    "lost before upper case": (["Die EU-Regeln gelten.", "Neue EURegeln."], "EURegeln", "EU-Regeln"),
    "lost behind a name": (
        ["Norland-based here.", "Norland-based there.", "Norland.", "Norlandbased."],
        "Norlandbased",
        "Norland-based",
    ),
}


@pytest.mark.parametrize(("body", "wrong", "right"), WRONG.values(), ids=WRONG)
def test_what_the_article_has_otherwise_is_found(body: list[str], wrong: str, right: str) -> None:
    assert told(*body) == [(wrong, right)]
    text = fixed("broken-hyphen", article(*body))
    assert right in text
    assert wrong not in text
    assert findings("broken-hyphen", text) == []


def test_each_copy_is_found() -> None:
    assert len(told("Die EU-Regeln und EU-Regeln.", "Neue EURegeln.", "Alte EURegeln.")) == 2


ADDRESSES = {
    "two words of the title": ("Ferry Runs Again", "islands/ferry-runsagain-1234", "runsagain", "runs-again"),
    "at the start": ("Ferry Runs Again", "islands/ferryruns-again", "ferryruns", "ferry-runs"),
    "German": ("Fähre fährt früher", "faehre-faehrtfrueher", "faehrtfrueher", "faehrt-frueher"),
    "accents": ("Où la sécheresse gagne", "ou-la-secheressegagne-1", "secheressegagne", "secheresse-gagne"),
    "in upper case": ("Fähre fährt früher", "Faehre-FaehrtFrueher", "FaehrtFrueher", "Faehrt-Frueher"),
}


@pytest.mark.parametrize(("title", "path", "wrong", "right"), ADDRESSES.values(), ids=ADDRESSES)
def test_an_address_is_told_by_the_title(title: str, path: str, wrong: str, right: str) -> None:
    text = article("Body.", URL.format(path)).replace("Ferry Runs Again", title)
    assert [(each[1], each[2]) for each in found("broken-hyphen", text)] == [(wrong, f"“{wrong}” has lost its hyphen")]
    assert path.replace(wrong, right) in fixed("broken-hyphen", text)


def test_an_address_is_told_by_its_copy() -> None:
    body = "See https://skerrynews.example/two-more-words for more."
    text = article(body, URL.format("two-morewords"))
    assert URL.format("two-more-words") in fixed("broken-hyphen", text)
    text = article(body.replace("two-more", "twomore"), URL.format("two-more-words"))
    assert body in fixed("broken-hyphen", text)


RIGHT = {
    "suspended": ["A two- and three-year plan, a two-and-a-half-year plan.", "Haupt- und Nebenfach, Hauptund."],
    "suspended, one copy": ["Vor- oder Nachteile, Fett- und Eiweiß."],
    "no other copy": ["More infor- mation.", "A longterm plan for Skerry-Linie and SkerryLinie2."],
    "either way": ["A long-term plan.", "A longterm plan."],
    "either way, with a prefix": ["An anti-war song.", "An antiwar song.", "Two antiwar songs."],
    "words of their own": ["A data-store.", "One datastore.", "Two datastores, one datastore.", "The data."],
    "in lower case": ["More infor-mation.", "No information.", "All information."],
    "without a hyphen as a rule": ["A Mac-Book.", "A MacBook.", "Another MacBook."],
    "German, in lower case": ["Der Feuerwehr-Sprecher.", "Der Feuerwehrsprecher.", "Die Feuerwehr."],
    "an address": ["Body.", URL.format("ferry-runs-again-1234")],
    "a host": ["Body.", "Original url:\n\n<https://runsagain.example/2023-03/ferry>"],
    "a folder": ["Body.", URL.format("runsagain/a-long-way")],
    "dashes": ["He said - and meant - it.", "Page 2-3, B-2 and 1-a."],
}


@pytest.mark.parametrize("body", RIGHT.values(), ids=RIGHT)
def test_what_may_be_meant_is_left_alone(body: list[str]) -> None:
    assert told(*body) == []


def test_a_possessive_of_the_title_is_left_alone() -> None:
    text = article("Body.", URL.format("mayor-recountswandas-days")).replace(
        "Ferry Runs Again", "Mayor Recounts Wanda’s Days"
    )
    assert findings("broken-hyphen", text) == []


def test_no_fix_where_the_content_is_no_text() -> None:
    [finding] = findings("broken-hyphen", article("More infor- mation.", "No information.").encode() + b"\xff\n")
    assert finding.fix is None


@pytest.mark.parametrize(
    "unit", ["infor-mation information ", "a-", "-a ", "aa- bb ", "http://a-b ", "EU-Regeln EURegeln "]
)
def test_a_million_characters_take_linear_time(unit: str) -> None:
    findings("broken-hyphen", article(unit * (1_000_000 // len(unit)), URL.format("ferry-runsagain" * 10_000)))


def test_many_different_words_take_linear_time() -> None:
    findings("broken-hyphen", article(" ".join(f"A{chr(0x4E00 + n)}-B A{chr(0x4E00 + n)}B" for n in range(20_000))))
