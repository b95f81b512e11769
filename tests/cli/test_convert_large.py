"""``convert`` reads a large file of JSON Lines in parts: the same results, in little memory."""

import gzip
import json
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import corpusfmt
from corpusfmt.errors import ArticleError
from corpusfmt.files import row_parts
from tests.command_line import CLEAN, ENVIRONMENT, Ended, read, run, write
from tests.systems import needs_posix

DOCUMENT: dict[str, Any] = {
    "corpusfmt": "1.0",
    "title": "Ferry",
    "body": [{"type": "paragraph", "content": [{"type": "text", "text": "It sailed."}]}],
}
NEWS: dict[str, Any] = {
    "title": "Ferry",
    "maintext": "It sailed.",
    "date_publish": None,
    "source_domain": "x",
}
SOURCE = {"source": {"path": "a/b.txt", "sha256": "0" * 64}}
OWN_ROWS: list[object] = [
    DOCUMENT,
    DOCUMENT,
    DOCUMENT | SOURCE,
    DOCUMENT | {"url": 3},
    DOCUMENT | {"title": "Ferry\x93"},
    DOCUMENT | {"title": "Ferry\0"},
    {"title": "Ferry", "text": "It sailed."},
    NEWS,
    7,
]
FOREIGN_ROWS: list[object] = [
    NEWS,
    NEWS,
    NEWS | {"authors": ["Ann Lee"]},
    NEWS | {"title": None},
    NEWS | {"date_publish": "soon"},
    DOCUMENT,
    [NEWS],
]
LINES = ["", " \t", "{", '{"a": 1, "a": 2}', "\ufeff{}", "x\0y", "NaN\r"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@contextmanager
def in_parts(monkeypatch: pytest.MonkeyPatch, *, size: int = 256) -> Iterator[None]:
    """Read files in parts of this many bytes."""
    with monkeypatch.context() as patch:
        patch.setattr(row_parts, "LARGE", 300)
        patch.setattr(row_parts, "_PART", size)
        yield


def make_rows(rows: list[object], seed: int) -> bytes:
    """Return some rows at random, among them lines that are not JSON."""
    draw = random.Random(seed)
    lines: list[str] = []
    for _ in range(draw.randrange(4, 40)):
        if draw.random() < 0.2:
            lines.append(draw.choice(LINES))
        else:
            lines.append(json.dumps(draw.choice(rows), ensure_ascii=draw.random() < 0.5))
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def everything(*words: str, stdin: bytes = b"") -> tuple[Ended, dict[str, bytes]]:
    """Return how a conversion ends, and what it has written."""
    shutil.rmtree("out", ignore_errors=True)
    ended = run("convert", *words, stdin=stdin)
    return ended, read(Path("out")) if Path("out").exists() else {}


COMMANDS = {
    "a file": ("--to", "jsonl", "-o", "out/x.jsonl"),
    "the standard output": ("--to", "plain"),
    "a folder": ("--to", "text", "-o", "out/"),
    "rows": ("--to", "rows", "-o", "out/x.jsonl", "--strict"),
    "shards": ("--to", "jsonl", "--shards", "1kB", "-o", "out", "--compression", "none"),
    "several processes": ("--to", "json", "-o", "out/", "-j", "2"),
}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("rows", "kind"), [(OWN_ROWS, None), (FOREIGN_ROWS, "news-please"), (FOREIGN_ROWS, "auto")]
)
def test_the_results_are_those_of_the_whole_file(
    command: str, rows: list[object], kind: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = (*COMMANDS[command], *(("--from", kind) if kind else ()))
    refused = 0
    for seed in range(4):
        write(Path(), {"a.jsonl": make_rows(rows, seed), "b.jsonl": make_rows(rows, seed + 100)})
        files = ("a.jsonl", "b.jsonl")
        whole = everything(*files, *options)
        with in_parts(monkeypatch):
            assert everything(*files, *options) == whole
        refused += whole[0].code > 0
    assert refused > 1


@pytest.mark.parametrize("name", ["-", "x.jsonl"])
def test_the_standard_input_is_read_as_a_file_is(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = b"\n".join([json.dumps(DOCUMENT).encode()] * 30 + [b"{"])
    words = ("-", "--to", "jsonl", "--stdin-filename", name)
    whole = everything(*words, stdin=data)
    assert whole[0].out.count("\n") >= 30
    with in_parts(monkeypatch):
        assert everything(*words, stdin=data) == whole
        text = b"# Ferry\n\n\n\n" + b"It sailed. " * 100
        assert run("convert", "-", "--to", "plain", stdin=text).out.startswith("Ferry\n")
        value = json.dumps(DOCUMENT, indent=1).encode() + b"\n" * 300
        assert run("convert", "-", "--to", "plain", stdin=value).out.startswith("Ferry\n")


def test_a_json_text_on_several_lines_is_one_value(monkeypatch: pytest.MonkeyPatch) -> None:
    write(Path(), {"a.jsonl": json.dumps([NEWS] * 20, indent=1)})
    words = ("a.jsonl", "--from", "news-please", "--to", "jsonl")
    whole = everything(*words)
    assert whole[0].out.count("\n") == 20
    with in_parts(monkeypatch):
        assert everything(*words) == whole


def test_rows_that_are_not_utf_8_are_reported_row_by_row(monkeypatch: pytest.MonkeyPatch) -> None:
    row = json.dumps(DOCUMENT).encode()
    lines = [row] * 3 + [b'{"a": "\xe9"}'] + [row] * 3 + [b"\xff" + row, row]
    write(Path(), {"a.jsonl": b"\n".join(lines)})
    with in_parts(monkeypatch):
        ended = run("convert", "a.jsonl", "--to", "jsonl", "-o", "x.jsonl")
    assert ended.code == 1
    assert "a.jsonl:4:8: error: byte E9 at offset 7 is not valid UTF-8" in ended.out
    assert "a.jsonl:8:1: error: byte FF at offset 0 is not valid UTF-8" in ended.out
    written = [json.loads(line) for line in Path("x.jsonl").read_bytes().splitlines()]
    assert [one["source"]["line"] for one in written] == [1, 2, 3, 5, 6, 7, 9]


def test_a_file_of_another_program_that_is_not_utf_8_has_no_articles(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    row = json.dumps(NEWS).encode()
    write(Path(), {"a.jsonl": b"\n".join([*[row] * 9, b'{"a": "\xe9"}', row])})
    with in_parts(monkeypatch):
        ended = run("convert", "a.jsonl", "--from", "news-please", "--to", "jsonl", "-o", "x.jsonl")
    assert ended.code == 1
    assert "a.jsonl:10:8: error: byte E9" in ended.out
    assert ended.err == "corpusfmt: read 1 file: 0 documents converted, 1 file not converted\n"


@pytest.mark.parametrize("data", [b"\n \t\n" * 200, json.dumps(DOCUMENT).encode("utf-16") * 9])
def test_a_file_without_rows_is_reported_as_a_whole(
    data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(Path(), {"a.jsonl": data})
    whole = everything("a.jsonl", "--to", "jsonl")
    assert whole[0].code == 1
    with in_parts(monkeypatch):
        assert everything("a.jsonl", "--to", "jsonl") == whole


def test_one_article_for_one_file_is_not_read_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    write(Path(), {"a.jsonl": "\n".join([json.dumps(NEWS)] * 20)})
    with in_parts(monkeypatch):
        ended = run("convert", "a.jsonl", "--from", "news-please", "--to", "json", "-o", "x.json")
    assert "a.jsonl: has 20 articles; expected a folder for -o" in ended.err


def test_load_reads_the_same_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    def loaded(kind: str | None) -> tuple[list[object], list[str]]:
        problems: list[ArticleError] = []
        found: list[object] = [
            one.to_document()
            for one in corpusfmt.load("a.jsonl", kind=kind, on_error=problems.append)
        ]
        return found, [str(problem) for problem in problems]

    number = 0
    for rows, kind in ((OWN_ROWS, None), (FOREIGN_ROWS, "news-please")):
        for seed in range(4):
            write(Path(), {"a.jsonl": make_rows(rows, seed)})
            whole = loaded(kind)
            number += len(whole[0])
            with in_parts(monkeypatch):
                assert loaded(kind) == whole
    assert number > 30


def test_shards_go_on_within_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    write(Path(), {"a.jsonl": "\n".join([json.dumps(DOCUMENT)] * 60 + ["{"])})
    options = ("a.jsonl", "--to", "jsonl", "--shards", "1kB", "-o", "out")
    whole = everything(*options)
    assert len(whole[1]) > 10
    with in_parts(monkeypatch):
        shards = sorted(Path("out").glob("part-*"))
        for shard in shards[5:]:
            shard.unlink()
        again = run("convert", *options)
        assert (again.code, read(Path("out"))) == (1, whole[1])
        assert again.err.splitlines()[-1] == whole[0].err.splitlines()[-1]


@pytest.mark.parametrize("kind", ["news-please", "auto"])
def test_compressed_rows_of_another_program_are_read(kind: str) -> None:
    lines = [json.dumps(NEWS), "", json.dumps(NEWS | {"title": None}), json.dumps(NEWS)]
    write(Path(), {"a.jsonl.gz": gzip.compress("\n".join(lines).encode())})
    options = ("a.jsonl.gz", "--from", kind, "--to", "jsonl", "-o", "x.jsonl")
    ended = run("convert", *options)
    assert ended.code == 1
    assert "a.jsonl.gz/3:1:1: error: the article has no title" in ended.out
    written = [json.loads(line) for line in Path("x.jsonl").read_bytes().splitlines()]
    assert [one["source"]["line"] for one in written] == [1, 4]
    problems: list[ArticleError] = []
    loaded = list(corpusfmt.load("a.jsonl.gz", kind=kind, on_error=problems.append))
    assert ([article.to_document() for article in loaded], len(problems)) == (written, 1)


def test_compressed_rows_that_are_documents_or_texts_are_known_as_before() -> None:
    lines = [json.dumps(DOCUMENT), json.dumps({"text": CLEAN})]
    write(Path(), {"a.jsonl.gz": gzip.compress("\n".join(lines).encode())})
    for options in ((), ("--from", "auto")):
        ended = run("convert", "a.jsonl.gz", "--to", "plain", *options)
        assert ended.code == 0
        assert ended.out == "Ferry\n\nIt sailed.\nFerry\n\nText of the article.\n"


MEASURED = """
import sys
from corpusfmt.cli.main import main
code = main(sys.argv[1:])
status = open("/proc/self/status").read()
print(code, status.partition("VmHWM:")[2].split()[0], file=sys.stderr)
"""


def peak(*words: str, stdin: str | None = None) -> int:
    """Return the most memory in kB of a run whose output is not kept."""
    with open(stdin or "/dev/null", "rb") as source:
        done = subprocess.run(
            (sys.executable, "-c", MEASURED, *words),
            stdin=source,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=ENVIRONMENT,
            check=True,
        )
    code, kilobytes = done.stderr.split()[-2:]
    assert code == b"0"
    return int(kilobytes)


@needs_posix
@pytest.mark.slow
@pytest.mark.program
@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured by /proc")
@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda text: DOCUMENT | {"intro": [[{"type": "text", "text": text}]]}, ("a.jsonl",)),
        (lambda text: DOCUMENT | {"intro": [[{"type": "text", "text": text}]]}, ("-",)),
        (lambda text: NEWS | {"maintext": text}, ("a.jsonl", "--from", "news-please")),
        (lambda text: NEWS | {"maintext": text}, ("a.jsonl", "--from", "auto")),
    ],
)
def test_the_memory_does_not_depend_on_the_size_of_the_file(
    make: Callable[[str], object], words: tuple[str, ...]
) -> None:
    row = json.dumps(make("Some words of a paragraph. " * 1_000)) + "\n"
    peaks: list[int] = []
    for megabytes in (12, 44):
        with open("a.jsonl", "w", encoding="utf-8") as file:
            file.writelines([row] * (megabytes * 1_000_000 // len(row)))
        stdin = "a.jsonl" if "-" in words else None
        options = ("--to", "jsonl", "--isolated", "-j", "1")
        peaks.append(peak("convert", *words, *options, stdin=stdin))
    assert peaks[1] - peaks[0] < 12_000  # in memory, 32 MB more would be more than 32,000
