"""Spaces before commas and full stops are found line by line, and removed."""

import pytest

from tests.for_each import for_each
from tests.rules.cases import article, fixed, found

FOUND = {
    "a full stop": ("It sailed .", "It sailed."),
    "a quotation mark": ("“It sailed! ” she said.", "“It sailed!” she said."),
    "a comma": ("It sailed , she said.", "It sailed, she said."),
    "two spaces": ("It sailed  , she said.", "It sailed, she said."),
    "both": ("It sailed , she said .", "It sailed, she said."),
    "Vietnamese": ("xin cảm ơn anh . Theo trang", "xin cảm ơn anh. Theo trang"),
    "Russian": ("Паром вышел , сказала она.", "Паром вышел, сказала она."),
    "French": ("Le bateau , dit-elle, part.", "Le bateau, dit-elle, part."),
    "after a quotation mark": ("“The Ferry” . It sailed.", "“The Ferry”. It sailed."),
    "Chinese": ("渡轮 ，周一 。", "渡轮，周一。"),
    "Japanese": ("フェリー 、出た 。", "フェリー、出た。"),
    "after a share": ("by 5% , she said", "by 5%, she said"),
}

SOUND = {
    "quotation marks that open and close": "Hon sa: ”Den for.” Sedan: hej. ”Nu” sa hon.",
    "French": "Oui ! Non ? Ainsi : « mot » ; fin.",
    "an ellipsis": "It sailed . . . and came back.",
    "a name": "The .NET runtime and a .com",
    "a number": "about .5 of it",
    "code": "$a . 'x' . $b",
    "Hindi": "नाव चली । वह लौटी ।",
    "Chinese": "渡轮，周一。 船",
    "a Latin word before a Chinese comma": "渡轮 Merrow ，周一",
    "a space between all characters": "渡 轮 周 一 开 航 ， 很 慢 。",
    "a wide space": "渡轮\u3000，周一",
    "no space": "It sailed, she said.",
}


@pytest.mark.parametrize(("text", "meant"), FOUND.values(), ids=FOUND)
def test_the_space_is_found_and_removed(text: str, meant: str) -> None:
    assert fixed("space-before-punctuation", article(text)) == article(meant)


@for_each(SOUND)
def test_sound_text_is_not_found(text: str) -> None:
    assert found("space-before-punctuation", article(text)) == []


def test_each_line_is_one_finding() -> None:
    assert found("space-before-punctuation", "a , b .\n\nc .") == [
        ("1:2", " ,", "space before “,” (and 1 more in this line)"),
        ("3:2", " .", "space before “.”"),
    ]
