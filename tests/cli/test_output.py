"""``corpusfmt convert -o``: where documents are written, and what is never written over."""

import json
import os
from pathlib import Path

import pytest

from tests.command_line import CLEAN, LOOSE, WESTERN, document, read, row, run, write

Files = dict[str, str | bytes]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


# What is there, the arguments, and the files there are afterwards beside.
OUTPUTS: dict[str, tuple[Files, tuple[str, ...], set[str]]] = {
    "one file": ({"a.txt": CLEAN}, ("a.txt", "--to", "json", "-o", "out"), {"out"}),
    "one file into a folder": ({"a.txt": CLEAN}, ("a.txt", "--to", "json", "-o", "out/"), {"out/a.json"}),
    "one file into a folder that is there": (
        {"a.txt": CLEAN, "out/x": ""},
        ("a.txt", "--to", "json", "-o", "out"),
        {"out/x", "out/a.json"},
    ),
    "folders are made": ({"a.txt": CLEAN}, ("a.txt", "--to", "jsonl", "-o", "x/y/out"), {"x/y/out"}),
    "a folder": (
        {"in/a.txt": CLEAN, "in/b/c.md": CLEAN},
        ("in", "--to", "json", "-o", "x/out"),
        {"x/out/a.json", "x/out/b/c.json"},
    ),
    "a folder of one file": ({"in/a.txt": CLEAN}, ("in/", "--to", "json", "-o", "out"), {"out/a.json"}),
    "the current folder": ({"a.txt": CLEAN}, (".", "--to", "json", "-o", "out"), {"out/a.json"}),
    "inside the folder that is read": ({"a.txt": CLEAN}, (".", "--to", "json", "-o", "."), {"a.json"}),
    "two folders": (
        {"in/a/x.txt": CLEAN, "in/b/x.txt": CLEAN},
        ("in/a", "in/b", "--to", "json", "-o", "out"),
        {"out/a/x.json", "out/b/x.json"},
    ),
    "two files of one name": (
        {"a/x.txt": CLEAN, "b/x.txt": CLEAN},
        ("a/x.txt", "b/x.txt", "--to", "json", "-o", "out"),
        {"out/a/x.json", "out/b/x.json"},
    ),
    "two files of one folder": (
        {"in/a.txt": CLEAN, "in/b.txt": CLEAN},
        ("in/a.txt", "in/b.txt", "--to", "json", "-o", "out"),
        {"out/a.json", "out/b.json"},
    ),
    "a folder and a file": (
        {"in/a.txt": CLEAN, "b.txt": CLEAN},
        ("in", "b.txt", "--to", "json", "-o", "out"),
        {"out/in/a.json", "out/b.json"},
    ),
    "endings and dots": (
        {"a.b.txt": CLEAN, "plain": CLEAN, ".dotted": CLEAN},
        ("a.b.txt", "plain", ".dotted", "--to", "json", "-o", "out"),
        {"out/a.b.json", "out/plain.json", "out/.dotted.json"},
    ),
    "one file of rows": ({"in.jsonl": row("a.txt")}, ("in.jsonl", "--to", "text", "-o", "out"), {"out/a.txt"}),
    "rows without a source": (
        {"d/in.jsonl": row() + "\n" + row()},
        ("d/in.jsonl", "--to", "text", "-o", "out"),
        {"out/in-000001.txt", "out/in-000003.txt"},
    ),
    "rows that name a row": (
        {"in.jsonl": json.dumps(document(source={"path": "x.jsonl", "line": 7}))},
        ("in.jsonl", "--to", "text", "-o", "out"),
        {"out/in-000001.txt"},
    ),
    "rows of several files": (
        {"in/a.jsonl": row("x/1.txt"), "in/b.ndjson": row("x/2.txt"), "in/c.json": row("x/3.txt")},
        ("in", "--to", "text", "-o", "out"),
        {"out/x/1.txt", "out/x/2.txt", "out/c.txt"},
    ),
    "only some kinds of documents": (
        {"in/a.jsonl": row("1.txt"), "in/c.json": row("3.txt"), "in/d.txt": CLEAN},
        ("in", "--from", "jsonl", "--to", "text", "-o", "out"),
        {"out/1.txt"},
    ),
}


