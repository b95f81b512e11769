"""Files of other programs: their records, rows and articles, and where their problems are."""

import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpusfmt.convert.foreign_article import ForeignArticle
from corpusfmt.convert.foreign_reading import import_text
from corpusfmt.convert.imported import Imported
from corpusfmt.convert.importer import BytesImporter, ImportOptions, RecordImporter, TextImporter
from corpusfmt.convert.importers import IMPORTERS, RECORDS, TEXTS
from corpusfmt.convert.json_characters import has_c1_controls
from corpusfmt.syntax.normal_form import normalize_document
from corpusfmt.validation.validator import problems

NEWS = {"title": "Ferry", "maintext": "It sailed.", "date_publish": None, "source_domain": "x"}
NO_OPTIONS = ImportOptions()


def read(text: str, kind: str, columns: dict[str, str] | None = None) -> list[Imported]:
    importer = IMPORTERS[kind]
    assert not isinstance(importer, BytesImporter)
    return list(import_text(text, importer, ImportOptions(columns or {}, "name")))


def reported(found: list[Imported]) -> list[str]:
    """Return the problems in words, with the text that each is about."""
    return [
        f"{one.text[slice(*problem.span)]}: {problem.message}; {problem.expected}"
        for one in found
        for problem in one.problems
    ]


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([NEWS, NEWS]),
        json.dumps(NEWS) + "\n" + json.dumps(NEWS) + "\n",
        json.dumps({"Post": [NEWS], "Times": [NEWS]}, indent=1),
    ],
)
def test_json_has_many_articles_in_several_ways(text: str) -> None:
    found = read(text, "news-please")
    assert [one.number for one in found] == [1, 2]
    assert [one.document["title"] for one in found if one.document] == ["Ferry", "Ferry"]


def test_a_problem_is_where_its_value_is() -> None:
    text = json.dumps([NEWS, NEWS | {"title": 7, "date_publish": "soon"}, NEWS | {"authors": [{}]}])
    found = read(text, "news-please")
    assert reported(found) == [
        "7: the value is a number; a string",
        '"soon": the date “soon” is not read; '
        "a date such as 2024-03-05 or 2024-03-05T09:02:00+01:00",
        "{: the value is an object, and not kept; a string",
    ]
    assert [one.document is not None for one in found] == [True, False, True]
    assert [problem.pointer for one in found for problem in one.problems] == [
        "/1/title",
        "/1/date_publish",
        "/2/authors/0",
    ]


def test_characters_that_no_document_holds_are_reported_and_the_article_is_kept() -> None:
    [found] = read(json.dumps(NEWS | {"maintext": "It\ufeff sai\u0007led."}), "news-please")
    assert reported([found]) == [
        '"It\\ufeff sai\\u0007led.": U+0007, U+FEFF is not kept: no document can hold it; None'
    ]
    assert found.document is not None
    content = [{"type": "text", "text": "It sailed."}]
    assert found.document["body"] == [{"type": "paragraph", "content": content}]


def test_characters_that_no_document_holds_are_reported_in_markdown() -> None:
    [found] = read("---\ntitle: Ferry\n---\n\nIt\ufeff sailed.\x07\n", "front-matter")
    assert reported([found]) == [
        "\ufeff: U+0007, U+FEFF is not kept: no document can hold it; None"
    ]
    assert found.document is not None
    content = [{"type": "text", "text": "It sailed."}]
    assert found.document["body"] == [{"type": "paragraph", "content": content}]


def test_line_breaks_in_a_title_become_spaces() -> None:
    [found] = read(json.dumps(NEWS | {"title": " Ferry \n\t returns\u2028home "}), "news-please")
    assert found.document is not None
    assert found.document["title"] == "Ferry returns home"


@pytest.mark.parametrize(
    ("record", "message", "expected"),
    [
        ({"text": "x", "meta_lang": "en"}, "JSON of newspaper4k", "--from newspaper4k"),
        ({"corpusfmt": "1.0"}, "a document of corpusfmt", "--from json"),
    ],
)
def test_another_format_is_named(record: Any, message: str, expected: str) -> None:
    assert reported(read(json.dumps(record), "news-please")) == [
        f"{{: this looks like {message}; {expected}"
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "invalid JSON"),
        ('{"title": NaN}', "the article has no title"),
        ("[1]", "a number is not an article"),
        ("", "the file is empty"),
        ('{"title": "T", "date_publish": null, "maintext": null}', "the article has no text"),
    ],
)
def test_json_that_is_no_article_is_a_problem(text: str, message: str) -> None:
    [found] = read(text, "news-please")
    assert found.document is None
    assert message in reported([found])[0]


