"""A journal that is written by hand."""

import json
from hashlib import sha256
from pathlib import Path

RUN = "20990101T000000000000-1"
"""The name of a run that is later than all others."""


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def forge(
    folder: Path, path: str, written: bytes = b"", fields: dict[str, object] | None = None
) -> Path:
    """Write a journal by hand, with one record, and return the file of the record."""
    run_folder = folder / ".corpusfmt" / "undo" / RUN
    run_folder.mkdir(parents=True, exist_ok=True)
    head = {"corpusfmt-undo": 1, "command": "fmt", "started": "2099-01-01T00:00:00+00:00"}
    (run_folder / "run.json").write_text(json.dumps(head))
    before = b"forged\n"
    intact = {
        "path": path,
        "mode": 0o644,
        "size": len(before),
        "before": digest(before),
        "after": digest(written),
    }
    record = run_folder / "1-000000000.journal"
    record.write_bytes(json.dumps(intact | (fields or {})).encode() + b"\n" + before)
    return record
