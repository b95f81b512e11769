"""What is required of each article: the rules that run, their severities, and their options."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

from corpusfmt.files.globs import Globs
from corpusfmt.lint.rule import CORPUS, Blocks, Rule, Stage
from corpusfmt.syntax.date_order import NO_ORDERS, DateOrders, nearest_host
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.values import dataclass, field, replace

if TYPE_CHECKING:
    from corpusfmt.lint.option import Options
    from corpusfmt.model.diagnostic import Severity


@dataclass(frozen=True, slots=True)
class Policy:
    """What is required of articles.

    ``rules`` are the rules that run, in their order; ``blockers`` those whose findings block
    rewriting or reading, whether they run or not. ``severities`` and ``options`` hold what the
    settings set, ``coverage`` the fields of which a share of the articles must have one, in
    percent. ``hosts`` has the policy for the articles of a host, ``per_file`` patterns, relative to
    ``root``, with the names of the rules that do not run on the files they match. ``date_orders``
    is how numeric dates are read, for all hosts.
    """

    rules: tuple[Rule, ...] = ()
    blockers: tuple[Rule, ...] = ()
    require: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    options: Options = field(default_factory=dict)
    coverage: Mapping[str, float] = field(default_factory=dict)
    hosts: Mapping[str, Policy] = field(default_factory=dict)
    per_file: tuple[tuple[Globs, frozenset[str]], ...] = ()
    root: str = ""
    date_orders: DateOrders = NO_ORDERS

    @property
    def on(self) -> frozenset[str]:
        """The names of the rules that run."""
        return frozenset(rule.name for rule in self.rules)

    def every_rule(self) -> tuple[Rule, ...]:
        """Return the rules that run on some article, in order, those of the hosts included."""
        rules: dict[str, Rule] = {}
        for policy in (self, *self.hosts.values()):
            for rule in policy.rules:
                rules[rule.name] = rule
        return tuple(sorted(rules.values(), key=lambda rule: rule.level))

    def levels(self) -> tuple[frozenset[str], frozenset[str]]:
        """Return the names of the rules that run: those of one article, and corpus rules."""
        rules = self.every_rule()
        names: set[str] = set()
        across: set[str] = set()
        for rule in rules:
            kind = across if rule.level == CORPUS else names
            kind.add(rule.name)
        return frozenset(names), frozenset(across)

    def requires_shares(self) -> bool:
        """Return whether shares of articles must have a field: one article can lack it."""
        return any(policy.coverage for policy in (self, *self.hosts.values()))

    def changing_daily(self) -> frozenset[str]:
        """Return the names of the rules whose findings depend on the day."""
        return frozenset(rule.name for rule in self.every_rule() if rule.changes_daily)

    def severity(self, rule: Rule, *, is_uncertain: bool = False) -> Severity:
        """Return how severe the findings of a rule are, or the uncertain ones among them."""
        return self.severities.get(rule.name, "info" if is_uncertain else rule.severity)

    def blocking_rewriting(self, kind: Blocks) -> tuple[Rule, ...]:
        """Return the rules whose findings block rewriting in this way."""
        return tuple(rule for rule in self.blockers if rule.blocks_rewriting == kind)

    def blocking_reading(self, *stages: Stage) -> tuple[Rule, ...]:
        """Return the rules whose findings block one of these stages of reading a document."""
        return tuple(rule for rule in self.blockers if rule.blocks_reading in stages)

    def of_file(self, path: str) -> Policy:
        """Return the policy for a file: without the rules that the settings ignore there."""
        ignored = self.ignored_in(path)
        return self.without(ignored) if ignored else self

    def ignored_in(self, path: str) -> frozenset[str]:
        """Return the names of the rules that the settings ignore in a file."""
        if not self.per_file:
            return frozenset()
        relative = os.path.relpath(os.path.abspath(path), self.root).replace(os.sep, "/")
        ignored: set[str] = set()
        for globs, names in self.per_file:
            if globs.match_above(relative):
                ignored |= names
        return frozenset(ignored)

    def of_host(self, host: str) -> Policy:
        """Return the policy for articles of a host: its own, or of the nearest parent domain."""
        found = self.host_of(host)
        return self if found is None else self.hosts[found]

    def host_of(self, host: str) -> str | None:
        """Return the host of the settings that a host belongs to, or None."""
        return nearest_host(host, self.hosts)

    def without(self, names: Iterable[str]) -> Policy:
        """Return the same policy without some rules."""
        ignored = frozenset(names)
        hosts = {host: _without(policy, ignored) for host, policy in self.hosts.items()}
        return replace(_without(self, ignored), hosts=hosts)


def _without(policy: Policy, ignored: frozenset[str]) -> Policy:
    rules = [rule for rule in policy.rules if rule.name not in ignored]
    return replace(policy, rules=tuple(rules))
