"""Run the corpus rules over what they have collected from the articles of a run."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import chain

from corpusfmt.files.heartbeat import HEARTBEAT
from corpusfmt.lint.corpus import OTHER, Corpus, CorpusFinding, Entry, Row
from corpusfmt.lint.facts import FactStore, RuleFacts
from corpusfmt.lint.groups import Cluster, Group, Groups, Key, fill, open_groups
from corpusfmt.lint.many_findings import AT_ONCE, KeptFindings, SortedDiagnostics, in_parts
from corpusfmt.model.diagnostic import Diagnostic, Finding
from corpusfmt.text.annotations import TYPE_CHECKING, Protocol
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.values import replace

if TYPE_CHECKING:
    from corpusfmt.lint.checker import CheckResult
    from corpusfmt.lint.context import Context
    from corpusfmt.lint.policy import Policy
    from corpusfmt.lint.rule import Rule
    from corpusfmt.model.file_result import FileResult

Read = Callable[[str], "Context | None"]
"""Reads an article again, by its path; returns None where that fails."""

FindNew = Callable[[Collection[str]], Collection[str]]
"""Returns those of some paths that are new."""

_KEPT = 128
"""How many articles that were read again are kept: duplicates come in groups."""


class Found(NamedTuple):
    """What was found in the group of a key; or, by its number, in an article of a cluster.

    ``numbers`` are those of the articles of the diagnostics. What is found depends on whether the
    articles ``asked`` are new. What is found in a large group is divided into several of these.
    """

    key: Key
    diagnostics: tuple[Diagnostic, ...]
    numbers: tuple[int, ...] = ()
    asked: tuple[int, ...] = ()


class Articles(Protocol):
    """Articles by their numbers."""

    def entry(self, number: int) -> Entry:
        """Return an article."""

    def path(self, number: int) -> str:
        """Return the path of an article."""


def compare(
    results: Iterable[CheckResult | FileResult] | FactStore,
    policy: Policy,
    read: Read,
    find_new: FindNew | None = None,
) -> Iterator[Diagnostic]:
    """Yield the diagnostics of the corpus rules, rule by rule, each rule's by path.

    They are the same whatever the order of the articles. Only articles that have findings are read
    again. Of articles that are alike, the first by path is the original; with ``find_new`` the
    others precede the new ones, so that the finding is at the new article.
    """
    store = results if isinstance(results, FactStore) else _store(results)
    comparer = Comparer(policy, read, find_new)
    for rule in policy.every_rule():
        facts = store.of_rule(rule.name)
        if facts is not None and len(facts) >= rule.fewest:
            yield from _compare(comparer.of(rule, facts), facts)


def _store(results: Iterable[CheckResult | FileResult]) -> FactStore:
    store = FactStore()
    for result in results:
        store.add(result)
    return store


def _compare(comparison: Comparison, facts: RuleFacts) -> Iterator[Diagnostic]:
    rows = _numbered_rows(comparison, facts)
    first = next(rows, None)
    if first is None:
        return
    database = open_groups()
    fill(database, chain((first,), rows))
    found = SortedDiagnostics()
    for one in comparison.find_all(Groups(database)):
        found.add(0, one.diagnostics)
    database.close()
    yield from found


def _numbered_rows(comparison: Comparison, facts: RuleFacts) -> Iterator[tuple[object, ...]]:
    """Yield the rows of all articles after 0, the number of the only rule that is compared."""
    for entry in facts.entries():
        for row in comparison.rows(entry):
            yield (0, *row)


class Comparer:
    """What all corpus rules of a run have in common."""

    def __init__(self, policy: Policy, read: Read, find_new: FindNew | None) -> None:
        self.policy = policy
        self.read = lru_cache(maxsize=_KEPT)(partial(_read, read, policy))
        self.find_new = find_new
        self.coverage: Mapping[str, Mapping[str, float]] = {
            "": policy.coverage,
            **{host: own.coverage for host, own in policy.hosts.items()},
        }

    def of(self, rule: Rule, articles: Articles) -> Comparison:
        """Return the comparison that a rule makes of articles."""
        return Comparison(self, rule.loaded(), articles)


class Comparison:
    """What one rule compares. ``articles`` has what the rule has collected, by numbers."""

    def __init__(self, comparer: Comparer, rule: Rule, articles: Articles) -> None:
        self.rule = rule
        self._comparer = comparer
        self._articles = articles
        policy = comparer.policy
        self._corpus = Corpus(self._entry, comparer.coverage, policy.options, comparer.read)

    def rows(self, entry: Entry) -> Iterable[Row]:
        """Return the rows of an article."""
        return self.rule.rows(self._with_group(entry), self._corpus)

    def find_all(self, groups: Groups) -> Iterator[Found]:
        """Yield what is found in all groups."""
        if self.rule.find_connected is not None:
            return self._find_connected(groups.clusters())
        return self._find(groups.repeated(self.rule.fewest))

    def find_some(self, groups: Groups, keys: Iterable[Key]) -> Iterator[Found]:
        """Yield what is found in the groups of some keys."""
        return self._find(groups.some(keys, self.rule.fewest))

    def find_around(
        self, groups: Groups, numbers: Iterable[int]
    ) -> tuple[Iterator[Found], set[int]]:
        """Return what is found in articles and all that are connected with them, and these."""
        around = self._connected(groups, numbers)
        return self._find_connected(groups.cluster(around)), around

    def _find(self, groups: Iterable[Group]) -> Iterator[Found]:
        for group in groups:
            parts = in_parts(self.rule.find(self._corpus, group))
            first = next(parts, [])
            if len(first) < AT_ONCE:
                yield from self._find_in_few(group, first)
            else:
                yield from self._find_in_many(group, chain((first,), parts))

    def _find_in_few(self, group: Group, findings: Sequence[CorpusFinding]) -> Iterator[Found]:
        """Yield what is found in a group, if there is anything; ``findings`` are without git."""
        if not findings:
            return
        last = self._new_among(findings)
        final = [*self.rule.find(self._corpus, group.with_last(last))] if last else findings
        yield self._found(group.key, final, _asked(findings))

    def _find_in_many(
        self, group: Group, parts: Iterable[Sequence[CorpusFinding]]
    ) -> Iterator[Found]:
        last: set[int] = set()
        for part in parts:
            last |= self._new_among(part)
            yield Found(group.key, (), (), _asked(part))
        for part in in_parts(self.rule.find(self._corpus, group.with_last(last))):
            yield self._found(group.key, part)

    def _find_connected(self, cluster: Cluster) -> Iterator[Found]:
        find = self.rule.find_connected
        if len(cluster) < self.rule.fewest or find is None:
            return
        first = KeptFindings(find(self._corpus, cluster))
        new: set[int] = set()
        for part in in_parts(first):
            new |= self._new_among(part)
        for finding in first:
            shown = () if new else (finding,)
            yield self._found(finding.number, shown, _asked([finding]))
        if new:
            for finding in find(self._corpus, cluster.with_last(new)):
                yield self._found(finding.number, (finding,))

    def _found(
        self, key: Key, findings: Sequence[CorpusFinding], asked: tuple[int, ...] = ()
    ) -> Found:
        HEARTBEAT.beat()  # to read many articles again takes long
        numbers = tuple(finding.number for finding in findings)
        return Found(key, tuple(map(self._sign, findings)), numbers, asked)

    def _connected(self, groups: Groups, numbers: Iterable[int]) -> set[int]:
        """Return articles, and all that are connected with them by keys."""
        around = set(numbers)
        seen: set[Key] = set()
        pending = [*around]
        while pending:
            keys: set[Key] = set()
            for number in pending:
                for row in self.rows(self._entry(number)):
                    keys.add(row.key)
            pending = [n for n in groups.numbers_with([*keys - seen]) if n not in around]
            around.update(pending)
            seen |= keys
        return around

    def _entry(self, number: int) -> Entry:
        return self._with_group(self._articles.entry(number))

    def _with_group(self, entry: Entry) -> Entry:
        policy = self._comparer.policy
        if not policy.hosts:
            return entry
        return entry._replace(group=policy.host_of(entry.host) or "")

    def _new_among(self, findings: Iterable[CorpusFinding]) -> set[int]:
        """Return the new articles among those that were compared with another."""
        if self._comparer.find_new is None:
            return set()
        numbers: dict[str, int] = {}
        for number in _asked(findings):
            numbers[self._articles.path(number)] = number
        new = self._comparer.find_new(numbers.keys()) if numbers else ()
        return {numbers[path] for path in new}

    def _sign(self, found: CorpusFinding) -> Diagnostic:
        """Return the diagnostic of a finding.

        At the start of the file where that could not be read again. Without findings, a run over
        files that have not changed needs none of these modules.
        """
        from corpusfmt.lint.checker import sign
        from corpusfmt.lint.context import Context

        read, policy = self._comparer.read, self._comparer.policy
        path = self._articles.path(found.number)
        context = read(path) or Context("", path)
        start, end = _place(context, found.pointer)
        message = found.message
        others = [(self._articles.path(number), pointer) for number, pointer in found.others]
        if others:
            message = message.replace(OTHER, ", ".join(_describe(one, read) for one in others))
        finding = Finding(message, start, end, found.expected, found.pointer or None)
        host = self._articles.entry(found.number).host if policy.hosts else ""
        severity = policy.of_host(host).severity(self.rule)
        diagnostic = sign(finding, self.rule, context, severity)
        if not others:
            return diagnostic
        paths = tuple(path for path, _ in others)
        return replace(diagnostic, others=paths, articles=found.articles)


def _read(read: Read, policy: Policy, path: str) -> Context | None:
    """Read an article again as it was checked."""
    context = read(path)
    if context is not None:
        context.read_dates_by(policy.date_orders)
    return context


def _asked(findings: Iterable[CorpusFinding]) -> tuple[int, ...]:
    """Return the articles that were compared with another."""
    numbers: dict[int, None] = {}
    for finding in findings:
        if finding.others:
            numbers |= dict.fromkeys([finding.number, *(number for number, _ in finding.others)])
    return tuple(numbers)


def _describe(other: tuple[str, str], read: Read) -> str:
    """Return a place in another article in the form that editors follow."""
    path, pointer = other
    context = read(path)
    if context is None:
        return path
    line, column = context.source.position(_place(context, pointer)[0])
    return f"{path}:{line}:{column}"


def _place(context: Context, pointer: str) -> tuple[int, int]:
    own = context.url_span if pointer == "/url" else None
    return own or context.place(pointer)
