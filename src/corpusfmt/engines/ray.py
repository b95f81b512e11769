"""Functions for Ray Data: articles as rows, and what ``map_batches`` does with them.

A row has ``path``, which findings report; ``bytes``, the text as it is in the file; ``source``, as
documents have it; and ``unread``, why it could not be read, or null. CheckBatch adds ``findings``
and ``dropped``, FixBatch ``fixes``; ToTable returns the rows of ``convert --to parquet``, and
ToLines the lines of another format. The batches are Arrow tables. Rows of ``read_binary_files``
with ``include_paths=True`` can be checked and fixed, too.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from corpusfmt.config.settings import Settings
from corpusfmt.convert.format import ConversionError
from corpusfmt.convert.parquet_table import rows_to_table
from corpusfmt.engines.steps import TABLE, RuleChoice, TextChecker, TextConverter, TextFixer
from corpusfmt.engines.texts import EngineText, MissingEngineError, StrPath, TextSource
from corpusfmt.report.record import to_json
from corpusfmt.syntax.roundtrip import RoundTripError

if TYPE_CHECKING:
    import pyarrow as pa
    from ray.data import Dataset

_MOST_ROWS = 256
_MOST_BYTES = 4 << 20
"""From how many rows or bytes of texts on a batch is not filled further."""


def read_articles(
    paths: StrPath | Iterable[StrPath] | None = None,
    *,
    tasks: StrPath | None = None,
    settings: Settings | StrPath | None = None,
    parts: int | None = None,
) -> Dataset:
    """Return a ``ray.data.Dataset`` with a row for each article.

    ``paths`` and ``settings`` select the files as ``corpusfmt check`` does. ``tasks`` is a folder
    that ``corpusfmt plan`` has written, whose lists must be where the workers can read them.
    ``parts`` is into how many parts the files are cut, each of which a worker reads: by default the
    lists of the plan, or 200. Raise MissingEngineError without Ray.
    """
    try:
        from ray.data import from_items
    except ImportError as error:
        reason = f"Ray Data is needed: pip install 'corpusfmt[ray]' ({error})"
        raise MissingEngineError(reason) from error
    texts = TextSource("read_articles", paths, tasks, settings)
    if parts is None:
        parts = texts.number() if tasks is not None else min(200, texts.number())
    parts = max(1, parts)
    numbers = from_items([{"part": part} for part in range(parts)], override_num_blocks=parts)
    return numbers.map_batches(_ReadParts(texts, parts), batch_size=1, batch_format="pyarrow")


class _ReadParts:
    """Reads the articles of parts of the files."""

    def __init__(self, texts: TextSource, parts: int) -> None:
        self._texts = texts
        self._parts = parts

    def __call__(self, batch: pa.Table) -> Iterator[pa.Table]:
        """Yield the rows of some parts, in tables that are not large."""
        for row in batch.to_pylist():
            part = int(row["part"])
            rows: list[dict[str, object]] = []
            size = 0
            for text in self._texts.part(part, self._parts):
                rows.append(_to_row(text))
                size += len(text.data)
                if len(rows) >= _MOST_ROWS or size >= _MOST_BYTES:
                    yield rows_to_table(rows, "text")
                    rows, size = [], 0
            yield rows_to_table(rows, "text")


class CheckBatch:
    """Checks articles, for ``map_batches(CheckBatch(), batch_format="pyarrow")``.

    Adds ``findings``, a list of JSON objects as ``check --report jsonl`` writes them, and
    ``dropped``: the rule of the first finding that makes a run fail, "unread" or "unchecked", or
    null for an article to keep. The arguments are those of ``check_paths``.
    """

    def __init__(
        self,
        *,
        settings: Settings | StrPath | None = None,
        select: Collection[str] | None = None,
        extend_select: Collection[str] = (),
        ignore: Collection[str] = (),
    ) -> None:
        choice = RuleChoice(settings, select, extend_select, ignore)
        self._checker = TextChecker("CheckBatch", choice)

    def __call__(self, batch: pa.Table) -> pa.Table:
        """Return the rows with two more columns."""
        results = self._checker.check(_to_texts(batch))
        rows: list[dict[str, object]] = []
        for checked in results:
            findings = [*map(to_json, checked.findings)]
            rows.append({"findings": findings, "dropped": checked.reason})
        return _with_columns(batch, rows_to_table(rows, "checked"))


class FixBatch:
    """Applies the safe fixes of ``check --fix`` to articles, and with ``unsafe`` all fixes.

    Adds ``fixes``, a list of rules, each with the number of its fixes. The other arguments are
    those of ``fix_paths``.
    """

    def __init__(
        self,
        *,
        unsafe: bool = False,
        settings: Settings | StrPath | None = None,
        select: Collection[str] | None = None,
        extend_select: Collection[str] = (),
        ignore: Collection[str] = (),
    ) -> None:
        choice = RuleChoice(settings, select, extend_select, ignore)
        self._fixer = TextFixer("FixBatch", choice, unsafe=unsafe)

    def __call__(self, batch: pa.Table) -> pa.Table:
        """Return the rows with the texts after their fixes."""
        rows: list[dict[str, object]] = []
        for text in _to_texts(batch):
            fixed, made = self._fixer.fix(text)
            fixes = [{"rule": rule, "fixes": made[rule]} for rule in sorted(made)]
            rows.append({**_to_row(fixed), "fixes": fixes})
        return _with_columns(batch, rows_to_table(rows, "fixed"))


class ToTable:
    """Converts articles to the rows of ``convert --to parquet``, which ``write_parquet`` writes.

    An article that ``convert`` refuses has no row.
    """

    def __init__(self, *, settings: Settings | StrPath | None = None) -> None:
        self._converter = TextConverter("ToTable", TABLE, settings, targets=(TABLE,))

    def __call__(self, batch: pa.Table) -> pa.Table:
        """Return the rows of the documents."""
        lines = _convert(self._converter, batch)
        return rows_to_table(list(map(json.loads, lines)), "document")


class ToLines:
    """Converts articles to the lines of ``convert --to``: ``jsonl``, ``rows`` or ``dolma``.

    The one column, ``line``, has each with its line feed. An article that ``convert`` refuses has
    no row.
    """

    def __init__(
        self,
        to: str = "jsonl",
        *,
        fields: Collection[str] | None = None,
        strict: bool = False,
        settings: Settings | StrPath | None = None,
    ) -> None:
        self._converter = TextConverter("ToLines", to, settings, strict=strict, fields=fields)

    def __call__(self, batch: pa.Table) -> pa.Table:
        """Return the lines of the documents."""
        rows: list[dict[str, object]] = []
        for line in _convert(self._converter, batch):
            rows.append({"line": line.decode()})
        return rows_to_table(rows, "line")


def _convert(converter: TextConverter, batch: pa.Table) -> Iterator[bytes]:
    for text in _to_texts(batch):
        try:
            yield converter.convert(text)
        except (ConversionError, RoundTripError):
            continue


def _to_row(text: EngineText) -> dict[str, object]:
    path = text.path.encode("utf-8", "backslashreplace").decode()
    return {"path": path, "bytes": text.data, "source": text.source, "unread": text.error}


def _to_texts(batch: pa.Table) -> list[EngineText]:
    """Return the texts of rows, which may be those of ``read_binary_files``."""
    texts: list[EngineText] = []
    for row in batch.to_pylist():
        given = row.get("source") or {"path": row["path"]}
        source: Any = {key: value for key, value in given.items() if value is not None}
        text = EngineText(row["path"], row["bytes"], source, row.get("unread"))
        texts.append(text.with_digest())
    return texts


def _with_columns(batch: pa.Table, more: pa.Table) -> pa.Table:
    """Return a table with the columns of another one, in place of its own of these names."""
    for name in more.column_names:
        if name in batch.column_names:
            index = batch.column_names.index(name)
            batch = batch.set_column(index, name, more.column(name))
        else:
            batch = batch.append_column(name, more.column(name))
    return batch
