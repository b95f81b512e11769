"""Flat rows."""

import json
from typing import Any

import pytest

from corpusfmt.convert.features import FEATURES
from corpusfmt.convert.format import Options
from corpusfmt.convert.formats.plain import FORMAT as PLAIN_TEXT
from corpusfmt.convert.formats.rows import DEFAULT_FIELDS, FIELDS, drops_of
from corpusfmt.convert.writing import render
from tests.convert.whole import PLAIN, WHOLE

SOURCE: Any = {"path": "a/b.txt", "sha256": "0" * 64}


def row(document: Any, options: Options) -> dict[str, Any]:
    line = render(document | {"source": SOURCE}, "rows", options).decode()
    assert line.endswith("\n")
    assert line.count("\n") == 1
    read: dict[str, Any] = json.loads(line)
    return read


def test_a_row_has_all_fields_in_their_order() -> None:
    found = row(WHOLE, Options())
    assert tuple(found) == DEFAULT_FIELDS
    assert found["id"] == "a/b.txt"
    assert found["authors"] == ["Mara Lindqvist", "Reuters"]
    assert found["date"] == "2024-03-05T09:02+01:00"
    assert found["text"].startswith(
        "The lamp burns.\n\nAt last.\n\nIt shone again on Friday\nnight"
    )


def test_a_field_without_a_value_is_null() -> None:
    found = row(PLAIN, Options())
    empty = {name for name, value in found.items() if value is None}
    assert empty == {"url", "subtitle", "date", "updated", "caption", "credit"}
    assert found["authors"] == []


def test_the_fields_are_those_that_are_named() -> None:
    found = row(WHOLE, Options(fields=("markdown", "title", "sha256")))
    assert list(found) == ["markdown", "title", "sha256"]
    assert found["markdown"].startswith(
        "The lamp burns.\n\nAt last.\n\nIt shone **again** on *Friday*"
    )
    assert not found["markdown"].endswith("\n")


def test_a_template_replaces_json() -> None:
    line = render(WHOLE, "rows", Options(template=r"{title}\t{text:line}"))
    assert line.decode().startswith("Lamp <Relit> & Burning\tThe lamp burns. At last. It shone")
    assert line.count(b"\n") == 1


@pytest.mark.parametrize("name", FIELDS)
def test_a_row_of_one_field_drops_what_that_field_does_not_carry(name: str) -> None:
    carried = set(FIELDS[name].carries)
    assert set(drops_of(Options(fields=(name,)))) == FEATURES.keys() - carried
    assert set(drops_of(Options(template=f"{{{name}}}"))) == FEATURES.keys() - carried


def test_a_text_on_one_line_drops_its_line_breaks() -> None:
    assert "break" in drops_of(Options(template="{title}{text:line}"))
    assert "break" not in drops_of(Options(template="{text}{text:line}"))


def test_the_words_of_a_row_are_those_of_plain_text() -> None:
    text = row(WHOLE, Options())["text"]
    assert render(WHOLE, "plain").decode().endswith(f"\n\n{text}\n")
    assert "heading" in PLAIN_TEXT.drops
    assert "heading" in drops_of(Options())
