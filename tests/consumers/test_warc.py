"""The pages of a WARC file, as warcio writes them and trafilatura extracts them."""

import io
import json
from pathlib import Path

import pytest

from tests.command_line import read, run
from tests.consumers.installed import consumer

consumer("trafilatura")
warcwriter = consumer("warcio.warcwriter")
headers_of = consumer("warcio.statusandheaders").StatusAndHeaders

pytestmark = pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning")

TEXTS = {
    "https://a.example/ferry": "The ferry to Skerry sailed on Monday with 61 passengers, the first "
    "crossing since a storm tore its ramp from the quay in October.",
    "https://a.example/cafe": "Im Café am Kai gab es gestern zum ersten Mal seit vierzig Jahren "
    "wieder Kuchen, sagte die Wirtin Anna Holm am Freitag.",
    "https://a.example/again": "The ferry to Skerry sailed on Monday with 61 passengers, the first "
    "crossing since a storm tore its ramp from the quay in October.",
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, which has a WARC file of three pages in Latin-1."""
    monkeypatch.chdir(tmp_path)
    with open("crawl.warc.gz", "wb") as file:
        writer = warcwriter.WARCWriter(file, gzip=True)
        for url, text in TEXTS.items():
            page = f"<!doctype html><html><head><title>{url[18:].title()}</title></head>"
            page += f"<body><article><p>{text}</p></article></body></html>"
            headers = [("Content-Type", "text/html; charset=iso-8859-1")]
            message = headers_of("200 OK", headers, protocol="HTTP/1.1")
            payload = io.BytesIO(page.encode("latin-1"))
            writer.write_record(
                writer.create_warc_record(url, "response", payload=payload, http_headers=message)
            )
    return tmp_path


def test_pages_are_cleaned() -> None:
    ended = run("clean", "crawl.warc.gz", "out")
    assert ended.code == 0, ended.err
    assert sorted(read(Path("out/articles"))) == ["crawl-000001.txt", "crawl-000002.txt"]
    text = Path("out/articles/crawl-000002.txt").read_text("utf-8")
    assert TEXTS["https://a.example/cafe"] in text
    assert text.endswith("Original url:\n\n<https://a.example/cafe>\n")
    [aside] = read(Path("out/set-aside"))
    assert aside == "duplicate-body/crawl-000003.html"


def test_pages_are_checked_and_converted() -> None:
    ended = run("check", "crawl.warc.gz", "--select", "duplicate-body")
    assert (
        "crawl.warc.gz/https://a.example/ferry:5:1: warning: the body is the same as" in ended.out
    )
    ended = run("convert", "crawl.warc.gz", "--to", "jsonl")
    rows = [json.loads(line) for line in ended.out.splitlines()]
    assert [row["url"] for row in rows] == list(TEXTS)
    assert [row["source"]["line"] for row in rows] == [1, 2, 3]
    assert rows[0]["source"]["member"] == "https://a.example/ferry"
