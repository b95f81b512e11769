"""Lines of a page that are a list of keywords with its label, or a row of navigation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from corpusfmt.rules._shared.boilerplate_phrases import bare_words, is_whole_block, phrases
from corpusfmt.rules._shared.prose import STOPS
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.text.characters import words_of_lines
from corpusfmt.text.patterns import regex

FEWEST_LABELS = 3
_LONGEST_LABEL = 30

_FEWEST_WORDS = 3
"""The fewest words of a row of navigation after the front page."""

_SEPARATING = regex("[|>»›/·•→]")
_SEPARATOR = regex(rf"\s*{_SEPARATING.pattern}\s*")
_MARKS = " *•–—-#[("


def is_row(text: str) -> bool:
    """Return whether a short text that is not empty is such a line, or a row of buttons."""
    if is_row_of_buttons(text) or _is_row_of_languages(text):
        return True
    if text[-1] in STOPS or not (":" in text or "：" in text or _is_front_page(text)):
        return False
    words = text.lower()
    label, colon, _ = words.replace("：", ":").partition(":")
    if colon and label.strip(_MARKS) in _TAG_LABELS:
        return True
    return words.startswith(_FRONT_PAGES) and _is_navigation(words)


def is_row_of_buttons(text: str) -> bool:
    """Return whether a text is names of networks and other buttons that share a page."""
    if text.partition(" ")[0].lower() not in _BUTTONS or text.count(" ") < _FEWEST_BUTTONS - 1:
        return False
    words = _SPACES.split(text.lower())
    return _BUTTONS.issuperset(words) and len(_NETWORKS.intersection(words)) > 1


def _is_row_of_languages(text: str) -> bool:
    """Return whether a text is the names of languages, in which the page is available."""
    if _SEPARATING.search(text) is None:  # as most
        return False
    parts = _SEPARATOR.split(text.lower().strip(_MARKS))
    return len(parts) >= FEWEST_LABELS and _LANGUAGES.issuperset(parts)


def _is_front_page(text: str) -> bool:
    """Return whether a text may begin with a name of the front page: a fast test."""
    return text[:_HEAD].lower() in _FRONT_HEADS or text[:1] in _FRONT_HEADS


def _is_navigation(words: str) -> bool:
    parts = _SEPARATOR.split(words, maxsplit=1)
    if len(parts) > 1 and parts[0] in _FRONT_PAGES:
        return True
    _, *others = words.split()
    return len(others) >= _FEWEST_WORDS and _NAVIGATION_WORDS.issuperset(others)


def rows_of_labels(candidates: list[tuple[int, str]]) -> Iterator[int]:
    """Yield the numbers of the labels of buttons that form a row and differ enough."""
    row: dict[int, str] = {}
    for number, text in candidates:
        if len(text) > _LONGEST_LABEL or not _is_button(bare_words(text)):
            continue
        if row and number - 1 not in row:
            yield from _buttons(row)
            row = {}
        row[number] = bare_words(text)
    yield from _buttons(row)


def _buttons(row: dict[int, str]) -> Iterable[int]:
    """Return the numbers of a row of labels, or none where it has too few different ones."""
    labels = set(row.values())
    is_row = len(labels) >= FEWEST_LABELS and not phrases("labels").isdisjoint(labels)
    return row if is_row else ()


def _is_button(words: str) -> bool:
    return words in phrases("labels") or is_whole_block(words)


_TAG_LABELS = frozenset(read_list("tag_labels"))
_ROWS = read_list("navigation_words")
_FRONT_PAGES = tuple(word[1:] for word in _ROWS if word[0] == ">")
_LANGUAGES = frozenset(read_list("names_of_languages"))
_HEAD = 2
_FEWEST_BUTTONS = 4
_SPACES = regex(r"[\s|•·,/-]+")
_NETWORKS = frozenset(read_list("boilerplate_networks"))
_BUTTONS = _NETWORKS.union(
    [label for label in read_list("boilerplate_labels") if " " not in label],
    ["article", "link", "copy", "more", "this", "sms", "text", "by", "via", "on", "to"],
)


@cache
def words_of_rows() -> frozenset[bytes]:
    """Return the words of which each such line has one, in lower case and UTF-8: a fast test."""
    labels = [max(line, key=len) for line in words_of_lines("\n".join(sorted(_TAG_LABELS)))]
    others = [word.removeprefix(">") for word in _ROWS] + sorted(_NETWORKS) + sorted(_LANGUAGES)
    return frozenset(labels).union(*words_of_lines("\n".join(others)))


_FRONT_HEADS = frozenset(word[:_HEAD] for word in _FRONT_PAGES)
_NAVIGATION_WORDS = frozenset(_ROWS)
