"""Lines of dates as pages print them, and what is read of each."""

import pytest

from corpusfmt.syntax.dates import (
    DateLine,
    find_date_at_end,
    find_end_of_date,
    is_date_label,
    looks_like_date,
    may_be_date,
    may_hold_date,
    order_by_url,
    read_date_line,
)
from tests.for_each import for_each_text

PUBLISHED = {
    # English
    "February 5, 2021": "2021-02-05",
    "February 5, 2021 / 9:02 AM": "2021-02-05T09:02",
    "二〇二一年二月五日": "2021-02-05",
    "二零二一年十二月三十一日": "2021-12-31",
    "二〇二一年十月十日": "2021-10-10",
    "آخر نشر 5 فبراير/شباط 2021": None,
    "5 فبراير/شباط 2021": "2021-02-05",
    "5 شباط/فبراير 2021": "2021-02-05",
    "FEBRUARY 5, 2021": "2021-02-05",
    "february 5, 2021": "2021-02-05",
    "Feb. 5 2021": "2021-02-05",
    "5 Sept 2021": "2021-09-05",
    "5. September 2021": "2021-09-05",
    "February 5th, 2021": "2021-02-05",
    "the 5th of February, 2021": "2021-02-05",
    "Friday, February 5, 2021": "2021-02-05",
    "Fri 5 Feb 2021": "2021-02-05",
    "5 Feb 2021 (Fri)": "2021-02-05",
    "February 5, 2021.": "2021-02-05",
    "(February 5, 2021)": "2021-02-05",
    "**February 5, 2021**": "2021-02-05",
    "**Published:** February 5, 2021": "2021-02-05",
    "### February 5, 2021": "2021-02-05",
    "Published: February 5, 2021": "2021-02-05",
    "Posted on February 5, 2021": "2021-02-05",
    "First published on Fri 5 Feb 2021 09.02 GMT": "2021-02-05T09:02Z",
    "05-Feb-2021": "2021-02-05",
    "5/Feb/2021": "2021-02-05",
    "2021 Feb 5": "2021-02-05",
    "Mar 14, 2023": "2023-03-14",
    # figures
    "2021-02-05": "2021-02-05",
    "2021/02/05": "2021-02-05",
    "2021.02.05": "2021-02-05",
    "2021. 2. 5.": "2021-02-05",
    "2021-2-5": "2021-02-05",
    "20210205": "2021-02-05",
    "05.02.2021": "2021-02-05",
    "5.2.2021": "2021-02-05",
    "5. 2. 2021": "2021-02-05",
    "27/02/2021": "2021-02-27",
    "02/27/2021": "2021-02-27",
    "27-02-2021": "2021-02-27",
    "05/05/2021": "2021-05-05",
    "２０２１/０２/０５": "2021-02-05",
    # times
    "February 05, 2021 - 21:02": "2021-02-05T21:02",
    "Feb. 5 2021, 9:02 p.m.": "2021-02-05T21:02",
    "Feb. 5 2021 at 9:02 PM": "2021-02-05T21:02",
    "Feb. 5, 2021 12:00 am": "2021-02-05T00:00",
    "Feb. 5, 2021 12:00 pm": "2021-02-05T12:00",
    "Feb. 5, 2021 9 a.m.": "2021-02-05T09:00",
    "5 February 2021 | 21:02": "2021-02-05T21:02",
    "5 February 2021 – 21:02": "2021-02-05T21:02",
    "2021-02-05T21:02": "2021-02-05T21:02",
    "2021-02-05 21:02:30": "2021-02-05T21:02:30",
    "2021-02-05T09:02:30.125+0100": "2021-02-05T09:02:30.125+01:00",
    "2021-02-05T09:02:30Z": "2021-02-05T09:02:30Z",
    "2021-02-05T09:02-05:00": "2021-02-05T09:02-05:00",
    "2021-02-05 09:02 UTC": "2021-02-05T09:02Z",
    "5 Feb 2021 09:02 (GMT+7)": "2021-02-05T09:02+07:00",
    "5 Feb 2021 09:02 UTC-3:30": "2021-02-05T09:02-03:30",
    "5 Feb 2021 09:02 MSK (UTC+3)": "2021-02-05T09:02+03:00",
    "5 Feb 2021 09:02 CET": "2021-02-05T09:02+01:00",
    "5 Jul 2021 09:02 CEST": "2021-07-05T09:02+02:00",
    "5 Feb 2021 09:02 JST": "2021-02-05T09:02+09:00",
    "Published 9:02 AM EST Mar 14, 2023": "2023-03-14T09:02-05:00",
    "9:02 - 05 May 2021": "2021-05-05T09:02",
    "18:30 05.02.2021": "2021-02-05T18:30",
    "05.02.2021 18.30": "2021-02-05T18:30",
    "09:02, 05/02/2021": "2021-05-02T09:02",
    # German, Dutch, Afrikaans, Luxembourgish
    "05.02.2021, 18 Uhr": "2021-02-05T18:00",
    "05.02.2021, 18:30 Uhr": "2021-02-05T18:30",
    "05.02.21, 18:30 Uhr": None,
    "Freitag, 5. Februar 2021": "2021-02-05",
    "Veröffentlicht am 5. März 2021 um 09.02 Uhr": "2021-03-05T09:02",
    "Am 5. Februar 2021 um 12:05 Uhr veröffentlicht": "2021-02-05T12:05",
    "5. Jänner 2021": "2021-01-05",
    "Gepubliceerd op 5 maart 2021 om 18.30 uur": "2021-03-05T18:30",
    "vr 5 feb. 2021": "2021-02-05",
    "5 Februarie 2021": "2021-02-05",
    # Romance
    "Publié le 5 février 2021 à 18h30": "2021-02-05T18:30",
    "Publié le 5 fevrier 2021 à 18 h": "2021-02-05T18:00",
    "1er août 2021": "2021-08-01",
    "mar. 14 mars 2023": "2023-03-14",
    "5 de febrero de 2021": "2021-02-05",
    "Viernes, 5 de febrero de 2021, 18:30 h.": "2021-02-05T18:30",
    "Publicado el 5 de febrero del 2021 a las 6:30 p. m.": "2021-02-05T18:30",
    "Publicado em 5 de março de 2021 às 18h30": "2021-03-05T18:30",
    "1º de março de 2021": "2021-03-01",
    "Pubblicato il 5 febbraio 2021 alle ore 18:30": "2021-02-05T18:30",
    "venerdì 5 febbraio 2021": "2021-02-05",
    "5 de febrer del 2021": "2021-02-05",
    "5 d’abril del 2021": "2021-04-05",
    "Publicat în 5 martie 2021, ora 18:30": "2021-03-05T18:30",
    "5 de xaneiro de 2021": "2021-01-05",
    # Nordic and Baltic
    "Publisert 5. februar 2021 kl. 18.30": "2021-02-05T18:30",
    "Publicerad 5 februari 2021 kl 18:30": "2021-02-05T18:30",
    "fredag d. 5. februar 2021": "2021-02-05",
    "Julkaistu 5.2.2021 klo 18.30": "2021-02-05T18:30",
    "perjantaina 5. helmikuuta 2021": "2021-02-05",
    "5. febrúar 2021": "2021-02-05",
    "5. veebruar 2021": "2021-02-05",
    "2021. gada 5. februāris": "2021-02-05",
    "2021 m. vasario 5 d.": "2021-02-05",
    "2021 m. vasario 5 d. 18:30": "2021-02-05T18:30",
    # Slavic
    "5 февраля 2021 г. в 18:30": "2021-02-05T18:30",
    "Опубликовано: 5 мая 2021 года": "2021-05-05",
    "5 мая, 2021, 18:30": "2021-05-05T18:30",
    "5 лютого 2021 року": "2021-02-05",
    "П'ятниця, 5 лютого 2021, 18:30": "2021-02-05T18:30",
    "5 студзеня 2021": "2021-01-05",
    "5 февруари 2021 г.": "2021-02-05",
    "5. фебруар 2021.": "2021-02-05",
    "5. veljače 2021.": "2021-02-05",
    "5. listopada 2021.": "2021-10-05",
    "5 listopada 2021": "2021-11-05",
    "Opublikowano: 5 lutego 2021, godz. 18:30": "2021-02-05T18:30",
    "5. února 2021": "2021-02-05",
    "5. februára 2021": "2021-02-05",
    "5. februarja 2021": "2021-02-05",
    # others of Europe
    "2021. február 5., péntek 18:30": "2021-02-05T18:30",
    "5 Φεβρουαρίου 2021": "2021-02-05",
    "Δημοσίευση: 5 Φεβρουαρίου 2021, 18:30": "2021-02-05T18:30",
    "ΠΑΡΑΣΚΕΥΗ 5 ΦΕΒΡΟΥΑΡΙΟΥ 2021": "2021-02-05",
    "2021(e)ko otsailaren 5(a), ostirala": "2021-02-05",
    "5 Chwefror 2021": "2021-02-05",
    "5 Feabhra 2021": "2021-02-05",
    "5 shkurt 2021": "2021-02-05",
    "5 ta’ Frar 2021": "2021-02-05",
    "5 Şubat 2021 Cuma 18:30": "2021-02-05T18:30",
    "5 KASIM 2021": "2021-11-05",
    "Giriş Tarihi: 5 Mart 2021 18:30": "2021-03-05T18:30",
    "5 fevral 2021": "2021-02-05",
    "2021 ж. 5 ақпан": "2021-02-05",
    "5 თებერვალი, 2021": "2021-02-05",
    "5 փետրվարի, 2021": "2021-02-05",
    # right to left
    "٥ فبراير ٢٠٢١": "2021-02-05",
    "5 فبراير 2021": "2021-02-05",
    "5 شباط 2021": "2021-02-05",
    "نُشر في: 5 أبريل 2021، 6:30 مساءً": "2021-04-05T18:30",
    "نشر في 5 ابريل 2021": "2021-04-05",
    "۵ فوریهٔ ۲۰۲۱": "2021-02-05",
    "جمعه ۵ فوریه ۲۰۲۱": "2021-02-05",
    "5 فروری 2021": "2021-02-05",
    "5 בפברואר 2021": "2021-02-05",
    "יום שישי, 5 בפברואר 2021, 18:30": "2021-02-05T18:30",
    # South Asia
    "5 फ़रवरी 2021": "2021-02-05",
    "५ फ़रवरी २०२१": "2021-02-05",
    "प्रकाशित: 5 मार्च 2021": "2021-03-05",
    "৫ ফেব্রুয়ারি ২০২১": "2021-02-05",
    "প্রকাশিত: ৫ ফেব্রুয়ারি ২০২১, ১৮:৩০": "2021-02-05T18:30",
    "5 பிப்ரவரி, 2021": "2021-02-05",
    "5 ఫిబ్రవరి, 2021": "2021-02-05",
    "2021, ഫെബ്രുവരി 5": "2021-02-05",
    # South-East and East Asia
    "5 กุมภาพันธ์ 2564": "2021-02-05",
    "5 ก.พ. 2564": "2021-02-05",
    "14/05/2564": "2021-05-14",
    "14.05.2564 18:30": "2021-05-14T18:30",
    "วันศุกร์ที่ 5 กุมภาพันธ์ พ.ศ. 2564 เวลา 18:30 น.": "2021-02-05T18:30",
    "ngày 5 tháng 2 năm 2021": "2021-02-05",
    "Đăng ngày 05 tháng 02 năm 2021": "2021-02-05",
    "Jumat, 5 Februari 2021 18:30 WIB": "2021-02-05T18:30+07:00",
    "ika-5 ng Pebrero 2021": None,
    "Pebrero 5, 2021": "2021-02-05",
    "5 Februari 2021": "2021-02-05",
    "2021年2月5日": "2021-02-05",
    "2021 年 2 月 5 日": "2021-02-05",
    "２０２１年２月５日": "2021-02-05",
    "2021年2月5日(金) 18時30分": "2021-02-05T18:30",
    "发布时间：2021-02-05 18:30": "2021-02-05T18:30",
    "2021年2月5日星期五 下午6:30": "2021-02-05T18:30",
    "公開日：2021年02月05日": "2021-02-05",
    "2021년 2월 5일": "2021-02-05",
    "2021년 2월 5일 금요일 오후 3시 20분": "2021-02-05T15:20",
    "입력 2021.02.05. 오전 9:02": "2021-02-05T09:02",
}

