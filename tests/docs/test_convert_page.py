"""What docs/convert.md shows are commands, and its tables have every format and every field."""

import json
import os
import re
import shlex
import shutil
from pathlib import Path

import pytest

from corpusfmt.cli.parsers import whole_parser
from corpusfmt.convert.features import FEATURES
from corpusfmt.convert.formats import FORMATS
from tests.checkout import ROOT
from tests.command_line import run
from tests.docs.test_readme import examples

PAGE = (ROOT / "docs" / "convert.md").read_text(encoding="utf-8")


def test_every_command_is_one() -> None:
    blocks = re.findall(r"^```sh\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    commands = [shlex.split(line) for line in "".join(blocks).splitlines()]
    assert len(commands) >= 5
    for name, *words in commands:
        assert name in ("corpusfmt", "pip")
        assert name == "pip" or whole_parser().parse_args(words).command == "convert"


def test_each_format_has_a_section_with_every_field() -> None:
    for name, form in FORMATS.items():
        section = PAGE.partition(f"\n### {name}\n")[2].partition("\n#")[0]
        assert form.definition in section
        if "| all |" not in section:
            for feature in FEATURES:
                assert section.count(f"`{feature}`") >= 1, (name, feature)


def test_dropped_fields_have_reasons() -> None:
    for form in FORMATS.values():
        for reason in form.drops.values():
            assert f"dropped: {reason}" in PAGE


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
        name, *words = command.split()
        if name == "ls":
            assert sorted(os.listdir(words[0]))[1:] == output.split()  # but the hidden folder
        else:
            assert run(*words) == (0, "", output)


def test_the_manifest_shown_is_written(tmp_path: Path) -> None:
    [block] = re.findall(r"^```json\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    run("convert", ROOT / "corpus", "--to", "jsonl", "--shards", "40kB", "-o", tmp_path / "out")
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert re.findall(r'^  "(\w+)"', block, re.MULTILINE) == list(manifest)
    shard = manifest["shards"][0]
    assert re.findall(r'^      "(\w+)"', block, re.MULTILINE) == list(shard)
    for name in ("name", "documents"):
        assert f'"{name}": {json.dumps(shard[name])}' in block
    assert json.dumps(manifest["files"]) in block
