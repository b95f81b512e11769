"""Members that are read again."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from corpusfmt.files.input import Input
from corpusfmt.files.spool import Spool


def test_members_are_read_again_in_any_order() -> None:
    spool = Spool()
    items = [Input("a.tar/b", b"one"), Input("a.tar/a", b""), Input("a.jsonl/1", b"{}", field="f")]
    for item in items:
        spool.add(item)
        assert spool.get(item.path) == item
    for item in reversed(items):
        assert spool.get(item.path) == item


@pytest.mark.parametrize("few", [0, 2, 5])
def test_few_places_are_in_memory(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpusfmt.files.spool._FEW", few)
    spool = Spool()
    items = [
        Input(f"a.tar/\udcff{number}", str(number).encode(), member=f"{number}", row=number)
        for number in range(12)
    ]
    for item in items:
        spool.add(item)
        assert len(spool._places) <= few
    spool.add(replace(items[0], data=b"again"))
    assert [spool.get(item.path) for item in items[1:]] == items[1:]
    assert spool.get(items[0].path) == replace(items[0], data=b"again")
    assert spool.get("a.tar/12") is None


def test_files_and_unread_members_are_not_kept() -> None:
    spool = Spool()
    spool.add(Input("a.txt"))
    spool.add(Input("a.tar/b", error="is encrypted"))
    assert spool.get("a.txt") is None
    assert spool.get("a.tar/b") is None


def test_without_a_folder_for_it_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "missing"))
    spool = Spool()
    spool.add(Input("a.tar/b", b"one"))
    assert spool.get("a.tar/b") is None
