"""The journal records what was in each file that a run rewrites."""

import json
import os
import stat
from pathlib import Path

import pytest

from corpusfmt.articles import format
from corpusfmt.project.undo_journal import KEPT_BYTES, KEPT_RUNS, Journal
from tests.command_line import (
    LOOSE,
    open_to_all,
    read,
    read_articles,
    run,
    run_unprivileged,
    write,
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.slow
@pytest.mark.program
def test_several_processes_keep_one_journal(folder: Path) -> None:
    before: dict[str, str | bytes] = {f"{number:03}.txt": LOOSE.encode() for number in range(150)}
    write(folder, before)
    run("check", "--fix", "--ignore", "level-5", "--jobs", "3", ".")
    assert set(read_articles(folder).values()) == {format(LOOSE).encode()}
    assert "150 files restored" in run("undo").err
    assert read_articles(folder) == before


def test_git_and_the_next_run_ignore_the_journal(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    run("check", "--fix", ".")
    assert (folder / ".corpusfmt" / ".gitignore").read_text() == "*\n"
    assert run("check", ".").err.startswith("corpusfmt: checked 1 file: ")


def test_a_run_that_writes_nothing_keeps_the_previous_journal(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "real/b.txt": LOOSE})
    run("check", "--fix", "a.txt")
    (folder / "link.txt").symlink_to("real/b.txt")
    assert run("check", "--fix", "link.txt").code == 2
    assert "1 file restored" in run("undo").err
    assert (folder / "a.txt").read_text() == LOOSE


def test_old_runs_are_removed(folder: Path) -> None:
    for _ in range(KEPT_RUNS + 2):
        write(folder, {"a.txt": LOOSE})
        run("fmt", ".")
    assert len(run("undo", "--list").out.splitlines()) == KEPT_RUNS
    # The third run before the last claims to be as large as all may be.
    large = sorted((folder / ".corpusfmt/undo").glob("*/ended*"))[-3]
    large.write_text(json.dumps(json.loads(large.read_text()) | {"bytes": KEPT_BYTES + 1}))
    write(folder, {"a.txt": LOOSE})
    run("fmt", ".")
    assert len(run("undo", "--list").out.splitlines()) == 3
    latest = sorted((folder / ".corpusfmt/undo").glob("*/ended*"))[-1]
    latest.write_text(json.dumps(json.loads(latest.read_text()) | {"bytes": KEPT_BYTES + 1}))
    write(folder, {"a.txt": LOOSE})
    run("fmt", ".")
    assert len(run("undo", "--list").out.splitlines()) == 1
    assert run("undo").code == 0
    assert (folder / "a.txt").read_text() == LOOSE


def test_only_the_user_can_read_the_journal(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    run("fmt", ".")
    [run_folder] = (folder / ".corpusfmt/undo").iterdir()
    assert stat.S_IMODE(run_folder.stat().st_mode) == 0o700
    if os.geteuid() == 0:
        open_to_all(folder)
        ended = run_unprivileged("undo", "--list")
        assert "1 file" in ended.out or str(run_folder) in ended.out


@pytest.mark.parametrize("command", [("fmt",), ("check", "--fix", "--ignore", "level-5")])
def test_files_outside_of_the_project_are_written_without_a_record(
    command: tuple[str, ...], folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = write(tmp_path_factory.mktemp("outside"), {"a.txt": LOOSE})
    write(folder, {"b.txt": LOOSE})
    ended = run(*command, "b.txt", outside)
    assert ended.code == 0
    assert (
        f"corpusfmt: 1 file outside of {folder} was rewritten; "
        "“corpusfmt undo” does not restore such files\n" in ended.err
    )
    assert run("undo").err == "corpusfmt: 1 file restored\n"
    assert read(outside) == {"a.txt": format(LOOSE).encode()}
    assert read_articles(folder) == {"b.txt": LOOSE.encode()}


@pytest.mark.parametrize(
    "words", [("fmt",), ("check", "--fix", "--ignore", "level-5")], ids=" ".join
)
@pytest.mark.parametrize("edit", ["append", "remove", "link"])
def test_an_edit_during_a_run_is_kept(
    words: tuple[str, ...], edit: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": LOOSE})
    whole = Journal.write

    def write_late(journal: Journal, path: str, before: bytes, after: bytes) -> None:
        if path == "a.txt":
            if edit != "append":
                (folder / "a.txt").rename(folder / "moved")
            if edit == "link":
                (folder / "a.txt").symlink_to("moved")
            if edit == "append":
                (folder / "a.txt").write_text(LOOSE + "User's edit.\n")
        whole(journal, path, before, after)

    monkeypatch.setattr(Journal, "write", write_late)
    ended = run(*words, "a.txt", "b.txt")
    assert ended.code == 2
    if edit != "link":
        assert "changed during the run and was not written; run again" in ended.out + ended.err
    kept = {"append": {"a.txt": LOOSE + "User's edit.\n"}, "remove": {"moved": LOOSE}}
    now = {name: data.decode() for name, data in read_articles(folder).items()}
    assert now == kept.get(edit, {"a.txt": LOOSE, "moved": LOOSE}) | {"b.txt": format(LOOSE)}
    assert run("undo").err == "corpusfmt: 1 file restored\n"
    assert (folder / "b.txt").read_text() == LOOSE
