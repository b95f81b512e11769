"""A text that kills the process that works on it costs one finding, and not the run."""

import os
import shutil
import signal
import tarfile
from pathlib import Path

import pytest

from corpusfmt.files.input import Input
from corpusfmt.files.pool import CHUNK
from tests.command_line import CLEAN, LOOSE, Ended, fail_to_open, read_articles, run, write

pytestmark = [
    pytest.mark.program,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="what kills a process is forked into it"),
]

NAMES = [f"in/{number:03}.txt" for number in range(40)]
BAD = {"in/000.txt", "in/017.txt", "in/018.txt"}
REASON = "its process was killed twice, perhaps because it ran out of memory"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, with texts of which some kill the process that reads them."""
    monkeypatch.chdir(tmp_path)
    parent = os.getpid()
    whole = os.open

    def kill(path: str, *more: int, **others: int) -> int:
        if os.fspath(path).endswith(tuple(BAD)) and os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return whole(path, *more, **others)

    monkeypatch.setattr(os, "open", kill)
    return write(tmp_path, dict.fromkeys(NAMES, LOOSE))


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("check", "--no-cache", "--ignore", "level-5", "in"), REASON),
        (("check", "--fix", "--ignore", "level-5", "in"), REASON),
        (("fmt", "--diff", "in"), f"not written: {REASON}"),
        (("fmt", "in"), f"not written: {REASON}"),
        (("convert", "in", "--to", "jsonl"), REASON),
        (("convert", "in", "--to", "json", "-o", "out"), REASON),
        (("stats", "in"), REASON),
    ],
    ids=lambda words: "-".join(words[:2]) if isinstance(words, tuple) else "",
)
def test_each_command_reports_the_texts_and_does_the_others(
    words: tuple[str, ...], message: str, folder: Path
) -> None:
    expected: Ended | None = None
    for jobs in ("2", "3") if "--no-cache" in words else ("3",):
        write(folder, dict.fromkeys(NAMES, LOOSE))
        shutil.rmtree("out", ignore_errors=True)
        ended = run(*words, "--jobs", jobs)
        assert ended.code == 2
        lines = [line for line in (ended.out + ended.err).splitlines() if REASON in line]
        assert len(lines) == len(BAD)
        for name, line in zip(sorted(BAD), lines, strict=True):
            assert line.endswith(f"{name}: {message}")
        assert expected in (None, ended), "the same for any number of processes"
        expected = ended
    for name, data in read_articles(folder).items():
        if name in BAD:
            assert data == LOOSE.encode()
        elif words in (("fmt", "in"), ("check", "--fix", "--ignore", "level-5", "in")):
            assert data == CLEAN.replace("Text of", "Text\nof").encode()


def test_members_of_an_archive_are_reported_by_their_names(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = os.getpid()
    whole = Input.read

    def kill(item: Input) -> bytes:
        if item.path.endswith(tuple(BAD)) and os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return whole(item)

    monkeypatch.setattr(Input, "read", kill)
    write(folder, {f"in/{number:03}.txt": CLEAN for number in range(40, 3 * CHUNK)})
    with tarfile.open("news.tar", "w") as tar:
        tar.add("in")
    for jobs in ("2", "3"):
        ended = run("check", "--ignore", "level-5", "news.tar", "--jobs", jobs)
        assert ended.code == 2
        for name in BAD:
            assert f"news.tar/{name}: {REASON}" in ended.err


def test_a_text_without_enough_memory_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    fail_to_open(monkeypatch, NAMES[3], MemoryError())
    ended = run("check", "--no-cache", NAMES[3])
    assert ended.code == 2
    assert f"{NAMES[3]}: there is not enough memory for it" in ended.err
