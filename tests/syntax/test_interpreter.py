"""With wrong regular expressions nothing is read: the commands print a line, functions raise."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import corpusfmt
from corpusfmt.syntax import interpreter, tokens
from corpusfmt.syntax.interpreter import UnsupportedPythonError, require_correct_patterns
from tests.command_line import CLEAN, Ended, run


@pytest.fixture(autouse=True)
def _new_process() -> Iterator[None]:
    forget()
    yield
    forget()


def forget() -> None:
    require_correct_patterns.cache_clear()
    tokens._lexer.cache_clear()


@pytest.fixture
def wrong(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return a function that makes one pattern match where it should not, and the other way."""

    def make_wrong(pattern: str) -> None:
        def match(given: Any, text: str, flags: int = 0) -> re.Match[str] | None:
            if given != pattern:
                return re.compile(given, flags).match(text)
            return None if re.compile(given).match(text) else re.compile("").match(text)

        monkeypatch.setattr(re, "match", match)

    return make_wrong


PATTERNS = [pattern for pattern, _, _ in interpreter._CASES]


def test_this_interpreter_is_right() -> None:
    require_correct_patterns()


@pytest.mark.parametrize("pattern", PATTERNS)
def test_each_wrong_match_is_an_error(pattern: str, wrong: Callable[[str], None]) -> None:
    wrong(pattern)
    with pytest.raises(UnsupportedPythonError, match=re.escape(repr(pattern))):
        require_correct_patterns()


@pytest.mark.parametrize("function", [corpusfmt.parse, corpusfmt.check, corpusfmt.format])
def test_no_text_is_read(function: Callable[[str], Any], wrong: Callable[[str], None]) -> None:
    wrong(PATTERNS[0])
    for _ in range(2):  # the second time too
        with pytest.raises(UnsupportedPythonError):
            function("# Title\n\n\n\nText, *read* with both grammars.\n")


@pytest.mark.parametrize(
    "words",
    [
        ("check", "."),
        ("check", "--fix", "--jobs", "2", "."),
        ("fmt", "."),
        ("convert", ".", "--to", "jsonl", "-o", "out.jsonl"),
        ("baseline", "."),
    ],
    ids=" ".join,
)
def test_a_command_ends_with_one_line(
    words: tuple[str, ...],
    wrong: Callable[[str], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    loose = CLEAN.replace("\n\n\n\n", "\n\n\n\n\n")
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(loose, "utf-8")
    wrong(PATTERNS[0])
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert err.startswith("corpusfmt: the regular expressions of ")
    assert "run corpusfmt with another Python" in err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0.txt", "1.txt", "2.txt"]
    assert {path.read_text("utf-8") for path in tmp_path.iterdir()} == {loose}


def test_what_reads_nothing_still_works(wrong: Callable[[str], None]) -> None:
    wrong(PATTERNS[0])
    assert run("--version") == Ended(0, f"corpusfmt {corpusfmt.__version__}\n", "")
    assert run("help").code == 0
