"""The base of the exceptions of this package."""


class CorpusfmtError(Exception):
    """An operation of corpusfmt failed; ``message`` is the reason."""

    @property
    def message(self) -> str:
        """The text of the exception."""
        return str(self)
