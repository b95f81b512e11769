"""Living with an old corpus: baseline, what has changed, and what makes a run fail."""

import json
import os
import re
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from corpusfmt.project.baseline import LARGEST
from corpusfmt.project.lock import project_lock
from tests.command_line import CLEAN, LOOSE, WESTERN, read, run, write
from tests.systems import needs_posix

BASELINE = "corpusfmt-baseline.jsonl"
BODY = " ".join(["Words enough are needed, so that no rule finds it short."] * 4)
GOOD = f"# A Clean Article\n\n\n\n{BODY}\n"
OTHER = LOOSE.replace("Text", "Words")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def entries(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / BASELINE).read_text().splitlines()[1:]]


# ------------------------------------------------------------------------------------- the baseline


def test_known_findings_fail_no_run_and_new_ones_do(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": WESTERN})
    assert run("check", ".").code == 1
    ended = run("baseline", ".", "--reason", "as they came", "--expires", "2999-01-31")
    assert ended.code == 0
    assert (
        ended.err
        == f"corpusfmt: {BASELINE}: 0 entries kept, {len(entries(folder))} new, 0 dropped\n"
    )
    assert {(entry["rule"], entry["path"]) for entry in entries(folder)} >= {
        ("layout", "a.txt"),
        ("invalid-utf8", "b.txt"),
    }
    assert {(entry["reason"], entry["expires"]) for entry in entries(folder)} == {
        ("as they came", "2999-01-31")
    }
    ended = run("check", "--baseline", BASELINE, ".")
    assert (ended.code, ended.out) == (0, "")
    assert ended.err.endswith(f": no findings; {len(entries(folder))} known from the baseline\n")
    write(folder, {"c.txt": OTHER})
    ended = run("check", "--baseline", BASELINE, ".")
    assert ended.code == 1
    assert "c.txt:" in ended.out
    assert "a.txt:" not in ended.out


def test_the_settings_name_the_baseline_for_every_folder_below(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
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
    run("baseline", ".", "--expires", "2999-01-31")
    known = (folder / BASELINE).read_text()
    (folder / BASELINE).write_text(known.replace("2999-01-31", "2001-01-31"))
    ended = run("check", "--baseline", BASELINE, ".")
    assert ended.code == 1
    assert "(known until 2001-01-31) [layout]" in ended.out
    assert "[stale-baseline]" not in ended.out
    ended = run("baseline", ".", "--reason", "later", "--expires", "2999-01-31")
    assert "had expired, and are recorded again" in ended.err
    assert {(entry["reason"], entry["expires"]) for entry in entries(folder)} == {
        ("later", "2999-01-31")
    }
    assert run("check", "--baseline", BASELINE, ".").code == 0


def test_what_is_recorded_keeps_its_reason(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    run("baseline", ".", "--reason", "first")
    write(folder, {"b.txt": OTHER})
    run("baseline", ".", "--reason", "second")
    assert {entry["path"]: entry["reason"] for entry in entries(folder)} == {
        "a.txt": "first",
        "b.txt": "second",
    }
    before = (folder / BASELINE).read_bytes()
    run("baseline", ".")
    assert (folder / BASELINE).read_bytes() == before


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "does not exist"),
        ("", ":1: not the header of a baseline of this version"),
        ("{}\n", ":1: not the header of a baseline of this version"),
        ("[" * 100_000, ":1: not the header of a baseline of this version"),
        (b"\xff", ":1: not the header of a baseline of this version"),
    ],
)
def test_a_broken_baseline_is_reported_with_its_line(
    content: str | bytes | None, message: str, folder: Path
) -> None:
    write(folder, {"a.txt": LOOSE})
    run("baseline", ".")
    head = (folder / BASELINE).read_text().splitlines()[0]
    if content is None:
        (folder / BASELINE).unlink()
    else:
        write(
            folder,
            {BASELINE: content.replace("HEAD", head) if isinstance(content, str) else content},
        )
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


def entry(**more: Any) -> str:
    fields = {
        "rule": "a",
        "path": "b",
        "excerpt": "",
        "fingerprint": "c",
        "reason": "",
        "expires": None,
    }
    return json.dumps(fields | more)


