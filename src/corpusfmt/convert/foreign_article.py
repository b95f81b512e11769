"""A document made of the fields that another program has of an article."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from corpusfmt.convert.foreign_dates import read_foreign_date
from corpusfmt.convert.foreign_values import (
    BREAKS_IN_LINE,
    EDGES,
    EMPTY_LINE,
    LINE_BREAK,
    NO_DATE,
    describe,
    is_line,
    is_url,
    without_repeated_intro,
)
from corpusfmt.convert.json_characters import UNKNOWN, Strings
from corpusfmt.convert.json_positions import Span
from corpusfmt.convert.unheld import describe_unheld, find_unheld, without_unheld
from corpusfmt.model.document import (
    Block,
    Document,
    ImageBlock,
    Node,
)
from corpusfmt.model.fields import FIELDS, VERSION
from corpusfmt.syntax.inline import plain_text
from corpusfmt.syntax.normal_form import clean, normalize_block
from corpusfmt.text.display import quoted
from corpusfmt.text.named_tuples import NamedTuple

Place = str | Span
"""Where a value is: its JSON pointer in the record, or its span in the text of the file."""


class FieldProblem(NamedTuple):
    """A problem of one value of an article; the article is kept if it ``is_warning``."""

    place: Place
    message: str
    expected: str | None = None
    is_warning: bool = False


class ForeignArticle:
    """The fields of a document, as they are found, and the problems of their values.

    A value that is empty is absent. A title, a date or a body is taken as it is: nothing is guessed
    from the words of a text, and no date is made more exact.
    """

    def __init__(self, *, midnight_is_day: bool = False, strings: Strings = UNKNOWN) -> None:
        """Start an article; ``strings`` is what is known of those of its record."""
        self.problems: list[FieldProblem] = []
        self._midnight_is_day = midnight_is_day
        self._fields: dict[str, object] = {"corpusfmt": VERSION}  # in normal form
        self._title: str | None = None  # as the record has it
        self._byline: list[dict[str, str]] = []
        self._intro: list[list[Node]] = []
        self._body: list[Block] = []  # in normal form
        self._has_other_blocks = False
        self._has_other_values = False
        self._is_clean, self._is_normal = strings

    def set_line(self, name: str, value: object, place: Place) -> None:
        """Set a field that is one line of text; line breaks become spaces."""
        if value is None:
            return
        line = self.line(value, place, is_optional=name != "title")
        if line:
            self._fields[name] = line if self._is_normal else clean(line)
            if name == "title":
                self._title = line

    def set_url(self, value: object, place: Place) -> None:
        """Set the URL of the article."""
        url = self.line(value, place, is_optional=True)
        if not url:
            return
        if not is_url(url, self._is_clean):
            self.warn(place, f"the URL {quoted(url)} is not kept", "a URL without spaces")
        else:
            self._fields["url"] = url if self._is_normal else clean(url)

    def set_date(self, name: str, value: object, place: Place) -> None:
        """Set ``date`` or ``updated``; one that cannot be read is a warning."""
        if value is None:
            return
        text = self.line(value, place, is_optional=True)
        if not text or text in NO_DATE:
            return
        date = read_foreign_date(text, self._midnight_is_day)
        if date is None:
            expected = "a date such as 2024-03-05 or 2024-03-05T09:02:00+01:00"
            self.warn(place, f"the date {quoted(text)} is not read", expected)
        else:
            self._fields[name] = date

    def add_author(self, name: object, place: Place, *, url: str = "", role: str = "") -> None:
        """Add a name to the byline."""
        line = self.line(name, place, is_optional=True)
        if not line:
            return
        author = {"name": line if self._is_normal else clean(line)}
        if url:
            author["url"] = clean(url)
            self._has_other_values |= not is_line(url)
        if role:
            author["role"] = clean(role)
            self._has_other_values |= not is_line(role)
        self._byline.append(author)

    def add_authors(self, names: object, place: str) -> None:
        """Add the names of an array, or of one string, to the byline.

        Instead of a name, there can be an object with the ``name`` of an author, and a ``url``.
        """
        if not isinstance(names, list):
            self._add_named(names, place)
            return
        for index, name in enumerate(names):
            self._add_named(name, f"{place}/{index}")

    def _add_named(self, author: object, place: str) -> None:
        if not isinstance(author, dict) or "name" not in author:
            self.add_author(author, place)
            return
        url = self.line(author.get("url"), f"{place}/url", is_optional=True)
        self.add_author(author["name"], f"{place}/name", url=url)

    def add_intro(self, value: object, place: Place) -> None:
        """Add a paragraph to the intro."""
        line = self.line(value, place, is_optional=True)
        if line:
            self._intro.append(_inline(line if self._is_normal else clean(line)))

    def add_lines(self, value: object, place: Place) -> None:
        """Add a paragraph to the body for each line of a text that is not empty."""
        if self._is_normal and isinstance(value, str):
            self.add_paragraphs(map(str.strip, value.split("\n")))
        else:
            self.add_paragraphs(self.split_lines(value, place))

    def add_paragraphs(self, lines: Iterable[str]) -> None:
        """Add a paragraph to the body for each of the lines of `split_lines` that is not empty."""
        self._body += [
            {"type": "paragraph", "content": [{"type": "text", "text": line}]}
            for line in lines
            if line
        ]

    def add_each(self, values: object, place: Place) -> None:
        """Add a paragraph to the body for each member of an array, or for a single value."""
        add = self._body.append
        for value in self.members(values, place):
            if self._is_normal and isinstance(value, str) and "\n" not in value:
                line = value.strip()
                if line:
                    add({"type": "paragraph", "content": [{"type": "text", "text": line}]})
            else:
                self.add_paragraph(value, place)

    def add_line(self, line: str) -> None:
        """Add a paragraph to the body for one of the lines of `split_lines` that is not empty."""
        if line:
            self._body.append({"type": "paragraph", "content": _inline(line)})

    def add_image(self, url: str, place: Place, *, alt: str = "") -> None:
        """Add a picture to the body."""
        image: ImageBlock = {"type": "image", "url": self.line(url, place)}
        shown = self.line(alt, place)
        if shown:
            image["alt"] = shown
        self._add_block(image)

    def has(self, name: str) -> bool:
        """Return whether a field of one line is set."""
        return name in self._fields

    def is_title(self, line: str) -> bool:
        """Return whether a line is the title, which is set already."""
        return self._title is not None and self._title.split() == line.strip(EDGES).split()

    def split_lines(self, value: object, place: Place) -> list[str]:
        """Return the lines of a text, without spaces at their edges; some can be empty."""
        if self._is_clean and isinstance(value, str):
            text = value if self._is_normal else clean(value)
            return [*map(str.strip, text.split("\n"))]
        if isinstance(value, str) and all(map(str.isprintable, value.split("\n"))):
            return [line.strip(" ") for line in clean(value).split("\n")]
        lines: list[str] = []
        for line in self._string(value, place).splitlines():
            lines.append(clean(self.line(line, place)))
        return lines

    def add_wrapped(self, value: object, place: Place) -> None:
        """Add a paragraph for each part of a text between empty lines; its lines are joined."""
        text = LINE_BREAK.sub("\n", self._string(value, place))
        for part in EMPTY_LINE.split(text):
            self.add_paragraph(part, place)

    def add_paragraph(self, value: object, place: Place) -> None:
        """Add a paragraph to the body."""
        self.add_line(clean(self.line(value, place)))

    def add_heading(self, value: object, place: Place, level: int = 2) -> None:
        """Add a heading to the body."""
        line = self.line(value, place)
        if line:
            content = _inline(line if self._is_normal else clean(line))
            self._body.append({"type": "heading", "level": level, "content": content})

    def add_blocks(self, blocks: Iterable[Block], place: Place) -> None:
        """Add blocks to the body; the title is left out as first paragraph or as first heading."""
        for block in blocks:
            if not self._repeats_title(block):
                self._add_block(block)

    def _repeats_title(self, block: Block) -> bool:
        """Return whether a block is the title, as the first paragraph or the first heading."""
        if block["type"] == "heading":
            can_be = all(one["type"] != "heading" for one in self._body)
        else:
            can_be = block["type"] == "paragraph" and not self._body
        return can_be and "content" in block and self.is_title(plain_text(block["content"]))

    def add_html(self, html: str, place: Place) -> None:
        """Add the blocks of a piece of HTML to the body, as `add_blocks` does."""
        from corpusfmt.convert.html_fragment import read_fragment

        fragment = read_fragment(html)
        if fragment.lost:
            self.warn(place, describe_unheld(fragment.lost), None)
        self.add_blocks(fragment.blocks, place)

    def document(self) -> Document:
        """Return the document in normal form, which need not have a title or a body."""
        fields = self._fields
        if "caption" in fields and "credit" not in fields:
            self.warn("", "the caption is not kept, since there is no credit", None)
            del fields["caption"]
        if self._intro:
            self._intro, self._body = without_repeated_intro(self._intro, self._body)
        fields["body"] = self._body
        if self._byline:
            fields["byline"] = self._byline
        if self._intro:
            fields["intro"] = self._intro
        document: dict[str, object] = {}
        for name in FIELDS:
            if name in fields:
                document[name] = fields[name]
        return cast("Document", document)

    def is_surely_valid(self) -> bool:
        """Return whether the document is valid by the way in which its values were set.

        A line is never empty, has no space at its edges, and none of the characters that no
        document can hold; a date or URL is only set in the form that the schema requires.
        """
        if self._has_other_blocks or self._has_other_values:
            return False
        fields = self._fields
        needs_credit = "caption" in fields and "credit" not in fields
        return "title" in fields and bool(self._body) and not needs_credit

    def to_validate(self, document: Document) -> Document:
        """Return a document that is valid exactly if that of this article is.

        It has one of the paragraphs or headings that were made of lines: a line is never empty,
        has no space at its edges, and none of the characters that no document can hold.
        """
        if self._has_other_blocks or len(self._body) < 2:
            return document
        return {**document, "body": self._body[:1]}

    def _add_block(self, block: Block) -> None:
        self._body.append(normalize_block(block))
        self._has_other_blocks = True

    def members(self, value: object, place: Place) -> list[object]:
        """Return the members of an array; of none for null, of one for a single value."""
        if value is None:
            return []
        return value if isinstance(value, list) else [value]

    def line(self, value: object, place: Place, *, is_optional: bool = False) -> str:
        """Return a value as one line of text; "" where it is none.

        It is a problem if it is not a string, and only a warning if the article can do without it.
        """
        if value is None:
            return ""
        if isinstance(value, str):  # nearly always without a line break or what is not kept
            if self._is_clean and "\n" not in value:
                return value.strip()
            if value.isprintable():
                return value.strip(" ")
        text = self._string(value, place, is_optional=is_optional)
        return BREAKS_IN_LINE.sub(" ", text).strip(EDGES)

    def _string(self, value: object, place: Place, *, is_optional: bool = False) -> str:
        if value is None:
            return ""
        if not isinstance(value, str):
            message = f"the value is {describe(value)}" + (", and not kept" if is_optional else "")
            self.problems.append(FieldProblem(place, message, "a string", is_optional))
            return ""
        if value.replace("\n", "").isprintable():  # as nearly every value is
            return value
        lost = find_unheld(value)
        if lost:
            self.warn(place, describe_unheld(lost), None)
            value = without_unheld(value)
        return value

    def refuse(self, place: Place, message: str, expected: str | None) -> None:
        """Note a problem because of which there is no article."""
        self.problems.append(FieldProblem(place, message, expected))

    def warn(self, place: Place, message: str, expected: str | None) -> None:
        """Note a value that is not kept."""
        self.problems.append(FieldProblem(place, message, expected, is_warning=True))


def _inline(line: str) -> list[Node]:
    return [{"type": "text", "text": line}]
