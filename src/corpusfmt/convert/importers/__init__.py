"""The formats of other programs, one in a file; each module declares its format as IMPORTER."""

from __future__ import annotations

from corpusfmt.convert.importer import BytesImporter, RecordImporter, TextImporter
from corpusfmt.convert.importers import (
    bbc,
    factiva,
    front_matter,
    fundus,
    html,
    json_ld,
    lexisnexis,
    news_please,
    newspaper4k,
    ninjs,
    proquest,
    reuters,
    story,
    table,
    trafilatura,
)

AnyImporter = RecordImporter | TextImporter | BytesImporter

_IMPORTERS: tuple[AnyImporter, ...] = (
    trafilatura.IMPORTER,
    news_please.IMPORTER,
    newspaper4k.IMPORTER,
    fundus.IMPORTER,
    ninjs.IMPORTER,
    json_ld.IMPORTER,
    front_matter.IMPORTER,
    html.IMPORTER,
    table.CSV,
    table.TSV,
    table.ROWS,
    lexisnexis.IMPORTER,
    factiva.IMPORTER,
    proquest.IMPORTER,
    story.IMPORTER,
    bbc.IMPORTER,
    reuters.IMPORTER,
)

IMPORTERS: dict[str, AnyImporter] = {importer.name: importer for importer in _IMPORTERS}
"""The formats by their names, in the order of the documentation."""

RECORDS = [one for one in _IMPORTERS if isinstance(one, RecordImporter) and one is not table.ROWS]
"""The formats of JSON objects and tables that can be guessed by their content."""

TEXTS = [one for one in _IMPORTERS if isinstance(one, TextImporter)]
