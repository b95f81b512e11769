"""Files of a git revision, which need not be on the disk."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.command_line import CLEAN, LOOSE, read, run, write


def git(*words: str) -> None:
    names = ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL")
    identity = dict.fromkeys(names, "x@example")
    subprocess.run(("git", *words), check=True, capture_output=True, env=os.environ | identity)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository whose last commit differs from its files."""
    monkeypatch.chdir(tmp_path)
    git("init", "--quiet", ".")
    old = {
        "in/a.txt": LOOSE,
        "in/deep/b.txt": LOOSE,
        "in/c.bin": "x",
        "in/.hidden/d.txt": LOOSE,
        "in/e.jsonl": "{}",
        "big.txt": "x" * 5000,
    }
    write(tmp_path, old)
    os.symlink("a.txt", "in/link.txt")
    git("add", "--all")
    git("commit", "--quiet", "-m", "old")
    for path in ("in/a.txt", "in/deep/b.txt"):
        Path(path).unlink()
    return write(tmp_path, {"in/new.txt": LOOSE, "in/.hidden/d.txt": CLEAN})


def changed(*words: str) -> list[str]:
    out = run("fmt", "--check", *words).out
    return [line.partition(":")[0] for line in out.splitlines()]


def test_the_files_of_a_revision_are_read(folder: Path) -> None:
    before = read(folder)
    assert changed("--git", "HEAD", "in") == ["in/a.txt", "in/deep/b.txt"]
    assert changed("--git", "HEAD", "in/deep/", "in/a.txt") == ["in/deep/b.txt", "in/a.txt"]
    assert changed("--git", "HEAD") == ["big.txt", "in/a.txt", "in/deep/b.txt"]
    assert changed("--git", "HEAD", "in/**/b.txt", "./in/?.txt") == ["in/deep/b.txt", "./in/a.txt"]
    assert changed("in") == ["in/new.txt"]
    assert read(folder) == before


def test_paths_are_relative_to_the_current_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder / "in")
    assert changed("--git", "HEAD") == ["a.txt", "deep/b.txt"]
    assert changed("--git", "HEAD", "..") == ["../big.txt", "../in/a.txt", "../in/deep/b.txt"]
    assert changed("--git", "HEAD", str(folder / "in/a.txt")) == [f"{folder}/in/a.txt"]


def test_what_is_skipped_is_counted() -> None:
    ended = run("check", "--git", "HEAD", "in")
    assert "in/a.txt:5:1: warning: " in ended.out
    skipped = "1 hidden folder, 2 not matched by include (*.txt, *.md), 1 symbolic link"
    assert f"corpusfmt: checked 2 files (skipped: {skipped}): " in ended.err


def test_named_files_that_are_not_read_are_reported(folder: Path) -> None:
    write(folder, {"corpusfmt.toml": "[inputs]\nmax-member-bytes = 4000\n"})
    ended = run("check", "--git", "HEAD", "big.txt", "in/link.txt", "in/e.jsonl", "in/new.txt")
    assert ended.code == 2
    assert "big.txt: has 5,000 bytes; a member may have 4,000 bytes" in ended.err
    assert "in/link.txt: is a symbolic link, not a file" in ended.err
    assert "in/e.jsonl: is an archive in a git revision, and is not read" in ended.err
    assert "in/new.txt: does not exist in this revision" in ended.err


def test_a_path_that_is_not_in_the_revision_is_reported_once() -> None:
    ended = run("check", "--git", "HEAD", "in/new.txt")
    assert ended == (2, "", "corpusfmt: in/new.txt: does not exist in this revision\n")


def test_findings_of_corpus_rules_have_their_places() -> None:
    long = "The same long text is in both of the articles here. " * 20
    write(Path(), {f"{name}.txt": f"# {name}\n\n\n\n{long}\n" for name in ("One", "Two")})
    git("add", "One.txt", "Two.txt")
    git("commit", "--quiet", "-m", "two")
    Path("One.txt").unlink()
    Path("Two.txt").unlink()
    select = ("check", "--select", "duplicate-body", "--report", "concise")
    assert "Two.txt:5:1: warning: " in run(*select, "--git", "HEAD", "One.txt", "Two.txt").out


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("fmt", "--git", "HEAD"), "--git: fmt writes files on the disk only"),
        (("check", "--fix", "--git", "HEAD"), "--git: --fix writes files on the disk only"),
        (("check", "--git", "absent"), "--git: unknown revision 'absent' in "),
        (("check", "--git=-x"), "--git: '-x' is not a revision"),
        (("check", "--git", "HEAD", "-"), "--git cannot be used with the path -"),
        (
            ("check", "--git", "HEAD", "--changed-since", "HEAD"),
            "--changed-since cannot be used with --git",
        ),
        (("check", "--git", "HEAD", ".."), "..: is outside of the repository"),
    ],
)
def test_what_cannot_be_read_is_reported(words: tuple[str, ...], reason: str) -> None:
    ended = run(*words)
    assert ended.code == 2
    assert ended.err.startswith(f"corpusfmt: {reason}")


def test_there_must_be_a_repository(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("none"))
    ended = run("check", "--git", "HEAD")
    assert ended.err == "corpusfmt: --git: the current folder is not in a git repository\n"
