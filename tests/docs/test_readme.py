"""What README.md shows is run: every command and every line of Python, with the output that is
below it.
"""

import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from corpusfmt.cli.parsers import whole_parser
from corpusfmt.config.load import load
from corpusfmt.config.policy import make_policy
from tests.checkout import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS: list[tuple[str, str]] = re.findall(
    r"^```(\w*)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL
)


class Example(NamedTuple):
    """A command as a user types it, and what it prints, on standard output or standard error."""

    command: str
    output: str


def examples(block: str) -> list[Example]:
    """Return the commands of a block: each begins after "$ ", and goes on in lines after "> "."""
    found = re.findall(r"^\$ (.*\n(?:> .*\n)*)((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
    return [Example(command.replace("\n> ", "\n"), output) for command, output in found]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with what the examples need: the samples, the settings, and what the reader
    is to save.
    """
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    shutil.copytree(ROOT / "docs" / "scraped", tmp_path / "docs" / "scraped")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for name, text in re.findall(
        r"^Save this as `(.+)`:\n\n```text\n(.*?)^```$", README, re.MULTILINE | re.DOTALL
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def run_in_order(commands: list[Example], folder: Path) -> list[Example]:
    """Return the commands with what they print, run one after the other by one shell, as by
    somebody who reads on.
    """
    mark = "-- end of an example --"
    script = "".join(
        f"{command}status=$?; printf '%s\\n' '{mark}'; (exit $status)\n" for command, _ in commands
    )
    programs = os.pathsep.join(
        (sysconfig.get_path("scripts"), str(Path(sys.executable).parent), os.environ["PATH"])
    )
    done = subprocess.run(
        ("sh", "-c", f"exec 2>&1\n{script}"),
        cwd=folder,
        env=os.environ | {"PATH": programs, "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    printed = done.stdout.split(f"{mark}\n")[:-1]
    return [
        Example(command, output) for (command, _), output in zip(commands, printed, strict=True)
    ]


def test_the_readme_has_examples() -> None:
    languages = [language for language, _ in BLOCKS]
    assert {"console", "python", "sh", "text", "toml", "yaml"} == set(languages)
    assert README.count("```") == 2 * len(BLOCKS)


@pytest.mark.slow
def test_every_command_prints_what_is_shown(folder: Path) -> None:
    shown = [
        example
        for language, block in BLOCKS
        if language == "console"
        for example in examples(block)
    ]
    assert "\n".join(map("".join, run_in_order(shown, folder))) == "\n".join(map("".join, shown))


def test_every_line_of_python_gives_what_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    source = "\n".join(block for language, block in BLOCKS if language == "python")
    test = doctest.DocTestParser().get_doctest(source, {}, "README.md", "README.md", 0)
    said: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.REPORT_NDIFF).run(test, out=said.append)
    assert test.examples
    assert not said, "".join(said)


def test_the_settings_shown_are_settings(tmp_path: Path) -> None:
    shown = [block for language, block in BLOCKS if language == "toml"]
    for block in shown:
        name = "pyproject.toml" if "tool" in tomllib.loads(block) else "corpusfmt.toml"
        (tmp_path / name).write_text(block, encoding="utf-8")
        settings = load(str(tmp_path / name))
        assert settings.require
        make_policy(settings)


def test_every_command_is_one() -> None:
    lines = [line for language, block in BLOCKS if language == "sh" for line in block.splitlines()]
    commands = [
        shlex.split(line.partition(" | ")[0], comments=True)[1:]
        for line in lines
        if line.startswith("corpusfmt ")
    ]
    assert len(commands) > 5
    for words in commands:
        assert whole_parser().parse_args(words).command == words[0]


def test_the_hooks_shown_are_those_that_there_are() -> None:
    [shown] = (block for language, block in BLOCKS if language == "yaml")
    there_are = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    assert set(re.findall(r"- id: (\S+)", shown)) == set(re.findall(r"- id: (\S+)", there_are))


def test_the_set_up_is_what_the_makefile_does() -> None:
    commands = [
        line[2:]
        for language, block in BLOCKS
        if language == "sh"
        for line in block.splitlines()
        if line[:2] == "$ "
    ]
    targets = [command.split()[1] for command in commands if command.startswith("make ")]
    assert targets[:2] == ["demo", "test"]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)


def test_what_the_readme_points_at_is_there() -> None:
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", README)
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []
