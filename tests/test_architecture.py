"""Imports run downward only and in no circle, each library has one door, and every package is
packed.
"""

import ast
import sys
import tomllib
from collections.abc import Collection, Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

from tests.for_each import for_each

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "corpusfmt"
TESTS = ROOT / "tests"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

# A package imports only from the packages after it. docs/architecture.md says what each of them is
# for.
PACKAGES = (
    "cli",
    "engines",
    "types",
    "errors",
    "api",
    "run",
    "project",
    "stats",
    "report",
    "convert",
    "testing",
    "config",
    "rules",
    "lint",
    "validation",
    "syntax",
    "files",
    "model",
    "text",
)
TOP = {"", "__main__", "errors", "types"}
"""The modules beside the packages; the empty name is the package corpusfmt itself."""

UPWARD: set[tuple[str, str]] = set()
"""Imports upward that are still to be removed."""

# The one module, or package, through which a library is used; several where it is read and written.
DOORS: dict[str, str | tuple[str, ...]] = {
    "brotli": "files.archives.http_body",
    "can_ada": "rules._shared.urls",
    "charset_normalizer": "text.encoding_guess",
    # The standard library of Python 3.14.
    "compression": ("files.archives.decoders", "files.archives.encoders"),
    "ftfy": "rules._shared.mojibake",
    "datatrove": "engines.datatrove",
    "fsspec": "files.remote",
    "hyperscan": "text.pattern_set",
    "hypothesis": "testing",
    "jsonschema": "validation.validator",
    "jsonschema_rs": "validation.validator",
    "lark": "syntax.grammar",
    "lxml": (
        "convert.html_captions",
        "convert.html_dates",
        "convert.html_facts",
        "convert.html_pictures",
        "convert.html_runs",
        "convert.importers.html",
    ),
    "pyarrow": ("files.archives.parquet", "convert.parquet_table", "engines.ray"),
    "ray": "engines.ray",
    "rensa": "rules.corpus.near_duplicate",
    "rich": "cli.progress_bar",
    "shtab": "cli.completion",
    "spacy": "convert.formats.docbin",
    "trafilatura": "convert.importers.html",
    "yaml": "convert.front_values",
    "zstandard": ("files.archives.decoders", "files.archives.encoders"),
}


def module_name(path: Path) -> str:
    """Return the name of a module below corpusfmt, such as ``rules.layout``; a package's is its
    own.
    """
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for path in sorted(SOURCE.rglob("*.py"))}


@cache
def imports() -> dict[str, set[str]]:
    """Return what each module imports, anywhere in it: modules by their names below corpusfmt, and
    libraries.
    """
    known = MODULES.keys() | {"grammar", "schema"}
    return {
        module: {own_name(name, known) for name in find_imports(path)}
        for module, path in MODULES.items()
    }


def find_imports(path: Path) -> Iterator[str]:
    """Yield the full names of all that a module imports; what the package names for type checkers
    only is ignored.
    """
    tree = ast.parse(path.read_text("utf-8"))
    if path == SOURCE / "__init__.py":
        tree.body = [node for node in tree.body if not isinstance(node, ast.If)]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_name(imported: str, known: Collection[str]) -> str:
    """Return the name of the imported module below corpusfmt, or else the name of the library after
    a colon.
    """
    library, _, rest = imported.partition(".")
    if library != "corpusfmt":
        return f":{library}"
    while rest not in known:
        rest = rest.rpartition(".")[0]
    return rest


def package_of(module: str) -> str:
    return module.partition(".")[0]


