"""One paragraph of the file is in an old encoding, the rest is UTF-8."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("invalid-utf8",)
ENCODINGS = {
    "latin": ("cp1252",), "cyrillic": ("cp1251", "koi8_r"), "greek": ("cp1253",),
    "arabic": ("cp1256",), "hebrew": ("cp1255",), "thai": ("cp874",),
    "han": ("gb18030", "big5"), "kana": ("shift_jis", "euc_jp"), "hangul": ("cp949",),
}  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Write a paragraph in the encoding of its region."""
    encoding = random.choice(ENCODINGS.get(article.script, ("latin-1",)))
    index = article.pick(random, r"[^\x00-\x7f]")
    if index is None:
        return None
    line = article.lines[index]
    data = line.encode(encoding, "replace")
    if data == line.encode() or b"?" * 9 in data:
        return None
    content = article.text.encode().replace(line.encode(), data, 1)
    return Damaged(content, frozenset({index + 1}))
