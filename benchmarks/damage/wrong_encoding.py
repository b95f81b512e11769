"""UTF-8 is read as a single-byte encoding."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("mojibake",)
ENCODINGS = {
    "latin": ("cp1252", "cp1252", "latin-1", "cp1250", "cp1254", "mac_roman", "cp437", "cp850"),
    "cyrillic": ("cp1251", "cp1252", "koi8_r", "cp866", "latin-1"),
    "greek": ("cp1253", "cp1252", "latin-1"),
}
OTHERS = ("cp1252", "latin-1")


def misread(text: str, encoding: str) -> str:
    """Return text as read in another encoding; bytes without a character there as browsers do."""
    data = text.encode()
    if encoding == "latin-1":
        return data.decode("latin-1")
    return "".join(bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in data)


def damage(article: Article, random: Random) -> Damaged | None:
    """Misread the whole text or one paragraph."""
    encoding = random.choice(ENCODINGS.get(article.script, OTHERS))
    if random.random() < 0.5:
        return article.with_every_line(lambda line: misread(line, encoding))
    index = article.pick(random, r"[^\x00-\x7f]")
    return article.with_line(index, lambda line: misread(line, encoding))
