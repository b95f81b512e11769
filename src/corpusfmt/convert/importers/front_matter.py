"""``--from front-matter``: Markdown with YAML front matter, as trafilatura or Hugo write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpusfmt.convert.foreign_article import FieldProblem, ForeignArticle
from corpusfmt.convert.importer import FoundArticle, ImportOptions, TextImporter
from corpusfmt.convert.markdown_body import read_markdown
from corpusfmt.convert.unheld import describe_unheld, find_unheld
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    from yaml import Node

_FRONT = regex(
    r"---[ \t]*\n((?>(?:(?!(?:---|\.\.\.)[ \t]*\n)[^\n]*\n)*))(?:---|\.\.\.)[ \t]*(?:\n|$)"
)
_LINES = {
    "title": ("title", "headline"),
    "subtitle": ("subtitle",),
    "caption": ("caption",),
    "credit": ("credit",),
}
_DATES = {
    "date": ("date", "published", "publishdate", "pubdate"),
    "updated": ("lastmod", "updated", "last_modified_at"),
}
_AUTHORS = ("authors", "author", "byline")
_URLS = ("original_url", "source_url", "canonical_url", "url", "link")
_SEPARATOR = ";"
_SCHEME = regex(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


class _Value(NamedTuple):
    """A value of the front matter: strings, and where it is."""

    strings: tuple[str, ...]
    span: tuple[int, int]


def read(text: str, options: ImportOptions) -> Iterator[FoundArticle]:
    """Yield the one article of a file."""
    article = ForeignArticle(midnight_is_day=True)
    match = _FRONT.match(text)
    if match is None:
        problem = FieldProblem((0, 0), "no front matter", "--- on line 1, and after the values")
        article.problems.append(problem)
        yield FoundArticle(article, (0, len(text)))
        return
    values = _read_values(match[1], match.start(1), article)
    _fill_header(article, values)
    lost = find_unheld(text[match.end() :])
    if lost:
        place = min(text.index(one, match.end()) for one in lost)
        problem = FieldProblem((place, place + 1), describe_unheld(lost), is_warning=True)
        article.problems.append(problem)
    body = read_markdown(_without_title(text[match.end() :], article))
    article.add_blocks(body["body"], (match.end(), len(text)))
    yield FoundArticle(article, (0, len(text)))


def _fill_header(article: ForeignArticle, values: dict[str, _Value]) -> None:
    for name, keys in _LINES.items():
        for value in _first(values, keys):
            article.set_line(name, " ".join(value.strings), value.span)
    for value in _first(values, _AUTHORS):
        names = value.strings if len(value.strings) > 1 else value.strings[0].split(_SEPARATOR)
        for name in names:
            article.add_author(name, value.span)
    for name, keys in _DATES.items():
        for value in _first(values, keys):
            article.set_date(name, value.strings[0], value.span)
    for value in _urls(values)[:1]:
        article.set_url(value.strings[0], value.span)


def _urls(values: dict[str, _Value]) -> list[_Value]:
    """Return the values that are URLs; that of Hugo can be a path."""
    found = [values[key] for key in _URLS if key in values]
    return [value for value in found if _SCHEME.match(value.strings[0])]


def _without_title(body: str, article: ForeignArticle) -> str:
    """Return a body without a first line that is the title as a heading of level 1."""
    line, _, rest = body.lstrip("\n").partition("\n")
    if line.startswith("# ") and article.is_title(line[2:]):
        return rest
    return body


def _first(values: dict[str, _Value], keys: tuple[str, ...]) -> Iterator[_Value]:
    """Yield the value of the first of some keys that is there."""
    for key in keys:
        if key in values:
            yield values[key]
            return


def _read_values(text: str, offset: int, article: ForeignArticle) -> dict[str, _Value]:
    """Return the values by their keys in lower case; note a problem if the text is not YAML."""
    from yaml import BaseLoader, MappingNode, MarkedYAMLError, YAMLError, compose

    try:
        root = compose(text, BaseLoader)
    except (YAMLError, RecursionError) as error:
        place = offset
        if isinstance(error, MarkedYAMLError) and error.problem_mark is not None:
            place += error.problem_mark.index
        reason = getattr(error, "problem", None) or "nested too deep"
        problem = FieldProblem((place, place + 1), f"unreadable front matter: {reason}", "YAML")
        article.problems.append(problem)
        return {}
    if not isinstance(root, MappingNode):
        message = "the front matter is not a mapping"
        problem = FieldProblem((offset, offset + 1), message, "a key and a value on each line")
        article.problems.append(problem)
        return {}
    found: dict[str, _Value] = {}
    for key, node in root.value:
        strings = tuple(_strings(node))
        if strings:
            span = (offset + node.start_mark.index, offset + node.end_mark.index)
            found.setdefault(str(key.value).casefold(), _Value(strings, span))
    return found


def _strings(node: Node) -> Iterator[str]:
    """Yield the strings of a value; an author can be a mapping with a name."""
    from yaml import MappingNode, ScalarNode, SequenceNode

    if isinstance(node, ScalarNode):
        if node.value.strip() and node.value not in ("null", "~"):
            yield node.value
    elif isinstance(node, SequenceNode):
        for member in node.value:
            if not isinstance(member, SequenceNode):
                yield from _strings(member)
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            if key.value == "name" and isinstance(value, ScalarNode):
                yield value.value


def recognises(text: str) -> bool:
    """Return whether a text begins with front matter that has a title."""
    match = _FRONT.match(text)
    if match is None:
        return False
    return any(line.startswith("title:") for line in match[1].lower().split("\n"))


IMPORTER = TextImporter(
    name="front-matter",
    title="Markdown with front matter",
    summary="Markdown with YAML front matter, as trafilatura, Hugo and Jekyll have it",
    definition="[CommonMark 0.31](https://spec.commonmark.org/0.31.2/), "
    "[YAML 1.2](https://yaml.org/spec/1.2.2/)",
    checked_by="trafilatura",
    suffixes=(".md", ".markdown"),
    read=read,
    recognises=recognises,
    extra="yaml",
    modules=("yaml",),
    reads={
        "title": "`title` or `headline`",
        "subtitle": "`subtitle`",
        "byline": "`authors`, `author` or `byline`: a list, or names separated by `;`",
        "date": "`date`, `published`, `publishDate` or `pubDate`; midnight is a day",
        "updated": "`lastmod`, `updated` or `last_modified_at`",
        "caption": "`caption`, with a credit",
        "credit": "`credit`",
        "url": "`original_url`, `source_url`, `canonical_url`, `url` or `link`, if it has a scheme",
        "body": "the Markdown, read as the body of an article; a first heading that is the title "
        "is removed",
    },
    leaves={"other keys": "have no field"},
)
