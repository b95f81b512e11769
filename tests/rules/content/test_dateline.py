"""The dateline of an agency at the start of the body is reported as an info."""

import pytest

from tests.rules.cases import article, found

DATELINES = [
    "SKERRY, March 14 (Reuters) -",
    "Skerry (dpa/bb) -",
    "(AFP) –",
    "SKERRY (AP) —",
    "Skerry, 14 mar (EFE).-",
    "SKERRY, 14. mars (NTB):",
    "SKERRY —",
    "SKERRY, Norland —",
    "МОСКВА, 14 марта. /ТАСС/.",
    "КИЕВ, 14 мар – РИА Новости.",
    "新华社北京3月14日电",
    "【ロンドン共同】",
    "［ロンドン ５日 ロイター］",
    "Skerry, March 14 (IANS)",
    "New Skerry, 14 March, 2024 (PTI)",
    "(서울=연합뉴스)",
]
SOUND = [
    "The ferry (61 seats) - the only one - sailed.",
    "She works for Reuters (the agency) - and likes it.",
    "The ferry sailed (AP).",
    "Skerry — the ferry is late.",
    "A — B is a ferry line.",
    "UN — the short name — is known.".lower(),
    "【重要】渡船が再開した。",
    "(서울) 배가 왔다.",
    "The fair in Skerry, March 14 (Friday) The ferry sails.",
    "It sailed on Friday, March 14 (AP) and came back.",
    "The news came from an agency. It was late (Reuters) - as always.",
]


@pytest.mark.parametrize("line", DATELINES)
def test_datelines_are_reported(line: str) -> None:
    text = article(f"{line} The ferry sailed on Monday.", "More.")
    assert [span.rstrip() for _, span, _ in found("dateline", text)] == [line]


@pytest.mark.parametrize("text", SOUND)
def test_sentences_are_not(text: str) -> None:
    assert found("dateline", article(text, "More.")) == []


def test_what_is_above_the_first_paragraph_does_not_count() -> None:
    head = ["## News", "* One", "* Two", "> Three", "## Four"]
    text = article(*head, "SKERRY (AP) — The ferry sailed on Monday.")
    assert [span for _, span, _ in found("dateline", text)] == ["SKERRY (AP) —"]
