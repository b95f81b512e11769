"""Pipelines of datatrove give what one run of the commands gives, with each of its executors."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from corpusfmt.engines.datatrove import (
    ArticleReader,
    ArticleWriter,
    CheckFilter,
    FieldsStep,
    FixStep,
)
from tests.checkout import ROOT
from tests.command_line import run, write
from tests.consumers import pipelines
from tests.consumers.installed import consumer
from tests.engines.mixed import make_mixed

pytestmark = [pytest.mark.filterwarnings("ignore"), pytest.mark.slow]
"""Warnings of the programs are not ours."""


@pytest.fixture(autouse=True)
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a corpus in the current folder."""
    consumer("datatrove")
    consumer("orjson")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", f"{ROOT}:{ROOT / 'src'}")
    return make_mixed(tmp_path)


def here(path: str) -> str:
    """Return an absolute path: fsspec keeps what a relative one was in another folder."""
    return str(Path(path).absolute())


def joined(folder: str) -> bytes:
    """Return what all tasks have written, one after the other."""
    return b"".join(path.read_bytes() for path in sorted(Path(folder).iterdir()))


def kept_by_one_run() -> bytes:
    """Return the lines of the articles that `check` finds nothing wrong with."""
    found = run("check", "mixed", "--ignore", "level-5,layout", "--report", "jsonl", "--no-cache")
    lines = [json.loads(line) for line in found.out.splitlines()]
    failing = {line["path"] for line in lines if line.get("severity") in ("error", "warning")}
    paths = ["mixed/a", "mixed/b", "mixed/c.tar"]
    # Plain JSON Lines are documents for `convert`: they are compared by their words.
    rows = run("convert", *paths, "--to", "jsonl").out.splitlines(keepends=True)
    kept: list[str] = []
    for row in rows:
        source = json.loads(row)["source"]
        member = source.get("member")
        if (f"{source['path']}/{member}" if member else source["path"]) not in failing:
            kept.append(row)
    return "".join(kept).encode()


def without_rows(lines: bytes) -> bytes:
    """Return the lines but for those of the articles in JSON Lines."""
    rows = lines.splitlines(keepends=True)
    return b"".join(row for row in rows if b"elsewhere.txt" not in row and b"d.jsonl" not in row)


def check_results(folder: str = "out") -> None:
    """Compare what a pipeline has written with one run."""
    lines = joined(f"{folder}/kept")
    assert without_rows(lines) == kept_by_one_run()
    assert len(without_rows(lines).splitlines()) == 13
    assert len(lines.splitlines()) == 17
    dropped = [json.loads(line) for line in joined(f"{folder}/dropped").splitlines()]
    reasons = sorted(one["metadata"]["filter_reason"] for one in dropped)
    assert reasons == ["invalid-utf8"] * 2 + ["schema"] * 2 + ["unread"] * 2


@pytest.mark.parametrize("workers", [1, 2])
def test_the_local_executor_gives_what_one_run_gives(workers: int) -> None:
    pipelines.local("out", pipelines.steps("out"), workers=workers, start_method="spawn").run()
    check_results()


