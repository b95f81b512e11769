"""The cache: what changes no output, whatever happens to it, and when a file is checked again."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from corpusfmt.lint.checker import Checker
from corpusfmt.run import format_file
from tests.command_line import ARTICLES, CLEAN, ENVIRONMENT, LOOSE, PROGRAM, Ended, run, write

HOST = "\nOriginal url:\n\n<https://skerrynews.example/{}>\n"
ARTICLE = CLEAN + HOST.format("a")
FILES: dict[str, str | bytes] = {
    "a.txt": ARTICLE,
    "b.txt": LOOSE,
    "c/d.txt": CLEAN.replace("Ferry", "Bakery") + HOST.format("a"),
    "c/e.txt": ARTICLES[0].read_bytes(),
}
CHECK, FMT = ("check", "."), ("fmt", "--check", ".")
both = pytest.mark.parametrize("command", [CHECK, FMT], ids=["check", "fmt"])

SECONDS = 1_000_000_000


@pytest.fixture(autouse=True)
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a corpus the current folder whose cache is beside it."""
    folder = write(tmp_path / "corpus", FILES)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "caches"))
    monkeypatch.setenv("HOME", str(tmp_path / "caches"))
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the clock of the stamps be far ahead: the files were modified long ago."""
    now = time.time_ns()
    monkeypatch.setattr("corpusfmt.files.stamp.time.time_ns", lambda: now + 3600 * SECONDS)


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list of the files that are checked or formatted from now on."""
    paths: list[str] = []
    check_one, format_bytes = Checker.check_one, format_file.format_bytes

    def spy_check(checker: Checker, context: object) -> object:
        paths.append(context.name)  # type: ignore[attr-defined]  # a context
        return check_one(checker, context)  # type: ignore[arg-type]

    def spy_format(data: bytes, name: str, task: object) -> object:
        paths.append(name)
        return format_bytes(data, name, task)  # type: ignore[arg-type]

    monkeypatch.setattr(Checker, "check_one", spy_check)
    monkeypatch.setattr(format_file, "format_bytes", spy_format)
    return paths


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list of the articles that are opened from now on."""
    paths: list[str] = []
    whole = os.open

    def spy(path: str, *more: int, **others: int) -> int:
        if os.fspath(path).endswith(".txt"):
            paths.append(path)
        return whole(path, *more, **others)

    monkeypatch.setattr(os, "open", spy)
    return paths


def uncached(command: tuple[str, ...]) -> Ended:
    return run(*command, "--no-cache")


def caches(folder: Path) -> list[Path]:
    return sorted((folder.parent / "caches").rglob("*.sqlite"))


# ---------------------------------------------------------------------------------- what is reused


@both
def test_the_second_run_checks_nothing_and_prints_the_same(
    command: tuple[str, ...], checked: list[str]
) -> None:
    expected = uncached(command)
    assert run(*command) == expected
    assert len(checked) == 2 * len(FILES)
    checked.clear()
    assert run(*command) == expected
    assert checked == []


@both
def test_files_that_were_modified_long_ago_are_not_read(
    command: tuple[str, ...], later: None, read: list[str]
) -> None:
    expected = run(*command)
    assert {*read} == {*FILES}
    read.clear()
    assert run(*command) == expected
    assert read == []


def test_each_report_is_the_same() -> None:
    for format_ in ("concise", "json", "jsonl", "sarif", "junit", "github", "gitlab", "rdjson"):
        command = ("check", ".", "--report", format_)
        assert run(*command) == run(*command) == uncached(command)


@pytest.mark.slow
def test_many_files_in_several_processes_are_reused(corpus: Path, checked: list[str]) -> None:
    texts = [LOOSE.replace("Text", f"Text {number}") for number in range(500)]
    write(corpus, {f"{number % 3}/{number}.txt": text for number, text in enumerate(texts)})
    command = ("check", ".", "--ignore", "level-5", "--jobs", "2")
    expected = uncached(command)
    assert run(*command) == expected
    checked.clear()
    assert run(*command) == expected
    assert run("check", ".", "--ignore", "level-5", "--jobs", "1") == expected
    assert checked == []


def test_the_findings_of_corpus_rules_are_reused(
    monkeypatch: pytest.MonkeyPatch, later: None
) -> None:
    expected = uncached(CHECK)
    assert "[duplicate-url]" in expected.out
    assert "[duplicate-body]" in expected.out
    assert run(*CHECK) == expected

    def fail(*_: object) -> None:
        raise AssertionError("compared again")

    monkeypatch.setattr("corpusfmt.lint.compare.compare", fail)
    assert run(*CHECK) == expected


def test_corpus_rules_compare_a_changed_file_with_those_of_the_cache(
    corpus: Path, checked: list[str]
) -> None:
    run(*CHECK)
    checked.clear()
    (corpus / "f.txt").write_text(ARTICLE.replace("Text", "News"))
    ended = run(*CHECK)
    assert ended == uncached(CHECK)
    assert checked[:1] == ["f.txt"]
    assert checked.count("a.txt") == 1, "only without the cache"
    assert "f.txt:9:1: warning: the URL is the same as in a.txt:9:1" in ended.out


def test_a_file_of_git_that_is_committed_later_changes_the_findings(corpus: Path) -> None:
    git = ("git", "-c", "user.name=a", "-c", "user.email=a@b.example")
    subprocess.run((*git, "init", "-q"), check=True)
    subprocess.run((*git, "add", "c/d.txt"), check=True)
    subprocess.run((*git, "commit", "-qm", "one"), check=True)
    first = run(*CHECK)
    assert "a.txt:9:1: warning: the URL is the same as in c/d.txt:9:1" in first.out
    subprocess.run((*git, "add", "a.txt"), check=True)
    subprocess.run((*git, "commit", "-qm", "two"), check=True)
    second = run(*CHECK)
    assert "c/d.txt:9:1: warning: the URL is the same as in a.txt:9:1" in second.out
    assert second == uncached(CHECK)


def test_a_file_that_was_checked_alone_is_compared_with_others_later(later: None) -> None:
    for name in ("a.txt", "c/d.txt"):
        assert run("check", name) == run("check", name) == run("check", name, "--no-cache")
    assert run(*CHECK) == uncached(CHECK)
    assert run("check", "a.txt") == run("check", "a.txt", "--no-cache")
    assert run(*CHECK) == uncached(CHECK)


# ------------------------------------------------------------------------ when a file is read again


@both
def test_another_content_of_the_same_size_in_the_same_tick_is_noticed(
    command: tuple[str, ...], corpus: Path
) -> None:
    path = corpus / "a.txt"
    before = path.stat()
    run(*command)
    path.write_text(ARTICLE.replace("Text", "Tex\0"))
    assert path.stat().st_size == before.st_size
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    ended = run(*command)
    assert "a.txt" in ended.out
    assert ended == uncached(command)


@both
def test_a_touched_file_is_read_and_not_checked(
    command: tuple[str, ...], corpus: Path, later: None, checked: list[str], read: list[str]
) -> None:
    expected = run(*command)
    checked.clear()
    read.clear()
    os.utime(corpus / "b.txt", (1, 1))
    assert run(*command) == expected
    assert (checked, read) == ([], ["b.txt"])
    read.clear()
    assert run(*command) == expected
    assert read == []


@both
def test_a_moved_file_is_not_checked(
    command: tuple[str, ...], corpus: Path, checked: list[str]
) -> None:
    run(*command)
    checked.clear()
    (corpus / "b.txt").rename(corpus / "c" / "moved.txt")
    (corpus / "c").rename(corpus / "d")
    ended = run(*command)
    assert checked == []
    assert "d/moved.txt" in ended.out
    assert ended == uncached(command)


@both
def test_a_deleted_file_is_forgotten(command: tuple[str, ...], corpus: Path) -> None:
    write(corpus, {f"{number}.txt": CLEAN for number in range(40)})
    run(*command)
    for number in range(5):
        (corpus / f"{number}.txt").unlink()
    assert run(*command) == uncached(command)
    connection = sqlite3.connect(caches(corpus)[0])
    names = {row[0] for row in connection.execute("SELECT name FROM files")}
    connection.close()
    assert "7.txt" in names
    assert "3.txt" not in names


def test_other_settings_check_again(corpus: Path, checked: list[str]) -> None:
    commands = [
        CHECK,
        (*CHECK, "--ignore", "layout"),
        (*CHECK, "--select", "layout"),
        (*CHECK, "--ignore", "level-5"),
    ]
    for command in commands:
        checked.clear()
        assert run(*command) == uncached(command)
        assert len(checked) == 2 * len(FILES)
    (corpus / "corpusfmt.toml").write_text('require = ["date"]\n')
    assert run(*CHECK) == uncached(CHECK)
    (corpus / "corpusfmt.toml").write_text('[per-file-ignores]\n"c/" = ["all"]\n')
    (corpus / "b.txt").rename(corpus / "c" / "b.txt")
    assert run(*CHECK) == uncached(CHECK)
    (corpus / "c" / "b.txt").rename(corpus / "b.txt")
    assert run(*CHECK) == uncached(CHECK)


def test_what_fails_is_decided_without_checking_again(checked: list[str]) -> None:
    run(*CHECK)
    checked.clear()
    assert run(*CHECK, "--fail-on", "error").code == 0
    assert run(*CHECK, "--exit-zero", "--statistics", "--fold").code == 0
    assert checked == []


def test_another_interpreter_checks_again(
    monkeypatch: pytest.MonkeyPatch, checked: list[str]
) -> None:
    run(*CHECK)
    checked.clear()
    monkeypatch.setattr(sys, "version", f"{sys.version} of another build")
    run(*CHECK)
    assert len(checked) == len(FILES)


def test_a_date_in_the_future_is_checked_each_time(corpus: Path, checked: list[str]) -> None:
    write(corpus, {"f.txt": "# Ferry\n\nMarch 14, 2999\n\n\n\nText.\n"})
    ended = run(*CHECK)
    assert "[future-date]" in ended.out
    checked.clear()
    assert run(*CHECK) == ended
    assert checked == ["f.txt"]


def test_a_file_that_cannot_be_read_is_reported_each_time(corpus: Path) -> None:
    run(*CHECK)
    (corpus / "a.txt").unlink()
    (corpus / "a.txt").mkdir()
    ended = run("check", "a.txt/x.txt", "b.txt")
    assert ended.code == 2
    assert ended == run("check", "a.txt/x.txt", "b.txt", "--no-cache")


def test_runs_that_write_and_the_standard_input_use_no_cache(corpus: Path) -> None:
    run("check", "-", stdin=b"# Ferry\n")
    run("check", "--diff", ".")
    run("fmt", "--diff", ".")
    run("check", "--fix", ".")
    run("fmt", ".")
    run("check", "--no-cache", ".")
    assert caches(corpus) == []


# --------------------------------------------------------------------------- damaged or not there


def _make_text(path: Path) -> None:
    path.write_text("text\n" * 1000)


def _make_foreign(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE notes (text)")
    connection.commit()
    connection.close()


def _make_newer(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 1000")
    connection.close()


def _garble(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:] = bytes(byte ^ 0x55 for byte in data[4096:])
    path.write_bytes(data)


def _damage_results(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE contents SET found = x'00000000ff', facts = 'text'")
    connection.execute("UPDATE corpora SET found = 7")
    connection.commit()
    connection.close()


def _lose_results(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("DELETE FROM contents")
    connection.execute("UPDATE files SET content = 'text' WHERE name = 'a.txt'")
    connection.commit()
    connection.close()


def _swap_results(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE files SET content = 10 - content, is_clean = 1 - is_clean")
    connection.commit()
    connection.close()


DAMAGES: dict[str, Callable[[Path], None]] = {
    "a text file": _make_text,
    "a foreign SQLite file": _make_foreign,
    "a newer version": _make_newer,
    "garbled": _garble,
    "damaged results": _damage_results,
    "lost results": _lose_results,
    "swapped results": _swap_results,
}


@both
@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_cache_changes_nothing(
    command: tuple[str, ...], damage: Callable[[Path], None], corpus: Path, later: None
) -> None:
    expected = uncached(command)
    run(*command)
    damage(caches(corpus)[-1])
    assert [run(*command) for _ in range(3)] == [expected] * 3
    connection = sqlite3.connect(caches(corpus)[-1])
    assert connection.execute("SELECT count(*) FROM files").fetchall() == [(len(FILES),)]
    connection.close()


def test_a_folder_that_cannot_be_made_is_explained_with_verbose(corpus: Path) -> None:
    (corpus.parent / "file").touch()
    command = ("check", ".", "--cache-dir", "../file/caches")
    assert run(*command) == uncached(CHECK)
    ended = run(*command, "--verbose")
    assert "no cache is used: ../file/caches: is below a path that is not a folder" in ended.err
    assert "Traceback" not in ended.err


def test_a_read_only_folder_is_explained_with_verbose(corpus: Path) -> None:
    folder = corpus.parent / "read-only"
    folder.mkdir(mode=0o500)
    if os.access(folder, os.W_OK):
        pytest.skip("this user may write everywhere")
    command = ("check", ".", "--cache-dir", str(folder))
    assert run(*command) == uncached(CHECK)
    assert "no cache is used: unable to open database file" in run(*command, "--verbose").err


def test_a_disk_that_gets_full_is_explained_with_verbose(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(*CHECK)
    connect = sqlite3.connect

    def limit(path: str, **options: object) -> sqlite3.Connection:
        connection = connect(path, **options)  # type: ignore[call-overload]
        if ".sqlite" in path:
            connection.execute("PRAGMA max_page_count = 1")  # no page is added to those it has
        assert isinstance(connection, sqlite3.Connection)
        return connection

    monkeypatch.setattr(sqlite3, "connect", limit)
    write(corpus, {f"{number}.txt": f"{LOOSE}{number}  \n" * number for number in range(30)})
    assert run(*CHECK) == uncached(CHECK)
    ended = run(*CHECK, "--verbose")
    assert "the cache was not used for the rest of the run: database or disk is full" in ended.err


def test_another_folder_is_used(corpus: Path, checked: list[str]) -> None:
    expected = run(*CHECK, "--cache-dir", "../other")
    assert len(list((corpus.parent / "other").glob("*.sqlite"))) == 1
    assert caches(corpus) == []
    checked.clear()
    assert run(*CHECK, "--cache-dir", "../other") == expected
    assert checked == []


# --------------------------------------------------------------------------- runs at the same time


def _start(folder: Path, *words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        (*PROGRAM, *words),
        cwd=folder,
        env=ENVIRONMENT | {name: os.environ[name] for name in ("HOME", "XDG_CACHE_HOME")},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


BIG = 100
"""The number of articles of a run that takes long enough to meet another one, or to be killed."""


def _big(corpus: Path) -> None:
    texts = [path.read_bytes() for path in ARTICLES]
    files: dict[str, str | bytes] = {}
    for number in range(BIG):
        files[f"{number % 5}/{number}.txt"] = texts[number % len(texts)] + b"\n\n%d\n" % number
    write(corpus, files)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs process groups")
def test_two_runs_at_once_give_the_same_answer(corpus: Path) -> None:
    _big(corpus)
    command = ("check", ".", "--ignore", "near-duplicate", "--jobs", "1")
    expected = uncached(command).out.encode()
    for _ in range(2):
        running = [_start(corpus, *command) for _ in range(2)]
        assert [process.communicate()[0] == expected for process in running] == [True] * 2
    assert len(caches(corpus)) == 1
    connection = sqlite3.connect(caches(corpus)[0])
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("SELECT count(*) FROM files").fetchall() == [(BIG + len(FILES),)]
    connection.close()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs process groups")
def test_a_run_that_is_killed_while_it_writes_leaves_a_cache_that_can_be_used(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _big(corpus)
    command = ("check", ".", "--ignore", "level-5", "--jobs", "2")
    expected = uncached(command)
    folder = Path(os.environ["XDG_CACHE_HOME"])
    for number in range(4):
        if number % 2 == 0:
            shutil.rmtree(folder, ignore_errors=True)
        process = _start(corpus, *command)
        deadline = time.monotonic() + 30
        while not list(folder.rglob("*-wal")) and time.monotonic() < deadline:
            time.sleep(0.005)
        time.sleep(0.15 * number)
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        connection = sqlite3.connect(caches(corpus)[0])
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        connection.close()
    assert run(*command) == expected
    assert run(*command) == expected


def test_a_run_waits_for_another_that_writes(corpus: Path) -> None:
    run(*CHECK)
    (corpus / "b.txt").write_text(CLEAN)
    connection = sqlite3.connect(caches(corpus)[0], check_same_thread=False)
    connection.execute("BEGIN IMMEDIATE")
    timer = threading.Timer(0.2, connection.rollback)
    timer.start()
    assert run(*CHECK) == uncached(CHECK)
    timer.join()
    connection.close()
    names = sqlite3.connect(caches(corpus)[0])
    assert names.execute("SELECT is_clean FROM files WHERE name = 'b.txt'").fetchall() == [(1,)]
    names.close()


# ------------------------------------------------------------------------------------ the command


def test_info_lists_the_caches_and_clean_removes_them(corpus: Path) -> None:
    run(*CHECK)
    [path] = caches(corpus)
    ended = run("cache", "info")
    assert ended.code == 0
    assert ended.out.splitlines()[0] == str(path.parent)
    assert path.name in ended.out
    assert "1 cache, 0." in ended.err
    assert run("cache", "clean").err == f"corpusfmt: 1 cache removed from {path.parent}\n"
    assert caches(corpus) == []
    assert run("cache", "info").err == "corpusfmt: 0 caches, 0.0 MB\n"
    assert run(*CHECK) == uncached(CHECK)


def test_clean_leaves_other_files_alone(corpus: Path) -> None:
    write(corpus.parent, {"other/notes.sqlite": "x", "other/a.txt": "x"})
    run(*CHECK, "--cache-dir", "../other")
    assert run("cache", "clean", "--cache-dir", "../other").code == 0
    assert sorted(os.listdir(corpus.parent / "other")) == ["a.txt", "notes.sqlite"]


def test_a_cache_that_cannot_be_removed_is_reported(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(*CHECK)

    def refuse(path: str) -> None:
        raise PermissionError(13, "denied", path)

    monkeypatch.setattr("corpusfmt.project.cache.location.os.unlink", refuse)
    ended = run("cache", "clean")
    assert ended.code == 2
    assert "not removed: permission denied" in ended.err
    assert "0 caches removed" in ended.err


@pytest.mark.parametrize("words", [("cache",), ("cache", "remove"), ("cache", "info", "clean")])
def test_the_action_must_be_known(words: tuple[str, ...]) -> None:
    ended = run(*words)
    assert ended.code == 2
    assert ended.err.count("\n") == 1


# --------------------------------------------------------------------------- what was compared


@pytest.mark.slow
def write_many(corpus: Path) -> None:
    """Write so many files that what corpus rules compare is kept."""
    for number in range(260):
        text = f"# The Ferry {number} Runs\n\n\n\nThe ferry {number // 2} sailed on Monday.\n"
        write(corpus, {f"many/{number:03}.txt": text + HOST.format(number // 3)})


def test_many_files_are_not_compared_if_none_has_changed(corpus: Path, later: None) -> None:
    write_many(corpus)
    expected = uncached(CHECK)
    assert run(*CHECK) == expected
    write(corpus, {"many/007.txt": ARTICLE})
    expected = uncached(CHECK)
    assert run(*CHECK) == expected
    [file] = (corpus.parent / "caches").rglob("*.sqlite-comparison")
    file.write_bytes(b"not read")
    assert run(*CHECK) == expected
    assert file.read_bytes() == b"not read"


def test_of_many_files_only_what_has_changed_is_compared_again(corpus: Path, later: None) -> None:
    write_many(corpus)
    assert run(*CHECK) == uncached(CHECK)
    [file] = (corpus.parent / "caches").rglob("*.sqlite-comparison")
    kept = file.stat().st_ino
    write(corpus, {"many/007.txt": ARTICLE})
    (corpus / "many" / "003.txt").unlink()
    assert run(*CHECK) == uncached(CHECK)
    (corpus / "many" / "100.txt").rename(corpus / "many" / "000.txt")
    (corpus / "a.txt").rename(corpus / "many" / "0a.txt")
    write(corpus, {"many/200.txt": b"\xff\0"})
    expected = uncached(CHECK)
    assert run(*CHECK) == run(*CHECK) == expected
    assert file.stat().st_ino == kept
    assert run("check", "many/001.txt", "many/002.txt") == uncached(
        ("check", "many/001.txt", "many/002.txt")
    )
    assert file.stat().st_ino == kept
    file.write_bytes(file.read_bytes()[::-1])
    write(corpus, {"many/008.txt": ARTICLE})
    assert run(*CHECK) == uncached(CHECK)
    assert file.stat().st_ino != kept
