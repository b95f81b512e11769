"""An author writes words in letters of another style, for their look, as in posts."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged, substitute

RULES = ("styled-letters",)
STARTS = (0x1D400, 0x1D434, 0x1D468, 0x1D5A0, 0x1D5D4, 0x1D608, 0x1D63C, 0x1D670)
WIDE = 0xFEE0


def damage(article: Article, random: Random) -> Damaged | None:
    """Write one to three words of a paragraph in mathematical or full-width letters."""
    if article.script not in {"latin", "cyrillic", "greek"}:
        return None
    pattern = r"(?<![\w&;])[A-Za-z]{4,}(?![\w;])"
    index = article.pick(random, pattern)
    start = random.choice((*STARTS, WIDE))
    return article.with_line(
        index, lambda line: substitute(random, pattern, line, lambda word: _styled(word, start))
    )


def _styled(word: str, start: int) -> str:
    if start == WIDE:
        return "".join(chr(ord(letter) + WIDE) for letter in word)
    return "".join(map(chr, (_code(letter, start) for letter in word)))


def _code(letter: str, start: int) -> int:
    if letter.islower():
        code = start + 26 + ord(letter) - ord("a")
        return 0x210E if code == 0x1D455 else code
    return start + ord(letter) - ord("A")
