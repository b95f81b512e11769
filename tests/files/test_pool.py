"""Work on many files: in the order of the files, in one process or several."""

import os
import signal
import tempfile
import time
import weakref
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from corpusfmt.files import pool
from corpusfmt.files.heartbeat import HEARTBEAT
from corpusfmt.files.pool import Care, Rescue, WorkerError, in_order, in_order_of_stream
from tests.systems import needs_posix

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


def sleep_long(number: int) -> int:
    time.sleep(0.35)
    return number


def kill_at(bad: set[int], number: int) -> int:
    """Kill the process at some numbers."""
    if number in bad:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def kill_once(folder: str, number: int) -> int:
    """Kill the process at the numbers below 9, each the first time only."""
    mark = Path(folder, str(number))
    if number < 9 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def end_in_callback_at(bad: int, number: int) -> int:
    """Ask the process to end in a callback, where Python ignores exceptions."""
    if number == bad:
        item = Item()
        kept = weakref.ref(item, lambda _: os.kill(os.getpid(), signal.SIGTERM))
        del item
        assert kept() is None
    return number


class Item:
    """Something that a weak reference can be to."""


def no_memory_at(bad: int, number: int) -> int:
    if number == bad:
        raise MemoryError
    return number


def squares_of(batch: tuple[int, ...]) -> list[int]:
    """Return the squares of some numbers; 130 kills the process."""
    return [square(kill_at({130}, number)) for number in batch]


def wait_for_others(folder: str, number: int, others: int = 400) -> int:
    """Wait in the work on the first item until others are done."""
    end = time.monotonic() + 30
    while number == 0 and len(os.listdir(folder)) < others:
        assert time.monotonic() < end, "the others wait"
        time.sleep(0.01)
    Path(folder, str(number)).touch()
    return number


CARE: Care[int, int] = Care(Rescue(lambda number: -number - 1), warm_up=list)
"""Lost items are marked by a negative number; nothing is done in this process."""


def touch(folder: str, number: int) -> int:
    Path(folder, str(number)).touch()
    time.sleep(0.01)
    return number


@pytest.mark.parametrize("jobs", [None, 1, 2, 5])
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

    assert pool._MOST_PROCESSES == 60  # Windows can wait for 63 handles
    monkeypatch.setattr(pool, "_MOST_PROCESSES", 7)
    monkeypatch.setattr(BaseProcess, "start", count)
    assert list(in_order(square, ITEMS, 10**9)) == [square(item) for item in ITEMS]
    assert len(started) == 7


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
    results.close()
    assert_no_process_is_left()
    done = len(list(tmp_path.iterdir()))
    time.sleep(0.1)
    assert len(list(tmp_path.iterdir())) == done < len(ITEMS)


def assert_no_process_is_left() -> None:
    import multiprocessing

    assert multiprocessing.active_children() == []


def squares_in_a_pool(_: int) -> list[int]:
    return list(in_order(square, ITEMS, 2))


def test_several_threads_may_use_processes_at_once() -> None:
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


# --- processes that end ---------------------------------------------------------------------------


@needs_posix
@pytest.mark.parametrize(
    ("bad", "jobs"),
    [({0}, 2), ({1, 2, 3}, 3), ({64, 65, 499}, 5), (set(range(0, 500, 125)), 3)],
)
def test_an_item_that_kills_its_process_costs_only_its_result(bad: set[int], jobs: int) -> None:
    expected = [-item - 1 if item in bad else item for item in ITEMS]
    assert list(in_order(partial(kill_at, bad), ITEMS, jobs, care=CARE)) == expected
    streamed = in_order_of_stream(partial(kill_at, bad), iter(ITEMS), jobs, 6, CARE)
    assert list(streamed) == expected
    assert_no_process_is_left()


@needs_posix
@pytest.mark.parametrize("chunk", [1, 8, 64])
def test_a_process_that_is_killed_once_costs_nothing(chunk: int, tmp_path: Path) -> None:
    done = in_order(partial(kill_once, str(tmp_path)), ITEMS, 2, chunk, CARE)
    assert list(done) == ITEMS
    assert len(os.listdir(tmp_path)) == 9


@needs_posix
def test_a_process_that_is_asked_to_end_in_a_callback_ends_without_a_traceback(
    capfd: pytest.CaptureFixture[str],
) -> None:
    done = list(in_order(partial(end_in_callback_at, 100), ITEMS, 2, care=CARE))
    assert done == [-101 if item == 100 else item for item in ITEMS]
    assert capfd.readouterr().err == ""


def test_an_item_without_enough_memory_costs_only_its_result(
    capfd: pytest.CaptureFixture[str],
) -> None:
    done = list(in_order(partial(no_memory_at, 100), ITEMS, 2, care=CARE))
    assert done == [-101 if item == 100 else item for item in ITEMS]
    assert capfd.readouterr().err == ""


@needs_posix
def test_the_parts_of_an_item_are_tried_one_by_one() -> None:
    batches = [tuple(ITEMS[start : start + 32]) for start in range(0, 500, 32)]
    rescue: Rescue[tuple[int, ...], list[int]] = Rescue(
        lambda batch: [0 for _ in batch], lambda batch: [(number,) for number in batch]
    )
    done = in_order(squares_of, batches, 2, 2, Care(rescue, list))
    found = [number for batch in done for number in batch]
    assert found == [0 if item == 130 else square(item) for item in ITEMS]


def test_a_slow_item_does_not_hold_the_others(tmp_path: Path) -> None:
    done = in_order(partial(wait_for_others, str(tmp_path)), ITEMS, 2, 1, CARE)
    assert list(done) == ITEMS


@pytest.mark.parametrize("is_full", [False, True])
def test_results_that_wait_are_in_a_file(
    is_full: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[int] = []
    whole = tempfile.TemporaryFile

    def open_file(*words: object, **more: object) -> object:
        opened.append(1)
        if is_full:
            raise OSError(28, "No space left on device")
        return whole(*words, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(tempfile, "TemporaryFile", open_file)
    care: Care[int, int] = Care(CARE.rescue, CARE.warm_up, in_memory=10)
    done = in_order(partial(wait_for_others, str(tmp_path), others=5), ITEMS, 3, 1, care)
    assert list(done) == ITEMS
    assert opened


def test_a_function_is_called_while_the_processes_work() -> None:
    beats: list[int] = []
    with HEARTBEAT.calling(lambda: beats.append(1)):
        assert list(in_order(sleep_long, [0, 1, 2], 2, 1, CARE)) == [0, 1, 2]
    assert beats
    beats.clear()
    assert list(in_order(sleep_long, [0, 1, 2], 2, 1, CARE)) == [0, 1, 2]
    assert not beats


@needs_posix
def test_a_run_without_any_process_left_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    start = BaseProcess.start
    started: list[int] = []

    def refuse(process: BaseProcess) -> None:
        started.append(1)
        if len(started) > 2:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        start(process)

    monkeypatch.setattr(BaseProcess, "start", refuse)
    with pytest.raises(WorkerError):
        list(in_order(partial(kill_at, {10, 490}), ITEMS, 2, care=CARE))
    assert_no_process_is_left()
