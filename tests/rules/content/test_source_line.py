"""A line about the source or the author is reported among the last blocks."""

import pytest

from corpusfmt.rules._shared.word_lists import read_list
from tests.for_each import for_each
from tests.rules.cases import article, found

LINES = [
    "Editor: Ana Lind",
    "Faktencheck: Ana Lind",
    "Source: Skerry Radio",
    "Quelle: <https://skerrynews.example/a>",
    "Nguồn: Skerry News",
    "(Fuente: Skerry)",
    "Ana Lind is a reporter for the Skerry News.",
    "Per Okland contributed to this report.",
    "Ana Lind ist Redakteurin der Skerry Post.",
]
SOUND = [
    "The source of the river is in Skarv.",
    "She is a reporter?" * 40,
    "The end.",
]


@pytest.mark.parametrize("text", LINES)
def test_lines_are_reported(text: str) -> None:
    messages = [message for _, _, message in found("source-line", article("Body.", text))]
    assert messages == ["a line about the source or the author"]


@for_each({phrase: phrase for phrase in read_list("source_phrases")})
def test_every_label_is_reported_with_a_name_behind_it(phrase: str) -> None:
    for line in (f"{phrase} Skerry News", f"（{phrase}Skerry）"):
        assert found("source-line", article("Body.", line)) != []


@pytest.mark.parametrize("text", SOUND)
def test_sentences_are_not(text: str) -> None:
    assert found("source-line", article("Body.", text)) == []


def test_only_the_last_blocks_are_looked_at() -> None:
    assert found("source-line", article("Body.", LINES[0], "C.", "D.", "E.")) == []


def test_the_url_of_the_article_is_not_reported_twice() -> None:
    text = article("Body.", "Source: <https://skerrynews.example/2023/ferry-runs-again>")
    assert found("source-line", text) == []
    assert len(found("unlabelled-url", text)) == 1
    text = article("Body.", "Source: Skerry Radio", "https://skerrynews.example/ferry-runs-again")
    assert len(found("source-line", text)) == len(found("unlabelled-url", text)) == 1
