"""Accents apart from their letters are found; apostrophes and quotation marks are not."""

import pytest

from tests.for_each import for_each
from tests.rules.cases import article, findings, fixed, found

JOINED = {
    "before the letter": ("Le caf´e et la fl´eche, le th´e.", "Le café et la fléche, le thé."),
    "after the letter": ("Le re´gime et la se´rie.", "Le régime et la série."),
    "a diaeresis": ("Herr M¨uller und Frau K¨onig.", "Herr Müller und Frau König."),
    "a tilde": ("El se˜nor ma˜nana.", "El señor mañana."),
    "a circumflex": ("La fˆete au chˆateau.", "La fête au château."),
    "a cedilla": ("Le gar¸con et la fa¸cade.", "Le garçon et la façade."),
    "a caron": ("Praˇzský pˇrístav.", "Pražský přístav."),
    "a ring": ("Det g˚ar bra.", "Det går bra."),
    "a tilde after the letter": ("El sen˜or, la man˜ana.", "El señor, la mañana."),
}
SPACED = {
    "a space before": "Le caf ´e est ferm ´e.",
    "a space after": "Le caf´ e est ferm´ e.",
    "spaces around": "Le caf ´ e est ferm ´ e.",
    "a combining accent": "Le cafe \u0301 est ferme \u0301.",
    "one of a rare kind": "El se ˜nor.",
}
SOUND = {
    "English": "I don´t know, it´s late, they´re here, we´ll see, she´d go, rock´n´roll.",
    "French": "L´avion et l´école, d´une île, qu´il voit, jusqu´à jeudi.",
    "a name": "Mr O´Brien and Ms O´Neil.",
    "quotation marks": "El capitán dijo ¨el barco¨ y ¨un puerto¨ ayer.",
    "other quotation marks": "Das ´alte´ Boot und das ´neue´ Schiff.",
    "one accent": "It is a ´e in the word, cafe´ she wrote.",
    "degrees": "At 20˚C and 5 ˚C.",
    "a tilde": "It takes ˜100 minutes.",
    "accents": "Le café, la façade, Müller, señor, å.",
    "a formula": "x ˙ = y − x",
    "a face": "ˆ_ˆ",
}


@pytest.mark.parametrize(("text", "meant"), JOINED.values(), ids=JOINED)
def test_accents_are_found_and_joined(text: str, meant: str | None) -> None:
    [finding] = findings("detached-accent", article(text))
    assert finding.fix is None or not finding.fix.safe
    if meant is not None:
        assert fixed("detached-accent", article(text)) == article(meant)


@for_each(SPACED)
def test_accents_beside_spaces_are_found_without_a_fix(text: str) -> None:
    [finding] = findings("detached-accent", article(text))
    assert finding.fix is None


@for_each(SOUND)
def test_sound_text_is_not_found(text: str) -> None:
    assert found("detached-accent", article(text)) == []


def test_all_are_one_finding() -> None:
    text = article("Le caf´e et le th´e.")
    assert found("detached-accent", text) == [
        ("5:6", "f´e", "accents are apart from their letters: “f´e” and “h´e”")
    ]


def test_words_that_begin_with_the_sign_of_a_vowel_are_found() -> None:
    text = article("अधयक ने कहा \u093fक योजना अचछी है और \u093fलया।")
    assert len(found("detached-accent", text)) == 1
    assert found("detached-accent", article("अध्यक्ष ने कहा कि योजना अच्छी है।")) == []


def test_a_second_dot_is_removed() -> None:
    text = article("Belediye i\u0307lk seferi i\u0307stedi.")
    assert fixed("detached-accent", text) == article("Belediye ilk seferi istedi.")


def test_an_accent_before_a_space_is_joined_with_its_letter() -> None:
    text = article("Le maire a de\u00b4clare\u00b4 que la pre\u00b4sidente e\u00b4tait la\u0300.")
    meant = article("Le maire a d\u00e9clar\u00e9 que la pr\u00e9sidente \u00e9tait la\u0300.")
    assert fixed("detached-accent", text) == meant


def test_an_accent_before_the_last_letter_is_no_apostrophe() -> None:
    text = article("La decisio\u00b4n segu\u00b4n el alcalde llega.")
    assert fixed("detached-accent", text) == article(
        "La decisi\u00f3n seg\u00fan el alcalde llega."
    )
    assert found("detached-accent", article("Das ist so\u00b4n Ding, und so\u00b4n Boot.")) == []


def test_burmese_of_an_old_font_is_found() -> None:
    text = article("\u103bမန္မာ \u1031လွ်ာက္ \u1031ျပာသည္။")
    assert len(found("detached-accent", text)) == 1
    assert found("detached-accent", article("မြန်မာနိုင်ငံ ကူးတို့လှေ ပြန်လည်ပြေးဆွဲမည်။")) == []
