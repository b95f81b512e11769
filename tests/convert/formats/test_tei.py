"""TEI: valid against the schema of the TEI Consortium, and nothing of the article is lost."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from lxml import etree

from corpusfmt.convert.format import ConversionError
from corpusfmt.convert.writing import render
from corpusfmt.model.document import Document
from corpusfmt.syntax.normal_form import normalize_document
from corpusfmt.testing import documents
from tests.convert.whole import PLAIN, WHOLE, paragraph, text

SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).parents[1] / "definitions/tei.rng"))
TEI = "{http://www.tei-c.org/ns/1.0}"
_NOT_XML = {"\ufffe", "\uffff"}


def parse(document: Document) -> Any:
    """Return the element of a document, which is valid."""
    root = etree.fromstring(render(document, "tei"))
    SCHEMA.assertValid(root)
    return root


def find(element: Any, path: str) -> Any:
    found = element.find(path, {None: TEI.strip("{}")})
    assert found is not None, path
    return found


def find_all(element: Any, path: str) -> list[Any]:
    return list(element.findall(path, {None: TEI.strip("{}")}))


def kind_of(element: Any) -> str:
    return str(element.tag).removeprefix(TEI)


# ----------------------------------------------------------------- a reader, to compare the article


def read(root: Any) -> dict[str, Any]:
    """Return the document that a TEI document has."""
    document: dict[str, Any] = {"corpusfmt": "1.0", "title": find(root, ".//titleStmt/title").text}
    for title in find_all(root, ".//titleStmt/title[@type='sub']"):
        document["subtitle"] = title.text
    authors = [read_author(author) for author in find_all(root, ".//titleStmt/author")]
    if authors:
        document["byline"] = authors
    for date in find_all(root, ".//bibl/date"):
        assert date.text in (date.get("when"), date.get("when-iso"))
        document["date" if date.get("type") == "published" else "updated"] = date.text
    for pointer in find_all(root, ".//sourceDesc/bibl/ptr"):
        document["url"] = pointer.get("target")
    for intro in find_all(root, ".//body/div[@type='intro']"):
        document["intro"] = [read_inline(one) for one in intro]
    for figure in find_all(root, ".//body/figure[@type='lead']"):
        document |= read_figure(figure)
    document["body"] = read_blocks(find(root, ".//body/div[@type='article']"))
    return document


def read_author(author: Any) -> dict[str, str]:
    read = {"name": find(author, ".//name").text}
    for link in find_all(author, "ref"):
        read["url"] = link.get("target", "")
    for role in find_all(author, "roleName"):
        read["role"] = role.text
    return read


def read_figure(figure: Any) -> dict[str, str]:
    names = {"head": "caption", "bibl": "credit", "figDesc": "alt"}
    read = {names[kind_of(one)]: one.text for one in figure if kind_of(one) in names}
    for graphic in find_all(figure, "graphic"):
        read["url"] = graphic.get("url")
    return read


def read_blocks(division: Any) -> list[dict[str, Any]]:
    blocks: list[dict[str, Any]] = []
    for element in division:
        kind = kind_of(element)
        if kind == "head":
            level = int(division.get("n"))
            blocks.append({"type": "heading", "level": level, "content": read_inline(element)})
        elif kind == "div":
            blocks += read_blocks(element)
        elif kind == "figure":
            blocks.append({"type": "image", **read_figure(element)})
        elif kind == "milestone":
            blocks.append({"type": "separator"})
        elif kind == "list" and element.get("type") == "related":
            blocks.append(read_related(element))
        elif kind == "list":
            blocks += read_items(element, 0)
        else:
            name = {"p": "paragraph", "quote": "quote"}[kind]
            blocks.append({"type": name, "content": read_inline(element)})
    return blocks


def read_related(element: Any) -> dict[str, Any]:
    [label] = [one.text for one in find_all(element, "head")] or [""]
    links = [{"title": one.text, "url": one.get("target", "")} for one in element.iter(f"{TEI}ref")]
    return {"type": "related", "label": label, "links": links}


def read_items(element: Any, depth: int) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = []
    for item in element:
        read: dict[str, Any] = {"type": "item", "content": read_inline(item)}
        if item.get("n") is not None:
            read["number"] = int(item.get("n"))
        if depth:
            read["depth"] = depth
        items.append(read)
        for inner in find_all(item, "list"):
            items += read_items(inner, depth + 1)
    return items


def read_inline(element: Any, **marks: bool) -> list[dict[str, Any]]:
    nodes = [text(element.text, **marks)] if element.text else []
    for inner in element:
        if kind_of(inner) == "lb":
            nodes.append({"type": "break"})
        elif kind_of(inner) == "ref":
            content = read_inline(inner, **marks)
            nodes.append({"type": "link", "url": inner.get("target", ""), "content": content})
        elif kind_of(inner) == "hi":
            mark = {"bold": "strong", "italic": "em"}[inner.get("rend")]
            nodes += read_inline(inner, **marks, **{mark: True})
        if kind_of(inner) != "list" and inner.tail:
            nodes.append(text(inner.tail, **marks))
    if nodes and "text" in nodes[-1]:  # the line of an item ends before the list in it
        nodes[-1]["text"] = nodes[-1]["text"].removesuffix("\n")
    return [node for node in nodes if node.get("text") != ""]


# ------------------------------------------------------------------------------------------- tests


@pytest.mark.parametrize("document", [WHOLE, PLAIN], ids=["whole", "plain"])
def test_a_document_is_valid_and_has_the_whole_article(document: Document) -> None:
    assert read(parse(document)) == document


@given(documents())
def test_every_document_is_valid_and_has_the_whole_article(document: Document) -> None:
    normal: Any = normalize_document(document)
    if _NOT_XML & set(json.dumps(normal, ensure_ascii=False)):
        return
    normal.pop("source", None)
    assert read(parse(normal)) == normal


def test_a_heading_ends_the_divisions_of_its_level_and_below() -> None:
    levels = [3, 4, 4, 2, 6]
    body = [{"type": "heading", "level": level, "content": [text("Head")]} for level in levels]
    document: Any = PLAIN | {"body": body}
    article = find(parse(document), ".//div[@type='article']")
    first, second = find_all(article, "div")
    assert [first.get("n"), second.get("n")] == ["3", "2"]
    assert [one.get("n") for one in find_all(first, "div")] == ["4", "4"]
    assert [one.get("n") for one in find_all(second, "div")] == ["6"]


def test_a_time_without_seconds_gets_none() -> None:
    dates = {"date": "2024-03-05T09:02", "updated": "2024-03-05T09:02:01.5+01:00"}
    published, updated = find_all(parse(PLAIN | dates), ".//bibl/date")
    assert published.get("when") is None
    assert published.get("when-iso") == dates["date"]
    assert updated.get("when") == dates["updated"]


def test_what_xml_cannot_contain_is_an_error() -> None:
    with pytest.raises(ConversionError, match=r"contains U\+FFFF"):
        render(PLAIN | {"body": [paragraph(text("a\uffff"))]}, "tei")


def test_the_schema_refuses_what_is_not_tei() -> None:
    for right, wrong in (("<body>", "<body><p>a</p>"), ("</TEI>", "<p>a</p></TEI>")):
        data = render(PLAIN, "tei").decode().replace(right, wrong)
        assert not SCHEMA.validate(etree.fromstring(data.encode()))
