"""Law 8 as functions of one text: what it reports, and what of it a run of fixes must leave."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from corpusfmt.config.policy import default_policy
from corpusfmt.lint.checker import Checker
from corpusfmt.lint.context import Context
from corpusfmt.lint.fixer import fix
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.model.document import Document
from corpusfmt.rules import NAMES
from corpusfmt.run.format_file import FormatTask, format_bytes
from corpusfmt.run.format_result import FormatResult
from corpusfmt.syntax.reading import read_document

POLICY = default_policy(only=frozenset(NAMES))
CHECKER = Checker(POLICY)

FORM = frozenset(
    {
        "byte-order-mark",
        "carriage-return",
        "control-character",
        "not-nfc",
        "layout",
        "extra-title",
        "date-form",
        "byline-form",
        "related-form",
    }
)
"""The rules about the form of the text, which canonical text repairs."""

ALSO_REPAIRS: Mapping[str, frozenset[str]] = {
    # Of two headings with nothing between them, the second repeated another one.
    "duplicate-heading": frozenset({"empty-heading"}),
    # A mark beside a tag may be a part of it.
    "html-tag": frozenset({"stranded-credit", "ambiguous-mark"}),
    # The schema reports a body that had nothing else.
    "invisible-character": frozenset({"too-short"}),
    # A line of letters that were a quotation mark is no line of wrapped text.
    "mojibake": frozenset({"hard-wrapped-paragraph"}),
    # An initial that is joined to the text below it was a heading of its own.
    "parted-drop-cap": frozenset({"empty-heading", "misplaced-url"}),
    # Two lines that are joined to a credit may have looked like names.
    "possible-credit": frozenset({"unread-byline"}),
    # Only the first paragraph of the body can be a credit, and only with text below it.
    "related-form": frozenset({"stranded-credit"}),
    "stranded-byline": frozenset({"placeholder-link", "stranded-credit"}),
    "stranded-date": frozenset({"stranded-credit"}),
    # A link that was parted; and a half that begins in lower case as if an initial were lost.
    "split-paragraph": frozenset({"broken-link", "parted-drop-cap"}),
    "stranded-credit": frozenset({"split-paragraph"}),
    "unlabelled-url": frozenset({"duplicate-paragraph"}),
    # Its names may have been taken for a credit, and so may a line that is joined to them.
    "unread-byline": frozenset({"stranded-credit"}),
}
"""What the fix of a rule repairs elsewhere besides what the rule itself has found."""

ONE_PROBLEM: Mapping[str, str] = {
    "ambiguous-date": "unread-date",
    "possible-credit": "stranded-credit",
    "relative-time": "unread-date",
    "ambiguous-credit": "stranded-credit",
    "stranded-byline": "unread-byline",
    "stranded-date": "unread-date",
    "tokenized-text": "space-before-punctuation",
}
"""Rules that report the same problem in other places, by which of them it is counted as."""

WEIGHED = frozenset(
    {
        "hard-wrapped-paragraph",
        "not-an-article",
        "plain-heading",
        "related-text",
        "repeated-text",
        "several-articles",
        "too-short",
    }
)
"""The rules that weigh or compare the words of a whole text, or of the body alone.

