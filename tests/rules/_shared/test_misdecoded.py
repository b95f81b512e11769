"""Text of older encodings that was decoded as another is recognized; sound text is not."""

from pathlib import Path

import pytest

from corpusfmt.rules._shared.misdecoded import decode_again, find_mistake, first_sign, is_damaged
from tests.for_each import for_each
from tests.rules.cases import article, findings, fixed

ARTICLES = sorted((Path(__file__).resolve().parents[3] / "corpus").glob("*.txt"))

TEXTS = {
    "Russian": "Паром снова вышел в море в понедельник утром, на борту было много пассажиров.",
    "Greek": "Το λιμάνι της πόλης άνοιξε ξανά τη Δευτέρα και οι επιβάτες περίμεναν.",
    "Hebrew": "המעבורת יצאה שוב לים ביום שני בבוקר ועל הסיפון היו שישים נוסעים מן העיר",
    "Arabic": "عادت العبارة إلى البحر صباح يوم الاثنين وعلى متنها ستون راكبا من المدينة",
    "Thai": "เรือข้ามฟากออกเดินทางอีกครั้งในวันจันทร์พร้อมผู้โดยสารหกสิบคน",
    "Chinese": "渡轮周一恢复航行，船上有六十名乘客，他们说这是一个好的开始，我们也在等的。",
    "Taiwanese": "渡輪週一恢復航行，船上有六十名乘客，他們說這是一個好的開始，我們也在等的。",
    "Japanese": "月曜日の朝、渡し船が再び港を出た。船には六十人の乗客が乗っていたという。",
    "Korean": "월요일 아침 배가 다시 출항했다. 배에는 승객 육십 명이 타고 있었다. 이는 좋다.",
    "Polish": "Prom znów wypłynął w poniedziałek rano, a żona kapitana się śmiała w łódce.",
    "Czech": "Přívoz opět vyplul v pondělí ráno, řekl kapitán a dodal, že je čas začít.",
    "Hungarian": "A komp hétfőn reggel újra kifutott, mondta a révész, és a tűz kialudt, ősz van.",
    "Romanian": "Feribotul a ieşit luni dimineaţa, cu şaizeci de pasageri, a spus căpitanul.",
    "Turkish": "Feribot pazartesi sabahı denize açıldı, altmış yolcu vardı, yağmur dindi, şimdi.",
    "English": "The captain said she didn’t know, “it’s late,” and that he wouldn’t wait.",
    "German": "Die Fähre fährt über die Förde, und der Kapitän grüßt müde im Nebel der Küste.",
    "Norwegian": "Båten går på øya når været blir bedre, og høsten kommer med sjø og tåke.",
    "Portuguese": "A situação não é fácil, disse o capitão britânico: as crianças são mágicas.",
    "Swiss German": "Fünf Fähren, die künftig über den Fluss führen, kosten nicht mehr.",
    "Masurian": "Prom będzie pływał całą zimę, a większość mieszkańców się śmiała w łódce.",
    "Lithuanian": "Keltas pirmadienį išplaukė, sakė šeši keleiviai, ir žiemą jis plauks į čia.",
    "Latvian": "Prāmis pirmdien izbrauca jūrā, teica kapteinis, un šoziem tas brauks līdz Rīgai.",
    "Italian": "Nelle città dell’isola, già isolate, il traghetto è più lento, perciò così pieno.",
    "Breton": "Le bateau est arrivé à Skerry, où l’équipage a dîné à bord, déjà très fatigué.",
    "French": "Le café de l’été, déjà fermé, n’était plus là, d’après l’hôtelière.",
}

