"""A line that looks like a date and is read as text is reported, and a sentence is not."""

from dataclasses import replace

import pytest

from corpusfmt.api.articles import format
from corpusfmt.config.policy import default_policy
from corpusfmt.lint.checker import Checker
from corpusfmt.lint.context import Context
from corpusfmt.syntax.reading import read_document
from tests.rules.cases import article, findings, fixed, found

REPORTED = [
    "2 hours ago",
    "hace 3 horas",
    "vor 2 Stunden",
    "Yesterday",
    "March 2023",
    "۱۴۰۱-۱۲-۲۳",
    "14/03/23",
]
SENTENCES = [
    "On March 14, 2023 the ferry sailed.",
    "Chapter 12",
    "3 min read",
    "The winter of 2023 was long",
    "By Ada Brook",
    "摘要：2023年3月14日，由渡轮公司联合港口办公室主办的第三届渡轮论坛在港口会议中心举行，乘客超过七百人。",
]


@pytest.mark.parametrize("line", REPORTED)
def test_a_line_that_looks_like_a_date_is_reported(line: str) -> None:
    message = f"“{line}” looks like a date and is read as text"
    assert found("unread-date", article("Body.", head=line)) == [("3:1", line, message)]


@pytest.mark.parametrize(
    "line",
    [
        "Skerry, March 14, 2023",
        "Ada Brook | Editor | Tuesday, March 14, 2023 | Post",
        "March 14, 2023 · 3 min read",
    ],
)
def test_a_line_of_other_words_and_a_date_is_reported(line: str) -> None:
    message = f"“{line}” has a date and is read as text"
    assert found("unread-date", article("Body.", head=line)) == [("3:1", line, message)]


@pytest.mark.parametrize("line", SENTENCES)
def test_other_lines_are_not(line: str) -> None:
    assert found("unread-date", article("Body.", head=line)) == []


@pytest.mark.parametrize(
    ("line", "fixed_lines"),
    [
        ("Skerry, March 14, 2023", "Skerry\n\nMarch 14, 2023"),
        ("March 14, 2023 · 3 min read", "March 14, 2023\n\n3 min read"),
        (
            "By Ada Brook | March 14, 2023 | 3 min read",
            "By Ada Brook | March 14, 2023\n\n3 min read",
        ),
        ("Merrow Post | 14 March 2023", "Merrow Post\n\n14 March 2023"),
    ],
)
def test_a_date_is_parted_from_other_words(line: str, fixed_lines: str) -> None:
    text = article("Body.", head=line)
    assert fixed("unread-date", text) == article("Body.", head=fixed_lines)
    document = read_document(fixed("unread-date", text))
    assert document["date"] == "2023-03-14"
    assert ("byline" in document) == ("Ada Brook" in line)


@pytest.mark.parametrize(
    "text",
    [
        article("Body.", head="2 hours ago"),
        article("Body.", head="March 2023"),
        article("Body.", head="March 13, 2023\n\nSkerry, March 14, 2023"),
        article("Skerry, March 14, 2023, the sea", "Body."),
    ],
)
def test_other_dates_have_no_fix(text: str) -> None:
    [finding] = findings("unread-date", text)
    assert finding.fix is None


def test_a_second_date_is_reported() -> None:
    text = article("Body.", head="March 14, 2023\n\nMarch 15, 2023")
    assert [place for place, _, _ in found("unread-date", text)] == ["5:1"]


def test_each_of_several_dates_is_reported() -> None:
    dates = [f"March {day}, 2023" for day in (14, 15, 16, 17)]
    text = article("Body.", head="\n\n".join(dates))
    assert [place for place, _, _ in found("unread-date", text)] == ["5:1", "7:1", "9:1"]


def test_a_date_at_the_start_of_the_body_is_reported() -> None:
    text = article("2 hours ago", "The ferry sailed on Monday.")
    assert [place for place, _, _ in found("unread-date", text)] == ["5:1"]


@pytest.mark.parametrize(
    "line",
    [
        "14. März 2023, Merrow",
        "2023. március 14. Anna Holm",
        "14. mar 2023 o 9:02 (aktualizované 15. mar 2023)",
    ],
)
def test_an_item_that_is_a_date_is_reported(line: str) -> None:
    assert [span for _, span, _ in found("unread-date", article(line, "Body."))] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Publishing date: March 14, 2023 • 4 minute read",
        "Tue., March 14, 2023 timer 3 min. read",
    ],
)
def test_a_date_beside_a_reading_time_is_reported(line: str) -> None:
    message = f"“{line}” has a date and is read as text"
    assert found("unread-date", article("Body.", head=line)) == [("3:1", line, message)]


@pytest.mark.parametrize("line", ["14. Die Fähre 2023", "1. March", "2023. The ferry ran"])
def test_another_item_is_not(line: str) -> None:
    assert found("unread-date", article(line, "Body.")) == []


def test_a_guard_does_not_silence_it() -> None:
    text = article("Body.", head="&#77;arch 14, 2023")
    assert [place for place, _, _ in found("unread-date", text)] == ["3:1"]


def test_a_zone_of_several_meanings_is_reported() -> None:
    text = article("Body.", head="March 14, 2023 - 09:02 IST")
    assert found("unread-date", text) == [
        ("3:1", "March 14, 2023 - 09:02 IST", "the time zone “IST” is not read")
    ]


def test_an_impossible_day_has_its_own_rule() -> None:
    assert found("unread-date", article("Body.", head="February 30, 2020")) == []


