"""The package data is found through the package, wherever it is installed."""

import json

import pytest

from corpusfmt.syntax.resources import grammar_text, schema_text


def test_the_schema_is_json() -> None:
    assert json.loads(schema_text())["title"] == "News article"


def test_the_grammar_is_text() -> None:
    assert "start" in grammar_text("article.lark")


def test_a_grammar_that_does_not_ship_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        grammar_text("absent.lark")
