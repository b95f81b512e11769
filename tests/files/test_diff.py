"""A change as a unified diff that patch and git accept."""

import shutil
import subprocess
from pathlib import Path

import pytest

from corpusfmt.files.diff import make_patch


def test_equal_texts_have_no_diff() -> None:
    assert make_patch(b"a\n", b"a\n", "a.txt") == b""


def test_only_line_feeds_end_lines() -> None:
    patch = make_patch(b"a\rb\n", b"a\rc\n", "a.txt")
    assert patch == b"--- a.txt\n+++ a.txt\n@@ -1 +1 @@\n-a\rb\n+a\rc\n"


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("a b.txt", b"--- a b.txt\t\n"),
        ("a\nb.txt", b'--- "a\\012b.txt"\n'),
        ('a"\\b.txt', b'--- "a\\"\\\\b.txt"\n'),
    ],
)
def test_unusual_names_are_quoted(name: str, header: bytes) -> None:
    assert make_patch(b"a\n", b"b\n", name).startswith(header)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
@pytest.mark.parametrize("name", ["a.txt", "a b.txt", "a\tb.txt"])
@pytest.mark.parametrize("before", [b"a\nb\n", b"a\nb", b"\xff\r\nb"])
def test_git_applies_the_diff(before: bytes, name: str, tmp_path: Path) -> None:
    after = b"x\nb\n"
    (tmp_path / name).write_bytes(before)
    subprocess.run(
        ("git", "apply", "-p0", "--unidiff-zero", "-"),
        cwd=tmp_path,
        input=make_patch(before, after, name),
        check=True,
    )
    assert (tmp_path / name).read_bytes() == after
