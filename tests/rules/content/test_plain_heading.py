"""A cross-heading that is a plain paragraph is found; captions, labels and dialogue are not."""

import pytest

from tests.rules.cases import article, found

FIRST = "The ferry to Skerry sailed on Monday for the first time since October."
NEXT = "A ticket is twelve crowns, as it was in the autumn, and children sail free until May."
LAST = "The next ferry sails on Friday."
DENSE = "渡轮于星期一恢复开航，这是自去年十月以来的第一次。"

LINES = [
    "What a ticket costs",
    "WHAT A TICKET COSTS",
    "Who is on board?",
    "“Nobody believed it”",
    "Was die Karte kostet",
    "Ce que coûte le billet",
    "Сколько стоит билет",
    "Giá vé của chuyến phà",
]


@pytest.mark.parametrize("line", LINES)
def test_a_short_line_is_found(line: str) -> None:
    [(place, shown, message)] = found("plain-heading", article(FIRST, line, NEXT, LAST))
    assert (place, shown) == ("7:1", line)
    assert message == f"“{line}” may be a heading"


@pytest.mark.parametrize("below", [DENSE * 2, DENSE * 4])
def test_a_line_of_ideographs_is_found(below: str) -> None:
    text = article(DENSE, "船票的价格", below, DENSE)
    assert len(found("plain-heading", text)) == 1


def test_the_paragraph_below_may_be_a_sentence() -> None:
    text = article(
        FIRST, "What a ticket costs", "A ticket is twelve crowns, as it was in the autumn."
    )
    assert len(found("plain-heading", text)) == 1


@pytest.mark.parametrize("below", [DENSE, LAST])
def test_a_line_above_a_short_paragraph_is_not(below: str) -> None:
    assert found("plain-heading", article(DENSE, "船票的价格", below, DENSE)) == []


OTHERS = [
    "A ticket is twelve crowns.",
    "“Nobody believed it.”",
    "“Nobody?”",
    "Photo: Ada Brook",
    "Ada Brook / Norland Press",
    "Costs",
    "what a ticket costs",
    "- What a ticket costs",
    "March 14, 2023",
    "09:30 The ferry sails",
    "See www.skerrynews.example",
    "What a ticket costs, and who pays",
    "@skerrynews on Monday",
    "The line is much too long to be a heading of an article about a ferry that sails",
]


@pytest.mark.parametrize("line", OTHERS)
def test_other_lines_are_left_alone(line: str) -> None:
    assert found("plain-heading", article(FIRST, line, NEXT, LAST)) == []


WHERE = {
    "at the start": ("What a ticket costs", NEXT, LAST, FIRST),
    "at the end": (FIRST, NEXT, LAST, "What a ticket costs"),
    "above a short paragraph": (FIRST, "What a ticket costs", LAST, NEXT),
    "among headings": (FIRST, "### Tickets", NEXT, "What a ticket costs", NEXT, LAST),
    "many": (FIRST, "What a ticket costs", NEXT, "Who is on board", "Who is not"),
}


@pytest.mark.parametrize("body", WHERE.values(), ids=WHERE)
def test_it_must_be_alone_between_paragraphs(body: tuple[str, ...]) -> None:
    assert found("plain-heading", article(*body)) == []
