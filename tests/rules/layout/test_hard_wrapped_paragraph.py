"""A paragraph in lines of one width is found and joined, and intended lines are left alone."""

import textwrap

import pytest

from corpusfmt.rules._shared.prose import between
from tests.rules.cases import article, expected, findings, fixed, found

TEXT = (
    "The ferry to Skerry sailed on Monday for the first time since October, with 61"
    " passengers, four cows and all of"
    " the winter’s mail on board. “It was a little lively out there,” said the captain, and"
    " went below to sleep."
)
GERMAN = (
    "Die Fähre nach Skerry ist am Montag zum ersten Mal seit Oktober ausgelaufen, mit"
    " einundsechzig Passagieren, vier"
    " Kühen und der gesamten Post des Winters an Bord, wie die Reederei am Abend auf der"
    " Insel mitteilte."
)
RUSSIAN = (
    "Паром на остров вышел в понедельник впервые с октября, на борту было шестьдесят"
    " пассажиров, четыре коровы и вся"
    " зимняя почта, как сообщила вечером на острове компания, которой принадлежит паром."
)
MESSAGE = "the paragraph is wrapped into {} lines of at most {} characters"


@pytest.mark.parametrize("width", [50, 60, 72, 80])
@pytest.mark.parametrize("text", [TEXT, GERMAN, RUSSIAN], ids=["English", "German", "Russian"])
def test_a_wrapped_paragraph_is_found_and_joined(text: str, width: int) -> None:
    lines = textwrap.wrap(text, width)
    wrapped = article("\n".join(lines))
    shown = MESSAGE.format(len(lines), max(map(len, lines)))
    assert found("hard-wrapped-paragraph", wrapped) == [("5:1", "\n".join(lines), shown)]
    assert fixed("hard-wrapped-paragraph", wrapped) == article(text)
    assert expected("hard-wrapped-paragraph", wrapped) == ["the paragraph on one line"]


def test_two_lines_are_reported_by_another_paragraph_of_the_same_width() -> None:
    long, short = textwrap.fill(TEXT, 72), textwrap.fill(TEXT[:115], 72)
    assert len(findings("hard-wrapped-paragraph", article(long, short))) == 2
    assert findings("hard-wrapped-paragraph", article(short)) == []
    assert len(findings("hard-wrapped-paragraph", article(textwrap.fill(TEXT, 50), short))) == 1


def test_japanese_is_joined_without_blanks() -> None:
    lines = [
        "フェリーは月曜日、十月以来初めて島へ向けて出航",
        "した。乗客六十一人と牛四頭、それに冬の間の最後の",
        "郵便物を載せていた。",
    ]
    assert fixed("hard-wrapped-paragraph", article("\n".join(lines))) == article("".join(lines))


def test_a_quote_and_an_item_are_joined() -> None:
    quote = "\n".join(f"> {line}" for line in textwrap.wrap(TEXT, 60))
    assert fixed("hard-wrapped-paragraph", article(quote)) == article(f"> {TEXT}")
    item = "- " + "\n  ".join(textwrap.wrap(TEXT, 60))
    assert fixed("hard-wrapped-paragraph", article(item)) == article(f"- {TEXT}")


def test_a_hyphen_at_the_end_of_a_line() -> None:
    lines = [
        "The ferry to Skerry sailed on Monday for a long twenty-",
        "minute trip, as the first one of a new two- and also as",
        "and more.",
    ]
    assert "twenty-minute trip" in fixed("hard-wrapped-paragraph", article("\n".join(lines)))


MEANT = {
    "one line": TEXT,
    "a verse": (
        "The ferry goes out in the morning,\nthe ferry comes home in the night,\nand all is well."
    ),
    "an address": "The harbour office of the island of Little Skerry\n12 Quay Street\nNorland",
    "results": (
        "Kelsby Athletic against Sundholm United on Monday, 2–1\nNorland, 0–0\nSkerry"
        " against Kelsby, 1–4"
    ),
    "speech": (
        "“It was a little lively out there,” said the captain.\n“Was it?”\n“It was, and I am"
        " glad to be home.”"
    ),
    "sentences": "\n".join(
        [
            "The ferry to Skerry sailed on Monday with four cows.",
            "The ferry to Norland sailed on Monday with mail.",
        ]
        * 3
    ),
    "lines of their own length": "\n".join(
        [
            "a ferry to Skerry that sails on Monday with four cows and mail",
            "a ferry to Norland",
            "a ferry to Kelsby with nothing on board but the crew",
        ]
    ),
    "two lines": "The ferry to Skerry sailed on Monday with all of\nthe winter’s mail.",
    "names": (
        "Ada Brook, captain of the ferry to Little Skerry\nIda Holm, who took the"
        " photographs\nTom Reed, master"
    ),
}


