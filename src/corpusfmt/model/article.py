"""An article as frozen values, and its conversion to and from the document."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields
from importlib import import_module
from typing import Any, TypeAlias

from corpusfmt.model.arguments import expect_document
from corpusfmt.model.fields import VERSION


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text with the same marks."""

    text: str
    strong: bool = False
    em: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Text with a URL, often ``#``."""

    url: str
    content: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a block."""


Inline: TypeAlias = Text | Link | Break


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in the body, of level 2 to 6."""

    level: int
    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class RelatedLink:
    """One article that a `Related` block points to."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Related:
    """A pointer to other articles; the label is without its colon, and may be empty."""

    label: str
    links: tuple[RelatedLink, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list, unordered where it has no number; depth 0 is the outermost list."""

    content: tuple[Inline, ...]
    number: int | None = None
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Quote:
    """A pull quote, set apart from the running text."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in the body, other than the lead picture."""

    url: str
    alt: str | None = None
    caption: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Separator:
    """A rule between two parts of the body."""


Block: TypeAlias = Paragraph | Heading | Related | Item | Quote | Image | Separator


@dataclass(frozen=True, slots=True)
class Author:
    """One name of the byline, where it leads if it is a link, and what is printed beside it."""

    name: str
    url: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The file an article was read from.

    ``member`` is that of an archive, ``line`` the row (from 1) of a JSON Lines file, and ``part``
    the article (from 1) of a text that had several.
    """

    path: str | None = None
    sha256: str | None = None
    member: str | None = None
    line: int | None = None
    part: int | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A news article; one read from any text may lack a title (None) or a body (empty)."""

    title: str | None = None
    body: tuple[Block, ...] = ()
    subtitle: str | None = None
    byline: tuple[Author, ...] = ()
    date: str | None = None
    updated: str | None = None
    intro: tuple[tuple[Inline, ...], ...] = ()
    caption: str | None = None
    credit: str | None = None
    url: str | None = None
    source: Source | None = None

    @classmethod
    def from_document(cls, document: Mapping[str, object]) -> "Article":
        """Return the article of a document that satisfies the schema, or lacks a title or a body.

        Raise ValueError, the message beginning with the JSON pointer, for a shape that no article
        has (text where a list is expected, an unknown property), and TypeError for a document that
        is not a mapping, such as JSON text. The values themselves are not validated.
        """
        expect_document("Article.from_document", document)
        members = dict(_members(document, ""))
        members.pop("corpusfmt", None)
        fields: Any = _read_fields(cls, members, "")
        return cls(**fields)

    def to_document(self) -> dict[str, Any]:  # Any: a caller who knows the block needs no test
        """Return the document, its keys in the order of the text; absent fields have no key."""
        return {"corpusfmt": VERSION, **_plain_fields(self)}

    def to(self, format: str, *, strict: bool = False, **options: object) -> str:
        """Return the article in a format of ``corpusfmt convert --to``, such as ``"markdown"``.

        ``options`` are those of the format, such as ``fields`` of ``"rows"``. With ``strict`` a
        format that would drop something of the article raises ConversionError. Raise
        InvalidDocumentError if the schema does not accept the article, and ValueError for an
        unknown format or option, or one whose output is not text.
        """
        # The one call of a package above: an article is where a reader looks for this.
        articles = import_module("corpusfmt.api.articles")
        written: str = articles.render_article(self, format, strict=strict, options=options)
        return written

    def _repr_html_(self) -> str:
        """Return the article as Jupyter shows it."""
        shown: str = import_module("corpusfmt.api.articles").show_article(self)
        return shown


# A reader takes a JSON value and the pointer to it, and returns the value in the article.
_Reader: TypeAlias = Callable[[object, str], object]


def _shape_error(pointer: str, fact: str) -> ValueError:
    return ValueError(f"{pointer or 'document'}: {fact}")


def _members(value: object, pointer: str) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise _shape_error(pointer, "expected an object")
    return value


def _string(value: object, pointer: str) -> str:
    if not isinstance(value, str):
        raise _shape_error(pointer, "expected text")
    return value


def _flag(value: object, pointer: str) -> bool:
    if not isinstance(value, bool):
        raise _shape_error(pointer, "expected true or false")
    return value


def _whole(value: object, pointer: str) -> int:
    # In JSON 2.0 and 2 are the same number; in Python True and 1 are.
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if not isinstance(value, int) or isinstance(value, bool):
        raise _shape_error(pointer, "expected a whole number")
    return value


