"""A line that looks like a byline and is read as text is reported, and a sentence is not."""

import pytest

from corpusfmt.api.articles import format
from corpusfmt.syntax.reading import read_document
from tests.rules.cases import article, findings, fixed, found

REPORTED = [
    "By Ada Brook, who lives in Skarv with 3 cats",
    "By Ada Brook [2]",
    "Von Ada Brook und 3 anderen",
    "Автор: Ольга Вітер 24",
    "By ada brook",
    "by ada brook and tom reed",
    "By ada brook, March 14, 2023",
    "Author: ada",
    "Analysis | By Ada Brook | 61 readers",
    "By Ada Brook et al.",
    "SKARV (Reuters) - By Ada Brook",
    "By the Rev. Ada Brook",
    "By Ada Brook and (AP)",
    "来源：新华社 作者：林若溪",
    "（中央社記者林若溪台北14日電）",
    "(서울=연합뉴스) 김하늘 기자 =",
    "By our Skarv correspondent",
    "By a Special Correspondent",
    "Von dpa/AFP",
    "Par l'AFP",
    "【记者林若溪台北报道】",
]
SENTENCES = [
    "By noon the harbour was empty",
    "By Friday the water had reached the church",
    "By Ada Brook the sea was calm and grey.",
    "Von dort war es nicht weit",
    "Von merrow",
    "By the sea",
    "By the Rest Of It",
    "By noon",
    "By all of the ferries that ran",
    "BREAKING NEWS",
]


@pytest.mark.parametrize("line", REPORTED)
def test_a_line_that_looks_like_a_byline_is_reported(line: str) -> None:
    message = f"“{line}” looks like a byline and is read as text"
    assert found("unread-byline", article("Body.", head=line)) == [("3:1", line, message)]


@pytest.mark.parametrize("line", SENTENCES)
def test_other_lines_are_not(line: str) -> None:
    assert found("unread-byline", article("Body.", head=line)) == []


NO_AUTHORS = {
    "By 2019": "is a number",
    "By 10:30 AM": "is a number",
    "By Monday": "is a day of the week",
    "By Thursday 10:30": "is a day of the week",
    "By Your island, your news": "may be a slogan or a sentence",
    "Autor: 2019": "is a number",
}
"""Lines with a label and something else than a name, and what that is."""


@pytest.mark.parametrize(("line", "fact"), NO_AUTHORS.items())
def test_a_label_before_no_name_is_uncertain(line: str, fact: str) -> None:
    [finding] = findings("unread-byline", article("Body.", head=line))
    assert finding.is_uncertain
    assert finding.message.endswith(fact)
    assert findings("unread-byline", article("Body.", head=f"By Ada Brook\n\n{line}")) == []


@pytest.mark.parametrize(
    "line", ["By 5 Comments", "By 5 min read", "By Loading...", "By @adabrook"]
)
def test_a_label_before_words_of_a_page_is_certain(line: str) -> None:
    [finding] = findings("unread-byline", article("Body.", head=line))
    assert not finding.is_uncertain


@pytest.mark.parametrize(
    "line", ["By 2 hours ago", "By March 2023", "By 2019.", "Par 4", "By 2030 the sea is higher"]
)
def test_a_date_a_sentence_and_another_label_are_not(line: str) -> None:
    assert found("unread-byline", article("Body.", head=line)) == []


def test_a_second_byline_is_reported() -> None:
    text = article("Body.", head="By Ada Brook\n\nBy Tom Reed")
    assert [place for place, _, _ in found("unread-byline", text)] == ["5:1"]


def test_a_label_alone_is_reported_where_there_are_no_authors() -> None:
    text = article("Body.", head="By\n\nthe sea")
    assert [span for _, span, _ in found("unread-byline", text)] == ["By"]
    assert found("unread-byline", article("Body.", head="By Ada Brook\n\nText")) == []


