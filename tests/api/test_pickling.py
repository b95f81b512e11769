"""Exceptions and the values of a run survive pickle and copy."""

import copy
import importlib
import pickle
import pkgutil
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NoReturn, get_type_hints

import pytest

import corpusfmt
from corpusfmt.api.articles import InvalidDocumentError
from corpusfmt.api.checking import check
from corpusfmt.cli import console
from corpusfmt.cli.argv import UnknownOptionError
from corpusfmt.config import load
from corpusfmt.config.policy import make_policy
from corpusfmt.convert.front_matter import ForeignFileError
from corpusfmt.convert.front_values import FrontMatterError
from corpusfmt.lint.checker import Checker
from corpusfmt.lint.context import Context
from corpusfmt.lint.policy import Policy
from corpusfmt.model.diagnostic import Finding
from corpusfmt.rules import all_rules
from corpusfmt.run.article_bytes import InvalidRowError
from corpusfmt.run.loading import ArticleError
from corpusfmt.syntax.date_order import DateOrders
from corpusfmt.syntax.roundtrip import RoundTripError
from corpusfmt.validation.validator import Problem
from tests.checkout import ROOT

ARTICLE = next((ROOT / "corpus").glob("de-*.txt")).read_text("utf-8")
LOOSE = b"\xff\n# Title\nBy Ada Brook\n05/03/2024\n\n\n\nText .\n"

SETTINGS = """
require = ["byline"]
[per-file-ignores]
"old/*.txt" = ["layout"]
[rules.too-short]
words = 3
[hosts."news.example"]
require = []
"""

# How an exception is made whose `__init__` takes something other than strings.
EXCEPTIONS: dict[type[BaseException], Callable[[], BaseException]] = {
    InvalidDocumentError: lambda: InvalidDocumentError(
        (Problem("/a", "is b", "c"), Problem("", "is d"))
    ),
    ForeignFileError: lambda: ForeignFileError("a message", (1, 2), "what is expected"),
    InvalidRowError: lambda: InvalidRowError(check(ARTICLE + "\n\nText .\n").diagnostics),
    ArticleError: lambda: ArticleError(
        "a.txt", "a reason", check(ARTICLE + "\n\nText .\n").diagnostics
    ),
    RoundTripError: lambda: RoundTripError("a reason", 7),
    FrontMatterError: lambda: FrontMatterError("a message", 7, "what is expected"),
    console.OutputError: lambda: console.OutputError(None),
    UnknownOptionError: lambda: UnknownOptionError("a message", "--format", is_other_name=True),
}


def exception_classes() -> Iterator[type[BaseException]]:
    """Yield every exception class that a module of the package defines."""
    for found in pkgutil.walk_packages(corpusfmt.__path__, "corpusfmt."):
        if found.name != "corpusfmt.__main__":
            module = importlib.import_module(found.name)
            for value in vars(module).values():
                if (
                    isinstance(value, type)
                    and issubclass(value, BaseException)
                    and value.__module__ == found.name
                ):
                    yield value


def made(kind: type[BaseException]) -> BaseException:
    """Return an instance. The arguments are strings that differ, or those of EXCEPTIONS."""
    if kind in EXCEPTIONS:
        return EXCEPTIONS[kind]()
    if not is_own_init(kind):
        return kind("a message")
    hints = get_type_hints(kind.__init__)
    hints.pop("return")
    assert set(hints.values()) == {str}, f"add {kind.__module__}.{kind.__name__} to EXCEPTIONS"
    return kind(**{name: f"the {name}" for name in hints})


def is_own_init(kind: type[BaseException]) -> bool:
    """Return whether the `__init__` is one of the package, which may drop or change arguments."""
    return hasattr(kind.__init__, "__code__")


def copies(value: Any) -> Iterator[Any]:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        yield pickle.loads(pickle.dumps(value, protocol))
    yield copy.copy(value)
    yield copy.deepcopy(value)


def test_the_exceptions_of_the_package_are_found() -> None:
    assert set(EXCEPTIONS) <= set(exception_classes())


@pytest.mark.parametrize(
    "kind", sorted(set(exception_classes()), key=str), ids=lambda kind: kind.__name__
)
def test_every_exception_survives_a_copy(kind: type[BaseException]) -> None:
    error = made(kind)
    error.add_note("a note")
    for other in copies(error):
        assert type(other) is kind
        assert str(other) == str(error)
        assert other.args == error.args
        assert vars(other) == vars(error)


def refuse(_: int) -> NoReturn:
    raise EXCEPTIONS[InvalidDocumentError]()


@pytest.mark.program
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_an_invalid_document_comes_back_from_another_process(method: str) -> None:
    with ProcessPoolExecutor(2, get_context(method)) as pool:
        error = pool.submit(refuse, 0).exception(timeout=60)
        assert isinstance(error, InvalidDocumentError)
        assert error.problems == (Problem("/a", "is b", "c"), Problem("", "is d"))
        assert str(error) == "/a: is b (expected: c); document: is d"


@pytest.fixture
def policy(tmp_path: Path) -> Policy:
    (tmp_path / "corpusfmt.toml").write_text(SETTINGS, "utf-8")
    return make_policy(load.load(start=str(tmp_path)))


def test_settings_and_policies_survive_a_copy(policy: Policy, tmp_path: Path) -> None:
    loaded = load.load(start=str(tmp_path))
    assert all(other == loaded for other in copies(loaded))
    assert all(other == policy for other in copies(policy))
    assert all(other.of_host("news.example").require == () for other in copies(policy))


@pytest.mark.parametrize("content", [ARTICLE, LOOSE], ids=["clean", "loose"])
def test_what_is_found_survives_a_copy(content: str | bytes, policy: Policy) -> None:
    context = Context(content, "a.txt")
    examined = Checker(policy).check_one(context)
    for value in (check(content), examined.report):
        assert all(other == value for other in copies(value))
    for other in copies(examined):
        assert other.report == examined.report
        assert other.facts.keys() == examined.facts.keys()


def found(context: Context) -> list[Finding]:
    """Return what all rules find in a text."""
    every: list[Finding] = []
    for rule in all_rules():
        if rule.applies is None or rule.applies(context):
            every += rule.check(context)
    return every


@pytest.mark.parametrize("content", [ARTICLE, LOOSE], ids=["clean", "loose"])
def test_a_reading_survives_a_copy(content: str | bytes, policy: Policy) -> None:
    context = Context(
        content, "a.txt", ("byline",), {("too-short", "words"): 3}, DateOrders("day-first")
    )
    expected = found(context)
    for other in copies(context.reading):
        assert other.document == context.reading.document
        assert other.places() == context.reading.places()
    for other in copies(context):
        assert found(other) == expected


def test_an_article_survives_a_copy() -> None:
    article = corpusfmt.parse(ARTICLE)
    for other in copies(article):
        assert other == article
        assert hash(other) == hash(article)
