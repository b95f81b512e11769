"""Text is decoded again where its code page is certain, and other text never is."""

import pytest

from corpusfmt.rules._shared.misread import Misread, code_pages, decode_misread
from tests.rules.cases import article, findings, found

CODE_PAGES = {
    "cp437": "cp437",
    "cp850": "cp850",
    "cp852": "cp852",
    "mac-roman": "mac_roman",
    "windows-1250": "cp1250",
}

MEANT = {
    "apostrophes": "The ferry’s “last” run — the town’s hope",
    "a dash": "WASHINGTON — the ferry",
    "money": "a deal of £2m and £3m",
    "German": "früher Größe und Öl für Überfälle",
    "French": "Élève déjà à l’école",
    "degrees": "at 35°C in 20 m²",
    "Russian": "Паром снова ходит",
    "Greek": "Ο τελευταίος σφουγγαράς",
    "Hebrew": "הקו האחרון של הלילה בתל־אביב",
    "Arabic": "مهرجان المطر في المدينة",
    "Hindi": "तालाब का पुनर्जीवन",
    "Thai": "โรงหนังเก่าในเมือง",
    "Korean": "해녀 학교가 문을 열었다, 27일 전국에서",
}

SOUND = {
    "a table": "┌──┬──┐\n│ab│cd│\n├──┼──┤\n└──┴──┘",
    "a tree": "src\n├── a.txt\n│   └── b.txt\n└── c.txt",
    "shades": "░░▒▒▓▓██ and ╔═╦═╗",
    "division with a mark": "die Stra¬ße mit gro¬ßen, k¬øb und ver¬ändern",
    "roots": "√2, √ab, x√y, ∆x ≈ 3, ƒ/2.8, ¬p ∨ q, π ≈ 3",
    "French in capitals": "L’ÎLE, CÔTE, CÔÉ, ALLÔ",
    "Romanian in capitals": "„CASA NOASTRĂ” RĂŞINĂ, ORĂŞENI, ÎN ŢARĂ… Ă–B",
    "Icelandic": "blaðútgáfa, viðæfing, ráðúnautur og Ðí",
    "Slovak": "ŕ, vŕba, kĺb, stĺp — „vŕzgať“, BLIŽŠÍ, ČŠ ČŽ",
    "Vietnamese": "Đ‘ẹp, Đà Nẵng, ĐƯỢC… Ă”",
    "Portuguese": "MANHÃ, IRMÃ…, NAÇÃO”",
    "Urdu": "آپ کا پاکستان، چھوٹے ٹکڑے اور گاڑی",
    "Persian": "پژوهشگران گفتند که چگونه",
    "Greek in capitals": "ΞΈΝΟΣ, ΟΌ και «ΟΧΙ»",
    "Croatian": "Đ“urđevac, ĐAĆ, Đ…",
}


def misread(text: str, encoding: str) -> str:
    """The text as a program writes it that takes its UTF-8 for another encoding.

    A byte without a character is a control character then.
    """
    return "".join(bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in text.encode())


def signs(text: str) -> frozenset[str]:
    return frozenset(filter(lambda character: not character.isascii(), text))


@pytest.mark.parametrize("encoding", CODE_PAGES)
@pytest.mark.parametrize("meant", MEANT.values(), ids=MEANT)
def test_what_was_read_in_a_code_page_is_found_and_comes_back(meant: str, encoding: str) -> None:
    if (encoding, meant) in NEVER:
        pytest.skip("too little is certain")
    text = misread(meant, CODE_PAGES[encoding])
    found = decode_misread(text, code_pages(text, signs(text)))
    assert found is not None
    assert found.text == meant


NEVER = {
    *((encoding, MEANT["apostrophes"]) for encoding in ("mac-roman", "windows-1250")),
    *((encoding, MEANT["a dash"]) for encoding in ("mac-roman", "windows-1250")),
    *((encoding, MEANT["Hebrew"]) for encoding in ("cp850", "cp852")),
}
"""What has no rare character: `‚Äî`, `â€”` and `Îö`, which ftfy knows."""


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_sound_text_is_of_no_code_page(text: str) -> None:
    assert code_pages(text, signs(text)) == []
    assert found("mojibake", article(text)) == []


@pytest.mark.parametrize(
    ("meant", "encoding"),
    [("Οι πόλεις του Αιγαίου", "cp1253"), ("مهرجان المطر في المدينة", "cp1256")],
    ids=["windows-1253", "windows-1256"],
)
def test_an_alphabet_is_known_in_its_own_code_page(meant: str, encoding: str) -> None:
    text = misread(meant, encoding)
    assert decode_misread(text, code_pages(text, signs(text))) == Misread(
        meant, encoding.replace("cp", "windows-"), True
    )


def test_where_two_code_pages_differ_none_is_certain() -> None:
    text = misread("część", "cp437")
    found = decode_misread(text, ["cp437", "cp850"])
    assert found is not None
    assert not found.is_whole


def test_letters_of_another_alphabet_are_put_into_no_latin_word() -> None:
    assert decode_misread("bla\xf0\xfatg\xe1fa", ["cp850"]) is None


def test_the_fix_is_safe_where_a_line_comes_back() -> None:
    [one] = findings("mojibake", article("The ferryΓÇÖs ΓÇ£lastΓÇ¥ run."))
    assert (
        one.message == "“ferryΓÇÖs” is UTF-8 text decoded as cp437 (and 1 more word in this line)"
    )
    assert one.expected == "ferry’s"
    assert one.fix is not None
    assert one.fix.safe


def test_a_line_with_a_weak_sign_is_decoded_where_another_line_is_certain() -> None:
    text = article("┬╗ Next", "The ferryΓÇÖs run.")
    assert [one.expected for one in findings("mojibake", text)] == ["»", "ferry’s"]
    assert found("mojibake", article("┬╗ Next")) == []
