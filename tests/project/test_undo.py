"""``corpusfmt undo`` restores what the last runs have rewritten."""

import os
import re
import stat
from pathlib import Path

import pytest

from corpusfmt.api.articles import format
from corpusfmt.project.undo_journal import KEPT_RUNS
from tests.command_line import (
    CLEAN,
    LOOSE,
    fail_to_open,
    read_articles,
    run,
    write,
)

MARKED = "\ufeff" + CLEAN.replace("\n", "\r\n")
"""An article with a byte-order mark and carriage returns."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_last_run_is_undone(folder: Path) -> None:
    before = {"a.txt": MARKED.encode(), "in/b.txt": LOOSE.encode(), "in/c.txt": CLEAN.encode()}
    write(folder, dict(before))
    run("check", "--fix", ".")
    assert read_articles(folder) != before
    ended = run("undo")
    assert (ended.code, ended.out, ended.err) == (0, "", "corpusfmt: 2 files restored\n")
    assert read_articles(folder) == before
    assert run("undo").code == 2


def test_a_file_changed_since_the_run_is_left_unchanged(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": LOOSE, "c.txt": LOOSE})
    run("check", "--fix", ".")
    write(folder, {"a.txt": "# Mine\n"})
    (folder / "c.txt").unlink()
    ended = run("undo")
    assert ended.code == 1
    assert "a.txt: was changed after the run; not restored" in ended.err
    assert ended.err.endswith(
        "corpusfmt: 2 files restored; 1 file not restored; --force also restores changed files\n"
    )
    assert read_articles(folder) == {
        "a.txt": b"# Mine\n",
        "b.txt": LOOSE.encode(),
        "c.txt": LOOSE.encode(),
    }
    assert run("undo").code == 1  # what was refused is not forgotten
    assert run("undo", "--force")[:2] == (0, "")
    assert read_articles(folder)["a.txt"] == LOOSE.encode()
    assert run("undo").code == 2


def test_only_the_last_run_that_wrote_something_counts(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    run("check", "--fix", ".")
    write(folder, {"b.txt": MARKED})
    run("check", "--fix", ".")
    run("check", "--fix", ".")  # writes nothing
    assert "1 file restored" in run("undo").err
    assert read_articles(folder) == {"a.txt": format(LOOSE).encode(), "b.txt": MARKED.encode()}
    assert "1 file restored" in run("undo").err
    assert read_articles(folder) == {"a.txt": LOOSE.encode(), "b.txt": MARKED.encode()}


def test_an_interrupted_run_can_be_undone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": LOOSE})
    fail_to_open(monkeypatch, "b.txt", KeyboardInterrupt())
    ended = run("check", "--fix", ".")
    assert ended.code == 130
    assert "interrupted: 1 of 2 files checked" in ended.err
    assert "1 file restored" in run("undo").err
    assert read_articles(folder) == {"a.txt": LOOSE.encode(), "b.txt": LOOSE.encode()}


def test_runs_are_undone_one_by_one(folder: Path) -> None:
    texts = [LOOSE, MARKED, LOOSE.replace("Text", "Words")]
    for number, text in enumerate(texts):
        write(folder, {"a.txt": text, f"{number}.txt": LOOSE})
        assert run("fmt", ".").code == 0
    # a.txt was edited between the runs: undo goes back over such an edit only with the option.
    assert run("undo").code == 0
    assert (folder / "a.txt").read_text() == texts[2]
    assert run("undo").code == 1
    assert (folder / "a.txt").read_text() == texts[2]
    assert run("undo", "--force").code == 0
    assert (folder / "a.txt").read_bytes() == texts[1].encode()
    assert run("undo", "--force").code == 0
    assert read_articles(folder) == {"a.txt": LOOSE.encode()} | {
        f"{n}.txt": LOOSE.encode() for n in range(3)
    }
    assert run("undo").code == 2


def test_several_runs_are_undone_at_once(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "c.txt": CLEAN})
    run("fmt", ".")
    write(folder, {"b.txt": LOOSE})
    run("check", "--fix", ".")
    ended = run("undo", "--runs", "5")
    assert ended == (
        0,
        "",
        "corpusfmt: only 2 runs could be undone: no more are recorded\n"
        "corpusfmt: 2 files restored\n",
    )
    assert read_articles(folder) == {
        "a.txt": LOOSE.encode(),
        "b.txt": LOOSE.encode(),
        "c.txt": CLEAN.encode(),
    }


def test_a_run_that_is_undone_in_part_can_be_skipped(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    run("fmt", ".")
    write(folder, {"b.txt": LOOSE})
    run("fmt", ".")
    write(folder, {"b.txt": "# Mine\n"})
    assert run("undo").code == 1
    assert run("undo").code == 1
    assert run("undo", "--runs", "2").code == 1
    assert read_articles(folder) == {"a.txt": LOOSE.encode(), "b.txt": b"# Mine\n"}


def test_a_file_of_two_runs_is_restored_run_by_run(folder: Path) -> None:
    write(folder, {"a.txt": "# Ferry\n\n05/03/2024\n\n\nText of the article.\n\n\n"})
    texts = [(folder / "a.txt").read_bytes()]
    for words in (
        ("check", "--fix"),
        ("check", "--fix", "--unsafe-fixes"),
        ("fmt", "--unsafe-fixes"),
    ):
        if run(*words, "a.txt").err and (now := (folder / "a.txt").read_bytes()) != texts[-1]:
            texts.append(now)
    assert len(texts) > 1
    for text in reversed(texts[:-1]):
        assert run("undo").code == 0
        assert (folder / "a.txt").read_bytes() == text


def test_the_runs_are_listed(folder: Path) -> None:
    assert run("undo", "--list") == (
        0,
        "",
        f"corpusfmt: no run that has rewritten a file is recorded in {folder}\n",
    )
    write(folder, {"a.txt": LOOSE, "b.txt": LOOSE})
    run("check", "--fix", ".")
    write(folder, {"a.txt": LOOSE})
    run("fmt", ".")
    ended = run("undo", "--list")
    assert (ended.code, ended.err) == (0, "")
    time = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d"
    first, second = ended.out.splitlines()
    assert re.fullmatch(rf" 1  {time}  corpusfmt fmt  1 file", first)
    assert re.fullmatch(rf" 2  {time}  corpusfmt check --fix  2 files", second)
    write(folder, {"a.txt": "# Mine\n"})
    assert run("undo").code == 1
    assert (
        run("undo", "--list").out.splitlines()[0].endswith("corpusfmt fmt  1 file  partly undone")
    )
    [ended_mark] = folder.glob(
        f".corpusfmt/undo/{min(os.listdir(folder / '.corpusfmt/undo'))}/ended"
    )
    ended_mark.unlink()
    assert (
        run("undo", "--list")
        .out.splitlines()[1]
        .endswith("corpusfmt check --fix  2 files  interrupted")
    )


def test_the_reason_is_given_if_there_is_nothing_to_undo(folder: Path) -> None:
    never = (
        f"corpusfmt: nothing to undo: no run that has rewritten a file is recorded in {folder}\n"
    )
    assert run("undo") == (2, "", never)
    write(folder, {"a.txt": CLEAN})
    run("fmt", ".")
    assert run("undo") == (2, "", never)
    write(folder, {"a.txt": LOOSE})
    run("fmt", ".")
    assert run("undo").code == 0
    undone = (
        f"every run that is recorded in {folder} has been undone "
        f"(only the last {KEPT_RUNS} runs are recorded)"
    )
    assert run("undo") == (2, "", f"corpusfmt: nothing to undo: {undone}\n")


@pytest.mark.parametrize("words", [("--runs", "0"), ("--runs", "x"), ("--runs", "-1")])
def test_the_number_of_runs_is_positive(words: tuple[str, ...]) -> None:
    ended = run("undo", *words)
    assert (ended.code, "--runs" in ended.err) == (2, True)


def test_a_missing_file_is_restored_with_its_mode(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": LOOSE})
    (folder / "a.txt").chmod(0o600)
    (folder / "b.txt").chmod(0o640)
    run("fmt", ".")
    (folder / "a.txt").unlink()
    assert run("undo").code == 0
    assert stat.S_IMODE((folder / "a.txt").stat().st_mode) == 0o600
    assert stat.S_IMODE((folder / "b.txt").stat().st_mode) == 0o640


def test_a_file_that_is_unchanged_is_counted_apart(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": LOOSE})
    run("fmt", ".")
    write(folder, {"a.txt": LOOSE})
    assert run("undo") == (0, "", "corpusfmt: 1 file restored, 1 already as before\n")
    assert read_articles(folder) == {"a.txt": LOOSE.encode(), "b.txt": LOOSE.encode()}


def test_an_edit_during_undo_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": LOOSE})
    run("fmt", ".")
    sync = os.fsync

    def edit(descriptor: int) -> None:
        sync(descriptor)
        (folder / "a.txt").write_bytes(b"# Edited\n")

    monkeypatch.setattr(os, "fsync", edit)
    ended = run("undo")
    assert ended.code == 2
    assert "a.txt: changed during the run and was not written; run again\n" in ended.err
    assert read_articles(folder) == {"a.txt": b"# Edited\n", "b.txt": LOOSE.encode()}
