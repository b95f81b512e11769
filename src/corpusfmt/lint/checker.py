"""Run the rules of a policy over texts, and make diagnostics of what they find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from operator import attrgetter

from corpusfmt.lint.bare_marks import without_bare_marks
from corpusfmt.lint.context import Context, Findings
from corpusfmt.lint.escapes import without_sealing
from corpusfmt.lint.explained import without_explained
from corpusfmt.lint.needs import has_one
from corpusfmt.lint.policy import Policy
from corpusfmt.lint.rule import CORPUS, Blocks, Rule
from corpusfmt.model.diagnostic import Diagnostic, Finding, Report, Severity
from corpusfmt.syntax.parse_progress import pulse
from corpusfmt.text.edits import Fix
from corpusfmt.text.values import dataclass, field, replace

MOST_LISTED = 1000
"""How many findings of one rule are listed in a file; one more reports the number of the others."""

_MOST_COUNTED = 100_000

_BATCH_SIZE = 32
"""How many texts a rule checks before the next rule does.

Its code then stays in the processor's cache: a sixth less time than text by text.
"""

_BATCH_CHARACTERS = 1_000_000
"""How many characters the texts of a batch have together, but for the last one."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The result for one file: its report, and what the corpus rules have collected, by name.

    ``error`` is an exception that a rule raised, which is a bug of it: the report is then empty.
    """

    report: Report
    host: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    error: Exception | None = None

    @property
    def path(self) -> str:
        """The path as it is reported."""
        return self.report.path


_Text = tuple[Context, Policy]
"""A text, and the policy for it."""


class Checker:
    """Runs the rules of a policy.

    Of a text that is the only one of its run, nothing is collected that rules compare with others.
    """

    def __init__(self, policy: Policy, *, is_alone: bool = False) -> None:
        self.policy = policy
        fewest_of_one = 1 if policy.requires_shares() else 0
        self._fewest = fewest_of_one if is_alone else 2

    def check(self, context: Context) -> Report:
        """Return the report of a text, without the findings of corpus rules."""
        [report] = _check([self._prepare(context)])
        return report

    def check_one(self, context: Context) -> CheckResult:
        """Return the result of a text. Exceptions of rules are raised."""
        [result] = _check_batch([self._prepare(context)], self._fewest)
        return result

    def check_all(self, contexts: Iterable[Context]) -> Iterator[CheckResult]:
        """Yield the result of each text, in order.

        An exception of a rule costs the result of that text alone.
        """
        for batch in _batches(contexts):
            texts = list(map(self._prepare, batch))
            try:
                yield from _check_batch(texts, self._fewest)
            except Exception:  # which text it was is found text by text
                yield from map(self._check_safely, batch)

    def find_blocking(self, context: Context, kind: Blocks) -> tuple[Diagnostic, ...]:
        """Return the findings that block rewriting in this way, whatever rules run."""
        return self.find(context, self.policy.blocking_rewriting(kind))

    def find(self, context: Context, rules: Iterable[Rule]) -> tuple[Diagnostic, ...]:
        """Return the findings of some rules, whatever rules the policy has, in text order."""
        text = self._prepare(context)
        found: list[Diagnostic] = []
        for rule in rules:
            found += _sign_all(rule, rule.check(context), text)
        return tuple(sorted(found, key=lambda one: (one.line, one.column)))

    def _check_safely(self, context: Context) -> CheckResult:
        try:
            return self.check_one(Context(context.reading, context.name))
        except Exception as error:
            return CheckResult(Report(context.name), error=error)

    def _prepare(self, context: Context) -> _Text:
        """Return a text with its policy, and set its requirements, options and date orders."""
        context.read_dates_by(self.policy.date_orders)
        policy = self.policy.of_file(context.name)
        if policy.hosts:
            policy = policy.of_host(context.host)
        context.require, context.options = policy.require, policy.options
        return context, policy


def sign(finding: Finding, rule: Rule, context: Context, severity: Severity) -> Diagnostic:
    """Return the diagnostic of a finding, with its place in lines and columns."""
    line, column = context.source.position(finding.start)
    end_line, end_column = context.source.position(finding.end)
    return Diagnostic(
        path=context.name,
        rule=rule.name,
        level=rule.level,
        severity=severity,
        message=finding.message,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        excerpt=context.source.excerpt(finding.start, finding.end),
        expected=finding.expected,
        pointer=finding.pointer,
        byte_offset=finding.byte_offset,
        fix=finding.fix,
        kind=finding.kind,
    )


def _batches(contexts: Iterable[Context]) -> Iterator[list[Context]]:
    batch: list[Context] = []
    size = 0
    for context in contexts:
        batch.append(context)
        size += len(context.text)
        if len(batch) == _BATCH_SIZE or size > _BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _check_batch(texts: Sequence[_Text], fewest: int) -> list[CheckResult]:
    reports = _check(texts, is_alone=fewest < 2)
    facts = _collect(texts, fewest)
    results = []
    for (context, _), report, own in zip(texts, reports, facts, strict=True):
        results.append(CheckResult(report, context.host if own else "", own))
    return results


def _check(texts: Sequence[_Text], *, is_alone: bool = False) -> list[Report]:
    """Return the report of each text; see `Checker` for ``is_alone``."""
    for context, _ in texts:
        _ = context.reading  # all texts are read before the first rule runs, for the cache again
    found: list[list[Diagnostic]] = [[] for _ in texts]
    for policy, numbers in _by_rules(texts):
        in_order = _order(policy.rules)
        likely = {} if is_alone else _prefilter(policy, texts, numbers)
        having: dict[tuple[str, ...], Sequence[int]] = {}
        for index, rule in enumerate(in_order):
            pulse.enter("checking", index / len(in_order))
            if rule.name in likely:
                chosen = _with_needs(likely[rule.name], rule.needs, texts)
            elif rule.needs in having:
                chosen = having[rule.needs]
            else:
                chosen = having[rule.needs] = _with_needs(numbers, rule.needs, texts)
            _run(rule, texts, chosen, found)
    return [_report(text, own) for text, own in zip(texts, found, strict=True)]


def _report(text: _Text, found: list[Diagnostic]) -> Report:
    """Return what is found in a text, in order, without the fixes that would leave only a mark."""
    context, policy = text
    diagnostics: Sequence[Diagnostic] = _sort(found, policy.rules) if len(found) > 1 else found
    last = [rule.name for rule in policy.rules if rule.apply_last]
    diagnostics = without_bare_marks(context.text, diagnostics, last)
    return Report(context.name, tuple(diagnostics))


def _prefilter(
    policy: Policy, texts: Sequence[_Text], numbers: Sequence[int]
) -> Mapping[str, Sequence[int]]:
    """Return the numbers of the texts in which some rules can find something.

    A rule whose options are set can find more than what its expressions are for.
    """
    from corpusfmt.lint.prefilter import prefilter_of

    prefilter = prefilter_of(policy.rules)
    likely = prefilter.find([texts[number][0] for number in numbers])
    with_options = {rule for rule, _ in policy.options}
    return {
        name: [numbers[place] for place in places]
        for name, places in likely.items()
        if name not in with_options
    }


def _order(rules: Iterable[Rule]) -> list[Rule]:
    """Return the rules that check a text, in the order in which they run."""
    of_texts = [rule for rule in rules if rule.level != CORPUS]
    return sorted(of_texts, key=attrgetter("apply_last"))


def _sort(diagnostics: list[Diagnostic], rules: Sequence[Rule]) -> list[Diagnostic]:
    """Return the diagnostics in text order, those of one place in the order of the rules."""
    order = {rule.name: index for index, rule in enumerate(rules)}
    return sorted(diagnostics, key=lambda one: (one.line, one.column, one.level, order[one.rule]))


def _with_needs(
    numbers: Sequence[int], needs: tuple[str, ...], texts: Sequence[_Text]
) -> Sequence[int]:
    """Return the numbers of the texts that have one of the needs of a rule."""
    if not needs:
        return numbers
    return [number for number in numbers if has_one(texts[number][0], needs)]


def _run(
    rule: Rule, texts: Sequence[_Text], numbers: Sequence[int], found: Sequence[list[Diagnostic]]
) -> None:
    """Run a rule on the texts of these numbers, and add what it finds."""
    if not numbers:
        return
    rule = rule.loaded()
    applies, check = rule.applies, rule.check
    for number in numbers:
        context = texts[number][0]
        if applies is None or applies(context):
            findings = check(context)
            first = next(findings, None)
            if first is not None and rule.apply_last:
                first = without_explained(context, rule, first, found[number])
            if first is not None:  # rare
                found[number] += _sign_rest(rule, first, findings, texts[number])


def _collect(texts: Sequence[_Text], fewest: int) -> list[dict[str, object]]:
    """Return what the corpus rules that report something in so few texts keep of each, by name."""
    facts: list[dict[str, object]] = [{} for _ in texts]
    for policy, numbers in _by_rules(texts):
        of_corpus = [rule for rule in policy.rules if rule.level == CORPUS]
        corpus_rules = [rule for rule in of_corpus if rule.fewest <= fewest]
        for rule in corpus_rules:
            for number in numbers:
                fact = rule.collect(texts[number][0])
                if fact is not None:
                    facts[number][rule.name] = fact
    return facts


def _by_rules(texts: Sequence[_Text]) -> Iterable[tuple[Policy, list[int]]]:
    """Return policies of different rules or options, each with the numbers of its texts."""
    groups: dict[tuple[int, int], tuple[Policy, list[int]]] = {}
    for number, (_, policy) in enumerate(texts):
        key = id(policy.rules), id(policy.options)
        if key not in groups:
            groups[key] = (policy, [])
        groups[key][1].append(number)
    return groups.values()


def _sign_all(rule: Rule, findings: Findings, text: _Text) -> Iterator[Diagnostic]:
    first = next(findings, None)
    if first is not None:
        yield from _sign_rest(rule, first, findings, text)


def _sign_rest(rule: Rule, first: Finding, findings: Findings, text: _Text) -> Iterator[Diagnostic]:
    context, policy = text
    for finding in _limit(first, findings):
        severity = policy.severity(rule, is_uncertain=finding.is_uncertain)
        weighed = finding
        if finding.fix is not None:
            weighed = replace(finding, fix=_weigh(finding.fix, rule, context, policy))
        yield sign(weighed, rule, context, severity)


def _weigh(fix: Fix, rule: Rule, context: Context, policy: Policy) -> Fix | None:
    """Return a fix as it is, as an unsafe one, or None where nothing may be written."""
    fix = without_sealing(context.text, fix)
    if not rule.apply_last:
        return fix
    if _find_reporting(context, policy.blocking_rewriting("always")):
        return None
    guesses = _find_reporting(context, policy.blocking_rewriting("guess"))
    if guesses:
        why = f"makes the guess reported by {' and '.join(guesses)} permanent"
        return replace(fix, safe=False, why=why)
    return fix


def _find_reporting(context: Context, rules: Iterable[Rule]) -> list[str]:
    """Return the names of those rules that find something in a text."""
    return [rule.name for rule in rules if next(rule.check(context), None) is not None]


def _limit(first: Finding, findings: Findings) -> Findings:
    """Yield the findings of a rule, and one for all that are more than are listed."""
    yield first
    yield from islice(findings, MOST_LISTED - 1)
    following = next(findings, None)
    if following is not None:
        others = 1 + sum(1 for _ in islice(findings, _MOST_COUNTED))
        yield Finding(_count_others(others), following.start, following.end)


def _count_others(count: int) -> str:
    if count > _MOST_COUNTED:
        return f"more than {_MOST_COUNTED:,} other findings of this rule"
    findings = "finding" if count == 1 else "findings"
    return f"{count:,} other {findings} of this rule"
