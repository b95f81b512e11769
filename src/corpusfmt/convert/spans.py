"""The running text of an article, and which spans of it have a mark, a link or a kind of block."""

from __future__ import annotations

from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.values import dataclass

if TYPE_CHECKING:
    from corpusfmt.model.document import Document, Node

SEPARATOR = "\n\n"
"""What is between two blocks."""


@dataclass(frozen=True, slots=True)
class TextSpan:
    """A span in characters of the text; ``url`` is that of a link."""

    kind: str
    start: int
    end: int
    url: str | None = None


class SpannedText:
    """The words of the intro and the body, as `plain_body` has them, and their spans."""

    def __init__(self, document: Document) -> None:
        self.spans: list[TextSpan] = []
        self._pieces: list[str] = []
        self._length = 0
        for content in document.get("intro", ()):
            self._add_block("intro", content)
        for block in document["body"]:
            if "content" in block:
                self._add_block(block["type"], block["content"])

    @property
    def text(self) -> str:
        """The text."""
        return "".join(self._pieces)

    def _add_block(self, kind: str, content: list[Node]) -> None:
        if self._pieces:
            self._add(SEPARATOR)
        start = self._length
        self._add_nodes(content)
        if kind != "paragraph":
            self.spans.append(TextSpan(kind, start, self._length))

    def _add_nodes(self, nodes: list[Node]) -> None:
        for node in nodes:
            start = self._length
            if node["type"] == "break":
                self._add("\n")
            elif node["type"] == "link":
                self._add_nodes([*node["content"]])
                self.spans.append(TextSpan("link", start, self._length, node["url"]))
            else:
                self._add(node["text"])
                marks = [mark for mark in ("strong", "em") if mark in node]
                self.spans += [TextSpan(mark, start, self._length) for mark in marks]

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)
