"""Findings of many files: the reports are the same, and only few findings are in memory."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from corpusfmt.model.diagnostic import Report
from corpusfmt.model.file_result import FileResult
from corpusfmt.report import fingerprint
from corpusfmt.report.formats import FORMATS
from corpusfmt.run import result_store
from corpusfmt.run.result_store import ResultStore
from tests.archives import save, tar
from tests.checkout import ROOT
from tests.command_line import ENVIRONMENT, Ended, read, run, write
from tests.report.runs import diagnostic
from tests.systems import needs_posix

ARTICLE = "# Ferry {0}\n\n\n\nText of the article {0}, which is \u201cgood.\n\n\nMore.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, which has some articles with findings, and others."""
    monkeypatch.chdir(tmp_path)
    files: dict[str, str | bytes] = {
        f"in/{number:02}.txt": ARTICLE.format(number % 9) for number in range(30)
    }
    files["in/a.txt"] = b"# Caf\xe9\n\n\n\nText.\n"
    files["in/b.txt"] = "# Ferry\n\n\n\nText of the article.\n"
    files["corpusfmt.toml"] = 'require = ["date"]\n'
    return write(tmp_path, files)


@contextmanager
def few_in_memory(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setattr(result_store, "_FEW", 3)
        patch.setattr(result_store, "_AT_ONCE", 2)
        patch.setattr(fingerprint, "_FEW", 3)
        yield


def everything(*words: str) -> tuple[Ended, dict[str, bytes]]:
    """Return how a check ends, and all reports that it writes."""
    reports = [word for name in FORMATS for word in ("--report", f"{name}=out/{name}")]
    Path("out").mkdir(exist_ok=True)
    ended = run("check", "in", "--no-cache", *reports, *words)
    return ended, read(Path("out"))


@pytest.mark.parametrize("words", [(), ("-j", "2"), ("--statistics", "--report", "text")])
def test_the_reports_are_the_same(words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    kept = everything(*words)
    assert all(kept[1].values())
    assert b"duplicate-body" in kept[1]["json"]
    with few_in_memory(monkeypatch):
        assert everything(*words) == kept


def test_the_reports_of_an_archive_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {path.name: path.read_bytes().decode("latin-1") for path in Path("in").iterdir()}
    members = {name: text.encode("latin-1", "replace") for name, text in texts.items()}
    save(Path("in.tar"), tar({name: data.decode("latin-1") for name, data in members.items()}))
    kept = run("check", "in.tar", "--report", "jsonl")
    assert kept.out.count("duplicate-body") > 5
    with few_in_memory(monkeypatch):
        assert run("check", "in.tar", "--report", "jsonl") == kept
        assert run("check", "in.tar", "--report", "jsonl", "-j", "2") == kept


def test_files_are_moved_to_the_quarantine_as_before(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("check", "in", "--quarantine", "q", "--report", "concise", "--no-cache")
    kept = run(*words)
    assert "moved 32 files to q" in kept.err
    moved = read(folder)
    assert run("quarantine", "--restore", "q").code == 0
    for path in sorted(Path("q").rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    with few_in_memory(monkeypatch):
        assert run(*words) == kept
    assert read(folder).keys() == moved.keys()


def test_a_baseline_hides_the_same_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("baseline", "in").code == 0
    with open("corpusfmt.toml", "a", encoding="utf-8") as file:
        file.write('baseline = "corpusfmt-baseline.jsonl"\n')
    write(Path(), {"in/00.txt": "# Ferry\n", "in/c.txt": ARTICLE.format("C")})
    kept = everything()
    assert b"stale-baseline" in kept[1]["json"]
    with few_in_memory(monkeypatch):
        assert everything() == kept


def test_results_are_read_again_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["b.txt", "a\udcff.txt", "\uffff.txt", "\U00010000.txt", "c.txt", "a.txt"]
    with few_in_memory(monkeypatch):
        store = ResultStore()
        for name in names:
            store.put(FileResult(Report(name)))
        store.put(FileResult(Report("c.txt", error="gone")))
        store.add(diagnostic(path="b.txt", line=9))
        store.add_diagnostics("b.txt", [diagnostic(path="b.txt", line=2)])
        assert [result.path for result in store] == names
        assert (len(store), "c.txt" in store, "d.txt" in store) == (6, True, False)
        store.sort()
        assert [result.path for result in store] == sorted(names)
        store.put(FileResult(Report("0.txt")))
        assert [result.path for result in store][-1] == "0.txt"
        found = store.get("b.txt")
        assert found is not None
        assert [one.line for one in found.report.diagnostics] == [2, 9]
        assert [result.report.error for result in store if result.path == "c.txt"] == ["gone"]


def test_results_can_be_replaced_while_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    with few_in_memory(monkeypatch):
        store = ResultStore()
        for number in range(20):
            store.put(FileResult(Report(f"{number:02}.txt")))
        for result in store:
            store.put(FileResult(Report(result.path, error="moved")))
        assert [result.report.error for result in store] == ["moved"] * 20


MEASURED = """
import sys
from corpusfmt.model.diagnostic import Report
from corpusfmt.model.file_result import FileResult
from corpusfmt.report import Results, Run
from corpusfmt.report.formats import pieces
from corpusfmt.run.result_store import ResultStore
from tests.report.runs import diagnostic
store = ResultStore()
for number in range(int(sys.argv[1])):
    path = f"in/{number}.txt"
    found = diagnostic(path=path, excerpt=f"line {number}")
    store.put(FileResult(Report(path, (found,)), text=f"text {number}"))
run = Run(Results(lambda: store), len(store), (), (), 1, "0.1.0")
for name in sys.argv[2:]:
    written = sum(len(piece) for piece in pieces(name, run))
    assert written > 1_000 * (name == "github" or int(sys.argv[1]) // 15)
status = open("/proc/self/status").read()
print(status.partition("VmHWM:")[2].split()[0])
"""


def peak(files: int, *names: str) -> int:
    """Return the most memory in kB of a program that writes reports of so many files."""
    command = (sys.executable, "-c", MEASURED, str(files), *names)
    done = subprocess.run(command, capture_output=True, env=ENVIRONMENT, cwd=ROOT, check=True)
    return int(done.stdout)


@needs_posix
@pytest.mark.slow
@pytest.mark.program
@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured by /proc")
def test_the_memory_of_reports_does_not_depend_on_the_number_of_findings() -> None:
    growth = peak(22_000, "json") - peak(8_000, "json")
    assert growth < 7_000  # in memory, 14,000 findings take 13,000 kB, and more in a whole report