def _each(reader: _Reader) -> _Reader:
    """Return the reader of a list whose members the reader reads."""

    def read(value: object, pointer: str) -> tuple[object, ...]:
        if not isinstance(value, (list, tuple)):
            raise _shape_error(pointer, "expected a list")
        return tuple([reader(member, f"{pointer}/{index}") for index, member in enumerate(value)])

    return read


def _record(kind: type) -> _Reader:
    """Return the reader of an object without a `type`."""
    return lambda value, pointer: kind(**_read_fields(kind, _members(value, pointer), pointer))


def _one_of(*kinds: type) -> _Reader:
    """Return the reader of an object whose `type` names one of the kinds."""
    named = {_TYPES[kind]: kind for kind in kinds}

    def read(value: object, pointer: str) -> object:
        parts = dict(_members(value, pointer))
        name = parts.pop("type", None)
        kind = named.get(name) if isinstance(name, str) else None
        if kind is None:
            raise _shape_error(f"{pointer}/type", f"expected one of {', '.join(named)}")
        return kind(**_read_fields(kind, parts, pointer))

    return read


def _read_fields(kind: type, members: Mapping[str, object], pointer: str) -> dict[str, object]:
    """Return the members as the fields of a class: all that are required, and no others."""
    readers = _READERS[kind]
    for name in members:
        if name not in readers:
            raise _shape_error(pointer, f"unknown property {str(name)[:60]!a}")
    for name in _REQUIRED[kind]:
        if name not in members:
            raise _shape_error(pointer, f"'{name}' is missing")
    return {name: readers[name](value, f"{pointer}/{name}") for name, value in members.items()}


def _plain(value: object) -> object:
    """Return the value as JSON has it: lists for tuples, objects for dataclasses."""
    if isinstance(value, (tuple, list)):
        return list(map(_plain, value))
    if type(value) in _READERS:
        return _plain_fields(value)
    return value


def _plain_fields(record: object) -> dict[str, object]:
    kind = type(record)
    plain: dict[str, object] = {"type": _TYPES[kind]} if kind in _TYPES else {}
    for name, absent in _ABSENT[kind].items():
        value = getattr(record, name)
        if value != absent:
            plain[name] = _plain(value)
    return plain


_TYPES: dict[type, str] = {
    Text: "text",
    Link: "link",
    Break: "break",
    Paragraph: "paragraph",
    Heading: "heading",
    Related: "related",
    Item: "item",
    Quote: "quote",
    Image: "image",
    Separator: "separator",
}

_inlines = _each(_one_of(Text, Link, Break))

# The fields of every class, in the order of the document.
_READERS: dict[type, dict[str, _Reader]] = {
    Text: {"text": _string, "strong": _flag, "em": _flag},
    Link: {"url": _string, "content": _each(_one_of(Text))},
    Break: {},
    Paragraph: {"content": _inlines},
    Heading: {"level": _whole, "content": _inlines},
    Related: {"label": _string, "links": _each(_record(RelatedLink))},
    RelatedLink: {"title": _string, "url": _string},
    Item: {"number": _whole, "depth": _whole, "content": _inlines},
    Quote: {"content": _inlines},
    Image: {"url": _string, "alt": _string, "caption": _string, "credit": _string},
    Separator: {},
    Author: {"name": _string, "url": _string, "role": _string},
    Source: {"path": _string, "sha256": _string, "member": _string, "line": _whole, "part": _whole},
    Article: {
        "title": _string,
        "subtitle": _string,
        "byline": _each(_record(Author)),
        "date": _string,
        "updated": _string,
        "intro": _each(_inlines),
        "caption": _string,
        "credit": _string,
        "body": _each(_one_of(Paragraph, Heading, Related, Item, Quote, Image, Separator)),
        "url": _string,
        "source": _record(Source),
    },
}

# The value of a field that the document lacks; MISSING where it is required.
_DEFAULTS = {kind: {field.name: field.default for field in fields(kind)} for kind in _READERS}
_ABSENT = {
    kind: {name: _DEFAULTS[kind][name] for name in readers} for kind, readers in _READERS.items()
}
_REQUIRED = {
    kind: [name for name in readers if _DEFAULTS[kind][name] is MISSING]
    for kind, readers in _READERS.items()
}
