"""Decide what each line of the header is: a byline, a date, or neither."""

from __future__ import annotations

from collections.abc import Sequence

from corpusfmt.syntax.byline import (
    BEFORE_DATE,
    Byline,
    may_be_label,
    read_dated_names,
    read_names_above_date,
)
from corpusfmt.syntax.byline_lines import (
    may_be_role,
    read_below_label,
    read_label_and_names,
    read_lines_of_persons,
    read_persons_and_role,
    read_with_role_below,
)
from corpusfmt.syntax.byline_marks import without_marks
from corpusfmt.syntax.dates import DateLine, is_date_label, order_by_url, read_date_line
from corpusfmt.syntax.header_tokens import (
    LINE,
    gap_between,
    is_escaped,
    is_half_marked,
    is_headed,
    is_long,
    joined,
    may_be_read,
    with_labels_apart,
)
from corpusfmt.syntax.lexer import Token
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.patterns import regex
from corpusfmt.text.values import dataclass, field, replace

if TYPE_CHECKING:
    from corpusfmt.model.document import AuthorEntry

_LINES = (LINE, "PARAGRAPH")

MOST_LONG = 2
"""The most foreign lines of that length after which bylines and dates are read."""

_UPDATED = regex(r"(?i:(?:last\s+)?updated(?:\s+on(?=\s))?\s*:?\s*)")
_MOST_BELOW = 3
"""The most lines below names that can make them a byline: a role, and a label above a date."""

_HEADING_MARKS = regex(r"\A\s*#{2,6}\s+")


@dataclass(slots=True)
class DateField:
    """A date of the header as printed: the field it is, and the span of its line."""

    name: str
    value: str
    printed: str
    span: tuple[int, int]
    is_ambiguous: bool = False
    unread: str = ""


@dataclass(slots=True)
class HeaderResult:
    """What the lines of a header are.

    ``byline_tokens`` are the tokens of the byline, ``foreign`` those of the paragraphs;
    ``foreign_above`` is the number of these above the last byline or date. ``date_start`` is where
    a date begins that shares the line of the byline; it can be before the names. ``repeated`` are
    the spans of dates that the document has already. All spans are in characters of the text.
    """

    authors: list[AuthorEntry] = field(default_factory=list)
    author_spans: list[tuple[int, int]] = field(default_factory=list)
    byline_span: tuple[int, int] | None = None
    date_start: int | None = None
    dates: list[DateField] = field(default_factory=list)
    repeated: list[tuple[int, int]] = field(default_factory=list)
    foreign: list[Token] = field(default_factory=list)
    foreign_above: int = 0
    read_tokens: list[Token] = field(default_factory=list)


def read_header(
    tokens: Sequence[Token], *, day_first: bool | None = None, url: str | None = None
) -> HeaderResult:
    """Return what the header lines, and the paragraphs after them, are.

    ``tokens`` are those before the gap, or before the first block of another kind. ``day_first``
    decides which day a numeric date is that could be two; without it the ``url`` of the article
    does, if it has one of them.
    """
    if not tokens:
        return HeaderResult()
    return _HeaderReader(day_first, url).read(with_labels_apart(tokens))


def date_label_end(line: str) -> int:
    """Return the end of the English label before the date of the last change, 0 without one."""
    match = _UPDATED.match(line)
    return match.end() if match else 0


