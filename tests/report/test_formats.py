"""The laws of all report formats."""

import pkgutil
import subprocess
import sys
from importlib import import_module

import pytest

import corpusfmt.report
from corpusfmt.model.diagnostic import Report
from corpusfmt.report import Run
from corpusfmt.report.formats import FORMATS
from tests.report.runs import EVERYTHING, RUNS, diagnostic, run_of

NAMES = ("text", "concise", "json", "jsonl", "sarif", "junit", "github", "gitlab", "rdjson")


def test_every_module_that_renders_is_a_format() -> None:
    modules = [module.name for module in pkgutil.iter_modules(corpusfmt.report.__path__)]
    rendering = [
        name for name in modules if hasattr(import_module(f"corpusfmt.report.{name}"), "lines")
    ]
    assert sorted(FORMATS) == sorted(name.removesuffix("_") for name in rendering) == sorted(NAMES)


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
@pytest.mark.parametrize("name", FORMATS)
def test_a_report_is_the_same_each_time_and_can_be_written(name: str, run: Run) -> None:
    report = FORMATS[name](run)
    assert report == FORMATS[name](run)
    assert report.encode("utf-8").endswith(b"\n")
    assert not report.endswith("\n\n")


@pytest.mark.parametrize("name", ["json", "jsonl", "sarif", "junit", "gitlab", "rdjson"])
def test_what_machines_read_is_ascii(name: str) -> None:
    assert FORMATS[name](EVERYTHING).isascii()


@pytest.mark.parametrize("name", FORMATS)
def test_the_files_keep_the_order_of_the_run(name: str) -> None:
    one, other = (Report(path, (diagnostic(path=path),)) for path in ("zebra.txt", "apple.txt"))
    report = FORMATS[name](run_of(one, other))
    assert 0 <= report.index("zebra.txt") < report.index("apple.txt")
    assert FORMATS[name](run_of(other, one)) != report


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_says_what_was_not_fixed_and_counts_it_as_checked(name: str) -> None:
    report = FORMATS[name](RUNS["unfixed"])
    for reported in ("2 blank lines", "read-only", "no space left", "not"):
        assert reported in report, reported
    for header in ('name="could not be checked" value="0"', "A file that could not be checked."):
        report = report.replace(header, "")
    assert "could not be checked" not in report


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_tells_what_was_checked_and_what_was_not(name: str) -> None:
    run = run_of(
        Report("locked.txt", error="permission denied"),
        checked=4711,
        skipped=(("hidden", 2701),),
        missing=(("gone.txt", "does not exist"),),
        exit_code=2,
    )
    report = FORMATS[name](run).replace("4,711", "4711").replace("2,701", "2701")
    for reported in (
        "4711",
        "2701",
        "hidden",
        "locked.txt",
        "permission denied",
        "gone.txt",
        "does not exist",
    ):
        assert reported in report, reported


@pytest.mark.parametrize("name", FORMATS)
def test_no_run_that_went_wrong_looks_like_a_clean_one(name: str) -> None:
    file = Report("a.txt")
    clean = FORMATS[name](run_of(file))
    assert "interrupted:" not in clean
    assert "the run was interrupted" in FORMATS[name](run_of(file, interrupted=True, exit_code=130))
    assert "nothing was checked" in FORMATS[name](run_of())
    assert "the run did not finish" in FORMATS[name](run_of(file, exit_code=2))


def test_a_format_is_loaded_at_its_first_use() -> None:
    script = """if True:
        import sys
        from corpusfmt.report.formats import FORMATS
        formats = [name for name in sys.modules if name.startswith("corpusfmt.report.")]
        print(sorted(formats), "xml" in sys.modules)
    """
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout == "['corpusfmt.report.formats'] False\n"
