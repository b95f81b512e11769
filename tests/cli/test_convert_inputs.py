"""``corpusfmt convert``: what is read from the standard input, in which encoding, and what
documents say of it.
"""

import hashlib
import json
import os
from pathlib import Path

import pytest

from corpusfmt.convert.encodings import EncodingError, encoding_named
from tests.command_line import ARTICLES, CLEAN, LOOSE, document, read, row, run, write

CAFE = "# Café\n\n\n\nDéjà vu.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


# --- the standard input ---------------------------------------------------------------------------


@pytest.mark.parametrize("start", ["", "\ufeff", "\n \r\n"])
@pytest.mark.parametrize("indent", [None, 2])
def test_json_on_the_standard_input_is_known(start: str, indent: int | None) -> None:
    data = (start + json.dumps(document(), indent=indent) + "\n").encode()
    ended = run("convert", "-", "--to", "text", stdin=data)
    assert (ended.code, ended.out) == (0, "# Title\n\n\n\nText.\n"), ended.err
    assert json.loads(run("convert", "-", "--to", "jsonl", stdin=data).out)["title"] == "Title"


def test_json_lines_on_the_standard_input_are_known(folder: Path) -> None:
    data = (row("a.txt", "One") + "\n" + row("b.txt", "Two")).encode()
    ended = run("convert", "-", "--to", "text", stdin=data)
    assert ended.code == 0
    assert ended.out == "# One\n\n\n\nText.\n# Two\n\n\n\nText.\n"
    assert run("convert", "-", "--to", "text", "-o", "out/", stdin=data).code == 0
    assert set(read(folder / "out")) == {"a.txt", "b.txt"}
    ended = run("convert", "-", "--to", "text", "-o", "one.txt", stdin=data)
    assert ended.code == 2
    assert "-: is JSON Lines; expected --from jsonl, and a folder for -o" in ended.err


UNKNOWN_JSON = "this is not a document, nor JSON of another program that is known"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'{"title": "T"', "-:1:14: error: invalid JSON: "),
        (b"{}", "-:1:1: error: 'corpusfmt' is missing"),
        (b'{"title": "T", "story": "M"}', f"-:1:1: error: {UNKNOWN_JSON}"),
        (b'{"name": "T"}\n', f"-:1:1: error: {UNKNOWN_JSON}"),
        (b'{"body": [], "story": "M"}', "-:1:1: error: 'corpusfmt' is missing"),
        (b"[]", "-:1:1: error: document is an array"),
        (b'[{"title": "T"}]', "-:1:1: error: document is an array"),
        (b'{"title": "T"}\n{"title"\n', "-:1:1: error: 'corpusfmt' is missing"),
    ],
)
def test_json_that_is_wrong_is_reported_as_json(data: bytes, message: str) -> None:
    ended = run("convert", "-", "--to", "text", stdin=data)
    assert ended.code == 1
    assert message in ended.err


@pytest.mark.parametrize(
    "text",
    [
        "[A link](https://a.example) begins it.\n",
        "{{template}}\n",
        "{ braces }\n",
        "[]( )\n",
        "[1] note\n",
    ],
)
def test_a_text_with_brackets_is_a_text(text: str) -> None:
    ended = run("convert", "-", "--to", "text", stdin=f"# T\n\n\n\n{text}".encode())
    assert ended.code == 0
    assert (
        "[invalid-json]" not in run("convert", "-", "--to", "text", stdin=text.encode()).err
        or text[:2] == "[]"
    )


def test_a_name_or_an_option_says_what_the_standard_input_is() -> None:
    data = row().encode()
    for words in (("--from", "text"), ("--stdin-filename", "a.txt"), ("--encoding", "utf-8")):
        ended = run("convert", "-", *words, "--to", "json", stdin=data)
        assert ended.code == 1
        assert "this looks like a document of corpusfmt [foreign-file]" in ended.err
    ended = run("convert", "-", "--stdin-filename", "a.json", "--to", "text", stdin=data)
    assert ended.code == 0


# --- where a document comes from ------------------------------------------------------------------


def sources(*words: str) -> list[str]:
    ended = run("convert", *words, "--to", "jsonl")
    assert ended.code == 0, ended.err
    return [json.loads(line)["source"]["path"] for line in ended.out.splitlines()]


