"""A paragraph that occurs twice is found, with all that is repeated beside it.

A pull quote and short lines are not.
"""

import pytest

from corpusfmt.lint.context import Context
from corpusfmt.rules.content.duplicate_paragraph import check
from tests.rules.cases import article, expected, findings, fixed, found

BODY = "The first ferry since October sailed on Monday with 61 passengers."
MORE = "The captain said that it had been a little lively out there, and went to bed."
LAST = "The next one sails on Friday."
AGAIN = "the paragraph repeats line 5"
WIDE = "月曜日、十月以来初めての連絡船が六十一人の乗客を乗せて出航した。"

PLAN = [
    f"The ferry sails on day {day} of the week, as the harbour office says." for day in range(5)
]
ENTRY = "08:00 to 09:30, the small ferry from the new quay of Norland to Skerry"

CASES = {
    "once": (article(BODY, LAST), []),
    "twice": (article(BODY, LAST, BODY), [("9:1", BODY, AGAIN)]),
    "twice in a row": (article(BODY, BODY, LAST), [("7:1", BODY, AGAIN)]),
    "three times": (
        article(BODY, LAST, BODY, MORE, BODY),
        [("9:1", BODY, AGAIN), ("13:1", BODY, AGAIN)],
    ),
    "two in a row": (
        article(BODY, MORE, LAST, BODY, MORE),
        [("11:1", f"{BODY}\n\n{MORE}", "2 blocks repeat those from line 5 on")],
    ),
    "with what is between": (
        article(BODY, LAST, MORE, BODY, LAST, MORE),
        [("11:1", f"{BODY}\n\n{LAST}\n\n{MORE}", "3 blocks repeat those from line 5 on")],
    ),
    "with its heading": (
        article(LAST, "### **Costs**", BODY, LAST, "### **Costs**", BODY),
        [("13:1", f"### **Costs**\n\n{BODY}", "the paragraph repeats line 9")],
    ),
    "under another heading": (
        article("### **Costs**", BODY, LAST, "### **Times**", BODY),
        [("13:1", BODY, "the paragraph repeats line 7")],
    ),
    "short lines": (article(LAST, "More", LAST, "More"), []),
    "headings": (article(f"### {BODY}", LAST, f"### {BODY}", "More"), []),
    "as a quote": (article(BODY, LAST, f"> {BODY}"), []),
    "with a mark": (
        article(BODY, LAST, BODY.replace("61", "**61**")),
        [("9:1", BODY.replace("61", "**61**"), AGAIN)],
    ),
    "in another case": (article(BODY, BODY.upper()), []),
    "of wide characters": (article(WIDE, "次は金曜日。", WIDE), [("9:1", WIDE, AGAIN)]),
    "short of wide characters": (article(WIDE[:20], "次は金曜日。", WIDE[:20]), []),
    "of the intro": (
        article(BODY, LAST, head=BODY),
        [("7:1", BODY, "the paragraph repeats the intro in line 3")],
    ),
    "of the subtitle": (
        article(BODY, LAST, head=f"## {BODY}"),
        [("7:1", BODY, "the paragraph repeats the subtitle in line 3")],
    ),
    "in a row": (
        article(BODY, BODY, BODY, BODY, LAST),
        [("7:1", f"{BODY}\n\n{BODY}\n\n{BODY}", "3 blocks repeat line 5")],
    ),
    "an entry of a plan": (
        article(*PLAN, ENTRY, LAST, ENTRY, LAST),
        [],
    ),
    "a line at the start": (
        article(ENTRY, LAST, LAST[:-1] + ", too.", ENTRY),
        [("11:1", ENTRY, "the paragraph repeats line 5")],
    ),
    "a caption in a row": (
        article(*PLAN, ENTRY, ENTRY, LAST),
        [("17:1", ENTRY, "the paragraph repeats line 15")],
    ),
    "of the caption": (
        article(f"{BODY} **Ida Holm**", BODY, LAST),
        [("7:1", BODY, "the paragraph repeats the caption in line 5")],
    ),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("text", "shown"), CASES.values(), ids=CASES)
def test_what_is_repeated_is_found(text: str, shown: list[tuple[str, str, str]]) -> None:
    assert found("duplicate-paragraph", text) == shown


def test_what_was_expected() -> None:
    assert expected("duplicate-paragraph", article(BODY, BODY)) == ["each paragraph only once"]
    assert expected("duplicate-paragraph", article(BODY, LAST, head=BODY)) == [
        "the text of the intro only once"
    ]


def test_the_fix_leaves_the_second_out() -> None:
    assert fixed("duplicate-paragraph", article(BODY, LAST, BODY)) == article(BODY, LAST)
    assert fixed("duplicate-paragraph", article(BODY, BODY, LAST)) == article(BODY, LAST)
    assert fixed("duplicate-paragraph", article(LAST, "### A", BODY, "### A", BODY)) == article(
        LAST, "### A", BODY
    )


def test_the_option_says_what_is_long() -> None:
    text = article(LAST, "More", LAST)
    assert len(list(check(Context(text, options={("duplicate-paragraph", "shortest"): 20})))) == 1


@pytest.mark.parametrize(
    ("body", "uncertain"),
    [
        ([BODY, LAST, BODY], [False]),
        ([BODY, LAST, BODY, MORE, BODY], [True, True]),
        ([BODY, BODY, BODY], [False]),
        ([BODY, LAST, BODY, BODY], [False, False]),
    ],
)
def test_what_recurs_is_uncertain(body: list[str], uncertain: list[bool]) -> None:
    found = findings("duplicate-paragraph", article(*body))
    assert [finding.is_uncertain for finding in found] == uncertain
