"""Parameters that only say how a reader came are found, and left out by the fix.

All others stay.
"""

import pytest

from corpusfmt.lint.context import Context
from corpusfmt.rules import all_rules
from tests.rules.cases import article, expected, findings, fixed, found

PAGE = "https://skerrynews.example/ferry"
FOUND = {
    "?utm_source=rss": "",
    "?utm_source=rss&utm_medium=feed&utm_campaign=": "",
    "?page=2&fbclid=IwAR_x-2": "?page=2",
    "?fbclid=IwAR_x-2&page=2": "?page=2",
    "?a=1&gclid=x&b=2": "?a=1&b=2",
    "?a=1&amp;utm_source=x&amp;b=2": "?a=1&amp;b=2",
    "?utm_source=rss#comments": "#comments",
    "#xtor=RSS-3208": "",
    "?a=1#utm_source=x&utm_medium=y": "?a=1",
    "?WT.mc_id=x&seite=all": "?seite=all",
    "?UTM_Source=x": "",
}
NOT_FOUND = [
    "",
    "?a=1",
    "?source=rss",
    "?ref=home",
    "?q=utm_source",
    "?utm_source",
    "?next=/a?b",
    "#a=1",
    "#a=1&utm_id=2",
    "?q=fbclid%3D1",
]


def with_own(address: str) -> str:
    return article("Body.", f"Original url:\n\n<{address}>")


def with_link(address: str) -> str:
    return article(f"The [timetable]({address}) is new.")


@pytest.mark.parametrize(("query", "rest"), FOUND.items())
def test_what_tracks_is_left_out(query: str, rest: str) -> None:
    for wrapped, safe in ((with_own, False), (with_link, True)):
        text = wrapped(PAGE + query)
        [finding] = findings("tracking-parameter", text)
        assert finding.fix is not None
        assert finding.fix.safe is safe
        if "&amp;" not in query:
            assert fixed("tracking-parameter", text) == wrapped(PAGE + rest)
        assert findings("tracking-parameter", fixed("tracking-parameter", text)) == []


@pytest.mark.parametrize("query", NOT_FOUND)
def test_what_says_something_of_the_page_stays(query: str) -> None:
    assert found("tracking-parameter", with_own(PAGE + query)) == []
    assert found("tracking-parameter", with_link(PAGE + query)) == []


def test_the_finding_is_at_the_first_of_them() -> None:
    text = with_own(PAGE + "?page=2&utm_source=rss&utm_medium=feed&fbclid=x")
    message = "the URL has the tracking parameters utm_source, utm_medium and fbclid"
    assert found("tracking-parameter", text) == [("9:42", "utm_source=rss", message)]
    assert expected("tracking-parameter", text) == [PAGE + "?page=2"]


def test_each_address_is_found() -> None:
    bad = PAGE + "?utm_source=a"
    text = article(
        f"A [b]({bad}) and <{bad}>.",
        f"![c]({bad})",
        f"**More:** [d]({bad})",
        head=f"By [Ana Lind]({bad})",
    )
    assert len(found("tracking-parameter", text)) == 5


def test_a_wrapped_address_is_put_together() -> None:
    text = article("Body.", f"Original url:\n\n<{PAGE}?page=2&\nutm_source=rss>")
    assert fixed("tracking-parameter", text) == with_own(PAGE + "?page=2")


def test_text_about_them_is_no_address() -> None:
    body = [
        "Add ?utm_source=x to your links.",
        "\\[a](b?utm_source=x)",
        f"See {PAGE}?utm_source=x.",
    ]
    assert found("tracking-parameter", article(*body)) == []


def test_the_settings_may_name_more() -> None:
    [rule] = [rule for rule in all_rules() if rule.name == "tracking-parameter"]
    options = {("tracking-parameter", "names"): ("Source", "cmp")}
    context = Context(with_own(PAGE + "?cmp=rss&source=x&page=2"), options=options)
    assert [finding.expected for finding in rule.check(context)] == [PAGE + "?page=2"]


def test_what_is_no_text_has_no_fix() -> None:
    text = with_link(PAGE + "?utm_source=x").encode() + b"\xff"
    assert [finding.fix for finding in findings("tracking-parameter", text)] == [None]


@pytest.mark.parametrize("parameter", ["ref=rss", "srcref=rss", "r=rss", "Ref=RSS"])
def test_some_parameters_count_with_a_value(parameter: str) -> None:
    name = parameter.partition("=")[0]
    url = "https://skerrynews.example/ferry"
    text = article(f"A [link]({url}?{parameter}) to the ferry.")
    assert f"({url})" in fixed("tracking-parameter", text)
    assert findings("tracking-parameter", text.replace(parameter, f"{name}=2")) == []
