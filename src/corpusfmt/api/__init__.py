"""The public functions of the package: articles and texts, and the commands as functions."""
