"""Links that lead nowhere are found one by one, and all others are not."""

import pytest

from corpusfmt.rules import all_rules
from tests.rules.cases import article, found


def shown(said: str, address: str) -> str:
    return f"the link “{said}” leads nowhere: " + (
        f"its URL is “{address}”" if address else "it has no URL"
    )


@pytest.mark.parametrize(
    "address",
    ["#", "#!", "void(0)", "about:blank", "https://example.com", "http://www.example.org/page"],
)
def test_an_address_that_leads_nowhere_is_found(address: str) -> None:
    assert found("placeholder-link", article(f"The [табло]({address}) is new.")) == [
        ("5:13", address, shown("табло", address))
    ]


@pytest.mark.parametrize("address", ["", "<>"])
def test_no_address_at_all_is_found(address: str) -> None:
    [(place, _, message)] = found(
        "placeholder-link", article(f"The [timetable]({address}) is new.")
    )
    assert place in ("5:16", "5:17")
    assert message == shown("timetable", "")


def test_each_link_is_found_wherever_it_is() -> None:
    text = article(
        "A [b](#).", "**More:** [c](#), [d](/d)", head="By [Ana Lind](#) and [Per Okland](#)"
    )
    assert [place for place, _, _ in found("placeholder-link", text)] == [
        "3:15",
        "3:35",
        "7:7",
        "9:15",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A [b](https://skerrynews.example/#).",
        "A [b](https://example.com.skerry.example/a).",
        "A [b](https://counterexample.org/a).",
        "A page such as https://example.com or <https://example.com/a>.",
        "A [b](#comments).",
        "A \\[b](#).",
        "A [b] (#).",
        "A [b](javascript:void(0)).",
        "Room # 7.",
        "b](#)",
    ],
)
def test_other_links_and_text_are_not(text: str) -> None:
    assert found("placeholder-link", article(text)) == []


def test_it_is_off_by_default() -> None:
    assert [rule.is_on for rule in all_rules() if rule.name == "placeholder-link"] == [False]
