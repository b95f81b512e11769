"""Files of formats that are known and not read: they are named, whatever they are read as."""

import gzip

import pytest

from corpusfmt.convert.unread_formats import find_unread
from tests.convert.importers.reading import read_file

FACTIVA = (
    "News\nFerry\n\nBy Ada Brook\n61 words\n5 March 2024\nThe Merrow Post\nEnglish\n"
    "(c) 2024 Merrow Media\n\nIt sailed.\n\nDocument MERPO0002024030ek350001x\n"
)
FILES = {
    "PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "RTF": b"{\\rtf1\\ansi Ferry}",
    "PNG": b"\x89PNG\r\n\x1a\n\0\0",
    "JPEG": b"\xff\xd8\xff\xe0\0\x10JFIF",
    "WebP": b"RIFF\x24\0\0\0WEBPVP8 ",
    "MP4": b"\0\0\0\x18ftypmp42",
    "HDF5": b"\x89HDF\r\n\x1a\n",
    "pickle": b"\x80\x04\x95\0",
    "zip": b"PK\x03\x04\x14\0",
    "gzip": gzip.compress(b"title,text\nFerry,It sailed.\n"),
    "XML of trafilatura": b'<doc sitename="Post" title="Ferry"><main><p>It.</p></main></doc>',
    "TEI": b'<?xml version="1.0"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>',
    "NewsML-G2": b'<?xml version="1.0"?><!-- x --><newsItem guid="x"></newsItem>',
    "NITF": b'<!DOCTYPE nitf SYSTEM "x.dtd">\n<nitf><body/></nitf>',
    "RSS": b'\xef\xbb\xbf<?xml version="1.0"?><rss version="2.0"><channel/></rss>',
    "XML": b'<?xml version="1.0"?><articles><article/></articles>',
    "Factiva": FACTIVA.encode(),
    "Europresse": "La Poste\n\nLe bac\n\nIl part.\n\nnews·20240305·PO·001\n".encode(),
    "GENIOS": "Post\n\nFähre\n\nSie fuhr.\n\nAlle Rechte: GBI-Genios GmbH\n".encode(),
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("kind", ["text", "lexisnexis", "front-matter", "news-please"])
def test_a_file_is_named_for_what_it_is(name: str, kind: str) -> None:
    documents, found = read_file(FILES[name], kind)
    assert documents == []
    if kind == "news-please" and name in ("Factiva", "Europresse", "GENIOS"):
        return
    assert len(found) == 1, found
    assert found[0].startswith("1: error: this looks like ")
    assert f" {name.rsplit(maxsplit=1)[-1]}" in found[0]


@pytest.mark.parametrize(
    "data",
    [
        b"# Ferry\n\n\n\nIt sailed.\n",
        b"<!DOCTYPE html><html></html>",
        b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"></html>',
        b"<p>Text</p>",
        b"",
        b"Document 1 of 2\n",
        b"1965ftyp is a word\n",
    ],
)
def test_other_files_are_not_named(data: bytes) -> None:
    assert find_unread(data) is None


def test_what_is_not_a_page_is_named() -> None:
    pytest.importorskip("trafilatura", reason="needs trafilatura")
    assert "PDF" in read_file(FILES["PDF"], "html")[1][0]
    assert "news-please" in read_file(b'{"maintext": "x", "date_publish": null}', "html")[1][0]
