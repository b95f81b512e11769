"""The conformance data hold, and are what the examples of the specification and of more.md say."""

import json
from pathlib import Path
from typing import Any

import pytest

from corpusfmt.api.articles import InvalidDocumentError, format, serialize_document
from corpusfmt.syntax.normal_form import normalize_document
from corpusfmt.syntax.reading import read_document
from corpusfmt.text.decode import decode
from corpusfmt.validation.validator import problems
from tests.for_each import Each, for_each
from tests.make_conformance import FOLDER, make_files, present_files

VALID = sorted((FOLDER / "valid").glob("*.txt"))
INVALID = sorted((FOLDER / "invalid").glob("*.pointers.json"))
BYTES = sorted((FOLDER / "invalid").glob("*.bin"))


def stems(paths: list[Path], suffix: str) -> Each[Path]:
    """Return the decorator that runs a test for each case: its path without the suffix."""
    found = [
        path.with_name(path.name.removesuffix(suffix))
        for path in paths
        if not path.stem.endswith(".canonical")
    ]
    return for_each({path.name: path for path in found})


def load(case: Path, suffix: str) -> Any:
    return json.loads(case.with_name(case.name + suffix).read_text("utf-8"))


def text_of(case: Path, suffix: str) -> str | None:
    path = case.with_name(case.name + suffix)
    return path.read_bytes().decode() if path.exists() else None


def check_text(case: Path, text: str, document: Any) -> str:
    """Check the document and the canonical text of a text, and return the canonical text."""
    canonical = text_of(case, ".canonical.txt")
    assert canonical != text, "a canonical text is listed once"
    canonical = text if canonical is None else canonical
    assert read_document(text) == document
    assert read_document(canonical) == document
    assert format(text) == format(canonical) == canonical
    return canonical


def test_there_are_cases() -> None:
    assert len([path for path in VALID if not path.stem.endswith(".canonical")]) >= 120
    assert len(INVALID) + len(BYTES) >= 40


def test_the_data_are_what_the_examples_say() -> None:
    expected, found = make_files(), present_files()
    assert expected.keys() == found.keys(), "run `python -m tests.make_conformance`"
    assert [path for path in expected if expected[path] != found[path]] == []


def test_the_index_has_every_case_once() -> None:
    index = json.loads((FOLDER / "index.json").read_text("utf-8"))
    listed = [f"{case['folder']}/{case['name']}" for case in index]
    paths = [path for path in present_files() if "/" in path]
    assert sorted(listed) == sorted({path.partition(".")[0] for path in paths})
    for case in index:
        assert 1 <= case["section"] <= 16
        assert set(case["laws"]) <= set(range(1, 8))


def test_the_one_file_says_what_the_files_of_a_case_say() -> None:
    for case in json.loads((FOLDER / "cases.json").read_text("utf-8")):
        path = FOLDER / case["folder"] / case["name"]
        if "bytes" in case:
            assert bytes.fromhex(case["bytes"]) == path.with_name(f"{path.name}.bin").read_bytes()
            continue
        assert case["document"] == load(path, ".json")
        assert case.get("text") == text_of(path, ".txt")
        if "pointers" in case:
            assert case["pointers"] == load(path, ".pointers.json")
        canonical = text_of(path, ".canonical.txt")
        assert case.get("canonical") == (case.get("text") if canonical is None else canonical)


@stems(VALID, ".txt")
def test_valid_texts_are_read_and_documents_written(case: Path) -> None:
    text, document = text_of(case, ".txt"), load(case, ".json")
    assert text is not None
    canonical = check_text(case, text, document)
    assert problems(document) == ()
    assert normalize_document(document) == document
    assert serialize_document(document) == canonical
    if case.with_name(f"{case.name}.written.json").exists():
        for other in load(case, ".written.json"):
            assert normalize_document(other) == document
            assert serialize_document(other) == canonical


@stems(INVALID, ".pointers.json")
def test_invalid_documents_are_refused(case: Path) -> None:
    document, pointers = load(case, ".json"), load(case, ".pointers.json")
    assert pointers
    assert list(dict.fromkeys(problem.pointer for problem in problems(document))) == pointers
    with pytest.raises(InvalidDocumentError):
        serialize_document(document)
    text = text_of(case, ".txt")
    if text is not None:
        check_text(case, text, document)


@stems(BYTES, ".bin")
def test_bytes_that_are_not_utf_8_are_found(case: Path) -> None:
    decoded = decode(case.with_name(f"{case.name}.bin").read_bytes())
    assert decoded.text is None
    assert [[fault.offset, fault.length] for fault in decoded.problems] == load(
        case, ".offsets.json"
    )
