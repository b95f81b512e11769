"""Paragraphs that a page has without an element for them.

In HTML, text and the links and marks in it are a paragraph also where they are directly in a
``<div>``: a run of phrasing content that is not interrupted by other content
([HTML, 3.2.5.4](https://html.spec.whatwg.org/multipage/dom.html#paragraphs)). trafilatura makes a
paragraph of each link there and one of each text between them, and loses the spaces around links.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from corpusfmt.text.named_tuples import NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

_BOXES = ("div", "article", "section", "main", "td", "center")
_PHRASING = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em"),
        *("font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike"),
        *("strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    )
)
_START = 6
"""The characters by which a run is found; a paragraph that has fewer is not looked for."""

_MOST_TRIED = 200
"""How many runs with the same start a paragraph is compared with: pages have them in one order."""


class Run(NamedTuple):
    """The text of a run without its white space, and where there was white space in it."""

    letters: str
    spaces: frozenset[int]


def find_runs(tree: _Element) -> list[Run]:
    """Return the runs of text with links or marks that are directly in a box, up to a break."""
    return [run for box in tree.iter(*_BOXES) for run in _runs_of(box)]


def _runs_of(box: _Element) -> Iterator[Run]:
    texts = [box.text or ""]
    for child in box:
        if _is_phrasing(child):
            texts += ("".join(child.itertext()), child.tail or "")
            continue
        yield from _run_of(texts)
        texts = [child.tail or ""]
    yield from _run_of(texts)


def _is_phrasing(element: _Element) -> bool:
    """Return whether an element can be in a paragraph, with all that it has."""
    return all(isinstance(one.tag, str) and one.tag in _PHRASING for one in element.iter())


def _run_of(texts: list[str]) -> Iterator[Run]:
    if len([text for text in texts if text.strip()]) > 1:
        words = "".join(texts).split()
        spaces = set()
        length = 0
        for word in words:
            spaces.add(length)
            length += len(word)
        yield Run("".join(words), frozenset(spaces))


def join_runs(body: _Element, runs: Iterable[Run]) -> None:
    """Join the paragraphs of a body that are parts of one run, with the spaces that it has."""
    by_start: dict[str, list[Run]] = {}
    for run in runs:
        by_start.setdefault(run.letters[:_START], []).append(run)
    if not by_start:
        return
    _mark_loose_text(body)
    paragraph = body.find("p")
    while paragraph is not None:
        letters = _letters(paragraph)
        likely = by_start.get(letters[:_START], [])
        for number, run in enumerate(likely[:_MOST_TRIED]):
            if run.letters.startswith(letters):
                if _join(paragraph, run):
                    del likely[number]
                break
        paragraph = next(paragraph.itersiblings("p"), None)


def _mark_loose_text(body: _Element) -> None:
    """Put text that is directly in a body, after an element, into a paragraph."""
    for element in list(body):
        if (element.tail or "").strip():
            paragraph = body.makeelement("p")
            paragraph.text, element.tail = element.tail, None
            element.addnext(paragraph)


def _letters(element: _Element) -> str:
    return "".join("".join(element.itertext()).split())


def _join(paragraph: _Element, run: Run) -> bool:
    """Add the paragraphs that follow to one, as far as they go on with its run.

    Return whether the paragraph has the whole run then.
    """
    place = _space(paragraph, 0, run)
    following = paragraph.getnext()
    while following is not None and following.tag == "p":
        letters = _letters(following)
        if not letters or not run.letters.startswith(letters, place):
            break
        if place not in run.spaces and _are_apart(run.letters[place - 1], letters[0]):
            break  # by a style sheet
        end = _space(following, place, run)
        space = " " if place in run.spaces else ""
        _add_text(paragraph, space + (following.text or ""))
        paragraph.extend(list(following))
        following.getparent().remove(following)
        place, following = end, paragraph.getnext()
    return place == len(run.letters)


def _are_apart(before: str, letter: str) -> bool:
    """Return whether a letter or digit without a space before it begins another word."""
    return before.isalnum() and (letter.isupper() or letter.isdigit())


def _add_text(element: _Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _ends_with_word(text: str) -> bool:
    return bool(text) and not text[-1].isspace()


def _space(element: _Element, place: int, run: Run) -> int:
    """Write the spaces that a run has around the links and marks of an element; return its end."""
    before = element.text or ""
    place += len("".join(before.split()))
    for index, child in enumerate(element):
        is_first = index == 0
        if _ends_with_word(before) and place in run.spaces:
            _set_text(element, None if is_first else element[index - 1], before + " ")
        place += len(_letters(child))
        tail = child.tail or ""
        if tail and not tail[0].isspace() and place in run.spaces:
            child.tail = f" {tail}"
        before = child.tail or ""
        place += len("".join(before.split()))
    return place


def _set_text(element: _Element, child: _Element | None, text: str) -> None:
    """Set the text of an element after one of its children, or before the first of them."""
    if child is None:
        element.text = text
    else:
        child.tail = text
