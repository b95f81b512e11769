"""A date line at the start or the end of the body is found.

A calendar and prose with a date in it are not.
"""

import pytest

from tests.rules.cases import article, expected, findings, fixed, found

BODY = "The first ferry since October sailed on Monday with 61 passengers."
MORE = "The captain said that it had been a little lively out there."

DATES = [
    "March 14, 2023",
    "January 4th, 2017",
    "Tuesday, March 14, 2023 at 9:30 a.m.",
    "Published March 14, 2023",
    "Posted on Tuesday 14 March 2023 at 09:11 by Ana B. Lind.",
    "Last updated: 14/03/2023, 10:30",
    "14 Mar, 2023 14 Mar, 2023",
    "2023-03-14",
    "2023-03-14T09:30",
    "14. März 2023",
    "Dienstag, 14. März 2023, 9.30 Uhr",
    "Veröffentlicht am 14.03.2023",
    "Publié le 14 mars 2023 à 9h30",
    "14 de marzo de 2023",
    "Publicado em 14 de março de 2023",
    "14 марта 2023",
    "Опубликовано: 14.03.2023 09:30",
    "14 березня 2023",
    "14 Mart 2023",
    "2023年3月14日",
    "입력 2023.03.14 09:30",
    "2023년 3월 14일",
]

OTHERS = [
    "Release Date 2023-03-14",
    "March 14",
    "In March 2023",
    "On March 14, 2023 the ferry sailed",
    "March 14, 2023 — Jim Bray",
    "Ferry timetable for 2023",
    "61 passengers and four cows in 2023",
    "Winter 2023",
    "The 14 March 2023 storm",
    "tel. 2023 14 03",
    "2. Auflage 2023",
    "2nd edition, 2023",
    "3.º trimestre 2023",
    "14:30",
]


@pytest.mark.parametrize("line", DATES)
def test_a_date_line_is_found(line: str) -> None:
    message = f"“{line}” is a date line in the body"
    assert found("stranded-date", article(line, BODY)) == [("5:1", line, message)]


@pytest.mark.parametrize("line", OTHERS)
def test_what_only_has_a_year_in_it_is_not(line: str) -> None:
    assert found("stranded-date", article(line, BODY)) == []


CASES = {
    "at the end, with a label": (article(BODY, MORE, BODY, MORE, "Published March 14, 2023"), 1),
    "with an offset": (article("March 14, 2023 - 10:05+09:00", BODY, MORE), 1),
    "with seconds and an offset": (article("Published: 2023-03-14T09:42:15-05:00", BODY, MORE), 1),
    "with seconds in UTC": (article("2023-03-14 09:42:15Z", BODY, MORE), 1),
    "at the end, the article's own": (
        article(BODY, MORE, BODY, MORE, "March 14, 2023", head="March 14, 2023"),
        1,
    ),
    "at the end, of another day": (
        article(BODY, MORE, BODY, MORE, "Norland, 2023", "March 14, 2023", head="April 2, 2023"),
        0,
    ),
    "in the middle, of another day": (
        article(BODY, MORE, BODY, MORE, "March 14, 2023", BODY, MORE, BODY, head="April 2, 2023"),
        0,
    ),
    "in the middle, of a page that is linked": (
        article(BODY, MORE, BODY, MORE, "A Ferry for Skerry", "March 14, 2023", BODY, MORE, BODY),
        0,
    ),
    "at the end of a short article, with a label": (article(BODY, "Published March 14, 2023"), 1),
    "at the end of a short article, a signature": (
        article("Dear Sir,", BODY, "Ana Lind", "Skerry, 14 March 2023"),
        0,
    ),
    "below a name, the article's own": (
        article(BODY, MORE, BODY, MORE, "Ana Lind", "March 14, 2023", head="March 14, 2023"),
        0,
    ),
    "below a kicker": (article("Opinion", "March 14, 2023", BODY, MORE), 1),
    "as an item": (article("- March 14, 2023", BODY), 1),
    "as a heading": (article("### March 14, 2023", BODY), 0),
    "in its place": (article(BODY, head="March 14, 2023"), 0),
    "published and updated": (
        article("Published March 14, 2023", "Updated March 15, 2023", BODY),
        2,
    ),
    "a calendar": (article("March 14, 2023", BODY, "March 15, 2023", MORE), 0),
    "a calendar of long parts": (
        article("March 14, 2023", BODY, MORE, BODY, MORE, "April 1, 2023", BODY, MORE),
        0,
    ),
    "empty": ("", 0),
}