UPDATED = {
    "Updated: February 5, 2021": "2021-02-05",
    "UPDATED: Feb. 5, 2021": "2021-02-05",
    "Last Updated: 02/27/2021 9:02 am": "2021-02-27T09:02",
    "Last modified on 5 Feb 2021": "2021-02-05",
    "(Updated 5 Feb 2021)": "2021-02-05",
    "Stand: 05.02.2021, 18:30 Uhr": "2021-02-05T18:30",
    "Zuletzt aktualisiert am 5. Februar 2021": "2021-02-05",
    "Mis à jour le 5 février 2021 à 18h30": "2021-02-05T18:30",
    "Actualizado a 27/02/2021 18:05": "2021-02-27T18:05",
    "Atualizado em 27/02/2021 18h05": "2021-02-27T18:05",
    "Ultimo aggiornamento: 5 febbraio 2021": "2021-02-05",
    "Bijgewerkt: 5 februari 2021": "2021-02-05",
    "Обновлено: 5 февраля 2021": "2021-02-05",
    "Оновлено 5 лютого 2021": "2021-02-05",
    "Aktualizacja: 05.02.2021": "2021-02-05",
    "Uppdaterad 5 februari 2021": "2021-02-05",
    "Oppdatert 5. februar 2021": "2021-02-05",
    "Päivitetty 5.2.2021": "2021-02-05",
    "Son Güncelleme: 05.02.2021 18:30": "2021-02-05T18:30",
    "GÜNCELLEME: 5 Şubat 2021": "2021-02-05",
    "آخر تحديث: 5 فبراير 2021": "2021-02-05",
    "עודכן: 5 בפברואר 2021": "2021-02-05",
    "Cập nhật ngày 5 tháng 2 năm 2021": "2021-02-05",
    "更新时间：2021-02-05": "2021-02-05",
    "2021年2月5日 更新": "2021-02-05",
    "最終更新：2021年2月5日": "2021-02-05",
    "수정 2021.02.05. 18:30": "2021-02-05T18:30",
}

