"""The quarantine: what may be one, what is moved there, and the way back."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.command_line import (
    CLEAN,
    ENVIRONMENT,
    LOOSE,
    WESTERN,
    read,
    run,
    run_unprivileged,
    write,
)
from tests.systems import needs_posix, needs_root

MARKER = ".corpusfmt-quarantine"
GOOD = (
    "# A Clean Article\n\n\n\nWords enough are needed, so it is not short. The ferry sailed "
    "from the pier at noon, and came back with the mail of the week before it was dark.\n"
)
OTHER = LOOSE.replace("Text", "Words")
DIGEST = "0" * 64


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    path = tmp_path / "project"
    path.mkdir()
    monkeypatch.chdir(path)
    return path


def rows(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "manifest.jsonl").read_text().splitlines()]


def articles(folder: Path) -> dict[str, bytes]:
    own = (MARKER, "manifest.jsonl")
    return {name: data for name, data in read(folder).items() if Path(name).name not in own}


# ---------------------------------------------------------------------------------- what is moved


def test_files_with_findings_are_moved_and_the_rest_passes(folder: Path) -> None:
    write(folder, {"in/a.txt": LOOSE, "in/deep/b.txt": WESTERN, "in/c.txt": GOOD})
    ended = run("check", "--quarantine", "aside", "in")
    assert ended.code == 0
    assert ended.err == (
        "corpusfmt: checked 3 files: 1 error, 1 warning in 2 files\n"
        "corpusfmt: moved 2 files to aside "
        "(“corpusfmt quarantine --restore aside” moves them back)\n"
        "corpusfmt: 1 file left: no findings\n"
    )
    assert articles(folder) == {
        "aside/in/a.txt": LOOSE.encode(),
        "aside/in/deep/b.txt": WESTERN,
        "in/c.txt": GOOD.encode(),
    }
    manifest = rows(folder / "aside")
    assert [row["path"] for row in manifest] == ["in/a.txt", "in/deep/b.txt"]
    assert [finding["rule"] for finding in manifest[0]["findings"]] == ["layout"]
    assert json.loads((folder / "aside" / MARKER).read_text()) == {
        "corpusfmt-quarantine": 1,
        "root": "..",
    }
    assert str(folder) not in (folder / "aside" / "manifest.jsonl").read_text()
    assert run("check", "in").code == 0


def test_nothing_in_the_quarantine_is_overwritten(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    run("check", "--quarantine", "aside", "a.txt")
    write(folder, {"a.txt": OTHER})
    before = read(folder)
    ended = run("check", "--quarantine", "aside", "a.txt")
    assert ended.code == 2
    assert "a.txt: not moved: aside/a.txt exists already" in ended.err
    assert read(folder) == before


def test_a_quarantine_inside_of_what_is_checked_is_skipped(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": GOOD})
    assert run("check", "--quarantine", "aside", ".").code == 0
    ended = run("check", "--quarantine", "aside", ".")
    assert ended.code == 0
    assert "1 in quarantine" in ended.err
    assert run("check", ".").code == 0
    assert run("check", "aside").code == 1


def test_a_file_of_the_name_of_the_marker_hides_nothing(folder: Path) -> None:
    write(folder, {"in/a.txt": LOOSE, f"in/{MARKER}": ""})
    assert run("check", ".").code == 1


def test_the_reports_name_what_is_moved(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    assert run("check", "--quarantine", "aside", "--report", "json=r.json", ".").code == 0
    [file] = json.loads((folder / "r.json").read_text())["files"]
    [finding] = [one for one in file["findings"] if one["rule"] == "layout"]
    assert finding["severity"] == "info"
    assert finding["message"].endswith(" (the file was moved to aside)")


def test_what_only_informs_is_not_moved(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "corpusfmt.toml": '[rules.layout]\nseverity = "info"\n'})
    ended = run("check", "--quarantine", "aside", ".")
    assert ended.code == 0
    assert "\ncorpusfmt: no file was moved\n" in ended.err
    assert not (folder / "aside").exists()


@pytest.mark.parametrize("words", [("--diff", "."), ("-",)])
def test_a_quarantine_goes_with_files_only(words: tuple[str, ...], folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    assert run("check", "--quarantine", "aside", *words).code == 2


# ---------------------------------------------------------------------------------- what may be one


def make_link(folder: Path) -> None:
    write(folder, {"real/x": ""})
    os.symlink("real", folder / "aside")


TAKEN: dict[str, tuple[dict[str, str | bytes], str]] = {
    "articles": ({"aside/fine.txt": CLEAN}, "aside is neither empty nor a quarantine"),
    "a manifest of the user": ({"aside/manifest.jsonl": "{}\n"}, "aside is neither empty nor a"),
    "another file": ({"aside/.hidden": ""}, "aside is neither empty nor a quarantine"),
    "a folder": ({"aside/in/x": ""}, "aside is neither empty nor a quarantine"),
    "a file": ({"aside": ""}, "aside is not a folder"),
    "an empty marker": ({f"aside/{MARKER}": ""}, "is not the marker of a quarantine"),
    "another marker": ({f"aside/{MARKER}": "{}"}, "is not the marker of a quarantine"),
    "a deep marker": ({f"aside/{MARKER}": "[" * 60_000}, "is not the marker of a quarantine"),
    "a later version": (
        {f"aside/{MARKER}": '{"corpusfmt-quarantine": 2, "root": ".."}'},
        "is not the marker of a quarantine of this version",
    ),
    "no root": (
        {f"aside/{MARKER}": '{"corpusfmt-quarantine": 1}'},
        "does not name the root of the files",
    ),
    "a large marker": ({f"aside/{MARKER}": b" " * 70_000}, "is larger than 65,536 bytes"),
}


@pytest.mark.parametrize("name", TAKEN)
def test_a_folder_with_something_else_in_it_is_not_a_quarantine(name: str, folder: Path) -> None:
    files, message = TAKEN[name]
    write(folder, {"in/a.txt": LOOSE, **files})
    before = read(folder)
    ended = run("check", "--quarantine", "aside", "in")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("corpusfmt: --quarantine: ")
    assert message in ended.err
    assert read(folder) == before


def test_what_a_killed_run_left_does_not_keep_a_folder_from_being_one(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "aside/.corpusfmt-0123456789abcdef.tmp": "half"})
    assert run("check", "--quarantine", "aside", "a.txt").code == 0


@pytest.mark.parametrize("where", ["in", "in/", ".", "in/../in", "..", "link"])
def test_what_is_checked_is_not_the_quarantine(where: str, folder: Path) -> None:
    write(folder, {"in/a.txt": LOOSE})
    os.symlink("in", folder / "link")
    before = read(folder)
    for path in ("in", "in/a.txt"):
        ended = run("check", "--quarantine", where, path)
        assert (ended.code, ended.out) == (2, "")
        assert f"--quarantine: {where} is, or contains, {path}, which is to be checked" in ended.err
    assert read(folder) == before


@needs_root
def test_a_marker_of_another_user_is_not_trusted(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    run("check", "--quarantine", "aside", "a.txt")
    for path in (folder, *folder.rglob("*"), folder.parent, folder.parent.parent):
        path.chmod(0o755 if path.is_dir() else 0o644)
    os.chown(folder / "aside" / MARKER, 1234, 1234)
    for words in (("check", "--quarantine", "aside", "."), ("quarantine", "aside")):
        ended = run_unprivileged(*words)
        assert ended.code == 2, ended.err
        assert "belongs to another user (uid 1234)" in ended.err


def test_files_outside_of_the_settings_folder_are_restored_from_their_own(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = write(folder.parent / "elsewhere", {"in/a.txt": LOOSE, "in/deep/b.txt": OTHER})
    before = read(elsewhere)
    assert run("check", "--quarantine", "aside", str(elsewhere)).code == 0
    assert set(articles(folder)) == {"aside/a.txt", "aside/deep/b.txt"}
    ended = run("quarantine", "--restore", "aside")
    assert ended.code == 2
    assert f"run this command in {elsewhere / 'in'}" in ended.err
    monkeypatch.chdir(elsewhere)
    assert run("quarantine", "--restore", str(folder / "aside")).code == 0
    assert read(elsewhere) == before
    assert read(folder) == {}


# ---------------------------------------------------------------------------------- the way back


def test_all_that_was_moved_comes_back_as_it_was(folder: Path) -> None:
    write(folder, {"in/a.txt": LOOSE, "in/d\né/b.txt": WESTERN, "in/c.txt": GOOD})
    (folder / "in/a.txt").chmod(0o640)
    before = read(folder)
    run("check", "--quarantine", "aside", "in")
    listed = run("quarantine", "aside")
    assert listed.code == 0
    assert listed.out == "in/a.txt: layout\nin/d\\u000aé/b.txt: invalid-utf8\n"
    assert listed.err == "corpusfmt: 2 files in aside\n"
    ended = run("quarantine", "--restore", "aside")
    assert (ended.code, ended.out) == (0, "")
    assert ended.err == "corpusfmt: 2 files moved back from aside\n"
    assert read(folder) == before
    assert (folder / "in/a.txt").stat().st_mode & 0o777 == 0o640
    assert os.listdir(folder) == ["in"]


def test_a_tree_that_was_moved_is_restored_where_it_is(folder: Path) -> None:
    write(folder, {"one/in/a.txt": LOOSE, "one/corpusfmt.toml": ""})
    os.chdir("one")
    run("check", "--quarantine", "aside", "in")
    os.chdir("..")
    os.rename("one", "two")
    os.chdir("two")
    assert run("quarantine", "--restore", "aside").code == 0
    assert read(folder / "two") == {"in/a.txt": LOOSE.encode(), "corpusfmt.toml": b""}


@pytest.mark.parametrize("named", ["in/a.txt", "aside/in/a.txt", "./in/../in/a.txt"])
def test_some_come_back_and_the_rest_stays(named: str, folder: Path) -> None:
    write(folder, {"in/a.txt": LOOSE, "in/b.txt": OTHER})
    run("check", "--quarantine", "aside", "in")
    (folder / "in").mkdir(exist_ok=True)
    assert run("quarantine", "--restore", "aside", named).code == 0
    assert set(articles(folder)) == {"in/a.txt", "aside/in/b.txt"}
    assert [row["path"] for row in rows(folder / "aside")] == ["in/b.txt"]
    assert run("quarantine", "--restore", "aside", "in").code == 0
    assert set(read(folder)) == {"in/a.txt", "in/b.txt"}


def test_a_path_that_is_not_in_the_quarantine_is_reported(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    run("check", "--quarantine", "aside", ".")
    ended = run("quarantine", "--restore", "aside", "b.txt")
    assert ended.code == 2
    assert "b.txt: no file in aside has or had this path" in ended.err


def test_no_file_is_overwritten_by_one_that_comes_back(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": OTHER})
    run("check", "--quarantine", "aside", ".")
    write(folder, {"a.txt": "mine"})
    for more in ((), ("--force",)):
        ended = run("quarantine", "--restore", "aside", *more)
        assert ended.code == 1
        assert "a.txt: a file already exists at its original path" in ended.err
    assert articles(folder) == {
        "a.txt": b"mine",
        "aside/a.txt": LOOSE.encode(),
        "b.txt": OTHER.encode(),
    }
    (folder / "a.txt").unlink()
    assert run("quarantine", "--restore", "aside").code == 0


def test_a_file_that_was_changed_in_the_quarantine_comes_back_by_force_only(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    run("check", "--quarantine", "aside", ".")
    write(folder, {"aside/a.txt": GOOD})
    ended = run("quarantine", "--restore", "aside")
    assert ended.code == 1
    assert "a.txt: was changed in the quarantine; --force moves it back" in ended.err
    assert run("quarantine", "--restore", "--force", "aside").code == 0
    assert read(folder) == {"a.txt": GOOD.encode()}


def test_what_the_manifest_does_not_list_stays(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    run("check", "--quarantine", "aside", ".")
    write(folder, {"aside/more/mine.txt": GOOD})
    ended = run("quarantine", "--restore", "aside")
    assert ended.code == 1
    assert "1 file in aside that the manifest does not list" in ended.err
    assert set(articles(folder)) == {"a.txt", "aside/more/mine.txt"}


def test_a_file_that_is_nowhere_is_reported_once(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": OTHER})
    run("check", "--quarantine", "aside", ".")
    (folder / "aside/a.txt").unlink()
    ended = run("quarantine", "--restore", "aside")
    assert ended.code == 1
    assert "a.txt: is no longer in the quarantine; its row is removed" in ended.err
    assert set(read(folder)) == {"b.txt"}


@pytest.mark.parametrize(
    ("folder_name", "message"),
    [("in", "in: is not a quarantine"), ("gone", "gone: does not exist")],
)
def test_what_is_not_a_quarantine_is_reported(folder_name: str, message: str, folder: Path) -> None:
    write(folder, {"in/a.txt": LOOSE})
    for more in ((), ("--restore",)):
        ended = run("quarantine", folder_name, *more)
        assert (ended.code, ended.out) == (2, "")
        assert message in ended.err


# ------------------------------------------------------------------------------ what is not trusted


def row(path: object, digest: object = DIGEST) -> str:
    return json.dumps({"path": path, "sha256": digest, "findings": []})


DAMAGED: dict[str, str | bytes] = {
    "not JSON": "{",
    "deep": "[" * 100_000,
    "a list": "[]",
    "no path": "{}",
    "no digest": row("a.txt", None),
    "a short digest": row("a.txt", "0"),
    "climbing": row("../out.txt"),
    "climbing in the middle": row("in/../../out.txt"),
    "absolute": row("/tmp/out.txt"),
    "empty": row(""),
    "empty parts": row("in//a.txt"),
    "a dot": row("./a.txt"),
    "NUL": row("a\0.txt"),
    "git": row(".git/hooks/post-checkout"),
    "git in capitals": row("deep/.GIT/hooks/post-checkout"),
    "git by its short name": row("git~1/hooks/post-checkout"),
    "the undo journal": row(".corpusfmt/undo/9/x.journal"),
    "the manifest": row("manifest.jsonl"),
    "the marker": row(MARKER),
    "bytes": b"\xff\xfe",
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_row_is_named_and_the_others_are_served(name: str, folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": OTHER})
    run("check", "--quarantine", "aside", ".")
    line = DAMAGED[name]
    damaged = line if isinstance(line, bytes) else line.encode()
    manifest = folder / "aside/manifest.jsonl"
    manifest.write_bytes(manifest.read_bytes().replace(b"\n", b"\n" + damaged + b"\n", 1))
    ended = run("quarantine", "--restore", "aside")
    assert ended.code == 2
    assert "corpusfmt: aside/manifest.jsonl:2: " in ended.err
    assert "2 files moved back" in ended.err
    assert set(articles(folder)) == {"a.txt", "b.txt"}
    assert manifest.read_bytes() == damaged + b"\n"
    assert sorted(os.listdir(folder.parent)) == ["project"]


def test_no_link_leads_out_of_the_root_or_the_quarantine(folder: Path) -> None:
    write(folder, {"in/a.txt": LOOSE, "in/b.txt": OTHER, "in/c/c.txt": WESTERN})
    run("check", "--quarantine", "aside", "in")
    outside = write(folder.parent / "outside", {"secret.txt": "secret"})
    (folder / "aside/in/b.txt").unlink()
    os.symlink(outside / "secret.txt", folder / "aside/in/b.txt")
    os.rmdir(folder / "in/c")
    os.symlink(outside, folder / "in/c")
    ended = run("quarantine", "--restore", "--force", "aside")
    assert ended.code == 1
    assert "in/b.txt: is, or is below, a symbolic link in the quarantine" in ended.err
    assert "in/c/c.txt: " in ended.err
    assert read(outside) == {"secret.txt": b"secret"}
    assert set(articles(folder)) >= {"in/a.txt", "aside/in/c/c.txt"}


def test_a_folder_in_the_quarantine_that_is_a_link_is_not_followed(folder: Path) -> None:
    write(folder, {"in/a.txt": LOOSE, "b.txt": OTHER})
    run("check", "--quarantine", "aside", ".")
    outside = folder.parent / "outside"
    (folder / "aside/in").rename(outside)
    os.symlink(outside, folder / "aside/in")
    ended = run("quarantine", "--restore", "--force", "aside")
    assert ended.code == 1
    assert "in/a.txt: is, or is below, a symbolic link in the quarantine" in ended.err
    assert read(outside) == {"a.txt": LOOSE.encode()}


def test_no_link_in_the_quarantine_leads_out_when_files_are_moved_there(folder: Path) -> None:
    write(folder, {"in/a.txt": LOOSE, "b.txt": OTHER, "outside/x": ""})
    run("check", "--quarantine", "aside", "b.txt")
    os.symlink("../outside", folder / "aside/in")
    ended = run("check", "--quarantine", "aside", "in")
    assert ended.code == 2
    assert "in/a.txt: not moved: aside/in is, or is below, a symbolic link" in ended.err
    assert set(read(folder / "outside")) == {"x"}


@needs_posix
@pytest.mark.parametrize("name", [MARKER, "manifest.jsonl"])
def test_a_marker_or_manifest_that_is_a_link_or_pipe_is_not_read(name: str, folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": OTHER})
    run("check", "--quarantine", "aside", "a.txt")
    path = folder / "aside" / name
    path.rename(folder / "kept")
    makers: list[Callable[[], None]] = [
        lambda: os.symlink("../kept", path),
        lambda: os.mkfifo(path),
        path.mkdir,
    ]
    for make in makers:
        make()
        for words in (("quarantine", "aside"), ("check", "--quarantine", "aside", "b.txt")):
            ended = run(*words)
            assert ended.code == 2
            assert f"aside/{name}: is " in ended.err
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
    assert (folder / "b.txt").exists()


def test_the_root_that_a_marker_names_is_believed_below_the_settings_only(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    run("check", "--quarantine", "aside", "a.txt")
    for root in ("../..", "/", str(folder.parent)):
        (folder / "aside" / MARKER).write_text(
            json.dumps({"corpusfmt-quarantine": 1, "root": root})
        )
        ended = run("quarantine", "--restore", "aside")
        assert ended.code == 2
        assert "which is outside of" in ended.err
    assert sorted(os.listdir(folder.parent)) == ["project"]


# ---------------------------------------------------------------------------------- what is killed

KILLED = """
import os, signal, sys
import corpusfmt.project.quarantine.{module} as module
from corpusfmt.cli.main import main
original = module.{name}
calls = 0
def killed(*arguments):
    global calls
    calls += 1
    if calls == 2:
        {before}
        os.kill(os.getpid(), signal.SIGKILL)
    return original(*arguments)
