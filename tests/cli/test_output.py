"""``corpusfmt convert -o``: where documents are written, and what is never written over."""

import json
import os
from pathlib import Path

import pytest

from corpusfmt.project.lock import project_lock
from tests import command_line
from tests.command_line import CLEAN, LOOSE, WESTERN, document, row, run, write

Files = dict[str, str | bytes]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(folder: Path) -> dict[str, bytes]:
    """Return what the files below a folder hold, but for what corpusfmt keeps for itself."""
    found = command_line.read(folder)
    return {name: data for name, data in found.items() if not name.startswith(".corpusfmt/")}


# What is there, the arguments, and the files there are afterwards beside.
OUTPUTS: dict[str, tuple[Files, tuple[str, ...], set[str]]] = {
    "one file": ({"a.txt": CLEAN}, ("a.txt", "--to", "json", "-o", "out"), {"out"}),
    "one file into a folder": (
        {"a.txt": CLEAN},
        ("a.txt", "--to", "json", "-o", "out/"),
        {"out/a.json"},
    ),
    "one file into a folder that is there": (
        {"a.txt": CLEAN, "out/x": ""},
        ("a.txt", "--to", "json", "-o", "out"),
        {"out/x", "out/a.json"},
    ),
    "folders are made": (
        {"a.txt": CLEAN},
        ("a.txt", "--to", "jsonl", "-o", "x/y/out"),
        {"x/y/out"},
    ),
    "a folder": (
        {"in/a.txt": CLEAN, "in/b/c.md": CLEAN},
        ("in", "--to", "json", "-o", "x/out"),
        {"x/out/a.json", "x/out/b/c.json"},
    ),
    "a folder of one file": (
        {"in/a.txt": CLEAN},
        ("in/", "--to", "json", "-o", "out"),
        {"out/a.json"},
    ),
    "the current folder": ({"a.txt": CLEAN}, (".", "--to", "json", "-o", "out"), {"out/a.json"}),
    "inside the folder that is read": (
        {"a.txt": CLEAN},
        (".", "--to", "json", "-o", "."),
        {"a.json"},
    ),
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
    "one file of rows": (
        {"in.jsonl": row("a.txt")},
        ("in.jsonl", "--to", "text", "-o", "out"),
        {"out/a.txt"},
    ),
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
    ended = run(
        "convert",
        *["in/a", "in/b/x.txt", "in/c.txt", "in/c.md"][::order],
        "--to",
        "json",
        "-o",
        "out",
    )
    assert ended.code == 2
    made = {name: json.loads(text)["source"]["path"] for name, text in read(folder / "out").items()}
    assert made == {"a/x.json": "in/a/x.txt", "b/x.json": "in/b/x.txt"}
    assert ended.err.count("not converted: c.json would also be the output for") == 2


@pytest.mark.parametrize(
    ("said", "made"),
    [
        ("../../x.txt", "x.txt"),
        ("/etc/x.txt", "etc/x.txt"),
        ("C:\\d\\x.txt", "d/x.txt"),
        ("C:x.txt", "C%3Ax.txt"),
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
        ("file/x.txt", None),
        ("folder.txt", None),
    ],
)
def test_no_row_leaves_the_folder(said: str, made: str | None, folder: Path) -> None:
    write(
        folder,
        {
            "in.jsonl": row(said) + row("last.txt"),
            "out/file": "",
            "out/folder.txt/x": "",
            "outside/x": "",
        },
    )
    os.symlink("../outside", folder / "out/link")
    before = read(folder)
    ended = run("convert", "in.jsonl", "--to", "text", "-o", "out")
    assert set(read(folder)) - set(before) == {"out/last.txt"} | (
        {f"out/{made}"} if made else set()
    )
    assert ended.code == (0 if made else 2)
    assert "report" not in ended.err
    assert ("corpusfmt: in.jsonl:1: out/" in ended.err) is (made is None)


def test_no_document_is_written_over_another(folder: Path) -> None:
    write(folder, {"in.jsonl": row("a.txt", "One") + row("a.md", "Two") + row("b.txt", "Three")})
    ended = run("convert", "in.jsonl", "--to", "text", "-o", "out")
    assert ended.code == 2
    assert "in.jsonl:2: out/a.txt has already been written, for in.jsonl:1" in ended.err
    assert "2 documents converted, 1 document could not be written" in ended.err
    assert b"# One" in read(folder / "out")["a.txt"]


@pytest.mark.parametrize(
    ("words", "reported"),
    [
        (("in", "--to", "json", "-o", "file"), "file: is a file; expected a folder"),
        (
            ("in", "--to", "json", "-o", "file/out"),
            "corpusfmt: file/out: is below a path that is not a folder",
        ),
        (("in", "--to", "jsonl", "-o", "in"), "in: is a folder; expected the name of a file"),
        (("in", "--to", "jsonl", "-o", "new/"), "new/: is a folder; expected the name of a file"),
        (("in", "--to", "jsonl", "-o", "file/out"), "file: is a file; expected a folder"),
        (
            ("in", "--to", "jsonl", "-o", ""),
            "--output is empty; expected the path of a file or folder",
        ),
        (("in", "--to", "jsonl", "-o", "link"), "link: is a symbolic link"),
        (("in", "--to", "jsonl", "-o", "a\0b"), "--output contains a NUL character"),
        (("in", "--to", "json", "-o", "a\0b"), "--output contains a NUL character"),
        (("in", "--to", "jsonl", "-o", "n" * 300), ": has too long a name"),
        (
            ("in/a.txt", "--to", "text", "-o", "in/a.txt"),
            "in/a.txt: is one of the input files",
        ),
        (
            ("in/a.txt", "--to", "text", "-o", "in/../in/hard.txt"),
            "hard.txt: is one of the input files",
        ),
        (
            ("in", "--from", "text", "--to", "text", "-o", "in"),
            "in/a.txt is one of the input files",
        ),
    ],
)
def test_an_impossible_output_is_reported_and_nothing_is_written(
    words: tuple[str, ...], reported: str, folder: Path
) -> None:
    write(folder, {"in/a.txt": LOOSE, "file": "as it was"})
    os.symlink("file", folder / "link")
    os.link(folder / "in/a.txt", folder / "in/hard.txt")
    before = read(folder)
    ended = run("convert", *words)
    assert (ended.code, ended.out) == (2, "")
    assert reported in ended.err
    assert "report" not in ended.err
    assert read(folder) == before


def test_an_output_of_documents_replaces_the_old_one_whole(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE * 100})
    run("convert", "a.txt", "--to", "jsonl", "-o", "out.jsonl")
    write(folder, {"a.txt": CLEAN})
    (folder / "out.jsonl").chmod(0o640)
    assert run("convert", "a.txt", "--to", "jsonl", "-o", "out.jsonl").code == 0
    assert json.loads((folder / "out.jsonl").read_text())["title"] == "Ferry"
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


