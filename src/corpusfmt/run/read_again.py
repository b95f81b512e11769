"""Read an article again, which corpus rules have compared with others."""

from __future__ import annotations

from corpusfmt.files.inputs import Inputs
from corpusfmt.files.read import ReadError, read_bytes
from corpusfmt.lint.context import Context
from corpusfmt.run.article_bytes import InvalidRowError, article_bytes
from corpusfmt.syntax.date_order import DateOrders
from corpusfmt.syntax.reading import Reading


def read_again(path: str, inputs: Inputs, date_orders: DateOrders) -> Context | None:
    """Return the article at a path; None where it is the standard input, or gone.

    The members of archives are in the spool of the ``inputs``.
    """
    kept = None if inputs.spool is None else inputs.spool.get(path)
    try:
        data = read_bytes(path) if kept is None else article_bytes(kept)
    except (ReadError, InvalidRowError):
        return None
    return Context(Reading.from_bytes(data, date_orders), path)
