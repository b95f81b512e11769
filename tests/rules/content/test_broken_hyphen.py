"""A hyphen that was left at a line end is found where the article itself says so, and no other."""

import pytest

from tests.rules.cases import article, expected, findings, fixed, found


def shown(*body: str) -> list[tuple[str, str | None]]:
    """The words that are found, and what was expected."""
    text = article(*body)
    return [
        (each[1], right)
        for each, right in zip(
            found("broken-hyphen", text), expected("broken-hyphen", text), strict=True
        )
    ]


WRONG = {
    "a not sign": (["More infor¬mation."], "infor¬mation", "information"),
    "a not sign at a break": (["Mehr Infor¬\nmation."], "Infor¬\nmation", "Information"),
    "a not sign and a space": (["Новая инфор¬ мация."], "инфор¬ мация", "информация"),
    "with a blank": (["More infor- mation.", "No information."], "infor- mation", "information"),
    "at a break": (["More infor-\nmation.", "No information."], "infor-\nmation", "information"),
    "in emphasis of two lines": (
        ["More *infor-*\n*mation* now."],
        "infor-*\n*mation",
        "information",
    ),
    "in an item": (["- More infor-\n  mation."], "infor-\n  mation", "information"),
    "in a quote": (["> More infor-\n> mation."], "infor-\n> mation", "information"),
    "in a compound": (["A long- term plan.", "The long-term plan."], "long- term", "long-term"),
    "German": (
        ["Mehr Infor- mationen.", "Keine Informationen."],
        "Infor- mationen",
        "Informationen",
    ),
    "Russian": (["Новая инфор- мация.", "Старая информация."], "инфор- мация", "информация"),
    "no other copy": (["More infor- mation."], "infor- mation", "information"),
    "opposites": (["Колко струва горе- долу билетът?"], "горе- долу", "горе-долу"),
    "a word and itself": (["Паром едва- едва отошёл."], "едва- едва", "едва-едва"),
    "no other copy, at a break": (["The govern-\nment sails."], "govern-\nment", "government"),
    "no other copy, German": (["Die Regie- rung fährt."], "Regie- rung", "Regierung"),
    "the end of an adverb": (["Der Kapitän fährt den- noch."], "den- noch", "dennoch"),
    "no other copy, Spanish": (["El go- bierno zarpó ayer."], "go- bierno", "gobierno"),
    "no other copy, French": (["Le gouver- nement part."], "gouver- nement", "gouvernement"),
    "no other copy, after an elision": (
        ["L'architec- ture est belle."],
        "architec- ture",
        "architecture",
    ),
    "no other copy, after a curly one": (
        ["C’est l’infor- mation."],
        "infor- mation",
        "information",
    ),
    "no other copy, Polish": (["Prom wypły- nął wczoraj."], "wypły- nął", "wypłynął"),
    "no other copy, Greek": (["Το πλοίο σάλ- παρε χθες."], "σάλ- παρε", "σάλπαρε"),
    "a compound of words that occur": (
        ["A long- term plan is for a long time.", "In her second term she sails."],
        "long- term",
        "long-term",
    ),
}


INSIDE = {
    "English": (["More infor-mation."], "infor-mation", "information"),
    "English, a capital": (["Depart-ments closed."], "Depart-ments", "Departments"),
    "German": (["Die Genossenschaft und die Tätig-keiten."], "Tätig-keiten", "Tätigkeiten"),
    "Spanish": (["La informa-ción salió."], "informa-ción", "información"),
    "Italian": (["La forma-zione parte."], "forma-zione", "formazione"),
    "Dutch": (["De mogelijk-heid is er."], "mogelijk-heid", "mogelijkheid"),
    "Swedish": (["Utred-ningen är klar."], "Utred-ningen", "Utredningen"),
    "a word that occurs": (
        ["The resi-dents left.", "All residents left."],
        "resi-dents",
        "residents",
    ),
    "a Russian word that occurs": (["Новый паром-щик.", "Паромщик."], None, None),
}


@pytest.mark.parametrize(("body", "wrong", "right"), INSIDE.values(), ids=INSIDE)
def test_a_hyphen_inside_a_word_is_found(
    body: list[str], wrong: str | None, right: str | None
) -> None:
    assert shown(*body) == ([(wrong, right)] if wrong else [])
    if right:
        assert right in fixed("broken-hyphen", article(*body))


