"""Names of members: normal ones, and those that lead out of the archive."""

import pytest

from corpusfmt.files.archives.kinds import archive_kind, archive_of
from corpusfmt.files.archives.names import escape_name, name_problem, plain_name


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("a.txt", "a.txt"),
        ("./a.txt", "a.txt"),
        ("././in//./a.txt", "in/a.txt"),
        ("a./b..txt", "a./b..txt"),
        ("..a/b.txt", "..a/b.txt"),
    ],
)
def test_names_are_made_plain(name: str, plain: str) -> None:
    assert name_problem(name) is None
    assert plain_name(name) == plain


@pytest.mark.parametrize(
    ("name", "escaped"),
    [
        ("../a.txt", "%2E%2E/a.txt"),
        ("in/../../a.txt", "in/%2E%2E/%2E%2E/a.txt"),
        ("..", "%2E%2E"),
        ("..\\a.txt", "%2E%2E/a.txt"),
        ("/a.txt", "%2Fa.txt"),
        ("//a.txt", "%2Fa.txt"),
        ("\\\\host\\a.txt", "%2Fhost/a.txt"),
        ("c:/a.txt", "c%3A/a.txt"),
        ("c:a.txt", "c%3Aa.txt"),
        ("a\0.txt", "a%00.txt"),
        ("", "%"),
    ],
)
def test_names_that_lead_out_are_escaped(name: str, escaped: str) -> None:
    assert name_problem(name) is not None
    assert escape_name(name) == escaped
    assert name_problem(escaped) is None


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("a.txt", None),
        ("tar", None),
        ("a.gz", None),
        ("a.tar", "tar"),
        ("A.TAR.GZ", "tar"),
        ("a.tgz", "tar"),
        ("a.zip", "zip"),
        ("a.jsonl", "rows"),
        ("a.ndjson.zst", "rows"),
    ],
)
def test_the_kind_of_an_archive_is_in_its_name(path: str, kind: str | None) -> None:
    assert archive_kind(path) == kind


@pytest.mark.parametrize(
    ("path", "archive"),
    [
        ("a.tar", None),
        ("in/a.txt", None),
        ("in/a.tar/b.txt", "in/a.tar"),
        ("a.jsonl.gz/17", "a.jsonl.gz"),
        ("a.zip/in/b.txt", "a.zip"),
    ],
)
def test_the_archive_of_a_virtual_path(path: str, archive: str | None) -> None:
    assert archive_of(path) == archive
