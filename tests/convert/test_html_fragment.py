"""Blocks of HTML that other programs have written."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.convert.html_fragment import read_fragment
from corpusfmt.model.document import Block
from corpusfmt.model.fields import VERSION
from corpusfmt.syntax.normal_form import normalize_document
from corpusfmt.validation.validator import problems

DETAILS = ("level", "number", "depth", "url", "alt")


def shown(blocks: list[Block]) -> list[str]:
    """Return blocks in short: the type, and the words with marks."""
    lines: list[str] = []
    for block in blocks:
        one: Any = block
        words = "".join(_shown(node) for node in one.get("content", ()))
        details = "".join(
            f" {key}={one[key]}" for key in ("level", "number", "depth", "url", "alt") if key in one
        )
        lines.append(f"{one['type']}{details}: {words}".rstrip(": "))
    return lines


def _shown(node: Any) -> str:
    if node["type"] == "break":
        return "/"
    if node["type"] == "link":
        return f"[{''.join(map(_shown, node['content']))}]({node['url']})"
    return ("*" if "em" in node else "") + ("**" if "strong" in node else "") + str(node["text"])


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("<p>One  two\n three</p><p>Four</p>", ["paragraph: One two three", "paragraph: Four"]),
        ("words without a tag", ["paragraph: words without a tag"]),
        ("<p>One<p>Two", ["paragraph: One", "paragraph: Two"]),
        ("<div>One<p>Two</p>Three</div>", ["paragraph: One", "paragraph: Two", "paragraph: Three"]),
        ("<h1>One</h1><h3>Two</h3>", ["heading level=2: One", "heading level=3: Two"]),
        ("<h2>One<br>two</h2>", ["heading level=2: One two"]),
        ("<p>a<br><br> b<br></p>", ["paragraph: a// b"]),
        ("<p>a <b>b</b> <i>c</i></p>", ["paragraph: a **b *c"]),
        ('<p><a href="u">a <b>b</b></a> <a>c</a></p>', ["paragraph: [a **b](u) c"]),
        ("<blockquote>a<p>b</p></blockquote>", ["quote: a", "quote: b"]),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</ul>", ["item: a", "item depth=1: b", "item: c"]),
        ("<ol><li>a<li>b</ol>", ["item number=1: a", "item number=2: b"]),
        ('<ol start="7"><li>a</ol>', ["item number=7: a"]),
        ('<p>a <img>b<img data-src="u"> c</p>', ["paragraph: a b c"]),
        (
            '<p>a<img src="u" alt="b">c</p><hr>',
            ["paragraph: a", "image url=u alt=b", "paragraph: c", "separator"],
        ),
        ("<script>x</script><p>a&amp;b&#8217;s</p><style>y</style>", ["paragraph: a&b’s"]),
        ("<!-- c --><p> &nbsp; </p></p></ul></b>", []),
        ("<pre>a\n  b</pre>", ["paragraph: a/  b"]),
    ],
)
def test_html_is_read_as_these_blocks(html: str, blocks: list[str]) -> None:
    found = read_fragment(html).blocks
    assert shown(found) == blocks


TAGS = [
    "p",
    "div",
    "h2",
    "ul",
    "ol",
    "li",
    "a href=u",
    "b",
    "i",
    "br",
    "img src=u",
    "blockquote",
    "hr",
    "pre",
]
PIECES = st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag.split()[0]}>" for tag in TAGS])


ODD = ["<", "&", "&#0;", "\x0b", "\ufeff", "&#65279;", "\u2028", "\x85", "\x07"]
ODD += ['<a href="u\nv\ufeff\x01w x">', '<img src="\tu\r\x85" alt="\u2029a\ufeff">']


@given(st.lists(PIECES | st.sampled_from(["a", " ", "\n", "b c", *ODD])))
def test_any_html_gives_blocks_that_the_schema_accepts(pieces: list[str]) -> None:
    document: Any = {
        "corpusfmt": VERSION,
        "title": "T",
        "body": read_fragment("".join(pieces)).blocks,
    }
    if document["body"]:
        assert not problems(normalize_document(document))


@pytest.mark.parametrize(
    ("html", "blocks", "lost"),
    [
        ("<p>\ufeffa&#65279;b\x07c</p>", ["paragraph: abc"], {"\ufeff", "\x07"}),
        ("<p>a\u2028b\x0bc\x85d</p>", ["paragraph: a b c d"], set()),
        ('<p><a href=" u\nv\ufeff ">a</a></p>', ["paragraph: [a](uv)"], {"\ufeff"}),
        ('<img src="u\tv" alt="a\u2028\x00b">', ["image url=uv alt=a b"], {"\x00"}),
        ("<script>\ufeff</script><p>a</p>", ["paragraph: a"], set()),
    ],
)
def test_what_no_document_can_hold_is_left_out(
    html: str, blocks: list[str], lost: set[str]
) -> None:
    fragment = read_fragment(html)
    assert shown(fragment.blocks) == blocks
    assert fragment.lost == lost


def test_items_have_the_numbers_of_their_list_or_their_own() -> None:
    html = "<ol start=4><li>a<li>b<li value='9'>c<li>d</ol>"
    html += "<ol><li value=x>e</ol><ul><li value=3>f</ul>"
    numbers = [block.get("number") for block in read_fragment(html).blocks]
    assert numbers == [4, 5, 9, 10, 1, None]
