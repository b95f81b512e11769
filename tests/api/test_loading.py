"""``read``, ``load`` and ``read_foreign``: the articles of files, and what cannot be read."""

import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

import corpusfmt
from corpusfmt.errors import ArticleError, InvalidDocumentError
from tests.command_line import CLEAN, write

TEXT = "# Ferry\n\n\n\nIt sailed.\n"
NEWS = {"title": "Ferry", "maintext": "It sailed.", "date_publish": None, "source_domain": "x"}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.txt", TEXT, None),
        ("a.json", json.dumps(corpusfmt.parse(TEXT).to_document()), None),
        ("a.json", json.dumps(NEWS), "news-please"),
        ("a.json", json.dumps(NEWS), "auto"),
        ("-", TEXT, None),
    ],
)
def test_a_file_is_read_as_an_article(name: str, content: str, kind: str | None) -> None:
    Path(name).write_text(content, "utf-8")
    article = corpusfmt.read(name, kind=kind)
    assert (article.title, len(article.body)) == ("Ferry", 1)
    assert article.source is not None
    assert article.source.path == name


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "1:1: the file contains no article"),
        (b"# T\n\n\xff", "3:1: byte FF at offset 5 is not valid UTF-8"),
        (None, "does not exist"),
    ],
)
def test_a_file_that_cannot_be_read_is_an_error(content: bytes | None, reason: str) -> None:
    if content is not None:
        Path("a.txt").write_bytes(content)
    with pytest.raises(ArticleError) as caught:
        corpusfmt.read("a.txt")
    assert caught.value.path == "a.txt"
    assert reason in str(caught.value)
    assert bool(caught.value.diagnostics) == (content is not None)


def test_a_file_of_many_articles_is_not_one() -> None:
    Path("a.json").write_text(json.dumps([NEWS, NEWS]), "utf-8")
    with pytest.raises(ArticleError, match=r"has 2 articles; expected 1, or load\(\)"):
        corpusfmt.read("a.json", kind="news-please")


def test_the_articles_of_folders_and_archives_are_loaded_in_order(folder: Path) -> None:
    write(folder, {"in/b.txt": TEXT, "in/a.txt": TEXT, "in/c.json": "{}"})
    with zipfile.ZipFile("d.zip", "w") as archive:
        archive.writestr("x.txt", TEXT)
    found = [article.source for article in corpusfmt.load(["in", "d.zip"])]
    assert [(one.path, one.member) for one in found if one is not None] == [
        ("in/a.txt", None),
        ("in/b.txt", None),
        ("d.zip", "x.txt"),
    ]


def test_the_kind_selects_the_files_of_a_folder(folder: Path) -> None:
    data = json.dumps(NEWS)
    write(folder, {"in/a.json": data, "in/b.jsonl": f"{data}\n{data}\n", "in/c.txt": TEXT})
    found = [article.source for article in corpusfmt.load("in", kind="news-please")]
    assert [(one.path, one.line) for one in found if one is not None] == [
        ("in/a.json", None),
        ("in/b.jsonl", 1),
        ("in/b.jsonl", 2),
    ]


def test_rows_are_loaded_with_the_fields_that_are_named(folder: Path) -> None:
    write(folder, {"rows/a.txt": CLEAN, "rows/b.txt": CLEAN.replace("Ferry", "Tram")})
    rows = list(corpusfmt.load("rows", fields=["title", "date", "authors"]))
    assert rows == [
        {"title": "Ferry", "date": None, "authors": []},
        {"title": "Tram", "date": None, "authors": []},
    ]
    assert next(corpusfmt.load("rows", fields=("text",))) == {"text": "Text of the article."}


