"""The examples of docs/python.md give what they show."""

import doctest
import re
from pathlib import Path

import pytest

import corpusfmt
from corpusfmt import errors, types
from tests.checkout import ROOT

PAGE = ROOT / "docs" / "python.md"


def test_every_example_gives_what_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    source = _python_blocks(PAGE)
    test = doctest.DocTestParser().get_doctest(source, {}, PAGE.name, PAGE.name, 0)
    said: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.REPORT_NDIFF).run(test, out=said.append)
    assert len(test.examples) > len("examples")
    assert not said, "".join(said)


def test_every_public_name_is_on_the_page() -> None:
    rows = re.findall(r"^\| `(corpusfmt[.\w]*)` \| (.*) \|$", PAGE.read_text("utf-8"), re.MULTILINE)
    listed = {module: set(re.findall(r"`(\w+)`", names)) for module, names in rows}
    assert listed["corpusfmt"] == set(dir(corpusfmt)) - {"__version__"}
    assert listed["corpusfmt.types"] == set(types.__all__)
    assert listed["corpusfmt.errors"] == set(errors.__all__)


def _python_blocks(path: Path) -> str:
    blocks = path.read_text("utf-8").split("```")[1::2]
    return "\n".join(block.removeprefix("python") for block in blocks if ">>>" in block)
