"""Labels of credits are found in any script, wherever they are in a text."""

import pytest

from corpusfmt.rules._shared.credit_labels import has_credit_label, has_picture_label


@pytest.mark.parametrize(
    "text",
    [
        "The ferry. Photo: Ida Holm",
        "(Foto: dpa)",
        "（写真：共同）",
        "Fot.: PAP",
        "Паром. Фото : ТАСС",
    ],
)
def test_a_word_for_a_picture_and_a_colon(text: str) -> None:
    assert has_picture_label(text)
    assert has_credit_label(text)


@pytest.mark.parametrize("text", ["Photo Ida Holm", "The captain said: photo", "Telephoto: a lens"])
def test_other_words_with_a_colon(text: str) -> None:
    assert not has_picture_label(text)
    assert not has_credit_label(text)


def test_a_label_of_credits_is_not_always_one_of_pictures() -> None:
    assert has_credit_label("Credit: Ida Holm")
    assert not has_picture_label("Credit: Ida Holm")
