"""Bylines of many languages are read as authors with their roles; sentences are not."""

import pytest

from corpusfmt.model.document import AuthorEntry
from corpusfmt.syntax.byline import (
    is_label,
    may_be_label,
    read_bare_byline,
    read_byline,
    read_dated_names,
)
from corpusfmt.syntax.byline_lines import (
    may_be_role,
    read_below_label,
    read_lines_of_persons,
    read_persons_and_role,
    read_with_role_below,
)
from corpusfmt.syntax.byline_marks import without_marks
from corpusfmt.syntax.byline_words import words
from tests.for_each import for_each, for_each_text


def shown(authors: list[AuthorEntry]) -> str:
    """Return the authors as ``Ada Brook <#> (role) + Tom Reed``."""
    pieces: list[str] = []
    for author in authors:
        url = f" <{author['url']}>" if "url" in author else ""
        role = f" ({author['role']})" if "role" in author else ""
        pieces.append(author["name"] + url + role)
    return " + ".join(pieces)


READ = {
    # English
    "By Ada Brook": "Ada Brook",
    "By bell hooks and danah boyd": "bell hooks + danah boyd",
    "by Ada Brook": "Ada Brook",
    "BY ADA BROOK": "ADA BROOK",
    "By: Ada Brook": "Ada Brook",
    "–By Ada Brook": "Ada Brook",
    "By Ada Brook, Tom Reed and Eva Lind": "Ada Brook + Tom Reed + Eva Lind",
    "By Ada Brook, Tom Reed, & Eva Lind": "Ada Brook + Tom Reed + Eva Lind",
    "By Ada Brook &amp; Tom Reed": "Ada Brook + Tom Reed",
    "By Reuters": "Reuters",
    "By Ada Brook, Reuters": "Ada Brook + Reuters",
    "By Ada; Tom Reed; Eva Lind": "Ada + Tom Reed + Eva Lind",
    "By Ada – Tom Reed": "Ada + Tom Reed",
    "By Ada – New Merrow": "Ada (New Merrow)",
    "By Ada – Merrow Bay": "Ada (Merrow Bay)",
    "By Ada — Norland Press": "Ada (Norland Press)",
    "By Ada – AP": "Ada (AP)",
    "By Ada Brook, Paris": "Ada Brook (Paris)",
    "By Ada Brook, Washington, D.C. and Tom Reed, London": (
        "Ada Brook (Washington, D.C.) + Tom Reed (London)"
    ),
    "By Ada Brook, Merrow": "Ada Brook + Merrow",
    "By ADA BROOK FOR THE NORLAND PRESS": "ADA BROOK (FOR THE NORLAND PRESS)",
    "By Ada Brook For the Norland Press": "Ada Brook (For the Norland Press)",
    "By Ada Brook Special to the Norland Press": "Ada Brook (Special to the Norland Press)",
    "By Ada Brook Political correspondent": "Ada Brook (Political correspondent)",
    "Skrivet av Ada Brook": "Ada Brook",
    "Von Ada Brook, ARD-Studio Merrow": "Ada Brook (ARD-Studio Merrow)",
    "By Ada Brook, Tom Reed and Paris": "Ada Brook + Tom Reed + Paris",
    "Aus Merrow berichten Ada Brook und Tom Reed": "Ada Brook (Aus Merrow berichten) + Tom Reed",
    "文 | 林若溪 编辑 | 王小明": "林若溪 + 王小明 (编辑)",
    "取材・文＝山川太郎　撮影＝林花子": "山川太郎 + 林花子 (撮影)",
    "By 撮影＝林花子": "撮影＝林花子",
    "By AFP and Reuters": "AFP + Reuters",
    "By staff reporters": "staff reporters",
    "By Staff Reporter": "Staff Reporter",
    "Written by Ada Brook": "Ada Brook",
    "Story by Ada Brook and Tom Reed": "Ada Brook + Tom Reed",
    "Posted by: Ada": "Ada",
    "Author: Ada Brook": "Ada Brook",
    "Reporter Ada Brook": "Ada Brook",
    "By Martin King Jr.": "Martin King Jr.",
    "By Martin King, Jr., and Tom Reed": "Martin King, Jr. + Tom Reed",
    "By Ada Brook, MD, PhD, and Tom Reed III": "Ada Brook, MD, PhD + Tom Reed III",
    "By [Ada Brook](#), Ph.D.": "Ada Brook, Ph.D. <#>",
    "By Ada B.": "Ada B.",
    "By A. B. Brook": "A. B. Brook",
    "By Dr. Ada Brook": "Dr. Ada Brook",
    "By Ada O’Brien-Smith": "Ada O’Brien-Smith",
    "By Ada Brook, Senior Reporter": "Ada Brook (Senior Reporter)",
    "By Ada Brook, the editor": "Ada Brook (the editor)",
    "By Ada Brook Staff Writer": "Ada Brook (Staff Writer)",
    "By Ada Brook Contributor": "Ada Brook (Contributor)",
    "By Ada Brook and Tom Reed Contributors": "Ada Brook + Tom Reed (Contributors)",
    "By ADA BROOK ASSOCIATED PRESS WRITER": "ADA BROOK (ASSOCIATED PRESS WRITER)",
    "By Ada Brook AP Business Writer": "Ada Brook (AP Business Writer)",
    "By Ada Brook Special Correspondent": "Ada Brook (Special Correspondent)",
    "By Karl von der Heide Correspondent": "Karl von der Heide (Correspondent)",
    "By Martin King Jr. Columnist": "Martin King Jr. (Columnist)",
    "By Ada Mary Head": "Ada Mary Head",
    "By Merrow Post Staff": "Merrow Post Staff",
    "By Tom Court Reporter": "Tom Court Reporter",
    "Published by Ada Brook": "Ada Brook",
    "Von Anna Holm Redakteurin und Tom Reed Reporter": (
        "Anna Holm (Redakteurin) + Tom Reed (Reporter)"
    ),
    "Par Anna Holm Journaliste": "Anna Holm (Journaliste)",
    "Por Anna Holm periodista": "Anna Holm (periodista)",
    "Автор: Анна Холм корреспондент": "Анна Холм (корреспондент)",
    "Das Interview führte Anna Holm": "Anna Holm",
    "ავტორი: ანა ჰოლმი": "ანა ჰოლმი",
    "By Senior Reporter Ada Brook": "Ada Brook (Senior Reporter)",
    "By Ada Brook | Merrow Post Staff Writer": "Ada Brook (Merrow Post Staff Writer)",
    "By Ada Brook • Norland Press": "Ada Brook (Norland Press)",
    "By Ada Brook (AP) and Tom Reed (Reuters)": "Ada Brook (AP) + Tom Reed (Reuters)",
    "By Ada Brook (who was there!)": "Ada Brook (who was there!)",
    "By Ada Brook (AP) (Skarv)": "Ada Brook (AP, Skarv)",
    "By Ada Brook in Skarv": "Ada Brook (in Skarv)",
    "By Ada Brook in Skarv and Tom Reed in Merrow": "Ada Brook (in Skarv) + Tom Reed (in Merrow)",
    "By Ada Brook for Norland Press": "Ada Brook (for Norland Press)",
    "By Ada Brook, for the Post": "Ada Brook (for the Post)",
    "By Ada Brook ada@norland.example": "Ada Brook (ada@norland.example)",
    "By Ada Brook, @ada, and Tom Reed": "Ada Brook (@ada) + Tom Reed",
    "By Ada Brook with Tom Reed": "Ada Brook + Tom Reed (with)",
    "By Ada Brook / Norland Press": "Ada Brook (Norland Press)",
    "By Ada Brook/AP and Tom Reed/Reuters": "Ada Brook (AP) + Tom Reed (Reuters)",
    "By Ada Brook/Tom Reed": "Ada Brook + Tom Reed",
    "By kst/dpa": "kst/dpa",
    "By Ada Brook https://norland.example/ada": "Ada Brook (https://norland.example/ada)",
    "By Ada Brook in Skarv, Tom Reed in Merrow and Eva Lind": (
        "Ada Brook (in Skarv) + Tom Reed (in Merrow) + Eva Lind"
    ),
    "By Ada Brook, Research Fellow in Politics": "Ada Brook (Research Fellow in Politics)",
    "By Ada Brook, Head of News": "Ada Brook (Head of News)",
    "By Staff and agencies": "Staff + agencies",
    "By Ada Brook and agencies": "Ada Brook + agencies",
    "By - Ada Brook": "Ada Brook",
    "Von Ada Brook (Text) und Tom Reed (Fotos)": "Ada Brook (Text) + Tom Reed (Fotos)",
    "Von [Ada](#) und Tom": "Ada <#> + Tom",
    "Von unserem Korrespondenten Tom Reed": "Tom Reed (unserem Korrespondenten)",
    "Door onze redacteur Ada Brook": "Ada Brook (onze redacteur)",
    "Par Ada Brook, à Merrow": "Ada Brook (à Merrow)",
    "Par Ada Brook et Tom Reed, envoyés spéciaux à Merrow": (
        "Ada Brook + Tom Reed (envoyés spéciaux à Merrow)"
    ),
    "Por Redacción": "Redacción",
    "Von Ada Brook, dpa": "Ada Brook + dpa",
    "بقلم: أحمد علي ومحمد حسن": "أحمد علي + محمد حسن",
    "מאת עדה ברוק ותום ריד": "עדה ברוק + תום ריד",
    "מאת עדה ברוק ויקטור ריד": "עדה ברוק ויקטור ריד",
    "记者：林若溪 编辑：周伯言": "林若溪 + 周伯言 (编辑)",
    "聯合報 記者林若溪": "林若溪 (聯合報 記者)",
    "文：佐藤 花子": "佐藤 花子",
    "글 김하늘·사진 이바다": "김하늘 + 이바다 (사진)",
    "By [Ada](#) with [Tom](#)": "Ada <#> + Tom <#> (with)",
    "By Ada Brook; additional reporting by Tom Reed": (
        "Ada Brook + Tom Reed (additional reporting by)"
    ),
    "By Ada Brook, Photos by Tom Reed": "Ada Brook + Tom Reed (Photos by)",
    "By [Ada Brook](#) [Tom Reed](x) and [Eva]()": "Ada Brook <#> + Tom Reed <x> + Eva <>",
    "By Ada and [Tom](#)": "Ada + Tom <#>",
    "By [Ada](#) and Tom": "Ada <#> + Tom",
    "By [Smith and Sons, Ltd.](#)": "Smith and Sons, Ltd. <#>",
    "By [Ada [AP] Brook](#)": "Ada [AP] Brook <#>",
    "By [Ada\n  Brook](#)": "Ada Brook <#>",
    "By <u>[Ada](#)</u><u>[Tom](#)</u>": "Ada <#> + Tom <#>",
    "By &#116;he editors of the Post": "the editors of the Post",
    "By *Ada Brook*": "Ada Brook",
    "**By:** Ada Brook": "Ada Brook",
    "*By* Ada Brook, __Tom Reed__ and ***Eva***": "Ada Brook + Tom Reed + Eva",
    "By [*Ada*](/_a_/) and Tom (*AP*)": "Ada </_a_/> + Tom (AP)",
    r"By &#42;Ada\* and *Tom*": "*Ada* + Tom",
    "By Ada_Brook": "Ada_Brook",
    # German, Dutch
    "Von Ada Brook": "Ada Brook",
    "VON ADA BROOK": "ADA BROOK",
    "Von Karl von der Heide und Eva Lind": "Karl von der Heide + Eva Lind",
    "Von Ada Brook, Redakteurin": "Ada Brook (Redakteurin)",
    "Von Ada Brook (dpa)": "Ada Brook (dpa)",
    "Von Ada Brook, mit Tom Reed": "Ada Brook + Tom Reed (mit)",
    "Von Ada Brook, mit Tom Reed und Eva Lind": "Ada Brook + Tom Reed (mit) + Eva Lind",
    "Von Redakteurin Ada Brook und Tom Reed": "Ada Brook (Redakteurin) + Tom Reed",
    "Von Ada Brook und Tom Reed (dpa)": "Ada Brook + Tom Reed (dpa)",
    "Autorin: Ada Brook": "Ada Brook",
    "Door Ada Brook en Tom van den Berg": "Ada Brook + Tom van den Berg",
    # French, Spanish, Portuguese, Catalan, Italian, Romanian
    "Par Jeanne d’Arc et Tom Reed": "Jeanne d’Arc + Tom Reed",
    "Par AFP": "AFP",
    "Par Ada Brook, avec Tom Reed": "Ada Brook + Tom Reed (avec)",
    "Propos recueillis par Ada Brook": "Ada Brook",
    "Por Ada Brook y Tom Reed": "Ada Brook + Tom Reed",
    "Por Ada Brook, desde Skarv": "Ada Brook (desde Skarv)",
    "Redacción: AFP": "AFP",
    "Por Ana da Silva e Tom Reed": "Ana da Silva + Tom Reed",
    "Di Ada Brook e Tom Reed": "Ada Brook + Tom Reed",
    "A cura di Ada Brook": "Ada Brook",
    "Autorul: Ada Brook": "Ada Brook",
    # Nordic languages, Finnish
    "Av Ada Brook og Tom Reed": "Ada Brook + Tom Reed",
    "Tekst: Ada Brook": "Ada Brook",
    "Text: Ada Brook, Foto: Tom Reed": "Ada Brook + Tom Reed (Foto)",
    "Af Ada Brook": "Ada Brook",
    "Kirjoittaja: Ada Brook": "Ada Brook",
    # Polish, Czech, Hungarian, Turkish
    "Autor: Ada Brook i Tom Reed": "Ada Brook + Tom Reed",
    "Napisał Adam Brook": "Adam Brook",
    "Autoři: Ada Brook, Tom Reed": "Ada Brook + Tom Reed",
    "Szerző: Ada Brook és Tom Reed": "Ada Brook + Tom Reed",
    "Yazan: Ada Brook ve Tom Reed": "Ada Brook + Tom Reed",
    # Indonesian, Vietnamese, Thai, Hindi
    "Oleh Ada Brook dan Tom Reed": "Ada Brook + Tom Reed",
    "Oleh: Ada": "Ada",
    "Tác giả: Nguyễn An": "Nguyễn An",
    "Theo: AFP": "AFP",
    "โดย: อดัม บรูก": "อดัม บรูก",
    "लेखक: आदा ब्रुक": "आदा ब्रुक",
    # Russian, Ukrainian, Greek
    "Автор: Ольга Ветер": "Ольга Ветер",
    "Автор Ольга Ветер и Иван Гай": "Ольга Ветер + Иван Гай",
    "Текст: Ольга Вітер, фото: Іван Гай": "Ольга Вітер + Іван Гай (фото)",
    "Автори: Ольга Вітер та Іван Гай": "Ольга Вітер + Іван Гай",
    "Συντάκτης: Άννα Μπρουκ και Θωμάς Ριντ": "Άννα Μπρουκ + Θωμάς Ριντ",
    # Arabic, Persian, Hebrew
    "بقلم: أحمد علي، محمد حسن": "أحمد علي + محمد حسن",
    "كتب أحمد علي": "أحمد علي",
    "نویسنده: آدا بروک": "آدا بروک",
    "מאת עדה ברוק": "עדה ברוק",
    # Chinese, Japanese, Korean
    "記者林若溪": "林若溪",
    "記者 林若溪、周伯言": "林若溪 + 周伯言",
    "林若溪記者": "林若溪 (記者)",
    "作者：林若溪": "林若溪",
    "文/林若溪": "林若溪",
    "撰文：林若溪｜攝影：周伯言": "林若溪 + 周伯言 (攝影)",
    "文・林若溪": "林若溪",
    "執筆：林若溪": "林若溪",
    "김하늘 기자": "김하늘 (기자)",
    "[김하늘 기자]": "김하늘 (기자)",
    "김하늘 선임기자 sky@norland.example": "김하늘 (선임기자, sky@norland.example)",
    "김하늘 특파원": "김하늘 (특파원)",
    "취재: 김하늘, 이바다": "김하늘 + 이바다",
    "김하늘·이바다 기자": "김하늘 + 이바다 (기자)",
    "김하늘, 이바다 선임기자": "김하늘 + 이바다 (선임기자)",
    "김하늘 기자·이바다 기자": "김하늘 (기자) + 이바다 (기자)",
    "사회부 김하늘 기자": "김하늘 (사회부, 기자)",
    "김하늘 사회부 기자": "김하늘 (사회부 기자)",
    "林若溪、周伯言 記者": "林若溪 + 周伯言 (記者)",
    "本报记者 林若溪": "林若溪",
    "取材・文：林若溪": "林若溪",
    "文・写真／林若溪、周伯言": "林若溪 + 周伯言",
    "โดยอดัม บรูก": "อดัม บรูก",
    "By 林若溪、周伯言": "林若溪 + 周伯言",
}

