"""Paragraphs of the intro: what is above the picture, below byline and date or among them."""

from __future__ import annotations

from corpusfmt.lint import Context, Edit
from corpusfmt.syntax.inline import plain_text
from corpusfmt.text.edits import apply
from corpusfmt.text.named_tuples import NamedTuple


class IntroParagraph(NamedTuple):
    """A paragraph of the intro: its number in it, and its text without marks."""

    number: int
    text: str

    @property
    def pointer(self) -> str:
        """Return the pointer of the paragraph in the document."""
        return f"/intro/{self.number}"


def intro_paragraphs(context: Context) -> list[IntroParagraph]:
    """Return the paragraphs of the intro; most articles have none."""
    intro = context.reading.document.get("intro", ())
    return [IntroParagraph(number, plain_text(nodes)) for number, nodes in enumerate(intro)]


def removal(context: Context, paragraph: IntroParagraph) -> tuple[Edit, ...]:
    """Return the edit that removes a paragraph, or none where the rest would be read otherwise.

    The text is read again: use it for few paragraphs.
    """
    start, end = context.place(paragraph.pointer)
    above = len(context.text[:start].rstrip())
    edit = Edit(above, end, "")
    document = context.reading.document
    intro = document["intro"]
    rest = intro[: paragraph.number] + intro[paragraph.number + 1 :]
    wanted = {**document, "intro": rest}
    if not rest:
        del wanted["intro"]
    return (edit,) if context.reading.read(apply(context.text, (edit,))) == wanted else ()
