"""A body of fewer words than the option says is found, in scripts with blanks and without."""

import pytest

from corpusfmt.lint.context import Context
from corpusfmt.rules.content.too_short import check
from tests.rules.cases import article, found

SHORT = {
    "a sentence": (("The ferry sailed on Monday.",), "the body has 5 words"),
    "one word": (("ERROR",), "the body has 1 word"),
    "marks are no words": (("The ferry — sailed & came back …",), "the body has 5 words"),
    "several blocks": (("### Winter", "The ferry sailed.", "- Mail"), "the body has 5 words"),
    "Russian": (("Паром вышел в понедельник.",), "the body has 4 words"),
    "Chinese": (("渡轮于星期一开航。",), "the body has 4 words"),
    "Japanese": (("フェリーは月曜日に出航した。",), "the body has 6 words"),
    "Thai": (("เรือข้ามฟาก",), "the body has 5 words"),
    "Korean": (("여객선이 월요일에 출항했다.",), "the body has 3 words"),
}
LONG = "The ferry sailed on Monday with four cows. " * 4
ENOUGH = {
    "four sentences": (LONG,),
    "many blocks": ("The ferry sailed on Monday.",) * 5,
    "Chinese": (
        "渡轮于星期一恢复开航，这是自去年十月以来的第一次。船上载有六十一名乘客、四头牛以及邮件和面包，船长和居民们都这样说。",
    ),
    "25 words": ("word " * 25,),
}


@pytest.mark.parametrize(("body", "message"), SHORT.values(), ids=SHORT)
def test_a_short_body_is_found(body: tuple[str, ...], message: str) -> None:
    assert [each[2] for each in found("too-short", article(*body))] == [message]


@pytest.mark.parametrize("body", ENOUGH.values(), ids=ENOUGH)
def test_a_body_that_is_long_enough_is_not(body: tuple[str, ...]) -> None:
    assert found("too-short", article(*body)) == []


def test_the_option_says_what_is_few() -> None:
    context = Context(article("The ferry sailed on Monday."), options={("too-short", "words"): 5})
    assert list(check(context)) == []
    context = Context(article(LONG), options={("too-short", "words"): 33})
    assert [finding.expected for finding in check(context)] == ["33 words or more"]


def test_no_body_is_no_short_one() -> None:
    assert found("too-short", "# Ferry Runs Again\n") == []
