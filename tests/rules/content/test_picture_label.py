"""The label of a picture without the picture is reported, and words that look alike are not."""

import pytest

from tests.rules.cases import article, found

LABELS = {
    "Image caption The clock strikes noon": "Image caption",
    "Media caption Watch the clock strike": "Media caption",
    "Image source, Ida Holm": "Image source",
    "Image copyright Ida Holm/AFP": "Image copyright",
    "Fuente de la imagen, Getty Images": "Fuente de la imagen",
    "Автор фото, Ida Holm": "Автор фото",
    "图像来源, AFP": "图像来源",
    "画像説明, 時計": "画像説明",
    "Nguồn hình ảnh, AFP": "Nguồn hình ảnh",
    "The harbour master winds it. Media caption The clock": "Media caption",
    "“It is slow.” Image caption The clock": "Image caption",
}
SOUND = [
    "The image caption said nothing of the clock",
    "Image captions are for readers.",
    "A good image source, she said, is rare.",
    "Images of the harbour",
    "Media captions were added in the spring. The harbour master winds it.",
]


@pytest.mark.parametrize(("text", "label"), LABELS.items())
def test_labels_are_reported(text: str, label: str) -> None:
    assert [span for _, span, _ in found("picture-label", article("Body.", text, "End."))] == [
        label
    ]


@pytest.mark.parametrize("text", SOUND)
def test_sentences_are_not(text: str) -> None:
    assert found("picture-label", article("Body.", text, "End.")) == []


def test_a_label_in_the_credit_is_reported() -> None:
    text = article("**Image copyright Ida Holm/AFP**", "Body.")
    assert [span for _, span, _ in found("picture-label", text)] == [
        "**Image copyright Ida Holm/AFP**"
    ]
