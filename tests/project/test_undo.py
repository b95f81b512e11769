"""``corpusfmt undo``: what the last runs have rewritten, put back, and nothing that a journal should not lead to."""

import json
import os
import re
import shutil
import stat
import subprocess
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from corpusfmt.files import write as write_module
from corpusfmt.files.read import read_bytes
from corpusfmt.project.undo_journal import KEPT_RUNS, Journal
from corpusfmt.syntax.roundtrip import format
from tests.command_line import (
    CLEAN,
    ENVIRONMENT,
    LOOSE,
    NOBODY,
    open_to_all,
    read,
    read_articles,
    run,
    run_unprivileged,
    write,
)

MARKED = "\ufeff" + CLEAN.replace("\n", "\r\n")
"""An article with a byte-order mark and carriage returns."""

RUN = "20990101T000000000000-1"
"""The name of a run that is later than all others."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def forge(
    folder: Path, path: str, written: bytes = b"", fields: dict[str, Any] | None = None
) -> Path:
    """Write a journal by hand, with one record, and return the file of the record."""
    run_folder = folder / ".corpusfmt" / "undo" / RUN
    run_folder.mkdir(parents=True, exist_ok=True)
    head = {"corpusfmt-undo": 1, "command": "fmt", "started": "2099-01-01T00:00:00+00:00"}
    (run_folder / "run.json").write_text(json.dumps(head))
    before = b"forged\n"
    right = {
        "path": path,
        "mode": 0o644,
        "size": len(before),
        "before": digest(before),
        "after": digest(written),
    }
    record = run_folder / "1-000000000.journal"
    record.write_bytes(json.dumps(right | (fields or {})).encode() + b"\n" + before)
    return record


def test_the_last_run_is_undone(folder: Path) -> None:
    before = {"a.txt": MARKED.encode(), "in/b.txt": LOOSE.encode(), "in/c.txt": CLEAN.encode()}
    write(folder, dict(before))
    run("check", "--fix", ".")
    assert read_articles(folder) != before
    ended = run("undo")
    assert (ended.code, ended.out, ended.err) == (0, "", "corpusfmt: 2 files put back\n")
    assert read_articles(folder) == before
    assert run("undo").code == 2


def test_a_file_that_was_changed_since_is_left_as_it_is(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": LOOSE, "c.txt": LOOSE})
    run("check", "--fix", ".")
    write(folder, {"a.txt": "# Mine\n"})
    (folder / "c.txt").unlink()
    ended = run("undo")
    assert ended.code == 1
    assert "a.txt: was changed after the run; it is left as it is" in ended.err
    assert ended.err.endswith(
        "corpusfmt: 2 files put back; 1 file left alone, --force puts back what was changed\n"
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
    assert "1 file put back" in run("undo").err
    assert read_articles(folder) == {"a.txt": format(LOOSE).encode(), "b.txt": MARKED.encode()}
    assert "1 file put back" in run("undo").err
    assert read_articles(folder) == {"a.txt": LOOSE.encode(), "b.txt": MARKED.encode()}


def test_several_processes_keep_one_journal(folder: Path) -> None:
    before: dict[str, str | bytes] = {f"{number:03}.txt": LOOSE.encode() for number in range(150)}
    write(folder, before)
    run("check", "--fix", "--ignore", "level-5", "--jobs", "3", ".")
    assert set(read_articles(folder).values()) == {format(LOOSE).encode()}
    assert "150 files put back" in run("undo").err
    assert read_articles(folder) == before


def test_an_interrupted_run_can_be_undone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": LOOSE})

    def stop(path: str) -> bytes:
        if path.endswith("b.txt"):
            raise KeyboardInterrupt
        return read_bytes(path)

    monkeypatch.setattr("corpusfmt.run.check_file.read_bytes", stop)
    ended = run("check", "--fix", ".")
    assert ended.code == 130
    assert "interrupted: 1 of 2 files checked" in ended.err
    assert "1 file put back" in run("undo").err
    assert read_articles(folder) == {"a.txt": LOOSE.encode(), "b.txt": LOOSE.encode()}


def test_git_and_the_next_run_pass_the_journal_over(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    run("check", "--fix", ".")
    assert (folder / ".corpusfmt" / ".gitignore").read_text() == "*\n"
    assert run("check", ".").err.startswith("corpusfmt: checked 1 file: ")


def test_a_run_that_wrote_nothing_leaves_the_journal_of_the_run_before(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "real/b.txt": LOOSE})
    run("check", "--fix", "a.txt")
    (folder / "link.txt").symlink_to("real/b.txt")
    assert run("check", "--fix", "link.txt").code == 2
    assert "1 file put back" in run("undo").err
    assert (folder / "a.txt").read_text() == LOOSE


# ---------------------------------------------------------------------------------------------------- run by run


def test_runs_are_undone_one_by_one(folder: Path) -> None:
    texts = [LOOSE, MARKED, LOOSE.replace("Text", "Words")]
    for number, text in enumerate(texts):
        write(folder, {"a.txt": text, f"{number}.txt": LOOSE})
        assert run("fmt", ".").code == 0
    # a.txt was edited between the runs: undo goes back over such an edit only if that is asked for.
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
        "corpusfmt: only 2 runs could be undone: no more are recorded\ncorpusfmt: 2 files put back\n",
    )
    assert read_articles(folder) == {
        "a.txt": LOOSE.encode(),
        "b.txt": LOOSE.encode(),
        "c.txt": CLEAN.encode(),
    }


def test_a_run_that_cannot_be_undone_as_a_whole_can_be_gone_past(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    run("fmt", ".")
    write(folder, {"b.txt": LOOSE})
    run("fmt", ".")
    write(folder, {"b.txt": "# Mine\n"})
    assert run("undo").code == 1
    assert run("undo").code == 1
    assert run("undo", "--runs", "2").code == 1
    assert read_articles(folder) == {"a.txt": LOOSE.encode(), "b.txt": b"# Mine\n"}


def test_a_file_of_two_runs_goes_back_step_by_step(folder: Path) -> None:
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
        run("undo", "--list").out.splitlines()[0].endswith("corpusfmt fmt  1 file  undone in part")
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


def test_only_so_many_runs_are_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(KEPT_RUNS + 2):
        write(folder, {"a.txt": LOOSE})
        run("fmt", ".")
    assert len(run("undo", "--list").out.splitlines()) == KEPT_RUNS
    monkeypatch.setattr("corpusfmt.project.undo_journal.KEPT_BYTES", 3 * len(LOOSE) + 1500)
    write(folder, {"a.txt": LOOSE})
    run("fmt", ".")
    assert 1 <= len(run("undo", "--list").out.splitlines()) < KEPT_RUNS
    monkeypatch.setattr("corpusfmt.project.undo_journal.KEPT_BYTES", 1)
    write(folder, {"a.txt": LOOSE})
    run("fmt", ".")
    assert len(run("undo", "--list").out.splitlines()) == 1
    assert run("undo").code == 0
    assert (folder / "a.txt").read_text() == LOOSE


def test_the_reason_why_there_is_nothing_to_undo_is_true(folder: Path) -> None:
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
    undone = f"every run that is recorded in {folder} has been undone (the last {KEPT_RUNS} are recorded)"
    assert run("undo") == (2, "", f"corpusfmt: nothing to undo: {undone}\n")


@pytest.mark.parametrize("words", [("--runs", "0"), ("--runs", "x"), ("--runs", "-1")])
def test_a_number_of_runs_is_a_number(words: tuple[str, ...]) -> None:
    ended = run("undo", *words)
    assert (ended.code, "--runs" in ended.err) == (2, True)


# ---------------------------------------------------------------------------------------------------- what is kept


def test_a_file_that_is_gone_comes_back_with_its_mode(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": LOOSE})
    (folder / "a.txt").chmod(0o600)
    (folder / "b.txt").chmod(0o640)
    run("fmt", ".")
    (folder / "a.txt").unlink()
    assert run("undo").code == 0
    assert stat.S_IMODE((folder / "a.txt").stat().st_mode) == 0o600
    assert stat.S_IMODE((folder / "b.txt").stat().st_mode) == 0o640


def test_a_file_that_is_as_before_is_not_counted_as_put_back(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": LOOSE})
    run("fmt", ".")
    write(folder, {"a.txt": LOOSE})
    assert run("undo") == (0, "", "corpusfmt: 1 file put back, 1 as before already\n")
    assert read_articles(folder) == {"a.txt": LOOSE.encode(), "b.txt": LOOSE.encode()}


def test_what_is_kept_of_a_private_article_is_private(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    run("fmt", ".")
    [run_folder] = (folder / ".corpusfmt/undo").iterdir()
    assert stat.S_IMODE(run_folder.stat().st_mode) == 0o700
    if os.geteuid() == 0:
        open_to_all(folder)
        ended = run_unprivileged("undo", "--list")
        assert "1 file" in ended.out or str(run_folder) in ended.out


@pytest.mark.parametrize("command", [("fmt",), ("check", "--fix", "--ignore", "level-5")])
def test_files_outside_of_the_project_are_written_and_named(
    command: tuple[str, ...], folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = write(tmp_path_factory.mktemp("outside"), {"a.txt": LOOSE})
    write(folder, {"b.txt": LOOSE})
    ended = run(*command, "b.txt", outside)
    assert ended.code == 0
    assert (
        f"corpusfmt: 1 file outside of {folder} was rewritten; “corpusfmt undo” does not put such files back\n"
        in ended.err
    )
    assert run("undo").err == "corpusfmt: 1 file put back\n"
    assert read(outside) == {"a.txt": format(LOOSE).encode()}
    assert read_articles(folder) == {"b.txt": LOOSE.encode()}


# ---------------------------------------------------------------------------------------------------- what is trusted


def test_a_copy_of_a_project_undoes_its_own_files(folder: Path) -> None:
    write(folder, {"one/in/a.txt": LOOSE, "one/corpusfmt.toml": ""})
    os.chdir(folder / "one")
    run("fmt", ".")
    shutil.copytree(folder / "one", folder / "two")
    os.chdir(folder / "two")
    assert run("undo").err == "corpusfmt: 1 file put back\n"
    assert (folder / "one/in/a.txt").read_text() == format(LOOSE)
    assert (folder / "two/in/a.txt").read_text() == LOOSE
    shutil.move(folder / "one", folder / "three")
    os.chdir(folder / "three")
    assert run("undo").err == "corpusfmt: 1 file put back\n"
    assert (folder / "three/in/a.txt").read_text() == LOOSE


@pytest.mark.parametrize("force", [(), ("--force",)], ids=["", "--force"])
@pytest.mark.parametrize(
    "path",
    [
        "{outside}/new.txt",
        "{outside}/there.txt",
        "../outside/new.txt",
        "in/../../outside/there.txt",
        "./../outside/new.txt",
        "link/new.txt",
        "link/there.txt",
        "file-link.txt",
        ".git/hooks/post-checkout",
        "in/.GIT/config",
        ".corpusfmt/undo/x",
        "",
        ".",
        "in/",
        "a\0b",
    ],
)
def test_a_journal_leads_to_no_file_outside_of_the_project(
    path: str, force: tuple[str, ...], folder: Path
) -> None:
    outside = write(folder / "outside", {"there.txt": "theirs"})
    write(folder / "project", {"corpusfmt.toml": "", "in/a.txt": CLEAN, ".git/HEAD": ""})
    (folder / "project/link").symlink_to(outside)
    (folder / "project/file-link.txt").symlink_to(outside / "there.txt")
    os.chdir(folder / "project")
    forge(folder / "project", path.format(outside=outside), b"theirs")
    before = read(folder)
    ended = run("undo", *force)
    assert ended.code == 2
    assert "0 files put back" in ended.err
    own = {"project/.corpusfmt/.gitignore", f"project/.corpusfmt/undo/{RUN}/undone"}
    assert read(folder).keys() - own == before.keys()
    assert read(outside) == {"there.txt": b"theirs"}


@pytest.mark.parametrize("name", ["undone", "ended", "run.json", "1-000000001.journal"])
def test_no_link_in_a_journal_is_followed(name: str, folder: Path) -> None:
    outside = write(folder / "outside", {"theirs": "theirs"})
    project = write(folder / "project", {"a.txt": CLEAN, "corpusfmt.toml": ""})
    record = forge(project, "a.txt", b"other")
    (record.parent / name).unlink(missing_ok=True)
    (record.parent / name).symlink_to(outside / "theirs")
    os.chdir(project)
    assert run("undo").code in (1, 2)
    assert read(outside) == {"theirs": b"theirs"}
    assert (project / "a.txt").read_text() == CLEAN


BAD: dict[str, dict[str, Any]] = {
    "a path that is a number": {"path": 3},
    "a mode that is a text": {"mode": "644"},
    "a mode that is true": {"mode": True},
    "a mode that is too large": {"mode": 0o4755},
    "a size that is wrong": {"size": 3},
    "a size that is negative": {"size": -7},
    "another digest of what was there": {"before": digest(b"other")},
    "no digest of what was written": {"after": ""},
    "one that is a list": {"after": [digest(b"")]},
    "a key too many": {"more": 1},
}


@pytest.mark.parametrize("fields", BAD.values(), ids=BAD)
def test_a_record_that_is_not_as_it_was_written_is_not_used(
    fields: dict[str, Any], folder: Path
) -> None:
    record = forge(folder, "new.txt", fields=fields)
    ended = run("undo", "--force")
    assert ended.code == 2
    assert (
        f"corpusfmt: {record}: is damaged, or not a record of an undo journal; it was skipped\n"
        in ended.err
    )
    assert read_articles(folder) == {}


@pytest.mark.parametrize(
    "data", [b"", b"\n", b"[" * 100_000, b'{"path": ', b"\xff\n", b"null\nx", b"[1]\n"]
)
def test_one_damaged_record_keeps_no_other_from_being_put_back(data: bytes, folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": LOOSE, "c.txt": LOOSE})
    run("fmt", ".")
    damaged = sorted(folder.rglob("*.journal"))[1]
    damaged.write_bytes(data)
    ended = run("undo")
    assert ended.code == 2
    assert f"{damaged}: is damaged" in ended.err
    assert ended.err.endswith("corpusfmt: 2 files put back; 1 file left alone\n")
    assert list(read_articles(folder).values()) == [
        LOOSE.encode(),
        format(LOOSE).encode(),
        LOOSE.encode(),
    ]


def test_a_damaged_run_is_named_and_those_before_it_can_be_undone(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    run("fmt", ".")
    forge(folder, "new.txt")
    (folder / ".corpusfmt/undo" / RUN / "run.json").write_text('{"corpusfmt-undo": 2}')
    ended = run("undo")
    assert ended.code == 2
    assert RUN in ended.err
    assert RUN in run("undo", "--list").out.splitlines()[0]
    assert read_articles(folder) == {"a.txt": format(LOOSE).encode()}
    ended = run("undo", "--runs", "2")
    assert (ended.code, "1 file put back" in ended.err) == (2, True)
    assert read_articles(folder) == {"a.txt": LOOSE.encode()}


def test_a_journal_of_before_the_first_release_is_refused(folder: Path) -> None:
    write(folder, {"a.txt": CLEAN})
    old = folder / ".corpusfmt/undo/20260101T000000000000-1"
    old.mkdir(parents=True)
    head = {"path": str(folder / "a.txt"), "size": 3, "after": digest(CLEAN.encode())}
    (old / "1-000000000.journal").write_bytes(json.dumps(head).encode() + b"\nold")
    ended = run("undo")
    assert ended.code == 2
    assert f"{old}/run.json: does not exist; remove it, or undo more --runs" in ended.err
    assert read_articles(folder) == {"a.txt": CLEAN.encode()}


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
@pytest.mark.parametrize("force", [(), ("--force",)], ids=["", "--force"])
def test_a_journal_that_came_with_a_repository_is_refused(
    force: tuple[str, ...], folder: Path
) -> None:
    project = write(folder / "project", {"a.txt": CLEAN})
    forge(project, "new.txt")
    for words in (("init", "-q"), ("add", "-f", ".corpusfmt")):
        subprocess.run(("git", *words), cwd=project, check=True, env=ENVIRONMENT)
    os.chdir(project)
    ended = run("undo", *force)
    assert ended.code == 2
    assert f"{project}/.corpusfmt is tracked by git" in ended.err
    assert run("undo", "--list").code == 2
    assert read_articles(project).keys() & {"a.txt", "new.txt"} == {"a.txt"}


@pytest.mark.parametrize("name", [".corpusfmt", ".corpusfmt/undo", f".corpusfmt/undo/{RUN}"])
def test_a_journal_behind_a_link_is_refused(name: str, folder: Path) -> None:
    forge(folder / "elsewhere", "new.txt")
    project = write(folder / "project", {"a.txt": CLEAN, "corpusfmt.toml": ""})
    (project / name).parent.mkdir(exist_ok=True, parents=True)
    (project / name).symlink_to(folder / "elsewhere" / name)
    os.chdir(project)
    ended = run("undo", "--force")
    assert ended.code == 2
    assert "symbolic link" in ended.err
    assert not (project / "new.txt").exists()
    if name != f".corpusfmt/undo/{RUN}":
        write(project, {"b.txt": LOOSE})
        before = read(folder / "elsewhere")
        assert run("fmt", "b.txt").code == 2
        assert read(folder / "elsewhere") == before


@pytest.mark.parametrize("what", ["the run", "its record", "its description"])
def test_another_user_s_journal_is_refused(what: str, folder: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only the superuser is another user at will")
    record = forge(folder, "new.txt")
    folder.chmod(0o777)
    open_to_all(folder)
    for path in (folder / ".corpusfmt", *(folder / ".corpusfmt").rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    places = {
        "the run": record.parent,
        "its record": record,
        "its description": record.parent / "run.json",
    }
    os.chown(places[what], 12345, 12345)
    ended = run_unprivileged("undo", "--force")
    assert ended.code == 2
    assert "belongs to another user (uid 12345)" in ended.err
    assert not (folder / "new.txt").exists()
    os.chown(places[what], NOBODY, NOBODY)
    assert run_unprivileged("undo").err == "corpusfmt: 1 file put back\n"


# ---------------------------------------------------------------------------------------------------- changes meanwhile


def test_an_edit_that_is_saved_while_undo_works_stays(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": LOOSE})
    run("fmt", ".")
    replace = write_module._copy_status

    def edit(path: str, *others: Any) -> None:
        replace(path, *others)
        if path.endswith("a.txt"):
            (folder / "a.txt").write_bytes(b"# Edited\n")

    monkeypatch.setattr(write_module, "_copy_status", edit)
    ended = run("undo")
    assert ended.code == 2
    assert "a.txt: changed while it was being processed; not written, run again\n" in ended.err
    assert read_articles(folder) == {"a.txt": b"# Edited\n", "b.txt": LOOSE.encode()}


@pytest.mark.parametrize(
    "words", [("fmt",), ("check", "--fix", "--ignore", "level-5")], ids=" ".join
)
@pytest.mark.parametrize("edit", ["append", "remove", "link"])
def test_an_edit_that_is_saved_while_a_file_is_rewritten_stays(
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
        assert (
            "changed while it was being processed; not written, run again" in ended.out + ended.err
        )
    kept = {"append": {"a.txt": LOOSE + "User's edit.\n"}, "remove": {"moved": LOOSE}}
    now = {name: data.decode() for name, data in read_articles(folder).items()}
    assert now == kept.get(edit, {"a.txt": LOOSE, "moved": LOOSE}) | {"b.txt": format(LOOSE)}
    assert run("undo").err == "corpusfmt: 1 file put back\n"
    assert (folder / "b.txt").read_text() == LOOSE
