"""Wrongly decoded words are found and repaired, and correct words of any language are not."""

from pathlib import Path

import pytest

from corpusfmt.text.edits import apply
from tests.rules.cases import article, expected, findings, fixed, found

ARTICLES = sorted((Path(__file__).resolve().parents[3] / "corpus").glob("*.txt"))

SOUND = {
    "Portuguese": "A MAÇÃ DE AMANHÃ, A NAÇÃO E O PÃO: “SÃO PAULO” – IRMÃ… MANHÃ”",
    "Portuguese in running text": "Não há Ã sozinho; À tarde, Ângela — Â e Ê.",
    "French": "L’ÎLE «Âme» : à 5 °C, forêt, Noël ; 10 €, cœur, haïr, «haï»",
    "Romanian": "ÎN ȚARĂ, ÂNCĂ… „Ăla” și Ă–B",
    "German": "Die ‚Ämter‘, „Ärger“ und Größe: 5 € … ›Ä‹ ß§",
    "Swedish": "SMÅ BARN, ”PÅ” Å – Ö… §Å",
    "Danish": "Ø – Ø… BLÅ ‘Ø’",
    "Icelandic": "það – með Ð… ÞAÐ",
    "Spanish": "ESPAÑA «AÑO» NIÑ@S Ñ… 5 º",
    "Vietnamese": "Được Âu Cơ, Đà Nẵng, ÁO DÀI, Ấn Độ…",
    "Turkish": "“ÂŞIK” İstanbul ÇAĞ",
    "Polish": "Łódź, ŻÓŁĆ – „Źródło” ąęć",
    "Russian": "Россия, Рим, «Рёв», С° и Вёсна — Р€",
    "Serbian": "Ђоковић: „Ђурђевдан” вЂ Ѕ ѕвезда",
    "Greek": "Γιατί; «Γη» Ώρα Ξένος β€",
    "measures": "5 µm, √2, 3×4 ¤ 100 ¦ x√y",
    "Japanese": "日本語の「テキスト」です。",
    "Arabic": "قال الوزير إن العدد 5×3",
    "C1 controls are another rule's": "the winter\x92s mail, \x93so\x94",
    "French with â": "Un mât, un dégât, il bât et l’âme du château",
    "Romanian with â": "A râs, cât și atât, mânâs",
    "Chinese with a rare character": "电极用鈥合金制成",
    "fractions and notes": "1½ – Fußnote¹ – Maß² – Temperatur −5°",
}


def as_read(text: str, encoding: str) -> str:
    """The text as a program writes it that takes its UTF-8 for another encoding.

    Gaps of windows-1252 are latin-1.
    """
    return "".join(
        bytes([byte]).decode(
            encoding if encoding != "windows-1252" or byte not in GAPS else "latin-1"
        )
        for byte in text.encode()
    )


GAPS = (0x81, 0x8D, 0x8F, 0x90, 0x9D)