def test_a_line_that_is_not_json_does_not_hold_the_others() -> None:
    found = read(f"{json.dumps(NEWS)}\n{{\n{json.dumps(NEWS)}\n", "news-please")
    assert [(one.row, one.document is not None) for one in found] == [
        (1, True),
        (2, False),
        (3, True),
    ]


@pytest.mark.parametrize(
    ("text", "columns", "message"),
    [
        (
            "a,b\n1,2\n",
            {},
            "a,b: no column has the title; a column title or headline, or --map title=COLUMN",
        ),
        ("title,x\n1,2\n", {"text": "y"}, "title,x: there is no column “y”; --map text=COLUMN"),
        ("", {}, ": the table has no rows; an article in each row"),
        ("title,text\n\n", {}, "title,text: the table has no rows; an article in each row"),
        ('title,text\n"a,b\n', {}, '"a,b: invalid CSV: unexpected end of data'),
        ("title,text\na\n", {}, "a: the row has 1 value; 2, one for each column"),
        ("title,text\n,b\n", {}, ",b: the article has no title"),
    ],
)
def test_a_table_that_is_not_one_is_a_problem(
    text: str, columns: dict[str, str], message: str
) -> None:
    assert any(one.startswith(message) for one in reported(read(text, "csv", columns)))


def test_rows_have_the_lines_where_they_begin() -> None:
    found = read('\n\ntitle\ttext\nA\t"one\n\ntwo"\n\nB\tthree\n', "tsv")
    assert [(one.row, one.number) for one in found] == [(4, 4), (8, 8)]
    assert [len(one.document["body"]) for one in found if one.document] == [2, 1]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("lexisnexis", "HEADLINE: A\n\nBODY:\n\nOne.\n\n{}\n\nLOAD-DATE: May 5, 2024\n"),
        ("proquest", "Title: A\n\nFull text: One.\n\n{}\n\nPublication date: May 5, 2024\n"),
    ],
)
def test_a_paragraph_of_a_text_that_begins_like_a_label_is_kept(kind: str, text: str) -> None:
    [found] = read(text.format("Subject: two.\n\nThree."), kind)
    assert found.document is not None
    body: Any = found.document["body"]
    words = [block["content"][0]["text"] for block in body]
    assert words == ["One.", "Subject: two.", "Three."]


KEYS = [
    "title",
    "headline",
    "text",
    "maintext",
    "body",
    "authors",
    "author",
    "date",
    "@type",
    "uri",
    "publishing_date",
    "plaintext",
    "images",
    "bodies",
    "headlines",
    "by",
    "url",
    "articleBody",
]
PLAIN = st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from(KEYS)
INNER = st.sampled_from([*KEYS, "role", "value"])
VALUES = st.recursive(
    PLAIN, lambda inner: st.lists(inner) | st.dictionaries(INNER, inner), max_leaves=12
)


@given(st.dictionaries(st.sampled_from(KEYS), VALUES), st.sampled_from(RECORDS))
@example({"title": "T", "body": {"sections": [{"paragraphs": 1}]}}, IMPORTERS["fundus"])
def test_any_record_is_read_or_reported(record: Any, importer: RecordImporter) -> None:
    if importer.delimiter is not None:
        return
    for found in import_text(json.dumps(record), importer, NO_OPTIONS):
        _is_read_or_reported(found)


