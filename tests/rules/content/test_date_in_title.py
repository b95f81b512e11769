"""A part of the title that is nothing but a date is reported."""

import pytest

from tests.rules.cases import findings, fixed, found


def _titled(title: str, *blocks: str) -> str:
    return f"# {title}\n\n\n\n" + "\n\n".join(blocks or ("Body.",)) + "\n"


DATED = {
    "Ferry Runs Again - 2023-03-14": ("2023-03-14", "Ferry Runs Again"),
    "Ferry Runs Again - 2023-03-14 | Skerry Online": (
        "2023-03-14",
        "Ferry Runs Again | Skerry Online",
    ),
    "Ferry Runs Again | March 14, 2023": ("March 14, 2023", "Ferry Runs Again"),
    "Ferry Runs Again (March 14, 2023)": ("March 14, 2023", "Ferry Runs Again"),
    "Die Fähre fährt wieder – 14. März 2023": ("14. März 2023", "Die Fähre fährt wieder"),
    "March 14, 2023: Ferry Runs Again": ("March 14, 2023", "Ferry Runs Again"),
    "[14/03/2023] Ferry Runs Again": ("14/03/2023", "Ferry Runs Again"),
    "2023-03-14 Ferry Runs Again": ("2023-03-14", "Ferry Runs Again"),
    "Ferry Runs Again 14.03.2023": ("14.03.2023", "Ferry Runs Again"),
    "渡船が再開（2023年3月14日）": ("2023年3月14日", "渡船が再開"),
}
SOUND = [
    "The Attacks of September 11, 2001",
    "Ferry Timetable 2023",
    "Ferry (Skerry) Runs Again in 2023",
    "Budget 2023 – What It Says",
    "2023: A Year of Ferries",
    "Skerry 3.2.1 Released",
    "Ferry Runs Again | 1234 Comments",
]


@pytest.mark.parametrize(("title", "parts"), DATED.items())
def test_dates_are_reported(title: str, parts: tuple[str, str]) -> None:
    [finding] = findings("date-in-title", _titled(title))
    assert (_titled(title)[finding.start : finding.end], finding.expected) == parts
    assert finding.fix is None


def test_a_date_is_removed_where_the_article_has_one() -> None:
    text = "# Ferry Runs Again - 2023-03-14\n\nMarch 14, 2023\n\n\n\nBody.\n"
    assert fixed("date-in-title", text).startswith("# Ferry Runs Again\n")


@pytest.mark.parametrize("title", SOUND)
def test_other_titles_are_not(title: str) -> None:
    assert found("date-in-title", _titled(title)) == []


def test_a_date_that_nothing_parts_from_the_title_is_uncertain() -> None:
    titles = ("Harbour Notes 7/21/2016", "Harbour Notes - 2016-07-21")
    uncertain = [findings("date-in-title", _titled(title))[0].is_uncertain for title in titles]
    assert uncertain == [True, False]