def test_a_name_beside_a_date_is_reported_with_a_fix() -> None:
    text = article("Body.", head="March 14, 2023\n\nAda Brook")
    assert [span for _, span, _ in found("unread-byline", text)] == ["Ada Brook"]
    [finding] = findings("unread-byline", text)
    assert finding.fix is not None
    assert not finding.fix.safe
    assert fixed("unread-byline", text) == article("Body.", head="March 14, 2023\n\nBy Ada Brook")


NAMES = [
    "Ada Brook",
    "Ada Brook and Tom Reed",
    "Ada Brook | Merrow",
    "[Ada Brook](/ada) | Merrow",
    "Ada Brook, MD",
    "林若溪",
    "佐藤 花子",
    "김하늘",
    "HARBOUR NEWS",
    "Merrow Post",
    "أحمد علي",
    "De Ada Brook",
    "Per Ada Brook",
    "Per Holm",
    "Interview: Ada Brook",
    "Opinion | Ada Brook",
    "personAda Brook",
    "account_circleAda Brook",
    "NTB/Reuters",
    "Ada Brook@adabrook",
    "Ada Brook (@adabrook)",
    "Ada Brook Harbour correspondent",
    "Ada Brook, Merrow News, Skarv",
    "(dpa/lnw)",
    "STAFF REPORT",
    "Special to the Merrow Post",
    "Redacción Merrow",
    "— Ada Brook",
    "~ Ada Brook",
    "Ada Brook, Skarv",
    "Ольга Ветер, Мерроу",
    "Ada Brook |",
    "Author Ada Brook",
    "Από την Άννα Μπρουκ",
    "【佐藤花子】",
    "Ada Brook and agencies",
    "Od Ada Brook",
    "From Ada Brook in Skarv",
    "Posted in News by Ada Brook",
    "Ada Brook is correspondent in Skarv",
    "Tim, CNN Indonesia",
    "afp/dpa",
    "Staff Reporter",
    "Editor: Ada Brook",
    "责编：周伯言",
    "ანა ჰოლმი",
    "Brook, Ada",
    "А.Ветер",
    "A.B.Brook",
    "Ada Brook, merrow.example",
    "Ada Brook, Merrow.lt",
    "aus Wien Ada Brook",
    "From Madrid, Ada Brook and Tom Reed",
]
NO_NAMES = [
    "March 14, 2023\n\nPremier League",
    "Opinion\n\nMarch 14, 2023",
    "New York\n\nMarch 14, 2023",
    "社会\n\nMarch 14, 2023",
    "스포츠\n\nMarch 14, 2023",
    "马拉松\n\nMarch 14, 2023",
    "De la ville à la mer",
    "Dear Readers",
    "Photo: Ada Brook",
    "Paris, Texas",
    "U.Today is new",
    "aus Wien nach Skarv",
    "الرياضة: أحمد علي",
    "Subject: the sea",
    "Opinion | The Sea",
    "Merrow | Skarv | Ada Brook",
    "iPad Air",
    "eBay Holm",
    "Staff Reporting Is Hard.",
    "Staffing the ferry",
    "Norway/Sweden",
    "Letters to the Editor",
    "The ferry was hit by the sea",
    "The ferry and 2 others",
]


@pytest.mark.parametrize("line", NAMES)
def test_names_without_a_label_are_info(line: str) -> None:
    text = article("Body.", head=line)
    assert [(span, message) for _, span, message in found("unread-byline", text)] == [
        (line, f"“{plain(line)}” looks like a name and is read as text")
    ]
    [finding] = findings("unread-byline", text)
    assert finding.is_uncertain
    assert finding.fix is not None
    assert "byline" in read_document(fixed("unread-byline", text))


@pytest.mark.parametrize(
    "line",
    [
        "Ada Brook, Tom Reed and 2 others",
        "Ada Brook und 2 weitere",
        "merrowpost avec AFP",
        "Lena Vogt im Gespräch mit Jan Kern",
        "Follow Ada Brook",
    ],
)
def test_names_and_others_are_info_without_a_fix(line: str) -> None:
    [finding] = findings("unread-byline", article("Body.", head=f"{line}\n\nMarch 14, 2023"))
    assert finding.is_uncertain
    assert finding.fix is None