BOTH = {
    "23/09/2019 06:41 | Actualizado a 23/09/2019 18:05": ("2019-09-23T06:41", "2019-09-23T18:05"),
    "Published: 5 Feb 2021, updated: 6 Feb 2021": ("2021-02-05", "2021-02-06"),
    "5 Feb 2021 (updated 6 Feb 2021)": ("2021-02-05", "2021-02-06"),
    "Updated Feb. 6, 2021 | Published Feb. 5, 2021": ("2021-02-05", "2021-02-06"),
    "05.02.2021, 18:30 Uhr – aktualisiert 06.02.2021": ("2021-02-05T18:30", "2021-02-06"),
    "Publié le 5 février 2021 à 9h02, mis à jour le 6 février 2021 à 18h30": (
        "2021-02-05T09:02",
        "2021-02-06T18:30",
    ),
    "Giriş: 05.02.2021 - 09:02 Güncelleme: 05.02.2021 - 18:30": (
        "2021-02-05T09:02",
        "2021-02-05T18:30",
    ),
    "입력 2021.02.05 09:30 | 수정 2021.02.05 10:00": ("2021-02-05T09:30", "2021-02-05T10:00"),
    "2021.02.05 09:30 입력 | 2021.02.05 10:00 수정": ("2021-02-05T09:30", "2021-02-05T10:00"),
}

