"""The data set that ``--to parquet`` writes, and rows, as their consumers load them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from corpusfmt.api.articles import parse
from tests.checkout import ROOT
from tests.command_line import ARTICLES, run, write
from tests.consumers.installed import consumer

pytestmark = pytest.mark.filterwarnings("ignore")
"""Warnings of the consumers are not ours."""


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make another folder than the checkout the current one: a run locks its project."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a data set of the sample articles."""
    paths = [str(path) for path in ARTICLES]
    ended = run("convert", *paths, "--to", "parquet", "-o", str(tmp_path / "news"))
    assert ended.code == 0, ended.err
    return tmp_path / "news"


def test_datasets_loads_the_folder(folder: Path, tmp_path: Path) -> None:
    datasets = consumer("datasets")
    rows = datasets.load_dataset(str(folder), cache_dir=str(tmp_path / "cache"))["train"]
    assert len(rows) == len(ARTICLES)
    assert rows.features["date"].dtype == "string"
    for row, path in zip(rows, ARTICLES, strict=True):
        article = parse(path.read_text(encoding="utf-8"))
        assert (row["title"], row["date"], row["url"]) == (article.title, article.date, article.url)
        assert len(row["body"]) == len(article.body)


def test_datasets_takes_what_is_loaded(tmp_path: Path) -> None:
    datasets = consumer("datasets")
    page = (ROOT / "docs" / "python.md").read_text("utf-8")
    [code] = (block for block in page.split("```python\n") if "from_generator" in block)
    shown = code.partition("```")[0]
    write(Path(), {f"corpus/{path.name}": path.read_bytes() for path in ARTICLES})
    cache = f"corpusfmt.load, cache_dir={str(tmp_path / 'cache')!r},"
    names: dict[str, Any] = {}
    exec(shown.replace("corpusfmt.load,", cache), names)
    assert isinstance(names["data"], datasets.Dataset)
    assert len(names["data"]) == len(ARTICLES)
    first = parse(ARTICLES[0].read_text("utf-8"))
    assert names["data"][0]["title"] == first.title
    assert set(names["data"][0]) == {"id", "title", "text"}


def test_datasets_reads_rows_but_makes_timestamps_of_days(tmp_path: Path) -> None:
    datasets = consumer("datasets")
    paths = [str(path) for path in ARTICLES]
    file = tmp_path / "rows.jsonl"
    assert run("convert", *paths, "--to", "rows", "-o", str(file)).code == 0
    expected = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    string = datasets.Value("string")
    kinds = dict.fromkeys(expected[0], string) | {"authors": datasets.List(string)}
    rows = datasets.load_dataset(
        "json",
        data_files=str(file),
        features=datasets.Features(kinds),
        cache_dir=str(tmp_path / "cache"),
    )["train"]
    dates = [row["date"] or "" for row in rows]
    assert [date[:10] for date in dates] == [(row["date"] or "")[:10] for row in expected]
    # docs/convert.md says so: a test that fails here is good news.
    assert any(date.endswith(" 00:00:00") for date in dates)
    undated = {"date": None, "updated": None}
    assert [row | undated for row in rows] == [row | undated for row in expected]


def test_the_card_is_one_of_the_hub(folder: Path) -> None:
    hub = consumer("huggingface_hub")
    card = hub.DatasetCard.load(folder / "README.md")
    assert card.data.pretty_name == "news"
    assert card.data.size_categories == ["n<1K"]
    assert card.data.configs[0]["data_files"] == [
        {"split": "train", "path": "data/train-*.parquet"}
    ]


def test_mlcroissant_reads_the_records(folder: Path) -> None:
    mlcroissant = consumer("mlcroissant")
    dataset = mlcroissant.Dataset(jsonld=str(folder / "croissant.json"))
    assert not dataset.metadata.ctx.issues.errors
    records = list(dataset.records("articles"))
    assert len(records) == len(ARTICLES)
    first = parse(ARTICLES[0].read_text(encoding="utf-8"))
    assert records[0]["articles/title"].decode() == first.title
    assert records[0]["articles/date"].decode() == first.date


def test_datatrove_reads_dolma_documents(tmp_path: Path) -> None:
    consumer("datatrove")
    readers = consumer("datatrove.pipeline.readers")
    paths = [str(path) for path in ARTICLES]
    file = tmp_path / "documents.jsonl"
    assert run("convert", *paths, "--to", "dolma", "-o", str(file)).code == 0
    reader = readers.JsonlReader(str(tmp_path), glob_pattern="documents.jsonl")
    documents = list(reader.run())
    assert len(documents) == len(ARTICLES)
    article = parse(ARTICLES[0].read_text(encoding="utf-8"))
    assert documents[0].metadata["title"] == article.title
    assert documents[0].text.count("\n\n") >= len(article.body) // 2
    assert documents[0].id.endswith(ARTICLES[0].name)
