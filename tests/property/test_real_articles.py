"""The laws hold for real articles and for texts made to break parsers.

CORPUSFMT_FIELD names the folder with them. They belong to their publishers and are not in the
project. The folder contains articles in ``layout``, ``print`` and ``pdf``, and lists of strings in
JSON files.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpusfmt.syntax.reading import read_document
from corpusfmt.validation.validator import problems
from tests.budget import EVERY
from tests.property.laws import assert_obeys


@pytest.fixture(scope="module")
def field() -> Path:
    folder = os.environ.get("CORPUSFMT_FIELD")
    if not folder:
        pytest.skip("CORPUSFMT_FIELD names no folder of real articles")
    return Path(folder)


def read_texts(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the name and text of each article of a folder, or of each string of a list.

    Fail where there is none.
    """
    if path.suffix == ".json":
        strings = list(enumerate(json.loads(path.read_text("utf-8"))))
        texts = [(f"string {number}", text) for number, text in strings]
        texts += [(f"string {number} as a body", "# T\n\n\n\n" + text) for number, text in strings]
    else:
        paths = sorted(path.iterdir())[::EVERY]
        texts = [(each.name, each.read_bytes().decode()) for each in paths]
    assert texts, f"{path.name} holds no texts"
    yield from texts


@pytest.mark.parametrize("name", ["layout", "print", "pdf", "commonmark.json", "naughty.json"])
def test_the_laws_hold_for_real_texts(field: Path, name: str) -> None:
    broken = []
    for each, text in read_texts(field / name):
        try:
            assert_obeys(text)
        except AssertionError as fault:
            broken.append(f"{each}: {str(fault)[:400]}")
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize("name", ["layout", "print", "pdf"])
def test_real_articles_are_valid_documents(field: Path, name: str) -> None:
    for each, text in read_texts(field / name):
        assert problems(read_document(text)) == (), each
