"""``convert --shards``: what is written and refused, and what a run that ended early leaves."""

import gzip
import hashlib
import json
import os
import shutil
import sys
import tarfile
from pathlib import Path
from typing import Any

import pytest

from corpusfmt.files.stamp import stamp_of
from corpusfmt.project.lock import project_lock
from tests.command_line import CLEAN, WESTERN, Ended, read, row, run, run_forked, write
from tests.killed_calls import count_calls, run_killed
from tests.systems import needs_posix

SENTENCES = ["The ferry is late."] * 12
FILES: dict[str, str | bytes] = {
    f"corpus/{number:02}.txt": f"# Ferry {number}\n\n\n\n{' '.join(SENTENCES[:number])}\n"
    for number in range(1, 13)
}
COMMAND = ("convert", "corpus", "--to", "jsonl", "--shards", "1kB", "-o", "out")
KILLS = 16


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, which has a small corpus."""
    monkeypatch.chdir(tmp_path)
    return write(tmp_path, FILES)


def convert(*more: str) -> Ended:
    """Convert the corpus to shards; options replace those of the command."""
    words = list(COMMAND)
    for option in words[2::2]:
        if option in more:
            index = words.index(option)
            del words[index : index + 2]
    return run(*words, *more)


def manifest() -> dict[str, Any]:
    value: dict[str, Any] = json.loads(Path("out/manifest.json").read_text())
    return value


def names() -> list[str]:
    return sorted(os.listdir("out"))


def test_the_shards_have_all_documents_in_order(folder: Path) -> None:
    assert convert() == Ended(
        0, "", "corpusfmt: read 12 files: 12 documents converted to 5 shards\n"
    )
    shards = [str(path) for path in sorted(folder.glob("out/part-*"))]
    assert [Path(path).name for path in shards] == [
        f"part-{number:05}.jsonl.zst" for number in range(1, 6)
    ]
    assert run("convert", *shards, "--to", "jsonl", "-o", "back.jsonl").code == 0
    assert run("convert", "corpus", "--to", "jsonl", "-o", "whole.jsonl").code == 0
    back = [json.loads(line) for line in Path("back.jsonl").read_bytes().splitlines()]
    whole = [json.loads(line) for line in Path("whole.jsonl").read_bytes().splitlines()]
    assert back == whole


def test_the_manifest_describes_the_shards() -> None:
    convert("--compression", "none")
    value = manifest()
    assert value["settings"] == {
        "to": "jsonl",
        "from": None,
        "encoding": None,
        "strict": False,
        "shards": 1000,
        "compression": "none",
        "map": {},
        "fields": None,
        "template": None,
        "feed_title": "Articles",
        "updated": None,
        "date_order": None,
        "date_order_of_hosts": {},
    }
    assert value["files"] == {"read": 12, "unread": 0, "refused": 0, "failed": 0}
    assert value["documents"] == 12
    for shard in value["shards"]:
        data = Path("out", shard["name"]).read_bytes()
        assert shard["bytes"] == shard["uncompressed_bytes"] == len(data)
        assert shard["sha256"] == hashlib.sha256(data).hexdigest()
        assert shard["documents"] == data.count(b"\n")
        assert len(data) <= 1000 or shard["documents"] == 1
    sizes = [shard["uncompressed_bytes"] for shard in value["shards"]]
    lines = [Path("out", shard["name"]).read_bytes() for shard in value["shards"]]
    for size, following in zip(sizes, lines[1:], strict=False):
        assert size + following.index(b"\n") + 1 > 1000, "the next line would have fit"


@pytest.mark.parametrize("name", ["gz", "xz", "zst", "none"])
def test_every_compression_can_be_read_again(name: str) -> None:
    assert convert("--compression", name).code == 0
    ending = "" if name == "none" else f".{name}"
    assert names()[2] == f"part-00001.jsonl{ending}"
    shards = [f"out/{name}" for name in names() if name.startswith("part-")]
    assert run("convert", *shards, "--to", "text", "-o", "back").code == 0
    assert read(Path("back/corpus")) == read(Path("corpus"))


@pytest.mark.parametrize("jobs", ["2", "3"])
def test_the_number_of_processes_changes_nothing(jobs: str) -> None:
    convert("--jobs", "1")
    expected = read(Path("out"))
    shutil.rmtree("out")
    convert("--jobs", jobs)
    assert read(Path("out")) == expected


def test_what_is_not_converted_is_counted() -> None:
    write(Path(), {"corpus/00.txt": WESTERN, "corpus/99.txt": WESTERN})
    ended = convert("gone.txt")
    assert ended.code == 2
    assert manifest()["files"] == {"read": 14, "unread": 0, "refused": 2, "failed": 0}
    assert ended.err.endswith("12 documents converted to 5 shards, 2 files not converted\n")


def test_an_input_without_documents_has_no_shards() -> None:
    write(Path(), {"other/a.txt": WESTERN})
    command = ("convert", "other", "--to", "jsonl", "--shards", "1kB", "-o", "none")
    assert [run(*command).code, run(*command).code] == [1, 1]
    assert json.loads(Path("none/manifest.json").read_text())["shards"] == []


def stamps(folder: Path) -> dict[Path, bytes]:
    return {path: stamp_of(path.stat()) for path in folder.glob("out/[!.]*")}


def test_a_complete_folder_is_not_written_again(folder: Path) -> None:
    write(folder, {"corpus/99.txt": WESTERN})
    first = convert()
    before = stamps(folder)
    again = convert()
    assert stamps(folder) == before
    assert again == Ended(
        first.code,
        "",
        "corpusfmt: out is complete: 12 documents converted to 5 shards, 1 file not converted\n",
    )
    assert convert("--force") == again, "force replaces what is foreign, not what is right"


# --- going on -------------------------------------------------------------------------------------


def make_inputs(folder: Path) -> tuple[str, ...]:
    """Write inputs of all kinds, one of which is not converted; return the command."""
    rows = [row(f"rows/{number}.txt", title=f"Row {number}") for number in range(20)]
    files: dict[str, str | bytes] = {
        "corpus/03.txt": WESTERN,
        "rows.jsonl": "".join(rows),
        "last/a.txt": WESTERN,
    }
    write(folder, files)
    return ("convert", "corpus", "rows.jsonl", "last", *COMMAND[2:])


@needs_posix
@pytest.mark.slow
@pytest.mark.program
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # a fork of a process with threads
def test_a_run_that_is_killed_goes_on_to_the_same_bytes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)  # the system is not killed
    command = make_inputs(folder)
    whole = run(*command)
    assert whole.code == 1
    expected = read(Path("out"))
    shutil.rmtree("out")
    places = count_calls(*command)
    shutil.rmtree("out")
    assert places > KILLS
    states: set[tuple[str, ...]] = set()
    for kill in range(KILLS):
        number = kill * places // KILLS
        assert run_killed(number, *command, tears=True, code=1)
        assert "manifest.json" not in read(Path("out")) or kill > KILLS - 3
        states.add(tuple(read(Path("out"))))
        if kill % 2:
            run_killed(number // 2, *command, tears=True, code=1)  # and killed again
        again = run(*command)
        assert again.code == 1
        assert again.err.splitlines()[-1].endswith(whole.err.rpartition(": ")[2].strip())
        assert read(Path("out")) == expected, f"killed at {number} of {places}"
        shutil.rmtree("out")
    assert len(states) > 6


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_run_that_is_interrupted_goes_on(jobs: str, monkeypatch: pytest.MonkeyPatch) -> None:
    convert()
    expected = read(Path("out"))
    shutil.rmtree("out")

    whole = os.open

    opened: list[str] = []

    def interrupt(path: str, *more: int, **others: int) -> int:
        if os.path.dirname(path) == "out":
            opened.append(path)
            if len(opened) == 3:  # the temporary file of the third shard
                raise KeyboardInterrupt
        return whole(path, *more, **others)

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", interrupt)
        ended = convert("--jobs", jobs)
    assert ended.code == 130
    assert ended.err.endswith("out has 2 shards so far; run the same command again to continue\n")
    assert [name for name in names() if name[0] != "."] == [
        "part-00001.jsonl.zst",
        "part-00002.jsonl.zst",
    ]
    again = convert()
    assert again.err.startswith("corpusfmt: out has 2 shards already; continuing from there\n")
    assert again.err.endswith("read 12 files: 12 documents converted to 5 shards\n")
    assert read(Path("out")) == expected


def test_a_shard_without_its_name_is_not_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    """A shard is recorded before its file gets the name."""
    rename = os.replace

    def interrupt(source: str, target: str) -> None:
        if os.path.basename(target).startswith("part-00003"):
            raise KeyboardInterrupt
        rename(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", interrupt)
        ended = convert()
    assert ended.err.endswith("out has 2 shards so far; run the same command again to continue\n")
    assert convert().err.startswith("corpusfmt: out has 2 shards already; continuing from there\n")


def test_members_of_archives_go_on_where_they_were(folder: Path) -> None:
    with tarfile.open("news.tar", "w") as tar:
        tar.add("corpus")
    command = ("convert", "news.tar", *COMMAND[2:])
    assert run(*command).code == 0
    expected = read(Path("out"))
    for number in (5, 3):
        Path(f"out/part-0000{number}.jsonl.zst").unlink()
    again = run(*command)
    assert (again.code, again.err.count("2 shards already")) == (0, 1)
    assert "read 12 files" in again.err
    assert read(Path("out")) == expected


def test_a_shard_that_is_missing_is_written_again_with_those_after_it() -> None:
    convert()
    expected = read(Path("out"))
    Path("out/part-00002.jsonl.zst").unlink()
    again = convert()
    assert again.err.startswith("corpusfmt: out has 1 shard already")
    assert read(Path("out")) == expected


def test_a_manifest_that_is_missing_is_written_again() -> None:
    convert()
    expected = read(Path("out"))
    Path("out/manifest.json").unlink()
    assert convert().code == 0
    assert read(Path("out")) == expected


# --- what is refused ------------------------------------------------------------------------------


def assert_refused(ended: Ended, message: str) -> None:
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == f"corpusfmt: {message}\n"


def test_a_folder_that_is_not_empty_is_refused(folder: Path) -> None:
    write(folder, {"out/notes.md": "mine"})
    message = "out: is not empty; expected an empty folder, or --force to write into it"
    assert_refused(convert(), message)
    assert read(Path("out")) == {"notes.md": b"mine"}
    assert convert("--force").code == 0
    assert read(Path("out"))["notes.md"] == b"mine"
    assert "manifest.json" in names()


@pytest.mark.parametrize("more", [(), ("--force",)])
def test_a_shard_that_is_not_recorded_is_never_replaced(folder: Path, more: tuple[str]) -> None:
    write(folder, {"out/part-00002.jsonl.zst": "mine"})
    assert convert(*more).code == 2
    assert read(Path("out")) == {"part-00002.jsonl.zst": b"mine"}
    shutil.rmtree("out")
    convert()
    write(folder, {"out/part-00009.jsonl.zst": "mine"})
    message = "out/part-00009.jsonl.zst: is a shard of another run, and is not replaced; remove it"
    assert_refused(convert(*more), message)


def test_a_shard_that_was_changed_is_refused(folder: Path) -> None:
    convert()
    expected = read(Path("out"))
    write(folder, {"out/part-00002.jsonl.zst": "mine"})
    changed = read(Path("out"))
    message = "was changed after it was written; use --force to write it again"
    assert_refused(convert(), f"out/part-00002.jsonl.zst: {message}")
    assert read(Path("out")) == changed
    assert convert("--force").code == 0
    assert read(Path("out")) == expected


def test_a_manifest_that_was_changed_is_refused(folder: Path) -> None:
    convert()
    expected = read(Path("out"))
    write(folder, {"out/manifest.json": "{}"})
    message = "was not written with these shards; use --force to replace it"
    assert_refused(convert(), f"out/manifest.json: {message}")
    assert convert("--force").code == 0
    assert read(Path("out")) == expected


def test_shards_of_another_run_are_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    convert()
    before = read(Path("out"))
    other = "expected an empty folder, or --force to replace them"
    assert_refused(convert("--strict"), f"out: has shards with other settings; {other}")
    with monkeypatch.context() as patch:
        patch.setattr(sys, "version", f"{sys.version} of another build")  # it is in the digest
        released = f"out: has shards of another release of corpusfmt; {other}"
        assert_refused(convert(), released)
    write(folder, {"corpus/07.txt": CLEAN})
    changed = f"out: has shards of another input, or of one that has changed since; {other}"
    assert_refused(convert(), changed)
    assert read(Path("out")) == before
    assert convert("--force", "--shards", "1MB").code == 0
    assert names() == [".corpusfmt", "manifest.json", "part-00001.jsonl.zst"]
    assert manifest()["documents"] == 12


def test_the_input_is_never_replaced() -> None:
    convert()
    before = read(Path("out"))
    ended = run("convert", "out/part-00001.jsonl.zst", *COMMAND[2:], "--force")
    problem = "contains out/part-00001.jsonl.zst, which is an input; expected another folder"
    assert_refused(ended, f"out: {problem}")
    assert read(Path("out")) == before


@needs_posix
@pytest.mark.program
def test_two_runs_at_once_are_refused() -> None:
    Path("out").mkdir()
    with project_lock("out", "corpusfmt convert --shards"):
        ended = run_forked(*COMMAND)
        assert [name for name in names() if name[0] != "."] == []
    assert ended.code == 2
    assert ended.err.startswith("corpusfmt: another run is writing in out: corpusfmt convert")
    assert convert().code == 0


@pytest.mark.program
@pytest.mark.skipif(os.name != "posix", reason="other systems have no such limits")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("limit", [100, 400, 800])
def test_a_disk_that_is_full_loses_nothing(limit: int) -> None:
    convert("--compression", "none")
    expected = read(Path("out"))
    shutil.rmtree("out")
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        ended = convert("--compression", "none")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert ended.code == 2
    assert "file too large" in ended.err
    assert "Traceback" not in ended.err
    assert "internal error" not in ended.err
    assert not Path("out/manifest.json").exists()
    assert convert("--compression", "none").code == 0
    assert read(Path("out")) == expected


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("-o", "-"), "--shards writes files to a folder: use -o DIR"),
        (("-o", "/dev/full"), "--shards writes files to a folder: use -o DIR"),
        (("-o", "corpus/01.txt"), "corpus/01.txt: is a file; expected a folder for the shards"),
        (
            ("-o", "all.jsonl.gz"),
            "all.jsonl.gz: looks like the name of a file; expected a folder for the shards; "
            "add / if it is one",
        ),
        (
            ("--to", "html"),
            "--shards is only for formats with many articles in a file: jsonl, rows, jsonfeed, "
            "atom, dolma, parquet; html has one",
        ),
        (
            ("--to", "parquet", "--compression", "gz"),
            "--compression is not for --to parquet, which is compressed",
        ),
    ],
)
def test_what_cannot_be_written_is_refused(words: tuple[str, ...], message: str) -> None:
    ended = convert(*words)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"corpusfmt: {message}")


@pytest.mark.parametrize("size", ["0", "MB", "64 TB", "1.5MB", "64MBs"])
def test_a_size_that_is_not_one_is_refused(size: str) -> None:
    message = f"--shards is '{size}'; expected a size such as 64MB, 500kB or 1GiB"
    assert_refused(convert("--shards", size), message)


@pytest.mark.parametrize(
    ("text", "size"), [("1000", 1000), ("1kB", 1000), ("1 MB", 10**6), ("2KiB", 2048)]
)
def test_a_size_can_have_a_unit(text: str, size: int) -> None:
    assert convert("--shards", text).code == 0
    assert manifest()["settings"]["shards"] == size


def test_the_standard_input_cannot_be_read_again() -> None:
    ended = run("convert", "-", *COMMAND[2:], stdin=CLEAN.encode())
    problem = "the standard input could not be read again after the run was stopped"
    assert_refused(ended, f"--shards cannot be used with the path -: {problem}")


def test_a_compression_needs_shards() -> None:
    ended = run("convert", "corpus", "--to", "jsonl", "-o", "a.jsonl", "--compression", "gz")
    hint = "a single file is compressed by the end of its name, as in -o corpus.jsonl.zst"
    assert_refused(ended, f"--compression is only for --shards; {hint}")


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="the standard library has Zstandard")
def test_a_library_that_is_missing_is_reported_with_the_extra(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    need = "Python 3.14, or the extra: pip install 'corpusfmt[zstd]'"
    monkeypatch.setitem(sys.modules, "zstandard", None)
    assert_refused(convert(), f"writing .zst needs {need} (or use --compression gz)")
    single = run("convert", "corpus", "--to", "jsonl", "-o", "a.jsonl.zst")
    assert_refused(single, f"writing .zst needs {need}")
    assert convert("--compression", "gz").code == 0


# --- one compressed file --------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["gz", "xz", "zst"])
def test_a_single_file_is_compressed_by_its_name(ending: str) -> None:
    assert run("convert", "corpus", "--to", "jsonl", "-o", "plain.jsonl").code == 0
    for _ in range(2):
        assert run("convert", "corpus", "--to", "jsonl", "-o", f"a.jsonl.{ending}").code == 0
    assert Path(f"a.jsonl.{ending}").stat().st_size < Path("plain.jsonl").stat().st_size
    assert run("convert", f"a.jsonl.{ending}", "--to", "jsonl", "-o", "b.jsonl").code == 0
    assert Path("b.jsonl").read_bytes() == Path("plain.jsonl").read_bytes()


def test_the_name_of_a_compressed_file_says_its_format() -> None:
    ended = run("convert", "corpus/01.txt", "--to", "json", "-o", "a.jsonl.gz")
    assert "a.jsonl.gz: has the extension of JSON Lines" in ended.err
    assert run("convert", "corpus/01.txt", "--to", "json", "-o", "a.json.gz").code == 0
    assert json.loads(gzip.decompress(Path("a.json.gz").read_bytes()))["title"] == "Ferry 1"
    assert (
        "looks like the name of a file"
        in run("convert", "corpus", "--to", "parquet", "-o", "a.parquet.gz").err
    )


# ------------------------------------------------------------------------- formats that are joined

JOINED = (
    ("atom", ("--updated", "2024-02-03T04:05:06Z", "--feed-title", "Skarv")),
    ("jsonfeed", ("--feed-title", "Skarv")),
    ("parquet", ()),
)


@pytest.mark.parametrize(("to", "options"), JOINED, ids=[to for to, _ in JOINED])
def test_each_shard_is_a_whole_file_of_its_format(
    to: str, options: tuple[str, ...], folder: Path
) -> None:
    ended = convert("--to", to, "--compression", "none", *options)
    assert ended.code == 0
    shards = manifest()["shards"]
    assert len(shards) > 2
    assert sum(shard["documents"] for shard in shards) == 12
    paths = sorted(path.stem for path in folder.glob("corpus/*"))
    done = 0
    for shard in shards:
        data = Path("out", shard["name"]).read_bytes()
        assert (len(data), hashlib.sha256(data).hexdigest()) == (shard["bytes"], shard["sha256"])
        assert shard["uncompressed_bytes"] == shard["bytes"]
        names = [f"corpus/{name}.txt" for name in paths[done : done + shard["documents"]]]
        done += shard["documents"]
        one = Path("one").with_suffix(Path(shard["name"]).suffix)
        assert run("convert", *names, "--to", to, *options, "--force", "-o", one).code == 0
        assert one.read_bytes() == data


def test_other_options_of_a_feed_begin_again() -> None:
    words = ("--to", "atom", "--updated", "2024-02-03T04:05:06Z")
    assert convert(*words).code == 0
    assert "is complete" in convert(*words).err
    ended = convert(*words, "--feed-title", "Merrow")
    assert (ended.code, "has shards with other settings" in ended.err) == (2, True)
