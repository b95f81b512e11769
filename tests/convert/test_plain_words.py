"""The words of an article without markup."""

from corpusfmt.convert.plain_words import plain_body
from tests.convert.whole import PLAIN, WHOLE


def test_pictures_and_related_articles_are_not_running_text() -> None:
    words = plain_body(WHOLE)
    assert words.startswith("The lamp burns.\n\nAt last.\n\nIt shone again on Friday\nnight, they")
    for absent in ("Read more", "Ships", "Its glass", "Olav Moe", "A lamp", "Ida Berg"):
        assert absent not in words
    assert plain_body(PLAIN) == "Words."
