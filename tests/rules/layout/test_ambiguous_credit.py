"""A credit that was guessed is found in its place in the line."""

import pytest

from tests.rules.cases import article, expected, findings, found

BODY = "The first ferry since October sailed on Monday with 61 passengers."
CASES = {
    "no credit": (article(BODY, "More."), []),
    "in bold": (article("A caption **Ida Holm**", BODY), []),
    "known by its words": (article("Ida Holm / Norland Press", BODY), []),
    "certain after a full stop": (article("The ferry leaves Skerry. Ida Holm/AFP", BODY), []),
    "a name": (article("Ida Holm", BODY), [("5:1", "Ida Holm")]),
    "no body after it": (article("GCIS"), []),
    "run on behind a full stop": (
        article("The ferry leaves Skerry on Monday. Ida Holm", BODY),
        [("5:36", "Ida Holm")],
    ),
    "a heading": (article("### **Ida Holm / AFP** ", BODY), [("5:7", "Ida Holm / AFP")]),
    "capitals": (article("GCIS", BODY), [("5:1", "GCIS")]),
    "a name of two to five Han characters": (article("潟沼義樹", BODY), [("5:1", "潟沼義樹")]),
    "behind a carriage return": (article("GCIS", BODY).replace("\n", "\r\n"), [("5:1", "GCIS")]),
}


@pytest.mark.parametrize(("text", "shown"), CASES.values(), ids=CASES)
def test_guessed_credits_are_found(text: str, shown: list[tuple[str, str]]) -> None:
    assert found("ambiguous-credit", text) == [
        (at, span, f"“{span}” is read as the credit, but may not be one") for at, span in shown
    ]


@pytest.mark.parametrize(
    "credit",
    [
        "Ida Holm/AFP",
        "Getty",
        "Reuters via Getty Images",
        "Norlandfoto/Ida Holm",
        "– AP Photo/Ida Holm –",
    ],
)
def test_what_shows_a_credit_behind_a_caption_is_uncertain(credit: str) -> None:
    text = article(f"The ferry leaves Skerry in winter {credit}", BODY)
    [finding] = findings("ambiguous-credit", text)
    assert finding.message == f"“{credit}” is read as the credit, but it may begin elsewhere"
    assert finding.is_uncertain


@pytest.mark.parametrize("credit", ["山川太郎撮影", "山川太郎提供"])
def test_a_word_that_ends_as_a_credit_behind_a_caption_is_uncertain(credit: str) -> None:
    text = article(f"島を出るフェリー＝三月六日、北の港で {credit}", "フェリーは月曜日に出た。")
    [finding] = findings("ambiguous-credit", text)
    assert finding.message == f"“{credit}” is read as the credit, but it may begin elsewhere"
    assert finding.is_uncertain


def test_names_behind_a_caption_may_be_no_credit() -> None:
    text = article("The ferry leaves Skerry on Monday. Ida Holm", BODY)
    [finding] = findings("ambiguous-credit", text)
    assert not finding.is_uncertain


def test_bold_is_expected() -> None:
    assert expected("ambiguous-credit", article("GCIS", BODY)) == ["the credit in bold: **GCIS**"]


def test_a_paragraph_that_canonical_text_would_escape_is_reported() -> None:
    text = f"# T\n\nThe ferry leaves Skerry. Ida Holm/AFP\n\n{BODY}\n"
    line = "The ferry leaves Skerry. Ida Holm/AFP"
    message = f"“{line}” is read as a paragraph, but may be a credit"
    assert found("ambiguous-credit", text) == [("3:1", line, message)]
    assert expected("ambiguous-credit", text) == ["three blank lines before a credit"]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("<u>A</u><u>P</u>", "AP"),
        ("<u>Reu</u>ters", "Reuters"),
        ("__Reuters__", "Reuters"),
        ("Ida <u>Holm</u> / Norland Press", "Ida Holm / Norland Press"),
        ("The ferry __Ida Holm__", "The ferry Ida Holm"),
    ],
)
def test_a_line_that_would_be_a_credit_without_its_marks_is_reported(line: str, shown: str) -> None:
    text = article(line, BODY)
    message = f"“{shown}” is read as a paragraph, but may be a credit"
    assert found("ambiguous-credit", text) == [("5:1", line, message)]
    assert expected("ambiguous-credit", text) == ["the credit in bold, without other marks or tags"]


def test_an_escaped_paragraph_is_not() -> None:
    assert found("ambiguous-credit", article("&#73;da Holm / AFP", BODY)) == []
    assert found("ambiguous-credit", f"# T\n\n&#73;da Holm / AFP\n\n{BODY}\n") == []