def test_a_name_after_a_place_is_info() -> None:
    for text in (
        article("Body.", head="القاهرة: أحمد علي"),
        "# Ferry\n\nالقاهرة: أحمد علي\n\nBody.\n",
    ):
        [finding] = findings("unread-byline", text)
        assert finding.is_uncertain
        assert finding.expected == "By أحمد علي (القاهرة), if these are the authors"


@pytest.mark.parametrize("name", ["عدي نحل", "עדה נחל", "Ada Brook / Tom Reed", "আদা নদী"])
def test_a_name_above_a_date_that_is_not_read_is_info(name: str) -> None:
    text = f"# Ferry\n\n{name}\n\n05.02.21, 10:32\n\nBody.\n"
    assert [span for _, span, _ in found("unread-byline", text)] == [name]
    assert [finding.is_uncertain for finding in findings("unread-byline", text)] == [True]
    assert found("unread-byline", text.replace("05.02.21, 10:32", "The ferry ran.")) == []


def test_the_text_of_an_image_above_a_date_is_info() -> None:
    text = "# Ferry\n\n![Ada Brook](https://merrow.example/a.jpg)\n\nMarch 14, 2023\n\nBody.\n"
    [finding] = findings("unread-byline", text)
    assert finding.is_uncertain
    assert "“Ada Brook”, the text of an image, may be the name of an author" in finding.message
    assert findings("unread-byline", text.replace("Ada Brook", "The ferry")) == []
    assert findings("unread-byline", text.replace("March 14, 2023", "The ferry ran.")) == []


def plain(line: str) -> str:
    return line.replace("[", "").replace("](/ada)", "")


@pytest.mark.parametrize("head", NO_NAMES)
def test_words_that_are_no_names_are_not(head: str) -> None:
    assert found("unread-byline", article("Body.", head=head)) == []


@pytest.mark.parametrize(
    ("head", "line", "authors"),
    [
        ("Ada Brook\n\nTom Reed\n\nMarch 14, 2023", "Ada Brook", "Ada Brook and Tom Reed"),
        ("By Ada Brook\n\nTom Reed\n\nMarch 14, 2023", "Tom Reed", "Ada Brook and Tom Reed"),
        (
            "By [Ada Brook](#) (AP)\nBy Tom Reed",
            "By Tom Reed",
            "[Ada Brook](#) (AP) and Tom Reed",
        ),
        ("By Ada Brook\n\nBy Ada Brook", "By Ada Brook", "Ada Brook"),
        ("By Ada Brook\n\nand Tom Reed", "and Tom Reed", "Ada Brook and Tom Reed"),
        ("Von Ada Brook\n\nund Tom Reed", "und Tom Reed", "Ada Brook and Tom Reed"),
        ("By\n\nAda Brook\n\nStaff Writer", "Staff Writer", "Ada Brook (Staff Writer)"),
        ("By Ada Brook\n\n@adabrook", "@adabrook", "Ada Brook (@adabrook)"),
    ],
)
def test_names_beside_the_byline_have_a_fix(head: str, line: str, authors: str) -> None:
    text = article("Body.", head=head)
    assert [span for _, span, _ in found("unread-byline", text)] == [line]
    assert f"\n\nBy {authors}\n\n" in fixed("unread-byline", text)


def test_a_name_away_from_the_byline_has_none() -> None:
    text = article("Body.", head="By Ada Brook\n\nMarch 14, 2023\n\nTom Reed")
    assert [finding.fix for finding in findings("unread-byline", text)] == [None]


def test_a_name_two_lines_above_a_date_is_reported() -> None:
    text = article("Body.", head="Ada Brook\n\nOpinion\n\nMarch 14, 2023")
    assert [span for _, span, _ in found("unread-byline", text)] == ["Ada Brook"]
    assert [span for _, span, _ in found("unread-byline", format(text))] == ["Ada Brook"]


