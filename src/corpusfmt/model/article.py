"""An article and its parts as frozen values, and the way to and from the document."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields
from typing import Any, TypeAlias

from corpusfmt.model.arguments import expect_document

VERSION = "1.0"
"""The version of the schema that `Article.to_document` writes for."""


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text with the same marks."""

    text: str
    strong: bool = False
    em: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A run of text that leads to an address, often `#`."""

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
    """One item of a list, unordered where it has no number; depth 0 is the outermost list.

    ``marker`` is an em dash where the item is set with one, which then stays in its text; otherwise None.
    """

    content: tuple[Inline, ...]
    number: int | None = None
    depth: int = 0
    marker: str | None = None


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
    """A break between two parts of the body, drawn as a line."""


Block: TypeAlias = Paragraph | Heading | Related | Item | Quote | Image | Separator


@dataclass(frozen=True, slots=True)
class Author:
    """One name of the byline, and where it leads if it is a link."""

    name: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The file an article was read from: its SHA-256, the archive member, the row (from 1) of a JSON Lines file."""

    path: str | None = None
    sha256: str | None = None
    member: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A news article; a lenient reading may lack a title (None) or a body (empty)."""

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
    def from_document(cls, document: Mapping[str, Any]) -> "Article":
        """Return the article of a document that satisfies the schema, or of one that lacks a title or a body.

        Raises ValueError, opening with the JSON pointer, for a shape that no article has: text where a list belongs,
        an unknown property; TypeError for a document that is not a mapping, such as JSON text that was not parsed.
        What the schema asks of the values themselves is not checked here.
        """
        expect_document("Article.from_document", document)
        parts = _members(document, "")
        return cls(**_parts(cls, {name: value for name, value in parts.items() if name != "corpusfmt"}, ""))

    def to_document(self) -> dict[str, Any]:
        """Return the document, its keys in the order of the text; what the article lacks is not among them."""
        return {"corpusfmt": VERSION, **_plain_parts(self)}


# A reader takes a JSON value and the pointer to it, and returns what an article holds for it.
_Reader: TypeAlias = Callable[[Any, str], Any]


def _fault(pointer: str, fact: str) -> ValueError:
    return ValueError(f"{pointer or 'document'}: {fact}")


def _members(value: Any, pointer: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise _fault(pointer, "expected an object")
    return value


def _string(value: Any, pointer: str) -> str:
    if not isinstance(value, str):
        raise _fault(pointer, "expected text")
    return value


def _flag(value: Any, pointer: str) -> bool:
    if not isinstance(value, bool):
        raise _fault(pointer, "expected true or false")
    return value


def _whole(value: Any, pointer: str) -> int:
    # To JSON 2.0 and 2 are one number; to Python, and to nobody else, True and 1 are.
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if not isinstance(value, int) or isinstance(value, bool):
        raise _fault(pointer, "expected a whole number")
    return value


def _each(reader: _Reader) -> _Reader:
    """Return the reader of a list whose members the reader reads."""

    def read(value: Any, pointer: str) -> tuple[Any, ...]:
        if not isinstance(value, (list, tuple)):
            raise _fault(pointer, "expected a list")
        return tuple([reader(member, f"{pointer}/{index}") for index, member in enumerate(value)])

    return read


def _record(kind: type) -> _Reader:
    """Return the reader of an object without a `type`."""
    return lambda value, pointer: kind(**_parts(kind, _members(value, pointer), pointer))


def _one_of(*kinds: type) -> _Reader:
    """Return the reader of an object whose `type` names one of the kinds."""
    named = {_TYPES[kind]: kind for kind in kinds}

    def read(value: Any, pointer: str) -> Any:
        parts = dict(_members(value, pointer))
        name = parts.pop("type", None)
        kind = named.get(name) if isinstance(name, str) else None
        if kind is None:
            raise _fault(f"{pointer}/type", f"expected one of {', '.join(named)}")
        return kind(**_parts(kind, parts, pointer))

    return read


def _parts(kind: type, members: Mapping[str, Any], pointer: str) -> dict[str, Any]:
    """Return the members as the fields of the kind; all that it cannot do without are there, and no others."""
    readers = _PARTS[kind]
    for name in members:
        if name not in readers:
            raise _fault(pointer, f"unknown property {str(name)[:60]!a}")
    for name in _REQUIRED[kind]:
        if name not in members:
            raise _fault(pointer, f"'{name}' is missing")
    return {name: readers[name](value, f"{pointer}/{name}") for name, value in members.items()}


def _plain(value: Any) -> Any:
    """Return the value as JSON has it: tuples as lists, records as objects, everything else as it is."""
    if isinstance(value, (tuple, list)):
        return [_plain(member) for member in value]
    if type(value) in _PARTS:
        return _plain_parts(value)
    return value


def _plain_parts(record: Any) -> dict[str, Any]:
    kind = type(record)
    plain: dict[str, Any] = {"type": _TYPES[kind]} if kind in _TYPES else {}
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

# The parts of every kind, in the order in which the document has them.
_PARTS: dict[type, dict[str, _Reader]] = {
    Text: {"text": _string, "strong": _flag, "em": _flag},
    Link: {"url": _string, "content": _each(_one_of(Text))},
    Break: {},
    Paragraph: {"content": _inlines},
    Heading: {"level": _whole, "content": _inlines},
    Related: {"label": _string, "links": _each(_record(RelatedLink))},
    RelatedLink: {"title": _string, "url": _string},
    Item: {"number": _whole, "marker": _string, "depth": _whole, "content": _inlines},
    Quote: {"content": _inlines},
    Image: {"url": _string, "alt": _string, "caption": _string, "credit": _string},
    Separator: {},
    Author: {"name": _string, "url": _string},
    Source: {"path": _string, "sha256": _string, "member": _string, "line": _whole},
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

# What a part is where the document leaves it out; MISSING where it may not.
_DEFAULTS = {kind: {field.name: field.default for field in fields(kind)} for kind in _PARTS}
_ABSENT = {kind: {name: _DEFAULTS[kind][name] for name in readers} for kind, readers in _PARTS.items()}
_REQUIRED = {kind: [name for name in readers if _DEFAULTS[kind][name] is MISSING] for kind, readers in _PARTS.items()}
