"""A name of the byline that cannot be an author is reported, and a name is not."""

import pytest

from tests.rules.cases import article, findings, found

_OF_NO_PERSON = "may be the name of an organisation or a subject, not of a person"
IMPLAUSIBLE = {
    "Ada Brook and Senior Reporter": "is a role, not a name",
    "Ada Brook and Chief Political Correspondent": "is a role, not a name",
    "Ada Brook and Корреспондент отдела новостей": "is a role, not a name",
    "Ada Brook and Grand reporter": "is a role, not a name",
    "Ada Brook and Ver biografía": "is a placeholder, or a label of the page",
    "Ada Brook (@adabrook)": "has an address or a handle after it",
    "Ada Brook and Promoted By": "is a placeholder, or a label of the page",
    "Ada Brook and Misafir": "is a placeholder, or a label of the page",
    "[Reading time: 4 minutes](#)": "has words of the page",
    "[Redactor Web Actualizado](#)": "has words of the page",
    "[Read full bio](#)": "is a placeholder, or a label of the page",
    "Ada Brook and [Published](#)": "is a placeholder, or a label of the page",
    "[Réservé aux abonnés](#)": "is a placeholder, or a label of the page",
    "[佚名](#)": "is a placeholder, or a label of the page",
    "Please Enter Your Name Here": "is a placeholder, or a label of the page",
    "Admin": "is a placeholder, or a label of the page",
    "[undefined](#)": "is a placeholder, or a label of the page",
    "Posted On": "is a placeholder, or a label of the page",
    "View All Posts": "is a placeholder, or a label of the page",
    "Follow Ada Brook on Twitter": "has words of the page",
    "[Hours Ago Tom Reed](#)": "has words of the page",
    "[ada@merrowpost.example](#)": "is an address, not a name",
    "[March 14, 2023](#)": "is a date",
    "Ada Brook and [Apr](#)": "is a date",
    "Submitted": "is a placeholder, or a label of the page",
    "[Ada Brook Fri](#)": "ends in a date",
    "[Par ADA BROOK](#)": "has a label before it",
    "[Por Ada Brook](#)": "has a label before it",
    "[作者：张三](#)": "has a label before it",
    "[责任编辑：李四](#)": "has a label before it",
    "[海岛发布 关注](#)": "has words of the page",
    "[Https](#)": "is an address, not a name",
    "[Www Merrowpost Example](#)": "is an address, not a name",
    "[Do you know the way to the harbour?](#)": "is a sentence",
    "[One two three four five six seven eight nine](#)": "is a sentence",
    "[A. B. Brook, T. Reed, Kim-Lee Orr, and Ida Holm, SKERRY NEWS](#)": "is more than one name",
    "LONDON": "is the name of a place",
    "Ada () Brook": "has empty brackets",
    "New York": "is the name of a place",
    "Ada BrookPublished": "is a name with a word joined to it",
    "Ada BrookAda Brook": "is a name with a word joined to it",
    "Ada BrookStaff Writer": "is a name with a word joined to it",
    "Ada Brook Follow": "has words of the page",
    "Ada Brook @ Merrow Post": "has an address or a handle",
    "[Ada Brook (https://merrowpost.example/ada/)](#)": "has an address or a handle",
    "[Ada Brook ada@merrowpost.example](#)": "has an address or a handle",
    "[Ada Brook, @adabrook](#)": "has an address or a handle",
    "[www.merrowpost.example](#)": "is an address, not a name",
    "[Follow Author](#)": "has words of the page",
    "Ada Brook | 3 min read": "is a reading time, not a role",
    "Ada Brook (4 Minuten)": "is a reading time, not a role",
    "Brook, Ada": "and “Ada” are one word each, and may be one name",
    "[2019](#)": "is a number",
    "[10:30 AM](#)": "is a number",
    "[12.345](#)": "is a number",
    "–": "has no letters",
    "Jane Doe": "is a placeholder, or a label of the page",
    "Max Mustermann": "is a placeholder, or a label of the page",
    "[Nombre del autor](#)": "is a placeholder, or a label of the page",
    "[Posted by admin](#)": "is a placeholder, or a label of the page",
    "[Von Admin](#)": "is a placeholder, or a label of the page",
    "[Send an email to Ada Brook](#)": "has words of the page",
    "[Author: Unknown](#)": "is a placeholder, or a label of the page",
    "[Share this story](#)": "has words of the page",
    "[Related Articles](#)": "has words of the page",
    "[Click here to subscribe](#)": "has words of the page",
    "[Photo by Ida Holm](#)": "has words of the page",
    "[Quelle: Merrower Tagblatt](#)": "has words of the page",
    "[The ferry to Skerry sailed again on Monday.](#)": "is a sentence",
    "[5 Comments](#)": "has words of the page",
    "[1,2K views](#)": "has words of the page",
    "[12 Kommentare](#)": "has words of the page",
    "[© 2023 Merrow Post](#)": "has words of the page",
    "[Ada Brook :: Merrow.example](#)": "has the name of a website after it",
    "[Ada Brook | Merrow Post](#)": "has the name of a website after it",
    "[Ada Brook – www.merrow.example](#)": "is an address, not a name",
    "[Ada Brook – merrow.example](#)": "has the name of a website after it",
    "Ada Brook Ada Brook": "is the same name twice",
    "[Ada Brook By Tom Reed](#)": "is more than one name",
    "[ada.brook](#)": "may be the name of a user",
    "[abrook123](#)": "may be the name of a user",
    "Login": "is a placeholder, or a label of the page",
    "Anmelden": "is a placeholder, or a label of the page",
    "[5 min read](#)": "has words of the page",
    "Sin autor": "is a placeholder, or a label of the page",
    "Kein Autor": "is a placeholder, or a label of the page",
    "Без автора": "is a placeholder, or a label of the page",
    "Advertisement": "is a placeholder, or a label of the page",
    "[Loading...](#)": "is a placeholder, or a label of the page",
    "[Monday](#)": "is a day of the week",
    "[Thursday 10:30](#)": "is a day of the week",
    "[Donnerstag](#)": "is a day of the week",
    "[воскресенье](#)": "is a day of the week",
    "星期一": "is a day of the week",
    "Skerry Sparkasse": _OF_NO_PERSON,
    "Tribunal Marítimo": _OF_NO_PERSON,
    "Borussia Merrow": _OF_NO_PERSON,
    "Ngân Hàng Biển": _OF_NO_PERSON,
    "Верховный Суд": _OF_NO_PERSON,
    "Klimawandel Heute": _OF_NO_PERSON,
    "Deutsche Bank": _OF_NO_PERSON,
    "Sports": "is the name of a section",
    "Noticias": "is the name of a section",
    "[News you can trust](#)": "may be a slogan or a sentence",
    "[Nachrichten, die Sie immer brauchen](#)": "may be a slogan or a sentence",
    "[Trusted since 1923](#)": "may be a slogan or a sentence",
    "[Your Island, Your News](#)": "may be a slogan or a sentence",
    "Ada Brook and Skarv": "is one word, and may be a place or a paper",
    "Ada Brook Reuters": "ends in the name of an agency",
    "[Ada Brook AP](#)": "ends in the name of an agency",
    "[ADA BROOK Associated Press](#)": "ends in the name of an agency",
    "Ada Brook Associated Press Desk": "ends in the name of an agency",
    "Ada Brook Merrow Post": "ends in the name of a paper",
    "Ada Brook Merrow Post Reporter": "ends in the name of a paper",
}
NAMES = [
    "Ada Brook and Staff Writers",
    "The Sports Desk and Ada Brook",
    "The Was Family",
    "Ana Fonte",
    "Jan Hora",
    "Dev Page",
    "Our Sports Reporter",
    "Merrow Sports Desk",
    "AP Sports Writer",
    "佐藤 花子",
    "张三 李四 王小明",
    "Ana Lind",
    "Erik Bank",
    "Carol Price",
    "Viktor Royal",
    "Martin Guerre",
    "Ольга Лига",
    "Nguyễn Thị Ngân",
    "Merrow Nachrichten",
    "Skerry Broadcasting",
    "Jane Doering",
    "Max Musterberg",
    "Share Holm",
    "Photo Holm",
    "Baron van der Meer zu Skerry jr.",
    "[Tor](#)",
    "[tagesschau.de](#)",
    "[mbl.is](#)",
    "[merrow.news](#)",
    "[deadmau5](#)",
    "[France24](#)",
    "[will.i.am](#)",
    "[Side By Side](#)",
    "[Ada Ada](#)",
    "[Ada Brook | Tom Reed](#)",
    "[Mar](#)",
    "Domingo Ruiz",
    "Tuesday Holm",
    "[50 Cent](#)",
    "[20 Minuten](#)",
    "[Studio 5](#)",
    "[5 Live](#)",
    "Sports Desk",
    "Merrow Sports",
    "Friends of the Sea",
    "Wir Holm",
    "Your Merrow Post",
    "Ada Since",
    "Reuters",
    "Admin Okland",
    "Anna Posted",
    "Days Holm",
    "Karl von der Heide",
    "April Jones",
    "林若溪",
    "Test Holm",
    "The Merrow Post",
    "Ada McBrook",
    "Ada Ada",
    "Ana Maria Belga",
    "ADA BROOK AP",
    "Reuters Staff",
    "The Associated Press",
    "Ada Share",
    "Ada McStaffa",
    "Ada Brook (3 minor roles)",
    "Ada Brook and Reuters",
    "Ada Brook and 林若溪",
    "Ada Brook and [Skarv](#)",
    "Ada, Tom and Eva",
    "Reuters and Bloomberg",
    "[Brook](#), [Ada](#)",
]


