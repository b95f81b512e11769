"""``corpusfmt check --fix`` and ``corpusfmt undo``: fixes made, shown, and taken back."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from corpusfmt.api import format
from tests.command_line import CLEAN, ENVIRONMENT, LOOSE, PROGRAM, WESTERN, read, run, write

WORDS = "Words <div> that have findings.\n"
"""What a rule finds, and no fix mends."""

MARKED = "\ufeff" + CLEAN.replace("\n", "\r\n")
"""An article with a byte-order mark and carriage returns."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def articles(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in read(folder).items() if not name.startswith(".corpusfmt/")}


def test_safe_fixes_are_made_until_nothing_is_left(folder: Path) -> None:
    write(folder, {"a.txt": MARKED, "b.txt": LOOSE, "c.txt": CLEAN, "d.txt": WESTERN})
    ended = run("check", "--fix", "--ignore", "level-5", "a.txt", "b.txt", "c.txt")
    assert (ended.code, ended.out) == (0, "")
    assert ended.err == "corpusfmt: 3 files checked: nothing left to find; 3 fixes made in 2 files\n"
    assert articles(folder) == {
        "a.txt": CLEAN.encode(),
        "b.txt": format(LOOSE).encode(),
        "c.txt": CLEAN.encode(),
        "d.txt": WESTERN,
    }


def test_what_is_not_utf_8_is_never_fixed(folder: Path) -> None:
    write(folder, {"a.txt": WESTERN + b"\n\n\n\n"})
    ended = run("check", "--unsafe-fixes", "a.txt")
    assert ended.code == 1
    assert read(folder) == {"a.txt": WESTERN + b"\n\n\n\n"}


@pytest.mark.skipif(shutil.which("patch") is None, reason="patch is not installed")
def test_the_diff_is_a_patch_that_does_what_the_fix_does(folder: Path) -> None:
    write(folder, {"a.txt": MARKED, "b.txt": LOOSE, "clean.txt": CLEAN})
    ended = run("check", "--diff", "--ignore", "level-5", ".")
    assert ended.code == 1
    assert read(folder) == {"a.txt": MARKED.encode(), "b.txt": LOOSE.encode(), "clean.txt": CLEAN.encode()}
    assert "fixes shown in 2 files" in ended.err
    subprocess.run(("patch", "--quiet", "-p0", "--binary"), input=ended.out.encode(), cwd=folder, check=True)
    patched = read(folder)
    write(folder, {"a.txt": MARKED, "b.txt": LOOSE})
    run("check", "--fix", ".")
    assert articles(folder) == patched


def test_nothing_to_fix_is_an_empty_diff(folder: Path) -> None:
    write(folder, {"a.txt": CLEAN})
    assert run("check", "--diff", ".")[:2] == (0, "")
    assert run("check", "--fix", ".")[:2] == (0, "")
    assert read(folder) == {"a.txt": CLEAN.encode()}


def test_the_standard_input_is_fixed_to_the_standard_output() -> None:
    ended = run("check", "--fix", "-", stdin=LOOSE.encode())
    assert (ended.code, ended.out) == (0, format(LOOSE))
    cut = CLEAN.encode()[:-2] + b"\x81\n"
    done = subprocess.run((*PROGRAM, "check", "--fix", "-"), input=cut, env=ENVIRONMENT, capture_output=True)
    assert (done.returncode, done.stdout) == (1, cut)
    assert b"[invalid-utf8]" in done.stderr


