"""What the settings require and the article lacks is found, once."""

import pytest

from corpusfmt.config.validate import REQUIRABLE
from tests.rules.cases import article, findings, found

BODY = "The first ferry since October sailed on Monday."
URL = "Original url:\n\n<https://skerrynews.example/ferry>"
FULL = (
    "# Ferry\n\n## Again\n\nBy [Ana](#)\n\nMarch 04, 2020\n\n"
    "Updated: March 05, 2020\n\nAn intro.\n\n\n\n"
    f"A caption **Ida Holm**\n\n{BODY}\n\n{URL}\n"
)
CASES = {
    "nothing is required": (article(BODY), [], []),
    "all is there": (FULL, REQUIRABLE, []),
    "none is there": (article(BODY), REQUIRABLE, list(REQUIRABLE)),
    "in the order of the settings": (article(BODY), ["url", "date"], ["url", "date"]),
    "an impossible date is shown already": (
        article(BODY, head="February 30, 2020"),
        ["date", "updated"],
        ["updated"],
    ),
    "so is a misplaced address": (article(BODY, URL, "More."), ["url"], []),
    "and an empty file": ("\n", REQUIRABLE, []),
}


@pytest.mark.parametrize(("text", "require", "missing"), CASES.values(), ids=CASES)
def test_missing_parts_are_found(text: str, require: list[str], missing: list[str]) -> None:
    shown = found("missing-field", text, require)
    assert shown == [
        ("1:1", "# Ferry Runs Again", f"the article has no {name}") for name in missing
    ]


def test_pointer_and_what_was_expected_are_reported_for_every_part() -> None:
    shown = findings("missing-field", article(BODY), REQUIRABLE)
    assert [finding.pointer for finding in shown] == [f"/{name}" for name in REQUIRABLE]
    assert all(finding.expected for finding in shown)


def test_without_a_title_the_place_is_the_first_line() -> None:
    assert found("missing-field", "\n\nBody.\n", ["date"]) == [
        ("3:1", "Body.", "the article has no date")
    ]
