"""The page of all rules, docs/rules.md: ``python -m corpusfmt.rules._page > docs/rules.md`` writes it."""

from __future__ import annotations

from corpusfmt.lint.checker import MOST_OF_ONE
from corpusfmt.rules import Rule, all_rules

LEVELS = {
    1: "bytes: is it text, and the same text everywhere?",
    2: "layout: is it written as the format has it, and without doubt?",
    3: "document: does it satisfy the schema, and what the corpus requires?",
    4: "content: is it all of the article, and nothing but the article?",
    5: "corpus: what shows only across files.",
}

_INTRODUCTION = f"""\
<!-- Written by `python -m corpusfmt.rules._page` from the rules themselves; a test compares. -->

# Rules

What `corpusfmt check` finds. All that is wrong is told in one run: line and column count from 1, columns in characters.
Of one rule, {MOST_OF_ONE:,} findings are told one by one in a file, and the others by their number.

An *error* is what keeps the file from being a valid article, or is surely wrong; a *warning* is what should be looked
at. Both end a run with exit code 1 (with `--fail-on error` only errors do). *Information* does not. A rule that is
*off* runs where `extend-select` or `select` names it. What runs, what it weighs and its options are for the settings to
say, for all articles, for some files or for those of a host:

```toml
extend-select = ["too-short"]
ignore = ["level-5", "boilerplate"]

[rules.too-short]
severity = "error"
words = 40
```

A fix is *safe* where it changes nothing in the document but what its rule names, and is certainly right; `--fix` makes
it. An *unsafe* one guesses: `--fix --unsafe-fixes` makes it. `--diff` shows what would change, `corpusfmt undo` takes
it back.

The levels, which stand for all of their rules wherever rules are named (`level-1` to `level-5`):
"""


def rules_page() -> str:
    """The page in Markdown: the levels, a table of the rules, and the page of each."""
    parts = [_INTRODUCTION, _levels(), _table(), *map(section, all_rules())]
    return "\n".join(parts)


def _levels() -> str:
    return "".join(f"{level}. {meaning}\n" for level, meaning in LEVELS.items())


def _table() -> str:
    rows = [
        f"| [{rule.name}](#{rule.name}) | {rule.level} | {_weight(rule)} | {rule.summary} |" for rule in all_rules()
    ]
    return "\n".join(["| rule | level | severity | finds |", "| --- | --- | --- | --- |", *rows, ""])


def section(rule: Rule) -> str:
    """The page of one rule."""
    _, _, rest = rule.page.partition("\n\n")
    return f"## {rule.name}\n\n{rule.summary}. Level {rule.level}, {_weight(rule)}.\n\n{rest}"


def _weight(rule: Rule) -> str:
    return rule.severity if rule.is_on else f"{rule.severity}, off by default"


if __name__ == "__main__":
    print(rules_page(), end="")
