"""The report of a cleaning: how many articles were read, what came of them, and by which recipe."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from corpusfmt import __version__
from corpusfmt.config.settings import Demands, Settings
from corpusfmt.files.read import WriteError
from corpusfmt.project.cleaned_article import DROPPED, FAILED, OUT, SET_ASIDE, CleanedArticle
from corpusfmt.rules import RULES, all_rules
from corpusfmt.run.clean_article import CleanPolicies, find_rules

_DIGITS = 16
"""How many digits of the digest of a rule are its version."""


@dataclass(slots=True)
class CleanCounts:
    """How many articles were read, by what came of them and why, and what was done to them.

    ``split`` is how many texts of several articles were split into these, which are counted as all
    others are.
    """

    outcomes: Counter[str] = field(default_factory=Counter)
    reasons: dict[str, Counter[str]] = field(
        default_factory=lambda: {name: Counter() for name in (SET_ASIDE, DROPPED, FAILED)}
    )
    fixes: Counter[str] = field(default_factory=Counter)
    fixed: int = 0
    read_as: Counter[str] = field(default_factory=Counter)
    notes: int = 0
    split: int = 0

    def add(self, article: CleanedArticle) -> None:
        """Count an article."""
        self.outcomes[article.outcome] += 1
        if article.outcome != OUT:
            self.reasons[article.outcome][article.reason] += 1
        else:
            self.fixes.update(article.head.fixes)
            self.fixed += bool(article.head.fixes)
        if article.head.read_as:
            self.read_as[article.head.read_as] += 1
        self.notes += len(article.head.notes)
        self.split += article.head.source.get("part") == 1

    @classmethod
    def from_report(cls, data: bytes) -> CleanCounts:
        """Return the numbers of a report that `make_report` has made."""
        report = json.loads(data)
        reasons = {
            SET_ASIDE: Counter(report["reasons"]["set_aside"]),
            DROPPED: Counter(report["reasons"]["dropped"]),
            FAILED: Counter(report["reasons"]["failed"]),
        }
        outcomes: Counter[str] = Counter()
        for name, counts in reasons.items():
            outcomes[name] = counts.total()
        outcomes[OUT] = report["out"]
        fixes, read_as = Counter(report["fixes"]), Counter(report["read_as"])
        notes, split = report["notes"], report["split"]
        return cls(outcomes, reasons, fixes, report["fixed"], read_as, notes, split)

    @property
    def total(self) -> int:
        """The number of articles that were read, or failed."""
        return sum(self.outcomes.values())

    def table(self) -> str:
        """Return the numbers as lines of text, which add up."""
        rows = [("in", self.total), ("  out", self.outcomes[OUT])]
        names = {SET_ASIDE: "set aside", DROPPED: "dropped", FAILED: "failed"}
        for outcome, name in names.items():
            if self.outcomes[outcome] or outcome != DROPPED:
                rows.append((f"  {name}", self.outcomes[outcome]))
            for reason, number in _sorted(self.reasons[outcome]):
                rows.append((f"    {reason}", number))
        width = max(len(name) for name, _ in rows)
        digits = max(len(f"{number:,}") for _, number in rows)
        return "".join(f"{name:<{width}}  {number:>{digits},}\n" for name, number in rows)

    def values(self) -> dict[str, object]:
        """Return the numbers for the report as JSON."""
        set_aside, dropped = self.outcomes[SET_ASIDE], self.outcomes[DROPPED]
        return {
            "in": self.total,
            "out": self.outcomes[OUT],
            "set_aside": set_aside + dropped,
            "failed": self.outcomes[FAILED],
            "reasons": {
                "set_aside": dict(_sorted(self.reasons[SET_ASIDE])),
                "dropped": dict(_sorted(self.reasons[DROPPED])),
                "failed": dict(_sorted(self.reasons[FAILED])),
            },
            "read_as": dict(_sorted(self.read_as)),
            "split": self.split,
            "fixed": self.fixed,
            "fixes": dict(_sorted(self.fixes)),
            "notes": self.notes,
        }


def _sorted(counts: Counter[str]) -> list[tuple[str, int]]:
    """Return counts, the largest first, equal ones by name."""
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def resolve_recipe(settings: Settings, policies: CleanPolicies) -> dict[str, object]:
    """Return everything that decides what comes of an article, as a value of JSON."""
    judging = {rule.name for rule in policies.judging.every_rule()}
    fixing = [rule.name for rule in policies.fixing.every_rule() if rule.fix != "none"]
    orders = settings.date_orders
    return {
        **{key: _plain(value) for key, value in settings.clean.items()},
        "fixes": fixing,
        "rules": _thresholds(policies, judging.union(fixing)),
        "require": list(settings.require),
        "date-order": orders.default,
        "hosts": {host: _demands(own) for host, own in sorted(settings.hosts.items())},
        "per-file-ignores": [[glob, list(names)] for glob, names in settings.per_file_ignores],
        "exclude": list(settings.exclude),
        "inputs": settings.inputs,
    }


def _thresholds(policies: CleanPolicies, names: Collection[str]) -> dict[str, dict[str, object]]:
    """Return the values of the options of the rules with these names, by rule."""
    thresholds: dict[str, dict[str, object]] = {}
    options = policies.judging.options
    for rule in all_rules():
        if not rule.options or rule.name not in names:
            continue
        values: dict[str, object] = {}
        for one in rule.options:
            values[one.name] = options.get(one.key, one.default)
        thresholds[rule.name] = values
    return thresholds


def _demands(demands: Demands) -> dict[str, object]:
    """Return what is demanded of the articles of a host."""
    return {
        "require": _plain(demands.require),
        "select": _plain(demands.select),
        "extend-select": list(demands.extend_select),
        "ignore": list(demands.ignore),
        "rules": {name: dict(values) for name, values in demands.rules.items()},
        "date-order": demands.date_order,
    }


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def digest_of(recipe: dict[str, object]) -> str:
    """Return the SHA-256 of a recipe, which does not depend on the order of its keys."""
    return sha256(json.dumps(recipe, sort_keys=True).encode("ascii")).hexdigest()


def rule_versions(policies: CleanPolicies) -> dict[str, str]:
    """Return a digest of each rule that has a part in a cleaning: of its code, and what it shares.

    Two releases with the same digest of a rule, and the same grammar, have the same rule.
    """
    root = files("corpusfmt.rules")
    shared = sha256()
    for file in _files(root / "_shared"):
        shared.update(file.read_bytes())
    folders: dict[str, str] = {}
    for level, names in RULES.items():
        folders |= dict.fromkeys(names, level)
    versions: dict[str, str] = {}
    for name in find_rules(policies):
        own = root / folders[name] / f"{name.replace('-', '_')}.py"
        digest = shared.copy()
        digest.update(own.read_bytes())
        versions[name] = digest.hexdigest()[:_DIGITS]
    return versions


def _files(folder: Traversable) -> Iterator[Traversable]:
    """Yield the modules and the lists of words in a folder, by name."""
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files(entry)
        elif entry.name.endswith((".py", ".txt")):
            yield entry


def make_report(
    counts: CleanCounts, recipe: dict[str, object], policies: CleanPolicies, digests: dict[str, str]
) -> bytes:
    """Return the report as JSON; ``digests`` are those of the files about all articles."""
    numbers = counts.values()
    total = 0
    for name in (OUT, SET_ASIDE, DROPPED, FAILED):
        total += counts.outcomes[name]
    if numbers["in"] != total:
        raise WriteError("report.json", "the numbers of the run do not add up; please report this")
    report = {
        "corpusfmt": __version__,
        **numbers,
        "recipe": recipe,
        "recipe_sha256": digest_of(recipe),
        "rules": rule_versions(policies),
        "files": digests,
    }
    return (json.dumps(report, indent=2) + "\n").encode("ascii")
