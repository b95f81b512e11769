"""Invalid URLs are found, the article's own and those of links.

All that the web knows are not.
"""

import pytest

from corpusfmt.syntax.reading import read_document
from tests.rules.cases import article, expected, findings, fixed, found

OWN = "https://skerrynews.example/2023/ferry"
SUCH = "a URL such as https://www.example.org/article"
NONE = f"{SUCH}, or no “Original url:”"


def with_own(address: str) -> str:
    return article("Body.", f"Original url:\n\n<{address}>")


def with_link(address: str, own: str = OWN) -> str:
    return article(f"The [timetable]({address}) is new.", f"Original url:\n\n<{own}>")


GOOD = [
    OWN,
    "http://www.skerrynews.example",
    "HTTPS://SkerryNews.example/A",
    "https://skerrynews.example:8080/a?b=c&d[]=e#f",
    "https://skerrynews.example/a|b/c^d",
    "https://skerry_news.example.org/",
    "https://ana:secret@skerrynews.example/",
    "https://новости.example/паром",
    "https://xn--b1amarcd.example/",
    "https://192.0.2.7/a",
    "https://[2001:db8::1]/a",
    "https://web.archive.org/web/2023/https://skerrynews.example/",
    "https://skerrynews.example/(a)",
]
GOOD_LINKS = [
    "mailto:ana@skerrynews.example",
    "tel:+4712345678",
    "ftp://skerrynews.example/a",
    "whatsapp://send?text=a",
]
PLACEHOLDERS = ["#", "", "javascript:void(0)", "about:blank"]

BAD = {
    "unknown": ("invalid URL: “unknown”", NONE),
    "8003098": ("invalid URL: “8003098”", NONE),
    "n/a": ("invalid URL: “n/a”", NONE),
    "#": ("invalid URL: “#”", NONE),
    "неизвестно": ("invalid URL: “неизвестно”", NONE),
    "ferry.html": ("invalid URL: “ferry.html”", NONE),
    "mailto:ana@skerrynews.example": ("“mailto:ana@skerrynews.example” is not a web URL", NONE),
}
BAD_ANYWHERE = {
    "http://https://skerrynews.example/a": (
        "“http://https://skerrynews.example/a” has two schemes",
        "https://skerrynews.example/a",
    ),
    "https://http//skerrynews.example/a": (
        "“https://http//skerrynews.example/a” has two schemes",
        "http://skerrynews.example/a",
    ),
    "htp://skerrynews.example/": (
        "“htp://skerrynews.example/” has an unknown scheme",
        "https://skerrynews.example/",
    ),
    "hhttps://skerrynews.example/": (
        "“hhttps://skerrynews.example/” has an unknown scheme",
        "https://skerrynews.example/",
    ),
    "http//skerrynews.example/": (
        "“http//skerrynews.example/” has an unknown scheme",
        "http://skerrynews.example/",
    ),
    "http:/skerrynews.example/": (
        "no host follows “http:/” in “http:/skerrynews.example/”",
        "http://skerrynews.example/",
    ),
    "https:///skerrynews.example/": (
        "no host follows “https:///” in “https:///skerrynews.example/”",
        "https://skerrynews.example/",
    ),
    "www.skerrynews.example/a": (
        "“www.skerrynews.example/a” has no scheme",
        "https://www.skerrynews.example/a",
    ),
    "//skerrynews.example/a": (
        "“//skerrynews.example/a” has no scheme",
        "https://skerrynews.example/a",
    ),
    "ana@skerrynews.example": (
        "“ana@skerrynews.example” has no scheme",
        "mailto:ana@skerrynews.example",
    ),
    "http://localhost/a": ("the host “localhost” has no dot", SUCH),
    "localhost:8000/a": ("the host “localhost” has no dot", SUCH),
    "https://skerrynews/a": ("the host “skerrynews” has no dot", SUCH),
    "https://skerry..example/a": (
        "the host of “https://skerry..example/a” has an empty part",
        SUCH,
    ),
    "https://": ("no host follows “https://” in “https://”", SUCH),
    "https://%%/a": ("“https://%%/a” has an invalid host", SUCH),
    "file:///C:/ferry.html": ("“file:///C:/ferry.html” is the URL of a local file", SUCH),
    "https://skerrynews.example/`a`": (
        "“https://skerrynews.example/`a`” contains “`”",
        f"{SUCH}, or %60 in its place",
    ),
    "https://skerrynews.example/{{slug}}": (
        "“https://skerrynews.example/{{slug}}” contains “{{”",
        f"{SUCH}, or %7B%7B in its place",
    ),
}
BAD_LINKS = {
    "/timetable": (
        "relative URL: “/timetable”",
        "https://skerrynews.example/timetable",
    ),
    "../a.html?b=c": (
        "relative URL: “../a.html?b=c”",
        "https://skerrynews.example/a.html?b=c",
    ),
    "#comments": ("relative URL: “#comments”", f"{OWN}#comments"),
    "<https://skerrynews.example/a b>": (
        "“https://skerrynews.example/a b” contains a space",
        f"{SUCH}, or %20 in its place",
    ),
}


