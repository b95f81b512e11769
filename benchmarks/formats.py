"""Measure what conversions cost: exporters against ``--to jsonl``, importers against parsing JSON.

Usage: ``python benchmarks/formats.py FOLDER [--files 400] [--rounds 5]``. The folder should hold
canonical articles, such as those of ``make_corpus.py``. Everything runs in one process: of each
article, first all exporters are measured, one after the other, so that a machine which slows down
slows all of them alike; the CPU time of the best round counts.

Where spaCy is installed, "spaCy alone" is what it takes to cut the same words into tokens and to
pack them.

An exporter is measured as ``convert --to`` runs it: read, decode, parse, validate, render, and join
to a file. An importer of JSON is measured from the bytes of a file to its documents, and compared
with other ways to parse that file: ``json.loads``, ``orjson.loads`` where it is installed, and the
parser of ``convert``, which also reports repeated keys and lone surrogates by their place. The
documents have no ``source``, so that reading them makes one. A file with one article and the lines
of JSON Lines are measured; each document is dropped before the next is read. "documents, ASCII" are
those whose JSON has other characters as escapes.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Any

from corpusfmt.convert.format import NO_OPTIONS, Options
from corpusfmt.convert.formats import FORMATS
from corpusfmt.convert.json_text import read_json
from corpusfmt.convert.reading import read_documents
from corpusfmt.convert.writing import render
from corpusfmt.files.input import Input
from corpusfmt.model.document import Document
from corpusfmt.run.convert_file import ConvertTask, convert_one
from corpusfmt.run.naming import Naming
from corpusfmt.syntax.date_order import NO_ORDERS

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer

BASE = "jsonl"
_GROUP = 50
"""How many articles are converted before the next format is."""


def main() -> int:
    """Print the ratios, and return the exit code."""
    parser = argparse.ArgumentParser(description="Measure what conversions cost.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=400, help="how many articles are read")
    parser.add_argument("--rounds", type=int, default=5, help="the best of so many counts")
    arguments = parser.parse_args()
    paths = sorted(arguments.folder.rglob("*.txt"))[: arguments.files]
    items = [Input(str(path), path.read_bytes()) for path in paths]
    if not items:
        print(f"{arguments.folder}: has no articles", file=sys.stderr)
        return 2
    documents = [_document(item) for item in items]
    functions = exporters()
    if find_spec("spacy"):
        words = {item.path: _words(one) for item, one in zip(items, documents, strict=True)}
        import spacy

        functions["spaCy alone"] = partial(_pack, spacy.blank("xx").tokenizer, words)
    _print("exporter", BASE, best(functions, items, arguments.rounds), BASE)
    for name, (kind, make) in SHAPES.items():
        is_ascii = name.endswith("ASCII")
        values = [make(document) for document in documents]
        files = [json.dumps(value, ensure_ascii=is_ascii).encode() for value in values]
        found = best(importers(kind), files, arguments.rounds)
        _print(f"reading {name}", "json.loads", found, "json.loads")
    return 0


def exporters() -> dict[str, Callable[[Iterable[Input]], object]]:
    """Return what converts articles, by the names of the formats that can be written here."""
    found: dict[str, Callable[[Iterable[Input]], object]] = {}
    for form in FORMATS.values():
        if all(find_spec(module) for module in form.modules):
            found[form.name] = partial(_export, form.name)
    return found


def _export(target: str, items: Iterable[Input]) -> None:
    options = Options(updated="2024-03-05T09:02:00Z") if target == "atom" else NO_OPTIONS
    task = ConvertTask(target, None, None, False, NO_ORDERS, Naming("", "", "-"), options)
    results = (convert_one(item, task) for item in items)
    pieces = (document.data for result in results for document in result.documents)
    for _ in FORMATS[target].join(pieces, options):
        pass


def _pack(tokenizer: Tokenizer, words: dict[str, str], items: Iterable[Input]) -> None:
    """Make a DocBin of the words of each article."""
    from spacy.tokens import DocBin

    for item in items:
        DocBin(docs=[tokenizer(words[item.path])]).to_bytes()


def importers(name: str) -> dict[str, Callable[[Iterable[bytes]], object]]:
    """Return ways to parse files, and what reads them as documents."""
    others: dict[str, Callable[[Iterable[bytes]], object]] = {}
    if find_spec("orjson"):
        orjson = import_module("orjson")
        others["orjson.loads"] = partial(_each, orjson.loads)
    lines = "jsonl" if name == "json" else name
    return {
        "json.loads": partial(_each, json.loads),
        **others,
        "parser of convert": partial(_each, lambda data: read_json(data.decode())),
        "documents": partial(_each, lambda data: _read(data, name)),
        "documents of lines": lambda files: _read(b"\n".join(files), lines),
    }


def _each(function: Callable[[bytes], object], files: Iterable[bytes]) -> None:
    for data in files:
        function(data)


def _read(data: bytes, name: str) -> None:
    for result in read_documents(data, "a.json", name):
        assert result.document is not None, result.diagnostics


def _document(item: Input) -> Document:
    [result] = read_documents(item.read(), item.path, "text")
    assert result.document is not None, result.diagnostics
    return result.document


def _words(document: Document) -> str:
    return render(document, "plain").decode()


def _own(document: Document) -> object:
    return {name: value for name, value in document.items() if name != "source"}


def _news_please(document: Document) -> object:
    return {
        "authors": _authors(document),
        "date_download": "2024-03-06 10:00:00",
        "date_publish": "2024-03-05 00:00:00",
        "filename": "a.json",
        "localpath": None,
        "image_url": None,
        "maintext": _words(document),
        "source_domain": "a.example",
        "title": document["title"],
        "url": document.get("url"),
    }


def _trafilatura(document: Document) -> object:
    return {
        "title": document["title"],
        "author": None,
        "hostname": "a.example",
        "date": "2024-03-05",
        "fingerprint": "0",
        "text": _words(document),
        "source": document.get("url"),
        "source-hostname": "A",
        "comments": "",
    }


def _newspaper4k(document: Document) -> object:
    return {
        "url": document.get("url"),
        "title": document["title"],
        "top_image": "",
        "images": [],
        "keywords": [],
        "tags": None,
        "authors": _authors(document),
        "publish_date": "2024-03-05T00:00:00",
        "meta_lang": "en",
        "canonical_link": document.get("url"),
        "text": _words(document),
    }


def _fundus(document: Document) -> object:
    """Return a record with sections of five paragraphs, all but the first below a headline."""
    paragraphs = _words(document).split("\n\n")
    sections: list[object] = []
    for start in range(1, len(paragraphs), 5):
        headline = ["A headline"] if start > 1 else []
        sections.append({"headline": headline, "paragraphs": paragraphs[start : start + 5]})
    return {
        "title": document["title"],
        "authors": _authors(document),
        "publishing_date": "2024-03-05 09:02:00+01:00",
        "topics": [],
        "free_access": True,
        "body": {"summary": paragraphs[:1], "sections": sections},
    }


def _ninjs(document: Document) -> object:
    return {
        "uri": "urn:a",
        "headline": document["title"],
        "byline": ", ".join(_authors(document)),
        "versioncreated": "2024-03-05T09:02:00+01:00",
        "body_text": _words(document),
    }


def _rows(document: Document) -> object:
    return {
        "title": document["title"],
        "authors": "; ".join(_authors(document)),
        "date": "2024-03-05",
        "url": document.get("url"),
        "text": _words(document),
    }


def _authors(document: Document) -> list[str]:
    return [author["name"] for author in document.get("byline", ())]


SHAPES: dict[str, tuple[str, Callable[[Document], object]]] = {
    "documents": ("json", _own),
    "documents, ASCII": ("json", _own),
    "news-please": ("news-please", _news_please),
    "news-please, ASCII": ("news-please", _news_please),
    "trafilatura": ("trafilatura", _trafilatura),
    "newspaper4k": ("newspaper4k", _newspaper4k),
    "fundus": ("fundus", _fundus),
    "ninjs, text": ("ninjs", _ninjs),
    "ninjs, HTML": ("ninjs", lambda document: json.loads(render(document, "ninjs"))),
    "json-ld": ("json-ld", lambda document: json.loads(render(document, "json-ld"))),
    "rows": ("rows", _rows),
}
"""The articles as JSON of some programs, each with its kind."""


def best(
    functions: dict[str, Callable[[Iterable[Any]], object]], items: list[Any], rounds: int
) -> dict[str, float]:
    """Return the CPU seconds of each function over all items in its best round."""
    least = dict.fromkeys(functions, float("inf"))
    for function in functions.values():
        function(items[:_GROUP])
    for _ in range(rounds):
        taken = dict.fromkeys(functions, 0.0)
        for start in range(0, len(items), _GROUP):
            group = items[start : start + _GROUP]
            for name, function in functions.items():
                begun = process_time()
                function(group)
                taken[name] += process_time() - begun
        least = {name: min(least[name], taken[name]) for name in functions}
    return least


def _print(title: str, unit: str, seconds: dict[str, float], base: str) -> None:
    print(f"{title:<24} {'ms':>8}  ratio to {unit}")
    for name, taken in seconds.items():
        print(f"  {name:<22} {taken * 1000:>8.1f}  {taken / seconds[base]:.2f}")


if __name__ == "__main__":
    sys.exit(main())
