"""A check with a cache: its files, and what the corpus rules find among them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence

from corpusfmt.files.input import Input
from corpusfmt.files.path_table import PathTable
from corpusfmt.lint.facts import FactStore
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.model.file_result import FileResult
from corpusfmt.project.cache.encoding import (
    DamagedEntryError,
    from_diagnostics,
    seal,
    to_diagnostics,
    to_list,
    to_texts,
    unseal,
)
from corpusfmt.run.cached_results import content_digest, decode_result
from corpusfmt.run.caching import CachedFiles
from corpusfmt.run.result_store import ResultStore
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.digests import blake2b

if TYPE_CHECKING:
    from corpusfmt.lint.compare import FindNew, Read
    from corpusfmt.lint.context import Context
    from corpusfmt.lint.policy import Policy
    from corpusfmt.project.cache.cache import Cache
    from corpusfmt.run.check_task import CheckTask

_Answer = tuple[list[str], list[str]]
"""The paths of a question to git, and those of them that are new."""


_FEWEST_KEPT = 256
"""From how many files on what was compared is kept; fewer are soon compared again."""

_MOST_KEPT = 5_000
"""How many findings of corpus rules, and answers of git, are kept for the same files.

More are read group by group (`corpusfmt.run.kept_comparison`), which needs less memory.
"""


class CachedCheck:
    """The files of a check with a cache; comparisons of ``fewest_kept`` files are kept."""

    def __init__(
        self,
        cache: Cache,
        files: Sequence[str],
        task: CheckTask,
        processes: int = 1,
        fewest_kept: int = _FEWEST_KEPT,
    ) -> None:
        self.cache = cache
        self.task = task
        self.fewest_kept = fewest_kept
        self.files = CachedFiles(
            cache,
            files,
            decode=decode_result,
            again=self._check,
            record_of=lambda result: result.record,
            processes=processes,
        )

    def compare(
        self,
        facts: FactStore,
        results: ResultStore,
        read: Read,
        find_new: FindNew | None,
    ) -> Iterable[Diagnostic]:
        """Return what the corpus rules find among the files, as the function of this name does.

        ``facts`` are those of the files that were checked in this run, ``results`` has the errors.
        """
        if not self.task.policy.levels()[1]:
            return ()
        fingerprint = self._fingerprint(results, find_new)
        reader = _Reader(read, self.files, self.task.policy)
        if fingerprint is not None:
            known = self._known(fingerprint, find_new)
            if known is not None:
                return known
        asked = _Recorder(find_new)
        recorded = None if find_new is None else asked
        found: Iterable[Diagnostic] | None = None
        if fingerprint is not None and len(self.files.files) >= self.fewest_kept:
            found = self._compare_kept(reader, recorded)
        if found is None:
            from corpusfmt.lint.compare import compare

            self._add_facts(facts)
            found = compare(facts, self.task.policy, reader, recorded)
        return found if fingerprint is None else self._keep(found, fingerprint, reader, asked)

    def _keep(
        self, found: Iterable[Diagnostic], fingerprint: bytes, reader: _Reader, asked: _Recorder
    ) -> Iterator[Diagnostic]:
        """Yield what is found, and add it to the cache if it is not too much."""
        kept: list[Diagnostic] = []
        for diagnostic in found:
            if len(kept) <= _MOST_KEPT:
                kept.append(diagnostic)
            yield diagnostic
        if len(kept) <= _MOST_KEPT and asked.is_complete and not reader.has_changed:
            self.cache.put_corpus(fingerprint, _encode(kept, asked.answers))

    def _compare_kept(
        self, reader: _Reader, find_new: FindNew | None
    ) -> Iterable[Diagnostic] | None:
        """Return what is found, by comparing only what has changed since the last run."""
        from corpusfmt.run.kept_comparison import KeptComparison

        kept = KeptComparison(
            self.cache,
            self.task.policy,
            self.files.files,
            self.files.contents,
            lambda: reader.has_changed,
        )
        return kept.compare(reader, find_new)

    def _add_facts(self, facts: FactStore) -> None:
        """Add the facts of the files that were not checked in this run."""
        for number in self.files.unchanged():
            facts.add(self._load_facts(self.files.files[number], self.files.contents[number]))
        self.cache.flush()

    def _load_facts(self, path: str, content: int) -> FileResult:
        facts = self.cache.facts(content)
        try:
            if facts is not None:  # all have been collected
                return decode_result(path, b"", facts)
        except DamagedEntryError:
            pass
        result = self._check(path)
        if result.record is not None:
            self.cache.put(path, result.record)
        return result

    def _check(self, path: str) -> FileResult:
        from corpusfmt.run.check_file import check_one

        return check_one(Input(path), self.task)

    def _fingerprint(self, results: ResultStore, find_new: FindNew | None) -> bytes | None:
        """Return what identifies the files and their contents; None if the cache lacks one."""
        files, contents = self.files.files, self.files.contents
        for number, content in enumerate(contents):
            if not content:
                result = results.get(files[number])
                if result is None or result.report.error is None:
                    return None
        digest = blake2b(str(find_new is None).encode(), digest_size=20)
        table = files if isinstance(files, PathTable) else PathTable(files)
        for part in table.parts():
            digest.update(part)
        digest.update(contents.tobytes())
        return digest.digest()

    def _known(self, fingerprint: bytes, find_new: FindNew | None) -> list[Diagnostic] | None:
        """Return what was found among the same files, if git still gives the same answers."""
        sealed = self.cache.corpus(fingerprint)
        if sealed is None:
            return None
        try:
            found, answers = _decode(unseal(sealed))
        except DamagedEntryError:
            return None
        for paths, new in answers:
            if find_new is None or sorted(find_new(paths)) != new:
                return None
        return found


class _Recorder:
    """Asks which paths are new, and records the answers."""

    def __init__(self, find_new: FindNew | None) -> None:
        self.find_new = find_new
        self.answers: list[_Answer] = []
        self._count = 0

    @property
    def is_complete(self) -> bool:
        """Whether all answers are recorded."""
        return self._count <= _MOST_KEPT

    def __call__(self, paths: Collection[str]) -> Collection[str]:
        new = self.find_new(paths) if self.find_new is not None else ()
        self._count += len(paths)
        if self.is_complete:
            self.answers.append((sorted(paths), sorted(new)))
        return new


class _Reader:
    """Reads articles again, and notices if one has changed since it was checked."""

    def __init__(self, read: Read, files: CachedFiles[FileResult], policy: Policy) -> None:
        self.read = read
        self.files = files
        self.policy = policy
        self.has_changed = False

    def __call__(self, path: str) -> Context | None:
        context = self.read(path)
        if context is None or not self._is_known(path, context.data):
            self.has_changed = True
        return context

    def _is_known(self, path: str, data: bytes) -> bool:
        number = bisect_left(self.files.files, path)
        stored = self.files.cache.reader.find(content_digest(data, path, self.policy))
        return stored is not None and stored.content == self.files.contents[number]


def _encode(found: Iterable[Diagnostic], answers: Iterable[_Answer]) -> bytes:
    rows = [[diagnostic.path, *from_diagnostics([diagnostic])] for diagnostic in found]
    return seal([rows, [[paths, new] for paths, new in answers]])


def _decode(value: object) -> tuple[list[Diagnostic], list[_Answer]]:
    """Return the findings and answers in a value of JSON; raise DamagedEntryError for any other."""
    rows, answers = _pair(value)
    found: list[Diagnostic] = []
    for row in to_list(rows):
        path, diagnostic = _pair(row)
        if not isinstance(path, str):
            raise DamagedEntryError("not a path")
        found += to_diagnostics([diagnostic], path)
    pairs = list(map(_pair, to_list(answers)))
    return found, [([*to_texts(paths)], [*to_texts(new)]) for paths, new in pairs]


def _pair(value: object) -> tuple[object, object]:
    fields = to_list(value)
    if len(fields) != 2:
        raise DamagedEntryError("not a pair")
    return fields[0], fields[1]
