"""Every value of a JSON text is found at its position."""

import json

from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.convert.json_positions import RecordPositions, find_positions
from tests.convert.json_values import JSON_VALUES


def pointers(value: object, parent: str = "") -> dict[str, object]:
    """Return every value in a value, by its JSON pointer."""
    found = {parent: value}
    if isinstance(value, dict):
        for name, member in value.items():
            step = name.replace("~", "~0").replace("/", "~1")
            found |= pointers(member, f"{parent}/{step}")
    elif isinstance(value, list):
        for index, member in enumerate(value):
            found |= pointers(member, f"{parent}/{index}")
    return found


@given(JSON_VALUES, st.sampled_from([None, 0, 2]), st.booleans())
def test_every_value_is_found(value: object, indent: int | None, plain: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=plain)
    wanted = pointers(value)
    places = find_positions(text, wanted)
    assert places.keys() == wanted.keys()
    for pointer, (start, end) in places.items():
        if isinstance(wanted[pointer], (dict, list)):
            assert text[start:end] == ("{" if isinstance(wanted[pointer], dict) else "[")
        else:
            assert json.loads(text[start:end]) == wanted[pointer]


def test_a_missing_value_has_the_position_of_its_nearest_ancestor() -> None:
    text = '{"a": [1, {"b": 2}]}'
    places = find_positions(text, ["/a/1/c/d", "/x", "/a/7"])
    assert {pointer: text[slice(*span)] for pointer, span in places.items()} == {
        "/a/1/c/d": "{",
        "/x": "{",
        "/a/7": "[",
        "": "{",
    }
    assert places["/x"] == places[""] == (0, 1)


@given(st.lists(JSON_VALUES), st.data())
def test_records_are_found_in_one_pass(values: list[object], data: st.DataObject) -> None:
    text = json.dumps({"x": 1, "records": values})
    positions = RecordPositions(text)
    for index, value in enumerate(values):
        if data.draw(st.booleans()):
            continue  # a record without problems
        wanted = list(pointers(value, f"/records/{index}"))
        whole = find_positions(text, wanted)
        assert positions.find(f"/records/{index}", wanted) == {one: whole[one] for one in wanted}
    assert positions.find("/none", ["/none"]) == {"/none": (0, 0)}
