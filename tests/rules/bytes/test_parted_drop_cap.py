"""Parted and lost initials are found; words of one letter are not."""

import pytest

from tests.for_each import for_each
from tests.rules.cases import article, findings, fixed, found

PARTED = {
    "the": ("T he harbour is open.", "The harbour is open."),
    "when": ("W hen they came, it rained.", "When they came, it rained."),
    "after": ("A fter the rain the ferry left.", "After the rain the ferry left."),
    "it": ("I t was late on the quay.", "It was late on the quay."),
    "one": ("O nce the ferry had left.", "Once the ferry had left."),
    "capitals": ("T HE HARBOUR is open.", "THE HARBOUR is open."),
    "capitals after a word of one letter": ("A FTER the rain.", "AFTER the rain."),
    "a word of the article": (
        "F errymen strike. The ferrymen say so.",
        "Ferrymen strike. The ferrymen say so.",
    ),
    "a name of the article": (
        "H olm left. “So what?” Holm asked.",
        "Holm left. “So what?” Holm asked.",
    ),
    "German": ("D ie Fähre fährt wieder.", "Die Fähre fährt wieder."),
    "German with an article": ("E ine Fähre fährt wieder.", "Eine Fähre fährt wieder."),
    "French": ("L es bateaux partent.", "Les bateaux partent."),
    "Spanish": ("E l barco sale hoy.", "El barco sale hoy."),
    "Portuguese": ("Q uando o barco sai.", "Quando o barco sai."),
    "Italian": ("I l sindaco parla.", "Il sindaco parla."),
    "Dutch": ("H et schip vaart weer.", "Het schip vaart weer."),
    "Swedish": ("D et var en gång.", "Det var en gång."),
    "Russian": ("П осле шторма паром вышел.", "После шторма паром вышел."),
    "in bold": ("**T** he harbour is open.", "**T**he harbour is open."),
    "after a full stop": ("It is late. T he harbour is open.", "It is late. The harbour is open."),
    "we": ("W e live on the quay.", "We live on the quay."),
    "Vietnamese": ("M ột chiếc phà rời bến.", "Một chiếc phà rời bến."),
    "a name after a word of one letter": (
        "A shby spoke. The captain thanked Ashby.",
        "Ashby spoke. The captain thanked Ashby.",
    ),
    "before an apostrophe": ("T oday’s ferry. He saw Today’s.", "Today’s ferry. He saw Today’s."),
    "before a full stop": ("M errow. The ferry of Merrow.", "Merrow. The ferry of Merrow."),
    "alone": ("D\n\noctors said so.", "Doctors said so."),
    "alone in its line": ("D\noctors said so.", "Doctors said so."),
    "before marks": ("D__\n\noctors said so.", "D__octors said so."),
    "before escaped marks": ("D\\_\\_\n\noctors said so.", "D\\_\\_octors said so."),
}

SOUND = {
    "English": "A ferry left.\n\nI saw it.\n\nO captain, my captain!",
    "articles": "A part of it.\n\nA long day.\n\nA US airline flew.\n\nA head of state.",
    "science": "T cells are cells.\n\nE coli is here.\n\nC major sounds.\n\nX rays show it.",
    "Spanish": "A los barcos.\n\nY el barco sale.\n\nO sea, hoy.",
    "Portuguese": "O barco sai.\n\nA cidade espera.\n\nE agora?\n\nÉ tarde.",
    "Italian": "E il sindaco parla.\n\nA Roma piove.\n\nI bambini giocano.\n\nE sta bene.",
    "Czech": "V úterý pršelo.\n\nS manželkou přijel.\n\nK moři jel.\n\nO tom mluvil.",
    "Polish": "W porcie pada.\n\nZ Gdyni płynie.\n\nO tym mówił.",
    "Russian": "В порту шторм.\n\nК вечеру стихло.\n\nО пароме забыли.\n\nЯ видел.",
    "Greek": "Η δήμαρχος ευχαρίστησε τους κατοίκους.\n\nΟ δήμος άνοιξε.\n\nΉ έτσι ή αλλιώς.",
    "Greek, an article at the start": "Ο δήμος ανακοίνωσε νέα μέτρα για την πόλη.",
    "Lithuanian": "Į jūrą plaukia laivas.",
    "Danish": "I går regnede det.\n\nÅ er et ord.",
    "Hungarian": "A kikötő nyitva.\n\nS mi lesz?",
    "sections": "A\n\nThe first part.\n\nB\n\nThe second part.",
    "a brand": "iPhone sales fell.",
    "a lower-case name": "de Gaulle came.\n\nThe visit was short.",
    "a bacterium": "E coli is in the water, and the harbour is closed, and it is not new.",
    "a plain word that a name has too": "A way to go. They play Home and Away, on the way.",
    "an index": "A\n\nABBA sang.\n\nB\n\nBBC Radio.",
    "an abbreviation below a letter": "A\n\nNATO came. The NATO left.",
    "an abbreviation": "X (formerly Twitter) said.\n\nP. Holm said.",
    "lower case": "he said so, and he left.",
    "a URL": "https://merrowpost.example/2023/03/14/the-ferry-runs-again-to-skerry is the page.",
}


