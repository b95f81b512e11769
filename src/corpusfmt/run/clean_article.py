"""Clean one article: fix it, write it as canonical text, judge that, and convert it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from corpusfmt.config.policy import make_policy
from corpusfmt.config.recipe import Recipe, rule_of
from corpusfmt.config.settings import Settings
from corpusfmt.convert.format import NO_OPTIONS, ConversionError, Options
from corpusfmt.convert.writing import render
from corpusfmt.lint.checker import Checker
from corpusfmt.lint.context import Context
from corpusfmt.lint.fixer import fix
from corpusfmt.lint.policy import Policy
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.model.document import SourceEntry
from corpusfmt.project.cleaned_article import (
    DROPPED,
    FAILED,
    OUT,
    SET_ASIDE,
    CleanedArticle,
    Head,
    pack,
)
from corpusfmt.rules import all_rules
from corpusfmt.run.format_file import FormatTask, format_bytes
from corpusfmt.syntax.reading import Reading
from corpusfmt.syntax.roundtrip import RoundTripError
from corpusfmt.validation.validator import is_valid

NOT_FIXED = "not-fixed"
NOT_CONVERTED = "not-converted"

_PREFIX = "not rewritten: "
"""How `format_bytes` begins its reasons."""


@dataclass(frozen=True, slots=True)
class CleanPolicies:
    """The recipe, the rules whose fixes are applied, and those whose findings judge an article.

    ``options`` are those of the target.
    """

    recipe: Recipe
    fixing: Policy
    judging: Policy
    options: Options = NO_OPTIONS


@dataclass(frozen=True, slots=True)
class _Reason:
    """Why an article is not written: a rule, or a rule with a kind, and a message for people."""

    name: str
    message: str


@dataclass(slots=True)
class _Cleaned:
    """A text after its fixes: canonical, or why it is not."""

    data: bytes
    context: Context
    fixes: Mapping[str, int] = field(default_factory=dict)
    reason: _Reason | None = None
    failure: str = ""


def make_policies(settings: Settings, options: Options = NO_OPTIONS) -> CleanPolicies:
    """Return the recipe of settings with its rules; raise SettingsError for unknown ones."""
    recipe = settings.recipe
    canonical = tuple(rule.name for rule in all_rules() if rule.apply_last)
    fixing = make_policy(settings, select=recipe.fixes, extend_select=canonical)
    fixing = fixing.without(rule.name for rule in fixing.every_rule() if rule.fix == "none")
    judging = make_policy(settings, select=recipe.judging())
    return CleanPolicies(recipe, fixing, judging, options)


def clean_article(
    context: Context, head: Head, source: SourceEntry, policies: CleanPolicies
) -> CleanedArticle:
    """Return what comes of an article, without its original.

    ``context`` is its text, as it was read, and ``source`` that of its document.
    """
    cleaned = _clean(context, policies)
    head = replace(head, fixes=dict(sorted(cleaned.fixes.items())))
    if cleaned.failure:
        return CleanedArticle(head, FAILED, NOT_FIXED, cleaned.failure)
    checked = Checker(policies.judging).check_one(cleaned.context)
    reason = _find_reason(checked.report.diagnostics, policies.recipe) or cleaned.reason
    document = cleaned.context.reading.document
    if reason is None and not is_valid(document):
        reason = _invalid(cleaned.context, policies)
    if reason is not None:
        action = policies.recipe.action(reason.name)
        outcome = DROPPED if action == "drop" else SET_ASIDE
        return CleanedArticle(head, outcome, reason.name, reason.message)
    output = None
    target = policies.recipe.target
    if target != "text":
        document["source"] = source
        try:
            output = pack(render(document, target, policies.options))
        except (ConversionError, RoundTripError) as error:
            return CleanedArticle(head, FAILED, NOT_CONVERTED, str(error))
    return CleanedArticle(
        head,
        OUT,
        host=checked.host,
        facts=checked.facts,
        text=pack(cleaned.data),
        output=output,
    )


def _clean(context: Context, policies: CleanPolicies) -> _Cleaned:
    """Return a text after its fixes, canonical unless something prevents that."""
    is_unsafe = policies.recipe.unsafe_fixes
    fixed = fix(context, policies.fixing, unsafe=is_unsafe)
    if fixed.reason is not None:
        return _Cleaned(b"", context, failure=fixed.reason)
    context = fixed.context
    task = FormatTask(policies.fixing, None, is_unsafe, False, context.name)
    result, data = format_bytes(context.data, context.name, task)
    if result.status == "not written":
        return _Cleaned(b"", context, failure=result.reason or "")
    if result.status == "not rewritten":
        first = result.diagnostics[0]
        message = f"{_place(first)}: {first.message.removeprefix(_PREFIX)}"
        return _Cleaned(data, context, fixed.made, _Reason(first.rule, message))
    orders = context.reading.orders
    if data != context.data:
        context = Context(Reading.from_bytes(data, orders), context.name)
    return _Cleaned(data, context, fixed.made)


def _find_reason(found: Sequence[Diagnostic], recipe: Recipe) -> _Reason | None:
    """Return why findings set an article aside, by the order of the recipe, or None."""
    for rule in recipe.judging():
        for one in found:
            if one.rule != rule:
                continue
            name = rule if one.kind is None else f"{rule}:{one.kind}"
            if _is_named(name, recipe) and recipe.action(name) != "keep":
                return _Reason(name, f"{_place(one)}: {one.message}")
    return None


def _is_named(name: str, recipe: Recipe) -> bool:
    """Return whether the recipe has an entry for a rule with a kind, or for the rule."""
    entries = (*recipe.setting_aside(), *recipe.drop, *recipe.keep)
    return name in entries or rule_of(name) in entries


def _invalid(context: Context, policies: CleanPolicies) -> _Reason:
    """Return what the schema requires that a text does not have."""
    rules = policies.judging.blocking_reading("document")
    found = Checker(policies.judging).find(context, rules)
    return _Reason(found[0].rule, f"{_place(found[0])}: {found[0].message}")


def _place(found: Diagnostic) -> str:
    return f"{found.line}:{found.column}"


def find_rules(policies: CleanPolicies) -> Iterator[str]:
    """Yield the names of the rules that decide what is written: those that fix, and that judge."""
    names = {rule.name for rule in policies.fixing.every_rule() if rule.fix != "none"}
    names |= {rule.name for rule in policies.judging.every_rule()}
    names |= {rule.name for rule in policies.fixing.blockers}
    yield from sorted(names)
