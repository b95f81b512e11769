"""``clean``: what is written, set aside and reported, and that the numbers add up."""

import csv
import gzip
import hashlib
import io
import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from corpusfmt.cli.pace import PACE, Pace
from corpusfmt.convert.formats import FORMATS
from corpusfmt.project.clean_store import CleanStore
from corpusfmt.project.cleaned_article import CleanedArticle
from corpusfmt.project.lock import project_lock
from tests.archives import tar
from tests.command_line import (
    CLEAN,
    LOOSE,
    WESTERN,
    Ended,
    document,
    fail_to_open,
    read,
    row,
    run,
    write,
)

FERRY = (
    "The ferry to Skerry sailed on Monday with 61 passengers, the first crossing since a storm "
    "tore its ramp from the quay in October. The harbour master said the new ramp would stand at "
    "least ten winters. Tickets cost as much as {}."
)
ROBOT = (
    "# Just a moment...\n\n\n\nVerify you are human by completing the action below.\n\n"
    "a.example needs to review the security of your connection before proceeding.\n"
)
NEWS_PLEASE = {
    "title": "Bakery Closes",
    "maintext": "The bakery closed on Friday.",
    "authors": ["Ada Brook"],
    "date_publish": "2024-03-05 00:00:00",
    "date_download": None,
    "localpath": None,
    "source_domain": "a.example",
    "filename": "x",
    "image_url": None,
    "url": "https://a.example/bakery",
}
FILES: dict[str, str | bytes] = {
    "in/a.txt": f"# Ferry Runs\r\n\r\n\r\n\r\n\r\n\r\n{FERRY.format('before')}  \r\n",
    "in/b.txt": f"# Ferry Sails\n\n\n\n{FERRY.format('ever')}\n",
    "in/c.txt": f"# Ferry Again\n\n\n\n**{FERRY.format('before')}**\n",
    "in/d/robot.txt": ROBOT,
    "in/d/western.txt": WESTERN,
    "in/date.txt": "# Tram\n\nBy Ada Brook\n05/03/2024\n\n\n\nIt sailed.\n",
    "in/empty.txt": "",
    "in/news.json": json.dumps(NEWS_PLEASE),
    "in/torn.json": '{"title": "Torn", "maintext": "The',
    "in/table.csv": 'title,text\nRow One,"Café text, one."\n,No title.\nRow Three,Text three.\n',
    "in/rows.jsonl": row("x/r.txt", "Row")
    + '{"text": 1}\n'
    + json.dumps(NEWS_PLEASE | {"title": "Two"}),
}
REASONS = {
    "set_aside": {
        "duplicate-body": 2,
        "ambiguous-date": 1,
        "invalid-utf8": 1,
        "near-duplicate": 1,
        "not-an-article:robot-check": 1,
        "schema": 1,
    },
    "dropped": {},
    "failed": {"not-imported": 2, "unreadable": 1},
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, which has dirty files."""
    monkeypatch.chdir(tmp_path)
    return write(tmp_path, FILES)


def interrupt_cleaning(monkeypatch: pytest.MonkeyPatch, number: int) -> list[int]:
    """Interrupt the run that adds this text to what is kept, counted from 1.

    Return a list of how many texts are kept when one is added from now on.
    """
    add = CleanStore.add
    added: list[int] = []

    def interrupt(store: CleanStore, articles: Iterable[CleanedArticle]) -> None:
        added.append(store.texts)
        if len(added) == number:
            raise KeyboardInterrupt
        add(store, articles)

    monkeypatch.setattr(CleanStore, "add", interrupt)
    return added


def clean(*more: str | Path, source: str = "in", out: str = "out", pace: Pace = PACE) -> Ended:
    return run("clean", source, out, *more, pace=pace)


def report(out: str = "out") -> dict[str, Any]:
    value: dict[str, Any] = json.loads(Path(out, "report.json").read_text())
    return value


def log(out: str = "out") -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(out, "log.jsonl").read_text().splitlines()]


def written(out: str = "out") -> dict[str, bytes]:
    """Return the files of an output, without what corpusfmt keeps for itself."""
    return {name: data for name, data in read(Path(out)).items() if name[:1] != "."}


# --- what is written ------------------------------------------------------------------------------


def test_the_table_adds_up() -> None:
    ended = clean()
    assert ended.code == 2
    assert ended.out.endswith(
        """\
in                              15
  out                            5
  set aside                      7
    duplicate-body               2
    ambiguous-date               1
    invalid-utf8                 1
    near-duplicate               1
    not-an-article:robot-check   1
    schema                       1
  failed                         3
    not-imported                 2
    unreadable                   1
"""
    )
    assert "in/torn.json:1:31: error: invalid JSON: unterminated string" in ended.out
    assert "in/table.csv:3:1: error: the article has no title" in ended.out
    assert "corpusfmt: in/rows.jsonl/2: has a number in the field 'text'; expected" in ended.err
    assert "corpusfmt: cleaned 11 files: 5 articles written to out\n" in ended.err


def test_the_articles_are_canonical_and_keep_their_folders(folder: Path) -> None:
    clean()
    articles = read(Path("out/articles"))
    assert sorted(articles) == [
        "a.txt",
        "news.txt",
        "table-000002.txt",
        "table-000004.txt",
        "x/r.txt",
    ]
    assert articles["a.txt"] == f"# Ferry Runs\n\n\n\n{FERRY.format('before')}\n".encode()
    assert articles["table-000002.txt"] == "# Row One\n\n\n\nCafé text, one.\n".encode()
    assert run("fmt", "--check", "out/articles").code == 0


def test_what_is_set_aside_is_as_it_was_read() -> None:
    clean()
    aside = read(Path("out/set-aside"))
    assert {name: data for name, data in aside.items() if "rows" not in name} == {
        "ambiguous-date/date.txt": FILES["in/date.txt"].encode(),  # type: ignore[union-attr]
        "duplicate-body/c.txt": FILES["in/c.txt"].encode(),  # type: ignore[union-attr]
        "invalid-utf8/d/western.txt": WESTERN,
        "near-duplicate/b.txt": FILES["in/b.txt"].encode(),  # type: ignore[union-attr]
        "not-an-article/robot-check/d/robot.txt": ROBOT.encode(),
        "schema/empty.txt": b"",
    }
    rest = json.loads(aside["duplicate-body/rows-000003.json"])
    assert rest == NEWS_PLEASE | {"title": "Two"}
    assert read(Path("in")) == {
        name[3:]: data if isinstance(data, bytes) else data.encode() for name, data in FILES.items()
    }


def test_a_row_of_a_file_of_another_program_is_set_aside_as_a_record() -> None:
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerows([("title", "text", "other"), ("One", "Same.", "x"), ("Two", "Same.", "y")])
    write(Path(), {"table/t.csv": text.getvalue()})
    clean(source="table")
    aside = read(Path("out/set-aside"))
    assert list(aside) == ["duplicate-body/t-000003.json"]
    assert json.loads(aside["duplicate-body/t-000003.json"]) == {
        "title": "Two",
        "text": "Same.",
        "other": "y",
    }


def test_the_log_has_a_line_for_each_article() -> None:
    clean()
    lines = log()
    assert len(lines) == 15
    by_path = {(one["source"]["path"], one["source"].get("line")): one for one in lines}
    first = by_path["in/a.txt", None]
    data = Path("in/a.txt").read_bytes()
    assert first["source"]["sha256"] == hashlib.sha256(data).hexdigest()
    assert first["outcome"] == "out"
    assert first["fixes"] == {"carriage-return": 1, "layout": 1}
    near = by_path["in/b.txt", None]
    assert near["outcome"] == "set-aside"
    assert near["message"] == (
        "5:1: the body is nearly the same as in in/a.txt:5:1 "
        "(95 % of sequences of three words in common)"
    )
    assert by_path["in/table.csv", 3]["message"] == "3:1: the article has no title"
    assert by_path["in/rows.jsonl", 3]["read_as"] == "news-please"
    for line in lines:
        if "output" in line:
            data = Path("out", line["output"]).read_bytes()
            assert hashlib.sha256(data).hexdigest() == line["output_sha256"]


def test_the_report_has_the_numbers_the_recipe_and_the_rules() -> None:
    clean()
    value = report()
    assert (value["in"], value["out"], value["set_aside"], value["failed"]) == (15, 5, 7, 3)
    assert value["reasons"] == REASONS
    assert value["recipe"]["set-aside"] == ["not-an-article", "duplicate-body", "near-duplicate"]
    assert value["recipe"]["rules"]["near-duplicate"] == {"share": 0.8, "words": 30}
    digest = hashlib.sha256(json.dumps(value["recipe"], sort_keys=True).encode()).hexdigest()
    assert value["recipe_sha256"] == digest
    assert {"near-duplicate", "layout", "mojibake"} <= value["rules"].keys()
    assert len(set(value["rules"].values())) == len(value["rules"])
    whole = hashlib.sha256(Path("out/log.jsonl").read_bytes()).hexdigest()
    assert value["files"] == {"log.jsonl": whole}


@pytest.mark.parametrize("jobs", ["2", "3"])
def test_the_number_of_processes_changes_nothing(jobs: str) -> None:
    clean("--jobs", "1")
    clean("--jobs", jobs, out="other")
    assert written("other") == written()


def test_a_dry_run_prints_the_same_and_writes_nothing(folder: Path) -> None:
    before = read(folder)
    dry = clean("--dry-run")
    without = run("clean", "in", "--dry-run")
    assert read(folder) == before
    last = dry.err.splitlines()[-1]
    assert last == "corpusfmt: cleaned 11 files: 5 articles would be written"
    assert without == dry
    wet = clean()
    assert (wet.code, wet.out) == (dry.code, dry.out)


def test_a_dry_run_reads_every_path_that_is_not_the_folder_of_an_output() -> None:
    whole = run("clean", "in", "--dry-run")
    for paths in (("in/d", "in/a.txt"), ("in/a.txt", "in/d")):
        assert run("clean", *paths, "--dry-run").out.split()[:2] == ["in", "3"]
    clean()
    Path("new").mkdir()
    for out in ("out", "new", "none"):
        assert run("clean", "in", out, "--dry-run").out == whole.out


def test_cleaning_what_is_clean_changes_nothing() -> None:
    clean()
    again = clean(source="out/articles", out="again")
    assert again.code == 0
    assert again.out == "in           5\n  out        5\n  set aside  0\n  failed     0\n"
    assert read(Path("again/articles")) == read(Path("out/articles"))


# --- the recipe -----------------------------------------------------------------------------------


def test_the_recipe_says_what_is_dropped_and_kept(folder: Path) -> None:
    recipe = """
        [clean]
        drop = ["not-an-article:robot-check", "schema"]
        keep = ["near-duplicate"]
        set-aside = ["duplicate-body", "too-short"]
        fixes = ["level-1"]
        [rules.too-short]
        words = 5
    """
    write(folder, {"recipe.toml": recipe})
    clean("--config", "recipe.toml")
    value = report()
    assert value["reasons"]["dropped"] == {"not-an-article:robot-check": 1, "schema": 1}
    assert value["set_aside"] == 2 + sum(value["reasons"]["set_aside"].values())
    assert "near-duplicate" not in value["reasons"]["set_aside"]
    assert value["reasons"]["set_aside"]["too-short"] == 5
    assert not any("robot" in name for name in read(Path("out/set-aside")))
    assert "layout" in value["recipe"]["fixes"]
    assert "date-form" not in value["recipe"]["fixes"]


def test_a_kind_can_be_kept(folder: Path) -> None:
    write(folder, {"corpusfmt.toml": "[clean]\nkeep = ['not-an-article:robot-check']\n"})
    clean()
    assert Path("out/articles/d/robot.txt").read_text() == ROBOT


def test_thresholds_are_those_of_the_rules(folder: Path) -> None:
    write(folder, {"corpusfmt.toml": "[rules.near-duplicate]\nshare = 0.99\n"})
    clean()
    assert "near-duplicate" not in report()["reasons"]["set_aside"]


def test_unsafe_fixes_accept_guesses_and_encodings() -> None:
    write(Path(), {"in/d/western.txt": WESTERN.decode("windows-1252").encode("utf-16")})
    assert clean("--unsafe-fixes").code == 2
    assert "May 03, 2024" in Path("out/articles/date.txt").read_text()
    assert Path("out/articles/d/western.txt").read_text() == "# Café\n\n\n\nText.\n"


def test_an_encoding_is_that_of_texts() -> None:
    shutil.rmtree("in")
    write(Path(), {"in/a.txt": WESTERN, "in/b.txt": b"# A\n\n\n\n\x81\n"})
    ended = clean("--encoding", "windows-1252")
    assert ended.code == 1
    assert Path("out/articles/a.txt").read_text() == "# Café\n\n\n\nText.\n"
    assert report()["reasons"]["failed"] == {"not-decoded": 1}
    assert "in/b.txt:5:1: error: byte 81 at offset 7 is not cp1252" in ended.out


def test_json_is_utf_8_whatever_the_encoding_of_texts() -> None:
    shutil.rmtree("in")
    news = json.dumps(NEWS_PLEASE | {"title": "Café"}, ensure_ascii=False)
    rows = '{"title": "Café", "text": "One."}\n'
    table = "title,text\nCafé,Two.\n".encode("windows-1252")
    rows += json.dumps({"text": "# Café\n\n\n\nThree.\n"}, ensure_ascii=False)
    write(Path(), {"in/a.txt": WESTERN, "in/n.json": news, "in/r.jsonl": rows, "in/t.csv": table})
    assert clean("--encoding", "windows-1252").code == 0
    texts = read(Path("out/articles")).values()
    assert [text.decode().startswith("# Café\n") for text in texts] == [True] * 5


def test_the_digest_of_the_recipe_is_that_of_all_that_decides(folder: Path) -> None:
    clean()
    digest = report()["recipe_sha256"]
    clean("--jobs", "2", out="other")
    assert report("other")["recipe_sha256"] == digest
    write(folder, {"corpusfmt.toml": "[rules.near-duplicate]\nshare = 0.9\n"})
    clean(out="third")
    assert report("third")["recipe_sha256"] != digest


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("to = 'txt'", "clean.to has the unknown value 'txt'; did you mean 'text'?"),
        ("from = 'newsplease'", "clean.from has the unknown value 'newsplease'; did you mean"),
        ("map = { headline = 'x' }", "clean.map has the unknown value 'headline'"),
        ("encoding = 'utf-99'", "clean.encoding: unknown encoding 'utf-99'"),
        ("drop = ['x']", "unknown rule 'x' in clean.drop"),
    ],
)
def test_a_wrong_recipe_ends_the_run(folder: Path, text: str, message: str) -> None:
    write(folder, {"corpusfmt.toml": f"[clean]\n{text}\n"})
    ended = clean()
    assert ended.code == 2
    assert f"corpusfmt.toml: {message}" in ended.err
    assert not Path("out").exists()


# --- formats and inputs ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", [form.name for form in FORMATS.values() if form.name != "docbin"])
def test_every_format_can_be_written(name: str) -> None:
    assert clean("--to", name).code in (1, 2)
    place: set[str] = {line["output"] for line in log() if line["outcome"] == "out"}
    for output in place:
        assert Path("out", output).exists()
    value = report()
    assert value["in"] == 15
    assert value["out"] + value["set_aside"] + value["failed"] == 15
    if name == "atom":  # each entry needs a time
        assert value["reasons"]["failed"]["not-converted"] == 8
    elif FORMATS[name].layout == "stream":
        assert place == {f"articles{FORMATS[name].suffix}"}
        assert set(value["files"]) == {"log.jsonl", *place}


def test_the_options_of_a_format_are_in_the_recipe(folder: Path) -> None:
    clean("--to", "rows", "--fields", "title,authors")
    lines = Path("out/articles.jsonl").read_text().splitlines()
    assert json.loads(lines[1]) == {"title": "Bakery Closes", "authors": ["Ada Brook"]}
    assert report()["recipe"]["fields"] == ["title", "authors"]
    write(folder, {"corpusfmt.toml": "[clean]\nto = 'rows'\ntemplate = '{title}'\n"})
    clean(out="other")
    assert Path("other/articles.jsonl").read_text().splitlines()[1] == "Bakery Closes"
    ended = clean("--to", "atom", out="x")
    assert ended.err.startswith("corpusfmt: --template is only for --to rows")
    write(folder, {"corpusfmt.toml": ""})
    clean("--to", "atom", "--updated", "2024-03-05T09:02:00Z", out="feed")
    assert Path("feed/articles.atom").read_text().count("<entry>") == 5
    assert "unknown value 'titel' for --fields" in clean("--to", "rows", "--fields", "titel").err


def test_json_lines_have_the_documents_with_their_sources() -> None:
    clean("--to", "jsonl")
    found = [json.loads(line) for line in Path("out/articles.jsonl").read_text().splitlines()]
    assert [one["title"] for one in found] == [
        "Ferry Runs",
        "Bakery Closes",
        "Row",
        "Row One",
        "Row Three",
    ]
    assert found[0]["source"]["path"] == "in/a.txt"
    clean("--to", "jsonl", source="out/articles.jsonl", out="again")
    assert Path("again/articles.jsonl").read_bytes() == Path("out/articles.jsonl").read_bytes()


def test_archives_and_tables_are_read(folder: Path) -> None:
    members: dict[str, str | bytes] = {name[3:]: data for name, data in FILES.items()}
    del members["rows.jsonl"]
    packed = {"news.tar": tar(members), "rows.jsonl.gz": gzip.compress((CLEAN + "\n").encode())}
    packed["rows.jsonl.gz"] = gzip.compress(str(FILES["in/rows.jsonl"]).encode())
    write(folder, packed)
    run("clean", "news.tar", "rows.jsonl.gz", "out")
    assert report()["reasons"] == REASONS
    aside = read(Path("out/set-aside"))
    assert aside["invalid-utf8/news.tar/d/western.txt"] == WESTERN
    assert Path("out/articles/news.tar/a.txt").exists()
    [western] = [one for one in log() if one.get("reason") == "invalid-utf8"]
    assert western["source"]["member"] == "d/western.txt"


def test_a_damaged_archive_is_a_failure(folder: Path) -> None:
    data = tar({"a.txt": CLEAN, "b.txt": LOOSE * 900})
    write(folder, {"news.tar": data[: len(data) // 2]})
    ended = run("clean", "news.tar", "out")
    assert ended.code == 2
    assert "corpusfmt: news.tar: is truncated" in ended.err
    value = report()
    assert (value["in"], value["out"], value["failed"]) == (2, 1, 1)


def test_columns_of_a_table_can_be_named(folder: Path) -> None:
    write(folder, {"t.csv": "headline,story\nFerry,It sailed.\n"})
    assert clean("--map", "title=headline", "--map", "text=story", source="t.csv").code == 0
    assert Path("out/articles/t-000002.txt").read_text() == "# Ferry\n\n\n\nIt sailed.\n"


def test_two_articles_of_one_name_are_both_written(folder: Path) -> None:
    shutil.rmtree("in")
    write(folder, {"in/A.txt": CLEAN, "in/a.json": json.dumps(document(title="Json"))})
    assert clean().code == 0
    assert sorted(read(Path("out/articles"))) == ["A.txt", "a-2.txt"]


def test_a_name_of_a_file_and_of_a_folder(folder: Path) -> None:
    write(folder, {"m.tar": tar({"a.txt/c.txt": WESTERN, "a.txt": WESTERN})})
    run("clean", "m.tar", "out")
    assert sorted(read(Path("out/set-aside"))) == [
        "invalid-utf8/a-2.txt",
        "invalid-utf8/a.txt/c.txt",
    ]
    shutil.rmtree("out")
    write(folder, {"m.tar": tar({"a.txt": WESTERN, "a.txt/c.txt": WESTERN})})
    run("clean", "m.tar", "out")
    assert sorted(read(Path("out/set-aside"))) == ["invalid-utf8/a.txt", "invalid-utf8/a.txt-c.txt"]


def test_a_crash_costs_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    fail_to_open(monkeypatch, "in/a.txt", RuntimeError("broken"))
    ended = clean()
    assert ended.code == 2
    assert "corpusfmt: in/a.txt: internal error: RuntimeError: broken at " in ended.err
    assert report()["reasons"]["failed"] == {
        "not-imported": 2,
        "internal-error": 1,
        "unreadable": 1,
    }


# --- what is refused ------------------------------------------------------------------------------


def test_a_complete_output_is_not_written_again() -> None:
    first = clean()
    before = {path: path.stat().st_mtime_ns for path in Path("out").rglob("[!.]*.*")}
    again = clean()
    assert (again.code, again.err) == (
        first.code,
        "corpusfmt: out is complete; nothing was written\n",
    )
    assert first.out.endswith(again.out)
    assert {path: path.stat().st_mtime_ns for path in Path("out").rglob("[!.]*.*")} == before


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("articles/a.txt", "was changed after clean wrote it"),
        ("set-aside/schema/empty.txt", "was changed after clean wrote it"),
        ("report.json", "was changed after clean wrote it"),
    ],
)
def test_an_output_that_was_changed_is_refused(name: str, message: str) -> None:
    clean()
    before = Path("out", name).read_bytes()
    Path("out", name).write_bytes(before + b"x")
    ended = clean()
    assert ended.code == 2
    assert f"corpusfmt: out/{name}: {message}" in ended.err
    assert Path("out", name).read_bytes() == before + b"x"
    os.unlink(Path("out", name))
    assert "is missing; remove the folder to clean the articles again" in clean().err


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("--to", "jsonl"), "was written with another recipe; expected a new folder"),
        (("more.txt",), "was written from another input, or from one that has changed"),
    ],
)
def test_another_run_is_refused(folder: Path, change: tuple[str, ...], message: str) -> None:
    write(folder, {"more.txt": CLEAN})
    clean()
    before = written()
    more = [word for word in change if word.startswith("-") or word in FORMATS]
    paths = [word for word in change if word not in more]
    ended = run("clean", "in", *paths, "out", *more)
    assert ended.code == 2
    assert f"corpusfmt: out: {message}" in ended.err
    assert written() == before


def test_an_input_that_has_changed_is_refused(folder: Path) -> None:
    clean()
    write(folder, {"in/a.txt": CLEAN})
    assert "from another input, or from one that has changed since" in clean().err


@pytest.mark.parametrize(
    ("files", "words", "message"),
    [
        ({"out/notes.txt": "mine"}, ("in", "out"), "out: is not empty; expected a new folder"),
        ({"out": "a file"}, ("in", "out"), "out: is a file; expected a new folder"),
        ({}, ("in", "in"), "in: is an input; expected another folder"),
        ({}, ("in", "in/out"), "in/out: is in in, which is an input; expected another folder"),
        (
            {"o/a.txt": CLEAN},
            ("o/a.txt", "o"),
            "o: contains o/a.txt, which is an input; expected another",
        ),
        ({}, ("in",), "OUT is missing: expected a folder after in"),
        ({}, ("-", "out"), "clean cannot be used with the path -: it could not be read again"),
        ({}, ("in", "out", "--to", "txt"), "unknown value 'txt' for --to; did you mean 'text'?"),
        (
            {},
            ("in", "out", "--from", "bbc", "--map", "title=x"),
            "--map is only for csv, tsv, rows and auto, not for bbc",
        ),
        (
            {"corpusfmt.toml": '[clean]\nfrom = "bbc"\nmap = { title = "x" }\n'},
            ("in", "out"),
            "corpusfmt.toml: clean.map is only for csv, tsv, rows and auto, not for bbc",
        ),
        (
            {"corpusfmt.toml": '[clean]\nto = "rows"\nfields = ["titel"]\n'},
            ("in", "out"),
            "corpusfmt.toml: clean: unknown value 'titel' for --fields; did you mean 'title'?",
        ),
    ],
)
def test_what_is_refused(
    folder: Path, files: dict[str, str], words: tuple[str, ...], message: str
) -> None:
    write(folder, files)
    before = read(folder)
    ended = run("clean", *words)
    assert (ended.code, ended.out) == (2, "")
    assert f"corpusfmt: {message}" in ended.err.replace(f"{folder}{os.sep}", "")
    assert read(folder) == before


def test_a_second_run_waits_for_the_first() -> None:
    Path("out").mkdir()
    with project_lock("out", "corpusfmt clean"):
        assert "another run is writing in out" in clean().err


def test_without_files_nothing_is_written() -> None:
    Path("none").mkdir()
    ended = clean(source="none")
    assert (ended.code, ended.out) == (2, "")
    assert not Path("out").exists()


def test_the_baseline_is_no_article(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, {"new/corpusfmt.toml": 'baseline = "known.jsonl"\n', "new/a.txt": "# A\n"})
    shutil.copytree("new", "old")
    write(folder, {"old/corpusfmt.toml": ""})
    for name, baseline in (("new", "known.jsonl"), ("old", "corpusfmt-baseline.jsonl")):
        monkeypatch.chdir(folder / name)
        assert run("baseline", ".").code == 0
        assert Path(baseline).exists()
        assert run("clean", ".", "--show-files").out == "a.txt\n"


def test_the_files_can_be_shown() -> None:
    ended = run("clean", "in", "--show-files")
    assert ended.out.splitlines()[0] == "in/a.txt"
    assert not Path("out").exists()


def test_verbose_does_not_count_what_failed_as_read(folder: Path) -> None:
    write(folder, {"in/a.txt": CLEAN, "in/b.jsonl": '{"a": 1}\n'})
    ended = run("clean", "-v", "in", "out")
    assert "corpusfmt: in/a.txt: read, 1 article\n" in ended.err
    assert "corpusfmt: in/b.jsonl/1: read, 0 articles, 1 failed\n" in ended.err


def test_a_file_that_is_known_and_not_read_is_named(folder: Path) -> None:
    shutil.rmtree("in")
    write(folder, {"in/a.txt": CLEAN, "in/b.txt": b"%PDF-1.7\n\xe2", "in/c.txt": "{\\rtf1 x}"})
    assert clean().code == 1
    assert report()["reasons"]["failed"] == {"not-imported": 2}
    assert report()["read_as"] == {"text": 1}
    messages = [one["message"] for one in log() if one["outcome"] == "failed"]
    assert [message.partition(";")[0] for message in messages] == [
        "this looks like a PDF file",
        "this looks like an RTF file",
    ]