def test_a_disk_that_is_full_leaves_the_old_output(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    write(folder, {"in/a.txt": CLEAN, "out.jsonl": ""})
    monkeypatch.setattr(os, "replace", lambda *_: fail(0))
    for words in (("jsonl", "-o", "out.jsonl"), ("json", "-o", "out")):
        ended = run("convert", "in", "--to", *words)
        assert ended.code == 2
        assert "no space left on the disk" in ended.err
    assert read(folder) == {"in/a.txt": CLEAN.encode(), "out.jsonl": b""}


def test_nothing_is_left_beside_what_is_written(folder: Path) -> None:
    write(folder, {"in/a.txt": CLEAN, "in/b.txt": WESTERN})
    run("convert", "in", "--to", "jsonl", "-o", "out.jsonl")
    run("convert", "in", "--to", "json", "-o", "out")
    assert sorted(os.listdir(folder)) == [".corpusfmt", "in", "out", "out.jsonl"]
    assert sorted(os.listdir(folder / ".corpusfmt")) == [".gitignore", "outputs.jsonl"]
    assert os.listdir(folder / "out") == ["a.json"]


# --- what is replaced -----------------------------------------------------------------------------

FOLDER = ("in", "--to", "json", "-o", "out")
FILE = ("in", "--to", "jsonl", "-o", "out.jsonl")
EACH = pytest.mark.parametrize(
    ("words", "name"), [(FOLDER, "out/a.json"), (FILE, "out.jsonl")], ids=["folder", "file"]
)


@EACH
def test_a_file_that_convert_has_not_written_is_replaced_by_force_only(
    words: tuple[str, ...], name: str, folder: Path
) -> None:
    write(folder, {"in/a.txt": CLEAN, name: "mine"})
    ended = run("convert", *words)
    assert ended.code == 2
    assert f"{name}" in ended.err
    assert "exists and was not written by convert; use --force to replace it" in ended.err
    assert read(folder)[name] == b"mine"
    ended = run("convert", *words, "--force")
    assert ended.code == 0
    assert ended.err == "corpusfmt: read 1 file: 1 document converted, 1 file replaced\n"
    assert b"Ferry" in read(folder)[name]


@EACH
def test_what_convert_has_written_is_replaced_when_the_article_changes(
    words: tuple[str, ...], name: str, folder: Path
) -> None:
    write(folder, {"in/a.txt": CLEAN})
    first = run("convert", *words)
    assert first.err == "corpusfmt: read 1 file: 1 document converted\n"
    before = (folder / name).stat().st_mtime_ns
    again = run("convert", *words)
    assert again.err == "corpusfmt: read 1 file: 1 document converted, 1 file unchanged\n"
    assert (folder / name).stat().st_mtime_ns == before
    for text in (LOOSE, CLEAN, LOOSE):  # to and fro
        write(folder, {"in/a.txt": text})
        ended = run("convert", *words)
        assert ended.code == 0
        assert ended.err == "corpusfmt: read 1 file: 1 document converted, 1 file replaced\n"


@EACH
def test_what_was_edited_since_is_not_replaced(
    words: tuple[str, ...], name: str, folder: Path
) -> None:
    write(folder, {"in/a.txt": CLEAN})
    run("convert", *words)
    (folder / name).write_bytes((folder / name).read_bytes() + b"\n")
    ended = run("convert", *words)
    assert ended.code == 2
    assert "was changed after convert wrote it; use --force to replace it" in ended.err


@EACH
def test_the_same_bytes_and_an_empty_file_need_no_force(
    words: tuple[str, ...], name: str, folder: Path
) -> None:
    write(folder, {"in/a.txt": CLEAN, name: ""})
    assert run("convert", *words).code == 0
    (folder / ".corpusfmt/outputs.jsonl").unlink()  # as in a new clone
    ended = run("convert", *words)
    assert (ended.code, "1 file unchanged" in ended.err) == (0, True)
    write(folder, {"in/a.txt": LOOSE})
    assert run("convert", *words).code == 0


def test_a_tree_that_was_moved_is_known_where_it_is(folder: Path) -> None:
    write(folder, {"one/in/a.txt": CLEAN, "one/corpusfmt.toml": ""})
    os.chdir("one")
    run("convert", *FOLDER)
    os.chdir("..")
    os.rename("one", "two")
    os.chdir("two")
    write(folder, {"two/in/a.txt": LOOSE})
    assert run("convert", *FOLDER).code == 0


@pytest.mark.parametrize("damage", ["", "{", "[]\n", '{"path": 1}\n', "[" * 100_000, "\xff"])
def test_a_damaged_record_asks_for_force(damage: str, folder: Path) -> None:
    write(folder, {"in/a.txt": CLEAN})
    run("convert", *FOLDER)
    (folder / ".corpusfmt/outputs.jsonl").write_bytes(damage.encode("latin-1"))
    write(folder, {"in/a.txt": LOOSE})
    ended = run("convert", *FOLDER)
    assert (ended.code, "use --force to replace it" in ended.err) == (2, True)


@pytest.mark.slow
def test_the_record_does_not_grow_without_end(folder: Path) -> None:
    write(folder, {"in/a.txt": CLEAN})
    for number in range(250):
        write(folder, {"in/a.txt": CLEAN.replace("Ferry", f"Ferry {number}")})
        assert run("convert", *FOLDER).code == 0
    assert len((folder / ".corpusfmt/outputs.jsonl").read_text().splitlines()) < 150


def test_a_record_that_is_a_link_is_not_followed(folder: Path) -> None:
    write(folder, {"in/a.txt": CLEAN, "outside": "", ".corpusfmt/x": ""})
    os.symlink("../outside", folder / ".corpusfmt/outputs.jsonl")
    assert run("convert", *FOLDER).code == 0
    assert (folder / "outside").read_bytes() == b""


def test_a_file_that_cannot_be_read_is_not_replaced(folder: Path) -> None:
    project = write(folder / "project", {"in/a.txt": CLEAN, "out/a.json": "mine"})
    for path in (project, project / "out", project / "in"):
        path.chmod(0o777)
    (project / "out/a.json").chmod(0o222)
    command_line.open_to_all(project)
    os.chdir(project)
    ended = command_line.run_unprivileged("convert", *FOLDER)
    assert ended.code == 2
    assert "out/a.json permission denied" in ended.err
    assert (project / "out/a.json").read_bytes() == b"mine"


def test_two_runs_do_not_write_at_once(folder: Path) -> None:
    write(folder, {"in/a.txt": CLEAN})
    with project_lock(str(folder), "corpusfmt convert"):
        for words in (FOLDER, FILE):
            ended = run("convert", *words)
            assert ended.code == 2
            assert "another run is writing" in ended.err
        assert run("convert", "in", "--to", "jsonl").code == 0
    assert set(read(folder)) == {"in/a.txt"}


# --- what the output is called --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ("in", "--to", "json", "-o", "one.json"),
            "one.json: looks like the name of a file; expected a folder",
        ),
        (
            ("in", "--to", "json", "-o", "x/ONE.JSON"),
            "ONE.JSON: looks like the name of a file; expected a",
        ),
        (
            ("in/a.txt", "in/b.txt", "--to", "json", "-o", "a.jsonl"),
            "a.jsonl: looks like the name of a file",
        ),
        (
            ("rows.jsonl", "--to", "text", "-o", "a.txt"),
            "a.txt: looks like the name of a file; expected",
        ),
        (("in", "--to", "json", "-o", "there.txt"), "there.txt: is a file; expected a folder"),
        (("a.json", "b.json", "--to", "text", "-o", "there.txt"), "there.txt: is a file; expected"),
        (("in/a.txt", "--to", "json", "-o", "a.jsonl"), "a.jsonl: has the extension of JSON Lines"),
        (("in/a.txt", "--to", "json", "-o", "a.txt"), "a.txt: has the extension of text, but --to"),
        (
            ("in", "--to", "jsonl", "-o", "a.json"),
            "a.json: has the extension of JSON, but --to jsonl",
        ),
        (("a.json", "--to", "text", "-o", "b.json"), "b.json: has the extension of JSON, but --to"),
    ],
)
def test_a_name_that_says_something_else_is_refused(
    words: tuple[str, ...], message: str, folder: Path
) -> None:
    names = ("a.json", "rows.jsonl")
    write(
        folder,
        {"in/a.txt": CLEAN, "in/b.txt": CLEAN, "there.txt": "", **dict.fromkeys(names, row())},
    )
    write(folder, {"b.json": row()} if "b.json" in words[:2] else {})
    before = read(folder)
    ended = run("convert", *words)
    assert (ended.code, ended.out) == (2, "")
    assert message in ended.err
    assert read(folder) == before


