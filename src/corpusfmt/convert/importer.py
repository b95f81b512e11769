"""What a format of another program is: its declaration, and what reading it gives."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from types import MappingProxyType

from corpusfmt.convert.foreign_article import ForeignArticle
from corpusfmt.convert.json_positions import Span
from corpusfmt.text.named_tuples import NamedTuple

Record = Mapping[str, object]
"""An article of another program: a JSON object, or a row of a table by its columns."""

Placed = tuple[str, object]
"""A value of a JSON text with its JSON pointer."""

OBJECT = (dict, Mapping)
"""What an object of a record is. Most are dicts, which take a quarter of the time to recognise."""


class ImportOptions(NamedTuple):
    """The options of reading files of other programs.

    ``columns`` has the fields of an article and the columns of a table that they are read from.
    ``path`` is that of the file. ``url`` is where a page was found, or "", and ``encoding`` that of
    its bytes as the server names it, or None.
    """

    columns: Mapping[str, str] = MappingProxyType({})
    path: str = ""
    url: str = ""
    encoding: str | None = None

    @property
    def name(self) -> str:
        """The name of the file without its folder and its ending."""
        return posixpath.splitext(posixpath.basename(self.path.replace("\\", "/")))[0]


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article in a text: its fields, and the span of all of it."""

    article: ForeignArticle
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Importer:
    """A format of another program.

    ``suffixes`` are the endings of its files, by which they are found in folders. ``reads`` has the
    fields of a document and where each comes from; ``leaves`` what else these files have that no
    document can hold, each with what it is. ``definition`` is where the format is defined, in
    Markdown, and ``checked_by`` is what the tests read. ``modules`` are those of other packages
    that it needs, which ``extra`` installs.
    """

    name: str
    title: str
    summary: str
    definition: str
    checked_by: str
    suffixes: tuple[str, ...]
    reads: Mapping[str, str]
    leaves: Mapping[str, str] = field(default_factory=dict)
    extra: str | None = None
    modules: tuple[str, ...] = ()


def missing_module(importer: Importer) -> str | None:
    """Return a module that is not installed and that an importer needs, or None."""
    return next((name for name in importer.modules if find_spec(name) is None), None)


def install(importer: Importer) -> str:
    """Return the command that installs the modules of an importer."""
    return f"pip install 'corpusfmt[{importer.extra}]'"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordImporter(Importer):
    """A format whose articles are JSON objects: one in a file, an array of them, or JSON Lines.

    ``fill`` moves the values of a record into an article. ``recognises`` is whether a record is one
    of this program: it has keys that no other has. ``delimiter`` is that of a table with a row for
    each article, instead of JSON. With ``midnight_is_day`` this program writes days as midnights.
    ``select`` returns the articles of all records of a file, each with its place.
    """

    fill: Callable[[Record, ForeignArticle, ImportOptions], None]
    recognises: Callable[[Record], bool]
    delimiter: str | None = None
    midnight_is_day: bool = False
    select: Callable[[list[Placed]], list[Placed]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextImporter(Importer):
    """A format whose files are texts with one or more articles.

    ``read`` yields the articles. ``recognises`` is whether a text begins like one of this format.
    """

    read: Callable[[str, ImportOptions], Iterator[FoundArticle]]
    recognises: Callable[[str], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class BytesImporter(Importer):
    """A format whose files are not UTF-8 text. ``read`` yields the articles of the bytes."""

    read: Callable[[bytes, ImportOptions], Iterator[ForeignArticle]]
    recognises: Callable[[bytes], bool]
