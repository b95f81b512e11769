"""Tests for the encoding of pages."""

import pytest

from corpusfmt.convert.html_source import prepare_source

TEXT = "Паром снова ходит"


def page(charset: str, text: str) -> str:
    return f'<html><head><meta charset="{charset}"></head><p>{text}</p></html>'


@pytest.mark.parametrize(
    ("charset", "written", "text"),
    [
        ("windows-1251", "cp1251", TEXT),
        ("gb2312", "gb18030", "渡轮今天恢复航行，岛上居民都很高兴㑇"),
        ("iso-8859-1", "cp1252", "“Fähre” – wieder da"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_names(
    charset: str, written: str, text: str
) -> None:
    source = page(charset, text)
    assert prepare_source(source.encode(written), None).decode() == source


def test_the_older_form_of_the_name() -> None:
    source = f'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>{TEXT}'
    assert prepare_source(source.encode("koi8-r"), None).decode() == source


@pytest.mark.parametrize("charset", ["windows-1251", "no-such-encoding", "ascii"])
def test_utf8_and_what_is_in_no_known_encoding_stay(charset: str) -> None:
    data = page(charset, TEXT).encode()
    assert prepare_source(data, None) == data
    broken = b'<meta charset="utf-8">\xff\x00' + data
    assert prepare_source(broken, None) == broken


def test_the_server_comes_first() -> None:
    source = page("windows-1252", TEXT)
    assert prepare_source(source.encode("cp1251"), "windows-1251").decode() == source
