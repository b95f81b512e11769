"""Living with an old corpus: baseline, what has changed, and what makes a run fail."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.command_line import CLEAN, LOOSE, WESTERN, run, write

BASELINE = "corpusfmt-baseline.jsonl"
GOOD = f"# A Clean Article\n\n\n\n{' '.join(['Words enough are needed, so that no rule finds it short.'] * 4)}\n"
OTHER = LOOSE.replace("Text", "Words")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def entries(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / BASELINE).read_text().splitlines()[1:]]


# ---------------------------------------------------------------------------------------------------- the baseline


def test_known_findings_fail_no_run_and_new_ones_do(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": WESTERN})
    assert run("check", ".").code == 1
    ended = run("baseline", ".", "--reason", "as they came", "--expires", "2999-01-31")
    assert ended.code == 0
    assert ended.err == f"corpusfmt: {BASELINE}: 0 entries kept, {len(entries(folder))} new, 0 dropped\n"
    assert {(entry["rule"], entry["path"]) for entry in entries(folder)} >= {
        ("layout", "a.txt"),
        ("invalid-utf8", "b.txt"),
    }
    assert {(entry["reason"], entry["expires"]) for entry in entries(folder)} == {("as they came", "2999-01-31")}
    ended = run("check", "--baseline", BASELINE, ".")
    assert (ended.code, ended.out) == (0, "")
    assert ended.err.endswith(f": all clean; {len(entries(folder))} known from the baseline\n")
    write(folder, {"c.txt": OTHER})
    ended = run("check", "--baseline", BASELINE, ".")
    assert ended.code == 1
    assert "c.txt:" in ended.out
    assert "a.txt:" not in ended.out


def test_the_settings_name_the_baseline_for_every_folder_below(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, {"in/a.txt": LOOSE, "corpusfmt.toml": f'baseline = "{BASELINE}"'})
    assert run("baseline", "in").code == 0
    assert run("check", "in").code == 0
    assert run("check", "--no-baseline", "in").code == 1
    monkeypatch.chdir(folder / "in")
    assert run("check", ".").code == 0
    assert run("check", str(folder / "in" / "a.txt")).code == 0


def test_lines_may_move_and_what_is_said_may_not_change(folder: Path) -> None:
    faulty = CLEAN + "\nFebruary\x01 is short.\n"
    write(folder, {"a.txt": faulty})
    run("baseline", ".")
    write(folder, {"a.txt": faulty.replace("Text of", "More.\n\nText of")})
    assert run("check", "--baseline", BASELINE, ".").code == 0
    write(folder, {"a.txt": faulty.replace("is short", "is cold")})
    ended = run("check", "--baseline", BASELINE, ".")
    assert "[control-character]" in ended.out
    assert "[stale-baseline]" in ended.out


def test_a_stale_entry_fails_until_it_is_pruned(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": OTHER})
    run("baseline", ".", "--reason", "old")
    write(folder, {"a.txt": CLEAN})
    (folder / "b.txt").unlink()
    ended = run("check", "--baseline", BASELINE, ".")
    assert ended.code == 1
    stale = [line for line in ended.out.splitlines() if "[stale-baseline]" in line]
    assert len(stale) == len(entries(folder))
    assert all(line.startswith(f"{BASELINE}:") for line in stale)
    assert run("baseline", "--prune", ".").code == 0
    assert entries(folder) == []
    assert run("check", "--baseline", BASELINE, ".").code == 0


def test_what_was_not_checked_is_not_stale(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": OTHER})
    run("baseline", ".")
    write(folder, {"b.txt": GOOD})
    assert run("check", "--baseline", BASELINE, "a.txt").code == 0
    assert run("check", "--baseline", BASELINE, "--select", "level-3", ".").code == 0
    assert run("check", "--baseline", BASELINE, ".").code == 1


def test_an_entry_counts_until_its_day(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    run("baseline", ".", "--expires", "2001-01-31")
    ended = run("check", "--baseline", BASELINE, ".")
    assert ended.code == 1
    assert "(known until 2001-01-31) [layout]" in ended.out
    assert "[stale-baseline]" not in ended.out
    ended = run("baseline", ".", "--reason", "later", "--expires", "2999-01-31")
    assert "had ended, and are recorded anew" in ended.err
    assert {(entry["reason"], entry["expires"]) for entry in entries(folder)} == {("later", "2999-01-31")}
    assert run("check", "--baseline", BASELINE, ".").code == 0


def test_what_is_recorded_keeps_its_reason(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    run("baseline", ".", "--reason", "first")
    write(folder, {"b.txt": OTHER})
    run("baseline", ".", "--reason", "second")
    assert {entry["path"]: entry["reason"] for entry in entries(folder)} == {"a.txt": "first", "b.txt": "second"}
    before = (folder / BASELINE).read_bytes()
    run("baseline", ".")
    assert (folder / BASELINE).read_bytes() == before


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "does not exist"),
        ("", ":1: no baseline of this version"),
        ("{}\n", ":1: no baseline of this version"),
        ("[" * 100_000, ":1: no baseline of this version"),
        ("HEAD\nnothing\n", ":2: no entry of a baseline"),
        ('HEAD\n{"rule": "layout"}\n', ":2: no entry of a baseline"),
        (
            'HEAD\n\n{"rule":"a","path":"b","excerpt":"","fingerprint":"c","reason":"","expires":"soon"}',
            ":3: an entry ex",
        ),
        ('HEAD\n{"rule":"a","path":"b","excerpt":"","fingerprint":null,"reason":"","expires":null}', ":2: an entry ex"),
        ('HEAD\n{"rule":"a","path":"b","excerpt":"","fingerprint":1,"reason":"","expires":null}', ":2: no entry of"),
        (b"\xff", ":1: no baseline of this version"),
    ],
)
def test_a_broken_baseline_is_told_with_its_line(content: str | bytes | None, message: str, folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    run("baseline", ".")
    head = (folder / BASELINE).read_text().splitlines()[0]
    if content is None:
        (folder / BASELINE).unlink()
    else:
        write(folder, {BASELINE: content.replace("HEAD", head) if isinstance(content, str) else content})
    ended = run("check", "--baseline", BASELINE, ".")
    assert (ended.code, ended.out) == (2, "")
    assert message in ended.err


def test_no_baseline_is_made_of_half_a_corpus(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    ended = run("baseline", ".", "gone.txt")
    assert ended.code == 2
    assert ended.err.endswith("corpusfmt: no baseline was written\n")
    assert not (folder / BASELINE).exists()
    assert run("baseline", "--expires", "2026-02-30", ".").code == 2


# ---------------------------------------------------------------------------------------------------- what has changed


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=T", "-c", "user.email=t@press.example")
    subprocess.run(("git", *who, *words), cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(folder: Path) -> Path:
    """Return the current folder as a repository whose articles are committed."""
    write(folder, {"a.txt": LOOSE, "b.txt": OTHER, "in/c.txt": CLEAN})
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "All")
    return folder


def test_only_what_has_changed_is_checked(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(repository, {"b.txt": WESTERN, "in/new.txt": LOOSE, "in/d\né.txt": LOOSE})
    (repository / "a.txt").rename(repository / "moved.txt")
    ended = run("check", "--changed-since", "HEAD", "--report", "concise", ".")
    assert {line.partition(":")[0] for line in ended.out.splitlines()[:-1]} == {
        "b.txt",
        "in/new.txt",
        "in/d\\u000aé.txt",
        "moved.txt",
    }
    assert "1 not changed since HEAD" in ended.err
    monkeypatch.chdir(repository / "in")
    assert "2 files checked" in run("check", "--changed-since", "HEAD", ".").err


def test_nothing_changed_is_no_failure(repository: Path) -> None:
    ended = run("check", "--changed-since", "HEAD", ".")
    assert (ended.code, ended.out) == (0, "")
    assert "none of 3 files has changed since HEAD" in ended.err


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "", "HEAD:a.txt"])
def test_a_revision_that_is_none_is_told(revision: str, repository: Path) -> None:
    ended = run("check", f"--changed-since={revision}", ".")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("corpusfmt: --changed-since: ")
    assert not (repository / "x").exists()


def test_each_file_is_asked_about_where_it_lies(repository: Path) -> None:
    other = repository / "other"
    write(other, {"d.txt": LOOSE, ".gitignore": "e.txt"})
    git(other, "init", "--quiet")
    git(other, "add", "--all")
    git(other, "commit", "--quiet", "--message", "All")
    write(other, {"d.txt": OTHER, "e.txt": LOOSE})
    ended = run("check", "--changed-since", "HEAD", "--report", "concise", "other/d.txt", "other/e.txt", "a.txt")
    assert {line.partition(":")[0] for line in ended.out.splitlines()[:-1]} == {"other/d.txt", "other/e.txt"}


def test_what_the_other_branch_has_changed_since_does_not_count(repository: Path) -> None:
    git(repository, "checkout", "--quiet", "-b", "work")
    git(repository, "checkout", "--quiet", "-b", "trunk")
    write(repository, {"a.txt": LOOSE + "\nMore.\n"})
    git(repository, "commit", "--quiet", "--all", "--message", "Theirs")
    git(repository, "checkout", "--quiet", "work")
    write(repository, {"b.txt": OTHER + "\nMore.\n"})
    git(repository, "commit", "--quiet", "--all", "--message", "Ours")
    ended = run("check", "--changed-since", "trunk", "--report", "concise", ".")
    assert {line.partition(":")[0] for line in ended.out.splitlines()[:-1]} == {"b.txt"}


def test_a_report_says_that_there_may_be_nothing(repository: Path) -> None:
    ended = run("check", "--changed-since", "HEAD", "--report", "github", ".")
    assert ended.code == 0
    assert "::error" not in ended.out


def test_outside_of_a_repository_nothing_is_known_of_changes(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    ended = run("check", "--changed-since", "HEAD", ".")
    assert ended.code == 2
    assert "a.txt is not in a git repository" in ended.err


# ---------------------------------------------------------------------------------------------------- what fails a run


def test_what_fails_a_run_is_for_the_user_to_say(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    assert run("check", "a.txt").code == 1
    assert run("check", "--fail-on", "error", "a.txt").code == 0
    assert "[layout]" in run("check", "--fail-on", "error", "a.txt").out
    write(folder, {"corpusfmt.toml": 'fail-on = "error"'})
    assert run("check", "a.txt").code == 0
    assert run("check", "--fail-on", "warning", "a.txt").code == 1
    write(folder, {"corpusfmt.toml": 'fail-on = "error"\n[rules.layout]\nseverity = "error"'})
    assert run("check", "a.txt").code == 1


def test_rules_are_selected_and_ignored(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "in/b.txt": WESTERN})
    assert run("check", "--select", "layout", "a.txt").code == 1
    assert run("check", "--select", "level-1,level-3", "a.txt").code == 0
    assert run("check", "--ignore", "layout", "a.txt").code == 0
    write(folder, {"corpusfmt.toml": 'ignore = ["layout"]\n[per-file-ignores]\n"in/" = ["invalid-utf8"]\n'})
    assert run("check", ".").code == 0
    assert run("check", "in/b.txt").code == 0
    assert run("check", "--select", "level-2", "a.txt").code == 0
    assert run("check", "--extend-select", "layout", "a.txt").code == 1  # what is named here counts
    assert run("check", "--select", "layout", "--ignore", "level-2", "a.txt").code == 2
    assert run("check", "--select", "level-1", "in/b.txt").code == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--select", "laout"), "--select names the unknown rule 'laout'; did you mean 'layout'?"),
        (("--ignore", "level-9"), "--ignore names the unknown rule 'level-9'; did you mean 'level-"),
        (("--select", "layout", "--ignore", "level-2"), "nothing to check with: no rule is left"),
        (("--select", ","), "no rule is named"),
        (("--report", "sarf"), "there is no report 'sarf'; did you mean 'sarif'?"),
        (("--report", "sarif="), "names no file"),
        (("--report", "json", "--report", "text"), "only one goes to the standard output"),
        (("--report", "json=x", "--report", "sarif=x"), "two reports in the same file"),
        (("--report", "json=x", "--report", "sarif=./x"), "two reports in the same file"),
        (("--report", "json=a.txt"), "a.txt is one of the files to check"),
        (("--report", "json", "--diff"), "--diff has the standard output for itself"),
    ],
)
def test_what_cannot_be_meant_is_told(words: tuple[str, ...], message: str, folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    ended = run("check", *words, "a.txt")
    goes_on = words[1] in ("laout", "level-9")  # with what else is asked for
    assert (ended.code, bool(ended.out)) == (2, goes_on)
    assert message in ended.err
