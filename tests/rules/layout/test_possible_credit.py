"""A first line that reads as a name is shown, and one that reads otherwise is not."""

import pytest

from tests.rules.cases import article, found

BODY = "The first ferry since October sailed on Monday with 61 passengers."
NAMES = [
    "Ida Holm",
    "Ludwig van Beethoven",
    "Ida McCain O’Neil",
    "Ana Lind-Holm",
    "Ольга Петрова",
    "Ángel de la Rosa",
]
NO_NAMES = [
    "Holm",
    "GIRLS BASKETBALL",
    "How To Backup Your Data",
    "Cancer causes",
    "A Night on the Shoal",
    "Ida Holm.",
    "Ida Holm: the winter",
    "Take Off in 2016",
    "潟沼義樹と仲間",
    "Ida Holm\nof Skerry",
    "Wanda" * 20 + " Eriksen",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_reported(name: str) -> None:
    message = f"“{name}” is read as a paragraph, but may be a credit"
    assert found("possible-credit", article(name, BODY)) == [("5:1", name, message)]


@pytest.mark.parametrize("line", NO_NAMES)
def test_what_reads_otherwise_is_not(line: str) -> None:
    assert found("possible-credit", article(line, BODY)) == []


@pytest.mark.parametrize(
    "text",
    [
        article(BODY, "Ida Holm"),
        article("**Ida Holm**", BODY),
        f"# T\n\nIda Holm\n\n{BODY}\n",
        "# T\n\n\n\n",
        "",
    ],
    ids=["elsewhere", "a credit", "no gap", "nothing after the gap", "empty"],
)
def test_only_the_first_line_after_the_gap_is_looked_at(text: str) -> None:
    assert found("possible-credit", text) == []


def test_it_is_information() -> None:
    from corpusfmt.api import check

    report = check(article("Ida Holm", BODY))
    assert [diagnostic.severity for diagnostic in report.diagnostics] == ["info"]
    assert report.exit_code == 0
