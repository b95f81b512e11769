"""Strategies for hypothesis, to test what reads or writes articles.

``documents`` draws what the schema accepts, ``articles`` the same as values; ``texts`` draws what a
reader may meet; ``mutations`` and ``mutated_articles`` damage a canonical text as conversions do;
``damaged_bytes`` damages its bytes.
"""

try:
    import hypothesis as _hypothesis  # noqa: F401
except ImportError as error:
    raise ImportError("corpusfmt.testing needs hypothesis: install corpusfmt[testing]") from error

from corpusfmt.testing.damage import damaged_bytes, mutated_articles, mutations
from corpusfmt.testing.document import articles, documents
from corpusfmt.testing.text import texts

__all__ = ["articles", "damaged_bytes", "documents", "mutated_articles", "mutations", "texts"]
