"""Archives and JSON Lines on the command line."""

import gzip
import json
import lzma
import tarfile
from pathlib import Path
from typing import Any

import pytest

import corpusfmt
from tests.archives import PACKERS, save, special, tar, tar_of, zip_of
from tests.command_line import CLEAN, LOOSE, read, run, write

LAYOUT = "2023/b.txt:5:1: warning: "
FILES = {"2023/a.txt": CLEAN.replace("Ferry", "Boat").replace("Text", "Words"), "2023/b.txt": LOOSE}
ROWS = "\n".join(json.dumps({"text": text, "body": CLEAN}) for text in FILES.values())

DOCUMENT = {"corpusfmt": "1.0", "title": "T", "body": [{"type": "separator"}]}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    save(tmp_path / "a.zip", zip_of(FILES))
    save(tmp_path / "a.jsonl", ROWS.encode())
    for ending, pack in PACKERS.items():
        save(tmp_path / f"a{ending}", pack(tar(FILES)))
    return tmp_path


@pytest.mark.parametrize("name", ["a.zip", *(f"a{ending}" for ending in PACKERS)])
def test_members_are_checked(name: str) -> None:
    ended = run("check", name)
    assert ended.code == 1
    assert f"{name}/2023/b.txt:5:1: warning: " in ended.out
    assert "corpusfmt: checked 2 files: 1 warning in 1 file" in ended.err


def test_skipped_members_are_named_if_asked() -> None:
    save(Path("b.zip"), zip_of({**FILES, "2023/c.pdf": "x"}))
    line = "corpusfmt: b.zip/2023/c.pdf: skipped: not matched by include (*.txt, *.md)\n"
    assert line in run("check", "-v", "b.zip").err
    assert "c.pdf" not in run("check", "b.zip").err


def test_rows_are_checked() -> None:
    assert "\na.jsonl/2:5:1: warning: " in f"\n{run('check', 'a.jsonl').out}"


def test_another_field_is_checked() -> None:
    assert run("check", "--ignore", "level-5", "--text-field", "body", "a.jsonl").code == 0
    write(Path(), {"corpusfmt.toml": '[inputs]\ntext-field = "body"\n'})
    assert run("check", "--ignore", "level-5", "a.jsonl").code == 0
    assert run("check", "--text-field", "text", "a.jsonl").code == 1


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("{", "invalid JSON: expecting property name enclosed in double quotes (column 2)"),
        ('{"text": "a', "invalid JSON: unterminated string (column 10)"),
        ("[]", "is an array; expected a document, or a text in the field 'text' of an object"),
        ("{}", "has no text; expected a document, or a text in the field 'text' (--text-field"),
        (
            '{"title": "T", "maintext": "M", "date_publish": null}',
            "has no text; it looks like JSON of news-please, which convert --from news-please",
        ),
        ('{"text": 5}', "has a number in the field 'text'; expected a document"),
    ],
)
def test_a_row_without_a_text_is_reported(row: str, reason: str) -> None:
    write(Path(), {"b.jsonl": f"\n{row}\n" + json.dumps({"text": CLEAN})})
    for command in (("check",), ("fmt", "--check"), ("convert", "--text-field=text", "--to=json")):
        ended = run(*command, "b.jsonl")
        assert ended.code == 2
        assert f"corpusfmt: b.jsonl/2: {reason}" in ended.err


def test_documents_in_rows_are_checked() -> None:
    invalid = {**DOCUMENT, "date": "yesterday"}
    write(Path(), {"b.jsonl": f"{json.dumps(DOCUMENT)}\n{json.dumps(invalid)}\n"})
    ended = run("check", "b.jsonl")
    assert ended.code == 1
    assert "b.jsonl/1:" not in ended.out
    assert "b.jsonl/2:1:77: error: " in ended.out


def test_findings_of_corpus_rules_have_their_places() -> None:
    article = "# {}\n\n\n\n" + "The same long text is in both of the articles here. " * 20 + "\n"
    files = {f"{name}.txt": article.format(name) for name in ("One", "Two")}
    save(Path("b.tar.gz"), PACKERS[".tar.gz"](tar(files)))
    ended = run("check", "--select", "duplicate-body", "--report", "concise", "b.tar.gz")
    assert ended.out.startswith("b.tar.gz/Two.txt:5:1: warning: ")
    assert "b.tar.gz/One.txt:5:1" in ended.out


def test_fmt_lists_and_shows_but_does_not_write(folder: Path) -> None:
    before = read(folder)
    assert run("fmt", "--check", "a.zip").out == "a.zip/2023/b.txt: not canonical\n"
    assert "\n+++ a.zip/2023/b.txt\n" in run("fmt", "--diff", "a.zip").out
    assert "\n+++ a.zip/2023/b.txt\n" in run("check", "--diff", "a.zip").out
    for command in (
        ("fmt",),
        ("check", "--fix"),
        ("check", "--quarantine", "set-aside"),
        ("split", "--in-place"),
        ("split", "-o", "out"),
    ):
        ended = run(*command, "a.zip")
        assert ended.code == 2
        assert ended.err.startswith("corpusfmt: a.zip: ")
        assert " on the disk only" in ended.err
    assert read(folder) == before