def test_names_with_a_role_at_the_start_of_the_body_are_reported() -> None:
    text = "# Ferry\n\nAda Brook | Merrow\n\nBody.\n"
    message = "“Ada Brook | Merrow” looks like a name and is read as text"
    assert [message for _, _, message in found("unread-byline", text)] == [message]
    assert [message for _, _, message in found("unread-byline", format(text))] == [message]


@pytest.mark.parametrize("marker", ["- ", "1. ", "> "])
def test_a_byline_in_an_item_or_a_quote_at_the_start_is_reported(marker: str) -> None:
    text = article(f"{marker}By Ada Brook", "Body.")
    assert [span for _, span, _ in found("unread-byline", text)] == [f"{marker}By Ada Brook"]
    assert found("unread-byline", article(f"{marker}The ferry", "Body.")) == []
    assert found("unread-byline", article("One.", "Two.", "Three.", f"{marker}By Ada Brook")) == []


def test_names_after_a_weak_label_at_the_start_of_the_body_are_reported() -> None:
    text = "# Ferry\n\nDe Ada Brook\n\nBody.\n"
    assert [span for _, span, _ in found("unread-byline", text)] == ["De Ada Brook"]
    assert found("unread-byline", "# Ferry\n\nPhoto credit: Ada Brook\n\nBody.\n") == []


def test_a_name_at_the_start_of_the_body_is_not() -> None:
    assert found("unread-byline", "# Ferry\n\nMarch 14, 2023\n\nAda Brook\n\nBody.\n") == []


def test_a_guard_does_not_silence_it() -> None:
    text = article("Body.", head="&#66;y Ada Brook")
    assert [place for place, _, _ in found("unread-byline", text)] == ["3:1"]


def test_a_line_of_the_body_is_reported_unless_stranded_byline_does() -> None:
    assert found("unread-byline", article("Words.", "By Ada Brook", "Body.")) == []
    text = article("By Ada Brook, 24", "Body.")
    assert [span for _, span, _ in found("unread-byline", text)] == ["By Ada Brook, 24"]


@pytest.mark.parametrize("line", ["- Ada Brook", "> Ada Brook", "1. Ada Brook", "### Ada Brook"])
def test_a_person_alone_in_a_list_a_quote_or_a_heading_is_info(line: str) -> None:
    text = article("Body.", head=line)
    [finding] = findings("unread-byline", text)
    assert finding.is_uncertain
    assert fixed("unread-byline", text) == article("Body.", head="By Ada Brook")


@pytest.mark.parametrize(
    "head",
    [
        "- Ada Brook\n\n- Tom Reed",
        "- Ada Brook\n\n- Tom Reed\n\n- Eva Lind",
        "- The sea",
        "By Eva Lind\n\n- Ada Brook",
    ],
)
def test_a_list_of_persons_or_others_is_not(head: str) -> None:
    assert found("unread-byline", article("Body.", head=head)) == []


@pytest.mark.parametrize(
    "paper", ["Merrow Herald", "L’Écho Skarvien", "The Skarv Advertiser", "El Faro de Skarv"]
)
def test_a_paper_below_the_byline_is_info(paper: str) -> None:
    for after in ("", "\n\nMarch 14, 2023"):
        text = article("Body.", head=f"By Ada Brook\n\n{paper}{after}")
        [finding] = findings("unread-byline", text)
        assert finding.is_uncertain
        wanted = article("Body.", head=f"By Ada Brook ({paper}){after}")
        assert fixed("unread-byline", text) == wanted


@pytest.mark.parametrize("line", ["Opinion", "Merrow", "World Sports", "3 min read", "The sea"])
def test_another_line_below_the_byline_is_not(line: str) -> None:
    assert found("unread-byline", article("Body.", head=f"By Ada Brook\n\n{line}")) == []


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Ada Brook, Tom Reed in Skarv", "Ada Brook and Tom Reed (in Skarv)"),
        ("Text Ada Brook Fotos Tom Reed", "Ada Brook and Tom Reed (Fotos)"),
    ],
)
def test_each_name_of_a_line_is_an_author_in_its_fix(line: str, authors: str) -> None:
    fixed_text = fixed("unread-byline", article("Body.", head=line))
    assert f"\n\nBy {authors}\n\n" in format(fixed_text)


