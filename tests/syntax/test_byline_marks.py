"""Marks of bold and emphasised words are skipped, those inside words and URLs are not."""

import pytest

from corpusfmt.syntax.byline_marks import without_brackets, without_marks


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("By Ada Brook", "By Ada Brook"),
        ("**By Ada Brook**", "By Ada Brook"),
        ("**By:** Ada *Brook*, ___Tom___", "By: Ada Brook, Tom"),
        ("*A* *B*", "A B"),
        ("[*Ada*](/_a_/*b*)", "[Ada](/_a_/*b*)"),
        ("By [Ada](#_a_) _Tom_", "By [Ada](#_a_) Tom"),
        ("By **[Ada](#)**", "By [Ada](#)"),
        ("[*Ada*](</_a_ *b*>) *c*", "[Ada](</_a_ *b*>) c"),
        ("[*Ada*](/(*b*)) *c*", "[Ada](/(*b*)) c"),
    ],
)
def test_marks_of_words_are_skipped(line: str, text: str) -> None:
    read = without_marks(line)
    assert len(read) == len(line)
    assert read.replace("\v", "") == text


@pytest.mark.parametrize(
    "line",
    [
        "By Ada**",
        "By * Ada *",
        "By *Ada *",
        r"By \*Ada*",
        r"By *Ada\*",
        r"By *\*[Ada](#)",
        "By a_da_b",
        "By *Ada*s",
        "_ada_@norland.example",
        "@_ada_",
        "****",
        "*Ada\nBrook*",
    ],
)
def test_other_characters_remain(line: str) -> None:
    assert without_marks(line) == line


@pytest.mark.parametrize(
    "line",
    ["[By Ada Brook]", " 〔記者林若溪〕 ", "【記者林若溪】", "［記者林若溪］", "（文：林若溪）"],
)
def test_brackets_around_a_line_are_skipped(line: str) -> None:
    read = without_brackets(line)
    assert read.strip() == line.strip()[1:-1]
    assert read.index(read.strip()) == line.index(read.strip())


@pytest.mark.parametrize(
    "line", ["By [Ada]", "[By Ada](#)", "[By] [Ada]", "[By Ada", "By Ada]", "〔記者]", "", "["]
)
def test_other_brackets_are_not(line: str) -> None:
    assert without_brackets(line) == line
