"""``corpusfmt split``: each article of a file that has several goes to a file of its own."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from corpusfmt.config.policy import default_policy
from corpusfmt.lint.context import Context
from corpusfmt.model.document import Document
from corpusfmt.run.split_file import find_parts
from corpusfmt.syntax.writer import write_document
from corpusfmt.testing import documents
from tests.command_line import (
    CLEAN,
    read,
    read_articles,
    run,
    write,
)


def ferry(day: int) -> str:
    """Return a canonical article of twelve lines, with the blank line that follows it."""
    url = f"<https://skerry.example/ferry/{day}>"
    return f"# Ferry {day}\n\nMarch {day}, 2023\n\n\n\nIt sailed.\n\nOriginal url:\n\n{url}\n\n"


FIRST, SECOND, THIRD = ferry(11), ferry(12), ferry(13).rstrip("\n") + "\n"
TWO, THREE = FIRST + SECOND, FIRST + SECOND + THIRD
PARTS = {"a-1.txt": FIRST.encode(), "a-2.txt": SECOND.encode(), "a-3.txt": THIRD.encode()}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def firing(*paths: str) -> str:
    """Return what check reports of several articles."""
    return run("check", "--select", "several-articles", *paths).out


# --- where the articles go ------------------------------------------------------------------------


def test_the_articles_go_to_a_folder_with_the_tree_of_the_input(folder: Path) -> None:
    write(folder, {"in/a.txt": THREE, "in/b/c.md": TWO, "in/d.txt": CLEAN, "in/e.csv": TWO})
    before = read(folder)
    ended = run("split", "in", "-o", "out")
    assert ended == (
        0,
        "",
        "corpusfmt: read 3 files (skipped: 1 not matched by include (*.txt, *.md)): "
        "2 split into 5 files, 1 with one article\n",
    )
    parts = PARTS | {"b/c-1.md": FIRST.encode(), "b/c-2.md": SECOND.encode()}
    assert read(folder) == before | {f"out/{name}": data for name, data in parts.items()}
    assert firing("in")
    assert not firing("out")


def test_the_articles_replace_their_file_and_undo_restores_it(folder: Path) -> None:
    write(folder, {"a.txt": THREE, "b/c.txt": TWO, "d.txt": CLEAN})
    before = read(folder)
    ended = run("split", "--in-place", ".")
    assert (ended.code, ended.out) == (0, "")
    assert "2 split into 5 files, 1 with one article" in ended.err
    parts = {"b/c-1.txt": FIRST.encode(), "b/c-2.txt": SECOND.encode(), "d.txt": CLEAN.encode()}
    assert read_articles(folder) == PARTS | parts
    assert not firing(".")
    again = run("split", "--in-place", ".")
    assert again == (0, "", "corpusfmt: read 6 files: 0 split, 6 with one article\n")
    assert "corpusfmt split --in-place  2 files" in run("undo", "--list").out
    assert run("undo") == (0, "", "corpusfmt: 2 files restored\n")
    assert read_articles(folder) == before


def test_a_dry_run_lists_the_articles_and_writes_nothing(folder: Path) -> None:
    write(folder, {"in/a.txt": THREE, "in/b.txt": CLEAN, "in/one-line.txt": f"{FIRST}# B\n\nBy Al"})
    before = read(folder)
    for words, place in (((), "in"), (("--in-place",), "in"), (("-o", "out"), "out")):
        ended = run("split", "--dry-run", *words, "in")
        listed = ended.out.splitlines()
        assert listed[0] == (
            f"in/a.txt: 3 articles -> {place}/a-1.txt (lines 1–12), {place}/a-2.txt (lines 13–24), "
            f"{place}/a-3.txt (lines 25–35)"
        )
        assert listed[1].endswith(f"{place}/one-line-2.txt (lines 13–15)")
        assert ended.code == 1
        assert "2 would be split into 5 files, 1 with one article" in ended.err
        assert read(folder) == before
    assert run("split", "--dry-run", "in/b.txt").code == 0


def test_the_standard_input_goes_to_a_folder(folder: Path) -> None:
    assert run("split", "-", "-o", "out", stdin=TWO.encode()).code == 0
    assert (
        run("split", "-", "--stdin-filename", "b/c.md", "-o", "out", stdin=TWO.encode()).code == 0
    )
    assert read(folder / "out") == {
        "stdin-1.txt": FIRST.encode(),
        "stdin-2.txt": SECOND.encode(),
        "c-1.md": FIRST.encode(),
        "c-2.md": SECOND.encode(),
    }
    shown = run("split", "-", "--dry-run", stdin=TWO.encode()).out
    assert shown == "-: 2 articles -> stdin-1.txt (lines 1–12), stdin-2.txt (lines 13–24)\n"


# --- bytes ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        THREE.replace("\n", "\r\n"),
        THREE.replace("\n", "\r"),
        "\ufeff" + THREE,
        "\n\n" + THREE.replace("sailed", "s\x00ailed\u2028") + "\n \n",
        THREE.rstrip("\n"),
        THREE.replace("Ferry", "Fähre 渡船 \U0001f6a2"),
    ],
    ids=["CRLF", "CR", "BOM", "control characters", "no line feed at the end", "wide characters"],
)
def test_the_parts_joined_are_the_file(text: str, folder: Path) -> None:
    data = text.encode()
    write(folder, {"a.txt": data})
    assert run("split", "--in-place", "a.txt").code == 0
    assert b"".join(read_articles(folder).values()) == data
    assert list(read_articles(folder)) == list(PARTS)


def test_numbers_count_beyond_nine(folder: Path) -> None:
    write(folder, {"many": "".join(map(ferry, range(1, 13)))})
    assert run("split", "--in-place", "many").code == 0
    expected = {f"many-{day}": ferry(day).encode() for day in range(1, 13)}
    assert read_articles(folder) == expected


def with_header(document: Document) -> Document:
    """Return a document with a title and a date, by which a rule sees that an article begins."""
    return {"title": "Title", "date": "2020-02-04", **document}


@pytest.mark.slow
@settings(
    max_examples=settings().max_examples // 2,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
@given(st.lists(documents(), min_size=2, max_size=3))
def test_canonical_articles_that_were_joined_are_parted_again(drawn: list[Document]) -> None:
    policy = default_policy()
    texts: list[str] = []
    for document in drawn:
        try:
            text = write_document(with_header(document))
        except ValueError:  # a byline that no text can hold
            assume(False)
        assume(len(list(find_parts(Context(text), policy))) == 1)
        texts.append(text)
    joined = "\n".join(texts)
    parts = [part.data.decode() for part in find_parts(Context(joined), policy)]
    assert parts == [f"{text}\n" for text in texts[:-1]] + texts[-1:]
    for part in parts:
        assert len(list(find_parts(Context(part), policy))) == 1


# --- what is not overwritten ----------------------------------------------------------------------


@pytest.mark.parametrize("words", [("-o", "out"), ("--in-place",), ("--dry-run",)])
def test_no_file_is_overwritten(words: tuple[str, ...], folder: Path) -> None:
    write(folder, {"in/a.txt": THREE, "in/z.txt": TWO, "in/a-2.txt": CLEAN, "out/a-3.txt": CLEAN})
    before = read(folder)
    ended = run("split", *words, "in")
    assert ended.code == 2
    if words[0] == "-o":
        assert "in/a.txt: not split: out/a-3.txt exists, and is not overwritten" in ended.err
    else:
        assert "in/a.txt: not split: in/a-2.txt exists, and is not overwritten" in ended.err
    assert " split into 2 files, 1 with one article, 1 not split" in ended.err
    after = read_articles(folder)
    assert {name: after[name] for name in before if name != "in/z.txt"} == {
        name: data for name, data in before.items() if name != "in/z.txt"
    }
    assert not any(name.endswith("a-1.txt") for name in after)


def test_a_name_is_taken_only_by_other_content(folder: Path) -> None:
    write(folder, {"a.txt": THREE, "a-2.txt": SECOND})
    assert run("split", "--in-place", "a.txt").code == 0
    assert read_articles(folder) == PARTS
    assert run("undo").code == 0
    assert read_articles(folder) == {"a.txt": THREE.encode(), "a-2.txt": SECOND.encode()}


def test_the_name_of_a_file_that_was_split_itself_is_not_used_again(folder: Path) -> None:
    write(folder, {"a.txt": TWO, "a-1.txt": SECOND + THIRD})
    ended = run("split", "--in-place", ".")
    assert ended.code == 2
    reason = "a-1.txt is one of the input files, which has been split itself"
    assert f"a.txt: not split: {reason}" in ended.err
    assert read_articles(folder) == {
        "a.txt": TWO.encode(),
        "a-1-1.txt": SECOND.encode(),
        "a-1-2.txt": THIRD.encode(),
    }


def test_two_inputs_do_not_share_a_target(folder: Path) -> None:
    write(folder, {"a.txt": TWO})
    words = ("split", "-", "a.txt", "--stdin-filename", "a.txt", "-o", "out")
    ended = run(*words, stdin=TWO.encode())
    assert ended.code == 2
    assert "a.txt: not split: out/a-1.txt has already been written, for a.txt" in ended.err


def test_what_is_in_the_way_is_named(folder: Path) -> None:
    write(folder, {"in/a.txt": TWO, "in/b.txt": TWO, "out/a-1.txt/x": "", "elsewhere/x": ""})
    (folder / "out" / "b-2.txt").symlink_to("nowhere")
    ended = run("split", "in", "-o", "out")
    assert ended.code == 2
    assert "in/a.txt: not split: out/a-1.txt exists, and is not overwritten" in ended.err
    assert "in/b.txt: not split: out/b-2.txt exists, and is not overwritten" in ended.err
    write(folder, {"tree/sub/a.txt": TWO, "tree/b.txt": CLEAN, "made/x": ""})
    (folder / "made" / "sub").symlink_to(folder / "elsewhere")
    ended = run("split", "tree", "-o", "made")
    assert ended.code == 2
    assert "made/sub is a symbolic link out of made" in ended.err
    assert read(folder / "elsewhere") == {"x": b""}


# --- arguments ------------------------------------------------------------------------------------

ARGUMENTS = {
    "no place": (
        ("in",),
        "-o DIR or --in-place is missing: expected the place of the articles "
        "(see `corpusfmt split --help`)",
    ),
    "two places": (("in", "-o", "out", "--in-place"), "--in-place cannot be used with --output"),
    "the standard input in place": (
        ("-", "--in-place"),
        "--in-place cannot be used with the standard input; expected -o DIR",
    ),
    "a file for the folder": (("in", "-o", "file"), "file: is a file; expected a folder"),
    "no name for the folder": (
        ("in", "-o", ""),
        "--output is empty; expected the path of a folder",
    ),
    "a folder that is read": (
        ("in", "-o", "in/parts"),
        "in/parts: its articles would be read with those of in; expected another folder, one in "
        "`exclude`, or --in-place",
    ),
    "the folder that is read": (
        ("in", "-o", "in"),
        "in: its articles would be read with those of in; expected another folder, one in "
        "`exclude`, or --in-place",
    ),
    "a missing file": (("absent.txt", "-o", "out"), "absent.txt: does not exist"),
}


@pytest.mark.parametrize(("words", "message"), ARGUMENTS.values(), ids=ARGUMENTS)
def test_arguments_that_cannot_be_used(words: tuple[str, ...], message: str, folder: Path) -> None:
    write(folder, {"in/a.txt": TWO, "file": ""})
    before = read(folder)
    assert run("split", *words) == (2, "", f"corpusfmt: {message}\n")
    assert read(folder) == before


def test_an_excluded_folder_can_be_in_the_input(folder: Path) -> None:
    write(folder, {"corpusfmt.toml": 'exclude = ["parts/"]\n', "a.txt": TWO})
    for output in ("parts/new", ".hidden"):
        assert run("split", ".", "-o", output).code == 0
        assert set(read(folder / output)) == {"a-1.txt", "a-2.txt"}
    assert run("split", "a.txt", "-o", ".").code == 0  # a file is named, not its folder


def test_quiet_prints_no_summary(folder: Path) -> None:
    write(folder, {"a.txt": TWO, "link.txt": CLEAN})
    assert run("split", "--quiet", "a.txt", "-o", "out") == (0, "", "")
    assert run("split", "--show-files", "a.txt").out == "a.txt\n"
