"""Ray Data gives the rows that one run of the commands gives."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from corpusfmt.engines.ray import CheckBatch, FixBatch, ToLines, ToTable, read_articles
from tests.command_line import run
from tests.consumers.installed import consumer
from tests.engines.mixed import make_mixed

pytestmark = [pytest.mark.filterwarnings("ignore"), pytest.mark.slow]
"""Warnings of the programs are not ours."""

ARROW = {"batch_format": "pyarrow"}


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Return Ray, started on this machine."""
    ray = consumer("ray")
    data = consumer("ray.data")
    ray.init(num_cpus=2, include_dashboard=False, logging_level="error")
    context = data.DataContext.get_current()
    context.execution_options.preserve_order = True
    context.enable_progress_bars = False
    yield ray
    ray.shutdown()


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cluster: Any) -> str:
    """Return a corpus; workers of Ray have other current folders."""
    monkeypatch.chdir(tmp_path)
    return str(make_mixed(tmp_path))


@pytest.mark.parametrize("parts", [1, 5])
def test_the_lines_are_those_of_one_run(corpus: str, parts: int) -> None:
    names = [f"{corpus}/{name}" for name in ("a", "b", "c.tar")]
    rows = read_articles(names, parts=parts).map_batches(ToLines(), **ARROW).take_all()
    ended = run("convert", *names, "--to", "jsonl")
    assert "".join(row["line"] for row in rows) == ended.out


def test_the_table_is_that_of_one_run(corpus: str, tmp_path: Path) -> None:
    parquet = consumer("pyarrow.parquet")
    names = [f"{corpus}/a", f"{corpus}/c.tar"]
    table = read_articles(names, parts=3).map_batches(ToTable(), **ARROW)
    table.write_parquet(str(tmp_path / "many"))
    assert run("convert", *names, "--to", "parquet", "-o", tmp_path / "one").code == 1
    one = parquet.read_table(tmp_path / "one" / "data")
    many = parquet.read_table(tmp_path / "many")
    assert many.schema.equals(one.schema)
    assert sorted(many.to_pylist(), key=str) == sorted(one.to_pylist(), key=str)


def test_the_findings_are_those_of_one_run(corpus: str) -> None:
    ended = run("check", corpus, "--ignore", "level-5", "--report", "jsonl", "--no-cache")
    lines = [json.loads(line) for line in ended.out.splitlines()]
    findings = [line for line in lines if line.pop("type") == "finding"]
    checked = read_articles(corpus, parts=4).map_batches(CheckBatch(), **ARROW).take_all()
    found = [json.loads(finding) for row in checked for finding in row["findings"]]
    # A document that is invalid is a text that cannot be read.
    assert found == [line for line in findings if not line["path"].endswith("d.jsonl/5")]
    dropped = {row["path"]: row["dropped"] for row in checked if row["dropped"]}
    failing = {line["path"] for line in findings if line["severity"] != "info"}
    assert dropped.keys() == failing | {f"{corpus}/d.jsonl/{row}" for row in (5, 6)}
    unread = {row["path"]: row["unread"] for row in checked if row["unread"]}
    assert unread.keys() == {f"{corpus}/d.jsonl/{row}" for row in (5, 6)}


def test_a_plan_is_read_list_by_list(corpus: str) -> None:
    assert run("plan", corpus, "--tasks", "3", "-o", "tasks").code == 0
    folder = str(Path("tasks").absolute())
    planned = read_articles(tasks=folder, settings="corpusfmt.toml").take_all()
    assert planned == read_articles(corpus).take_all()


def test_files_that_ray_has_read_are_fixed(corpus: str) -> None:
    data = consumer("ray.data")
    files = data.read_binary_files(f"{corpus}/b", include_paths=True)
    rows = files.map_batches(FixBatch(), **ARROW).take_all()
    run("check", "--fix", f"{corpus}/b", "--ignore", "level-5")
    assert {row["path"] for row in rows} == {str(path) for path in Path(corpus, "b").iterdir()}
    for row in rows:
        assert row["bytes"] == Path(row["path"]).read_bytes()
    fixes = {Path(row["path"]).name: row["fixes"] for row in rows if row["fixes"]}
    assert fixes == {"loose.txt": [{"rule": "layout", "fixes": 1}]}
