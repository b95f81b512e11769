"""Invisible characters are found where they have no use, kind by kind, and only there."""

import pytest

from tests.rules.cases import article, findings, fixed, found

USED = {
    "ascii": "plain",
    "hard blanks": "10\u00a0000 \u202f! \u3000",
    "Persian": "می\u200cشود و خانه\u200cها",
    "Persian at the end of a word": "کتاب\u200c ها",
    "an abbreviation of a year": "۱۴۰۰ ه\u200d ش",
    "Hindi": "क्\u200dष और क्\u200cष",
    "Kannada at the end of a word": "ಇಂಟರ್\u200cನೆಟ್\u200c ನಲ್ಲಿ",
    "Malayalam chillu": "അവന്\u200d പറഞ്ഞു",
    "Sinhala": "ශ්\u200dරී ලංකා",
    "a family": "👩\u200d👩\u200d👧\u200d👦 und 👩🏽\u200d🚀",
    "a rainbow flag": "🏳\ufe0f\u200d🌈",
    "a nodding head": "🙂\u200d↔\ufe0f",
    "a heart": "❤\ufe0f © © ©\ufe0f 1\ufe0f\u20e3 ☎\ufe0e",
    "variants of an ideograph": "葛\U000e0100飾区 辻\U000e0101",
    "the flag of Scotland": "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "Khmer and Thai": "ភាសា\u200bខ្មែរ ภาษา\u200bไทย ພາສາ\u200bລາວ",
    "marks in Hebrew": "אמר: (BBC)\u200f והוסיף C++\u200e",
    "an isolate in Arabic": "قال \u2068Reuters\u2069 إن \u202aA-10\u202c",
    "an accent on an accent": "a\u0301\u034f\u0300",
    "Mongolian": "ᠠᠮᠠ\u180eᠨ",
    "a byte-order mark": "\ufeff\ufefftext",
}

USELESS = {
    "a zero-width space": ("in\u200bside é", [("1:3", "\u200b", "zero-width space U+200B")]),
    "a zero-width space beside Thai": (
        "ไทย\u200b abc",
        [("1:4", "\u200b", "zero-width space U+200B")],
    ),
    "soft hyphens": (
        "Donau\xaddampf\xadschiff\nfahrt\xads",
        [("1:6", "\xad", "3 soft hyphens U+00AD, the first one here")],
    ),
    "a word joiner": ("a\u2060b", [("1:2", "\u2060", "word joiner U+2060")]),
    "U+FEFF inside": ("\ufeffa\ufeffb", [("1:3", "\ufeff", "zero-width no-break space U+FEFF")]),
    "an override": ("abc \u202edef", [("1:5", "\u202e", "bidirectional control U+202E")]),
    "an override in Hebrew": ("אבג \u202edef", [("1:5", "\u202e", "bidirectional control U+202E")]),
    "an embedding that nothing closes": (
        "אבג \u202adef",
        [("1:5", "\u202a", "bidirectional control U+202A")],
    ),
    "an isolate and a mark in Latin": (
        "\u2066a\u2069\u200e",
        [
            (
                "1:1",
                "\u2066",
                "3 bidirectional controls U+200E U+2066 U+2069, the first one here",
            )
        ],
    ),
    "a non-joiner in Latin": ("Auf\u200clage", [("1:4", "\u200c", "zero-width non-joiner U+200C")]),
    "a joiner alone": ("a \u200d b", [("1:3", "\u200d", "zero-width joiner U+200D")]),
    "a joiner after its emoji": ("👩\u200d and", [("1:2", "\u200d", "zero-width joiner U+200D")]),
    "a selector without its emoji": (
        "a \ufe0f b",
        [("1:3", "\ufe0f", "variation selector U+FE0F")],
    ),
    "a selector at the start": ("\ufe0fa", [("1:1", "\ufe0f", "variation selector U+FE0F")]),
    "a selector after a letter": (
        "a\U000e0100b",
        [("1:2", "\U000e0100", "variation selector U+E0100")],
    ),
    "hidden tags": (
        "a\U000e0061\U000e0062\U000e0020b",
        [("1:2", "\U000e0061\U000e0062\U000e0020", "3 tag characters U+E0020 U+E0061 U+E0062")],
    ),
    "padding of a letter": ("a\u034f b", [("1:2", "\u034f", "grapheme joiner U+034F")]),
    "two kinds": (
        "a\u200bb\xadc\u200b",
        [
            ("1:4", "\xad", "soft hyphen U+00AD"),
            ("1:2", "\u200b", "2 zero-width spaces U+200B, the first one here"),
        ],
    ),
}


