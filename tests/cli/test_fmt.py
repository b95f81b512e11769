"""``corpusfmt fmt``: every file made canonical, or not rewritten and the reason reported."""

import errno
import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from corpusfmt.api.articles import format
from corpusfmt.syntax.roundtrip import RoundTripError
from tests.command_line import (
    CLEAN,
    LOOSE,
    NOBODY,
    WESTERN,
    open_to_all,
    read,
    read_articles,
    run,
    run_unprivileged,
    write,
)

KEPT = {
    "western.txt": WESTERN,
    "nul.txt": b"# T\n\n\n\nx\0y\n",
    "c1.txt": "# T\n\n\n\nx\x93y\n".encode(),
    "utf-16.txt": LOOSE.encode("utf-16"),
    "cut.txt": "# T\n\n\n\ncaf\u00e9".encode()[:-1],
    "binary.txt": bytes(range(256)),
}
"""Files that cannot be kept whole."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_files_become_canonical_and_stay_so(folder: Path) -> None:
    write(
        folder,
        {
            "a.txt": LOOSE,
            "b/c.md": "\ufeff" + LOOSE.replace("\n", "\r\n"),
            "d.txt": CLEAN,
            "e.csv": LOOSE,
        },
    )
    first = run("fmt", ".")
    assert (first.code, first.out) == (0, "")
    assert "2 rewritten, 1 already canonical" in first.err
    canonical = format(LOOSE).encode()
    assert read_articles(folder) == {
        "a.txt": canonical,
        "b/c.md": canonical,
        "d.txt": CLEAN.encode(),
        "e.csv": LOOSE.encode(),
    }
    second = run("fmt", ".")
    assert second.code == 0
    assert "0 rewritten, 3 already canonical" in second.err


@pytest.mark.parametrize("words", [("--check",), ("--diff",), ("--check", "--diff")])
def test_showing_what_would_change_changes_nothing(words: tuple[str, ...], folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": CLEAN, **KEPT})
    before = read(folder)
    ended = run("fmt", *words, ".")
    assert ended.code == 1
    assert "1 would be rewritten" in ended.err
    assert "a.txt" in ended.out
    assert "b.txt" not in ended.out
    assert read(folder) == before


def test_a_canonical_file_has_nothing_to_show(folder: Path) -> None:
    write(folder, {"a.txt": CLEAN})
    for words in ((), ("--check",), ("--diff",)):
        ended = run("fmt", *words, "a.txt")
        assert (ended.code, ended.out) == (0, "")


def test_check_lists_the_files_that_would_change(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": CLEAN, "c.txt": LOOSE})
    assert run("fmt", "--check", ".").out == "a.txt: not canonical\nc.txt: not canonical\n"


@pytest.mark.skipif(shutil.which("patch") is None, reason="patch is not installed")
@pytest.mark.parametrize(
    "text",
    [
        LOOSE,
        LOOSE.rstrip("\n"),
        LOOSE.replace("\n", "\r\n"),
        "\ufeff" + LOOSE,
        "# Caf\u00e9 \u201cquoted\u201d\n\nBy A  B\n\ntext\u2028text\x0cmore\u0085text",
        "\n\n\n",
    ],
    ids=["loose", "no line feed at the end", "CRLF", "BOM", "other line breaks", "nothing"],
)
@pytest.mark.parametrize("name", ["a.txt", "two words.txt", "d/caf\u00e9.txt"])
def test_the_diff_is_a_patch_that_makes_the_file_canonical(
    text: str, name: str, folder: Path
) -> None:
    write(folder, {name: text})
    shown = run("fmt", "--diff", name)
    assert shown.code == 1
    subprocess.run(
        ["patch", "--binary", "-p0"],
        input=shown.out.encode(),
        check=True,
        capture_output=True,
        cwd=folder,
    )
    assert (folder / name).read_bytes() == format(text).encode()


@pytest.mark.parametrize("name", KEPT)
def test_a_file_that_cannot_be_kept_whole_is_left_alone_and_the_reason_reported(
    name: str, folder: Path
) -> None:
    write(folder, {name: KEPT[name], "zz.txt": LOOSE})
    ended = run("fmt", ".")
    assert ended.code == 1
    assert f"{name}:" in ended.out
    assert ": error: not rewritten: " in ended.out
    assert "1 rewritten, 0 already canonical, 1 not rewritten" in ended.err
    assert read_articles(folder) == {name: KEPT[name], "zz.txt": format(LOOSE).encode()}


def test_a_text_whose_proof_fails_is_left_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> str:
        raise RoundTripError("it would not come back")

    monkeypatch.setattr("corpusfmt.run.format_file.write_reading", fail)
    write(folder, {"a.txt": LOOSE})
    ended = run("fmt", "a.txt")
    assert ended.code == 2
    assert "a.txt: not written: it would not come back" in ended.err
    assert read(folder) == {"a.txt": LOOSE.encode()}


def test_a_file_keeps_its_mode_and_leaves_nothing_beside_it(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    (folder / "a.txt").chmod(0o640)
    assert run("fmt", "a.txt").code == 0
    assert stat.S_IMODE((folder / "a.txt").stat().st_mode) == 0o640
    assert sorted(os.listdir(folder)) == [".corpusfmt", "a.txt"]


def test_no_link_is_followed_out(folder: Path) -> None:
    write(folder, {"outside/a.txt": LOOSE, "inside/b.txt": LOOSE})
    os.symlink("../outside/a.txt", folder / "inside/link.txt")
    in_folder = run("fmt", "inside")
    assert in_folder.code == 0
    assert "1 symbolic link out of the folder" in in_folder.err
    named = run("fmt", "inside/link.txt")
    assert named.code == 2
    assert (
        "inside/link.txt: not written: file is a symbolic link; its target is not rewritten"
        in named.err
    )
    assert (folder / "outside/a.txt").read_text() == LOOSE
    assert (folder / "inside/link.txt").is_symlink()


def test_a_file_that_cannot_be_written_stays_and_the_others_go_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = os.replace

    def fill_up(source: str, target: str) -> None:
        if target == "a.txt":
            raise OSError(errno.ENOSPC, "full")
        replace(source, target)

    monkeypatch.setattr(os, "replace", fill_up)
    write(folder, {"a.txt": LOOSE, "b.txt": LOOSE})
    ended = run("fmt", ".")
    assert ended.code == 2
    assert "a.txt: not written: no space left on the disk" in ended.err
    assert "1 rewritten, 0 already canonical, 1 not written" in ended.err
    assert read_articles(folder) == {"a.txt": LOOSE.encode(), "b.txt": format(LOOSE).encode()}


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions of a POSIX system")
@pytest.mark.parametrize(
    ("locked", "mode", "reason"),
    [
        ("a.txt", 0o444, "a.txt: not written: file is read-only"),
        (".", 0o555, "a.txt: not written: permission denied"),
        ("a.txt", 0o000, "a.txt: permission denied"),
    ],
)
def test_what_is_read_only_stays(locked: str, mode: int, reason: str, folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    if os.geteuid() == 0:
        for path in (folder, folder / "a.txt"):
            os.chown(path, NOBODY, NOBODY)
    open_to_all(folder)
    (folder / locked).chmod(mode)
    ended = run_unprivileged("fmt", "a.txt")
    (folder / locked).chmod(0o755)
    assert ended.code == 2
    assert reason in ended.err or "its journal" in ended.err
    assert read_articles(folder) == {"a.txt": LOOSE.encode()}


def test_the_standard_input_goes_to_the_standard_output() -> None:
    ended = run("fmt", "-", stdin=LOOSE.encode())
    assert (ended.code, ended.out) == (0, format(LOOSE))
    canonical = run("fmt", "-", stdin=CLEAN.encode())
    assert (canonical.code, canonical.out) == (0, CLEAN)


def test_a_standard_input_that_is_left_alone_comes_out_as_it_was() -> None:
    data = b"# T\n\n\n\nx\0y\n"
    ended = run("fmt", "--stdin-filename", "x.txt", "-", stdin=data)
    assert (ended.code, ended.out) == (1, data.decode())
    assert "x.txt:5:2: error: not rewritten: " in ended.err


@pytest.mark.parametrize("word", ["--check", "--diff"])
def test_the_standard_input_can_be_shown_only(word: str) -> None:
    ended = run("fmt", word, "--stdin-filename", "x.txt", "-", stdin=LOOSE.encode())
    assert ended.code == 1
    assert "x.txt" in ended.out
    assert format(LOOSE) not in ended.out
    assert run("fmt", word, "-", stdin=CLEAN.encode()).out == ""
