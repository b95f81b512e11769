"""Byline that is not read.

### What it does

Reports a line of the header, or of the short paragraphs at the start of the body (also in a list, a
quote or a heading), that looks like a byline and is read as text:

- a label such as `By` or `Von` and words that begin like names: a second byline, a byline that
  contains more than names and roles, or one whose names are in lower case;
- names of persons or agencies without a label, if no date is directly below them. In an article
  without authors, names next to a date are most likely its authors. In other places the severity is
  info: the article may be about these persons, or the names may belong to the web page. In the
  body, such names are reported only if they have a role, or are directly above a date
  that is not read either;
- with severity info, in the header of an article without authors: other names, such as that of a
  paper; names after a word that can be a label (`De Ana Ruiz`), a section (`Opinion | Ada Brook`)
  or an icon (`personAda Brook`); a surname and a first name (`Ruiz, Ana`), initials and a surname
  (`A.Ruiz`), a place and a name; and words in place of names (`Staff report`, `Ada Brook and 2
  others`);
- with severity info, if the article has no authors, persons who are authors by the other words of
  the line: `Posted in News by Ada Brook`, `Ada Brook reports from Skarv`, `Ada Brook is a
  reporter`, `Follow Ada Brook`, `Ada Brook in conversation with Tom Reed`;
- with severity info, a byline directly below an image that the text begins with: it may name who
  took or drew the picture;
- with severity info, if the article has no authors, the alternative text of an image directly above
  a date, if it is a name;
- with severity info, if the article has no authors, a label with something else than a name after
  it: `By 2019`, `By Monday`, `By All the news that matters`;
- with severity info, a line directly below the byline that may be a role or the paper of its
  last author.

A byline in the body that `stranded-byline` reports is not reported again.

### Why

The document lacks all or some of the authors that the page names.

### Fix

The fix writes `By ` before names without a label, and writes the other words of their line as a
role. It adds names that are directly above or below a byline to that byline, and a paper below it
to the last author. It is unsafe: the names may be those of somebody else. For other lines there is
no fix: write the names as `By Ada Brook and Tom Reed`, with a role in parentheses.

### Example

```article
# Ferry Runs Again

By Ada Brook

By Tom Reed



The first ferry since October sailed on Monday with 61 passengers.
```

```findings
5:1: warning: “By Tom Reed” looks like a byline and is read as text
  expected: a line of names below the title, such as By Ada Brook and Tom Reed
```

Use instead:

```article
# Ferry Runs Again

By Ada Brook and Tom Reed



The first ferry since October sailed on Monday with 61 passengers.
```
"""

from __future__ import annotations

from collections.abc import Sequence

from corpusfmt.lint import Context, Edit, Finding, Findings, Fix, quoted
from corpusfmt.rules._shared.author_facts import doubt_of, fact_of
from corpusfmt.rules._shared.header_lines import MARKER, HeaderLine, is_in_any, unread_lines
from corpusfmt.rules._shared.name_lines import (
    byline_in,
    is_beside_date,
    is_of_last_author,
    lines_of_names,
    without_join,
)
from corpusfmt.rules._shared.odd_names import may_be_of_authors
from corpusfmt.rules._shared.stranded_bylines import (
    bylines_of_others,
    is_below_first_image,
    is_of_image_above,
    stranded_bylines,
)
from corpusfmt.syntax.byline import (
    are_certain,
    is_label,
    read_bare_byline,
    read_byline,
    read_names_above_date,
)
from corpusfmt.syntax.byline_likeness import looks_like_byline, names_before_label
from corpusfmt.syntax.byline_names import ends_sentence
from corpusfmt.syntax.byline_persons import is_certain
from corpusfmt.syntax.byline_words import label_pattern, may_begin_with_label
from corpusfmt.syntax.dates import looks_like_date, read_date_line
from corpusfmt.syntax.writer.header import write_byline
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.edits import apply
from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    from corpusfmt.model.document import AuthorEntry

SEVERITY = "warning"
FIX = "unsafe"
WHY = "the name may be that of somebody else"
PROBLEM = "byline"

_LONGEST = 60
_OF_OTHERS = frozenset({"is a number", "is a date", "is a sentence", "is more than one name"})
"""What may be a line of something else, such as a subtitle."""

