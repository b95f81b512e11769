"""Profiles of hypothesis, and the markers by which `make test-fast` chooses its tests.

CORPUSFMT_HYPOTHESIS_PROFILE is ``ci``, always the same examples, ``long``, to hunt, or ``quick``:
a few of the same examples, for another Python.
"""

import os
import signal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

_SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)

settings.register_profile(
    "ci",
    max_examples=400,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=_SLOW,
)
settings.register_profile(
    "quick",
    max_examples=30,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=_SLOW,
)
settings.register_profile(
    "long", max_examples=20_000, deadline=None, print_blob=True, suppress_health_check=_SLOW
)
settings.load_profile(os.environ.get("CORPUSFMT_HYPOTHESIS_PROFILE", "ci"))


_HERE = Path(__file__).parent

_MARKERS = {
    "law": {"property"},
    "packaging": {"docs/test_hooks.py", "docs/test_packaging.py", "docs/test_pythons.py"},
    "field": {"property/test_real_articles.py", "rules/test_on_real_articles.py"},
    "slow": {
        "cli/test_jobs.py",
        "cli/test_kill_runs.py",
        "syntax/test_patterns.py",
    },
}
"""Folders and files of tests, by the marker that all of their tests get."""

_SLOW_TESTS = {
    "api/test_api.py::test_files_are_fixed_as_by_the_command",
    "api/test_api.py::test_threads_and_pools_may_check",
    "docs/test_ci.py::test_an_old_corpus_is_kept_as_the_page_says",
    "docs/test_ci.py::test_only_what_a_branch_has_changed_is_checked",
    "lint/test_checker.py::test_a_safe_fix_leaves_the_document_as_it_is_and_is_idempotent",
    "lint/test_checker.py::test_anything_is_checked_and_every_place_is_in_it",
    "lint/test_checker.py::test_the_canonical_text_of_a_document_has_no_finding_but_on_what_it_says",
    "lint/test_checker.py::test_what_is_clean_is_canonical",
    "validation/test_validator.py::test_problems_are_there_exactly_where_a_document_is_not_valid",
    "validation/test_validator.py::test_the_two_validators_agree_on_mutations",
}
"""Single tests that take longer than about 1.5 s, as ``file::function``."""

_SLOW_NAME = "test_it_ends"
"""What the names of the tests contain that read long texts."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test by its folder, file and name."""
    for item in items:
        path = item.path.relative_to(_HERE)
        places = {path.as_posix(), *(folder.as_posix() for folder in path.parents)}
        for marker, marked in _MARKERS.items():
            if places & marked:
                item.add_marker(marker)
        name = item.name.partition("[")[0]
        if _SLOW_NAME in name or f"{path.as_posix()}::{name}" in _SLOW_TESTS:
            item.add_marker("slow")


def pytest_configure() -> None:
    """Let programs under test be interrupted.

    A program inherits which signals are ignored: a shell starts what runs in the background with
    SIGINT ignored, and nohup ignores SIGHUP. So would every program that the tests start.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    for name in ("SIGHUP", "SIGTERM"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)
