"""The template of a line, such as ``{title} {text:line}``."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from string import Formatter

from corpusfmt.model.errors import CorpusfmtError
from corpusfmt.text.patterns import regex
from corpusfmt.text.suggestion import describe_unknown, quoted

_ESCAPES = {r"\t": "\t", r"\n": "\n", "\\\\": "\\"}
_ESCAPE = regex(r"\\[tn\\]")

FORMS = ("", "line", "json")
"""How a value is written: as it is, on one line, or as JSON."""


class TemplateError(CorpusfmtError):
    """A template that is invalid; the message says where and why."""


def check_template(template: str, names: Sequence[str]) -> None:
    """Raise TemplateError unless a template has only these names, in known forms."""
    try:
        pieces = list(Formatter().parse(template))
    except ValueError as error:
        raise TemplateError(f"{error}; write {{{{ and }}}} for braces") from error
    if not any(name is not None for _, name, _, _ in pieces):
        raise TemplateError("contains no field; expected one such as {title}")
    for _, name, form, conversion in pieces:
        if name is None:
            continue
        if name not in names:
            raise TemplateError(describe_unknown(f"unknown field {quoted(name)}", name, names))
        if conversion or form not in FORMS:
            written = f"!{conversion}" if conversion else f":{form}"
            raise TemplateError(f"unknown form {quoted(written)}; expected :line or :json")


def template_fields(template: str) -> list[tuple[str, str]]:
    """Return the fields of a template in their order, each with its form."""
    pieces = Formatter().parse(template)
    return [(name, form or "") for _, name, form, _ in pieces if name is not None]


def fill_template(template: str, row: Mapping[str, object]) -> str:
    """Return the line of a row by a template that has been checked, with a line feed at its end."""
    pieces: list[str] = []
    for literal, name, form, _ in Formatter().parse(template):
        pieces.append(_ESCAPE.sub(lambda match: _ESCAPES[match[0]], literal))
        if name is not None:
            pieces.append(_write(row[name], form))
    return "".join(pieces) + "\n"


def _write(value: object, form: str | None) -> str:
    if form == "json":
        return json.dumps(value, ensure_ascii=False)
    text = ", ".join(value) if isinstance(value, list) else str("" if value is None else value)
    return " ".join(text.split()) if form == "line" else text
