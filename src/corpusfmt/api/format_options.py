"""The options of ``Article.to``, checked as those of ``corpusfmt convert`` are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from corpusfmt.convert.format import Format, Options
from corpusfmt.convert.formats.rows import FIELDS
from corpusfmt.convert.instants import complete_instant
from corpusfmt.convert.row_template import TemplateError, check_template
from corpusfmt.model.arguments import expect_known, expect_names, expect_string

_TO = "Article.to"


def checked_options(form: Format, given: Mapping[str, object]) -> Options:
    """Return the options of a format.

    Raise TypeError or ValueError for one that the format does not have, and for a wrong value.
    """
    if given and not form.options:
        raise ValueError(f"{_TO}() does not know {next(iter(given))!r} in options; there are none")
    expect_known(_TO, "options", list(given), form.options)
    checked: dict[str, Any] = {}
    for name, value in given.items():
        checked[name] = _checked(name, value)
    return Options(**checked)


def _checked(name: str, value: Any) -> object:
    if name == "fields":
        expect_names(_TO, name, value)
        expect_known(_TO, name, value, tuple(FIELDS))
        return tuple(value)
    expect_string(_TO, name, value)
    if name == "updated":
        instant = complete_instant(value)
        if instant is None:
            expected = "a time such as 2024-03-05T09:02:00+01:00"
            raise ValueError(f"{_TO}() takes {expected} as updated, not {value!r}")
        return instant
    if name == "template":
        try:
            check_template(value, tuple(FIELDS))
        except TemplateError as error:
            raise ValueError(f"{_TO}(): template: {error.message}") from error
    return value