STRINGS = st.lists(
    st.sampled_from(
        ["Ferry", "é", "e\u0301", "\u212b", '"', "\\", "/", "![a](b)", "<", " ", "\u00a0"]
    )
    | st.sampled_from(
        ["\n", "\n", "\t", "\r", "\x1c", "\x7f", "\u2003", "\u2028", "\ufeff", "\ud800"]
    ),
    max_size=6,
).map("".join)
LISTS = STRINGS | st.lists(STRINGS | st.none() | st.just(7), max_size=3)
FUNDUS_BODIES = st.fixed_dictionaries(
    {
        "summary": LISTS,
        "sections": st.lists(
            st.fixed_dictionaries({"headline": LISTS, "paragraphs": LISTS}), max_size=2
        ),
    }
)
KEYS_OF: dict[str, dict[str, Any]] = {
    "fundus": {"publishing_date": None, "plaintext": "x"},
    "ninjs": {"uri": "u", "body_text": "x"},
    "json-ld": {"@type": "Article"},
}
"""What shows the format of a record."""

DATES = st.sampled_from(["2024-02-30", "2024-03-05 00:00:00", "0000-01-01", "March 5, 2024", "x"])


@given(
    st.fixed_dictionaries(
        {"title": STRINGS, "maintext": STRINGS, "text": STRINGS, "date": DATES},
        optional={
            "authors": st.lists(STRINGS, max_size=2),
            "author": STRINGS,
            "date_publish": DATES,
            "url": STRINGS,
            "source": STRINGS,
            "caption": STRINGS,
            "credit": STRINGS,
            "intro": STRINGS,
            "publishing_date": DATES,
            "plaintext": STRINGS,
            "body": FUNDUS_BODIES,
            "headline": STRINGS,
            "byline": STRINGS,
            "body_text": STRINGS,
            "abstract": STRINGS,
            "articleBody": STRINGS,
        },
    ),
    st.sampled_from(
        ["news-please", "trafilatura", "newspaper4k", "fundus", "ninjs", "json-ld", "rows"]
    ),
    st.booleans(),
)
@example({"title": "T", "text": "x", "caption": "c"}, "rows", False)
@example({"title": "a\nb", "maintext": "x"}, "news-please", False)
@example({"title": "\u2003T", "maintext": "\u2003x"}, "news-please", False)
@example({"title": "T", "authors": ["e\u0301"], "maintext": "e\u0301"}, "news-please", False)
@example({"headline": "T", "byline": "By Ada Brook, Reporter", "body_text": "x"}, "ninjs", False)
@example({"title": "T", "body": {"sections": [{"paragraphs": [" x", "\u00a0"]}]}}, "fundus", False)
@example({"title": "T", "body": {"sections": [{"headline": " x\u2003"}]}}, "fundus", False)
def test_what_is_not_validated_is_valid(record: Any, kind: str, is_ascii: bool) -> None:
    """What is known of the strings of a text makes no difference, either."""
    importer: Any = IMPORTERS[kind]
    record = {"padding": "x" * 1000} | KEYS_OF.get(kind, {}) | record
    text = json.dumps(record, ensure_ascii=is_ascii or r"\ud800" in str(record))
    assert not has_c1_controls(text.encode())
    [found] = import_text(text, importer, NO_OPTIONS, has_controls=False)
    assert found == next(import_text(text, importer, NO_OPTIONS))
    if found.document is not None:
        assert problems(found.document) == ()
        assert normalize_document(found.document) == found.document


def test_a_headline_of_any_role_is_read() -> None:
    headlines = [{"role": ["main"], "value": "Other"}, {"role": "main", "value": "Ferry"}]
    text = json.dumps({"uri": "u", "headlines": headlines, "body_text": "It sailed."})
    [found] = read(text, "ninjs")
    assert found.document is not None
    assert found.document["title"] == "Ferry"


def test_what_another_function_made_is_validated() -> None:
    item: Any = {"type": "item", "depth": 3, "content": [{"type": "text", "text": "a"}]}
    made: dict[str, Any] = {
        "lines": lambda article: article.add_lines("a", ""),
        "blocks": lambda article: article.add_blocks([item], ""),
        "author": lambda article: article.add_author("Ada Brook", "", url="\x00"),
        "role": lambda article: article.add_author("Ada Brook", "", role="\u2003Reporter"),
    }
    for name, make in made.items():
        article = ForeignArticle()
        article.set_line("title", "Ferry", "")
        assert not article.is_surely_valid()
        article.add_paragraph("It sailed.", "")
        make(article)
        assert article.is_surely_valid() == (name == "lines")


