"""What a file is, by its content."""

import json
from typing import Any

import pytest
from hypothesis import given

from corpusfmt.convert.guessing import guess_kind
from corpusfmt.convert.reading import read_documents
from corpusfmt.convert.writing import render
from corpusfmt.syntax.normal_form import normalize_document
from corpusfmt.testing import documents
from tests.convert.importers.test_files import FILES, KINDS
from tests.convert.whole import WHOLE


@pytest.mark.parametrize("name", [name for name, kind in KINDS.items() if kind != "bbc"])
def test_the_files_of_other_programs_are_recognised(name: str) -> None:
    assert guess_kind((FILES / name).read_bytes(), f"folder/{name}") == KINDS[name]


@pytest.mark.parametrize(
    ("data", "path", "kind"),
    [
        (b"# Ferry\n\nIt sailed.\n", "a.txt", "text"),
        (b"", "a.txt", "text"),
        (b" \n", "a.json", "json"),
        (b"", "a.jsonl", "jsonl"),
        (b"\xff\xfe\x00", "a.txt", "text"),
        (b"# Ferry\n\nIt sailed.\n", "a.md", "text"),
        (b"<!DOCTYPE html>\n<title>x</title>", "a", "html"),
        (b"<!-- x --> <html>", "a.txt", "html"),
        (b"\xef\xbb\xbf<html>", "a.txt", "html"),
        (b"<p>The ferry sailed.</p>", "a.HTML", "html"),
        (b"<br />\n<b>Warning</b>: no port in <b>a.php</b>\n<!DOCTYPE html>", "a.htm", "html"),
        (b"<p>The ferry sailed.</p>", "a.txt", "text"),
        (b"# Ferry\n\nIt < sailed.\n", "a.html", "text"),
        ("\ufeff<!doctype html><p>x".encode("utf-16-be"), "a.html", "html"),
        ("\ufeff<!doctype html><p>x".encode("utf-16-le"), "a.html", "html"),
        (b'<?xml version="1.0"?>\n<!-- x -->\n<html>', "a.html", "html"),
        (b'<?xml version="1.0"?>\n<rss>', "a.txt", "text"),
        (b"a,b\n", "a.csv", "csv"),
        (b"a\tb\n", "A.TSV", "tsv"),
        (b'{"x": 1}', "a.txt", "json"),
        (b'{"x": 1}\n{"x": 1}\n', "-", "jsonl"),
        (b'[{"title": "T", "maintext": "x", "date_publish": null}]', "-", "news-please"),
        (b"{", "a.json", "text"),
    ],
)
def test_other_files_are_what_their_bytes_are(data: bytes, path: str, kind: str) -> None:
    assert guess_kind(data, path) == kind


@pytest.mark.parametrize("kind", ["text", "json", "html"])
def test_what_is_written_here_is_recognised(kind: str) -> None:
    assert guess_kind(render(WHOLE, kind), "a.txt") == kind


@given(documents())
def test_markdown_that_was_written_here_is_read_as_such(document: Any) -> None:
    text = render(normalize_document(document), "markdown")
    assert guess_kind(text, "a.md") == "markdown"


def test_other_markdown_is_not_taken_for_that_of_ours() -> None:
    for front in ("title: T", 'title: "T"\nlayout: "x"', 'title:  "T"'):
        assert guess_kind(f"---\n{front}\n---\nText.\n".encode(), "a.md") == "front-matter"
    assert guess_kind(b'---\ntitle: "T"\n---\n\n# T\n\nText.\n', "a.md") == "front-matter"


TEXT = "It sailed.\nIt carried 61 passengers."
MINIMAL: list[tuple[dict[str, Any], str]] = [
    ({"title": "T", "maintext": TEXT}, "news-please"),
    ({"title": "T", "maintext": TEXT, "url": "https://p.example/1"}, "news-please"),
    ({"title": "T", "text": TEXT, "raw_text": TEXT}, "trafilatura"),
    ({"title": "T", "text": TEXT, "source": "https://p.example/1"}, "trafilatura"),
    ({"title": "T", "text": TEXT, "hostname": "p.example", "author": "Ada; Jo"}, "trafilatura"),
    ({"title": "T", "text": TEXT, "fingerprint": "ab"}, "trafilatura"),
    ({"title": "T", "text": TEXT, "authors": ["Ada"], "publish_date": ""}, "newspaper4k"),
    ({"title": "T", "text": TEXT, "top_img": "a.jpg"}, "newspaper4k"),
    ({"title": "T", "plaintext": TEXT, "authors": ["Ada"]}, "fundus"),
    ({"title": "T", "body": {"summary": [], "sections": [{"paragraphs": [TEXT]}]}}, "fundus"),
    ({"headline": "T", "body_text": TEXT}, "ninjs"),
    ({"headline": "T", "articleBody": TEXT}, "json-ld"),
    ({"title": "T", "text": TEXT}, "rows"),
    ({"title": "T", "text": TEXT, "authors": ["Ada"], "url": "https://p.example/1"}, "rows"),
    ({"title": "T", "text": TEXT, "source": "Merrow Post"}, "rows"),
    ({"title": "T", "text": TEXT, "source": "https://p.example", "url": "/1"}, "rows"),
    ({"name": "T", "story": TEXT}, "json"),
]
"""Records of which most keys were removed."""


@pytest.mark.parametrize(("record", "kind"), MINIMAL)
def test_a_few_keys_are_enough_where_only_one_program_has_them(
    record: dict[str, Any], kind: str
) -> None:
    data = json.dumps(record).encode()
    assert guess_kind(data, "a.json") == kind
    lines = data + b"\n" + data
    assert guess_kind(lines, "a.jsonl") == ("jsonl" if kind == "json" else kind)
    if kind != "json":
        [result] = read_documents(data, "a.json", kind)
        assert result.document is not None, result.diagnostics
        assert result.document["title"] == "T"
