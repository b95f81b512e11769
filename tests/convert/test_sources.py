"""What identifies an article."""

import uuid
from typing import Any

from corpusfmt.convert.sources import document_id, document_urn
from tests.convert.whole import PLAIN, WHOLE


def identify(**source: Any) -> str:
    return document_id(PLAIN | {"source": source})


def test_an_article_is_identified_by_where_it_was_read() -> None:
    assert identify(path="a/b.txt", sha256="0" * 64) == "a/b.txt"
    assert identify(path="a.jsonl", line=3) == "a.jsonl#3"
    assert identify(path="a.zip", member="b.jsonl", line=3) == "a.zip#b.jsonl#3"


def test_without_a_path_it_is_identified_by_its_content() -> None:
    in_other_order: Any = dict(reversed(PLAIN.items()))
    assert document_id(PLAIN) == document_id(in_other_order)
    assert document_id(PLAIN) != document_id(WHOLE)
    assert len(document_id(PLAIN)) == 16


def test_an_urn_depends_on_the_url_or_on_the_bytes() -> None:
    assert document_urn(WHOLE) == document_urn(WHOLE | {"title": "T", "source": {"path": "a"}})
    hashed: Any = PLAIN | {"source": {"sha256": "0" * 64, "line": 1}}
    assert document_urn(hashed) == document_urn(hashed | {"title": "T"})
    assert document_urn(hashed) != document_urn(PLAIN | {"source": {"sha256": "0" * 64, "line": 2}})
    assert document_urn(PLAIN) != document_urn(PLAIN | {"title": "T"})
    assert uuid.UUID(document_urn(PLAIN).removeprefix("urn:uuid:")).version == 5
