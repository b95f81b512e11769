"""What the declaration of a format says is what its output has."""

from importlib.util import find_spec
from typing import Any

import pytest
from hypothesis import example, given

from corpusfmt.convert.features import FEATURES, places
from corpusfmt.convert.format import (
    NO_OPTIONS,
    ConversionError,
    Format,
    Options,
    concatenate,
)
from corpusfmt.convert.formats import FORMATS
from corpusfmt.convert.writing import render
from corpusfmt.model.document import Document
from corpusfmt.syntax.normal_form import normalize_document
from corpusfmt.testing import documents
from tests.convert.stripping import strip
from tests.convert.whole import PLAIN, WHOLE

INSTALLED = [name for name, form in FORMATS.items() if all(map(find_spec, form.modules))]
OPTIONS = Options(updated="2026-01-01T00:00:00Z")
SOURCE: Any = {"path": "a/b.txt", "sha256": "0" * 64}


def rendered(document: Document, target: str) -> bytes | None:
    """Return a document as a format writes it, None if it cannot hold the document."""
    try:
        return render(document, target, OPTIONS)
    except ConversionError:
        return None


@given(documents())
@example(PLAIN | {"date": WHOLE["updated"], "updated": WHOLE["updated"]})
@example(WHOLE)
def test_a_feature_changes_the_output_if_and_only_if_it_is_carried(document: Document) -> None:
    document = normalize_document(document) | {"source": SOURCE}
    others = {feature: strip(document, feature) for feature in dict(places(document))}
    for name in INSTALLED:
        written = rendered(document, name)
        if written is None:
            continue
        for feature, stripped in others.items():
            if stripped not in (None, document):
                same = rendered(stripped, name) == written
                assert same is (feature in FORMATS[name].drops), (name, feature)


def test_a_declaration_has_each_feature_once() -> None:
    carries = dict.fromkeys(FEATURES, "there")
    declare(carries, {})
    with pytest.raises(AssertionError, match=r"both .*title"):
        declare(carries, {"title": "why"})
    with pytest.raises(AssertionError, match=r"neither .*quote"):
        declare({name: place for name, place in carries.items() if name != "quote"}, {})


def declare(carries: dict[str, str], drops: dict[str, str]) -> Format:
    return Format(
        name="sample",
        title="sample",
        summary="a sample",
        definition="none",
        checked_by="none",
        suffixes=(".sample", ".other"),
        layout="articles",
        render=lambda document, options: b"",
        carries=carries,
        drops=drops,
    )


def test_a_format_has_the_first_of_its_endings() -> None:
    sample = declare(dict.fromkeys(FEATURES, "there"), {})
    assert sample.suffix == ".sample"
    assert sample.dropped(NO_OPTIONS) == {}
    assert list(concatenate([b"a", b"b"], NO_OPTIONS)) == [b"a", b"b"]


@pytest.mark.parametrize("name", INSTALLED)
def test_the_bytes_are_the_same_in_each_run(name: str) -> None:
    document = WHOLE | {"source": SOURCE}
    assert render(document, name, OPTIONS) == render(document, name, OPTIONS)
    assert FORMATS[name].name == name
