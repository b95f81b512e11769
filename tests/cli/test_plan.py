"""``corpusfmt plan``: lists that other runs read."""

import json
import os
from pathlib import Path

import pytest

from tests.archives import save, tar
from tests.command_line import CLEAN, read, run, write


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, with articles of different sizes."""
    monkeypatch.chdir(tmp_path)
    files = {f"in/{number % 3}/{number:02}.txt": CLEAN * (number + 1) for number in range(30)}
    return write(tmp_path, files)


def listed() -> list[list[str]]:
    return [path.read_text().splitlines() for path in sorted(Path("tasks").glob("task-*.txt"))]


def test_the_lists_have_every_file_once_in_order() -> None:
    assert run("plan", "in", "--tasks", "4", "-o", "tasks").code == 0
    shown = run("check", "--show-files", "in").out.splitlines()
    assert [path for paths in listed() for path in paths] == shown
    plan = json.loads(Path("tasks/plan.json").read_text())
    assert [task["files"] for task in plan["tasks"]] == [len(paths) for paths in listed()]
    for task, paths in zip(plan["tasks"], listed(), strict=True):
        assert task["bytes"] == sum(os.stat(path).st_size for path in paths)
    assert plan["files"] == 30
    assert plan["bytes"] == sum(task["bytes"] for task in plan["tasks"])
    sizes = [task["bytes"] for task in plan["tasks"]]
    assert max(sizes) - min(sizes) <= 2 * 30 * len(CLEAN)


def test_the_documents_of_the_tasks_are_those_of_one_run() -> None:
    run("plan", "in", "--tasks", "4", "-o", "tasks")
    whole = run("convert", "in", "--to", "rows", "--fields", "title,text").out
    parts = [
        run(
            "convert", "--files-from", f"tasks/{name}", "--to", "rows", "--fields", "title,text"
        ).out
        for name in sorted(os.listdir("tasks"))
        if name.startswith("task-")
    ]
    assert "".join(parts) == whole


def test_the_size_of_a_list_can_be_given() -> None:
    total = sum(path.stat().st_size for path in Path("in").rglob("*.txt"))
    run("plan", "in", "--size", "2kB", "-o", "tasks")
    assert len(listed()) == -(-total // 2000)


def test_archives_and_listed_paths_are_files(folder: Path) -> None:
    save(folder / "news.tar", tar({"a.txt": CLEAN * 50}))
    write(folder, {"paths": "news.tar\nin/0/00.txt\n"})
    ended = run("plan", "--files-from", "paths", "--tasks", "2", "-o", "tasks")
    assert ended.code == 0
    assert listed() == [["news.tar"], ["in/0/00.txt"]] or listed() == [["news.tar", "in/0/00.txt"]]


def test_an_earlier_plan_is_replaced() -> None:
    run("plan", "in", "--tasks", "9", "-o", "tasks")
    run("plan", "in", "--tasks", "2", "-o", "tasks")
    assert sorted(os.listdir("tasks")) == ["plan.json", "task-00001.txt", "task-00002.txt"]


@pytest.mark.parametrize("files", [{"notes.txt": ""}, {"task-00001.txt": ""}])
def test_any_other_folder_is_refused(files: dict[str, str], folder: Path) -> None:
    write(folder / "tasks", files)
    ended = run("plan", "in", "--tasks", "2", "-o", "tasks")
    message = "tasks: is neither empty nor an earlier plan; expected an empty folder"
    assert ended == (2, "", f"corpusfmt: {message}\n")
    assert set(read(folder / "tasks")) == set(files)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("in", "-o", "tasks"), "--tasks or --size is missing (see `corpusfmt plan --help`)"),
        (("in", "--tasks", "0", "-o", "tasks"), "--tasks is '0'; expected a number of lists"),
        (
            ("in", "--size", "2", "--tasks", "2", "-o", "tasks"),
            "--tasks cannot be used with --size",
        ),
        (("in", "--size", "2XB", "-o", "tasks"), "--size is '2XB'; expected a size such as 64MB"),
        (("-", "--tasks", "2", "-o", "tasks"), "plan lists files"),
        (("memory://a", "--tasks", "2", "-o", "tasks"), "memory://a"),
    ],
)
def test_what_cannot_be_planned_is_refused(words: tuple[str, ...], message: str) -> None:
    ended = run("plan", *words)
    assert (ended.code, ended.out) == (2, "")
    assert message in ended.err
    assert not Path("tasks").exists()


def test_a_path_that_is_missing_is_reported_and_the_others_are_listed() -> None:
    ended = run("plan", "in", "gone", "--tasks", "2", "-o", "tasks")
    assert ended.code == 2
    assert "gone: does not exist" in ended.err
    assert sum(map(len, listed())) == 30
