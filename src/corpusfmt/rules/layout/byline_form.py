"""Byline that is not in canonical form.

### What it does

Reports a byline that is not in canonical form. In canonical form, the names are on a line of their
own, with `By ` before them, commas between them, and ` and ` before the last. A name that starts
with `By` itself (`By [By Ana Lind](#)`) is reported too.

### Why

Web pages and converters write the names without `By`, underlined, with nothing between them, or
with the date on the same line. All of these are read as the same byline, but a search for one form
does not find the others.

### Fix

The fix writes the canonical line. It is safe: the names do not change. The fix that removes a
second `By` is unsafe, since it changes the names.

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

Use instead:

```article
# Ferry Runs Again

By Ana Lind and Per Okland

March 14, 2023



The first ferry since October sailed on Monday with 61 passengers.
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpusfmt.lint import Context, Edit, Findings, Fix, quoted
from corpusfmt.model.document import AuthorEntry
from corpusfmt.syntax.lexer import Token
from corpusfmt.syntax.normal_form import clean
from corpusfmt.text.edits import apply

SEVERITY = "warning"
FIX = "sometimes unsafe"
WHY = "the names do not change"
WHY_UNSAFE = "the name changes"

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
    facts = [*_facts_of_start(tokens[0].strip(), tokens[0].type)]
    if any("<u>" in token or "</u>" in token for token in tokens):
        facts.append("is underlined")
    facts += _facts_of_names(tokens)
    if is_joined:
        facts.append("shares its line with the date")
    return "the byline " + (_listed(facts) if facts else "is not in canonical form")


def _facts_of_start(start: str, type_: str) -> Iterator[str]:
    if type_ != "BY":
        yield "does not begin with “By”"
    elif start not in ("By", "By <u>"):
        yield f"begins with “{start.removesuffix('<u>').rstrip()}”"


def _facts_of_names(tokens: Sequence[Token]) -> Iterator[str]:
    joins = [token for token in tokens if token.type == "JOIN"]
    if not all(map(_separates, joins)) or _run_on(tokens):
        yield "has names with nothing between them"
    elif joins and " and " not in joins[-1]:
        yield "has no “and” before the last name"


def _separates(join: Token) -> bool:
    """Return whether what is between two names separates them."""
    return "," in join or "&" in join or "and" in join


def _run_on(tokens: Sequence[Token]) -> bool:
    """Whether a name follows directly on another."""
    names = ("BARE_LINK", "BARE_NAME", "AUTHOR_LINK", "AUTHOR_NAME")
    return any(one.type in names and two.type in names for one, two in pairwise(tokens))


def _listed(facts: Sequence[str]) -> str:
    *most, last = facts
    if not most:
        return last
    comma = "," if len(most) > 1 else ""
    return f"{', '.join(most)}{comma} and {last}"


def _fix(context: Context, span: tuple[int, int], form: str, *, is_joined: bool) -> Fix | None:
    """Return the fix, where the article is still read as the same: neighbours may join a byline."""
    text = context.text
    start, end = span
    written = form
    if is_joined:
        end += len(text[end:]) - len(text[end:].lstrip(" \t"))
        written = f"{form}\n\n"
    edit = Edit(start, end, written)
    if context.reading.read(apply(text, [edit])) != context.reading.document:
        return None
    return Fix("write the byline in canonical form", (edit,), True, WHY)
