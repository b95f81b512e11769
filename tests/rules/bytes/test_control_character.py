"""Control characters are found run by run, and what a blank can stand for is not."""

import pytest

from tests.rules.cases import article, expected, found

CASES = {
    "tabs and line ends": ("a\tb\r\nc\n", []),
    "read as blanks": ("a\x0bb\x0cc\x1cd\x85e\u2028f\u2029g\ufeffh", []),
    "nul": ("a\0b", [("1:2", "\0", "control character U+0000")]),
    "delete": ("a\x7f", [("1:2", "\x7f", "control character U+007F")]),
    "a run": ("a\n" + "\0" * 4096 + "b", [("2:1", "\0" * 4096, "4,096 control characters U+0000")]),
    "two runs": (
        "\1\1\2",
        [("1:1", "\1\1", "2 control characters U+0001"), ("1:3", "\2", "control character U+0002")],
    ),
    "windows-1252": (
        "\x80",
        [("1:1", "\x80", "control character U+0080; byte 80 is € in windows-1252 (euro sign)")],
    ),
    "no windows-1252": ("\x81", [("1:1", "\x81", "control character U+0081")]),
    "lone surrogate": ("a\ud83d", [("1:2", "\ud83d", "lone surrogate U+D83D")]),
    "two surrogates": ("\udcff\udcff", [("1:1", "\udcff\udcff", "2 lone surrogates U+DCFF")]),
}


@pytest.mark.parametrize(("text", "shown"), CASES.values(), ids=CASES)
def test_each_run_is_found(text: str, shown: list[tuple[str, str, str]]) -> None:
    assert found("control-character", text) == shown


def test_what_a_c1_control_was_meant_to_be_is_expected() -> None:
    assert expected("control-character", article("the winter\x92s mail\0")) == [
        "’, or no character",
        "no such character",
    ]
