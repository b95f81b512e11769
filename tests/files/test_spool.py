"""Members that are read again."""

import tempfile
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
