"""Profiles of hypothesis, and the markers by which `make test-fast` chooses its tests."""

import gc
import os
import signal
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Generator, Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest

# The plugins of other packages, such as trio, which no test uses, take long to import.
os.environ.setdefault("HYPOTHESIS_NO_PLUGINS", "1")

from hypothesis import HealthCheck, settings

from tests.budget import IS_FULL, PROFILE

_HERE = Path(__file__).parent


def _temporary_root() -> str:
    """Return where pytest makes its folder, which it closes to other users when a run starts.

    Some tests run commands as another user: the runs of other checkouts must not close theirs.
    """
    user = os.getuid() if hasattr(os, "getuid") else ""
    number = zlib.crc32(f"{user} {_HERE}".encode())
    root = Path(tempfile.gettempdir(), f"corpusfmt-tests-{number:08x}")
    root.mkdir(mode=0o755, exist_ok=True)
    return str(root)


os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", _temporary_root())

_CACHES = tempfile.TemporaryDirectory(prefix="corpusfmt-caches-")
"""Where the commands under test keep their caches: never in the folder of the user."""

_MARKERS = {
    "law": ("property",),
    "packaging": ("docs/test_hooks.py", "docs/test_packaging.py", "docs/test_pythons.py"),
    "field": (
        "property/test_law_8_on_real_articles.py",
        "property/test_real_articles.py",
        "rules/test_on_real_articles.py",
    ),
}
"""Folders and files of tests, by the marker that all of their tests get."""

_OF_A_TERMINAL = (
    "CI",
    "GITHUB_ACTIONS",
    "GITHUB_STEP_SUMMARY",
    "TF_BUILD",
    "TEAMCITY_VERSION",
    "NO_COLOR",
    "FORCE_COLOR",
    "TERM",
    "COLUMNS",
)
"""Variables that change what the commands print: the tests run as if none of them was set."""

_STARTING = {"run_program", "subprocess", "Popen"}
"""Names in the code of a test that starts programs."""

_CASES = 2
"""The most cases of one test, evenly spread, that the quick profile runs."""

_THRESHOLDS = (10_000, 10, 10)
"""When the garbage collector runs: it takes a tenth of the time of the laws by default."""

_EXAMPLES = {"ci": 100, "quick": 10, "long": 20_000}
"""The examples of a test with generated values, by the profile."""

settings.register_profile(
    PROFILE,
    max_examples=_EXAMPLES[PROFILE],
    derandomize=PROFILE != "long",  # only ``long`` has other examples in each run
    database=None,
    deadline=None,
    print_blob=True,
    suppress_health_check=(
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.filter_too_much,
    ),
)
settings.load_profile(PROFILE)


@pytest.hookimpl(optionalhook=True)  # the tests of the engines run without pytest-xdist
def pytest_xdist_auto_num_workers() -> int:
    """Return the number of processors, and one more for all tests: some wait for programs."""
    has_affinity = hasattr(os, "sched_getaffinity")
    processors = len(os.sched_getaffinity(0)) if has_affinity else os.cpu_count() or 1
    return processors + IS_FULL


@cache
def _places(path: Path) -> set[str]:
    """Return a file and the folders around it, as they are written above."""
    relative = path.relative_to(_HERE)
    return {relative.as_posix(), *(folder.as_posix() for folder in relative.parents)}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark each test by its folder, file and code, and select cases where time is short."""
    for item in items:
        places = _places(item.path)
        for marker, marked in _MARKERS.items():
            if places.intersection(marked):
                item.add_marker(marker)
        if _starts_programs(item):
            item.add_marker("program")
    if not IS_FULL:
        _select_cases(config, items)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Collect no garbage while the tests are collected: nearly all that is made is kept."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


def pytest_collection_finish() -> None:
    """Spare the garbage collector, and each forked process, what collecting the tests has made.

    What the tests make is looked through less often than by default: hypothesis makes much of it.
    A forked process looks through what it makes itself.
    """
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=gc.freeze)


def _starts_programs(item: pytest.Item) -> bool:
    """Return whether the code of a test names something that starts programs."""
    code = getattr(getattr(item, "function", None), "__code__", None)
    return code is not None and not _STARTING.isdisjoint(code.co_names)


def _select_cases(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the first test of each file that starts programs, and some cases of each other test."""
    groups: dict[str, list[pytest.Item]] = {}
    for item in items:
        if item.get_closest_marker("program"):
            groups.setdefault(item.nodeid.partition("::")[0], []).append(item)
        else:
            groups.setdefault(item.nodeid.partition("[")[0], []).append(item)
    kept: set[pytest.Item] = set()
    for name, of_one_group in groups.items():
        number = _CASES if "::" in name else 1
        step = -(-len(of_one_group) // number)
        kept.update(of_one_group[::step])
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = [item for item in items if item in kept]


def pytest_sessionstart() -> None:
    """Start to remove the folders of all runs but the last two; those that are in use stay.

    A run leaves 60,000 files, which pytest itself would remove one by one at its end.
    """
    if os.name != "posix" or "PYTEST_XDIST_WORKER" in os.environ:
        return
    ended: list[tuple[int, str]] = []
    for path in Path(os.environ["PYTEST_DEBUG_TEMPROOT"]).glob("pytest-of-*/pytest-*"):
        number = path.name.removeprefix("pytest-")
        if number.isdecimal() and not (path / ".lock").exists():
            ended.append((int(number), str(path)))
    old = [path for _, path in sorted(ended)[:-2]]
    if old:
        subprocess.run(("sh", "-c", 'rm -rf -- "$@" &', "sh", *old), check=False)


def pytest_configure() -> None:
    """Check what is marked, and let programs under test be interrupted.

    A program inherits which signals are ignored: a shell starts what runs in the background with
    SIGINT ignored, and nohup ignores SIGHUP. So would every program that the tests start.
    """
    for variable in _OF_A_TERMINAL:
        os.environ.pop(variable, None)
    for variable in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        os.environ[variable] = _CACHES.name
    if sys.platform == "darwin":  # the folder of caches is below that of the user
        os.environ["HOME"] = _CACHES.name
    for marked in _MARKERS.values():
        for place in marked:
            if not (_HERE / place).exists():
                raise pytest.UsageError(f"tests/conftest.py marks {place}, which does not exist")
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    for name in ("SIGHUP", "SIGTERM"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)


@pytest.fixture(autouse=True, scope="session")
def _no_waiting_for_the_disk() -> Iterator[None]:
    """Let no test wait for the disk: what is lost when the system crashes cannot be tested here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield


@pytest.fixture(autouse=True, scope="session")
def _one_look_at_the_release() -> Iterator[None]:
    """Let the runs in this process look once at the files of corpusfmt, which stay the same.

    Each run looks at the size and time of every file of a checkout: the results in its cache depend
    on them.
    """
    from corpusfmt.project.cache import release

    look, own = release._files, release.package_folders()

    @cache
    def looked() -> tuple[str, ...]:
        return ("".join(look(own)),)

    def lines(folders: Sequence[str]) -> Iterator[str]:
        return iter(looked()) if folders == own else look(folders)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(release, "_files", lines)
        yield
