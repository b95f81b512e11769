"""Names in the settings select rules: a rule, a level, or all."""

import pytest

from corpusfmt.config.rule_names import (
    ALL,
    LEVELS,
    describe_unknown_rule,
    expand,
    find_rule,
    known_names,
    rules_of,
)
from corpusfmt.config.settings import SettingsError
from corpusfmt.rules import NAMES, all_rules


def test_all_and_the_levels_together_select_every_rule() -> None:
    assert expand([ALL]) == expand(LEVELS) == set(NAMES)


@pytest.mark.parametrize("level", LEVELS)
def test_a_level_selects_its_rules(level: str) -> None:
    assert {f"level-{rule.level}" for rule in all_rules() if rule.name in expand([level])} == {
        level
    }


def test_a_rule_selects_itself() -> None:
    assert expand(["layout", "not-nfc", "layout"]) == {"layout", "not-nfc"}


def test_unknown_names_are_dropped() -> None:
    assert known_names(["layout", "lay-out", "level-9", ALL]) == ("layout", ALL)


def test_rules_have_the_order_in_which_they_run() -> None:
    names = [rule.name for rule in all_rules()]
    assert [rule.name for rule in rules_of(frozenset(names))] == names


def test_a_rule_is_found_by_its_name() -> None:
    assert find_rule("layout").name == "layout"


def test_an_unknown_rule_has_the_nearest_name() -> None:
    with pytest.raises(SettingsError, match=r"unknown rule 'layuot'.*layout"):
        find_rule("layuot")
    message = describe_unknown_rule("levl-2", "ignore")
    assert message.startswith("unknown rule 'levl-2' in ignore")
    assert "level-2" in message
