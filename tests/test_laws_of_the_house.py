"""Imports run downward only and in no circle, each library has one door, and every package is packed."""

import ast
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "corpusfmt"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

# From the roof to the ground: a module imports from the floors below its own. A package is all of its modules, but for
# those that have a floor of their own; among themselves they may import, in no circle. The empty name is the package
# itself, of which others take the version: the public names in it are imported when they are asked for.
FLOORS = (
    ("__main__",),
    ("cli",),
    ("api",),
    ("commands",),
    ("argv", "baseline", "quarantine"),
    ("convert", "report", "rules.page", "settings_schema", "tables", "testing"),
    ("comparer", "fixer"),
    ("checker", "console", "selection"),
    ("explained", "policy"),
    ("rules", "settings"),
    ("leaving",),
    ("corpus", "settings_table"),
    ("formatter", "lock", "mending", "slugs", "subject", "undoing"),
    ("addresses",),
    ("builder", "document", "journal", "serializer", "validator"),
    ("streams", "trust"),
    ("article", "atomic", "escape", "hyphens", "inline", "reencoding"),
    ("files", "pattern_use"),
    (
        "arguments",
        "changes",
        "date_order",
        "dates",
        "detection",
        "diagnostic",
        "globs",
        "parser",
        "patch",
        "prose",
        "runner",
        "source",
        "wording",
    ),
    (
        "first",
        "git",
        "interpreter",
        "invisible",
        "leftovers",
        "machine",
        "phrases",
        "markup",
        "printable",
        "project_folder",
        "pulse",
        "repair",
        "resources",
        "suggestion",
        "workflow",
    ),
    ("", "grammar", "schema"),
)

# The one module, or package, through which a library is used.
DOORS = {
    "can_ada": "addresses",
    "charset_normalizer": "detection",
    "ftfy": "repair",
    "hypothesis": "testing",
    "jsonschema": "validator",
    "jsonschema_rs": "validator",
    "lark": "parser",
    "rensa": "rules.near_duplicate",
    "shtab": "commands.completion",
}


def module_name(path: Path) -> str:
    """Return the name of a module below corpusfmt, such as ``rules.layout``; a package's is its own."""
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def imports() -> dict[str, set[str]]:
    """Return what each module imports, anywhere in it: other modules by their names below corpusfmt, and libraries."""
    paths = sorted(SOURCE.rglob("*.py"))
    known = {module_name(path) for path in paths} | {"grammar", "schema"}
    return {module_name(path): {own_name(name, known) for name in find_imports(path)} for path in paths}


def find_imports(path: Path) -> Iterator[str]:
    """Yield the full names of all that a module imports; what a package names for type checkers only is left out."""
    tree = ast.parse(path.read_text("utf-8"))
    if path == SOURCE / "__init__.py":
        tree.body = [node for node in tree.body if not isinstance(node, ast.If)]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_name(imported: str, known: set[str]) -> str:
    """Return the name of the module of corpusfmt that an import leads to, or else of the library, with a colon."""
    library, _, rest = imported.partition(".")
    if library != "corpusfmt":
        return f":{library}"
    while rest not in known:
        rest = rest.rpartition(".")[0]
    return rest


def floor_of(module: str) -> int | None:
    """Return the floor of a module, counted from the ground, or None where it has none."""
    names = [module, *(module.rsplit(".", count)[0] for count in range(1, module.count(".") + 1))]
    for name in names:
        for height, floor in enumerate(reversed(FLOORS)):
            if name in floor:
                return height
    return None


def is_in(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


def test_every_module_has_a_floor() -> None:
    assert [module for module in imports() if floor_of(module) is None] == []


def test_every_name_of_a_floor_is_a_module() -> None:
    listed = [name for floor in FLOORS for name in floor]
    assert len(listed) == len(set(listed))
    assert sorted(set(listed) - set(imports()) - {"grammar", "schema"}) == []


@pytest.mark.parametrize("module", imports())
def test_imports_run_downward(module: str) -> None:
    own = floor_of(module) or 0
    home = module.split(".")[0]
    for imported in imports()[module]:
        if not imported.startswith(":") and not (is_in(imported, home) and floor_of(imported) == own):
            assert (floor_of(imported) or 0) < own, f"{module} imports {imported}"


def test_imports_run_in_no_circle() -> None:
    own = {module: {name for name in names if name and name[0] != ":"} for module, names in imports().items()}
    tuple(TopologicalSorter(own).static_order())  # CycleError names the circle


@pytest.mark.parametrize("module", imports())
def test_each_library_has_one_door(module: str) -> None:
    for name in imports()[module]:
        library = name.removeprefix(":")
        if name.startswith(":") and library not in sys.stdlib_module_names:
            assert library in DOORS, f"{library} has no door"
            assert is_in(module, DOORS[library]), f"{library} is used through {DOORS[library]} only"


def test_every_package_is_packed() -> None:
    folders = ["corpusfmt.grammar", "corpusfmt.schema"]
    assert all((ROOT / folder.rpartition(".")[2] / "__init__.py").exists() for folder in folders)
    folders += [f"corpusfmt.{module_name(path)}".rstrip(".") for path in SOURCE.rglob("__init__.py")]
    assert sorted(PROJECT["tool"]["setuptools"]["packages"]) == sorted(folders)
