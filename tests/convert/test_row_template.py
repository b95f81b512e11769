"""The template of a line."""

import pytest

from corpusfmt.convert.row_template import (
    TemplateError,
    check_template,
    fill_template,
    template_fields,
)

ROW = {"title": 'A "b"', "authors": ["C", "D"], "date": None, "text": "e\n\nf  g"}


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("{title}", 'A "b"'),
        (r"{title}\t{authors}\t{date}", 'A "b"\tC, D\t'),
        ("{text}", "e\n\nf  g"),
        ("{text:line}", "e f g"),
        ("{text:json}", '"e\\n\\nf  g"'),
        ("[{authors:json}, {date:json}]", '[["C", "D"], null]'),
        (r"a\\tb\n{{{title}}}", 'a\\tb\n{A "b"}'),
    ],
)
def test_a_template_is_filled(template: str, line: str) -> None:
    check_template(template, tuple(ROW))
    assert fill_template(template, ROW) == f"{line}\n"


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("{titel}", "unknown field 'titel'; did you mean 'title'?"),
        ("{}", "unknown field ''; expected one of title, authors"),
        ("{0}", "unknown field '0'; expected one of"),
        ("{title.real}", "unknown field 'title.real'"),
        ("{title!r}", "unknown form '!r'; expected :line or :json"),
        ("{title:>10}", "unknown form ':>10'; expected :line or :json"),
        ("{title", "expected '}' before end of string; write {{ and }} for braces"),
        ("}", "write {{ and }} for braces"),
        ("words", "contains no field; expected one such as {title}"),
        ("", "contains no field"),
    ],
)
def test_an_invalid_template_is_an_error(template: str, message: str) -> None:
    with pytest.raises(TemplateError) as error:
        check_template(template, tuple(ROW))
    assert message in error.value.message


def test_the_fields_of_a_template_have_their_forms() -> None:
    assert template_fields("{a}{b:line}{a:json}") == [("a", ""), ("b", "line"), ("a", "json")]