@pytest.mark.parametrize("address", GOOD)
def test_an_address_of_the_web_is_not_found(address: str) -> None:
    assert found("invalid-url", with_own(address)) == []
    assert found("invalid-url", with_link(address)) == []


@pytest.mark.parametrize("address", GOOD_LINKS + PLACEHOLDERS)
def test_links_may_lead_elsewhere_or_nowhere(address: str) -> None:
    assert found("invalid-url", with_link(address)) == []


@pytest.mark.parametrize(("address", "shown"), (BAD | BAD_ANYWHERE).items())
def test_an_article_has_an_address_of_the_web_or_none(address: str, shown: tuple[str, str]) -> None:
    text = article("Body.", f"Original url:\n\n{address}")
    assert found("invalid-url", text) == [("9:1", address, shown[0])]
    assert expected("invalid-url", text) == [shown[1]]


@pytest.mark.parametrize(("address", "shown"), (BAD_LINKS | BAD_ANYWHERE).items())
def test_a_link_has_one_that_leads_somewhere(address: str, shown: tuple[str, str]) -> None:
    assert found("invalid-url", with_link(address)) == [("5:17", address, shown[0])]
    assert expected("invalid-url", with_link(address)) == [shown[1]]


@pytest.mark.parametrize("address", (BAD_LINKS | BAD_ANYWHERE))
def test_a_fix_is_a_guess_that_leaves_nothing_to_find(address: str) -> None:
    [finding] = findings("invalid-url", with_link(address))
    if finding.fix is not None:
        assert not finding.fix.safe
        assert findings("invalid-url", fixed("invalid-url", with_link(address))) == []
        assert read_document(fixed("invalid-url", with_link(address)))["url"] == OWN


def test_all_of_a_text_is_looked_at() -> None:
    head = "By [Ana Lind](/ana)"
    body = [
        "![A ferry](ferry.jpg)",
        "**More:** [A](/a), [B](#)",
        "- Write to <htp://skerrynews.example/>.",
    ]
    places = [place for place, _, _ in found("invalid-url", article(*body, head=head))]
    assert places == ["3:15", "7:12", "9:15", "11:12"]


@pytest.mark.parametrize("text", ["\\[timetable](/timetable)", "a](b) c", "[ ](/x)", "&#91;a](b)"])
def test_what_only_looks_like_a_link_is_none(text: str) -> None:
    assert found("invalid-url", article(text)) == []


def test_a_relative_link_of_an_article_without_an_address_has_no_fix() -> None:
    assert [finding.fix for finding in findings("invalid-url", article("[a](/b)"))] == [None]


def test_a_reference_in_a_url_is_reported_and_written_as_the_character() -> None:
    text = article("See the [plan](https://a.example/?a=1&amp;b=2) &amp; more.")
    [finding] = findings("invalid-url", text)
    assert finding.message == "“https://a.example/?a=1&amp;b=2” contains “&amp;” for “&”"
    assert "(https://a.example/?a=1&b=2) &amp; more" in fixed("invalid-url", text)
    own = article("It sailed.", "Original url:\n\n<https://a.example/?a=1&#038;b=2>")
    assert "<https://a.example/?a=1&b=2>" in fixed("invalid-url", own)
