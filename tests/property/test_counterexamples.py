"""Texts and documents that once broke a law: they stay."""

from typing import Any, cast

import pytest

from corpusfmt.api.articles import serialize_document
from corpusfmt.model.document import Document
from corpusfmt.syntax.normal_form import normalize_document
from corpusfmt.syntax.reading import read_document
from tests.property.laws import assert_is_markdown, assert_obeys

TEXTS = [
    # marks beside marks, punctuation and words
    "*r**:**g*",
    "# T\n0. **:**",
    "## <u>2020-02-04",
    "## Feb 0 2020<u>",
    "[\r<u>]()",
    "**[\n<u>](a)** b",
    "[a **\n<u>** b](c)",
    "- x\n\n  - <u>\n\n    - y\n\n      - z",
    "1. x\n\n   1. <u>\n\n   2. y",
    "_# *\t&_",
    "<tp:>\u0338",
    "a **<u>** b",
    "\\**a*",
    "[[\\](u)](](u))",
    "[<tag:](u)>",
    "__;__\ufeff**:**",
    # what is a byline or a date, and what only begins as one
    "Feb 0 2020<u>\n&",
    "BY\n•\n:",
    "`\n\n2020-02-04",
    "\u0301<u>א\n\nFebruary 4 2020",
    "By Ann Lee\n\nFebruary 04, 2020\n\nBy Bob Roe\n\nx",
    "February 04, 2020\n\nBy Ann Lee\n\nUpdated: February 05, 2020\n",
    "By Ann Lee\n\nFebruary 04, 2020\n\nBob Roe\nFebruary 04, 2020\n\nx",
    "Updated: December 31, 1999\n\n20200204 x",
    "Updated: 30/2/2024\n\n# February 30, 2024\n",
    "updated: May 1, 0000\n\n# February 3, 2024\n\n\n\n[x]",
    "February 30, 2024\n\n&#66;y Ida Lind\n\nx",
    "February 30, 2024\n\n&#85;pdated: May 3, 2024\n\nx",
    "February 30, 2024\n\nUpdated: 30/2/2024\n\n&#66;y Ida Lind",
    # roles before a name
    "TEXT:A@,FOTO:A@",
    "Text: A@,Foto: Ada Brook und Tom Reed",
    "By Ada with [Tom](#)",
    "Author:\nAda Brook 2021-02-05-",
    # what is after the gap
    "T\n\n\n# X/P\n0",
    "# T\n>Reuters",
    "# T\n\n\n\n- . Ω",
    "February 1,0001\n# **AA**\nORIGINAL URL:<0>",
    "\n\n\n### **X / AFP**",
    "<u>\n\n\nDP\n\n)",
    "![x](#)\n&#8212; a **b**",
    "![x](#)\n— a **b**",
    # blocks that show nothing behind their marker, and an address that is also a link to elsewhere
    "1. <u>",
    "# <u>\n\n## </u>",
    "- </u>\n\n> <u>",
    "Original url: [foo](http://x)",
    # a suffix after a link
    "# T\n\nBy [Tom Reed](https://example.org/tom); Jr.\n\n\n\nA",
    "# T\n\nBy [Tom; Reed, MD](a;b), PhD； Jr. (AP) and [Ada](#) Esq.\n\n\n\nA",
]

TITLE = {"corpusfmt": "1.0", "title": "T"}
WORDS = [{"type": "text", "text": "Words."}]
BODY = [{"type": "paragraph", "content": WORDS}, {"type": "separator"}]
DOCUMENTS: list[dict[str, Any]] = [
    # names: what parts them, what ends them, what is read as a date behind them
    {"byline": [{"name": "\u0301"}, {"name": "and"}, {"name": "!"}]},
    {"byline": [{"name": "and and"}]},
    {"byline": [{"name": ": and"}]},
    {"byline": [{"name": "&# x"}]},
    {"byline": [{"name": ",", "url": "and *a*"}]},
    {"byline": [{"name": "Jr."}, {"name": "a", "url": "_2020-02-04"}]},
    {"byline": [{"name": ",", "url": "and *a*"}, {"name": "and", "url": ", b", "role": "*c*"}]},
    {"byline": [{"name": "Ann Lee"}, {"name": "by See also 2020-02-04"}], "date": "2020-02-05"},
    {"byline": [{"name": "A | February 04, 2020"}]},
    {"byline": [{"name": "Last updated: 2020-02-04"}]},
    # an intro before a date, and after one
    {"updated": "1999-12-31", "intro": [[{"type": "text", "text": "20200204 x"}]]},
    {"intro": [[{"type": "text", "text": "Ann Lee"}], [{"type": "text", "text": "2020-02-04"}]]},
    # what looks like the guard of a paragraph
    {"caption": "&# a", "credit": "b"},
    {"caption": "©", "credit": "a \\\\#"},
    {"credit": "&# b"},
    {"body": [{"type": "image", "url": "#", "caption": "— a", "credit": "b"}]},
    {"body": [{"type": "image", "url": "#", "caption": "• a", "credit": "b"}]},
    {"body": [{"type": "related", "label": "&# x", "links": [{"title": "&#", "url": "#"}]}]},
    # titles of related articles
    {
        "body": [
            {
                "type": "related",
                "label": "",
                "links": [{"title": "Dr. <", "url": "<"}, {"title": "a * b", "url": ""}],
            }
        ]
    },
    # addresses
    {"body": [{"type": "image", "url": "\u0338 a"}]},
    {
        "body": [
            {
                "type": "paragraph",
                "content": [
                    {"type": "text", "text": "["},
                    {"type": "link", "url": "](u)", "content": WORDS},
                ],
            }
        ]
    },
    {
        "body": [
            {
                "type": "paragraph",
                "content": [
                    {"type": "text", "text": "["},
                    {
                        "type": "link",
                        "url": "tag:](u)",
                        "content": [{"type": "text", "text": "tag:](u)"}],
                    },
                ],
            }
        ]
    },
    # a star before emphasis
    {
        "body": [
            {
                "type": "paragraph",
                "content": [
                    {"type": "text", "text": "*"},
                    {"type": "text", "text": "a", "em": True},
                ],
            }
        ]
    },
]


@pytest.mark.parametrize("text", TEXTS)
def test_texts_obey_the_laws(text: str) -> None:
    assert_obeys(text)


@pytest.mark.parametrize("text", TEXTS)
def test_texts_obey_the_laws_as_a_body(text: str) -> None:
    assert_obeys("# T\n\n\n\n" + text)


@pytest.mark.parametrize("part", DOCUMENTS)
def test_documents_come_back(part: dict[str, Any]) -> None:
    document = normalize_document(cast("Document", {**TITLE, "body": BODY, **part}))
    text = serialize_document(document)
    assert read_document(text) == document
    assert_is_markdown(document)
    assert_obeys(text)
