"""The output formats, one in a file; each module declares its format as FORMAT."""

from __future__ import annotations

from corpusfmt.convert.format import Format
from corpusfmt.convert.formats import (
    atom,
    docbin,
    dolma,
    html,
    json_,
    json_ld,
    jsonfeed,
    jsonl,
    markdown,
    ninjs,
    parquet,
    plain,
    rows,
    tei,
    text,
)

_MODULES = (
    text,
    json_,
    jsonl,
    plain,
    markdown,
    rows,
    html,
    json_ld,
    ninjs,
    jsonfeed,
    atom,
    tei,
    dolma,
    parquet,
    docbin,
)

FORMATS: dict[str, Format] = {module.FORMAT.name: module.FORMAT for module in _MODULES}
"""The formats by their names, in the order of the documentation."""