DAMAGED = {
    "not JSON": ("nothing", "is not an entry of a baseline; expected an object with rule, path,"),
    "a conflict": ("<<<<<<< HEAD", "is not an entry of a baseline"),
    "deep": ("[" * 100_000, "is not an entry of a baseline"),
    "few keys": ('{"rule": "layout"}', "is not an entry of a baseline"),
    "a day": (
        entry(expires="soon"),
        "expires is 'soon'; expected a date such as 2027-01-31, or null",
    ),
    "null": (entry(fingerprint=None), "fingerprint is not a string"),
    "a number": (entry(fingerprint=1), "fingerprint is not a string"),
    "absolute": (entry(path="/etc/passwd"), "path '/etc/passwd' is an absolute path; expected"),
    "climbing": (entry(path="../b.txt"), "path '../b.txt' contains '..'; expected a path below"),
    "climbing later": (entry(path="a/../../b.txt"), "path 'a/../../b.txt' contains '..'"),
    "a dot": (entry(path="./b.txt"), "path './b.txt' is not a plain path"),
    "NUL": (entry(path="a\0"), "path 'a\\x00' is not a path"),
    "empty": (entry(path=""), "path '' is not a path"),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_entry_is_named_and_the_others_count(name: str, folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "corpusfmt.toml": f'baseline = "{BASELINE}"'})
    run("baseline", ".")
    line, message = DAMAGED[name]
    head, _, rest = (folder / BASELINE).read_text().partition("\n")
    write(folder, {BASELINE: f"{head}\n\n{line}\n{rest}"})
    before = read(folder)
    ended = run("check", ".")
    assert (ended.code, ended.out) == (2, "")
    assert f"corpusfmt: {BASELINE}:3: {message}" in ended.err
    assert "known from the baseline" in ended.err
    for words in (("check", "--quarantine", "aside"), ("baseline",), ("baseline", "--prune")):
        ended = run(*words, ".")
        assert ended.code == 2
        assert f"{BASELINE}:3: {message}" in ended.err
        assert read(folder) == before


def test_many_damaged_entries_are_counted(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    run("baseline", ".")
    (folder / BASELINE).write_text((folder / BASELINE).read_text() + "x\n" * 1000)
    ended = run("check", "--baseline", BASELINE, ".")
    assert len(ended.err.splitlines()) < 60
    assert "corpusfmt: 950 more like these\n" in ended.err


def test_a_baseline_stays_below_the_folder_of_the_settings(folder: Path) -> None:
    project = write(folder / "project", {"a.txt": LOOSE, "in/x": ""})
    write(folder, {"known.jsonl": "mine", "b.txt": OTHER})
    os.chdir(project)
    for named in ("../known.jsonl", str(folder / "known.jsonl"), "in/../../known.jsonl"):
        write(project, {"corpusfmt.toml": f'baseline = "{named}"'})
        assert "expected a path below the folder of the settings" in run("check", ".").err
        assert run("baseline", ".").code == 2
    os.symlink("../known.jsonl", project / "link.jsonl")
    os.symlink("..", project / "in/link")
    os.symlink("..", project / "out")
    for named in ("link.jsonl", "out/known.jsonl", "out/new.jsonl"):
        write(project, {"corpusfmt.toml": f'baseline = "{named}"'})
        for words in (("check", "."), ("baseline", ".")):
            ended = run(*words)
            assert ended.code == 2
            assert (
                f"baseline '{named}' points outside of {project} through a symbolic link"
                in ended.err
            )
    assert (folder / "known.jsonl").read_text() == "mine"
    write(project, {"corpusfmt.toml": ""})
    os.symlink("../known.jsonl", project / BASELINE)
    assert run("baseline", ".").code == 2
    (project / BASELINE).unlink()
    ended = run("baseline", "../b.txt")
    assert ended.code == 2
    assert "../b.txt: is outside of" in ended.err
    assert not (project / BASELINE).exists()


@needs_posix
def test_a_baseline_is_a_file(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "corpusfmt.toml": f'baseline = "{BASELINE}"'})
    os.mkfifo(folder / BASELINE)
    for words in (("check",), ("baseline",), ("check", "--baseline", BASELINE)):
        ended = run(*words, "a.txt")
        assert ended.code == 2
        assert f"{BASELINE}: is not a regular file" in ended.err


def test_a_large_baseline_is_refused(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, BASELINE: ""})
    os.truncate(folder / BASELINE, LARGEST + 1)  # on the disk, it is empty
    ended = run("check", "--baseline", BASELINE, ".")
    assert ended.code == 2
    assert f"{BASELINE}: is larger than {LARGEST:,} bytes" in ended.err


