"""Problems of a text are diagnostics, with a rule, a level and a place in the file."""

from corpusfmt.convert.json_text import JsonProblem
from corpusfmt.convert.problem_diagnostics import (
    BAD_ENCODING,
    to_diagnostics,
    to_encoding_diagnostics,
)

TEXT = '{\n "title": 1}\n'
PROBLEM = JsonProblem("title is a number", (12, 13), "a string", pointer="/title")


def test_a_problem_of_a_document_is_one_of_the_schema() -> None:
    [found] = to_diagnostics([PROBLEM], TEXT, "a.json")
    assert (found.path, found.rule, found.level) == ("a.json", "schema", 3)
    assert (found.line, found.column, found.end_line, found.end_column) == (2, 11, 2, 12)
    assert (found.message, found.expected, found.pointer) == (
        "title is a number",
        "a string",
        "/title",
    )
    assert found.excerpt == f' "title": 1}}\n{" " * 10}^'


def test_a_problem_without_a_pointer_is_one_of_json() -> None:
    [found] = to_diagnostics([JsonProblem("not JSON", (0, 1))], TEXT, "a.json")
    assert (found.rule, found.level, found.severity) == ("invalid-json", 2, "error")


def test_a_row_has_the_line_of_the_file() -> None:
    [found] = to_diagnostics([PROBLEM._replace(span=(1, 99))], '{"title": 1}', "a.jsonl", row=7)
    assert (found.line, found.column, found.end_line, found.end_column) == (7, 2, 7, 13)


def test_a_problem_of_the_encoding_has_a_rule_of_its_own() -> None:
    [found] = to_encoding_diagnostics([JsonProblem("not ASCII", (0, 1))], TEXT, "a.txt")
    assert (found.rule, found.level) == (BAD_ENCODING, 1)
