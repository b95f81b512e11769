"""The articles of a run as an engine reads them: a part of the files, or lists of files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from corpusfmt.config.load import load
from corpusfmt.config.settings import Settings
from corpusfmt.convert.reading import read_documents
from corpusfmt.convert.source_entry import make_source
from corpusfmt.convert.writing import render
from corpusfmt.files.discovery import Selection, select, texts_of
from corpusfmt.files.input import Input
from corpusfmt.files.path_list import read_path_list
from corpusfmt.files.read import ReadError, sha256
from corpusfmt.model.arguments import path_text, path_texts
from corpusfmt.model.document import SourceEntry
from corpusfmt.model.errors import CorpusfmtError
from corpusfmt.run.article_bytes import row_text
from corpusfmt.run.naming import Naming
from corpusfmt.run.task_lists import read_plan

StrPath = str | os.PathLike[str]


class MissingEngineError(CorpusfmtError, ImportError):
    """The engine of a step is not installed; the message names the extra that installs it."""


@dataclass(frozen=True, slots=True)
class EngineText:
    """The text of an article on its way through an engine.

    ``path`` is the path of its file, virtual in an archive, which findings report. ``source`` is
    that of its document, and ``error`` why it cannot be read, or None.
    """

    path: str
    data: bytes = b""
    source: SourceEntry = field(default_factory=SourceEntry)
    error: str | None = None

    @property
    def id(self) -> str:
        """The path of the file, the member of an archive, the line and the part, joined by "#"."""
        places = map(self.source.get, ("path", "member", "line", "part"))
        return "#".join(str(place) for place in places if place is not None) or self.path

    def with_digest(self) -> EngineText:
        """Return the text with the digest of its bytes in its source, which may have one."""
        if "sha256" in self.source:
            return self
        return replace(self, source={**self.source, "sha256": sha256(self.data)})

    def with_data(self, data: bytes) -> EngineText:
        """Return the text with other bytes, as if these had been in its file."""
        if data == self.data:
            return self
        return replace(self, data=data, source={**self.source, "sha256": sha256(data)})


class TextSource:
    """The files of a run, from which each task of an engine reads its part.

    ``paths`` are files, folders, patterns, archives and URLs, as for ``corpusfmt check``; or
    ``tasks`` is a folder that ``corpusfmt plan`` has written. The parts are in the order of the
    files, so that the results of all tasks, one after the other, are those of one run. Raise
    TypeError for both or neither, and SettingsError for invalid settings.
    """

    def __init__(
        self,
        function: str,
        paths: StrPath | Iterable[StrPath] | None,
        tasks: StrPath | None,
        settings: Settings | StrPath | None,
    ) -> None:
        if (paths is None) == (tasks is None):
            raise TypeError(f"{function}() takes either paths or tasks, a folder of “plan”")
        self.settings = settings_of(function, settings)
        self.tasks = None if tasks is None else path_text(function, "tasks", tasks)
        self.paths = [] if paths is None else path_texts(function, "paths", paths)

    def part(self, number: int, parts: int) -> Iterator[EngineText]:
        """Yield the texts of one of so many parts, counted from 0.

        Of task lists it is one or more of these, or none if there are fewer lists than parts.
        Raise ReadError if a path does not exist, or the plan cannot be read.
        """
        if self.tasks is None:
            chosen = self._select(self.paths)
            files = chosen.files[slice_of(len(chosen.files), number, parts)]
            naming = Naming.of(self.paths, self.settings.root, "-")
            yield from self.read(files, naming)
            return
        plan = read_plan(self.tasks)
        naming = Naming(plan.folder, self.settings.root, "-")
        for name in plan.names[slice_of(len(plan.names), number, parts)]:
            listed = read_path_list(os.path.join(self.tasks, name))
            yield from self.read(self._select(listed).files, naming)

    def number(self) -> int:
        """Return how many files there are, or how many lists of files."""
        if self.tasks is None:
            return len(self._select(self.paths).files)
        return len(read_plan(self.tasks).names)

    def read(self, files: Sequence[str], naming: Naming) -> Iterator[EngineText]:
        """Yield the texts of files, in order."""
        for item in texts_of(Selection(files), self.settings):
            yield _read(item, naming)

    def _select(self, paths: Iterable[str]) -> Selection:
        chosen = select(paths, self.settings)
        for path, reason in chosen.missing:
            raise ReadError(path, reason)
        return chosen


def slice_of(length: int, number: int, parts: int) -> slice:
    """Return the indices of one of so many parts of a sequence, whose lengths differ by one."""
    return slice(number * length // parts, (number + 1) * length // parts)


def settings_of(function: str, settings: Settings | StrPath | None) -> Settings:
    """Return settings, those of a file, or of the nearest one without a name."""
    if isinstance(settings, Settings):
        return settings
    return load(None if settings is None else path_text(function, "settings", settings))


def _read(item: Input, naming: Naming) -> EngineText:
    name, place = naming.source(item), naming.place(item)
    try:
        data = item.read()
        text = data if item.field is None else row_text(data, item)
    except ReadError as error:
        source = make_source(b"", name, place)
        return EngineText(item.path, b"", source, error.reason)
    if text is None:
        return _read_document(data, item.path, make_source(data, name, place))
    return EngineText(item.path, text, make_source(text, name, place))


def _read_document(data: bytes, path: str, source: SourceEntry) -> EngineText:
    """Return the canonical text of a row that is a document, with its own source if it has one."""
    [result] = read_documents(data, path, "json", source_path=source["path"], place=source)
    if result.document is None:
        first = result.diagnostics[0]
        return EngineText(path, b"", source, f"{first.line}:{first.column}: {first.message}")
    return EngineText(path, render(result.document, "text"), result.document["source"])
