"""When an article was published, as its page declares it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from corpusfmt.convert.foreign_dates import read_foreign_date

if TYPE_CHECKING:
    from lxml.etree import _Element

_FIRST = ("article:published_time", "datePublished")
_NAMES = frozenset(
    (
        *("article:published", "article:published_time", "article_date_original"),
        *("cxenseparse:recs:publishtime", "date_published", "datepublished", "dc.date.issued"),
        *("dcterms.issued", "firstpublishedtime", "og:article:published_time"),
        *("og:published_time", "parsely-pub-date", "pub_date", "pubdate", "publication-date"),
        *("publication_date", "publish-date", "publish_date", "publishdate", "sailthru.date"),
    )
)
"""The names of ``<meta>``, in lower case, that are of the publication and nothing else."""

_BAIDU = "cambrian.jsonld"
"""The context of JSON-LD for Baidu, where ``pubDate`` is the time of publication."""

_DAY = len("2024-03-05")
_LONGEST = 80


def published_of(tree: _Element, objects: Iterable[Mapping[str, object]]) -> list[str]:
    """Return the times of publication that a page declares, the most common ways first.

    ``objects`` are those of its JSON-LD.
    """
    first, others = _times_of_meta(tree)
    declared = [str(one["pubDate"]) for one in objects if _is_of_baidu(one)]
    found = (*first, *_marked_times(tree), *others, *declared)
    return list(filter(None, map(str.strip, found)))


def _times_of_meta(tree: _Element) -> tuple[list[str], list[str]]:
    """Return the times of publication in ``<meta>``: those by the usual names, and others."""
    first, others = [], []
    for element in tree.iter("meta"):
        content = element.get("content") or ""
        names = {element.get(one) or "" for one in ("property", "name", "itemprop")}
        if not names.isdisjoint(_FIRST):
            first.append(content)
        elif not _NAMES.isdisjoint(map(str.lower, names)):
            others.append(content)
    return first, others


def _marked_times(tree: _Element) -> Iterator[str]:
    """Yield the times of the elements in the text that are marked as that of the publication."""
    for path in ('.//*[@itemprop="datePublished"]', ".//time[@pubdate]"):
        for element in tree.iterfind(path):
            if element.tag != "meta":
                written = element.get("datetime") or element.get("content")
                yield written or "".join(element.itertext())[:_LONGEST]


def _is_of_baidu(record: Mapping[str, object]) -> bool:
    return str(record.get("@context", "")).endswith(_BAIDU) and "pubDate" in record


def most_exact(written: Iterable[str]) -> str | None:
    """Return the first of some dates that can be read, with the time that another has of that day.

    >>> most_exact(["", "2024-03-05", "2024-03-06T10:00:00Z", "2024-03-05T09:02:00Z"])
    '2024-03-05T09:02:00Z'
    """
    dates: list[str] = []
    for one in written:
        date = read_foreign_date(one, False)
        if date is not None:
            dates.append(date)
    if not dates:
        return None
    same_day = (one for one in dates if one.startswith(dates[0]))
    return dates[0] if len(dates[0]) > _DAY else max(same_day, key=_exactness)


def _exactness(date: str) -> bool:
    return len(date) > _DAY
