"""``corpusfmt check --fix`` and ``corpusfmt undo``: fixes made, shown, and taken back."""

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
    PROGRAM,
    WESTERN,
    read,
    read_articles,
    run,
    write,
)

WORDS = "Words \ufffd that have findings.\n"
"""What a rule finds, and no fix repairs."""

MARKED = "\ufeff" + CLEAN.replace("\n", "\r\n")
"""An article with a byte-order mark and carriage returns."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_safe_fixes_are_made_until_nothing_is_left(folder: Path) -> None:
    write(folder, {"a.txt": MARKED, "b.txt": LOOSE, "c.txt": CLEAN, "d.txt": WESTERN})
    ended = run("check", "--fix", "--ignore", "level-5", "a.txt", "b.txt", "c.txt")
    assert (ended.code, ended.out) == (0, "")
    assert ended.err == "corpusfmt: checked 3 files: no findings left; 3 fixes made in 2 files\n"
    assert read_articles(folder) == {
        "a.txt": CLEAN.encode(),
        "b.txt": format(LOOSE).encode(),
        "c.txt": CLEAN.encode(),
        "d.txt": WESTERN,
    }


def test_what_is_not_utf_8_is_never_fixed(folder: Path) -> None:
    write(folder, {"a.txt": WESTERN + b"\n\n\n\n"})
    ended = run("check", "--fix", "--unsafe-fixes", "a.txt")
    assert ended.code == 1
    assert read(folder) == {"a.txt": WESTERN + b"\n\n\n\n"}


@pytest.mark.skipif(shutil.which("patch") is None, reason="patch is not installed")
def test_the_diff_is_a_patch_that_does_what_the_fix_does(folder: Path) -> None:
    write(folder, {"a.txt": MARKED, "b.txt": LOOSE, "clean.txt": CLEAN})
    ended = run("check", "--diff", "--ignore", "level-5", ".")
    assert ended.code == 1
    assert read(folder) == {
        "a.txt": MARKED.encode(),
        "b.txt": LOOSE.encode(),
        "clean.txt": CLEAN.encode(),
    }
    assert "fixes shown in 2 files" in ended.err
    subprocess.run(
        ("patch", "--quiet", "-p0", "--binary"), input=ended.out.encode(), cwd=folder, check=True
    )
    patched = read(folder)
    write(folder, {"a.txt": MARKED, "b.txt": LOOSE})
    run("check", "--fix", ".")
    assert read_articles(folder) == patched


FOREIGN = (
    "# Año nuevo\n\n\n\nEl presidente anunció que la ley se firmará mañana. ¿Habrá votación?\n"
)
"""An article in letters that windows-1252 has."""


@pytest.mark.parametrize("encoding", ["windows-1252", "utf-16"])
def test_a_file_in_another_encoding_is_rewritten_with_the_option(
    folder: Path, encoding: str
) -> None:
    before = FOREIGN.encode(encoding)
    write(folder, {"a.txt": before})
    assert run("check", "--fix", "a.txt").code == 1
    assert read(folder) == {"a.txt": before}
    ended = run("check", "--fix", "--unsafe-fixes", "a.txt")
    assert (ended.code, ended.out) == (0, "")
    assert read_articles(folder) == {"a.txt": FOREIGN.encode()}
    assert run("undo").code == 0
    assert read_articles(folder) == {"a.txt": before}


@pytest.mark.skipif(shutil.which("patch") is None, reason="patch is not installed")
def test_a_file_in_another_encoding_can_be_rewritten_by_the_patch(folder: Path) -> None:
    write(folder, {"a.txt": FOREIGN.encode("windows-1252")})
    patch = subprocess.run(
        (*PROGRAM, "check", "--unsafe-fixes", "--diff", "a.txt"),
        env=ENVIRONMENT,
        capture_output=True,
        check=False,
    ).stdout
    subprocess.run(("patch", "-p0"), input=patch, check=True, capture_output=True)
    assert read(folder) == {"a.txt": FOREIGN.encode()}


def test_nothing_to_fix_is_an_empty_diff(folder: Path) -> None:
    write(folder, {"a.txt": CLEAN})
    assert run("check", "--diff", ".")[:2] == (0, "")
    assert run("check", "--fix", ".")[:2] == (0, "")
    assert read(folder) == {"a.txt": CLEAN.encode()}


def test_the_standard_input_is_fixed_to_the_standard_output() -> None:
    ended = run("check", "--fix", "-", stdin=LOOSE.encode())
    assert (ended.code, ended.out) == (0, format(LOOSE))
    cut = CLEAN.encode()[:-2] + b"\x81\n"
    done = subprocess.run(
        (*PROGRAM, "check", "--fix", "-"),
        input=cut,
        env=ENVIRONMENT,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, cut)
    assert b"[invalid-utf8]" in done.stderr


def test_a_finding_says_whether_its_fix_is_safe_and_why(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    ended = run("check", "a.txt")
    assert "  safe fix: rewrite in canonical form (the document does not change)\n" in ended.out
    assert ended.err.endswith("corpusfmt: 1 finding can be fixed with --fix\n")


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="permissions do not bind this user"
)
def test_a_file_that_cannot_be_written_is_reported_and_stays(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": LOOSE})
    (folder / "a.txt").chmod(0o444)
    ended = run("check", "--fix", "--ignore", "level-5", ".")
    assert ended.code == 2
    assert "a.txt: not fixed: file is read-only" in ended.err
    assert (folder / "a.txt").read_text() == LOOSE
    assert (folder / "b.txt").read_text() == format(LOOSE)


def test_a_link_is_never_written_through(folder: Path) -> None:
    write(folder, {"real/a.txt": LOOSE})
    (folder / "link.txt").symlink_to("real/a.txt")
    ended = run("check", "--fix", "link.txt")
    assert ended.code == 2
    assert "link.txt: not fixed: file is a symbolic link; its target is not rewritten" in ended.err
    assert (folder / "real/a.txt").read_text() == LOOSE


GUESSED = "# Ferry\n\nBy Ana Lind\n\n05/03/2024\n\n\n\nText of the article.\n"
"""An article whose date could be two days: its fix is unsafe."""


def test_unsafe_fixes_alone_are_shown_and_not_made(folder: Path) -> None:
    """What is written into a corpus by a guess needs two options."""
    write(folder, {"a.txt": GUESSED, "b.txt": LOOSE})
    plain = run("check", ".")
    shown = run("check", "--unsafe-fixes", ".")
    assert shown == plain
    assert "  unsafe fix: " in shown.out
    assert shown.err.endswith(
        "1 finding can be fixed with --fix, 1 more with --fix --unsafe-fixes\n"
    )
    assert read(folder) == {"a.txt": GUESSED.encode(), "b.txt": LOOSE.encode()}
    patch = run("check", "--diff", "--unsafe-fixes", ".")
    assert "+May 03, 2024\n" in patch.out
    assert "+May 03, 2024\n" not in run("check", "--diff", ".").out
    assert read(folder) == {"a.txt": GUESSED.encode(), "b.txt": LOOSE.encode()}
    safe = run("check", "--fix", ".")
    assert safe.err.endswith("1 finding can be fixed with --fix --unsafe-fixes\n")
    assert read(folder)["a.txt"] == GUESSED.encode()
    assert "can be fixed" not in run("check", "--fix", "--unsafe-fixes", ".").err
    assert b"\nMay 03, 2024\n" in read(folder)["a.txt"]


def test_what_means_no_character_is_never_written(folder: Path) -> None:
    text = CLEAN.replace("Text", "Text &#x0; &#xD800; &#1114112; &#xFFFE; &amp;#0;")
    write(folder, {"a.txt": text})
    run("check", "--fix", "--unsafe-fixes", "a.txt")
    assert "\ufffd" not in (folder / "a.txt").read_text()
    assert "#x0;" in (folder / "a.txt").read_text()


def test_fixing_and_setting_aside_are_two_runs(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    assert run("check", "--fix", "--quarantine", "aside", ".").code == 2
    assert read(folder) == {"a.txt": LOOSE.encode()}


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_a_name_with_a_line_feed_is_quoted_in_a_patch(folder: Path) -> None:
    write(folder, {"a\nb.txt": LOOSE})
    patch = run("check", "--diff", ".").out
    assert patch.startswith('--- "a\\012b.txt"\n+++ "a\\012b.txt"\n')
    subprocess.run(("git", "apply", "-p0"), input=patch.encode(), cwd=folder, check=True)
    assert (folder / "a\nb.txt").read_text() == format(LOOSE)


def test_a_run_that_fixes_goes_on_without_a_reader(folder: Path) -> None:
    write(folder, {f"{number:03}.txt": LOOSE + f"\n{number} {WORDS}" for number in range(60)})
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as stdout:
        words = (
            "check",
            "--fix",
            "--unsafe-fixes",
            "--report",
            "json=out.json",
            "--report",
            "text",
            ".",
        )
        done = subprocess.run(
            (*PROGRAM, *words), stdout=stdout, stderr=subprocess.PIPE, env=ENVIRONMENT, check=False
        )
    assert done.returncode == 2
    assert b"the standard output could not be written: the reading process has ended" in done.stderr
    assert (folder / "out.json").exists()
    assert all(
        data.decode() == format(data.decode())
        for name, data in read_articles(folder).items()
        if name.endswith("txt")
    )
