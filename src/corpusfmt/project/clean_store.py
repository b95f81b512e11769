"""What a run that cleans articles has done so far, in a database from which it goes on.

``.corpusfmt/clean.sqlite`` in the folder of the output has a row for each article that was read,
and how many texts these are from. A run that was killed goes on after the last text of a
transaction. When all files are written, only what they are called and their digests are kept.
"""

from __future__ import annotations

import json
import os
import sqlite3
import unicodedata
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from time import monotonic

from corpusfmt.files.ownership import foreign_owner
from corpusfmt.files.project_folder import LinkedFolderError, folder_of, make_folder
from corpusfmt.files.read import WriteError, reason_of
from corpusfmt.files.temporary_database import open_temporary
from corpusfmt.lint.fact_values import from_fact, to_fact
from corpusfmt.project.cleaned_article import OUT, CleanedArticle, Facts, Head, unpack
from corpusfmt.project.shard_record import RunIdentity
from corpusfmt.text.digests import blake2b

NAME = "clean.sqlite"

_APPLICATION = 0x636C656E
"""What marks a SQLite file as that of a cleaning: "clen" in ASCII."""

_VERSION = 1
_MARKS = ("application_id", "user_version")
_ARTICLES = (
    "CREATE TABLE articles (id INTEGER PRIMARY KEY, outcome TEXT NOT NULL, reason TEXT NOT NULL, "
    "message TEXT NOT NULL, head TEXT NOT NULL, host TEXT NOT NULL, facts TEXT, text BLOB, "
    "output BLOB, original BLOB)"
)
_TABLES = (
    "CREATE TABLE run (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    _ARTICLES,
    "CREATE TABLE files (key BLOB PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL)",
)
_INSERT = (
    "INSERT INTO articles (outcome, reason, message, head, host, facts, text, output, original) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


class CleanStore:
    """The articles of a run.

    ``root`` is the folder of the output; None keeps them in a temporary file. A transaction ends
    every so many ``seconds``: what was read since is read again after a kill. ``texts`` is how many
    texts have been read, and ``identity`` which run it is, None before it has begun.
    """

    def __init__(self, root: str | None, seconds: float = 2.0) -> None:
        self._seconds = seconds
        self._path = "" if root is None else os.path.join(folder_of(root), NAME)
        with self._errors():
            self._database = open_temporary() if root is None else self._open(root)
        self._last = monotonic()
        self.identity = self._load_identity()
        self.texts = int(self._get("texts") or 0)

    def begin(self, identity: RunIdentity) -> None:
        """Begin a run."""
        with self._errors():
            self._set("identity", json.dumps(asdict(identity)))
            self.commit()
        self.identity = identity

    def add(self, articles: Iterable[CleanedArticle]) -> None:
        """Add the articles of the next text."""
        self.texts += 1
        with self._errors():
            self._database.executemany(_INSERT, map(_row, articles))
            if monotonic() - self._last > self._seconds:
                self.commit()

    def commit(self) -> None:
        """Let what was added be there after a kill."""
        with self._errors():
            self._set("texts", str(self.texts))
            if self._path:
                self._database.execute("COMMIT")
                self._database.execute("BEGIN")
        self._last = monotonic()

    @property
    def stage(self) -> str:
        """What is done: "" while texts are read, then "read", "compared" or "complete"."""
        return self._get("stage") or ""

    def enter(self, stage: str) -> None:
        """Record that a stage is done."""
        with self._errors():
            self._set("stage", stage)
            self.commit()

    def facts(self) -> Iterator[Facts]:
        """Yield what corpus rules have collected from each article that is written, in order."""
        query = f"SELECT id, host, facts FROM articles WHERE outcome = '{OUT}' ORDER BY id"
        with self._errors():
            for number, host, facts in self._database.execute(query):
                values = json.loads(facts)
                yield Facts(key_of(number), host, {name: to_fact(values[name]) for name in values})

    def text(self, key: str) -> bytes | None:
        """Return the canonical text of an article."""
        with self._errors():
            query = "SELECT text FROM articles WHERE id = ?"
            row = self._database.execute(query, (int(key),)).fetchone()
        return None if row is None or row[0] is None else unpack(row[0])

    def head(self, key: str) -> Head:
        """Return what the log has of an article."""
        with self._errors():
            query = "SELECT head FROM articles WHERE id = ?"
            [row] = self._database.execute(query, (int(key),))
        return _head(row[0])

    def judge(self, key: str, outcome: str, reason: str, message: str) -> None:
        """Set what comes of an article."""
        with self._errors():
            self._database.execute(
                "UPDATE articles SET outcome = ?, reason = ?, message = ? WHERE id = ?",
                (outcome, reason, json.dumps(message), int(key)),
            )

    def articles(self) -> Iterator[CleanedArticle]:
        """Yield the articles in order, without their facts."""
        query = (
            "SELECT head, outcome, reason, message, text, output, original FROM articles "
            "ORDER BY id"
        )
        with self._errors():
            for head, outcome, reason, message, text, output, original in self._database.execute(
                query
            ):
                yield CleanedArticle(
                    _head(head),
                    outcome,
                    reason,
                    json.loads(message),
                    text=text,
                    output=output,
                    original=original,
                )

    def begin_files(self) -> None:
        """Forget the files that were written, to write them again."""
        with self._errors():
            self._database.execute("DELETE FROM files")

    def add_file(self, name: str, sha256: str = "") -> bool:
        """Add a file of the output; return whether no other has its name.

        Names that differ only in case or in their Unicode form are one.
        """
        with self._errors():
            found = self._database.execute(
                "INSERT OR IGNORE INTO files VALUES (?, ?, ?)",
                (_file_key(name), json.dumps(name), sha256),
            )
        return found.rowcount > 0

    def set_digest(self, name: str, sha256: str) -> None:
        """Set the digest of a file that was added."""
        with self._errors():
            update = "UPDATE files SET sha256 = ? WHERE key = ?"
            self._database.execute(update, (sha256, _file_key(name)))

    def files(self) -> Iterator[tuple[str, str]]:
        """Yield the names of the files that are written, each with its digest."""
        with self._errors():
            for name, sha256 in self._database.execute("SELECT name, sha256 FROM files"):
                yield json.loads(name), sha256

    def complete(self) -> None:
        """Record that all files are written, and remove the articles."""
        with self._errors():
            self._database.execute("DELETE FROM articles")
            self.enter("complete")
            if self._path:
                self._database.execute("COMMIT")
                self._database.execute("VACUUM")
                self._database.execute("BEGIN")

    def close(self) -> None:
        """Close the database; what was added since the last transaction is lost."""
        with suppress(sqlite3.Error):
            self._database.close()

    def _open(self, root: str) -> sqlite3.Connection:
        path = self._path
        try:
            make_folder(root)
        except LinkedFolderError as error:
            raise WriteError(error.path, "is a symbolic link; expected a folder") from error
        if os.path.islink(path):
            raise WriteError(path, "is a symbolic link; expected a file")
        owner = foreign_owner(path)
        if owner is not None:
            raise WriteError(path, owner)
        connection = sqlite3.connect(path, isolation_level=None)
        for pragma in ("trusted_schema = OFF", "cache_size = -8000", "synchronous = NORMAL"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN IMMEDIATE")
        return connection

    def _load_identity(self) -> RunIdentity | None:
        with self._errors():
            own = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
            tables = {row[0] for row in self._database.execute(own)}
            if not tables:
                for table in _TABLES:
                    self._database.execute(table)
                self._database.execute(f"PRAGMA application_id = {_APPLICATION}")
                self._database.execute(f"PRAGMA user_version = {_VERSION}")
                return None
            marks = [self._database.execute(f"PRAGMA {name}").fetchone()[0] for name in _MARKS]
            if tables != set(_TABLES) or marks != [_APPLICATION, _VERSION]:
                raise WriteError(self._path, "is not a file of this version of “corpusfmt clean”")
        try:
            return RunIdentity(**json.loads(self._get("identity") or "null"))
        except (TypeError, ValueError):
            return None

    def _get(self, name: str) -> str | None:
        with self._errors():
            query = "SELECT value FROM run WHERE name = ?"
            row = self._database.execute(query, (name,)).fetchone()
        return None if row is None else str(row[0])

    def _set(self, name: str, value: str) -> None:
        self._database.execute("INSERT OR REPLACE INTO run VALUES (?, ?)", (name, value))

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """Raise WriteError for what the database raises."""
        try:
            yield
        except (sqlite3.Error, zlib.error) as error:
            raise WriteError(self._path or "the temporary file", str(error)) from error
        except OSError as error:
            raise WriteError(self._path or "the temporary file", reason_of(error)) from error


def key_of(number: int) -> str:
    """Return the number of an article as a path, which sorts like it."""
    return f"{number:012}"


def _file_key(name: str) -> bytes:
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
    return blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _row(article: CleanedArticle) -> tuple[object, ...]:
    facts = {name: from_fact(value) for name, value in article.facts.items()}
    return (
        article.outcome,
        article.reason,
        json.dumps(article.message),
        json.dumps(asdict(article.head)),
        article.host,
        json.dumps(facts),
        article.text,
        article.output,
        article.original,
    )


def _head(text: str) -> Head:
    values = json.loads(text)
    return Head(**values | {"notes": tuple(values["notes"])})