def test_a_past_day_is_refused(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    ended = run("baseline", "--expires", "2001-01-31", ".")
    assert ended.code == 2
    assert "2001-01-31 is in the past; expected today or a later date" in ended.err
    assert not (folder / BASELINE).exists()
    assert run("baseline", "--expires", date.today().isoformat(), ".").code == 0
    assert run("check", "--baseline", BASELINE, ".").code == 0


def test_no_baseline_is_written_while_another_run_writes(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    with project_lock(str(folder), "corpusfmt fmt"):
        ended = run("baseline", ".")
    assert ended.code == 2
    assert "another run is writing" in ended.err
    assert not (folder / BASELINE).exists()


# --------------------------------------------------------------------------------- what has changed


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


def test_only_what_has_changed_is_checked(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(repository, {"b.txt": WESTERN, "in/new.txt": LOOSE, "in/d\né.txt": LOOSE})
    (repository / "a.txt").rename(repository / "moved.txt")
    ended = run("check", "--changed-since", "HEAD", "--report", "concise", ".")
    assert {line.partition(":")[0] for line in ended.out.splitlines()[:-1]} == {
        "b.txt",
        "in/new.txt",
        "in/d\\u000aé.txt",
        "moved.txt",
    }
    assert "1 not changed since HEAD" in ended.out
    monkeypatch.chdir(repository / "in")
    assert "checked 2 files" in run("check", "--changed-since", "HEAD", ".").err


def test_nothing_changed_is_no_failure(repository: Path) -> None:
    ended = run("check", "--changed-since", "HEAD", ".")
    assert (ended.code, ended.out) == (0, "")
    assert "none of 3 files has changed since HEAD" in ended.err


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "", "HEAD:a.txt"])
def test_an_unknown_revision_is_reported(revision: str, repository: Path) -> None:
    ended = run("check", f"--changed-since={revision}", ".")
    problem = f": unknown revision {revision!r} in {repository}"
    if revision.startswith("-"):
        problem = f": {revision!r} is not a revision"
    if not revision:
        problem = " is empty; expected a revision"
    assert ended == (2, "", f"corpusfmt: --changed-since{problem}\n")
    assert not (repository / "x").exists()


def test_in_a_shallow_clone_an_unknown_revision_has_a_hint(repository: Path) -> None:
    git(repository, "commit", "--quiet", "--allow-empty", "--message", "More")
    git(repository, "clone", "--quiet", "--depth", "1", f"file://{repository}", "clone")
    ended = run("check", "--changed-since", "HEAD~1", "clone")
    assert ended.code == 2
    assert "unknown revision 'HEAD~1' in " in ended.err
    assert ended.err.endswith("/clone (a shallow clone; fetch its history)\n")


@pytest.mark.parametrize("rule", ["duplicate-body", "duplicate-url", "near-duplicate"])
@pytest.mark.parametrize("is_staged", [False, True])
def test_a_duplicate_is_found_at_the_file_that_git_does_not_have(
    repository: Path, rule: str, is_staged: bool
) -> None:
    words = " ".join(f"word{number}" for number in range(60))
    old = f"# Ferry\n\n\n\nThe ferry sailed. {words}\n\nOriginal url:\n\n<https://a.example/1>\n"
    new = old.replace("sailed", "sailed again") if rule == "near-duplicate" else old
    write(repository, {"m/old.txt": old})
    git(repository, "add", "m")
    git(repository, "commit", "--quiet", "--message", "Old")
    write(repository, {"m/a-new.txt": new})
    if is_staged:
        git(repository, "add", "m")
    reported = [
        re.findall(
            rf"^(\S+?):.*?(\S+?\.txt):.*\[{rule}\]$",
            run("check", "--select", rule, *paths).out,
            re.MULTILINE,
        )
        for paths in (("m",), ("m/old.txt", "m/a-new.txt"), ("m/a-new.txt", "m/old.txt"))
    ]
    assert reported == [[("m/a-new.txt", "m/old.txt")]] * 3
    git(repository, "add", "m")
    git(repository, "commit", "--quiet", "--message", "New")
    assert (
        "m/old.txt:"
        in run("check", "--select", rule, "--report", "concise", "m").out.splitlines()[0]
    )


def test_with_a_baseline_a_duplicate_is_found_by_path_so_that_the_entries_stay(
    repository: Path,
) -> None:
    write(repository, {"m/a-new.txt": CLEAN, "m/old.txt": CLEAN})
    git(repository, "add", "m/old.txt")
    git(repository, "commit", "--quiet", "--message", "Old")
    assert (
        "m/a-new.txt:" in run("check", "--select", "duplicate-body", "--report", "concise", "m").out
    )
    write(repository, {"corpusfmt.toml": 'select = ["duplicate-body"]'})
    run("baseline", "m", "-o", "known.jsonl")
    assert run("check", "--baseline", "known.jsonl", "m").code == 0
    git(repository, "add", "m")
    git(repository, "commit", "--quiet", "--message", "New")
    assert run("check", "--baseline", "known.jsonl", "m").code == 0


def test_without_git_there_are_no_changes(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert run("check", "--ignore", "layout", "--fail-on", "error", ".").err.count("\n") == 1
    ended = run("check", "--changed-since", "HEAD", ".")
    assert ended == (2, "", "corpusfmt: --changed-since: git is not installed\n")


def test_a_git_that_fails_is_reported(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(
        repository, {"programs/git": "#!/bin/sh\necho 'fatal: dubious ownership' >&2\nexit 128\n"}
    )
    (repository / "programs/git").chmod(0o755)
    monkeypatch.setenv("PATH", str(repository / "programs"))
    ended = run("check", "--changed-since", "HEAD", "a.txt")
    reason = f"git failed in {repository}: dubious ownership"
    assert ended == (2, "", f"corpusfmt: --changed-since: {reason}\n")
    plain = run("check", "--fail-on", "error", ".")
    reason = "git failed: dubious ownership"
    note = f".: could not read .gitignore rules ({reason}); checking all files"
    assert plain.err.splitlines()[0] == f"corpusfmt: {note}"


def test_files_of_a_repository_without_the_revision_count_as_changed(repository: Path) -> None:
    """An answer that leaves files out must not look clean."""
    git(repository, "branch", "old")
    for name in ("one", "two"):
        write(repository / name, {"d.txt": LOOSE, "e.txt": LOOSE})
        git(repository / name, "init", "--quiet")
        git(repository / name, "add", "--all")
        git(repository / name, "commit", "--quiet", "--message", "All")
    git(repository / "two", "branch", "old")
    ended = run("check", "--changed-since", "old", "--report", "concise", ".")
    assert ended.code == 1
    assert {line.partition(":")[0] for line in ended.out.splitlines()[:-1]} == {
        "one/d.txt",
        "one/e.txt",
    }
    unknown = f"--changed-since: unknown revision 'old' in {repository / 'one'}"
    assert f"corpusfmt: {unknown}; 2 files there count as changed\n" in ended.err
    alone = run("check", "--changed-since", "old", "one/d.txt")
    assert alone == (2, "", f"corpusfmt: {unknown}\n")
    outside = write(repository.parent / "outside", {"f.txt": LOOSE}) / "f.txt"
    with_other = run("check", "--changed-since", "old", "a.txt", outside)
    assert with_other.code == 1
    assert f"{outside} is not in a git repository; it counts as changed" in with_other.err
    alone = run("check", "--changed-since", "old", outside)
    assert alone == (2, "", f"corpusfmt: --changed-since: {outside} is not in a git repository\n")


def test_each_file_is_asked_about_where_it_lies(repository: Path) -> None:
    other = repository / "other"
    write(other, {"d.txt": LOOSE, ".gitignore": "e.txt"})
    git(other, "init", "--quiet")
    git(other, "add", "--all")
    git(other, "commit", "--quiet", "--message", "All")
    write(other, {"d.txt": OTHER, "e.txt": LOOSE})
    ended = run(
        "check",
        "--changed-since",
        "HEAD",
        "--report",
        "concise",
        "other/d.txt",
        "other/e.txt",
        "a.txt",
    )
    assert {line.partition(":")[0] for line in ended.out.splitlines()[:-1]} == {
        "other/d.txt",
        "other/e.txt",
    }


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


# --------------------------------------------------------------------------------- what fails a run


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
    write(
        folder,
        {"corpusfmt.toml": 'ignore = ["layout"]\n[per-file-ignores]\n"in/" = ["invalid-utf8"]\n'},
    )
    assert run("check", ".").code == 0
    assert run("check", "in/b.txt").code == 0
    assert run("check", "--select", "level-2", "a.txt").code == 0
    assert run("check", "--extend-select", "layout", "a.txt").code == 1  # what is named here counts
    assert run("check", "--select", "layout", "--ignore", "level-2", "a.txt").code == 2
    assert run("check", "--select", "level-1", "in/b.txt").code == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--select", "laout"), "unknown rule 'laout' in --select; did you mean 'layout'?"),
        (("--ignore", "level-9"), "unknown rule 'level-9' in --ignore; did you mean 'level-"),
        (("--select", "layout", "--ignore", "level-2"), "no rules to run"),
        (("--select", ","), "--select names no rule"),
        (("--report", "sarf"), "unknown format 'sarf' for --report; did you mean 'sarif'?"),
        (("--report", "sarif="), "has no file name"),
        (("--report", "json", "--report", "text"), "only one report can use the standard output"),
        (("--report", "json=x", "--report", "sarif=x"), "two reports go to the same file"),
        (("--report", "json=x", "--report", "sarif=./x"), "two reports go to the same file"),
        (("--report", "json=a.txt"), "'a.txt' is one of the files to check"),
        (("--report", "json", "--diff"), "--diff writes to the standard output"),
    ],
)
def test_contradictory_options_are_reported(
    words: tuple[str, ...], message: str, folder: Path
) -> None:
    write(folder, {"a.txt": LOOSE})
    ended = run("check", *words, "a.txt")
    assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert message in ended.err
