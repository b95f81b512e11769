"""Paths become the files a run reads."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from corpusfmt.config.settings import Settings
from corpusfmt.files.discovery import Selection, select
from corpusfmt.files.globs import GlobError
from tests.systems import needs_posix

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder outside of any work tree, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def touch(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).touch()


def choose(
    *paths: str, include: Sequence[str] | None = None, exclude: tuple[str, ...] = ()
) -> Selection:
    return select(paths, Settings(os.getcwd(), exclude=exclude), include)


@pytest.mark.parametrize(
    ("paths", "files"),
    [(["."], ("./-", "a")), (["./-", "."], ("./-", "a")), (["-", "."], ("-", "./-", "a"))],
)
def test_a_file_named_as_the_standard_input_is_a_file(
    paths: list[str], files: tuple[str, ...]
) -> None:
    touch("-", "a")
    assert choose(*paths, include=["*"]).files == files


@pytest.mark.parametrize(
    ("paths", "files"),
    [
        ([], ()),
        (["b.txt", "a.txt"], ("b.txt", "a.txt")),
        (["a.txt", "a.txt", "./a.txt", "x/../a.txt"], ("a.txt",)),
        (["./a.txt", "a.txt"], ("a.txt",)),
        (["-", "a.txt", "-"], ("-", "a.txt")),
        (["."], ("a.txt", "b.txt", "x/c.md", "x/y/d.txt")),
        (["./"], ("a.txt", "b.txt", "x/c.md", "x/y/d.txt")),
        (["x"], ("x/c.md", "x/y/d.txt")),
        (["x//"], ("x/c.md", "x/y/d.txt")),
        (["./x"], ("./x/c.md", "./x/y/d.txt")),
        (["x/y", "x"], ("x/y/d.txt", "x/c.md")),
        (["x/../x/y"], ("x/../x/y/d.txt",)),
        (["b.txt", "."], ("b.txt", "a.txt", "x/c.md", "x/y/d.txt")),
        (["x/data.bin", ".hidden/h.txt"], ("x/data.bin", ".hidden/h.txt")),
        ([".hidden"], (".hidden/h.txt",)),
    ],
)
def test_files_keep_the_order_they_are_named_in(paths: list[str], files: tuple[str, ...]) -> None:
    touch(
        "b.txt", "a.txt", "x/c.md", "x/y/d.txt", "x/data.bin", ".hidden/h.txt", "node_modules/n.txt"
    )
    selection = choose(*paths)
    assert selection.files == files
    assert selection.missing == ()


def test_absolute_paths_stay_absolute(folder: Path) -> None:
    touch("x/a.txt")
    assert choose(str(folder)).files == (f"{folder}/x/a.txt",)
    assert (
        choose(str(folder), "x").files == choose("x", str(folder)).files == ("x/a.txt",)
    )  # the shorter name


def test_a_folder_is_sorted_by_path() -> None:
    touch("b.txt", "a/z.txt", "a-b/y.txt", "B.txt", "a.txt")
    assert choose(".").files == ("B.txt", "a-b/y.txt", "a.txt", "a/z.txt", "b.txt")


@needs_posix
def test_what_is_skipped_is_counted() -> None:
    touch(
        "a.txt",
        "b.bin",
        "c.bin",
        "no.txt",
        ".git/x.txt",
        ".venv/y.txt",
        "__pycache__/z.txt",
        "drafts/1.txt",
    )
    os.symlink("a.txt", "again.txt")
    os.symlink("nothing", "dead.txt")
    os.symlink("circle.txt", "circle.txt")
    os.symlink("drafts", "link")
    os.mkfifo("pipe.txt")
    selection = choose("a.txt", ".", exclude=("no*", "drafts/"))
    assert selection.files == ("a.txt",)
    assert dict(selection.skipped) == {
        "already named": 2,
        "excluded": 2,
        "folder of a tool": 1,
        "hidden folder": 2,
        "not a regular file": 1,
        "not matched by include (*.txt, *.md)": 2,
        "symbolic link to a folder": 1,
        "broken symbolic link": 2,
    }


@pytest.mark.parametrize(
    ("include", "exclude", "files"),
    [
        (("*.txt",), (), ("a.txt", "md.md/b.txt", "x/c.txt")),
        (("*.md",), (), ("x/d.md",)),
        (("x/*.txt",), (), ("x/c.txt",)),
        (("x/",), (), ("x/c.txt", "x/d.md")),
        (("*", "!*.md"), (), ("a.txt", "md.md/b.txt", "x/c.txt")),
        (("*",), ("x",), ("a.txt", "md.md/b.txt")),
        (("*",), ("/x/c.*",), ("a.txt", "md.md/b.txt", "x/d.md")),
        (("*",), ("x/", "!x/c.txt"), ("a.txt", "md.md/b.txt")),
        (("*",), ("x/*", "!x/c.txt"), ("a.txt", "md.md/b.txt", "x/c.txt")),
        ((), (), ()),
    ],
)
def test_patterns_select_files(
    include: tuple[str, ...], exclude: tuple[str, ...], files: tuple[str, ...]
) -> None:
    touch("a.txt", "md.md/b.txt", "x/c.txt", "x/d.md")
    assert choose(".", include=None, exclude=exclude).files == choose(".", exclude=exclude).files
    assert select(["."], Settings(os.getcwd(), None, include, exclude)).files == files
    assert choose(".", include=include, exclude=exclude).files == files


def test_named_files_are_selected_regardless_of_patterns() -> None:
    touch("x/a.txt", "b.bin")
    assert choose("x/a.txt", "b.bin", exclude=("x/", "*")).files == ("x/a.txt", "b.bin")


def test_patterns_are_relative_to_the_settings(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    touch("x/y/a.txt", "x/b.txt")
    settings = Settings(str(folder), None, exclude=("/x/y",))
    monkeypatch.chdir("x")
    assert select(["."], settings).files == ("b.txt",)
    assert select(["y"], settings) == Selection(skipped=(("excluded", 1),))
    assert select([".."], settings).files == ("../x/b.txt",)


def test_the_root_may_have_two_names(folder: Path) -> None:
    touch("real/x/a.txt", "real/x/b.txt")
    os.symlink("real", "other")
    assert select(["real/x"], Settings(str(folder / "other"), None, exclude=("/x/a.*",))).files == (
        "real/x/b.txt",
    )


def test_outside_the_root_patterns_are_relative_to_the_named_folder(folder: Path) -> None:
    touch("inside/a.txt", "outside/x/a.txt", "outside/b.txt")
    assert select(["outside"], Settings(str(folder / "inside"), None, exclude=("/x",))).files == (
        "outside/b.txt",
    )


def test_invalid_patterns_are_errors() -> None:
    with pytest.raises(GlobError):
        choose(".", include=("[z-a]",))


def test_missing_paths_have_a_reason() -> None:
    touch("a.txt")
    os.symlink("nothing", "dead")
    assert choose("absent.txt", "a.txt", "a.txt/b", "dead", "nul\0", "", "absent.txt") == Selection(
        files=("a.txt",),
        missing=(
            ("absent.txt", "does not exist"),
            ("a.txt/b", "is below a path that is not a folder"),
            ("dead", "is a broken symbolic link"),
            ("nul\0", "is not a valid file name"),
            ("", "does not exist"),
        ),
    )


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read every folder"
)
def test_forbidden_folders_are_missing() -> None:
    touch("x/secret/a.txt", "x/b.txt")
    os.chmod("x/secret", 0)
    selection = choose("x")
    os.chmod("x/secret", 0o700)
    assert (selection.files, selection.missing) == (
        ("x/b.txt",),
        (("x/secret", "permission denied"),),
    )


def test_links_are_read_inside_the_folder_only() -> None:
    touch("x/data/a.raw", "x/b.txt", "outside.txt")
    os.symlink("data/a.raw", "x/a.txt")
    os.symlink("b.txt", "x/a-link-to-b.txt")
    os.symlink("../outside.txt", "x/c.txt")
    selection = choose("x")
    assert selection.files == ("x/a.txt", "x/b.txt")
    assert dict(selection.skipped)["symbolic link out of the folder"] == 1
    assert choose("x/c.txt").files == ("x/c.txt",)


@pytest.mark.parametrize("paths", [["."], [".", "x"]])
def test_links_to_one_file_are_one_file(paths: list[str]) -> None:
    touch("x/found.txt", ".hidden/a.txt", "drafts/b.txt", "x/c.raw")
    for target, links in {
        "x/found.txt": ("1.txt", "z/long-name.txt"),
        ".hidden/a.txt": ("z/2.txt", "2.txt", "y.txt"),
        "drafts/b.txt": ("3.txt", "4.txt"),
        "x/c.raw": ("x/5.txt",),
    }.items():
        for link in links:
            touch(link)
            os.unlink(link)
            os.symlink(os.path.abspath(target), link)
    selection = choose(*paths, exclude=("drafts/",))
    assert selection.files == ("2.txt", "3.txt", "x/5.txt", "x/found.txt")
    named_again = 0 if paths == ["."] else 2
    assert dict(selection.skipped)["already named"] == 5 + named_again


def test_a_folder_may_be_named_by_a_link() -> None:
    touch("x/a.txt")
    os.symlink("x", "link")
    assert choose("link").files == ("link/a.txt",)
    assert choose("link", "x").files == choose("x", "link").files == ("x/a.txt",)


@pytest.mark.skipif(sys.platform != "linux", reason="this system's file names are Unicode")
def test_names_that_are_not_utf8_survive(folder: Path) -> None:
    Path(os.fsdecode(b"caf\xe9.txt")).touch()
    (name,) = choose(".").files
    assert os.fsencode(name) == b"caf\xe9.txt"
    assert name.encode("utf-8", "backslashreplace") == b"caf\\udce9.txt"


@pytest.mark.slow
def test_folders_may_be_nested_deeply() -> None:
    deep = "/".join("d" * 1_100)  # deeper than Python's calls
    for count in range(1, len(deep) + 1, 2):
        os.mkdir(deep[:count])
    touch(f"{deep}/a.txt")
    files = choose(".").files
    os.unlink(f"{deep}/a.txt")
    os.removedirs(deep)  # what clears temporary folders away does recurse
    assert files == (f"{deep}/a.txt",)


def run_git(*arguments: str) -> None:
    subprocess.run(("git", *arguments), check=True, capture_output=True)


@needs_git
def test_what_git_ignores_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    run_git("init", "-q")
    names = (
        "kept.txt",
        "new/kept.txt",
        "new/a.log.txt",
        "build/a.txt",
        "x/żółć.log.txt",
        "tracked.log.txt",
    )
    touch(*names, "gone.txt")
    Path(".gitignore").write_text("build/\n*.log.txt\n", encoding="utf-8")
    run_git("add", "-f", "tracked.log.txt", "gone.txt")
    os.unlink("gone.txt")
    monkeypatch.setenv("GIT_DIR", "elsewhere")  # as in a hook
    selection = choose(".")
    assert selection.files == ("kept.txt", "new/kept.txt", "tracked.log.txt")
    assert dict(selection.skipped)["ignored by git"] == 3
    assert choose("new").files == ("new/kept.txt",)
    assert choose("new/a.log.txt").files == ("new/a.log.txt",)


@needs_git
def test_a_folder_that_git_ignores_may_be_named() -> None:
    run_git("init", "-q")
    touch("data/a.txt", "data/deep/b.txt")
    Path(".gitignore").write_text("data/\n", encoding="utf-8")
    assert choose(".").files == ()
    assert choose("data").files == ("data/a.txt", "data/deep/b.txt")
    assert choose("data/deep").files == ("data/deep/b.txt",)
    assert (
        choose("data").notes == choose("data/deep").notes == choose("data", "data/deep").notes == ()
    )


def test_without_git_nothing_is_ignored_and_nothing_reported(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    touch(".git/HEAD", "a.txt")
    Path(".gitignore").write_text("a.txt\n", encoding="utf-8")
    monkeypatch.setenv("PATH", "")
    assert choose(".") == Selection(
        files=("a.txt",),
        skipped=(("hidden folder", 1), ("not matched by include (*.txt, *.md)", 1)),
    )


@needs_git
def test_where_git_fails_nothing_is_ignored_and_the_reason_is_reported() -> None:
    touch(".git/HEAD", "a.txt", "b/c.txt")
    assert choose(".").files == ("a.txt", "b/c.txt")
    [note] = choose("b").notes
    assert note.startswith("b: could not read .gitignore rules (git failed: not a git repository")
    assert note.endswith("); checking all files")
