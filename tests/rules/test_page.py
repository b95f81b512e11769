"""The page of each rule is true: its examples run, and docs/rules.md is written from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from corpusfmt.api.checking import check
from corpusfmt.config.load import load
from corpusfmt.config.policy import default_policy, make_policy
from corpusfmt.lint.checker import Checker
from corpusfmt.lint.compare import compare
from corpusfmt.lint.context import Context
from corpusfmt.lint.policy import Policy
from corpusfmt.lint.rule import Rule
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.rules import NAMES, RULES, all_rules
from corpusfmt.rules._page import FENCE, LEVELS, Example, examples, rules_page, section
from tests.for_each import for_each

ROOT = Path(__file__).resolve().parents[2]

_ARTICLE = re.compile(r"^==> (\S+) <==\n", re.MULTILINE)


def corpora(rule: Rule) -> Iterator[tuple[str, Policy, dict[str, str], str]]:
    """Yield the examples of several articles: rule, policy, articles by path, and findings."""
    fences = FENCE.findall(rule.page)
    for index, (kind, how, text) in enumerate(fences):
        if kind == "corpus":
            following = fences[index + 1] if index + 1 < len(fences) else ("", "", "")
            demanded = dict(
                pair.split(":") for pair in how.removeprefix("coverage=").split(",") if pair
            )
            policy = replace(
                default_policy(), coverage={part: float(share) for part, share in demanded.items()}
            )
            parts = _ARTICLE.split(text)[1:]
            articles = dict(zip(parts[::2], parts[1::2], strict=True))
            yield rule.name, policy, articles, following[2] if following[0] == "findings" else ""


def line_of(diagnostic: Diagnostic) -> str:
    """A diagnostic as the pages show it."""
    reported = (
        f"{diagnostic.line}:{diagnostic.column}: {diagnostic.severity}: {diagnostic.message}\n"
    )
    return reported + (f"  expected: {diagnostic.expected}\n" if diagnostic.expected else "")


CORPORA = [example for rule in all_rules() for example in corpora(rule)]
EXAMPLES = [example for rule in all_rules() for example in examples(rule)]
WITH = [example for example in EXAMPLES if example.findings]
WITHOUT = [example for example in EXAMPLES if not example.findings]


def numbered(of_all: list[Example]) -> dict[str, Example]:
    """Return examples by the names of their rules and numbers."""
    return {f"{example.rule} {number}": example for number, example in enumerate(of_all)}


@for_each(numbered(WITH))
def test_the_finding_that_a_page_shows_is_found(example: Example) -> None:
    report = check(example.content, require=example.require, rules={example.rule})
    own = [diagnostic for diagnostic in report.diagnostics if diagnostic.rule == example.rule]
    assert "".join(map(line_of, own)) == example.findings


@for_each(numbered(WITHOUT))
def test_the_other_examples_are_clean(example: Example) -> None:
    assert check(example.content, require=example.require).diagnostics == ()


@pytest.mark.parametrize(("rule", "policy", "articles", "reported"), CORPORA)
def test_the_corpora_have_the_findings_that_a_page_shows(
    rule: str, policy: Policy, articles: dict[str, str], reported: str
) -> None:
    examined = [Checker(policy).check_one(Context(text, path)) for path, text in articles.items()]
    assert [each.report.diagnostics for each in examined] == [()] * len(articles)
    found = [*compare(examined[::-1], policy, lambda path: Context(articles[path], path))]
    assert {diagnostic.rule for diagnostic in found} <= {rule}
    assert "".join(f"{diagnostic.path}:{line_of(diagnostic)}" for diagnostic in found) == reported


@for_each(numbered(WITH))
def test_every_fix_says_why_it_is_safe_or_not(example: Example) -> None:
    context = Context(example.content, require=example.require)
    [rule] = [rule for rule in all_rules() if rule.name == example.rule]
    assert all(finding.fix.why for finding in rule.check(context) if finding.fix is not None)


@for_each({name: name for name in NAMES})
def test_every_page_has_an_example_with_a_finding_and_one_without(name: str) -> None:
    reported = [
        *((example.rule, example.findings) for example in EXAMPLES),
        *((corpus[0], corpus[3]) for corpus in CORPORA),
    ]
    assert {bool(shown) for rule, shown in reported if rule == name} == {True, False}


@pytest.mark.parametrize("level", RULES)
def test_every_rule_is_tested(level: str) -> None:
    tests = {path.name for path in (Path(__file__).parent / level).iterdir()}
    assert {f"test_{name.replace('-', '_')}.py" for name in RULES[level]} <= tests


def test_the_rules_are_in_the_order_of_their_levels() -> None:
    levels = [rule.level for rule in all_rules()]
    assert levels == sorted(levels)
    assert set(levels) <= set(LEVELS)


@for_each({rule.name: rule for rule in all_rules()})
def test_every_page_tells_of_the_options(rule: Rule) -> None:
    assert [option.name for option in rule.options if f"`{option.name}`" not in section(rule)] == []
    assert {option.rule for option in rule.options} <= {rule.name}
    assert len({option.name for option in rule.options} | {"severity"}) == len(rule.options) + 1


def test_the_settings_on_the_page_are_settings(tmp_path: Path) -> None:
    [block] = re.findall(
        r"^```toml\n(extend-select.*?)^```$", rules_page({}), re.MULTILINE | re.DOTALL
    )
    (tmp_path / "corpusfmt.toml").write_text(block, encoding="utf-8")
    assert "too-short" in make_policy(load(None, str(tmp_path))).on


@for_each({rule.name: rule for rule in all_rules()})
def test_every_page_begins_with_a_sentence_on_a_line_of_its_own(rule: Rule) -> None:
    first, blank, rest = rule.page.split("\n", 2)
    assert first.endswith(".")
    assert blank == ""
    assert rest.strip()
    assert rule.summary == first[:-1]


@for_each({rule.name: rule for rule in all_rules()})
def test_the_pages_have_the_same_headings(rule: Rule) -> None:
    headings = ["What it does", "Why", "Fix", "Example"]
    if rule.options:
        headings.insert(3, "Options")
    page = FENCE.sub("", section(rule))
    assert re.findall(r"^### (.+)$", page, re.MULTILINE) == headings
