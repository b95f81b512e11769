"""What docs/inputs.md shows of `corpusfmt plan` is what it prints, and every command is one."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from corpusfmt.cli.parsers import whole_parser
from tests.checkout import ROOT
from tests.command_line import run
from tests.docs.test_readme import examples

PAGE = (ROOT / "docs" / "inputs.md").read_text(encoding="utf-8")


def test_the_commands_shown_print_what_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    monkeypatch.chdir(tmp_path)
    [block] = re.findall(r"^```console\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    shown = examples(block)
    assert len(shown) == 3
    for command, output in shown:
        assert run(*command.split()[1:]) == (0, "", output)


def test_every_command_is_one() -> None:
    blocks = re.findall(r"^```sh\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    commands = [
        shlex.split(line.rpartition(" | ")[2])
        for line in "".join(blocks).splitlines()
        if "corpusfmt " in line
    ]
    assert len(commands) >= 7
    for _, *words in commands:
        assert whole_parser().parse_args(words).command == words[0]
