"""What is derived from other files is up to date."""

from __future__ import annotations

import pytest

from scripts.generate import outdated
from scripts.grammar_words import LISTS, WORDS, entry_pattern, read_entries
from tests.checkout import ROOT


@pytest.mark.slow
def test_the_derived_files_are_up_to_date() -> None:
    names = [str(path.relative_to(ROOT)) for path in outdated()]
    assert names == [], "run `make generate`"


@pytest.mark.parametrize(
    ("entry", "pattern"),
    [
        ("AFP", "AFP"),
        ("Sep(t)(ember)", "Sept?(?:ember)?"),
        ("[Cc]r[eé]dit([oi])(s)", "[Cc]r[eé]dit[oi]?s?"),
        ("Getty( Images)", "Getty(?:_Images)?"),
        ("iStock(.com)", r"iStock(?:\.com)?"),
        ("related( stor{y|ies})", "related(?:_stor(?:y|ies))?"),
        ("+", r"\+"),
    ],
)
def test_an_entry_of_a_word_list_is_a_pattern(entry: str, pattern: str) -> None:
    assert entry_pattern(entry, "_") == pattern


@pytest.mark.parametrize("entry", ["a)", "(a", "{a|(b}"])
def test_the_groups_of_an_entry_are_balanced(entry: str) -> None:
    with pytest.raises(ValueError, match="group"):
        entry_pattern(entry, " ")


DATE_LISTS = [f"dates/{path.stem}" for path in sorted((WORDS / "dates").glob("*.txt"))]


@pytest.mark.parametrize("file", [*(words.file for words in LISTS), *DATE_LISTS])
def test_a_word_list_has_no_entry_twice(file: str) -> None:
    entries = read_entries(file)
    assert entries
    assert len(entries) == len(set(entries))
