"""The tables of docs/convert.md and docs/import.md, written from the declarations of formats."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from corpusfmt.convert.features import FEATURES
from corpusfmt.convert.format import Format
from corpusfmt.convert.formats import FORMATS
from corpusfmt.convert.formats.rows import DEFAULT_FIELDS, FIELDS
from corpusfmt.convert.importers import IMPORTERS

_DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGE = _DOCS / "convert.md"
IMPORT_PAGE = _DOCS / "import.md"

_LAYOUTS = {
    "articles": "a file for each article",
    "stream": "one file",
    "dataset": "a folder, or one file",
}


def import_page() -> str:
    """Return the page about importing with its tables as the importers are declared now."""
    page = IMPORT_PAGE.read_text("utf-8")
    return _replace(page, "importers", "\n".join(_write_importers()))


def convert_page() -> str:
    """Return the page with its tables as the formats are declared now."""
    page = _replace(PAGE.read_text("utf-8"), "formats", "\n".join(_write_formats()))
    return _replace(page, "fields", "\n".join(_write_fields()))


def _replace(page: str, name: str, content: str) -> str:
    pattern = re.compile(rf"(<!-- {name}: .*? -->\n).*?(<!-- end of {name} -->)", re.DOTALL)
    replaced, number = pattern.subn(lambda match: f"{match[1]}\n{content}\n{match[2]}", page)
    assert number == 1, name
    return replaced


def _write_formats() -> Iterator[str]:
    yield "| `--to` | writes | output | needs |"
    yield "|---|---|---|---|"
    for form in FORMATS.values():
        needs = f"`corpusfmt[{form.extra}]`" if form.extra else ""
        layout = f"{_LAYOUTS[form.layout]}, `{form.suffix}`"
        yield f"| [`{form.name}`](#{form.name}) | {form.summary} | {layout} | {needs} |"
    yield ""
    yield "The fields of an article, as the tables below call them:"
    yield ""
    yield "| field | is |"
    yield "|---|---|"
    for feature, summary in FEATURES.items():
        yield f"| `{feature}` | {summary} |"
    yield ""
    for form in FORMATS.values():
        yield from _write_format(form)


def _write_format(form: Format) -> Iterator[str]:
    yield f"### {form.name}"
    yield ""
    yield f"Definition: {form.definition}. Checked by: {form.checked_by}."
    yield ""
    yield "| field | in the output |"
    yield "|---|---|"
    for place, features in _group(form.carries).items():
        yield f"| {features} | {place} |"
    for reason, features in _group(form.drops).items():
        yield f"| {features} | dropped: {reason} |"
    yield ""


def _group(places: Mapping[str, str]) -> dict[str, str]:
    """Return the features that have the same place or reason, as a list in words."""
    grouped: dict[str, str] = {}
    for feature in FEATURES:
        if feature in places:
            place = places[feature]
            others = f"{grouped[place]}, " if place in grouped else ""
            grouped[place] = f"{others}`{feature}`"
    if list(grouped.values()) == [", ".join(f"`{feature}`" for feature in FEATURES)]:
        return dict.fromkeys(grouped, "all")
    return grouped


def _write_importers() -> Iterator[str]:
    yield "| `--from` | reads | files in folders | needs |"
    yield "|---|---|---|---|"
    for importer in IMPORTERS.values():
        needs = f"`corpusfmt[{importer.extra}]`" if importer.extra else ""
        endings = ", ".join(f"`{suffix}`" for suffix in importer.suffixes)
        link = f"[`{importer.name}`](#from-{importer.name})"
        yield f"| {link} | {importer.summary} | {endings} | {needs} |"
    yield ""
    for importer in IMPORTERS.values():
        yield f"### from {importer.name}"
        yield ""
        yield f"Definition: {importer.definition}. Checked with: {importer.checked_by}."
        yield ""
        yield "| field | is read from |"
        yield "|---|---|"
        for field, place in importer.reads.items():
            yield f"| `{field}` | {place} |"
        for what, reason in importer.leaves.items():
            yield f"| not read: {what} | {reason} |"
        yield ""


def _write_fields() -> Iterator[str]:
    yield "| field | is | default |"
    yield "|---|---|---|"
    for name, field in FIELDS.items():
        yield f"| `{name}` | {field.summary} | {'yes' if name in DEFAULT_FIELDS else ''} |"
    yield ""
