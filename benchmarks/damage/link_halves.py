"""A link is broken by a line end, a space or a lost bracket."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged, substitute

RULES = ("broken-link",)
FORMS = (
    "[{}] (https://news.example/2020/a)", "[{}](https://news.example/2020/a",
    "[{}]\n(https://news.example/2020/a)", "{}](https://news.example/2020/a)",
    "[{}](https://news.example/2020/\na)", "({})[https://news.example/2020/a]",
    "[{}(https://news.example/2020/a)", "[{}]\n\n(https://news.example/2020/a)",
    "[{}](https://news.example/2020/a b)", "[{}][1]",
)  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Turn a word or two of a paragraph into a broken link."""
    pattern = r"(?<= )[^\W\d_]+ [^\W\d_]+(?= )"
    index = article.pick(random, pattern)
    form = random.choice(FORMS)
    return article.with_line(index, lambda line: substitute(random, pattern, line, form.format, 1))
