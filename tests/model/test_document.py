"""The types of the document have the fields of the schema."""

import json
from typing import Any, get_args, get_type_hints

import pytest

from corpusfmt.model import document
from corpusfmt.model.document import Block, Document, Node
from corpusfmt.model.fields import FIELDS, VERSION
from corpusfmt.syntax.resources import schema_text

SCHEMA = json.loads(schema_text())
DEFINITIONS = SCHEMA["$defs"]
TYPES = [*get_args(Block), *get_args(Node)]
OTHERS = {
    "author": document.AuthorEntry,
    "related-link": document.RelatedEntry,
    "source": document.SourceEntry,
}


def test_a_document_has_the_fields_of_the_schema_in_its_order() -> None:
    assert list(SCHEMA["properties"]) == list(FIELDS)
    assert SCHEMA["properties"]["corpusfmt"]["const"] == VERSION
    assert Document.__optional_keys__ == frozenset(FIELDS)


def name_of(kind: Any) -> str:
    (name,) = get_args(get_type_hints(kind)["type"])
    return str(name)


def test_there_is_a_type_for_each_block_and_node() -> None:
    blocks, nodes = (
        [name_of(kind) for kind in get_args(Block)],
        [name_of(kind) for kind in get_args(Node)],
    )
    assert sorted(blocks) == sorted(DEFINITIONS["block"]["properties"]["type"]["enum"])
    assert sorted(nodes) == sorted(DEFINITIONS["inline"]["properties"]["type"]["enum"])


@pytest.mark.parametrize(
    ("name", "kind"),
    [*[(name_of(kind), kind) for kind in TYPES], *OTHERS.items()],
    ids=str,
)
def test_a_type_has_the_properties_of_its_definition(name: str, kind: Any) -> None:
    assert set(get_type_hints(kind)) == set(DEFINITIONS[name]["properties"])
