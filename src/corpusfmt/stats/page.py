"""The figures of a corpus as a page for the browser: one file, which needs nothing from outside.

Articles are hostile input. Their text is in the page as JSON only, without "<", and its script puts
it into text nodes; a policy in the page allows no other script, and no request.
"""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from string import Template

from corpusfmt.report.wording import without_surrogates
from corpusfmt.stats.details import Details
from corpusfmt.stats.measure import ShownArticle, ShownFinding
from corpusfmt.stats.summary import Summary

MOST_ROWS = 1_000
"""How many hosts, authors and groups the tables have."""

_SCRIPTS = ("core.js", "table.js", "plot.js", "findings.js", "sections.js")
_POLICY = (
    "default-src 'none'; script-src '{script}'; style-src '{style}'; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)


def render_page(summary: Summary, details: Details, version: str) -> str:
    """Return the page; ``version`` is that of corpusfmt."""
    style = _read("uplot/uPlot.min.css") + _read("page.css")
    own = "\n".join(map(_read, _SCRIPTS))
    script = f'{_read("uplot/uPlot.iife.min.js")}\n(() => {{\n"use strict";\n{own}}})();\n'
    return Template(_read("page.html")).substitute(
        policy=_POLICY.format(script=_digest(script), style=_digest(style)),
        version=version,
        licence=_read("uplot/LICENSE.txt"),
        style=style,
        script=script,
        data=_to_json(_data(summary, details)),
    )


def _data(summary: Summary, details: Details) -> dict[str, object]:
    """Return what the script shows: the figures, with the first rows of long lists."""
    data: dict[str, object] = {**summary}
    totals = {"hosts": len(summary["hosts"]), "authors": len(summary["authors"])}
    totals["groups"] = len(summary["groups"])
    data["hosts"] = summary["hosts"][:MOST_ROWS]
    data["authors"] = summary["authors"][:MOST_ROWS]
    data["groups"] = summary["groups"][:MOST_ROWS]
    for name, total in totals.items():
        data[f"{name}_total"] = total
    data["shown_articles"] = [*map(_article, details.articles())]
    data["findings"] = [*map(_finding, details.findings())]
    return data


def _article(article: ShownArticle) -> dict[str, object]:
    return {
        "path": _plain(article.path),
        "title": _plain(article.title),
        "host": _plain(article.host),
        "url": _plain(article.url),
        "month": article.month,
        "language": article.language,
        "words": article.words,
        "findings": article.findings,
    }


def _finding(finding: ShownFinding) -> dict[str, object]:
    return {
        "path": _plain(finding.path),
        "title": _plain(finding.title),
        "host": _plain(finding.host),
        "rule": finding.rule,
        "severity": finding.severity,
        "line": finding.line,
        "column": finding.column,
        "message": _plain(finding.message),
        "expected": _plain(finding.expected),
        "before": _plain(finding.excerpt.before),
        "marked": _plain(finding.excerpt.marked),
        "after": _plain(finding.excerpt.after),
    }


def _to_json(value: object) -> str:
    """Return JSON that may be in an element of HTML: nothing in it ends the element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")


def _digest(text: str) -> str:
    """Return the digest of a script or a style as a policy has it."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _read(name: str) -> str:
    place = files("corpusfmt.stats").joinpath("assets", *name.split("/"))
    return place.read_text(encoding="utf-8")


_plain = without_surrogates
