"""What `make` prints to those whose Python is too old."""

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.checkout import ROOT

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PROGRAMS: dict[str, str] = dict(re.findall(r"^(\w+) = (import .*)$", MAKEFILE, re.MULTILINE))
SENTENCE = r"is Python {}; expected 3\.11 or newer, as in: make PYTHON=python3\.12$"


def test_what_an_old_python_runs_is_old_python() -> None:
    assert set(PROGRAMS) == {"TOO_OLD", "WHICH"}
    for program in PROGRAMS.values():
        nodes = [*ast.walk(ast.parse(program))]
        assert not [node for node in nodes if isinstance(node, ast.JoinedStr | ast.NamedExpr)]
        assert "'" not in program  # it is quoted by these in the shell
        assert "$" not in program


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 8, 18), (3, 10, 13)])
def test_an_old_python_is_refused_with_a_sentence(
    version: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    number = rf"{version[0]}\.{version[1]}"
    with pytest.raises(SystemExit, match=SENTENCE.format(number)):
        exec(PROGRAMS["TOO_OLD"])


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 11, 2), (3, 20, 0), (4, 0, 0)])
def test_others_are_not(version: tuple[int, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    exec(PROGRAMS["TOO_OLD"])


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "#!/bin/sh\necho 'old is Python 2.7; expected 3.11' >&2\nexit 1\n",
            "old is Python 2.7; expected 3.11",
        ),
        (None, "{} is not installed; expected Python 3.11 or newer, as in: make PYTHON=python3.12"),
    ],
    ids=["too old", "absent"],
)
def test_nothing_is_made_without_a_python(text: str | None, message: str, tmp_path: Path) -> None:
    folder, python = tmp_path / "ein Ordner ü", tmp_path / "python"
    folder.mkdir()
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    if text is not None:
        python.write_text(text, "utf-8")
        python.chmod(0o755)
    done = subprocess.run(
        ("make", f"PYTHON={python}", "demo"),
        cwd=folder,
        env=os.environ | {"LC_ALL": "C"},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == message.format(python)
    assert "SyntaxError" not in done.stderr
    assert not (folder / ".venv").exists()
