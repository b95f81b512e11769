"""U+FFFD is found where it is in the content, but not in place of invalid bytes."""

import pytest

from tests.rules.cases import article, expected, findings, found

ONE = "U+FFFD in place of a lost character"

CASES = {
    "none": ("don’t", []),
    "one": ("didn\ufffdt", [("1:5", "\ufffd", ONE)]),
    "two": ("a\ufffd b\n\ufffdc", [("1:2", "\ufffd", ONE), ("2:1", "\ufffd", ONE)]),
    "a run": (
        "\ufffd" * 1200,
        [("1:1", "\ufffd" * 1200, "1,200 characters U+FFFD in place of lost characters")],
    ),
    "Cyrillic": (
        "Пр\ufffd\ufffdет",
        [("1:3", "\ufffd\ufffd", "2 characters U+FFFD in place of lost characters")],
    ),
    "bytes": (b"a\xffb", []),
    "bytes and itself": (b"a\xffb\xef\xbf\xbd", [("1:4", "\ufffd", ONE)]),
    "bytes beside it": (
        b"\xef\xbf\xbd\xff\xef\xbf\xbd\xfe",
        [("1:1", "\ufffd", ONE), ("1:3", "\ufffd", ONE)],
    ),
    "private use": (
        "a\uf0b7 b",
        [("1:2", "\uf0b7", "U+F0B7 is a character that only one font can show")],
    ),
    "an object": (
        "a\ufffc b",
        [("1:2", "\ufffc", "U+FFFC in place of a picture or another object")],
    ),
    "the logo of Apple": ("\uf8ff", []),
    "question marks": ("??? What?? ????", []),
}


@pytest.mark.parametrize(("content", "shown"), CASES.values(), ids=CASES)
def test_each_run_in_the_content_is_found(
    content: str | bytes, shown: list[tuple[str, str, str]]
) -> None:
    assert found("replacement-character", content) == shown


def test_what_was_lost_is_expected_and_there_is_no_fix() -> None:
    assert expected("replacement-character", "\ufffd \ufffd\ufffd") == [
        "the character that was lost",
        "the characters that were lost",
    ]
    assert findings("replacement-character", "\ufffd")[0].fix is None


def test_replacements_that_were_decoded_again_are_found() -> None:
    for text, span in (
        ("他说锟斤拷锟斤拷。", "锟斤拷锟斤拷"),
        ("시장은 占쏙옙占쏙옙 말했다.", "占쏙옙占쏙옙"),
    ):
        assert [found_[1] for found_ in found("replacement-character", article(text))] == [span]


def test_a_circle_in_place_of_a_letter_is_found() -> None:
    assert len(found("replacement-character", article("ফ\u25ccেরি চলে।"))) == 1
    assert (
        found("replacement-character", article("The sign \u25cc is a circle, 烫烫 is hot.")) == []
    )
