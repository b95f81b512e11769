"""A line that looks like a byline and is read as text is reported, and a sentence is not."""

import pytest

from tests.rules.cases import article, findings, fixed, found

REPORTED = [
    "By Ada Brook, who lives in Skarv with 3 cats",
    "By Ada Brook [2]",
    "Von Ada Brook und 3 anderen",
    "Автор: Ольга Вітер 24",
    "By ada brook",
    "by ada brook and tom reed",
    "By ada brook, March 14, 2023",
    "Author: ada",
]
SENTENCES = [
    "By noon the harbour was empty",
    "By Friday the water had reached the church",
    "By Ada Brook the sea was calm and grey.",
    "Von dort war es nicht weit",
    "Von merrow",
    "By the sea",
    "By noon",
    "By all of the ferries that ran",
    "HARBOUR NEWS",
]


@pytest.mark.parametrize("line", REPORTED)
def test_a_line_that_looks_like_a_byline_is_reported(line: str) -> None:
    message = f"“{line}” looks like a byline and is read as text"
    assert found("unread-byline", article("Body.", head=line)) == [("3:1", line, message)]


@pytest.mark.parametrize("line", SENTENCES)
def test_other_lines_are_not(line: str) -> None:
    assert found("unread-byline", article("Body.", head=line)) == []


def test_a_second_byline_is_reported() -> None:
    text = article("Body.", head="By Ada Brook\n\nBy Tom Reed")
    assert [place for place, _, _ in found("unread-byline", text)] == ["5:1"]


def test_a_label_alone_is_reported_where_there_are_no_authors() -> None:
    text = article("Body.", head="By\n\nthe sea")
    assert [span for _, span, _ in found("unread-byline", text)] == ["By"]
    assert found("unread-byline", article("Body.", head="By Ada Brook\n\nReporter")) == []


def test_a_name_beside_a_date_is_reported_with_a_fix() -> None:
    text = article("Body.", head="March 14, 2023\n\nAda Brook")
    assert [span for _, span, _ in found("unread-byline", text)] == ["Ada Brook"]
    [finding] = findings("unread-byline", text)
    assert finding.fix is not None
    assert not finding.fix.safe
    assert fixed("unread-byline", text) == article("Body.", head="March 14, 2023\n\nBy Ada Brook")


@pytest.mark.parametrize(
    "head",
    ["Ada Brook", "March 14, 2023\n\nOpinion\n\nAda Brook", "March 14, 2023\n\nPremier League"],
)
def test_another_name_is_not(head: str) -> None:
    assert found("unread-byline", article("Body.", head=head)) == []


def test_a_name_at_the_start_of_the_body_is_not() -> None:
    assert found("unread-byline", "# Ferry\n\nMarch 14, 2023\n\nAda Brook\n\nBody.\n") == []


def test_a_guard_does_not_silence_it() -> None:
    text = article("Body.", head="&#66;y Ada Brook")
    assert [place for place, _, _ in found("unread-byline", text)] == ["3:1"]


def test_a_line_of_the_body_is_reported_unless_stranded_byline_does() -> None:
    assert found("unread-byline", article("Words.", "By Ada Brook", "Body.")) == []
    text = article("By Ada Brook, 24", "Body.")
    assert [span for _, span, _ in found("unread-byline", text)] == ["By Ada Brook, 24"]
