"""Bodies that say nearly the same are found, by what they share and not by their context."""

import random
from collections.abc import Sequence

import pytest

from corpusfmt.lint.context import Context
from corpusfmt.lint.groups import Index, Key
from tests.rules.across import article, found_across

WORDS = [f"word{number}" for number in range(400)]


def body(seed: int, count: int = 120) -> list[str]:
    return random.Random(seed).choices(WORDS, k=count)


def changed(words: list[str], every: int) -> list[str]:
    """The words with every so-manieth replaced."""
    return [
        f"other{number}" if number % every == every - 1 else word
        for number, word in enumerate(words)
    ]


@pytest.mark.parametrize(("every", "is_found"), [(60, True), (40, True), (10, False), (3, False)])
def test_how_much_two_bodies_share_decides(every: int, is_found: bool) -> None:
    words = body(1)
    articles = {
        "a.txt": article("A", " ".join(words)),
        "b.txt": article("B", " ".join(changed(words, every))),
    }
    assert bool(found_across("near-duplicate", articles)) is is_found


def test_the_share_is_for_the_user_to_say() -> None:
    words = body(2)
    articles = {
        "a.txt": article("A", " ".join(words)),
        "b.txt": article("B", " ".join(changed(words, 30))),
    }
    assert found_across("near-duplicate", articles, share=0.95) == []
    [(path, message)] = found_across("near-duplicate", articles, share=0.7)
    assert (path, message[:62]) == (
        "b.txt",
        "the body is nearly the same as in a.txt:5:1 (84 % of sequences",
    )


def test_of_many_that_are_alike_each_is_reported_the_first() -> None:
    words = body(3)
    articles = {f"{n:02}.txt": article(f"T{n}", " ".join([*words, f"extra{n}"])) for n in range(30)}
    found = found_across("near-duplicate", articles)
    assert [path for path, _ in found] == sorted(articles)[1:]
    assert all("in 00.txt" in message for _, message in found)


def test_the_very_same_is_for_another_rule() -> None:
    text = " ".join(body(4))
    assert (
        found_across("near-duplicate", {"a.txt": article("A", text), "b.txt": article("B", text)})
        == []
    )


def test_short_bodies_are_not_compared() -> None:
    articles = {
        "a.txt": article("A", "One two three four five."),
        "b.txt": article("B", "One two three four five six."),
    }
    assert found_across("near-duplicate", articles) == []


def test_texts_without_blanks_are_compared_by_their_characters() -> None:
    text = (
        "轮渡星期一自十月以来首次开往斯凯里岛，船上载有六十一名乘客、四头牛和冬季的邮件。" * 2
        + "票价与以前一样。"
    )
    articles = {
        "a.txt": article("甲", text),
        "b.txt": article("乙", text.replace("六十一", "六二")),
        "c.txt": article(
            "丙",
            "面包店星期五关门，没有人愿意接手它的烤炉，四十年的历史就此结束。" * 2,
        ),
    }
    assert [path for path, _ in found_across("near-duplicate", articles)] == ["b.txt"]


def test_different_bodies_on_the_same_words_are_not_alike() -> None:
    words = body(5)
    shuffled = random.Random(6).sample(words, len(words))
    articles = {"a.txt": article("A", " ".join(words)), "b.txt": article("B", " ".join(shuffled))}
    assert found_across("near-duplicate", articles) == []


def test_an_article_that_cannot_be_read_again_is_no_duplicate() -> None:
    from corpusfmt.lint.checker import Checker
    from corpusfmt.lint.compare import compare
    from corpusfmt.config.policy import default_policy

    words = body(7)
    policy = default_policy(only={"near-duplicate"})
    texts = {
        "a.txt": article("A", " ".join(words)),
        "b.txt": article("B", " ".join([*words, "more"])),
    }
    examined = [Checker(policy).check_one(Context(text, path)) for path, text in texts.items()]
    assert list(compare(examined, policy, lambda path: None)) == []


def test_only_originals_are_candidates(monkeypatch: pytest.MonkeyPatch) -> None:
    words = body(5)
    texts = {f"{n:03}.txt": article(f"T{n}", " ".join([*words, f"x{n % 2}"])) for n in range(60)}
    candidates: list[int] = []
    find = Index.with_any

    def find_counted(index: Index, keys: Sequence[Key]) -> list[int]:
        found = find(index, keys)
        candidates.append(len(found))
        return found

    monkeypatch.setattr(Index, "with_any", find_counted)
    found = found_across("near-duplicate", texts)
    assert [path for path, _ in found] == sorted(texts)[1::2]
    assert max(candidates) == 1  # copies of an article do not make the others slower
