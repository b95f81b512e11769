"""The times of rules as a table."""

from __future__ import annotations

from collections.abc import Mapping

from corpusfmt.lint.rule_times import RuleTime

_HEADER = ("seconds", "share", "per text", "texts", "findings", "rule")
_REST = "(reading, parsing and all else)"


def render_rule_times(times: Mapping[str, RuleTime], seconds: float) -> str:
    """Return a table of the rules, the slowest first.

    ``seconds`` is how long the whole run has taken; its last row has what no rule has taken.
    """
    rows = [_HEADER]
    for name, time in sorted(times.items(), key=lambda pair: (-pair[1].seconds, pair[0])):
        rows.append((*_cells(time, seconds), name))
    rest = RuleTime(max(0.0, seconds - sum(time.seconds for time in times.values())))
    rows.append((*_cells(rest, seconds), _REST))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines: list[str] = []
    for row in rows:
        cells = [cell.rjust(width) for cell, width in zip(row[:-1], widths, strict=False)]
        lines.append("  ".join([*cells, row[-1]]))
    return "".join(f"{line}\n" for line in lines)


def _cells(time: RuleTime, seconds: float) -> tuple[str, str, str, str, str]:
    share = f"{time.seconds / seconds:.1%}" if seconds else ""
    if not time.texts:
        return f"{time.seconds:.3f}", share, "", "", ""
    each = f"{time.seconds / time.texts * 1e6:,.0f} µs"
    return f"{time.seconds:.3f}", share, each, f"{time.texts:,}", f"{time.findings:,}"
