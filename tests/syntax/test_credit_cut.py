"""Where a caption ends and its credit begins, and how certain that is."""

from __future__ import annotations

import pytest

from corpusfmt.syntax.credit_cut import Cut, find_cut
from corpusfmt.syntax.credit_words import words_of


@pytest.mark.parametrize(
    ("caption", "credit", "grade"),
    [
        ("The ferry is back.", "Photo: Ida Holm", "certain"),
        ("The ferry is back", "(Photo: Ida Holm)", "certain"),
        ("The ferry is back, one", "photo: Ida Holm", "guessed"),
        ("The ferry is back.", "Photo: Ida", "possible"),
        ("The ferry is back.", "Ida Holm / AP", "certain"),
        ("The ferry is “back.”", "Ida Holm / AP", "certain"),
        ("The ferry is back.", "Ida Holm", "guessed"),
        ("フェリーが港を出る。", "山川太郎", "guessed"),
        ("The ferry (left)", "Ida Holm", "guessed"),
        ("The ferry in fog", "(Ida Holm / AP)", "guessed"),
        ("The ferry in fog", "– AP Photo/Ida Holm –", "guessed"),
        ("The ferry in Skarv", "Ida Holm/AP", "guessed"),
        ("The ferry in Skarv", "NRK / Holm", "guessed"),
        ("The ferry of Skarv", "Merrowpress/Ida Holm", "guessed"),
        ("Captain Tom Reed", "NATO", "guessed"),
        ("台風が過ぎたあとの港", "山川太郎", "guessed"),
    ],
)
def test_the_place_and_the_grade(caption: str, credit: str, grade: str) -> None:
    line = f"{caption} {credit}"
    words = words_of(line)
    cut = find_cut(line, words)
    assert cut is not None
    assert (line[words[cut.start].start :], cut.grade) == (credit, grade)
    assert isinstance(cut, Cut)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "”",
        "The ferry is back.",
        "The ferry is back. Nobody came",
        "The ferry is back. It is late.”",
        "The ferry, says a report by Reuters",
        "Photo: Ida Holm",
    ],
)
def test_lines_without_a_caption_and_a_credit(line: str) -> None:
    assert find_cut(line, words_of(line)) is None
