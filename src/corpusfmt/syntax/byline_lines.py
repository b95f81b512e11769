"""Read bylines of several lines: persons, and what they are on the line below them."""

from __future__ import annotations

from corpusfmt.syntax.byline import (
    LONGEST_SEEN,
    Byline,
    are_persons,
    is_label,
    may_be_label,
    needs_colon,
    part_date,
    read_bare_byline,
    read_byline,
)
from corpusfmt.syntax.byline_authors import has_word_of_role
from corpusfmt.syntax.byline_marks import without_marks
from corpusfmt.syntax.byline_names import ends_sentence, is_listed
from corpusfmt.syntax.byline_parts import is_in_link
from corpusfmt.syntax.byline_places import is_place
from corpusfmt.syntax.byline_words import CONTACT, helper_pattern, words
from corpusfmt.text.patterns import regex

_LONGEST_ROLE = 80
_MOST_LINES = 4
_COMMAS = frozenset(",;、，،")
_LINE_END = regex("\n")
_NO_ROLE = regex(r"[\d:：\[]")


def read_lines_of_persons(lines: str) -> Byline | None:
    """Return the byline of two to four lines that are each names of persons, or None."""
    if lines.count("\n") > 2 * _MOST_LINES:
        return None
    lines = without_marks(lines).rstrip()
    names = lines.lstrip().split("\n")
    if not 1 < len(names) <= _MOST_LINES or max(map(len, names)) > _LONGEST_ROLE:
        return None
    if not all(map(_is_only_persons, names)):
        return None
    return read_bare_byline(lines.replace("\n", ","))


def read_label_and_names(line: str) -> Byline | None:
    """Return the byline of a line, or of several of which the first is a label, or None."""
    label, line_end, _ = line.rstrip().partition("\n")
    if line_end and may_be_label(label):
        return read_below_label(line)
    return read_byline(line)


def read_below_label(line: str) -> Byline | None:
    """Return the byline of a line with a label alone above the first line end, or None.

    A label that needs a colon needs none there, if the names are of persons.
    """
    label, line_end, written = without_marks(line).partition("\n")
    names = _with_separators(written) if line_end else None
    if names is None:
        return None
    if is_label(label):
        return read_byline(f"{label} {names}")
    if not needs_colon(label):
        return None
    byline = read_byline(f"{label}:{names}")
    return byline if byline is not None and are_persons(byline) else None


def _with_separators(lines: str) -> str | None:
    """Return the lines below a label with what is between their names for each line end, or None.

    Lines of persons or links have a comma, and a role below them a bar; a line that ends in a comma
    or in a word such as "and" goes on below. A date can be after them all.
    """
    names, _ = part_date(lines)
    names = names.rstrip()
    start = len(names) - len(names.lstrip())
    first, *others = _lines_between_links(names[start:])
    if not others:
        return lines
    after = lines[len(names) :]
    if all(map(_is_only_authors, (first, *others))):
        return names[:start] + ",".join((first, *others)) + after
    if len(others) == 1 and _is_only_authors(first) and _is_role_below_names(others[0]):
        return f"{names[:start]}{first}|{others[0]}{after}"
    return lines if all(map(_goes_on, (first, *others[:-1]))) else None


def _lines_between_links(names: str) -> list[str]:
    """Return the lines of a text; one that ends inside a link goes on with the next."""
    lines: list[str] = []
    start = 0
    for line_end in _LINE_END.finditer(names):
        if "[" not in names or not is_in_link(names, line_end.start()):
            lines.append(names[start : line_end.start()])
            start = line_end.end()
    return [*lines, names[start:]]


def _goes_on(line: str) -> bool:
    """Return whether a line ends in a comma, or in a word that joins names."""
    last = line.rstrip().rpartition(" ")[2]
    return last[-1:] in _COMMAS or last.lower() in words("joins") or last == "&"


def read_persons_and_role(line: str) -> Byline | None:
    """Return the byline of two lines: names of persons, and what these are, or None.

    What they are is an agency, a paper, a place or the like, or has a word of a role.
    """
    line = without_marks(line)
    names, line_end, role = line.strip().partition("\n")
    if not line_end or "\n" in role or max(len(names), len(role)) > _LONGEST_ROLE:
        return None
    if not _is_only_persons(names) or not _is_role_below_names(role):
        return None
    return read_bare_byline(line.replace("\n", "|", 1))


def may_be_role(line: str) -> bool:
    """Return whether a line says what the author above it is, or where.

    It has a word of a role, is a place or an agency, or ends in a contact; and it has no digit.
    """
    if len(line) > LONGEST_SEEN or _NO_ROLE.search(line):
        return False
    line = without_marks(line).strip()
    if not 0 < len(line) <= _LONGEST_ROLE or "\n" in line or ends_sentence(line):
        return False
    if read_byline(line) is not None or helper_pattern().match(line):
        return False
    if has_word_of_role(line) or CONTACT.search(line):
        return True
    return is_listed(line) or is_place(line)


def read_with_role_below(line: str, byline: Byline) -> Byline | None:
    """Return a byline with the line below it as a role, or None where it is more than that."""
    line = without_marks(line)
    if byline.date_start is not None or byline.date_end is not None:
        return None
    if line.strip().count("\n") > 1:
        return None
    with_role = read_byline(line.replace("\n", "|", 1))
    if with_role is None or not are_persons(with_role):
        return None
    names = [author["name"] for author in byline.authors]
    return with_role if [author["name"] for author in with_role.authors] == names else None


def _is_only_persons(line: str) -> bool:
    """Return whether a line is names of persons, without a label and without a date."""
    byline = read_bare_byline(line)
    return byline is not None and byline.date_start is None and are_persons(byline)


def _is_only_authors(line: str) -> bool:
    """Return whether a line is names of persons, or links, without a label and without a date."""
    byline = read_bare_byline(line)
    if byline is None or byline.date_start is not None:
        return False
    return are_persons(byline) or all("url" in author for author in byline.authors)


def _is_role_below_names(line: str) -> bool:
    """Return whether a line is what persons are: a role, a place, or a name of no person."""
    if "](" in line or ends_sentence(line.strip()) or read_byline(line) is not None:
        return False
    if has_word_of_role(line) or is_place(line) or CONTACT.match(line.strip()):
        return True
    byline = read_bare_byline(line)
    return byline is not None and not are_persons(byline)
