"""What is derived from other files is up to date."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpusfmt.lint.rule import CORPUS
from corpusfmt.rules import all_rules
from scripts.generate import outdated, rules_to_sample, sample
from scripts.grammar_words import LISTS, WORDS, entry_pattern, read_entries
from tests.checkout import ROOT


@pytest.mark.slow
def test_the_derived_files_are_up_to_date() -> None:
    names = [str(path.relative_to(ROOT)) for path in outdated()]
    assert names == [], "run `make generate`"


def test_samples_that_were_generated_are_written_again(tmp_path: Path) -> None:
    findings = [{"rule": "layout"}, {"rule": "extra-title"}]
    generated = {"generated": True, "findings": findings}
    by_hand = {"findings": [{"rule": "ambiguous-date"}]}
    (tmp_path / "extra-title.expected.json").write_text(json.dumps(generated))
    (tmp_path / "ambiguous-date-updated.expected.json").write_text(json.dumps(by_hand))
    names = {rule.name for rule in rules_to_sample(tmp_path)}
    every = {rule.name for rule in all_rules() if rule.level != CORPUS}
    assert every - names == {"layout", "ambiguous-date"}
    [text, expected] = sample(next(rule for rule in all_rules() if rule.name == "extra-title"))
    assert text[0].name == "extra-title.txt"
    assert json.loads(expected[1])["generated"] is True


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
