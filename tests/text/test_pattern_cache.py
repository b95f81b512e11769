"""What is kept of compiled patterns makes the same patterns, and is never needed."""

import marshal
import re
import sys
from pathlib import Path

import pytest

from corpusfmt.text.kept_file import VERSION
from corpusfmt.text.pattern_cache import KeptPatterns

PATTERN = r"(?i)(?P<day>[0-9]{1,2})\s+(?P<month>ma[iy])|(?>–+)([^\W\d_])?"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "kept.patterns"


def keep(path: Path, *patterns: str) -> None:
    kept = KeptPatterns(str(path))
    for pattern in patterns:
        kept.compile(pattern, 0)
    kept.save()


def test_what_is_kept_is_not_compiled(path: Path) -> None:
    keep(path, PATTERN, "b")
    again = KeptPatterns(str(path))
    again.entries["a", 0] = again.entries["b", 0]
    assert again.compile("a", 0).match("b"), "the code is that of the other pattern"
    assert not again.is_changed


def test_what_is_kept_is_the_same_pattern(path: Path) -> None:
    keep(path, PATTERN)
    found = KeptPatterns(str(path)).compile(PATTERN, 0)
    assert found == re.compile(PATTERN)  # the code is compared too
    assert found.groupindex == {"day": 1, "month": 2}
    match = found.search("on 3 May")
    assert match is not None
    assert match.groupdict() == {"day": "3", "month": "May"}
    assert match.lastgroup == "month"


def test_nothing_is_read_before_a_pattern_is_needed(path: Path) -> None:
    keep(path, "a")
    kept = KeptPatterns(str(path))
    path.unlink()
    kept.compile("a", 0)
    assert kept.is_changed


def test_a_pattern_with_other_flags_is_another(path: Path) -> None:
    keep(path, "a")
    kept = KeptPatterns(str(path))
    assert kept.compile("a", re.IGNORECASE).match("A")
    assert kept.is_changed


def test_patterns_of_bytes_and_of_text_are_two(path: Path) -> None:
    keep(path, "[a-z]")
    kept = KeptPatterns(str(path))
    assert kept.compile(b"[a-z]", 0).match(b"a")
    assert kept.compile("[a-z]", 0).match("a")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00",
        marshal.dumps(3),
        marshal.dumps(("other version", {("a", 0): ()})),
        marshal.dumps((VERSION, {}))[:-3],
        marshal.dumps((VERSION, {("a", 0): (32, b"\xff" * 8, 0, {}, (None,))})),
        marshal.dumps((VERSION, {("a", 0): (32, b"\xff" * 7, 0, {}, (None,))})),
        marshal.dumps((VERSION, {("a", 0): (32, 5)})),
        marshal.dumps((VERSION, [])),
    ],
)
def test_damage_is_of_no_effect(content: bytes, path: Path) -> None:
    path.write_bytes(content)
    kept = KeptPatterns(str(path))
    assert kept.compile("a", 0) == re.compile("a")
    kept.save()
