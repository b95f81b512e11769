"""Each command reads a file as few times as its proofs need: reading takes the most time."""

from pathlib import Path

import pytest

from corpusfmt.syntax.reading import Reading
from corpusfmt.text.content import Content
from tests.command_line import CLEAN, LOOSE, run, write

INVISIBLE = CLEAN.replace("# ", "# A\u200b ")
CONTROL = CLEAN.replace("# ", "# A\x07 ")

CASES = {
    "check": (("check", "a.txt"), CLEAN, 1),
    "check, with findings": (("check", "a.txt"), LOOSE, 1),
    "check --fix, nothing to fix": (("check", "--fix", "a.txt"), CLEAN, 1),
    "check --fix, layout": (("check", "--fix", "a.txt"), LOOSE, 2),
    "check --fix, another rule": (("check", "--fix", "a.txt"), INVISIBLE, 3),
    "check --diff": (("check", "--diff", "a.txt"), LOOSE, 2),
    "fmt, canonical": (("fmt", "a.txt"), CLEAN, 1),
    "fmt, rewritten": (("fmt", "a.txt"), LOOSE, 2),
    "fmt --diff": (("fmt", "--diff", "a.txt"), LOOSE, 2),
    "fmt, not rewritten": (("fmt", "a.txt"), CONTROL, 1),
    "convert": (("convert", "a.txt", "--to", "json"), CLEAN, 1),
    "convert, refused": (("convert", "a.txt", "--to", "json"), CONTROL, 1),
}


@pytest.fixture
def parses(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that each text is appended to when it is read."""
    texts: list[str] = []
    initialize = Reading.__init__

    def count(self: Reading, content: str | Content, *rest: object) -> None:
        initialize(self, content, *rest)  # type: ignore[arg-type]
        texts.append(self.text)

    monkeypatch.setattr(Reading, "__init__", count)
    return texts


@pytest.mark.parametrize(("words", "text", "times"), CASES.values(), ids=CASES)
def test_a_file_is_read_only_so_often(
    words: tuple[str, ...],
    text: str,
    times: int,
    parses: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"a.txt": text})
    assert run(*words).code in (0, 1)
    assert len(parses) == times