TRAPS = [
    "",
    "By",
    "Von:",
    "Ada Brook",
    "ByAda Brook",
    "The By Ada",
    "By the sea a light was burning",
    "By the sea",
    "By Friday the water had reached the church",
    "By Friday the water was gone.",
    "By noon",
    "By Monday",
    "By then",
    "By 2030 nobody here will have work",
    "By Ada Brook.",
    "By Ada Brook?",
    "By Ada Brook:",
    "By Ada Brook…",
    "By Ada Brook [2]",
    "By Ada Brook, who was there",
    "By Ada Brook and the crew",
    "By Ada Brook and others",
    "By Ada Brook, the sea was here.",
    "By [Ada](#), the sea was here.",
    "By [Ada](#) 2",
    "By [Ada](#)!",
    "By Foo [Ana](#) bar",
    "By [[[Ada]]](#)",
    "By “A Reader”, of Merrow",
    'By Ada "Red" Brook',
    "By {Name}, Tom Reed",
    "By Ada Brook, 61 passengers",
    "By Ada Brook 1, Tom Reed 2",
    "By ada brook and tom reed",
    "By a vote of nine to two, the council passed the plan",
    "By " + "Ada " * 9,
    "By " + "Ada Brook, " * 30 + "Tom Reed",
    "By Ada Brook, " + "A" * 81,
    "Author Ada Brook",
    "Text Ada Brook",
    "Written by ada brook",
    "Author: unknown writer",
    "Von Merrow nach Skarv",
    "Von Merrow",
    "Von der Fähre blieb nichts",
    "Par la mer",
    "Par hasard et sans regret",
    "Por fin en casa",
    "Di nuovo a Merrow",
    "Av og til regner det",
    "Door de regen",
    "Oleh karena itu Merrow",
    "Text: the sea",
    "Theo dòng lịch sử",
    "Автор неизвестен",
    "その日の作者は誰か",
    "記者会見が開かれた。",
    "Ada Brook 기자",
    "김하늘 기자입니다.",
    "정치부 기자",
    "디지털뉴스팀 기자",
    "本報記者",
    "写真・動画：林若溪",
    "โดยเฉพาะอย่างยิ่ง",
    "โดยอดัมและเพื่อนของเขา " + "ก" * 21,
    "&#66;y Ada Brook",
    "By Ada Brook**",
    "By *Ada",
    r"By \*Ada\*",
    "By Ada * Tom",
]


