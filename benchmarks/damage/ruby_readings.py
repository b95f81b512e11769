"""The small reading above a Japanese word becomes text after it."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("ruby-text",)
MISSED = "a reading of one or two kana without brackets, as in `月がつ`: it looks like an ending"
READINGS = {
    "東京": "とうきょう", "日本": "にほん", "大阪": "おおさか", "今年": "ことし", "時間": "じかん",
    "駅": "えき", "町": "まち", "人": "ひと", "年": "ねん", "月": "がつ", "政府": "せいふ",
    "問題": "もんだい", "会社": "かいしゃ", "首相": "しゅしょう", "世界": "せかい",
}  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Put the reading behind the words of a paragraph that have one here."""
    if article.script != "kana":
        return None
    known = [word for word in READINGS if word in article.text]
    index = article.pick(random, "|".join(known)) if known else None
    form = random.choice(("{}{}", "{}({})", "{}（{}）", "{}《{}》", "{} {} "))

    def read(line: str) -> str:
        for word in known:
            line = line.replace(word, form.format(word, READINGS[word]), 1)
        return line

    return article.with_line(index, read)
