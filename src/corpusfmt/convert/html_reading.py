"""A page of HTML, as ``--to html`` writes it, back to a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from corpusfmt.convert.formats.html import GENERATOR
from corpusfmt.convert.front_matter import ForeignFileError
from corpusfmt.convert.html_tree import Element, parse_page
from corpusfmt.model.document import Document
from corpusfmt.model.fields import FIELDS, VERSION

_SINGLE = {"title": ("h1", None), "subtitle": ("p", "subtitle"), "url": ("a", "url")}


def read_html_document(page: str) -> Document:
    """Return the document of a page, which need not satisfy the schema.

    Raise ForeignFileError for a page that is not written here.
    """
    if GENERATOR not in page:
        expected = "a page that `convert --to html` has written"
        raise ForeignFileError("the page is not from corpusfmt", (0, 1), expected)
    try:
        found = _read_fields(parse_page(page))
    except (KeyError, IndexError, TypeError, ValueError, RecursionError) as error:
        expected = "a page as `convert --to html` has written it"
        raise ForeignFileError(
            "the elements are not those of corpusfmt", (0, 1), expected
        ) from error
    return cast("Document", {name: found[name] for name in FIELDS if name in found})


def _read_fields(root: Element) -> dict[str, object]:
    found: dict[str, object] = {"corpusfmt": VERSION}
    for name, (tag, kind) in _SINGLE.items():
        element = root.find(tag, kind)
        if element is not None:
            found[name] = element.text()
    byline = root.find("p", "byline")
    if byline is not None:
        found["byline"] = _read_byline(byline)
    for name in ("date", "updated"):
        element = root.find("p", name)
        if element is not None:
            found[name] = "".join(one.text() for one in element.elements())
    intro = root.find("div", "intro")
    if intro is not None:
        found["intro"] = [_read_inline(paragraph.children) for paragraph in intro.elements()]
    lead = root.find("figure", "lead")
    if lead is not None:
        found.update(_read_caption(lead))
    body = root.find("div", "body")
    found["body"] = [] if body is None else list(_read_blocks(body))
    return found


def _read_byline(byline: Element) -> list[dict[str, str]]:
    authors: list[dict[str, str]] = []
    for element in byline.elements():
        kind = element.attributes.get("class")
        if kind == "role":
            authors[-1]["role"] = element.text()
            continue
        author = {"name": element.text()}
        if element.tag == "a":
            author["url"] = element.attributes["href"]
        authors.append(author)
    return authors


def _read_caption(figure: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in ("caption", "credit"):
        element = figure.find("span", name)
        if element is not None:
            found[name] = element.text()
    return found


def _read_blocks(body: Element) -> Iterator[dict[str, object]]:
    for element in body.elements():
        tag = element.tag
        if tag in ("ul", "ol"):
            yield from _read_items(element, 0)
        elif tag == "p":
            yield {"type": "paragraph", "content": _read_inline(element.children)}
        elif tag == "blockquote":
            [paragraph] = element.elements()
            yield {"type": "quote", "content": _read_inline(paragraph.children)}
        elif tag == "aside":
            yield _read_related(element)
        elif tag == "figure":
            yield _read_image(element)
        elif tag == "hr":
            yield {"type": "separator"}
        else:
            level = int(tag.removeprefix("h"))
            yield {"type": "heading", "level": level, "content": _read_inline(element.children)}


def _read_related(aside: Element) -> dict[str, object]:
    label = aside.find("p")
    links: list[dict[str, str]] = []
    listed = aside.find("ul")
    for item in () if listed is None else listed.elements():
        [link] = item.elements()
        links.append({"title": link.text(), "url": link.attributes["href"]})
    return {"type": "related", "label": "" if label is None else label.text(), "links": links}


def _read_image(figure: Element) -> dict[str, object]:
    image = figure.find("img")
    attributes = {} if image is None else image.attributes
    found: dict[str, object] = {"type": "image", "url": attributes.get("src", "")}
    if attributes.get("alt"):
        found["alt"] = attributes["alt"]
    return {**found, **_read_caption(figure)}


def _read_items(listed: Element, depth: int) -> Iterator[dict[str, object]]:
    for item in listed.elements():
        inner = [one for one in item.elements() if one.tag in ("ul", "ol")]
        content = [one for one in item.children if one not in inner]
        found: dict[str, object] = {"type": "item", "content": _read_inline(content)}
        if "value" in item.attributes:
            found["number"] = int(item.attributes["value"])
        if depth:
            found["depth"] = depth
        yield found
        for deeper in inner:
            yield from _read_items(deeper, depth + 1)


def _read_inline(children: Sequence[Element | str], **marks: bool) -> list[dict[str, object]]:
    """Return an inline list; the line feeds between tags are not part of it."""
    nodes: list[dict[str, object]] = []
    for child in children:
        if isinstance(child, str):
            text = child.replace("\n", "")
            if text:
                nodes.append({"type": "text", "text": text, **marks})
        elif child.tag == "br":
            nodes.append({"type": "break"})
        elif child.tag == "a":
            content = _read_inline(child.children)
            nodes.append({"type": "link", "url": child.attributes["href"], "content": content})
        else:
            nodes += _read_inline(child.children, **marks, **{child.tag: True})
    return nodes