def test_there_are_many_lines() -> None:
    assert len(READ) >= 80
    assert len(TRAPS) >= 50


@for_each_text(READ)
def test_a_line_of_names_is_a_byline(line: str) -> None:
    byline = read_byline(line + "\n")
    assert byline is not None
    assert shown(byline.authors) == READ[line]
    assert byline.date_start is None


@for_each_text(TRAPS)
def test_a_sentence_is_not_a_byline(line: str) -> None:
    assert read_byline(line + "\n") is None


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Ada Brook", "Ada Brook"),
        ("Ada Brook and Tom Reed", "Ada Brook + Tom Reed"),
        ("Ada Brook, Senior Reporter", "Ada Brook (Senior Reporter)"),
        ("Ada Brook in Skarv | Norland Press", "Ada Brook (in Skarv, Norland Press)"),
        ("Ada Brook and [Tom](#)", "Ada Brook + Tom <#>"),
        ("[Ada](#), [Tom](#)", "Ada <#> + Tom <#>"),
        ("أحمد علي", "أحمد علي"),
        ("林若溪", "林若溪"),
    ],
)
def test_names_without_a_label(line: str, authors: str) -> None:
    byline = read_bare_byline(line + "\n")
    assert byline is not None
    assert shown(byline.authors) == authors
    assert read_byline(line) is None


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Ada Brook, March 14, 2023", "Ada Brook"),
        ("Ada Brook and Tom van Reed | Updated March 14, 2023", "Ada Brook + Tom van Reed"),
    ],
)
def test_persons_and_a_date_without_a_label(line: str, authors: str) -> None:
    byline = read_dated_names(line)
    assert byline is not None
    assert shown(byline.authors) == authors


