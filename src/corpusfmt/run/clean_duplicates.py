"""Find the articles of a cleaning that corpus rules report, such as duplicates."""

from __future__ import annotations

from dataclasses import replace

from corpusfmt.lint.compare import compare
from corpusfmt.lint.context import Context
from corpusfmt.lint.facts import FactStore
from corpusfmt.lint.policy import Policy
from corpusfmt.lint.rule import CORPUS
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.project.clean_store import CleanStore
from corpusfmt.project.cleaned_article import DROPPED, SET_ASIDE
from corpusfmt.run.clean_article import CleanPolicies
from corpusfmt.text.display import shown_path


def judge_duplicates(store: CleanStore, policies: CleanPolicies) -> None:
    """Set aside the articles that corpus rules report, until they report none.

    Articles are compared in the order in which they were read: the first of several that are alike
    is kept.
    """
    policy = _across(policies.judging)
    while policy.every_rule():
        facts = FactStore()
        for article in store.facts():
            facts.add(article)
        judged: set[str] = set()

        def read(key: str) -> Context | None:
            text = store.text(key)
            return None if text is None else Context(text, key, date_orders=policy.date_orders)

        for found in compare(facts, policy, read):
            if found.path in judged:
                continue
            action = policies.recipe.action(found.rule)
            if action != "keep":
                judged.add(found.path)
                outcome = DROPPED if action == "drop" else SET_ASIDE
                store.judge(found.path, outcome, found.rule, _describe(found, store))
        if not judged:
            return


def _across(policy: Policy) -> Policy:
    """Return the policy with its corpus rules only."""
    names = {rule.name for rule in policy.every_rule() if rule.level != CORPUS}
    return replace(policy.without(names), per_file=())


def _describe(found: Diagnostic, store: CleanStore) -> str:
    """Return the message of a finding with the origins of other articles for their numbers."""
    message = found.message
    for key in found.others:
        message = message.replace(key, shown_path(store.head(key).origin))
    return f"{found.line}:{found.column}: {message}"
