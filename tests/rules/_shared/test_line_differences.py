"""The kinds of differences of a text are listed with their lines."""

import pytest

from corpusfmt.rules._shared.line_differences import describe_differences, line_differences

CASES = {
    "nothing": ("a\nb", "a\nb", {}),
    "blank lines above": ("a\n\n\nb", "a\n\nb", {"blank lines": [2]}),
    "a blank line missing": ("a\nb", "a\n\nb", {"blank lines": [1]}),
    "spaces": ("a \n b\nc  d", "a\nb\nc d", {"spaces": [0, 1, 2]}),
    "escapes": ("a*\n&amp;", "a\\*\n\\&", {"escapes": [0, 1]}),
    "marks": ("* a\nb", "- a\nb", {"marks": [0]}),
    "two kinds in one line": ("a\n\n\n*b", "a\n\n- b", {"blank lines": [2], "marks": [3]}),
    "lines joined": (
        "a\nb\nc\n\n\nd",
        "a\nb c\n\nd",
        {"lines joined, split or moved": [1, 2], "blank lines": [4]},
    ),
    "a line split, and spaces after it": (
        "a\nb c\nd \ne \nf ",
        "a\nb\nc\nd\ne\nf",
        {"lines joined, split or moved": [1], "spaces": [2, 3, 4]},
    ),
    "lines split at both ends": (
        "a b\nc \n\nd. Original url: <https://b.example/d>",
        "a\nb\nc\n\nd.\nOriginal url:\n<https://b.example/d>",
        {"lines joined, split or moved": [0, 3], "spaces": [1]},
    ),
    "a line moved": (
        "a\nb\nc\nd ",
        "a\nc\nb\nd",
        {"lines joined, split or moved": [2], "spaces": [3]},
    ),
    "many lines split": (
        "\n".join(["a b"] * 20 + ["c "]),
        "\n".join(["a", "b"] * 20 + ["c"]),
        {"lines joined, split or moved": list(range(20)), "spaces": [20]},
    ),
    "tags": ("By <u>A</u>\n<b>b</b>", "By A\n**b**", {"marks": [0, 1]}),
    "escapes and spaces": ("a* \nb", "a\\*\nb", {"escapes": [0]}),
    "a date": ("a\nFeb. 4, 2020 \nb", "a\nFebruary 04, 2020\nb", {"words": [1]}),
    "a byline": ("[A](#), [B](#)\nc ", "[A](#) and [B](#)\nc", {"words": [0], "spaces": [1]}),
    "all lines": ("a\nb", "c", {"lines joined, split or moved": [0, 1]}),
}


@pytest.mark.parametrize(("ours", "theirs", "found"), CASES.values(), ids=CASES)
def test_differences_are_listed_by_kind(
    ours: str, theirs: str, found: dict[str, list[int]]
) -> None:
    assert line_differences(ours.split("\n"), theirs.split("\n")) == found


def test_the_first_line_is_left_out_and_few_lines_are_shown() -> None:
    found = {"spaces": [0], "marks": [4, 5], "escapes": [1, 2, 3, 4, 1999, 2000]}
    text = "marks in lines 5, 6; escapes in lines 2, 3, 4 and 3 more"
    assert describe_differences(found, 0) == text
    assert describe_differences({"spaces": [0]}, 0) == ""