@pytest.mark.parametrize(
    "line",
    [
        "Ada Brook",
        "Skerry, March 14, 2023",
        "Ada Brook, Skerry, March 14, 2023",
        "Port Merrow, March 14, 2023",
        "Merrow Times, March 14, 2023",
        "Senior Reporter, March 14, 2023",
        "Latest Stories | March 14, 2023",
        "Ada Brook and others were here on March 14, 2023",
        "Ada " * 40 + "March 14, 2023",
    ],
)
def test_other_names_and_a_date_without_a_label(line: str) -> None:
    assert read_dated_names(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Brook",
        "Von Merrow nach Skarv",
        "&#65;da Brook",
        "*&#65;da Brook*",
        "[Ada](#) and Tom",
        "staff reporters",
        "3 min read",
        "The sea was calm.",
        "“Nobody saw it coming”",
        "A",
        "Monday",
        "",
    ],
)
def test_what_is_not_names_without_a_label(line: str) -> None:
    assert read_bare_byline(line + "\n") is None


@pytest.mark.parametrize(
    ("line", "authors", "date"),
    [
        ("By Ada Brook, February 05, 2021", "Ada Brook", "February 05, 2021"),
        ("By Ada Brook Feb. 5, 2021", "Ada Brook", "Feb. 5, 2021"),
        ("By [Ada](#) (AP) | Updated: Feb. 5, 2021", "Ada <#> (AP)", "Updated: Feb. 5, 2021"),
        ("Von Ada Brook – 05.02.2021, 9 Uhr", "Ada Brook", "05.02.2021, 9 Uhr"),
        ("By Ada Brook in Skarv · 5 May 2021", "Ada Brook (in Skarv)", "5 May 2021"),
    ],
)
def test_a_date_can_end_the_line(line: str, authors: str, date: str) -> None:
    byline = read_byline(line)
    assert byline is not None
    assert shown(byline.authors) == authors
    assert line[byline.date_start :] == date


