"""Paths stay below their folder, or the reason is returned."""

import os
from pathlib import Path

import pytest

from corpusfmt.files.paths import escape_reason, is_inside, path_below, relative_path_problem
from tests.command_line import write


@pytest.mark.parametrize(
    ("path", "leads_out", "is_plain"),
    [
        ("a.txt", False, True),
        ("a/b.txt", False, True),
        ("a/..b/c..", False, True),
        ("...", False, True),
        ("a\nb", False, True),
        ("~/a", False, True),
        ("./a", False, False),
        ("a//b", False, False),
        ("a/", False, False),
        (".", False, False),
        ("..", True, False),
        ("a/../b", True, False),
        ("a/..", True, False),
        ("/a", True, False),
        ("//a/b", True, False),
        ("", True, False),
        ("a\0", True, False),
    ],
)
def test_paths_that_leave_the_folder_are_recognized(
    path: str, leads_out: bool, is_plain: bool
) -> None:
    assert (escape_reason(path) is not None) is leads_out
    assert (relative_path_problem(path) is None) is is_plain


def test_links_are_resolved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"in/a": "", "out/b": ""})
    os.symlink("../out", tmp_path / "in/link")
    assert is_inside("in/a", "in")
    assert is_inside("in", "in")
    assert is_inside("in/new/file", "in")
    assert not is_inside("in/link/b", "in")
    assert not is_inside("in/../out", "in")
    assert not is_inside("inner", "in")
    assert is_inside("in", "/")


@pytest.mark.parametrize(
    ("path", "folder", "expected"),
    [
        ("/a/b/c", "/a", "b/c"),
        ("/a/b", "/a/", "b"),
        ("/a", "/", "a"),
        ("/a", "/a", None),
        ("/ab/c", "/a", None),
    ],
)
def test_a_path_is_made_relative(path: str, folder: str, expected: str | None) -> None:
    assert path_below(path, folder) == expected
