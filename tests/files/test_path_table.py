"""Paths in little memory: the same sequence as a list of them."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.files.archives.kinds import possible_archives
from corpusfmt.files.path_table import PathTable, sorted_paths

PATHS = st.lists(
    st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=9)
    | st.sampled_from(["-", "a/b.txt", "a//b", "/", "/a", "a/", "\udcff/\udc80.txt", "a/b/c.txt"]),
    max_size=30,
)


@given(PATHS)
def test_a_table_is_a_sequence_of_its_paths(paths: list[str]) -> None:
    table = PathTable(paths)
    assert list(table) == paths
    assert table == paths
    assert table == PathTable(paths)
    assert table != [*paths, "x"]
    assert len(table) == len(paths)
    assert [table[index] for index in range(-len(paths), len(paths))] == paths * 2
    for index in (len(paths), -len(paths) - 1):
        with pytest.raises(IndexError):
            table[index]
    assert table[1:-1] == paths[1:-1]
    assert table[::-2] == paths[::-2]
    for path in ("-", "a/b.txt", "a", *paths):
        assert (path in table) == (path in paths)
    assert object() not in table
    found = [folder + name for folder, names in table.runs() for name in names]
    assert found == paths
    assert table.is_sorted == (paths == sorted(paths))


@given(PATHS, PATHS)
def test_tables_have_the_same_parts_only_with_the_same_paths(
    paths: list[str], others: list[str]
) -> None:
    parts = b"".join(PathTable(paths).parts())
    assert (parts == b"".join(PathTable(others).parts())) == (paths == others)


@given(st.lists(st.tuples(st.sampled_from(["", "a/", "b/é/"]), PATHS), max_size=5))
def test_files_of_a_folder_are_added_together(runs: list[tuple[str, list[str]]]) -> None:
    table, expected = PathTable(), PathTable()
    for folder, paths in runs:
        names = [path.replace("/", "") for path in paths]
        table.extend(folder, names)
        for name in names:
            expected.append(folder + name)
    assert [*table] == [*expected]
    assert [table[index] for index in range(len(table))] == [*expected]
    assert (table.is_sorted, [*table.parts()]) == (expected.is_sorted, [*expected.parts()])


@given(PATHS)
def test_paths_are_sorted_and_not_copied_without_need(paths: list[str]) -> None:
    assert sorted_paths(paths) == sorted(paths)
    in_order = PathTable(sorted(paths))
    assert sorted_paths(in_order) is in_order


def test_a_table_is_much_smaller_than_a_list() -> None:
    paths = [f"corpus/2023/{number // 1000:04}/{number:07}.txt" for number in range(10_000)]
    table = PathTable(paths)
    parts = (table._folder_of, table._names, table._ends)
    size = sum(map(sys.getsizeof, parts)) + sum(map(sys.getsizeof, table._folders))
    assert size < 40 * len(paths)
    assert size * 2 < sum(map(sys.getsizeof, paths))


ARCHIVES = ["c.TXT.zip", "d.tar.gz", "e.JSONL", "in/f.parquet", "g.txt.warc", "s3://h/i.txt"]


@pytest.mark.parametrize("other", ARCHIVES)
def test_among_texts_an_archive_or_a_url_is_found(other: str) -> None:
    texts = ["a.txt", "in/b.md", "in/.txt", "é.txt"]
    assert [*possible_archives(PathTable(texts))] == []
    for paths in ([other, *texts], [*texts, other]):
        assert [*possible_archives(PathTable(paths))] == [*possible_archives(paths)] == [other]


def test_an_ending_is_one_of_the_whole_name() -> None:
    table = PathTable(["a.txt", "b.md"])
    assert table.all_end_with([".txt", ".md"])
    assert not table.all_end_with([".txt"])
    assert not PathTable(["a.txt.b", "c.txt"]).all_end_with([".txt"])
    assert PathTable().all_end_with([".txt"])


def test_a_character_is_found_in_names_and_folders() -> None:
    table = PathTable(["one:in/a.txt", "b.txt"])
    assert table.has_character(":")
    assert table.has_character("b")
    assert not table.has_character("?")


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(1, 3)), max_size=6))
def test_a_table_is_divided_between_two_folders(runs: list[tuple[str, int]]) -> None:
    paths = [f"{folder}/{number}" for folder, count in runs for number in range(count)]
    table = PathTable(paths)
    middle = table.middle()
    first = [folder + name for folder, names in table.runs(0, middle) for name in names]
    rest = [folder + name for folder, names in table.runs(middle) for name in names]
    assert first + rest == paths
    assert middle >= len(paths) // 2
    if rest and first:
        assert first[-1][0] != rest[0][0]
    between = range(len(paths) // 2, middle)
    assert all(paths[number][0] == paths[number - 1][0] for number in between if number)
