"""What ``corpusfmt split`` leaves: what cannot be split, and what undo cannot restore."""

import os
import stat
from pathlib import Path

import pytest

from tests.cli.test_split import PARTS, THREE, TWO
from tests.command_line import (
    CLEAN,
    WESTERN,
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


def test_a_file_that_is_not_utf_8_is_reported_and_the_others_are_split(folder: Path) -> None:
    western = WESTERN + b"\n" + THREE.encode("windows-1252")
    write(folder, {"a.txt": THREE, "b.txt": western, "c.txt": THREE.encode("utf-16")})
    ended = run("split", "--in-place", ".")
    assert ended.code == 1
    assert "b.txt:1:6: error: not split: byte E9 at offset 5 is not valid UTF-8" in ended.out
    assert "c.txt:1:1: error: not split: " in ended.out
    assert "1 split into 3 files, 2 not split" in ended.err
    assert read_articles(folder).keys() == PARTS.keys() | {"b.txt", "c.txt"}


def test_links_and_read_only_files_are_not_replaced(folder: Path) -> None:
    write(folder, {"real/a.txt": TWO, "b.txt": TWO})
    (folder / "link.txt").symlink_to("real/a.txt")
    before = read(folder)
    for words in (("--in-place",), ("--in-place", "--dry-run")):
        ended = run("split", *words, "link.txt")
        assert ended.code == 2
        reason = "file is a symbolic link; its target is not rewritten"
        assert f"link.txt: not split: {reason}" in ended.err
    assert run("split", "link.txt", "-o", "out").code == 0
    assert set(read(folder / "out")) == {"link-1.txt", "link-2.txt"}
    assert before.items() <= read(folder).items()


@pytest.mark.program
@pytest.mark.skipif(os.name != "posix", reason="other systems have no such modes")
def test_files_that_the_user_may_not_read_or_write_are_reported(folder: Path) -> None:
    write(folder, {"in/read-only.txt": TWO, "in/secret.txt": TWO})
    open_to_all(folder)
    (folder / "in").chmod(0o777)
    (folder / "in" / "read-only.txt").chmod(0o444)
    (folder / "in" / "secret.txt").chmod(0)
    ended = run_unprivileged("split", "--in-place", "in")
    assert ended.code == 2
    assert "in/read-only.txt: not split: file is read-only" in ended.err
    assert "in/secret.txt: permission denied" in ended.err
    assert "0 split, 1 not split, 1 not read" in ended.err


def test_a_file_that_changes_during_the_run_is_left(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, {"a.txt": THREE})

    def change(_: int) -> None:
        Path("a.txt").write_text("# Mine\n")

    monkeypatch.setattr(os, "fsync", change)  # while the journal is written
    ended = run("split", "--in-place", "a.txt")
    assert ended.code == 2
    assert "a.txt: not split: file changed during the run and was not written" in ended.err
    assert read_articles(folder) == {"a.txt": b"# Mine\n"}
    assert "nothing to undo" in run("undo").err


def test_a_failure_in_the_middle_leaves_the_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = os.link

    def fail(source: str, target: str) -> None:
        if target.endswith("a-2.txt"):
            raise KeyboardInterrupt
        whole(source, target)

    monkeypatch.setattr(os, "link", fail)
    write(folder, {"a.txt": THREE})
    for words in (("--in-place",), ("-o", "out")):
        assert run("split", *words, "a.txt").code == 130
        assert read_articles(folder) == {"a.txt": THREE.encode()}


# --- undo ----------------------------------------------------------------------------------------


def test_an_article_that_was_edited_is_not_removed(folder: Path) -> None:
    write(folder, {"a.txt": THREE, "b.txt": TWO})
    run("split", "--in-place", ".")
    write(folder, {"a-2.txt": "# Mine\n"})
    (folder / "b-1.txt").unlink()
    before = read_articles(folder)
    ended = run("undo")
    assert ended.code == 1
    assert "a.txt: a-2.txt was changed after the run; not restored" in ended.err
    after = read_articles(folder)
    assert after.pop("b.txt") == TWO.encode()
    before.pop("b-2.txt")
    assert after == before
    assert run("undo", "--force").code == 0
    assert read_articles(folder) == {"a.txt": THREE.encode(), "b.txt": TWO.encode()}


def test_a_new_file_of_the_same_name_is_not_overwritten(folder: Path) -> None:
    write(folder, {"a.txt": THREE})
    run("split", "--in-place", ".")
    write(folder, {"a.txt": "# Mine\n"})
    ended = run("undo")
    assert ended.code == 1
    assert "a.txt: was changed after the run; not restored" in ended.err
    assert read_articles(folder) == PARTS | {"a.txt": b"# Mine\n"}


def test_an_article_that_became_a_link_is_not_followed(folder: Path) -> None:
    write(folder, {"a.txt": THREE, "other/x.txt": CLEAN})
    run("split", "--in-place", "a.txt")
    (folder / "a-2.txt").unlink()
    (folder / "a-2.txt").symlink_to("other/x.txt")
    ended = run("undo", "--force")
    assert ended.code == 2
    assert "a.txt: a-2.txt is a symbolic link; its target is not rewritten" in ended.err
    assert read(folder / "other") == {"x.txt": CLEAN.encode()}
    assert not (folder / "a.txt").exists()


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such modes")
def test_the_articles_have_the_mode_of_their_file(folder: Path) -> None:
    write(folder, {"a.txt": TWO})
    (folder / "a.txt").chmod(0o600)
    run("split", "--in-place", "a.txt")
    assert stat.S_IMODE((folder / "a-1.txt").stat().st_mode) == 0o600
    run("undo")
    assert stat.S_IMODE((folder / "a.txt").stat().st_mode) == 0o600


def test_files_outside_of_the_project_are_split_without_a_record(folder: Path) -> None:
    write(folder, {"project/corpusfmt.toml": "", "a.txt": TWO})
    ended = run("split", "--in-place", "--config", "project/corpusfmt.toml", "a.txt")
    assert ended.code == 0
    assert "1 file outside of" in ended.err
    assert "was split; “corpusfmt undo” does not restore such files" in ended.err
    assert set(read_articles(folder)) == {"project/corpusfmt.toml", "a-1.txt", "a-2.txt"}