@pytest.mark.parametrize("line", ["القاهرة - أحمد علي", "編譯林若溪／綜合報導"])
def test_a_name_that_may_be_a_place_before_a_name_has_no_fix(line: str) -> None:
    [finding] = findings("unread-byline", article("Body.", head=line))
    assert finding.fix is None


def test_a_byline_below_the_first_image_is_info() -> None:
    text = "# Ferry\n\n![Ada](#)\n\nBy Ada Brook\n\nMarch 14, 2023\n\nBody.\n"
    assert [span for _, span, _ in found("unread-byline", text)] == ["By Ada Brook"]
    assert [finding.is_uncertain for finding in findings("unread-byline", text)] == [True]
    assert found("unread-byline", "# Ferry\n\nBody.\n\n![Ada](#)\n\nBy Ada Brook\n") == []


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ada Brook tarafından", "Ada Brook"),
        ("Ada Brook által írta", "Ada Brook"),
        ("राम कुमार द्वारा", "राम कुमार"),
    ],
)
def test_the_label_behind_the_names_is_no_part_of_them(line: str, names: str) -> None:
    text = article("Body.", head=f"{line}\n\nMarch 14, 2023")
    assert fixed("unread-byline", text) == article("Body.", head=f"By {names}\n\nMarch 14, 2023")


def test_a_line_in_the_middle_of_a_sentence_is_not_a_byline() -> None:
    wrapped = (
        "The council remained silent on rumors about its\n"
        "Lehman Brothers Inc, but some captains said that it may be\n"
        "considering such a ferry because it is cheap."
    )
    assert found("unread-byline", article(wrapped)) == []
    role = (
        "The council bought 61 ferries on Monday, it said in a note.\n"
        "Ada Brook, senior vice president of ferries at\n"
        "Skarv Lines in the northern harbour, said so."
    )
    assert found("unread-byline", article(role)) == []


def test_names_that_go_on_in_the_next_line_are_a_byline() -> None:
    first = "By Ada Brook, who is the senior correspondent"
    text = article(f"{first}\nand Tom Reed, who lives in Skarv with 3 cats")
    assert [shown for _, shown, _ in found("unread-byline", text)] == [first]


@pytest.mark.parametrize("line", ["## Norland Central Bank - NCB", "*Ada Brook – The Baker*"])
def test_a_line_that_repeats_the_title_is_not_a_byline(line: str) -> None:
    title = line.strip("#* ")
    text = f"# {title} | Skerry Post\n\nMarch 14, 2023\n\n\n\n{line}\n\nThe ferry sailed.\n"
    assert found("unread-byline", text) == []


def test_a_name_that_is_a_heading_may_be_a_section() -> None:
    text = article("## Merrow Insider", "The ferry sailed on Monday.", head="March 14, 2023")
    assert [finding.is_uncertain for finding in findings("unread-byline", text)] == [True]


@pytest.mark.parametrize("head", ["By Ada Brook", ""])
@pytest.mark.parametrize("line", ["Illustration by Tom Reed", "Photographs by Ida Berg"])
def test_who_made_the_image_above_may_be_no_author(line: str, head: str) -> None:
    image = "![The quay](https://skerry.example/quay.jpg)"
    text = article("The ferry sailed.", image, line, "It was full.", head=head)
    assert [finding.is_uncertain for finding in findings("unread-byline", text)] == [True]
    without_image = article("The ferry sailed.", line, head=head)
    assert [one.is_uncertain for one in findings("unread-byline", without_image)] == [False]


def test_the_editor_in_charge_is_no_author() -> None:
    text = article("渡轮于星期一恢复开航。", "责任编辑：林若溪")
    assert found("unread-byline", text) == []
    assert len(found("boilerplate", text)) == 1
