"""The table of the times of rules."""

from corpusfmt.lint.rule_times import RuleTime
from corpusfmt.report.rule_times import render_rule_times


def test_the_slowest_rule_is_first_and_the_rest_last() -> None:
    times = {
        "quick": RuleTime(0.25, 1000, 7),
        "slow": RuleTime(1.5, 1000, 12_345),
        "never": RuleTime(),
    }
    assert render_rule_times(times, 2.5).splitlines() == [
        "seconds  share  per text  texts  findings  rule",
        "  1.500  60.0%  1,500 µs  1,000    12,345  slow",
        "  0.250  10.0%    250 µs  1,000         7  quick",
        "  0.000   0.0%                             never",
        "  0.750  30.0%                             (reading, parsing and all else)",
    ]


def test_a_run_that_took_no_time_has_no_shares() -> None:
    assert "%" not in render_rule_times({"rule": RuleTime()}, 0.0)
