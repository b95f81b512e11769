"""Dates with a time, seconds and an offset."""

import pytest

from corpusfmt.convert.instants import moment, to_instant


@pytest.mark.parametrize(
    ("date", "instant"),
    [
        ("2024-03-05", None),
        ("2024-03-05T09:02", None),
        ("2024-03-05T09:02:30.25", None),
        ("2024-03-05T09:02Z", "2024-03-05T09:02:00Z"),
        ("2024-03-05T09:02+01:00", "2024-03-05T09:02:00+01:00"),
        ("2024-03-05T09:02:30-01:00", "2024-03-05T09:02:30-01:00"),
        ("2024-03-05T09:02:30.25Z", "2024-03-05T09:02:30.25Z"),
        (None, None),
    ],
)
def test_only_a_time_with_an_offset_is_an_instant(date: str | None, instant: str | None) -> None:
    assert to_instant(date) == instant


def test_instants_are_compared_across_offsets() -> None:
    assert moment("2024-03-05T09:02:00+01:00") == moment("2024-03-05T08:02:00Z")
    assert moment("2024-03-05T09:02:00.123456789Z") > moment("2024-03-05T09:02:00Z")
    assert moment("0001-01-01T00:00:00+23:59") < moment("9999-12-31T23:59:59-23:59")
