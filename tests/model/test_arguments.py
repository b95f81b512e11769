"""For arguments of a wrong type the TypeError has the function, its type, and what to do."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import corpusfmt
from corpusfmt import Article, check, format, parse, serialize
from corpusfmt.model.article import Heading, Paragraph, Text

TEXT = "# Title\n\n\n\nText.\n"
DOCUMENT = parse(TEXT).to_document()

# Each with the function, a value of a wrong type, and the message.
WRONG: list[tuple[Callable[..., object], object, str]] = [
    (
        parse,
        b"x",
        'parse() takes text (str), not bytes; decode it first, e.g. data.decode("utf-8")',
    ),
    (
        parse,
        bytearray(b"x"),
        'parse() takes text (str), not bytearray; decode it first, e.g. data.decode("utf-8")',
    ),
    (parse, None, "parse() takes text (str), not None"),
    (parse, 5, "parse() takes text (str), not int"),
    (parse, [TEXT], "parse() takes text (str), not list"),
    (
        parse,
        Path("a.txt"),
        f"parse() takes text (str), not {type(Path()).__name__}; "
        'read it first, e.g. path.read_text(encoding="utf-8")',
    ),
    (
        parse,
        io.StringIO(TEXT),
        "parse() takes text (str), not StringIO; read it first, e.g. file.read()",
    ),
    (
        parse,
        parse(TEXT),
        "parse() takes text (str), not Article; "
        "make it text first, e.g. corpusfmt.serialize(article)",
    ),
    (
        format,
        DOCUMENT,
        "format() takes text (str), not dict; make it text first, "
        "with corpusfmt.serialize(corpusfmt.Article.from_document(document))",
    ),
    (
        format,
        b"x",
        'format() takes text (str), not bytes; decode it first, e.g. data.decode("utf-8")',
    ),
    (format, None, "format() takes text (str), not None"),
    (check, None, "check() takes text (str) or bytes, not None"),
    (
        check,
        Path("a"),
        f"check() takes text (str) or bytes, not {type(Path()).__name__}; read it first, e.g. ",
    ),
    (
        check,
        memoryview(b"x"),
        "check() takes text (str) or bytes, not memoryview; make it bytes first, e.g. ",
    ),
    (
        check,
        io.BytesIO(b"x"),
        "check() takes text (str) or bytes, not BytesIO; read it first, e.g. file.read()",
    ),
    (
        check,
        parse(TEXT),
        "check() takes text (str) or bytes, not Article; make it text first, e.g. ",
    ),
    (
        serialize,
        DOCUMENT,
        "serialize() takes an Article, not dict; make it an article first, "
        "e.g. corpusfmt.Article.from_document(document)",
    ),
    (
        serialize,
        TEXT,
        "serialize() takes an Article, not str; parse it first, e.g. corpusfmt.parse(text)",
    ),
    (serialize, None, "serialize() takes an Article, not None"),
    (serialize, Article, "serialize() takes an Article, not type"),
    (
        Article.from_document,
        json.dumps(DOCUMENT),
        "Article.from_document() takes a document (dict), not str; "
        "read it first, e.g. json.loads(text)",
    ),
    (
        Article.from_document,
        b"{}",
        "Article.from_document() takes a document (dict), not bytes; read it first, ",
    ),
    (Article.from_document, None, "Article.from_document() takes a document (dict), not None"),
    (
        Article.from_document,
        [DOCUMENT],
        "Article.from_document() takes a document (dict), not list",
    ),
    (
        Article.from_document,
        parse(TEXT),
        "Article.from_document() takes a document (dict), not Article",
    ),
]


@pytest.mark.parametrize(("function", "value", "message"), WRONG)
def test_a_wrong_type_is_named(
    function: Callable[..., object], value: object, message: str
) -> None:
    with pytest.raises(TypeError) as caught:
        function(value)
    assert str(caught.value).startswith(message)
    assert message[-2:] in ("; ", ", ", ". ") or str(caught.value) == message


MORE = {"read_foreign": ("csv",)}
"""The other arguments that a function needs."""


@pytest.mark.parametrize("name", [name for name in corpusfmt.__all__ if name[0].islower()])
@pytest.mark.parametrize(
    "value", [object(), 5, 2.5, True, range(3), {5}], ids=lambda value: type(value).__name__
)
def test_every_public_function_names_itself(name: str, value: object) -> None:
    with pytest.raises(
        TypeError, match=rf"^{name}\(\) takes .*, not (?:{type(value).__name__}|int)$"
    ):
        getattr(corpusfmt, name)(value, *MORE.get(name, ()))


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"path": None}, TypeError, "check() takes a path (str or PathLike) as path, not None"),
        ({"path": b"a"}, TypeError, "check() takes a path (str or PathLike) as path, not bytes"),
        (
            {"require": "date"},
            TypeError,
            "check() takes a list of names (str) as require, not 'date'; "
            "put it in a list: ['date']",
        ),
        ({"require": 5}, TypeError, "check() takes a list of names (str) as require, not int"),
        (
            {"rules": [5]},
            TypeError,
            "check() takes a list of names (str) as rules, not one that contains int",
        ),
        (
            {"rules": ["layuot"]},
            ValueError,
            "check() does not know 'layuot' in rules; did you mean 'layout'?",
        ),
        ({"rules": ["xyz"]}, ValueError, "check() does not know 'xyz' in rules"),
        (
            {"require": ["dates"]},
            ValueError,
            "check() does not know 'dates' in require; did you mean 'date'?",
        ),
        (
            {"require": ["xyz"]},
            ValueError,
            "check() does not know 'xyz' in require; "
            "expected one of subtitle, byline, date, updated, intro, caption, credit, url",
        ),
    ],
)
def test_the_other_arguments_of_check(
    arguments: dict[str, Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error) as caught:
        check(TEXT, **arguments)
    assert str(caught.value) == message


def test_a_path_may_be_a_path() -> None:
    assert check("", Path("a.txt")).diagnostics[0].path == "a.txt"


def test_rules_are_named_singly_or_by_level() -> None:
    assert {one.rule for one in check("x", rules={"level-3"}).diagnostics} == {"schema"}
    assert check("x", rules=[]).diagnostics == ()
    assert {*check("x", rules=("all",)).diagnostics} >= {*check("x").diagnostics}


def test_a_list_in_an_article_is_written_as_a_tuple_is() -> None:
    listed = Article("T", [Heading(3, [Text("a")]), Paragraph([Text("x")])])  # type: ignore[arg-type]
    assert serialize(listed) == "# T\n\n\n\n### a\n\nx\n"
