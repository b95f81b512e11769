"""A credit, alone or behind its caption, is found in the body; prose with the same words is not."""

import pytest

from tests.rules.cases import article, expected, findings, fixed, found

BODY = "The first ferry since October sailed on Monday with 61 passengers."
CAPTION = "The café on board is closed until May."

CREDITS = [
    ("Foto Ida Holm", "Foto Ida Holm"),
    ("Fot. Ida Holm / Skerry Post", "Fot. Ida Holm / Skerry Post"),
    ("Zdj. Ida Holm", "Zdj. Ida Holm"),
    ("Photo courtesy of Skerry Museum", "Photo courtesy of Skerry Museum"),
    ("Photo: Ida Holm", "Photo: Ida Holm"),
    ("Photo credit: Ida Holm / Shutterstock.com", "Photo credit: Ida Holm / Shutterstock.com"),
    ("(Image credit: Ida Holm)", "Image credit: Ida Holm"),
    ("Credits: NASA, Ida Holm", "Credits: NASA, Ida Holm"),
    ("Photos: courtesy of the harbour.", "Photos: courtesy of the harbour"),
    (f"{CAPTION} Photo: Ida Holm/Norland Press", "Photo: Ida Holm/Norland Press"),
    (f"{CAPTION} Foto: dpa", "Foto: dpa"),
    (f"{CAPTION} (Foto: Ida Holm)", "Foto: Ida Holm"),
    (f"{CAPTION} Bild: Ida Holm", "Bild: Ida Holm"),
    (f"{CAPTION} | Bildquelle: AFP", "Bildquelle: AFP"),
    ("Quán cà phê trên tàu - Ảnh: Ida Holm", "Ảnh: Ida Holm"),
    ("Quán cà phê trên tàu. Ảnh: Ida Holm.", "Ảnh: Ida Holm"),
    ("Кафе на борту закрыто. Фото: Ида Хольм", "Фото: Ида Хольм"),
    ("船上のカフェ（写真：山田太郎）", "写真：山田太郎"),
    ("船上的咖啡馆（图：新华社）", "图：新华社"),
    ("资料图：渡轮停在港口。中新社记者 张三 摄", "中新社记者 张三 摄"),
    ("渡轮停在港口。新华社记者李四摄", "新华社记者李四摄"),
    ("Το καφέ στο πλοίο. Φωτογραφία: Ίντα Χολμ", "Φωτογραφία: Ίντα Χολμ"),
    ("Le café à bord est fermé. Crédit photo : Ida Holm", "Crédit photo : Ida Holm"),
    ("Kavárna na palubě je zavřená. Zdroj: ČTK/Ida Holm", "Zdroj: ČTK/Ida Holm"),
    (f"{CAPTION} Mandatory Credit: Ida Holm", "Mandatory Credit: Ida Holm"),
    ("Photo by Ida Holm", "Photo by Ida Holm"),
    (f"{CAPTION} Ida Holm / Getty Images", "Ida Holm / Getty Images"),
    (
        "Illustration by Ida Holm for the Skarv Herald.",
        "Illustration by Ida Holm for the Skarv Herald",
    ),
    ("Photo / Ida Holm", "Photo / Ida Holm"),
    ("Photograph by: Ida Holm", "Photograph by: Ida Holm"),
    ("배 위의 카페 [사진=연합뉴스]", "사진=연합뉴스"),
    ("The café on board of the ferry to Skerry (AFP/Getty)", "AFP/Getty"),
    ("The café on board of the ferry to Skerry (EPA)", "EPA"),
    ("The café on board is closed. (AP Photo/Ida Holm)", "AP Photo/Ida Holm"),
    ("Ida Holm/Getty Images", "Ida Holm/Getty Images"),
    ("Ida Holm / Norland Press / AFP", "Ida Holm / Norland Press / AFP"),
    ("Reuters/Ida Holm", "Reuters/Ida Holm"),
]

