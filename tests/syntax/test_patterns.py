"""Every pattern matches the same on all supported Pythons.

Up to 3.11.4 CPython matches `(?:ab?)*+` wrongly (python/cpython#106052 and #100061), so possessive
quantifiers are over one character only. `[ab]*+` is an instruction of its own and right everywhere;
an atomic group, `(?>(?:ab?)*)`, is right too.
"""

import ast
import json
import re
import subprocess
import sys
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from re import _parser  # no types
from typing import Any

import pytest

from corpusfmt.text.pattern_cache import KeptPatterns
from tests.checkout import ROOT
from tests.for_each import for_each

pytestmark = pytest.mark.slow


ONE_CHARACTER = {"LITERAL", "NOT_LITERAL", "IN", "ANY"}

# Prints, as JSON, the patterns compiled while everything is imported and read, each with its flags
# and the module that wanted it. The copy of the corpus is the working folder.
RECORDER = """
import contextlib, importlib, io, json, os, pkgutil, re, sys
from re import _compiler

patterns, compile = {}, _compiler.compile

def record(pattern, flags=0):
    frame = sys._getframe(1)
    while frame.f_globals["__name__"] in ("re", "functools"):
        frame = frame.f_back
    if isinstance(pattern, str):
        patterns[pattern, int(flags)] = frame.f_globals["__name__"]
    return compile(pattern, flags)

_compiler.compile = record

import corpusfmt
import corpusfmt.text.patterns

corpusfmt.text.patterns.regex = re.compile  # all, and not when they are first used

from corpusfmt.cli.main import main
from corpusfmt.syntax.compile import compiled_text
from corpusfmt.syntax.grammar import GRAMMARS, lark_parser
from corpusfmt.syntax.tokens import terminal

for found in pkgutil.walk_packages(corpusfmt.__path__, "corpusfmt."):
    if found.name != "corpusfmt.__main__":
        importlib.import_module(found.name)
for grammar in GRAMMARS:
    compiled_text(grammar)
    for definition in lark_parser(grammar).terminals:
        terminal(grammar, definition.name)
with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
    main(["check", "."])
    main(["fmt", "--diff", "."])
    main(["convert", ".", "--to", "jsonl", "-o", "all.jsonl"])
    main(["convert", "all.jsonl", "--to", "text", "-o", "text"])
    main(["check", "--fix", "--unsafe-fixes", "."])
print(json.dumps([[*key, module] for key, module in patterns.items()]))
"""


def possessives(steps: Iterable[tuple[Any, Any]]) -> Iterator[str]:
    """Yield the possessive quantifiers of a parsed pattern that are wrong on a supported Python."""
    for step, value in steps:
        if str(step) == "POSSESSIVE_REPEAT":
            _, _, repeated = value
            if [str(name) in ONE_CHARACTER for name, _ in repeated] != [True]:
                yield f"possessive: {[*repeated]}"
        yield from _within(value)


def _within(value: Any) -> Iterator[str]:
    """Yield those of the patterns inside a step, wherever in it they are."""
    if isinstance(value, _parser.SubPattern):
        yield from possessives(value)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _within(each)


def wrong(pattern: str, flags: int = 0) -> list[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of deprecated patterns in the standard library
        return [*possessives(_parser.parse(pattern, flags))]


@pytest.mark.parametrize(
    "pattern", [r"a*+", r"[ab]++", r".?+", r"[^a]{2,3}+", r"(?>(?:ab?)*)", r"(?i:a)b", r"(?:a|b)*+"]
)
def test_patterns_that_are_right_everywhere(pattern: str) -> None:
    assert wrong(pattern) == []


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?:ab)*+",
        r"(?:ab?c)?+",
        r"(a)++",
        r"(?:a|bc){2,3}+",
        r"(a)\1*+",
        r"x(?=(?:ab)*+)",
        r"(?<!x)(?>(?:ab)*+)",
        r"(?:a|b(?:cd)?+)",
        r"(?P<n>(?:(?:ab)++c)*)",
        r"(a)?(?(1)b|(?:cd)*+)",
    ],
)
def test_patterns_that_are_wrong_up_to_3_11_4(pattern: str) -> None:
    assert len(wrong(pattern)) == 1


@pytest.fixture(scope="module")
def patterns(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, int, str]]:
    """Return the patterns in use: text, flags and module."""
    folder = tmp_path_factory.mktemp("corpus")
    for path in (*(ROOT / "corpus").glob("*.txt"), *(ROOT / "corpus" / "faulty").glob("*.txt")):
        (folder / path.name).write_bytes(path.read_bytes())
    command = (sys.executable, "-c", RECORDER)
    done = subprocess.run(command, cwd=folder, capture_output=True, check=True)
    return [tuple(row) for row in json.loads(done.stdout)]


def is_of_corpusfmt(module: str) -> bool:
    # Those of the grammars are compiled by Lark too.
    return module.partition(".")[0] in ("corpusfmt", "lark")


def test_the_patterns_in_use_are_found(patterns: list[tuple[str, int, str]]) -> None:
    modules = {module for _, _, module in patterns}
    assert {
        "corpusfmt.syntax.lexer",
        "corpusfmt.rules._shared.urls",
        "corpusfmt.rules.bytes.html_entity",
        "lark.lexer",
    } <= modules
    assert len(patterns) > 200


def test_no_pattern_of_corpusfmt_is_wrong_on_a_supported_python(
    patterns: list[tuple[str, int, str]],
) -> None:
    found = {
        (module, text): wrong(text, flags)
        for text, flags, module in patterns
        if is_of_corpusfmt(module)
    }
    assert {key: which for key, which in found.items() if which} == {}


def test_what_is_kept_of_a_pattern_makes_the_same(patterns: list[tuple[str, int, str]]) -> None:
    kept = KeptPatterns(None)
    for text, flags, _ in patterns:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of deprecated patterns in the standard library
            for _ in range(2):
                assert kept.compile(text, flags) == re.compile(text, flags)  # by their code, too


@pytest.mark.skipif(sys.version_info >= (3, 11, 5), reason="right since Python 3.11.5")
def test_no_pattern_of_a_library_is_wrong_on_this_python(
    patterns: list[tuple[str, int, str]],
) -> None:
    found = {(module, text): wrong(text, flags) for text, flags, module in patterns}
    assert {key: which for key, which in found.items() if which} == {}


@for_each({str(path): path for path in sorted((ROOT / "src").rglob("*.py"))})
def test_no_string_of_the_source_repeats_a_group_possessively(path: Path) -> None:
    """Patterns that nothing above compiles are searched in the source, for `)*+` after a group."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            assert not re.search(r"(?<![\\(])\)(?:[*+?]|\{[0-9,]+\})\+", node.value), node.lineno
