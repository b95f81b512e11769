"""The texts of the parts, one after the other, are those of one run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpusfmt.convert.sources import document_id
from corpusfmt.engines.texts import EngineText, TextSource, slice_of
from corpusfmt.files.read import ReadError, sha256
from tests.command_line import CLEAN, run
from tests.engines.mixed import make_mixed


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a corpus in the current folder."""
    monkeypatch.chdir(tmp_path)
    return make_mixed(tmp_path)


def parts_of(source: TextSource, parts: int) -> list[EngineText]:
    return [text for number in range(parts) for text in source.part(number, parts)]


def source_of(*paths: str) -> TextSource:
    return TextSource("f", [*paths], None, None)


@pytest.mark.parametrize("parts", [1, 2, 3, 14, 40])
def test_each_text_is_in_one_part_in_order(corpus: Path, parts: int) -> None:
    texts = parts_of(source_of("mixed"), parts)
    assert texts == parts_of(source_of("mixed"), 1)
    assert len(texts) == 11 + 5 + 7
    assert len({text.path for text in texts}) == len(texts)


def test_the_ids_and_sources_are_those_of_convert(corpus: Path) -> None:
    # JSON Lines that are not compressed are files of documents there, and rows of texts here.
    names = ["mixed/a", "mixed/b", "mixed/c.tar"]
    ended = run("convert", *names, "--to", "jsonl")
    documents = [json.loads(line) for line in ended.out.splitlines()]
    texts = {text.id: text for text in parts_of(source_of(*names), 2)}
    assert len(documents) == 13
    for document in documents:
        assert texts[document_id(document)].source == document["source"]


@pytest.mark.parametrize("tasks", [1, 3])
@pytest.mark.parametrize("parts", [1, 2, 5])
def test_a_plan_has_the_same_texts(corpus: Path, tasks: int, parts: int) -> None:
    # Below no folder of settings, documents are named below the folder that was named.
    (corpus.parent / "corpusfmt.toml").unlink()
    assert run("plan", "mixed/a", "mixed/b", "--tasks", str(tasks), "-o", "tasks").code == 0
    plan = TextSource("f", None, "tasks", None)
    assert plan.number() == tasks
    assert parts_of(plan, parts) == parts_of(source_of("mixed/a", "mixed/b"), 1)


def test_texts_that_cannot_be_read_say_why(corpus: Path) -> None:
    texts = parts_of(source_of("mixed/d.jsonl"), 1)
    assert [text.error is None for text in texts] == [True] * 4 + [False] * 2 + [True]
    assert [text.id for text in texts[:3]] == [f"mixed/d.jsonl#{row}" for row in (1, 2, 3)]
    assert texts[2].data == texts[3].data == CLEAN.encode()
    assert texts[3].source == {"path": "elsewhere.txt", "sha256": "0" * 64}
    assert texts[4].error == "1:1: 'title' is missing"
    assert "has no text" in (texts[5].error or "")


def test_other_bytes_have_another_digest() -> None:
    text = EngineText("a", b"x", {"path": "a", "sha256": sha256(b"x")})
    assert text.with_data(b"x") is text
    changed = text.with_data(b"y")
    assert (changed.data, changed.source) == (b"y", {"path": "a", "sha256": sha256(b"y")})


@pytest.mark.parametrize("data", [b"", b"x"])
def test_a_text_of_another_reader_gets_its_digest(data: bytes) -> None:
    text = EngineText("a", data, {"path": "a"}, "why").with_digest()
    assert text == EngineText("a", data, {"path": "a", "sha256": sha256(data)}, "why")
    assert text.with_digest() is text


@pytest.mark.parametrize("length", [0, 1, 7, 100])
@pytest.mark.parametrize("parts", [1, 3, 8])
def test_the_slices_are_even_and_without_gaps(length: int, parts: int) -> None:
    slices = [slice_of(length, number, parts) for number in range(parts)]
    indices = [index for part in slices for index in range(length)[part]]
    assert indices == list(range(length))
    lengths = {part.stop - part.start for part in slices}
    assert max(lengths) - min(lengths) <= 1


def test_what_is_missing_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ReadError, match=r"gone: does not exist"):
        parts_of(source_of("gone"), 1)
    with pytest.raises(ReadError, match=r"plan\.json"):
        parts_of(TextSource("f", None, "gone", None), 1)
    Path("bad").mkdir()
    for plan in ("[]", '{"tasks": [{"name": "../x"}], "folder": ""}', '{"tasks": [5]}', "{"):
        Path("bad/plan.json").write_text(plan)
        with pytest.raises(ReadError, match="is not a plan"):
            parts_of(TextSource("f", None, "bad", None), 1)


@pytest.mark.parametrize(("paths", "tasks"), [(None, None), ("a", "b")])
def test_either_paths_or_tasks_are_given(paths: str | None, tasks: str | None) -> None:
    with pytest.raises(TypeError, match=r"f\(\) takes either paths or tasks"):
        TextSource("f", paths, tasks, None)