NOT_IN_FULL = {
    "February 5, 2021 9:02 p.m. ET": "ET",
    "5 Feb 2021 09:02 IST": "IST",
    "5 Feb 2021 09:02 (CST)": "CST",
    "5 июля 2021, 09:02 мск": "МСК",
}

UNREAD = (
    "Ada BrookMarch 14, 2023",
    "5. Februar 2021, 9:02 Uhr Quelle: Merrow Post, dpa, lev",
    "Ada Brook · Merrow Post News · Posted: Feb 5, 2021 10:15 AM EDT | Last Updated: February 5",
    "last week",
    "先週",
    "2 hours ago",
    "منذ ساعتين",
    "Von Ada Brook | 05.03.2021, 09:02 Uhr | Lesedauer: 3 Minuten",
    "2021-02-05 09:02:33 来源：新华网 作者：林若溪 编辑：周伯言",
    "Ada Brook | Senior Reporter | Merrow Post Skarv | February 5, 2021",
    "Published 2 hours ago",
    "an hour ago",
    "yesterday",
    "Updated yesterday, 18:30",
    "hace 3 horas",
    "vor 2 Stunden",
    "il y a 2 heures",
    "2 часа назад",
    "3 時間前",
    "5 phút trước",
    "Today, 9:02",
    "۱۴۰۱-۱۲-۲۳",
    "۲۳ اسفند ۱۴۰۱",
    "令和3年2月5日",
    "5/2/21",
    "05.02.21, 18:30 Uhr",
    "Feb. 5, '21",
    "February 2021",
    "Mai 2021",
    "February 5",
    "5 Feb., 9:02",
    "February 30, 2021",
    "February 29, 2021",
    "13/13/2021",
    "Updated: June 31, 2021",
    "2021-02-05T24:00",
    "February 5, 2021 - 9:60",
    "February 5, 2021 - 13:02 pm",
    "2020-02-04 09:02 +24:00",
    "February 5, 2021 9",
    "5 Feb 2021, 6 Feb 2021",
    "Published 5 Feb 2021, updated 10:15",
    "MERROW, March 14, 2023",
    "Merrow | 14 March 2023",
    "3 min read | 14 March 2023",
    "5 Feb 2021 - Skarv",
    "Ada Brook, 5 Feb 2021",
)

