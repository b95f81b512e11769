"""Lines of JSON Lines."""

import json

from hypothesis import given

from corpusfmt.convert.json_line import to_line
from corpusfmt.model.document import Document
from corpusfmt.testing import documents


@given(documents())
def test_a_line_is_what_json_dumps_writes(document: Document) -> None:
    written = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    assert to_line(document).decode() == written + "\n"


def test_a_line_has_no_line_feed_but_at_its_end() -> None:
    written = to_line({"a": "é\n\u2028", "b": [1, None]}).decode()
    assert written == '{"a":"é\\n\u2028","b":[1,null]}\n'