class _HeaderReader:
    def __init__(self, day_first: bool | None, url: str | None) -> None:
        self._day_first = day_first
        self._url = url
        self._result = HeaderResult()
        self._long = 0

    def read(self, tokens: Sequence[Token]) -> HeaderResult:
        result = self._result
        index = 0
        while index < len(tokens):
            token = tokens[index]
            taken = 0
            if token.type == LINE and self._long <= MOST_LONG - 1 and not is_escaped(token):
                below = tokens[index + 1 : index + 1 + _MOST_BELOW]
                taken = self._take(token, below) or self._take_roles(token, below)
            if taken:
                result.foreign_above = len(result.foreign)
                result.read_tokens.extend(tokens[index : index + taken])
            else:
                self._add_foreign(token, follows_foreign=self._follows_foreign(tokens, index))
            index += taken or 1
        return result

    def _take(self, token: Token, below: Sequence[Token]) -> int:
        """Take a line that is a byline or a date; return the number of tokens that it took."""
        if self._take_date(token, token.visible_span()):
            return 1
        if self._take_labelled_date(token, below):
            return 2
        if self._result.authors:
            return 0
        byline, line, taken = self._find_byline(token, below)
        if byline is None or not self._may_take_date_of(byline, line):
            return 0
        self._add_byline(byline, token, line)
        return taken

    def _find_byline(self, token: Token, below: Sequence[Token]) -> tuple[Byline | None, str, int]:
        """Return the byline that begins with a line, the text it is in, and its number of tokens.

        The line below is a part of it if the line is a label; a date below makes names a byline.
        """
        line = without_marks(token)
        byline = read_label_and_names(line)
        if byline is not None:
            return self._with_role_below(byline, token, below) or (byline, line, 1)
        if below and may_be_read(below[0]):
            if may_be_label(token):
                two_lines = joined(token, below[0])
                byline = read_below_label(two_lines)
                if byline is not None:
                    return byline, two_lines, 2
            byline = self._find_names(token, below)
        return byline or read_dated_names(line), line, 1

    def _find_names(self, token: Token, below: Sequence[Token]) -> Byline | None:
        """Return the byline that names without a label are above a date: one line, or persons."""
        if "\n" not in token.strip():
            return read_names_above_date(token) if self._begin_with_date(below) else None
        byline = read_lines_of_persons(token)
        return byline if byline is not None and self._begin_with_date(below) else None

    def _with_role_below(
        self, byline: Byline, token: Token, below: Sequence[Token]
    ) -> tuple[Byline, str, int] | None:
        """Return a byline with the line below it that says what its last author is, if one does.

        A date is below that.
        """
        if len(below) < 2 or not may_be_role(below[0]) or not all(map(may_be_read, below[:2])):
            return None
        line = joined(token, below[0])
        with_role = read_with_role_below(line, byline)
        if with_role is None or not self._begin_with_date(below[1:]):
            return None
        return with_role, line, 2

    def _take_roles(self, token: Token, below: Sequence[Token]) -> int:
        """Take persons above a line of what they are, with a date below; return the tokens taken.

        The two lines may be of one token.
        """
        line, taken = str(token), 1
        if "\n" not in token.strip():
            if not below or not may_be_read(below[0]):
                return 0
            line, below, taken = joined(token, below[0]), below[1:], 2
        if self._result.authors or not below or not may_be_read(below[0]):
            return 0
        byline = read_persons_and_role(line)
        if byline is None or not self._begin_with_date(below):
            return 0
        self._add_byline(byline, token, line)
        return taken

    def _take_labelled_date(self, token: Token, below: Sequence[Token]) -> bool:
        """Take a label of dates and the date on the line below it."""
        line = _labelled(token, below)
        if line is None:
            return False
        return self._take_date(line, (token.visible_span()[0], below[0].visible_span()[1]))

    def _begin_with_date(self, tokens: Sequence[Token]) -> bool:
        """Return whether lines begin with a date that the document has room for."""
        for line in (tokens[0], _labelled(tokens[0], tokens[1:])):
            dates = None if line is None else self._read_date(line)
            if dates is not None and self._has_room(dates):
                return True
        return False

    def _read_date(self, line: str) -> DateLine | None:
        line = _HEADING_MARKS.sub("", line).strip()
        if "\n" in line or is_half_marked(line):
            return None
        dates = read_date_line(line, day_first=self._day_first)
        if dates is None or not dates.is_ambiguous:
            return dates
        day_first = self._day_first
        if day_first is None and self._url is not None:
            day_first = order_by_url(self._url, line)
        if day_first is None:
            return dates
        decided = read_date_line(line, day_first=day_first)
        return None if decided is None else replace(decided, is_ambiguous=False)

    def _has_room(self, dates: DateLine) -> bool:
        taken = {date.name for date in self._result.dates}
        if dates.date is not None and "date" in taken:
            return False
        return dates.updated is None or "updated" not in taken

    def _is_repeated(self, dates: DateLine) -> bool:
        """Return whether the document has all that a line of dates says."""
        if dates.unread:
            return False
        found = {date.name: date.value for date in self._result.dates}
        every = (("date", dates.date), ("updated", dates.updated))
        return all(value is None or found.get(name, "").startswith(value) for name, value in every)

    def _take_date(self, line: str, span: tuple[int, int]) -> bool:
        dates = self._read_date(line)
        if dates is None or not self._has_room(dates):
            return False
        for name, value in (("date", dates.date), ("updated", dates.updated)):
            if value is not None:
                entry = DateField(name, value, line.strip(), span, dates.is_ambiguous, dates.unread)
                self._result.dates.append(entry)
        return True

    def _may_take_date_of(self, byline: Byline, line: str) -> bool:
        """Return whether the document has the date of a byline or room for it, if it has one."""
        place = _date_of(byline)
        if place is None:
            return True
        dates = self._read_date(line[place])
        return dates is not None and (self._has_room(dates) or self._is_repeated(dates))

    def _add_byline(self, byline: Byline, token: Token, line: str) -> None:
        result, start = self._result, token.start_pos
        result.authors = byline.authors
        result.author_spans = [(start + first, start + last) for first, last in byline.spans]
        first, last = token.visible_span()
        last = max(last, result.author_spans[-1][1], start + len(line.rstrip()))
        result.byline_span = (first, last)
        if byline.date_start is not None:
            names = first, start + len(line[: byline.date_start].rstrip(BEFORE_DATE))
            self._take_date_of(line[byline.date_start :], (start + byline.date_start, last), names)
        elif byline.date_end is not None:
            after = len(line) - len(line[byline.date_end :].lstrip(BEFORE_DATE))
            date_span = first, start + byline.date_end
            self._take_date_of(line[: byline.date_end], date_span, (start + after, last))

    def _take_date_of(self, line: str, span: tuple[int, int], names: tuple[int, int]) -> None:
        """Take the date of a byline, which then is only the names, unless the date is repeated."""
        if self._take_date(line, span):
            self._result.date_start = span[0]
            self._result.byline_span = names
        else:
            self._result.repeated.append(span)

    # Foreign lines

    def _add_foreign(self, token: Token, *, follows_foreign: bool) -> None:
        foreign = self._result.foreign
        if follows_foreign and foreign:
            foreign[-1] = foreign[-1].update(foreign[-1] + token)
        else:
            foreign.append(token)
        if is_long(token):
            self._long += 1

    def _follows_foreign(self, tokens: Sequence[Token], index: int) -> bool:
        """Return whether a line is in the same paragraph as the one before it."""
        if index == 0 or not self._result.foreign:
            return False
        before = tokens[index - 1]
        last = self._result.foreign[-1]
        if is_headed(last) or is_headed(tokens[index]):
            return False
        if tokens[index].type not in _LINES or before.type not in _LINES:
            return False
        if last.start_pos + len(last) != tokens[index].start_pos:
            return False
        return gap_between(before) < 2


def _date_of(byline: Byline) -> slice | None:
    """Return where in its line the date of a byline is."""
    if byline.date_start is not None:
        return slice(byline.date_start, None)
    return None if byline.date_end is None else slice(None, byline.date_end)


def _labelled(token: Token, below: Sequence[Token]) -> str | None:
    """Return a label of dates and the line below it on one line, or None for no such label."""
    if not below or not may_be_read(below[0]) or not is_date_label(token):
        return None
    date = _HEADING_MARKS.sub("", below[0]).strip()
    return f"{token.strip()} {date}"
