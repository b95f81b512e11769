"""``--to rows``: flat rows for training and search, as JSON Lines or by a template."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from corpusfmt.convert.features import FEATURES
from corpusfmt.convert.format import Format, Options, same_place
from corpusfmt.convert.formats.plain import NOT_IN_RUNNING_TEXT, WORDS_ONLY
from corpusfmt.convert.json_line import to_line
from corpusfmt.convert.markdown_body import intro_blocks, write_markdown
from corpusfmt.convert.plain_words import plain_body
from corpusfmt.convert.row_template import fill_template, template_fields
from corpusfmt.convert.sources import document_id
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.values import dataclass

if TYPE_CHECKING:
    from corpusfmt.model.document import Document


@dataclass(frozen=True, slots=True)
class RowField:
    """A field of a row: its value, what it is, and the features that it carries."""

    value: Callable[[Document], object]
    summary: str
    carries: tuple[str, ...] = ()


class _Row(dict[str, object]):
    """The fields of an article, made when they are used."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document

    def __missing__(self, name: str) -> object:
        return FIELDS[name].value(self._document)


def render(document: Document, options: Options) -> bytes:
    """Return the line of an article: each row has the same fields, null where it has no value."""
    row = _Row(document)
    if options.template is not None:
        return fill_template(options.template, row).encode()
    fields = {name: row[name] for name in options.fields or DEFAULT_FIELDS}
    return to_line(fields)


def drops_of(options: Options) -> Mapping[str, str]:
    """Return the features that no field of the rows has, each with the reason."""
    if options.template is None:
        carried = _carried_by(options.fields or DEFAULT_FIELDS)
    else:
        used = template_fields(options.template)
        carried = _carried_by(name for name, _ in used)
        if not any(form != "line" and "break" in FIELDS[name].carries for name, form in used):
            carried.pop("break", None)
    drops = dict.fromkeys(FEATURES, "is in no field of these rows")
    drops.update(_DROPS)
    return {feature: why for feature, why in drops.items() if feature not in carried}


def _carried_by(names: Iterable[str]) -> dict[str, str]:
    """Return the features that fields carry, each with the names of the fields."""
    carried: dict[str, str] = {}
    for name in names:
        for feature in FIELDS[name].carries:
            others = f"{carried[feature]}, " if feature in carried else ""
            carried[feature] = f"{others}`{name}`"
    return carried


def _field(name: str, summary: str, *more: str) -> RowField:
    """Return a field that has the string of a document, or null."""
    return RowField(lambda document: document.get(name), summary, (name, *more))


def _authors(document: Document) -> list[str]:
    return [author["name"] for author in document.get("byline", ())]


def _markdown(document: Document) -> str:
    return write_markdown([*intro_blocks(document), *document["body"]]).removesuffix("\n")


def _source_value(name: str) -> Callable[[Document], object]:
    return lambda document: document.get("source", {}).get(name)


_OF_BODY = tuple(feature for feature in (*WORDS_ONLY, *NOT_IN_RUNNING_TEXT) if feature != "intro")

FIELDS: dict[str, RowField] = {
    "id": RowField(document_id, "`source.path`, and `#` and the line of JSON Lines, or the part"),
    "url": _field("url", "the URL"),
    "title": _field("title", "the title"),
    "subtitle": _field("subtitle", "the subtitle"),
    "authors": RowField(_authors, "the names of the authors, a list", ("byline",)),
    "date": _field("date", "the date, as exact as the article has it", "date.local"),
    "updated": _field("updated", "the date of the last change", "updated.local"),
    "caption": _field("caption", "the caption of the lead picture"),
    "credit": _field("credit", "the credit of the lead picture"),
    "text": RowField(plain_body, "the words of the intro and the body", ("break",)),
    "markdown": RowField(_markdown, "the intro and the body as CommonMark", (*_OF_BODY, "break")),
    "path": RowField(_source_value("path"), "`source.path`"),
    "sha256": RowField(_source_value("sha256"), "the hash of the file"),
}
"""The fields that a row can have, by their names."""

DEFAULT_FIELDS = tuple(FIELDS)[:10]

_DROPS = {
    **same_place("the rows have only the names", "byline.url", "byline.role"),
    **WORDS_ONLY,
    **NOT_IN_RUNNING_TEXT,
}

FORMAT = Format(
    name="rows",
    title="JSON Lines",
    summary="flat rows for training and search, one on a line",
    definition="[JSON Lines](https://jsonlines.org/)",
    checked_by="datasets",
    suffixes=(".jsonl", ".ndjson"),
    layout="stream",
    render=render,
    options=("fields", "template"),
    carries=_carried_by(DEFAULT_FIELDS),
    drops=drops_of(Options()),
    drops_of=drops_of,
)
