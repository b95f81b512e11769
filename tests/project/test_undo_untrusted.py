"""Nothing in a journal is trusted: a forged or damaged one leads to no other file."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from corpusfmt.api.articles import format
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
from tests.project.forged_journal import RUN, digest, forge
from tests.systems import needs_root


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_copy_of_a_project_undoes_its_own_files(folder: Path) -> None:
    write(folder, {"one/in/a.txt": LOOSE, "one/corpusfmt.toml": ""})
    os.chdir(folder / "one")
    run("fmt", ".")
    shutil.copytree(folder / "one", folder / "two")
    os.chdir(folder / "two")
    assert run("undo").err == "corpusfmt: 1 file restored\n"
    assert (folder / "one/in/a.txt").read_text() == format(LOOSE)
    assert (folder / "two/in/a.txt").read_text() == LOOSE
    shutil.move(folder / "one", folder / "three")
    os.chdir(folder / "three")
    assert run("undo").err == "corpusfmt: 1 file restored\n"
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
def test_a_path_outside_of_the_project_is_refused(
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
    assert "0 files restored" in ended.err
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


BAD: dict[str, dict[str, object]] = {
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
def test_a_changed_record_is_not_used(fields: dict[str, object], folder: Path) -> None:
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
def test_the_other_records_of_a_damaged_one_are_used(data: bytes, folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": LOOSE, "c.txt": LOOSE})
    run("fmt", ".")
    damaged = sorted(folder.rglob("*.journal"))[1]
    damaged.write_bytes(data)
    ended = run("undo")
    assert ended.code == 2
    assert f"{damaged}: is damaged" in ended.err
    assert ended.err.endswith("corpusfmt: 2 files restored; 1 file not restored\n")
    assert list(read_articles(folder).values()) == [
        LOOSE.encode(),
        format(LOOSE).encode(),
        LOOSE.encode(),
    ]


def test_runs_before_a_damaged_one_can_be_undone(folder: Path) -> None:
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
    assert (ended.code, "1 file restored" in ended.err) == (2, True)
    assert read_articles(folder) == {"a.txt": LOOSE.encode()}


def test_a_journal_of_another_format_is_refused(folder: Path) -> None:
    write(folder, {"a.txt": CLEAN})
    old = folder / ".corpusfmt/undo/20260101T000000000000-1"
    old.mkdir(parents=True)
    head = {"path": str(folder / "a.txt"), "size": 3, "after": digest(CLEAN.encode())}
    (old / "1-000000000.journal").write_bytes(json.dumps(head).encode() + b"\nold")
    ended = run("undo")
    assert ended.code == 2
    assert (
        f"{old}/run.json: does not exist; remove it, or use --runs to undo more runs" in ended.err
    )
    assert read_articles(folder) == {"a.txt": CLEAN.encode()}


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
@pytest.mark.parametrize("force", [(), ("--force",)], ids=["", "--force"])
def test_a_journal_in_git_is_refused(force: tuple[str, ...], folder: Path) -> None:
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
def test_a_linked_journal_is_refused(name: str, folder: Path) -> None:
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


@needs_root
@pytest.mark.parametrize("what", ["the run", "its record", "its description"])
def test_a_journal_of_another_user_is_refused(what: str, folder: Path) -> None:
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
    assert run_unprivileged("undo").err == "corpusfmt: 1 file restored\n"


FORGED_NAMES: dict[str, object] = {
    "in another folder": {"b/c.txt": digest(b"kept")},
    "above the folder": {"../c.txt": digest(b"kept")},
    "of a tool": {".git": digest(b"kept")},
    "without a digest": {"c.txt": "0"},
    "with a number": {"c.txt": 1},
    "a list": ["c.txt"],
}


@pytest.mark.parametrize("created", FORGED_NAMES.values(), ids=FORGED_NAMES)
def test_no_file_is_removed_elsewhere(created: object, folder: Path) -> None:
    write(folder, {"project/b/c.txt": "kept", "c.txt": "kept", "project/c.txt": "kept"})
    project = folder / "project"
    record = forge(project, "a.txt")
    line, _, before = record.read_bytes().partition(b"\n")
    header = json.loads(line)
    del header["after"]
    record.write_bytes(json.dumps(header | {"created": created}).encode() + b"\n" + before)
    os.chdir(project)
    ended = run("undo", "--force")
    assert ended.code == 2
    assert "not a record of an undo journal" in ended.err
    assert read_articles(project) == {"b/c.txt": b"kept", "c.txt": b"kept"}