_EDITOR = regex(r"\W{0,2}(?:责任编辑|責任編輯)\s?[:：]")
"""What `boilerplate` reports: the editor in charge is no author."""
_EXPECTED = "a line of names below the title, such as By Ada Brook and Tom Reed"


def check(context: Context) -> Findings:
    """Yield a finding for each line that looks like a byline, or is names without a label."""
    has_authors = "byline" in context.reading.document
    names = set(lines_of_names(context))
    if not has_authors:
        yield from _of_image(context)
    lines: dict[HeaderLine, bool] = {}
    for line in context.memo(unread_lines):
        is_short = not has_authors and is_label(line.text)
        looks_like_one = is_short or looks_like_byline(line.text)
        if looks_like_one or line in names:
            if not _is_of_title(context, line) and _EDITOR.match(line.text) is None:
                lines[line] = looks_like_one
        elif not has_authors:
            yield from _of_no_author(context, line)
    if lines:  # as in few
        yield from _of_lines(context, lines, has_authors)


def _of_lines(context: Context, lines: dict[HeaderLine, bool], has_authors: bool) -> Findings:
    """Yield a finding for each of some lines, which are with whether they look like a byline."""
    elsewhere = [context.span(block) for block, _ in context.memo(stranded_bylines)]
    elsewhere += bylines_of_others(context)
    for line, looks_like_one in lines.items():
        is_first = not has_authors and is_below_first_image(context, line.span)
        if is_first or is_of_image_above(context, line.text, line.span):
            yield _below_image(context, line)
        elif not is_in_any(line, elsewhere):
            yield _of_line(context, line, looks_like_one, has_authors)


def _of_line(
    context: Context, line: HeaderLine, looks_like_one: bool, has_authors: bool
) -> Finding:
    """Return the finding for a line that looks like a byline, or is names."""
    if looks_like_one and (has_authors or names_before_label(line.text) is None):
        message = f"{quoted(line.text)} looks like a byline and is read as text"
        fix = _joining_fix(context, line)
        return context.finding(line.span, message, _EXPECTED, fix=fix)
    return _of_names(context, line, has_authors)


def _is_of_title(context: Context, line: HeaderLine) -> bool:
    """Return whether a line repeats the title or a part of it: the name is that of the subject."""
    title = context.reading.document.get("title", "")
    return line.text.rstrip(".") in title


def _of_no_author(context: Context, line: HeaderLine) -> Findings:
    """Yield a finding for a line of a label and something else than a name, if it is one."""
    if not may_begin_with_label(line.text) or len(line.text) > _LONGEST:
        return
    label = label_pattern().match(line.text)
    if label is None or not (label["colon"] or label[0].strip().lower() == "by"):
        return
    rest = line.text[label.end() :].strip()
    fact = _what_is_no_author(rest)
    if fact is not None:
        message = f"{quoted(line.text)} looks like a byline, but {quoted(rest)} {fact}"
        is_uncertain = fact_of(rest) is None or fact in _OF_OTHERS
        yield context.finding(line.span, message, _EXPECTED, is_uncertain=is_uncertain)


def _what_is_no_author(text: str) -> str | None:
    """Return what a text after a label is that is not a name, a date or a sentence, or None."""
    if not text or ends_sentence(text.removesuffix("...")) or looks_like_date(text):
        return None
    if text[0].islower() or text[0].isdigit():  # “By noon the harbour was empty”
        return fact_of(text)
    return fact_of(text) or doubt_of(text)


def _of_image(context: Context) -> Findings:
    """Yield a finding for the first image if its text is a name, and a date is directly below."""
    if "image" not in context.types[:1] or not context.reading.document.get("title"):
        return
    image = context.reading.document["body"][0]
    name = image.get("alt", "") if image["type"] == "image" else ""
    below = context.texts[1] if len(context.texts) > 1 else ""
    if not is_certain(name) or read_date_line(below) is None:
        return
    message = f"{quoted(name)}, the text of an image, may be the name of an author"
    span = context.span(context.block(0))
    yield context.finding(span, message, f"By {name}, if this is the author", is_uncertain=True)


def _below_image(context: Context, line: HeaderLine) -> Finding:
    """Return the finding for a byline below the first image, which may name who took it."""
    message = f"{quoted(line.text)} looks like a byline and is read as text"
    return context.finding(line.span, message, _EXPECTED, is_uncertain=True)


