"""The files that make a folder with a table a data set."""

import json

import pytest
import yaml

from corpusfmt.convert.dataset_card import DATA_FILE, Dataset, dataset_files
from corpusfmt.convert.parquet_table import COLUMNS


def files(rows: int) -> dict[str, str]:
    made = dataset_files(Dataset("coast", rows, 1234, "0" * 64))
    return {name: data.decode() for name, data in made}


def test_the_card_has_what_the_hub_reads_and_the_columns() -> None:
    _, header, text = files(36)["README.md"].split("---\n", 2)
    data = yaml.safe_load(header)
    assert data["pretty_name"] == "coast"
    assert data["configs"][0]["data_files"] == [{"split": "train", "path": "data/train-*.parquet"}]
    for name in COLUMNS:
        assert f"| `{name}` | " in text
    assert "36 news articles" in text
    assert DATA_FILE in text


@pytest.mark.parametrize(
    ("rows", "size"),
    [(999, "n<1K"), (1_000, "1K<n<10K"), (9_999_999, "1M<n<10M"), (10**7, "n>10M")],
)
def test_the_size_is_a_category_of_the_hub(rows: int, size: str) -> None:
    assert f'size_categories: ["{size}"]\n' in files(rows)["README.md"]


def test_croissant_describes_the_file_and_the_columns_of_texts() -> None:
    data = json.loads(files(36)["croissant.json"])
    [table] = data["distribution"]
    assert (table["contentUrl"], table["sha256"]) == (DATA_FILE, "0" * 64)
    [records] = data["recordSet"]
    columns = [field["source"]["extract"]["column"] for field in records["field"]]
    assert set(COLUMNS) - set(columns) == {"byline", "intro", "body", "source"}
    assert {field["dataType"] for field in records["field"]} == {"sc:Text"}
