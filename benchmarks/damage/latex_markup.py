"""A text written in LaTeX keeps its commands."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged, substitute

RULES = ("latex-markup",)
FORMS = (
    r"\textit{{{}}}", r"\emph{{{}}}", r"\textbf{{{}}}", r"{{\it {}}}", r"{}\footnote{{See below}}",
    r"\href{{https://news.example}}{{{}}}", r"\textsc{{{}}}", r"$\sim${}", r"``{}''\cite{{ref1}}",
)  # fmt: skip
ACCENTS = {"é": r"\'e", "ü": r"\"u", "ö": r"\"o", "ä": r"\"a", "à": r"\`a", "ñ": r"\~n"}


def damage(article: Article, random: Random) -> Damaged | None:
    """Put a command around one or two words of a paragraph, or write its accents as commands."""
    index = article.pick(random, "[éüöäàñ]")
    if index is not None and random.random() < 0.3:
        return article.with_line(
            index,
            lambda line: substitute(random, "[éüöäàñ]", line, lambda found: ACCENTS[found], 9),
        )
    form = random.choice(FORMS)
    return article.with_line(
        article.pick(random),
        lambda line: substitute(random, r"[^\W\d_]{4,}", line, form.format, 2),
    )