LINES = st.sampled_from(
    """HEADLINE: A|BODY:|1 of 2 DOCUMENTS|words||HD|LP|AN|TD|@highlight|Full text: x|Title: y
Author: b, c; d|---|title: [a|title: b|<REUTERS>|<TITLE>t</TITLE>|<BODY>b|</BODY></REUTERS>
March 5, 2024|LOAD-DATE: x|BYLINE: [x]""".replace("\n", "|").split("|")
)


@given(st.lists(LINES | st.text(max_size=5)).map("\n".join), st.sampled_from(TEXTS))
def test_any_text_is_read_or_reported(text: str, importer: TextImporter) -> None:
    for found in import_text(text, importer, ImportOptions(path="name")):
        _is_read_or_reported(found)


def _is_read_or_reported(found: Imported) -> None:
    if found.document is None:
        assert any(not problem.is_warning for problem in found.problems)
    else:
        assert not problems(found.document)
        assert all(problem.is_warning for problem in found.problems)
    for problem in found.problems:
        start, end = problem.span
        assert 0 <= start <= end <= len(found.text)


HARD = st.text(
    st.characters() | st.sampled_from(" \t\r\n\x0b\x1c\x85\xa0\u0301\u2000\u2028\u3000\ufeffe")
)


@given(HARD, HARD, st.sampled_from(["news-please", "trafilatura", "newspaper4k"]))
@example("T", "\u2000a\n\u0301\n\xa0\n\x0b b \n", "news-please")
def test_paragraphs_of_any_text_are_valid_and_in_normal_form(
    title: str, text: str, kind: str
) -> None:
    record = {"title": f"T{title}", "text": f"{text}\nT", "author": None}
    record |= {"date_publish": None, "source_domain": "", "source-hostname": "", "meta_lang": ""}
    [found] = read(json.dumps(record), kind)
    _is_read_or_reported(found)
    assert found.document is not None
    assert found.document == normalize_document(found.document)


PAGE = "<!DOCTYPE html><html><title>Ferry</title><p>It sailed."


@pytest.mark.parametrize(
    ("text", "kind", "message"),
    [
        (PAGE, "trafilatura", "this looks like web pages; --from html"),
        (PAGE, "story", "this looks like web pages; --from html"),
        (PAGE, "csv", "this looks like web pages; --from html"),
        ("title,text\nA,b\n", "news-please", "this looks like CSV; --from csv"),
        ("title,text\nA,b\n", "tsv", "this looks like CSV; --from csv"),
        ('"title"\t"text"\nA\tb\n', "csv", "this looks like TSV; --from tsv"),
        (json.dumps(NEWS), "csv", "this looks like JSON of news-please; --from news-please"),
        (json.dumps(NEWS), "bbc", "this looks like JSON of news-please; --from news-please"),
        ('{"a": 1}', "story", "this looks like JSON; --from json"),
        ("<REUTERS >\n", "story", "this looks like Reuters-21578; --from reuters"),
        ("title;text\nA;b\n", "tsv", "this looks like CSV; --from csv"),
        (
            "Titel;Text\nA;b\n",
            "tsv",
            "the columns are separated by semicolons; tabs, as TSV has them",
        ),
        ("[]", "trafilatura", "the array is empty; an article"),
        ("title,text\nA\n", "csv", "the row has 1 value; 2, one for each column"),
        ("title,text,title\nA,b,C\n", "csv", "2 columns are named “title”; one"),
    ],
)
def test_what_a_file_is_instead_is_named(text: str, kind: str, message: str) -> None:
    [found] = read(text, kind)
    assert found.document is None
    [one] = found.problems
    assert f"{one.message}; {one.expected}" == message


@pytest.mark.parametrize(
    "text", ["[Update] Ferry\n\nIt sailed.\n", "{Ferry\n\nIt sailed.\n", "[\n\na\n"]
)
def test_a_text_that_only_begins_like_json_is_read(text: str) -> None:
    for kind in ("story", "bbc"):
        [found] = read(text, kind)
        assert found.document is not None


def test_two_columns_that_are_not_read_can_have_one_name() -> None:
    [found] = read("title,x,text,x\nA,1,b,2\n", "csv")
    assert found.document is not None
