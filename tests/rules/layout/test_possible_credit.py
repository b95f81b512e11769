"""A first line that reads as a name is shown, and one that reads otherwise is not."""

import pytest

from corpusfmt.syntax.reading import read_document
from tests.rules.cases import article, findings, fixed, found

BODY = "The first ferry since October sailed on Monday with Ida Holm and 60 others."
POSSIBLE = ["Ida Holm", "GIFTS/LOANS", "IDA HOLM"]
OTHERS = [
    "Holm",
    "Tom Reed",
    "How To Backup Your Data",
    "FIRST FERRY",
    "A Night on the Shoal",
    "Ida Holm.",
    "Ida Holm: the winter",
    "Take Off in 2016",
    "潟沼義樹と仲間",
    "Ida Holm\nof Skerry",
    "Wanda" * 20 + " Eriksen",
]


@pytest.mark.parametrize("line", POSSIBLE)
def test_what_may_be_a_credit_is_reported(line: str) -> None:
    message = f"“{line}” is read as a paragraph, but may be a credit"
    assert found("possible-credit", article(line, BODY)) == [("5:1", line, message)]


@pytest.mark.parametrize("line", OTHERS)
def test_what_reads_otherwise_is_not(line: str) -> None:
    assert found("possible-credit", article(line, BODY)) == []


def test_after_a_caption_the_label_is_in_the_span() -> None:
    text = article("The ferry is back. Source: Ida Holm", BODY)
    assert [span for _, span, _ in found("possible-credit", text)] == ["Source: Ida Holm"]


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
    from corpusfmt.api.checking import check

    report = check(article("GIFTS/LOANS", BODY))
    assert [diagnostic.severity for diagnostic in report.diagnostics] == ["info"]
    assert report.exit_code == 0


PARTED = {
    "Photo\nIda Holm": "**Photo: Ida Holm**",
    "Photo\n\nIda Holm": "**Photo: Ida Holm**",
    "The ferry at the pier\nIda Holm/AFP": "The ferry at the pier **Ida Holm/AFP**",
}


@pytest.mark.parametrize(("lines", "line"), PARTED.items())
def test_a_credit_over_two_lines_is_reported_with_a_fix(lines: str, line: str) -> None:
    text = article(lines, BODY)
    assert [span for _, span, _ in found("possible-credit", text)] == [lines]
    assert fixed("possible-credit", text) == article(line, BODY)
    assert "credit" in read_document(article(line, BODY))


@pytest.mark.parametrize(
    "lines",
    [
        "Image\n\nThe clock strikes noon",
        "Salt\n\nIda Holm / AFP",
        "The ferry is late\nand nobody waits",
        "Photo\n\nIda Holm\nTom Reed",
        f"The ferry {'of Merrow ' * 40}\nIda Holm/AFP",
    ],
)
def test_other_pairs_of_lines_are_not(lines: str) -> None:
    assert found("possible-credit", article(lines, BODY)) == []


def test_a_credit_below_a_caption_with_a_link_has_no_fix() -> None:
    text = article("The [pier](https://merrowpost.example/pier) at dawn\n__Reuters__", "Body.")
    assert [one.fix for one in findings("possible-credit", text)] == [None]