module.{name} = killed
main(sys.argv[1:])
"""

MOMENTS = {
    "before the row": ("_append", ""),
    "in the row": ("_append", "open('aside/manifest.jsonl', 'ab').write(b'{\"path\": \"b')"),
    "before the move": ("move", ""),
    "after the move": ("move", "original(*arguments)"),
    "after the copy to another disk": ("move", "open(arguments[1], 'wb').write(arguments[2])"),
}


def killed(module: str, name: str, before: str, *words: str) -> None:
    name = f"Quarantine.{name}" if name.startswith("_") else name
    script = KILLED.format(module=module, name=name, before=before)
    done = subprocess.run(
        (sys.executable, "-c", script, *words),
        env=ENVIRONMENT,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr


@needs_posix
@pytest.mark.slow
@pytest.mark.program
@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("again", [True, False])
def test_a_killed_run_loses_and_doubles_nothing(moment: str, again: bool, folder: Path) -> None:
    files: dict[str, str | bytes] = {"in/a.txt": LOOSE, "in/b.txt": OTHER, "in/c.txt": WESTERN}
    before = read(write(folder, files))
    killed("folder", *MOMENTS[moment], "check", "--quarantine", "aside", "in")
    assert set(articles(folder).values()) >= set(before.values())
    if again:
        ended = run("check", "--quarantine", "aside", ".")
        assert ended.code == 0, ended.err
        assert set(articles(folder)) == {f"aside/{name}" for name in files}
    ended = run("quarantine", "--restore", "aside")
    assert ended.code == 0, ended.err
    assert articles(folder) == before
    assert not (folder / "aside").exists()


@needs_posix
@pytest.mark.program
@pytest.mark.parametrize("moment", [name for name in MOMENTS if "move" in name or "copy" in name])
def test_a_killed_restore_loses_and_doubles_nothing(moment: str, folder: Path) -> None:
    files: dict[str, str | bytes] = {"in/a.txt": LOOSE, "in/b.txt": OTHER, "in/c.txt": WESTERN}
    before = read(write(folder, files))
    run("check", "--quarantine", "aside", "in")
    killed("restore", *MOMENTS[moment], "quarantine", "--restore", "aside")
    assert set(articles(folder).values()) >= set(before.values())
    ended = run("quarantine", "--restore", "aside")
    assert ended.code == 0, ended.err
    assert articles(folder) == before
    assert not (folder / "aside").exists()