@pytest.mark.parametrize(
    ("line", "date", "authors"),
    [
        ("March 14, 2023 | Ada Brook", "March 14, 2023", "Ada Brook"),
        ("**March 14, 2023** | *Ada Brook*", "\v\vMarch 14, 2023", "Ada Brook"),
        ("Posted on March 14, 2023 by Ada Brook", "Posted on March 14, 2023", "Ada Brook"),
        ("14.03.2023 Von Ada Brook (dpa)", "14.03.2023", "Ada Brook"),
        ("2023-03-14, Sat Holm", "2023-03-14", "Sat Holm"),
        ("14 March 2023 Tuesday Ada Brook", "14 March 2023 Tuesday", "Ada Brook"),
        ("March 14, 2023 Mai Brook", "March 14, 2023", "Mai Brook"),
        ("입력 2023.03.14 10:15 김하늘 기자", "입력 2023.03.14 10:15", "김하늘"),
    ],
)
def test_a_date_can_begin_the_line(line: str, date: str, authors: str) -> None:
    line = without_marks(line)
    byline = read_dated_names(line)
    assert byline is not None
    assert line[: byline.date_end] == date
    assert ", ".join(author["name"] for author in byline.authors) == authors
    for author, (start, end) in zip(byline.authors, byline.spans, strict=True):
        assert author["name"] in line[start:end]


