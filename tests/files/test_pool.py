"""Work on many files: in the order of the files, in one process or several."""

import os
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from corpusfmt.files import pool
from corpusfmt.files.pool import WorkerError, in_order

pytestmark = pytest.mark.program


ITEMS = list(range(500))


def square(number: int) -> int:
    return number * number


def process_of(number: int) -> int:
    time.sleep(0.001)
    return os.getpid()


def sleep_backwards(number: int) -> int:
    time.sleep(max(0, 20 - number) / 1000)
    return number


def fail_at(bad: int, number: int) -> int:
    if number == bad:
        raise ZeroDivisionError(f"at {number}")
    return number


def die_at(bad: int, number: int) -> int:
    if number == bad:
        os._exit(9)
    return number


def touch(folder: str, number: int) -> int:
    Path(folder, str(number)).touch()
    time.sleep(0.01)
    return number


@pytest.mark.parametrize("jobs", [None, 1, 2, 3, 9])
@pytest.mark.parametrize("number", [0, 1, 2, 3, 63, 64, 65, 66, 500])
def test_results_are_in_the_order_of_the_items(number: int, jobs: int | None) -> None:
    assert list(in_order(square, ITEMS[:number], jobs)) == [square(item) for item in ITEMS[:number]]


def test_a_slow_item_does_not_change_the_order() -> None:
    assert list(in_order(sleep_backwards, ITEMS[:40], 3)) == ITEMS[:40]


def test_several_processes_do_the_work() -> None:
    processes = set(in_order(process_of, ITEMS, 3))
    assert len(processes - {os.getpid()}) == 3


def test_few_items_need_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2, 3}, raising=False)
    few = ITEMS[: pool.PARALLEL_FILES - 1]
    assert set(in_order(process_of, few, None)) == {os.getpid()}
    assert len(set(in_order(process_of, ITEMS[: pool.PARALLEL_FILES], None))) > 1


def test_the_number_of_processes_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[int] = []

    start = BaseProcess.start

    def count(process: BaseProcess) -> None:
        started.append(1)
        start(process)

    monkeypatch.setattr(BaseProcess, "start", count)
    assert list(in_order(square, ITEMS * 100, 10**9)) == [square(item) for item in ITEMS * 100]
    assert len(started) == 60


def test_the_work_is_done_without_processes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(process: BaseProcess) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(BaseProcess, "start", refuse)
    assert set(in_order(process_of, ITEMS[:20], 4)) == {os.getpid()}


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("bad", [0, 1, 100, 499])
def test_an_error_is_raised_at_its_item(bad: int, jobs: int) -> None:
    results = in_order(partial(fail_at, bad), ITEMS, jobs)
    with pytest.raises(ZeroDivisionError, match=f"at {bad}"):
        list(results)


@pytest.mark.parametrize("bad", [1, 100, 499])
def test_a_killed_process_is_an_error_and_the_others_end(bad: int) -> None:
    results = in_order(partial(die_at, bad), ITEMS, 3)
    received: list[int] = []
    with pytest.raises(WorkerError):
        received.extend(results)
    assert received == ITEMS[: len(received)]
    assert_no_process_is_left()


def test_a_closed_iterator_ends_after_the_current_items(tmp_path: Path) -> None:
    results = in_order(partial(touch, str(tmp_path)), ITEMS, 2)
    assert next(results) == 0
    assert next(results) == 1
    began = time.monotonic()
    results.close()
    assert time.monotonic() - began < 1  # all of it would take two and a half seconds
    assert_no_process_is_left()
    done = len(list(tmp_path.iterdir()))
    time.sleep(0.1)
    assert len(list(tmp_path.iterdir())) == done < len(ITEMS)


def assert_no_process_is_left() -> None:
    import multiprocessing

    assert multiprocessing.active_children() == []


def squares_in_a_pool(_: int) -> list[int]:
    return list(in_order(square, ITEMS, 2))


@pytest.mark.parametrize("times", range(2))
def test_several_threads_may_use_processes_at_once(times: int) -> None:
    expected = list(map(square, ITEMS))
    with ThreadPoolExecutor(3) as threads:
        assert list(threads.map(squares_in_a_pool, range(3), timeout=60)) == [expected] * 3


def test_a_process_of_a_pool_works_alone() -> None:
    with get_context("fork").Pool(1) as pool:
        assert pool.map_async(squares_in_a_pool, [0]).get(60) == [list(map(square, ITEMS))]


def test_closing_does_not_wait_for_other_processes() -> None:
    results = in_order(square, ITEMS, 2)
    assert [next(results), next(results)] == [0, 1]
    other = get_context("fork").Process(target=time.sleep, args=(60,))
    other.start()
    try:
        began = time.monotonic()
        results.close()
        assert time.monotonic() - began < 30
    finally:
        other.kill()
        other.join()
