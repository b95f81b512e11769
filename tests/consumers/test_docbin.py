"""The DocBin that ``--to docbin`` writes, as spaCy reads it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from corpusfmt.convert.plain_words import plain_body
from corpusfmt.convert.spans import SpannedText
from corpusfmt.convert.writing import render
from corpusfmt.model.document import Document
from corpusfmt.syntax.normal_form import normalize_document
from corpusfmt.testing import documents
from tests.command_line import ARTICLES, run
from tests.consumers.installed import consumer
from tests.convert.whole import WHOLE

pytestmark = pytest.mark.filterwarnings("ignore")
"""Warnings of the consumers are not ours."""


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make another folder than the checkout the current one: a run locks its project."""
    monkeypatch.chdir(tmp_path)


def read(document: Document) -> Any:
    spacy = consumer("spacy")
    tokens = consumer("spacy.tokens")
    docs = tokens.DocBin().from_bytes(render(document, "docbin"))
    [doc] = docs.get_docs(spacy.blank("xx").vocab)
    return doc


def test_spacy_reads_the_spans() -> None:
    doc = read(WHOLE)
    [link] = doc.spans["link"]
    assert (link.text, link.id_) == ("they said", "https://coast.example/a?b=1&c=2")
    assert [span.text for span in doc.spans["item"]] == ["One", "Two", "Three"]
    assert doc.user_data["title"] == WHOLE["title"]
    assert doc.user_data["date"] == WHOLE["date"]


@given(documents())
def test_every_article_has_its_text_and_its_spans(document: Document) -> None:
    normal = normalize_document(document)
    doc = read(normal)
    assert doc.text == plain_body(normal)
    exact = [(span.kind, span.start, span.end, span.url) for span in SpannedText(normal).spans]
    assert [tuple(span) for span in doc.user_data["spans"]] == exact
    for kind, group in doc.spans.items():
        spans = [span for span in exact if span[0] == kind]
        assert len(group) == len(spans)
        for found, (_, start, end, _) in zip(group, spans, strict=True):
            assert found.start_char <= start < end <= found.end_char


def test_a_folder_is_a_corpus_of_spacy(tmp_path: Path) -> None:
    spacy = consumer("spacy")
    training = consumer("spacy.training")
    paths = [str(path) for path in ARTICLES]
    ended = run("convert", *paths, "--to", "docbin", "-o", str(tmp_path / "docs"))
    assert ended.code == 0, ended.err
    corpus = training.Corpus(tmp_path / "docs")
    assert len(list(corpus(spacy.blank("xx")))) == len(ARTICLES)
    piped = run("convert", *paths, "--to", "docbin")
    assert (piped.code, piped.out) == (2, "")
    assert "--to docbin writes files, not the standard output: use -o" in piped.err
