"""The examples of docs/scale.md are valid, and its Slurm script does what it says."""

import ast
import importlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from corpusfmt.cli.parsers import whole_parser
from corpusfmt.engines import datatrove, ray
from tests.checkout import ROOT
from tests.command_line import ARTICLES, run

PAGE = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_the_names_of_the_examples_are_there() -> None:
    programs = [ast.parse(block) for block in blocks("python")]
    assert len(programs) == 3
    used: set[str] = set()
    for program in programs:
        for node in ast.walk(program):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("corpusfmt"):
                module = importlib.import_module(node.module or "")
                names = {alias.name for alias in node.names}
                assert names <= vars(module).keys()
                used |= names
    assert {"ArticleReader", "CheckFilter", "read_articles"} <= used


@pytest.mark.parametrize("module", [datatrove, ray], ids=["datatrove", "ray"])
def test_every_step_is_in_its_table(module: object) -> None:
    own = {name for name, value in vars(module).items() if _is_step(name, value, module)}
    assert len(own) == 5
    for name in own:
        assert re.search(rf"^\| .*`{name}\(", PAGE, re.MULTILINE), name


def _is_step(name: str, value: object, module: object) -> bool:
    is_own = getattr(value, "__module__", "") == vars(module)["__name__"]
    return is_own and getattr(value, "__name__", "") == name and not name.startswith("_")


def test_the_commands_are_commands() -> None:
    commands = [line.split()[1:] for line in "".join(blocks("sh")).splitlines()]
    assert [whole_parser().parse_args(words).command for words in commands] == ["plan"]


@pytest.mark.program
@pytest.mark.slow
def test_the_script_does_what_one_run_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    [script] = blocks("bash")
    monkeypatch.chdir(tmp_path)
    for path in ARTICLES[:4]:
        shutil.copy(path, tmp_path)
    assert run("plan", ".", "--tasks", "2", "-o", "tasks").code == 0
    programs = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    for task in ("1", "2", "3"):  # there are only two lists
        environment = {**os.environ, "PATH": programs, "SLURM_ARRAY_TASK_ID": task}
        ended = subprocess.run(
            ["bash", "-c", script], env=environment, capture_output=True, check=False
        )
        assert ended.returncode == 0, ended.stderr.decode()
    assert sorted(path.name for path in Path("out").iterdir()) == ["00001", "00002"]
    assert len(list(Path("findings").iterdir())) == 2
    one = run("convert", "--files-from", "tasks/task-00001.txt", "--to", "jsonl").out
    more = run("convert", "--files-from", "tasks/task-00002.txt", "--to", "jsonl").out
    assert len(one.splitlines()) == len(more.splitlines()) == 2
    assert list(Path("out/00001").glob("part-00001.jsonl*"))


@pytest.mark.program
@pytest.mark.parametrize("number", ["1", None])
def test_the_script_fails_where_there_are_no_lists(tmp_path: Path, number: str | None) -> None:
    [script] = blocks("bash")
    if number is None:
        (tmp_path / "tasks").mkdir()
        (tmp_path / "tasks" / "plan.json").touch()
    environment = {"PATH": os.environ["PATH"]}
    if number is not None:
        environment["SLURM_ARRAY_TASK_ID"] = number
    ended = subprocess.run(
        ["bash", "-c", script], cwd=tmp_path, env=environment, capture_output=True, check=False
    )
    assert ended.returncode not in (0, 2)
    assert not (tmp_path / "out").exists()
