"""The patterns that select files of a folder."""

from __future__ import annotations

from corpusfmt.files.globs import Globs
from corpusfmt.files.project_folder import OWN_FILES
from corpusfmt.files.unused_patterns import PatternUse
from corpusfmt.text.values import dataclass


@dataclass(frozen=True, slots=True)
class Patterns:
    """Which files of a folder are selected; patterns are relative to the folder ``root``.

    ``not_included`` is the reason to skip a file that no pattern includes. ``use``, if it is not
    None, records which patterns match something. ``own`` has the paths of files of the project that
    are never selected, besides those with a name of ``OWN_FILES``.
    """

    root: str
    include: Globs
    exclude: Globs
    not_included: str
    use: PatternUse | None
    own: frozenset[str] = frozenset()

    def is_own(self, path: str) -> bool:
        """Return whether a path below the root is that of a file that corpusfmt itself reads."""
        return path in self.own or path.rpartition("/")[2] in OWN_FILES
