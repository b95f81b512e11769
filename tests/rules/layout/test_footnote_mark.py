"""Marks of footnotes are found, and other numbers in brackets are not."""

import pytest

from corpusfmt.api.articles import format
from tests.rules.cases import article, findings, found

LEFT = {
    "a number": (["It sailed,[^1] they say."], ["[^1]"]),
    "a name": (["It sailed.[^note]"], ["[^note]"]),
    "a note": (["It sailed.", "[^1]: In March."], ["[^1]:"]),
    "two in a block": (["It sailed[^1] late.[^2]"], ["[^1]"]),
    "Russian": (["Паром ушёл[^1] вчера."], ["[^1]"]),
    "Chinese": (["渡轮启航[^1]。"], ["[^1]"]),
    "escaped": (["It sailed,\\[^1\\] they say."], ["\\[^1\\]"]),
    "brackets with notes": (["It sailed.[1] It was full.[2]", "[1] Harbour.", "[2] Ada."], ["[1]"]),
    "no list of notes": (["It sailed.[1] It was full.[2]"], ["[1]"]),
    "a wiki": (["It sailed.[note 1] It was full.[note 2]"], ["[note 1]"]),
    "Chinese numbers": (["渡轮启航。[1] 船已满。[2]"], ["[1]"]),
    "one behind a full stop": (["It sailed.[1] It was full."], ["[1]"]),
    "not from 1 on": (["It sailed.[2] It was full,[3] they say."], ["[2]"]),
    "after words": (["It sailed[7] late and it was full[8] again."], ["[7]"]),
    "after years": (["The hall of 1886[2] and the roof of 1902[3]"], ["[2]"]),
    "behind a quotation": (["“It sailed.”[4] It was full."], ["[4]"]),
    "a letter": (["It sailed,[a] they say."], ["[a]"]),
    "raised": (["It sailed^1 late."], ["^1"]),
    "raised behind a comma": (["It sailed,^2 they say."], ["^2"]),
    "raised in brackets": (["It sailed.^[1] It was full."], ["^[1]"]),
    "a labelled one": (["It sailed[note 3] late."], ["[note 3]"]),
    "notes of a wiki": (["It sailed.", r"\^ a b “Ferry”, 2015"], [r"\^ a b"]),
    "plain numbers from three on": (
        ["The ferry sailed.3 It came again.4 It was finished.5 Then it stopped."],
        ["3"],
    ),
    "raised numbers": (["It sailed.¹ It was full.²"], ["¹"]),
    "plain numbers": (["The ferry sailed.1 It came again.2 It was full."], ["1"]),
    "plain ones at the end of a line": (
        ["The ferry sailed.1\nIt came again.2 It was full."],
        ["1"],
    ),
    "plain ones at ends": (["The ferry sailed.1 It was full.", "It came again.2"], ["1"]),
    "numbers in brackets after sentences": (["The ferry sailed.(1) It came again.(2)"], ["(1)"]),
    "a space before": (["It sailed [1] late [2].", "[1] The harbour master."], [" [1]"]),
}


@pytest.mark.parametrize(("blocks", "spans"), LEFT.values(), ids=LEFT)
def test_marks_are_found(blocks: list[str], spans: list[str]) -> None:
    assert [span for _, span, _ in found("footnote-mark", article(*blocks))] == spans
    assert len(findings("footnote-mark", format(article(*blocks)))) == len(spans)


def test_marks_in_brackets_are_one_finding() -> None:
    text = article("It sailed.[1] It was full.[2]", "It came.[2]", "[1] Harbour.", "[2] Ada.")
    assert [message for _, _, message in found("footnote-mark", text)] == [
        "3 footnote marks left as text, from “[1]” on"
    ]


SOUND = {
    "no notes": "It sailed [1] late and it was full [2] again",
    "not from 1 on": "It sailed[2] late and it was full[5] again",
    "one": "It sailed[1] late.",
    "areas": "It has 5 m² (or 5 m².² of it). The other has 6 m³.",
    "one raised number": "It sailed.¹ It was full.",
    "raised numbers from 2 on": "It sailed.² It was full.³",
    "volumes": "See vol.1 The Ferry and vol.2 The Pier",
    "versions": "They sailed.1 May was late. They came again.3 June was not.",
    "a letter": "The captain[s] said [a] ferry sailed, [t]he last one.",
    "an exponent": "The area is 5 m^2, x^2 and 10^6.",
    "a power": "It is e^x, and 2^10.",
    "quotations": "He said [it] was [12] and [sic]",
    "a list": "[1] One\n\n[2] Two",
    "links": "See [1](https://a.example/1) and https://a.example/[1]",
    "signs": "[^ and ^] and [^_^]",
    "code": "In Markdown and HTML [^1] is a footnote",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_other_brackets_are_not_found(text: str) -> None:
    assert found("footnote-mark", article(text)) == []


def test_powers_are_not_found() -> None:
    text = article("The law is E = mc^2, the deck has 40 m^2 or 0.4 km^2, and x^2 is not y^2.")
    assert found("footnote-mark", text) == []
