"""A finding in its article: the range is marked exactly, and the text around it is bounded."""

from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.stats.excerpt import Excerpt, make_excerpt
from corpusfmt.text.source import SourceText


def excerpt(text: str, start: tuple[int, int], end: tuple[int, int]) -> Excerpt:
    return make_excerpt(SourceText(text, "a.txt"), start, end)


def test_the_lines_around_a_place_are_shown() -> None:
    assert excerpt("one\ntwo three\nfour\n", (2, 5), (2, 8)) == ("one\ntwo ", "thr", "ee\nfour")


def test_blank_lines_around_a_place_are_not_shown() -> None:
    assert excerpt("one\n\ntwo\n\nthree\n", (3, 1), (3, 4)) == ("", "two", "")


def test_a_place_may_have_several_lines() -> None:
    assert excerpt("one\ntwo\nthree\nfour", (1, 3), (3, 3)) == ("on", "e\ntwo\nth", "ree\nfour")
    assert excerpt("one\ntwo\n", (1, 1), (2, 1)) == ("", "one\n", "two")


def test_a_place_may_be_empty_and_at_the_end() -> None:
    assert excerpt("", (1, 1), (1, 1)) == ("", "", "")
    assert excerpt("one", (1, 4), (1, 4)) == ("one", "", "")


def test_what_cannot_be_seen_is_pictured() -> None:
    assert excerpt("a\u200bb\x07\u202e", (1, 2), (1, 3)) == ("a", "·", "b␇·")


def test_long_text_is_cut() -> None:
    shown = excerpt("a" * 999 + "b" * 999 + "c" * 999, (1, 1000), (1, 1999))
    assert shown.before == "…" + "a" * 200
    assert shown.marked == "b" * 150 + " … " + "b" * 150
    assert shown.after == "c" * 200 + "…"


def test_many_lines_are_cut() -> None:
    shown = excerpt("line\n" * 99, (1, 1), (99, 5))
    assert shown == ("", "line\n" * 6 + "line…", "")


@given(st.text(alphabet="ab \n\r\x85", max_size=40), st.data())
def test_any_range_has_an_excerpt(text: str, data: st.DataObject) -> None:
    source = SourceText(text, "a.txt")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    marked = excerpt(text, source.position(start), source.position(end)).marked
    assert len(marked) <= len(text) + 3
    if "\n" not in text and "\r" not in text:
        assert marked == text[start:end].replace("\x85", "·")
