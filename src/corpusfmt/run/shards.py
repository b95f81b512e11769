"""Write documents to shards, which are files of about equal size, and a manifest of them.

A run that was killed goes on after its last shard: see `ShardRecord`. The manifest is written last,
so that a folder with a manifest is complete.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import sha256

from corpusfmt import __version__
from corpusfmt.files.archives.encoders import new_encoder
from corpusfmt.files.digest import digest_of_file
from corpusfmt.files.project_folder import NAME as PROJECT_FOLDER
from corpusfmt.files.read import ReadError, WriteError, read_bytes, reason_of
from corpusfmt.files.write import write_atomically
from corpusfmt.project.shard_record import (
    SHARD_NAME,
    RunIdentity,
    Shard,
    ShardCounts,
    ShardRecord,
)
from corpusfmt.run.output import make_folder_in

MANIFEST = "manifest.json"

_DIFFERENCES = {
    "release": "of another release of corpusfmt",
    "settings": "with other settings",
    "input": "of another input, or of one that has changed since",
}
_OR_FORCE = "expected an empty folder, or --force"


@dataclass(frozen=True, slots=True)
class ShardPlan:
    """The shards to write.

    ``root`` is their folder, ``suffix`` the end of their names, ``compression`` the part of it that
    says how they are compressed, or "". ``size`` is how many bytes of lines a shard has at most,
    unless it has one line only. ``join`` makes the content of a file of its lines: of the articles
    as the format renders them. ``settings`` are for the manifest.
    """

    root: str
    suffix: str
    compression: str
    size: int
    join: Callable[[Iterable[bytes]], Iterator[bytes]]
    identity: RunIdentity
    settings: Mapping[str, object]
    force: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the input: a text, and how many of its documents are before it.

    ``counts`` are those of the texts before.
    """

    text: int
    documents: int
    counts: ShardCounts


@dataclass(frozen=True, slots=True)
class Line:
    """The line of a document, and its place."""

    data: bytes
    place: Place


