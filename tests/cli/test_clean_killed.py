"""Runs of ``clean`` that are killed or interrupted at any point go on to the same bytes."""

import errno
import json
import os
import shutil
from collections import Counter
from pathlib import Path

import pytest

from corpusfmt.cli.pace import Pace
from corpusfmt.config.load import default_settings
from corpusfmt.files.read import WriteError
from corpusfmt.project.cleaned_article import OUT
from corpusfmt.run.clean_article import make_policies
from corpusfmt.run.clean_report import CleanCounts, make_report
from tests.cli.test_clean import FILES, clean, interrupt_cleaning, written
from tests.command_line import run, write
from tests.killed_calls import count_calls, run_killed
from tests.systems import needs_posix

KILLS = {"text": 8, "jsonl": 6}
EACH = Pace(kept=-1)
"""Each text is a transaction."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, which has dirty files."""
    monkeypatch.chdir(tmp_path)
    return write(tmp_path, FILES)


@needs_posix
@pytest.mark.slow
@pytest.mark.program
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # a fork of a process with threads
@pytest.mark.parametrize("target", ["text", "jsonl"])
def test_a_run_that_is_killed_goes_on_to_the_same_bytes(
    target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)  # the system is not killed
    command = ("clean", "in", "out", "--to", target)
    whole = run(*command, pace=EACH)
    expected = written()
    shutil.rmtree("out")
    places = count_calls(*command, pace=EACH)
    shutil.rmtree("out")
    kills = KILLS[target]
    assert places > 2 * kills
    states: set[tuple[str, ...]] = set()
    for kill in range(kills):
        number = kill * places // kills
        assert run_killed(number, *command, tears=True, code=2, pace=EACH)
        assert "report.json" not in written() or kill > kills - 3
        states.add(tuple(written()))
        if kill % 2:
            run_killed(number // 2, *command, tears=True, code=2, pace=EACH)  # and killed again
        again = run(*command, pace=EACH)
        assert again.code == whole.code
        assert again.out.endswith(whole.out[whole.out.index("in   ") :])
        assert written() == expected, f"killed at {number} of {places}"
        shutil.rmtree("out")
    assert len(states) > kills // 4


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_run_that_is_interrupted_goes_on(jobs: str, monkeypatch: pytest.MonkeyPatch) -> None:
    clean(out="whole", pace=EACH)
    added = interrupt_cleaning(monkeypatch, 8)
    ended = clean("--jobs", jobs, pace=EACH)
    assert ended.code == 130
    assert ended.err.splitlines()[-1] == (
        "corpusfmt: interrupted: 7 of 11 files read: run the same command again to continue"
    )
    assert written() == {}
    again = clean("--jobs", jobs, pace=EACH)
    assert "corpusfmt: out has 7 texts; continuing from there\n" in again.err
    assert added == [*range(8), *range(7, 13)], "no text is read again that was kept"
    assert written() == written("whole")


def test_a_run_that_fails_to_write_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    clean(out="whole", pace=EACH)

    whole = os.replace

    def fail(source: str, target: str) -> None:
        if "news" in target:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        whole(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", fail)
        ended = clean(pace=EACH)
    assert ended.code == 2
    assert "corpusfmt: out/articles/news.txt: no space left on the disk" in ended.err
    assert 0 < len(written()) < len(written("whole"))
    assert clean(pace=EACH).code == 2
    assert written() == written("whole")


def test_an_input_that_changes_during_the_run_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = os.replace

    def change(source: str, target: str) -> None:
        Path("in/date.txt").write_text("changed")
        whole(source, target)

    monkeypatch.setattr(os, "replace", change)  # when the first article is written
    ended = clean(pace=EACH)
    assert ended.code == 2
    assert "corpusfmt: in/date.txt: was changed while it was cleaned" in ended.err
    assert "report.json" not in written()


def test_numbers_that_do_not_add_up_are_not_reported() -> None:
    policies = make_policies(default_settings())
    counts = CleanCounts(Counter({OUT: 3}))
    assert json.loads(make_report(counts, {}, policies, {}))["in"] == 3
    counts.outcomes["lost"] += 1
    with pytest.raises(WriteError, match="the numbers of the run do not add up"):
        make_report(counts, {}, policies, {})
