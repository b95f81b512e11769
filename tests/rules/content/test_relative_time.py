"""A block that is only a relative time is reported."""

import pytest

from tests.rules.cases import article, found

TIMES = [
    "2 hours ago",
    "vor 12 Minuten",
    "il y a 3 heures",
    "hace 5 minutos",
    "5 минут назад",
    "3時間前",
    "yesterday",
]
LONG = "The first ferry since October sailed on Monday with 61 passengers and all of the mail. " * 2
OTHERS = [
    "14:05",
    "March 14, 2023",
    "February 28, 1998; 18 years ago",
    "Two hours ago, the ferry left.",
    "A year ago in Skerry",
    "12 Minuten",
    "Ferry",
]


@pytest.mark.parametrize("text", TIMES)
def test_relative_times_are_reported(text: str) -> None:
    blocks = (LONG.strip(), LONG.strip(), "Third.", f"### {text}", "Body.", text, "End.")
    assert [span for _, span, _ in found("relative-time", article(*blocks))] == [
        f"### {text}",
        text,
    ]


@pytest.mark.parametrize("text", OTHERS)
def test_other_blocks_are_not(text: str) -> None:
    blocks = (LONG.strip(), LONG.strip(), "Third.", f"### {text}", "Body.", text, "End.")
    assert found("relative-time", article(*blocks)) == []