@pytest.mark.parametrize(
    ("fields", "error", "message"),
    [
        ("title", TypeError, r"load\(\) takes a list of names \(str\) as fields, not 'title'; put"),
        (5, TypeError, r"load\(\) takes a list of names \(str\) as fields, not int"),
        (["titel"], ValueError, r"load\(\) does not know 'titel' in fields; did you mean 'title'"),
    ],
)
def test_unknown_fields_are_errors(fields: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        corpusfmt.load(".", fields=fields)


def test_what_cannot_be_loaded_is_passed_on_or_raised(folder: Path) -> None:
    write(folder, {"in/a.txt": "", "in/b.txt": TEXT})
    failed: list[ArticleError] = []
    loaded = list(corpusfmt.load(["in", "missing"], on_error=failed.append))
    assert len(loaded) == 1
    assert sorted(error.path for error in failed) == ["in/a.txt", "missing"]
    with pytest.raises(ArticleError):
        list(corpusfmt.load("in"))


def test_a_record_is_read_in_memory() -> None:
    [article] = corpusfmt.read_foreign(NEWS, "news-please")
    assert article.title == "Ferry"
    [row] = corpusfmt.read_foreign({"x": "Ferry", "text": "a"}, "csv", columns={"title": "x"})
    assert row.title == "Ferry"
    failed: list[ArticleError] = []
    assert list(corpusfmt.read_foreign({"title": 7}, "news-please", on_error=failed.append)) == []
    assert str(failed[0]) == "-: /title: the value is a number"
    with pytest.raises(TypeError, match="cannot read a mapping as bbc"):
        list(corpusfmt.read_foreign({}, "bbc"))


def test_the_format_of_a_record_in_memory_is_guessed() -> None:
    for record in (NEWS, {"headline": "Ferry", "text": "a"}, {"title": "Ferry", "maintext": "a"}):
        [article] = corpusfmt.read_foreign(record, "auto")
        assert article.title == "Ferry"
    [row] = corpusfmt.read_foreign({"x": "Ferry", "text": ["a"]}, "auto", columns={"title": "x"})
    assert row.title == "Ferry"
    with pytest.raises(ArticleError, match="the article has no title"):
        list(corpusfmt.read_foreign({"x": "y"}, "auto"))
    with pytest.raises(TypeError, match="cannot read a mapping as json"):
        list(corpusfmt.read_foreign({"corpusfmt": "1.0"}, "auto"))


def test_arguments_that_do_not_fit_are_errors() -> None:
    with pytest.raises(ValueError, match="did you mean 'news-please'"):
        corpusfmt.read("a", kind="news-pleas")
    with pytest.raises(ValueError, match="does not know 'x' in source"):
        corpusfmt.read_foreign("", "x")
    wrong: Any = 7
    with pytest.raises(TypeError):
        corpusfmt.load(wrong)


@pytest.mark.parametrize(
    ("data", "source", "columns", "error", "message"),
    [
        ("", 7, None, TypeError, "takes text (str) as source, not int"),
        ({1: "Ferry"}, "rows", None, TypeError, "as data, not one with the key 1"),
        ({"x": "Ferry"}, "rows", 7, TypeError, "a mapping of fields to columns as columns, not in"),
        ({"x": "Ferry"}, "rows", {"title": 7}, TypeError, "takes text (str) as columns, not int"),
        ({"x": "Ferry"}, "rows", {"titel": "x"}, ValueError, "'titel' in columns; did you mean"),
        ("{}", "fundus", {"title": "x"}, ValueError, "takes columns only for csv, tsv, rows and a"),
    ],
)
def test_records_and_columns_that_do_not_fit_are_errors(
    data: Any, source: Any, columns: Any, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=re.escape(message)):
        corpusfmt.read_foreign(data, source, columns=columns)


@pytest.mark.parametrize(
    ("name", "options", "error", "message"),
    [
        (None, {}, TypeError, "takes text (str) as format, not None"),
        ("html", {"fields": ("id",)}, ValueError, "'fields' in options; there are none"),
        ("rows", {"field": ("id",)}, ValueError, "in options; did you mean 'fields'?"),
        ("rows", {"fields": "id"}, TypeError, "not 'id'; put it in a list: ['id']"),
        ("rows", {"fields": ["titel"]}, ValueError, "in fields; did you mean 'title'?"),
        ("rows", {"template": "{titel}"}, ValueError, "template: unknown field 'titel'; did you"),
        ("rows", {"template": 7}, TypeError, "takes text (str) as template, not int"),
        ("atom", {"updated": "today"}, ValueError, "2024-03-05T09:02:00+01:00 as updated, not 'to"),
        ("atom", {"updated": 7}, TypeError, "takes text (str) as updated, not int"),
        ("atom", {"feed_title": None}, TypeError, "takes text (str) as feed_title, not None"),
    ],
)
def test_formats_and_options_that_do_not_fit_are_errors(
    name: Any, options: dict[str, Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=re.escape(message)):
        corpusfmt.parse(TEXT).to(name, **options)


@pytest.mark.parametrize("name", ["text", "json", "jsonl", "plain", "markdown", "rows", "html"])
def test_an_article_is_written_as_the_command_does(name: str) -> None:
    article = corpusfmt.parse(TEXT)
    assert "It sailed." in article.to(name)


def test_an_article_that_cannot_be_written_is_an_error() -> None:
    article = corpusfmt.parse("# T\n\nBy Ada Brook\n\n\n\nWords.\n")
    with pytest.raises(InvalidDocumentError):
        corpusfmt.parse("words").to("json")
    with pytest.raises(ValueError, match="parquet is not text"):
        article.to("parquet")
    with pytest.raises(ValueError, match="in format"):
        article.to("pdf")
    with pytest.raises(ValueError, match="in options"):
        article.to("json", fields=("title",))
    with pytest.raises(Exception, match="plain would drop byline"):
        article.to("plain", strict=True)


def test_a_notebook_shows_an_article() -> None:
    shown = corpusfmt.parse(TEXT)._repr_html_()
    assert shown.startswith("<article>")
    assert "<h1>Ferry</h1>" in shown
    assert corpusfmt.parse("a <b> & c")._repr_html_() == "<pre>a \\&lt;b&gt; &amp; c\n</pre>"