def is_in(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


def test_the_packages_are_those_of_the_list() -> None:
    found = {package_of(module) for module in MODULES} | {"errors", "types"}
    assert found == {*PACKAGES, *TOP}


def test_few_modules_are_beside_the_packages() -> None:
    assert len(list(SOURCE.glob("*.py"))) <= len(TOP)


@for_each({module: module for module in MODULES if package_of(module) in PACKAGES})
def test_imports_run_downward(module: str) -> None:
    own = package_of(module)
    for imported in imports()[module]:
        package = package_of(imported)
        if package in PACKAGES and package != own and (own, package) not in UPWARD:
            assert PACKAGES.index(package) > PACKAGES.index(own), f"{module} imports {imported}"


def test_imports_run_in_no_circle() -> None:
    own = {
        module: {name for name in names if name and name[0] != ":"}
        for module, names in imports().items()
    }
    tuple(TopologicalSorter(own).static_order())  # CycleError names the circle


@for_each({module: module for module in MODULES})
def test_each_library_has_one_door(module: str) -> None:
    for name in imports()[module]:
        library = name.removeprefix(":")
        if name.startswith(":") and library not in sys.stdlib_module_names:
            assert library in DOORS, f"{library} has no door"
            doors = DOORS[library]
            opened = [doors] if isinstance(doors, str) else doors
            assert any(is_in(module, door) for door in opened), f"{library} has the doors {doors}"


# A short run imports modules of these packages. `typing` would be 4 % of a check of one file, and
# the types of the document as much: text.annotations has what modules need of it when they run.
WITHOUT_TYPING = ("config", "report", "rules", "lint", "validation", "syntax", "model", "text")
WITH_TYPING = {"model.article", "model.document", "syntax.compile", "syntax.grammar"}
"""Modules that only some runs import."""


@for_each({module: module for module in MODULES if package_of(module) in WITHOUT_TYPING})
def test_types_are_imported_for_type_checkers_only(module: str) -> None:
    tree = ast.parse(MODULES[module].read_text("utf-8"))
    imported = {node.module for node in tree.body if isinstance(node, ast.ImportFrom)}
    if module not in WITH_TYPING:
        assert imported.isdisjoint({"typing", "corpusfmt.model.document"})


def test_every_package_is_packed() -> None:
    folders = ["corpusfmt.grammar", "corpusfmt.schema"]
    assert all((ROOT / folder.rpartition(".")[2] / "__init__.py").exists() for folder in folders)
    folders += [
        f"corpusfmt.{module_name(path)}".rstrip(".") for path in SOURCE.rglob("__init__.py")
    ]
    assert sorted(PROJECT["tool"]["setuptools"]["packages"]) == sorted(folders)


# --- tests ----------------------------------------------------------------------------------------

TESTED_AS = {
    "": "api/test_public_names.py",
    "__main__": "cli/test_streams.py",
    "api.articles": "docs/test_spec.py",
    "api.checking": "api/test_api.py",
    "api.format_options": "api/test_loading.py",
    "errors": "api/test_public_names.py",
    "types": "api/test_public_names.py",
    # From the outside, by what a command does.
    "cli": "cli",
    "run": "cli",
    # By what they are parts of.
    "project.cleaned_article": "project/test_clean_store.py",
    "project.cache.pruning": "project/cache/test_cache.py",
    "project.cache.reader": "project/cache/test_cache.py",
    "convert.exported_text": "convert/importers/test_files.py",
    "convert.file_bytes": "convert/test_reading.py",
    "convert.foreign_file": "convert/importers/test_files.py",
    "convert.read_result": "convert/test_reading.py",
    "convert.foreign_article": "convert/test_foreign_reading.py",
    "convert.imported": "convert/test_foreign_reading.py",
    "convert.importer": "convert/importers/test_files.py",
    "convert.json_reading": "convert/test_reading.py",
    "convert.row_kinds": "cli/test_convert_large.py",
    "convert.source_entry": "convert/test_reading.py",
    "convert.importers": "convert/importers/test_files.py",
    "convert.nested_lists": "convert/formats/test_tei.py",
    "convert.tei_blocks": "convert/formats/test_tei.py",
    "convert.unheld": "convert/test_html_fragment.py",
    "convert.xml_text": "convert/formats/test_atom.py",
    "convert.html_article": "convert/formats/test_html.py",
    "convert.html_blocks": "convert/formats/test_html.py",
    "convert.html_inline": "convert/formats/test_html.py",
    "convert.html_tree": "convert/test_html_reading.py",
    "convert.news_article": "convert/formats/test_json_ld.py",
    "convert.formats.docbin": "consumers/test_docbin.py",
    "convert.formats.json_": "convert/test_writing.py",
    "convert.formats.parquet": "convert/test_parquet_table.py",
    "convert.formats.jsonl": "convert/test_writing.py",
    "convert.formats.text": "convert/test_writing.py",
    "engines.datatrove": "consumers/test_datatrove.py",
    "engines.ray": "consumers/test_ray.py",
    "lint.block": "rules/layout",
    "lint.compare": "rules/corpus",
    "lint.context": "lint/test_checker.py",
    "lint.corpus": "rules/corpus",
    "lint.explained": "rules/document/test_schema.py",
    "lint.option": "rules/test_page.py",
    "lint.policy": "config/test_policy.py",
    "lint.rule": "rules/test_shape.py",
    "lint.view": "lint/test_checker.py",
    "files.archives": "files/archives",
    "files.batches": "files/test_inputs.py",
    "files.git_revision": "cli/test_git_revision.py",
    "files.heartbeat": "files/test_pool.py",
    "files.input": "files/test_inputs.py",
    "files.patterns": "files/test_walk.py",
    "files.row_part": "files/test_row_parts.py",
    "files.revision_files": "cli/test_git_revision.py",
    "files.worker_process": "files/test_pool.py",
    "files.workers": "files/test_pool.py",
    "files.quarantine_marker": "project/quarantine/test_marker.py",
    "model.errors": "api/test_public_names.py",
    "model.file_result": "api/test_api.py",
    "report.counts": "report/test_json_.py",
    "report.diagnostic_text": "report/test_run.py",
    "report.jsonl": "report/test_json_.py",
    "report.positions": "report/test_rdjson.py",
    "report.record": "report/test_json_.py",
    "report.text": "report/test_formats.py",
    "report.wording": "report/test_run.py",
    "rules._shared": "rules",
    "stats.alike": "cli/test_stats.py",
    "stats.details": "cli/test_stats.py",
    "stats.json_report": "cli/test_stats.py",
    "stats.measure": "cli/test_stats.py",
    "stats.summary": "cli/test_stats.py",
    "stats.table": "cli/test_stats.py",
    "stats.tally": "cli/test_stats.py",
    "syntax.parse_progress": "cli/test_streams.py",
    "syntax.parts": "syntax/test_reader.py",
    "syntax.tables": "syntax/test_tokens.py",
    "testing": "property/test_coverage_of_strategies.py",
    "text.invisible": "rules/bytes/test_invisible_character.py",
    "text.reencoding": "rules/bytes/test_invalid_utf8.py",
    "text.suggestion": "config/test_rule_names.py",
    "syntax.header_tokens": "syntax/test_header.py",
    "syntax.byline_lines": "syntax/test_byline.py",
    "syntax.byline_authors": "syntax/test_byline.py",
    "syntax.byline_edges": "syntax/test_byline.py",
    "syntax.byline_names": "syntax/test_byline.py",
    "syntax.byline_parts": "syntax/test_byline.py",
    "syntax.byline_words": "syntax/test_byline.py",
    "validation.messages": "validation/test_validator.py",
}
"""The tests of modules and packages that have no file of tests of their own name."""


def has_own_tests(module: str) -> bool:
    """Return whether the tests of a module are where its name says."""
    folder, _, name = module.rpartition(".")
    return (TESTS / folder.replace(".", "/") / f"test_{name.lstrip('_')}.py").exists()


def names_above(module: str) -> list[str]:
    """Return a module and the packages that it is in, such as ``a.b`` and ``a``."""
    parts = module.split(".")
    return [".".join(parts[:count]) for count in range(len(parts), 0, -1)]


def test_each_module_has_its_tests() -> None:
    packages = {module_name(path) for path in SOURCE.rglob("__init__.py")}
    missing: list[str] = []
    for module in sorted(MODULES.keys() - packages):
        names = names_above(module)
        if not TESTED_AS.keys() & names and not any(map(has_own_tests, names)):
            missing.append(module)
    assert missing == [], "add a file of tests of that name"


def test_the_tests_of_other_modules_are_there() -> None:
    assert [place for place in TESTED_AS.values() if not (TESTS / place).exists()] == []
    assert [module for module in TESTED_AS if module not in MODULES] == []
    assert [module for module in TESTED_AS if module and has_own_tests(module)] == []
