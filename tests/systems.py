"""Marks of tests that need what not every system has."""

import os

import pytest

needs_posix = pytest.mark.skipif(
    os.name != "posix",
    reason="needs forks, named pipes, signals or owners, which only POSIX systems have",
)

needs_root = pytest.mark.skipif(
    os.name != "posix" or os.geteuid() != 0, reason="only the superuser can give files away"
)
