"""The result of one file, from the process that checks it to the reports."""

from __future__ import annotations

from collections.abc import Mapping

from corpusfmt.model.diagnostic import Report
from corpusfmt.text.display import count
from corpusfmt.text.values import dataclass, field


@dataclass(frozen=True, slots=True)
class CacheRecord:
    """What the cache keeps of a file.

    ``stamp`` shows whether the file has changed, ``digest`` is that of its content. ``found`` is
    the encoded result: empty where nothing was found, None where it cannot be used again.
    ``facts`` is what corpus rules have collected, encoded; None if they have not run.
    """

    stamp: bytes
    digest: bytes
    found: bytes | None
    facts: bytes | None


@dataclass(frozen=True, slots=True)
class FileResult:
    """The report of a file, and what else the run needs of it.

    ``facts`` holds what the corpus rules have collected, by their names, and ``host`` the host of
    the article where there are facts. ``fixes`` has the number of fixes applied by each rule,
    ``patch`` the change they make, if it is requested. ``text`` is the text as it was checked, for
    report formats that need it. ``output`` is what a fixed standard input is replaced by.
    ``record`` is what the cache keeps, if there is a cache.
    """

    report: Report
    host: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    fixes: Mapping[str, int] = field(default_factory=dict)
    patch: bytes = b""
    text: str | None = None
    output: bytes | None = None
    record: CacheRecord | None = None

    @property
    def path(self) -> str:
        """The path as it is reported."""
        return self.report.path

    @property
    def outcome(self) -> str:
        """What came of it, in a few words; empty if that is reported anyway."""
        report = self.report
        if report.error is not None:
            return ""
        found = f"checked, {count(len(report.diagnostics), 'finding')}"
        fixes = sum(self.fixes.values())
        return f"{found}, {count(fixes, 'fix', 'fixes')}" if fixes else found