def test_hostile_members_are_in_every_report(folder: Path) -> None:
    save(folder / "b.tar", tar_of(special("../up.txt", tarfile.REGTYPE)))
    before = read(folder)
    for report in ("json", "jsonl", "sarif", "junit", "github", "gitlab", "rdjson"):
        ended = run("check", "--report", report, "b.tar")
        assert ended.code == 2
        assert "%2E%2E/up.txt" in ended.out or "%252E%252E/up.txt" in ended.out
    assert read(folder) == before


def test_an_archive_without_articles_is_reported(folder: Path) -> None:
    save(folder / "b.tar", tar({"x.bin": "x"}))
    for command in (("check",), ("fmt", "--check"), ("convert", "--to", "json"), ("baseline",)):
        ended = run(*command, "b.tar")
        assert ended.code == 2
        assert "no files to read: 1 not matched by include (*.txt, *.md)" in ended.err


def test_an_archive_that_is_empty_is_reported_as_such(folder: Path) -> None:
    save(folder / "b.tar", tar({}))
    write(folder, {"b.jsonl": ""})
    assert run("check", "b.tar").err == "corpusfmt: no files to read: b.tar has no texts\n"
    ended = run("clean", "b.tar", "b.jsonl", "--dry-run")
    assert ended.err == "corpusfmt: no files to read: each of the archives has no texts\n"


def test_limits_are_in_the_settings(folder: Path) -> None:
    write(folder, {"corpusfmt.toml": "[inputs]\nmax-member-bytes = 10\n"})
    ended = run("check", "a.zip")
    assert ended.code == 2
    assert (
        "a.zip/2023/a.txt: has 32 bytes; a member may have 10 bytes (max-member-bytes)" in ended.err
    )
    assert "[inputs]\n" in run("check", "--show-settings").out
    write(folder, {"corpusfmt.toml": "[inputs]\nmax-ratio = 0\ntext-feild = 'x'\n"})
    ended = run("fmt", "--check", "a.zip")
    assert "inputs.max-ratio is 0; expected 1 or more" in ended.err
    assert "unknown key 'inputs.text-feild'; did you mean 'text-field'?" in ended.err


def test_members_are_converted_to_a_folder(folder: Path) -> None:
    run("convert", "a.tar.gz", "--to", "json", "-o", "out")
    document = json.loads((folder / "out/2023/b.json").read_text())
    assert document["source"]["path"] == "a.tar.gz"
    assert document["source"]["member"] == "2023/b.txt"
    run("convert", "a.tar.gz", "--to", "jsonl", "-o", "out.jsonl")
    run("convert", "out.jsonl", "--to", "text", "-o", "texts")
    assert (folder / "texts/a.tar.gz/2023/a.txt").read_text() == FILES["2023/a.txt"]


def test_members_with_names_of_devices_are_written_with_safe_names(folder: Path) -> None:
    save(folder / "b.zip", zip_of({"CON.txt": CLEAN, "ab:c.txt": CLEAN}))
    run("convert", "b.zip", "--to", "json", "-o", "out")
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["%43ON.json", "ab%3Ac.json"]


def test_rows_are_converted() -> None:
    run("convert", "a.jsonl", "--text-field", "text", "--to", "json", "-o", "out")
    assert json.loads(Path("out/a-000002.json").read_text())["source"]["line"] == 2
    save(
        Path("b.jsonl.gz"),
        PACKERS[".tar.gz"](json.dumps(DOCUMENT).encode() + b"\n" + ROWS.encode()),
    )
    ended = run("convert", "b.jsonl.gz", "--to", "jsonl")
    titles = [json.loads(line)["title"] for line in ended.out.splitlines()]
    assert titles == ["T", "Boat", "Ferry"]


def test_known_findings_of_members_are_not_reported() -> None:
    assert run("baseline", "a.tar").code == 0
    baseline = ("--baseline", "corpusfmt-baseline.jsonl")
    assert run("check", *baseline, "a.tar").code == 0
    assert "stale" not in run("check", *baseline, "a.zip").out  # the other archive was not read
    save(Path("a.tar"), tar({"2023/a.txt": FILES["2023/a.txt"]}))
    assert "stale baseline entry: a.tar/2023/b.txt" in run("check", *baseline, "a.tar").out


def test_settings_match_virtual_paths() -> None:
    write(Path(), {"corpusfmt.toml": '[per-file-ignores]\n"a.zip/2023/" = ["all"]\n'})
    assert run("check", "a.zip").code == 0
    assert run("check", "a.tar").code == 1
    write(Path(), {"corpusfmt.toml": 'exclude = ["a.zip/2023/b.txt"]\n'})
    assert (
        run("check", "a.zip").err
        == "corpusfmt: checked 1 file (skipped: 1 excluded): no findings\n"
    )


