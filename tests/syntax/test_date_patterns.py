"""The patterns of dates that the specification prints are those of the reader."""

from __future__ import annotations

import random
import re
from functools import cache

import pytest

from corpusfmt.syntax.dates import read_date_line
from corpusfmt.syntax.dates.stamp import BETWEEN, DAY, LABELS_OF_DATE, TIME
from tests.spec_examples import SPEC

KINDS = "NNNNNNYYYDnMMMpuHHttmz.:/-+"
READER = {"day": DAY, "time": TIME, "label": LABELS_OF_DATE, "between": BETWEEN}


@cache
def patterns() -> dict[str, str]:
    """Return the patterns of the specification by their names."""
    [block] = re.findall(
        r"^```dates\n(.*?)\n```$", SPEC.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    return dict(line.split(" = ", 1) for line in block.splitlines())


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Return a pattern of the specification, with those that it names in place."""
    text = patterns()[name]
    while (other := re.search(r"\{([a-z ]+)\}", text)) is not None:
        text = text.replace(other[0], f"(?:{patterns()[other[1]]})")
    return re.compile(text)


@pytest.mark.parametrize("name", READER)
def test_the_specification_has_the_patterns_of_the_reader(name: str) -> None:
    numbers = random.Random(name)
    for _ in range(20_000):
        kinds = "".join(numbers.choices(KINDS, k=numbers.randint(1, 12)))
        found, expected = pattern(name).match(kinds), READER[name].match(kinds)
        assert (found and found.end()) == (expected and expected.end()), kinds


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("13.02.2021, 9 Uhr", "2021-02-13T09:00"),
        ("13.02.2021, Uhr", None),
        ("kell 9, 13.02.2021", "2021-02-13T09:00"),
        ("Feb. 5, 2021 9:02 UTC Z", "2021-02-05T09:02Z"),
        ("Feb. 5, 2021 9:02 MEZ+01:00", "2021-02-05T09:02+01:00"),
        ("Feb. 5, 2021 9:02 EET UTC", None),
        ("Feb. 5, 2021 9:02 IST+05:30", "2021-02-05T09:02+05:30"),
        ("nd 5 Feb 2021", None),
        ("*Feb.* 5, **2021**", "2021-02-05"),
    ],
)
def test_lines_at_the_edges_of_the_patterns(line: str, date: str | None) -> None:
    read = read_date_line(line)
    assert (read and read.date) == date
