"""Law 7: the same answer, whatever the number of workers and the order of the texts."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from corpusfmt.articles import format
from corpusfmt.syntax.reading import read_document

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
TEXTS = [path.read_bytes().decode() for path in sorted(CORPUS.glob("*.txt"))[:12]]


def test_the_articles_are_there() -> None:
    assert len(TEXTS) == 12


def test_workers_read_and_write_in_any_order_what_one_process_does() -> None:
    # Spawned rather than forked: a worker has nothing from this process.
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as workers:
        assert list(workers.map(read_document, TEXTS, chunksize=5)) == list(
            map(read_document, TEXTS)
        )
        assert list(workers.map(format, TEXTS[::-1])) == list(map(format, TEXTS))[::-1]
