"""What users do to a program: pipes that close, disks that fill, odd encodings, Ctrl-C, processes
that are killed.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from corpusfmt.api.articles import format
from corpusfmt.cli.main import main
from corpusfmt.cli.pace import Pace
from corpusfmt.syntax import parse_progress
from tests.checkout import copy_package
from tests.command_line import (
    CLEAN,
    ENVIRONMENT,
    LOOSE,
    PROGRAM,
    WESTERN,
    Ended,
    fail_to_open,
    read,
    read_articles,
    run,
    run_program,
    write,
)

pytestmark = [
    pytest.mark.skipif(os.name != "posix", reason="signals and streams of a POSIX system"),
    pytest.mark.program,
]
needs_full = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no such device")
needs_proc = pytest.mark.skipif(
    not os.path.exists("/proc/self/task"), reason="there is no list of processes"
)

MANY = 24
"""The number of files of a run: more than those that its processes are given at once."""

COMMANDS = (
    ("check", "in"),
    ("fmt", "--diff", "in"),
    ("convert", "in", "--to", "jsonl"),
    ("convert", "in", "--to", "json", "-o", "out"),
)
every_command = pytest.mark.parametrize("words", COMMANDS, ids=lambda words: "-".join(words[::2]))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder, which is the current one, with articles that are not canonical and files
    that are not UTF-8.
    """
    many = {f"in/{number:03}.txt": LOOSE if number % 2 else WESTERN for number in range(MANY)}
    folder = write(tmp_path / "folder", many)
    monkeypatch.chdir(folder)
    return folder