@pytest.mark.parametrize("name", ["one.json/", "v1.0", "there.json", "out.d"])
def test_a_folder_may_have_any_name_that_is_meant(name: str, folder: Path) -> None:
    write(folder, {"in/a.txt": CLEAN, "in/b.txt": CLEAN, "there.json/x": ""})
    assert run("convert", "in", "--to", "json", "-o", name).code == 0
    assert {f"{name.rstrip('/')}/a.json", f"{name.rstrip('/')}/b.json"} <= set(read(folder))


@pytest.mark.parametrize(
    ("said", "made"),
    [
        ("CON.txt", "%43ON.txt"),
        ("aux/x.txt", "%61ux/x.txt"),
        ("con .txt", "%63on .txt"),
        ("a:b.txt", "a%3Ab.txt"),
        ("a?*.txt", "a%3F%2A.txt"),
        ("x./y.txt", "x%2E/y.txt"),
        (".git/hooks/x.txt", "%2Egit/hooks/x.txt"),
        ("100%.txt", "100%.txt"),
        ("caf%C3%A9.txt", "caf%C3%A9.txt"),
        ("a%3Ab.txt", "a%253Ab.txt"),
    ],
)
def test_a_name_from_data_is_one_that_every_system_takes(
    said: str, made: str, folder: Path
) -> None:
    write(folder, {"in.jsonl": row(said)})
    assert run("convert", "in.jsonl", "--to", "text", "-o", "out").code == 0
    assert set(read(folder / "out")) == {made}


def test_a_long_name_is_cut(folder: Path) -> None:
    write(folder, {"in.jsonl": row("n" * 300 + "1.txt") + row("n" * 300 + "2.txt")})
    assert run("convert", "in.jsonl", "--to", "text", "-o", "out").code == 0
    assert len(read(folder / "out")) == 2


def test_names_that_differ_in_case_only_are_two_files_where_they_can_be(folder: Path) -> None:
    write(
        folder,
        {"in.jsonl": row("A.txt", "One") + row("a.txt", "Two") + row("e\u0301.txt") + row("é.txt")},
    )
    ended = run("convert", "in.jsonl", "--to", "text", "-o", "out")
    assert ended.code == (0 if len(read(folder / "out")) == 4 else 2)
    assert (
        len(read(folder / "out")) + ended.err.count("has already been written, for in.jsonl:") == 4
    )
