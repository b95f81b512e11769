"""The times of rules: what is measured, and that nothing else is different."""

from collections.abc import Iterator

from corpusfmt.config.policy import make_policy
from corpusfmt.config.settings import Demands, Settings
from corpusfmt.lint.checker import Checker
from corpusfmt.lint.context import Context
from corpusfmt.lint.policy import Policy
from corpusfmt.lint.rule import CONTENT, Rule
from corpusfmt.lint.rule_times import RuleTimes
from corpusfmt.model.diagnostic import Finding
from corpusfmt.syntax.reading import Reading
from tests.command_line import ARTICLES, LOOSE

TEXTS = [LOOSE.encode(), *(path.read_bytes()[:700] for path in ARTICLES)]


def contexts() -> list[Context]:
    return [Context(Reading.from_bytes(data), f"{index}") for index, data in enumerate(TEXTS)]


def test_the_findings_are_the_same_and_counted() -> None:
    policy = make_policy(Settings("/"))
    times = RuleTimes()
    measured = list(Checker(times.measured(policy)).check_all(contexts()))
    assert [one.report for one in measured] == [
        one.report for one in Checker(policy).check_all(contexts())
    ]
    assert [one.facts for one in measured] == [
        one.facts for one in Checker(policy).check_all(contexts())
    ]
    found = [one for result in measured for one in result.report.diagnostics]
    assert found
    for name in {one.rule for one in found}:
        assert times.of_rules[name].findings == sum(one.rule == name for one in found)
    for rule in policy.rules:
        if rule.name != "coverage":
            texts = times.of_rules[rule.name].texts
            assert texts in (0, len(TEXTS)) or (rule.prefilter is not None and texts < len(TEXTS))
    assert times.of_rules["layout"].seconds > 0


def test_the_rules_of_a_host_are_measured() -> None:
    settings = Settings("/", hosts={"coastpost.example": Demands(require=("date",))})
    times = RuleTimes()
    measured = times.measured(make_policy(settings))
    text = LOOSE.encode() + b"\nOriginal url: https://coastpost.example/1\n"
    [result] = Checker(measured).check_all([Context(Reading.from_bytes(text), "a")])
    assert "missing-field" in {one.rule for one in result.report.diagnostics}
    assert times.of_rules["missing-field"].findings == 1


def test_what_is_done_with_a_finding_is_not_measured() -> None:
    now = 0.0

    def check(context: Context) -> Iterator[Finding]:
        nonlocal now
        for number in range(3):
            now += 1  # the rule takes a second for each finding
            yield Finding(str(number), 0, 1)

    times = RuleTimes(clock=lambda: now)
    rule = Rule("slow", CONTENT, "warning", "A page.", check=check)
    [measured] = times.measured(Policy(rules=(rule,))).rules
    for _ in measured.check(contexts()[0]):
        now += 100
    assert (times.of_rules["slow"].seconds, times.of_rules["slow"].findings) == (3.0, 3)
