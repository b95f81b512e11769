"""A name of the byline that cannot be an author is reported, and a name is not."""

import pytest

from tests.rules.cases import article, found

IMPLAUSIBLE = {
    "Please Enter Your Name Here": "a placeholder",
    "Admin": "a placeholder",
    "[undefined](#)": "a placeholder",
    "Posted On": "a placeholder",
    "View All Posts": "a placeholder",
    "Follow Ada Brook on Twitter": "a name with words of the page",
    "[Hours Ago Tom Reed](#)": "a name with words of the page",
    "[ada@merrowpost.example](#)": "an address, not a name",
    "[March 14, 2023](#)": "a date",
    "[Do you know the way to the harbour?](#)": "a sentence",
    "[One two three four five six seven eight nine](#)": "a sentence",
    "[A. B. Brook, T. Reed, Kim-Lee Orr, and Ida Holm, SKERRY NEWS](#)": "more than one name",
}
NAMES = [
    "Ana Lind",
    "Reuters",
    "Admin Okland",
    "Anna Posted",
    "Days Holm",
    "Karl von der Heide",
    "April Jones",
    "林若溪",
    "Test Holm",
    "The Merrow Post",
]


@pytest.mark.parametrize(("written", "fact"), IMPLAUSIBLE.items())
def test_what_is_no_author_is_reported(written: str, fact: str) -> None:
    messages = [message for _, _, message in found("implausible-author", _with(written))]
    assert [message.partition("” is ")[2] for message in messages] == [fact]


@pytest.mark.parametrize("name", NAMES)
def test_names_are_not(name: str) -> None:
    assert found("implausible-author", _with(name)) == []


def _with(written: str) -> str:
    return article("Body.", head=f"By {written}")
