"""``--from lexisnexis``: text exports of LexisNexis and Nexis Uni, with many articles in a file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpusfmt.convert.exported_text import Part, add_byline, read_labels, split_at
from corpusfmt.convert.foreign_article import ForeignArticle
from corpusfmt.convert.foreign_dates import read_foreign_date
from corpusfmt.convert.importer import FoundArticle, ImportOptions, TextImporter
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

_BORDER = regex(
    r"^[ \t]*(?:\d+ of \d+ DOCUMENTS|Do[ck]ument[eo]? \d+ (?:of|von|de|di|van) \d+"
    r"|\d+ (?:von|de|di|van) \d+ (?:DOKUMENTEN|DOCUMENTOS|DOCUMENTI|DOCUMENTEN|DOCUMENTS)"
    r"|End of Document)[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_HEADER = frozenset(
    [
        "HEADLINE",
        "BYLINE",
        "SECTION",
        "LENGTH",
        "DATELINE",
        "HIGHLIGHT",
        "SERIES",
        "SOURCE",
        "URL",
        "COLUMN",
        "DISTRIBUTION",
    ]
)
_ALSO_AFTER = ("URL", "SOURCE")
_BODY = "BODY"
_TRAILER = frozenset(
    {
        *[
            "CLASSIFICATION",
            "COMPANY",
            "CORRECTION",
            "CORRECTION-DATE",
            "COUNTRY",
            "GEOGRAPHIC",
            "GRAPHIC",
        ],
        "INDUSTRY",
        "JOURNAL-CODE",
        "LANGUAGE",
        "LOAD-DATE",
        "NOTES",
        "ORGANIZATION",
        "PERSON",
        "PUB-TYPE",
        "PUBLICATION-TYPE",
        "STATE",
        "SUBJECT",
        "TICKER",
        "PUBLICATION TYPE",
    }
)
_LABELS = read_labels("lexisnexis", (*_HEADER, *_TRAILER, _BODY))
_COPYRIGHT = regex(
    r"(?:Copyright|©|\(c\)) .*\d{4}|Copyright \d{4}.*|All Rights Reserved|Alle Rechte vorbehalten"
    r"|Tous droits réservés|Todos los derechos reservados|Alle rechten voorbehouden"
    r"|Tutti i diritti riservati|Todos os direitos reservados",
    re.IGNORECASE,
)
_LINE_LABEL = regex(r"(?m)^[ \t]*([^\W\d_][^\W\d_-]*(?:-[^\W\d_]+)*)[ \u00a0]?:")
_MONTH = regex(r"[^\W\d_]{3,12}\.?(?: de)? \d{4}")
"""The date of a magazine."""

_DATE = regex(r"(.*?\d{4})\b.*")


def read(text: str, options: ImportOptions) -> Iterator[FoundArticle]:
    """Yield the articles of a file."""
    for parts in split_at(_BORDER, text, _LABELS):
        yield FoundArticle(_article(parts), (parts[0].span[0], parts[-1].span[1]))


def _article(parts: list[Part]) -> ForeignArticle:
    article = ForeignArticle()
    body_at = next((at for at, part in enumerate(parts) if part.label == _BODY), None)
    header_end = _end_of_header(parts) if body_at is None else body_at
    _fill_header(article, parts[:header_end])
    body = parts[header_end:]
    paragraphs = list(_until_trailer(body))
    for part in paragraphs:
        words = part.line if part.label == _BODY else part.whole_line
        article.add_paragraph(words, part.span)
    for part in body[len(paragraphs) :]:
        if part.label == "URL":
            article.set_url(part.line, part.span)
    return article


def _end_of_header(parts: list[Part]) -> int:
    """Return where the body begins that has no label: after the last label of the header.

    Some labels can also follow the body.
    """
    last = 0
    for at, part in enumerate(parts):
        if part.label in _TRAILER:
            break
        if part.label in _HEADER and (part.label not in _ALSO_AFTER or last == at):
            last = at + 1
    return last


def _until_trailer(body: list[Part]) -> Iterator[Part]:
    """Yield the paragraphs before those that are only about the publication, at the end.

    A paragraph of the text can begin like one of these: no other follows the last of them.
    """
    ended = len(body)
    while ended and _is_trailer(body[ended - 1]):
        ended -= 1
    yield from body[:ended]


def _is_trailer(part: Part) -> bool:
    is_labelled = part.label in _TRAILER or part.label in _ALSO_AFTER
    return is_labelled or _COPYRIGHT.match(part.line) is not None


def _fill_header(article: ForeignArticle, header: list[Part]) -> None:
    unlabelled: list[list[Part]] = []
    for part in header:
        if part.label == "HEADLINE":
            article.set_line("title", part.line, part.span)
        elif part.label == "BYLINE" and part.line:
            add_byline(article, part.line, part.span)
        elif part.label == "HIGHLIGHT":
            article.add_intro(part.line, part.span)
        elif part.label == "URL":
            article.set_url(part.line, part.span)
        elif not part.label:
            unlabelled.append(list(_lines_of(part)))
    _fill_unlabelled(article, unlabelled)


def _lines_of(part: Part) -> Iterator[Part]:
    start = part.span[0]
    for line in part.text.split("\n"):
        if line.strip():
            yield Part(line, (start, start + len(line)))
        start += len(line) + 1


class _Line(NamedTuple):
    """A line above the labels, and the number of its paragraph."""

    paragraph: int
    part: Part


def _fill_unlabelled(article: ForeignArticle, paragraphs: list[list[Part]]) -> None:
    """Take the date and, without a headline, the title of the lines above the labels."""
    lines = [_Line(at, line) for at, some in enumerate(paragraphs) for line in some]
    lines = [one for one in lines if not _COPYRIGHT.match(one.part.line)]
    dated = _find_date([one.part.line for one in lines])
    if dated is not None:
        part = lines[dated].part
        article.set_date("date", _date_of(part.line) or part.line, part.span)
    if article.has("title"):
        return
    title = _title_of(lines, dated)
    if title:
        span = (title[0].span[0], title[-1].span[1])
        article.set_line("title", " ".join(part.line for part in title), span)


def _find_date(lines: Sequence[str]) -> int | None:
    """Return the number of the first line that is a date, or else a month; None without one."""
    for is_dated in (_date_of, _MONTH.fullmatch):
        for number, line in enumerate(lines):
            if is_dated(line):
                return number
    return None


def _title_of(lines: Sequence[_Line], dated: int | None) -> list[Part]:
    """Return the lines of the title; ``dated`` is the number of the line with the date.

    LexisNexis has the publication, the date and then the title, which can be wrapped; Nexis Uni the
    title, the publication and then the date.
    """
    if dated is None:
        return [one.part for one in lines[:1]]
    date, after = lines[dated], lines[dated + 1 :]
    if after:
        paragraph = after[-1].paragraph
        if paragraph == date.paragraph:
            return [after[-1].part]
        return [one.part for one in after if one.paragraph == paragraph]
    if date.paragraph > 1:  # the publication is between them
        return [one.part for one in lines if one.paragraph == 0]
    return [one.part for one in lines[:1]]


def _date_of(line: str) -> str | None:
    """Return the day of a line that begins with one, such as "March 5, 2024 Tuesday"."""
    match = _DATE.match(line)
    if match is None:
        return None
    return read_foreign_date(match[1], midnight_is_day=True)


def recognises(text: str) -> bool:
    """Return whether a text has the labels of an export."""
    found = {_LABELS.get(match[1].strip().upper()) for match in _LINE_LABEL.finditer(text[:20_000])}
    return {"LOAD-DATE", "LENGTH"} <= found


IMPORTER = TextImporter(
    name="lexisnexis",
    title="LexisNexis",
    summary="text exports of LexisNexis and Nexis Uni, with many articles in a file",
    definition="no published definition: the layout of the exports",
    checked_by="files in their form",
    suffixes=(".txt",),
    read=read,
    recognises=recognises,
    reads={
        "title": "`HEADLINE`, or the lines without a label after the date, or the first line; "
        "labels can also be German, French, Spanish, Italian or Dutch",
        "byline": "`BYLINE`",
        "date": "the first line that begins with a date",
        "intro": "`HIGHLIGHT`",
        "url": "`URL`",
        "body": "`BODY`, or what follows the labels of the header; lines of a paragraph are joined",
    },
    leaves={
        "the publication, `SECTION`, `LENGTH`, `DATELINE`, `GRAPHIC`, `LOAD-DATE`, `LANGUAGE`, "
        "the classification and the copyright": "are about the publication",
    },
)
