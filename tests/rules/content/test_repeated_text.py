"""A teaser or a pull quote that occurs again in another paragraph is found."""

import pytest

from tests.rules.cases import article, findings, found

BODY = "The ferry to Skerry sailed on Monday for the first time since October, with 61 passengers."
LAST = "The next one sails on Friday, and nobody on the island knows what a ticket will cost then."
MORE = "A ticket is twelve crowns."
QUOTE = "“Nobody on the island believed that we would sail before May”"
LONG = f"The captain was calm. {QUOTE[:-1]},” she said, and went on board of the ferry."
LONGER = " ".join(f"{LONG} And this is the end of part {number}." for number in "1234")
FIND = "the text occurs again in line {}"

REPEATED = {
    "a sentence of its own": ((BODY, MORE, LAST, f"{MORE} {LAST} She sails at noon."), LAST, 11),
    "a short sentence": (
        (
            BODY,
            LAST,
            "A ticket is twelve crowns now.",
            MORE,
            "It is May. A ticket is twelve crowns now. Yes.",
        ),
        "A ticket is twelve crowns now.",
        13,
    ),
    "a pull quote": ((BODY, LAST, QUOTE, MORE, LONG), QUOTE, 13),
    "a pull quote without marks": ((BODY, LAST, QUOTE[1:-1], MORE, LONG), QUOTE[1:-1], 13),
    "a pull quote after its source": ((BODY, LAST, LONG, QUOTE), QUOTE, 9),
    "a teaser that is a heading": (
        (f"## {BODY}", LAST, f"{BODY[:-1]}, and she has a new captain."),
        None,
        9,
    ),
    "a teaser": ((BODY, LAST, f"Norland. {BODY} She has a new captain."), BODY, 9),
    "German": (
        (
            "Die Fähre nach Skerry fährt seit Montag wieder, zum ersten Mal seit Oktober",
            LAST,
            "Die Fähre nach Skerry fährt seit Montag wieder, zum ersten Mal seit Oktober. An Bord "
            "waren 61 Passagiere.",
        ),
        None,
        9,
    ),
    "Russian": (
        (
            BODY,
            LAST,
            "«Никто на острове не верил, что мы выйдем в море до мая»",
            "Капитан спокоен: «Никто на острове не верил, что мы выйдем в море до мая», — сказала "
            "она.",
        ),
        None,
        11,
    ),
}


@pytest.mark.parametrize(("body", "span", "line"), REPEATED.values(), ids=REPEATED)
def test_what_occurs_again_is_found(body: tuple[str, ...], span: str | None, line: int) -> None:
    [(_, shown, message)] = found("repeated-text", article(*body))
    assert message == FIND.format(line)
    assert span is None or shown == span


def test_a_teaser_may_have_changes() -> None:
    teaser = "The ferry to Skerry sailed Monday for the first time since October, with 61 aboard."
    body = (teaser, LAST, f"Norland. {BODY} She has a new captain.")
    [(_, span, message)] = found("repeated-text", article(*body))
    assert (span, message) == (teaser, "most of the text occurs again in line 9")


def test_two_thirds_of_a_teaser_are_enough() -> None:
    teaser = (
        "The ferry to Skerry sailed on Monday for the first time since October, by the main quay."
    )
    [(_, _, message)] = found("repeated-text", article(teaser, LAST, f"Norland. {BODY} It is May."))
    assert message == "most of the text occurs again in line 9"


def test_there_is_no_fix() -> None:
    [finding] = findings("repeated-text", article(BODY, LAST, QUOTE, LONG))
    assert (finding.fix, finding.expected) == (None, "each text only once")


def test_the_subtitle_may_occur_again() -> None:
    text = f"# Ferry Runs Again\n\n## {BODY[:-1]}\n\n\n\n{LAST}\n\n{BODY} She is new.\n"
    [finding] = findings("repeated-text", text)
    assert finding.fix is None


OTHERS = {
    "of another person": (
        "One.",
        "Two.",
        "To win the award of the harbour, Brook had to sail to Skerry and back in less than a day.",
        LAST,
        "To win the award of the harbour, Reed had to sail to Skerry and back in less than a week.",
    ),
    "rows of two tables": (
        "One.",
        "Two.",
        "the total income of the ferry for the whole period attributable to",
        LAST,
        "the total income of the ferry for the whole period attributable to:",
    ),
    "quoted again": (BODY, LAST, LONG, f"“… {QUOTE[1:]}"),
    "a caption with a credit": (BODY, LAST, LONG, f"{QUOTE}. Photo: Ida Holm / Norland Press"),
    "a teaser of two sentences, of which one is new": (
        f"{BODY} Four passengers were left behind.",
        LAST,
        f"Norland. {BODY} She has a new captain.",
    ),
    "a long quotation, given again": (BODY, LAST, LONGER, LONGER[:-1]),
    "a refrain": (
        BODY,
        "“We sail, we sail. We sail. We sail.” No. No. No. It is late. It is late.",
    ),
    "short words again": (
        BODY,
        LAST,
        "It was late then.",
        "She said so. It was late then. She left.",
    ),
    "different paragraphs": (BODY, LAST, LONG),
    "equal ones": (BODY, LAST, BODY),
    "a short one": ("“Nobody believed that”", LAST, "“Nobody believed that,” she said on Monday."),
    "the title of a book": (
        BODY,
        LAST,
        "The Winter Without a Ferry: The Islanders of Little Skerry and Norland",
        "He read “The Winter Without a Ferry: The Islanders of Little Skerry and Norland” there.",
    ),
    "numbered captions": (
        LAST,
        "A ferry that waits at the quay of the island - picture 6",
        "A ferry that waits at the quay of the island - picture 7",
    ),
    "a sentence that is like another": (
        BODY,
        LAST,
        "The ferry to Norland sailed on Tuesday for the first time in May, with four passengers.",
    ),
    "a quote": (BODY, LAST, f"> {QUOTE}", LONG),
}


@pytest.mark.parametrize("body", OTHERS.values(), ids=OTHERS)
def test_other_texts_are_left_alone(body: tuple[str, ...]) -> None:
    assert found("repeated-text", article(*body)) == []


def test_a_paragraph_with_a_few_changes_is_found() -> None:
    first = "The ferryman wants to retire in the spring, he said to reporters after the meeting."
    again = (
        "The ferryman wants to retire in spring, he said to reporters after the meeting on Monday."
    )
    sound = (
        "The ferryman wants to retire later, she said, and nobody else on the isle can sail her."
    )
    blocks = ("One.", "Two.", first, "Nobody has come forward.")
    assert [span for _, span, _ in found("repeated-text", article(*blocks, again))] == [first]
    assert found("repeated-text", article(*blocks, sound)) == []
