"""Several articles in one file.

### What it does

Reports the beginning of each article after the first. An article begins with:

- a title that follows the URL of an article, or that has a byline or a date of its own
- a line that is not marked as a title, with a byline and a date of its own below it
- the text below the URL of an article, if another URL ends the file
- a line such as `2 of 3 DOCUMENTS`

The findings have the kind `second-article`.

`corpusfmt fmt` does not rewrite a file with such a finding: in canonical text, the articles would
become one.

### Why

Archives and exports of databases put many articles in one file. A program that reads the first
title, byline and date attributes all of the text to one author and one day.

### Fix

`corpusfmt split` writes each article to a file of its own.

### Example

```article
# Ferry Runs Again

March 14, 2023



The ferry to Skerry sailed on Monday.

Original url:

<https://skerrynews.example/ferry>

# Bakery Closes

March 17, 2023



The bakery on Quay Street closed on Friday.

Original url:

<https://skerrynews.example/bakery>
```

```findings
13:1: error: another article begins here; the file has 2 articles
  expected: one article
```

Use instead:

```article
# Ferry Runs Again

March 14, 2023



The ferry to Skerry sailed on Monday.

Original url:

<https://skerrynews.example/ferry>
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Findings
from corpusfmt.rules._shared.articles_in_text import later_articles

SEVERITY = "error"
BLOCKS_REWRITING = "always"


def check(context: Context) -> Findings:
    """Yield a finding for the first line of each article but the first."""
    articles = context.memo(later_articles)
    message = f"another article begins here; the file has {1 + len(articles):,} articles"
    for span in articles:
        yield context.finding(span, message, "one article", kind="second-article")
