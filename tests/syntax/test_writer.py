"""Documents are written as their canonical text; text that looks like something else is escaped."""

import pytest

from corpusfmt.model.document import AuthorEntry, Block, Document, Node
from corpusfmt.syntax.credit import Around
from corpusfmt.syntax.normal_form import text_node
from corpusfmt.syntax.reading import read_document
from corpusfmt.syntax.writer import write_document
from corpusfmt.syntax.writer.guards import guard_header, may_be_credit, may_be_credit_heading
from corpusfmt.syntax.writer.inline import write_inline
from corpusfmt.syntax.writer.unmarked import write_unmarked

WORDS: Block = {"type": "paragraph", "content": [text_node("Words.")]}


def paragraph(text: str) -> Block:
    return {"type": "paragraph", "content": [text_node(text)]}


def test_the_parts_are_in_the_order_of_the_text() -> None:
    document: Document = {
        "corpusfmt": "1.0",
        "title": "T",
        "subtitle": "S",
        "byline": [{"name": "Ann"}, {"name": "Bo", "url": "#"}],
        "date": "2020-02-04",
        "updated": "2020-02-05T09:00",
        "intro": [[text_node("I.")]],
        "caption": "A ship",
        "credit": "A / AFP",
        "body": [WORDS],
        "url": "https://example.org/",
    }
    text = write_document(document)
    assert text == (
        "# T\n\n## S\n\nBy Ann and [Bo](#)\n\nFebruary 04, 2020\n\n"
        "Updated: February 05, 2020 - 09:00\n\nI."
        "\n\n\n\nA ship **A / AFP**\n\nWords.\n\nOriginal url:\n\n<https://example.org/>\n"
    )
    assert read_document(text) == document


def test_a_document_without_anything_visible_is_empty() -> None:
    assert write_document({"corpusfmt": "1.0", "body": []}) == ""


def test_a_date_that_is_not_in_the_calendar_is_an_error() -> None:
    with pytest.raises(ValueError, match="calendar"):
        write_document({"date": "2020-02-30"})


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ([paragraph("# a")], "\\# a\n"),
        ([paragraph("— a")], "— a\n"),
        ([paragraph("Original url: a")], "Original url\\: a\n"),
        ([{"type": "separator"}], "***\n"),
        (
            [{"type": "quote", "content": [text_node("a"), {"type": "break"}, text_node("b")]}],
            "> a\n> b\n",
        ),
        ([{"type": "image", "url": "u", "alt": "x", "credit": "A / B"}], "![x](u)\n**A / B**\n"),
        (
            [
                {
                    "type": "item",
                    "number": 10,
                    "content": [text_node("a"), {"type": "break"}, text_node("b")],
                },
                {"type": "item", "depth": 1, "content": [text_node("c")]},
            ],
            "10. a\n    b\n\n    - c\n",
        ),
        (
            [
                {
                    "type": "related",
                    "label": "",
                    "links": [{"title": "a", "url": "u"}, {"title": "b", "url": "v"}],
                }
            ],
            "**:** [a](u), [b](v)\n",
        ),
    ],
)
def test_blocks(body: list[Block], text: str) -> None:
    document: Document = {"corpusfmt": "1.0", "title": "T", "body": [WORDS, *body]}
    written = write_document(document)
    assert written == "# T\n\n\n\nWords.\n\n" + text
    assert read_document(written) == document


@pytest.mark.parametrize(
    ("document", "escaped"),
    [
        ({"title": "T", "body": [paragraph("AFP"), WORDS]}, "&#65;FP"),
        (
            {
                "title": "T",
                "body": [
                    {"type": "heading", "level": 3, "content": [text_node("X / AFP", strong=True)]},
                    WORDS,
                ],
            },
            "&#88;",
        ),
        ({"body": [paragraph("By Ida Holm"), WORDS]}, "&#66;y Ida Holm"),
        ({"body": [paragraph("February 30, 2020"), paragraph("By Ida Holm")]}, "&#66;y Ida Holm"),
        ({"title": "T", "intro": [[text_node("2020-02-04")]], "body": [WORDS]}, "&#50;020-02-04"),
        (
            {"title": "T", "byline": [{"name": "Ann 2020-02-04"}], "body": [WORDS]},
            "&#65;nn &#50;&#48;",
        ),
    ],
)
def test_what_looks_like_another_part_is_escaped(document: Document, escaped: str) -> None:
    document = {"corpusfmt": "1.0", **document}
    text = write_document(document)
    assert escaped in text
    assert read_document(text) == document


@pytest.mark.parametrize(
    ("nodes", "text"),
    [
        ([text_node("a", strong=True, em=True)], "***a***"),
        ([text_node("a", em=True), text_node("b", strong=True)], "*a*__b__"),
        ([text_node("a", strong=True), text_node("b")], "**a**b"),
        ([text_node(":", strong=True), text_node("b")], "**:**&#98;"),
        (
            [text_node("a!"), {"type": "link", "url": "u", "content": [text_node("b")]}],
            "a\\![b](u)",
        ),
        ([{"type": "link", "url": "tag:a", "content": [text_node("tag:a")]}], "<tag:a>"),
        ([text_node("*"), text_node("a", em=True)], "&#42;*a*"),
        ([text_node("a"), {"type": "break"}, text_node("b")], "a\nb"),
    ],
)
def test_inline_lists(nodes: list[Node], text: str) -> None:
    assert write_inline(nodes) == text


