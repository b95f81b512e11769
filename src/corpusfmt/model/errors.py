"""The base of the exceptions of this package."""


class CorpusfmtError(Exception):
    """An operation of corpusfmt failed; the message says why."""
