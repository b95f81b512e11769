"""Readings that have run into the text are found, and readings in print are not."""

import pytest

from corpusfmt.api.articles import format
from tests.rules.cases import article, findings, fixed, found

LEFT = {
    "after each character": ("港(みなと)町(まち)に着いた。", "(みなと)"),
    "in wide brackets": ("港（みなと）町（まち）に着いた。", "（みなと）"),
    "with endings": ("船は渡(わた)り終(お)えて着(つ)いた。", "(わた)"),
    "with kana": ("東(ヒガシ)港(ミナト)に着いた。", "(ヒガシ)"),
    "words that go on": ("船が再（ふたた）び動（うご）き出した。", "（ふたた）"),
    "a common word": ("東京（とうきょう）から船が出た。", "（とうきょう）"),
    "a common word without brackets": ("世界せかいの船が出た。", "せかい"),
    "words of the news without brackets": ("町は石油せきゆの船を止めた。", "せきゆ"),
    "a common word between spaces": ("東京 とうきょう から船が出た。", " とうきょう "),
    "a common character": ("駅(えき)の前に港がある。", "(えき)"),
    "Aozora": ("船は港町《みなとまち》に着いた。", "《みなとまち》"),
    "Aozora with a bar": ("船は｜港町《みなとまち》に着いた。", "《みなとまち》"),
    "bopomofo": ("渡(ㄉㄨˋ)輪啟航。", "(ㄉㄨˋ)"),
    "a light tone": ("渡(˙ㄉㄨ)輪啟航。", "(˙ㄉㄨ)"),
    "wide bopomofo": ("港（ㄍㄤˇ）口很大。", "（ㄍㄤˇ）"),
}


@pytest.mark.parametrize(("text", "span"), LEFT.values(), ids=LEFT)
def test_readings_are_found(text: str, span: str) -> None:
    assert [shown for _, shown, _ in found("ruby-text", article(text))] == [span]
    assert len(findings("ruby-text", format(article(text)))) == 1


SOUND = {
    "a name": "山田太郎（やまだ・たろう）さんが弾劾（だんがい）を求めた。",
    "a word in kana": "東京のとうきょうという字、国くにと町まちと日本にほんの。".replace(
        "日本にほん", "日本に"
    ),
    "a flower": "きょうの花は松(まつ)です。",
    "a list": "松(まつ)と桜(さくら)と梅(うめ)が咲いた。",
    "names and others": "岡（おか）さんと森（もり）たちは原（はら）の家に着いた。",
    "two words": "松(まつ)と桜(さくら)が咲いた。",
    "titles": "《港町》と《みなと》を読んだ。",
    "remarks": "港（東側）と町（旧市街）",
    "days": "１４日（土）と１５日（日）",
    "Chinese": "渡轮(图)启航(完)",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_readings_in_print_are_not_found(text: str) -> None:
    assert found("ruby-text", article(text)) == []


def test_the_fix_removes_them() -> None:
    text = article("港(みなと)町(まち)に着(つ)いた。")
    assert fixed("ruby-text", text) == article("港町に着いた。")
