"""Dates as other programs write them."""

import pytest

from corpusfmt.convert.foreign_dates import read_foreign_date


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2024-03-05", "2024-03-05"),
        (" 2024-03-05\n", "2024-03-05"),
        ("2024-03-05T09:02", "2024-03-05T09:02"),
        ("2024-03-05 09:02:03", "2024-03-05T09:02:03"),
        ("2024-03-05 09:02:03.120000", "2024-03-05T09:02:03.12"),
        ("2024-03-05 09:02:03.000000", "2024-03-05T09:02:03"),
        ("2024-03-05T09:02:03Z", "2024-03-05T09:02:03Z"),
        ("2024-03-05 09:02:03+0100", "2024-03-05T09:02:03+01:00"),
        ("2024-03-05 09:02:03 +01:00", "2024-03-05T09:02:03+01:00"),
        ("20240305", "2024-03-05"),
        ("20240305T0902", "2024-03-05T09:02"),
        ("20240305T090203+0100", "2024-03-05T09:02:03+01:00"),
        ("20240305T090203Z", "2024-03-05T09:02:03Z"),
        ("March 5, 2024", "2024-03-05"),
        ("Tue, 05 Mar 2024 09:02:03 +0100", "2024-03-05T09:02:03+01:00"),
        ("5 mars 2024", "2024-03-05"),
        ("25/03/2024", "2024-03-25"),
    ],
)
def test_a_date_is_read_as_exactly_as_it_is_written(written: str, date: str) -> None:
    assert read_foreign_date(written, midnight_is_day=False) == date


@pytest.mark.parametrize(
    "written",
    [
        "",
        "yesterday",
        "05/03/2024",
        "2024-02-30",
        "20240230",
        "05032024",
        "12345678",
        "20240305T2502",
        "2024-03-05T25:00",
        "1709625723",
        "2024",
        "2024-03",
    ],
)
def test_what_is_not_one_day_is_not_read(written: str) -> None:
    assert read_foreign_date(written, midnight_is_day=False) is None


@pytest.mark.parametrize(
    "written", ["2024-03-05 00:00:00", "2024-03-05T00:00", "2024-03-05T00:00:00.000"]
)
def test_midnight_without_an_offset_can_be_a_day(written: str) -> None:
    assert read_foreign_date(written, midnight_is_day=True) == "2024-03-05"
    assert read_foreign_date(written, midnight_is_day=False) != "2024-03-05"


@pytest.mark.parametrize("written", ["2024-03-05T00:00:00Z", "2024-03-05 00:00:01"])
def test_other_times_are_kept(written: str) -> None:
    date = read_foreign_date(written, midnight_is_day=True)
    assert date == written.replace(" ", "T")
