"""Words with each letter doubled are found, and other repeated letters are not."""

import pytest

from tests.for_each import for_each
from tests.rules.cases import article, fixed, found

DOUBLED = {
    "a word": ("It is tthhee ferry.", "It is the ferry."),
    "a run": ("TThhee FFeerrrryy RRuunnss.. Again.", "The Ferry Runs. Again."),
    "a whole line": ("HHaarrbboouurr NNeewwss", "Harbour News"),
    "in quotation marks": ("“WWee sshhaallll” sail.", "“We shall” sail."),
    "in bold": ("It said **TThhee SShhiipp** on it.", "It said **The Ship** on it."),
    "two spaces": ("HHaarrbboouurr  NNeewwss", "Harbour News"),
    "short words": ("TThhee sshhiipp iiss iinn", "The ship is in"),
    "an apostrophe": ("TThhee sshhiipp’ss bbooww", "The ship’s bow"),
    "a typewriter apostrophe": ("SSkkeerrrryy'ss ferry", "Skerry's ferry"),
    "a doubled apostrophe": ("TThhee sshhiipp’’ss bbooww", "The ship’s bow"),
    "a hyphen": ("PPrroo-SSkkeerrrryy nneewwss", "Pro-Skerry news"),
    "German": ("DDiiee FFäähhrree fährt.", "Die Fähre fährt."),
    "within a line": ("The wwhhiittee sail.", "The white sail."),
    "Russian within a line": ("Вот ввииттоокк силён.", "Вот виток силён."),
    "Russian": ("ППаарроомм вышел.", "Паром вышел."),
}
SOUND = {
    "words": "The committee in Hawaii is skiing, withhold, vacuum, aardvark.",
    "a cry": "Aaaaaah! Hhhhhh! Noooo! Hmmmm.",
    "a sound": "He said: yyyyyy, and wwwwww.",
    "numbers": "In 1122 and 334455 ii.",
    "an address": "www.skerry.example",
    "roman numbers": "Part ii and part iii, MMXXII.",
    "Finnish": "Hyvää iltaa, tuuli on kova.",
    "Dutch": "Het uur en de waarheid, vuur en hhh.",
}


@pytest.mark.parametrize(("text", "meant"), DOUBLED.values(), ids=DOUBLED)
def test_doubled_letters_are_found_and_halved(text: str, meant: str) -> None:
    assert fixed("doubled-letters", article(text)) == article(meant)


@for_each(SOUND)
def test_sound_text_is_not_found(text: str) -> None:
    assert found("doubled-letters", article(text)) == []


def test_a_title_is_found() -> None:
    text = "# FFeerrrryy OOnn\n\n\n\nIt sailed.\n"
    assert fixed("doubled-letters", text) == "# Ferry On\n\n\n\nIt sailed.\n"
