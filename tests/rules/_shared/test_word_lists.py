"""The word lists are written as they are looked up."""

from itertools import pairwise
from pathlib import Path

import pytest

from corpusfmt.rules import _shared
from corpusfmt.rules._shared.boilerplate_phrases import MARKS
from corpusfmt.rules._shared.word_lists import read_frames, read_heads_of_frames, read_list
from tests.for_each import for_each

FILES = sorted((Path(_shared.__file__).parent / "data").glob("*.txt"))
LISTS = {path.stem: read_list(path.stem) for path in FILES}
SHOWN_AS_WRITTEN = {
    "embedded_post_placeholders",
    "embedded_post_signatures",
    "entity_names",
    "latex_commands",
    "legacy_font_words",
    "mask_tokens",
    "office_errors",
    "page_labels",
    "page_terms",
}
BEGINNINGS = ["boilerplate_beginnings", "boilerplate_openers"]


def test_there_are_lists() -> None:
    assert len(LISTS) > 10


@for_each({path.stem: path for path in FILES})
def test_a_list_begins_with_what_an_entry_does(path: Path) -> None:
    head, _, entries = path.read_text("utf-8").partition("\n\n")
    assert all(line.startswith("# ") for line in head.splitlines())
    assert not any(line.startswith("#") for line in entries.splitlines())
    assert "a line" in head.replace("\n# ", " ")


@for_each({name: name for name in LISTS})
def test_an_entry_is_there_once_and_has_no_space_around_it(name: str) -> None:
    entries = LISTS[name]
    assert len(set(entries)) == len(entries)
    assert [entry for entry in entries if entry != entry.lstrip() or not entry.strip()] == []


@for_each({name: name for name in sorted(LISTS.keys() - SHOWN_AS_WRITTEN)})
def test_entries_are_in_lower_case(name: str) -> None:
    assert [entry for entry in LISTS[name] if entry != entry.lower()] == []


def test_the_space_before_another_word_is_kept() -> None:
    assert "volg " in LISTS["boilerplate_openers"]


@pytest.mark.parametrize(
    "name", [*BEGINNINGS, "embedded_post_placeholders", "embedded_post_signatures"]
)
def test_no_beginning_is_found_by_another(name: str) -> None:
    assert [other for one, other in pairwise(sorted(LISTS[name])) if other.startswith(one)] == []


def test_a_whole_line_is_listed_without_the_marks_that_are_ignored_around_it() -> None:
    entries = LISTS["boilerplate_whole"]
    assert [entry for entry in entries if entry != entry.strip(MARKS)] == []
    assert [entry for entry in entries if "i\u0307" in entry] == []


def test_no_channel_is_found_by_another() -> None:
    channels = LISTS["boilerplate_channels"]
    assert [a for a in channels for b in channels if a != b and b in a] == []


@pytest.mark.parametrize("name", BEGINNINGS)
def test_the_beginnings_are_long_enough_to_be_looked_up(name: str) -> None:
    assert [entry for entry in LISTS[name] if len(entry) < 4] == []


def test_a_frame_is_an_entry_for_each_choice() -> None:
    frames = read_frames("boilerplate_continued")
    assert "story continues below the ad" in frames
    assert "text pokračuje po reklamě" in frames
    assert [frame for frame in frames if set(frame) & set("{}|")] == []


@pytest.mark.parametrize("size", [1, 4, 30])
def test_the_heads_of_frames_are_those_of_their_entries(size: int) -> None:
    entries = read_frames("boilerplate_continued")
    found = read_heads_of_frames("boilerplate_continued", size)
    assert found == {entry[:size] for entry in entries}
