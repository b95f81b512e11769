"""Byline that is not in canonical form.

### What it does

Reports a byline that is read, but not in canonical form: the names on a line of their own, `By `
before them, commas between them, and ` and ` before the last. Also reported is a name that starts
with `By` itself (`By [By Ana Lind](#)`), as if the whole line were a name.

### Why

Pages and converters also print the names without `By`, underlined, with nothing between them, or
with the date on the same line. All this is read as the same byline.

### Fix

The fix writes the canonical line. It is safe: the same names are read from it. The fix that removes
a second `By` is unsafe, since it changes the names.

### Example

```article
# Ferry Runs Again

By <u>Ana Lind</u> <u>Per Okland</u> | March 14, 2023



The first ferry since October sailed on Monday with 61 passengers.
```

```findings
3:1: warning: the byline is underlined, has names with nothing between them, and shares its line with the date
  expected: By Ana Lind and Per Okland
```

As it should be:

```article
# Ferry Runs Again

By Ana Lind and Per Okland

March 14, 2023



The first ferry since October sailed on Monday with 61 passengers.
```
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from corpusfmt.lint import Context, Edit, Findings, Fix, quoted
from corpusfmt.model.document import AuthorEntry
from corpusfmt.syntax.lexer import Token
from corpusfmt.syntax.normal_form import clean
from corpusfmt.text.edits import apply

SEVERITY = "warning"
FIX = "sometimes unsafe"
WHY = "the same names are read from it"
WHY_UNSAFE = "a different name is read from it"

_BYLINE = frozenset(
    {"BY", "BARE_LINK", "BARE_NAME", "AUTHOR_LINK", "AUTHOR_NAME", "JOIN", "BYLINE_END"}
)


def applies(context: Context) -> bool:
    return "byline" in context.reading.document


def check(context: Context) -> Findings:
    """Yield a finding for the line of the names, and for each name that starts as the line does."""
    document = context.reading.document
    if "byline" not in document:
        return
    yield from _labelled(context, document["byline"])
    if context.is_canonical or _is_in_form(context):
        return
    tokens = _byline(context.reading.tokens)
    written = "".join(tokens).strip()
    form = _form(context, "title" in document, "subtitle" in document)
    is_joined = not tokens[-1].endswith("\n")
    if is_joined or (written != form and clean(written) != form):
        span = (context.reading.span(tokens[0])[0], tokens[-1].start_pos + len(tokens[-1].rstrip()))
        fix = _fix(context, span, form, is_joined=is_joined)
        yield context.finding(span, _message(tokens, is_joined=is_joined), form, fix=fix)


def _labelled(context: Context, authors: Sequence[AuthorEntry]) -> Findings:
    """Yield a finding for each name that starts with "By", as if the whole line were a name."""
    for index, author in enumerate(authors):
        name = author["name"]
        if name[:3].lower() == "by " and name[3:].strip():
            start, end = context.reading.places()[f"/byline/{index}"]
            place = context.text.find(name[:3], start, end)
            fix = None
            if place >= 0:
                fix = Fix(
                    "remove “By” from the name", (Edit(place, place + 3, ""),), False, WHY_UNSAFE
                )
            yield context.finding(
                (start, end), f"{quoted(name)} starts with “By”", name[3:].strip(), fix=fix
            )


def _is_in_form(context: Context) -> bool:
    """Return whether the byline is plainly canonical, below a title: as nearly all are."""
    canonical = context.canonical
    start = canonical.find("\nBy ") + 1
    form = canonical[start : canonical.find("\n", start) + 1]
    begins = next((token.start_pos for token in context.reading.tokens if token.type == "BY"), -1)
    return start > 0 and begins > 0 and context.text.startswith(form, begins)


def _byline(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens of the byline, which are adjacent; the last one is its end."""
    found: list[Token] = []
    for token in tokens:
        if token.type in _BYLINE:
            found.append(token)
        elif found:
            break
    return found


def _form(context: Context, *above: bool) -> str:
    """Return the canonical byline, below a title and a subtitle if there are any."""
    return context.canonical.split("\n\n", sum(above) + 1)[sum(above)].rstrip("\n")


def _message(tokens: Sequence[Token], *, is_joined: bool) -> str:
    facts = []
    if tokens[0].type != "BY":
        facts.append("does not begin with “By”")
    elif tokens[0].strip() not in ("By", "By <u>"):
        facts.append(f"begins with “{tokens[0].strip().removesuffix('<u>').rstrip()}”")
    if any("<u>" in token or "</u>" in token for token in tokens):
        facts.append("is underlined")
    joins = [token for token in tokens if token.type == "JOIN"]
    if not all(map(_says_that_they_are_two, joins)) or _run_on(tokens):
        facts.append("has names with nothing between them")
    elif joins and " and " not in joins[-1]:
        facts.append("has no “and” before the last name")
    if is_joined:
        facts.append("shares its line with the date")
    return "the byline " + (_listed(facts) if facts else "is not in canonical form")


def _says_that_they_are_two(join: Token) -> bool:
    """Return whether what is between two names separates them."""
    return any(sign in join for sign in (",", "&", "and"))


def _run_on(tokens: Sequence[Token]) -> bool:
    """Whether a name follows directly on another."""
    names = ("BARE_LINK", "BARE_NAME", "AUTHOR_LINK", "AUTHOR_NAME")
    return any(one.type in names and two.type in names for one, two in pairwise(tokens))


def _listed(facts: Sequence[str]) -> str:
    *most, last = facts
    return f"{', '.join(most)}{',' if len(most) > 1 else ''} and {last}" if most else last


def _fix(context: Context, span: tuple[int, int], form: str, *, is_joined: bool) -> Fix | None:
    """Return the fix, where the article is still read as the same: neighbours may join a byline."""
    text = context.text
    end = (
        span[1] + len(text[span[1] :]) - len(text[span[1] :].lstrip(" \t"))
        if is_joined
        else span[1]
    )
    edit = Edit(span[0], end, form + "\n\n" * is_joined)
    if context.reading.read(apply(text, [edit])) != context.reading.document:
        return None
    return Fix("write the byline in canonical form", (edit,), True, WHY)
