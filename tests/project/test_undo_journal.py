"""The journal records what was in each file that a run rewrites."""

import json
import os
import stat
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from corpusfmt.api.articles import format
from corpusfmt.files.rewriting import Change
from corpusfmt.project.undo_journal import KEPT_BYTES, KEPT_RUNS, Journal, is_record
from corpusfmt.project.undo_record import read_record
from tests.command_line import (
    LOOSE,
    open_to_all,
    read,
    read_articles,
    run,
    run_unprivileged,
    write,
)
from tests.killed_calls import kill_within, run_killed
from tests.systems import needs_posix


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


@needs_posix
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
    synced: list[int] = []

    def edit_once(descriptor: int) -> None:
        synced.append(descriptor)
        if len(synced) > 1:
            return
        if edit == "append":
            (folder / "a.txt").write_text(LOOSE + "User's edit.\n")
        else:
            (folder / "a.txt").rename(folder / "moved")
        if edit == "link":
            (folder / "a.txt").symlink_to("moved")

    monkeypatch.setattr(os, "fsync", edit_once)  # the journal of a.txt is written, not yet the file
    ended = run(*words, "a.txt", "b.txt")
    assert ended.code == 2
    if edit != "link":
        assert "changed during the run and was not written; run again" in ended.out + ended.err
    kept = {"append": {"a.txt": LOOSE + "User's edit.\n"}, "remove": {"moved": LOOSE}}
    now = {name: data.decode() for name, data in read_articles(folder).items()}
    assert now == kept.get(edit, {"a.txt": LOOSE, "moved": LOOSE}) | {"b.txt": format(LOOSE)}
    assert run("undo").err == "corpusfmt: 1 file restored\n"
    assert (folder / "b.txt").read_text() == LOOSE


# ---------------------------------------------------------------------------- several files at once

ARTICLES = {"a.txt": b"one", "b/c.txt": b"two", "b/d.txt": b"three", "e.txt": b"four"}


def fill(folder: Path) -> list[Change]:
    """Write the articles into a new project; return a change of each."""
    write(folder, ARTICLES)
    return [Change(str(folder / name), data, data * 2) for name, data in ARTICLES.items()]


def new_articles(folder: Path) -> set[str]:
    """Return which articles are new ones; each of the others is the old one."""
    new: set[str] = set()
    for name, data in ARTICLES.items():
        now = (folder / name).read_bytes()
        assert now in (data, data * 2), name
        if now != data:
            new.add(name)
    return new


def recorded(folder: Path) -> dict[str, bytes]:
    """Return the previous bytes of the articles that are recorded; each record is intact."""
    records: dict[str, bytes] = {}
    for path in folder.glob(".corpusfmt/undo/*/*"):
        if is_record(path.name):
            record = read_record(str(path))
            records[record.path] = record.before
    return records


def test_several_files_are_written_and_recorded(folder: Path) -> None:
    changes = fill(folder)
    journal = Journal.begin(str(folder), "fmt")
    assert journal.write_all(changes) == [None] * 4
    assert new_articles(folder) == ARTICLES.keys()
    assert recorded(folder) == ARTICLES
    journal.end()
    assert run("undo").err == "corpusfmt: 4 files restored\n"
    assert new_articles(folder) == set()
    assert [*folder.rglob("*.tmp")] == []


def test_files_that_cannot_be_written_leave_the_others_and_no_record(folder: Path) -> None:
    changes = fill(folder)
    (folder / "a.txt").write_bytes(b"edited")
    (folder / "e.txt").unlink()
    journal = Journal.begin(str(folder), "fmt")
    first, *others, last = journal.write_all(changes)
    assert first is not None
    assert last is not None
    assert first.reason == last.reason == "changed during the run and was not written; run again"
    assert others == [None, None]
    assert recorded(folder) == {name: ARTICLES[name] for name in ("b/c.txt", "b/d.txt")}
    assert [*folder.rglob("*.tmp")] == []


def interrupted_after(whole: Callable[..., object], number: int) -> Callable[..., object]:
    """Return a function whose call of this number, from 0 on, is interrupted once it is done."""
    calls = count()

    def interrupt(*words: object) -> object:
        done = whole(*words)
        if next(calls) == number:
            raise KeyboardInterrupt
        return done

    return interrupt


@pytest.mark.parametrize("function", ["fsync", "replace", "link"])
def test_an_interrupt_leaves_a_record_of_what_was_written_only(
    function: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = getattr(os, function)
    for number in range(12):
        changes = fill(folder)
        interrupt = interrupted_after(whole, number)
        journal = Journal.begin(str(folder), f"fmt {number}")
        with monkeypatch.context() as patched:
            patched.setattr(os, function, interrupt)
            with suppress(KeyboardInterrupt):
                journal.write_all(changes)
        assert recorded(folder).keys() == new_articles(folder)
        assert [*folder.rglob("*.tmp")] == []
        journal.end(complete=False)
        run("undo")
        assert new_articles(folder) == set()


def rewrite_articles(folder: Path, changes: Sequence[Change]) -> None:
    Journal.begin(str(folder), "fmt").write_all(changes)


@needs_posix
@pytest.mark.slow
def test_a_kill_leaves_each_file_old_or_new_and_new_ones_recorded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes: set[int] = set()
    for number in count():
        folder = tmp_path / f"{number}"
        changes = fill(folder)
        is_killed = kill_within(number, partial(rewrite_articles, folder, changes), tears=True)
        new = new_articles(folder)
        sizes.add(len(new))
        records = recorded(folder)
        assert new <= records.keys()
        assert records.items() <= ARTICLES.items()
        monkeypatch.chdir(folder)
        ended = run("undo")
        assert ended.code == (0 if records else 2)
        assert new_articles(folder) == set()
        run("fmt", ".")
        assert not [path for path in folder.rglob("*.tmp") if ".corpusfmt" not in path.parts]
        if not is_killed:
            break
    assert number > 20
    assert sizes == {0, 1, 2, 3, 4}


@needs_posix
@pytest.mark.slow
def test_a_killed_undo_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: set[int] = set()
    for number in count():
        folder = tmp_path / f"{number}"
        changes = fill(folder)
        monkeypatch.chdir(folder)
        rewrite_articles(folder, changes)
        is_killed = run_killed(number, "undo", tears=True)
        new = new_articles(folder)
        sizes.add(len(new))
        assert new <= recorded(folder).keys()
        run("undo")
        assert new_articles(folder) == set()
        if not is_killed:
            break
    assert number > 15
    assert sizes == {0, 1, 2, 3, 4}
