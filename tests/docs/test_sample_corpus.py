"""The sample articles are clean and show all of the layout; each faulty file has the findings that
are beside it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from corpusfmt.api.articles import format
from corpusfmt.api.checking import check
from corpusfmt.config.load import load
from corpusfmt.syntax.grammar import GRAMMARS, lark_parser
from corpusfmt.syntax.reading import Reading
from corpusfmt.syntax.resources import schema_text
from corpusfmt.syntax.tokens import inline_tokens
from corpusfmt.validation.validator import problems
from tests.for_each import for_each

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus"
ARTICLES = sorted(CORPUS.glob("*.txt"))
FAULTY = sorted(CORPUS.glob("faulty/*.txt"))

NEVER_WRITTEN = {
    "BLANK",
    "CREDIT_HEADED",
    "UNDERLINE",
}
"""The terminals that canonical text never holds: the faulty files show them."""

NOT_SHOWN = {"source", "visible-node"}
"""The definitions that no text has: ``source`` is out of band, the other part of a test."""

NO_MARK = {"TEXT", "OTHER"}
"""The inline terminals that are no mark."""


@pytest.fixture(scope="module", autouse=True)
def _there_are_articles() -> None:
    assert len(ARTICLES) >= 30
    assert len(FAULTY) >= 30


@for_each({path.stem: path for path in ARTICLES})
def test_an_article_is_clean_canonical_and_valid(path: Path) -> None:
    data = path.read_bytes()
    text = data.decode("utf-8")
    assert check(data, path.name).diagnostics == ()
    assert format(text) == text
    assert problems(Reading(text).document) == ()


@for_each({path.stem: path for path in ARTICLES})
def test_an_article_is_named_for_its_language_and_leads_nowhere(path: Path) -> None:
    assert re.fullmatch(r"[a-z]{2,3}(-[a-z0-9]+)+", path.stem)
    hosts = re.findall(r"https?://([^/\s)>]+)", path.read_text("utf-8"))
    assert all(
        re.fullmatch(r"([a-z0-9-]+\.)*([a-z0-9-]+\.example|example\.(org|com|net))", host)
        for host in hosts
    )


def test_there_are_many_languages() -> None:
    assert len({path.stem.partition("-")[0] for path in ARTICLES}) >= 10


def test_no_paragraph_occurs_twice() -> None:
    paragraphs = Counter(
        block
        for path in ARTICLES
        for block in path.read_text("utf-8").split("\n\n")
        if len(block) > 40 and not block.startswith(("#", "By "))
    )
    assert [paragraph for paragraph, count in paragraphs.items() if count > 1] == []


def test_the_readme_counts_the_articles() -> None:
    readme = (CORPUS / "README.md").read_text("utf-8")
    english = sum(path.stem.startswith("en-") for path in ARTICLES)
    assert f"{len(ARTICLES)} news articles" in readme
    assert f"{english} in English" in readme


# ----------------------------------------------------------------------------------- what they show


@cache
def shown() -> Counter[str]:
    """How often the articles show each terminal of the two grammars, and each value of the
    schema's.
    """
    counts: Counter[str] = Counter()
    schema = json.loads(schema_text())
    for path in ARTICLES:
        reading = Reading(path.read_text("utf-8"))
        counts.update(_terminals(reading))
        counts.update(set(_used(reading.document, schema, "document", schema)))
    return counts


def _terminals(reading: Reading) -> Iterator[str]:
    for token in reading.tokens:
        yield token.type
        yield from (inline.type for inline in inline_tokens(token))


def _used(value: Any, schema: dict[str, Any], name: str, root: dict[str, Any]) -> Iterator[str]:
    """Yield which properties a value has, as ``definition.property``, and which of few values they
    have.
    """
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        yield from _used(value, root["$defs"][name], name, root)
    if "if" in schema:
        kind = schema["if"].get("properties", {}).get("type", {}).get("const")
        branch = "then" if isinstance(value, dict) and value.get("type") == kind else "else"
        yield from _used(value, schema.get(branch, {}), name, root)
    if isinstance(value, list):
        for member in value:
            yield from _used(member, schema.get("items", {}), name, root)
    if isinstance(value, dict):
        for key, member in value.items():
            if key in schema.get("properties", {}) and key != "type":
                yield f"{name}.{key}"
                yield from ([f"{name}.{key}={member}"] if key == "level" else [])
                yield from _used(member, schema["properties"][key], f"{name}.{key}", root)


def _to_be_shown() -> Iterator[str]:
    """Yield every property of the schema, and the levels of headings."""
    schema = json.loads(schema_text())
    for name, definition in {"document": schema, **schema["$defs"]}.items():
        if name not in NOT_SHOWN:
            yield from (
                f"{name}.{key}"
                for key in definition.get("properties", {})
                if key not in ("type", *NOT_SHOWN)
            )
    level = schema["$defs"]["heading"]["properties"]["level"]
    yield from (
        f"heading.level={number}" for number in range(level["minimum"], level["maximum"] + 1)
    )


def test_every_part_of_the_document_is_shown_twice() -> None:
    assert [part for part in _to_be_shown() if shown()[part] < 2] == []


def _grammar_terminals() -> list[str]:
    names = {one.name for grammar in GRAMMARS for one in lark_parser(grammar).terminals}
    return sorted(names - NO_MARK)


def test_every_terminal_of_the_grammars_is_shown_twice() -> None:
    written = set(_grammar_terminals()) - NEVER_WRITTEN
    assert [terminal for terminal in written if shown()[terminal] < 2] == []


def test_the_terminals_that_are_never_written_are_shown_by_faulty_files() -> None:
    texts = [path.read_bytes().decode("utf-8", "replace") for path in FAULTY]
    seen = {name for text in texts for name in _terminals(Reading(text))}
    assert sorted(NEVER_WRITTEN - seen) == []
    assert sorted(NEVER_WRITTEN & set(shown())) == []
    assert sorted(NEVER_WRITTEN - set(_grammar_terminals())) == []


# ------------------------------------------------------------------------------------- faulty files


def expectation(path: Path) -> dict[str, Any]:
    """What is beside a faulty file: its findings, what is required of it, and its rule if that
    is off.
    """
    wanted: dict[str, Any] = json.loads(path.with_suffix(".expected.json").read_text("utf-8"))
    return wanted


@for_each({path.stem: path for path in FAULTY})
def test_a_faulty_file_has_exactly_the_findings_beside_it(path: Path) -> None:
    wanted = expectation(path)
    report = check(
        path.read_bytes(), path.name, tuple(wanted.get("require", ())), wanted.get("rules")
    )
    parts = ("rule", "line", "column", "severity", "message", "expected", "pointer", "byte_offset")
    found = [
        {part: getattr(diagnostic, part) for part in parts} for diagnostic in report.diagnostics
    ]
    assert [
        {part: value for part, value in each.items() if value is not None} for each in found
    ] == wanted["findings"]


@for_each({path.stem: path for path in FAULTY})
def test_a_faulty_file_has_one_fault(path: Path) -> None:
    """One rule's, beside which the layout may be found, which the same fault changes."""
    rules = {finding["rule"] for finding in expectation(path)["findings"]}
    assert len(rules - {"layout"}) == 1 or rules == {"layout"}


def test_every_expectation_belongs_to_a_file() -> None:
    stems = {path.name.removesuffix(".expected.json") for path in CORPUS.glob("faulty/*.json")}
    assert stems == {path.stem for path in FAULTY}


def test_the_settings_leave_the_faulty_files_out() -> None:
    exclude = load(str(ROOT / "pyproject.toml")).exclude
    assert "corpus/faulty/" in exclude
    assert "corpus/README.md" in exclude
