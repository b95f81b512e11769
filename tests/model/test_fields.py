"""The names of the fields are those of the types of the document, in the same order."""

from corpusfmt.model.document import Document
from corpusfmt.model.fields import FIELDS


def test_a_document_has_these_fields() -> None:
    assert tuple(Document.__annotations__) == FIELDS
