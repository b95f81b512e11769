"""Inputs from outside of the project, where CORPUSFMT_FIELD names a folder of them: they obey the laws as well."""

import json
import os
from pathlib import Path

import pytest
from laws import assert_obeys

_NAMED = os.environ.get("CORPUSFMT_FIELD")
FIELD = Path(_NAMED or "nowhere")

pytestmark = pytest.mark.skipif(not _NAMED, reason="CORPUSFMT_FIELD names no folder of inputs from outside")


@pytest.mark.parametrize("folder", ["layout", "print", "pdf"])
def test_articles_obey_the_laws(folder):
    paths = sorted(path for path in (FIELD / folder).iterdir() if path.is_file())
    assert paths
    for path in paths:
        obey(path.read_bytes().decode(), path.name)


@pytest.mark.parametrize("name", ["commonmark.json", "naughty.json"])
def test_texts_obey_the_laws_as_a_body(name):
    texts = json.loads((FIELD / name).read_text(encoding="utf-8"))
    assert texts
    for text in texts:
        obey(text, name)
        obey("# T\n\n\n\n" + text, name)


def obey(text: str, name: str) -> None:
    """Hold one text to the laws; what fails is named by where it is from."""
    try:
        assert_obeys(text)
    except Exception as error:
        raise AssertionError(f"{name}: {text[:200]!r}") from error
