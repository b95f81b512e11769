"""Words that mix scripts by mistake are found; names and terms that do so on purpose are not."""

import pytest

from tests.for_each import for_each
from tests.rules.cases import article, findings, fixed, found

C_A, C_E, C_O, C_C, C_M, G_O = "\u0430", "\u0435", "\u043e", "\u0441", "\u041c", "\u03bf"
"""Letters that look Latin: Cyrillic а, е, о, с and М, and omicron."""

MIXED = {
    "English": (f"The f{C_E}rry sailed", "The ferry sailed"),
    "several letters": (f"The {C_C}{C_O}uncil sailed", "The council sailed"),
    "a first letter": (f"In {C_M}erlow it rained", "In Merlow it rained"),
    "German": (f"Die F{C_A}hrt nach Köln", "Die Fahrt nach Köln"),
    "a brand": (f"Micr{C_O}soft in Москва", "Microsoft in Москва"),
    "Russian": ("Пapом вышел", "Паром вышел"),
    "a Russian capital": ("Cтарый паром", "Старый паром"),
    "Ukrainian": ("Порoм вийшов", "Пором вийшов"),
    "a short word beside another": (
        f"The f{C_E}rry is s{C_O} late that we g{C_O}.",
        "The ferry is so late that we go.",
    ),
    "an ending beside another": (
        f"The f{C_E}rry is at the centr{C_E}, of TNFα.",
        "The ferry is at the centre, of TNFα.",
    ),
    "an ending in an article with Russian words": (
        f"The f{C_E}rry паром has an iPhon{C_E}",
        f"The ferry паром has an iPhon{C_E}",
    ),
    "an abbreviation": ("CМИ пишут", "СМИ пишут"),
    "Greek": ("Το λιμάνι της πoλης", "Το λιμάνι της πολης"),
    "omicron": (f"The harb{G_O}ur is open", "The harbour is open"),
    "a Greek capital": ("Oδός Ερμού", "Οδός Ερμού"),
}

SOUND = {
    "two languages": "The word паром means ferry; Москва and Moscow.",
    "a hyphen": "IT-компания и web-сайт, e-mail и SMS-рассылка",
    "a Russian name": "Яndex and Яndex.Такси",
    "an ending": "iPhoneа, VIPы, SMSка, PDFом, BMWшник и PRщик",
    "genes": "TNFα, IFNγ, NFκB, ΔNp63, βTrCP and p53",
    "units": "5 μm, 3 kΩ, 2 μF, 7 μSv",
    "mathematics": "Let Δx, αx, 2πr, Σxy and xᵢ be",
    "a band": "KoЯn played",
    "Vietnamese": "Được Âu Cơ, Đà Nẵng",
    "Serbian in both": "Вук Vuk, Љиљана Ljiljana",
    "Greek and Latin words": "Η Microsoft και το e-mail",
}


@pytest.mark.parametrize(("text", "meant"), MIXED.values(), ids=MIXED)
def test_a_word_with_letters_that_look_alike_is_found_and_repaired(text: str, meant: str) -> None:
    assert fixed("mixed-script-word", article(text)) == article(meant)
    [finding] = findings("mixed-script-word", article(text))
    assert finding.fix is not None
    assert not finding.fix.safe


@for_each(SOUND)
def test_sound_text_is_not_found(text: str) -> None:
    assert found("mixed-script-word", article(text)) == []


def test_all_words_are_one_finding() -> None:
    assert found("mixed-script-word", f"The f{C_E}rry and the b{C_O}at") == [
        ("1:5", f"f{C_E}rry", f"words that mix Latin and Cyrillic letters: “f{C_E}rry” and 1 more")
    ]


def test_many_words_that_mix_scripts_in_other_ways_are_found() -> None:
    text = "những тнιếт вị cнắn đι đιện тнoạι nнiều ngườι nнà cнáy"
    [finding] = findings("mixed-script-word", article(text))
    assert "words that mix" in finding.message
    assert finding.fix is None
    assert findings("mixed-script-word", article("những тнιếт вị")) == []


def test_letters_that_stand_for_others_have_no_fix() -> None:
    text = "những тнιếт вị cнắn đι đιện тнoạι nнiều ngườι nнà cнáy cнo ѕạc хảy"
    [finding] = findings("mixed-script-word", article(text))
    assert finding.fix is None
