"""The grammars and the schema that ship with the package, as text."""


def grammar_text(name: str) -> str:
    """Return the grammar file of that name, such as `article.lark`; FileNotFoundError where there is none."""
    return _read("corpusfmt.grammar", name)


def schema_text() -> str:
    """Return the JSON Schema of the article document, as JSON."""
    return _read("corpusfmt.schema", "article.schema.json")


def _read(package: str, name: str) -> str:
    # Imported late: importlib.resources brings tempfile with it, as much as bare Python takes to start.
    from importlib.resources import files

    return files(package).joinpath(name).read_text(encoding="utf-8")


def grammar_table(name: str) -> bytes:
    """Return a grammar's ready parsing table, such as `article.table`; empty where there is none."""
    from importlib.resources import files

    place = files("corpusfmt.grammar").joinpath(name)
    return place.read_bytes() if place.is_file() else b""
