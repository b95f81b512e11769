"""A file of another user is used only if it is named, or git trusts its folder."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.command_line import LOOSE, open_to_all, run, run_unprivileged, write
from tests.systems import needs_root

SETTINGS = "ignore = ['layout']\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that every user can read, which is the current one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    open_to_all(tmp_path)
    return tmp_path


@needs_root
@pytest.mark.parametrize("name", ["corpusfmt.toml", "pyproject.toml"])
def test_settings_of_another_user_are_used_if_named(name: str, folder: Path) -> None:
    text = SETTINGS if name == "corpusfmt.toml" else f"[tool.corpusfmt]\n{SETTINGS}"
    write(folder, {"a.txt": LOOSE, name: text})
    open_to_all(folder)
    assert run_unprivileged("check", "a.txt").code == 0  # those of root do
    os.chown(folder / name, 1234, 1234)
    ended = run_unprivileged("check", "a.txt")
    assert ended.code == 2
    hint = f"use --config {name} to use it anyway"
    assert f"{name}: belongs to another user (uid 1234); {hint}" in ended.err
    assert "[layout]" in ended.out
    assert run_unprivileged("check", "--config", name, "a.txt").code == 0
    assert run("check", "a.txt").code == 0  # root trusts every owner: a checkout in a container


@needs_root
def test_the_pyproject_of_another_project_is_ignored(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "pyproject.toml": "[tool.other]\n# corpusfmt\n"})
    os.chown(folder / "pyproject.toml", 1234, 1234)
    assert "pyproject.toml" not in run_unprivileged("check", "a.txt").err


@needs_root
def test_a_baseline_of_another_user_is_used_if_named(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "corpusfmt.toml": "baseline = 'known.jsonl'\n"})
    run("baseline", "a.txt")
    os.chown(folder / "known.jsonl", 1234, 1234)
    ended = run_unprivileged("check", "a.txt")
    assert ended.code == 2
    assert "known.jsonl: belongs to another user (uid 1234)" in ended.err
    assert run_unprivileged("check", "--baseline", "known.jsonl", "a.txt").code == 0
    assert run("check", "a.txt").code == 0


@needs_root
@pytest.mark.parametrize(
    ("values", "is_trusted"),
    [
        (["*"], True),
        (["FOLDER"], True),
        (["FOLDER/.."], True),
        (["FOLDER/*"], True),
        (["FOLDER/other"], False),
        (["FOLDER", ""], False),
        (["", "FOLDER"], True),
        ([], False),
    ],
)
def test_safe_directories_of_git_are_trusted(
    values: list[str], is_trusted: bool, folder: Path
) -> None:
    write(folder, {"a.txt": LOOSE, "corpusfmt.toml": SETTINGS, "home/x": ""})
    for value in values:
        add = ("git", "config", "--global", "--add", "safe.directory")
        subprocess.run((*add, value.replace("FOLDER", str(folder))), check=True)
    open_to_all(folder / "home")
    os.chown(folder / "corpusfmt.toml", 1234, 1234)
    assert run_unprivileged("check", "a.txt").code == (0 if is_trusted else 2)


@needs_root
def test_a_repository_cannot_declare_itself_safe(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE, "corpusfmt.toml": SETTINGS, "home/x": ""})
    subprocess.run(("git", "init", "--quiet", "."), check=True)
    subprocess.run(("git", "config", "safe.directory", "*"), check=True)
    os.chown(folder / "corpusfmt.toml", 1234, 1234)
    assert run_unprivileged("check", "a.txt").code == 2
