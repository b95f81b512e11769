"""Which lines after the gap are credits, and where their captions end."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpusfmt.model.document import Block, Document
from corpusfmt.syntax.credit import Around, CreditLine, find_credit, find_headed_credit
from corpusfmt.syntax.normal_form import text_node
from tests.for_each import for_each, for_each_text
from tests.syntax.credit_lines import (
    CREDITS,
    MORE_CREDITS,
    MORE_NO_CREDITS,
    NO_CREDITS,
    REPEATED_TITLES,
)

BODY = "The first ferry since October sailed on Monday with 61 passengers."


def around(title: str = "Ferry Runs Again", body: str = BODY, author: str = "Ada Brook") -> Around:
    """Return what is around a line: a document with this title, author and body."""
    blocks: list[Block] = [{"type": "paragraph", "content": [text_node(body)]}]
    document: Document = {
        "corpusfmt": "1.0",
        "title": title,
        "byline": [{"name": author}],
        "body": blocks,
    }
    return Around(document, blocks)


def read(line: str, context: Around | None = None) -> CreditLine | None:
    """Return what a line is read as: a possible credit is a paragraph."""
    found = find_credit(line, context or around())
    return None if found is None or found.grade == "possible" else found


def joined(caption: str | None, credit: str) -> str:
    return credit if caption is None else f"{caption} {credit}"


@for_each({joined(caption, credit): (caption, credit) for caption, credit in CREDITS})
def test_a_credit_is_found_and_cut_off_its_caption(case: tuple[str | None, str]) -> None:
    caption, credit = case
    found = read(joined(caption, credit))
    assert found is not None
    assert (found.caption, found.credit) == (caption, credit)


@for_each_text(NO_CREDITS)
def test_what_is_no_credit_is_a_paragraph(line: str) -> None:
    assert read(line) is None


@pytest.mark.parametrize(("title", "line"), REPEATED_TITLES)
def test_a_repeated_title_is_no_credit(title: str, line: str) -> None:
    assert find_credit(line, around(title)) is None
    assert find_headed_credit(line, around(title)) is None


def test_of_other_lines_nine_in_ten_are_read_rightly() -> None:
    """Hold the rate on lines that the rules were not made for; it is 94 % and 4 %."""
    missed = [pair for pair in MORE_CREDITS if read(joined(*pair)) is None]
    made_up = [line for line in MORE_NO_CREDITS if read(line) is not None]
    assert len(missed) <= len(MORE_CREDITS) * 0.1, missed
    assert len(made_up) <= len(MORE_NO_CREDITS) * 0.05, made_up


def measured(name: str) -> list[str]:
    """Return the lines of a list that measures the reader."""
    path = Path(__file__).parent / f"measured_{name}.txt"
    return [line for line in path.read_text("utf-8").splitlines() if line and line[0] != "#"]


def test_of_the_credits_of_agencies_and_outlets_nineteen_in_twenty_are_read_rightly() -> None:
    """Hold the rate on lines that measure the reader; it is 97 %."""
    pairs = [line.split("\t") for line in measured("credits")]
    assert len(pairs) > 400
    wrong = []
    for caption, credit in pairs:
        found = read(f"{caption} {credit}".strip())
        if found is None or (found.caption or "", found.credit) != (caption, credit):
            wrong.append((caption, credit))
    assert len(wrong) <= len(pairs) * 0.05, wrong


def test_of_headings_captions_and_links_one_in_twenty_is_read_as_a_credit() -> None:
    """Hold the rate where nothing but the line itself shows what it is; it is 4 %."""
    lines = measured("paragraphs")
    assert len(lines) > 150
    made_up = [line for line in lines if read(line) is not None]
    assert len(made_up) <= len(lines) * 0.05, made_up


@pytest.mark.parametrize(
    ("line", "grade"),
    [
        ("Reuters", "certain"),
        ("Ida Holm/AP", "certain"),
        ("Photo: Ida Holm", "certain"),
        ("© Ida Holm", "certain"),
        ("Norland Press", "certain"),
        ("The ferry is back. Ida Holm/AP", "certain"),
        ("The ferry is back. Photo: Ida Holm", "certain"),
        ("Ida Holm", "guessed"),
        ("The ferry is back. Ida Holm", "guessed"),
        ("The ferry is back Ida Holm/AP", "guessed"),
        ("The ferry is back. (AP)", "guessed"),
        ("NRK", "guessed"),
        ("林若溪", "guessed"),
        ("Source: Ida Holm", "guessed"),
        ("Photos: Ida Holm", "guessed"),
        ("GIFTS/LOANS", "possible"),
        ("The ferry is back. Source: Ida Holm", "possible"),
        ("The ferry is back. Photo: Ida", "possible"),
    ],
)
def test_the_grade_of_a_credit(line: str, grade: str) -> None:
    found = find_credit(line, around())
    assert found is not None
    assert found.grade == grade


def test_names_of_the_article_are_not_taken_for_its_photographer() -> None:
    assert find_credit("Ida Holm", around(title="Ida Holm Wins")) is None
    assert find_credit("Ida Holm", around(author="Ida Holm")) is None
    assert find_credit("Cancer Causes", around(body="What causes cancer, nobody knows.")) is None
    found = find_credit("Ida Holm", around(body="The captain is Ida Holm."))
    assert found is not None
    assert found.grade == "possible"


def test_an_author_may_have_made_the_picture() -> None:
    line = "The ferry is back at the pier Ada Brook"
    assert find_credit(line, around()) == ("guessed", line[:-10], "Ada Brook")
    assert find_credit("Captain and mate Ada Brook", around()) is None


def test_names_at_the_end_of_a_long_line_are_guessed_if_nothing_else_has_them() -> None:
    line = "On Monday the ferry left the pier of Tarn Ness with few passengers Tom Reed"
    assert find_credit(line, around()) == ("guessed", line[:-9], "Tom Reed")
    assert find_credit(line, around(body="Captain Reed was glad.")) is None
    assert find_credit(line.replace("passengers", "for"), around()) is None
    assert find_credit(line[12:], around()) is not None
    assert find_credit(line[32:], around()) is None
