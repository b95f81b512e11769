"""Steps of datatrove pipelines: a reader, a filter, a fixing step, and a writer.

They are used with each of its executors, and with its other steps. An article is a ``Document``
whose ``text`` is the text of the file and whose ``id`` names the file, the member and the line.
Its ``metadata`` has ``path``, which findings report; ``source``, as documents have it; ``unread``,
why it could not be read, if so; and, after the steps, ``findings`` and ``fixes``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, NoReturn, cast

from corpusfmt.config.settings import Settings
from corpusfmt.convert.format import ConversionError
from corpusfmt.engines.steps import UNREAD, RuleChoice, TextChecker, TextConverter, TextFixer
from corpusfmt.engines.texts import EngineText, MissingEngineError, StrPath, TextSource
from corpusfmt.syntax.roundtrip import RoundTripError

if TYPE_CHECKING:
    from datatrove.data import Document
    from datatrove.io import DataFolderLike

    from corpusfmt.model.document import SourceEntry

try:
    from datatrove.pipeline.base import PipelineStep
    from datatrove.pipeline.filters.base_filter import BaseFilter
    from datatrove.pipeline.readers.base import BaseReader
    from datatrove.pipeline.writers.disk_base import DiskWriter
except ImportError as missing:
    _REASON = f"datatrove is needed: pip install 'corpusfmt[datatrove]' ({missing})"

    class _Missing:
        """The base of the steps where datatrove is not installed."""

        def __new__(cls, *arguments: object, **named: object) -> NoReturn:
            """Raise MissingEngineError."""
            raise MissingEngineError(_REASON)

    PipelineStep = BaseFilter = BaseReader = DiskWriter = _Missing

_BATCH = 32


class ArticleReader(BaseReader):  # type: ignore[misc]
    """Reads articles from files, folders, patterns, archives and URLs.

    ``paths`` and ``settings`` select the files as ``corpusfmt check`` does. With ``tasks``, a
    folder that ``corpusfmt plan`` has written, a task reads one or more of its lists instead. The
    parts of the tasks are in order, one after the other. A file that is not UTF-8 has surrogate
    escapes; CheckFilter replaces these. ``limit`` and ``skip`` are those of every reader.
    """

    name = "corpusfmt: articles"

    def __init__(
        self,
        paths: StrPath | Iterable[StrPath] | None = None,
        *,
        tasks: StrPath | None = None,
        settings: Settings | StrPath | None = None,
        limit: int = -1,
        skip: int = 0,
        default_metadata: dict[str, object] | None = None,
    ) -> None:
        super().__init__(limit=limit, skip=skip, default_metadata=default_metadata)
        self.texts = TextSource("ArticleReader", paths, tasks, settings)

    def run(
        self, data: Iterable[Document] | None = None, rank: int = 0, world_size: int = 1
    ) -> Iterator[Document]:
        """Yield the articles of a task, after those of the steps before."""
        if data:
            yield from data
        end = None if self.limit < 0 else self.skip + self.limit
        for index, text in enumerate(self.texts.part(rank, world_size)):
            if end is not None and index >= end:
                return
            if index < self.skip:
                continue
            document = _to_document(text, self.default_metadata or {})
            if text.error is not None:
                self.stat_update(UNREAD)
            self.update_doc_stats(document)
            yield document


class CheckFilter(BaseFilter):  # type: ignore[misc]
    """Checks each article, and drops those with findings that make a run fail.

    The reason is the rule of the first such finding; an ``exclusion_writer`` gets the article. With
    ``annotate`` every article is kept. ``metadata["findings"]`` has the findings, as
    ``check --report jsonl`` writes them. If bytes are not UTF-8, the text has U+FFFD in their place
    afterwards, and ``unread`` is set. The other arguments are those of ``check_paths``.
    """

    name = "corpusfmt: check"

    def __init__(
        self,
        *,
        annotate: bool = False,
        settings: Settings | StrPath | None = None,
        select: Collection[str] | None = None,
        extend_select: Collection[str] = (),
        ignore: Collection[str] = (),
        exclusion_writer: DiskWriter = None,
        batch_size: int = _BATCH,
    ) -> None:
        super().__init__(exclusion_writer, batch_size)
        self.annotate = annotate
        choice = RuleChoice(settings, select, extend_select, ignore)
        self._checker = TextChecker("CheckFilter", choice)

    def filter(self, doc: Document) -> bool | tuple[bool, str]:
        """Return whether an article is kept, or False and the reason."""
        [result] = self.filter_batch([doc])
        return result

    def filter_batch(self, batch: list[Document]) -> list[bool | tuple[bool, str]]:
        """Return for each article whether it is kept."""
        results: list[bool | tuple[bool, str]] = []
        for doc, checked in zip(batch, self._checker.check([*map(_to_text, batch)]), strict=True):
            doc.metadata["findings"] = checked.findings
            _replace_escapes(doc)
            if checked.reason is None or self.annotate:
                results.append(True)
            else:
                results.append((False, checked.reason))
        return results


class FixStep(PipelineStep):  # type: ignore[misc]
    """Applies the safe fixes of ``check --fix`` to each article, and with ``unsafe`` all fixes.

    ``metadata["fixes"]`` has the rules, each with the number of its fixes.
    """

    type = "✂️ - FORMAT"
    name = "corpusfmt: fix"

    def __init__(
        self,
        *,
        unsafe: bool = False,
        settings: Settings | StrPath | None = None,
        select: Collection[str] | None = None,
        extend_select: Collection[str] = (),
        ignore: Collection[str] = (),
    ) -> None:
        super().__init__()
        choice = RuleChoice(settings, select, extend_select, ignore)
        self._fixer = TextFixer("FixStep", choice, unsafe=unsafe)

    def run(
        self, data: Iterable[Document], rank: int = 0, world_size: int = 1
    ) -> Iterator[Document]:
        """Yield each article after its fixes."""
        for doc in data:
            self.stat_update("total")
            with self.track_time():
                self._fix(doc)
            yield doc

    def _fix(self, doc: Document) -> None:
        fixed, made = self._fixer.fix(_to_text(doc))
        if made:
            self.stat_update("fixed")
        if fixed.error is not None:
            doc.metadata[UNREAD] = fixed.error
        doc.text = _decode(fixed.data)
        doc.metadata["source"] = fixed.source
        doc.metadata["fixes"] = [{"rule": rule, "fixes": made[rule]} for rule in sorted(made)]


class ArticleWriter(DiskWriter):  # type: ignore[misc]
    """Writes each article as a line of a format of ``corpusfmt convert``, such as ``jsonl``.

    The files of all tasks, one after the other, are what ``convert`` writes to one file. An article
    that ``convert`` refuses is counted and not written. A task that was killed writes its file from
    the start when it is repeated. ``compression`` is ``"gzip"``, ``"zstd"`` or None.
    """

    name = "corpusfmt: convert"
    default_output_filename = "${rank}.jsonl"

    def __init__(
        self,
        output_folder: DataFolderLike,
        *,
        to: str = "jsonl",
        fields: Collection[str] | None = None,
        strict: bool = False,
        settings: Settings | StrPath | None = None,
        output_filename: str | None = None,
        compression: str | None = None,
    ) -> None:
        super().__init__(
            output_folder, output_filename=output_filename, compression=compression, mode="wb"
        )
        self._converter = TextConverter("ArticleWriter", to, settings, strict=strict, fields=fields)

    def write(self, document: Document, rank: int = 0, **named: object) -> None:
        """Write an article; count it as refused if it has no document."""
        try:
            line = self._converter.convert(_to_text(document))
        except (ConversionError, RoundTripError):
            self.stat_update("refused")
            return
        name = self._get_output_filename(document, rank, **named)
        self._get_output_file_with_retry(name).write(line)
        self.stat_update("total")
        self.update_doc_stats(document)

    def _write(self, document: dict[str, object], file_handler: object, _filename: str) -> None:
        """Do nothing: `write` does it all."""


class FieldsStep(PipelineStep):  # type: ignore[misc]
    """Replaces the text of each article by its words, for steps that count or compare words.

    These are the words of the intro and the body, without markup, as in ``convert --to dolma``. The
    ``metadata`` gets the fields of the article. An article without a document is dropped.
    """

    type = "✂️ - FORMAT"
    name = "corpusfmt: fields"

    def __init__(self, *, settings: Settings | StrPath | None = None) -> None:
        super().__init__()
        self._converter = TextConverter("FieldsStep", "dolma", settings)

    def run(
        self, data: Iterable[Document], rank: int = 0, world_size: int = 1
    ) -> Iterator[Document]:
        """Yield each article as its words and fields."""
        import json

        for doc in data:
            self.stat_update("total")
            try:
                with self.track_time():
                    line = json.loads(self._converter.convert(_to_text(doc)))
            except (ConversionError, RoundTripError):
                self.stat_update("refused")
                continue
            doc.text = line["text"]
            doc.metadata |= line["metadata"]
            yield doc


def _to_document(text: EngineText, more: dict[str, object]) -> Document:
    from datatrove.data import Document

    path = text.path.encode("utf-8", "backslashreplace").decode()
    metadata: dict[str, object] = {**more, "path": path, "source": text.source}
    if text.error is not None:
        metadata[UNREAD] = text.error
    return Document(text=_decode(text.data), id=text.id, metadata=metadata)


def _to_text(document: Document) -> EngineText:
    """Return the text of a document, which may be that of another reader."""
    metadata = document.metadata
    source = metadata.get("source")
    if not isinstance(source, dict):
        source = {"path": document.id}
    path = str(metadata.get("path", document.id))
    error = cast("str | None", metadata.get(UNREAD))
    text = EngineText(path, _encode(document.text), cast("SourceEntry", source), error)
    return text.with_digest()


def _encode(text: str) -> bytes:
    """Return the bytes of a text as `_decode` has read them."""
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # of another reader
        return text.encode("utf-8", "surrogatepass")


def _decode(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _replace_escapes(doc: Document) -> None:
    """Make a text one that writers accept; one that loses bytes by this is not converted."""
    try:
        doc.text.encode()
    except UnicodeEncodeError:
        doc.text = _encode(doc.text).decode("utf-8", "replace")
        doc.metadata.setdefault(UNREAD, "is not UTF-8")
