"""Names in the output folder keep the tree of what is read, and stay inside."""

import os
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.files.input import Input
from corpusfmt.model.document import SourceEntry
from corpusfmt.run.naming import Naming, row_stem, stems


@pytest.fixture(autouse=True)
def folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder that holds the folders of the cases."""
    path = tmp_path_factory.mktemp("naming")
    (path / "a/b").mkdir(parents=True)
    (path / "c").mkdir()
    monkeypatch.chdir(path)


@pytest.mark.parametrize(
    ("paths", "files", "names"),
    [
        (["a"], ["a/1.txt", "a/b/2.txt"], ["1", "b/2"]),
        (["a/"], ["a/1.txt"], ["1"]),
        (["."], ["a/1.txt", "3.txt"], ["a/1", "3"]),
        (["./a"], ["./a/1.txt"], ["1"]),
        (["a/../a"], ["a/../a/1.txt"], ["1"]),
        (["a", "c"], ["a/1.txt", "c/1.txt"], ["a/1", "c/1"]),
        (["a", "a/b"], ["a/1.txt", "a/b/2.txt"], ["1", "b/2"]),
        (["a/1.txt"], ["a/1.txt"], ["1"]),
        (["a/1.txt", "a/2.txt"], ["a/1.txt", "a/2.txt"], ["1", "2"]),
        (["a/1.txt", "a/b/1.txt"], ["a/1.txt", "a/b/1.txt"], ["1", "b/1"]),
        (["a", "x.txt"], ["a/1.txt", "x.txt"], ["a/1", "x"]),
        (["a", "-"], ["a/1.txt", "-"], ["1", "piped"]),
        (["-"], ["-"], ["piped"]),
        (["a", "gone/x.txt"], ["a/1.txt"], ["a/1"]),
        (["a", ""], ["a/1.txt"], ["1"]),
    ],
)
def test_files_are_named_below_the_folder_that_holds_them_all(
    paths: list[str], files: list[str], names: list[str]
) -> None:
    assert list(stems(files, paths, "there/piped.txt").values()) == names
    assert stems(files, paths[::-1], "there/piped.txt") == stems(files, paths, "there/piped.txt")


def test_a_folder_named_absolutely_is_the_same_folder() -> None:
    path = os.path.abspath("a/b/1.txt")
    assert stems([path], [os.path.abspath("a")], "-") == {path: "b/1"}
    assert stems(["/1.txt"], ["/"], "-") == {"/1.txt": "1"}


@pytest.mark.parametrize(
    ("name", "stem"),
    [("-", "stdin"), ("x.txt", "x"), ("a/b/x.y.txt", "x.y"), ("..", "stdin"), ("C:\\x.txt", "x")],
)
def test_the_standard_input_has_a_name(name: str, stem: str) -> None:
    assert stems(["-"], ["-"], name) == {"-": stem}


@pytest.mark.parametrize(
    ("source", "stem"),
    [
        ({}, "rows-000012"),
        ({"path": "a/b.txt"}, "a/b"),
        ({"path": "a/b.txt", "line": 3}, "rows-000012"),
        ({"path": "../x.txt"}, "x"),
        ({"path": "/"}, "rows-000012"),
        ({"path": "a\\b.txt"}, "a/b"),
        ({"path": "C:/a/b.txt"}, "a/b"),
        ({"path": "12:30.txt"}, "12%3A30"),
    ],
)
def test_a_row_is_named_as_its_source_says(source: SourceEntry, stem: str) -> None:
    assert row_stem("rows", 12, {"source": source} if source else {}) == stem


@given(st.text(st.sampled_from("./\\:Ca~ é"), min_size=1, max_size=12))
def test_no_source_leads_out_of_the_folder(path: str) -> None:
    name = PurePosixPath(row_stem("rows", 1, {"source": {"path": path}}) + ".txt")
    assert not name.is_absolute()
    assert ".." not in name.parts
    assert "" not in str(name).split("/")


@pytest.mark.parametrize("archive", ["news.zip", "news.tar.gz", "crawl.parquet"])
def test_the_source_of_an_archive_outside_of_the_root_is_its_name(archive: str) -> None:
    path = os.path.abspath(f"elsewhere/{archive}")
    naming = Naming.of([path], os.path.abspath("root"), "stdin.txt")
    assert naming.source(Input(f"{path}/a.txt", archive=path, member="a.txt")) == archive
