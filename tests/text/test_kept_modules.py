"""Modules that are kept are those that Python would import, and are never needed."""

import importlib
import importlib.machinery
import importlib.util
import marshal
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from corpusfmt.text.kept_file import VERSION
from corpusfmt.text.kept_modules import KeptModules
from tests.command_line import ENVIRONMENT

FILES = {"__init__": "", "first": "VALUE = 1\n", "inner/__init__": "NAME = __name__\n"}
NAMES = ["kept_demo.first", "kept_demo.inner"]
LOADERS = """
import sys
from corpusfmt.__main__ import run
run()
for name, module in sys.modules.items():
    if name.startswith("corpusfmt.cli"):
        print(type(module.__loader__).__name__)
"""

pytestmark = pytest.mark.skipif(not hasattr(os, "pread"), reason="nothing is kept of modules here")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Make a package, and return its folder."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path])
    for name, text in FILES.items():
        path = tmp_path / "kept_demo" / f"{name}.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    yield tmp_path / "kept_demo"
    forget()


def forget() -> None:
    for name in [name for name in sys.modules if name.startswith("kept_demo")]:
        del sys.modules[name]


def start(folder: Path, version: str = "1") -> KeptModules:
    """Return what is kept, as at the start of a run."""
    forget()
    importlib.import_module("kept_demo")
    return KeptModules(str(folder / "kept"), "kept_demo", version)


def run(folder: Path, version: str = "1") -> dict[str, ModuleType]:
    """Import all modules in a run that finds the kept ones, and return those that it has found."""
    importlib.invalidate_caches()
    kept = start(folder, version)
    sys.meta_path.insert(0, kept)
    modules = [importlib.import_module(name) for name in NAMES]
    sys.meta_path.remove(kept)
    kept.save()
    return {one.__name__: one for one in modules if "Kept" in type(one.__loader__).__name__}


def test_the_modules_of_a_run_are_kept_for_the_next_one(folder: Path) -> None:
    assert run(folder) == {}
    found = run(folder)
    assert list(found) == NAMES
    assert found["kept_demo.first"].VALUE == 1
    assert found["kept_demo.inner"].NAME == "kept_demo.inner"


@pytest.mark.parametrize("name", NAMES)
def test_a_module_is_where_python_finds_it(name: str, folder: Path) -> None:
    run(folder)
    own = start(folder).find_spec(name, [str(folder)])
    usual = importlib.machinery.PathFinder.find_spec(name, [str(folder)])
    assert own is not None
    assert usual is not None
    for key in ("name", "origin", "cached", "has_location", "submodule_search_locations", "parent"):
        assert getattr(own, key) == getattr(usual, key), key
    assert importlib.util.module_from_spec(own).__file__ == usual.origin


def test_the_bytecode_is_not_read_again(folder: Path) -> None:
    run(folder)
    first = folder / "first.py"
    Path(importlib.util.cache_from_source(str(first))).unlink()
    assert list(run(folder)) == NAMES
    assert not Path(importlib.util.cache_from_source(str(first))).exists()


def test_a_source_that_has_changed_is_imported_and_kept_again(folder: Path) -> None:
    run(folder)
    (folder / "first.py").write_text("VALUE = 22\n")
    assert list(run(folder)) == ["kept_demo.inner"]
    assert run(folder)["kept_demo.first"].VALUE == 22


def test_a_source_of_another_time_is_not_taken_for_the_same(folder: Path) -> None:
    run(folder)
    source = folder / "first.py"
    source.write_text("VALUE = 2\n")
    os.utime(source, ns=(0, source.stat().st_mtime_ns + 5_000_000_000))
    assert list(run(folder)) == ["kept_demo.inner"]


def test_modules_of_another_release_are_not_used(folder: Path) -> None:
    run(folder)
    assert run(folder, "2") == {}