def test_the_first_character_is_a_reference_on_request() -> None:
    assert write_inline([text_node("ab")], escape_first=True) == "&#97;b"
    assert write_inline([text_node("ab", em=True)], escape_first=True) == "*&#97;b*"
    assert write_inline(
        [{"type": "link", "url": "u", "content": [text_node("ab")]}], escape_first=True
    ) == ("[&#97;b](u)")


def test_the_shortcut_takes_only_paragraphs_without_marks() -> None:
    taken = [paragraph("Only words."), paragraph("or words"), paragraph("one of them")]
    others: list[Block] = [
        paragraph("a * b"),
        paragraph("- a"),
        {"type": "separator"},
        {"type": "paragraph", "content": [text_node("a", em=True)]},
        {
            "type": "paragraph",
            "content": [{"type": "link", "url": "u", "content": [text_node("a")]}],
        },
    ]
    assert write_unmarked([taken[0], taken[2], *others]) == [
        "Only words.",
        "one of them",
        *[""] * len(others),
    ]
    assert write_unmarked([taken[1]]) == [""], "it may begin with the label of the URL"


def test_guards_of_credits() -> None:
    around = Around({"corpusfmt": "1.0"}, [])
    assert may_be_credit("Photo: Ida Holm", around)
    assert not may_be_credit("The ferry sailed at noon.", around)
    assert may_be_credit_heading("### **X / AFP**", around)


@pytest.mark.parametrize(
    ("blocks", "escaped"),
    [
        (["A paragraph.", "Another."], ["A paragraph.", "Another."]),
        (["By Ida Holm"], ["&#66;y Ida Holm"]),
        (["Words.\nBy Ida Holm"], ["Words.\n&#66;y Ida Holm"]),
        (["February 04, 2020"], ["&#70;ebruary 04, 2020"]),
        (["February 30, 2020", "By Ida Holm"], ["February 30, 2020", "&#66;y Ida Holm"]),
        (["Ida Holm", "February 04, 2020"], ["Ida Holm", "&#70;ebruary 04, 2020"]),
        (["By Ida Holm", "By Tom Reed"], ["&#66;y Ida Holm", "&#66;y Tom Reed"]),
        (["by", r"\_"], ["by", "&#95;"]),
        (["**February 04, 2020**"], ["**&#70;ebruary 04, 2020**"]),
        (["[Ada](#)", "2020-02-04"], ["[Ada](#)", "&#50;020-02-04"]),
        (["x"] * 11 + ["By Ida Holm"], ["x"] * 11 + ["&#66;y Ida Holm"]),
        (["x"] * 12 + ["By Ida Holm"], ["x"] * 12 + ["By Ida Holm"]),
        (["x" * 120] * 2 + ["By Ida Holm"], ["x" * 120] * 2 + ["By Ida Holm"]),
        ([], []),
    ],
)
def test_lines_that_would_be_of_the_header_are_escaped(
    blocks: list[str], escaped: list[str]
) -> None:
    assert guard_header(blocks) == escaped


@pytest.mark.parametrize(
    ("fields", "block"),
    [
        (["By Ida Holm"], "By Tom Reed"),
        (["February 04, 2020"], "February 05, 2020"),
        (["Updated: February 04, 2020"], "Updated: February 05, 2020"),
        (["# By Ida Holm", "By Ida Holm", "February 04, 2020"], "By Tom Reed, February 05, 2020"),
    ],
)
def test_a_line_that_the_header_has_no_room_for_needs_no_guard(
    fields: list[str], block: str
) -> None:
    assert guard_header([block], fields) == [block]
    assert guard_header([block]) != [block]


@pytest.mark.parametrize(
    ("authors", "byline"),
    [
        ([{"name": "Ann"}, {"name": "Bo", "url": "#"}], "By Ann and [Bo](#)"),
        ([{"name": "Ann", "role": "AP"}], "By Ann (AP)"),
        ([{"name": "Ann", "role": "a (b"}], r"By Ann (a \(b)"),
        ([{"name": "Ann, MD, PhD"}, {"name": "Bo, Jr."}], "By Ann, MD, PhD and Bo, Jr."),
        ([{"name": "Ann, Bo"}], "By Ann&#44; Bo"),
        ([{"name": "the board"}], "By &#116;he board"),
        ([{"name": "Ann in Skarv"}], "By &#65;nn in Skarv"),
        ([{"name": "Ann"}, {"name": "Staff Writer"}], "By Ann and Staff Writer"),
        (
            [{"name": "Ann"}, {"name": "Staff Writer"}, {"name": "Bo"}],
            "By Ann, &#83;taff Writer and Bo",
        ),
        (
            [{"name": "Ann", "role": "in", "url": "#"}, {"name": "with"}],
            "By [Ann](#) (in) and &#119;ith",
        ),
        ([{"name": "May 5, 2021", "url": "#"}], "By [May 5, 2021](#)"),
    ],
)
def test_bylines(authors: list[AuthorEntry], byline: str) -> None:
    document: Document = {"corpusfmt": "1.0", "title": "T", "byline": authors, "body": [WORDS]}
    text = write_document(document)
    assert text.splitlines()[2] == byline
    assert read_document(text) == document