@pytest.mark.parametrize(
    "line",
    [
        "March 14, 2023 | Opinion",
        "March 14, 2023 | Real Estate",
        "March 14, 2023 | Premier League",
        "March 14, 2023",
        "March 14, 2023 by the sea",
        "March 14, 2023 | Ada Brook | March 15, 2023",
        "The ferry of March 14, 2023 | Ada Brook",
        f"March 14, 2023 | Ada Brook {'and Ada Brook ' * 12}",
    ],
)
def test_other_words_after_a_date_are_not_names(line: str) -> None:
    assert read_dated_names(line) is None


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By\nAda Brook", ["Ada Brook"]),
        ("**Author**\nAda Brook and Tom Reed", ["Ada Brook", "Tom Reed"]),
        ("Author\n[ada](#)", None),
        ("Author\nOpinion", None),
        ("Author Ada Brook", None),
        ("Opinion\nAda Brook", None),
    ],
)
def test_names_below_a_label(line: str, authors: list[str] | None) -> None:
    byline = read_below_label(line)
    assert (None if byline is None else [author["name"] for author in byline.authors]) == authors


@pytest.mark.parametrize("line", ["By", "Author", "**Autor**", "Author:", "記者"])
def test_what_may_be_a_label(line: str) -> None:
    assert may_be_label(line)