def test_a_finding_says_whether_its_fix_is_safe_and_why(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    ended = run("check", "a.txt")
    assert "  fix (safe: the same document is read from it): write the canonical text\n" in ended.out
    assert ended.err.endswith("corpusfmt: 1 finding can be fixed with --fix\n")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_file_that_cannot_be_written_is_told_and_stays(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": LOOSE})
    (folder / "a.txt").chmod(0o444)
    ended = run("check", "--fix", "--ignore", "level-5", ".")
    assert ended.code == 2
    assert "a.txt: could not be fixed: is read-only" in ended.err
    assert (folder / "a.txt").read_text() == LOOSE
    assert (folder / "b.txt").read_text() == format(LOOSE)


def test_a_link_is_never_written_through(folder: Path) -> None:
    write(folder, {"real/a.txt": LOOSE})
    (folder / "link.txt").symlink_to("real/a.txt")
    ended = run("check", "--fix", "link.txt")
    assert ended.code == 2
    assert "link.txt: could not be fixed: is a symbolic link; its target is not rewritten" in ended.err
    assert (folder / "real/a.txt").read_text() == LOOSE


# ---------------------------------------------------------------------------------------------------- undo


def test_the_last_run_is_undone(folder: Path) -> None:
    before = {"a.txt": MARKED.encode(), "in/b.txt": LOOSE.encode(), "in/c.txt": CLEAN.encode()}
    write(folder, dict(before))
    run("check", "--fix", ".")
    assert articles(folder) != before
    ended = run("undo")
    assert (ended.code, ended.out, ended.err) == (0, "", "corpusfmt: 2 files put back\n")
    assert articles(folder) == before
    assert run("undo").code == 2


def test_a_file_that_was_changed_since_is_left_as_it_is(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": LOOSE, "c.txt": LOOSE})
    run("check", "--fix", ".")
    write(folder, {"a.txt": "# Mine\n"})
    (folder / "c.txt").unlink()
    ended = run("undo")
    assert ended.code == 1
    assert "a.txt: was changed after the run; it is left as it is" in ended.err
    assert ended.err.endswith("corpusfmt: 2 files put back; 1 file left alone, --force puts back what was changed\n")
    assert articles(folder) == {"a.txt": b"# Mine\n", "b.txt": LOOSE.encode(), "c.txt": LOOSE.encode()}
    assert run("undo").code == 1  # what was refused is not forgotten
    assert run("undo", "--force")[:2] == (0, "")
    assert articles(folder)["a.txt"] == LOOSE.encode()
    assert run("undo").code == 2


def test_only_the_last_run_that_wrote_something_counts(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    run("check", "--fix", ".")
    write(folder, {"b.txt": MARKED})
    run("check", "--fix", ".")
    run("check", "--fix", ".")  # writes nothing
    assert "1 file put back" in run("undo").err
    assert articles(folder) == {"a.txt": format(LOOSE).encode(), "b.txt": MARKED.encode()}
    assert "nothing to undo" in run("undo").err


def test_several_processes_keep_one_journal(folder: Path) -> None:
    before: dict[str, str | bytes] = {f"{number:03}.txt": LOOSE.encode() for number in range(150)}
    write(folder, before)
    run("check", "--fix", "--ignore", "level-5", "--jobs", "3", ".")
    assert set(articles(folder).values()) == {format(LOOSE).encode()}
    assert "150 files put back" in run("undo").err
    assert articles(folder) == before


def test_a_run_that_is_broken_off_can_be_undone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": LOOSE})
    from corpusfmt.cli import check_file

    whole = check_file.read_bytes

    def stop(path: str) -> bytes:
        if path.endswith("b.txt"):
            raise KeyboardInterrupt
        return whole(path)

    monkeypatch.setattr(check_file, "read_bytes", stop)
    ended = run("check", "--fix", ".")
    assert ended.code == 130
    assert "interrupted: 1 of 2 files checked" in ended.err
    assert "1 file put back" in run("undo").err
    assert articles(folder) == {"a.txt": LOOSE.encode(), "b.txt": LOOSE.encode()}


def test_a_damaged_journal_is_told(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    run("check", "--fix", ".")
    [journal] = list(folder.rglob("*.journal"))
    journal.write_bytes(journal.read_bytes()[:-5])
    ended = run("undo")
    assert ended.code == 2
    assert "is no journal, or a damaged one" in ended.err
    assert articles(folder) == {"a.txt": format(LOOSE).encode()}


def test_git_and_the_next_run_pass_the_journal_over(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    run("check", "--fix", ".")
    assert (folder / ".corpusfmt" / ".gitignore").read_text() == "*\n"
    assert "1 file checked (passed over: 1 hidden folder)" in run("check", ".").err


def test_a_run_that_wrote_nothing_leaves_the_journal_of_the_run_before(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "real/b.txt": LOOSE})
    run("check", "--fix", "a.txt")
    (folder / "link.txt").symlink_to("real/b.txt")
    assert run("check", "--fix", "link.txt").code == 2
    assert "1 file put back" in run("undo").err
    assert (folder / "a.txt").read_text() == LOOSE


def test_a_run_that_began_first_and_ended_last_can_be_undone(folder: Path) -> None:
    from corpusfmt.project.undo_journal import Journal

    write(folder, {"a.txt": LOOSE})
    first = Journal.begin(str(folder))
    first.write("a.txt", LOOSE.encode(), b"# A\n")
    write(folder, {"b.txt": LOOSE})
    run("check", "--fix", "b.txt")
    first.end()
    assert "1 file put back" in run("undo").err
    assert "1 file put back" in run("undo").err
    assert articles(folder) == {"a.txt": LOOSE.encode(), "b.txt": LOOSE.encode()}


def test_what_means_no_character_is_never_written(folder: Path) -> None:
    text = CLEAN.replace("Text", "Text &#x0; &#xD800; &#1114112; &#xFFFE; &amp;#0;")
    write(folder, {"a.txt": text})
    run("check", "--unsafe-fixes", "a.txt")
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
        words = ("check", "--fix", "--report", "json=out.json", "--report", "text", ".")
        done = subprocess.run((*PROGRAM, *words), stdout=stdout, stderr=subprocess.PIPE, env=ENVIRONMENT)
    assert done.returncode == 2
    assert b"the standard output could not be written: its reader has gone" in done.stderr
    assert (folder / "out.json").exists()
    assert all(
        data.decode() == format(data.decode()) for name, data in articles(folder).items() if name.endswith("txt")
    )
