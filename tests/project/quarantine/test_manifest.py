"""The rows of a manifest come back, and damaged lines are kept."""

from pathlib import Path

import pytest

from corpusfmt.project.quarantine.manifest import (
    MANIFEST,
    DamagedLine,
    Manifest,
    make_row,
    read_manifest,
    write_manifest,
)

DIGEST = "0" * 64
FINDINGS = [{"rule": "layout"}, {"rule": "schema"}, {"rule": "layout"}]
ROW = make_row("a/b.txt", DIGEST, FINDINGS)


def test_a_row_has_each_rule_once() -> None:
    assert ROW.rules == ("layout", "schema")


def test_a_manifest_comes_back(tmp_path: Path) -> None:
    folder = str(tmp_path)
    assert read_manifest(folder) == Manifest()
    write_manifest(folder, [ROW.line, b"[]"])
    damaged = DamagedLine(2, "is not a JSON object", b"[]")
    assert read_manifest(folder) == Manifest((ROW,), (damaged,))


@pytest.mark.parametrize(
    ("path", "digest", "reason"),
    [
        ("a.txt", "1", "does not have a path and a sha256"),
        ("../a.txt", DIGEST, "its path contains '..'; expected a path below the root"),
        (MANIFEST, DIGEST, "its path cannot be that of an article"),
        ("a/.GIT/hooks/post-commit", DIGEST, "its path cannot be that of an article"),
    ],
)
def test_no_row_is_trusted(tmp_path: Path, path: str, digest: str, reason: str) -> None:
    write_manifest(str(tmp_path), [make_row(path, digest, []).line])
    [damaged] = read_manifest(str(tmp_path)).damaged
    assert (damaged.number, damaged.reason) == (1, reason)


def test_a_last_line_without_an_end_is_ignored(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_bytes(ROW.line + b'\n{"path": "b')
    assert read_manifest(str(tmp_path)) == Manifest((ROW,))
