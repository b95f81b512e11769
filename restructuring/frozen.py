"""Record what the commands print and write, and compare a later state with it.

Usage: ``python benchmarks/frozen.py record FOLDER PATH…`` and later ``… compare FOLDER PATH…``.
Each path is a folder of articles. Recorded are ``check --report json`` (with all rules), the text that ``fmt``,
``check --fix`` and ``check --fix --unsafe-fixes`` write, and ``convert --to jsonl``, with exit codes. ``compare``
prints each file that differs and exits with 1 if any does; ``--no-messages`` ignores messages and titles of findings.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

WORDS = ("message", "expected", "title", "why", "fingerprint")
"""Keys of a finding that hold words, or depend on them."""


def main() -> int:
    """Record or compare, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("action", choices=("record", "compare"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("paths", type=Path, nargs="+")
    parser.add_argument("--no-messages", action="store_true")
    arguments = parser.parse_args()
    frozen = dict(state(arguments.paths))
    if arguments.action == "record":
        arguments.folder.mkdir(parents=True, exist_ok=True)
        for name, text in frozen.items():
            (arguments.folder / name).write_text(text, encoding="utf-8")
        print(f"recorded {len(frozen)} files in {arguments.folder}")
        return 0
    differing = []
    for name, text in frozen.items():
        before = (arguments.folder / name).read_text(encoding="utf-8")
        if arguments.no_messages and name.endswith("check.json"):
            before, text = without_words(before), without_words(text)
        if before != text:
            differing.append(name)
            (arguments.folder / f"{name}.now").write_text(text, encoding="utf-8")
    print("differs: " + ", ".join(differing) if differing else "nothing differs")
    return int(bool(differing))


def state(paths: list[Path]) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each recorded file."""
    for number, path in enumerate(paths):
        with tempfile.TemporaryDirectory() as temporary:
            root = Path(temporary)
            (root / "corpusfmt.toml").write_text("exclude = []\n", encoding="utf-8")
            for name, words in COMMANDS.items():
                articles = root / "articles"
                shutil.rmtree(articles, ignore_errors=True)
                shutil.copytree(path, articles)
                output = run(root, *words)
                if name == "check.json":
                    yield f"{number}-{path.name}-{name}", pretty(output)
                else:
                    yield f"{number}-{path.name}-{name}", output + digests(articles)


COMMANDS = {
    "check.json": ("check", "--select", "all", "--report", "json", "articles"),
    "convert.txt": ("convert", "--to", "jsonl", "articles"),
    "fmt.txt": ("fmt", "articles"),
    "fix.txt": ("check", "--fix", "--report", "json", "articles"),
    "unsafe.txt": ("check", "--fix", "--unsafe-fixes", "--report", "json", "articles"),
}


def run(folder: Path, *words: str) -> str:
    """Return the standard output of a command, or for one that writes only its exit code."""
    command = [sys.executable, "-m", "corpusfmt", *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    if words[0] == "fmt" or "--fix" in words:
        return f"exit code {done.returncode}\n"
    return done.stdout.decode() if "json" in words else f"exit code {done.returncode}\n{done.stdout.decode()}"


def pretty(text: str) -> str:
    """Return JSON with a line for each value."""
    return json.dumps(json.loads(text), indent=1, ensure_ascii=False, sort_keys=True)


def without_words(text: str) -> str:
    """Return JSON without the words of its findings."""
    return json.dumps(pruned(json.loads(text)), indent=1, ensure_ascii=False, sort_keys=True)


def pruned(value: Any) -> Any:
    """Return a JSON value without the keys that hold words."""
    if isinstance(value, dict):
        return {key: pruned(part) for key, part in value.items() if key not in WORDS}
    if isinstance(value, list):
        return [pruned(part) for part in value]
    return value


def digests(folder: Path) -> str:
    """Return a line with the digest and the name of each file of a folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder)}\n" for path in files]
    return "".join(lines)


if __name__ == "__main__":
    sys.exit(main())