PROSE = [
    "这张照片由一名岛上的记者拍摄",
    "Foto Holm am Hafen schließt im Mai.",
    "Photo Shop Closes",
    "Courtesy of the museum, the plans are free",
    "She has a photo: it shows the ferry in the storm of 1961, with all its lights on.",
    "PHOTOS: Oscars Red Carpet",
    "Photos: The Ferry in the Storm",
    "Photo: What does it show?",
    "Photo: the ferry at the pier of Little Skerry",
    "Photo 1",
    "The captain shown it to Reuters.",
    "The ferry sailed on Monday, the captain said. (dpa)",
    "The ferry sailed on Monday, the captain said. (AP)",
    "The International Chamber of Ferries (ICF)",
    "The company and its captain (AFPX)",
    "“It was lively”: Ida Holm",
    "Tickets: 12 crowns",
    "Source: https://skerrynews.example/photo",
    "Source: Ida Holm",
    "Photo by photo, the book shows a ferry that is not there any more.",
    "Photos by the pier",
    "Picture books by Ida Holm",
    "(Graphic: Assets in 2019 – here)",
    "the and/or of it",
    "A ferry and/or a bridge, said the AFP.",
    "AP",
    "Reuters",
    "Ida Holm",
    "https://skerrynews.example/photo:ida",
    "The portrait: Ida Holm",
    "Photographs: " + "a" * 200,
]


@pytest.mark.parametrize(("text", "credit"), CREDITS, ids=[text for text, _ in CREDITS])
def test_a_credit_in_the_body_is_found(text: str, credit: str) -> None:
    [(_, span, message)] = found("stranded-credit", article(BODY, text, BODY))
    assert span == credit
    assert message == f"“{credit}” is a picture credit in the body"


@pytest.mark.parametrize("text", PROSE)
def test_prose_is_not(text: str) -> None:
    assert found("stranded-credit", article(BODY, text, BODY)) == []


@pytest.mark.parametrize(
    "text",
    [
        article("Photo: Ida Holm", BODY),
        article(BODY, "![The ferry](#)\n**Photo: Ida Holm**", BODY),
        article(BODY, "![The ferry](#)", "Photo: Ida Holm", BODY),
        article(BODY, "> Photo: Ida Holm", BODY),
        "",
    ],
    ids=["after the gap", "of an image", "below an image", "a quote", "empty"],
)
def test_a_credit_in_its_place_is_not(text: str) -> None:
    assert found("stranded-credit", text) == []


def test_the_fix_leaves_a_credit_out() -> None:
    assert fixed("stranded-credit", article(BODY, "(Foto: dpa)", BODY)) == article(BODY, BODY)


def test_a_caption_is_never_left_out() -> None:
    assert [
        finding.fix
        for finding in findings("stranded-credit", article(BODY, f"{CAPTION} Foto: dpa", BODY))
    ] == [None]


def test_after_the_gap_bold_is_what_is_missing() -> None:
    text = article("Phà rời bến. Ảnh: Ida Holm.", BODY)
    assert expected("stranded-credit", text) == ["the credit in bold, so that it is read as one"]


def test_a_credit_with_marks_in_it_is_found_in_its_paragraph() -> None:
    text = article(BODY, "Photo: *Ida* Holm")
    assert [span for _, span, _ in found("stranded-credit", text)] == ["Photo: *Ida* Holm"]


IN_INTRO = {
    "Photo: Ida Holm/AP": "Photo: Ida Holm/AP",
    "Foto: Ida Holm/dpa": "Foto: Ida Holm/dpa",
    "The ferry at the quay. (Image credit: Google)": "Image credit: Google",
    "The ferry at the quay (AFP/Getty)": "AFP/Getty",
}


@pytest.mark.parametrize(("line", "credit"), IN_INTRO.items())
def test_a_credit_among_the_lines_of_the_header_is_found(line: str, credit: str) -> None:
    text = article("The ferry sailed.", head=f"By Ada Brook\n\n{line}")
    [finding] = findings("stranded-credit", text)
    assert text[finding.start : finding.end] == credit
    assert finding.message == f"“{credit}” is a picture credit in the intro"
    assert (finding.pointer, finding.fix) == ("/intro/0", None)


@pytest.mark.parametrize("line", ["The ferry sails again.", "Photo essay", "Norland / Skerry"])
def test_other_lines_of_the_header_are_no_credits(line: str) -> None:
    text = article("The ferry sailed.", head=f"By Ada Brook\n\n{line}")
    assert findings("stranded-credit", text) == []
