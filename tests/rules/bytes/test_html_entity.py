"""References left in the text are found and replaced, and what only looks like one is not."""

import pytest

from tests.rules.cases import article, expected, findings, fixed, found

OTHER = {
    "ampersands": article("R&D, AT&T; Johnson&Johnson; B&in; S&P; Q&A;"),
    "a word of no reference": article("fish &chips; &amplifier; &#; &#x; &;"),
    "what the format reads": article("the winter&#8217;s mail&#x2014;late"),
    "an address": article("See https://a.example/?a=1&copy;=2&amp;b=3 and www.a.example/?x&lt;y"),
    "a link": article("[here](https://a.example/?a=1&amp;b=2) and [there](/list?a&amp;b)"),
    "an address in brackets": article("<https://a.example/?a=1&amp;b=2>"),
    "the address of the article": article(
        "Text.", "Original url:\n\n<https://a.example/?a=1&amp;b=2>"
    ),
    "without its end": article("Fish &amp chips &nbsp for two"),
}


@pytest.mark.parametrize("text", OTHER.values(), ids=OTHER)
def test_what_is_no_reference_to_a_reader_is_not_found(text: str) -> None:
    assert found("html-entity", text) == []


LEFT = {
    "a name": ("Fish &amp; chips", "Fish & chips", True),
    "behind a backslash": ("Fish \\&amp; chips", "Fish & chips", True),
    "behind a backslash that is text": ("a\\\\&amp;b", "a\\\\&b", False),
    "twice": ("Fish &amp;amp; chips", "Fish & chips", True),
    "a number twice": ("the winter&amp;#8217;s mail", "the winter’s mail", True),
    "a number behind a backslash": ("the winter\\&#8217;s mail", "the winter’s mail", True),
    "an ampersand that is read": ("Fish &#38;amp; chips", "Fish & chips", True),
    "a letter": ("Caf&eacute; na&iuml;ve", None, True),
    "a quotation mark": ("the &quot;ferry", 'the "ferry', True),
    "before a word with a semicolon": ("A &amp;T; B", "A &T; B", True),
    "several": ("so&hellip;&rdquo; she", "so…” she", True),
    "a hard blank": ("61&nbsp;passengers", "61\u00a0passengers", True),
    "a hard blank by its number": ("61&#160;passengers", "61\u00a0passengers", True),
    "a hard blank beside a blank": ("on Monday.&nbsp; It", "on Monday.\u00a0 It", False),
    "a hard blank at the end": ("on Monday.&nbsp;", "on Monday.\u00a0", False),
    "windows-1252": ("the winter&#146;s mail", "the winter’s mail", True),
    "a bracket": ("3 &lt; 5", "3 < 5", False),
    "a tag": ("a &lt;b&gt; c", None, False),
    "a star": ("a &ast;b* c", "a \\*b* c", True),
    "a dash": ("&mdash; so", "— so", True),
    "a soft hyphen": ("fer&shy;ry", "fer\xadry", False),
    "a line feed": ("one&NewLine;two", "one two", False),
    "where HTML is spoken of": ("In HTML &amp; elsewhere", "In HTML & elsewhere", False),
}


@pytest.mark.parametrize(("text", "meant", "safe"), LEFT.values(), ids=LEFT)
def test_what_is_left_is_found_and_written_out(text: str, meant: str | None, safe: bool) -> None:
    content = article(text)
    fixes = [finding.fix for finding in findings("html-entity", content)]
    assert [fix is not None and fix.safe for fix in fixes] == [safe] * len(fixes)
    assert fixes
    if meant is not None:
        assert fixed("html-entity", content) == article(meant)
        assert found("html-entity", fixed("html-entity", content)) == []


def test_the_place_is_that_of_the_reference() -> None:
    message = "HTML character reference “&quot;” in the text"
    assert found("html-entity", article("He said \\&quot;no&quot;")) == [
        ("5:9", "\\&quot;", message),
        ("5:18", "&quot;", message),
    ]


def test_what_is_meant_is_expected() -> None:
    text = article("&eacute; &nbsp; &amp;&quot; \\&#8203; &fjlig;")
    assert expected("html-entity", text) == [
        "é",
        "U+00A0 (no-break space)",
        '&"',
        "U+200B (zero width space)",
        "fj",
    ]


def test_one_that_changes_the_layout_makes_all_unsafe() -> None:
    text = article("Fish &amp; chips", "&num; So")
    assert [
        finding.fix is not None and finding.fix.safe for finding in findings("html-entity", text)
    ] == [False] * 2


def test_there_is_no_fix_where_the_bytes_are_no_text() -> None:
    assert findings("html-entity", b"Fish &amp; chips \xff")[0].fix is None


def test_a_space_in_a_title_may_be_intended() -> None:
    [finding] = findings("html-entity", "# Ferry&nbsp;Runs Again\n\nThe ferry sailed.\n")
    assert finding.fix is not None
    assert not finding.fix.safe
