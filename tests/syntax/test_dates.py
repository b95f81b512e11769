"""Dates: every printed form, what it says in ISO 8601, and back.

Nothing is a date that the calendar or clock lacks.
"""

import pytest

from corpusfmt.syntax.dates import read_date, write_date

READ = {
    "February 04, 2020": "2020-02-04",
    "Feb. 4, 2020": "2020-02-04",
    "Feb 4 2020": "2020-02-04",
    "4 February 2020": "2020-02-04",
    "2020-02-04": "2020-02-04",
    "20200204": "2020-02-04",
    "07/27/2016": "2016-07-27",
    "03/04/2016": "2016-03-04",
    "12/11/2016": "2016-12-11",
    "13/11/2016": "2016-11-13",
    "31/12/2016": "2016-12-31",
    "13/13/2016": None,
    "12/32/2016": None,
    "02/30/2016": None,
    "February 29, 2020": "2020-02-29",
    "February 29, 1900": None,
    "February 30, 2020": None,
    "January 01, 0000": None,
    "Feb. 19 2018 - 09:02": "2018-02-19T09:02",
    "Feb. 4, 2020, 12:05 a.m.": "2020-02-04T00:05",
    "Feb. 4, 2020, 12:05 p.m.": "2020-02-04T12:05",
    "Feb. 4, 2020, 0:05 p.m.": None,
    "Feb. 4, 2020, 13:05 p.m.": None,
    "2020-02-04T23:59:59.123Z": "2020-02-04T23:59:59.123Z",
    "2020-02-04T24:00": None,
    "2020-02-04T09:60": None,
    "2020-02-04T09:02:60": None,
    "20 Nov 2019 08:02 GMT": "2019-11-20T08:02Z",
    "2020-02-04 09:02 +0130": "2020-02-04T09:02+01:30",
    "2020-02-04 09:02 +24:00": None,
    "Foo 4, 2020": None,
    "5": None,
    "May": None,
}


@pytest.mark.parametrize("printed", READ)
def test_a_printed_date_is_read(printed: str) -> None:
    assert read_date(printed) == READ[printed]


@pytest.mark.parametrize("iso", sorted({iso for iso in READ.values() if iso}))
def test_a_date_comes_back(iso: str) -> None:
    assert read_date(write_date(iso)) == iso


@pytest.mark.parametrize("iso", ["2020-02-30", "0000-01-01", "2020-2-4", "2020-02-04 09:02", ""])
def test_what_is_no_date_is_not_written(iso: str) -> None:
    with pytest.raises(ValueError, match="not a day of the calendar"):
        write_date(iso)
