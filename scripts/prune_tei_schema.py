"""Write the part of the RELAX NG schema of TEI that the tests of ``--to tei`` need.

    python scripts/prune_tei_schema.py tei_all.rng tests/convert/definitions/tei.rng

The schema of all of TEI has a megabyte, and lxml takes seven seconds to read it. Elements and
attributes that ``convert`` does not write are replaced by ``notAllowed``, and what that makes
impossible is removed. So what is valid against the result is valid against the whole schema.

A URI is a token in the result: libxml2 refuses some texts as URIs (``https://a.example/[``), while
XML Schema allows each (https://www.w3.org/TR/xmlschema11-2/#anyURI).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

_RNG = "{http://relaxng.org/ns/structure/1.0}"

_ELEMENTS = frozenset(
    [
        "TEI",
        "author",
        "bibl",
        "body",
        "date",
        "div",
        "fileDesc",
        "figDesc",
        "figure",
        "graphic",
        "head",
        "hi",
        "item",
        "lb",
        "list",
        "milestone",
        "name",
        "p",
        "ptr",
        "publicationStmt",
        "quote",
        "ref",
        "roleName",
        "sourceDesc",
        "teiHeader",
        "text",
        "title",
        "titleStmt",
    ]
)
_ATTRIBUTES = frozenset(
    ["level", "n", "ref", "rend", "target", "type", "unit", "url", "when", "when-iso"]
)

_OPTIONAL = ("optional", "zeroOrMore")
_FAILING = ("group", "interleave", "oneOrMore", "list", "mixed", "define", "start")
"""What is not allowed if one of its parts is not."""


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("schema", type=Path, help="tei_all.rng")
    parser.add_argument("result", type=Path)
    arguments = parser.parse_args()
    ElementTree.register_namespace("", _RNG.strip("{}"))
    tree = ElementTree.parse(arguments.schema)
    grammar = tree.getroot()
    prune(grammar)
    ElementTree.indent(tree)
    tree.write(arguments.result, encoding="utf-8", xml_declaration=True)
    return 0


def prune(grammar: Element) -> None:
    """Remove what is not written from a grammar."""
    _remove_others(grammar)
    impossible: set[str] = set()
    while True:
        _simplify(grammar, impossible)
        found = {define.get("name", "") for define in _defines(grammar) if _fails(define)}
        if found == impossible:
            break
        impossible = found
    needed = _reachable(grammar)
    for define in _defines(grammar):
        if define.get("name") not in needed:
            grammar.remove(define)


def _defines(grammar: Element) -> list[Element]:
    return grammar.findall(f"{_RNG}define")


def _remove_others(parent: Element) -> None:
    """Remove what is not of RELAX NG, and replace what is not written by ``notAllowed``."""
    for index, child in reversed([*enumerate(parent)]):
        if not isinstance(child.tag, str) or not child.tag.startswith(_RNG):
            parent.remove(child)
        elif _is_unused(child):
            parent[index] = Element(f"{_RNG}notAllowed")
        else:
            if child.get("type") == "anyURI":
                child.set("type", "token")
            _remove_others(child)


def _is_unused(pattern: Element) -> bool:
    name = pattern.get("name")
    if pattern.tag == f"{_RNG}element":
        return name not in _ELEMENTS
    return pattern.tag == f"{_RNG}attribute" and name not in _ATTRIBUTES


def _simplify(pattern: Element, impossible: set[str]) -> None:
    """Remove the parts of a pattern that are not allowed, from the inside to the outside."""
    for index, child in reversed([*enumerate(pattern)]):
        _simplify(child, impossible)
        kind = child.tag.removeprefix(_RNG)
        if kind == "ref" and child.get("name") in impossible:
            pattern[index] = Element(f"{_RNG}notAllowed")
        elif kind in _OPTIONAL and _fails(child):
            pattern[index] = Element(f"{_RNG}empty")
        elif kind not in ("define", "element", "attribute") and _fails(child):
            pattern[index] = Element(f"{_RNG}notAllowed")
        elif kind == "choice":
            for option in child.findall(f"{_RNG}notAllowed"):
                child.remove(option)


def _fails(pattern: Element) -> bool:
    """Return whether nothing matches a pattern."""
    kind = pattern.tag.removeprefix(_RNG)
    parts = [child.tag == f"{_RNG}notAllowed" for child in pattern]
    if kind == "choice":
        return bool(parts) and all(parts)
    return kind in (*_FAILING, *_OPTIONAL) and any(parts)


def _reachable(grammar: Element) -> set[str]:
    """Return the names of the definitions that the start refers to."""
    by_name = {define.get("name", ""): define for define in _defines(grammar)}
    start = grammar.find(f"{_RNG}start")
    pending = [] if start is None else [start]
    found: set[str] = set()
    while pending:
        for reference in pending.pop().iter(f"{_RNG}ref"):
            name = reference.get("name", "")
            if name not in found:
                found.add(name)
                pending.append(by_name[name])
    return found


if __name__ == "__main__":
    sys.exit(main())