class ShardOutput:
    """The folder of the shards, which are written in order."""

    def __init__(self, plan: ShardPlan) -> None:
        self.plan = plan
        make_folder_in(plan.root, plan.root)  # the lock is in it
        self.record = ShardRecord(plan.root)

    @property
    def documents(self) -> int:
        """The number of documents in the shards."""
        return sum(shard.documents for shard in self.record.shards)

    def count_written(self) -> int:
        """Return the number of shards that are complete: the last is recorded before it is."""
        return sum(os.path.lexists(self._path(shard.name)) for shard in self.record.shards)

    @property
    def start(self) -> Place:
        """Where the next shard begins."""
        if not self.record.shards:
            return Place(0, 0, ShardCounts())
        last = self.record.shards[-1]
        return Place(last.text, last.documents_before, last.counts)

    def open(self) -> bool:
        """Make the folder ready for the next shard; return whether there is nothing left to do.

        Call it while the folder is locked.
        Raise WriteError if there is something in it that would be lost or mixed with the shards.
        """
        record, identity = self.record, self.plan.identity
        record.load()
        names = self._names()
        if record.identity is not None:
            self._refuse_unrecorded(names)
        if record.identity == identity:
            self._verify()
        else:
            self._refuse_others(names)
            self._refuse_unrecorded(names)
            self._remove_from(0)
            record.begin(identity)
        if record.ended is None:
            return False
        self._write_manifest()
        return True

    def write(self, lines: Iterator[Line], end: Callable[[], Place]) -> None:
        """Write the lines to shards, and then the manifest.

        ``end`` returns the place after the last line. Raise WriteError on failure.
        """
        line = next(lines, None)
        while line is not None:
            line = self._write_shard(line, lines, end)
        self.record.end(end().counts)
        self._write_manifest()

    def _write_shard(
        self, first: Line, lines: Iterator[Line], end: Callable[[], Place]
    ) -> Line | None:
        """Write a shard, and return the first line of the next one."""
        plan = self.plan
        name = f"part-{len(self.record.shards) + 1:05}{plan.suffix}"
        following: Line | None = first
        documents = 0

        def taken() -> Iterator[bytes]:
            nonlocal following, documents
            length = 0
            while following is not None:
                length += len(following.data)
                if documents and length > plan.size:
                    return
                documents += 1
                yield following.data
                following = next(lines, None)

        def blocks() -> Iterator[bytes]:
            encoder, digest = new_encoder(plan.compression), sha256()
            content = size = 0
            for piece in plan.join(taken()):
                block = encoder.compress(piece)
                content, size = content + len(piece), size + len(block)
                digest.update(block)
                yield block
            block = encoder.flush()
            digest.update(block)
            yield block
            place = end() if following is None else following.place
            self.record.add(
                Shard(
                    name,
                    documents,
                    content,
                    size + len(block),
                    digest.hexdigest(),
                    place.text,
                    place.documents,
                    place.counts,
                )
            )

        write_atomically(os.path.join(plan.root, name), blocks())
        return following

    def _write_manifest(self) -> None:
        path, data = self._path(MANIFEST), self._manifest()
        if self._read_manifest() != data:
            write_atomically(path, data)

    def _manifest(self) -> bytes:
        """Return the manifest of the shards, which does not depend on how often the run ended."""
        shards: list[dict[str, object]] = []
        for shard in self.record.shards:
            shards.append(
                {
                    "name": shard.name,
                    "documents": shard.documents,
                    "bytes": shard.size,
                    "uncompressed_bytes": shard.content,
                    "sha256": shard.sha256,
                }
            )
        counts = asdict(self.record.ended or ShardCounts())
        manifest = {
            "corpusfmt": __version__,
            "settings": dict(self.plan.settings),
            "files": counts,
            "documents": self.documents,
            "shards": shards,
        }
        return (json.dumps(manifest, indent=2) + "\n").encode("ascii")

    def _verify(self) -> None:
        """Compare the shards with the record, and keep those before the first that is missing.

        Raise WriteError if something was changed, unless it may be replaced.
        """
        shards, force = self.record.shards, self.plan.force
        number = len(shards)
        for index in reversed(range(len(shards))):
            digest = digest_of_file(self._path(shards[index].name))
            if digest == shards[index].sha256:
                continue
            if digest is not None and not force:
                problem = "was changed after it was written; use --force to write it again"
                raise WriteError(self._path(shards[index].name), problem)
            number = index
        expected = self._manifest() if self.record.ended is not None else None
        if self._read_manifest() not in (None, expected) and not force:
            problem = "was not written with these shards; use --force to replace it"
            raise WriteError(self._path(MANIFEST), problem)
        if number < len(shards):
            self._remove_from(number)
        self.record.keep(number)

    def _refuse_others(self, names: Sequence[str]) -> None:
        """Raise WriteError for a folder with other things, unless they may be replaced."""
        if self.plan.force:
            return
        known = self.record.identity
        if known is not None:
            difference = _DIFFERENCES[known.difference(self.plan.identity)]
            problem = f"has shards {difference}; {_OR_FORCE} to replace them"
            raise WriteError(self.plan.root, problem)
        if names:
            raise WriteError(self.plan.root, f"is not empty; {_OR_FORCE} to write into it")

    def _refuse_unrecorded(self, names: Sequence[str]) -> None:
        """Raise WriteError for a shard that the record does not have: it is never replaced."""
        recorded = {shard.name for shard in self.record.shards}
        for name in names:
            if SHARD_NAME.fullmatch(name) and name not in recorded:
                problem = "is a shard of another run, and is not replaced; remove it"
                raise WriteError(self._path(name), problem)

    def _remove_from(self, number: int) -> None:
        """Remove the manifest, and the shards from this one on, the last first."""
        self._remove(MANIFEST)
        for shard in reversed(self.record.shards[number:]):
            self._remove(shard.name)

    def _remove(self, name: str) -> None:
        path = self._path(name)
        try:
            with suppress(FileNotFoundError):
                os.unlink(path)
        except OSError as error:
            raise WriteError(path, reason_of(error)) from error

    def _names(self) -> list[str]:
        try:
            return sorted(set(os.listdir(self.plan.root)) - {PROJECT_FOLDER})
        except OSError as error:
            raise WriteError(self.plan.root, reason_of(error)) from error

    def _read_manifest(self) -> bytes | None:
        path = self._path(MANIFEST)
        try:
            return read_bytes(path) if os.path.lexists(path) else None
        except ReadError as error:
            raise WriteError(path, error.reason) from error

    def _path(self, name: str) -> str:
        return os.path.join(self.plan.root, name)
