"""The figures of a corpus as tables for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from corpusfmt.stats.summary import Summary
from corpusfmt.text.display import BOLD, COLOURS, columns_of, count, painted, printable, shortened
from corpusfmt.text.named_tuples import NamedTuple

_LONGEST_NAME = 48

_STATES = {
    "clean": "no findings",
    "info": "info only",
    "warning": "warnings, no errors",
    "error": "errors",
}


class _Row(NamedTuple):
    name: str
    cells: Sequence[str]


class _Table(NamedTuple):
    """A table; ``is_whole`` is whether all rows are shown, however many."""

    title: str
    rows: list[_Row]
    is_whole: bool = False


def render_table(summary: Summary, *, top: int, colour: bool = False) -> str:
    """Return the tables; those of names have at most ``top`` rows."""
    lines = [_headline(summary)]
    for table in _tables(summary, top):
        rows = table.rows
        most = len(rows) if table.is_whole else top
        if rows:
            lines += ["", painted(table.title, BOLD, colour), *_lines(rows[:most], colour)]
        if len(rows) > most:
            lines.append(f"  … {len(rows) - most:,} more")
    return "".join(f"{line}\n" for line in lines)


def _headline(summary: Summary) -> str:
    months = [month for month, _ in summary["months"] if month]
    parts = [
        count(summary["articles"], "article"),
        count(summary["words"]["total"], "word"),
        count(sum(1 for host in summary["hosts"] if host["host"]), "host"),
        count(len(summary["authors"]), "author"),
    ]
    if months:
        parts.append(f"{months[0]} to {months[-1]}")
    if summary["not_read"]:
        parts.append(f"{count(summary['not_read'], 'file')} not read")
    return ", ".join(parts)


def _tables(summary: Summary, top: int) -> Iterator[_Table]:
    articles = summary["articles"]
    states = ((_STATES[name], number) for name, number in summary["states"].items())
    yield _Table("Articles by their most serious finding", _shares(states, articles), True)
    yield _Table("Fields", _shares(summary["fields"].items(), articles), True)
    yield _months(summary, top)
    hosts = ((host["host"], host["articles"]) for host in summary["hosts"])
    yield _Table("Hosts", _shares(hosts, articles, "no URL"))
    yield _Table("Authors", _shares(summary["authors"], articles))
    guess = "Languages (a guess, from frequent words and the script)"
    yield _Table(guess, _shares(summary["languages"], articles, "not known"))
    yield _lengths(summary)
    yield _rules(summary)
    yield _kinds(summary)
    yield _groups(summary)
    yield _paragraphs(summary)


def _months(summary: Summary, top: int) -> _Table:
    """Return the articles by month, or by year where the months are more than the rows."""
    articles = summary["articles"]
    if len(summary["months"]) <= top:
        return _Table("Months", _shares(summary["months"], articles, "no date"))
    years: dict[str, int] = {}
    for month, number in summary["months"]:
        year = month[:4] or "no date"
        years[year] = years.get(year, 0) + number
    return _Table("Years", _shares(years.items(), articles))


def _lengths(summary: Summary) -> _Table:
    words = summary["words"]
    named: list[tuple[str, int]] = []
    for first, last, number in words["classes"]:
        named.append((_range(first, last), number))
    middle = f"median {words['median']:,}, 80 % from {words['tenth']:,} to {words['ninetieth']:,}"
    return _Table(f"Words ({middle})", _shares(named, summary["articles"]), True)


def _range(first: int, last: int | None) -> str:
    if last is None:
        return f"{first:,} and more"
    return f"{first:,}" if first == last else f"{first:,} to {last:,}"


def _rules(summary: Summary) -> _Table:
    rows: list[_Row] = []
    for row in summary["rules"]:
        articles = f"in {count(row['articles'], 'article')}"
        rows.append(_Row(row["rule"], (f"{row['findings']:,}", articles, row["severity"])))
    return _Table("Findings by rule", rows)


def _kinds(summary: Summary) -> _Table:
    kinds: dict[str, int] = {}
    for row in summary["rules"]:
        if row["scope"] == "file":
            kinds |= row["kinds"]
    return _Table("Files that are not articles", _shares(kinds.items(), summary["articles"]))


def _groups(summary: Summary) -> _Table:
    rows: list[_Row] = []
    for group in summary["groups"]:
        path = group["first"]
        if len(path) > _LONGEST_NAME:
            path = "…" + path[1 - _LONGEST_NAME :]  # the name of the file is at its end
        rows.append(_Row(path, (f"{group['articles']:,}", group["rule"])))
    return _Table("Articles that are alike, by the first of each group", rows)


def _paragraphs(summary: Summary) -> _Table:
    rows: list[_Row] = []
    for paragraph in summary["shared_paragraphs"]:
        cells = f"{paragraph['articles']:,}", paragraph["host"]
        rows.append(_Row(paragraph["excerpt"], cells))
    return _Table("Paragraphs that several articles of a host have", rows)


def _shares(pairs: Iterable[tuple[str, int]], articles: int, unnamed: str = "") -> list[_Row]:
    """Return rows with numbers, and their percentages of the articles.

    ``unnamed`` is what is shown where a name is empty.
    """
    rows: list[_Row] = []
    for name, number in pairs:
        percent = 100 * number / articles if articles else 0
        rows.append(_Row(name or unnamed, (f"{number:,}", f"{percent:.1f} %")))
    return rows


def _lines(rows: Sequence[_Row], colour: bool) -> Iterator[str]:
    """Yield the rows with their columns aligned: names and words to the left, numbers right."""
    names = [shortened(printable(row.name), _LONGEST_NAME) for row in rows]
    width = max(map(columns_of, names))
    shown = [map(printable, row.cells) for row in rows]
    columns = [*zip(*shown, strict=True)]
    widths = [max(map(columns_of, column)) for column in columns]
    for number, name in enumerate(names):
        cells = [name + " " * (width - columns_of(name))]
        for column, own in zip(columns, widths, strict=True):
            cells.append(_cell(column[number], own, colour))
        yield f"  {'  '.join(cells)}".rstrip()


def _cell(text: str, width: int, colour: bool) -> str:
    space = " " * (width - columns_of(text))
    shown = painted(text, COLOURS[text], colour) if text in COLOURS else text
    return space + shown if text[:1].isdigit() else shown + space
