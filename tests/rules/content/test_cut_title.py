"""A title that ends in the middle of a sentence is reported."""

import pytest

from tests.rules.cases import findings, found


def _titled(title: str, *blocks: str) -> str:
    return f"# {title}\n\n\n\n" + "\n\n".join(blocks or ("Body.",)) + "\n"


CUT = [
    "Harbour Gets a New Clock for the",
    "Ferry Runs Again, Says the Captain of",
    "Hafen bekommt neue Uhr und",
    "Le port et l’horloge de la tour des",
    "Harbour Gets a New Clock,",
    "Harbour Gets a New Clock (",
]
SOUND = [
    "Mobile multimedia slow to catch on",
    "Protect whistleblowers, TUC says",
    "Gemeinde räumt Versäumnisse ein",
    "Und was machst du",
    "What Are You Waiting For",
    "The band called The Band",
]


@pytest.mark.parametrize("title", CUT)
def test_cut_titles_are_reported(title: str) -> None:
    assert len(findings("cut-title", _titled(title))) == 1


@pytest.mark.parametrize("title", SOUND)
def test_whole_titles_are_not(title: str) -> None:
    assert found("cut-title", _titled(title)) == []
