"""A heading needs something below it: a text, or a heading of a lower level."""

import pytest

from tests.rules.cases import article, found

BODY = "The first ferry since October sailed on Monday with 61 passengers."
EMPTY = "the heading has nothing below it"

CASES = {
    "none": (article(BODY), []),
    "a text below": (article("### Costs", BODY), []),
    "a list below": (article("### Costs", "- 12 crowns"), []),
    "a lower heading below": (article("### Costs", "#### Adults", BODY), []),
    "as high a heading below": (
        article("### Costs", "### Times", BODY),
        [("5:1", "### Costs", EMPTY)],
    ),
    "several, as of parts": (
        article("### Part One", "### Times", BODY, "### Part Two", "### Costs", BODY),
        [],
    ),
    "a higher heading below": (
        article("#### Costs", "### Times", BODY),
        [("5:1", "#### Costs", EMPTY)],
    ),
    "the end below": (article(BODY, "### **Costs**"), [("7:1", "### **Costs**", EMPTY)]),
    "the address below": (
        article(BODY, "### Costs", "Original url:\n\n<https://skerrynews.example/1>"),
        [("7:1", "### Costs", EMPTY)],
    ),
    "itself below": (article("### Costs", "### Costs", BODY), []),
    "three in a row": (
        article("### A b", "### C d", "### E f", BODY),
        [],
    ),
    "the number of a part": (article(BODY, "### Part 1", "### The Start", BODY), []),
    "the number of a chapter": (article("### Kapitel II", "### Der Anfang", BODY), []),
    "the number in words": (article("### CHAPTER ONE", "### The Start", BODY), []),
    "a Chinese chapter": (article("### 第三章", "### 開始", BODY), []),
    "a section": (article("### OPINION", "### It Is Late", BODY), []),
    "part of a sentence": (
        article("### Part of It", "### It Is Late", BODY),
        [("5:1", "### Part of It", EMPTY)],
    ),
    "a mark without a text": (article("###", BODY), []),
}


@pytest.mark.parametrize(("text", "shown"), CASES.values(), ids=CASES)
def test_headings_with_nothing_below_are_found(
    text: str, shown: list[tuple[str, str, str]]
) -> None:
    assert found("empty-heading", text) == shown