def _of_names(context: Context, line: HeaderLine, has_authors: bool) -> Finding:
    """Return the finding for names without a label; only those of persons at a date are certain."""
    message = f"{quoted(line.text)} looks like a name and is read as text"
    if has_authors:
        is_role = is_of_last_author(context, line)
        fix = _role_fix(context, line) if is_role else _joining_fix(context, line)
        return context.finding(line.span, message, _EXPECTED, fix=fix, is_uncertain=True)
    names = _names_of(context, line)
    edit = Edit(*line.span, f"By {names}")
    fix = None
    if names and not _is_of_doubtful_role(names) and _adds_byline(context, edit):
        fix = Fix("write it as a byline", (edit,), False, WHY)
    is_certain = (
        not line.is_marked
        and is_beside_date(context, line)
        and read_names_above_date(line.text) is not None
    )
    is_unnamed = not names or (fix is None and may_be_of_authors(line.text))
    expected = _EXPECTED if is_unnamed else f"By {names}, if these are the authors"
    return context.finding(line.span, message, expected, fix=fix, is_uncertain=not is_certain)


def _names_of(context: Context, line: HeaderLine) -> str:
    """Return the names of a line as they are written, without the words around them."""
    written = context.text[slice(*line.span)]
    if line.is_marked:
        written = MARKER.sub("", written, count=1)
    names = names_before_label(written)
    if names is None and not _is_of_authors(written):
        names = byline_in(written)
    return written if names is None else names


def _is_of_authors(text: str) -> bool:
    """Return whether a text is several names of persons or agencies, perhaps with roles."""
    byline = read_bare_byline(text)
    return byline is not None and len(byline.authors) > 1 and are_certain(byline)


def _is_of_doubtful_role(names: str) -> bool:
    """Return whether a name of none of these has a role: one of the two may be a place."""
    byline = read_bare_byline(names)
    if byline is None or are_certain(byline):
        return False
    return any("role" in author for author in byline.authors)


def _role_fix(context: Context, line: HeaderLine) -> Fix | None:
    """Return the fix that writes a line below the byline as the role of its last author."""
    header = context.reading.header
    if header.byline_span is None:
        return None
    last: AuthorEntry = {**header.authors[-1], "role": line.text}
    authors = [*header.authors[:-1], last]
    edit = Edit(header.byline_span[0], line.span[1], write_byline(authors))
    if not _adds_byline(context, edit, authors):
        return None
    return Fix("write it as the role of the last author", (edit,), False, WHY)


def _is_beside_byline(context: Context, line: HeaderLine) -> bool:
    """Return whether nothing is between a line and the byline, which has no date beside it."""
    span = context.reading.header.byline_span
    if span is None or context.reading.header.date_start is not None:
        return False
    if context.reading.header.repeated:
        return False
    first, last = min(line.span, span), max(line.span, span)
    return first[1] <= last[0] and not context.text[first[1] : last[0]].strip()


def _joining_fix(context: Context, line: HeaderLine) -> Fix | None:
    """Return the fix that writes the names of a line and those of the byline as one byline."""
    header = context.reading.header
    written = without_join(context.text[slice(*line.span)])
    byline = read_byline(written) or read_bare_byline(written)
    if byline is None or byline.date_start is not None:
        return None
    if header.byline_span is None or not _is_beside_byline(context, line):
        return None
    authors = _joined(header.authors, byline.authors, line.span < header.byline_span)
    start, end = min(line.span, header.byline_span)[0], max(line.span, header.byline_span)[1]
    edit = Edit(start, end, write_byline(authors))
    if not _adds_byline(context, edit, authors):
        return None
    return Fix("write the names in one byline", (edit,), False, WHY)


def _joined(
    authors: list[AuthorEntry], others: list[AuthorEntry], is_reversed: bool
) -> list[AuthorEntry]:
    """Return the authors of two lines in their order, each once."""
    first, second = (others, authors) if is_reversed else (authors, others)
    return first + [author for author in second if author not in first]


def _adds_byline(
    context: Context, edit: Edit, authors: Sequence[AuthorEntry] | None = None
) -> bool:
    """Return whether an edit adds a byline, or these authors, and leaves the other fields."""
    before = context.reading.document
    after = context.reading.read(apply(context.text, (edit,)))
    names = before.keys() - {"byline", "intro", "body"}
    if any(before.get(name) != after.get(name) for name in names):
        return False
    return "byline" in after if authors is None else after.get("byline") == authors