@pytest.mark.parametrize("text", MEANT.values(), ids=MEANT)
def test_lines_that_are_meant_are_left_alone(text: str) -> None:
    assert found("hard-wrapped-paragraph", article(text)) == []


def test_no_fix_where_the_content_is_no_text() -> None:
    [finding] = findings(
        "hard-wrapped-paragraph", article(textwrap.fill(TEXT, 60)).encode() + b"\n\xff\n"
    )
    assert finding.fix is None


ODD = (
    "The ferry to Skerry sailed on Monday for the first time\n"
    "since October, with 61 passengers, four cows and all of\n"
    "{odd}\n"
    "the winter, and the captain of the ferry was calm about\n"
    "the sea, which was still full of ice on that morning."
)


def test_one_line_may_be_shorter() -> None:
    text = article(ODD.format(odd="the mail of"))
    assert "the mail of the winter" in fixed("hard-wrapped-paragraph", text)
    whole = article(ODD.format(odd="the mail.").replace("the winter", "The winter"))
    assert "all of the mail.\nThe winter" in fixed("hard-wrapped-paragraph", whole)


def test_two_lines_may_not_be_shorter() -> None:
    text = ODD.format(odd="the mail of").replace("all of\n", "\n")
    assert findings("hard-wrapped-paragraph", article(text.replace(" \n", "\n"))) == []


JOINTS = {
    "words": ("ferry", "sails", " "),
    "Japanese": ("渡し船", "は", ""),
    "a number after Japanese": ("約", "1億円", ""),
    "Japanese after a number": ("61", "名", ""),
    "a number after Thai": ("เรือ", "61", " "),
    "a number after a word": ("about", "61", " "),
    "a word after Japanese": ("渡し船", "AI", " "),
}


@pytest.mark.parametrize(("first", "second", "joint"), JOINTS.values(), ids=JOINTS)
def test_lines_are_joined_as_their_script_needs(first: str, second: str, joint: str) -> None:
    assert between(first, second) == joint


def test_no_fix_joins_the_label_of_a_url_to_a_line() -> None:
    wrapped = textwrap.fill(TEXT, 60)
    text = article(f"{wrapped}\nOriginal url: see the page of the harbour, which has it all")
    assert [finding.fix for finding in findings("hard-wrapped-paragraph", text)] == [None]
    assert len(found("misplaced-url", text)) == 1


@pytest.mark.parametrize("width", [50, 60, 72])
@pytest.mark.parametrize("text", [GERMAN, RUSSIAN], ids=["German", "Russian"])
def test_lines_with_blank_lines_between_them_are_found_and_joined(text: str, width: int) -> None:
    lines = textwrap.wrap(text, width)
    before = "The captain was calm."
    content = article(before, *lines, before)
    shown = f"a paragraph is divided into {len(lines)} lines, with blank lines between them"
    [(place, span, message)] = found("hard-wrapped-paragraph", content)
    assert (place, span, message) == ("7:1", "\n\n".join(lines), shown)
    assert fixed("hard-wrapped-paragraph", content) == article(before, text, before)


APART = {
    "verses": ["the ferry sails at dawn", "the winter mail is gone", "and all the islanders yawn"],
    "headings": [
        "Fähre nach Skerry läuft zum ersten Mal seit Oktober aus",
        "Reederei plant zwei weitere Fahrten nach Norland im Mai",
        "Inselrat lehnt höhere Hafengebühren für Kühe erneut ab",
    ],
    "lines that are not full": [
        "The ferry to Skerry sailed on Monday for the first time",
        "since October",
        "with sixty-one passengers, four cows and the winter's mail",
    ],
    "a list": [
        "Ferry tickets for the islanders of Skerry and for their cows",
        "Harbour fees of the winter, and what is left of those",
        "Quay repairs, as the council of the island has decided",
    ],
    "two lines": textwrap.wrap(GERMAN, 110),
}


@pytest.mark.parametrize("lines", APART.values(), ids=APART)
def test_other_short_paragraphs_are_left_alone(lines: list[str]) -> None:
    content = article("The captain was calm.", *lines, "The captain was calm.")
    assert found("hard-wrapped-paragraph", content) == []