def test_a_word_that_occurs_is_uncertain() -> None:
    for body, severity in (
        (["More infor-mation."], False),
        (["The resi-dents.", "residents"], True),
    ):
        [finding] = findings("broken-hyphen", article(*body))
        assert finding.is_uncertain == severity


@pytest.mark.parametrize(("body", "wrong", "right"), WRONG.values(), ids=WRONG)
def test_what_the_article_has_otherwise_is_found(body: list[str], wrong: str, right: str) -> None:
    assert shown(*body) == [(wrong, right)]
    text = fixed("broken-hyphen", article(*body))
    assert right in text
    assert wrong not in text
    assert findings("broken-hyphen", text) == []


RIGHT = {
    "suspended": [
        "A two- and three-year plan, a two-and-a-half-year plan.",
        "Haupt- und Nebenfach, Hauptund.",
    ],
    "suspended, abbreviated": ["Das Boot wird morgens ein- bzw. ausgeladen."],
    "suspended, Hungarian": ["A kikötői be- és kirakodás vagy be- vagy kirakodás."],
    "suspended, after a negation": ["Sie steht weder im Handels- noch im Schiffsregister."],
    "suspended, in a row": ["Erst kam ein Fracht- dann ein Segelschiff, ein Floß- aber kein Boot."],
    "suspended, one copy": ["Vor- oder Nachteile, Fett- und Eiweiß."],
    "a dash": [
        "The captain of the ferry had a plan- which the council did not like- and he sailed.",
    ],
    "before a name": ["The way to Karl- Marx Street and to Norland- Skerry is long."],
    "a syllable": [
        "Tàu đến đảo vào thứ hai- ngày mà người dân của đảo đã chờ từ lâu với nhiều hy vọng.",
    ],
    "a compound": ["A data-store for the ferry.", "The datastore is a store of the data."],
    "a prefix": ["They co-operate on the anti-war plan.", "To cooperate on an antiwar plan."],
    "more often with a hyphen": ["A harbour-side café, the harbour-side.", "The harbourside."],
    "what is no ending": ["A self-mention, post-tension, Tse-tung, Loch-ness, gung-ho, get-able."],
    "an ending of a compound": ["A mal-function-tion-box and 3-tion, A-tion, -tion."],
    "lost": ["Die EU-Regeln gelten.", "Neue EURegeln."],
    "dashes": ["He said - and meant - it.", "Page 2-3, B-2 and 1-a."],
}


@pytest.mark.parametrize("body", RIGHT.values(), ids=RIGHT)
def test_what_may_be_meant_is_left_alone(body: list[str]) -> None:
    assert shown(*body) == []


def test_a_heading_and_the_line_below_it_are_two_blocks() -> None:
    assert found("broken-hyphen", "# T\n\n\n\n### More infor-\nmation.\n") == []


def test_no_fix_where_the_content_is_no_text() -> None:
    [finding] = findings(
        "broken-hyphen", article("More infor- mation.", "No information.").encode() + b"\xff\n"
    )
    assert finding.fix is None


@pytest.mark.parametrize("word", ["long- term", "well- known", "vice- président"])
def test_a_word_that_may_have_a_hyphen_has_no_fix(word: str) -> None:
    [finding] = findings("broken-hyphen", article(f"A {word} of the ferry."))
    assert finding.fix is None
    assert finding.expected == f"{word.replace(' ', '')} or {word.replace('- ', '')}"


@pytest.mark.parametrize(
    ("body", "is_uncertain"),
    [
        ("They renewed their- appeals, and waited at their harbour.", True),
        ("The checkpoint- driver said that the checkpoint was closed.", True),
        ("A long- term plan of the long-term council is long.", False),
        ("They had little infor- mation about their harbour.", False),
    ],
)
def test_a_first_part_that_is_a_word_elsewhere_is_uncertain(body: str, is_uncertain: bool) -> None:
    [finding] = findings("broken-hyphen", article(body))
    assert finding.is_uncertain == is_uncertain
    assert ("may be broken" in finding.message) == is_uncertain
