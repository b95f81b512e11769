"""``corpusfmt convert``: text to documents and back, and where they are written."""

import hashlib
import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from command_line import ARTICLES, CLEAN, LOOSE, WESTERN, Ended, read, run, write

from corpusfmt.formatter import format

Files = dict[str, str | bytes]

SOURCES = {path.name: path.read_bytes() for path in ARTICLES}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def document(**parts: Any) -> dict[str, Any]:
    """Return a document, with other parts."""
    block = {"type": "paragraph", "content": [{"type": "text", "text": "Text."}]}
    return {"corpusfmt": "1.0", "title": "Title", "body": [block], **parts}


def row(path: str | None = None, title: str = "Title") -> str:
    """Return a row of JSON Lines that says where it comes from."""
    return json.dumps(document(title=title) if path is None else document(title=title, source={"path": path})) + "\n"


# --- there and back --------------------------------------------------------------------------------------------------


def test_the_corpus_comes_back_from_a_folder_of_json(folder: Path) -> None:
    write(folder, {f"corpus/{name}": data for name, data in SOURCES.items()})
    write(folder, {f"corpus/deep/er/{name}": data for name, data in list(SOURCES.items())[:3]})
    there = run("convert", "corpus", "--to", "json", "-o", "documents")
    assert (there.code, there.out) == (0, "")
    back = run("convert", "documents", "--to", "text", "-o", "texts")
    assert (back.code, back.out) == (0, "")
    assert read(folder / "texts") == read(folder / "corpus")
    assert len(read(folder / "texts")) == len(SOURCES) + 3


def test_the_corpus_comes_back_from_json_lines(folder: Path) -> None:
    write(folder, {f"corpus/{name}": data for name, data in SOURCES.items()})
    there = run("convert", "corpus", "--to", "jsonl", "-o", "rows.jsonl")
    assert (there.code, there.out) == (0, "")
    back = run("convert", "rows.jsonl", "--to", "text", "-o", "texts")
    assert (back.code, back.out) == (0, "")
    assert read(folder / "texts/corpus") == read(folder / "corpus")


def test_rows_are_documents_that_say_where_they_come_from_in_the_order_of_the_paths(folder: Path) -> None:
    names = [*list(SOURCES)[:5], *list(SOURCES)[10:4:-1]]
    write(folder, {name: SOURCES[name] for name in names})
    ended = run("convert", *names, "--to", "jsonl")
    sources = [json.loads(line)["source"] for line in ended.out.splitlines()]
    assert sources == [{"path": name, "sha256": hashlib.sha256(SOURCES[name]).hexdigest()} for name in names]


def test_json_and_json_lines_hold_the_same_documents(folder: Path) -> None:
    write(folder, {"corpus/a.txt": LOOSE, "corpus/b.txt": CLEAN})
    run("convert", "corpus", "--to", "json", "-o", "documents")
    rows = run("convert", "corpus", "--to", "jsonl").out.splitlines()
    assert [json.loads(text) for text in read(folder / "documents").values()] == [json.loads(line) for line in rows]
    assert run("convert", "--from", "json", "documents", "--to", "jsonl").out.splitlines() == rows


def test_a_text_that_is_not_canonical_comes_back_canonical(folder: Path) -> None:
    ended = run("convert", "-", "--to", "json", stdin=LOOSE.encode())
    back = run("convert", "-", "--from", "json", "--to", "text", stdin=ended.out.encode())
    assert (back.code, back.out) == (0, format(LOOSE))
    assert run("convert", "-", "--to", "text", stdin=LOOSE.encode()).out == format(LOOSE)


def test_a_source_that_is_known_is_kept(folder: Path) -> None:
    write(folder, {"a.json": row("there/a.txt"), "b.json": row()})
    rows = [json.loads(line) for line in run("convert", "a.json", "b.json", "--to", "jsonl").out.splitlines()]
    assert rows[0]["source"] == {"path": "there/a.txt"}
    assert rows[1]["source"] == {"path": "b.json", "sha256": hashlib.sha256(row().encode()).hexdigest()}


def test_whole_numbers_may_be_written_with_a_point(folder: Path) -> None:
    heading = {"type": "heading", "level": 2.0, "content": [{"type": "text", "text": "Heading"}]}
    write(folder, {"a.json": json.dumps(document(body=[heading]))})
    ended = run("convert", "a.json", "--to", "text")
    assert ended.code == 0
    assert "\n## Heading\n" in ended.out


# --- where the output goes -------------------------------------------------------------------------------------------

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


# --- what does not convert -------------------------------------------------------------------------------------------

