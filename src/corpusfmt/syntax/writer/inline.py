"""Write inline lists: text, links and line breaks, with the marks that CommonMark reads back."""

from __future__ import annotations

from collections.abc import Sequence

from corpusfmt.syntax.escape import (
    escape,
    has_mark,
    is_punctuation,
    may_be_punctuation,
    reference,
    write_url,
)
from corpusfmt.syntax.normal_form import unmarked_text
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.patterns import regex
from corpusfmt.text.values import dataclass

if TYPE_CHECKING:
    from corpusfmt.model.document import LinkNode, Node, TextNode

AUTOLINK = regex(r"[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>\x00-\x20]*")
"""A URL that can be written between angle brackets."""


@dataclass(slots=True)
class _Run:
    """A node while it is written.

    ``text`` is that of unmarked text, which is written last, as it depends on what is written
    beside it. ``content`` is the escaped text between ``marks``; ``written`` is the whole node.
    """

    text: str = ""
    marks: str = ""
    content: str = ""
    written: str = ""


_EDGE = _Run()
_LINK_START = _Run(written="[")
_LINK_END = _Run(written="]")


def write_inline(
    nodes: Sequence[Node], *, escape_first: bool = False, in_link: bool = False
) -> str:
    """Return an inline list as text; ``escape_first`` writes its first character as a reference."""
    if len(nodes) == 1 and nodes[0]["type"] == "text" and not escape_first:  # as most lists are
        return _write_only_text(nodes[0], in_link=in_link)
    if not escape_first and not in_link:
        text = unmarked_text(nodes)
        if text is not None and not has_mark(text):
            return text
    return _write_runs(nodes, escape_first=escape_first, in_link=in_link)


def _write_runs(nodes: Sequence[Node], *, escape_first: bool, in_link: bool) -> str:
    runs = _write_marked(nodes, escape_first=escape_first, in_link=in_link)
    around = [_LINK_START, *runs, _LINK_END] if in_link else [_EDGE, *runs, _EDGE]
    for index, run in enumerate(runs, 1):
        if not run.written:
            is_first = escape_first and index == 1
            before, after = around[index - 1], around[index + 1]
            run.written = _write_plain(
                run.text, before, after, escape_first=is_first, in_link=in_link
            )
    return "".join([run.written for run in runs])


def write_link(text: str, url: str) -> str:
    """Return a link with this text, which is escaped already."""
    return f"[{text}]({write_url(url)})"


def _write_only_text(node: TextNode, *, in_link: bool) -> str:
    """Return a text without neighbours: what _write_plain returns, in half the time."""
    marks = _marks(node, "")
    if marks:
        return (
            marks + escape(node["text"], marks[0], marks[0], in_link=in_link, marked=True) + marks
        )
    left, right = ("[", "]") if in_link else ("", "")
    return escape(node["text"], left, right, in_link=in_link)


def _write_marked(nodes: Sequence[Node], *, escape_first: bool, in_link: bool) -> list[_Run]:
    """Return a run for each node, all of them written but unmarked text."""
    runs: list[_Run] = []
    for node in nodes:
        is_first = escape_first and not runs
        if node["type"] == "break":
            runs.append(_Run(written="\n"))
        elif node["type"] == "link":
            runs.append(_Run(written=_write_link_node(node, escape_first=is_first)))
        elif marks := _marks(node, runs[-1].marks if runs else ""):
            content = _write_content(node["text"], marks[0], escape_first=is_first, in_link=in_link)
            runs.append(_Run(marks=marks, content=content, written=marks + content + marks))
        else:
            runs.append(_Run(text=node["text"]))
    return runs


def _marks(node: TextNode, before: str) -> str:
    """Return the marks of a text: stars, or underscores directly after stars."""
    count = 2 * ("strong" in node) + ("em" in node)
    return ("_" if before.startswith("*") else "*") * count


def _write_content(text: str, mark: str, *, escape_first: bool, in_link: bool) -> str:
    if escape_first:
        rest = escape(text[1:], ";", mark, in_link=in_link, marked=True)
        return reference(text[0]) + rest
    return escape(text, mark, mark, in_link=in_link, marked=True)


def _write_plain(text: str, before: _Run, after: _Run, *, escape_first: bool, in_link: bool) -> str:
    """Return unmarked text, with references for characters that would disable a mark beside them.

    CommonMark lets a mark whose content has punctuation at its edge work only beside white space or
    other punctuation, and underscores and single stars (in this format, not in CommonMark) only at
    the edge of a word; nor does a single star directly after another open emphasis here. A
    reference begins and ends as punctuation does.
    """
    head = tail = ""
    left = "" if before.written == "\n" else before.written[-1:]
    if escape_first or _hinders_mark_before(text[0], before):
        head, text, left = reference(text[0]), text[1:], ";"
    if text and _hinders_mark_after(text[-1], after):
        tail, text = reference(text[-1]), text[:-1]
    right = "&" if tail else after.written[:1]
    return head + escape(text, left, right, in_link=in_link) + tail


def _hinders_mark_before(character: str, before: _Run) -> bool:
    if character == "\u0338" and before.written.endswith(">"):  # they would compose to U+226F
        return True
    return bool(before.marks) and _hinders(character, before.marks, before.content[-1])


def _hinders_mark_after(character: str, after: _Run) -> bool:
    if character == "*" and after.marks == "*":
        return True
    return bool(after.marks) and _hinders(character, after.marks, after.content[0])


def _hinders(outer: str, marks: str, inner: str) -> bool:
    """Return whether a mark between these two characters would not be read as one."""
    if outer.isspace() or is_punctuation(outer):
        return False
    if marks[0] == "_" or (marks == "*" and outer.isalnum()):
        return True
    return may_be_punctuation(inner)


def _write_link_node(node: LinkNode, *, escape_first: bool) -> str:
    content, url = node["content"], node["url"]
    shows_url = content == [{"type": "text", "text": url}] and AUTOLINK.fullmatch(url)
    if shows_url and "](" not in url and not escape_first:  # after a bracket "](" would end a link
        return f"<{url}>"
    return write_link(write_inline(content, escape_first=escape_first, in_link=True), url)
