"""The list of the rules. A rule is a module in the folder of its level.

`corpusfmt.lint.rule` has what it declares.
"""

from __future__ import annotations

from functools import cache

from corpusfmt.lint.rule import Rule, load_rule

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

NAMES = tuple(name for names in RULES.values() for name in names)
"""Every rule, in the order in which they run."""


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule, in the order of NAMES."""
    rules: list[Rule] = []
    for level, names in RULES.items():
        for name in names:
            rules.append(load_rule(f"{__name__}.{level}.{name.replace('-', '_')}"))
    return tuple(rules)
