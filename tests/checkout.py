"""The checkout that the tests lie in, its settings, and copies of it without anything that git
ignores.
"""

import os
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

# What is left out where git cannot be asked, as in an unpacked source distribution.
_MADE = ("__pycache__", "*.egg-info", ".*", "build", "dist", "out")
_HIDDEN = (".pre-commit-hooks.yaml",)


def copy_checkout(target: Path, without: str = ".git") -> list[str]:
    """Copy the files of the working tree into a new folder, and return their paths below it,
    sorted.

    Nothing below the folder ``without`` is copied.
    """
    if (ROOT / ".git").exists():
        _copy_known_to_git(target, without)
    else:
        shutil.copytree(ROOT, target, ignore=shutil.ignore_patterns(*_MADE, without))
        for name in _HIDDEN:
            shutil.copy(ROOT / name, target)
    return sorted(
        path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file()
    )


def copy_package(target: Path) -> Path:
    """Copy the package into a new folder, laid out as a wheel installs it, and return the folder.

    What Python has compiled is copied, too: to compile all of it again would take seconds. An
    editable install names the checkout in a file that Python cannot use where the file system's
    encoding is ASCII and the path is not.
    """
    shutil.copytree(ROOT / "src" / "corpusfmt", target / "corpusfmt")
    for name in ("grammar", "schema"):
        shutil.copytree(ROOT / name, target / "corpusfmt" / name)
    return target


def _copy_known_to_git(target: Path, without: str) -> None:
    command = ("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z")
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    made: set[str] = set()
    for name in answer.stdout.decode().split("\0"):
        source = f"{ROOT}/{name}"
        if name.startswith(f"{without}/") or not os.path.isfile(source):
            continue  # a file may be deleted and still be known
        folder = os.path.dirname(f"{target}/{name}")
        if folder not in made:
            os.makedirs(folder, exist_ok=True)
            made.add(folder)
        shutil.copy(source, f"{target}/{name}")
