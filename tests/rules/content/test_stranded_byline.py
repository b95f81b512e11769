"""A paragraph that is nothing but a label and names is a byline.

Prose that begins with the same words is not.
"""

import pytest

from tests.rules.cases import article, expected, findings, fixed, found

BODY = "The first ferry since October sailed on Monday with 61 passengers."

BYLINES = [
    "By Ana Lind",
    "by Ana Lind",
    "BY ANA LIND",
    "By Ana Lind and Per Okland",
    "By Ana Lind, Per Okland and Tom Reed",
    "By Ana Lind / Norland Post",
    "By Ana Lind, Norland Press",
    "By Ana Lind: April 4, 2016",
    "-- By Ana Lind Follow @analind",
    "By Ludwig van der Berg",
    "By A. B. O’Neil",
    "Written by Ana Lind",
    "By: Ana",
    "Author: Ana Lind",
    "Von Ida Holm und Per Okland",
    "Par Jeanne Dupré",
    "Por Ana López y Luis Díaz",
    "di Anna Rossi",
    "Door Jan de Boer",
    "Av Åsa Öberg",
    "Автор: Ольга Петрова",
    "Autor: Jan Kowalski",
    "Tác giả: Kylie",
    "Tác giả Trọng Nghĩa",
    "記者王小明/台北報導",
    "By Reuters",
    "By The Associated Press",
    "By Reuters and Ana Lind",
    "By skerrynews.example",
    "By Ana June Lind",
    'By Ana "Ani" Lind',
    "By Ana Lind (Senior Reporter)",
    "By मीनाक्षी रावत and इरफ़ान अंसारी",
    "By 김혜진",
    "By 林若溪 and 周伯言",
    "文/李梅",
    "作者：张三",
]

PROSE = [
    "By Tuesday the ferry had sailed twice",
    "By Monday Evening",
    "By June",
    "By June Everyone Knew",
    "By Rail",
    "By Design",
    "By 2030",
    "By www",
    "By Royal Appointment",
    "By the Numbers",
    "BY THE NUMBERS",
    "By Land and Sea",
    "By Christmas",
    "By comparison, the ferry of Merrow is often late.",
    "By Ana Lind, who sailed on the first ferry since October.",
    "By Ana",
    "Von der Leyen",
    "Von Montag bis Freitag",
    "Par exemple",
    "Por Favor",
    "Di Maio",
    "Di Maio e Salvini",
    "Author",
    "Autor unbekannt",
    "Avenue Road",
    "Parking Lot Closed",
    "文学的春天",
    "記者会見",
    "By Ana Lind " * 20,
    "By Ana Lind/AP.",
    "By ANA LIND/AFP",
    "Von Ida Holm/Norland Press.",
]


@pytest.mark.parametrize("line", BYLINES)
def test_a_byline_in_the_body_is_found(line: str) -> None:
    message = f"“{line}” is a byline in the body"
    assert found("stranded-byline", article(line, BODY)) == [("5:1", line, message)]


@pytest.mark.parametrize(
    "line", ["By The Skerry Record", "By SKN", "By SkerryNews", "By 日刊白鳥", "By Harbour & Sons"]
)
def test_a_paper_or_a_company_may_be_the_author(line: str) -> None:
    [finding] = findings("stranded-byline", article(line, BODY))
    assert finding.is_uncertain
    assert findings("stranded-byline", article(line, BODY, head="By Ana Lind")) == []
    assert findings("stranded-byline", article(*[BODY] * 3, line, *[BODY] * 3)) == []


@pytest.mark.parametrize(
    "line", ["By The Numbers", "By Design", "By Order of the Harbour.", "By the Sea", "By The Way"]
)
def test_other_words_after_by_are_not(line: str) -> None:
    assert findings("stranded-byline", article(line, BODY)) == []


def test_the_author_of_verses_is_not() -> None:
    verses = (
        "The ferry sails, the ferry sails,\nThe winter has no end,\nThe captain counts his nails."
    )
    assert found("stranded-byline", article(BODY, "The Ferry", "By Ana Lind", verses, BODY)) == []
    assert found("stranded-byline", article("By Ana Lind", "March 14, 2023", verses, BODY)) == []


