"""The document as JSON holds it: what the schema describes, as types.

Readers return these dictionaries, writers take them. A reading always has ``corpusfmt`` and
``body``; the schema requires a ``title`` and a body that is not empty as well.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias, TypedDict, final


@final
class TextNode(TypedDict):
    """A run of text with the same marks; a mark that is absent is off."""

    type: Literal["text"]
    text: str
    strong: NotRequired[Literal[True]]
    em: NotRequired[Literal[True]]


@final
class LinkNode(TypedDict):
    """A link."""

    type: Literal["link"]
    url: str
    content: list[TextNode]


@final
class BreakNode(TypedDict):
    """A line break inside a block."""

    type: Literal["break"]


Node: TypeAlias = TextNode | LinkNode | BreakNode


@final
class ParagraphBlock(TypedDict):
    """A paragraph of running text."""

    type: Literal["paragraph"]
    content: list[Node]


@final
class HeadingBlock(TypedDict):
    """A heading of level 2 to 6."""

    type: Literal["heading"]
    level: int
    content: list[Node]


@final
class RelatedEntry(TypedDict):
    """One article that a related block links to."""

    title: str
    url: str


@final
class RelatedBlock(TypedDict):
    """Links to other articles; the label has no colon and may be empty."""

    type: Literal["related"]
    label: str
    links: list[RelatedEntry]


@final
class ItemBlock(TypedDict):
    """An item of a list, numbered or unordered; depth 0 is absent."""

    type: Literal["item"]
    number: NotRequired[int]
    depth: NotRequired[int]
    content: list[Node]


@final
class QuoteBlock(TypedDict):
    """A pull quote."""

    type: Literal["quote"]
    content: list[Node]


@final
class ImageBlock(TypedDict):
    """A picture in the body."""

    type: Literal["image"]
    url: str
    alt: NotRequired[str]
    caption: NotRequired[str]
    credit: NotRequired[str]


@final
class SeparatorBlock(TypedDict):
    """A rule between two parts of the body."""

    type: Literal["separator"]


Block: TypeAlias = (
    ParagraphBlock
    | HeadingBlock
    | RelatedBlock
    | ItemBlock
    | QuoteBlock
    | ImageBlock
    | SeparatorBlock
)


@final
class AuthorEntry(TypedDict):
    """One name of the byline, with its URL if it is a link, and what is printed beside it."""

    name: str
    url: NotRequired[str]
    role: NotRequired[str]


@final
class SourceEntry(TypedDict, total=False):
    """The file that a document was read from."""

    path: str
    sha256: str
    member: str
    line: int
    part: int


@final
class Document(TypedDict, total=False):
    """An article, its fields in the order of the text."""

    corpusfmt: str
    title: str
    subtitle: str
    byline: list[AuthorEntry]
    date: str
    updated: str
    intro: list[list[Node]]
    caption: str
    credit: str
    body: list[Block]
    url: str
    source: SourceEntry
