"""The list of the rules. A rule is a module in the folder of its level.

`corpusfmt.lint.rule` has what it declares.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from itertools import chain

from corpusfmt.lint.declared_rule import from_line, to_line
from corpusfmt.lint.rule import LEVELS, Rule, load_rule

TABLE = "declared.table"
"""What the modules declare, written by ``make generate``."""

_FOLDER = os.path.dirname(__file__)

RULES: dict[str, tuple[str, ...]] = {
    "bytes": (
        "invalid-utf8",
        "byte-order-mark",
        "carriage-return",
        "control-character",
        "not-nfc",
        "invisible-character",
        "replacement-character",
        "mojibake",
        "glyph-name",
        "ligature",
        "lost-ligature",
        "mixed-script-word",
        "question-mark-in-word",
        "masked-text",
        "tokenized-text",
        "space-before-punctuation",
        "lost-apostrophe",
        "spaced-letters",
        "parted-drop-cap",
        "html-entity",
        "broken-entity",
        "escape-sequence",
        "html-tag",
        "detached-accent",
        "doubled-letters",
        "styled-letters",
        "visual-order",
        "lost-letter",
        "legacy-font",
        "legacy-letter",
        "digit-in-word",
        "misread-word",
    ),
    "layout": (
        "layout",
        "several-articles",
        "extra-title",
        "stray-backslash",
        "stray-emphasis",
        "strikethrough",
        "data-uri",
        "pandoc-markup",
        "markdown-table",
        "broken-link",
        "template-code",
        "wiki-markup",
        "latex-markup",
        "script-link",
        "footnote-mark",
        "ruby-text",
        "indented-paragraph",
        "hard-wrapped-paragraph",
        "misplaced-url",
        "ambiguous-credit",
        "possible-credit",
        "ambiguous-date",
        "unread-date",
        "unread-byline",
        "date-form",
        "byline-form",
        "related-form",
        "unlabelled-url",
        "ambiguous-mark",
    ),
    "document": (
        "impossible-date",
        "schema",
        "missing-field",
    ),
    "content": (
        "not-an-article",
        "duplicate-paragraph",
        "repeated-text",
        "duplicate-heading",
        "empty-heading",
        "plain-heading",
        "boilerplate",
        "related-text",
        "picture-label",
        "running-head",
        "wire-mark",
        "dateline",
        "correction",
        "source-line",
        "embedded-post",
        "implausible-author",
        "stranded-byline",
        "stranded-date",
        "relative-time",
        "stranded-credit",
        "invalid-url",
        "placeholder-link",
        "placeholder-title",
        "tracking-parameter",
        "date-url-mismatch",
        "future-date",
        "title-url-mismatch",
        "site-name-in-title",
        "date-in-title",
        "cut-title",
        "title-in-capitals",
        "placeholder-date",
        "split-paragraph",
        "glued-sentence",
        "broken-hyphen",
        "lost-hyphen",
        "hyphenless-url",
        "truncated-article",
        "too-short",
        "field-label",
        "empty-brackets",
        "duplicate-word",
        "glued-word",
        "implausible-credit",
        "repeated-words",
        "converter-remark",
        "joined-words",
        "parted-word",
        "glued-heading",
        "text-in-headings",
    ),
    "corpus": (
        "duplicate-url",
        "duplicate-body",
        "near-duplicate",
        "shared-paragraph",
        "site-author",
        "unexpected-language",
        "coverage",
    ),
}
"""The names of the rules of each level.

A rule is a module of that folder, its name with underscores.
"""

NAMES = tuple(chain.from_iterable(RULES.values()))
"""Every rule, in the order in which they run."""


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule, in the order of NAMES."""
    return rules_of(os.path.join(_FOLDER, TABLE))


def rules_of(table: str) -> tuple[Rule, ...]:
    """Return the rules of a table, or those of the modules where it is missing or another one's."""
    try:
        return tuple(_declared_rules(table))
    except (OSError, ValueError, KeyError):
        return loaded_rules()


def loaded_rules() -> tuple[Rule, ...]:
    """Return every rule with all that its module has, in the order of NAMES."""
    return tuple(load_rule(f"{__name__}.{module}") for _, module in _modules())


def declarations() -> str:
    """Return the table of the rules."""
    return "".join(to_line(rule) + "\n" for rule in loaded_rules())


def _declared_rules(table: str) -> Iterator[Rule]:
    """Yield the rules of the table; raise ValueError if it is not that of the modules."""
    with open(table, encoding="utf-8") as file:
        lines = file.read().splitlines()
    for line, (level, module) in zip(lines, _modules(), strict=True):
        rule = from_line(line, f"{__name__}.{module}", level)
        if rule.name.replace("-", "_") != module.rpartition(".")[2]:
            raise ValueError(f"{TABLE} has {rule.name} in place of {module}")
        yield rule


def _modules() -> Iterator[tuple[int, str]]:
    """Yield the level and the module of each rule."""
    for folder, names in RULES.items():
        for name in names:
            yield LEVELS[folder], f"{folder}.{name.replace('-', '_')}"
