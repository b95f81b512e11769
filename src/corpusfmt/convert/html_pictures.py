"""The pictures of a page that have a caption or a credit, and where each is in its text."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from corpusfmt.convert.html_captions import LEFT_OVER, Caption, caption_of, is_unseen
from corpusfmt.convert.html_facts import letters_of, line_of
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOT_OF_ARTICLE = frozenset(("a", "aside", "footer", "nav"))
_BOXES = "article", "main"
_IMAGES = ("img", "source", "amp-img")
_IMAGE_OBJECT = "ImageObject"
_WORDPRESS = "wp-caption"
_FILE = regex(r"(?i)\.(?:avif|gif|jpe?g|png|webp)\Z")
_SRCSET = regex(r"(\S+)(?:\s+[0-9.]+[hwx]\s*,?)?")
_WAYBACK = regex(r"\A(?:https?://web\.archive\.org)?/web/[0-9]{14}(?:[a-z]{2}_)?/")
_START = 60
"""How many letters and digits of a text are looked for in the page."""


class Picture(NamedTuple):
    """A picture: its URLs, its caption and credit, and the place of it among the letters."""

    urls: tuple[str, ...]
    caption: Caption
    place: int
    is_of_article: bool


class Outline(NamedTuple):
    """The letters and digits of a page in their order, the pictures and headings among them.

    ``headings`` has the letters of each ``<h1>``, where it is, and where its ``<article>`` or
    ``<main>`` begins; ``by_url`` the first picture with each URL.
    """

    letters: str
    pictures: tuple[Picture, ...]
    headings: tuple[tuple[str, int, int], ...]
    by_url: Mapping[str, Picture]

    def find_lead(self, title: str, text: str) -> Picture | None:
        """Return the first picture with a credit, or with a caption, between a title and a text.

        A picture above the title is one of these if it is in the same ``<article>`` or ``<main>``.
        """
        start = text_start = -1
        name = letters_of(title)
        for letters, place, box in self.headings:
            if letters == name:
                start = box
                text_start = self.letters.find(letters_of(text)[:_START], place + len(letters))
                break
        if start < 0 or text_start < 0:
            return None
        between: list[Picture] = []
        for picture in self.pictures:
            if picture.is_of_article and start <= picture.place <= text_start:
                between.append(picture)
        return next((one for one in between if one.caption.credit), next(iter(between), None))

    def find(self, url: str) -> Picture | None:
        """Return the first picture with a URL, or None."""
        return self.by_url.get(url_key(url))


def outline_of(tree: _Element, objects: Iterable[Mapping[str, object]]) -> Outline:
    """Return the outline of a page, whose JSON-LD has these objects."""
    declared = _declared_captions(objects)
    boxes = _find_boxes(tree)
    found: list[tuple[_Element, int]] = []
    headings: list[tuple[str, int, int]] = []
    pieces: list[str] = []
    length = 0
    starts: dict[_Element, int] = {}
    for element, text in _walk(tree):
        if element is not None and element in boxes:
            found.append((element, length))
        elif element is not None and element.tag in _BOXES:
            starts[element] = length
        elif element is not None and element.tag == "h1":
            headings.append(_heading(element, length, starts))
        letters = letters_of(text)
        pieces.append(letters)
        length += len(letters)
    pictures = (_picture(box, place, declared) for box, place in found)
    kept = tuple(filter(None, pictures))
    return Outline("".join(pieces), kept, tuple(headings), _by_url(kept))


def _by_url(pictures: Iterable[Picture]) -> dict[str, Picture]:
    found: dict[str, Picture] = {}
    for picture in pictures:
        for url in picture.urls:
            found.setdefault(url, picture)
    return found


def _heading(element: _Element, place: int, starts: Mapping[_Element, int]) -> tuple[str, int, int]:
    """Return the letters of a heading, its place, and where the box around it begins."""
    box = next((one for one in element.iterancestors(*_BOXES) if one in starts), None)
    letters = letters_of(line_of("".join(element.itertext())))
    return letters, place, place if box is None else starts[box]


def url_key(url: str) -> str:
    """Return a URL without the query, if that is only about the size of a file.

    Pages of the Wayback Machine have URLs of several kinds for one file.
    """
    url = _WAYBACK.sub("", url.strip())
    path = url.partition("#")[0].partition("?")[0]
    return path if _FILE.search(path) else url


def _walk(tree: _Element) -> Iterator[tuple[_Element | None, str]]:
    """Yield each element that is shown with its text, and the texts after elements."""
    from lxml import etree

    walk = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start" and (element.tag == "head" or is_unseen(element)):
            walk.skip_subtree()
        elif event == "start":
            yield element, element.text or ""
        else:
            yield None, element.tail or ""


def _find_boxes(tree: _Element) -> set[_Element]:
    """Return the elements that are around one picture, and images that are not in one."""
    boxes: set[_Element] = set()
    outer: set[_Element] = set()
    for box in filter(_is_box, tree.iter()):
        boxes.add(box)
        for ancestor in box.iterancestors():
            if ancestor in outer:
                break
            outer.add(ancestor)
    inner = boxes - outer
    for box in _boxes_of_loose_captions(tree):
        inner.difference_update(box.iterdescendants())
        inner.add(box)
    images = (one for one in tree.iter(*_IMAGES) if inner.isdisjoint(one.iterancestors()))
    return inner | {*images}


def _is_box(element: _Element) -> bool:
    if element.tag == "figure":
        return True
    classes = element.get("class") or ""
    if _WORDPRESS in classes and _WORDPRESS in classes.split():
        return True
    return (element.get("itemtype") or "").endswith(_IMAGE_OBJECT)


def _boxes_of_loose_captions(tree: _Element) -> Iterator[_Element]:
    """Yield what is around a picture and a ``<figcaption>`` that is not in its ``<figure>``."""
    for caption in tree.iter("figcaption"):
        box = caption.getparent()
        if box is None or next(caption.iterancestors("figure"), None) is not None:
            continue
        if len([*islice(box.iter("figure", "figcaption"), 3)]) < 3:
            yield box


def _picture(box: _Element, place: int, declared: Mapping[str, Caption]) -> Picture | None:
    urls = tuple(dict.fromkeys(_urls_of(box)))
    caption = caption_of(box)
    known = next((declared[url] for url in urls if url in declared), None)
    if known is not None:
        caption = _with_declared(caption, known)
    has_picture = bool(urls) or next(box.iter("figcaption"), None) is not None  # a background
    if not has_picture or not (caption.caption or caption.credit):
        return None
    is_of_article = next(box.iterancestors(*_NOT_OF_ARTICLE), None) is None
    return Picture(urls, caption, place, is_of_article)


def _with_declared(written: Caption, declared: Caption) -> Caption:
    """Return a caption with what JSON-LD has of it besides."""
    shown = written.shown | declared.shown
    if written.credit:
        is_same = letters_of(written.credit) == letters_of(declared.credit)
        credit = declared.credit if is_same else written.credit
        return Caption(written.caption or declared.caption, credit, shown)
    before = written.caption.removesuffix(declared.credit)
    if before != written.caption:
        return Caption(before.rstrip(LEFT_OVER), declared.credit, shown)
    is_whole = letters_of(declared.credit) in letters_of(written.caption)
    if is_whole and not declared.caption:  # the caption has the credit, at a place unknown
        return written
    caption = declared.caption if is_whole else written.caption or declared.caption
    return Caption(caption, declared.credit, shown)


def _urls_of(box: _Element) -> Iterator[str]:
    """Yield the URLs that the images of a box have, in attributes with any name."""
    for image in box.iter(*_IMAGES):
        for name, value in image.items():
            if name.endswith("srcset"):
                for url in _SRCSET.findall(value):
                    yield url_key(url.rstrip(","))
            elif name == "src" or name.startswith("data-"):
                yield url_key(value)


def _declared_captions(objects: Iterable[Mapping[str, object]]) -> dict[str, Caption]:
    """Return the captions of the pictures in JSON-LD that have a credit, by their URLs."""
    found: dict[str, Caption] = {}
    for image in _image_objects(objects):
        credit = _line(image, "creditText") or _line(image, "copyrightNotice")
        if not credit:
            continue
        caption = _line(image, "caption")
        shown = frozenset(filter(None, map(letters_of, (caption, credit, caption + credit))))
        for name in ("contentUrl", "url"):
            url = _line(image, name)
            if url:
                found.setdefault(url_key(url), Caption(caption, credit, shown))
    return found


def _image_objects(objects: Iterable[Mapping[str, object]]) -> Iterator[Mapping[str, object]]:
    waiting: deque[object] = deque(objects)
    while waiting:
        value = waiting.popleft()
        if isinstance(value, list):
            waiting.extendleft(reversed(value))
        elif isinstance(value, dict):
            kind = value.get("@type")
            if _IMAGE_OBJECT in (kind if isinstance(kind, list) else [kind]):
                yield value
            else:
                waiting.extendleft(reversed(value.values()))


def _line(image: Mapping[str, object], name: str) -> str:
    value = image.get(name)
    return line_of(value) if isinstance(value, str) else ""