An unsafe fix of another rule removes words, or moves them to the header, and such a finding ends
with what it was about.
"""

OF_CHARACTERS = frozenset({"html-entity", "invisible-character"})
"""The rules about characters, which a byline or a date is written without."""

FIELDS: Mapping[str, frozenset[str]] = {
    "title": frozenset({"schema", "empty-heading", "boilerplate"}),
    "byline": frozenset({"unread-byline"}),
    "date": frozenset({"unread-date"}),
    "updated": frozenset({"unread-date"}),
    "credit": frozenset({"stranded-credit", "unread-date"}),
    "url": frozenset({"misplaced-url", "ambiguous-mark"}),
}
"""The rules that report a field that is text, which is repaired where the field is read."""

COVERED: Mapping[str, frozenset[str]] = {
    "tokenized-text": frozenset({"space-before-punctuation"}),
}
"""The rules that are quiet where another reports the same problem of the whole article."""

MERGED = frozenset({"duplicate-paragraph"})
"""The rules of which one finding may report what several did, where a fix has made texts equal."""

COMPARED: Mapping[str, frozenset[str]] = {
    "title": frozenset({"title-url-mismatch", "hyphenless-url"}),
    "date": frozenset({"date-url-mismatch"}),
}
"""The rules that compare a field with the URL, which the fix of another rule may have repaired."""

_ESCAPE = re.compile(r"\\[!-/:-@\[-`{-~]|&#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6});")
_REFERENCE = re.compile(r"&#?[0-9A-Za-z]+;")
_LINE_END = re.compile("\r\n|\r|\n")
_ACCEPTED = "guess accepted: "
_MARK = "\ufeff"
"""A byte order mark, which the reader drops wherever it is; it may part what is found as one."""


UNSAFE = "--fix --unsafe-fixes"
"""The name of the run that may change words."""


class Run(NamedTuple):
    """A run over a text: its name, the text after it, the rules whose fixes it made, its report."""

    name: str
    text: str
    made: Mapping[str, int]
    reported: tuple[Diagnostic, ...]


def escapes(text: str) -> Counter[str]:
    """Return how often each escape and each reference is in a text."""
    return Counter(_ESCAPE.findall(text))


def runs(subject: Context) -> list[Run]:
    """Return what each run makes of a text: the fixes, and ``fmt``."""
    safe, unsafe = (fix(subject, POLICY, unsafe=unsafe) for unsafe in (False, True))
    return [
        Run("--fix", safe.text, safe.made, safe.report.diagnostics),
        Run(UNSAFE, unsafe.text, unsafe.made, unsafe.report.diagnostics),
        *_formats(subject.text),
    ]


def sealed(text: str) -> list[str]:
    """Return what the runs over a text seal: empty where law 8 holds."""
    subject = Context(text)
    read = text.replace(_MARK, "")
    before = _once_a_block(read, _report(subject if read == text else Context(read)))
    if read != text:  # a mark in the text may be what parts a line that is found without it
        known = Counter([one.rule for one in _report(subject)])
        before = [one for one in before if _take(known, one.rule)]
    found: list[str] = []
    for run in runs(subject):
        if run.name == "--fix":
            found += [f"{run.name} writes {one}" for one in escapes(run.text) - escapes(text)]
        if run.text != text:
            found += [f"{run.name} seals {rule}" for rule in _lost(read, before, run)]
    return found


def _take(left: Counter[str], rule: str) -> bool:
    """Return whether a rule is left, and take one of it."""
    left[rule] -= 1
    return left[rule] >= 0


def _report(subject: Context) -> tuple[Diagnostic, ...]:
    return CHECKER.check(subject).diagnostics


def _once_a_block(text: str, found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the findings that are not of form, and one of each problem of a line in each block.

    A rule may report each line of a block, and another rule the block once.
    """
    lines = _LINE_END.split(text)
    counted: set[tuple[str, int]] = set()
    kept: list[Diagnostic] = []
    for one in found:
        first = one.line
        while first > 1 and lines[first - 2].strip():
            first -= 1
        place = (_problem(one.rule), first)
        if is_of_form(one) or (place in counted and place[0] in ONE_PROBLEM.values()):
            continue
        counted.add(place)
        kept.append(one)
    return kept


def _formats(text: str) -> Iterator[Run]:
    """Yield what ``fmt`` makes of a text, with and without accepted guesses where it has any."""
    result, after = _format(text, unsafe=False)
    yield _formatted("fmt", text, result, after)
    if result.is_guess:
        yield _formatted("fmt --unsafe-fixes", text, *_format(text, unsafe=True))


def _format(text: str, *, unsafe: bool) -> tuple[FormatResult, str]:
    task = FormatTask(POLICY, None, unsafe, shows_patch=False, name="-")
    result, data = format_bytes(text.encode(), "-", task)
    return result, data.decode()


def _formatted(name: str, text: str, result: FormatResult, after: str) -> Run:
    if after == text:
        return Run(name, after, {}, ())
    listed = [one for one in result.diagnostics if one.message.startswith(_ACCEPTED)]
    return Run(name, after, {}, (*_report(Context(after)), *listed))


def is_of_form(one: Diagnostic) -> bool:
    """Return whether a finding is about the form of the text, as a byte order mark in it is."""
    return one.rule in FORM or (one.rule == "invisible-character" and "U+FEFF" in one.message)


def _lost(text: str, before: Sequence[Diagnostic], run: Run) -> list[str]:
    """Return the rules that report less than is left of what they have found."""
    repaired = {name for rule in run.made for name in ALSO_REPAIRS.get(rule, ())}
    document, fixed = _document(text), _document(run.text)
    for field in fixed.keys() - document.keys():
        repaired.update(FIELDS.get(field, ()))
    for one in run.reported:
        repaired.update(COVERED.get(one.rule, ()))
    for field, comparing in COMPARED.items():
        if fixed.get(field) != document.get(field):
            repaired |= comparing
    if run.name == UNSAFE:
        repaired |= WEIGHED
    changed = {one.line for one in before if one.rule in run.made}
    lines, letters, after = _LINE_END.split(text), _letters(text), _letters(run.text)
    left: Counter[str] = Counter()
    for one in before:
        line = _letters(lines[one.line - 1])
        is_left = one.line not in changed and after.count(line) >= letters.count(line)
        if one.rule in OF_CHARACTERS:
            shown = lines[one.line - 1][one.column - 1 : one.end_column - 1]
            is_left = is_left and run.text.count(shown) >= text.count(shown)
        if is_left or one.rule == "truncated-article":
            left[_problem(one.rule)] += 1
    reported = Counter([_problem(one.rule) for one in run.reported])
    for rule, count in run.made.items():
        reported[_problem(rule)] += count
    lost = left - reported
    return sorted(lost.keys() - repaired - (MERGED & reported.keys()))


def _problem(rule: str) -> str:
    return ONE_PROBLEM.get(rule, rule)


@lru_cache(maxsize=8)
def _document(text: str) -> Document:
    return read_document(text)


@lru_cache(maxsize=1000)
def _letters(text: str) -> str:
    """Return the letters and digits of a text, without references."""
    return "".join(filter(str.isalnum, _REFERENCE.sub("", text)))
