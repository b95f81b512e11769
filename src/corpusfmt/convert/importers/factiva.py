"""``--from factiva``: text exports of Factiva with the codes of the fields."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpusfmt.convert.exported_text import Part, add_byline, parts_of
from corpusfmt.convert.foreign_article import ForeignArticle
from corpusfmt.convert.importer import FoundArticle, ImportOptions, TextImporter
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

_CODES = "SE HD BY CR WC PD ET SN SC ED PG VOL LA CY LP TD ART CLM CO IN NS RE IPC IPD PUB RF CT AN"
_CODE = regex(rf"^[ \t]*({'|'.join(_CODES.split())})(?:[ \t]{{2,}}|\t|[ \t]*$)", re.MULTILINE)
_ORDER = {code: number for number, code in enumerate(_CODES.split())}
_LAST = "AN"
_TEXT = ("LP", "TD")
_BEFORE_TITLE = frozenset(("SE", "CLM"))
_AFTER_TITLE = ("BY", "CR", "WC", "PD")
_CODED = ("CO", "IN", "NS", "RE")
"""The fields with codes and names, such as ``gtrans : Transport | gcat : General News``."""

_CODED_VALUE = regex(r"[\w.]{1,20}[ \t]*:[ \t]*\S")
_NUMBER = regex(r"\s*[^\W\d]+[ \t]+\w{6,}[ \t]*(?:\n|$)")
_EMPTY_LINE = regex(r"\n[ \t]*\n")


class _Field(NamedTuple):
    code: str
    text: str
    start: int


def read(text: str, options: ImportOptions) -> Iterator[FoundArticle]:
    """Yield the articles of a file; each ends with its accession number."""
    fields: dict[str, _Field] = {}
    for found in _fields(text):
        is_title = found.code == "HD" and not fields.keys() <= _BEFORE_TITLE
        if found.code in fields or is_title:
            yield _finish(fields)
            fields = {}
        fields[found.code] = found
        if found.code == _LAST:
            yield _finish(fields)
            fields = {}
    if "HD" in fields:
        yield _finish(fields)


def _fields(text: str) -> Iterator[_Field]:
    """Yield the fields; in a text only the codes count that end it."""
    found = list(_CODE.finditer(text))
    heads: list[re.Match[str]] = []
    number, is_inline = 0, True
    while number < len(found):
        head = found[number]
        heads.append(head)
        number += 1
        if head[1] == "HD":
            is_inline = _is_inline(text, head)
        elif head[1] in _TEXT:
            last = _find_last(text, found, number, is_inline)
            end = found[last].start() if last < len(found) else len(text)
            rest = _find_rest(found, number, last) if head[1] == "LP" else None
            if rest is None:
                heads += _fields_before(text, found[number:last], end, is_inline)
            number = last if rest is None else rest
    ends = [*(head.start() for head in heads), len(text)][1:]
    for head, end in zip(heads, ends, strict=True):
        yield _Field(head[1], text[head.end() : end], head.end())


def _find_rest(found: list[re.Match[str]], number: int, last: int) -> int | None:
    """Return the number of the code of the text that follows a lead, or None."""
    return next((place for place in range(number, last) if found[place][1] == "TD"), None)


def _find_last(text: str, found: list[re.Match[str]], number: int, is_inline: bool) -> int:
    """Return the number of the code that ends an article, from one in its text on.

    It is that of the accession number or, where there is none, that of the next title.
    """
    for place in range(number, len(found)):
        match = found[place]
        if _is_inline(text, match) != is_inline:
            continue
        if match[1] == _LAST and _NUMBER.match(text, match.end()):
            return place
        following = found[place + 1][1] if place + 1 < len(found) else ""
        if match[1] == "HD" and following in _AFTER_TITLE:
            return place
    return len(found)


def _fields_before(
    text: str, found: list[re.Match[str]], end: int, is_inline: bool
) -> list[re.Match[str]]:
    """Return the fields between a text and the end of its article.

    They are written as the title is, in the order of the codes, one after another, and each has
    what a field of its code has. So a line of the text that is only a code is part of the text.
    """
    before = _ORDER[_LAST]
    taken: list[re.Match[str]] = []
    for match in reversed(found):
        order = _ORDER[match[1]]
        is_next = _ORDER[_TEXT[-1]] < order < before and _is_inline(text, match) == is_inline
        if not is_next or not _is_field(match[1], text[match.end() : end]):
            break
        taken.insert(0, match)
        end, before = match.start(), order
    return taken


def _is_inline(text: str, match: re.Match[str]) -> bool:
    """Return whether a code has its value on the same line."""
    end = text.find("\n", match.end())
    return bool(text[match.end() : end if end >= 0 else len(text)].strip())


def _is_field(code: str, content: str) -> bool:
    """Return whether a text may be that of a field after the text of an article."""
    value = content.strip()
    if not value or _EMPTY_LINE.search(value):
        return False
    return code not in _CODED or _CODED_VALUE.match(value) is not None


def _finish(fields: dict[str, _Field]) -> FoundArticle:
    article = ForeignArticle()
    if "HD" in fields:
        article.set_line("title", _part(fields["HD"]).line, _part(fields["HD"]).span)
    if "BY" in fields:
        add_byline(article, _part(fields["BY"]).line, _part(fields["BY"]).span)
    if "PD" in fields:
        article.set_date("date", _date(fields), _part(fields["PD"]).span)
    for code in _TEXT:
        if code in fields:
            field = fields[code]
            for part in parts_of(field.text, 0, len(field.text), {}):
                span = (field.start + part.span[0], field.start + part.span[1])
                article.add_paragraph(part.line, span)
    values = list(fields.values())
    return FoundArticle(article, (values[0].start, values[-1].start + len(values[-1].text)))


def _part(field: _Field) -> Part:
    return Part(field.text, (field.start, field.start + len(field.text.rstrip())))


def _date(fields: dict[str, _Field]) -> str:
    day = _part(fields["PD"]).line
    return f"{day} {_part(fields['ET']).line}" if "ET" in fields else day


def recognises(text: str) -> bool:
    """Return whether a text begins with the codes of an export."""
    codes = [match[1] for match in _CODE.finditer(text[:4_000])]
    return {"HD", "WC", "PD", "SN"} <= set(codes)


IMPORTER = TextImporter(
    name="factiva",
    title="Factiva",
    summary="text exports of Factiva with the codes of the fields, with many articles in a file",
    definition="no published definition: the codes of the fields of Factiva",
    checked_by="files in their form",
    suffixes=(".txt",),
    read=read,
    recognises=recognises,
    reads={
        "title": "`HD`",
        "byline": "`BY`",
        "date": "`PD`, and the time in `ET`",
        "body": "`LP` and `TD`; lines of a paragraph are joined",
    },
    leaves={
        "`SN`, `SC`, `ED`, `PG`, `SE`, `WC`, `LA`, `CR`, `CY`, `PUB`, `AN` and the codes of "
        "companies, industries, subjects and regions": "are about the publication",
    },
)
