"""Carriage returns are counted, found at the first, and made line feeds."""

import pytest

from tests.rules.cases import article, findings, fixed, found

CLEAN = article("The ferry sailed on Monday.")


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (CLEAN, []),
        ("", []),
        ("a\rb", [("1:2", "\r", "the file contains 1 carriage return")]),
        ("a\n\nb\r\nc\r\n", [("3:2", "\r", "the file contains 2 carriage returns")]),
        ("\r" * 12_000, [("1:1", "\r", "the file contains 12,000 carriage returns")]),
    ],
)
def test_one_finding_tells_all(content: str, shown: list[tuple[str, str, str]]) -> None:
    assert found("carriage-return", content) == shown


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_the_fix_writes_line_feeds(end: str) -> None:
    assert fixed("carriage-return", CLEAN.replace("\n", end)) == CLEAN


def test_what_is_not_utf8_has_no_fix() -> None:
    assert findings("carriage-return", b"# \xff\r\n")[0].fix is None
