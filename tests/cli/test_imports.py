"""A run imports what it uses and nothing else: that is what a short run takes its time for."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import ARTICLES, CLEAN, ENVIRONMENT, LOOSE, write

pytestmark = pytest.mark.program

RUN = """
import sys
from corpusfmt.cli.main import main
code = main(sys.argv[1:])
print(code, *sorted(name for name in sys.modules if name in {watched}), sep="\\n", file=sys.stderr)
"""
COLLECTING = """
import gc, sys
gc.callbacks.append(lambda phase, info: print(phase, info["generation"], file=sys.stderr))
from corpusfmt.__main__ import run
sys.exit(run())
"""
COMPILED_BY_IMPORTS = """
import importlib, pkgutil, re, sys
from re import _compiler
from corpusfmt.text.pattern_cache import KeptPatterns

compile = _compiler.compile

def record(pattern, flags=0):
    frame = sys._getframe(1)
    while frame.f_globals["__name__"] in ("re", "functools"):
        frame = frame.f_back
    if frame.f_globals["__name__"].startswith("corpusfmt"):
        print(frame.f_globals["__name__"], pattern)
    return compile(pattern, flags)

def record_kept(self, pattern, flags):
    print(pattern)
    return re.compile(pattern, flags)

_compiler.compile, KeptPatterns.compile = record, record_kept
import corpusfmt

for found in pkgutil.walk_packages(corpusfmt.__path__, "corpusfmt."):
    if found.name != "corpusfmt.__main__":
        importlib.import_module(found.name)
"""
HEAVY = (
    "lark",
    "jsonschema",
    "jsonschema_rs",
    "can_ada",
    "charset_normalizer",
    "concurrent.futures",
    "multiprocessing",
    "difflib",
    "ftfy",
    "hyperscan",
    "rensa",
    "rich",
    "hashlib",
    "secrets",
    "html.entities",
    "shlex",
    "pickle",
    "sqlite3",
    "typing",
)
WATCHED = (
    *HEAVY,
    "corpusfmt.cli.check",
    "corpusfmt.cli.fmt",
    "corpusfmt.cli.convert",
    "corpusfmt.lint.context",
    "corpusfmt.rules.content.boilerplate",
    "dataclasses",
    "subprocess",
)
ISOLATED = ("--isolated",)
"""Without settings: for these, ``tomllib`` imports ``typing``."""


def modules(*words: str) -> tuple[int, set[str]]:
    """Return the exit code of a run, and which of the watched modules it has imported."""
    done = subprocess.run(
        (sys.executable, "-c", RUN.format(watched=WATCHED), *words),
        capture_output=True,
        env=ENVIRONMENT,
        check=False,
    )
    lines = done.stderr.decode().splitlines()
    while not lines[0].isdigit():
        lines.pop(0)
    return int(lines[0]), set(lines[1:])


@pytest.mark.parametrize("words", [("--version",), ("--help",)])
def test_the_version_and_the_help_import_nothing(words: tuple[str, ...]) -> None:
    assert modules(*words) == (0, set())


@pytest.mark.parametrize("article", [0, 5, 10], ids=lambda number: ARTICLES[number].name)
def test_checking_one_clean_file_imports_what_it_uses(article: int) -> None:
    code, found = modules("check", *ISOLATED, "--no-cache", str(ARTICLES[article]))
    assert code == 0
    rules = {"corpusfmt.lint.context", "corpusfmt.rules.content.boilerplate"}
    assert found - {"lark"} == {"corpusfmt.cli.check", *rules}


def test_a_result_that_is_in_the_cache_needs_no_rule(tmp_path: Path) -> None:
    words = ("check", *ISOLATED, "--cache-dir", str(tmp_path), str(ARTICLES[0]))
    assert modules(*words)[0] == 0
    assert modules(*words) == (0, {"corpusfmt.cli.check", "sqlite3"})


@pytest.mark.parametrize(
    ("words", "used"),
    [
        (("check", "--jobs", "2", "--no-cache"), "multiprocessing"),
        (("check", "--jobs", "2", "--no-cache"), "jsonschema_rs"),
        (("check", "--jobs", "2", "--no-cache"), "pickle"),
        (("convert", "--from", "json", "--to", "text"), "jsonschema"),
        (("check", "--jobs", "1", "--no-cache"), "charset_normalizer"),
        (("fmt", "--diff"), "difflib"),
    ],
)
def test_what_is_watched_is_imported_where_it_is_used(
    words: tuple[str, ...], used: str, tmp_path: Path
) -> None:
    cyrillic = "Тут написано много слов, чтобы можно было узнать кодировку.\n".encode("koi8-r") * 5
    write(tmp_path, {"a.txt": CLEAN, "b.txt": cyrillic, "c.json": "[]", "d.txt": LOOSE})
    code, found = modules(*words, str(tmp_path))
    assert code == 1
    assert used in found


def test_the_garbage_collector_runs_rarely_for_one_file() -> None:
    command = (sys.executable, "-c", COLLECTING, "check", "--no-cache", str(ARTICLES[0]))
    done = subprocess.run(command, capture_output=True, env=ENVIRONMENT, check=True)
    rounds = [line for line in done.stderr.decode().splitlines() if line.startswith("start")]
    assert len(rounds) < 20, "by default, there are some hundred"


def test_no_import_compiles_a_pattern() -> None:
    """They are compiled where they are used: `corpusfmt.text.patterns`."""
    done = subprocess.run(
        (sys.executable, "-c", COMPILED_BY_IMPORTS), capture_output=True, check=True
    )
    assert done.stdout.decode().splitlines() == []