TRAPS = (
    "",
    "5",
    "May",
    "May 2021 was warm",
    "On 5 May 2021 the ferry sailed.",
    "The ferry sailed on 5 May 2021",
    "Chapter 12, 2021",
    "3 min read",
    "3 minutes",
    "12 comments",
    "2021",
    "Est. 1921",
    "Vol. 12, No. 5",
    "1,234 shares",
    "9:02",
    "9:02 AM",
    "18 Uhr",
    "3-2",
    "Merrow 3-2 Skarv",
    "March for the harbour",
    "March 4 Harbour",
    "Sun, sea and sand",
    "April Brook",
    "April Brook and June Reed",
    "By May Reed",
    "Friday",
    "Mar",
    "Published",
    "Updated",
    "Updated:",
    "Published by Ada Brook",
    "Stand: Merrow",
    "Page 5 of 12",
    "5 of 12",
    "Room 12",
    "No. 5",
    "Highway 5/2",
    "+1 555 0102",
    "555-0102",
    "555-01-0102",
    "v2.1.0",
    "10.0.0.1",
    "https://merrowpost.example/2021/02/05/ferry",
    "https://merrowpost.example/news/20210205",
    "The day was 5 May 2021.",
    "In May 2021, 5 ferries sailed.",
    "It was last updated on 5 May 2021 by the harbour.",
    "From 5 May 2021 to 6 May 2021 no ferry sails.",
    "Sie wurde am 5. Mai 2021 geboren.",
    "Le 5 mai 2021, le port ferme.",
    "El 5 de mayo de 2021 cerró el puerto.",
    "5 мая 2021 года порт закрыли.",
    "Ferries, 1921 to 2021",
    "2020/21",
    "2020-21 season",
    "G20",
    "A4",
    "50 % off",
    "€5.20",
    "5 m",
    "12 h",
    "100 years of ferries: 1921-2021",
    "Best of 2021",
    "Top 10",
    "1 2 3",
    "1 2 2021",
)


