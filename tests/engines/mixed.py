"""A corpus with everything that a step of an engine meets: files, archives, rows, and bad ones."""

from __future__ import annotations

import json
from pathlib import Path

from corpusfmt.syntax.reading import read_document
from tests.archives import tar
from tests.command_line import ARTICLES, CLEAN, LOOSE, WESTERN, write

SETTINGS = 'include = ["*.txt", "*.tar", "*.jsonl"]\n'


def make_mixed(folder: Path) -> Path:
    """Write the corpus and its settings to a folder; return that of the corpus."""
    files: dict[str, str | bytes] = {"corpusfmt.toml": SETTINGS}
    for path in ARTICLES[:7]:
        files[f"mixed/a/{path.name}"] = path.read_bytes()
    files["mixed/b/clean.txt"] = CLEAN
    files["mixed/b/empty.txt"] = b""
    files["mixed/b/loose.txt"] = LOOSE
    files["mixed/b/western.txt"] = WESTERN
    members = {path.name: path.read_bytes() for path in ARTICLES[7:10]}
    files["mixed/c.tar"] = tar({**members, "loose.txt": LOOSE, "western.txt": WESTERN})
    files["mixed/d.jsonl"] = "".join(json.dumps(row) + "\n" for row in _rows())
    return write(folder, files) / "mixed"


def _rows() -> list[object]:
    normal = read_document(CLEAN)
    elsewhere = {**normal, "source": {"path": "elsewhere.txt", "sha256": "0" * 64}}
    return [
        {"text": CLEAN},
        {"text": LOOSE, "url": "ignored"},
        normal,
        elsewhere,
        {"corpusfmt": "1.0", "body": 5},
        {"no": "text"},
        {"text": ""},
    ]