def test_a_task_that_was_killed_is_done_again() -> None:
    command = [sys.executable, "-m", "tests.consumers.pipelines", "out"]
    with open("killed.log", "wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)
    assert process.wait(timeout=60) == -signal.SIGKILL, Path("killed.log").read_text()
    with suppress(ProcessLookupError):  # datatrove's other process goes on
        os.killpg(process.pid, signal.SIGKILL)
    executor = pipelines.local("out", pipelines.steps("out"))
    assert executor.get_incomplete_ranks() == [1, 2]
    before = Path("out/kept/00000.jsonl").stat().st_mtime_ns
    executor.run()
    assert Path("out/kept/00000.jsonl").stat().st_mtime_ns == before
    check_results()


def test_each_task_reads_its_list_of_a_plan() -> None:
    assert run("plan", "mixed", "--tasks", "4", "-o", "tasks").code == 0
    tasks = json.loads(Path("tasks/plan.json").read_text())["tasks"]
    pipeline = [ArticleReader(tasks="tasks"), *pipelines.steps("out")[1:]]
    executor = pipelines.local("out", pipeline, tasks=len(tasks))
    executor.run()
    check_results()


@pytest.fixture
def cluster() -> Iterator[Any]:
    """Return Ray, started on this machine."""
    ray = consumer("ray")
    ray.init(num_cpus=2, include_dashboard=False, logging_level="error")
    yield ray
    ray.shutdown()


def test_the_ray_executor_gives_what_one_run_gives(cluster: Any) -> None:
    executors = consumer("datatrove.executor.ray")
    # Workers of Ray have other current folders.
    folder = str(Path.cwd())
    steps = pipelines.steps(f"{folder}/out")
    reader = ArticleReader([f"{folder}/mixed"], settings=f"{folder}/corpusfmt.toml")
    executor = executors.RayPipelineExecutor(
        [reader, *steps[1:]], tasks=3, mem_per_cpu_gb=0.2, logging_dir=f"{folder}/out/logs"
    )
    executor.run()
    lines = joined("out/kept")
    assert without_rows(lines) == kept_by_one_run()


SBATCH = """#!/bin/sh
# What Slurm does with a job array, one task after the other, on this machine.
for last; do :; done
array=$(sed -n 's/^#SBATCH --array=0-\\([0-9]*\\).*/\\1/p' "$last")
test -n "$array" || { echo "Submitted batch job 2"; exit 0; }
export SLURM_NODELIST=localhost SLURM_JOB_ID=1 RUN_OFFSET=0
task=0
while test $task -le $array; do
    SLURM_ARRAY_TASK_ID=$task SLURM_ARRAY_TASK_COUNT=$((array + 1)) bash "$last" >> tasks.log 2>&1
    task=$((task + 1))
done
echo "Submitted batch job 1"
"""
PROGRAMS = {
    "sbatch": SBATCH,
    "srun": '#!/bin/sh\nwhile test "${1#-}" != "$1" || test "$1" = 1; do shift; done\nexec "$@"\n',
    "scontrol": "#!/bin/sh\necho localhost\n",
}


def test_the_slurm_executor_gives_what_one_run_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    executors = consumer("datatrove.executor")
    for name, text in PROGRAMS.items():
        write(Path("bin"), {name: text})
        Path("bin", name).chmod(0o755)
    own = f"{Path.cwd() / 'bin'}:{Path(sys.executable).parent}"
    monkeypatch.setenv("PATH", f"{own}:{os.environ['PATH']}")
    executor = executors.SlurmPipelineExecutor(
        pipelines.steps("out"),
        tasks=3,
        time="00:10:00",
        partition="cpu",
        logging_dir=here("out/logs"),
        slurm_logs_folder="out/slurm",
    )
    executor.run()
    log = Path("tasks.log").read_text()
    assert executor.get_incomplete_ranks() == [], log
    check_results()


def test_articles_are_fixed_as_by_check_fix() -> None:
    pipeline = [ArticleReader("mixed"), FixStep(), ArticleWriter(here("out"), strict=True)]
    pipelines.local("logs", pipeline).run()
    run("check", "--fix", "mixed/a", "mixed/b", "--ignore", "level-5")
    expected = run("convert", "mixed/a", "mixed/b", "--to", "jsonl", "--strict").out.encode()
    found = joined("out").splitlines(keepends=True)
    assert b"".join(line for line in found if b'"member"' not in line)[: len(expected)] == expected


def test_every_article_is_kept_with_its_findings() -> None:
    writers = consumer("datatrove.pipeline.writers")
    pipeline = [
        ArticleReader("mixed/b"),
        CheckFilter(annotate=True),
        writers.JsonlWriter(here("out"), compression=None),
        ArticleWriter(here("kept")),
    ]
    pipelines.local("logs", pipeline, tasks=1).run()
    lines = [json.loads(line) for line in joined("out").splitlines()]
    found = {one["id"]: one["metadata"]["findings"] for one in lines}
    assert found.keys() == {
        f"mixed/b/{name}.txt" for name in ("clean", "empty", "loose", "western")
    }
    assert found["mixed/b/clean.txt"] == []
    assert found["mixed/b/loose.txt"][0]["rule"] == "layout"
    western = next(one for one in lines if one["id"] == "mixed/b/western.txt")
    assert "Caf\ufffd" in western["text"]
    assert western["metadata"]["unread"] == "is not UTF-8"
    assert b"western" not in joined("kept")


def test_limit_and_skip_count_articles() -> None:
    reader = ArticleReader("mixed/b", limit=2, skip=1, default_metadata={"set": "news"})
    documents = list(reader.run())
    assert [document.id for document in documents] == ["mixed/b/empty.txt", "mixed/b/loose.txt"]
    assert documents[0].metadata["set"] == "news"


def test_articles_of_other_readers_are_checked_and_written() -> None:
    readers = consumer("datatrove.pipeline.readers")
    write(Path("rows"), {"a.jsonl": json.dumps({"text": "# Ferry\n\n\n\nText.\n", "id": "x"})})
    pipeline = [readers.JsonlReader(here("rows")), CheckFilter(), ArticleWriter(here("out"))]
    pipelines.local("logs", pipeline, tasks=1).run()
    [line] = joined("out").splitlines()
    assert json.loads(line)["source"]["path"] == "x"


def body(seed: int) -> list[str]:
    """Return words at random."""
    letters = "abcdefghijklmnopqrst"  # digits would be all the same to datatrove
    words = [f"w{first}{second}" for first in letters for second in letters]
    return random.Random(seed).choices(words, k=150)


def make_alike(folder: Path) -> None:
    """Write articles, of which some are nearly the same."""
    texts: dict[str, str | bytes] = {}
    for number in range(12):
        words = body(number % 8)
        if number >= 8:
            words[75] = "another"
        start = f"# Title of {number}\n\n\n\n" + " ".join(words)
        texts[f"{number:02}.txt"] = f"{start}.\n"
    write(folder, texts)


def test_near_duplicates_are_those_of_the_rule(tmp_path: Path) -> None:
    consumer("nltk")
    dedup = consumer("datatrove.pipeline.dedup")
    minhash = consumer("datatrove.pipeline.dedup.minhash")
    make_alike(tmp_path / "alike")
    read = [ArticleReader("alike", settings="corpusfmt.toml"), FieldsStep()]
    config = minhash.MinhashConfig(n_grams=3, num_buckets=14, hashes_per_bucket=4)
    m = here("m")
    stages: list[tuple[int, list[Any]]] = [
        (2, [*read, dedup.MinhashDedupSignature(f"{m}/signatures", config=config)]),
        (14, [dedup.MinhashDedupBuckets(f"{m}/signatures", f"{m}/buckets", config=config)]),
        (1, [dedup.MinhashDedupCluster(f"{m}/buckets", f"{m}/remove", config=config)]),
        (
            2,
            [
                ArticleReader("alike", settings="corpusfmt.toml"),
                dedup.MinhashDedupFilter(f"{m}/remove"),
                ArticleWriter(here("out")),
            ],
        ),
    ]
    for number, (tasks, steps) in enumerate(stages):
        pipelines.local(f"logs/{number}", steps, tasks=tasks).run()
    kept = {json.loads(line)["source"]["path"] for line in joined("out").splitlines()}
    ended = run("check", "alike", "--select", "near-duplicate", "--report", "jsonl", "--no-cache")
    rows = [json.loads(line) for line in ended.out.splitlines()]
    found = {row["path"] for row in rows if row["type"] == "finding"}
    assert found == {f"alike/{number:02}.txt" for number in range(8, 12)}
    everything = {f"alike/{number:02}.txt" for number in range(12)}
    # Each engine keeps one of each pair.
    assert len(everything - kept) == len(found)
    for path in found:
        pair = {path, f"alike/{int(path[6:8]) - 8:02}.txt"}
        assert len(pair & kept) == 1, path
