"""Tables are found whole or torn apart, and bars in text are not."""

import pytest

from corpusfmt.api.articles import format
from tests.rules.cases import article, findings, found

LEFT = {
    "a table": ["| Port | Time |\n|---|---|\n| Skerry | 7:50 |\n| Kelsby | 8:35 |"],
    "without outer bars": ["Port | Time\n---|---\nSkerry | 7:50"],
    "aligned": ["| Port | Time |\n|:---|---:|\n| Skerry | 7:50 |"],
    "rows apart": ["FRIDAY | Time | |\n---|---|---|", "Skerry | 7:50 |", "Kelsby | 8:35 |"],
    "rows and ruler apart": ["| Port | Time |", "|------|------|", "| Skerry | 7:50 |"],
    "no ruler": ["| Port | Time |", "| Skerry | 7:50 |"],
    "dashes turned into one": ["| Port | Time |\n|—|—|\n| Skerry | 7:50 |"],
    "a grid": ["+------+------+\n| Port | Time |\n+======+======+\n| Skerry | 7:50 |"],
    "three cells": ["Port | Day | Time", "Skerry | Friday | 7:50", "Kelsby | Friday | 8:35"],
    "Russian": ["| Порт | Время |\n| --- | --- |\n| Скерри | 7:50 |"],
    "Chinese": ["|港口|时间|", "|---|---|", "|东港|7:50|"],
    "a ruler alone": ["|---|---|"],
    "a closed row alone": ["| Port | Time |"],
    "a ruler of two bars": ["--- | --- | ---"],
    "escaped": ["| Port | Time |\n|\\---|---|\n| Skerry | 7:50 |"],
    "empty cells": ["|  |  |\n| --- | --- |\n| a |  |"],
}


@pytest.mark.parametrize("blocks", LEFT.values(), ids=LEFT)
def test_a_table_is_found_once(blocks: list[str]) -> None:
    text = article("The ferry sailed.", *blocks, "It was full.")
    assert len(findings("markdown-table", text)) == 1
    assert len(findings("markdown-table", format(text))) == 1


def test_the_finding_is_the_table() -> None:
    text = article("Now.", "| A | B |\n|---|---|", "| c | d |", "Then.", "|---|---|")
    assert found("markdown-table", text) == [
        ("7:1", "| A | B |\n|---|---|\n\n| c | d |", "3 rows of a table left as text"),
        ("14:1", "|---|---|", "1 row of a table left as text"),
    ]


SOUND = {
    "names": ["Ada Brook | Staff Writer | Tuesday", "Tom Reed | Staff Writer | Monday"],
    "sums": ["for | q | < 1 and |x|", "the value |x| is"],
    "a menu": ["Home | News | Sport | Weather"],
    "one row": ["| so |", "A.", "| Port | Time", "B.", "Port | Time |"],
    "dashes": ["---- so ----", "a -- b", "+-- so"],
    "code": ["In JSON and HTML | a | b |\n|---|---|"],
}


@pytest.mark.parametrize("blocks", SOUND.values(), ids=SOUND)
def test_bars_in_text_are_not_found(blocks: list[str]) -> None:
    assert found("markdown-table", article(*blocks)) == []