DAMAGES = [
    ("French", "windows-1252", "windows-1253"),
    ("German", "windows-1252", "windows-1253"),
    ("Russian", "windows-1251", "windows-1252"),
    ("Russian", "koi8-r", "windows-1252"),
    ("Russian", "iso-8859-5", "windows-1252"),
    ("Russian", "koi8-r", "windows-1251"),
    ("Russian", "windows-1251", "koi8-r"),
    ("Russian", "cp866", "windows-1251"),
    ("Russian", "windows-1251", "cp866"),
    ("Lithuanian", "windows-1257", "windows-1252"),
    ("Latvian", "windows-1257", "windows-1252"),
    ("Russian", "utf-8", "koi8-r"),
    ("Russian", "utf-8", "cp866"),
    ("Greek", "windows-1253", "windows-1252"),
    ("Hebrew", "windows-1255", "windows-1252"),
    ("Arabic", "windows-1256", "windows-1252"),
    ("Thai", "cp874", "windows-1252"),
    ("Chinese", "gb18030", "windows-1252"),
    ("Taiwanese", "big5", "windows-1252"),
    ("Japanese", "shift_jis", "windows-1252"),
    ("Japanese", "euc-jp", "windows-1252"),
    ("Korean", "euc-kr", "windows-1252"),
    ("Polish", "windows-1250", "windows-1252"),
    ("Masurian", "iso8859-2", "windows-1252"),
    ("Czech", "windows-1250", "windows-1252"),
    ("Hungarian", "windows-1250", "windows-1252"),
    ("Romanian", "windows-1250", "windows-1252"),
    ("Turkish", "windows-1254", "windows-1252"),
    ("English", "mac-roman", "windows-1252"),
    ("English", "windows-1252", "mac-roman"),
    ("Italian", "windows-1252", "windows-1250"),
    ("Breton", "windows-1252", "windows-1250"),
    ("French", "mac-roman", "windows-1252"),
    ("French", "windows-1252", "cp437"),
    ("German", "windows-1252", "cp437"),
    ("German", "windows-1252", "mac-roman"),
    ("German", "mac-roman", "windows-1252"),
    ("Norwegian", "mac-roman", "windows-1252"),
    ("English", "windows-1252", "cp437"),
    ("Portuguese", "mac-roman", "windows-1252"),
    ("Swiss German", "windows-1252", "mac-roman"),
    ("Norwegian", "windows-1252", "cp437"),
    ("Hebrew", "utf-8", "windows-1255"),
    ("Thai", "utf-8", "cp874"),
    ("Chinese", "utf-8", "windows-1252"),
    ("German", "cp437", "windows-1252"),
]

SOUND = {
    "Greek with Latin": "Η εταιρεία IKEA και η BMW είπαν ότι το Thιβtre και το fermά άνοιξαν.",
    "Slovak": "Vŕba a vŕby stŕpli, tŕne a kŕmidlá; „ŕ“ a kŕč.",
    "Icelandic": "Það er þögn á Þingvöllum, ýmist regn eða sól, og fólkið bíður ævinlega.",
    "Portuguese": "NÃO HÁ PÃES À MÃO; a nação de amanhã, às três, põe o avô.",
    "French": "Île, maïs, où, ambiguë, à Besançon: L’ÉTÉ À L’ÎLE.",
    "Norwegian": "På øya sier de: “Å, så blå!” 3 m³ og 5 m².",
    "Estonian": "Tõnu õpib võõrkeeli, öö on külm ja jõgi kõrge.",
    "Vietnamese": "Được Âu Cơ, Đà Nẵng, ÁO DÀI, mỹ phẩm, thủ đô.",
    "Italian": "Lunedì l’ospedale di Tromsø è più vicino, così com’è.",
    "Danish": "Båden sejler på søen, og æbler – ”grå” – er på øen… så æde.",
    "Greek capitals": "ΤΟ «ΝΕΟ» ΞΕΝΟ… ΠΛΟΙΟ’ ΤΟ ΤΕΛΟΣ – «ΑΥΤΟ» ΚΙ ΑΛΛΟ” ΣΤΟ ΛΙΜΑΝΙ.",
    "Hebrew": "ג׳ורג׳ ו״צה״ל״, ז׳בוטינסקי, צ׳כיה, רח׳ הרצל – מס׳ 5.",
    "Persian": "شرط، حفظ؛ لفظ؟ «خط» و محافظ… نقاط – فقط.",
    "Thai": "เธอและเธอบอกเธอว่าเธอจะไป เนื่องจากเน้นเธอ",
    "Irish": "Tháinig an bád ó Sceirí ar maidin; ó am go ham. Dúirt Seán Ó Briain é.",
    "Kurdish": "Keştî û kapîtan û rêwî çûn; 5 û 6.",
    "Italian of Venice": "Più giù, laggiù: ù è una lettera.",
    "the Icelandic letter": "The letters “Ð” and Ð, ð.",
    "a Spanish letter": "La letra Ñ es de aquí.",
    "prices": "The fare is 5 €™ and €5; a €20 note, a€ and “€”.",
    "capitals": "ПАРОМ ВЫШЕЛ В МОРЕ, СКАЗАЛА КАПИТАН ИВАНОВА, ПАССАЖИРЫ ЖДАЛИ УТРА.",
    "Spanish": "El país está así: ¿qué?, ¡no!, la niñez y el pingüino, allí, según él.",
}


