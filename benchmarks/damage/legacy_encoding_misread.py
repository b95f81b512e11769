"""A page in an old national encoding is read as the encoding of another region."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("mojibake",)
WRITTEN_AND_READ = {
    "cyrillic": (
        ("cp1251", "latin-1"),
        ("cp1251", "cp1252"),
        ("koi8_r", "cp1251"),
        ("cp1251", "koi8_r"),
        ("cp866", "cp1251"),
    ),
    "greek": (("cp1253", "cp1252"), ("iso8859_7", "latin-1")),
    "arabic": (("cp1256", "cp1252"), ("cp1256", "latin-1")),
    "hebrew": (("cp1255", "cp1252"), ("iso8859_8", "latin-1")),
    "thai": (("cp874", "cp1252"), ("cp874", "latin-1")),
    "han": (("gb18030", "cp1252"), ("gb18030", "latin-1"), ("big5", "latin-1")),
    "kana": (("shift_jis", "latin-1"), ("euc_jp", "latin-1")),
    "hangul": (("cp949", "latin-1"), ("cp949", "cp1252")),
}
LATIN = {
    "pl": (("cp1250", "cp1252"), ("iso8859_2", "latin-1")),
    "cs": (("cp1250", "cp1252"), ("iso8859_2", "latin-1")),
    "hu": (("cp1250", "cp1252"),),
    "ro": (("cp1250", "cp1252"),),
    "tr": (("cp1254", "cp1252"), ("iso8859_9", "latin-1")),
}
OTHERS = (("cp1252", "mac_roman"), ("mac_roman", "cp1252"), ("cp1252", "cp437"))


def reencoded(text: str, written: str, read: str) -> str:
    """Return text written in one encoding and read in another."""
    data = text.encode(written, "xmlcharrefreplace")
    return data.decode(read, "ignore") if read != "latin-1" else data.decode("latin-1")


def can_write(text: str, encoding: str) -> bool:
    """Return whether an encoding has the letters of a text, but for a few."""
    letters = [letter for letter in text if letter.isalpha()]
    return sum(letter.encode(encoding, "ignore") == b"" for letter in letters) < len(letters) / 100


def damage(article: Article, random: Random) -> Damaged | None:
    """Misread the whole text or one paragraph."""
    pairs = WRITTEN_AND_READ.get(article.script) or LATIN.get(article.language, OTHERS)
    written, read = random.choice(pairs)
    if not can_write(article.text, written):
        return None
    if random.random() < 0.5:
        return article.with_every_line(lambda line: reencoded(line, written, read))
    index = article.pick(random, r"[^\W\d_a-zA-Z]")
    return article.with_line(index, lambda line: reencoded(line, written, read))
