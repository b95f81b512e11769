"""Words without spaces between them are found; long words, tags and URLs are not."""

import pytest

from tests.rules.cases import article, found

ENGLISH = "The crew of the ferry was on the pier and in the hall for the feast of the island."
GERMAN = "Die Fähre und der Hafen sind mit dem Boot und der Brücke auf der Insel für die Gäste."
SPANISH = "El barco de la isla y el puerto con los pasajeros que van para la ciudad del norte."
RUSSIAN = "Паром и порт на острове, что для всех и от берега до моря не за один час."
JOINED = {
    "English": (ENGLISH, "Causeofdeathperlegaloutcomeforthenonhumancasesintheisland"),
    "Spanish": (SPANISH, "Elingenierodelaprovinciaexplicóquelasobrasdurarían"),
    "German": (GERMAN, "DieFährefährtamMontagmitdenGästenvonderInselzumHafenundzurück".lower()),
    "Russian": (RUSSIAN, "Советдолинысоберётсявпятницунаостроведлявсехжителей"),
}


@pytest.mark.parametrize(("around", "word"), JOINED.values(), ids=JOINED)
def test_joined_words_are_found(around: str, word: str) -> None:
    [(_, span, message)] = found("joined-words", article(around, f"Here: {word}."))
    assert span == word
    assert message.startswith("words without spaces")


SOUND = {
    "a place": (ENGLISH, "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch sent word."),
    "a tag": (ENGLISH, "It is #SaveTheFerryForTheIslandAndTheHarbourOfTheNorth today."),
    "a URL": (ENGLISH, "See https://a.example/thecostsoftheferryforthewinterandthespring now."),
    "a compound": (GERMAN, "Die Rindfleischetikettierungsüberwachungsaufgaben gelten."),
    "a scream": (ENGLISH, "Gooooooooooooooooooooooooooooooooooooooal of the and for in on at!"),
    "a long word": (ENGLISH, "An internationalisation and antidisestablishmentarianism."),
}


@pytest.mark.parametrize(("around", "text"), SOUND.values(), ids=SOUND)
def test_long_words_are_not_found(around: str, text: str) -> None:
    assert found("joined-words", article(around, text)) == []