@for_each_text(line for line, date in PUBLISHED.items() if date)
def test_a_line_is_the_date_of_publication(line: str) -> None:
    read = read_date_line(line)
    assert read is not None
    assert (read.date, read.updated, read.unread) == (PUBLISHED[line], None, "")
    assert not looks_like_date(line)
    assert may_hold_date(line)


@pytest.mark.parametrize("line", UPDATED)
def test_a_line_is_the_day_of_the_last_change(line: str) -> None:
    read = read_date_line(line)
    assert read is not None
    assert (read.date, read.updated, read.unread) == (None, UPDATED[line], "")


@pytest.mark.parametrize("line", BOTH)
def test_a_line_has_both(line: str) -> None:
    read = read_date_line(line)
    assert read is not None
    assert (read.date, read.updated) == BOTH[line]


@pytest.mark.parametrize("line", NOT_IN_FULL)
def test_a_zone_with_several_meanings_is_not_read(line: str) -> None:
    read = read_date_line(line)
    assert read is not None
    assert read.unread == NOT_IN_FULL[line]
    assert read.date is not None
    assert read.date[10] == "T"
    assert len(read.date) == len("2021-02-05T09:02")
    assert looks_like_date(line)


@for_each_text(UNREAD)
def test_a_line_looks_like_a_date_that_is_not_read(line: str) -> None:
    assert read_date_line(line) is None
    assert looks_like_date(line)
    assert may_hold_date(line)


@pytest.mark.parametrize("line", ["Ferry runs again", "**Ferry runs**", "Bald fährt – endlich"])
def test_a_line_without_digits_and_words_of_dates_holds_none(line: str) -> None:
    assert not may_hold_date(line)


@for_each_text(TRAPS)
def test_a_line_is_not_a_date(line: str) -> None:
    assert read_date_line(line) is None
    assert not looks_like_date(line)


@pytest.mark.parametrize("line", ["03/04/2016", "03-04-2016", "Updated: 03/04/2016, 9:02"])
def test_an_order_settles_a_numeric_date(line: str) -> None:
    month_first = read_date_line(line)
    day_first = read_date_line(line, day_first=True)
    assert month_first is not None
    assert day_first is not None
    assert month_first.is_ambiguous
    assert day_first.is_ambiguous
    assert (month_first.date or month_first.updated or "").startswith("2016-03-04")
    assert (day_first.date or day_first.updated or "").startswith("2016-04-03")
    assert read_date_line(line, day_first=False) == month_first


