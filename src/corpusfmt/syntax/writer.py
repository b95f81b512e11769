"""From the document to its one canonical text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Any

from corpusfmt.syntax.dates import read_date, write_date
from corpusfmt.syntax.escape import (
    BEGINNINGS,
    MARKS,
    begins_with_word,
    escape,
    escape_heading,
    escape_label,
    escape_line_start,
    escape_name,
    has_mark,
    is_punctuation,
    may_be_punctuation,
    reference,
    write_address,
)
from corpusfmt.syntax.grammar import terminal
from corpusfmt.syntax.inline import unmarked_text

Block = Mapping[str, Any]
Inline = Sequence[Mapping[str, Any]]

GAP = "\n\n\n\n"
"""What stands between the header and the body: three blank lines, where the picture was."""

_AUTOLINK = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>\x00-\x20]*")
_DATES, _LIKE_BYLINE = ("DATE", "UPDATED"), ("BY", "BARE_LINK", "BARE_NAME")
_HEADER = (*_DATES, *_LIKE_BYLINE)
_LONGEST_CREDIT, _LONGEST_GUESS = 120, 5
"""The most characters of a line that is a credit by its words, and of one that is taken for a credit."""

_SENTENCE_ENDS = frozenset('.!?…:;,"”’»')
"""What no credit behind a caption ends with, but one that says it is one (“Credit:”)."""

_FIRST = itemgetter(slice(1))
_YEAR = re.compile("[0-9]{4}")
"""What every date has that stands behind a name."""


def write_document(document: Mapping[str, Any], *, read_as_paragraph: str = "") -> str:
    """The canonical text of a document in normal form. It may lack a title or a body, as a reading may.

    ``read_as_paragraph`` is a line that the reader has read as a paragraph, directly after a gap and before an empty
    line. To know it saves time, and changes nothing else.

    ValueError where a date is no day of the calendar; every other breach of the schema is the caller's to refuse.
    """
    header, intro = _header(document), _intro(document)
    body = _body(document, after_gap=bool(header or intro), read_as_paragraph=read_as_paragraph)
    top, rest = "\n\n".join(header + intro), "\n\n".join(body)
    text = GAP.join(part for part in (top, rest) if part)
    return text + "\n" if text else ""


def is_surely_canonical(text: str, document: Mapping[str, Any], texts: Sequence[str], types: Sequence[str]) -> bool:
    """Whether a text is surely the canonical one of the document that is read from it: sooner seen than written.

    ``texts`` and ``types`` are what the blocks of its body say without their marks, each in one line, and their types.
    Where all paragraphs stand in the text just as they say, between empty lines, there are no marks in them; and where
    none begins as another block would or holds what would be a mark, they are written so as well. The caller knows that
    the first block is no intro, and that as a paragraph after the gap it is read as one.
    """
    lines = [*texts]
    if types.count("paragraph") < len(types):
        lines = [text if type_ == "paragraph" else "" for text, type_ in zip(texts, types, strict=True)]
        _write_others(document["body"], lines)
    if "credit" in document:
        lines.insert(0, _credit(document))
    body = "\n\n".join(lines)
    top = "\n\n".join(_header(document))
    if not top:
        return False
    end = "\n\n" + _own_address(document["url"]) + "\n" if "url" in document else "\n"
    if text != top + GAP + body + end:
        return False
    if not BEGINNINGS.isdisjoint(map(_FIRST, texts)) and not all(map(_begins_as_text, texts)):
        return False
    marks = [mark for mark in MARKS if mark in body]
    return not marks or all(_is_written_so(line) for line in texts if [mark for mark in marks if mark in line])


def _begins_as_text(text: str) -> bool:
    return text[:1] not in BEGINNINGS or not text or begins_with_word(text)


def _is_written_so(text: str) -> bool:
    """Whether a paragraph that says this is written just so."""
    return _paragraph({"content": [{"type": "text", "text": text}]}) == text


# ---------------------------------------------------------------------------------------------------- the header


def _header(document: Mapping[str, Any]) -> list[str]:
    lines = []
    if "title" in document:
        lines.append("# " + escape_heading(escape(document["title"])))
    if "subtitle" in document:
        lines.append("## " + escape_heading(escape(document["subtitle"])))
    if "byline" in document:
        lines.append(_byline(document["byline"]))
    if "date" in document:
        lines.append(write_date(document["date"]))
    if "updated" in document:
        lines.append("Updated: " + write_date(document["updated"]))
    return lines


def _byline(authors: Sequence[Mapping[str, Any]]) -> str:
    names = [_author(author) for author in authors]
    line = _without_date(_names(names))
    if ("url" in authors[0] and line.endswith(")")) or _begins_with_name(line):  # a link is a name but in a sentence
        return line
    if "url" in authors[0]:  # it ends as a sentence does
        return line[:-1] + reference(line[-1])
    names[0] = reference(authors[0]["name"][0]) + escape_name(authors[0]["name"][1:])
    return _without_date(_names(names))


def _begins_with_name(line: str) -> bool:
    """Whether a byline is read as one, its first name whole."""
    match = terminal("article", "BY").match(line + "\n")
    return match is not None and match.end() == len("By ")


def _without_date(line: str) -> str:
    """A byline that ends in a name, in which what would be read as a date after the name begins with a reference."""
    if _YEAR.search(line) is None:
        return line
    end = terminal("article", "BYLINE_END")
    while (match := end.search(line + "\n")) is not None and match.end() < len(line):
        line = line[: match.end()] + reference(line[match.end()]) + line[match.end() + 1 :]
    return line


def _names(names: list[str]) -> str:
    return "By " + (", ".join(names[:-1]) + " and " if len(names) > 1 else "") + names[-1]


def _author(author: Mapping[str, Any]) -> str:
    if "url" in author:
        return _link(escape(author["name"], "[", "]", in_link=True), author["url"])
    return escape_name(author["name"])


def _intro(document: Mapping[str, Any]) -> list[str]:
    """The paragraphs of the intro, written from the last to the first: each must know what it stands before."""
    written: list[str] = []
    for content in reversed(document.get("intro", ())):
        written.insert(0, _in_header(content, written[0] if written else ""))
    return written


def _in_header(content: Inline, following: str) -> str:
    """A paragraph of the header, its first character guarded if it would be read as a byline or a date."""
    block = {"content": content}
    written = _paragraph(block)
    like = any(_is(name, f"{written}\n\n{following}") for name in _LIKE_BYLINE) or _is_date(written)
    return _paragraph(block, guarded=True) if like else written


def _is_date(written: str) -> bool:
    """Whether a block would be read as a date; the shape of a date that is no day of the calendar is text, alone."""
    for name in _DATES:
        match = terminal("article", name).match(written + "\n")
        if match and ("\n" in written or read_date(match[name.lower()]) is not None):
            return True
    return False


# ---------------------------------------------------------------------------------------------------- the body


def _body(document: Mapping[str, Any], *, after_gap: bool, read_as_paragraph: str) -> list[str]:
    blocks, has_credit = document.get("body", ()), "credit" in document
    written = _as_they_stand(blocks)
    if not all(written):
        _write_others(blocks, written)
    if has_credit:
        written.insert(0, _credit(document))
    elif blocks and not (after_gap and written[0] == read_as_paragraph):
        written[0] = _first(blocks[0], written, after_gap=after_gap)
    if "url" in document:
        written.append(_own_address(document["url"]))
    return written


def _write_others(blocks: Sequence[Block], written: list[str]) -> None:
    """Write the blocks that are not written yet, which are empty."""
    widths: list[int] = []
    last_item = -1
    for number in [number for number, text in enumerate(written) if not text]:
        block = blocks[number]
        if block["type"] == "item":
            widths = widths if number == last_item + 1 else []
            written[number], widths = _indented(block, _item(block), widths)
            last_item = number
        else:
            written[number] = _WRITERS[block["type"]](block)


def _as_they_stand(blocks: Sequence[Block]) -> list[str]:
    """The texts of the paragraphs that are written as they stand, as most are; empty for every other block.

    In most articles no paragraph holds a mark, which one look at all of them tells.
    """
    texts = [
        content[0]["text"]
        if block["type"] == "paragraph" and len(content := block["content"]) == 1 and len(content[0]) == 2
        else ""  # a link has three members, and so has a marked text
        for block in blocks
    ]
    together = "".join(texts)
    for mark in [mark for mark in MARKS if mark in together]:
        texts = [text if mark not in text else "" for text in texts]
    return [text if text[:1] not in BEGINNINGS or begins_with_word(text) else "" for text in texts]


def _first(block: Block, written: list[str], *, after_gap: bool) -> str:
    """The first block, guarded if it would be read as a credit, or without a gap as a part of the header.

    A credit is followed by a body, so the only block is none.
    """
    if block["type"] not in ("paragraph", "heading"):
        return written[0]
    if not after_gap and block["type"] == "paragraph":
        leads = len(written) > 1 and _is_one_of(_DATES, written[0]) and _is_one_of(_HEADER, "\n\n".join(written[1:3]))
        if leads:  # even a date that no calendar has, to what would be the rest of a header
            return _paragraph(block, guarded=True)
        return _in_header(block["content"], written[1] if len(written) > 1 else "")
    if after_gap:
        like = _like_credit(written[0]) if block["type"] == "paragraph" else ("CREDIT_HEADED",)
        is_like = len(written) > 1 and _is_one_of(like, written[0])
    else:  # without a header even a date that no calendar has takes its line
        is_like = _is_one_of(_DATES, written[0])
    writer: Callable[..., str] = _WRITERS[block["type"]]
    return writer(block, guarded=True) if is_like else written[0]


def _like_credit(line: str) -> tuple[str, ...]:
    """The credits that a paragraph may be like; none of them is longer than a line."""
    names = []
    if len(line) <= _LONGEST_CREDIT:
        names.append("CREDIT")
    if line[-1] not in _SENTENCE_ENDS or "redit" in line:
        names.append("CREDIT_RUN_ON")
    if len(line) <= _LONGEST_GUESS:
        names.append("CREDIT_GUESSED")
    if "**" in line:
        names += ["CREDIT_MARKED", "CAPTION"]
    return tuple(names)


def _credit(document: Mapping[str, Any]) -> str:
    """Plain if it is known for a credit by its words, and marked otherwise, after its caption."""
    credit = escape(document["credit"])
    if "caption" not in document and _is("CREDIT", credit) and escape_line_start(credit) == credit:
        return credit
    return _marked_credit(document)


def _marked_credit(block: Mapping[str, Any]) -> str:
    marked = f"**{escape(block['credit'], '*', '*', marked=True)}**"
    return f"{escape_line_start(escape(block['caption'], '', ' '))} {marked}" if "caption" in block else marked


def _own_address(url: str) -> str:
    return "Original url:\n\n" + _url(url)


def _url(url: str) -> str:
    """An address that is none to CommonMark is written as text, which may begin with no bracket."""
    if _AUTOLINK.fullmatch(url):
        return f"<{url}>"
    return escape_line_start(("\\" if url.startswith("[") else "") + escape(url))


# ---------------------------------------------------------------------------------------------------- blocks


def _paragraph(block: Block, *, guarded: bool = False) -> str:
    content = block["content"]
    text = _lines(_inline(content, guarded=guarded))
    if not guarded and "](" in text and _is("RELATED", text):
        text = _lines(_inline(block["content"], guarded=True))
    return escape_label(text)


def _heading(block: Block, *, guarded: bool = False) -> str:
    return f"{'#' * block['level']} {escape_heading(_inline(block['content'], guarded=guarded))}"


def _related(block: Block) -> str:
    label = escape(block["label"], "*", ":", in_link=True, marked=True)
    links = [_link(escape(link["title"], "[", "]", in_link=True, marked=True), link["url"]) for link in block["links"]]
    return f"**{label}:** {', '.join(links)}"


def _item(block: Block) -> str:
    return _lines(_inline(block["content"]))


def _indented(block: Block, text: str, widths: list[int]) -> tuple[str, list[int]]:
    """An item's lines behind its marker, under the items it belongs to; and the widths down to it."""
    if "marker" in block:
        return f"{block['marker']} {text}", []
    marker = f"{block['number']}. " if "number" in block else "- "
    widths = widths[: block.get("depth", 0)]
    indent = " " * sum(widths)
    hanging = "\n" + indent + " " * len(marker)
    return indent + marker + text.replace("\n", hanging), [*widths, len(marker)]


