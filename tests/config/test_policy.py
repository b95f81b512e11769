"""A policy has the rules that the settings and the command line select."""

import pytest

from corpusfmt.config.policy import default_policy, make_policy
from corpusfmt.config.settings import Demands, Settings, SettingsError
from corpusfmt.lint.policy import Policy
from corpusfmt.rules import all_rules

BY_DEFAULT = {rule.name for rule in all_rules() if rule.is_on}


def enabled(policy: Policy) -> set[str]:
    return {rule.name for rule in policy.rules}


def test_the_default_policy_has_the_rules_that_are_on() -> None:
    assert enabled(default_policy()) == enabled(make_policy(Settings("/"))) == BY_DEFAULT


def test_the_default_policy_can_be_of_some_rules() -> None:
    policy = default_policy(("url",), ["layout"])
    assert enabled(policy) == {"layout"}
    assert policy.require == ("url",)


def test_selections_are_joined_in_the_order_of_their_rank() -> None:
    settings = Settings("/", demands=Demands(select=("level-2",), ignore=("layout",)))
    assert "layout" not in enabled(make_policy(settings))
    assert "layout" in enabled(make_policy(settings, extend_select=["layout"]))
    assert enabled(make_policy(settings, select=["layout"])) == {"layout"}
    assert enabled(make_policy(settings, ignore=["all"])) == set()


def test_a_host_has_the_demands_of_all_and_its_own() -> None:
    hosts = {"a.example": Demands(require=(), ignore=("layout",), coverage={"byline": 9.0})}
    policy = make_policy(Settings("/", demands=Demands(require=("url",)), hosts=hosts))
    assert policy.require == ("url",)
    assert policy.hosts["a.example"].require == ()
    assert policy.hosts["a.example"].coverage == {"byline": 9.0}
    assert enabled(policy) - enabled(policy.hosts["a.example"]) == {"layout"}


def test_all_problems_are_in_one_error() -> None:
    settings = Settings("/", demands=Demands(ignore=("lay-out",)))
    with pytest.raises(SettingsError) as caught:
        make_policy(settings, select=["no-rule"])
    assert len(str(caught.value).splitlines()) == 2


def test_problems_of_the_settings_can_be_collected() -> None:
    problems: list[str] = []
    settings = Settings("/", demands=Demands(ignore=("lay-out", "layout")))
    policy = make_policy(settings, problems=problems)
    assert len(problems) == 1
    assert BY_DEFAULT - enabled(policy) == {"layout"}
