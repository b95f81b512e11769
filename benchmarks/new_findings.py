"""List the findings in real articles that no reader has judged yet.

    python -m benchmarks.new_findings FOLDER... [--record]

The rules of levels 1 to 4 run over the files of some folders, and each finding of severity error or
warning is looked up in judged_findings.json, which has a digest of each finding that was there when
the readers judged them all, or a sample of those of its rule. A digest is of rule, file, line and
words, so that no text of the articles is kept. What is new is printed, with its message, to be
judged by two readers; what is not found any more is counted. ``--record`` writes the digests of the
findings as they are now, after the figures of the readers are in judged.json.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from corpusfmt.config.policy import default_policy
from corpusfmt.lint.checker import Checker
from corpusfmt.lint.context import Context
from corpusfmt.model.diagnostic import Diagnostic

KNOWN = Path(__file__).parent / "judged_findings.json"
DIGITS = 12
SUFFIXES = {".txt", ".md"}

Findings = dict[str, tuple[Path, Diagnostic]]


def find(folders: Sequence[Path]) -> Findings:
    """Return the errors and warnings in the files of some folders, by their digests."""
    checker = Checker(default_policy())
    found: Findings = {}
    for path in _files(folders):
        content = path.read_bytes()
        text = content.decode("utf-8", "replace")
        for diagnostic in checker.check(Context(content, path.name)).diagnostics:
            if diagnostic.severity != "info":
                found[digest_of(path, text, diagnostic)] = path, diagnostic
    return found


def _files(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        for path in sorted(folder.iterdir()):
            if path.suffix in SUFFIXES:
                yield path


def digest_of(path: Path, text: str, diagnostic: Diagnostic) -> str:
    """Return what names a finding: of its rule, its file in its folder, its line, and the words.

    Another message for the same words is the same finding.
    """
    lines = text.split("\n")[diagnostic.line - 1 : diagnostic.end_line]
    start = str(diagnostic.column)
    parts = (diagnostic.rule, path.parent.name, path.name, str(diagnostic.line), start, *lines)
    return sha256("\0".join(parts).encode()).hexdigest()[:DIGITS]


def compare(found: Findings, known: Sequence[str]) -> tuple[list[str], int]:
    """Return the digests that are new, and how many are gone."""
    judged = set(known)
    new = [digest for digest in found if digest not in judged]
    return new, len(judged - found.keys())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command: 1 if there are findings that no reader has judged."""
    parser = argparse.ArgumentParser(description="List the findings that no reader has judged.")
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--record", action="store_true", help="take all findings for judged")
    options = parser.parse_args(arguments)
    found = find(options.folders)
    if options.record:
        KNOWN.write_text(json.dumps(sorted(found), indent=0) + "\n", "utf-8")
        print(f"{len(found):,} findings recorded")
        return 0
    new, gone = compare(found, json.loads(KNOWN.read_text("utf-8")))
    for digest in new:
        path, diagnostic = found[digest]
        place = f"{path.parent.name}/{path.name}:{diagnostic.line}:{diagnostic.column}"
        print(f"{place}: {diagnostic.rule}: {diagnostic.message}")
    print(f"{len(found):,} findings, {len(new):,} not judged, {gone:,} gone")
    return 1 if new else 0


if __name__ == "__main__":
    sys.exit(main())
