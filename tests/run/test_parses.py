"""Each command reads a file as few times as its proofs need: reading takes the most time."""

from pathlib import Path

import pytest

from tests.command_line import CLEAN, LOOSE, run, write
from tests.parses import count_parses

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


@pytest.mark.parametrize(("words", "text", "times"), CASES.values(), ids=CASES)
def test_a_file_is_read_only_so_often(
    words: tuple[str, ...],
    text: str,
    times: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"a.txt": text})
    with count_parses() as parsed:
        assert run(*words).code in (0, 1)
    assert len(parsed) == times