def test_lines_of_the_first_paragraphs_of_the_body_are_reported() -> None:
    long = "The first ferry since October sailed on Monday with 61 passengers and the mail. " * 2
    short = ["HARBOUR NEWS", "3 min read", "Share", "Comments"]
    assert len(found("unread-date", article(*short, "2 hours ago", "Body."))) == 1
    assert len(found("unread-date", article(*short, long.strip(), "2 hours ago"))) == 1
    below = article(long.strip(), *short, long.strip(), "March 14, 2023")
    assert _severities(below) == ["info"]
    assert found("unread-date", article(*[long.strip()] * 12, "March 14, 2023")) == []


def test_the_date_of_an_embedded_post_is_not_reported() -> None:
    assert (
        found("unread-date", article("Back!\n— Ferries (@ferries) March 14, 2023", "Body.")) == []
    )


def test_without_a_gap_as_many_lines_are_reported_as_with_one() -> None:
    lines = ["# T", "2 hours ago", "Words.", "March 2023", "- one"]
    text = "\n\n".join(lines) + "\n"
    assert found("unread-date", text)[0][2] == found("unread-date", format(text))[0][2]
    assert len(found("unread-date", text)) == len(found("unread-date", format(text))) == 2


def test_a_date_line_that_stranded_date_reports_is_not_reported_again() -> None:
    text = article("March 14, 2023 by Ana Lind", "Body.")
    assert [len(found(rule, text)) for rule in ("stranded-date", "unread-date")] == [1, 0]


def test_a_list_of_dates_is_reported() -> None:
    dates = [f"Tuesday, March {day}, 2023 at 2:30 PM in the hall" for day in (7, 14, 21)]
    assert len(found("unread-date", article(*dates, "Body."))) == 3


def _severities(text: str) -> list[str]:
    checker = Checker(default_policy(only=["unread-date"]))
    return [one.severity for one in checker.check(Context(text, "a.txt")).diagnostics]


CERTAIN = {
    "in the header": article("Body.", head="2 hours ago"),
    "below three lines of the header": article("Body.", head="Sport\n\nShare\n\n2 hours ago"),
    "first in the body": article("2 hours ago", "Body."),
    "below a kicker": article("Sport", "2 hours ago", "Body."),
    "without a gap": "# T\n\n2 hours ago\n\nThe ferry sailed.\n",
}
UNCERTAIN = {
    "below two lines": article("Sport", "The ferry", "2 hours ago", "Body."),
    "below a sentence": article("The ferry to Skerry sailed on Monday. " * 3, "2 hours ago"),
    "one of three": article(*[f"March {day}, 2023 in the hall" for day in (7, 14, 21)]),
    "a table of facts": article("Founder", "A. B.", "Founded", "May 28, 1998; 18 years ago"),
}


@pytest.mark.parametrize("line", ["2h", "Spring 2023", "9:30 am", "Tuesday", "2023"])
def test_what_may_be_a_date_is_info_at_the_head_of_the_page(line: str) -> None:
    for text in (
        article("Body.", head=line),
        article("Body.", head=f"Opinion\n\n{line}\n\nMarch 14, 2023"),
        f"# T\n\n{line}\n\nBody.\n",
    ):
        assert _severities(text) == _severities(format(text)) == ["info"]
    assert _severities(article("One.", "Two.", "Three.", line)) == []


@pytest.mark.parametrize("text", CERTAIN.values(), ids=CERTAIN)
def test_a_date_of_the_header_is_a_warning(text: str) -> None:
    assert _severities(text) == ["warning"]


@pytest.mark.parametrize("text", UNCERTAIN.values(), ids=UNCERTAIN)
def test_a_date_among_the_text_is_info(text: str) -> None:
    assert set(_severities(text)) == {"info"}


def test_the_severity_of_the_settings_holds_for_all() -> None:
    policy = default_policy(only=["unread-date"])
    checker = Checker(replace(policy, severities={"unread-date": "error"}))
    for text in (*CERTAIN.values(), *UNCERTAIN.values()):
        found = checker.check(Context(text, "a.txt")).diagnostics
        assert {one.severity for one in found} == {"error"}


def test_the_head_of_a_page_is_not_reported_as_a_date_too() -> None:
    text = article("March 14, 2023 – Page 1", "It sailed.", "March 14, 2023 – Page 2", "End.")
    assert len(found("running-head", text)) == 2
    assert found("unread-date", text) == []


@pytest.mark.parametrize("line", ["14. März", "14.03.", "14. maj"])
def test_a_day_without_its_year_that_begins_as_an_item_is_reported(line: str) -> None:
    assert [span for _, span, _ in found("unread-date", article("Body.", head=line))] == [line]


@pytest.mark.parametrize("line", ["14. Merrow", "14.13.", "32.03."])
def test_an_item_that_is_no_day_is_not(line: str) -> None:
    assert found("unread-date", article("Body.", head=line)) == []


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("By Ada Brook • March 14, 2023 • 3 min read", "By Ada Brook • March 14, 2023|3 min read"),
        ("Published March 14, 2023 • 3 minute read", "Published March 14, 2023|3 minute read"),
        (
            "14 marzo 2023 alle 9:02 1 minuti di lettura",
            "14 marzo 2023 alle 9:02|1 minuti di lettura",
        ),
    ],
)
def test_a_date_at_the_start_of_the_page_is_written_apart(line: str, lines: str) -> None:
    text = f"# Ferry\n\n{line}\n\nThe ferry sailed on Monday.\n"
    apart = lines.replace("|", "\n\n")
    assert fixed("unread-date", text) == text.replace(line, apart)
    assert "date" in read_document(fixed("unread-date", text))