@pytest.mark.parametrize("name", OUTPUTS)
def test_the_output_is_a_file_or_keeps_the_tree(name: str, folder: Path) -> None:
    files, words, made = OUTPUTS[name]
    write(folder, files)
    ended = run("convert", *words)
    assert (ended.code, ended.out) == (0, ""), ended.err
    assert set(read(folder)) == {*files, *made}


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_the_paths_does_not_decide_where_a_file_goes(order: int, folder: Path) -> None:
    write(folder, {"in/a/x.txt": CLEAN, "in/b/x.txt": LOOSE, "in/c.txt": CLEAN, "in/c.md": LOOSE})
    ended = run("convert", *["in/a", "in/b/x.txt", "in/c.txt", "in/c.md"][::order], "--to", "json", "-o", "out")
    assert ended.code == 2
    made = {name: json.loads(text)["source"]["path"] for name, text in read(folder / "out").items()}
    assert made == {"a/x.json": "in/a/x.txt", "b/x.json": "in/b/x.txt"}
    assert ended.err.count("not converted: c.json would be that of") == 2


@pytest.mark.parametrize(
    ("said", "made"),
    [
        ("../../x.txt", "x.txt"),
        ("/etc/x.txt", "etc/x.txt"),
        ("C:\\d\\x.txt", "d/x.txt"),
        ("C:x.txt", "C:x.txt"),
        ("a/../../b.txt", "b.txt"),
        ("a/./b//c.txt", "a/b/c.txt"),
        ("..", "in-000001.txt"),
        ("/", "in-000001.txt"),
        ("...", "...txt"),
        (".txt", ".txt.txt"),
        ("-rf", "-rf.txt"),
        ("~/x.txt", "~/x.txt"),
        ("d/", "d.txt"),
        ("link/x.txt", None),
        ("link/new/x.txt", None),
        ("n" * 300, None),
        ("file/x.txt", None),
        ("folder.txt", None),
    ],
)
def test_no_row_leaves_the_folder(said: str, made: str | None, folder: Path) -> None:
    write(folder, {"in.jsonl": row(said) + row("last.txt"), "out/file": "", "out/folder.txt/x": "", "outside/x": ""})
    os.symlink("../outside", folder / "out/link")
    before = read(folder)
    ended = run("convert", "in.jsonl", "--to", "text", "-o", "out")
    assert set(read(folder)) - set(before) == {"out/last.txt"} | ({f"out/{made}"} if made else set())
    assert ended.code == (0 if made else 2)
    assert "report" not in ended.err
    assert ("corpusfmt: in.jsonl:1: out/" in ended.err) is (made is None)