@pytest.mark.parametrize("separator", ["\n", "\0", "\r\n"])
def test_paths_are_read_from_a_file(separator: str, folder: Path) -> None:
    write(folder, {"in/a b.txt": LOOSE, "-.txt": LOOSE, "list": f"in{separator}-.txt{separator}"})
    data = (folder / "list").read_bytes()
    for ended in (
        run("fmt", "--check", "--files-from", "list"),
        run("fmt", "--check", "--files-from", "-", stdin=data),
    ):
        assert ended.out == "in/a b.txt: not canonical\n-.txt: not canonical\n"


def test_lists_that_cannot_be_used_are_reported(folder: Path) -> None:
    write(folder, {"list": ""})
    assert run("check", "--files-from", "list").code == 2
    assert "--files-from: absent: does not exist" in run("check", "--files-from", "absent").err
    ended = run("check", "--files-from", "-", "-")
    assert ended.err == "corpusfmt: --files-from - cannot be used with the path -\n"


def test_patterns_are_expanded(folder: Path) -> None:
    names = ("in/a.txt", "in/deep/b.txt", "in/.hidden/c.txt", "in/d.md", "in/[e].txt")
    write(folder, dict.fromkeys(names, LOOSE) | {"corpusfmt.toml": 'exclude = ["in/d.md"]\n'})

    def changed(*patterns: str) -> list[str]:
        out = run("fmt", "--check", *patterns).out
        return [line.partition(":")[0] for line in out.splitlines()]

    assert changed("in/*.txt") == ["in/[e].txt", "in/a.txt"]
    assert changed("in/**/*.txt") == ["in/[e].txt", "in/a.txt", "in/deep/b.txt"]
    assert changed("*/deep/?.txt") == ["in/deep/b.txt"]
    assert changed("in/[e].txt") == ["in/[e].txt"]
    assert changed("in/[!e].txt") == ["in/a.txt"]
    assert changed("./in/*.txt") == ["./in/[e].txt", "./in/a.txt"]
    ended = run("check", "in/*.pdf", "absent/*.txt")
    assert ended.code == 2
    assert ended.err.count("does not exist, and matches no file as a pattern") == 2


def test_show_files_lists_members(folder: Path) -> None:
    save(folder / "b.tar", tar_of(special("../up.txt", tarfile.REGTYPE)))
    ended = run("check", "--show-files", "a.zip", "b.tar", "a.jsonl")
    listed = ["a.jsonl/1", "a.jsonl/2", "a.zip/2023/a.txt", "a.zip/2023/b.txt"]
    assert ended.out.splitlines() == [*listed, "b.tar/first.txt", "b.tar/last.txt"]
    assert ended.code == 2
    assert "b.tar/%2E%2E/up.txt: has a name that contains '..'" in ended.err


def test_the_api_reads_archives_and_rewrites_none(folder: Path) -> None:
    before = read(folder)
    result = corpusfmt.check_paths("a.zip", ignore=["level-5"])
    assert [report.path for report in result] == ["a.zip/2023/a.txt", "a.zip/2023/b.txt"]
    assert result.exit_code == 1
    fixed = corpusfmt.fix_paths("a.zip", ignore=["level-5"])
    assert fixed.exit_code == 2
    assert {report.unfixed for report in fixed} == {"only files on the disk are rewritten"}
    assert {path: data for path, data in read(folder).items() if path in before} == before


@pytest.mark.parametrize("ending", [".gz", ".xz"])
def test_a_compressed_file_is_read(ending: str) -> None:
    compress: Any = {".gz": gzip.compress, ".xz": lzma.compress}[ending]
    files = {
        "a.txt": CLEAN,
        "b.csv": "title,text\nFerry,It sailed.\n",
        "c.json": json.dumps(DOCUMENT),
    }
    packed = {f"p/{name}{ending}": compress(data.encode()) for name, data in files.items()}
    write(Path(), packed)
    assert run("check", "--ignore", "level-5", f"p/a.txt{ending}").code == 0
    ended = run("convert", "p", "--from", "auto", "--to", "jsonl")
    assert ended.code == 0, ended.err
    found = [json.loads(line)["source"] for line in ended.out.splitlines()]
    assert [(one["path"], one["member"]) for one in found] == [
        (f"p/{name}{ending}", name) for name in files
    ]
    refused = run("fmt", f"p/a.txt{ending}")
    assert refused.code == 2
    write(Path(), {f"d.txt{ending}": compress(CLEAN.encode())[:-9]})
    assert f"corpusfmt: d.txt{ending}" in run("check", f"d.txt{ending}").err
    write(Path(), {f"e.txt{ending}": compress(b"x" * 10_000_001)})
    assert f"corpusfmt: e.txt{ending}: expands to more than" in run("check", f"e.txt{ending}").err
    write(Path(), {"s.toml": "[inputs]\nmax-member-bytes = 10\n"})
    ended = run("check", f"p/a.txt{ending}", "--config", "s.toml")
    assert f"corpusfmt: p/a.txt{ending}/a.txt: " in ended.err
