"""Apply fixes: all that do not overlap, repeated until no rule has one left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from corpusfmt.lint.checker import MOST_LISTED, Checker, CheckResult
from corpusfmt.lint.context import Context
from corpusfmt.lint.guesses import with_accepted
from corpusfmt.lint.hidden import hidden_problems
from corpusfmt.lint.policy import Policy
from corpusfmt.model.diagnostic import Diagnostic, Report
from corpusfmt.syntax.roundtrip import UNFAITHFUL, is_faithful
from corpusfmt.text.edits import Edit, Fix, add_apart, apply

MOST_ROUNDS = 25
"""How often a text is checked and fixed before the rules count as conflicting."""


@dataclass(frozen=True, slots=True)
class FixResult:
    """The text after its fixes, how many fixes of which rule were applied, and what is left.

    ``context`` is the text with what was read from it, ``report`` its report, which also lists the
    guesses that an unsafe fix has made permanent; ``checked`` is what its check has returned.
    ``conflicting`` names
    rules whose fixes undo each other, so that fixing does not converge, and ``unfaithful`` is
    whether the canonical text would not be read as the same document: in both cases the text is
    left unchanged.
    """

    context: Context
    report: Report
    checked: CheckResult
    made: Mapping[str, int] = field(default_factory=dict)
    conflicting: tuple[str, ...] = ()
    unfaithful: bool = False

    @property
    def text(self) -> str:
        """The text after its fixes."""
        return self.context.text

    @property
    def reason(self) -> str | None:
        """Why the text is left unchanged though there were fixes to apply; otherwise None."""
        if self.conflicting:
            rules = " and ".join(self.conflicting)
            return f"the fixes of {rules} undo each other; please report this text"
        if self.unfaithful:
            return UNFAITHFUL
        return None


_Steps = Generator[Context, CheckResult, FixResult]
"""The fixing of a text, which yields texts to check, and is sent what was found in them."""


def fix(context: Context, policy: Policy, *, unsafe: bool = False) -> FixResult:
    """Return the text after all safe fixes of the rules that run on it.

    ``unsafe`` applies the unsafe fixes too. A file that is not UTF-8 is rewritten as UTF-8 where a
    finding has an unsafe fix for that, and then fixed as any other. Without it the file is left
    unchanged: what its bytes mean is not known.
    """
    checker = Checker(policy)
    steps = _steps(context, policy, unsafe)
    text = next(steps)
    while True:
        try:
            text = steps.send(CheckResult(checker.check(text)))
        except StopIteration as end:
            result: FixResult = end.value
            return result


def fix_all(
    contexts: Sequence[Context], checker: Checker, *, unsafe: bool = False
) -> list[FixResult | Exception]:
    """Fix texts as `fix` does; they are checked together, which takes less time.

    An exception of a rule is returned in place of the result of its text. Results also have what
    corpus rules collect.
    """
    fixing = {n: _steps(one, checker.policy, unsafe) for n, one in enumerate(contexts)}
    texts = {number: next(steps) for number, steps in fixing.items()}
    results: dict[int, FixResult | Exception] = {}
    while texts:
        checked = [*checker.check_all(texts.values())]
        for number, found in zip([*texts], checked, strict=True):
            if found.error is not None:
                results[number] = found.error
                del texts[number]
                continue
            try:
                texts[number] = fixing[number].send(found)
            except StopIteration as end:
                results[number] = end.value
                del texts[number]
            except Exception as error:
                results[number] = error
                del texts[number]
    return [results[number] for number in fixing]


def _steps(context: Context, policy: Policy, unsafe: bool) -> _Steps:
    found = yield context
    if context.is_text:
        return (yield from _fix_text(context, found, policy, unsafe))
    offered = (one.rule for one in found.report.diagnostics if one.fix and one.fix.encoding)
    rule = next(offered, None)
    if rule is None or not unsafe:
        return FixResult(context, found.report, found)
    decoded = Context(context.text, context.name, date_orders=policy.date_orders)
    found = yield decoded
    fixed = yield from _fix_text(decoded, found, policy, unsafe)
    return replace(fixed, made={rule: 1, **fixed.made})


def _fix_text(original: Context, found: CheckResult, policy: Policy, unsafe: bool) -> _Steps:
    """Apply the fixes of all rules but those that would hide what a rule has found."""
    every = frozenset(rule.name for rule in policy.every_rule())
    fixed = yield from _fix_by(every, original, found, policy, unsafe)
    if not fixed.made or not _hides(original, found, fixed, policy):
        return fixed
    kept: frozenset[str] = frozenset()
    withheld: set[str] = set()
    best = FixResult(original, found.report, found)
    for rule in sorted(fixed.made):
        fixed = yield from _fix_by(kept | {rule}, original, found, policy, unsafe)
        if fixed.reason is not None or _hides(original, found, fixed, policy):
            withheld.add(rule)
        elif fixed.made:
            kept |= {rule}
            best = fixed
    return _without_fixes(best, withheld)


def _hides(original: Context, found: CheckResult, fixed: FixResult, policy: Policy) -> bool:
    """Return whether fixes hide what a rule has found.

    An article whose fixed URL is of another host is not compared: other settings hold for it.
    """
    if policy.host_of(original.host) != policy.host_of(fixed.context.host):
        return False
    before, after = found.report.diagnostics, fixed.report.diagnostics
    return bool(hidden_problems(original.text, before, fixed.text, after, fixed.made, policy))


def _without_fixes(fixed: FixResult, rules: set[str]) -> FixResult:
    """Return a result in which no finding of the rules is offered a fix."""
    listed: list[Diagnostic] = []
    for one in fixed.report.diagnostics:
        listed.append(replace(one, fix=None) if one.rule in rules else one)
    return replace(fixed, report=replace(fixed.report, diagnostics=tuple(listed)))


def _fix_by(
    allowed: frozenset[str], original: Context, found: CheckResult, policy: Policy, unsafe: bool
) -> _Steps:
    """Apply the fixes of some rules, until none has one left or the rules are in conflict."""
    last_rules = _last_rules(policy)
    first = FixResult(original, found.report, found)
    context, left = original, found
    made: Counter[str] = Counter()
    texts = {original.text: 0}  # the number of rounds after which a text was there
    rules: list[set[str]] = []  # those whose fixes were applied in each round
    guesses: list[Diagnostic] = []
    counted = 0
    while counted < MOST_ROUNDS:
        offering = [one for one in left.report.diagnostics if one.rule in allowed]
        chosen = list(_choose(offering, last_rules, unsafe))
        if not chosen:
            return FixResult(context, with_accepted(left.report, guesses), left, dict(made))
        changed = _apply_all(context, chosen)
        names = [name for name, _ in chosen]
        made.update(names)
        rules.append(set(names))
        if len(chosen) < MOST_LISTED:  # else a rule has more fixes than are listed
            counted += 1
        if changed.text in texts:
            return replace(first, conflicting=_names(rules[texts[changed.text] :]))
        is_canonical = not last_rules.isdisjoint(names)
        if is_canonical:
            guesses += _guesses(left.report, policy)
        left = yield changed
        if is_canonical and not is_faithful(context.reading.document, changed.reading):
            return replace(first, unfaithful=True)
        context = changed
        texts[context.text] = len(rules)
    return replace(first, conflicting=_names(rules[-2:]))


def _last_rules(policy: Policy) -> frozenset[str]:
    """Return the names of the rules whose fixes are applied when no other is left."""
    return frozenset(rule.name for rule in policy.every_rule() if rule.apply_last)


def _guesses(report: Report, policy: Policy) -> list[Diagnostic]:
    """Return what rules report whose guesses a rewritten text would hide."""
    names = frozenset(rule.name for rule in policy.blocking_rewriting("guess"))
    return [one for one in report.diagnostics if one.rule in names]


def _apply_all(context: Context, chosen: Iterable[tuple[str, Fix]]) -> Context:
    """Return the text after fixes that do not overlap."""
    edits: list[Edit] = []
    for _, fix_ in chosen:
        edits += fix_.edits
    after = apply(context.text, edits)
    return Context(after, context.name, date_orders=context.reading.orders)


def _names(rules: Iterable[set[str]]) -> tuple[str, ...]:
    return tuple(sorted(set().union(*rules)))


def _choose(
    diagnostics: Iterable[Diagnostic], last_rules: frozenset[str], unsafe: bool
) -> Iterator[tuple[str, Fix]]:
    """Yield fixes that can be applied together, each with its rule: a wider one waits for narrower.

    A fix that writes the canonical text is applied alone, when there are no others.
    """
    offered = list(_offered(diagnostics, unsafe))
    offered = [pair for pair in offered if pair[0] not in last_rules] or offered
    taken: list[tuple[int, int]] = []  # sorted, and apart from each other
    for rule, one in sorted(offered, key=lambda pair: (_width(pair[1]), pair[1].edits[0].start)):
        if add_apart(taken, (one.edits[0].start, one.edits[-1].end)):
            yield rule, one


def _offered(diagnostics: Iterable[Diagnostic], unsafe: bool) -> Iterator[tuple[str, Fix]]:
    """Yield the fixes that may be applied, each with its rule."""
    for diagnostic in diagnostics:
        fix = diagnostic.fix
        if fix is not None and (fix.safe or unsafe) and fix.edits:
            yield diagnostic.rule, fix


def _width(one: Fix) -> int:
    return one.edits[-1].end - one.edits[0].start