@pytest.mark.parametrize(("text", "meant"), PARTED.values(), ids=PARTED)
def test_a_parted_initial_is_found_and_joined(text: str, meant: str) -> None:
    first = article("It rained.", text)
    assert fixed("parted-drop-cap", first) == article("It rained.", meant)


@for_each(SOUND)
def test_sound_text_is_not_found(text: str) -> None:
    assert found("parted-drop-cap", article(text)) == []


def test_a_consonant_at_the_start_of_the_body_is_found() -> None:
    text = article("R oad works begin.", "The road is closed.")
    assert fixed("parted-drop-cap", text) == article("Road works begin.", "The road is closed.")
    assert found("parted-drop-cap", article("T cells are cells.")) == []
    assert found("parted-drop-cap", article("It rained.", "R oad works begin.")) == []


OF_FEW = {
    "English": "W aldo Brook has been the captain of the ferry, and he will not go to the island.",
    "German": "W aldo Brook ist der Kapitän der Fähre, und er will nicht auf die Insel.",
    "capitals": "M ERROW – The ferry to Merrow was late, and the captain of it had not been asked.",
}
OF_FEW |= {
    "a vowel in English": "E lsewhere the captain of the ferry, who is not from here, will go.",
    "a vowel in German": "A nkunft der Fähre ist am Montag, und der Kapitän ist nicht da.",
    "a dateline": "S KERRY (SKN) – The ferry of the island was late, and it will not be the last.",
    "Vietnamese": (
        "M ở cửa ra, người đàn ông và con gái của các bạn không thấy phà, và cũng không được một "
        "chiếc nào cho đến khi trời sáng, vì đã có bão."
    ),
}
POLISH = "W porcie w Merrow nie ma promu, ale kapitan jest i nie chce, żeby się to stało do maja."


@pytest.mark.parametrize("text", OF_FEW.values(), ids=OF_FEW)
def test_a_letter_that_is_no_word_of_the_language_is_found(text: str) -> None:
    assert fixed("parted-drop-cap", article(text)) == article(text.replace(" ", "", 1))


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_letter_above_a_word_in_capitals_is_found(gap: str) -> None:
    text = "M{}ERROW – The ferry to the island was late on Monday."
    assert fixed("parted-drop-cap", article(text.format(gap))) == article(text.format(""))


def test_a_letter_that_is_a_word_of_the_language_is_not() -> None:
    assert found("parted-drop-cap", article(POLISH)) == []
    assert found("parted-drop-cap", article("W aldo")) == []


LOST = {
    "a word of the article": ("octors said so. The doctors left.", "octors", "Doctors"),
    "when": ("hen they came, it rained.", "hen", "When"),
    "after": ("fter the rain the ferry left.", "fter", "After"),
    "a name": ("arold Finch laughed. “No,” said Harold.", "arold", "Harold"),
}


