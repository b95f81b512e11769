"""Names of persons differ from those of papers and places by their words."""

import pytest

from corpusfmt.syntax.byline_persons import is_person


@pytest.mark.parametrize(
    "name", ["Ada Brook", "Karl von der Heide", "Ana-Maria O’Neill", "A. Brook"]
)
def test_persons(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "Ada",
        "Ada Eva Ida Brook Lind",
        "ada brook",
        "Merrow Times",
        "Port Merrow",
        "Senior Reporter",
        "Latest Stories",
        "Agence Reuters",
        "Ada Brook2",
        "Ada &#66;rook",
    ],
)
def test_other_names(name: str) -> None:
    assert not is_person(name)
