"""Formats that are known and not read: such a file is named, instead of its bytes reported."""

from __future__ import annotations

from corpusfmt.convert.json_text import JsonProblem
from corpusfmt.convert.problem_diagnostics import to_foreign_diagnostics
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.text.patterns import regex

_START = 20_000  # bytes

_DECOMPRESSED = "a name such as a.csv.gz, or a decompressed file"
_TEXT = "plain text, which databases export as well"
_ARTICLES = "JSON or HTML"

_MAGIC = (
    (b"%PDF-", "a PDF file", "its text, as pdftotext writes it"),
    (b"{\\rtf", "an RTF file", _TEXT),
    (b"PK\x03\x04", "a zip archive or an Office file", "a name that ends in .zip, or plain text"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a Word file", _TEXT),
    (b"\x1f\x8b\x08", "a file compressed with gzip", _DECOMPRESSED),
    (b"\x28\xb5\x2f\xfd", "a file compressed with Zstandard", _DECOMPRESSED),
    (b"\xfd7zXZ\x00", "a file compressed with xz", _DECOMPRESSED),
    (b"BZh", "a file compressed with bzip2", _DECOMPRESSED),
    (b"SQLite format 3\x00", "a database of SQLite", "a table, such as CSV"),
    (b"PAR1", "a Parquet table", "a name that ends in .parquet"),
    (b"WARC/1.", "a WARC file", "a name that ends in .warc"),
)
"""How files begin, what they are, and what is read instead."""

_ROOT = regex(
    rb"(?s)(?:\xef\xbb\xbf)?\s*(?><\?xml.{0,200}?\?>\s*)?(?>(?><!--.{0,2000}?-->|<!DOCTYPE[^>\[]*>"
    rb"|<\?.{0,200}?\?>)\s*)*<(?:[A-Za-z][\w.-]*:)?([A-Za-z][\w.-]*)[\s/>]"
)
_DECLARATION = b"<?xml"
_ROOTS = {
    "tei": ("TEI", _ARTICLES),
    "newsmessage": ("NewsML-G2", "ninjs or HTML"),
    "newsitem": ("NewsML-G2", "ninjs or HTML"),
    "packageitem": ("NewsML-G2", "ninjs or HTML"),
    "newsml": ("NewsML", "ninjs or HTML"),
    "nitf": ("NITF", "ninjs or HTML"),
    "rss": ("an RSS feed", "the pages of its links"),
    "feed": ("an Atom feed", "the pages of its links"),
    "urlset": ("a sitemap", "the pages of its links"),
    "sitemapindex": ("a sitemap", "the pages of its links"),
}
_TRAFILATURA = ("doc", "trafilatura-collection")

_TEXTS = (
    (
        regex(r"(?m)^Do[ck]ument[oe]? [A-Z]{2,8}\d{8,}[a-z0-9]{5,}[ \t\r]*$"),
        "Factiva as it is displayed",
        "an export with the codes of the fields, such as HD and LP",
    ),
    (
        regex(r"news[·.]\d{8}[·.][A-Z]{2,4}[·.]|Certificat émis le"),
        "Europresse",
        "a format of docs/import.md",
    ),
    (regex(r"GBI-Genios|\bwiso-net\b"), "GENIOS", "a format of docs/import.md"),
    (regex(r"copyrighted by NewsBank|\bNewsBank, inc\."), "NewsBank", "a format of docs/import.md"),
)
"""What texts of databases have, whose articles are not marked."""


def find_unread(data: bytes) -> tuple[str, str] | None:
    """Return what a file is that is not read, and what is read instead; None for another file."""
    found = find_unread_bytes(data)
    if found is not None:
        return found
    text = data[:_START].decode("utf-8", "replace")
    named = ((title, expected) for pattern, title, expected in _TEXTS if pattern.search(text))
    return next(named, None)


def find_unread_bytes(data: bytes) -> tuple[str, str] | None:
    """Return what `find_unread` does for a file that is known by its first bytes."""
    for magic, title, expected in _MAGIC:
        if data.startswith(magic):
            return title, expected
    return _find_xml(data[:_START])


def _find_xml(start: bytes) -> tuple[str, str] | None:
    match = _ROOT.match(start)
    if match is None:
        return None
    name = match[1].decode().lower()
    if name in _TRAFILATURA:
        return "XML of trafilatura", "its JSON"
    if name in _ROOTS:
        return _ROOTS[name]
    is_declared = start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_DECLARATION)
    return ("XML", _ARTICLES) if is_declared and name != "html" else None


def report_unread(data: bytes, path: str) -> tuple[Diagnostic, ...]:
    """Return the problem of a file that is known and not read; none for another file."""
    found = find_unread(data)
    if found is None:
        return ()
    return to_foreign_diagnostics(
        JsonProblem(f"this looks like {found[0]}", (0, 0), found[1]), "", path
    )
