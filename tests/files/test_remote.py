"""Files at URLs: those in memory, and those on the disk as a remote file system has them."""

import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from corpusfmt.files.remote import reason_of_failure
from tests.archives import tar
from tests.command_line import CLEAN, LOOSE, Ended, run, write

FILES = {
    "corpus/b.txt": LOOSE,
    "corpus/deep/a.txt": LOOSE,
    "corpus/c.pdf": "x",
    "corpus/drafts/d.txt": LOOSE,
    "corpus/.hidden/e.txt": LOOSE,
    "clean/f.txt": CLEAN,
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    memory = fsspec.filesystem("memory")
    for name, text in FILES.items():
        memory.pipe(f"/{name}", text.encode())
    memory.pipe("/news.tar.gz", gzip.compress(tar(FILES)))
    memory.pipe("/rows.jsonl", json.dumps({"text": LOOSE}).encode())
    yield write(tmp_path, {"corpusfmt.toml": 'exclude = ["drafts/"]\n'})
    memory.rm("/", recursive=True)


def changed(*paths: str) -> list[str]:
    out = run("fmt", "--check", *paths).out
    return [line.removesuffix(": not canonical") for line in out.splitlines()]


def test_the_files_of_a_folder_are_read() -> None:
    expected = ["memory://corpus/b.txt", "memory://corpus/deep/a.txt"]
    assert changed("memory://corpus") == expected
    assert changed("memory://corpus/") == expected
    assert changed("memory://corpus/deep/a.txt", "memory://corpus/b.txt") == expected[::-1]


def test_patterns_are_expanded() -> None:
    assert changed("memory://corpus/*.txt") == ["memory://corpus/b.txt"]
    assert changed("memory://corpus/**/a.*") == ["memory://corpus/deep/a.txt"]


def test_what_is_skipped_is_counted() -> None:
    skipped = "1 excluded, 1 hidden folder, 1 not matched by include (*.txt, *.md)"
    assert f"(skipped: {skipped})" in run("check", "memory://corpus").err


def test_archives_and_rows_are_read() -> None:
    expected = ["corpus/b.txt", "corpus/deep/a.txt"]
    assert changed("memory://news.tar.gz") == [f"memory://news.tar.gz/{name}" for name in expected]
    assert changed("memory://rows.jsonl") == ["memory://rows.jsonl/1"]


def test_local_files_have_urls_too(folder: Path) -> None:
    write(folder, {"in/a.txt": LOOSE})
    assert changed(f"file://{folder}/in") == [f"file://{folder}/in/a.txt"]


def assert_not_read(ended: Ended, reason: str) -> None:
    assert ended.code == 2
    assert ended.err.startswith(f"corpusfmt: {reason}")


def test_what_cannot_be_read_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    for path in ("memory://absent.txt", "memory://absent/*.txt", "memory://absent.zip"):
        assert_not_read(run("check", path), f"{path}: does not exist")
    assert_not_read(run("check", "nosuch://a.txt"), "nosuch://a.txt: cannot be read (ValueError: ")
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    reason = "is a URL; install the extra: pip install 'corpusfmt[remote]'"
    assert_not_read(run("check", "memory://corpus"), f"memory://corpus: {reason}")


def test_a_large_file_is_not_read(folder: Path) -> None:
    write(folder, {"corpusfmt.toml": "[inputs]\nmax-member-bytes = 30\n"})
    reason = "memory://clean/f.txt: has more than 30 bytes (max-member-bytes)"
    assert_not_read(run("check", "memory://clean"), reason)


def contents() -> dict[str, bytes]:
    memory = fsspec.filesystem("memory")
    return {path: memory.cat(path) for path in memory.find("/")}


def test_nothing_is_rewritten() -> None:
    before = contents()
    for command in (("fmt",), ("check", "--fix"), ("split", "--in-place")):
        assert_not_read(run(*command, "memory://corpus"), "memory://corpus/b.txt: ")
    assert contents() == before


def test_documents_are_named_after_the_urls(folder: Path) -> None:
    run("convert", "memory://corpus", "--to", "json", "-o", "out")
    document = json.loads((folder / "out/deep/a.json").read_text())
    assert document["source"]["path"] == "memory://corpus/deep/a.txt"
    run("convert", "memory://news.tar.gz", "--to", "json", "-o", "members")
    assert (folder / "members/corpus/deep/a.json").exists()


def test_reports_have_urls() -> None:
    sarif = json.loads(run("check", "--report", "sarif", "memory://corpus/b.txt").out)
    location = sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "memory://corpus/b.txt"


def test_known_findings_are_not_reported() -> None:
    assert run("baseline", "memory://corpus").code == 0
    baseline = ("--baseline", "corpusfmt-baseline.jsonl")
    assert run("check", *baseline, "memory://corpus").code == 0
    assert run("check", *baseline, "memory://clean").code == 0


def test_findings_of_corpus_rules_have_their_places() -> None:
    long = "The same long text is in both of the articles here. " * 20
    memory = fsspec.filesystem("memory")
    for name in ("One", "Two"):
        memory.pipe(f"/alike/{name}.txt", f"# {name}\n\n\n\n{long}\n".encode())
    ended = run("check", "--select", "duplicate-body", "--report", "concise", "memory://alike")
    assert ended.out.startswith("memory://alike/Two.txt:5:1: warning: ")


class ResponseError(Exception):
    """An error as aiohttp has it for the status of an answer."""

    def __init__(self, status: int) -> None:
        super().__init__(f"{status}, message='…'")
        self.status = status


@pytest.mark.parametrize(
    ("cause", "reason"),
    [
        (None, "does not exist"),
        (FileNotFoundError("x"), "does not exist"),
        (ValueError("x"), "does not exist"),
        (ResponseError(404), "does not exist"),
        (ResponseError(503), "cannot be read (ResponseError: 503, message='…')"),
        (ConnectionRefusedError("refused"), "cannot be read (ConnectionRefusedError: refused)"),
        (TimeoutError(), "cannot be read (TimeoutError)"),
        (PermissionError(), "permission denied"),
    ],
)
def test_a_server_that_fails_is_not_a_missing_file(cause: Exception | None, reason: str) -> None:
    error = FileNotFoundError("https://news.example/a.txt")
    error.__cause__ = cause
    assert reason_of_failure(error) == reason
