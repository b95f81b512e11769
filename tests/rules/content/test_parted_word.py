"""Words in pieces are found; letters that are words, names or labels are not."""

import pytest

from tests.rules.cases import article, found

GERMAN = "Die Fähre und der Hafen sind mit dem Boot und der Brücke auf der Insel für die Gäste."
PARTED = {
    "English": "The F erry of the N orth sailed from the H arbour to the B oats in the W inter.",
    "German": "Die F lotte der B ucht fuhr vom H afen in den N orden durch den W inter.",
    "dashes": "Die Stadt will im Som— mer aus— schreiben und den Auf— trag ver— geben.",
    "en dashes": "The har– bour and the fer– ry and the is– land are closed.",
    "dashes in capitals": "The HAR— bour and the FER— ry and the IS— land are closed.",
    "bold": "**FER** **R** **Y** **AGAIN**",
    "bold in a line": "The **CORN** **E** **L** **L** **UN** **I** **VERSITY** ferry sailed.",
}


@pytest.mark.parametrize("text", PARTED.values(), ids=PARTED)
def test_words_in_pieces_are_found(text: str) -> None:
    assert len(found("parted-word", article(GERMAN, text))) == 1


def test_the_first_word_is_expected() -> None:
    [(place, span, message)] = found("parted-word", article(PARTED["English"]))
    assert (place, span) == ("5:5", "F erry")
    assert message == "capitals are separated from their words: “F erry”, “N orth” and 2 more"


SOUND = {
    "labels": "Line E and block C and vitamin D and gate B and plan X of the island.",
    "labels in German": "Die Linie E hält am Platz B neben Block C, und das Vitamin D fehlt.",
    "articles": "A boat, a crew. I said so. A ferry sailed. I saw a man. A dog barked. I left.",
    "initials": "J. Reed, M. Brook, K. Lind and T. Berg sailed with P. Okland on Monday.",
    "dashes with spaces": "The boat – old as it is – sailed – and came back – on Monday.",
    "suspended hyphens": "The pre- and post-war boats, and the two-, three- and four-lane roads.",
    "bold words": "**Road** and **bridge** and **pier** are on plan **E** of **the** council.",
    "Czech": "V pátek, s nimi, k moři, o tom, u lodi, z města a v zimě. S ní. V něm. K nim.",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_other_letters_are_not_found(text: str) -> None:
    assert found("parted-word", article(text)) == []
