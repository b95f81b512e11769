"""Write what a cleaning has made: the articles, what is set aside, the log, and the report.

A run that was killed writes them again: the names and the bytes are the same each time.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256

from corpusfmt.convert.formats import FORMATS
from corpusfmt.files.digest import digest_of_file
from corpusfmt.files.paths import relative_path_problem
from corpusfmt.files.project_folder import NAME as PROJECT_FOLDER
from corpusfmt.files.read import ReadError, WriteError, read_bytes
from corpusfmt.files.write import has_content, write_atomically
from corpusfmt.project.clean_store import CleanStore
from corpusfmt.project.cleaned_article import OUT, SET_ASIDE, CleanedArticle, Head, unpack
from corpusfmt.project.json_lines import format_line
from corpusfmt.project.output_log import OutputLog
from corpusfmt.run.clean_article import CleanPolicies
from corpusfmt.run.clean_report import CleanCounts
from corpusfmt.run.dataset_output import write_dataset
from corpusfmt.run.output import OutputFolder, make_folder_in

ARTICLES = "articles"
"""The folder of the articles, or the name of their file without its ending."""

ASIDE = "set-aside"
LOG = "log.jsonl"
REPORT = "report.json"


class CleanOutput:
    """The folder ``root`` of a cleaning.

    ``counts`` counts the articles that are written, or are not.
    """

    def __init__(self, root: str, policies: CleanPolicies, store: CleanStore) -> None:
        self.root = root
        self.format = FORMATS[policies.recipe.target]
        self.options = policies.options
        self.store = store
        self.counts = CleanCounts()
        self.digests: dict[str, str] = {}
        self._folder = ""

    @property
    def place(self) -> str:
        """Where the articles are, relative to the root."""
        if self.format.layout == "stream":
            return ARTICLES + self.format.suffix
        return ARTICLES

    def write(self) -> None:
        """Write everything but the report; raise WriteError if that fails."""
        self.store.begin_files()
        make_folder_in(self.root, self.root)
        if self.format.layout == "articles":
            self._write_pieces(LOG, self._lines(self._write_article))
        elif self.format.layout == "stream":
            self._write_pieces(self.place, self._joined())
            self._write_pieces(LOG, self._lines(self._name_of_all))
        else:
            self._write_dataset()
            self._write_pieces(LOG, self._lines(self._name_of_all))

    def write_report(self, report: bytes) -> None:
        """Write the report, which is the last file."""
        self.store.add_file(REPORT, sha256(report).hexdigest())
        self._write(REPORT, report)

    def _lines(self, write: Callable[[CleanedArticle], dict[str, object]]) -> Iterator[bytes]:
        """Yield the lines of the log; write each article, and what is set aside, before its line.

        ``write`` writes an article, and returns what the log has of its file.
        """
        for article in self.store.articles():
            self.counts.add(article)
            line = _line(article)
            if article.outcome == OUT:
                line |= write(article)
            elif article.outcome == SET_ASIDE:
                line |= self._set_aside(article)
            yield format_line(line)

    def _write_article(self, article: CleanedArticle) -> dict[str, object]:
        name = self._take(ARTICLES, article.head.stem, self.format.suffix)
        return self._write_new(name, _output_of(article))

    def _name_of_all(self, article: CleanedArticle) -> dict[str, object]:
        return {"output": self.place}

    def _set_aside(self, article: CleanedArticle) -> dict[str, object]:
        folder = f"{ASIDE}/{article.reason.replace(':', '/')}"
        stem, ending = os.path.splitext(article.head.own_name)
        name = self._take(folder, stem, ending)
        return self._write_new(name, self._original_of(article))

    def _write_new(self, name: str, data: bytes) -> dict[str, object]:
        digest = sha256(data).hexdigest()
        self.store.set_digest(name, digest)
        self._write(name, data)
        return {"output": name, "output_sha256": digest}

    def _take(self, folder: str, stem: str, ending: str) -> str:
        """Return a name in a folder that no other file has, with a number if it is taken.

        What would be below a file is beside it.
        """
        if self._has_file_above(f"{folder}/{stem}"):
            stem = stem.replace("/", "-")
        name, number = f"{folder}/{stem}{ending}", 1
        while os.path.isdir(self._path(name)) or not self.store.add_file(name):
            number += 1
            name = f"{folder}/{stem}-{number}{ending}"
        return name

    def _has_file_above(self, name: str) -> bool:
        folder = os.path.dirname(name)
        while folder and not os.path.isdir(self._path(folder)):
            if os.path.lexists(self._path(folder)):
                return True
            folder = os.path.dirname(folder)
        return False

    def _path(self, name: str) -> str:
        return os.path.join(self.root, *name.split("/"))

    def _original_of(self, article: CleanedArticle) -> bytes:
        """Return what was read of an article; raise WriteError if the file has changed since."""
        if article.original is not None:
            return unpack(article.original)
        path = article.head.path
        try:
            data = read_bytes(path)
        except ReadError as error:
            raise WriteError(path, error.reason) from error
        if sha256(data).hexdigest() != article.head.source.get("sha256"):
            raise WriteError(path, "was changed while it was cleaned; use another folder for OUT")
        return data

    def _joined(self) -> Iterator[bytes]:
        outputs = (_output_of(one) for one in self.store.articles() if one.outcome == OUT)
        return self.format.join(outputs, self.options)

    def _write_dataset(self) -> None:
        log = OutputLog(self.root)
        try:
            folder = OutputFolder(os.path.join(self.root, ARTICLES), {}, log, force=True)
            rows = 0

            def counted() -> Iterator[bytes]:
                nonlocal rows
                for piece in outputs:
                    rows += 1
                    yield piece

            outputs = (_output_of(one) for one in self.store.articles() if one.outcome == OUT)
            write_dataset(folder, self.format.join(counted(), self.options), lambda: rows)
        finally:
            log.close()
        for name in sorted(_names_below(folder.root)):
            self._record(f"{ARTICLES}/{name}")

    def _write_pieces(self, name: str, pieces: Iterable[bytes]) -> None:
        """Write a file that has a part about each article."""
        digest = sha256()

        def counted() -> Iterator[bytes]:
            for piece in pieces:
                digest.update(piece)
                yield piece

        write_atomically(os.path.join(self.root, name), counted())
        self.digests[name] = digest.hexdigest()
        self.store.add_file(name, self.digests[name])

    def _record(self, name: str) -> None:
        digest = digest_of_file(os.path.join(self.root, name)) or ""
        self.digests[name] = digest
        self.store.add_file(name, digest)

    def _write(self, name: str, data: bytes) -> None:
        """Write a file, unless it has these bytes already."""
        if relative_path_problem(name) is not None:
            raise WriteError(os.path.join(self.root, name), "is not a plain path")
        path = self._path(name)
        folder = os.path.dirname(path)
        if folder != self._folder:
            make_folder_in(folder, self.root)
            self._folder = folder
        if not has_content(path, data):
            write_atomically(path, data, durable=False)


def verify(root: str, store: CleanStore) -> None:
    """Raise WriteError for a file of a complete output that is missing, or was changed."""
    for name, digest in store.files():
        path = os.path.join(root, *name.split("/"))
        found = digest_of_file(path)
        if found is None:
            raise WriteError(path, "is missing; remove the folder to clean the articles again")
        if digest and found != digest:
            hint = "remove the folder to clean the articles again"
            raise WriteError(path, f"was changed after clean wrote it; {hint}")


def _names_below(folder: str) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != PROJECT_FOLDER]
        for name in names:
            yield os.path.relpath(os.path.join(place, name), folder).replace(os.sep, "/")


def _output_of(article: CleanedArticle) -> bytes:
    data = article.text if article.output is None else article.output
    assert data is not None
    return unpack(data)


def _line(article: CleanedArticle) -> dict[str, object]:
    """Return the line of the log about an article, without its file."""
    head: Head = article.head
    line: dict[str, object] = {"source": head.source, "outcome": article.outcome}
    if article.reason:
        line |= {"reason": article.reason, "message": article.message}
    if head.read_as:
        line["read_as"] = head.read_as
    if head.fixes:
        line["fixes"] = dict(head.fixes)
    if head.notes:
        line["notes"] = list(head.notes)
    return line
