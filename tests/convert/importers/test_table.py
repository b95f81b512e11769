"""Tables as pandas and Excel write them."""

import pytest

from tests.convert.importers.reading import read_file, read_rows

EXPECTED = {"title": "Ferry", "byline": ["Ada Brook", "Jon Falk"], "body": ["It sailed, at 5."]}


@pytest.mark.parametrize(
    "text",
    [
        'title;authors;text\n"Ferry";"Ada Brook; Jon Falk";It sailed, at 5.\n',
        "\ufefftitle;authors;text\r\nFerry;'Ada'\r\n".replace(
            "'Ada'", '"Ada Brook;Jon Falk";It sailed, at 5.'
        ),
        'sep=;\r\ntitle;authors;text\r\nFerry;"Ada Brook;Jon Falk";It sailed, at 5.\r\n',
        "sep=|\ntitle|authors|text\nFerry|Ada Brook;Jon Falk|It sailed, at 5.\n",
        'sep=,\ntitle,authors,text\nFerry,Ada Brook;Jon Falk,"It sailed, at 5."\n',
        ',title,authors,text\n0,Ferry,"[\'Ada Brook\', ""Jon Falk""]","It sailed, at 5."\n',
    ],
)
def test_columns_can_be_separated_by_what_excel_writes(text: str) -> None:
    assert read_file(text, "csv") == ([EXPECTED], [])


def test_a_header_with_commas_has_no_other_separator() -> None:
    text = "title,text,a;b\nFerry,It sailed.,x\n"
    assert read_file(text, "csv")[0] == [{"title": "Ferry", "body": ["It sailed."]}]


def test_the_lines_of_rows_below_the_separator_are_right() -> None:
    assert read_file("sep=;\ntitle;text\nFerry;Yes.\n;No.\n", "csv")[1] == [
        "4: error: the article has no title"
    ]


@pytest.mark.parametrize(
    "value", ["NA", "N/A", "NaN", "nan", "NaT", "None", "null", "NULL", "<NA>", r"\N"]
)
def test_missing_values_are_no_values(value: str) -> None:
    row = f"Ferry,It sailed.,{value},{value},{value},{value}\n"
    text = f"title,text,authors,date,url,subtitle\n{row}{value},Text.,,,,\n"
    documents, found = read_file(text, "csv")
    assert documents == [{"title": "Ferry", "body": ["It sailed."]}]
    assert found == ["3: error: the article has no title"]


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        ("['Ada Brook', \"Jon O'Neil\"]", ["Ada Brook", "Jon O'Neil"]),
        ("[]", None),
        (r"['Ada\'s']", ["Ada's"]),
        ("['Ada' 'Jon']", ["['Ada' 'Jon']"]),
        ("[Ada Brook]", ["[Ada Brook]"]),
        (r"['\N{no}']", [r"['\N{no}']"]),
        ("[None]", ["[None]"]),
    ],
)
def test_a_list_of_names_as_python_writes_it_is_a_list(
    authors: str, names: list[str] | None
) -> None:
    [document], _ = read_rows({"title": "A", "text": "B", "authors": authors}, kind="rows")
    assert document.get("byline") == names


def test_a_text_can_be_html() -> None:
    row = {"title": "Ferry", "content": "<div><p>It <b>sailed</b>.</p><h2>Why</h2><p>So.</p></div>"}
    assert read_rows(row, kind="rows")[0][0]["body"] == ["It sailed.", "heading: Why", "So."]


def test_a_text_that_mentions_html_is_text() -> None:
    row = {"title": "Ferry", "text": "Write <p> and </p>.\nThen more."}
    assert read_rows(row, kind="rows")[0][0]["body"] == ["Write <p> and </p>.", "Then more."]


@pytest.mark.parametrize(
    "column", ["date", "published", "publishedAt", "publish_date", "Pub_Date", "datePublished"]
)
def test_dates_are_read_from_columns_of_the_usual_names(column: str) -> None:
    row = {"title": "Ferry", "text": "It sailed.", column: "2024-03-05T09:02:00Z"}
    [document], found = read_rows(row, kind="rows")
    assert (document["date"], found) == ("2024-03-05T09:02:00Z", [])
    [document], found = read_rows(row | {"date": "2024-03-06"}, kind="rows")
    assert document["date"] == "2024-03-06"