BAD: dict[str, tuple[str | bytes, str]] = {
    "western.txt": (WESTERN, ":1:6: error: byte E9 at offset 5 is not UTF-8"),
    "wide.txt": (CLEAN.encode("utf-16"), ":1:1: error: the file is UTF-16, not UTF-8"),
    "nul.txt": ("# T\n\n\n\nx\0y\n", ":5:2: error: control character U+0000"),
    "untitled.txt": ("", ":1:1: error: "),
    "bodiless.txt": ("# T\n", " at /body [schema]"),
    "empty.json": ("", ":1:1: error: the file is empty [invalid-json]"),
    "blank.json": (" \n", ":1:1: error: there is no document, only blanks [invalid-json]"),
    "list.json": ("\n []", ":2:2: error: document is a list [schema]"),
    "cut.json": ('{"title": "T",\n "body', ":2:2: error: not JSON: unterminated string [invalid-json]"),
    "twice.json": ('{"a": 1,\n  "a": 2}', ':2:3: error: the property "a" stands twice in one object'),
    "nan.json": ('{"a":\n NaN}', ":2:2: error: NaN is no value of JSON"),
    "deep.json": ("[" * 100_000, ":1:101: error: nested more than 100 deep"),
    "closed.json": ("[" * 900 + "]" * 900, ":1:101: error: nested more than 100 deep"),
    "huge.json": ('{"a": ' + "9" * 10_000 + "}", ":1:7: error: a number of 10,000 digits"),
    "version.json": (json.dumps(document(corpusfmt="2.0")), ":1:15: error: corpusfmt is '2.0' at /corpusfmt [schema]"),
    "surrogate.json": ('{"title": "\\ud800"}', ":1:11: error: title holds a lone surrogate U+D800"),
    "western.json": ('{"title": "é"}'.encode("latin-1"), ":1:12: error: byte E9 at offset 11 is not UTF-8"),
    "wide.json": (row().encode("utf-16"), ":1:1: error: the file is UTF-16, not UTF-8"),
    "empty.jsonl": ("", ":1:1: error: the file holds no rows [invalid-json]"),
    "blank.jsonl": ("\n \n\r\n", ":1:1: error: the file holds no rows [invalid-json]"),
    "row.jsonl": ('\n{"a": 1,}', ":2:"),
    "wide.jsonl": ((row() * 3).encode("utf-16"), ":1:1: error: the file is UTF-16, not UTF-8"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_does_not_convert_is_told_with_its_place_and_the_others_go_on(name: str, folder: Path) -> None:
    content, told = BAD[name]
    write(folder, {f"in/{name}": content, "in/a.txt": CLEAN, "in/z.txt": LOOSE})
    ended = run("convert", "in/a.txt", f"in/{name}", "in/z.txt", "--to", "json", "-o", "out")
    assert ended.code == 1
    assert f"in/{name}{told}" in ended.out or (told.startswith(" at") and told in ended.out), ended.out
    assert "2 documents converted, 1 file with what does not convert" in ended.err
    assert set(read(folder / "out")) == {"a.json", "z.json"}


def test_bad_rows_do_not_hold_up_the_others(folder: Path) -> None:
    rows = ("\ufeff" + row("1"), "{bad\n", "\n", row("2")[:-1] + "\r\n", '{"title": "é"}\n', "[]\n", row("3")[:-1])
    data = b"".join(text.encode("latin-1" if "é" in text else "utf-8") for text in rows)
    write(folder, {"in.jsonl": data})
    ended = run("convert", "in.jsonl", "--to", "text", "-o", "out")
    assert ended.code == 1
    assert set(read(folder / "out")) == {"1.txt", "2.txt", "3.txt"}
    assert [line.split(":")[1] for line in ended.out.splitlines() if ": error: " in line] == ["5", "2", "6"]
    offset = data.index(b"\xe9")
    assert f"at offset {offset} " in ended.out


def test_findings_stay_out_of_the_documents(folder: Path) -> None:
    write(folder, {"a.txt": CLEAN, "b.txt": WESTERN, "c.txt": LOOSE})
    ended = run("convert", ".", "--to", "jsonl")
    assert ended.code == 1
    assert [json.loads(line)["source"]["path"] for line in ended.out.splitlines()] == ["a.txt", "c.txt"]
    assert "b.txt:1:6: error: " in ended.err
    beside = run("convert", ".", "--to", "jsonl", "-o", "out.jsonl")
    assert "b.txt:1:6: error: " in beside.out
    assert (folder / "out.jsonl").read_text() == ended.out


def test_an_error_of_ours_in_a_row_costs_that_row(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from corpusfmt.convert.writing import render

    def fail(document: dict[str, Any], target: str) -> bytes:
        return render(document, target) if document["title"] != "Bad" else b"" + 1  # type: ignore[operator]

    monkeypatch.setattr("corpusfmt.commands.convert.render", fail)
    write(folder, {"in.jsonl": row("1") + row("2", "Bad") + row("3")})
    ended = run("convert", "in.jsonl", "--to", "text", "-o", "out")
    assert ended.code == 2
    assert "in.jsonl:2: a fault in corpusfmt (TypeError: " in ended.err
    assert set(read(folder / "out")) == {"1.txt", "3.txt"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("in", "--to", "jsonl"), "--to jsonl looks for articles in folders; --from json or --from jsonl"),
        (("in/texts", "--to", "text"), "--to text looks for documents in folders; --from text"),
    ],
)
def test_looking_for_the_wrong_kind_is_told(words: tuple[str, ...], told: str, folder: Path) -> None:
    write(folder, {"in/a.json": row(), "in/texts/a.text": CLEAN})
    ended: Ended = run("convert", *words)
    assert (ended.code, ended.out) == (2, "")
    assert told in ended.err


def test_nothing_is_left_beside_what_is_written(folder: Path) -> None:
    write(folder, {"in/a.txt": CLEAN, "in/b.txt": WESTERN})
    run("convert", "in", "--to", "jsonl", "-o", "out.jsonl")
    run("convert", "in", "--to", "json", "-o", "out")
    assert sorted(os.listdir(folder)) == ["in", "out", "out.jsonl"]
    shutil.rmtree("in")
    assert set(read(folder)) == {"out.jsonl", "out/a.json"}
