"""`make test-pythons` finds the oldest and the newest other Python, and reports what it did not
use.
"""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests import pythons
from tests.checkout import PROJECT, ROOT
from tests.pythons import Python, candidates, chosen, find

OWN = (3, 11, 7)


def answer(*version: int, is_final: bool = True) -> str:
    said = {"version": version, "is_final": is_final, "name": "cpython", "home": "/"}
    return f"#!/bin/sh\necho '{json.dumps(said)}'\n"


def program(folder: Path, name: str, text: str) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, "utf-8")
    path.chmod(0o755)
    return str(path)


@pytest.fixture(autouse=True)
def _no_pyenv(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYENV_ROOT", raising=False)


def test_every_python_3_of_the_path_and_of_pyenv_is_a_candidate(tmp_path: Path) -> None:
    home = tmp_path / "home"
    expected = [
        program(tmp_path / "a", "python3", ""),
        program(tmp_path / "a", "python3.12", ""),
        program(tmp_path / "b", "python3", ""),
        program(home / ".pyenv/versions/3.13.0/bin", "python3.13", ""),
    ]
    for name in ("python2.7", "python3.10", "python3-config", "python3.12-config", "pythonw3.12"):
        program(tmp_path / "a", name, "")
    folders = [
        "",
        str(tmp_path / "absent"),
        str(tmp_path / "a"),
        str(tmp_path / "b"),
        str(tmp_path / "a"),
    ]
    assert candidates(os.pathsep.join(folders), home) == expected


def test_one_of_each_version_is_found_and_reasons_are_given(tmp_path: Path) -> None:
    paths = [
        program(
            tmp_path / "shims",
            "python3.12",
            "#!/bin/sh\necho 'pyenv: python3.12: command not found' >&2\nexit 127\n",
        ),
        program(
            tmp_path / "shims",
            "python3.14",
            "#!/bin/sh\necho 'pyenv: python3.14: command not found' >&2\nexit 127\n",
        ),
        program(tmp_path / "own", "python3", answer(*OWN)),
        program(tmp_path / "a", "python3", answer(3, 13, 0)),
        program(tmp_path / "a", "python3.12", answer(3, 12, 1)),
        program(tmp_path / "b", "python3", answer(3, 11, 2)),
        program(tmp_path / "c", "python3", answer(3, 11, 2)),
        program(tmp_path / "d", "python3", answer(3, 10, 13)),
        program(tmp_path / "e", "python3.15", answer(3, 15, 0, is_final=False)),
        program(tmp_path / "f", "python3.16", "#!/bin/sh\nexit 3\n"),
        program(tmp_path / "g", "python3.17", "#!/absent/interpreter\n"),
        program(
            tmp_path / "h",
            "python3.18",
            "#!/bin/sh\nprintf 'Traceback:\\n  x\\nImportError: no ensurepip\\n' >&2; exit 1\n",
        ),
    ]
    found, notes = find(paths, OWN)
    assert [python.number for python in found] == ["3.11.2", "3.12.1", "3.13.0"]
    assert found[0].path == paths[5]
    assert [note.removeprefix(f"{tmp_path}/") for note in notes[:3]] == [
        "shims/python3.14 does not run: pyenv: python3.14: command not found",
        "e/python3.15 is a preview of Python 3.15.0",
        "f/python3.16 does not run: exit code 3",
    ]
    assert notes[3].startswith(f"{tmp_path}/g/python3.17 does not run: ")
    assert notes[4].endswith("h/python3.18 does not run: ImportError: no ensurepip")


@pytest.mark.parametrize(("count", "expected"), [(0, []), (1, [0]), (2, [0, 1]), (4, [0, 3])])
def test_the_oldest_and_the_newest_are_chosen(count: int, expected: list[int]) -> None:
    all_of_them = [Python(f"/{minor}", (3, 11 + minor, 0), "cpython") for minor in range(count)]
    assert chosen(all_of_them) == [all_of_them[index] for index in expected]


def test_a_python_without_what_it_needs_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    has_no_venv = '[ "$2" = venv ] || exit 0\necho "ERROR: no venv" >&2\nexit 1\n'
    program(tmp_path, "python3.99", answer(3, 99, 0) + has_no_venv)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(pythons, "ROOT", tmp_path)
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert pythons.main() == 0
    printed = capsys.readouterr().out
    assert "  no other Python\n" in printed
    assert "not tested: " in printed
    assert "could not be set up: ERROR: no venv\n" in printed


def test_what_the_tests_need_is_what_the_project_names() -> None:
    assert set(pythons.needed(PROJECT)) < set(PROJECT["project"]["optional-dependencies"]["dev"])
    assert all((ROOT / name).exists() for name in pythons.TESTS)


def test_the_environments_are_ignored_and_removed() -> None:
    command = (
        "git",
        "check-ignore",
        "-q",
        Python("/", (3, 11, 2), "cpython").folder + "/installed",
    )
    if (ROOT / ".git").exists():
        assert subprocess.run(command, cwd=ROOT, check=False).returncode == 0
    assert " .venv-* " in (ROOT / "Makefile").read_text("utf-8").partition("\nclean:")[2]
