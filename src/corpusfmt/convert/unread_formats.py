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
_TABLE = "Parquet, CSV or JSON Lines"
_NO_PICTURE = "its text, in a file of its own"

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
    (b"ARROW1\x00\x00", "an Arrow file", _TABLE),
    (b"FEA1", "a Feather file", _TABLE),
    (b"Obj\x01", "an Avro file", _TABLE),
    (b"\x89HDF\r\n\x1a\n", "an HDF5 file", _TABLE),
    (b"\x93NUMPY", "an array of NumPy", _TABLE),
    *((bytes((0x80, version, 0x95)), "a pickle of Python", _TABLE) for version in (4, 5)),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "a zip or tar archive"),
    (b"Rar!\x1a\x07", "a RAR archive", "a zip or tar archive"),
    (b"%!PS-Adobe", "a PostScript file", "its text"),
    (b"AT&TFORM", "a DjVu file", _NO_PICTURE),
    (b"\x89PNG\r\n\x1a\n", "a PNG image", _NO_PICTURE),
    (b"\xff\xd8\xff", "a JPEG image", _NO_PICTURE),
    (b"GIF87a", "a GIF image", _NO_PICTURE),
    (b"GIF89a", "a GIF image", _NO_PICTURE),
    (b"II*\x00", "a TIFF image", _NO_PICTURE),
    (b"MM\x00*", "a TIFF image", _NO_PICTURE),
    (b"OggS\x00", "an Ogg file", _NO_PICTURE),
    (b"ID3\x03", "an MP3 file", _NO_PICTURE),
    (b"ID3\x04", "an MP3 file", _NO_PICTURE),
    (b"\x1aE\xdf\xa3", "a Matroska or WebM file", _NO_PICTURE),
    (b"\x7fELF", "a program", "an article"),
    (b"MZ\x90\x00", "a program", "an article"),
)
"""How files begin, what they are, and what is read instead."""

_LATER_MAGIC = (
    (4, b"ftyp", "an MP4 file, or another of its family", _NO_PICTURE),
    (8, b"WEBPVP8", "a WebP image", _NO_PICTURE),
)
"""The same, with where it is."""

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
    for at, magic, title, expected in _LATER_MAGIC:
        if data.startswith(magic, at) and b"\x00" in data[:at]:
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
