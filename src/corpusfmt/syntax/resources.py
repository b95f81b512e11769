"""The grammars, their tables and the schema that ship with the package."""

from __future__ import annotations

import os
from importlib import import_module

from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any


def grammar_text(name: str) -> str:
    """Return the grammar file of that name, such as `article.lark`.

    FileNotFoundError where there is none.
    """
    return _read("corpusfmt.grammar", name)


def grammar_table(name: str) -> str:
    """Return a grammar's ready parsing table, such as `article.table`.

    Empty where there is none.
    """
    try:
        return _read("corpusfmt.grammar", name)
    except OSError:
        return ""


def word_list(name: str) -> list[str]:
    """Return the entries of a word list of the grammar, such as ``byline_labels``.

    One entry a line; empty lines and comments are ignored.
    """
    return [line for line in word_text(name).split("\n") if line and not line.startswith("#")]


def word_text(name: str) -> str:
    """Return the text of a word list of the grammar, with its comments."""
    return _read("corpusfmt.grammar", os.path.join("words", f"{name}.txt"))


def schema_text() -> str:
    """Return the JSON Schema of the article document, as JSON."""
    return _read("corpusfmt.schema", "article.schema.json")


def _read(package: str, name: str) -> str:
    # By the package's own loader: importlib.resources brings tempfile with it, half as much as bare
    # Python to start.
    module: Any = import_module(package)
    data: bytes = module.__spec__.loader.get_data(
        os.path.join(os.path.dirname(module.__file__), name)
    )
    return data.decode().replace("\r\n", "\n")  # a checkout may have put them in