@pytest.mark.parametrize("line", ["13/04/2016", "03.04.2016", "2016-03-04", "04/04/2016"])
def test_a_date_with_one_reading_is_not_ambiguous(line: str) -> None:
    read = read_date_line(line, day_first=True)
    assert read == read_date_line(line)
    assert read is not None
    assert not read.is_ambiguous


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Ada Brook, February 05, 2021", "February 05, 2021"),
        ("Ada Brook | Updated: 5 Feb 2021", "Updated: 5 Feb 2021"),
        ("Von Ada Brook, Stand: 05.02.2021, 18 Uhr", "Stand: 05.02.2021, 18 Uhr"),
        ("By Ada May – 5 Feb 2021", "5 Feb 2021"),
        ("February 05, 2021", "February 05, 2021"),
        ("Ada Brook (5 Feb 2021)", "(5 Feb 2021)"),
        ("Ada Brook, Fri 5 Feb 2021, 9:02 am", "Fri 5 Feb 2021, 9:02 am"),
        ("Kim Sun, 5 Feb 2021", "5 Feb 2021"),
        ("Kim Sun, Fri 5 Feb 2021", "Fri 5 Feb 2021"),
        ("Ada Mar, 2021-02-05", "2021-02-05"),
        ("Ada Brook", None),
        ("Ada Brook, 12", None),
        ("5 Feb 2021, Ada Brook", None),
    ],
)
def test_a_date_is_found_at_the_end(text: str, date: str | None) -> None:
    start = find_date_at_end(text)
    assert (None if start is None else text[start:]) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("February 05, 2021 | Ada Brook", "February 05, 2021"),
        ("Updated: 5 Feb 2021, 9:02 am – Ada Brook", "Updated: 5 Feb 2021, 9:02 am"),
        ("(5 Feb 2021) Ada Brook", "(5 Feb 2021)"),
        ("5 Feb 2021 Fri Ada Brook", "5 Feb 2021 Fri"),
        ("5 Feb 2021 Sun Holm", "5 Feb 2021"),
        ("5 Feb 2021 Mar Holm", "5 Feb 2021"),
        ("2021年2月5日 林若溪", "2021年2月5日"),
        ("February 05, 2021", "February 05, 2021"),
        ("Ada Brook, 5 Feb 2021", None),
        ("5 Feb, Ada Brook", None),
        ("Ada Brook", None),
        ("", None),
    ],
)
def test_a_date_is_found_at_the_start(text: str, date: str | None) -> None:
    end = find_end_of_date(text)
    assert (None if end is None else text[:end]) == date


@pytest.mark.parametrize(
    "line",
    [
        "Published",
        "Last Updated:",
        "Veröffentlicht am",
        "Publié le",
        "**Stand**",
        "发布时间：",
        "입력",
    ],
)
def test_a_label_of_dates(line: str) -> None:
    assert is_date_label(line)


@pytest.mark.parametrize("line", ["", "on", "By", "Published by", "Published 2021", "March", ":"])
def test_what_is_not_a_label_of_dates(line: str) -> None:
    assert not is_date_label(line)


@pytest.mark.parametrize(
    ("url", "is_day_first"),
    [
        ("https://merrowpost.example/2016/01/05/swim", True),
        ("https://merrowpost.example/2016/1/5/swim", True),
        ("https://merrowpost.example/swim-2016-01-05", True),
        ("https://merrowpost.example/20160105/swim", True),
        ("https://merrowpost.example/2016/05/01/swim", False),
        ("https://merrowpost.example/2016/05/01/swim-2016-01-05", None),
        ("https://merrowpost.example/2016/01/swim", None),
        ("https://merrowpost.example/swim/120160105", None),
        ("https://merrowpost.example/swim", None),
    ],
)
def test_a_url_proves_the_order(url: str, is_day_first: bool | None) -> None:
    assert order_by_url(url, "05/01/2016") is is_day_first
    assert order_by_url(url, "05.01.2016") is None


def test_the_order_of_a_line_without_a_date_is_unknown() -> None:
    assert order_by_url("https://merrowpost.example/2016/01/05/", "Ada Brook") is None


def test_a_date_line_has_what_is_printed() -> None:
    expected = DateLine("2021-02-05T09:02", "2021-02-06", is_ambiguous=False, unread="ET")
    assert read_date_line("Feb 5, 2021 9:02 AM ET, updated Feb 6, 2021") == expected


