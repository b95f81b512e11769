"""Problems of what settings demand of rules are found, and can be left out."""

import pytest

from corpusfmt.config.settings import Demands, OptionValue, Settings
from corpusfmt.config.validate_rules import (
    find_rule_problems,
    find_unknown_names,
    without_problems,
)

BAD_VALUES: list[tuple[str, dict[str, OptionValue], str]] = [
    ("no-rule", {}, "unknown rule 'rules.no-rule'"),
    ("layout", {"nothing": 1}, "nothing"),
    ("too-short", {"words": "many"}, "words"),
    ("too-short", {"words": -1}, "words"),
]


def settings_of(rule: str, values: dict[str, OptionValue]) -> Settings:
    good: dict[str, OptionValue] = {"severity": "info"}
    return Settings("/", "settings.toml", demands=Demands(rules={rule: values, "not-nfc": good}))


@pytest.mark.parametrize(("rule", "values", "part"), BAD_VALUES)
def test_a_bad_value_is_one_problem_that_names_the_file(
    rule: str, values: dict[str, OptionValue], part: str
) -> None:
    [problem] = find_rule_problems(settings_of(rule, values))
    assert problem.startswith("settings.toml")
    assert part in problem


@pytest.mark.parametrize(("rule", "values", "part"), BAD_VALUES)
def test_without_its_problems_a_file_has_none(
    rule: str, values: dict[str, OptionValue], part: str
) -> None:
    rest = without_problems(settings_of(rule, values))
    assert [*find_rule_problems(rest)] == []
    assert rest.demands.rules["not-nfc"] == {"severity": "info"}
    assert part not in str(rest.demands.rules.get(rule, {}))


def test_problems_of_hosts_and_patterns_are_found() -> None:
    settings = Settings(
        "/",
        hosts={"a.example": Demands(select=("no-rule",))},
        per_file_ignores=(("*.txt", ("nothing", "layout")),),
    )
    assert len([*find_rule_problems(settings)]) == 2
    rest = without_problems(settings)
    assert rest.per_file_ignores == (("*.txt", ("layout",)),)
    assert rest.hosts["a.example"].select is None


def test_only_unknown_names_are_found() -> None:
    assert len([*find_unknown_names("--select", ["layout", "level-1", "all", "x", "y"])]) == 2
