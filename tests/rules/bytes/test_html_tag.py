"""Tags and comments of HTML are found, and what is only in angle brackets is not."""

import pytest

from corpusfmt.text.edits import apply
from tests.rules.cases import article, findings, fixed, found

OTHER = {
    "shares": 'He/she; 5/8>1/2; and/or="yes"',
    "comparisons": "a < b, c > d, 5<6 and x<y>z, i <3 you",
    "addresses": "<https://a.example> <mailto:ida@a.example> <ida@a.example>",
    "underlining": "<u>so</u>",
    "placeholders": "Dear <name>, your <title> at <time>, <persönliche E-Mail-Adresse>, <b und c>",
    "prefixes": "a <b:c> and <re:plan>, std::<so>, <o:> and <x:y>",
    "types": "a vector<string>, #include <stdio.h>, List<T>",
    "about HTML": "In HTML a <p> begins a paragraph, and <br> breaks a line.",
    "about CSS": "With CSS, <div class='a'> is red.",
    "about tags": "Every <p> begins a paragraph, and a <br> or an <hr> , too.",
    "a row of tags": "Tags to know: <p>, <div>, <span> and <table>.",
    "two tags": "Mit <strong> oder <em> wird Text betont.",
    "entries": "- <p>: a paragraph\n\n- <b>: bold text",
    "lines": "<p> – a paragraph\n<b> – bold text",
    "a pair that is named": "A page begins with <html> and ends with </html>. Then it is shown.",
    "named after": "A good <b> tag is hard to find, says the maker of <i>.",
    "named before": "The tag <center> is old, and so are <font> and </font>.",
    "quoted": 'He typed “<br>” for a new line, and "<p>" for a new paragraph.',
    "in German": "Das <b>-Element und der Tag <br> sind alt.",
    "in Russian": "Он набрал тег <br> и тег <p>.",
    "in Chinese": "他输入<br>标签和<p>标签。",
    "URL of a link": "[a](<p>) and ![b](<P>)",
    "other languages": "«<ось>» <字> <тег>",
    "no end": "<p <div class= <!-- so",
}


@pytest.mark.parametrize("text", OTHER.values(), ids=OTHER)
def test_what_is_no_tag_is_not_found(text: str) -> None:
    assert found("html-tag", article(text)) == []


LEFT = {
    "a tag without its end": ("The fare stays.</p The vote is on.", ["/p"]),
    "a target": ('The page" target="_blank" is here.', ['="_blank"']),
    "tags of a layout program": ("<ParaStyle:Body>The ferry.", ["<ParaStyle:Body>"]),
    "without its start": ("It sailed on Monday/p> at noon/div>", ["/p>", "/div>"]),
    "an attribute": ('See a href="/times">the times', ['="/times"']),
    "a paragraph": ("One<p>two", ["<p>"]),
    "behind a backslash": ("\\<p>One\\</p>", ["<p>", "</p>"]),
    "attributes": ('A <span class="a_b" id=c>word</span>', ['<span class="a_b" id=c>', "</span>"]),
    "upper case": ("One<BR>two<Br />three", ["<BR>", "<Br />"]),
    "a link": (
        'See <a href="https://a.example/?a&amp;b">this</a>',
        ['<a href="https://a.example/?a&amp;b">', "</a>"],
    ),
    "a link without its attributes": ("See <a>this</a>", ["<a>", "</a>"]),
    "a link over two lines": ('See <a\nhref="#">this</a>', ['<a\nhref="#">', "</a>"]),
    "a comment": ("One <!-- more --> two", ["<!-- more -->"]),
    "a condition": (
        "<!--[if gte mso 9]> One <![endif]-->",
        ["<!--[if gte mso 9]>", "<![endif]-->"],
    ),
    "a word processor": ("<o:p>One</o:p><w:Word>", ["<o:p>", "</o:p>", "<w:Word>"]),
    "XML": ("<xml>One</xml>", ["<xml>", "</xml>"]),
    "a document type": ("<!DOCTYPE html> One", ["<!DOCTYPE html>"]),
    "a word with its end": ("<title>Ferry</title>", ["<title>", "</title>"]),
    "a word with attributes": ('at <time datetime="2020">noon', ['<time datetime="2020">']),
    "a script": ("<script>a()</script>", ["<script>", "</script>"]),
    "underlining that is text": ("\\<u>so\\</u>", ["<u>", "</u>"]),
    "asking for JavaScript": ("Please enable JavaScript<br>to comment", ["<br>"]),
    "line breaks with spaces": ("One <br> two <br /> three", ["<br>", "<br />"]),
    "a pair between spaces": ("The <b> ferry </b> sailed", ["<b>", "</b>"]),
    "two pairs in a row": ("<b>Ada</b>, <i>Tom</i>", ["<b>", "</b>", "<i>", "</i>"]),
    "labels": ("<b>Where:</b> Merrow", ["<b>", "</b>"]),
    "a quotation in a tag": ('So <em>"late"</em>, she said', ["<em>", "</em>"]),
    "tags in a quotation": ("“It is <b>late</b>,” she said", ["<b>", "</b>"]),
    "a price tag": ("It has a price tag<br>of 12 crowns", ["<br>"]),
    "paragraphs without an end": ("One. <p> Two. <p> Three", ["<p>", "<p>"]),
    "a rest of a list": ("<ul><li>One <li>Two</ul>", ["<ul>", "<li>", "<li>", "</ul>"]),
    "Russian": ("Паром <b>снова</b> ходит<br/>", ["<b>", "</b>", "<br/>"]),
    "references": ("The ferry&#60;br&#62; sailed", ["&#60;br&#62;"]),
    "Chinese": ("<p>渡船</p>", ["<p>", "</p>"]),
}