@pytest.mark.parametrize(("text", "count"), CASES.values(), ids=CASES)
def test_where_date_lines_are_found(text: str, count: int) -> None:
    assert len(findings("stranded-date", text)) == count


@pytest.mark.parametrize(
    "text",
    [
        article(BODY, "March 14, 2023"),
        article(BODY, MORE, BODY, MORE, "March 14, 2023"),
        article(BODY, MORE, BODY, BODY, "14. März 2023", BODY, MORE, BODY),
        article(BODY, MORE, BODY, MORE, "Published: March 14, 2023", BODY, MORE, BODY),
    ],
    ids=["short", "at the end", "in the middle", "with a label"],
)
def test_a_date_that_may_be_of_the_article_is_uncertain(text: str) -> None:
    [finding] = findings("stranded-date", text)
    assert finding.is_uncertain
    assert finding.fix is None


def test_a_date_of_the_url_is_certain_wherever_it_is() -> None:
    url = "Original url:\n\n<https://skerrynews.example/2023/03/14/ferry>"
    [finding] = findings(
        "stranded-date", article(BODY, MORE, BODY, MORE, "14 March 2023", BODY, MORE, url)
    )
    assert not finding.is_uncertain


def test_without_a_title_nothing_is_reported() -> None:
    assert found("stranded-date", f"{BODY}\n\nMarch 14, 2023\n\n{BODY}\n") == []


def test_the_message_names_what_is_in_the_place_of_the_date() -> None:
    text = article("2023-03-14", BODY)
    assert expected("stranded-date", text) == ["the date below the title, where there is no date"]
    text = article("2023-03-14", BODY, head="March 15, 2023")
    assert expected("stranded-date", text) == [
        "the date below the title, where there is “March 15, 2023”"
    ]


def test_the_fix_moves_a_date_that_is_missing() -> None:
    moved = article(BODY, head="By Ana Lind\n\nMarch 04, 2023")
    assert (
        fixed("stranded-date", article("Saturday, March 4th, 2023", BODY, head="By Ana Lind"))
        == moved
    )
    assert fixed("stranded-date", article("4 March 2023", BODY)) == article(
        BODY, head="March 04, 2023"
    )


def test_the_fix_leaves_out_the_date_that_is_in_its_place() -> None:
    text = article("2023-03-14", BODY, head="March 14, 2023")
    assert fixed("stranded-date", text) == article(BODY, head="March 14, 2023")


@pytest.mark.parametrize(
    "text",
    [
        article("2023-03-14", BODY, head="March 15, 2023"),
        article("14. März 2023", BODY),
        article("2023-02-30", BODY),
    ],
    ids=["another", "of no known month", "of no calendar"],
)
def test_otherwise_there_is_no_fix(text: str) -> None:
    assert [finding.fix for finding in findings("stranded-date", text)] == [None]


@pytest.mark.parametrize(
    "line",
    [
        "March 14, 2023 by Ana Lind",
        "Updated March 14, 2023",
        "03/04/2023",
        "Published March 14, 2023 | Updated March 15, 2023",
        "March 14, 2023 10:30 IST",
    ],
)
def test_a_line_that_says_more_than_a_date_has_no_fix(line: str) -> None:
    text = article(line, BODY)
    assert [finding.fix for finding in findings("stranded-date", text)] == [None]


def test_the_time_of_a_date_is_moved_too() -> None:
    text = article("Published: March 14, 2023 10:30", BODY)
    assert fixed("stranded-date", text) == article(BODY, head="March 14, 2023 - 10:30")
