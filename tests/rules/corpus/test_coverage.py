"""How many articles must have a part is demanded of all, and of those of a host."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from corpusfmt.lint.policy import Policy
from corpusfmt.config.policy import default_policy
from tests.rules.across import article, found_across

BY = "By [Ana Lind](#)"


def policy(own: Mapping[str, float], **hosts: Mapping[str, float]) -> Policy:
    base = default_policy(only={"coverage"})
    its = {
        name.replace("_", "."): replace(base, coverage=coverage) for name, coverage in hosts.items()
    }
    return replace(base, coverage=own, hosts=its)


def corpus(with_byline: int, without: int, host: str = "news.example") -> dict[str, str]:
    many = with_byline + without
    return {
        f"{host}/{n:03}.txt": article(
            f"T{n}", f"Text {n}.", head=BY if n < with_byline else "", url=f"https://{host}/{n}"
        )
        for n in range(many)
    }


def test_fewer_than_demanded_are_reported_at_the_first_that_lacks() -> None:
    [(path, message)] = found_across("coverage", corpus(97, 3), policy({"byline": 98}))
    assert path == "news.example/097.txt"
    assert message == "97 of 100 articles have a byline (97 %)"


def test_as_many_as_demanded_are_enough() -> None:
    assert found_across("coverage", corpus(98, 2), policy({"byline": 98})) == []
    assert found_across("coverage", corpus(2, 1), policy({"byline": 66.6})) == []
    assert found_across("coverage", corpus(0, 3), policy({})) == []


def test_a_host_has_its_own_demands() -> None:
    articles = corpus(1, 1, "a.example") | corpus(2, 0, "b.example") | corpus(0, 2, "sub.b.example")
    demands = policy({}, a_example={"byline": 50}, b_example={"byline": 60})
    assert found_across("coverage", articles, demands) == [
        ("sub.b.example/000.txt", "2 of 4 articles of b.example have a byline (50 %)")
    ]


@pytest.mark.slow
def test_shares_are_reported_so_that_they_are_never_rounded_up() -> None:
    [(_, message)] = found_across("coverage", corpus(1999, 1), policy({"byline": 100}))
    assert message == "1,999 of 2,000 articles have a byline (99.9 %)"
    [(_, message)] = found_across("coverage", corpus(0, 2), policy({"intro": 1, "byline": 0}))
    assert message == "0 of 2 articles have an intro (0 %)"
