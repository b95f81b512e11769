"""What identifies an article."""

from typing import Any

from corpusfmt.convert.sources import document_id
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