def test_a_source_is_a_path_below_the_settings_however_it_was_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, {"corpusfmt.toml": "", "in/a.txt": CLEAN, "in/deep/b.txt": CLEAN})
    os.symlink("in", folder / "link")
    for named in ("in", "./in", "in/../in", str(folder / "in")):
        assert sources(named) == ["in/a.txt", "in/deep/b.txt"]
    assert sources("link") == ["link/a.txt", "link/deep/b.txt"]
    monkeypatch.chdir(folder / "in")
    assert sources(".") == ["in/a.txt", "in/deep/b.txt"]
    assert sources("deep/b.txt") == ["in/deep/b.txt"]


def test_a_source_outside_of_the_settings_is_a_path_below_what_was_named(folder: Path) -> None:
    write(
        folder,
        {
            "home/in/a.txt": CLEAN,
            "home/in/deep/b.txt": CLEAN,
            "home/in/c.json": row(),
            "work/x": "",
        },
    )
    os.chdir("work")
    for named in (str(folder / "home/in"), "../home/in"):
        assert sources(named) == ["a.txt", "deep/b.txt"]
    assert sources("../home/in/deep/b.txt") == ["b.txt"]
    assert sources("../home/in/a.txt", "../home/in/deep/b.txt") == ["a.txt", "deep/b.txt"]
    assert sources("../home/in/c.json") == ["c.json"]


def test_the_whole_disk_is_not_a_folder_of_settings(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, {"in/a.txt": CLEAN})
    monkeypatch.chdir("/")
    assert sources(str(folder / "in")) == ["a.txt"]


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("-", "-"),
        ("in/a.txt", "in/a.txt"),
        ("FOLDER/in/a.txt", "in/a.txt"),
        ("/home/anna/a.txt", "a.txt"),
        ("../a.txt", "a.txt"),
    ],
)
def test_the_standard_input_has_no_absolute_source(name: str, source: str, folder: Path) -> None:
    named = name.replace("FOLDER", str(folder))
    ended = run("convert", "-", "--stdin-filename", named, "--to", "jsonl", stdin=CLEAN.encode())
    assert json.loads(ended.out)["source"]["path"] == source


# --- another encoding -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("cp1252", "windows-1252"),
        ("cp1252", "CP1252"),
        ("latin-1", "ISO-8859-1"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "UTF-16LE"),
        ("utf-32", "utf-32"),
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("mac-roman", "macintosh"),
        ("gb18030", "gb18030"),
    ],
)
def test_a_text_is_read_in_the_encoding_named(encoding: str, named: str, folder: Path) -> None:
    data = CAFE.encode(encoding)
    write(folder, {"a.txt": data})
    ended = run("convert", "a.txt", "--encoding", named, "--to", "jsonl")
    assert ended.code == 0, ended.err
    made = json.loads(ended.out)
    assert made["title"] == "Café"
    assert made["source"] == {"path": "a.txt", "sha256": hashlib.sha256(data).hexdigest()}
    ended = run("convert", "a.txt", "--encoding", named, "--to", "text", "-o", "b.txt")
    assert ended.code == 0
    assert (folder / "b.txt").read_bytes() == CAFE.encode()
    piped = run("convert", "-", "--encoding", named, "--to", "text", stdin=data)
    assert piped.out == CAFE


def test_every_article_comes_back_from_utf_16(folder: Path) -> None:
    texts = {f"in/{path.name}": path.read_text("utf-8").encode("utf-16") for path in ARTICLES}
    write(folder, dict(texts))
    ended = run("convert", "in", "--encoding", "utf-16", "--to", "text", "-o", "out")
    assert ended.code == 0, ended.err
    assert read(folder / "out") == {path.name: path.read_bytes() for path in ARTICLES}


def test_bytes_that_are_not_in_the_encoding_are_reported_in_their_places(folder: Path) -> None:
    data = "# Café\n\n\n\nx".encode("cp1252") + b"\x81 y\n\x8d\x90z\n"
    write(folder, {"a.txt": data, "b.txt": CAFE.encode("cp1252")})
    ended = run("convert", ".", "--encoding", "cp1252", "--to", "json", "-o", "out")
    assert ended.code == 1
    found = [line for line in ended.out.splitlines() if "error" in line]
    assert [line.partition(" [")[0] for line in found] == [
        "a.txt:5:2: error: byte 81 at offset 11 is not cp1252",
        "a.txt:6:1: error: byte 8D at offset 15 is not cp1252",
        "a.txt:6:2: error: byte 90 at offset 16 is not cp1252",
    ]
    assert set(read(folder / "out")) == {"b.json"}


