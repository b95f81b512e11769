"""Text in the letters of a font is found; words that look alike are not."""

import pytest

from tests.rules.cases import article, found

DAMAGED = {
    "VNI": ("Hoäi ñoàng thung luõng seõ hoïp vaøo thöù Saùu ñeå baøn veà caây caàu.", "VNI"),
    "TCVN3": ("Héi ®ång thung lòng sÏ häp vµo thø S¸u ®Ó bµn vÒ c©y cÇu.", "TCVN3"),
    "Kruti Dev": ("Hkkjr ljdkj us iqy ds fy, /ku nsus dk fu.kZ; fy;k gS vkSj dke gksxkA", "Kruti"),
    "Preeti": ("g]kfn ;/sf/ n] k'n agfpg] eg] ePsf] 5 / kfgL nfO{ df", "Preeti"),
    "a PDF file": (
        r"7KH FRXQFLO SXW RII LWV YRWH RQ WKH EULGJH DIWHU WZR PHPEHUV DVNHG",
        "English",
    ),
    "German": (r"'HU +DIHQ XQG GLH )lKUH VLQG QLFKW RIIHQ XQG GHU .DSLWlQ VDJWH GDV", "German"),
}


@pytest.mark.parametrize(("text", "font"), DAMAGED.values(), ids=DAMAGED)
def test_text_in_the_letters_of_a_font_is_found(text: str, font: str) -> None:
    [(place, _, message)] = found("legacy-font", article(text.replace("\\", "\\\\")))
    assert place == "5:1"
    assert message.startswith("text in the letters of ")
    assert font in message


SOUND = {
    "Vietnamese": "Hội đồng thung lũng sẽ họp vào thứ Sáu để bàn về cây cầu và ngôi làng.",
    "codes": "The codes PGWRK, FRXQT and WKRP were on the WPHRS crates of KLM, RTL and NPR.",
    "stations": "KDKA KLM WKH WNBC and KTLA of the radio, and the DQG of it.",
    "Danish": "Båden sejler på søen, og føreren på øen i Ærø siger nej til señor Muñoz.",
    "trade marks": "The Ferry® of 5 µm and the Ó Briain® family sailed with iPad and iOS.",
    "Hindi": "परिषद ने निचले पुल पर मतदान टाल दिया, जो gS और dh के साथ है।",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_other_text_is_not_found(text: str) -> None:
    assert found("legacy-font", article(text)) == []
