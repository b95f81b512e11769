"""Sentences and words that are glued together are found; names with a dot inside are not."""

import pytest

from tests.rules.cases import article, expected, findings, fixed, found

BODY = "The first ferry since October sailed on Monday with 61 passengers."

GLUED = {
    "a short word": ("Le maire a dit aux habitantsLe vote a lieu.", "habitantsLe"),
    "a comma in Russian": ("Город ждёт проверки,которая идёт.", "проверки,которая"),
    "English": ("The quay was closed on Monday.Residents use the pier.", "Monday.Residents"),
    "a question": ("Who was on board?Nobody knows that yet.", "board?Nobody"),
    "short words": ("The captain said it.He was calm.", "it.He"),
    "a contraction": ("The captain didn’t.She was calm.", "didn’t.She"),
    "a pronoun": ("The ferry was late.I waited.", "late.I"),
    "after a quotation": ("“I know the ferry.”The captain was calm.", "ferry.”The"),
    "before a quotation": ("The captain was calm.“We sail today,” she said.", "calm.“We"),
    "before a quotation in Spanish": ("La capitana calló.«Zarpamos hoy», dijo.", "calló.«Zarpamos"),
    "in brackets": ("The ferry (which sails.Always) is late.", "sails.Always"),
    "before a comma": ("The ferry sails.Today, she is late.", "sails.Today"),
    "German": ("Die Fähre fährt wieder.Öfter als im Herbst.", "wieder.Öfter"),
    "French": ("Le bateau est parti.Été comme hiver, il part.", "parti.Été"),
    "Spanish": ("El ferry zarpó ayer.Ánimo no faltaba a bordo.", "ayer.Ánimo"),
    "Polish": ("Prom wypłynął wczoraj.Świeciło słońce.", "wczoraj.Świeciło"),
    "Turkish": ("Feribot dün yola çıktı.İlk sefer ekimdeydi.", "çıktı.İlk"),
    "Russian": ("Паром вышел в понедельник.Жители ждали на пирсе.", "понедельник.Жители"),
    "Greek": ("Το πλοίο σάλπαρε χθες.Όλοι περίμεναν.", "χθες.Όλοι"),
    "Greek without an accent": ("Το πλοίο σάλπαρε χθες.Πολλοί περίμεναν.", "χθες.Πολλοί"),
    "Greek, an article": ("Το πλοίο σάλπαρε χθες.Η είσοδος είναι ελεύθερη.", "χθες.Η"),
    "Russian, a preposition": ("Паром вышел в понедельник.В порту ждали.", "понедельник.В"),
    "Arabic": ("الميناء مغلق.العبارة تنتظر.", "مغلق.العبارة"),
    "Arabic, a question": ("هل الميناء مغلق؟العبارة تنتظر.", "مغلق؟العبارة"),
    "Persian, a short verb": ("چرخ ساخته شد.سنگ از روستا آمد.", "شد.سنگ"),
    "Persian": ("بندر بسته است.کشتی منتظر است.", "است.کشتی"),
    "Hebrew": ("הנמל סגור היום.המעבורת ממתינה.", "היום.המעבורת"),
    "Hindi": ("नाव सोमवार को चली।यात्री खुश थे।", "चली।यात्री"),
    "Bengali": ("নৌকা সোমবার ছাড়ল।যাত্রীরা খুশি।", "ছাড়ল।যাত্রীরা"),
    "Vietnamese": ("Phà rời bến hôm qua.Trên tàu có nhiều khách.", "qua.Trên"),
}
WORDS = {
    "English": ("The boards are rottenRepairs should take six weeks.", "rottenRepairs"),
    "a heading": ("The islanders waitedWhat it costs is not known.", "waitedWhat"),
    "Swedish": ("Färjan gick igår och alla väntadeNästa tur går på fredag.", "väntadeNästa"),
    "Russian": ("Все жители острова ждалиПаром вышел утром.", "ждалиПаром"),
}

MORE = {
    "a comma": ("The ferry sails on monday,and she is late.", "monday,and", "monday, and"),
    "a comma, German": ("Die Fähre kommt,aber sie ist spät.", "kommt,aber", "kommt, aber"),
    "a year before a word": ("It was built in 1911and is late.", "1911and", "1911 and"),
    "a year, German": ("Sie fuhr bis 2019und dann nicht.", "2019und", "2019 und"),
    "a year": ("It was built in 2019The ferry is late.", "2019The", "2019 The, or two sentences"),
    "a link": (
        "She asked the[ferry office](https://a.example/b) about it.",
        "the[ferry office",
        "the [ferry office]",
    ),
}