def test_many_bad_bytes_are_counted(folder: Path) -> None:
    write(folder, {"a.txt": b"# T\n\n\n\n" + b"\x81" * 5000})
    ended = run("convert", "a.txt", "--encoding", "cp1252", "--to", "json")
    assert ended.err.count("at offset") == 20
    assert "4,980 more sequences of bytes that are not cp1252" in ended.err


@pytest.mark.parametrize(
    ("encoding", "named", "marked"),
    [
        ("utf-8-sig", "cp1252", "utf-8"),
        ("utf-16", "latin-1", "utf-16"),
        ("utf-16", "utf-8", "utf-16"),
        ("utf-32", "utf-16", "utf-32"),
        ("utf-8-sig", "gb18030", "utf-8"),
    ],
)
def test_a_byte_order_mark_is_believed(
    encoding: str, named: str, marked: str, folder: Path
) -> None:
    write(folder, {"a.txt": CAFE.encode(encoding)})
    ended = run("convert", "a.txt", "--encoding", named, "--to", "json")
    assert (ended.code, ended.out) == (1, "")
    assert (
        f"a.txt:1:1: error: the file starts with a byte order mark of {marked}, not of "
        in ended.err
    )
    assert f"expected: --encoding {marked}" in ended.err


def test_control_characters_are_found_in_any_encoding(folder: Path) -> None:
    write(folder, {"a.txt": "# T\n\n\n\nx\x85\x00y\n".encode("latin-1")})
    ended = run("convert", "a.txt", "--encoding", "latin-1", "--to", "json")
    assert ended.code == 1
    assert "[control-character]" in ended.err


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("windos-1252", "unknown encoding 'windos-1252'; did you mean 'windows-1252'?"),
        ("utf9", "unknown encoding 'utf9'; did you mean 'utf"),
        ("", "unknown encoding ''; expected a name such as 'windows-1252'"),
        ("a\0b", "unknown encoding 'a"),
        ("x" * 10_000, "unknown encoding 'x"),
        ("hex", "'hex' is not a text encoding"),
        ("rot13", "'rot13' is not a text encoding"),
        ("zip", "'zip' is not a text encoding"),
        ("idna", "'idna' is not a text encoding"),
        ("unicode_escape", "'unicode_escape' is not a text encoding"),
        ("undefined", "'undefined' is not a text encoding"),
    ],
)
def test_an_encoding_that_is_not_one_is_refused(name: str, message: str) -> None:
    with pytest.raises(EncodingError) as caught:
        encoding_named(name)
    assert caught.value.message.startswith(message)
    ended = run("convert", "-", "--to", "json", f"--encoding={name}")
    assert (ended.code, ended.out) == (2, "")


@pytest.mark.parametrize(
    "words", [("a.json",), ("in", "--from", "json"), ("a.txt", "a.json"), ("-", "--from", "jsonl")]
)
def test_json_has_no_other_encoding(words: tuple[str, ...], folder: Path) -> None:
    write(folder, {"a.json": row(), "in/a.json": row(), "a.txt": LOOSE})
    for target in ("jsonl", "text"):
        ended = run("convert", *words, "--to", target, "--encoding", "cp1252")
        assert (ended.code, ended.out) == (2, "")
        assert "is read as JSON, which is always UTF-8" in ended.err
        assert ended.err.count("\n") == 1


# --- values that JSON does not have ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "message", "expected"),
    [
        ('"body": NaN', "NaN is not a JSON value", "an array"),
        ('"title": -Infinity', "-Infinity is not a JSON value", "a string"),
        (
            '"source": {"path": "x", "line": 1e999999}',
            "the number 1e999999 is out of range",
            "a whole number from 1 to",
        ),
        ('"other": NaN', "NaN is not a JSON value", ""),
        ('"title": 1', "title is 1 (at /title)", "a string"),
        ('"title": ["x"]', "title is an array (at /title)", "a string"),
        ('"body": "x"', "body is a string (at /body)", "an array"),
        ('"body": ["x"]', "block is a string (at /body/0)", "an object"),
        ('"body": [null]', "block is null (at /body/0)", "an object"),
    ],
)
def test_errors_use_the_words_of_json(part: str, message: str, expected: str) -> None:
    key = part.partition(":")[0].strip('"')
    rest = {name: value for name, value in document().items() if name != key}
    data = f"{{{part}, {json.dumps(rest)[1:]}"
    ended = run("convert", "-", "--to", "jsonl", stdin=data.encode())
    assert ended.code == 1
    assert f": error: {message}" in ended.err
    assert f"expected: {expected}" in ended.err
