"""File that is not an article.

### What it does

Reports a file that as a whole is something other than an article. It is recognized by several
features together: phrases in about 25 languages, and the form of the text. The finding has a kind,
which the JSON and SARIF reports contain:

| kind | what the file is |
| --- | --- |
| `robot-check` | the page that checks whether a visitor is a robot |
| `error-page` | what a server sends if the page does not exist, or this visitor may not see it |
| `cookie-wall` | a request for consent to cookies |
| `sign-in-wall` | a request to register or sign in |
| `ad-blocker-wall` | a request to switch off an ad blocker |
| `paywall` | the free beginning of a paid article |
| `gallery` | a page of pictures, a video or a recording with hardly any text |
| `advert` | a page that sells something |
| `empty-template` | a template or a test page without the text of an article |
| `site-page` | terms, an imprint, a page about the website, a newsletter, or nothing but buttons |
| `index-page` | a front page, or a list of articles of a section, tag or author |
| `live-ticker` | short messages with their times, or with the minutes of a game |
| `weather` | the weather of a place, as a table of values |
| `market-data` | the prices of a share, a fund or a currency, as a table of values |
| `poll` | a question that readers vote on |
| `recipe-card` | the card of a recipe, without its text |
| `comments` | comments of readers, without the article |
| `database-export` | an export of a press database such as LexisNexis, or a record of fields |

A file without running text is also recognized by one text of the interface of a website (`Nothing
found`, `Search results`, a request for a password), in about 60 languages.

The more running text there is, the more features are needed, so that an article about cookies is
not reported. A wall is reported from the title to the words that ask, with the free beginning.

### Why

A scraper saves whatever the server sends. In a corpus, thousands of identical error pages then
count as articles.

### Fix

There is none: get the page again, or remove the file from the corpus.

### Example

```article
# Just a moment...



Verify you are human by completing the action below.

skerrynews.example needs to review the security of your connection before proceeding.
```

```findings
1:1: warning: the file is not an article but a check for robots: “verify you are human”
  expected: an article
```

Use instead:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday for the first time since October, with 61 passengers on board.
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Finding, Findings, quoted
from corpusfmt.rules._shared.page_forms import (
    Export,
    find_export,
    is_list_of_articles,
    is_live_ticker,
)
from corpusfmt.rules._shared.page_kinds import PHRASE_KINDS, WALLS, Signs, page_signs
from corpusfmt.rules._shared.page_moments import are_moments
from corpusfmt.rules._shared.page_rest import is_page_of_furniture, record_keys
from corpusfmt.rules._shared.page_rounds import is_page_of_captions, is_page_of_comments
from corpusfmt.rules._shared.page_values import TABLE_KINDS, table_signs
from corpusfmt.rules._shared.page_words import page_words

SEVERITY = "warning"
SCOPE = "file"
SETS_ASIDE = True
KINDS = (*PHRASE_KINDS, *TABLE_KINDS, "comments", "live-ticker", "database-export")
PLACE_IS_SIGN = True

_EXPECTED = "an article"
_FIELDS_SHOWN = 12


def check(context: Context) -> Findings:
    """Yield one finding at most: the kind that has most signs."""
    words = context.memo(page_words)
    export = find_export(context, words)
    if export is not None:
        yield _find_export(context, export)
        return
    signs = context.memo(page_signs) or table_signs(context)
    if signs is not None:
        yield _find_page(context, signs)
    elif is_page_of_comments(context, words):
        yield _find_form(context, "comments", "comments of readers")
    elif is_page_of_captions(context):
        yield _find_form(context, "gallery", "the captions of a gallery")
    elif are_moments(context):
        yield _find_ticker(context)
    elif is_list_of_articles(context):
        yield _find_form(context, "index-page", "a list of articles")
    elif is_live_ticker(context):
        yield _find_ticker(context)
    else:
        yield from _find_rest(context)


def _find_page(context: Context, signs: Signs) -> Finding:
    what = PHRASE_KINDS.get(signs.kind) or TABLE_KINDS[signs.kind]
    message = f"the file is not an article but {what}: {quoted(signs.text)}"
    place = context.place("/title")
    if signs.kind in WALLS:
        wall = _place_of(context, signs.text) or place
        place = min(place[0], wall[0]), max(place[1], wall[1])
    return context.finding(place, message, _EXPECTED, kind=signs.kind)


def _find_rest(context: Context) -> Findings:
    """Yield a finding for a page that has nothing of an article."""
    keys = record_keys(context)
    if keys:
        fields = ", ".join(keys[:_FIELDS_SHOWN])
        yield _find_form(context, "database-export", f"a record of a database, with {fields}")
    elif is_page_of_furniture(context):
        yield _find_form(context, "site-page", "buttons and calls of a page")


def _find_ticker(context: Context) -> Finding:
    message = "the file is a live ticker, which has short messages, not one text"
    return context.finding(context.place("/title"), message, _EXPECTED, kind="live-ticker")


def _find_form(context: Context, kind: str, what: str) -> Finding:
    """Return a finding for a page that is known by its form."""
    message = f"the file is not an article but {what}"
    return context.finding(context.place("/title"), message, _EXPECTED, kind=kind)


def _place_of(context: Context, phrase: str) -> tuple[int, int] | None:
    """Return the span of the first block that has a phrase."""
    for number, text in enumerate(context.texts):
        if phrase in text.lower().replace("’", "'"):
            return context.span(context.block(number))
    return None


def _find_export(context: Context, export: Export) -> Finding:
    """Return a finding for all of a text: what is not a field may be a title or a date of it."""
    fields = ", ".join(export.fields[:_FIELDS_SHOWN])
    message = (
        f"the file is not an article but an export of a press database, with the fields {fields}"
    )
    place = 0, len(context.text.rstrip())
    return context.finding(place, message, _EXPECTED, kind="database-export")