@pytest.mark.parametrize(
    ("line", "iso", "is_ambiguous"),
    [
        ("Monday, 03/04/2023", "2023-04-03", False),
        ("Saturday 03/04/2023 9:02 am", "2023-03-04", False),
        ("03/04/2023 (Mon)", "2023-04-03", False),
        ("Updated: Mon 03/04/2023", "2023-04-03", False),
        ("Mar, 04/11/2023", "2023-04-11", False),
        ("Mar, 11/04/2023", "2023-04-11", False),
        ("Tuesday 03/04/2023", "2023-03-04", True),
        ("Monday Saturday 03/04/2023", "2023-03-04", True),
        ("03/04/2023", "2023-03-04", True),
    ],
)
@pytest.mark.parametrize("day_first", [None, False])
def test_a_weekday_decides_a_numeric_date(
    line: str, iso: str, is_ambiguous: bool, day_first: bool | None
) -> None:
    read = read_date_line(line, day_first=day_first)
    assert read is not None
    assert (read.date or read.updated or "")[:10] == iso
    assert read.is_ambiguous == is_ambiguous


@pytest.mark.parametrize("line", ["Publié le 03/04/2023", "Aktualisiert 03/04/2023 (Tue)"])
def test_a_given_order_overrules_a_label(line: str) -> None:
    for day_first, iso in ((None, "2023-04-03"), (True, "2023-04-03"), (False, "2023-03-04")):
        read = read_date_line(line, day_first=day_first)
        assert read is not None
        assert (read.date or read.updated, read.is_ambiguous) == (iso, True)


def test_a_weekday_of_two_dates_decides_nothing() -> None:
    read = read_date_line("Mon 03/04/2023, updated 04/04/2023")
    assert read is not None
    assert (read.date, read.updated, read.is_ambiguous) == ("2023-03-04", "2023-04-04", True)


MAY_BE = (
    "2h",
    "5d",
    "3 hrs",
    "Spring 2023",
    "Winter 2022/23",
    "Frühjahr 2023",
    "Printemps 2023",
    "2023年春",
    "Spring 2023 issue",
    "Q3 2023",
    "H1 2023",
    "FY2023",
    "5/2021",
    "Nr. 5/2021",
    "1678788900",
    "1678788900123",
    "Week 5, 2021",
    "KW 5 2021",
    "KW 5/2021",
    "2021-W05",
    "Semana 5 de 2021",
    "2021年第5周",
    "2021년 5주차",
    "2021timer3 min",
    "Ada Brook 3 hours ago",
    "2021schedule",
    "Tuesday",
    "Tuesday, 9:30 am",
    "09:30",
    "9h30",
    "9 am",
    "9:30 AM EST",
    "2023",
    "Merrow, Feb 5 (AP)",
    "MERROW, 5 Feb — Norland Press",
    "Issue: February 2023",
)
MAY_NOT_BE = (
    "12 h of rain",
    "The winter of 2023 was long",
    "3 min read",
    "61",
    "1450",
    "2:1",
    "3-2",
    "Sun",
    "So",
    "Mars 3 Is Out of Reach Once Again",
    "In March the sea was calm",
    "Spring",
    "Q5 2023",
    "H5 2023",
    "It sailed 3 hours ago",
    "The ferry sank 3 hours ago",
    "5/20/1",
    "2678788900",
    "16787889001",
    "Week 54, 2021",
    "Week 5",
    "Room 5, 2021",
    "Week 5 of the year that was 2021",
    "The 2020s",
    "COP2023",
    "555-0102",
)


@for_each_text(MAY_BE)
def test_a_line_may_be_a_date(line: str) -> None:
    assert may_be_date(line)
    assert read_date_line(line) is None
    assert not looks_like_date(line)


@pytest.mark.parametrize("line", MAY_NOT_BE)
def test_a_line_cannot_be_a_date(line: str) -> None:
    assert not may_be_date(line)