def test_the_author_of_verses_that_are_paragraphs_is_not() -> None:
    verses = ["The ferry sails, the ferry sails,", "the winter has no end;", "Its captain waits."]
    text = article(BODY, "The Ferry", "By Ana Lind", *verses, BODY)
    assert found("stranded-byline", text) == []
    assert found("unread-byline", text) == []
    lines = ["Share this article", "3 min read", "It sailed on Monday."]
    assert len(found("stranded-byline", article("By Ana Lind", *lines, BODY))) == 1


@pytest.mark.parametrize("above", ["![](https://a.example/ferry.jpg)", "> It is wide."])
def test_who_took_a_picture_or_said_a_quote_is_not(above: str) -> None:
    text = article(BODY, above, "By Ana Lind", BODY)
    assert found("stranded-byline", text) == []


@pytest.mark.parametrize("line", PROSE)
def test_prose_is_not(line: str) -> None:
    assert found("stranded-byline", article(BODY, line.strip(), BODY)) == []


@pytest.mark.parametrize(
    "text",
    [
        article(BODY, head="By Ana Lind"),
        article("### By Ana Lind", BODY),
        article("> By Ana Lind", BODY),
        "",
    ],
    ids=["in its place", "a heading", "a quote", "empty"],
)
def test_only_paragraphs_of_the_body_are_looked_at(text: str) -> None:
    assert found("stranded-byline", text) == []


def test_without_a_title_nothing_is_reported() -> None:
    assert found("stranded-byline", f"{BODY}\n\nBy Ana Lind\n\n{BODY}\n") == []


def test_the_message_names_what_is_in_the_place_of_the_byline() -> None:
    text = article("By Ana Lind", BODY)
    assert expected("stranded-byline", text) == [
        "the byline below the title, where there is no byline"
    ]
    text = article("By Ana Lind", BODY, head="By Per Okland and Tom Reed")
    assert expected("stranded-byline", text) == [
        "bylines only below the title, where there is “Per Okland, Tom Reed”"
    ]


def test_the_fix_moves_a_byline_that_is_missing() -> None:
    text = article("by Ana Lind and Per Okland", BODY, head="March 14, 2023")
    moved = article(BODY, head="By Ana Lind, Per Okland\n\nMarch 14, 2023")
    assert fixed("stranded-byline", text) == moved
    assert fixed("stranded-byline", article(BODY, "Von Ida Holm")) == article(
        BODY, head="By Ida Holm"
    )


def test_the_fix_leaves_out_the_byline_that_is_in_its_place() -> None:
    text = article("BY ANA LIND", BODY, head="By Ana Lind and Per Okland")
    assert fixed("stranded-byline", text) == article(BODY, head="By Ana Lind and Per Okland")


@pytest.mark.parametrize(
    "text",
    [
        article("By Ana Lind", BODY, head="By Per Okland"),
        article("By Ana Lind: March 14, 2023", BODY),
        article("By Ana Lind", "AP", BODY),
    ],
    ids=["another", "a date", "what follows would be a credit"],
)
def test_otherwise_there_is_no_fix(text: str) -> None:
    assert [finding.fix for finding in findings("stranded-byline", text)] == [None]


def test_only_the_first_is_moved() -> None:
    text = article("By Ana Lind", BODY, "By Ana Lind", BODY)
    assert [finding.fix is not None for finding in findings("stranded-byline", text)] == [
        True,
        False,
    ]


def test_bylines_of_parts_of_the_article_are_not_found() -> None:
    assert findings("stranded-byline", article("By Ana Lind", BODY, "By Per Okland", BODY)) == []


def test_headings_of_a_report_are_not_found() -> None:
    text = article("### By Region", BODY, "### By Type", BODY, "**By End User**", BODY)
    assert found("stranded-byline", text) == []


def test_a_label_without_a_name_is_no_byline() -> None:
    assert findings("stranded-byline", article("By", BODY)) == []


def test_a_name_that_links_to_a_page_is_not_moved_without_its_link() -> None:
    linked = article("By [Ana Lind](https://skerrynews.example/ana)", "Body.")
    assert [finding.fix for finding in findings("stranded-byline", linked)] == [None]
    placeholder = article("By [Ana Lind](#)", "Body.")
    assert [finding.fix is None for finding in findings("stranded-byline", placeholder)] == [False]
