"""Run the tests of the format on other Pythons: ``make test-pythons``.

The oldest and the newest supported Python that are found, besides the one that runs this, get a
virtual environment each (``.venv-3.11.2``) with what the tests need, and run the examples of the
specification, the laws with few examples, the corpus and the conformance data. What ran, and what
could not and why, is printed at the end.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
OLDEST = (3, 11)
LAWS = (
    "1_total",
    "2_nothing_lost",
    "3_documents_come_back",
    "4_format_is_idempotent",
    "5_it_is_markdown",
    "6_fixes_are_safe",
    "7_same_answer",
)
TESTS = (
    "tests/docs/test_spec.py",
    "tests/syntax/test_conformance.py",
    "tests/docs/test_sample_corpus.py",
    "tests/syntax/test_interpreter.py",
    "tests/syntax/test_patterns.py",
    "tests/syntax/test_white_space.py",
    *(f"tests/property/test_law_{law}.py" for law in LAWS),
    "tests/property/test_counterexamples.py",
)
SKIPPED = ("tests/property/test_law_6_fixes_are_safe.py::test_every_rule_with_a_fix_is_met",)
"""What needs many examples to pass, and is about the examples rather than the Python."""

NEEDED = ("hypothesis", "markdown-it-py", "pytest", "pytest-xdist")
"""The development tools that these tests need; their versions are in pyproject.toml."""

_NAME = re.compile(r"python3(?:\.(?P<minor>[0-9]+))?(?:\.exe)?")
_PROBE = """
import ensurepip, json, sys, sysconfig, venv
print(json.dumps({
    "version": [*sys.version_info[:3]],
    "is_final": sys.version_info.releaselevel == "final",
    "name": sys.implementation.name,
    "home": sys.base_prefix,
}))
"""
_SLOWEST_ANSWER = 20  # seconds


@dataclass(frozen=True)
class Python:
    """A Python that runs: where it is, its version as three numbers, and how it names itself."""

    path: str
    version: tuple[int, ...]
    name: str

    @property
    def number(self) -> str:
        return ".".join(map(str, self.version))

    @property
    def folder(self) -> str:
        """The name of its virtual environment."""
        name = "" if self.name == "cpython" else f"{self.name}-"
        return f".venv-{name}{self.number}"


class NotUsableError(Exception):
    """A Python that cannot be used; the message is the reason."""


# ------------------------------------------------------------------------------------- finding them


def candidates(search_path: str, home: Path) -> list[str]:
    """Return the paths of all that is named as a Python 3: on the search path, and of pyenv."""
    found: list[Path] = []
    for folder in filter(None, search_path.split(os.pathsep)):
        found.extend(_named(Path(folder)))
    versions = Path(os.environ.get("PYENV_ROOT") or home / ".pyenv") / "versions"
    for version in _sorted_entries(versions):
        found.extend(_named(version / "bin"))
    return [*dict.fromkeys(map(str, found))]


def _named(folder: Path) -> Iterator[Path]:
    for path in _sorted_entries(folder):
        match = _NAME.fullmatch(path.name)
        if match and (match["minor"] is None or (3, int(match["minor"])) >= OLDEST):
            yield path


def _sorted_entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def probe(path: str) -> Python:
    """Ask a Python for its version; NotUsableError where it does not run, or is a preview."""
    answer = _ask(path)
    python = Python(path, tuple(answer["version"]), answer["name"])
    if not answer["is_final"]:
        raise NotUsableError(f"is a preview of Python {python.number}")
    return python


def _ask(path: str) -> dict[str, Any]:
    try:
        done = subprocess.run(
            (path, "-I", "-c", _PROBE),
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_SLOWEST_ANSWER,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotUsableError(f"does not run: {error}") from error
    try:
        answer: dict[str, Any] = json.loads(done.stdout)
    except ValueError as error:
        lines = (done.stderr or done.stdout).strip().splitlines() or [
            f"exit code {done.returncode}"
        ]
        said = lines[-1] if lines[0].startswith("Traceback") else lines[0]
        raise NotUsableError(f"does not run: {said}") from error
    return answer


def find(paths: Sequence[str], own: tuple[int, ...]) -> tuple[list[Python], list[str]]:
    """Return the Pythons other than the own, from the oldest, one of each version, and why others
    do not run.

    What is too old is not listed, nor what does not run where another of its name does.
    """
    pythons: dict[tuple[int, ...], Python] = {}
    reasons: dict[str, str] = {}
    names: set[str] = set()
    for path in paths:
        try:
            python = probe(path)
        except NotUsableError as error:
            reasons[path] = str(error)
            continue
        names.add(Path(path).name)
        if OLDEST <= python.version != own:
            pythons.setdefault(python.version, python)
    notes = [f"{path} {reason}" for path, reason in reasons.items() if Path(path).name not in names]
    return sorted(pythons.values(), key=lambda python: python.version), notes


def chosen(pythons: Sequence[Python]) -> list[Python]:
    """Return the oldest and the newest."""
    return [*dict.fromkeys((*pythons[:1], *pythons[-1:]))]


# ------------------------------------------------------------------------------------- running them


def needed(project: dict[str, Any]) -> list[str]:
    """Return the requirements of the tests, as pyproject.toml has them."""
    by_name = {
        re.split(r"[^A-Za-z0-9-]", each)[0]: each
        for each in project["project"]["optional-dependencies"]["dev"]
    }
    return [by_name[name] for name in NEEDED]


def install(python: Python) -> Path:
    """Make the virtual environment of a Python, unless it is up to date, and return its
    interpreter.
    """
    folder = ROOT / python.folder
    inside = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    settings = (ROOT / "pyproject.toml").read_text("utf-8")
    wanted, mark = f"{ROOT}\n{python.path}\n{settings}", folder / "installed"
    if mark.is_file() and mark.read_text("utf-8") == wanted:
        return inside
    print(f"== Installing corpusfmt and the tests' tools into {python.folder}", flush=True)
    pip = (str(inside), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    _do((python.path, "-m", "venv", "--clear", str(folder)))
    _do((*pip, "--editable", ".", *needed(tomllib.loads(settings))))
    mark.write_text(wanted, "utf-8")
    return inside


def _do(command: Sequence[str]) -> None:
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    if done.returncode:
        lines = (done.stderr or done.stdout).strip().splitlines() or [
            f"exit code {done.returncode}"
        ]
        errors = [line for line in lines if line.startswith("ERROR")] or lines
        raise NotUsableError(f"could not be set up: {errors[-1]}")


def test(python: Python, inside: Path) -> tuple[bool, str]:
    """Run the tests; return whether they passed, and the last line that pytest has printed."""
    print(f"== Testing on Python {python.number} ({python.path})", flush=True)
    options = ("-n", "auto", "--dist", "worksteal", "-p", "no:cacheprovider")
    command = (
        str(inside),
        "-m",
        "pytest",
        *options,
        *(f"--deselect={name}" for name in SKIPPED),
        *TESTS,
    )
    variables = os.environ | {"CORPUSFMT_HYPOTHESIS_PROFILE": "quick"}
    last = ""
    with subprocess.Popen(
        command, cwd=ROOT, env=variables, stdout=subprocess.PIPE, encoding="utf-8"
    ) as running:
        for line in running.stdout or ():
            print(line, end="", flush=True)
            last = line.strip() or last
    return running.returncode == 0, last


def main() -> int:
    """Test on the other Pythons; 1 where a test fails, 0 where no other is found: not every machine
    has several.
    """
    pythons, notes = find(
        candidates(os.environ.get("PATH", ""), Path.home()), tuple(sys.version_info[:3])
    )
    tested: list[str] = []
    is_failed = False
    for python in chosen(pythons):
        try:
            inside = install(python)
        except NotUsableError as error:
            notes.append(f"{python.path} {error}")
            continue
        passed, summary = test(python, inside)
        is_failed = is_failed or not passed
        tested.append(f"Python {python.number} ({python.path}): {summary}")
    between = [python for python in pythons if python not in chosen(pythons)]
    notes += [
        f"{python.path} is Python {python.number}, between the oldest and the newest"
        for python in between
    ]
    print(f"== Tested besides Python {sys.version.split(' ', 1)[0]}")
    for line in tested or ["no other Python"]:
        print(f"  {line}")
    for note in notes:
        print(f"  not tested: {note}")
    return 1 if is_failed else 0


if __name__ == "__main__":
    sys.exit(main())
