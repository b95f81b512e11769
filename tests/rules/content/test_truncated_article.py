"""An article that is cut off is found by the mark of the cut or by its last word, and no other."""

import pytest

from tests.rules.cases import article, findings, found

WHOLE = (
    "The ferry to Skerry sailed on Monday with 61 passengers, "
    "and came back in the evening without them."
)
MANY = (WHOLE,) * 4
OPEN = "The ferry sailed on Monday, for the first time since October"

CUT = {
    "a count": ((f"{OPEN}, wi… [+1234 chars]",), "[+1234 chars]"),
    "a count with commas": ((f"{OPEN}... [+1,234 chars]",), "[+1,234 chars]"),
    "a bracket": ((*MANY, f"{OPEN} […]"), "[…]"),
    "a bracket with stops": ((*MANY, f"{OPEN} [...]"), "[...]"),
    "a bracket before a source": ((*MANY, f"{OPEN} […]", "Source: Norland Press"), "[…]"),
    "a block": ((*MANY, "Read more"), "Read more"),
    "a block with an arrow": ((*MANY, "Continue reading →"), "Continue reading →"),
    "a block in capitals": ((*MANY, "READ MORE »"), "READ MORE »"),
    "a block with a link": (
        (*MANY, "[Read the full story here](#)"),
        "Read the full story here](#)",
    ),
    "behind an ellipsis": ((*MANY, f"{OPEN}... Read More"), "Read More"),
    "German": ((*MANY, "Weiterlesen"), "Weiterlesen"),
    "French": ((*MANY, "Lire la suite…"), "Lire la suite…"),
    "Russian": ((*MANY, "Читать далее"), "Читать далее"),
    "Japanese": ((*MANY, "続きを読む"), "続きを読む"),
    "Chinese": ((*MANY, "阅读全文"), "阅读全文"),
    "Arabic": ((*MANY, "اقرأ المزيد"), "اقرأ المزيد"),
    "a summary": ((f"{OPEN}, and wi…",), "…"),
    "an ellipsis behind a preposition": ((*MANY, f"{OPEN} with..."), "..."),
    "an article": ((*MANY, f"{OPEN} and the"), "the"),
    "a comma": ((*MANY, f"{OPEN},"), "October,"),
    "a frequent word": (
        (*("Die Fähre fährt die Küste lang, und die Insel sieht die Fähre.",) * 3, f"{OPEN} die"),
        "die",
    ),
}


@pytest.mark.parametrize(("body", "mark"), CUT.values(), ids=CUT)
def test_the_cut_is_found(body: tuple[str, ...], mark: str) -> None:
    [[_, span, message]] = found("truncated-article", article(*body))
    assert message.startswith("the article is cut off at “")
    assert span.endswith(mark[-5:])


NOT_CUT = {
    "a full stop": (WHOLE,),
    "an ellipsis that is meant": (*MANY, "The captain has not said when she will come back…"),
    "three stops that are meant": (*MANY, "And so it goes, she said, winter for winter..."),
    "more than three stops": (WHOLE, "To be continued...."),
    "a bracket inside": (*MANY, "“The sound […] was lively,” said the captain."),
    "a bracket far from the end": (f"{OPEN} […]", *MANY),
    "a related article": (*MANY, "Read more: The Winter Without a Ferry"),
    "a block far from the end": ("Read more", *MANY),
    "words in a sentence": (*MANY, "Those who like to read more find a library on board."),
    "a button in the text": (*MANY, f"{WHOLE} How will the ferry change your week? Learn more"),
    "a button, Spanish": (*MANY, f"{WHOLE} ¿Cómo cambia el ferry su semana? Saber más"),
    "a name": (*MANY, "Ida Holm, Norland Press, and Ada Brook of the Merrow Post"),
    "a source": (*MANY, "Source: https://skerrynews.example/2023/03/14/ferry-sails-again"),
    "no stop": (*MANY, "The ferry sails again, but only from Monday to Saturday in winter"),
    "an address": (*MANY, f"{WHOLE[:-1]}, see www.skerrynews.example"),
    "a short line": (*MANY, "The end of the"),
    "a heading": (*MANY, "### Where the ferry is bound for, and the"),
    "an image": (*MANY, "![and the](#)"),
}


@pytest.mark.parametrize("body", NOT_CUT.values(), ids=NOT_CUT)
def test_a_whole_article_is_left_alone(body: tuple[str, ...]) -> None:
    assert found("truncated-article", article(*body)) == []


@pytest.mark.parametrize(
    "mark", ["(more)", "(continued)", "[Fortsetzung folgt]", "（続く）", "(à suivre)"]
)
def test_a_word_in_brackets_that_leads_on_is_found(mark: str) -> None:
    text = article("The ferry sailed.", f"The captain of the ferry said that {mark}")
    assert [span for _, span, _ in found("truncated-article", text)] == [mark]


WHOLE = "The ferry to Skerry sailed on Monday for the first time since October, says the captain."


CUTS = {
    "two sentences": "The next one sails on Friday. Nobody knows what a ticket of it will cost",
    "a long one": "Nobody on the island of Skerry knows what a ticket of the ferry, which sails on"
    " Mondays and Fridays, will cost",
}


@pytest.mark.parametrize("cut", CUTS.values(), ids=CUTS)
def test_a_last_paragraph_unlike_the_others_is_uncertain(cut: str) -> None:
    [finding] = findings("truncated-article", article(*[WHOLE] * 4, cut))
    assert finding.is_uncertain
    assert finding.message == "the article ends with “cost” and no full stop, and may be cut off"
    sound = [
        [*[WHOLE] * 4, f"{cut}."],
        [*[WHOLE] * 2, cut],
        [*[WHOLE] * 4, "Ida Holm and Tom Reed were on the quay of the island of Skerry then"],
        [*[WHOLE] * 4, f"{WHOLE} She can be reached in the harbour or at ida.holm@skerry.example"],
        [WHOLE[:-1], *[WHOLE] * 4, cut],
        [*[WHOLE] * 4, f"*{cut}*"],
    ]
    for blocks in sound:
        assert findings("truncated-article", article(*blocks)) == []


@pytest.mark.parametrize(
    "wall",
    [
        "To continue reading, subscribe now. Already a subscriber? Log in",
        "Dit artikel is alleen voor abonnees. Al abonnee? Log in",
    ],
)
def test_the_words_of_a_wall_are_not_the_end_of_an_article(wall: str) -> None:
    assert found("truncated-article", article("The ferry to Skerry has sailed again.", wall)) == []


@pytest.mark.parametrize("mark", ["…", "..."])
def test_a_last_ellipsis_is_uncertain(mark: str) -> None:
    cut = f"The captain of the ferry to Skerry said on Monday that he had not seen the pier{mark}"
    [finding] = findings("truncated-article", article(*[WHOLE] * 4, cut))
    assert finding.is_uncertain
    assert finding.message == f"the article ends with “{mark}”, and may be cut off"
    for sound in ([cut, *[WHOLE] * 4, cut], [*[WHOLE] * 3, cut], [*[WHOLE] * 4, "So it goes…"]):
        assert findings("truncated-article", article(*sound)) == []