@pytest.mark.parametrize(("text", "rest", "word"), LOST.values(), ids=LOST)
def test_a_lost_initial_is_found(text: str, rest: str, word: str) -> None:
    [finding] = findings("parted-drop-cap", article(text))
    assert finding.message == f"the first letter of “{rest}” is lost"
    assert finding.expected in (word, "When", "Then")
    assert finding.fix is None


def test_a_text_that_begins_in_lower_case_is_uncertain() -> None:
    text = "arlowe was the captain of the ferry to Skerry for eleven years, and of two others."
    [finding] = findings("parted-drop-cap", article(text, "The ferry sailed on Monday."))
    assert finding.is_uncertain
    assert finding.message == ("the text begins with “arlowe”, and may have lost what is before it")
    for sound in (
        f"M{text}",
        "eBay sold the first tickets for the ferry to Skerry, as the captain says.",
    ):
        assert findings("parted-drop-cap", article(sound, "The ferry sailed on Monday.")) == []


@pytest.mark.parametrize(
    "url", ["https://merrowpost.example/a/{}", "<https://merrowpost.example/{}>"]
)
def test_a_text_that_begins_with_a_url_is_whole(url: str) -> None:
    address = url.format("the-captain-of-the-ferry-to-skerry-tells-how-he-came-to-it")
    assert findings("parted-drop-cap", article(address, "The ferry sailed on Monday.")) == []


CAPTAIN = "was the captain of the ferry to Skerry for eleven years, and of two others."
BELOW = {
    "a place": ["SKERRY, NORLAND", f"arlowe {CAPTAIN}"],
    "the title": ["Ferry Runs Again", f"arlowe {CAPTAIN}"],
    "a heading": ["### The captain", f"arlowe {CAPTAIN}"],
    "a caption": ["Watch the ferry.", "Photo: Ada Brook", f"arlowe {CAPTAIN}"],
    "in the genitive": [f"arlowe’s son {CAPTAIN}"],
    "before a full stop": [f"arlstadt. He {CAPTAIN}"],
    "in the title as the end of a word": [f"un {CAPTAIN}", "He is un."],
}
"""What may be above a text, or in it, that has lost its start."""


@for_each(BELOW)
def test_a_lost_start_is_found_below_short_blocks(blocks: list[str]) -> None:
    text = article(*blocks, "The ferry sailed.").replace("# Ferry", "# Gun Ferry", 1)
    [finding] = findings("parted-drop-cap", text)
    assert finding.is_uncertain


NOT_LOST = {
    "half a sentence": ["The ferry was laid up because of", f"arlowe, who {CAPTAIN}"],
    "a long paragraph": [f"Arlowe {CAPTAIN}", f"arlowe {CAPTAIN}"],
    "many short blocks": ["One.", "Two.", "Three.", "Four.", "Five.", f"arlowe {CAPTAIN}"],
    "a list": [f"- arlowe {CAPTAIN}", "- Ada Brook was not."],
    "a word of the title": [f"eferry {CAPTAIN}"],
    "a host": [f"merrow.example {CAPTAIN}"],
}


@for_each(NOT_LOST)
def test_other_paragraphs_that_begin_in_lower_case_are_not(blocks: list[str]) -> None:
    text = article(*blocks, "The ferry sailed.").replace("# Ferry", "# The eferry", 1)
    assert findings("parted-drop-cap", text) == []


MARKED = {
    "strong": "**arlowe** was the captain of the ferry to Skerry for eleven years, no less.",
    "a link": "[arlowe](https://a.example) was the captain of the ferry to Skerry for many years.",
    "underlined": "<u>arlowe</u> was the captain of the ferry to Skerry for eleven years, I hear.",
    "a no-break space": "\xa0arlowe was the captain of the ferry to Skerry for eleven years or so.",
    "another alphabet": "ледующий паром до острова отправится лишь в понедельник, сказал капитан.",
}


@pytest.mark.parametrize("text", MARKED.values(), ids=MARKED)
def test_a_lost_start_is_found_after_marks_and_spaces(text: str) -> None:
    assert len(findings("parted-drop-cap", article(text, "The ferry sailed."))) == 1
