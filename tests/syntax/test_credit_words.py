"""A line after the gap is divided into words, each of a kind."""

from __future__ import annotations

import pytest

from corpusfmt.syntax.credit_words import (
    is_in_sentence,
    is_person_without_case,
    kinds_of,
    words_of,
)


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("Ida Holm/AP", "NN/A"),
        ("ＩＤＡ ＨＯＬＭ／ＡＰ", "UU/A"),
        ("Photo credit: J. van der Lind Jr.", "QIppNN"),
        ("The ferry, “back”. [dpa-Wire]", 'Hx,"x".(A)'),
        ("(c) 2021 Getty Images", "R9A"),
        ("Skarv.no – photo.jpg", "W-x"),
        ("港に戻った。山川太郎撮影", "C.S"),
        ("p.m. U.S. St. Merrow end.", "xIHNx."),
        ("-Ida Holm", "-NN"),
        ("", ""),
    ],
)
def test_kinds_of_words(line: str, kinds: str) -> None:
    assert kinds_of(words_of(line)) == kinds


def test_spans_of_words_are_those_of_the_line() -> None:
    line = "A caption. Photo by Ida Holm / Getty  Images"
    assert [line[word.start : word.end] for word in words_of(line)] == [
        "A", "caption", ".", "Photo by", "Ida", "Holm", "/", "Getty  Images"
    ]  # fmt: skip


def test_names_of_scripts_without_case() -> None:
    line = "港で 山川太郎 港で撮った人"
    assert [is_person_without_case(line, word) for word in words_of(line)] == [False, True, False]


def test_words_that_names_follow_in_a_sentence() -> None:
    line = "taken by Ida"
    assert [is_in_sentence(line, word) for word in words_of(line)] == [False, True, False]