def test_no_document_is_written_over_another(folder: Path) -> None:
    write(folder, {"in.jsonl": row("a.txt", "One") + row("a.md", "Two") + row("b.txt", "Three")})
    ended = run("convert", "in.jsonl", "--to", "text", "-o", "out")
    assert ended.code == 2
    assert "in.jsonl:2: out/a.txt is already written, for in.jsonl:1" in ended.err
    assert "2 documents converted, 1 document could not be written" in ended.err
    assert b"# One" in read(folder / "out")["a.txt"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("in", "--to", "json", "-o", "file"), "file: is a file; expected a folder"),
        (("in", "--to", "json", "-o", "file/out"), "corpusfmt: file/out: lies below something that is not a folder"),
        (("in", "--to", "jsonl", "-o", "in"), "in: is a folder; expected the name of a file"),
        (("in", "--to", "jsonl", "-o", "new/"), "new/: is a folder; expected the name of a file"),
        (("in", "--to", "jsonl", "-o", "file/out"), "file: is a file, and is needed as a folder"),
        (("in", "--to", "jsonl", "-o", ""), "'': is no name for the output"),
        (("in", "--to", "jsonl", "-o", "link"), "link: is a symbolic link"),
        (("in", "--to", "jsonl", "-o", "a\0b"), "a\\u0000b: is not a name a file can have"),
        (("in", "--to", "json", "-o", "a\0b"), "is not a name a file can have"),
        (("in", "--to", "jsonl", "-o", "n" * 300), ": has too long a name"),
        (("in/a.txt", "--to", "text", "-o", "in/a.txt"), "in/a.txt: is among the files that are read"),
        (("in/a.txt", "--to", "text", "-o", "in/../in/hard.txt"), "hard.txt: is among the files that are read"),
        (("in", "--from", "text", "--to", "text", "-o", "in"), "in/a.txt is among the files that are read"),
    ],
)
def test_an_output_that_cannot_be_is_told_and_nothing_is_touched(
    words: tuple[str, ...], told: str, folder: Path
) -> None:
    write(folder, {"in/a.txt": LOOSE, "file": "as it was"})
    os.symlink("file", folder / "link")
    os.link(folder / "in/a.txt", folder / "in/hard.txt")
    before = read(folder)
    ended = run("convert", *words)
    assert (ended.code, ended.out) == (2, "")
    assert told in ended.err
    assert "report" not in ended.err
    assert read(folder) == before


def test_an_output_of_documents_replaces_the_old_one_whole(folder: Path) -> None:
    write(folder, {"a.txt": CLEAN, "out.jsonl": "old\n" * 1000})
    (folder / "out.jsonl").chmod(0o640)
    assert run("convert", "a.txt", "--to", "jsonl", "-o", "out.jsonl").code == 0
    assert json.loads((folder / "out.jsonl").read_text())["title"] == "Title"
    assert (folder / "out.jsonl").stat().st_mode & 0o777 == 0o640


def test_an_output_that_gets_no_document_stays_as_it_was(folder: Path) -> None:
    write(folder, {"in/bad.txt": WESTERN, "out.jsonl": "old", "out.json": "old"})
    assert run("convert", "in", "--to", "jsonl", "-o", "out.jsonl").code == 1
    assert run("convert", "in/bad.txt", "--to", "json", "-o", "out.json").code == 1
    assert run("convert", "in", "--to", "json", "-o", "out").code == 1
    assert set(read(folder).values()) == {WESTERN, b"old"}


@pytest.mark.skipif(not os.path.exists("/dev/null"), reason="there is no such device")
def test_a_device_can_be_the_output(folder: Path) -> None:
    write(folder, {"a.txt": CLEAN})
    for name in ("json", "jsonl"):
        assert run("convert", "a.txt", "--to", name, "-o", "/dev/null").code == 0
    if os.path.exists("/dev/full"):
        ended = run("convert", "a.txt", "--to", "jsonl", "-o", "/dev/full")
        assert ended.code == 2
        assert "/dev/full: no space left on the disk" in ended.err


def test_a_disk_that_is_full_leaves_the_old_output(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    write(folder, {"in/a.txt": CLEAN, "out.jsonl": "old"})
    monkeypatch.setattr(os, "replace", lambda *_: fail(0))
    for words in (("jsonl", "-o", "out.jsonl"), ("json", "-o", "out")):
        ended = run("convert", "in", "--to", *words)
        assert ended.code == 2
        assert "no space left on the disk" in ended.err
    assert read(folder) == {"in/a.txt": CLEAN.encode(), "out.jsonl": b"old"}


def test_nothing_is_left_beside_what_is_written(folder: Path) -> None:
    write(folder, {"in/a.txt": CLEAN, "in/b.txt": WESTERN})
    run("convert", "in", "--to", "jsonl", "-o", "out.jsonl")
    run("convert", "in", "--to", "json", "-o", "out")
    assert sorted(os.listdir(folder)) == ["in", "out", "out.jsonl"]
    assert os.listdir(folder / "out") == ["a.json"]
