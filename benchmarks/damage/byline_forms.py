"""Pages write their authors in other forms than the print template."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("byline-form", "layout", "unread-byline")
FORMS = ("BY {}", "by {}", "Written by {}", "By: {}", "Author: {}", "Text by {}", "— {}", "{} |")


def damage(article: Article, random: Random) -> Damaged | None:
    """Write the line of the authors in another form."""
    index = article.header_line("By ")
    form = random.choice(FORMS)

    def rewritten(line: str) -> str:
        return form.format(re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", line.removeprefix("By ")))

    return article.with_line(index, rewritten)
