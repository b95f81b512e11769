"""The label of a picture without the picture is reported, and words that look alike are not."""

import pytest

from tests.rules.cases import article, found

LABELS = {
    "Image caption The clock strikes noon": "Image caption",
    "Media caption Watch the clock strike": "Media caption",
    "画像説明, 時計": "画像説明",
    "The harbour master winds it. Media caption The clock": "Media caption",
    "“It is slow.” Image caption The clock": "Image caption",
}
CREDITS = [
    "Image source, Ida Holm",
    "Image copyright Ida Holm/AFP",
    "Fuente de la imagen, Getty Images",
    "Автор фото, Ida Holm",
    "图像来源, AFP",
    "Nguồn hình ảnh, AFP",
]
NOTES = [
    "File photo",
    "(Symbolbild)",
    "Ilustrační foto",
    "Ảnh minh họa",
    "写真はイメージ",
    "ফাইল ছবি",
    "Image caption",
]
SOUND = [
    "File photos of the ferry are in the museum",
    "Symbolbild einer Fähre im Hafen",
    "The image caption said nothing of the clock",
    "Image captions are for readers.",
    "A good image source, she said, is rare.",
    "Images of the harbour",
    "He opened ferry.jpg",
    "ferry.pdf",
    "Media captions were added in the spring. The harbour master winds it.",
]


@pytest.mark.parametrize(("text", "label"), LABELS.items())
def test_labels_are_reported(text: str, label: str) -> None:
    assert [span for _, span, _ in found("picture-label", article("Body.", text, "End."))] == [
        label
    ]


@pytest.mark.parametrize("name", ["clock_final-2.jpg", "IMG(2).JPEG", "ferry.webp"])
def test_the_name_of_a_picture_file_is_reported(name: str) -> None:
    [(_, span, message)] = found("picture-label", article("Body.", name, "End."))
    assert (span, message) == (name, f"“{name}” is the name of a picture file")


def test_the_count_of_a_gallery_before_a_caption_is_reported() -> None:
    [(_, span, _)] = found("picture-label", article("Body.", "1 of 12 | The clock.", "End."))
    assert span == "1 of 12"


@pytest.mark.parametrize("text", NOTES)
def test_a_note_alone_is_reported(text: str) -> None:
    assert [span for _, span, _ in found("picture-label", article("A.", text, "B."))] == [text]


def test_a_label_alone_is_reported_with_its_caption() -> None:
    text = article("A.", "Image caption", "The clock strikes noon", "B.")
    [(_, span, _)] = found("picture-label", text)
    assert span == "Image caption\n\nThe clock strikes noon"


@pytest.mark.parametrize("text", SOUND)
def test_sentences_are_not(text: str) -> None:
    assert found("picture-label", article("Body.", text, "End.")) == []


def test_a_label_in_the_credit_is_reported() -> None:
    text = article("**Image copyright Ida Holm/AFP**", "Body.")
    assert [span for _, span, _ in found("picture-label", text)] == [
        "**Image copyright Ida Holm/AFP**"
    ]


@pytest.mark.parametrize("text", CREDITS)
def test_a_label_with_a_credit_is_reported_once(text: str) -> None:
    content = article("Body.", text, "End.")
    assert len(found("stranded-credit", content)) == 1
    assert found("picture-label", content) == []


COUNTERS = {
    "1 of 12": "1 of 12",
    "(3 von 10)": "(3 von 10)",
    "Image 3 of 10": "Image 3 of 10",
    "Photo 3/10: The clock strikes noon": "Photo 3/10",
    "Bild 3 von 10 – Die Uhr schlägt": "Bild 3 von 10",
    "Foto 3 de 10": "Foto 3 de 10",
    "Фото 3 из 10": "Фото 3 из 10",
}
NO_COUNTERS = [
    *("3 of 10 clocks are slow.", "12 of 10", "1/12", "Page 1 of 3", "Image of 10 clocks"),
    *("Photo 2023/24 of the clock", "Part 1 of 3", "Score: 3 of 10"),
]


@pytest.mark.parametrize(("text", "counter"), COUNTERS.items())
def test_counters_of_a_gallery_are_reported(text: str, counter: str) -> None:
    [(_, span, message)] = found("picture-label", article("Body.", text, "End."))
    assert span == counter
    assert message == f"“{counter}” counts the pictures of a gallery"


def test_numbers_before_several_captions_are_counters() -> None:
    text = article("Body.", "1/9 The clock at noon", "2/9 The tower", "End.")
    shown = [span for _, span, _ in found("picture-label", text)]
    assert shown == ["1/9", "2/9"]


def test_other_numbers_before_lines_are_not_counters() -> None:
    text = article("Body.", "1/2 cup of flour", "3/4 cup of milk", "1/2 an egg", "End.")
    assert found("picture-label", text) == []


@pytest.mark.parametrize("text", NO_COUNTERS)
def test_other_numbers_are_not(text: str) -> None:
    assert found("picture-label", article("Body.", text, "End.")) == []