@pytest.mark.parametrize("line", ["Opinion", "By Ada Brook", "Author Ada", ""])
def test_what_cannot_be_a_label(line: str) -> None:
    assert not may_be_label(line)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Ada Brook\nSenior Reporter", "Ada Brook (Senior Reporter)"),
        ("Ada Brook\nReporter for the Merrow Post", "Ada Brook (Reporter for the Merrow Post)"),
        ("**Ada Brook** and Tom Reed\nMerrow Post", "Ada Brook + Tom Reed (Merrow Post)"),
        ("Ada Brook\nAFP", "Ada Brook (AFP)"),
    ],
)
def test_persons_above_what_they_are(line: str, authors: str) -> None:
    byline = read_persons_and_role(line)
    assert byline is not None
    assert shown(byline.authors) == authors


@pytest.mark.parametrize(
    "line",
    [
        "Ada Brook",
        "Ada Brook\nTom Reed",
        "Ada Brook\nOpinion",
        "Ada Brook\nThe editor said so.",
        "Ada Brook\nBy Reuters",
        "Merrow Post\nSenior Reporter",
        "Ada Brook\nSenior\nReporter",
        f"Ada Brook\nReporter of {'Merrow ' * 12}",
    ],
)
def test_persons_above_other_words(line: str) -> None:
    assert read_persons_and_role(line) is None


@for_each({label: label for label in sorted(words("labels"))})
def test_each_label_of_the_list_is_read(label: str) -> None:
    byline = read_byline(f"{label} Анна Холм")
    assert byline is not None
    assert byline.authors == [{"name": "Анна Холм"}]


@for_each({phrase: phrase for phrase in sorted(words("helpers"))})
def test_each_helper_of_the_list_is_read(phrase: str) -> None:
    for line in (f"By Ada Brook, {phrase} Tom Reed", f"By Ada Brook {phrase} Tom Reed"):
        byline = read_byline(line)
        assert byline is not None
        role = phrase.removesuffix(":")
        assert byline.authors == [{"name": "Ada Brook"}, {"name": "Tom Reed", "role": role}]


def test_each_role_of_the_list_is_read() -> None:
    for role in sorted(words("roles")):
        byline = read_byline(f"By Ada Brook, {role}")
        assert byline is not None, role
        assert byline.authors == [{"name": "Ada Brook", "role": role}]


def test_a_date_in_a_link_is_part_of_the_name() -> None:
    byline = read_byline("By [Ada, February 5, 2021](#)")
    assert byline is not None
    assert byline.date_start is None
    assert shown(byline.authors) == "Ada, February 5, 2021 <#>"


def test_each_author_has_its_span() -> None:
    line = "By Ada Brook (AP), [Tom](#) and Eva Lind, with Ida Holm"
    byline = read_byline(line)
    assert byline is not None
    assert [line[start:end] for start, end in byline.spans] == [
        "Ada Brook (AP)",
        "[Tom](#)",
        "Eva Lind",
        "with Ida Holm",
    ]


