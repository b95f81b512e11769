"""The page of all rules, docs/rules.md, which ``make generate`` writes."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping

from corpusfmt.lint.checker import MOST_LISTED
from corpusfmt.lint.option import AnyOption
from corpusfmt.lint.rule import Rule
from corpusfmt.rules import all_rules
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

LEVELS = {
    1: "bytes: is it UTF-8, without damaged or invisible characters?",
    2: "layout: is it in canonical form, and can it be read in only one way?",
    3: "document: does it satisfy the schema, and have the fields that the corpus requires?",
    4: "content: does it contain the whole article, and nothing else?",
    5: "corpus: do articles repeat each other, and do enough of them have each field?",
}

_INTRODUCTION = f"""\
<!-- Written by `make generate` from the rules themselves; a test compares. -->

# Rules

These are the rules of `corpusfmt check`. One run reports all problems. Lines and columns are
counted from 1, columns in characters. In each file, a rule lists at most {MOST_LISTED:,} findings;
one more finding contains the number of the others. `corpusfmt rule NAME` prints the page of a rule.

## Severity

An *error* means that the file is not a valid article, or is certainly wrong; a *warning* means that
someone should look at it. With either, the run exits with code 1 (with `--fail-on error`, only with
errors). An *info* does not change the exit code: either the text alone does not show whether there
is a problem, or that depends on the corpus. A rule of severity error or warning can have uncertain
findings, which are infos, unless the settings set a severity for this rule.

## Select rules

All rules run, except those that are *off by default*. The settings select the rules that run, their
severities and their options: for all articles, for some files, or for the articles of one host.

```toml
extend-select = ["too-short"]          # also run a rule that is off by default
ignore = ["level-5", "boilerplate"]    # switch rules off

[per-file-ignores]
"archive/" = ["layout"]                # for some files

[hosts."skerrynews.example"]
ignore = ["dateline"]                  # for the articles of one host, by their URL

[rules.too-short]
severity = "error"
words = 40
```

On the command line, `--ignore RULES` switches rules off for one run. If a rule is right about some
files that you do not want to change, record its findings in a
[baseline](../README.md#checking-a-corpus): then only new findings are reported.

Some rules about markup skip *articles about code*, which contain markup on purpose. An article is
about code if it contains at least two signs of code, such as `JSON`, `HTML` or words between
backquotes.

## Fixes

A fix is *safe* if it is certainly right and changes only what its rule reports: `--fix` applies it.
An *unsafe* fix is a guess: `--fix --unsafe-fixes` applies it. `--diff` shows what would change, and
`corpusfmt undo` reverts it.

## Levels

Each rule has a level. `level-1` to `level-5` stand for all rules of a level wherever rules are
named:
"""

FIXES = {
    "none": "There is no fix.",
    "safe": "Fix is sometimes available.",
    "unsafe": "Fix is sometimes available, and always unsafe.",
    "sometimes unsafe": "Fix is sometimes available, and sometimes unsafe.",
}
"""What the page of a rule says of its fix."""

FENCE = regex(r"^```(\S+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
"""A fenced block of a page: its kind, how it is to be read, and its text."""


def rules_page(notes: Mapping[str, str]) -> str:
    """Return the page in Markdown: the levels, a table of the rules, and the page of each.

    ``notes`` has a line for some rules, which follows their facts.
    """
    sections = [section(rule, notes.get(rule.name, "")) for rule in all_rules()]
    return "\n".join([_INTRODUCTION, _levels(), _table(), *sections])


def _levels() -> str:
    return "".join(f"{level}. {meaning}\n" for level, meaning in LEVELS.items())


def _table() -> str:
    lines = ["| rule | level | severity | finds |", "| --- | --- | --- | --- |"]
    for rule in all_rules():
        link = f"[{rule.name}](#{rule.name})"
        lines.append(f"| {link} | {rule.level} | {_severity(rule)} | {rule.summary} |")
    return "\n".join([*lines, ""])


def section(rule: Rule, note: str = "") -> str:
    """Return the page of one rule, with a note below its facts."""
    _, _, rest = rule.page.partition("\n\n")
    before, heading, example = rest.partition("### Example\n")
    facts = f"Level {rule.level}, {_severity(rule)}. {FIXES[rule.fix]}"
    if note:
        facts += f"\n\n{note}"
    return (
        f"## {rule.name}\n\n{rule.summary}. {facts}\n\n{before}{_options(rule)}{heading}{example}"
    )


def _options(rule: Rule) -> str:
    if not rule.options:
        return ""
    lines = ["### Options", ""]
    for option in rule.options:
        lines.append(f"- `{option.name}` (default {_value(option)}): {option.help}")
    return "\n".join([*lines, "", ""])


def _value(option: AnyOption) -> str:
    if isinstance(option.default, tuple):
        return "none" if not option.default else ", ".join(option.default)
    return str(option.default) or "empty"


def _severity(rule: Rule) -> str:
    return rule.severity if rule.is_on else f"{rule.severity}, off by default"


class Example(NamedTuple):
    """An article on the page of a rule, its required fields, and the findings shown."""

    rule: str
    content: str | bytes
    require: tuple[str, ...]
    findings: str


def examples(rule: Rule) -> Iterator[Example]:
    """Yield the examples of a page: articles, each with the findings if a fence of them follows."""
    fences = FENCE.findall(rule.page)
    for index, (kind, how, text) in enumerate(fences):
        if kind == "article":
            following = fences[index + 1] if index + 1 < len(fences) else ("", "", "")
            require = (
                tuple(how.removeprefix("require=").split(",")) if how.startswith("require=") else ()
            )
            yield Example(
                rule.name,
                _content(how, text),
                require,
                following[2] if following[0] == "findings" else "",
            )


def _content(how: str, text: str) -> str | bytes:
    """Return the article of a fence, with its escapes replaced where it is marked as escaped."""
    if how not in ("escaped", "bytes"):
        return text
    unescaped = codecs.decode(text, "unicode_escape")
    return unescaped.encode("latin-1") if how == "bytes" else unescaped
