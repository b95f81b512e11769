"""Lists of files of about equal bytes."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.files.path_list import read_path_list
from corpusfmt.run.task_lists import cut, path_list

SIZES = st.lists(st.integers(0, 1000), max_size=60)


@given(SIZES, st.integers(1, 20))
def test_every_file_is_in_one_task_in_order(sizes: list[int], tasks: int) -> None:
    parts = list(cut(sizes, tasks))
    assert [index for part in parts for index in part] == list(range(len(sizes)))
    assert len(parts) <= tasks
    assert all(parts)


@given(SIZES, st.integers(1, 20))
def test_no_task_is_larger_than_its_share_and_a_file(sizes: list[int], tasks: int) -> None:
    weights = [max(1, size) for size in sizes]
    for part in cut(sizes, tasks):
        # Half a file more at either end.
        ends = weights[part[0]] + weights[part[-1]]
        assert 2 * tasks * sum(weights[part.start : part.stop]) <= 2 * sum(weights) + tasks * ends


def test_equal_files_make_equal_tasks() -> None:
    assert [len(part) for part in cut([7] * 100, 10)] == [10] * 10
    assert [len(part) for part in cut([0] * 100, 10)] == [10] * 10


def test_a_large_file_makes_a_task_of_its_own() -> None:
    assert list(cut([1, 1, 1000, 1, 1], 4)) == [range(2), range(2, 3), range(3, 5)]


@pytest.mark.parametrize(
    "paths",
    [
        ["a.txt", "b c.txt"],
        ["a\nb.txt", "c.txt"],
        ["a\r", "b"],
        ["x\r"],
        ["é", os.fsdecode(b"\xff")],
    ],
)
def test_the_paths_come_back(paths: list[str], tmp_path: os.PathLike[str]) -> None:
    name = os.path.join(tmp_path, "list")
    with open(name, "wb") as file:
        file.write(path_list(paths))
    assert read_path_list(name) == paths
