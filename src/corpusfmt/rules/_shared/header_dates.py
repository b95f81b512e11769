"""Where the dates of the header are, and those that cannot be read."""

from __future__ import annotations

from corpusfmt.lint import Context
from corpusfmt.rules._shared.header_lines import first_lines
from corpusfmt.syntax.dates import has_printed_form, read_date
from corpusfmt.syntax.header import date_label_end
from corpusfmt.text.named_tuples import NamedTuple


class ImpossibleDate(NamedTuple):
    """A line in the form of a date that no calendar has: its field, the date and its span."""

    name: str
    written: str
    span: tuple[int, int]


def impossible_dates(context: Context) -> list[ImpossibleDate]:
    """Return the first lines in the form of a header date that name no day of the calendar.

    ``date`` or ``updated``, which they would be, is then not in the document. A text and its
    canonical text have the same ones.
    """
    found: list[ImpossibleDate] = []
    for line in context.memo(first_lines):
        start, end = line.span
        source = context.text[start:end]
        label = date_label_end(source)
        written = source[label:]
        if has_printed_form(written) and read_date(written) is None:
            name = "updated" if label else "date"
            found.append(ImpossibleDate(name, written, (start + label, end)))
    return found


def date_place(context: Context, name: str) -> tuple[tuple[int, int], str]:
    """Return the span of a date of the header, and the label to write before another there.

    The date is in the document. An English label is before the span; another one is in it, and a
    date that is written there needs the canonical label.
    """
    date = next(date for date in context.reading.header.dates if date.name == name)
    start, end = date.span
    label = date_label_end(date.printed)
    if label or name == "date":
        return (start + label, end), ""
    return (start, end), "Updated: "
