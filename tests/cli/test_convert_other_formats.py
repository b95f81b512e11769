"""Files that convert reads as texts, and that are in another format."""

from pathlib import Path

import pytest

from tests.command_line import run


@pytest.mark.parametrize(
    ("name", "data", "title", "expected"),
    [
        ("a.csv", b"title,text\nFerry,It sailed.\n", "CSV", "csv"),
        ("a.html", b"<html><body><p>It sailed.</p></body></html>\n", "web pages", "html"),
        ("a.txt", b"---\ntitle: A\n---\n\nText.\n", "Markdown with front matter", "front-matter"),
    ],
)
def test_a_file_that_is_no_text_of_an_article_is_named(
    tmp_path: Path, name: str, data: bytes, title: str, expected: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    ended = run("convert", str(path), "--to", "jsonl")
    assert ended.code == 1
    assert f"this looks like {title} [foreign-file]" in ended.err
    assert f"expected: --from {expected}" in ended.err
