"""Writes the ready parsing tables beside the grammars of a checkout: ``python -m corpusfmt.syntax.tables``."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

from corpusfmt.syntax.grammar import table

GRAMMARS = ("article", "inline")


def write_tables(folder: Path) -> list[Path]:
    """Write the table of every grammar into the folder of the grammars, and return the paths that changed."""
    changed = []
    for grammar in GRAMMARS:
        path, data = folder / f"{grammar}.table", table(grammar).encode()
        if not path.is_file() or path.read_bytes() != data:
            path.write_bytes(data)
            changed.append(path)
    return changed


def main() -> None:
    changed = write_tables(Path(str(import_module("corpusfmt.grammar").__file__)).parent)
    sys.stdout.write("".join(f"wrote {path.name}\n" for path in changed) or "the tables are up to date\n")


if __name__ == "__main__":
    main()
