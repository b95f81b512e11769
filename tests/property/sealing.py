"""Law 8 as functions of one text: what it reports, and what of it a run of fixes must leave."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
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

FORM = frozenset(rule.name for rule in POLICY.every_rule() if rule.of_form)
"""The rules about the form of the text, which canonical text repairs."""

PROBLEMS = {rule.name: rule.problem or rule.name for rule in POLICY.every_rule()}
"""The problem that each rule reports: several may report one of them in other places."""

OF_CHARACTERS = frozenset({"html-entity", "invisible-character"})
"""The rules about characters, which a byline or a date is written without."""

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
    report = _report(subject if read == text else Context(read))
    before = _once_a_block(read, report)
    if read != text:  # a mark in the text may be what parts a line that is found without it
        known = Counter([one.rule for one in _report(subject)])
        before = [one for one in before if _take(known, one.rule)]
    found: list[str] = []
    for run in runs(subject):
        if run.name == "--fix":
            found += [f"{run.name} writes {one}" for one in escapes(run.text) - escapes(text)]
        if run.text != text:
            changed = {one.line for one in report if one.rule in run.made and not is_of_form(one)}
            found += [f"{run.name} seals {rule}" for rule in _lost(read, before, run, changed)]
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
        if is_of_form(one) or (place in counted and place[0] not in NAMES):
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


def _lost(text: str, before: Sequence[Diagnostic], run: Run, changed: Collection[int]) -> list[str]:
    """Return the problems of which less is reported than is left of what has been found.

    ``changed`` has the lines with a finding of a rule whose fixes were made.
    """
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
    return sorted((left - reported).keys())


def _problem(rule: str) -> str:
    return PROBLEMS[rule]


@lru_cache(maxsize=8)
def _document(text: str) -> Document:
    return read_document(text)


@lru_cache(maxsize=1000)
def _letters(text: str) -> str:
    """Return the letters and digits of a text, without references."""
    return "".join(filter(str.isalnum, _REFERENCE.sub("", text)))
