"""An exception that should not occur costs its file; one of the installation ends the run."""

from pathlib import Path

import pytest

import corpusfmt
from corpusfmt.run.crash import crash, crash_of_run
from corpusfmt.validation import validator
from tests.command_line import LOOSE, fail_to_open, run, write

MISSING = ModuleNotFoundError("No module named 'rensa'")
MESSAGE = (
    "this installation of corpusfmt is damaged: ModuleNotFoundError: No module named 'rensa'; "
    "install it again"
)
DAMAGED = FileNotFoundError(2, "No such file", f"{Path(corpusfmt.__file__).parent}/rules/a.table")
NAMES = [f"in/{number}.txt" for number in range(6)]
COMMANDS = [
    ("check", "--no-cache", "in"),
    ("check", "--fix", "in"),
    ("fmt", "in"),
    ("fmt", "--check", "in"),
    ("convert", "in", "--to", "jsonl"),
    ("convert", "in", "--to", "json", "-o", "out"),
    ("clean", "in", "out"),
    ("split", "in", "-o", "out"),
    ("stats", "in"),
]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder with articles."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path, dict.fromkeys(NAMES, LOOSE))


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_damaged_installation_ends_the_run_with_one_message(
    words: tuple[str, ...], jobs: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_to_open(monkeypatch, "in/3.txt", MISSING)
    ended = run(*words, "--jobs", jobs)
    assert ended.code == 2
    assert ended.err == f"corpusfmt: {MESSAGE}\n"


def test_a_file_of_the_installation_can_be_missing_too() -> None:
    with pytest.raises(FileNotFoundError):
        crash(DAMAGED)
    assert crash_of_run(DAMAGED).startswith("this installation of corpusfmt is damaged: ")
    assert crash(FileNotFoundError(2, "No such file", "a.table")).startswith("internal error: ")


def test_any_other_exception_costs_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    fail_to_open(monkeypatch, "in/3.txt", RuntimeError("broken"))
    ended = run("check", "in", "--no-cache")
    assert ended.code == 2
    assert ended.err.startswith("corpusfmt: in/3.txt: internal error: RuntimeError: broken at ")
    assert "\ncorpusfmt: checked 5 files: " in ended.err


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_of_many_equal_exceptions_ten_are_printed(
    jobs: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(Path(), {f"more/{number:02}.txt": LOOSE for number in range(14)})
    fail_to_open(monkeypatch, ".txt", RuntimeError("broken"))
    for words in (("check", "more"), ("fmt", "more"), ("convert", "more", "--to", "jsonl")):
        ended = run(*words, "--jobs", jobs)
        assert ended.code == 2
        lines = [line for line in ended.err.splitlines() if "internal error: " in line]
        assert len(lines) == 11
        assert lines[0].startswith("corpusfmt: more/00.txt: ")
        assert lines[-1].startswith("corpusfmt: 4 more paths: ")


def test_a_validator_that_is_missing_makes_no_document_invalid(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(document: object) -> bool:
        raise MISSING

    monkeypatch.setattr(validator, "_satisfies_schema", fail)
    with pytest.raises(ModuleNotFoundError, match="rensa"):
        validator.is_valid({})