@pytest.mark.parametrize(("line", "where", "right"), MORE.values(), ids=MORE)
def test_commas_years_and_links_are_found(line: str, where: str, right: str) -> None:
    text = article(BODY, line)
    assert [span for _, span, _ in found("glued-sentence", text)] == [where]
    assert expected("glued-sentence", text) == [right]


NAMES = [
    "Так писала газета «Вести.Тарн», и так писала „Заря.Норд“ о пароме.",
    "نشر موقع تارن.كوم الخبر عن العبارة.",
    "In the 1990s, 2019er Wein, 2000m, 12and 3, A1911and, 1.911and and 2019android.",
    "See fig.A and J.K Rowling, prof.2A and theor no.C of vit.D and etc.",
    "See https://a.example/late,ferries or a.example/times,prices now.",
    "It costs 1,200 or 1,5 and has the fields name,place,date.",
    "The un[believable](https://a.example/b) ferry of the Euro2024Cup and the 2024ers.",
    "Node.js Ltd of Norland keeps its pages.",
    "Booking.Com has rooms on the island.",
    "قال د.أحمد إن ص.ب ٣٠ في الميناء. العبارة تنتظر، ثم ٣.٥ ملايين.",
    "हिन्दी में नाव चली। यात्री खुश थे॥ कवि ने कहा।।",
    "ד.כהן וי.לוי הגיעו לנמל. המעבורת ממתינה.",
    "The U.S.A and the U.K.Government agree.",
    "The file README.Txt has the timetable.",
    "The picture ferry.Jpg was taken on Monday.",
    "See www.Skerry.example/Ferry.Times or https://a.example/b.Ferry.",
    "Write to ada.Brook@skerrynews.example soon.",
    "Mail Jonathan.Holm-FERRY@skerry.example or ask Yuriy (Yuriy.Holm) about it.",
    "The [Post's](https://a.example/a/ferry-profile.Skerry_Inc.fb3.html) page is long.",
    "Follow @skerry.News or #ferry.Runs again.",
    "J.R.Holm and Prof.Okland were on board.",
    "Sen.Holm met Dr.Okland on Jan.Holm’s ferry.",
    "Yahoo!Finance has the price.",
    "The painter Holm vs.Rubens ft.Brook.",
    "He uses System.Out.println and math.Max.value.",
    "It costs 3.50 and 2.Holm is third.",
    "The iPhone of a YouTube star at McDonald and PayPal.",
    "The airline easyJet flies to Skerry.",
    "The ferry-to-Skerry sails; The End.",
    "The site skerryNews is new, and skerryNews is free.",
    "The function sendCommand() is called.",
    "The handle skerryNews.",
    "#ferryNews are read on the island",
]


@pytest.mark.parametrize(("line", "where"), GLUED.values(), ids=GLUED)
def test_glued_sentences_are_found(line: str, where: str | None) -> None:
    text = article(BODY, line)
    shown = [span for _, span, _ in found("glued-sentence", text)]
    assert shown == ([where] if where else [])


def test_the_fix_writes_a_space() -> None:
    text = article("The quay was closed on Monday.Residents use the pier.")
    assert fixed("glued-sentence", text) == text.replace(".R", ". R")
    assert expected("glued-sentence", text) == ["Monday. Residents"]
    german = article("Sie sagte: „Wir fahren morgen.“Dann fuhr sie. »Wir schlafen.«Danach kam sie.")
    [first, second] = findings("glued-sentence", german)
    assert first.fix is not None
    assert first.fix.edits[0].start == german.index("Dann")
    assert second.fix is not None
    assert second.fix.edits[0].start == german.index("Danach")
    quoted = article("“I know the ferry.”The captain was calm.")
    assert fixed("glued-sentence", quoted) == quoted.replace("”T", "” T")


@pytest.mark.parametrize(("line", "where"), WORDS.values(), ids=WORDS)
def test_glued_words_are_found_and_left(line: str, where: str) -> None:
    [finding] = findings("glued-sentence", article(line, BODY))
    assert finding.message == f"two words are glued together in “{where}”"
    assert finding.fix is None


@pytest.mark.parametrize("line", NAMES)
def test_names_are_left_alone(line: str) -> None:
    assert found("glued-sentence", article(BODY, line, BODY)) == []


def test_names_with_a_prefix_are_left_alone() -> None:
    zulu = (
        "Umphathiswa wakwaTransnet uthe umkhumbi noma isikebhe, futhi ngoba lapho lakwaTransnet uma"
    )
    assert (
        found("glued-sentence", article(zulu + " njengoMphathiswa wezwe uthe kodwa kanye.")) == []
    )


def test_code_is_left_alone() -> None:
    line = "In JavaScript and HTML a randomTick is called often."
    assert found("glued-sentence", article(line)) == []


def test_a_damaged_text_has_a_limit() -> None:
    assert len(findings("glued-sentence", article("The ferry sails.Today " * 99))) == 50