@pytest.mark.parametrize(("written", "fact"), IMPLAUSIBLE.items())
def test_what_is_no_author_is_reported(written: str, fact: str) -> None:
    messages = [message for _, _, message in found("implausible-author", _with(written))]
    assert [message.partition("” ")[2] for message in messages] == [fact]


DATELINES = [
    "TARN NESS — The ferry sailed.",
    "TARN NESS, March 14 — The ferry sailed.",
    "Tarn Ness, March 14 (AP) - The ferry sailed.",
    "TARN NESS (AP) The ferry sailed.",
]
NO_DATELINES = [
    "Tarn Ness — the last island — has a ferry.",
    "Tarn Ness has a ferry.",
    "TARN NESS HAS A FERRY",
    "The ferry to TARN NESS — sailed.",
]


@pytest.mark.parametrize("body", DATELINES)
def test_the_place_of_the_dateline_is_no_author(body: str) -> None:
    text = article(body, head="By Ada Brook, Tarn Ness")
    [finding] = findings("implausible-author", text)
    assert finding.message == "“Tarn Ness” is the place that the text begins with"
    assert not finding.is_uncertain
    assert found("implausible-author", text.replace(", Tarn Ness", "")) == []


@pytest.mark.parametrize("body", NO_DATELINES)
def test_other_texts_show_no_place(body: str) -> None:
    assert found("implausible-author", article(body, head="By Ada Brook, Tarn Ness")) == []


@pytest.mark.parametrize(
    "names",
    [
        "Ada Brook and Skarv",
        "Ada Brook Reuters",
        "[Monday](#)",
        "Sports",
        "Ada Brook and New Delhi",
        "Ada Brook and Buenos Aires",
        "The Truth Has a Voice",
        "Las cosas como son",
        "Alles was zählt",
        "[News you trust](#)",
        "Ada Executive City Reporter",
        "Bundesliga Merrow",
        "Ada Brook Brussel",
        "张三 李四",
    ],
)
def test_what_may_be_an_author_is_uncertain(names: str) -> None:
    [finding] = findings("implausible-author", _with(names))
    assert finding.is_uncertain


@pytest.mark.parametrize("name", NAMES)
def test_names_are_not(name: str) -> None:
    assert found("implausible-author", _with(name)) == []


def _with(written: str) -> str:
    return article("Body.", head=f"By {written}")
