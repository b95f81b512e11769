"""Addresses are found where they stand, reported apart cheaply, and read as browsers read them."""

import subprocess
import sys

import pytest

from corpusfmt.rules._shared.urls import (
    addresses_in,
    all_addresses,
    find_links,
    is_placeholder,
    is_plain,
    parse,
    path_of,
)
from corpusfmt.syntax.reading import Reading

TEXT = """\
# Ferry

By [Ana Lind](#)



A [b](https://a.example/(c)) and <https://d.example/>, ![e](<f g>) and [h]().

Original url: <https://i.example/
j>
"""


def test_all_addresses_of_a_text_are_found_in_their_places() -> None:
    found = [*all_addresses(TEXT, Reading(TEXT))]
    assert {each.value for each in found} == addresses_in(Reading(TEXT).document)
    assert [(each.kind, TEXT[each.start : each.end]) for each in found] == [
        ("link", "#"),
        ("link", "https://a.example/(c)"),
        ("link", "<f g>"),
        ("link", ""),
        ("shown", "<https://d.example/>"),
        ("own", "<https://i.example/\nj>"),
    ]


def test_an_escape_is_no_part_of_an_address() -> None:
    assert [each.value for each in find_links("[a](https://b.example/c\\_d)")] == [
        "https://b.example/c_d"
    ]


@pytest.mark.parametrize(
    "address",
    ["https://a.example", "http://www.a-b.example:80/c?d=e&f#g", "https://a.example/ø(1)'*!~"],
)
def test_a_plain_address_is_one_of_the_web(address: str) -> None:
    assert is_plain(address)
    assert parse(address) is not None


@pytest.mark.parametrize(
    "address",
    [
        "",
        "#",
        "a.example",
        "https://a",
        "https://a b.example",
        "https://xn--a.example",
        "https://a.example/ b",
    ],
)
def test_what_is_not_plain_is_looked_at_longer(address: str) -> None:
    assert not is_plain(address)


@pytest.mark.parametrize(
    ("address", "base", "href"),
    [
        ("https://a.example", "", "https://a.example/"),
        ("b/../c", "https://a.example/d/e", "https://a.example/d/c"),
        ("//b.example", "https://a.example/", "https://b.example/"),
        ("#c", "https://a.example/d?e", "https://a.example/d?e#c"),
    ],
)
def test_an_address_is_read_as_the_web_reads_it(address: str, base: str, href: str) -> None:
    parsed = parse(address, base)
    assert parsed is not None
    assert parsed.href == href


@pytest.mark.parametrize(
    "address", ["", "a", "https://", "https://a b/", "https://xn--/", "https://\ud800/"]
)
def test_what_is_no_address_is_none(address: str) -> None:
    assert parse(address) is None


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("https://a.example/b/c?d#e", "/b/c"),
        ("https://a.example", ""),
        ("mailto:a@b.example", ""),
        ("HTTP://a/b", "/b"),
    ],
)
def test_the_path_is_between_the_host_and_the_query(address: str, path: str) -> None:
    assert path_of(address) == path


def test_a_placeholder_says_that_it_leads_nowhere() -> None:
    assert all(map(is_placeholder, ["#", "", "javascript:;", "about:blank"]))
    assert not any(map(is_placeholder, ["#a", "/", "a", "mailto:a"]))


def test_plain_addresses_cost_no_import() -> None:
    module = "corpusfmt.rules._shared.urls"
    code = f"import sys, {module} as a; a.is_plain('https://a.example/')"
    code += "; print('can_ada' in sys.modules)"
    assert subprocess.run(
        (sys.executable, "-c", code), capture_output=True, check=True
    ).stdout.split() == [b"False"]