def as_read(text: str, encoding: str, decoded: str) -> str:
    """Return a text in an encoding, read in another; gaps of windows-1252 are latin-1."""
    characters: list[str] = []
    if not decoded.startswith(("windows-125", "cp874")):
        return text.encode(encoding).decode(decoded)
    for byte in text.encode(encoding):
        one = bytes([byte])
        try:
            characters.append(one.decode(decoded))
        except UnicodeDecodeError:
            characters.append(one.decode("latin-1"))
    return "".join(characters)


@pytest.mark.parametrize(("name", "encoding", "decoded"), DAMAGES)
def test_the_mistake_is_recognized_and_undone(name: str, encoding: str, decoded: str) -> None:
    text = as_read(TEXTS[name], encoding, decoded)
    mistake = find_mistake(text, frozenset(text))
    assert mistake is not None
    assert (mistake.encoding, mistake.decoded) == (encoding, decoded)
    assert is_damaged(text, mistake)
    assert decode_again(text, mistake) == TEXTS[name]


@for_each({**TEXTS, **SOUND})
def test_sound_text_is_not_recognized(text: str) -> None:
    assert find_mistake(text, frozenset(text)) is None


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_no_sample_article_is_recognized(path: Path) -> None:
    text = path.read_text("utf-8")
    assert find_mistake(text, frozenset(text)) is None


@pytest.mark.parametrize("name", ["Russian", "Polish", "Chinese"])
def test_the_rule_reports_each_line_and_repairs_it(name: str) -> None:
    encoding = {"Russian": "windows-1251", "Polish": "windows-1250", "Chinese": "gb18030"}[name]
    text = article(as_read(TEXTS[name], encoding, "windows-1252"))
    [finding] = findings("mojibake", text)
    assert f"is {encoding} text decoded as windows-1252" in finding.message
    assert finding.fix is not None
    assert not finding.fix.safe
    assert fixed("mojibake", text) == article(TEXTS[name])


@pytest.mark.parametrize(
    ("name", "encoding", "decoded"),
    [
        ("Russian", "koi8-r", "windows-1251"),
        ("Russian", "utf-8", "cp866"),
        ("Czech", "windows-1250", "windows-1252"),
        ("Greek", "windows-1253", "windows-1252"),
        ("Thai", "utf-8", "cp874"),
    ],
)
def test_a_sound_line_beside_a_damaged_one_is_not_found(
    name: str, encoding: str, decoded: str
) -> None:
    text = article(TEXTS[name], as_read(TEXTS[name], encoding, decoded), TEXTS[name])
    assert [finding.start for finding in findings("mojibake", text)] == [
        text.index(as_read(TEXTS[name], encoding, decoded)[:5])
    ]


ALONE = {
    "a dash of Mac": ("SKERRY – the ferry sailed", "mac_roman", "cp1252"),
    "an ellipsis of Mac": ("The ferry sailed… sort of", "mac_roman", "cp1252"),
    "pounds": ("A fare of £6.20", "cp1252", "cp437"),
    "a dash in DOS": ("SKERRY (AP) — The ferry sailed", "cp1252", "cp437"),
    "years in DOS": ("The winter of 2016–17", "cp1252", "cp437"),
    "years in Mac": ("The winter of 2016–17", "cp1252", "mac_roman"),
    "a dash in Mac": ("SKERRY — The ferry sailed", "cp1252", "mac_roman"),
}


@pytest.mark.parametrize(("meant", "encoding", "decoded"), ALONE.values(), ids=ALONE)
def test_one_sign_is_enough_where_no_text_has_it(meant: str, encoding: str, decoded: str) -> None:
    text = as_read(meant, encoding, decoded)
    assert fixed("mojibake", article(text)) == article(meant)


def test_what_is_left_of_a_quotation_mark_is_found() -> None:
    [finding] = findings("mojibake", article("It a€™s late, and a€œshea€ isna€™t here."))
    assert "is utf-8 text decoded as windows-1252" in finding.message
    assert finding.fix is None


def test_lines_with_lost_bytes_are_reported_and_left() -> None:
    right = "渡轮周一恢复航行，船上有六十名乘客。他们说，很好。"
    lossy = right.encode().decode("gb18030", "replace")
    found = findings("mojibake", article(lossy))
    assert len(found) == 1
    assert found[0].fix is None


def test_the_first_sign_of_a_line_is_shown() -> None:
    text = as_read(TEXTS["Russian"], "windows-1251", "windows-1252")
    mistake = find_mistake(text, frozenset(text))
    assert mistake is not None
    assert first_sign(f"x {text}", mistake) == (2, 7)
