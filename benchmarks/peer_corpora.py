"""The files that `benchmarks.peers` measures with: each article as ``*.txt`` and as ``*.md``."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.make_corpus import article

_SEED = 6
_FOLDER = 250
"""How many files are in a folder."""


def run_quietly(words: Sequence[str | Path], folder: Path) -> None:
    """Run a command in a folder, whatever comes of it."""
    subprocess.run(words, cwd=folder, capture_output=True, check=False)


def write_texts(folder: Path, texts: Iterable[str]) -> int:
    """Write texts as ``*.txt``, and the same files as ``*.md`` beside; return their number."""
    number = 0
    for number, text in enumerate(texts, 1):
        name = f"{number // _FOLDER:04}/article-{number:06}"
        path, other = folder / f"{name}.txt", markdown_of(folder) / f"{name}.md"
        if path.exists():
            continue
        for one in (path, other):
            one.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        os.link(path, other)
    return number


def markdown_of(folder: Path) -> Path:
    """Return the folder with the same files as ``*.md``."""
    return folder.with_name(f"{folder.name}-md")


def generated(files: int) -> Iterator[str]:
    """Yield articles of the benchmark corpus."""
    return (article(number, _SEED) for number in range(files))


def remove_found(program: Path, work: Path, folder: Path) -> int:
    """Remove the articles with findings, in both folders; return how many there were.

    The words of generated articles are invented, so that rules about words report some of them.
    """
    found = paths_with_findings(program, work, folder)
    for path in found:
        (markdown_of(folder) / path.relative_to(folder)).with_suffix(".md").unlink()
        path.unlink()
    return len(found)


def paths_with_findings(program: Path, work: Path, folder: Path) -> list[Path]:
    """Return the articles in which the rules of levels 1 to 4 find something."""
    report = work / "findings.jsonl"
    options = ["--isolated", "--no-cache", "--ignore", "level-5", "--report", f"jsonl={report}"]
    run_quietly([program, "check", *options, folder], work)
    rows = map(json.loads, report.read_text("utf-8").splitlines())
    return sorted({Path(row["path"]) for row in rows if "rule" in row})


def real(program: Path, work: Path, field: Path) -> Iterator[str]:
    """Yield the real articles that have no findings once they are fixed and canonical."""
    copy = work / "field"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(field / "layout", copy)
    check: list[str | Path] = [program, "check", "--isolated", "--no-cache", "--ignore", "level-5"]
    run_quietly([*check, "--fix", "--unsafe-fixes", copy], work)
    found = {*paths_with_findings(program, work, copy)}
    for path in sorted(copy.rglob("*.txt")):
        if path not in found:
            yield path.read_text("utf-8")


def damaged(files: int) -> Iterator[str]:
    """Yield articles that ``fmt`` and the safe fixes rewrite."""
    for text in generated(files):
        head, gap, body = text.partition("\n\n\n\n")
        yield f"{head}{gap}\n\n{body}" if gap else f"{text}\n\n"
