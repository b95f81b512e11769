"""Files of other programs, and the documents that they are read as.

The files of trafilatura and newspaper4k were written by these programs from page.html;
tests/consumers/test_importers.py does it again where they are installed.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from corpusfmt.convert.guessing import guess_kind
from corpusfmt.convert.importer import TextImporter
from corpusfmt.convert.importers import IMPORTERS
from corpusfmt.convert.kinds import FOREIGN
from corpusfmt.convert.reading import read_documents
from corpusfmt.validation.validator import problems
from tests.for_each import for_each

FILES = Path(__file__).parent / "files"

KINDS = {
    "bbc.txt": "bbc",
    "factiva.txt": "factiva",
    "ferry.story": "story",
    "front-matter.md": "front-matter",
    "fundus.json": "fundus",
    "graph.jsonld": "json-ld",
    "lexisnexis.txt": "lexisnexis",
    "news-please.json": "news-please",
    "newspaper4k.json": "newspaper4k",
    "nexis-uni.txt": "lexisnexis",
    "ninjs.json": "ninjs",
    "proquest.txt": "proquest",
    "reuters.sgm": "reuters",
    "rows.jsonl": "rows",
    "table.csv": "csv",
    "trafilatura.json": "trafilatura",
}


def read(name: str, kind: str) -> dict[str, Any]:
    """Return the documents of a file, without their sources, and its problems in words."""
    documents: list[Any] = []
    found: list[str] = []
    for result in read_documents((FILES / name).read_bytes(), name, kind):
        if result.document is not None:
            document: Any = dict(result.document)
            line = document.pop("source").get("line")
            documents.append(document if line is None else {"line": line, **document})
        for diagnostic in result.diagnostics:
            place = f"{diagnostic.line}:{diagnostic.column}"
            found.append(f"{place}: {diagnostic.severity}: {diagnostic.message}")
    return {"documents": documents, "problems": found}


@for_each({name: name for name in KINDS})
def test_a_file_is_read_as_these_documents(name: str) -> None:
    expected = json.loads((FILES / "expected" / f"{name}.json").read_text("utf-8"))
    read_now = read(name, KINDS[name])
    assert read_now == expected
    for document in read_now["documents"]:
        document.pop("line", None)
        assert not problems(document)


TEXTS = {name: name for name, kind in KINDS.items() if isinstance(IMPORTERS[kind], TextImporter)}


@for_each(TEXTS)
def test_line_ends_of_two_characters_change_nothing(name: str) -> None:
    data = (FILES / name).read_bytes().replace(b"\n", b"\r\n")
    results = list(read_documents(data, name, KINDS[name]))
    before = list(read_documents((FILES / name).read_bytes(), name, KINDS[name]))
    for now, then in zip(results, before, strict=True):
        documents: Any = [dict(one.document or {}) for one in (now, then)]
        assert [one.pop("source", None) for one in documents]
        assert documents[0] == documents[1]
        assert [one.line for one in now.diagnostics] == [one.line for one in then.diagnostics]
        if isinstance(then.original, str):
            assert now.original == then.original.replace("\n", "\r\n")
    if KINDS[name] != "bbc":
        assert guess_kind(data, name) == KINDS[name]


def test_each_importer_has_a_file_and_a_name_on_the_command_line() -> None:
    assert {*KINDS.values(), "html", "tsv"} == set(IMPORTERS)
    assert sorted([*FOREIGN, "html"]) == sorted(IMPORTERS)


@pytest.mark.parametrize("importer", IMPORTERS.values(), ids=IMPORTERS)
def test_an_importer_says_what_it_reads(importer: Any) -> None:
    assert {"title", "body"} <= importer.reads.keys()
    assert all(suffix.startswith(".") for suffix in importer.suffixes)
    assert bool(importer.modules) == (importer.extra is not None)
