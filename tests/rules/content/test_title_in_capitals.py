"""A title without small letters is reported as an info."""

import pytest

from tests.rules.cases import findings, found


def _titled(title: str, *blocks: str) -> str:
    return f"# {title}\n\n\n\n" + "\n\n".join(blocks or ("Body.",)) + "\n"


@pytest.mark.parametrize("title", ["FERRY RUNS AGAIN", "ПАРОМ СНОВА ХОДИТ", "TẢI NGAY APP"])
def test_capitals_are_reported(title: str) -> None:
    assert len(findings("title-in-capitals", _titled(title))) == 1


@pytest.mark.parametrize(
    "title", ["Ferry Runs Again", "UN, NATO", "渡船 ABC 再開 しました", "2023 / 24 / 25"]
)
def test_other_titles_are_not(title: str) -> None:
    assert found("title-in-capitals", _titled(title)) == []
