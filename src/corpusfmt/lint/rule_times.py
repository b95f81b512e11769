"""How long rules take, for those who write them and those who choose them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from time import perf_counter

from corpusfmt.lint.policy import Policy
from corpusfmt.lint.rule import CORPUS, Rule
from corpusfmt.text.annotations import TypeVar

_Result = TypeVar("_Result")


@dataclass(slots=True)
class RuleTime:
    """How long a rule has taken, on how many texts it has run, and how many findings it had."""

    seconds: float = 0.0
    texts: int = 0
    findings: int = 0


class RuleTimes:
    """The times of the rules in this process, by their names.

    What several rules need of a text is computed for the first of them, and counts for that one.
    ``clock`` returns seconds.
    """

    def __init__(self, clock: Callable[[], float] = perf_counter) -> None:
        self._clock = clock
        self.of_rules: dict[str, RuleTime] = {}

    def measured(self, policy: Policy) -> Policy:
        """Return the policy with the same rules, whose times are then measured."""
        hosts = {host: self.measured(own) for host, own in policy.hosts.items()}
        return replace(policy, rules=tuple(map(self._measured, policy.rules)), hosts=hosts)

    def _measured(self, rule: Rule) -> Rule:
        time = self.of_rules.setdefault(rule.name, RuleTime())
        watch = _Stopwatch(time, self._clock)
        rule = rule.loaded()
        if rule.level == CORPUS:
            collect = partial(watch.call_for_text, rule.collect)
            find_connected = rule.find_connected
            if find_connected is not None:
                find_connected = partial(watch.yield_from, find_connected)
            find = partial(watch.yield_from, rule.find)
            return replace(rule, collect=collect, find=find, find_connected=find_connected)
        applies = partial(watch.call_for_text, rule.applies or _always)
        check = partial(watch.yield_from, rule.check)
        return replace(rule, applies=applies, check=check, needs=())


def _always(_: object) -> bool:
    return True


class _Stopwatch:
    """Measures what a rule does."""

    def __init__(self, time: RuleTime, clock: Callable[[], float]) -> None:
        self._time = time
        self._clock = clock

    def call_for_text(self, function: Callable[..., _Result], *arguments: object) -> _Result:
        """Return what the function that is called first for each text returns."""
        self._time.texts += 1
        return self._call(function, *arguments)

    def yield_from(
        self, function: Callable[..., Iterator[_Result]], *arguments: object
    ) -> Iterator[_Result]:
        """Yield what a function returns; what is done with it in between is not measured."""
        results = self._call(function, *arguments)
        while True:
            result = self._call(_next, results)
            if result is None:
                return
            self._time.findings += 1
            yield result

    def _call(self, function: Callable[..., _Result], *arguments: object) -> _Result:
        start = self._clock()
        try:
            return function(*arguments)
        finally:
            self._time.seconds += self._clock() - start


def _next(results: Iterator[_Result]) -> _Result | None:
    return next(results, None)
