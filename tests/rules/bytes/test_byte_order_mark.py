"""A byte-order mark is found at the start of a text and nowhere else."""

import pytest

from tests.rules.cases import article, findings, fixed, found

CLEAN = article("The ferry sailed on Monday.")
REPORTED = [("1:1", "\ufeff", "the file starts with a byte-order mark")]


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (CLEAN, []),
        ("", []),
        ("\ufeff", REPORTED),
        ("\ufeff\ufeff", [("1:1", "\ufeff\ufeff", "the file starts with 2 byte-order marks")]),
        ("\ufeff" + CLEAN, REPORTED),
        (b"\xef\xbb\xbf" + CLEAN.encode(), REPORTED),
        (CLEAN.encode("utf-16"), []),
        (CLEAN.replace("ferry", "\ufeffferry"), []),
    ],
)
def test_the_mark_is_found(content: str | bytes, shown: list[tuple[str, str, str]]) -> None:
    assert found("byte-order-mark", content) == shown


def test_the_fix_takes_it_off() -> None:
    assert fixed("byte-order-mark", "\ufeff" + CLEAN) == CLEAN


def test_what_is_not_utf8_has_no_fix() -> None:
    assert findings("byte-order-mark", b"\xef\xbb\xbf# \xff\n")[0].fix is None
