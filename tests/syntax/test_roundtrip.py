"""The proof of the round trip, and how often a text is parsed for it."""

from pathlib import Path

import pytest

from corpusfmt.cli.main import main
from corpusfmt.model.document import Document
from corpusfmt.syntax.reading import Reading, read_document
from corpusfmt.syntax.roundtrip import RoundTripError, prove, write_reading, write_valid
from tests.parses import count_parses

CANONICAL = "# Ferry Runs Again\n\n\n\nThe ferry sailed at noon.\n"
LOOSE = "# Ferry Runs Again\nThe ferry sailed at noon.   \n"


@pytest.mark.parametrize(("text", "parses"), [(CANONICAL, 1), (LOOSE, 2)])
def test_a_reading_is_written_with_one_more_parse_at_most(text: str, parses: int) -> None:
    with count_parses() as parsed:
        write_reading(Reading(text))
    assert len(parsed) == parses


@pytest.mark.parametrize(("text", "parses"), [(CANONICAL, 1), (LOOSE, 2)])
def test_fmt_parses_a_rewritten_text_twice(text: str, parses: int, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, "utf-8")
    with count_parses() as parsed:
        assert main(["fmt", "--jobs", "1", str(path)]) == 0
    assert read_document(path.read_text("utf-8")) == read_document(text)
    assert len(parsed) == parses


def test_a_document_is_proved_with_one_parse() -> None:
    document = read_document(CANONICAL)
    with count_parses() as parsed:
        assert write_valid(document) == CANONICAL
    assert len(parsed) == 1


@pytest.mark.parametrize(("text", "parses"), [(CANONICAL, 0), (LOOSE, 1)])
def test_a_document_of_a_canonical_text_is_not_proved(text: str, parses: int) -> None:
    document = read_document(text)
    with count_parses() as parsed:
        assert write_valid(document, text) == CANONICAL
    assert len(parsed) == parses


@pytest.mark.parametrize(("text", "parses"), [(CANONICAL, 1), (LOOSE, 2)])
def test_convert_parses_a_canonical_text_once(text: str, parses: int, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, "utf-8")
    output = tmp_path / "b.txt"
    with count_parses() as parsed:
        assert main(["convert", "--jobs", "1", "--to", "text", "-o", str(output), str(path)]) == 0
    assert output.read_text("utf-8") == CANONICAL
    assert len(parsed) == parses


def test_a_text_that_is_read_as_another_document_is_an_error() -> None:
    document: Document = {"corpusfmt": "1.0", "title": "A", "body": []}
    prove(document, "# A\n")
    with pytest.raises(RoundTripError, match="same document"):
        prove(document, "# B\n")


def test_a_failed_proof_of_a_reading_is_an_error() -> None:
    reading = Reading(LOOSE)
    write_reading(reading)
    reading.document["title"] = "No \n\n title"
    with pytest.raises(RoundTripError, match="same document"):
        write_reading(reading)


@pytest.mark.parametrize(("text", "code"), [("# A\x07\n", "U+0007"), ("# A\ud800\n", "U+D800")])
def test_a_character_that_would_be_lost_is_an_error(text: str, code: str) -> None:
    with pytest.raises(RoundTripError, match=code.replace("+", r"\+")) as caught:
        write_reading(Reading(text))
    assert caught.value.offset == 3
