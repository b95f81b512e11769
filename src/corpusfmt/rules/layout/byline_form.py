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

The fix writes the canonical line. It is safe: the names do not change. It is unsafe if it escapes a
character that may be markup, such as a star before a name. The fix that removes a second `By` is
unsafe, since it changes the names.

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

from corpusfmt.lint import Context, Edit, Findings, Fix, quoted
from corpusfmt.syntax.normal_form import clean
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.edits import apply
from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    from corpusfmt.model.document import AuthorEntry

SEVERITY = "warning"
FIX = "sometimes unsafe"
WHY = "the names do not change"
WHY_UNSAFE = "the name changes"
OF_FORM = True


_TAGS = regex("</?u>")
_SEPARATORS = regex(r",\s+and\s|\s(?:and|&)\s|[,、，;|]")


def applies(context: Context) -> bool:
    return "byline" in context.reading.document


def check(context: Context) -> Findings:
    """Yield a finding for the line of the names, and for each name that starts as the line does."""
    document = context.reading.document
    span = context.reading.header.byline_span
    if span is None or "byline" not in document:
        return
    yield from _labelled(context, document["byline"])
    if context.is_canonical:
        return
    form = _form(context, "title" in document, "subtitle" in document)
    date_start = context.reading.header.date_start
    written = context.text[slice(*span)]
    dated = "shares its line with the date" if date_start is not None else ""
    if context.reading.header.repeated:
        dated = "repeats the date"
    if dated or (written != form and clean(written) != form):
        fix = _fix(context, span, form, date_start)
        message = _message(written, document["byline"], dated)
        yield context.finding(span, message, form, fix=fix)


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


def _form(context: Context, *above: bool) -> str:
    """Return the canonical byline, below a title and a subtitle if there are any."""
    return context.canonical.split("\n\n", sum(above) + 1)[sum(above)].rstrip("\n")


def _message(written: str, authors: Sequence[AuthorEntry], dated: str) -> str:
    facts = list(_facts_of_start(written))
    if "<u>" in written or "</u>" in written:
        facts.append("is underlined")
    if "\n" in written:
        facts.append("has a line end in it")
    facts += _facts_of_names(written, authors)
    if dated:
        facts.append(dated)
    return "the byline " + (_listed(facts) if facts else "is not in canonical form")


def _facts_of_start(written: str) -> Iterator[str]:
    label = written.split(maxsplit=1)[0]
    if label.rstrip(":").lower() != "by":
        yield "does not begin with “By”"
    elif label != "By":
        yield f"begins with “{label}”"


def _facts_of_names(written: str, authors: Sequence[AuthorEntry]) -> Iterator[str]:
    if any(_is_beside(author, written) for author in authors):
        yield "has a role that is not in parentheses"
    if len(authors) < 2:
        return
    between = _TAGS.sub("", written)
    separators = len(_SEPARATORS.findall(between))
    if separators < len(authors) - 1:
        yield "has names with nothing between them"
    elif " and " not in between:
        yield "has no “and” before the last name"


def _is_beside(author: AuthorEntry, written: str) -> bool:
    return "role" in author and f"({author['role']})" not in written


def _listed(facts: Sequence[str]) -> str:
    *most, last = facts
    if not most:
        return last
    comma = "," if len(most) > 1 else ""
    return f"{', '.join(most)}{comma} and {last}"


def _fix(context: Context, span: tuple[int, int], form: str, date_start: int | None) -> Fix | None:
    """Return the fix, where the article is still read as the same: neighbours may join a byline."""
    edit = Edit(span[0], span[1], form)
    if date_start is not None and date_start < span[0]:
        ends = {date.span[1] for date in context.reading.header.dates if date.span[0] == date_start}
        date = context.text[date_start : max(ends)]
        edit = Edit(date_start, span[1], f"{form}\n\n{date}")
    elif date_start is not None:
        edit = Edit(span[0], date_start, f"{form}\n\n")
    if context.reading.read(apply(context.text, [edit])) != context.reading.document:
        return None
    return Fix("write the byline in canonical form", (edit,), True, WHY)
