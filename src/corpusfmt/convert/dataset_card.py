"""The files beside a table that make its folder a data set: a card, and Croissant metadata."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from corpusfmt.convert.front_matter import write_front_matter
from corpusfmt.convert.parquet_table import COLUMNS

DATA_FILE = "data/train-00000-of-00001.parquet"
"""The name of the table, as the Hugging Face Hub has it."""

_DESCRIBED = tuple(name for name in COLUMNS if name not in ("byline", "intro", "body", "source"))
"""The columns that Croissant describes: it has no type for lists in lists."""

_SIZES = (
    (1_000, "n<1K"),
    (10_000, "1K<n<10K"),
    (100_000, "10K<n<100K"),
    (1_000_000, "100K<n<1M"),
    (10_000_000, "1M<n<10M"),
)


@dataclass(frozen=True, slots=True)
class Dataset:
    """What was written: the name of the folder, and the rows, bytes and hash of the table."""

    name: str
    rows: int
    size: int
    sha256: str


def dataset_files(dataset: Dataset) -> Iterator[tuple[str, bytes]]:
    """Yield the names and the bytes of the files beside the table."""
    yield "README.md", _write_card(dataset).encode()
    croissant = json.dumps(_croissant(dataset), ensure_ascii=False, indent=2)
    yield "croissant.json", f"{croissant}\n".encode()


def _write_card(dataset: Dataset) -> str:
    split = {"name": "train", "num_bytes": dataset.size, "num_examples": dataset.rows}
    files = [{"split": "train", "path": "data/train-*.parquet"}]
    header = write_front_matter(
        (
            ("pretty_name", dataset.name),
            ("tags", ["news", "corpusfmt"]),
            ("size_categories", [_size_category(dataset.rows)]),
            ("configs", [{"config_name": "default", "data_files": files}]),
        )
    )
    columns = "".join(f"| `{name}` | {summary} |\n" for name, summary in COLUMNS.items())
    return f"""{header}
# {dataset.name}

{split["num_examples"]:,} news articles, written by `corpusfmt convert --to parquet`.

| column | is |
|---|---|
{columns}
`corpusfmt convert {DATA_FILE} --to text -o articles/` writes the articles as text.

The licence of the articles is not known: add it as `license` above.
"""


def _size_category(rows: int) -> str:
    for limit, name in _SIZES:
        if rows < limit:
            return name
    return "n>10M"


def _croissant(dataset: Dataset) -> dict[str, object]:
    table: dict[str, object] = {
        "@type": "cr:FileObject",
        "@id": "table",
        "name": "table",
        "contentUrl": DATA_FILE,
        "contentSize": f"{dataset.size} B",
        "encodingFormat": "application/x-parquet",
        "sha256": dataset.sha256,
    }
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "name": dataset.name,
        "description": f"{dataset.rows} news articles",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "distribution": [table],
        "recordSet": [
            {
                "@type": "cr:RecordSet",
                "@id": "articles",
                "name": "articles",
                "key": {"@id": "articles/id"},
                "field": [*map(_field, _DESCRIBED)],
            }
        ],
    }


def _field(name: str) -> dict[str, object]:
    return {
        "@type": "cr:Field",
        "@id": f"articles/{name}",
        "name": name,
        "description": COLUMNS[name],
        "dataType": "sc:Text",
        "source": {"fileObject": {"@id": "table"}, "extract": {"column": name}},
    }


_CONTEXT: dict[str, object] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
"""The context of Croissant 1.0, as its specification has it."""
