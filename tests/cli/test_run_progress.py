"""The progress of a run: a bar on a terminal, a line now and then elsewhere, or nothing."""

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from corpusfmt.cli import console
from corpusfmt.cli.run_progress import RunProgress, StageProgress, State
from tests.command_line import ENVIRONMENT, LOOSE, PROGRAM, run, write

ANSI = re.compile(r"\x1b\[[0-9;]*m")


class Stream:
    """A standard error that keeps what is printed."""

    encoding = "utf-8"

    def __init__(self, *, is_terminal: bool) -> None:
        self.printed: list[str] = []
        self.is_terminal = is_terminal

    def isatty(self) -> bool:
        return self.is_terminal

    def write(self, text: str) -> None:
        self.printed.append(text)

    def flush(self) -> None:
        pass

    def reconfigure(self, **_: str) -> None:
        pass


class Clock:
    """A clock that is set by the test."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


Shown = Callable[[list[tuple[float, State]]], list[str]]


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Set a terminal of 100 columns without colours, outside of CI."""
    for name in ("CI", "GITHUB_ACTIONS", "TF_BUILD", "FORCE_COLOR", "GITLAB_CI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    console.prepare()


def show(
    monkeypatch: pytest.MonkeyPatch, stream: Stream, states: list[tuple[float, State]]
) -> list[str]:
    """Return what is printed as the states come, each so many seconds after the start."""
    clock = Clock()
    monkeypatch.setattr(sys, "stderr", stream)
    coming = [state for _, state in states]
    progress = RunProgress(lambda: coming[0], clock=clock)
    for seconds, _ in states:
        clock.now = 1000 + seconds
        progress.update()
        coming.pop(0)
    return stream.printed


STATES = [
    (0.9, State(90, 1000, "corpus/2023/a.txt")),
    (2.0, State(200, 1000, "corpus/2023/b.txt")),
    (2.1, State(210, 1000, "corpus/2023/b.txt")),
    (4.0, State(400, 1000, "corpus/2024/[red]\x1b.txt/c.txt")),
]


def test_a_bar_is_shown_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    printed = show(monkeypatch, Stream(is_terminal=True), STATES)
    assert len(printed) == 2, "none in the first second, and not more than five a second"
    first, second = (ANSI.sub("", line.removeprefix("\r\x1b[K")) for line in printed)
    assert first == f"{'━' * 4}╸{' ' * 19}  200 of 1,000 files  100 files/s  8 s left  corpus/2023"
    assert "  400 of 1,000 files  100 files/s  6 s left  corpus/2024/[red]" in second
    assert "\x1b" not in second
    assert "\n" not in "".join(printed)


def test_other_output_replaces_the_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Stream(is_terminal=True)
    show(monkeypatch, stream, STATES[:2])
    console.note("a message")
    console.note("another")
    assert stream.printed[1:] == [
        "\r\x1b[K",
        "corpusfmt: a message\n",
        "corpusfmt: another\n",
    ]


@pytest.mark.parametrize("columns", [20, 30, 60, 72, 80, 200])
def test_the_line_fits_the_terminal(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    long = State(200, 1000, f"{'folder/' * 40}漢字/a.txt")
    [printed] = show(monkeypatch, Stream(is_terminal=True), [(2.0, long)])
    line = ANSI.sub("", printed.removeprefix("\r\x1b[K"))
    assert len(line) + 2 * line.count("漢字") < columns
    assert line.strip().startswith("200 of 1,000 f" if columns < 70 else "━")
    assert ("漢字" in line) == (columns > 72)


def test_colours_are_those_that_follow_the_options(monkeypatch: pytest.MonkeyPatch) -> None:
    console.configure(color="always")
    [printed] = show(monkeypatch, Stream(is_terminal=True), STATES[1:2])
    assert ANSI.search(printed)
    console.configure(color="never")
    [printed] = show(monkeypatch, Stream(is_terminal=True), STATES[1:2])
    assert not ANSI.search(printed)


def test_a_terminal_without_unicode_has_a_bar_of_ascii(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Stream(is_terminal=True)
    stream.encoding = "ascii"
    [printed] = show(monkeypatch, stream, STATES[1:2])
    assert printed.removeprefix("\r\x1b[K").isascii()


def test_a_number_that_is_not_known_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    states = [(2.0, State(200, None, "news.tar/2023/a.txt"))]
    [printed] = show(monkeypatch, Stream(is_terminal=True), states)
    assert "  200 files  100 files/s  news.tar/2023" in ANSI.sub("", printed)
    assert "left" not in printed


def test_without_rich_there_are_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rich.console", None)
    [printed] = show(monkeypatch, Stream(is_terminal=True), STATES[1:2])
    assert printed == "\r\x1b[K200 of 1,000 files, 100 files/s, 8 s left, corpus/2023"


def test_elsewhere_there_is_a_line_every_half_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    states = [(float(second), State(second * 100, 36000, "a/b.txt")) for second in range(1, 100)]
    printed = show(monkeypatch, Stream(is_terminal=False), states)
    assert printed == [
        "corpusfmt: 3,000 of 36,000 files, 100 files/s, 6 min left\n",
        "corpusfmt: 6,000 of 36,000 files, 100 files/s, 5 min left\n",
        "corpusfmt: 9,000 of 36,000 files, 100 files/s, 4 min left\n",
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [("TERM", "dumb"), ("GITHUB_ACTIONS", "true"), ("TF_BUILD", "True"), ("CI", "1")],
)
def test_a_log_is_no_terminal(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    states = [(float(second), State(second, 1000, "a/b.txt")) for second in range(1, 40)]
    printed = show(monkeypatch, Stream(is_terminal=True), states)
    assert printed == ["corpusfmt: 30 of 1,000 files, 1.0 files/s, 16 min left\n"]


@pytest.mark.parametrize("is_terminal", [False, True])
def test_a_quiet_run_shows_none(is_terminal: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    console.configure(quiet=True)
    states = [(float(second), State(second, 1000, "a/b.txt")) for second in range(1, 40)]
    assert show(monkeypatch, Stream(is_terminal=is_terminal), states) == []


@pytest.mark.parametrize("total", [0, 10, None])
def test_a_run_without_any_result_has_an_empty_bar(
    total: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    [printed] = show(monkeypatch, Stream(is_terminal=True), [(2.0, State(0, total, ""))])
    assert "files/s" not in printed
    assert "0 " in printed


def test_the_rate_is_that_of_the_last_half_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    states = [(float(second), State(10_000, 20_000, "")) for second in range(1, 20)]
    states += [(20.0 + second, State(10_000 + second, 20_000, "")) for second in range(60)]
    printed = show(monkeypatch, Stream(is_terminal=True), states)
    assert "10,059 of 20,000 files  1.0 files/s  2.8 h left" in ANSI.sub("", printed[-1])


@pytest.mark.program
@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="other systems have no such terminals")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_run_on_a_terminal_shows_the_bar_and_leaves_nothing_of_it(
    jobs: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pty

    monkeypatch.chdir(write(tmp_path, {f"in/{number:03}.txt": LOOSE for number in range(60)}))
    # The bar is shown at once: how long the run takes depends on the machine.
    eager = (
        "import sys\n"
        "from corpusfmt.cli.main import main\n"
        "from corpusfmt.cli.pace import Pace\n"
        "sys.exit(main(sys.argv[1:], Pace(bar_after=0, bar_every=0)))\n"
    )
    words = ("check", "--no-cache", "--ignore", "level-5", "--jobs", jobs, "in")
    child, terminal = pty.fork()
    if child == 0:
        os.execve(sys.executable, (PROGRAM[0], "-c", eager, *words), _terminal())
    printed = b""
    while True:
        try:
            printed += os.read(terminal, 4096)
        except OSError:
            break
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1
    lines = printed.decode().replace("\r\n", "\n")
    assert re.search(r"\r\x1b\[K[^\n]*\d+ of 60 files  [\d.]+ files/s  \d+ s left  in", lines)
    left = re.sub(r"\r\x1b\[K[^\n\r]*(?=\r\x1b\[K)", "", lines).replace("\r\x1b[K", "")
    alone = run(*words)
    assert left == alone.out + alone.err


def _terminal() -> dict[str, str]:
    hidden = ("CI", "GITHUB_ACTIONS", "TF_BUILD", "FORCE_COLOR")
    kept = {name: value for name, value in ENVIRONMENT.items() if name not in hidden}
    return kept | {"TERM": "xterm", "COLUMNS": "90", "NO_COLOR": "1"}


@pytest.mark.parametrize("is_terminal", [True, False])
def test_a_stage_shows_for_how_long_it_takes(
    is_terminal: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream, clock = Stream(is_terminal=is_terminal), Clock()
    monkeypatch.setattr(sys, "stderr", stream)
    console.prepare()
    stage = StageProgress("comparing the articles", clock=clock)
    for seconds in (0.5, 0.6, 29.0, 31.0, 45.0, 100.0):
        clock.now = 1000.0 + seconds
        stage.update()
    printed = "".join(stream.printed)
    assert "comparing the articles, for 2 min so far" in printed
    assert printed.count("comparing") == (4 if is_terminal else 2)


@pytest.mark.parametrize("command", [("check", "--no-cache"), ("stats",)])
def test_to_compare_articles_is_a_stage(
    command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    updates: list[StageProgress] = []

    def update(stage: StageProgress) -> None:
        updates.append(stage)

    monkeypatch.setattr(StageProgress, "update", update)
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"a.txt": LOOSE, "b.txt": LOOSE})
    assert "duplicate-body" in run(*command, ".").out
    assert updates
