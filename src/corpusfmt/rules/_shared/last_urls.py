"""The URL of the article where it is the last block, and has no label `Original url:`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpusfmt.lint import Context
from corpusfmt.rules._shared.slugs import slug_of, spellings
from corpusfmt.rules._shared.urls import path_of
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.syntax.date_order import host_of
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    from corpusfmt.model.document import LinkNode, Node

_ADDRESS = regex(
    r"(?>(?P<label>[^\n:]{1,40}[:：](?!//)[^\S\n]*+)?)<?(?P<address>https?://[^\s<>]++)>?",
    re.ASCII,
)
_CERTAIN = regex(
    r"(?:(?:article|canonical|full|original|page|source|story|web)[ _-]?)?(?:url|permalink)"
    r"|original(?: (?:article|link|page|post|source|story))?"
    r"|originally (?:published|appeared|posted)(?: (?:at|in|on))?"
)
_LONGEST_LABEL = 50
"""The characters of a text before a link that is too long for a label."""

_EMBEDDED = tuple(f".{host}" for host in read_list("embedding_hosts"))


class LastUrl(NamedTuple):
    """The URL that is the last block, its label or "", and whether it is surely the article's."""

    address: str
    label: str
    is_certain: bool


class _Last(NamedTuple):
    """The URL that is the last block, and the label before it; "" where there is none."""

    address: str
    label: str


def unlabelled_url(context: Context) -> LastUrl | None:
    """Return the URL that is the last block and is, or may be, the article's; None without one."""
    document = context.reading.document
    body = document["body"]
    if "url" in document or len(body) < 2 or body[-1]["type"] != "paragraph":
        return None
    last = _last(body[-1]["content"])
    if last is None:
        return None
    is_certain = _is_certain(last, document.get("title", ""))
    if is_certain or (not last.label and _may_be_own(last.address, context.texts[-2])):
        return LastUrl(*last, is_certain)
    return None


def _last(content: Sequence[Node]) -> _Last | None:
    """Return the URL that a paragraph is: as text, a link, or a label and a link."""
    *before, node = content
    if node["type"] == "text" and not before:
        return _read_text(node["text"])
    if node["type"] != "link" or len(before) > 1:
        return None
    if not before:
        return _read_link("", node)
    label = before[0]
    return _read_link(label["text"], node) if label["type"] == "text" else None


def _read_text(text: str) -> _Last | None:
    """Return the URL that a text consists of, but for a label before it."""
    match = _ADDRESS.fullmatch(text)
    if match is None:
        return None
    label = f"“{match['label'].strip()}”" if match["label"] else ""
    return _Last(match["address"], label)


def _read_link(label: str, link: LinkNode) -> _Last | None:
    """Return the URL of a link that shows it, or whose text is a label of the article's URL."""
    shown, url = link["content"][0]["text"], link["url"]
    if shown in url and "." in shown:
        return _read_text(label + url) if len(label) < _LONGEST_LABEL else None
    is_label = not label and _CERTAIN.fullmatch(shown.lower().strip(" :"))
    if not is_label or not path_of(url):
        return None
    return _Last(url, f"“{shown}”")


def _is_certain(last: _Last, title: str) -> bool:
    """Return whether a URL is surely the article's: labelled, or with words of the title."""
    if _CERTAIN.fullmatch(last.label.lower().strip(" “”:：")):
        return True
    return len(spellings(title).intersection(slug_of(last.address))) >= 2


def _may_be_own(address: str, before: str) -> bool:
    """Return whether an unlabelled URL may be the article's, by host, path and context."""
    host = host_of(address)
    is_embedded = f".{host}".endswith(_EMBEDDED)
    announced = before.rstrip().endswith((":", "：")) or before.startswith(("http://", "https://"))
    return len(path_of(address)) > 1 and not is_embedded and not announced