def test_a_role_before_a_name_is_in_its_span() -> None:
    line = "Von Redakteurin Ada Brook und Tom Reed, Fotos: Eva Lind mit [Ida](#)"
    byline = read_byline(line)
    assert byline is not None
    assert [line[start:end] for start, end in byline.spans] == [
        "Redakteurin Ada Brook",
        "Tom Reed",
        "Fotos: Eva Lind",
        "mit [Ida](#)",
    ]


@pytest.mark.parametrize("line", ["By", "by:", "Von\n", "Author:", "–By", "記者", "作者："])
def test_a_label_alone(line: str) -> None:
    assert is_label(line)
    assert read_byline(line) is None


@pytest.mark.parametrize("line", ["", "By Ada", "Author", "Theo", "Ada", "&#66;y"])
def test_what_is_not_a_label_alone(line: str) -> None:
    assert not is_label(line)


@pytest.mark.parametrize(
    "link",
    [
        "[Ada Brook](#)",
        "[Ada, March 14, 2023](#)",
        "[By Ada ]()",
        "[林若溪](u)",
        "[the sea!](a.b/c)",
    ],
)
def test_a_byline_of_one_link_is_read_as_any_other(link: str) -> None:
    """The shortcut for one plain link gives what the whole way does."""
    plain, other = read_byline(f"By {link}"), read_byline(f"By  {link}")
    assert plain is not None
    assert other is not None
    assert plain.authors == other.authors
    assert [(start + 1, end + 1) for start, end in plain.spans] == other.spans


@pytest.mark.parametrize(
    ("line", "may"),
    [
        ("Senior Reporter", True),
        ("**Senior Reporter**", True),
        ("Madrid", True),
        ("Reuters", True),
        ("ada@norland.example", True),
        ("Merrow", False),
        ("Sports", False),
        ("Reporter 2", False),
        ("Reporter: Ada", False),
        ("The reporter said so.", False),
        ("By Senior Reporter", False),
        ("Photos by the reporter", False),
        ("", False),
        ("Reporter\nEditor", False),
        ("Reporter " * 10, False),
        ("Reporter " * 20, False),
    ],
)
def test_what_may_be_the_role_of_the_author_above(line: str, may: bool) -> None:
    assert may_be_role(line) == may


@pytest.mark.parametrize(
    ("byline", "role", "authors"),
    [
        ("By Ada Brook", "Madrid", "Ada Brook (Madrid)"),
        ("By Ada Brook and Tom Reed (AP)", "Madrid", "Ada Brook + Tom Reed (AP, Madrid)"),
        ("By Reuters", "Madrid", None),
        ("By Ada Brook, February 5, 2021", "Madrid", None),
        ("By Ada Brook", "Madrid\nParis", None),
        ("By [Ada\nBrook](#)", "Madrid", None),
    ],
)
def test_a_role_below_a_byline(byline: str, role: str, authors: str | None) -> None:
    above = read_byline(byline)
    assert above is not None
    read = read_with_role_below(f"{byline}\n{role}", above)
    assert (None if read is None else shown(read.authors)) == authors


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        ("Ada Brook\nTom Reed", "Ada Brook + Tom Reed"),
        ("Ada Brook,\nTom Reed and Eva Lind", "Ada Brook + Tom Reed + Eva Lind"),
        ("[Ada Brook](#)\n[Tom Reed](#)", "Ada Brook <#> + Tom Reed <#>"),
        ("Ada Brook", None),
        ("Ada Brook\nReuters", None),
        ("Ada Brook\nBy Tom Reed", None),
        ("Ada Brook\n\nTom Reed", None),
        ("[Ada\nBrook](#)", None),
        ("Ada Brook\n" * 5, None),
        ("Ada Brook\n" * 20, None),
        ("Ada Brook\n" + 20 * "Tom " + "Reed", None),
    ],
)
def test_lines_of_persons(lines: str, authors: str | None) -> None:
    read = read_lines_of_persons(lines)
    assert (None if read is None else shown(read.authors)) == authors
