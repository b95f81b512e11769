"""The label of a related link without its link is reported."""

from collections.abc import Callable

import pytest

from corpusfmt.rules._shared.word_lists import read_list
from tests.rules.cases import article, findings, fixed, found

LINES = {
    "Previous: The Winter Without a Ferry": "Previous",
    "Next: The Winter Without a Ferry": "Next",
    "Karanta kuma: Jirgin ruwa zai dawo": "Karanta kuma",
    "ተጨማሪ ያንብቡ፡ ጀልባው ተመለሰ": "ተጨማሪ ያንብቡ",
    "Schon gelesen? Die Fähre ist wieder da": "Schon gelesen",
    "Have you read? The Winter Without a Ferry": "Have you read",
    "Vegeu també: L’hivern sense vaixell": "Vegeu també",
    "Read more: The Winter Without a Ferry": "Read more",
    "ALSO READ: The Winter": "ALSO READ",
    "» Lesen Sie auch: Der Winter ohne Fähre": "Lesen Sie auch",
    "Lire aussi : L’hiver sans ferry": "Lire aussi",
    "Xem thêm: Mùa đông": "Xem thêm",
    "Читайте также: Зима": "Читайте также",
    "あわせて読みたい：冬": "あわせて読みたい",
    "Les også: Vinteren": "Les også",
    ">> Xem thêm: Mùa đông": "Xem thêm",
    "【関連記事】冬": "関連記事",
    "इसे भी पढ़ें: सर्दी": "इसे भी पढ़ें",
    "LEGGI ANCHE > L’inverno senza traghetto": "LEGGI ANCHE",
    "À LIRE AUSSI L’hiver sans ferry": "À LIRE AUSSI",
    "İLGİLİ HABER Feribotsuz kış": "İLGİLİ HABER",
    "Also read | The Winter": "Also read",
    "▶ 관련기사 배 없는 겨울": "관련기사",
    "[관련기사] 배 없는 겨울": "관련기사",
}
SOUND = [
    "Next: a second survey, the captain said.",
    "Have you read the log? That was the question.",
    "Schon gelesen hat ihn niemand.",
    "More? The captain said no.",
    "Read more about the winter in the library.",
    "Related: she is his aunt. " + "They met in Skarv. " * 20,
    "The sign said: Read more.",
    "**Read more:** [The Winter](#)",
    "More: the ferry is late.",
    "Read also the label of the bottle, the doctor said.",
    "READ ALSO",
    "▶ The ferry",
]


@pytest.mark.parametrize(("text", "label"), LINES.items())
def test_labels_without_a_link_are_reported(text: str, label: str) -> None:
    messages = [message for _, _, message in found("related-text", article("Body.", text, "End."))]
    assert messages == [f"“{label}:” is the label of a related link, and no link follows"]


@pytest.mark.parametrize("text", SOUND)
def test_other_paragraphs_are_not(text: str) -> None:
    assert found("related-text", article("Body.", text, "End.")) == []


@pytest.mark.parametrize("write", [str, "» {}".format])
def test_each_label_is_found_wherever_a_block_begins_with_it(write: Callable[[str], str]) -> None:
    for label in read_list("related_text_labels"):
        text = article("The ferry sails.", f"{write(label)}: The Winter")
        assert found("related-text", text), label


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("**READ MORE:** [**Riot**](https://a.example/b)", "[Riot](https://a.example/b)"),
        ("**READ MORE: [Riot](#)**", "[Riot](#)"),
        ("*READ MORE:* [One](#a) | [Two](#b)", "[One](#a), [Two](#b)"),
        ("**&#82;EAD MORE:** [Riot](#)", "[Riot](#)"),
    ],
)
def test_a_link_that_is_read_as_text_is_made_a_related_link(line: str, right: str) -> None:
    text = article("Body.", line, "End.")
    [(_, _, message)] = found("related-text", text)
    assert message == "“READ MORE:” is the label of a related link, and the line is read as text"
    assert fixed("related-text", text) == article("Body.", f"**READ MORE:** {right}", "End.")


def test_a_link_in_a_sentence_has_no_fix() -> None:
    text = article("Body.", "Read more: [The winter](#) was long", "End.")
    [finding] = findings("related-text", text)
    assert finding.fix is None


@pytest.mark.parametrize("line", ["Read also: The ferry is late", "Lire aussi : Le bateau"])
def test_a_label_among_the_lines_of_the_header_is_found(line: str) -> None:
    text = article("The ferry sailed.", head=f"By Ada Brook\n\n{line}")
    [finding] = findings("related-text", text)
    assert finding.pointer == "/intro/0"
    assert finding.message.endswith("is the label of a related link, in the intro")


@pytest.mark.parametrize("line", ["The ferry: late again", "Read it and weep, says the captain"])
def test_other_lines_of_the_header_are_no_labels(line: str) -> None:
    text = article("The ferry sailed.", head=f"By Ada Brook\n\n{line}")
    assert findings("related-text", text) == []


LONG = "The ferry to Skerry sailed on Monday for the first time since October, with 61 passengers."
INSIDE = {
    "Read more: The Winter Without a Ferry": "Read more",
    "READ ALSO: The Winter Without a Ferry": "READ ALSO",
    "Lesen Sie auch: Der Winter ohne Fähre": "Lesen Sie auch",
    "Lire aussi : L’hiver sans ferry": "Lire aussi",
    "Читайте также: Зима без парома": "Читайте также",
    "İLGİLİ HABER: Feribotsuz kış": "İLGİLİ HABER",
    "यह भी पढ़ें: बिना नाव की सर्दी": "यह भी पढ़ें",
    "関連記事：渡し船のない冬": "関連記事",
    "관련기사: 배 없는 겨울": "관련기사",
}
NOT_INSIDE = [
    "See also: Harbour Act, section 4.",
    "More: the ferry is late.",
    "He read more: The Winter was the best of them.",
    "Read more: https://skerrynews.example/winter",
    "Read more: later",
    "“Read more: The Winter Without a Ferry” is on the wall.",
    f"Read more: {LONG} {LONG}",
]


@pytest.mark.parametrize(("text", "label"), INSIDE.items())
def test_labels_inside_a_paragraph_are_reported(text: str, label: str) -> None:
    [(place, span, message)] = found("related-text", article("Body.", f"{LONG} {text}", "End."))
    assert message == f"“{label}:” is the label of a related link, inside a paragraph"
    assert span == text
    assert place == f"7:{len(LONG) + 2}"


def test_one_word_in_capitals_is_uncertain() -> None:
    [finding] = findings("related-text", article(f"{LONG} MORE: The Winter Without a Ferry"))
    assert finding.is_uncertain


@pytest.mark.parametrize("text", NOT_INSIDE)
def test_other_words_inside_a_paragraph_are_not(text: str) -> None:
    assert found("related-text", article("Body.", f"{LONG} {text}", "End.")) == []
