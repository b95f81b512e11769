"""The caption and the credit of a picture, as the elements of a page mark them.

HTML has ``<figcaption>``, and nothing of its own for a credit. Pages mark it by a class
(``credit``, ``photo__copyright``), by a property of schema.org (``copyrightHolder``), or with
``<cite>``. A ``<small>``, which HTML has for copyrights and for other small print, and a caption
without marks are only divided where a line of canonical text is, too: ``Photo: Ada Brook``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from corpusfmt.convert.html_facts import letters_of, line_of
from corpusfmt.syntax.credit import Around, find_credit
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    from lxml.etree import _Element

_WORD = regex("[A-Z]?[a-z]+|[A-Z]+")
_CREDIT = frozenset(
    (
        *("attribution", "copyright", "copyrights", "copyrightholder", "credit", "creditline"),
        *("credito", "creditos", "credits", "credittext", "crédit", "crédits", "photographer"),
    )
)
_CREDIT_IN_CAPTION = _CREDIT | {"author", "source"}
"""What a class has that is of a credit; the last two only inside of a caption."""

_CAPTION = frozenset(("caption", "captions", "cutline", "figcaption", "legend", "legende"))
_AROUND = _CAPTION | {"area", "block", "box", "container", "group", "row", "wrap", "wrapper"}
"""What a class has that can be of an element with more than the credit."""

_OTHERWISE = frozenset(("has", "hide", "hidden", "no", "with", "without"))
"""What a class has that is about a caption with or without a credit, not about the credit."""

_PROPERTIES = frozenset(("copyrightHolder", "copyrightNotice", "creditText", "creator"))
_CAPTION_PROPERTIES = frozenset(("caption", "description"))
_UNSEEN = frozenset(
    ("button", "iframe", "noscript", "script", "select", "style", "svg", "template", "video")
)
_FOR_READERS = frozenset(
    ("off-screen", "screen-reader-text", "sr-only", "visually-hidden", "visuallyhidden")
)
"""The classes of labels that only a screen reader says."""

_MOST_CREDITS = 8
LEFT_OVER = " |/–—-·•(["
"""What is between a caption and a credit that is removed."""

_EMPTY_BRACKETS = regex(r"\(\s*\)|\[\s*\]")


class Caption(NamedTuple):
    """A caption and a credit, each "" if it is not there, and how the page shows them.

    ``shown`` has the letters of the texts that are repeated where the picture is read as text.
    """

    caption: str
    credit: str
    shown: frozenset[str]


def caption_of(box: _Element) -> Caption:
    """Return the caption and the credit of a ``<figure>``, or of another box with a picture."""
    written = _caption_element(box)
    credits_found = _credits_in(box, written)
    names = list(map(_text_of, credits_found))
    credit = ", ".join(_without_repeated(names))
    caption = "" if written is None or written in credits_found else _text(written, credits_found)
    if credits_found:
        caption = _EMPTY_BRACKETS.sub("", caption).rstrip(LEFT_OVER).lstrip(")] ")
    else:
        caption, credit = _divided(caption)
    if not letters_of(caption):
        caption = ""  # what is left of the line, such as a full stop
    pieces = [box, *credits_found] if written is None else [box, written, *credits_found]
    shown = {caption, credit, *names}
    for piece in pieces:
        shown |= {_text(piece, []), line_of("".join(piece.itertext()))}
    letters = set(map(letters_of, shown))
    return Caption(caption, credit, frozenset(letters - {""}))


def _without_repeated(names: list[str]) -> list[str]:
    """Return names without those that another one has in it."""
    kept: list[str] = []
    for name in sorted(dict.fromkeys(names), key=len, reverse=True):
        letters = letters_of(name)
        if letters and not any(letters in letters_of(other) for other in kept):
            kept.append(name)
    return sorted(kept, key=names.index)


def _caption_element(box: _Element) -> _Element | None:
    found = next(box.iter("figcaption"), None)
    if found is not None:
        return None if found.get("hidden") is not None else found
    for element in box.iter():
        if element is box or not isinstance(element.tag, str):
            continue
        is_named = element.get("itemprop") in _CAPTION_PROPERTIES and element.tag != "meta"
        if is_named or any(map(_names_caption, _classes(element))):
            return element
    return None


def _names_caption(name: str) -> bool:
    """Return whether a class is that of a caption, not that of a credit below one."""
    words = set(_words(name))
    return bool(words & _CAPTION) and words.isdisjoint(_CREDIT_IN_CAPTION)


def _credits_in(box: _Element, caption: _Element | None) -> list[_Element]:
    """Return the elements of a box that are marked as credit, none of them in another.

    A box with very many is not around one picture; none of them counts.
    """
    found: list[_Element] = []
    for element in box.iter():
        if len(found) > _MOST_CREDITS:
            return []
        if element is box or not isinstance(element.tag, str) or _is_in(element, found):
            continue
        is_inside = caption is not None and _is_in(element, [caption])
        if element is caption:
            if _is_credit_alone(element):
                found.append(element)
        elif _is_credit(element, is_inside=is_inside) and _text_of(element):
            found.append(element)
    return found


def _is_in(element: _Element, boxes: list[_Element]) -> bool:
    return any(one in boxes for one in element.iterancestors())


def _is_credit_alone(caption: _Element) -> bool:
    """Return whether a whole caption is marked as a credit."""
    return any(
        _names_credit(name, _CREDIT) and not _CAPTION & set(_words(name))
        for name in _classes(caption)
    )


def _is_credit(element: _Element, *, is_inside: bool) -> bool:
    if element.tag == "small":
        return is_inside and _divided(_text(element, []))[0] == ""
    if element.get("itemprop") in _PROPERTIES or (is_inside and element.tag == "cite"):
        return True
    known = _CREDIT_IN_CAPTION if is_inside else _CREDIT
    marked = [name for name in _classes(element) if _names_credit(name, known)]
    if not marked:
        return False
    words = set(_words(" ".join(marked)))
    return words.isdisjoint(_AROUND) or not _has_marked(element)


def _divided(line: str) -> tuple[str, str]:
    """Return the caption and the credit of a line that surely has one, as in canonical text."""
    found = find_credit(line, Around({}, ()))
    if found is None or found.grade != "certain":
        return line, ""
    return found.caption or "", found.credit


def _has_marked(element: _Element) -> bool:
    """Return whether a credit is marked inside of an element, which then has more than that."""
    for inner in element.iterdescendants():
        if isinstance(inner.tag, str) and any(
            _names_credit(name, _CREDIT) for name in _classes(inner)
        ):
            return True
    return False


def _names_credit(name: str, known: frozenset[str]) -> bool:
    words = set(_words(name))
    return bool(words & known) and not words & _OTHERWISE


def _words(name: str) -> list[str]:
    return list(map(str.lower, _WORD.findall(name)))


def _classes(element: _Element) -> list[str]:
    return (element.get("class") or "").split()


def _text_of(element: _Element) -> str:
    """Return the text of an element, or the content of a ``<meta>``."""
    if element.tag == "meta":
        return line_of(element.get("content") or "")
    return _text(element, [])


def _text(element: _Element, without: list[_Element]) -> str:
    """Return what a page shows of an element, without some that are in it."""
    return line_of("".join(_pieces(element, without)))


def _pieces(element: _Element, without: list[_Element]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child not in without and not is_unseen(child):
            yield from _pieces(child, without)
        if child.tag == "br":
            yield " "
        yield child.tail or ""


def is_unseen(element: _Element) -> bool:
    """Return whether a page does not show an element: a script, a comment, or what is hidden."""
    if not isinstance(element.tag, str) or element.tag in _UNSEEN:
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    return not _FOR_READERS.isdisjoint(cast("str", element.get("class") or "").split())