MEANT = {
    "French in windows-1252": ("Élève à Paris, où l’été dure déjà : « ça »", "windows-1252"),
    "French in latin-1": ("Le café de l’été", "latin-1"),
    "German": ("Größe und Überfälle in Österreich", "windows-1252"),
    "Polish": ("Zażółć gęślą jaźń", "windows-1252"),
    "Turkish": ("İstanbul’da çağrı yapıldı", "windows-1252"),
    "Russian in windows-1252": ("Паром снова ходит", "windows-1252"),
    "Ukrainian in latin-1": ("Бібліотека на колесах", "latin-1"),
    "Greek": ("Ο τελευταίος σφουγγαράς", "windows-1252"),
    "Hebrew": ("הקו האחרון של הלילה", "windows-1252"),
    "Arabic": ("مهرجان المطر في المدينة", "windows-1252"),
    "Hindi": ("तालाब का पुनर्जीवन", "windows-1252"),
    "Thai": ("โรงหนังเก่า", "windows-1252"),
    "Vietnamese": ("Chợ nổi trên sông Hậu", "windows-1252"),
    "Chinese": ("老茶馆又开门了，客人很多。", "windows-1252"),
    "a Chinese full stop": ("门开了。", "windows-1252"),
    "Japanese": ("駅の大時計が動き出した。", "windows-1252"),
    "Korean": ("해녀 학교가 문을 열었다", "windows-1252"),
    "emoji": ("The ferry sails 🚢 today", "windows-1252"),
    "a mark": ("\ufeffThe ferry", "windows-1252"),
    "Mac": ("Malmö", "mac-roman"),
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_sound_text_is_not_found(text: str) -> None:
    assert found("mojibake", text) == []


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_no_sample_article_is_found_and_each_of_another_alphabet_is_if_it_is_read_wrongly(
    path: Path,
) -> None:
    text = path.read_text("utf-8")
    assert found("mojibake", text) == []
    if sum(each.isalpha() and not each.isascii() for each in text) > 200:
        assert len(found("mojibake", as_read(text, "windows-1252"))) > 3


@pytest.mark.parametrize(("meant", "encoding"), MEANT.values(), ids=MEANT)
def test_what_was_read_wrongly_is_found_and_repaired(meant: str, encoding: str) -> None:
    text = article(as_read(meant, encoding))
    assert fixed("mojibake", text) == article(meant.removeprefix("\ufeff"))


CASES = {
    "a word": (
        "The cafÃ© reopens",
        [("1:5", "cafÃ©", "“cafÃ©” is UTF-8 text decoded as windows-1252")],
    ),
    "latin-1": (
        "so\nitâ\x80\x99s",
        [("2:1", "itâ\x80\x99s", "“itâ\\u0080\\u0099s” is UTF-8 text decoded as latin-1")],
    ),
    "two words": (
        "Ã‰lÃ¨ve Ã©mu",
        [
            (
                "1:1",
                "Ã‰lÃ¨ve",
                "“Ã‰lÃ¨ve” is UTF-8 text decoded as windows-1252 (and 1 more word in this line)",
            )
        ],
    ),
    "among sound words": (
        "“Élan” in MalmÃ¶",
        [("1:11", "MalmÃ¶", "“MalmÃ¶” is UTF-8 text decoded as another encoding")],
    ),
    "Mac among quotation marks": (
        "“Malm√∂” and Plo√´rmel",
        [
            (
                "1:1",
                "“Malm√∂”",
                "““Malm√∂”” is UTF-8 text decoded as mac-roman (and 1 more word in this line)",
            )
        ],
    ),
}


@pytest.mark.parametrize(("text", "shown"), CASES.values(), ids=CASES)
def test_the_first_word_of_a_line_is_shown(text: str, shown: list[tuple[str, str, str]]) -> None:
    assert found("mojibake", text) == shown


def test_a_line_with_other_letters_of_the_same_encoding_is_found() -> None:
    meant = "# Tåget går\n\n\n\nDet släppte bromsen och lät visslan ljuda över sjön.\n"
    wrong = meant.encode("windows-1252").decode("cp437")
    assert [place for place, _, _ in found("mojibake", wrong)] == ["1:3", "5:5"]
    edits = [edit for one in findings("mojibake", wrong) if one.fix for edit in one.fix.edits]
    assert apply(wrong, edits) == meant


def test_what_was_read_wrongly_twice_is_repaired_at_once() -> None:
    assert expected(
        "mojibake", as_read(as_read("the winter’s mail", "windows-1252"), "windows-1252")
    ) == ["winter’s"]


def test_a_letter_before_a_quotation_mark_is_no_lost_byte() -> None:
    [one] = findings("mojibake", article("“Élan” in â€œMalmÃ¶â€\x9d today"))
    assert one.expected == "“Malmö”"


def test_a_closing_quotation_mark_without_its_last_byte_is_none_of_daggers() -> None:
    text = article("â€œIt was lively,â€ said the captain.")
    assert fixed("mojibake", text) == article("“It was lively,” said the captain.")
    assert not is_safe(text)


SAFE = {
    "a line": (article("The cafÃ© reopens."), True),
    "a line beside sound ones": (article("The cafÃ© reopens.", "Élan."), True),
    "a line with sound words": (article("The cafÃ© of Élan."), False),
    "words in marks": (article("The **cafÃ©** reopens."), True),
}


@pytest.mark.parametrize(("text", "safe"), SAFE.values(), ids=SAFE)
def test_the_fix_is_safe_where_whole_lines_come_back(text: str, safe: bool) -> None:
    assert is_safe(text) is safe


def is_safe(text: str) -> bool:
    [finding] = findings("mojibake", text)
    assert finding.fix is not None
    return finding.fix.safe


LOST = {
    "Greek": as_read("αγορά", "windows-1252").replace("\x81", ""),
    "Russian": as_read("Привет из Крыма", "windows-1252").replace("\x80", "").replace("Ñ€", "Ñ"),
}


@pytest.mark.parametrize("text", LOST.values(), ids=LOST)
def test_a_word_with_lost_bytes_is_found_and_left(text: str) -> None:
    [finding] = findings("mojibake", article(text))
    assert finding.message.endswith("; some of its bytes are lost")
    assert finding.fix is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The council doesnât know, and itâs late.", "UTF-8 text decoded as windows-1252"),
        ('The captainâ€"s house was on the pier.', "UTF-8 text decoded as windows-1252"),
        ('The PowerFerryâ"¢ sailed.', "UTF-8 text decoded as windows-1252"),
        ("Vapur yola çıktı ğŸ˜Š dedi.", "UTF-8 text decoded as windows-1254"),
        ("The council鈥檚 ferry sailed.", "UTF-8 text decoded as gb18030"),
    ],
)
def test_an_apostrophe_alone_shows_the_mistake(text: str, shown: str) -> None:
    [(_, _, message)] = found("mojibake", article(text))
    assert message.lower().endswith(shown.lower())