# --- streams --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "jobs"), [*((words, "1") for words in COMMANDS), (COMMANDS[0], "2")]
)
def test_a_reader_that_goes_away_ends_the_run_in_silence(words: tuple[str, ...], jobs: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as stdout:
        ended = run_program(*words, "--jobs", jobs, stdout=stdout)
    assert ended.code == 2
    assert "corpusfmt: " not in ended.err
    assert "Traceback" not in ended.err


@needs_full
@pytest.mark.parametrize("words", [*COMMANDS, ("--version",), ("check", "--help")], ids="-".join)
def test_a_standard_output_that_is_full_is_reported(words: tuple[str, ...]) -> None:
    with open("/dev/full", "wb") as stdout:
        ended = run_program(*words, stdout=stdout)
    assert ended.code == 2
    assert ended.err.endswith(
        "corpusfmt: the standard output could not be written: no space left on the disk\n"
    )
    assert ended.err.count("corpusfmt: ") == 1


@needs_full
@every_command
def test_a_standard_error_that_is_full_changes_nothing(words: tuple[str, ...]) -> None:
    with open("/dev/full", "wb") as stderr:
        ended = run_program(*words, stderr=stderr)
    assert (ended.code, ended.out) == run(*words)[:2]


@pytest.mark.parametrize(
    ("closed", "jobs", "code", "reported"),
    [
        ((1,), "1", 2, "corpusfmt: the standard output could not be written: it is closed\n"),
        ((1,), "2", 2, "corpusfmt: the standard output could not be written: it is closed\n"),
        ((2,), "1", 1, ""),
        ((0, 2), "2", 1, ""),
        ((0, 1, 2), "2", 2, ""),
    ],
)
def test_closed_streams_do_no_harm(
    closed: Sequence[int], jobs: str, code: int, reported: str
) -> None:
    def close() -> None:
        for descriptor in closed:
            os.close(descriptor)

    ended = run_program("check", "in", "--jobs", jobs, preexec_fn=close)
    assert (ended.code, ended.err) == (code, reported)
    assert bool(ended.out) is (1 not in closed)


def test_an_output_file_is_not_blamed_for_the_standard_output(folder: Path) -> None:
    write(
        folder, {f"in/{number:03}.txt": LOOSE if number == 0 else WESTERN for number in range(200)}
    )
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as stdout:
        ended = run_program("convert", "in", "--to", "jsonl", "-o", "out.jsonl", stdout=stdout)
    assert ended == Ended(2, "", "")
    assert os.listdir() == ["in"]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return a folder to import corpusfmt from: an installation whose path is not ASCII, as a
    checkout's may be.
    """
    return str(copy_package(tmp_path_factory.mktemp("installed") / "Bücher und Läden"))


@pytest.mark.parametrize(
    "variables",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1:strict"},
    ],
    ids=str,
)
def test_any_encoding_of_the_terminal_will_do(
    variables: dict[str, str], folder: Path, package: str
) -> None:
    variables = variables | {"PYTHONPATH": package}
    write(
        folder, {"é.txt": "# Ünï “x”\n\n\n\nTëxt  \x01\n", "d.txt": "# Ünï “x”  y \n\n\n\nTëxt.\n"}
    )
    checked = run_program("check", "é.txt", variables=variables, stdout=subprocess.PIPE)
    assert checked.code == 1
    assert "report" not in checked.err
    assert "[control-character]" in checked.out
    # Documents, texts and patches are UTF-8 whatever the terminal takes.
    for words in (("convert", "d.txt", "--to", "jsonl"), ("fmt", "--diff", "d.txt")):
        assert run_program(*words, variables=variables).out == run(*words).out
        assert "Ünï “x”" in run(*words).out
    rows = write(
        folder,
        {"r.jsonl": run("convert", "d.txt", "--to", "jsonl").out.replace("d.txt", "ö/ü.txt")},
    )
    back = run_program("convert", "r.jsonl", "--to", "text", "-o", "back", variables=variables)
    assert "report" not in back.err
    assert back.code == (0 if list(rows.glob("back/*/*.txt")) else 2)


@pytest.mark.slow
def test_progress_within_a_large_file_is_shown_by_bytes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[str] = []
    terminal = type(
        "Terminal", (), {"isatty": lambda _: True, "write": lambda _, text: printed.append(text)}
    )()
    terminal.flush = terminal.reconfigure = lambda **_: None
    write(folder, {"large.txt": "# T\n\n\n\n" + "Some words of a paragraph.\n\n" * 40_000})
    for module in ("reading", "tokens"):
        monkeypatch.setattr(f"corpusfmt.syntax.{module}.LARGE", 1_000_000)
    monkeypatch.setattr(parse_progress.pulse, "share", 0.0)  # that of an earlier text
    monkeypatch.setattr(sys, "stderr", terminal)
    # The line is shown at once: how long the file takes depends on the machine.
    main(["fmt", "--check", "large.txt"], Pace(file_after=0, file_every=0.01))
    shares = [
        float(share)
        for share in re.findall(r"large\.txt: \w+ ([0-9.]+) of 1\.1 MB, \d+ s", "".join(printed))
    ]
    assert shares
    assert max(shares) > 0
    assert all(0 <= share <= 1.2 for share in shares)
    assert printed[-1].startswith("corpusfmt: read 1 file")


def test_progress_is_no_part_of_a_file(folder: Path) -> None:
    assert "\r" not in run_program("check", "in").err


# --- interrupts -----------------------------------------------------------------------------------

# A program whose work on one file waits until it may go on, so that the signal comes when it is at
# work.
SLOW = """
import os, sys, time
from corpusfmt.cli.main import main
whole = os.open
def slow(path, *more, **others):
    if os.fsdecode(path).endswith(".txt") and not os.fsdecode(path).endswith("000.txt"):
        open("../at-work", "w").close()
        time.sleep(0.05)
    return whole(path, *more, **others)
os.open = slow
sys.exit(main(sys.argv[1:]))
"""

Start = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture
def start(folder: Path) -> Iterator[Start]:
    """Return what starts a slow command, which is at work on the second file or later."""
    programs: list[subprocess.Popen[bytes]] = []

    def begin(*words: str) -> subprocess.Popen[bytes]:
        program = subprocess.Popen(
            (sys.executable, "-c", SLOW, *words),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=ENVIRONMENT,
            start_new_session=True,
        )
        programs.append(program)
        wait_for(lambda: os.path.exists("../at-work"))
        return program

    yield begin
    for program in programs:
        if program.poll() is None:
            os.killpg(program.pid, signal.SIGKILL)
        program.communicate()
    Path("../at-work").unlink(missing_ok=True)


def wait_for(condition: Callable[[], object]) -> None:
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline, "it did not come"
        time.sleep(0.01)


def end(program: "subprocess.Popen[bytes]") -> Ended:
    out, err = program.communicate(timeout=30)
    return Ended(program.returncode, out.decode(), err.decode())


def workers_of(program: "subprocess.Popen[bytes]") -> list[int]:
    return list(
        map(int, Path(f"/proc/{program.pid}/task/{program.pid}/children").read_text().split())
    )


def is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_an_interrupt_ends_with_what_was_found_so_far(name: str, jobs: str, start: Start) -> None:
    program = start("check", "in", "--jobs", jobs)
    os.killpg(program.pid, signal.Signals[name])
    ended = end(program)
    assert ended.code == 130
    if jobs == "1":  # other processes may have returned nothing yet
        assert "in/000.txt:1:6: error: " in ended.out
    assert re.fullmatch(rf"corpusfmt: interrupted: \d+ of {MANY} files checked(: .*)?\n", ended.err)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_leaves_the_output_and_no_other_file(
    jobs: str, start: Start, folder: Path
) -> None:
    write(folder, {"out.jsonl": "old"})
    before = read(folder)
    program = start("convert", "in", "--to", "jsonl", "-o", "out.jsonl", "--jobs", jobs)
    program.send_signal(signal.SIGINT)
    ended = end(program)
    assert ended.code == 130
    assert "interrupted: " in ended.err
    assert "out.jsonl was not written" in ended.err
    assert read(folder) == before


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("words", [("fmt", "in"), ("check", "--fix", "--ignore", "level-5", "in")])
def test_an_interrupted_run_leaves_every_file_whole_and_counts_what_it_has_rewritten(
    words: tuple[str, ...], jobs: str, start: Start, folder: Path
) -> None:
    before: dict[str, str | bytes] = {
        f"in/{number:03}.txt": LOOSE.encode() for number in range(MANY)
    }
    write(folder, before)
    program = start(*words, "--jobs", jobs)
    wait_for(lambda: any(folder.glob(".corpusfmt/undo/*/*.journal")))
    os.killpg(program.pid, signal.SIGINT)
    ended = end(program)
    assert ended.code == 130
    now = read_articles(folder)
    assert now.keys() == before.keys()
    assert set(now.values()) <= {LOOSE.encode(), format(LOOSE).encode()}
    rewritten = sum(data != LOOSE.encode() for data in now.values())
    reported = re.findall(r"(\d+)(?: files?)? rewritten", ended.err)
    assert [int(number) for number in reported] == [rewritten]


@pytest.mark.parametrize(("words", "done"), [(("fmt",), "read"), (("check", "--fix"), "checked")])
def test_a_run_that_was_interrupted_at_once_has_nothing_to_count(
    words: tuple[str, ...], done: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, {"a.txt": LOOSE, "b.txt": LOOSE})
    fail_to_open(monkeypatch, "a.txt", KeyboardInterrupt())
    ended = run(*words, "a.txt", "b.txt")
    assert ended == Ended(130, "", f"corpusfmt: interrupted: 0 of 2 files {done}\n")


@needs_proc
def test_an_interrupt_leaves_no_process_behind(start: Start) -> None:
    program = start("check", "in", "--jobs", "3")
    workers = workers_of(program)
    assert len(workers) == 3
    program.send_signal(signal.SIGINT)
    assert end(program).code == 130
    assert not any(map(is_running, workers))


@needs_proc
def test_processes_end_when_the_program_is_killed(start: Start) -> None:
    program = start("check", "in", "--jobs", "3")
    workers = workers_of(program)
    program.kill()
    program.wait()
    wait_for(lambda: not any(map(is_running, workers)))


@pytest.mark.slow
@needs_proc
@pytest.mark.parametrize(
    ("number", "words"),
    [*((signal.SIGKILL, words) for words in COMMANDS), (signal.SIGTERM, COMMANDS[0])],
)
def test_a_process_that_is_killed_changes_nothing(
    number: signal.Signals, words: tuple[str, ...], start: Start, folder: Path
) -> None:
    program = start(*words, "--jobs", "2")
    os.kill(workers_of(program)[0], number)
    ended = end(program)
    after = read_articles(folder)
    shutil.rmtree("out", ignore_errors=True)
    assert run(*words, "--jobs", "1") == ended
    assert read_articles(folder) == after


@needs_proc
def test_processes_that_are_killed_all_the_time_end_the_run(start: Start, folder: Path) -> None:
    program = start("check", "in", "--jobs", "2")
    killed: set[int] = set()
    while program.poll() is None:
        for process in workers_of(program):
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
            killed.add(process)
        time.sleep(0.01)
    ended = end(program)
    assert ended.code == 2
    assert len(killed) > MANY
    assert ended.err.count(": its process was killed twice") == MANY
    assert "Traceback" not in ended.err


def test_an_interrupt_before_any_file_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "scandir", interrupt)
    assert run("check", "in") == Ended(130, "", "corpusfmt: interrupted\n")


def test_the_program_can_be_run_by_its_module() -> None:
    done = subprocess.run(
        (*PROGRAM, "check", "-"),
        input=CLEAN.encode(),
        capture_output=True,
        env=ENVIRONMENT,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, b"")
