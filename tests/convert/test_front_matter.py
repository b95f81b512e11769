"""Front matter: YAML that is read as the values that were written."""

import yaml
from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.convert.front_matter import write_front_matter
from corpusfmt.testing.strings import lines


@given(st.lists(lines(), min_size=1))
def test_yaml_reads_each_value_as_it_was(values: list[str]) -> None:
    written = write_front_matter([("one", values[0]), ("all", values), ("none", [None, "x"])])
    assert written.startswith("---\n")
    assert written.endswith("\n---\n")
    assert written.count("\n") == 5
    read = yaml.safe_load(written.removesuffix("---\n"))
    assert read == {"one": values[0], "all": values, "none": [None, "x"]}


def test_dates_and_numbers_in_quotes_stay_strings() -> None:
    written = write_front_matter([("date", "2020-02-04"), ("title", "12"), ("word", "yes")])
    assert yaml.safe_load(written[:-4]) == {"date": "2020-02-04", "title": "12", "word": "yes"}
    assert 'date: "2020-02-04"\n' in written