@pytest.mark.parametrize(("text", "tags"), LEFT.values(), ids=LEFT)
def test_tags_are_found(text: str, tags: list[str]) -> None:
    assert [span for _, span, _ in found("html-tag", article(text))] == tags


def test_the_message_says_what_it_is() -> None:
    assert [
        message for _, _, message in found("html-tag", article("<br><!-- a --><!doctype html>"))
    ] == [
        "HTML tag “<br>” in the text",
        "HTML comment “<!-- a -->” in the text",
        "HTML document type “<!doctype html>” in the text",
    ]


FIXED = {
    "a look": (article("The <span>ferry sails"), article("The ferry sails"), True),
    "a look behind a backslash": (
        article("The \\</font>ferry sails"),
        article("The ferry sails"),
        True,
    ),
    "a look that hides a mark": (
        article("The *<span>*ferry** sails"),
        article("The **ferry** sails"),
        False,
    ),
    "a look that hides an item": (article("<span>- ferry"), article("- ferry"), False),
    "a meaning": (article("The <em>ferry"), article("The ferry"), False),
    "at the start of a line": (article("<p>The ferry"), article("The ferry"), False),
    "at the end of a line": (article("The ferry</div>"), article("The ferry"), False),
    "a line break": (article("The<br>ferry"), article("The ferry"), False),
    "a line break beside a space": (article("The<br /> ferry"), article("The ferry"), False),
    "a line break before a sign": (article("The ferry<br/>. It"), article("The ferry. It"), False),
    "a line break before a mark": (article('Said<br>"Go"'), article('Said "Go"'), False),
    "a line break in Japanese": (article("渡し船は<br>月曜日"), article("渡し船は月曜日"), False),
    "a comment": (article("The <!-- more -->ferry"), article("The ferry"), False),
    "a paragraph of its own": (article("One.", "<p>", "Two."), article("One.", "Two."), False),
}


@pytest.mark.parametrize(("text", "wanted", "safe"), FIXED.values(), ids=FIXED)
def test_the_fix_leaves_a_tag_out(text: str, wanted: str, safe: bool) -> None:
    assert fixed("html-tag", text) == wanted
    assert found("html-tag", wanted) == []
    [finding] = findings("html-tag", text)
    assert finding.fix is not None
    assert finding.fix.safe is safe


@pytest.mark.parametrize(
    "text", ["10<sup>2", "<script>", "One<p>two", "One<td>two", '<img src="a.jpg"> so']
)
def test_there_is_no_fix_where_words_would_run_together_or_be_lost(text: str) -> None:
    assert [finding.fix for finding in findings("html-tag", article(text))] == [None]


def test_there_is_no_fix_where_the_bytes_are_no_text() -> None:
    assert findings("html-tag", b"One <span>two \xff")[0].fix is None


def test_lines_of_the_header_are_not_joined() -> None:
    text = article("One<br>two.", head="The sea<br>The ferry")
    assert [finding.fix is None for finding in findings("html-tag", text)] == [True, False]


NAMES = [
    ("By Ada Brook<br>Tom Reed", "By Ada Brook, Tom Reed"),
    ("By Ada Brook <br /> Tom Reed", "By Ada Brook , Tom Reed"),
    ("By Ada Brook,<br>Tom Reed", "By Ada Brook, Tom Reed"),
    ("By Ada Brook<br>and Tom Reed<BR>Eva Lind", "By Ada Brook, and Tom Reed, Eva Lind"),
    ("Von Anna Holm<br>Redakteurin", "Von Anna Holm, Redakteurin"),
    ("Ada Brook<br>Tom Reed", "Ada Brook, Tom Reed"),
    ("By [Ada](#)<br>[Tom](#)", "By [Ada](#)\n[Tom](#)"),
    ("By Ada Brook<br>March 14, 2023", "By Ada Brook\nMarch 14, 2023"),
    ("By Ada Brook<br>Merrow Post", "By Ada Brook\nMerrow Post"),
    ("By Ada Brook<br>The ferry sailed.", "By Ada Brook\nThe ferry sailed."),
]


@pytest.mark.parametrize(("line", "wanted"), NAMES)
def test_a_break_after_names_is_a_comma_or_a_line_end(line: str, wanted: str) -> None:
    text = f"# Ferry Runs Again\n\n{line}\n\nBody.\n"
    for after in (text, text.replace("\n\nBody", "\n\n\n\nBody")):
        fixes = [one.fix for one in findings("html-tag", after) if one.fix is not None]
        edits = [edit for fix in fixes for edit in fix.edits]
        assert apply(after, edits) == after.replace(line, wanted)
        assert not any(fix.safe for fix in fixes)
