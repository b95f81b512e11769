"""The names of the fields of a document, and the version of its schema."""

VERSION = "1.0"
"""The version of the schema that documents are written for."""

FIELDS = (
    "corpusfmt",
    "title",
    "subtitle",
    "byline",
    "date",
    "updated",
    "intro",
    "caption",
    "credit",
    "body",
    "url",
    "source",
)
"""The names of the fields, in the order of the text."""
