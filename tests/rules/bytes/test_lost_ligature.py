"""Words that have lost a ligature are found in several languages; sound words are not."""

import pytest

from tests.for_each import for_each
from tests.rules.cases import article, findings, fixed, found

LOST = {
    "spaces": ("The of ce con rmed the con ict.", "The office confirmed the conflict."),
    "a lost ffi": ("The o ce and the o cer left.", "The office and the officer left."),
    "a lost ff": ("The di erent e ort had no e ect.", "The different effort had no effect."),
    "no trace": (
        "The ofcer conrmed the nancial decit.",
        "The officer confirmed the financial deficit.",
    ),
    "the first": ("The rst ght was ocial.", "The first fight was official."),
    "a space in place of the first": (
        "The  rst  ght was ocial.",
        "The first fight was official.",
    ),
    "beside others": (
        "A first field of conflict con rmed.",
        "A first field of conflict confirmed.",
    ),
    "capitals": ("Of cials con rmed the plan.", "Officials confirmed the plan."),
    "a space after": ("The fi rst offi cer left.", "The first officer left."),
    "a space before": ("The fi rst signi ficant plan.", "The first significant plan."),
    "spaces around": ("It was con fi rmed today.", "It was confirmed today."),
    "inflation": ("The in ation and its in uence.", "The inflation and its influence."),
    "scientific": ("The scienti c and speci c plan.", "The scientific and specific plan."),
    "German": (
        "Der Kon ikt mit Of zier Holm, of ziell.",
        "Der Konflikt mit Offizier Holm, offiziell.",
    ),
    "German ff": ("Die Ho nung auf Ö nung.", "Die Hoffnung auf Öffnung."),
    "French": ("Les con its of ciels, dif ciles.", "Les conflits officiels, difficiles."),
    "Spanish": ("La o cina con rmó los con ictos.", "La oficina confirmó los conflictos."),
    "Italian": ("L’u cio ha a ermato il tra co.", None),
    "Portuguese": ("O con ito dos o ciais e a in ação.", None),
    "Dutch": ("Een of cieel slachto er.", "Een officieel slachtoffer."),
    "Swedish": ("De o entliga kon ikten om e ekten.", "De offentliga konflikten om effekten."),
    "Polish": ("Kon ikty i in acja o cjalnie.", "Konflikty i inflacja oficjalnie."),
}

SOUND = {
    "English": "The office confirmed the first financial conflict, off and on; a wi-fi plan.",
    "without ligatures": "The ferry led to a tracking plan of fish; RMS said so.",
    "French": "Il est de ne pas dire; ce con est rare; le fils.",
    "Spanish": "El arma de fuego al ir; a la oficina.",
    "science fiction": "A sci fi story of a hi fi set",
    "Vietnamese": "Được Âu Cơ, Đà Nẵng.",
    "one word alone": "The rst of it.",
    "abbreviations": "The F of CE and of C in UK",
    "Italian": "In queste ore si parla di uomini forti ed esperti, diversi ed uniti.",
}


@pytest.mark.parametrize(("text", "meant"), LOST.values(), ids=LOST)
def test_words_without_their_ligature_are_found(text: str, meant: str | None) -> None:
    [finding] = findings("lost-ligature", article(text))
    assert finding.fix is not None
    assert not finding.fix.safe
    if meant is not None:
        assert fixed("lost-ligature", article(text)) == article(meant)


@for_each(SOUND)
def test_sound_text_is_not_found(text: str) -> None:
    assert found("lost-ligature", article(text)) == []


def test_words_are_found_beside_other_ligatures() -> None:
    text = article("The offer of a flat: the rst of ce in the field.")
    [(_, span, _)] = found("lost-ligature", text)
    assert span == "rst"