@pytest.mark.parametrize("text", USED.values(), ids=USED)
def test_what_has_its_use_is_not_found(text: str) -> None:
    assert found("invisible-character", text) == []


@pytest.mark.parametrize(("text", "reported"), USELESS.values(), ids=USELESS)
def test_what_has_no_use_is_found(text: str, reported: list[tuple[str, str, str]]) -> None:
    shown = [
        (place, span, message.removesuffix(", the first one here"))
        for place, span, message in reported
    ]
    heard = [
        (place, span, message.removesuffix(", the first one here"))
        for place, span, message in found("invisible-character", text)
    ]
    assert heard == shown


SAFE = {
    "inside words": (
        article("The fer\xadry sails on Mon\xadday."),
        article("The ferry sails on Monday."),
        True,
    ),
    "at the edge of a word": (article("The fer\xad -ry."), article("The fer -ry."), False),
    "at a space in a word": (article("The fer\xad ry."), article("The ferry."), False),
    "at a line end": (
        article("Die Lager\xad\nhalle am Kai."),
        article("Die Lagerhalle am Kai."),
        False,
    ),
    "suspended": (article("Die Vor\xad und Nachteile."), article("Die Vor- und Nachteile."), False),
    "before a capital": (article("Nord\xad\nSüd"), article("Nord-Süd"), False),
    "at the end of a paragraph": (article("Lager\xad", "halle"), article("Lager", "halle"), False),
    "a paragraph": (article("One.", "\u200b", "Two."), article("One.", "Two."), True),
    "in the title": ("# Ferry\u2060 Runs\n\nText.\n", "# Ferry Runs\n\nText.\n", True),
    "direction in Latin": (article("By \u202aIda\u202c Holm"), article("By Ida Holm"), True),
    "a turn in Latin": (article("The \u202efer\u202cry."), article("The ferry."), False),
    "a turn in Hebrew": (article("אבג \u202edef"), article("אבג def"), False),
    "what becomes a mark": (article("a *\u200b*bold** b"), article("a **bold** b"), False),
    "what becomes a heading": (article("One.", "\u200b## Two"), article("One.", "## Two"), False),
}


@pytest.mark.parametrize(("text", "wanted", "safe"), SAFE.values(), ids=SAFE)
def test_the_fix_leaves_them_out_and_is_safe_where_nothing_else_changes(
    text: str, wanted: str, safe: bool
) -> None:
    assert fixed("invisible-character", text) == wanted
    assert findings("invisible-character", wanted) == []
    [finding] = findings("invisible-character", text)
    assert finding.fix is not None
    assert finding.fix.safe is safe


def test_there_is_no_fix_where_the_bytes_are_no_text() -> None:
    assert findings("invisible-character", b"a\xe2\x80\x8bb \xff")[0].fix is None


def test_a_byte_between_two_letters_of_latin_1_is_not_removed() -> None:
    [finding] = findings("invisible-character", article("áÅÐÊèÇ¹ãË\xadèà"))
    assert finding.fix is None


def test_a_byte_of_cyrillic_is_not_removed() -> None:
    right = "Новый паром снова вышел в море, на нём было много пассажиров, сообщил капитан."
    text = right.encode("cp866").decode("cp1251", "replace").replace("\ufffd", "")
    assert "\xad" in text
    assert [finding.fix for finding in findings("invisible-character", article(text))] == [None]
