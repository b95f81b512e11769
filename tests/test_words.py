"""The retired words are in no text of the project."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.checkout import ROOT

RETIRED = (
    "told",
    "mend(s|ed|ing)?",
    "unmended",
    "anew",
    "once more",
    "(come|comes|came|coming) to rest",
    "stands (here|there|in|at|beside|before|after|around)",
    "(that|which) (is|are) none",
    "passed over",
    "left out of account",
    "rules? of level 5",
    "(un)?guarded",
    "for information",
    "(is|was|are|were|if|when) asked for",
)

ALLOWED = (
    # A law of the specification.
    "Texts come to rest",
    "come to rest; a clean file stays clean",
    # A key of the reports.
    "passed_over",
)

PATTERN = re.compile(rf"(?<![a-z])({'|'.join(RETIRED)})(?![a-z])", re.IGNORECASE)

EXAMPLE = re.compile(r"^(`{3,}).*?^\1$", re.MULTILINE | re.DOTALL)

PAGES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "Makefile")


def texts() -> Iterator[Path]:
    """Yield the files that the project has written, but not this one."""
    for folder in ("src", "tests", "scripts", "benchmarks"):
        yield from (ROOT / folder).rglob("*.py")
    yield from (ROOT / "src").rglob("*.txt")
    yield from (ROOT / "docs").rglob("*.md")
    for name in PAGES:
        yield ROOT / name


def prose(path: Path) -> str:
    """Return what is written in words: a page without its examples, names as words."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        text = EXAMPLE.sub(lambda match: "\n" * match[0].count("\n"), text)
    for phrase in ALLOWED:
        text = text.replace(phrase, "")
    return text.replace("_", " ")


def retired_words(path: Path) -> list[str]:
    """Return the retired words of a file, each with its line."""
    found: list[str] = []
    for number, line in enumerate(prose(path).split("\n"), start=1):
        found.extend(f"{path}:{number}: {match[0]}" for match in PATTERN.finditer(line))
    return found


def test_no_text_has_a_retired_word() -> None:
    found: list[str] = []
    for path in texts():
        if path != Path(__file__).resolve():
            found.extend(retired_words(path))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("text", ["what it told us", "def test_it_comes_to_rest", "Mended"])
def test_a_retired_word_is_found(text: str, tmp_path: Path) -> None:
    page = tmp_path / "page.py"
    page.write_text(f"fine\n{text}\n", encoding="utf-8")
    assert [line.split(":")[1] for line in retired_words(page)] == ["2"]
