"""The programs that the tests of this folder need, and how to install them."""

from __future__ import annotations

from typing import Any

import pytest


def consumer(name: str) -> Any:
    """Return a module; skip the test if it is not installed."""
    return pytest.importorskip(
        name, reason=f"needs {name}: .venv/bin/pip install -e '.[consumers]'", exc_type=ImportError
    )
