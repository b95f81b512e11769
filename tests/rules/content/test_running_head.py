"""The head or foot of a page is reported, and other lines with numbers are not."""

import pytest

from tests.rules.cases import article, found

WHOLE = "The county wants to build a bridge."
CUT, REST = "The ferry was laid", "up for repairs."
LONG = "The council of the island has asked the owner of the"
ENDS = (".", LONG, CUT, "적은", "늘")
"""How the texts around the heads end."""

HEADS = {
    "page of": [WHOLE, "Page 1 of 2", WHOLE],
    "in German": [WHOLE, "Seite 3", WHOLE],
    "in Russian": [WHOLE, "Страница 2 из 5", WHOLE],
    "a number between dashes": [WHOLE, "- 12 -", WHOLE],
    "a line with a page": [WHOLE, "Skerry Post – Page 2", WHOLE, "Skerry Post – Page 3", WHOLE],
    "a line that cuts": [CUT, "Skerry Post 2/4", REST, CUT, "Skerry Post 3/4", REST],
    "numbers that cut": [CUT, "2", REST, CUT, "3", REST],
    "a URL with a page": [WHOLE, "https://skerry.example/ferry 1/3", WHOLE],
    "a jump": [WHOLE, "FERRY: Continued from Page A1", WHOLE, "See FERRY, Page A6", WHOLE],
    "a jump in German": [WHOLE, "Fortsetzung auf Seite 3", WHOLE],
    "a jump in Spanish": [WHOLE, "Sigue en la página 12", WHOLE],
    "a name goes on": [
        LONG,
        "Skerry Post | 2",
        "Merrow to come.",
        LONG,
        "Skerry Post | 3",
        "ferry.",
    ],
    "pages end with a paragraph": [LONG, "Skerry Post 2", REST, WHOLE, "Skerry Post 3", WHOLE],
    "the title and a number": [
        *(LONG, "Ferry Runs Again", "1", "Merrow to come."),
        *(LONG, "Ferry Runs Again", "2", "ferry again."),
    ],
    "the title with a date": [
        *(LONG, "14/3/2023 Ferry Runs Again | Skerry Post", "ferry again."),
        *(WHOLE, "14/3/2023 Ferry Runs Again | Skerry Post", WHOLE),
    ],
    "the name of the paper": [LONG, "THE SKERRY POST", REST, LONG, "THE SKERRY POST", REST],
    "the host": [LONG, "www.skerry.example", REST, LONG, "www.skerry.example", REST],
    "no lower case": [
        *("구읍 도서관은 10년 동안 장부를 한 장씩 옮겨 적은", "솔섬 소식 | 1", "사람들을 불렀다."),
        *("마을의 배는 아침마다 안개 때문에 떠나지 못하고 늘", "솔섬 소식 | 2", "바다를 본다."),
    ],
    "a line with a date": [CUT, "14 March – Skerry 7", REST, CUT, "14 March – Skerry 8", REST],
}
SOUND = {
    "chapters": [WHOLE, "Chapter 1", WHOLE, "Chapter 2", WHOLE],
    "days": [WHOLE, "Monday, 14 March", WHOLE, "Monday, 21 March", WHOLE],
    "results": [CUT, "Skerry 3, Merrow 1", REST, CUT, "Skerry 2, Merrow 4", REST],
    "a sentence": [WHOLE, "It is on page 4 of the plan.", WHOLE],
    "a page cited": [WHOLE, "Plan for the bridge, page 12", WHOLE],
    "footnotes": [
        WHOLE,
        "[1] Ida Holm, Ferries (page 19).",
        WHOLE,
        "[2] Ida Holm, Ferries (page 21).",
    ],
    "equal lines": [CUT, "Skerry Fair 2023", REST, CUT, "Skerry Fair 2023", REST],
    "numbers of a lottery": [WHOLE, "4", "12", "17", WHOLE],
    "a debate": [WHOLE, "The debate continued on 12 March.", WHOLE],
    "a year": [WHOLE, "2023", WHOLE],
    "numbers of which one cuts": [LONG, "1", REST, WHOLE, "2", WHOLE],
    "a list of names": [CUT, "Round 1", "Skerry beat Merrow", "Round 2", "Merrow beat Skerry"],
    "a paper between paragraphs": [WHOLE, "The Skerry Post", WHOLE, "The Skerry Post", WHOLE],
    "an advert": [LONG, "Advertisement", REST, LONG, "Advertisement", REST],
    "a paper once": [LONG, "The Skerry Post", REST],
    "the title once": [LONG, "Ferry Runs Again", REST],
    "the title above paragraphs": [WHOLE, "Ferry Runs Again", WHOLE, "Ferry Runs Again", WHOLE],
    "captions": [LONG, "Picture 1", "The Old Bridge", WHOLE, "Picture 2", "The New Bridge"],
}


@pytest.mark.parametrize("blocks", HEADS.values(), ids=HEADS)
def test_heads_and_feet_are_reported(blocks: list[str]) -> None:
    expected = [block for block in blocks if not block.endswith(ENDS)]
    assert [span for _, span, _ in found("running-head", article(*blocks))] == expected


@pytest.mark.parametrize("blocks", SOUND.values(), ids=SOUND)
def test_other_lines_are_not(blocks: list[str]) -> None:
    assert found("running-head", article(*blocks)) == []


PRINTED = [
    "3/14/23, 9:02 AM Ferry Runs Again - Skerry News",
    "https://skerry.example/ferry 1/3",
    "1 of 3 3/14/2023, 9:02 AM",
    "Ferry Runs Again | Skerry News https://skerry.example/ferry",
    "14.03.2023, 09:02 Ferry Runs Again",
    "https://skerry.example/a Seite 1 von 3",
    "Ferry Runs Again – Skerry News 1/3",
]
NOT_PRINTED = [
    "14.03.2023, 19:30 Uhr Town Hall of Skerry",
    "See https://skerry.example/ferry",
    "Ferry Runs Again in May 2023",
    "The ferry sailed at 9:02",
    "https://skerry.example/ferry",
    "The score was 1/3",
    "Ferry Runs Again, Skerry Law Review, DOI: https://doi.example/10.1234/5-6",
]


@pytest.mark.parametrize("line", PRINTED)
def test_what_a_browser_prints_is_reported(line: str) -> None:
    assert [span for _, span, _ in found("running-head", article("Body.", line, "More."))] == [line]


@pytest.mark.parametrize("line", NOT_PRINTED)
def test_other_lines_with_numbers_are_not(line: str) -> None:
    assert found("running-head", article("Body.", line, "More.")) == []


def test_the_marks_of_a_number_are_shown() -> None:
    text = article("First.", "- 1 -", "Second.", "- 2 -", "Third.", "- 3 -", "Fourth.")
    messages = [message for _, _, message in found("running-head", text)]
    assert messages[0] == "“- 1 -” is the head or foot of a page"