def test_a_module_without_a_source_is_not_found(folder: Path) -> None:
    run(folder)
    (folder / "first.py").unlink()
    assert start(folder).find_spec("kept_demo.first", [str(folder)]) is None


def test_a_module_whose_bytecode_has_no_time_is_not_kept(folder: Path) -> None:
    importlib.import_module("kept_demo.first")
    bytecode = Path(importlib.util.cache_from_source(str(folder / "first.py")))
    data = bytearray(bytecode.read_bytes())
    data[4] = 1  # it has a hash of the source in place of that
    data[8:16] = importlib.util.source_hash(b"VALUE = 1\n")
    bytecode.write_bytes(data)
    run(folder)
    assert list(run(folder)) == ["kept_demo.inner"]


def test_modules_of_several_runs_are_kept(folder: Path) -> None:
    for name in NAMES:
        kept = start(folder)
        importlib.import_module(name)
        kept.save()
    assert list(run(folder)) == NAMES


def test_a_run_without_new_modules_writes_nothing(folder: Path) -> None:
    run(folder)
    before = (folder / "kept").stat()
    run(folder)
    assert (folder / "kept").stat().st_mtime_ns == before.st_mtime_ns
    assert (folder / "kept").stat().st_ino == before.st_ino


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x04",
        b"\x00\x00\x00\x00",
        b"\xff\xff\xff\x7f",
        b"\x05\x00\x00\x00" + marshal.dumps(3),
    ],
)
def test_damage_is_of_no_effect(content: bytes, folder: Path) -> None:
    (folder / "kept").write_bytes(content)
    assert run(folder) == {}
    assert list(run(folder)) == NAMES


def test_a_part_of_a_file_is_of_no_effect(folder: Path) -> None:
    run(folder)
    kept = folder / "kept"
    kept.write_bytes(kept.read_bytes()[:-1])
    assert run(folder) == {}


def test_another_form_of_the_file_is_of_no_effect(folder: Path) -> None:
    head = marshal.dumps((f"{VERSION} 1", 5, {}))
    (folder / "kept").write_bytes(len(head).to_bytes(4, "little") + head)
    assert run(folder) == {}


def test_damaged_bytecode_is_read_from_the_source(folder: Path) -> None:
    run(folder)
    kept = folder / "kept"
    data = kept.read_bytes()
    size = len(data)
    for name in NAMES:
        bytecode = importlib.util.cache_from_source(str(importlib.util.find_spec(name).origin))  # type: ignore[union-attr]
        code = Path(bytecode).read_bytes()[16:]
        data = data.replace(code, marshal.dumps(5) + code[5:])
    assert len(data) == size
    kept.write_bytes(data)
    assert run(folder)["kept_demo.first"].VALUE == 1


def test_nothing_is_written_where_python_writes_no_bytecode(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    run(folder)
    assert not (folder / "kept").exists()


def test_a_file_that_cannot_be_written_is_no_error(folder: Path) -> None:
    (folder / "kept").mkdir()
    assert run(folder) == run(folder) == {}
    kept = start(folder)
    kept.path = str(folder / "missing" / "kept")
    importlib.import_module("kept_demo.first")
    kept.save()
    assert not (folder / "missing").exists()


def test_without_a_file_nothing_is_kept(folder: Path) -> None:
    kept = KeptModules(None, "kept_demo", "1")
    importlib.import_module("kept_demo.first")
    kept.save()
    assert kept.find_spec("kept_demo.first", [str(folder)]) is None


@pytest.mark.program
def test_the_program_imports_kept_modules() -> None:
    environment = {k: v for k, v in ENVIRONMENT.items() if k != "PYTHONDONTWRITEBYTECODE"}
    command = (sys.executable, "-c", LOADERS, "--version")
    for _ in range(2):
        done = subprocess.run(command, capture_output=True, env=environment, check=True)
    version, *loaders = done.stdout.decode().split("\n", 1)[1].split()
    assert {version, *loaders} == {"_KeptLoader"}
