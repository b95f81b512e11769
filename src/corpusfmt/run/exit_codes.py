"""The exit codes of the commands."""

CLEAN, FINDINGS, COULD_NOT, INTERRUPTED = 0, 1, 2, 130
