"""The Python API has the findings and fixes of the commands, and errors are values."""

import json
import multiprocessing
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import corpusfmt
from corpusfmt.errors import LockError, SettingsError
from corpusfmt.project.lock import project_lock
from corpusfmt.types import FixResult, RunResult
from tests.checkout import ROOT
from tests.command_line import LOOSE, WESTERN, run, write

SETTINGS = {
    "none": "",
    "by rule": (
        'extend-select = ["too-short", "placeholder-link"]\nignore = ["level-5", "layout"]\n'
    ),
    "by file and host": """
require = ["byline", "url"]
fail-on = "error"
date-order = "day-first"
[per-file-ignores]
"faulty/a*.txt" = ["level-2"]
[rules.layout]
severity = "error"
[hosts."example"]
require = []
date-order = "month-first"
[coverage]
byline = 99
""",
}
FIELDS = (
    *("path", "rule", "level", "severity", "message", "line", "column", "end_line", "end_column"),
    *("expected", "pointer", "byte_offset"),
)


@pytest.fixture(
    params=[
        pytest.param((share, text), id=name, marks=pytest.mark.program)
        for share, (name, text) in enumerate(SETTINGS.items())
    ]
)
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, with settings and their share of a third of the sample corpus."""
    share, text = request.param
    paths = sorted((ROOT / "corpus").rglob("*.txt"))[share :: 3 * len(SETTINGS)]
    write(tmp_path, {str(path.relative_to(ROOT)): path.read_bytes() for path in paths})
    write(
        tmp_path,
        {"corpusfmt.toml": text, "corpus/western.txt": WESTERN, "corpus/loose.txt": LOOSE},
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def rows(result: RunResult) -> list[dict[str, Any]]:
    return [{name: getattr(found, name) for name in FIELDS} for found in result.diagnostics]


def rows_of_command(*words: str) -> tuple[int, list[dict[str, Any]]]:
    ended = run("check", "--report", "json", *words)
    files = sorted(json.loads(ended.out)["files"], key=lambda file: str(file["path"]))
    findings = [found for file in files for found in file["findings"]]
    return ended.code, [{name: found.get(name) for name in FIELDS} for found in findings]


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*.txt"))}


def test_the_findings_are_those_of_the_command(folder: Path) -> None:
    code, expected = rows_of_command("corpus", "absent.txt")
    result = corpusfmt.check_paths(["corpus", "absent.txt"])
    assert rows(result) == expected
    assert result.exit_code == code == 2
    assert [report.path for report in result if report.error] == ["absent.txt"]
    assert len({found.rule for found in result.diagnostics}) > 3


@pytest.mark.parametrize(
    ("words", "arguments"),
    [
        (("--select", "layout,level-3"), {"select": ("layout", "level-3")}),
        (("--extend-select", "too-short"), {"extend_select": {"too-short"}}),
        (("--ignore", "level-5,level-1"), {"ignore": ["level-5", "level-1"]}),
    ],
    ids=["select", "extend-select", "ignore"],
)
def test_rules_are_selected_as_in_the_command(
    words: Sequence[str], arguments: dict[str, Sequence[str]], folder: Path
) -> None:
    code, expected = rows_of_command("corpus", *words)
    result = corpusfmt.check_paths(Path("corpus"), **arguments)  # type: ignore[arg-type]
    assert (result.exit_code, rows(result)) == (code, expected)


def test_the_result_is_the_same_whatever_the_processes_and_the_order(folder: Path) -> None:
    paths = sorted(map(str, Path("corpus").rglob("*.txt")))
    expected = corpusfmt.check_paths(paths)
    assert [report.path for report in expected] == paths
    assert corpusfmt.check_paths(reversed(paths), jobs=2) == expected
    assert corpusfmt.check_paths(paths[3:] + paths[:3], jobs=3) == expected
    assert corpusfmt.check_paths((Path(path) for path in paths), jobs=None) == expected


@pytest.mark.parametrize("unsafe", [False, True])
def test_files_are_fixed_as_by_the_command(unsafe: bool, folder: Path) -> None:
    before = contents(folder)
    code, expected = rows_of_command("corpus", "--fix", *["--unsafe-fixes"] * unsafe)
    after = contents(folder)
    assert run("undo").code == 0
    assert contents(folder) == before != after

    for jobs in (1, 2):
        result = corpusfmt.fix_paths("corpus", unsafe=unsafe, jobs=jobs)
        assert contents(folder) == after
        assert (result.exit_code, rows(result)) == (code, expected)
        changed = [path for path in before if before[path] != after[path]]
        assert sorted(result.fixes) == [str(Path(path).relative_to(folder)) for path in changed]
        assert all(number > 0 for made in result.fixes.values() for number in made.values())
        assert run("undo").code == 0
        assert contents(folder) == before


def test_a_text_is_fixed_as_a_file_is(folder: Path) -> None:
    settings = corpusfmt.load_settings()
    before = contents(folder / "corpus")
    corpusfmt.fix_paths("corpus")
    for path, after in contents(folder / "corpus").items():
        name = Path(path).relative_to(folder)
        fixed = corpusfmt.fix(before[path], name, settings=settings)
        assert fixed.content == after
        assert bool(fixed.fixes) == (before[path] != after)
        assert corpusfmt.check(after, name, settings=settings) == fixed.report


def test_the_known_findings_of_a_baseline_are_not_reported(folder: Path) -> None:
    run("baseline", "corpus", "--output", "known.jsonl")
    settings = (folder / "corpusfmt.toml").read_text("utf-8")
    write(
        folder,
        {
            "corpusfmt.toml": f'baseline = "known.jsonl"\n{settings}',
            "corpus/new.txt": LOOSE + "x  \n",
        },
    )
    (folder / "corpus/loose.txt").unlink()
    code, expected = rows_of_command("corpus")
    result = corpusfmt.check_paths("corpus")
    assert (result.exit_code, rows(result)) == (code, expected)
    assert {found.path for found in result.diagnostics} >= {"known.jsonl"}
    write(folder, {"known.jsonl": (folder / "known.jsonl").read_text("utf-8") + "{\n"})
    with pytest.raises(SettingsError, match=r"known\.jsonl:"):
        corpusfmt.check_paths("corpus")


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_path_that_cannot_be_read_is_a_report(empty: Path) -> None:
    write(empty, {"-": LOOSE, "a.txt": LOOSE})
    result = corpusfmt.check_paths(["absent.txt", "a.txt", "-", "\0"])
    errors = {report.path: report.error for report in result}
    assert errors == {
        "absent.txt": "does not exist",
        "a.txt": None,
        "./-": None,
        "\0": "is not a valid file name",
    }
    assert [path for path, _ in errors.items()] == sorted(errors)
    assert result.exit_code == 2


def test_a_run_without_files_fails(empty: Path) -> None:
    write(empty, {"a.rst": "x"})
    result = corpusfmt.check_paths(".")
    assert (len(result), result.exit_code) == (0, 2)
    [(reason, number)] = result.skipped
    assert (reason.startswith("not matched by include"), number) == (True, 1)


def test_settings_are_given_in_three_ways(empty: Path) -> None:
    write(empty, {"a.txt": LOOSE, "b/corpusfmt.toml": 'ignore = ["all"]\nselect = ["level-3"]\n'})
    write(empty, {"c.toml": 'ignore = ["layout"]\n'})
    assert corpusfmt.check_paths("a.txt").exit_code == 1
    for settings in ("c.toml", Path("c.toml"), corpusfmt.load_settings("c.toml")):
        assert corpusfmt.check_paths("a.txt", settings=settings).exit_code == 0
        assert corpusfmt.check(LOOSE, settings=settings).exit_code == 0
        assert corpusfmt.fix(LOOSE, settings=settings).content == LOOSE
    assert corpusfmt.load_settings(start="b").demands.ignore == ("all",)
    write(empty, {"corpusfmt.toml": 'ignore = ["layout"]\n'})
    assert corpusfmt.check_paths("a.txt").exit_code == 0
    assert corpusfmt.check(LOOSE).exit_code == 1  # a text is not in a folder


def test_invalid_settings_are_an_exception(empty: Path) -> None:
    write(empty, {"corpusfmt.toml": 'ignore = ["layuot"]\n', "bad.toml": "x", "a.txt": LOOSE})
    for call in (
        corpusfmt.load_settings,
        lambda: corpusfmt.load_settings("bad.toml"),
        lambda: corpusfmt.load_settings("absent.toml"),
        lambda: corpusfmt.check_paths("a.txt"),
        lambda: corpusfmt.fix_paths("a.txt", settings="bad.toml"),
        lambda: corpusfmt.fix(LOOSE, settings="bad.toml"),
        lambda: corpusfmt.check(LOOSE, settings="bad.toml"),
    ):
        with pytest.raises(SettingsError, match=r"corpusfmt.toml|bad.toml|absent.toml"):
            call()
    assert (empty / "a.txt").read_text("utf-8") == LOOSE


@pytest.mark.parametrize(
    "content", [WESTERN, LOOSE, LOOSE.encode()], ids=["not UTF-8", "text", "bytes"]
)
def test_the_content_keeps_its_type(content: str | bytes) -> None:
    fixed: FixResult[str] | FixResult[bytes]
    if isinstance(content, str):
        fixed = corpusfmt.fix(content)
    else:
        fixed = corpusfmt.fix(content)
    assert type(fixed.content) is type(content)
    if content is WESTERN:
        assert fixed.content is content
        assert not fixed.fixes
        assert {found.rule for found in fixed.report.diagnostics} == {"invalid-utf8"}


def test_an_order_of_dates_is_accepted() -> None:
    text = "# T\n\n05/03/2024\n\n\n\nText.\n"
    assert "05/03/2024" in corpusfmt.fix(text).content
    assert "March 05, 2024" in corpusfmt.fix(text, date_order="day-first").content
    assert "May 03, 2024" in corpusfmt.fix(text, unsafe=True).content


def test_a_run_that_writes_does_not_wait(empty: Path) -> None:
    write(empty, {"a.txt": LOOSE})
    with project_lock(str(empty), "a test"), pytest.raises(LockError):
        corpusfmt.fix_paths("a.txt")
    assert (empty / "a.txt").read_text("utf-8") == LOOSE
    assert corpusfmt.fix_paths("a.txt").fixes["a.txt"]


def test_a_file_outside_of_the_project_is_noted(empty: Path) -> None:
    write(empty, {"project/corpusfmt.toml": "", "a.txt": LOOSE})
    [note] = corpusfmt.fix_paths("a.txt", settings="project/corpusfmt.toml").notes
    assert note.startswith("a.txt: outside of ")


WRONG = [
    (
        corpusfmt.check_paths,
        {"paths": None},
        TypeError,
        "takes a path (str or PathLike) or several, not None",
    ),
    (
        corpusfmt.check_paths,
        {"paths": b"a"},
        TypeError,
        "takes a path (str or PathLike) or several, not bytes",
    ),
    (
        corpusfmt.fix_paths,
        {"paths": [b"a"]},
        TypeError,
        "takes a path (str or PathLike) as paths, not bytes",
    ),
    (corpusfmt.check_paths, {"jobs": 0}, ValueError, "takes 1 or more as jobs, not 0"),
    (corpusfmt.fix_paths, {"jobs": "2"}, TypeError, "takes a number or None as jobs, not str"),
    (
        corpusfmt.check_paths,
        {"settings": {}},
        TypeError,
        "takes a path (str or PathLike) as settings, not dict",
    ),
    (
        corpusfmt.check_paths,
        {"ignore": ["layuot"]},
        ValueError,
        "does not know 'layuot' in ignore; did you mean",
    ),
    (
        corpusfmt.fix_paths,
        {"select": "layout"},
        TypeError,
        "takes a list of names (str) as select, not 'layout'",
    ),
    (corpusfmt.check_paths, {"select": []}, ValueError, "has no rules to run"),
    (
        corpusfmt.load_settings,
        {"path": 5},
        TypeError,
        "takes a path (str or PathLike) as path, not int",
    ),
    (corpusfmt.fix, {"content": None}, TypeError, "takes text (str) or bytes, not None"),
]


@pytest.mark.parametrize(("function", "arguments", "error", "message"), WRONG)
def test_wrong_arguments_are_named(
    function: Any, arguments: dict[str, Any], error: type[Exception], message: str
) -> None:
    given = {"paths": "x"} if function.__name__.endswith("paths") else {}
    with pytest.raises(error) as caught:
        function(**given | arguments)
    assert str(caught.value).startswith(f"{function.__name__}() {message}")


def in_pool(_: int) -> RunResult:
    return corpusfmt.check_paths("corpus", jobs=2)


@pytest.mark.slow
@pytest.mark.parametrize("folder", [(1, SETTINGS["by rule"])], ids=["by rule"], indirect=True)
def test_threads_and_pools_may_check(folder: Path) -> None:
    expected = corpusfmt.check_paths("corpus")
    with ThreadPoolExecutor(2) as threads:
        assert [*threads.map(in_pool, range(2))] == [expected] * 2
    with multiprocessing.get_context("fork").Pool(2) as pool:
        assert pool.map(in_pool, range(2)) == [expected] * 2