def _quote(block: Block) -> str:
    return "> " + _lines(_inline(block["content"])).replace("\n", "\n> ")


def _image(block: Block) -> str:
    alt = escape(block.get("alt", ""), "[", "]", in_link=True)
    image = f"![{alt}]({write_address(block['url'])})"
    return f"{image}\n{_marked_credit(block)}" if "credit" in block else image


def _separator(_: Block) -> str:
    return "***"


_WRITERS: dict[str, Callable[..., str]] = {
    "paragraph": _paragraph,
    "heading": _heading,
    "related": _related,
    "item": _item,
    "quote": _quote,
    "image": _image,
    "separator": _separator,
}


def _lines(text: str) -> str:
    """The lines of a block's text, none of which begins a block of its own."""
    if "\n" not in text:
        return escape_line_start(text)
    return "\n".join(escape_line_start(line) for line in text.split("\n"))


def _is(name: str, block: str) -> bool:
    """Whether the grammar would read a block as this terminal, if it may stand there."""
    return terminal("article", name).match(block + "\n") is not None


def _is_one_of(names: tuple[str, ...], block: str) -> bool:
    """Whether the grammar would read a block as one of these terminals."""
    line = block + "\n"
    return any(pattern.match(line) for pattern in _patterns(names))


@cache
def _patterns(names: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(terminal("article", name) for name in names)


# ---------------------------------------------------------------------------------------------------- inline


def _link(escaped: str, url: str) -> str:
    return f"[{escaped}]({write_address(url)})"


def _inline(nodes: Inline, *, guarded: bool = False, in_link: bool = False) -> str:
    """An inline list as it is written, guarded: its first character as a reference."""
    left, right = ("[", "]") if in_link else ("", "")
    if len(nodes) == 1 and nodes[0]["type"] == "text" and not guarded:
        marks = _marks(nodes[0], "")
        if not marks:
            return escape(nodes[0]["text"], left, right, in_link=in_link)
        return marks + escape(nodes[0]["text"], marks[0], marks[0], in_link=in_link, marked=True) + marks
    if not guarded and not in_link:
        text = unmarked_text(nodes)
        if text is not None and not has_mark(text):
            return text
    runs = _runs(nodes, guarded=guarded, in_link=in_link)
    out: list[str] = []
    last = left
    for index, run in enumerate(runs):
        if run.kind == "plain":
            before = runs[index - 1] if index else None
            after = runs[index + 1] if index + 1 < len(runs) else None
            run.written = _plain(run, last, before, after, right, guarded=guarded and not index, in_link=in_link)
        out.append(run.written)
        last = "" if run.written == "\n" else run.written[-1]
    return "".join(out)


@dataclass(slots=True)
class _Run:
    """A node on its way to the text: its kind, what it says, its marks, what they enclose, and all of it as written."""

    kind: str
    text: str = ""
    marks: str = ""
    enclosed: str = ""
    written: str = ""


def _runs(nodes: Inline, *, guarded: bool, in_link: bool) -> list[_Run]:
    """One run a node, all of them written but for plain text, which must know its neighbours."""
    runs: list[_Run] = []
    for node in nodes:
        first = guarded and not runs
        if node["type"] == "break":
            runs.append(_Run("break", written="\n"))
        elif node["type"] == "link":
            runs.append(_Run("link", written=_write_link(node, guarded=first)))
        elif marks := _marks(node, runs[-1].marks if runs else ""):
            enclosed = _guarded(node["text"], marks[0], in_link=in_link) if first else ""
            enclosed = enclosed or escape(node["text"], marks[0], marks[0], in_link=in_link, marked=True)
            runs.append(_Run("marked", node["text"], marks, enclosed, marks + enclosed + marks))
        else:
            runs.append(_Run("plain", node["text"]))
    return runs


def _marks(node: Mapping[str, Any], before: str) -> str:
    """Stars; underscores directly after stars, that the two do not run together."""
    count = 2 * bool(node.get("strong")) + bool(node.get("em"))
    return ("_" if before.startswith("*") else "*") * count


def _plain(
    run: _Run, last: str, before: _Run | None, after: _Run | None, edge: str, *, guarded: bool, in_link: bool
) -> str:
    """Unmarked text between its neighbours; a character that would keep a mark beside it from working, as a reference.

    CommonMark lets a mark that encloses punctuation at its edge work only beside a blank or other punctuation, and
    underscores and single stars (here, not there) only at the edge of a word; nor does a single star directly after
    another open one here. A reference begins and ends as punctuation does.
    """
    text = run.text
    head = tail = ""
    joins = last == ">" and text[0] == "\u0338"  # the two would compose to U+226F
    if guarded or joins or (before and before.marks and _hinders(text[0], before.marks, before.enclosed[-1])):
        head, text, last = reference(text[0]), text[1:], ";"
    runs_on = text.endswith("*") and after is not None and after.marks == "*"
    if runs_on or (text and after and after.marks and _hinders(text[-1], after.marks, after.enclosed[0])):
        tail, text = reference(text[-1]), text[:-1]
    following = "&" if tail else after.written[0] if after else edge
    return head + escape(text, last, following, in_link=in_link) + tail


def _hinders(outer: str, marks: str, inner: str) -> bool:
    """Whether a mark between these two characters would not be read as one."""
    if outer.isspace() or is_punctuation(outer):
        return False
    if marks[0] == "_" or (marks == "*" and outer.isalnum()):
        return True
    return may_be_punctuation(inner)


def _guarded(text: str, after: str, *, in_link: bool) -> str:
    return reference(text[0]) + escape(text[1:], ";", after, in_link=in_link, marked=True)


def _write_link(node: Mapping[str, Any], *, guarded: bool) -> str:
    content, url = node["content"], node["url"]
    shows_itself = content == [{"type": "text", "text": url}] and _AUTOLINK.fullmatch(url)
    if shows_itself and "](" not in url and not guarded:  # with a bracket before, these would end a link
        return f"<{url}>"
    return _link(_inline(content, guarded=guarded, in_link=True), url)
