"""Pieces of a line, and which lines end a sentence."""

from __future__ import annotations

import pytest

from corpusfmt.syntax.credit_lists import first_words, folded
from corpusfmt.syntax.credit_pieces import begins_as_notice, ends_sentence, pieces_of


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("Ida Holm/AP", ["Ida", "Holm", "/", "AP"]),
        ("ＡＰ＝共同", ["AP", "=", "共同"]),
        ("The end.", ["The", "end", "."]),
        ("The end...", ["The", "end", "..."]),
        ("‘The end.’", ["‘The", "end", "."]),
        ("St. J. U.S. nuotr.", ["St.", "J.", "U.S.", "nuotr."]),
        ("-Ida -Holm", ["-", "Ida", "-Holm"]),
        ("– Ida", ["–", "Ida"]),
        ("©Ida", ["©", "Ida"]),
        (
            "CafÃ© lise Ã©lÃ©ve©Ida, Â©Ida",
            ["CafÃ©", "lise", "Ã©lÃ©ve", "©", "Ida", ",", "Â", "©", "Ida"],
        ),
        ("港を出る。山川", ["港を出る", "…", "山川"]),
        ("", []),
    ],
)
def test_pieces(line: str, texts: list[str]) -> None:
    assert [piece.text for piece in pieces_of(line)] == texts


@pytest.mark.parametrize(
    "line",
    [
        "The end.",
        "The end.”",
        "(The end.)",
        "Why?",
        "おわり。",
        "The ferry is longer.",
        ".",
        "x...",
    ],
)
def test_lines_that_end_a_sentence(line: str) -> None:
    assert ends_sentence(line)


@pytest.mark.parametrize(
    "line", ["The end", "Tom Reed Jr.", "St.", "in the U.S.", "LRT nuotr.", "", "”"]
)
def test_lines_that_do_not(line: str) -> None:
    assert not ends_sentence(line)


def test_lines_that_begin_as_a_notice_does() -> None:
    assert begins_as_notice("Photo by Ida.")
    assert begins_as_notice("(c) Ida.")
    assert begins_as_notice("– © Ida.")
    assert begins_as_notice("Fot. Ida.")
    assert not begins_as_notice("The photo.")
    assert not begins_as_notice("")


def test_each_label_notice_and_source_may_begin_a_line() -> None:
    words = first_words(folded("credit_labels", "credit_notices", "picture_words"))
    for word in words:
        for line in (word, f"{word} Ada", f"{word.upper()}: Ada", f"({word} Ada)"):
            assert begins_as_notice(line), line
